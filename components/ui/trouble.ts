"use client";

import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { useEffect, useMemo, useRef } from "react";
import { addresses } from "@/components/addresses";
import { DATABASE_AWAY, DATABASE_PERHAPS } from "@/db/vocabulary";
import { MAX_FORM_BYTES, SIGNED_OUT } from "@/domain/kernel/submission";
import { type FormAction, idleForm, type Trouble, typedIn } from "./form-state";

/** What is around each field on its way: its name and a few lines. */
const FIELD_BYTES = 150;
/** What Next sends along with the fields of an action: what the form said before, and which are sent. */
const ACTION_BYTES = 1_000;

/**
 * What became of a call that got no ordinary answer. A redirect, and a page that says "not found"
 * or "no access", are answers and pass through.
 *
 * @returns what is wrong, with the number under which the server logged it when it did, or the
 *   sentence with which the edge refused before anything was done.
 */
export function troubleOf(error: unknown): {
  trouble: Trouble;
  reference?: string;
  message?: string;
} {
  unstable_rethrow(error);
  const digest = digestOf(error);
  if (error instanceof Error && error.message === SIGNED_OUT) return { trouble: "signedOut" };
  if (unstable_isUnrecognizedActionError(error)) return { trouble: "outdated" };
  if (digest === DATABASE_AWAY) return { trouble: "away" };
  if (digest === DATABASE_PERHAPS) return { trouble: "perhaps" };
  if (digest) return { trouble: "fault", reference: digest };
  if (isRefusal(error)) return { trouble: "refused", message: error.message };
  return { trouble: navigator.onLine ? "unreachable" : "offline" };
}

/** What Next throws for an answer that is no answer, when that has no words of its own. */
const WITHOUT_WORDS = "An unexpected response was received from the server.";

/** The edge says no in plain words (`edge/refuse.ts`); a lost connection is a TypeError. */
function isRefusal(error: unknown): error is Error {
  return error instanceof Error && error.name === "Error" && error.message !== WITHOUT_WORDS;
}

/** Whether an action led on: then its work was done. To the sign-in page is not on. */
export function leadsOn(error: unknown): boolean {
  const [kind, , to = ""] = digestOf(error).split(";");
  return kind === "NEXT_REDIRECT" && to.split("?")[0] !== addresses.signIn();
}

function digestOf(error: unknown): string {
  const digest = (error as { digest?: unknown } | null)?.digest;
  return typeof digest === "string" ? digest : "";
}

/**
 * An action that answers also when the server does not, so that no form makes way for a page about
 * an error. On the server it is the action itself: without scripts a form is an ordinary POST.
 *
 * @param onStored called when the work was done, before anything else happens.
 * @param limit bytes; a larger form is not sent.
 */
export function useAnswered(
  action: FormAction,
  onStored?: () => void,
  limit = MAX_FORM_BYTES,
): FormAction {
  const stored = useRef(onStored);
  useEffect(() => {
    stored.current = onStored;
  });
  return useMemo<FormAction>(() => {
    if (typeof window === "undefined") return action;
    return async (_state, data) => {
      const values = typedIn(data);
      if (sizeOf(data) > limit) return { status: "error", trouble: "tooLarge", values };
      try {
        // What the form said before is of no use there, and can be as large as the form.
        const answer = await action(idleForm, data);
        if (answer.status === "done") stored.current?.();
        return answer;
      } catch (error) {
        if (leadsOn(error)) stored.current?.();
        return { status: "error", ...troubleOf(error), values };
      }
    };
  }, [action, limit]);
}

/** Bytes that a form takes on its way, at most: in a form a line ends in two signs. */
export function sizeOf(data: FormData): number {
  let bytes = ACTION_BYTES;
  for (const [, value] of data) {
    const sent = typeof value === "string" ? new Blob([value.replace(/\r?\n|\r/g, "\r\n")]) : value;
    bytes += FIELD_BYTES + sent.size;
  }
  return bytes;
}
