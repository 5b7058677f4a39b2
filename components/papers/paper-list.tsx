import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Section } from "@/components/ui/card";
import { DataItem, DataList } from "@/components/ui/data-list";
import { TextLink } from "@/components/ui/link";
import { Cluster } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { PAPER_FORMATS, PAPERS } from "@/domain/papers/model";
import { paperAddress } from "@/domain/papers/rules/files";

/** What can be made of an edition, and as what. */
export function PaperList({ slug, number }: { slug: string; number: string }) {
  const t = useTranslations("papers");
  const to = addresses.dossier(slug);
  return (
    <Section id="documenten" title={t("list.title")}>
      <Paragraph>{t("list.lead")}</Paragraph>
      <DataList>
        {PAPERS.map((kind) => (
          <DataItem key={kind} term={t(`kind.${kind}`)}>
            <Cluster gap="m">
              {PAPER_FORMATS.map((format) => (
                <TextLink key={format} href={to.paper(number, paperAddress(kind, format))} download>
                  <span className="visually-hidden">{t(`kind.${kind}`)}: </span>
                  {t(`format.${format}`)}
                </TextLink>
              ))}
            </Cluster>
          </DataItem>
        ))}
      </DataList>
    </Section>
  );
}
