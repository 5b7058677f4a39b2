import { useLocale, useTranslations } from "next-intl";
import { PARAMETERS } from "@/components/addresses";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { Paragraph } from "@/components/ui/text";
import type { InvitationRow } from "@/domain/invitations/model";
import { formatDate } from "@/domain/kernel/dates";
import styles from "./invitations.module.css";

type State =
  | "new"
  | "letter"
  | "pending"
  | "waiting"
  | "sending"
  | "sent"
  | "failed"
  | "perhaps"
  | "withdrawn";

const TONES: Record<State, BadgeTone> = {
  new: "neutral",
  letter: "ok",
  pending: "neutral",
  waiting: "neutral",
  sending: "neutral",
  sent: "ok",
  failed: "error",
  perhaps: "warning",
  withdrawn: "neutral",
};

function stateOf({ withdrawnAt, askedAt, letterAt, mail }: InvitationRow): State {
  if (withdrawnAt !== null) return "withdrawn";
  if (askedAt !== null) return mail ?? "pending";
  return letterAt === null ? "new" : "letter";
}

/** Who is invited, under each other, with how far each is; with a box before each for who may do something. */
export function InvitationTable({ rows, writes }: { rows: InvitationRow[]; writes: boolean }) {
  const t = useTranslations("invitations");
  return (
    <Table
      caption={t("caption", { count: rows.length })}
      captionHidden
      stack
      head={
        <Tr>
          {writes ? <Th>{t("columns.choose")}</Th> : null}
          <Th>{t("columns.who")}</Th>
          <Th>{t("columns.group")}</Th>
          <Th>{t("columns.state")}</Th>
          <Th>{t("columns.reacted")}</Th>
        </Tr>
      }
    >
      {rows.map((row) => (
        <Tr key={row.id}>
          {writes ? (
            <Td label={t("columns.choose")}>
              <label className={styles.target}>
                <input
                  type="checkbox"
                  name={PARAMETERS.choose}
                  value={row.id}
                  className={styles.box}
                />
                <span className="visually-hidden">
                  {t("choose", { name: row.person?.name || row.person?.email || t("forgotten") })}
                </span>
              </label>
            </Td>
          ) : null}
          <Td label={t("columns.who")} className={styles.who}>
            <Who row={row} />
          </Td>
          <Td label={t("columns.group")}>{row.group ?? t("noGroup")}</Td>
          <Td label={t("columns.state")}>
            <HowFar row={row} />
          </Td>
          <Td label={t("columns.reacted")}>{t(`reacted.${row.reacted ? "yes" : "no"}`)}</Td>
        </Tr>
      ))}
    </Table>
  );
}

/** A name, with the address under it. */
export function Who({ row: { person } }: { row: Pick<InvitationRow, "person"> }) {
  const t = useTranslations("invitations");
  if (!person) return <span className="muted">{t("forgotten")}</span>;
  const { name, email, address } = person;
  const below = name ? email || address : "";
  return (
    <>
      {name || email}
      {below ? <Paragraph small>{below}</Paragraph> : null}
    </>
  );
}

function HowFar({ row }: { row: InvitationRow }) {
  const t = useTranslations("invitations");
  const language = useLocale();
  const state = stateOf(row);
  const advice =
    state === "failed"
      ? row.reason === "address"
        ? t("advice.address")
        : t("advice.failed")
      : state === "perhaps"
        ? t("advice.perhaps")
        : null;
  return (
    <>
      <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
      {row.letterAt ? (
        <Paragraph small>{t("lettered", { day: formatDate(row.letterAt, language) })}</Paragraph>
      ) : null}
      {row.remindedAt ? (
        <Paragraph small>{t("reminded", { day: formatDate(row.remindedAt, language) })}</Paragraph>
      ) : null}
      {advice ? <Paragraph small>{advice}</Paragraph> : null}
    </>
  );
}
