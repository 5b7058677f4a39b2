/**
 * What was typed in forms and not stored yet, in this browser only: per account, page and form, so
 * that an ended session, an update or a lost connection costs nobody their words. Never files or
 * secrets; see docs/decisions/017.
 */

export type KeptFields = Record<string, string | string[]>;

export interface KeptWords {
  /** Moment, ISO. */
  at: string;
  /** All fields of the form as it stood, hidden ones and the key of the submission too. */
  fields: KeptFields;
}

/** Longer is not kept, and the form says so: a browser gives a site some five million signs. */
export const MAX_KEPT_CHARACTERS = 1_000_000;
/** How many forms are kept; the oldest goes first. */
export const MAX_KEPT_FORMS = 30;
/** Shorter than the server knows a submission by its key, so that what comes back counts once. */
export const MAX_KEPT_DAYS = 7;

const PREFIX = "herleid.kept|";
const DAY_MS = 24 * 60 * 60 * 1000;

/** The name under which a form is kept. */
export function placeOf(account: string, pathname: string, form: string, of = ""): string {
  return [PREFIX + account, pathname, form, of].join("|");
}

/** What is kept of a form, or null; what cannot be read, or is too old, counts as nothing. */
export function readKept(place: string, now = Date.now()): KeptWords | null {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? "null") as KeptWords | null;
    const age = now - Date.parse(kept?.at ?? "");
    if (!kept || typeof kept.fields !== "object" || !(age < MAX_KEPT_DAYS * DAY_MS)) return null;
    return kept;
  } catch {
    return null;
  }
}

/** @returns whether it is kept: not when it is too large, or the browser keeps nothing. */
export function keepWords(place: string, fields: KeptFields, now = Date.now()): boolean {
  const text = JSON.stringify({ at: new Date(now).toISOString(), fields });
  forgetWords(place);
  if (text.length > MAX_KEPT_CHARACTERS) return false;
  const others = places()
    .map((other) => ({ other, at: readKept(other, now)?.at ?? "" }))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  // Where there is no room left, the oldest make some.
  while (others.length >= MAX_KEPT_FORMS || others[0]?.at === "") dropOldest(others);
  for (;;) {
    try {
      localStorage.setItem(place, text);
      return true;
    } catch {
      if (!dropOldest(others)) return false;
    }
  }
}

function dropOldest(others: { other: string }[]): boolean {
  const oldest = others.shift();
  if (oldest) forgetWords(oldest.other);
  return oldest !== undefined;
}

export function forgetWords(place: string): void {
  try {
    localStorage.removeItem(place);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** How many forms of an account are kept here. */
export function countKept(account: string): number {
  return places(account).filter((place) => readKept(place)).length;
}

/** Told to the forms of this page when all is forgotten, so that they keep nothing on leaving. */
export const FORGOTTEN = "herleid-forgotten";

/** Forgets all that is kept of an account. */
export function forgetAccount(account: string): void {
  for (const place of places(account)) forgetWords(place);
  globalThis.dispatchEvent?.(new Event(FORGOTTEN));
}

function places(account = ""): string[] {
  const begin = account ? `${PREFIX}${account}|` : PREFIX;
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(begin));
  } catch {
    return [];
  }
}

/** All fields of a form as they stand; a box that is not ticked is an empty value. */
export function fieldsIn(form: HTMLFormElement): KeptFields {
  const fields: Record<string, string[]> = {};
  for (const element of form.elements) {
    if (!isKept(element)) continue;
    const values = fields[element.name] ?? [];
    fields[element.name] = values;
    if (element instanceof HTMLInputElement && ["checkbox", "radio"].includes(element.type)) {
      if (element.checked) values.push(element.value);
    } else values.push(element.value);
  }
  return Object.fromEntries(
    Object.entries(fields).map(([name, values]) => [
      name,
      values.length > 1 ? values : (values[0] ?? ""),
    ]),
  );
}

type TextElement = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function isKept(element: Element): element is TextElement {
  const field =
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement;
  if (!field || !element.name || element.name.startsWith("$ACTION")) return false;
  return !["file", "password", "submit", "button", "image", "reset"].includes(element.type);
}
