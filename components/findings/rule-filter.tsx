import { useTranslations } from "next-intl";
import { addresses, PARAMETERS } from "@/components/addresses";
import { Button } from "@/components/ui/button";
import { HiddenField } from "@/components/ui/fields";
import { FilterSelect } from "@/components/ui/filter-select";
import { TextLink } from "@/components/ui/link";
import type { RuleId, Severity } from "@/domain/checking/model";
import type { FindingSums } from "@/domain/findings/model";
import styles from "./findings.module.css";

/** Narrows the list to one rule, by address. */
export function RuleFilter({
  slug,
  rules,
  filter: { severity, rule, filtering },
}: {
  slug: string;
  rules: FindingSums["rules"];
  filter: { severity?: Severity; rule?: RuleId; filtering: boolean };
}) {
  const t = useTranslations("findings");
  const to = addresses.dossier(slug);
  return (
    <form
      action={to.findings()}
      method="get"
      aria-label={t("filter.label")}
      className={styles.filter}
    >
      {severity ? <HiddenField name={PARAMETERS.severity} value={severity} /> : null}
      <FilterSelect
        key={rule}
        name={PARAMETERS.rule}
        label={t("filter.rule")}
        all={t("filter.allRules")}
        value={rule ?? ""}
        options={rules.map((one) => ({
          value: one.rule,
          label: t("filter.counted", { name: t(`rule.${one.rule}`), count: one.count }),
        }))}
      />
      <Button type="submit" size="small">
        {t("filter.button")}
      </Button>
      {filtering ? <TextLink href={to.findings()}>{t("filter.clear")}</TextLink> : null}
    </form>
  );
}
