import { useTranslations } from "next-intl";
import { addresses, PARAMETERS } from "@/components/addresses";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/fields";
import { TextLink } from "@/components/ui/link";
import { FilterBar } from "@/components/ui/search-form";
import type { GapFilter, GapList } from "@/domain/coverage/model";
import styles from "./gap-filters.module.css";

/** Narrows a list of reactions to one consultation or one group, by address. */
export function GapFilters({
  slug,
  list,
  choices,
  chosen,
}: {
  slug: string;
  list: GapList;
  choices: {
    consultations: { id: string; title: string }[];
    groups: { id: string; name: string }[];
  };
  chosen: GapFilter;
}) {
  const t = useTranslations("coverage.filter");
  const to = addresses.dossier(slug);
  return (
    <form action={to.accountability({}, "lijst")} method="get" className={styles.form}>
      <input type="hidden" name={PARAMETERS.list} value={list} />
      <FilterBar>
        <SelectField
          key={`c${chosen.consultationId}`}
          name={PARAMETERS.consultation}
          label={t("consultation")}
          defaultValue={chosen.consultationId ?? ""}
          options={[
            { value: "", label: t("allConsultations") },
            ...choices.consultations.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
        <SelectField
          key={`g${chosen.groupId}`}
          name={PARAMETERS.group}
          label={t("group")}
          defaultValue={chosen.groupId ?? ""}
          options={[
            { value: "", label: t("allGroups") },
            ...choices.groups.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </FilterBar>
      <div className={styles.buttons}>
        <Button type="submit">{t("apply")}</Button>
        {chosen.consultationId || chosen.groupId ? (
          <TextLink href={to.accountability({ list }, "lijst")}>{t("clear")}</TextLink>
        ) : null}
      </div>
    </form>
  );
}
