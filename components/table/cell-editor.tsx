"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { SelectField, TextareaField, TextField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { useFormScope } from "@/components/ui/form-context";
import type { FormAction } from "@/components/ui/form-state";
import { REQUIREMENT_KINDS } from "@/db/vocabulary";
import type { CellField, TableRow } from "@/domain/table/model";
import styles from "./table.module.css";

/** One field of one requirement, changed where it stands. */
export function CellEditor({
  slug,
  row,
  field,
  action,
  onClose,
}: {
  slug: string;
  row: TableRow;
  field: CellField;
  action: FormAction;
  onClose: () => void;
}) {
  const t = useTranslations("table");
  const kinds = useTranslations("kinds");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const control = box.current?.querySelector<HTMLElement>(
      "select, input:not([type=hidden]), textarea",
    );
    control?.focus();
    if (control instanceof HTMLInputElement) control.select();
  }, []);
  const label = t("cellLabel", { column: t(`column.${field}`), code: row.code });
  const value = String(row[field] ?? "");
  return (
    <div ref={box} className={styles.editor}>
      <ActionForm
        name="requirement.cell"
        of={`${row.id} ${field}`}
        action={action}
        hidden={{ dossier: slug, requirementId: row.id, field }}
        submitLabel={t("save")}
        submitSize="small"
        secondary={
          <Button size="small" variant="subtle" onClick={onClose}>
            {t("cancel")}
          </Button>
        }
        onDone={onClose}
        label={label}
      >
        <Lock n={row.n} />
        {field === "kind" ? (
          <SelectField
            name="value"
            label={label}
            defaultValue={value}
            options={REQUIREMENT_KINDS.map((kind) => ({
              value: kind,
              label: kinds(`requirement.${kind}`),
            }))}
          />
        ) : field === "score" || field === "weight" ? (
          <TextField
            name="value"
            label={label}
            inputMode="numeric"
            autoComplete="off"
            optional
            defaultValue={value}
          />
        ) : (
          <TextareaField name="value" label={label} rows={4} optional defaultValue={value} />
        )}
      </ActionForm>
    </div>
  );
}

/** The version the field was opened on, and after an answer that somebody was first the one that stands. */
function Lock({ n }: { n: number }) {
  const { state } = useFormScope();
  const [opened] = useState(n);
  const sent = state.values?.lockVersion;
  const value = state.token ?? (typeof sent === "string" ? sent : opened);
  return <input type="hidden" name="lockVersion" value={value} readOnly />;
}
