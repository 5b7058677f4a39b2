"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "./cx";
import styles from "./form.module.css";
import { fieldId, useFormScope } from "./form-context";
import { Icon } from "./icon";

export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
};
export type Option = { value: string; label: string; hint?: string };

/** What every field takes from its form: id, error, kept value and the links between them. */
export function useField({ name, hint, optional }: Pick<FieldProps, "name" | "hint" | "optional">) {
  const { id: formId, state, inForm } = useFormScope();
  const id = fieldId(formId, name);
  const error = state.status === "error" ? state.fields?.[name] : undefined;
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean);
  return {
    id,
    error,
    kept: state.values?.[name],
    control: {
      id,
      name,
      "aria-required": inForm && !optional ? true : undefined,
      "aria-invalid": error ? true : undefined,
      "aria-describedby": described.join(" ") || undefined,
    },
  };
}

/** The value of a field that has one, as a form kept it. */
export function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** Says beside a label that the field may be left empty. */
export function Optional({ optional }: { optional?: boolean }) {
  const t = useTranslations("ui.form");
  return optional ? <span className={styles.optional}> {t("optional")}</span> : null;
}

/** Between the label of a field and its control: the hint, and what is wrong. */
export function Around({ id, hint, error }: { id: string; hint?: ReactNode; error?: string }) {
  const t = useTranslations("ui.form");
  return (
    <>
      {hint ? (
        <p id={`${id}-hint`} className={styles.description}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className={styles.error}>
          <Icon name="error" />
          <span>
            <span className="visually-hidden">{t("errorPrefix")} </span>
            {error}
          </span>
        </p>
      ) : null}
    </>
  );
}

/** A label with its control below it. */
export function Field({
  id,
  label,
  hint,
  optional,
  error,
  children,
}: {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  error?: string;
  children: ReactNode;
}) {
  return (
    <div className={cx("utrecht-form-field", styles.field, error && styles.invalid)}>
      <label htmlFor={id} className={cx("utrecht-form-label", styles.label)}>
        {label}
        <Optional optional={optional} />
      </label>
      <Around id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}
