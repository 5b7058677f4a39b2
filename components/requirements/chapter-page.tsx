import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { ButtonLink } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import type { Chapter } from "@/domain/requirements/model";
import { ChapterNav } from "./chapter-nav";
import styles from "./chapter-page.module.css";

/** A chapter of which the order is changed, beside the list of chapters, with the way to the one before and after. */
export function ChapterPage({
  slug,
  chapters,
  chapter,
  children,
}: {
  slug: string;
  chapters: Chapter[];
  chapter: Chapter;
  children: ReactNode;
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("requirements");
  const at = chapters.indexOf(chapter);
  const before = chapters[at - 1];
  const after = chapters[at + 1];
  return (
    <div className={styles.grid}>
      <ChapterNav slug={slug} chapters={chapters} current={chapter.id} ordering />
      <section aria-labelledby="chapter-title" className={styles.chapter}>
        <header className={styles.header}>
          <div className={styles.words}>
            <p className={styles.number}>{t("chapter.number", { number: chapter.number })}</p>
            <Heading level={2} id="chapter-title">
              {chapter.title}
            </Heading>
            {chapter.introduction ? (
              <p className={styles.introduction}>{chapter.introduction}</p>
            ) : null}
          </div>
          <ButtonLink href={to.chapter(chapter.id)} size="small" variant="primary">
            {t("order.done")}
          </ButtonLink>
        </header>
        {children}
        <nav aria-label={t("chapter.around")} className={styles.around}>
          {before ? (
            <TextLink
              href={to.specification({ chapter: before.id, ordering: "ja" })}
              className={styles.step}
            >
              <Icon name="chevron-left" />
              {t("chapter.label", { number: before.number, title: before.title })}
            </TextLink>
          ) : (
            <span />
          )}
          {after ? (
            <TextLink
              href={to.specification({ chapter: after.id, ordering: "ja" })}
              className={styles.step}
            >
              {t("chapter.label", { number: after.number, title: after.title })}
              <Icon name="chevron-right" />
            </TextLink>
          ) : null}
        </nav>
      </section>
    </div>
  );
}
