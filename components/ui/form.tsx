"use client";

import { useTranslations } from "next-intl";
import {
  type FormEvent,
  Fragment,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from "react";
import { SUBMISSION_KEY } from "@/domain/kernel/submission";
import { Alert } from "./alert";
import { Button, ButtonGroup, type ButtonSize, type ButtonVariant } from "./button";
import { cx } from "./cx";
import { ErrorSummary } from "./error-summary";
import { HiddenField } from "./fields";
import styles from "./form.module.css";
import { FormContext, fieldId, useFormScope } from "./form-context";
import { type FormAction, type FormState, idleForm } from "./form-state";
import { SubmissionKey, submissionKey } from "./submission-key";
import { useAnswered } from "./trouble";
import { TroubleNext } from "./trouble-next";
import { useKeptWords } from "./use-kept-words";
import { WordsBack } from "./words-back";

export type { FormAction, FormState } from "./form-state";

/**
 * A form on a server action. Errors stand above it and at the fields, what was typed stays, a
 * second press while busy does nothing. Without JavaScript it is an ordinary POST. React sends
 * such a form as multipart by itself, so files need nothing extra.
 *
 * What is typed is kept in the browser until it is stored, and whatever becomes of the call the form
 * stays: signed out, out of date, without connection. A second press after that is the same act.
 */
export function ActionForm({
  name,
  of,
  action,
  address,
  children,
  submitLabel,
  submitVariant = "primary",
  submitSize = "default",
  secondary,
  hidden,
  showRequiredHint = false,
  compact = false,
  resetOnDone = false,
  initialState = idleForm,
  onDone,
  label,
  id: formId,
}: {
  /** What it is called among the forms of its page, to keep its words by; null when it has none. */
  name: string | null;
  /** What it is about, when a page has several or can be opened about several things. */
  of?: string;
  action: FormAction;
  /** Where a browser without scripts sends the form, when `action` is no server action. */
  address?: string;
  children?: ReactNode;
  /** Null when its buttons stand among its fields, or outside it. */
  submitLabel: ReactNode;
  submitVariant?: ButtonVariant;
  submitSize?: ButtonSize;
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
  /** Of the form element, for fields that stand outside it. */
  id?: string;
}) {
  const t = useTranslations("ui.form");
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const words = useKeptWords(form, name, of);
  const answered = useAnswered(
    action,
    words.forget,
    address ? Number.POSITIVE_INFINITY : undefined,
  );
  const [state, formAction, pending] = useActionState(answered, initialState);
  const summary = useRef<HTMLHeadingElement>(null);
  const busy = useRef(false);
  const key = useRef<HTMLInputElement>(null);
  const { restored } = words;
  const whenDone = useEffectEvent((finished: FormState) => {
    words.takeOff();
    onDone?.(finished);
  });

  useEffect(() => {
    if (pending || !busy.current) return;
    busy.current = false;
    // Answered: what is sent from here on is another act. (A refusal was taken back whole.) Without
    // an answer, or when it may have been done, what is sent again is the same.
    const mayBeStored = state.trouble || state.perhapsDone;
    if (key.current && !mayBeStored) key.current.value = submissionKey();
  }, [pending, state]);

  useEffect(() => {
    if (state.status === "error") summary.current?.focus();
    if (state.status === "done") {
      if (resetOnDone) form.current?.reset();
      whenDone(state);
    }
  }, [state, resetOnDone]);

  // What came back may have been stored after all: it is sent under the key it had.
  useEffect(() => {
    const had = restored?.fields[SUBMISSION_KEY];
    if (key.current && typeof had === "string") key.current.value = had;
  }, [restored]);

  // Dispatching ourselves keeps the fields (React empties a form after its action, and a chosen
  // file cannot be put back) and lets a second press pass by.
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // `pending` is of the last render: two presses in one moment would both pass it.
    if (pending || busy.current) return;
    busy.current = true;
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const data = new FormData(event.currentTarget, submitter);
    words.keep();
    startTransition(() => formAction(data));
  }

  function discard() {
    words.forget();
    words.takeOff();
    if (key.current) key.current.value = submissionKey();
  }

  const shown = restored ? { ...state, values: { ...restored.fields, ...state.values } } : state;
  return (
    <FormContext
      value={{ id, state: shown, inForm: true, restored: restored?.fields, forget: words.forget }}
    >
      <div className={styles.outer}>
        {state.status === "error" ? (
          <FormErrors
            ref={summary}
            kept={name === null ? null : words.tooLarge ? "page" : "browser"}
          />
        ) : null}
        {restored ? <WordsBack at={restored.at} onDiscard={discard} /> : null}
        <div role="status" className={styles.status}>
          {state.status === "done" && state.message ? (
            <Alert tone="ok">{state.message}</Alert>
          ) : null}
        </div>
        {showRequiredHint ? <p className={styles.hint}>{t("requiredHint")}</p> : null}
        <form
          ref={form}
          id={formId}
          {...(address
            ? { action: address, method: "post", encType: "multipart/form-data" }
            : { action: formAction })}
          onSubmit={submit}
          onInput={words.onInput}
          onBlur={words.keep}
          name={name ?? undefined}
          noValidate
          aria-label={label}
          aria-busy={pending || undefined}
          className={cx("utrecht-form", compact ? styles.compact : styles.form)}
        >
          <SubmissionKey ref={key} />
          <Fragment key={restored?.at}>
            {Object.entries(hidden ?? {}).map(([field, value]) => (
              <HiddenField key={field} name={field} value={value} />
            ))}
            {children}
          </Fragment>
          {words.tooLarge ? <Alert tone="warning">{t("notKept")}</Alert> : null}
          <div className={styles.submit}>
            <ButtonGroup>
              {submitLabel === null ? null : (
                <Button
                  type="submit"
                  variant={submitVariant}
                  size={submitSize}
                  className={pending ? styles.busy : ""}
                >
                  {submitLabel}
                </Button>
              )}
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
function FormErrors({
  ref,
  kept,
}: {
  ref: React.Ref<HTMLHeadingElement>;
  kept: "browser" | "page" | null;
}) {
  const t = useTranslations("ui.form");
  const trouble = useTranslations("ui.trouble");
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
      title={
        state.trouble && state.trouble !== "refused"
          ? trouble(state.trouble)
          : (state.message ?? t("errorTitle", { count: Math.max(fields.length, 1) }))
      }
      errors={fields.map(([name, text]) => ({
        href: `#${fieldId(id, name)}`,
        text: labels[name] ? `${labels[name]}: ${text}` : text,
      }))}
      reference={state.reference}
    >
      {state.trouble ? <TroubleNext trouble={state.trouble} kept={kept} /> : null}
    </ErrorSummary>
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
