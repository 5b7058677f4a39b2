"use client";

import { useTranslations } from "next-intl";
import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from "react";
import { Alert } from "./alert";
import { Button, ButtonGroup, type ButtonVariant } from "./button";
import { cx } from "./cx";
import { ErrorSummary } from "./error-summary";
import styles from "./form.module.css";
import { FormContext, fieldId, useFormScope } from "./form-context";
import { type FormAction, type FormState, idleForm } from "./form-state";
import { SubmissionKey, submissionKey } from "./submission-key";

export type { FormAction, FormState } from "./form-state";

/**
 * A form on a server action. Errors stand above it and at the fields, what was typed stays, a
 * second press while busy does nothing. Without JavaScript it is an ordinary POST. React sends
 * such a form as multipart by itself, so files need nothing extra.
 */
export function ActionForm({
  action,
  address,
  children,
  submitLabel,
  submitVariant = "primary",
  secondary,
  hidden,
  showRequiredHint = false,
  compact = false,
  resetOnDone = false,
  initialState = idleForm,
  onDone,
  label,
}: {
  action: FormAction;
  /** Where a browser without scripts sends the form, when `action` is no server action. */
  address?: string;
  children?: ReactNode;
  submitLabel: ReactNode;
  submitVariant?: ButtonVariant;
  /** Beside the submit button: cancel link, second submit with its own `name` and `value`. */
  secondary?: ReactNode;
  hidden?: Record<string, string | number>;
  /** Say above the form that all fields must be filled in unless it says otherwise. */
  showRequiredHint?: boolean;
  /** Fields and button on one line where there is room. */
  compact?: boolean;
  /** Empty the form after success: for a form that adds one thing after another. */
  resetOnDone?: boolean;
  initialState?: FormState;
  onDone?: (state: FormState) => void;
  /** Accessible name, when the heading above is not enough. */
  label?: string;
}) {
  const t = useTranslations("ui.form");
  const id = useId();
  const [state, formAction, pending] = useActionState(action, initialState);
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLHeadingElement>(null);
  const busy = useRef(false);
  const key = useRef<HTMLInputElement>(null);
  const whenDone = useEffectEvent((finished: FormState) => onDone?.(finished));

  useEffect(() => {
    if (pending) return;
    busy.current = false;
    // Answered: what is sent from here on is another act. (A refusal was taken back whole.) When it
    // may have been done, what is sent again is the same.
    if (key.current && !state.perhapsDone) key.current.value = submissionKey();
  }, [pending, state.perhapsDone]);

  useEffect(() => {
    if (state.status === "error") summary.current?.focus();
    if (state.status === "done") {
      if (resetOnDone) form.current?.reset();
      whenDone(state);
    }
  }, [state, resetOnDone]);

  // Dispatching ourselves keeps the fields (React empties a form after its action, and a chosen
  // file cannot be put back) and lets a second press pass by.
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // `pending` is of the last render: two presses in one moment would both pass it.
    if (pending || busy.current) return;
    busy.current = true;
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const data = new FormData(event.currentTarget, submitter);
    startTransition(() => formAction(data));
  }

  return (
    <FormContext value={{ id, state, inForm: true }}>
      <div className={styles.outer}>
        {state.status === "error" ? <FormErrors ref={summary} /> : null}
        <div role="status" className={styles.status}>
          {state.status === "done" && state.message ? (
            <Alert tone="ok">{state.message}</Alert>
          ) : null}
        </div>
        {showRequiredHint ? <p className={styles.hint}>{t("requiredHint")}</p> : null}
        <form
          ref={form}
          {...(address
            ? { action: address, method: "post", encType: "multipart/form-data" }
            : { action: formAction })}
          onSubmit={submit}
          noValidate
          aria-label={label}
          aria-busy={pending || undefined}
          className={cx("utrecht-form", compact ? styles.compact : styles.form)}
        >
          <SubmissionKey ref={key} />
          {Object.entries(hidden ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {children}
          <div className={styles.submit}>
            <ButtonGroup>
              <Button type="submit" variant={submitVariant} className={pending ? styles.busy : ""}>
                {submitLabel}
              </Button>
              {secondary}
            </ButtonGroup>
            <span role="status" className={styles.pending}>
              {pending ? t("pending") : ""}
            </span>
          </div>
        </form>
      </div>
    </FormContext>
  );
}

/** The error summary of the form around it. */
function FormErrors({ ref }: { ref: React.Ref<HTMLHeadingElement> }) {
  const t = useTranslations("ui.form");
  const { id, state } = useFormScope();
  const fields = Object.entries(state.fields ?? {});
  const [labels, setLabels] = useState<Record<string, string>>({});

  // "Vul dit veld in." says enough at the field, but not above the form: name the field there.
  useEffect(() => {
    const names = Object.keys(state.fields ?? {});
    setLabels(Object.fromEntries(names.map((name) => [name, labelOf(fieldId(id, name))])));
  }, [id, state]);

  return (
    <ErrorSummary
      ref={ref}
      title={state.message ?? t("errorTitle", { count: Math.max(fields.length, 1) })}
      errors={fields.map(([name, text]) => ({
        href: `#${fieldId(id, name)}`,
        text: labels[name] ? `${labels[name]}: ${text}` : text,
      }))}
      reference={state.reference}
    />
  );
}

/** The words of the label of a field, or of the group it stands in; empty when it has none. */
function labelOf(id: string): string {
  const field = document.getElementById(id);
  const own = field instanceof HTMLInputElement ? field.labels?.[0] : null;
  const label =
    field?.closest("fieldset")?.querySelector("legend") ??
    own ??
    document.querySelector(`label[for="${CSS.escape(id)}"]`);
  return label?.textContent?.trim() ?? "";
}

/** Sets fields under each other; use it when the fields stand in a part of a form. */
export function FormFields({ children }: { children: ReactNode }) {
  return <div className={styles.form}>{children}</div>;
}

/** Fields beside each other where there is room, such as date and time. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}
