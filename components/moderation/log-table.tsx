import { useLocale, useTranslations } from "next-intl";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { formatDate } from "@/domain/kernel/dates";
import type { LogRow } from "@/domain/moderation/model";

/** What was not placed or taken away, by day: no words and no names. */
export function LogTable({ rows }: { rows: readonly LogRow[] }) {
  const t = useTranslations("moderation.journal");
  const reasons = useTranslations("moderation.reasons");
  const at = useTranslations("moderation");
  const language = useLocale();
  const heads = [t("when"), t("where"), t("what"), t("why")];
  return (
    <Table
      caption={t("title")}
      captionHidden
      stack
      head={
        <Tr>
          {heads.map((head) => (
            <Th key={head}>{head}</Th>
          ))}
        </Tr>
      }
    >
      {rows.map((row) => (
        <Tr key={row.id}>
          <Td label={t("when")}>{formatDate(row.decidedAt, language)}</Td>
          <Td label={t("where")}>
            {row.statement === null ? t("elsewhere") : at("at", { number: row.statement })}
          </Td>
          <Td label={t("what")}>{t(`outcome.${row.outcome}`)}</Td>
          <Td label={t("why")}>{row.reason ? reasons(row.reason) : "–"}</Td>
        </Tr>
      ))}
    </Table>
  );
}
