import { useLocale, useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Section } from "@/components/ui/card";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { Paragraph } from "@/components/ui/text";
import { formatDate } from "@/domain/kernel/dates";
import type { Paged } from "@/domain/kernel/paging";
import type { ManagedSource } from "@/domain/sources/model";

/** The sources of a dossier, each with the way to remove it. */
export function ManagedSources({ slug, list }: { slug: string; list: Paged<ManagedSource> }) {
  const t = useTranslations("sources");
  const language = useLocale();
  return (
    <Section id="bronnen" title={t("remove.title")} lead={t("remove.lead")}>
      {list.total === 0 ? (
        <Paragraph muted>{t("remove.none")}</Paragraph>
      ) : (
        <Table
          caption={t("remove.caption", { count: list.total })}
          stack
          head={
            <Tr>
              <Th>{t("list.title")}</Th>
              <Th>{t("list.file")}</Th>
              <Th>{t("list.added")}</Th>
              <Th>{t("list.next")}</Th>
            </Tr>
          }
        >
          {list.rows.map((row) => (
            <Tr key={row.id}>
              <Td>{row.title}</Td>
              <Td label={t("list.file")}>{row.fileName}</Td>
              <Td label={t("list.added")}>{formatDate(row.createdAt, language)}</Td>
              <Td label={t("list.next")}>
                <TextLink
                  href={addresses.removeSource(slug, row.id)}
                  aria-label={t("remove.linkOf", { title: row.title })}
                >
                  {t("remove.link")}
                </TextLink>
              </Td>
            </Tr>
          ))}
        </Table>
      )}
    </Section>
  );
}
