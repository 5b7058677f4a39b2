import { useLocale, useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { formatDate } from "@/domain/kernel/dates";
import type { SourceRow } from "@/domain/sources/model";
import { useFailureWords } from "./failure-words";
import styles from "./source-table.module.css";

/** The sources of a dossier, each with how far its splitting is and what to do next. */
export function SourceTable({ sources, slug }: { sources: SourceRow[]; slug: string }) {
  const to = addresses.dossier(slug);
  const t = useTranslations("sources");
  const language = useLocale();
  const wordsOf = useFailureWords();
  return (
    <Table
      caption={t("list.caption")}
      captionHidden
      stack
      head={
        <Tr>
          <Th>{t("list.title")}</Th>
          <Th>{t("list.file")}</Th>
          <Th>{t("list.added")}</Th>
          <Th>{t("list.documents")}</Th>
          <Th>{t("list.state")}</Th>
          <Th>{t("list.next")}</Th>
        </Tr>
      }
    >
      {sources.map((source) => {
        const href = to.source(source.id);
        const done = source.documents > 0 && source.confirmed === source.documents;
        return (
          <Tr key={source.id}>
            <Td label={t("list.title")}>
              <TextLink href={href} className={styles.title}>
                {source.title}
              </TextLink>
            </Td>
            <Td label={t("list.file")}>
              <span className={styles.file}>{source.fileName}</span>
              <span className={styles.facts}>
                {t("size", { size: Math.max(1, Math.round(source.byteSize / 1000)) })} ·{" "}
                <abbr title={t("list.hash", { sha256: source.sha256 })} className={styles.hash}>
                  {source.sha256.slice(0, 8)}
                </abbr>
              </span>
            </Td>
            <Td label={t("list.added")}>
              <time dateTime={source.createdAt}>{formatDate(source.createdAt, language)}</time>
            </Td>
            <Td label={t("list.documents")}>{source.state === "read" ? source.documents : "–"}</Td>
            <Td label={t("list.state")}>
              {source.state === "failed" ? (
                <>
                  <Badge tone="error">{t("progress.failed")}</Badge>
                  <span className={styles.facts}>{wordsOf(source.failure)}</span>
                </>
              ) : source.state !== "read" ? (
                <Badge tone="neutral">{t(`progress.${source.state}`)}</Badge>
              ) : done ? (
                <Badge tone="ok">{t("state.done")}</Badge>
              ) : (
                <span className={styles.state}>
                  {t("state.open", { open: source.openSegments, total: source.segments })}
                  {source.confirmed > 0 ? (
                    <span className={styles.facts}>
                      {t("state.confirmed", {
                        confirmed: source.confirmed,
                        documents: source.documents,
                      })}
                    </span>
                  ) : null}
                </span>
              )}
            </Td>
            <Td label={t("list.next")}>
              <TextLink href={done || source.state !== "read" ? href : to.parts(source.id)}>
                {source.state !== "read"
                  ? t("progress.look")
                  : done
                    ? t("next.read")
                    : nextLabel(source, t)}
                <span className="visually-hidden">: {source.title}</span>
              </TextLink>
            </Td>
          </Tr>
        );
      })}
    </Table>
  );
}

function nextLabel(
  source: Pick<SourceRow, "segments" | "openSegments" | "confirmed">,
  t: ReturnType<typeof useTranslations<"sources">>,
): string {
  const untouched = source.openSegments === source.segments && source.confirmed === 0;
  return untouched ? t("next.start") : t("next.continue");
}
