import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { Paragraph } from "@/components/ui/text";
import type { Paged } from "@/domain/kernel/paging";
import type { LogRow } from "@/domain/moderation/model";
import { LogTable } from "./log-table";

/** The log for who has the address of the consultation. */
export function LogScreen({ code, log }: { code: string; log: Paged<LogRow> }) {
  const t = useTranslations("moderation");
  return (
    <>
      <Heading level={1}>{t("outside.title")}</Heading>
      <Paragraph lead>{t("outside.lead")}</Paragraph>
      {log.total === 0 ? <Paragraph>{t("journal.empty")}</Paragraph> : <LogTable rows={log.rows} />}
      <Pagination {...log} hrefFor={(page) => addresses.reactLog(code, { page })} />
      <TextLink href={addresses.reactOthers(code)}>{t("outside.back")}</TextLink>
    </>
  );
}
