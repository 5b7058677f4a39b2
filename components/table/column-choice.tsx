"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Unfold } from "@/components/ui/unfold";
import { TABLE_COLUMNS, type TableColumn } from "@/domain/table/model";
import styles from "./table.module.css";

/** Which columns one sees; remembered by the browser. */
export function ColumnChoice({
  action,
  shown,
}: {
  action: FormAction;
  shown: readonly TableColumn[];
}) {
  const t = useTranslations("table");
  return (
    <Unfold
      // Chosen: folded again, with the boxes as they are now.
      key={shown.join()}
      label={t("columns.button", { shown: shown.length, all: TABLE_COLUMNS.length })}
    >
      <ActionForm
        name={null}
        action={action}
        submitLabel={t("columns.submit")}
        submitSize="small"
        label={t("columns.label")}
      >
        <fieldset className={styles.columns}>
          <legend className="visually-hidden">{t("columns.label")}</legend>
          {TABLE_COLUMNS.map((column) => (
            <label key={column} className={styles.columnChoice}>
              <input
                type="checkbox"
                name="column"
                value={column}
                defaultChecked={shown.includes(column)}
              />
              {t(`column.${column}`)}
            </label>
          ))}
        </fieldset>
      </ActionForm>
    </Unfold>
  );
}
