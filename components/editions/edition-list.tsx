import { useLocale, useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { Paragraph } from "@/components/ui/text";
import type { EditionRow } from "@/domain/editions/model";
import { formatDate } from "@/domain/kernel/dates";
import { EditionState } from "./edition-state";
import { Kenmerk } from "./kenmerk";

/** What was adopted so far, the newest first, and the way to adopt the next. */
export function EditionList({
  slug,
  editions,
  mayAdopt,
}: {
  slug: string;
  editions: EditionRow[];
  mayAdopt: boolean;
}) {
  const t = useTranslations("editions");
  const locale = useLocale();
  const to = addresses.dossier(slug);
  return (
    <Section
      id="edities"
      title={t("list.title")}
      lead={t("list.lead")}
      actions={
        mayAdopt ? (
          <ButtonLink href={to.adopt()} size="small">
            {t("list.adopt")}
          </ButtonLink>
        ) : null
      }
    >
      {editions.length === 0 ? (
        <Paragraph muted>{t("list.none")}</Paragraph>
      ) : (
        <Table
          caption={t("list.title")}
          captionHidden
          stack
          head={
            <Tr>
              <Th>{t("list.edition")}</Th>
              <Th>{t("list.decided")}</Th>
              <Th>{t("list.by")}</Th>
              <Th>{t("list.kenmerk")}</Th>
              <Th>{t("list.state")}</Th>
            </Tr>
          }
        >
          {editions.map((one) => (
            <Tr key={one.id}>
              <Th scope="row">
                <TextLink href={to.edition(one.number)}>
                  {t(`named.${one.kind}`, { number: one.number })}
                </TextLink>
              </Th>
              <Td label={t("list.decided")}>{formatDate(one.decidedOn, locale)}</Td>
              <Td label={t("list.by")}>{one.decidedBy}</Td>
              <Td label={t("list.kenmerk")}>
                <Kenmerk sha256={one.sha256} />
              </Td>
              <Td label={t("list.state")}>
                <EditionState edition={one} />
              </Td>
            </Tr>
          ))}
        </Table>
      )}
    </Section>
  );
}
