import { useLocale, useTranslations } from "next-intl";
import { DataItem, DataList } from "@/components/ui/data-list";
import { TextLink } from "@/components/ui/link";
import { formatMoment } from "@/domain/kernel/dates";
import type { SourceDetail } from "@/domain/sources/model";
import styles from "./source-facts.module.css";

/** What is known of the file and its text: enough for anyone to check that nothing was altered. */
export function SourceFacts({
  source,
  originalHref,
}: {
  source: SourceDetail;
  originalHref: string;
}) {
  const t = useTranslations("sources");
  const language = useLocale();
  return (
    <details className={styles.facts}>
      <summary className={styles.summary}>{t("facts.title")}</summary>
      <DataList>
        <DataItem term={t("facts.file")}>
          <span className={styles.long}>{source.fileName}</span>,{" "}
          {t("size", { size: Math.max(1, Math.round(source.byteSize / 1000)) })}
          {" · "}
          <TextLink href={originalHref} prefetch={false}>
            {t("facts.download")}
          </TextLink>
        </DataItem>
        <DataItem term={t("facts.added")}>
          {source.createdBy
            ? t("facts.addedBy", {
                moment: formatMoment(source.createdAt, language),
                name: source.createdBy,
              })
            : formatMoment(source.createdAt, language)}
        </DataItem>
        <DataItem term={t("facts.text")}>
          {t("facts.length", { blocks: source.blocks, characters: source.characters })}
        </DataItem>
        <DataItem term={t("facts.fileHash")}>
          <code className={styles.long}>{source.sha256}</code>
        </DataItem>
        <DataItem term={t("facts.textHash")}>
          <code className={styles.long}>{source.textSha256}</code>
        </DataItem>
      </DataList>
    </details>
  );
}
