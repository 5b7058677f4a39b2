"use client";

import { useTranslations } from "next-intl";
import { useRunning } from "@/components/ui/use-running";
import type { Outcome } from "@/db/vocabulary";
import { FORM_ID } from "./form-id";
import styles from "./reason-choice.module.css";

const KEYS = ["A", "B", "C"] as const;

/**
 * Reasons to begin with: one's own of before, and then what is often said with this outcome. It is put in the field, where it is changed
 * like all that is typed there; Ctrl+Z brings back what stood.
 */
export function ReasonChoice({
  outcome,
  own,
}: {
  outcome: Outcome;
  own: readonly { outcome: Outcome; reason: string }[];
}) {
  const t = useTranslations("dispositions");
  const running = useRunning();
  if (!running) return null;
  // What is often said with each outcome.
  const standard: Record<Outcome, string[]> = {
    adopted: [t("standard.adopted.a")],
    partly: [t("standard.partly.a")],
    rejected: [t("standard.rejected.a"), t("standard.rejected.b"), t("standard.rejected.c")],
    elsewhere: [t("standard.elsewhere.a")],
    outOfScope: [t("standard.outOfScope.a")],
    noted: [t("standard.noted.a")],
  };
  const mine = own.filter((one) => one.outcome === outcome).map(({ reason }) => reason);
  const reasons = [...new Set([...mine, ...standard[outcome]])].slice(0, KEYS.length);
  return (
    <fieldset className={styles.reasons}>
      <legend>{t("form.standard")}</legend>
      {reasons.map((reason, i) => (
        <button
          key={reason}
          type="button"
          className={styles.reason}
          data-standard={KEYS[i]?.toLowerCase()}
          onClick={() => putReason(reason)}
        >
          <span>{reason}</span>
          <kbd>{KEYS[i]}</kbd>
        </button>
      ))}
    </fieldset>
  );
}

/** In place of what stands in the field, as if it were typed: so that it can be undone, and is kept like all that is typed. */
function putReason(reason: string): void {
  const field = document.querySelector<HTMLTextAreaElement>(`#${FORM_ID} [data-reason]`);
  if (!field) return;
  field.focus();
  field.select();
  // Nothing else puts words in a field so that a browser can undo it; where it is gone they are put there all the same.
  if (!document.execCommand?.("insertText", false, reason)) {
    field.value = reason;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
