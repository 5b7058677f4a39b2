"use client";

import { useEffect, useRef } from "react";
import { useFormScope } from "@/components/ui/form-context";

/** What was typed in a form and not sent yet, kept in this browser only. */
export interface Draft {
  /** Moment, ISO. */
  savedAt: string;
  /** The version the form was opened on; 0 for something new. */
  base: number;
  values: Record<string, string>;
}

const PREFIX = "herleid.draft.";
/** Milliseconds of quiet before a draft is kept. */
const QUIET = 600;

/** The kept draft, or null; what cannot be read counts as none. */
export function readDraft(key: string): Draft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(PREFIX + key) ?? "null") as Draft | null;
    return kept && typeof kept.savedAt === "string" && typeof kept.values === "object"
      ? kept
      : null;
  } catch {
    return null;
  }
}

export function forgetDraft(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function keepDraft(key: string, draft: Draft): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(draft));
  } catch {
    // Full or switched off: the warning when leaving still stands.
  }
}

/**
 * Keeps what is typed in the form around it, and warns who closes the page with words that were not
 * sent. `fields` are the names that belong to the draft.
 */
export function DraftKeeper({
  draftKey,
  base,
  fields,
}: {
  draftKey: string;
  base: number;
  fields: readonly string[];
}) {
  const here = useRef<HTMLSpanElement>(null);
  const { state } = useFormScope();
  const sending = useRef(false);
  // An answer came and the form still stands: what it holds is not stored.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer counts, whatever it says
  useEffect(() => {
    sending.current = false;
  }, [state]);

  useEffect(() => {
    const form = here.current?.closest("form");
    if (!form) return;
    let dirty = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      const data = new FormData(form);
      const values = Object.fromEntries(
        fields.map((field) => [field, String(data.get(field) ?? "")]),
      );
      keepDraft(draftKey, { savedAt: new Date().toISOString(), base, values });
    };
    const typed = () => {
      dirty = true;
      clearTimeout(timer);
      timer = setTimeout(keep, QUIET);
    };
    const leaving = (event: BeforeUnloadEvent) => {
      if (!dirty || sending.current) return;
      keep();
      event.preventDefault();
    };
    const submitted = () => {
      sending.current = true;
    };
    form.addEventListener("input", typed);
    form.addEventListener("submit", submitted);
    window.addEventListener("beforeunload", leaving);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", typed);
      form.removeEventListener("submit", submitted);
      window.removeEventListener("beforeunload", leaving);
    };
  }, [draftKey, base, fields]);

  return <span ref={here} hidden />;
}

/** On the page after a save: what was kept is stored now. */
export function ForgetDraft({ draftKey }: { draftKey: string }) {
  useEffect(() => forgetDraft(draftKey), [draftKey]);
  return null;
}
