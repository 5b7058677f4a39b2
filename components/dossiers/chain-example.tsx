import { useTranslations } from "next-intl";
import { TraceShape, type TraceTone } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import styles from "./chain-example.module.css";

const STEPS: TraceTone[] = ["statement", "reaction", "coreValue", "requirement"];

/** The way from stelling to eis by an example, one step leading to the next. */
export function ChainExample() {
  const t = useTranslations("home.chain");
  return (
    <figure className={styles.figure}>
      <ol className={styles.chain}>
        {STEPS.map((step) => (
          <li key={step} className={cx(styles.step, styles[step])}>
            <p className={styles.name}>
              <TraceShape tone={step} className={styles.shape} />
              {t(`name.${step}`)}
            </p>
            <p className={styles.words}>{t(`words.${step}`)}</p>
            <p className={styles.note}>{t(`note.${step}`)}</p>
          </li>
        ))}
      </ol>
      <figcaption className={styles.caption}>{t("caption")}</figcaption>
    </figure>
  );
}
