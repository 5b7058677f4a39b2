import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import type { Chapter } from "@/domain/requirements/model";
import styles from "./chapter-nav.module.css";

/** Chapters shown before and after the one that is open; the others are on the page of the chapters. */
const AROUND = 20;

/**
 * The chapters with how many requirements each holds. On a phone it folds into one line. Of a long list
 * the part around the chapter that is shown.
 */
export function ChapterNav({
  slug,
  chapters,
  current,
  ordering = false,
  rows = [],
}: {
  slug: string;
  chapters: Chapter[];
  /** Id of the chapter that is shown. */
  current: string | null;
  /** While the order is being changed: the links stay in that way of looking. */
  ordering?: boolean;
  /** Requirements that stand on this page, to go to. */
  rows?: { code: string; title: string; chapterId: string }[];
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("requirements");
  const now = chapters.find((chapter) => chapter.id === current);
  const from = Math.max(0, chapters.findIndex(({ id }) => id === current) - AROUND);
  const shown = chapters.slice(from, from + 2 * AROUND + 1);
  const list = (
    <ol className={styles.list}>
      {shown.map((chapter) => (
        <li key={chapter.id} data-chapter={chapter.id} className={styles.item}>
          <TextLink
            href={
              ordering
                ? to.specification({ chapter: chapter.id, ordering: "ja" })
                : to.chapter(chapter.id)
            }
            aria-current={chapter.id === current ? "true" : undefined}
            className={styles.link}
          >
            <span className={styles.number}>{chapter.number}</span>
            <span className={styles.title}>{chapter.title}</span>
            <span className={styles.counts}>
              {chapter.withoutSource > 0 ? (
                <span className={styles.gap}>
                  <Icon name="warning" />
                  <span className="visually-hidden">
                    {t("chapter.gaps", { count: chapter.withoutSource })}
                  </span>
                </span>
              ) : null}
              <span aria-hidden="true">{chapter.total - chapter.dropped}</span>
              <span className="visually-hidden">
                {t("chapter.total", { count: chapter.total - chapter.dropped })}
              </span>
            </span>
          </TextLink>
          <Within rows={rows.filter(({ chapterId }) => chapterId === chapter.id)} />
        </li>
      ))}
    </ol>
  );
  return (
    <details className={styles.fold}>
      <summary className={styles.summary}>
        <span>
          {now
            ? t("chapters.at", { number: now.number, total: chapters.length })
            : t("chapters.title")}
        </span>
        <Icon name="chevron" className={styles.chevron} />
      </summary>
      <nav aria-label={t("chapters.title")}>
        {list}
        {shown.length < chapters.length ? (
          <p className={styles.all}>
            <TextLink href={to.chapters()}>
              {t("chapters.all", { count: chapters.length })}
            </TextLink>
          </p>
        ) : null}
      </nav>
    </details>
  );
}

/** The requirements of a chapter as far as they stand on this page. */
function Within({ rows }: { rows: { code: string; title: string }[] }) {
  if (rows.length === 0) return null;
  return (
    <ol className={styles.within}>
      {rows.map(({ code, title }) => (
        <li key={code}>
          <a href={`#${code}`} className={styles.to}>
            <span className={styles.code}>{code}</span>
            <span className={styles.title}>{title}</span>
          </a>
        </li>
      ))}
    </ol>
  );
}
