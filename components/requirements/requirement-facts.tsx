import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import type { RequirementContent } from "@/domain/requirements/model";
import styles from "./requirement-facts.module.css";

const FIELDS = ["score", "weight", "explanation", "evidence", "verification"] as const;

/** What goes with a requirement: how it counts, why, how it is proven and how it is checked. */
export function RequirementFacts({
  version,
  brief = false,
}: {
  version: RequirementContent;
  /** Close together, as they stand under a requirement in the document. */
  brief?: boolean;
}) {
  const t = useTranslations("requirements");
  const filled = FIELDS.filter((field) => version[field]);
  const said = (field: (typeof FIELDS)[number]) => {
    const value = version[field] ?? "";
    if (field === "score") return t("measure.points", { score: value });
    return field === "weight" ? t("measure.percent", { weight: value }) : value;
  };
  if (filled.length === 0) return null;
  return (
    <dl className={cx(styles.facts, brief && styles.brief)}>
      {filled.map((field) => (
        <div key={field} className={styles.fact}>
          <dt>{t(`field.${field}`)}</dt>
          <dd>{said(field)}</dd>
        </div>
      ))}
    </dl>
  );
}
