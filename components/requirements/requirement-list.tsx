import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { SuspectBadge } from "@/components/sources/suspect-badge";
import { shortened } from "@/components/text/shortened";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/link";
import { CodeTag } from "@/components/ui/text";
import type { RequirementRow } from "@/domain/requirements/model";
import type { SourceMarks } from "@/domain/trace/model";
import { KindBadge } from "./kind-badge";
import styles from "./requirement-list.module.css";
import { SourceCounts } from "./source-counts";

/** Longest first words, in UTF-16 units. */
const OPENING = 180;

/** Requirements in the order of the document: code, title, first words and where they come from. */
export function RequirementList({
  slug,
  rows,
  suspect,
  withChapter = false,
}: {
  slug: string;
  rows: RequirementRow[];
  /** Those that rest on words of which the source changed, or was removed. */
  suspect: ReadonlyMap<string, SourceMarks>;
  /** Name the chapter of each, when they come from several. */
  withChapter?: boolean;
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("requirements");
  return (
    <ol className={styles.list}>
      {rows.map((row) => (
        <li key={row.id} className={styles.row} data-dropped={row.dropped || undefined}>
          <p className={styles.code}>
            <CodeTag>{row.code}</CodeTag>
          </p>
          <div className={styles.words}>
            <h3 className={styles.title}>
              <TextLink href={to.requirement(row.id)}>{row.title}</TextLink>
            </h3>
            <p className={styles.opening}>{shortened(row.opening, OPENING)}</p>
            <div className={styles.facts}>
              {row.dropped ? <Badge tone="error">{t("dropped.badge")}</Badge> : null}
              <KindBadge kind={row.kind} />
              <SourceCounts requirement={row} />
              <SuspectBadge marks={suspect.get(row.id)} href={to.trace(row.id)} of={row.code} />
              {withChapter ? (
                <span className={styles.chapter}>
                  {t("chapter.label", { number: row.chapterNumber, title: row.chapterTitle })}
                </span>
              ) : null}
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}
