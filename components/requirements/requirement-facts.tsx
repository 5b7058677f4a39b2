import { useTranslations } from "next-intl";
import type { RequirementVersion } from "@/domain/requirements/model";
import styles from "./requirement-facts.module.css";

const FIELDS = ["score", "weight", "explanation", "evidence", "verification"] as const;

/** What goes with a requirement: how it counts, why, how it is proven and how it is checked. */
export function RequirementFacts({ version }: { version: RequirementVersion }) {
  const t = useTranslations("requirements");
  const filled = FIELDS.filter((field) => version[field]);
  const said = (field: (typeof FIELDS)[number]) => {
    const value = version[field] ?? "";
    if (field === "score") return t("measure.points", { score: value });
    return field === "weight" ? t("measure.percent", { weight: value }) : value;
  };
  if (filled.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {filled.map((field) => (
        <div key={field} className={styles.fact}>
          <dt>{t(`field.${field}`)}</dt>
          <dd>{said(field)}</dd>
        </div>
      ))}
    </dl>
  );
}
