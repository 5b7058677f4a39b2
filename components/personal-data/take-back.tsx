import { useTranslations } from "next-intl";
import { shortened } from "@/components/text/shortened";
import { Button } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import { Icon } from "@/components/ui/icon";
import type { LastDecision } from "@/domain/personal-data/model";
import { UndoKey } from "./undo-key";
import styles from "./work.module.css";

/** Takes back what one decided last, by name. Pressed again, what was decided before that. */
export function TakeBack({
  last,
  hidden,
  undo,
}: {
  last: LastDecision;
  hidden: Record<string, string>;
  undo: (data: FormData) => Promise<void>;
}) {
  const t = useTranslations("personalData");
  const [first] = last.subjects;
  if (!first) return null;
  return (
    <ButtonForm
      action={undo}
      hidden={{ ...hidden, subjects: subjectsField(last.subjects) }}
      className={styles.takeBack}
    >
      <Button type="submit" size="small" data-answer="u">
        <Icon name="undo" />
        {last.subjects.length === 1
          ? t("takeBack", { name: shortened(first.name, 40) })
          : t("takeBackMany", { count: last.subjects.length })}{" "}
        <kbd className={styles.key}>u</kbd>
      </Button>
      <UndoKey />
    </ButtonForm>
  );
}

/** Several with the version that was seen of each, as one field. */
export const subjectsField = (subjects: readonly { id: string; lockVersion: number }[]): string =>
  subjects.map(({ id, lockVersion }) => `${id}:${lockVersion}`).join(" ");

/** Several as a form sends them; the command says what is wrong with them. */
export const subjectsIn = (words: readonly string[]) =>
  words
    .flatMap((word) => word.split(" "))
    .filter(Boolean)
    .map((word) => {
      const [subjectId = "", lockVersion = ""] = word.split(":");
      return { subjectId, lockVersion };
    });

/** What was decided last, for who hears the page: said once, when it changes. */
export function LastSaid({ words }: { words: string }) {
  return (
    <p role="status" className="visually-hidden">
      {words}
    </p>
  );
}
