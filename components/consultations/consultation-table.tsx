import { useLocale, useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { ConsultationRow } from "@/domain/consultations/model";
import { formatDate } from "@/domain/kernel/dates";
import styles from "./consultation-table.module.css";

/** The consultations of a dossier with what each brought in. */
export function ConsultationTable({ rows, slug }: { rows: ConsultationRow[]; slug: string }) {
  const to = addresses.dossier(slug);
  const t = useTranslations("consultations");
  const kinds = useTranslations("kinds");
  const language = useLocale();
  return (
    <Table
      caption={t("list.caption")}
      captionHidden
      stack
      head={
        <Tr>
          <Th>{t("list.title")}</Th>
          <Th>{t("list.kind")}</Th>
          <Th>{t("list.heldOn")}</Th>
          <Th align="end">{t("list.statements")}</Th>
          <Th align="end">{t("list.reactions")}</Th>
          <Th>{t("list.splitting")}</Th>
        </Tr>
      }
    >
      {rows.map((row) => (
        <Tr key={row.id}>
          <Td label={t("list.title")}>
            <TextLink href={to.consultation(row.id)} className={styles.title}>
              {row.title}
            </TextLink>
          </Td>
          <Td label={t("list.kind")}>
            {[kinds(`consultation.${row.kind}`), row.sector].filter(Boolean).join(" · ")}
          </Td>
          <Td label={t("list.heldOn")}>
            {row.heldOn ? (
              <time dateTime={row.heldOn}>{formatDate(row.heldOn, language)}</time>
            ) : (
              <span className="muted">{t("noDate")}</span>
            )}
            {row.startsAt ? <span className={styles.time}> {row.startsAt}</span> : null}
          </Td>
          <Td label={t("list.statements")} align="end">
            {row.statements}
          </Td>
          <Td label={t("list.reactions")} align="end">
            {row.reactions > 0 ? (
              <TextLink href={to.statements({ consultation: row.id })}>{row.reactions}</TextLink>
            ) : (
              row.reactions
            )}
          </Td>
          <Td label={t("list.splitting")}>{<Splitting row={row} />}</Td>
        </Tr>
      ))}
    </Table>
  );
}

function Splitting({ row }: { row: ConsultationRow }) {
  const t = useTranslations("consultations");
  if (row.segments === 0) return <span className="muted">{t("splitting.none")}</span>;
  if (row.openSegments === 0) return <Badge tone="ok">{t("splitting.done")}</Badge>;
  return t("splitting.open", { open: row.openSegments, total: row.segments });
}
