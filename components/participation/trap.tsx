import { useTranslations } from "next-intl";
import styles from "./reacting.module.css";

/** What this field holds, who fills it in is a program. */
export const TRAP = "website";

/** A field that nobody sees or hears: only a program fills it in. */
export function Trap() {
  const t = useTranslations("participation.react");
  return (
    <p className={styles.trap} aria-hidden="true">
      <label>
        {t("trap")}
        <input name={TRAP} tabIndex={-1} autoComplete="off" />
      </label>
    </p>
  );
}
