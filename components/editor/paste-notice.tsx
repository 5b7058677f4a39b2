import { useTranslations } from "next-intl";
import styles from "./editor.module.css";
import type { LeftOut } from "./paste";

/** What was left out of what was pasted last, and what one can do instead. Always there, for readers aloud. */
export function PasteNotice({ leftOut }: { leftOut: LeftOut | null }) {
  const t = useTranslations("editor.leftOut");
  const sentences = leftOut
    ? [
        leftOut.tables > 0 ? t("tables", { count: leftOut.tables }) : "",
        leftOut.struck ? t("struck") : "",
        leftOut.pictures > 0 ? t("pictures", { count: leftOut.pictures }) : "",
      ].filter(Boolean)
    : [];
  return (
    <div role="status" className={styles.leftOut}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
