import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import { Icon } from "@/components/ui/icon";
import type { LastRecorded } from "@/domain/dispositions/model";
import styles from "./work.module.css";

/** Takes back what one answered last, by name. Pressed again, what was answered before that. */
export function TakeBack({
  last,
  hidden,
  action,
}: {
  last: LastRecorded;
  hidden: Record<string, string>;
  action: (data: FormData) => Promise<void>;
}) {
  const t = useTranslations("dispositions");
  const [first, ...others] = last.reactions;
  if (!first) return null;
  return (
    <ButtonForm
      action={action}
      hidden={{ ...hidden, dispositions: dispositionsField(last.reactions) }}
      className={styles.takeBack}
    >
      <Button type="submit" size="small" data-undo="">
        <Icon name="undo" />
        {others.length === 0
          ? t("takeBack", { code: `R-${first.number}` })
          : t("takeBackMany", { code: `R-${first.number}`, count: others.length })}{" "}
        <kbd className={styles.key}>U</kbd>
      </Button>
    </ButtonForm>
  );
}

/** Several with the version that was seen of each, as one field. */
const dispositionsField = (all: LastRecorded["reactions"]): string =>
  all.map(({ reactionId, lockVersion }) => `${reactionId}:${lockVersion}`).join(" ");

/** Several as a form sends them; the command says what is wrong with them. */
export const dispositionsIn = (words: string) =>
  words
    .split(" ")
    .filter(Boolean)
    .map((word) => {
      const [reactionId = "", lockVersion = ""] = word.split(":");
      return { reactionId, lockVersion };
    });
