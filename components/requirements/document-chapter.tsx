import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { ButtonLink } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import type { Chapter } from "@/domain/requirements/model";
import styles from "./document.module.css";

/** The head of a chapter in the document. */
export function DocumentChapter({
  slug,
  chapter,
  goesOn,
  mayWrite,
}: {
  slug: string;
  chapter: Chapter;
  /** Its beginning stands on the page before. */
  goesOn: boolean;
  mayWrite: boolean;
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("requirements");
  const { id, number, title, introduction, total } = chapter;
  return (
    <header className={styles.chapter} id={id}>
      <Heading level={2} className={styles.chapterTitle}>
        <span className={styles.number}>{number}</span>
        <span>
          {title}
          {goesOn ? <span className={styles.goesOn}> {t("document.goesOn")}</span> : null}
        </span>
      </Heading>
      {introduction && !goesOn ? <p className={styles.introduction}>{introduction}</p> : null}
      {total === 0 ? <p className={styles.introduction}>{t("chapter.empty")}.</p> : null}
      {mayWrite ? (
        <p className={styles.acts}>
          {total === 0 ? (
            <ButtonLink href={to.addRequirement({ chapter: id })} size="small">
              {t("chapter.addFirst")}
              <span className="visually-hidden"> {t("chapter.number", { number })}</span>
            </ButtonLink>
          ) : null}
          {total > 1 ? (
            <TextLink href={to.specification({ chapter: id, ordering: "ja" })}>
              {t("order.start")}
              <span className="visually-hidden"> {t("chapter.number", { number })}</span>
            </TextLink>
          ) : null}
        </p>
      ) : null}
    </header>
  );
}
