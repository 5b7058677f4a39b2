"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useState } from "react";
import { cx } from "./cx";
import styles from "./form.module.css";
import { fieldId, useFormScope } from "./form-context";
import { Icon } from "./icon";

type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
};
type InputProps = FieldProps & Omit<ComponentProps<"input">, "name" | "required" | "id" | "type">;

export type Option = { value: string; label: string; hint?: string };

/** What every field takes from its form: id, error, kept value and the links between them. */
function useField({ name, hint, optional }: Pick<FieldProps, "name" | "hint" | "optional">) {
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

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function Optional({ optional }: { optional?: boolean }) {
  const t = useTranslations("ui.form");
  return optional ? <span className={styles.optional}> {t("optional")}</span> : null;
}

function Around({ id, hint, error }: { id: string; hint?: ReactNode; error?: string }) {
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

function Field({
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
              ? defaultChecked
              : kept === value || (Array.isArray(kept) && kept.includes(value))
            : undefined
        }
      />
    </div>
  );
}

function Group({
  type,
  name,
  label,
  hint,
  optional,
  options,
  chosen,
  inline,
  onChange,
}: FieldProps & {
  type: "radio" | "checkbox";
  options: Option[];
  chosen: string[];
  inline?: boolean;
  onChange?: ComponentProps<"input">["onChange"];
}) {
  const { id, error, kept, control } = useField({ name, hint, optional });
  const now = kept === undefined ? chosen : [kept].flat();
  return (
    <fieldset
      className={cx(styles.field, error && styles.invalid)}
      aria-describedby={control["aria-describedby"]}
      {...(type === "radio"
        ? {
            role: "radiogroup",
            "aria-required": control["aria-required"],
            "aria-invalid": error ? true : undefined,
          }
        : {})}
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
            type={type}
            name={name}
            // The first one carries the id of the field, so that the error summary leads to it.
            id={index === 0 ? id : `${id}-${option.value}`}
            option={option}
            label={option.label}
            defaultChecked={now.includes(option.value)}
            onChange={onChange}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** One of a few. */
export function RadioGroup({
  defaultValue,
  ...rest
}: FieldProps & {
  options: Option[];
  defaultValue?: string;
  inline?: boolean;
  onChange?: ComponentProps<"input">["onChange"];
}) {
  return <Group type="radio" chosen={defaultValue ? [defaultValue] : []} {...rest} />;
}

/** Any number of a few; all ticked values are sent under the same name. */
export function CheckboxGroup({
  defaultValue,
  ...rest
}: FieldProps & {
  options: Option[];
  defaultValue?: string[];
  inline?: boolean;
  onChange?: ComponentProps<"input">["onChange"];
}) {
  return <Group type="checkbox" chosen={defaultValue ?? []} {...rest} />;
}

/** A file to bring in; says which one was chosen and how large it is. */
export function FileField({
  label,
  hint,
  optional,
  name,
  className,
  onChange,
  ...rest
}: InputProps) {
  const t = useTranslations("ui.form");
  const { id, error, control } = useField({ name, hint, optional });
  const [files, setFiles] = useState<{ name: string; size: number }[]>([]);
  return (
    <Field id={id} label={label} hint={hint} optional={optional} error={error}>
      <input
        {...rest}
        {...control}
        type="file"
        className={cx(styles.file, className)}
        onChange={(event) => {
          setFiles([...(event.currentTarget.files ?? [])]);
          onChange?.(event);
        }}
      />
      <p role="status" className={styles.chosen}>
        {files
          .map((file) => t("chosenFile", { name: file.name, size: kilobytes(file.size) }))
          .join(", ")}
      </p>
    </Field>
  );
}

/** Size in kilobytes, at least 1: nobody chooses a file to see "0 kB". */
function kilobytes(bytes: number): number {
  return bytes === 0 ? 0 : Math.max(1, Math.round(bytes / 1000));
}

export function HiddenField({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={value} />;
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
