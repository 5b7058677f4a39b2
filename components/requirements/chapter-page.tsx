import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Heading } from "@/components/ui/heading";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import type { Chapter } from "@/domain/requirements/model";
import { ChapterNav } from "./chapter-nav";
import styles from "./chapter-page.module.css";

/** One chapter beside the list of chapters, with the way to the one before and after. */
export function ChapterPage({
  slug,
  chapters,
  chapter,
  mayWrite,
  ordering,
  children,
}: {
  slug: string;
  chapters: Chapter[];
  chapter: Chapter;
  mayWrite: boolean;
  ordering: boolean;
  children: ReactNode;
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("requirements");
  const at = chapters.indexOf(chapter);
  const before = chapters[at - 1];
  const after = chapters[at + 1];
  return (
    <div className={styles.grid}>
      <ChapterNav slug={slug} chapters={chapters} current={chapter.id} ordering={ordering} />
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
          {mayWrite && chapter.total > 1 ? (
            <ButtonLink
              href={to.specification({
                chapter: chapter.id,
                ordering: ordering ? undefined : "ja",
              })}
              size="small"
              variant={ordering ? "primary" : "secondary"}
              scroll={false}
            >
              {ordering ? t("order.done") : t("order.start")}
            </ButtonLink>
          ) : null}
        </header>
        {chapter.total === 0 ? (
          <EmptyState
            title={t("chapter.empty")}
            headingLevel={3}
            action={
              mayWrite ? (
                <ButtonLink href={to.addRequirement({ chapter: chapter.id })} variant="primary">
                  {t("chapter.addFirst")}
                </ButtonLink>
              ) : null
            }
          >
            <p>{t("chapter.emptyHelp")}</p>
          </EmptyState>
        ) : (
          children
        )}
        <nav aria-label={t("chapter.around")} className={styles.around}>
          {before ? (
            <TextLink href={to.specification({ chapter: before.id })} className={styles.step}>
              <Icon name="chevron-left" />
              {t("chapter.label", { number: before.number, title: before.title })}
            </TextLink>
          ) : (
            <span />
          )}
          {after ? (
            <TextLink href={to.specification({ chapter: after.id })} className={styles.step}>
              {t("chapter.label", { number: after.number, title: after.title })}
              <Icon name="chevron-right" />
            </TextLink>
          ) : null}
        </nav>
      </section>
    </div>
  );
}
