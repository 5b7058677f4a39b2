import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import { Unfold } from "@/components/ui/unfold";
import type { ReadyChapter } from "@/domain/review/model";
import styles from "./review.module.css";

/** Sends what is ready to review: of one chapter, or of all. */
export function SendReady({
  slug,
  chapters,
  send,
}: {
  slug: string;
  chapters: ReadyChapter[];
  send: (data: FormData) => Promise<void>;
}) {
  const t = useTranslations("review.send");
  const all = chapters.reduce((sum, { ready }) => sum + ready, 0);
  if (all === 0) return null;
  return (
    <Unfold label={t("ready", { count: all })}>
      <p className={styles.quiet}>{t("readyHelp")}</p>
      <ul className={styles.ready}>
        <li>
          <ButtonForm action={send} hidden={{ dossier: slug, chapterId: "all" }}>
            <Button type="submit" variant="primary" size="small">
              {t("all", { count: all })}
            </Button>
          </ButtonForm>
        </li>
        {chapters.map(({ id, number, title, ready }) => (
          <li key={id}>
            <ButtonForm action={send} hidden={{ dossier: slug, chapterId: id }}>
              <Button type="submit" size="small">
                {t("chapter", { number, title, count: ready })}
              </Button>
            </ButtonForm>
          </li>
        ))}
      </ul>
    </Unfold>
  );
}
