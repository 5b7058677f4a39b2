import { useTranslations } from "next-intl";
import styles from "./reading.module.css";

/** What the lines under words in the text mean. */
export function MarkLegend() {
  const t = useTranslations("sources.legend");
  return (
    <ul className={styles.legend} aria-label={t("label")}>
      {(["input", "coreValue", "requirement"] as const).map((level) => (
        <li key={level}>
          <span className={styles[`on-${level}`]}>{t(`words.${level}`)}</span> {t(`means.${level}`)}
        </li>
      ))}
    </ul>
  );
}
