import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import styles from "./review.module.css";

/** What was just done, by the address that it led to: it works without scripts. */
export const REVIEW_MESSAGES = [
  "akkoord",
  "teruggestuurd",
  "nagekeken",
  "teruggenomen",
  "niet-teruggenomen",
  "gestuurd",
  "deel-gestuurd",
  "niet-gestuurd",
] as const;
export type ReviewMessageName = (typeof REVIEW_MESSAGES)[number];

/** The step that can be taken back, as an address says it; what is no step is none. */
export function undoIn(words: string): { requirementId: string; step: number } | null {
  const [, requirementId, step] = /^([0-9a-f-]{36}):(\d{1,6})$/.exec(words) ?? [];
  return requirementId && step ? { requirementId, step: Number(step) } : null;
}

export function ReviewMessage({
  slug,
  message,
  count,
  undo,
  takeBack,
}: {
  slug: string;
  message: ReviewMessageName;
  count: number;
  undo: { requirementId: string; step: number } | null;
  takeBack: (data: FormData) => Promise<void>;
}) {
  const t = useTranslations("review");
  const refused = message.startsWith("niet-");
  const may = message === "akkoord" || message === "teruggestuurd" || message === "nagekeken";
  return (
    <Alert tone={refused ? "error" : "ok"} role={refused ? "alert" : "status"}>
      <p>{t(`message.${message}`, { count })}</p>
      {undo && may ? (
        <ButtonForm action={takeBack} hidden={{ dossier: slug, ...undo }} className={styles.undo}>
          <Button type="submit" size="small" data-undo="">
            {t("act.undo")} <kbd>U</kbd>
          </Button>
        </ButtonForm>
      ) : null}
    </Alert>
  );
}
