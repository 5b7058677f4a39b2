import { useTranslations } from "next-intl";
import { addresses, PARAMETERS } from "@/components/addresses";
import { Button } from "@/components/ui/button";
import { HiddenField } from "@/components/ui/fields";
import { FilterSelect } from "@/components/ui/filter-select";
import type { MatrixKind } from "@/domain/matrix/model";
import styles from "./matrix.module.css";

/** Narrows the matrix to one chapter, by address. */
export function ChapterFilter({
  slug,
  chapters,
  value,
  kind,
  show,
}: {
  slug: string;
  chapters: { id: string; number: number; title: string }[];
  value: string;
  kind: MatrixKind;
  show?: string;
}) {
  const t = useTranslations("matrix");
  return (
    <form
      action={addresses.dossier(slug).matrix()}
      method="get"
      aria-label={t("filter.label")}
      className={styles.filter}
    >
      <HiddenField name={PARAMETERS.columns} value={kind} />
      {show ? <HiddenField name={PARAMETERS.show} value={show} /> : null}
      <FilterSelect
        key={value}
        name={PARAMETERS.chapter}
        label={t("filter.chapter")}
        all={t("filter.all")}
        value={value}
        options={chapters.map(({ id, number, title }) => ({
          value: id,
          label: t("chapter", { number, title }),
        }))}
      />
      <Button type="submit" size="small">
        {t("filter.button")}
      </Button>
    </form>
  );
}
