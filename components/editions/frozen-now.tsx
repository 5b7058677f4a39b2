import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DataItem, DataList } from "@/components/ui/data-list";
import { Heading } from "@/components/ui/heading";
import { Paragraph } from "@/components/ui/text";
import { Unfold } from "@/components/ui/unfold";
import type { EditionPreview } from "@/domain/editions/model";
import { formatDate } from "@/domain/kernel/dates";
import styles from "./editions.module.css";
import { Kenmerk } from "./kenmerk";

/** What would be frozen now, in numbers, and how it hangs together with the edition before it. */
export function FrozenNow({ preview }: { preview: EditionPreview }) {
  const t = useTranslations("editions.frozen");
  const locale = useLocale();
  const { sections, dropped, answered, replaced, passedOver, previous, contentSha256, next } =
    preview;
  return (
    <div className={styles.frozen}>
      <Card title={t("title")}>
        <DataList>
          <DataItem term={t("requirements")}>
            {t("requirementsOf", { count: sections.requirements.count - dropped, dropped })}
          </DataItem>
          <DataItem term={t("coreValues")}>{sections.coreValues.count}</DataItem>
          <DataItem term={t("reactions")}>
            {t("reactionsOf", { count: sections.reactions.count, answered })}
          </DataItem>
          <DataItem term={t("sources")}>{sections.sources.count}</DataItem>
          <DataItem term={t("replaced")}>{replaced}</DataItem>
          <DataItem term={t("passedOver")}>{passedOver}</DataItem>
        </DataList>
      </Card>
      <Heading level={2}>{t("kenmerk")}</Heading>
      <Paragraph muted>{t("kenmerkBody")}</Paragraph>
      <ol className={styles.chain}>
        {previous ? (
          <li>
            <b>{t("edition", { number: previous.number })}</b>
            <span>{formatDate(previous.decidedOn, locale)}</span>
            <Kenmerk sha256={previous.sha256} />
          </li>
        ) : null}
        <li className={styles.next}>
          <b>{t("nextEdition", { definitive: next.definitive, concept: next.concept })}</b>
          <span>{t("follows")}</span>
        </li>
      </ol>
      <Unfold label={t("contentKenmerk")}>
        <Kenmerk sha256={contentSha256} whole />
      </Unfold>
      <Heading level={2}>{t("wrong")}</Heading>
      <Paragraph muted>{t("wrongBody")}</Paragraph>
    </div>
  );
}
