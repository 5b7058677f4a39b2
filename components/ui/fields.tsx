"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useState } from "react";
import { cx } from "./cx";
import { Field, type FieldProps, type Option, one, useField } from "./field";
import styles from "./form.module.css";
import { useFormScope } from "./form-context";
import { Icon } from "./icon";
import { useTypedBefore } from "./use-typed-before";

type InputProps = FieldProps & Omit<ComponentProps<"input">, "name" | "required" | "id" | "type">;

const invalidBox = "utrecht-textbox--invalid";

function Textbox({
  label,
  hint,
  optional,
  name,
  defaultValue,
  className,
  ...rest
}: InputProps & { type?: string }) {
  const { id, error, kept, control } = useField({ name, hint, optional });
  return (
    <Field id={id} label={label} hint={hint} optional={optional} error={error}>
      <input
        {...rest}
        {...control}
        defaultValue={rest.value === undefined ? (one(kept) ?? defaultValue) : undefined}
        className={cx(
          "utrecht-textbox utrecht-textbox--html-input",
          error && invalidBox,
          styles.control,
          className,
        )}
      />
    </Field>
  );
}

/** One line of text. */
export function TextField({
  type = "text",
  ...rest
}: InputProps & { type?: "text" | "email" | "tel" | "url" | "number" | "search" | "password" }) {
  return <Textbox type={type} {...rest} />;
}

/** A date, by the browser's own picker; the value is `YYYY-MM-DD`. */
export function DateField({ className, ...rest }: InputProps) {
  return <Textbox type="date" {...rest} className={cx(styles.short, className)} />;
}

/** A time of day; the value is `HH:MM`. */
export function TimeField({ className, ...rest }: InputProps) {
  return <Textbox type="time" {...rest} className={cx(styles.short, className)} />;
}

/** Several lines of text. `counter` is a maximum that is counted aloud but never cuts off words. */
export function TextareaField({
  label,
  hint,
  optional,
  name,
  defaultValue,
  counter,
  rows = 5,
  className,
  onInput,
  ...rest
}: FieldProps &
  Omit<ComponentProps<"textarea">, "name" | "required" | "id" | "maxLength"> & {
    counter?: number;
  }) {
  const t = useTranslations("ui.form");
  const { id, error, kept, control } = useField({ name, hint, optional });
  useTypedBefore(id);
  const first = String(one(kept) ?? defaultValue ?? rest.value ?? "");
  const [length, setLength] = useState([...first].length);
  const described = [control["aria-describedby"], counter ? `${id}-counter` : ""].filter(Boolean);
  return (
    <Field id={id} label={label} hint={hint} optional={optional} error={error}>
      <textarea
        {...rest}
        {...control}
        aria-describedby={described.join(" ") || undefined}
        rows={rows}
        defaultValue={rest.value === undefined ? (one(kept) ?? defaultValue) : undefined}
        onInput={(event) => {
          // Code points, as the server counts: an emoji is one sign.
          if (counter) setLength([...event.currentTarget.value].length);
          onInput?.(event);
        }}
        className={cx(
          "utrecht-textarea utrecht-textarea--html-textarea",
          error && "utrecht-textarea--invalid",
          styles.control,
          className,
        )}
      />
      {counter ? (
        <p id={`${id}-counter`} className={cx(styles.counter, length > counter && styles.over)}>
          {length > counter
            ? t("counterOver", { count: length - counter })
            : t("counter", { count: counter - length, max: counter })}
        </p>
      ) : null}
    </Field>
  );
}

/** A file of one's own; `accept` only says what the browser offers. */
export function FileField({
  label,
  hint,
  optional,
  name,
  ...rest
}: FieldProps & Pick<ComponentProps<"input">, "accept">) {
  const { id, error, control } = useField({ name, hint, optional });
  return (
    <Field id={id} label={label} hint={hint} optional={optional} error={error}>
      <input {...rest} {...control} type="file" className={styles.file} />
    </Field>
  );
}

/** A choice from a list. `emptyLabel` adds a first line without a value. */
export function SelectField({
  label,
  hint,
  optional,
  name,
  defaultValue,
  options,
  emptyLabel,
  className,
  ...rest
}: FieldProps &
  Omit<ComponentProps<"select">, "name" | "required" | "id" | "children"> & {
    options: (Option | { label: string; options: Option[] })[];
    emptyLabel?: string;
  }) {
  const { id, error, kept, control } = useField({ name, hint, optional });
  const chosen = rest.value === undefined ? (one(kept) ?? defaultValue ?? "") : undefined;
  return (
    <Field id={id} label={label} hint={hint} optional={optional} error={error}>
      <span className={styles.selectBox}>
        <select
          // React looks at the default of a select only once; the key makes a kept value count.
          key={String(one(kept) ?? "")}
          {...rest}
          {...control}
          defaultValue={chosen}
          className={cx(
            "utrecht-select utrecht-select--html-select",
            error && "utrecht-select--invalid",
            styles.control,
            className,
          )}
        >
          {emptyLabel !== undefined ? <option value="">{emptyLabel}</option> : null}
          {options.map((option) =>
            "options" in option ? (
              <optgroup key={option.label} label={option.label}>
                {option.options.map((inner) => (
                  <option key={inner.value} value={inner.value}>
                    {inner.label}
                  </option>
                ))}
              </optgroup>
            ) : (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ),
          )}
        </select>
        <Icon name="chevron" />
      </span>
    </Field>
  );
}

/** A value that comes along unseen; with words that came back it is what it was for them. */
export function HiddenField({ name, value }: { name: string; value: string | number }) {
  const { restored } = useFormScope();
  const had = restored?.[name];
  return <input type="hidden" name={name} value={typeof had === "string" ? had : value} />;
}

/** Fields that belong together under one question. */
export function Fieldset({
  legend,
  hint,
  children,
}: {
  legend: ReactNode;
  hint?: ReactNode;
  children: ReactNode;
}) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{legend}</legend>
      {hint ? <p className={styles.description}>{hint}</p> : null}
      {children}
    </fieldset>
  );
}
