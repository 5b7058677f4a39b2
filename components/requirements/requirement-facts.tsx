import { useTranslations } from "next-intl";
import type { RequirementVersion } from "@/domain/requirements/model";
import styles from "./requirement-facts.module.css";

const FIELDS = ["explanation", "evidence", "verification"] as const;

/** What goes with a requirement: why, how it is proven and how it is checked. */
export function RequirementFacts({ version }: { version: RequirementVersion }) {
  const t = useTranslations("requirements");
  const filled = FIELDS.filter((field) => version[field]);
  if (filled.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {filled.map((field) => (
        <div key={field} className={styles.fact}>
          <dt>{t(`field.${field}`)}</dt>
          <dd>{version[field]}</dd>
        </div>
      ))}
    </dl>
  );
}
