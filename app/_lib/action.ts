import { randomUUID } from "node:crypto";
import { notFound, redirect, unstable_rethrow } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type FormState, typedIn } from "@/components/ui/form-state";
import { Conflict, DomainError, type MessageParams, Unavailable } from "@/domain/kernel/errors";
import { faultText } from "@/domain/kernel/faults";
import { refusalIn } from "@/domain/kernel/refusal";
import type { MessageKey } from "@/messages/catalogue";
import { refusalPage } from "./refusal";

/** The form that an action was called with. Who calls one by hand without a form finds nothing there. */
export function formIn(sent: FormData): FormData {
  if (!(sent instanceof FormData)) notFound();
  return sent;
}

/**
 * Runs the work of a form and tells the form how it went. What was typed comes back with every
 * error. Redirects pass through.
 *
 * After a save on an old version (`Conflict` with what stands now) that comes back as well, as
 * values named `current.<field>`, and its `lockVersion` as `token`: see `CurrentBeside`.
 */
export async function formResult(
  data: FormData | null,
  work: () => Promise<FormState | undefined>,
): Promise<FormState> {
  if (data !== null) formIn(data);
  try {
    return (await work()) ?? { status: "done" };
  } catch (error) {
    unstable_rethrow(error);
    const state = await describeError(error);
    const values = data ? typedIn(data) : undefined;
    if (!(error instanceof Conflict) || !isRecord(error.current)) return { ...state, values };
    const { lockVersion, ...current } = error.current;
    return {
      ...state,
      values: { ...values, ...shownValues(current) },
      token: lockVersion === undefined ? undefined : String(lockVersion),
    };
  }
}

/**
 * Runs the work of a plain form, which has no state to tell a refusal in. "Not found" and "no
 * access" become their page; any other refusal of the domain leads to `address`, where the page
 * says that it did not happen. A fault of ours, and a database that is away, pass through.
 */
export async function redirectingOnRefusal<T>(address: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError) || error instanceof Unavailable) throw error;
    refusalPage(error);
    redirect(address);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What stands now, as far as it is text or a number, under names that no field of a form has. */
function shownValues(current: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(current).flatMap(([field, value]) =>
      typeof value === "string" || typeof value === "number"
        ? [[`current.${field}`, String(value)]]
        : [],
    ),
  );
}

/** The sentence for an error, and per field; an unknown error is logged under a reference. */
export async function describeError(error: unknown): Promise<FormState & { status: "error" }> {
  const t = await getTranslations();
  const sentence = (key: MessageKey, params?: MessageParams) => t(key, params);
  const refusal = refusalIn(error);
  if (refusal) {
    return {
      status: "error",
      message: sentence(refusal.key, refusal.params),
      fields: Object.fromEntries(
        Object.entries(refusal.fields).map(([field, key]) => [
          field,
          sentence(key, refusal.params),
        ]),
      ),
      perhapsDone: (refusal instanceof Unavailable && refusal.perhapsDone) || undefined,
    };
  }
  const reference = logFault(error);
  return { status: "error", message: sentence("errors.unexpected", { reference }), reference };
}

/** Logs a fault of ours, and gives the number a person can mention. */
export function logFault(error: unknown): string {
  const reference = randomUUID().slice(0, 8);
  console.error(`[${reference}]`, faultText(error));
  return reference;
}
