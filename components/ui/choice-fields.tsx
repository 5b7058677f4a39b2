"use client";

import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";
import { Around, type FieldProps, type Option, Optional, one, useField } from "./field";
import styles from "./form.module.css";
import { useFormScope } from "./form-context";

function Choice({
  type,
  id,
  option,
  label,
  ...rest
}: {
  type: "checkbox" | "radio";
  id: string;
  option: { value: string; hint?: ReactNode };
  label: ReactNode;
} & Omit<ComponentProps<"input">, "type" | "id" | "value">) {
  const described = [rest["aria-describedby"], option.hint ? `${id}-note` : ""].filter(Boolean);
  return (
    <div className={styles.choice}>
      <input
        {...rest}
        type={type}
        id={id}
        value={option.value}
        aria-describedby={described.join(" ") || undefined}
      />
      <label htmlFor={id}>{label}</label>
      {option.hint ? (
        <p id={`${id}-note`} className={styles.description}>
          {option.hint}
        </p>
      ) : null}
    </div>
  );
}

/** One yes or no. Sends `value` (default "on") when ticked. */
export function CheckboxField({
  name,
  label,
  hint,
  value = "on",
  defaultChecked,
  ...rest
}: FieldProps &
  Omit<ComponentProps<"input">, "name" | "required" | "id" | "type" | "value"> & {
    value?: string;
  }) {
  // A box may be left open, so it is never marked as required; the server says when it must be.
  const { id, error, kept, control } = useField({ name, optional: true });
  const { state } = useFormScope();
  return (
    <div className={cx(styles.field, error && styles.invalid)}>
      <Around id={id} error={error} />
      <Choice
        {...rest}
        {...control}
        type="checkbox"
        id={id}
        option={{ value, hint }}
        label={label}
        defaultChecked={
          rest.checked === undefined
            ? kept === undefined
              ? // What came back without it had it open.
                state.values === undefined && defaultChecked
              : kept === value || (Array.isArray(kept) && kept.includes(value))
            : undefined
        }
      />
    </div>
  );
}

/** One of a few. */
export function RadioGroup({
  name,
  label,
  hint,
  optional,
  options,
  defaultValue,
  inline,
  onChange,
}: FieldProps & {
  options: Option[];
  defaultValue?: string;
  inline?: boolean;
  onChange?: ComponentProps<"input">["onChange"];
}) {
  const { id, error, kept, control } = useField({ name, hint, optional });
  const now = one(kept) ?? defaultValue;
  return (
    <fieldset
      className={cx(styles.field, error && styles.invalid)}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: HTML allows it, and only so can a group be required
      role="radiogroup"
      aria-describedby={control["aria-describedby"]}
      aria-required={control["aria-required"]}
      aria-invalid={error ? true : undefined}
    >
      <legend className={styles.label}>
        {label}
        <Optional optional={optional} />
      </legend>
      <Around id={id} hint={hint} error={error} />
      <div className={cx(styles.choices, inline && styles.inline)}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            type="radio"
            name={name}
            // The first one carries the id of the field, so that the error summary leads to it.
            id={index === 0 ? id : `${id}-${option.value}`}
            option={option}
            label={option.label}
            defaultChecked={now === option.value}
            onChange={onChange}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Any number of some. */
export function CheckboxGroup({
  name,
  label,
  hint,
  options,
}: FieldProps & { options: readonly Option[] }) {
  const { id, error, kept, control } = useField({ name, hint, optional: true });
  const ticked = new Set([kept ?? []].flat());
  return (
    <fieldset
      className={cx(styles.field, error && styles.invalid)}
      aria-describedby={control["aria-describedby"]}
    >
      <legend className={styles.label}>{label}</legend>
      <Around id={id} hint={hint} error={error} />
      <div className={styles.choices}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            type="checkbox"
            name={name}
            // The first one carries the id of the field, so that the error summary leads to it.
            id={index === 0 ? id : `${id}-${option.value}`}
            option={option}
            label={option.label}
            defaultChecked={ticked.has(option.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}
