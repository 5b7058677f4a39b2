import { useLocale, useTranslations } from "next-intl";
import { PARAMETERS } from "@/components/addresses";
import { DateField, SelectField } from "@/components/ui/fields";
import { SearchForm } from "@/components/ui/search-form";
import type { AuditFilter } from "@/domain/audit/model";
import { useActionWords } from "./action-words";
import styles from "./audit-filters.module.css";

/** What of the log to show. */
export function AuditFilters({
  action,
  filter,
  choices,
  clearHref,
}: {
  action: string;
  filter: AuditFilter;
  /** Without dossiers it is the log of one. */
  choices: { actions: string[]; dossiers?: { slug: string; title: string }[] };
  clearHref?: string;
}) {
  const t = useTranslations("audit");
  const words = useActionWords();
  const locale = useLocale();
  return (
    <SearchForm
      action={action}
      name={PARAMETERS.person}
      label={t("filter.person")}
      defaultValue={filter.person}
      clearHref={clearHref}
      submitLabel={t("filter.submit")}
    >
      <div className={styles.filters}>
        {choices.dossiers ? (
          <SelectField
            key={`dossier ${filter.dossier}`}
            name={PARAMETERS.dossier}
            label={t("filter.dossier")}
            defaultValue={filter.dossier}
            emptyLabel={t("filter.all")}
            options={[
              { value: "installation", label: t("installation") },
              ...choices.dossiers.map(({ slug, title }) => ({ value: slug, label: title })),
            ]}
          />
        ) : null}
        <SelectField
          key={`handeling ${filter.action}`}
          name={PARAMETERS.action}
          label={t("filter.action")}
          defaultValue={filter.action}
          emptyLabel={t("filter.all")}
          options={choices.actions
            .map((value) => ({ value, label: words(value) }))
            .sort((a, b) => a.label.localeCompare(b.label, locale))}
        />
        <DateField
          key={`vanaf ${filter.from}`}
          name={PARAMETERS.since}
          label={t("filter.from")}
          defaultValue={filter.from}
        />
        <DateField
          key={`tot ${filter.until}`}
          name={PARAMETERS.until}
          label={t("filter.until")}
          defaultValue={filter.until}
        />
      </div>
    </SearchForm>
  );
}
