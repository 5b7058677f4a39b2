"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import type { Chapter } from "@/domain/splitting/model";
import styles from "./contents.module.css";

/**
 * The headings and stellingen of the document, each with how much below it is unsure. The one the chosen
 * segment stands under can be chosen whole.
 */
export function Contents({
  chapters,
  at,
  open,
  hrefFor,
  onGo,
  onChoose,
}: {
  chapters: Chapter[];
  /** Where the chosen segment begins. */
  at: number | null;
  /** Where there is no room for it beside the text, it is asked for. */
  open: boolean;
  hrefFor: (start: number) => string;
  onGo: (start: number) => void;
  onChoose: (chapter: Chapter) => void;
}) {
  const t = useTranslations("splitting.contents");
  const here = at === null ? undefined : chapters.findLast((chapter) => chapter.start <= at);
  const label = ({ kind, number, words }: Chapter) =>
    kind === "statement" ? t("statement", { number: number ?? 0 }) : words;
  return (
    <nav aria-label={t("title")} className={cx(styles.contents, open && styles.open)}>
      <p className={styles.title} aria-hidden="true">
        {t("title")}
      </p>
      <ol className={styles.list}>
        {chapters.map((chapter) => (
          <li key={chapter.start}>
            <a
              href={hrefFor(chapter.start)}
              aria-current={chapter === here ? "true" : undefined}
              title={chapter.words}
              className={cx(
                styles.item,
                chapter.kind === "statement" && styles.below,
                chapter === here && styles.here,
              )}
              onClick={(event) => {
                event.preventDefault();
                onGo(chapter.start);
              }}
            >
              <span className={styles.words}>{label(chapter)}</span>
              {chapter.unsure > 0 ? (
                <span className={styles.unsure}>
                  <span aria-hidden="true">? {chapter.unsure}</span>
                  <span className="visually-hidden">{t("unsure", { count: chapter.unsure })}</span>
                </span>
              ) : null}
            </a>
          </li>
        ))}
      </ol>
      {here ? (
        <Button
          size="small"
          variant="subtle"
          className={styles.whole}
          onClick={() => onChoose(here)}
        >
          {t("whole", { words: label(here) })}
        </Button>
      ) : null}
      <ul className={styles.legend} aria-hidden="true">
        <li className={styles.seen}>{t("seen")}</li>
        <li className={styles.sure}>{t("sure")}</li>
        <li className={styles.doubt}>{t("doubt")}</li>
      </ul>
    </nav>
  );
}
