import { useTranslations } from "next-intl";
import { Button, ButtonGroup, ButtonLink } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import { EmptyState } from "@/components/ui/empty-state";
import { STANDARD_CHAPTERS } from "@/domain/requirements/rules/chapters";
import styles from "./start-chapters.module.css";

/** An empty Programma van Eisen: what it becomes, and the usual chapters to begin with. */
export function StartChapters({
  slug,
  action,
  chaptersHref,
}: {
  slug: string;
  /** Left out for who may not write. */
  action?: (data: FormData) => Promise<void>;
  chaptersHref: string;
}) {
  const t = useTranslations("requirements");
  return (
    <EmptyState
      title={t("start.title")}
      action={
        action ? (
          <ButtonForm action={action} hidden={{ dossier: slug }}>
            <ButtonGroup>
              <Button type="submit" variant="primary">
                {t("start.button")}
              </Button>
              <ButtonLink href={chaptersHref}>{t("start.own")}</ButtonLink>
            </ButtonGroup>
          </ButtonForm>
        ) : null
      }
    >
      <p>{action ? t("start.body") : t("start.readOnly")}</p>
      {action ? (
        <ol className={styles.list} lang="nl">
          {STANDARD_CHAPTERS.map((chapter) => (
            <li key={chapter.title}>
              <span className={styles.title}>{chapter.title}</span>
              <span className={styles.about}>{chapter.introduction}</span>
            </li>
          ))}
        </ol>
      ) : null}
    </EmptyState>
  );
}
