import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { addresses, PARAMETERS } from "@/components/addresses";
import { ConsultationName } from "@/components/consultations/consultation-name";
import { Marked } from "@/components/text/marked";
import { Badge } from "@/components/ui/badge";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import type { ReactionRow } from "@/domain/reactions/model";
import { standsForMany } from "@/domain/reactions/rules";
import styles from "./reaction-list.module.css";
import { CoreValueTags } from "./tags";

/**
 * Reactions under each other. `selectable` puts a box before each, for a form
 * around the list; `chosen` ticks them all.
 */
export function ReactionList({
  slug,
  rows,
  selectable = false,
  chosen = false,
  byConsultation = false,
}: {
  slug: string;
  rows: ReactionRow[];
  selectable?: boolean;
  chosen?: boolean;
  /** Put the consultations as headings between them, and leave out the stelling. */
  byConsultation?: boolean;
}) {
  if (!byConsultation) {
    return (
      <ol className={styles.list}>
        {rows.map((row) => (
          <ReactionItem key={row.id} {...{ slug, row, selectable, chosen }} />
        ))}
      </ol>
    );
  }
  const consultations = [...new Set(rows.map((row) => row.consultationId))];
  return (
    <div className={styles.groups}>
      {consultations.map((id) => {
        const own = rows.filter((row) => row.consultationId === id);
        const [first] = own;
        return first ? (
          <Fragment key={id}>
            <Heading level={3} className={styles.heading}>
              <ConsultationName title={first.consultationTitle} heldOn={first.heldOn} />
            </Heading>
            <ol className={styles.list}>
              {own.map((row) => (
                <ReactionItem key={row.id} {...{ slug, row, selectable, chosen }} brief />
              ))}
            </ol>
          </Fragment>
        ) : null;
      })}
    </div>
  );
}

function ReactionItem({
  slug,
  row,
  selectable,
  chosen,
  brief = false,
}: {
  slug: string;
  row: ReactionRow;
  selectable: boolean;
  chosen: boolean;
  brief?: boolean;
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("reactions");
  const kinds = useTranslations("kinds");
  const id = `kies-${row.number}`;
  return (
    <li className={styles.item}>
      {selectable ? (
        <div className={styles.choose}>
          <input
            // Another address says again which are ticked.
            key={String(chosen)}
            type="checkbox"
            id={id}
            name={PARAMETERS.reaction}
            value={row.id}
            defaultChecked={chosen}
            className={styles.box}
          />
          <label htmlFor={id} className="visually-hidden">
            {t("list.choose", { number: row.number })}
          </label>
        </div>
      ) : null}
      <article className={styles.content} aria-labelledby={`${id}-code`}>
        <div className={styles.top}>
          <TextLink id={`${id}-code`} href={to.reaction(row.id)} className={styles.code}>
            R-{row.number}
          </TextLink>
          <Badge tone="reaction">{kinds(`input.${row.kind}`)}</Badge>
          {row.position === "none" ? null : <Badge>{t(`position.${row.position}`)}</Badge>}
          <span className={styles.who}>
            <Speaker speaker={row.speaker} groupName={row.groupName} />
          </span>
        </div>
        <p className={styles.words}>
          <Marked pieces={row.pieces} />
        </p>
        {brief ? null : (
          <p className={styles.where}>
            <ConsultationName title={row.consultationTitle} heldOn={row.heldOn} />
            {row.statementId ? (
              <>
                {" · "}
                <TextLink
                  href={to.statement(row.statementId)}
                  title={row.statementText ?? undefined}
                >
                  {row.statementNumber === null
                    ? t("list.statement")
                    : t("list.statementNumber", { number: row.statementNumber })}
                </TextLink>
              </>
            ) : null}
            {row.replyToNumber === null
              ? null
              : ` · ${t("list.replyTo", { number: row.replyToNumber })}`}
          </p>
        )}
        {row.coreValues.length > 0 ? (
          <CoreValueTags slug={slug} tags={row.coreValues} />
        ) : (
          <p className={styles.none}>{t("list.noCoreValue")}</p>
        )}
      </article>
    </li>
  );
}

/** Who speaks, as written, and for which group. */
export function Speaker({
  speaker,
  groupName,
}: {
  speaker: string | null;
  groupName: string | null;
}) {
  const t = useTranslations("reactions");
  const who = [speaker, groupName && groupName !== speaker ? groupName : null].filter(Boolean);
  return (
    <>
      {who.length > 0 ? who.join(", ") : t("list.unknown")}
      {standsForMany(speaker) ? (
        <span className={styles.many}> {t("list.standsForMany")}</span>
      ) : null}
    </>
  );
}
