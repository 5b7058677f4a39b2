import { NotFound } from "./errors";

/** Name of the field of a form by which one press of its button is told from the next. */
export const SUBMISSION_KEY = "submissionKey";

/**
 * The largest form, in kB of 1,024 bytes, as a browser sends it: what a page refuses to send, what the
 * edge lets through (signed in or out: a session can end while somebody types), and what comes back to
 * be sent again. A requirement is 64 kB; files and pasted minutes go their own way (bronnen/opsturen).
 */
export const MAX_FORM_KILOBYTES = 1024;
export const MAX_FORM_BYTES = MAX_FORM_KILOBYTES * 1024;

/** What the server answers a form of a page that runs scripts, when nobody is signed in any more. */
export const SIGNED_OUT = "signed out";

/**
 * What was sent, when it is a form: who calls an action by hand can send anything in its place.
 *
 * @throws NotFound for what is none.
 */
function formOf(sent: FormData): FormData {
  if (!(sent instanceof FormData)) throw new NotFound();
  return sent;
}

/** What a command must know to do once what was sent twice: for input that is not the fields as such. @throws NotFound without a form. */
export function keyIn(data: FormData): { key?: string } {
  const key = formOf(data).get(SUBMISSION_KEY);
  return typeof key === "string" && key !== "" ? { key } : {};
}

/** The text fields of a form as one object, for a command's schema. @throws NotFound without a form. */
export function fieldsOf(data: FormData): Record<string, string> {
  return Object.fromEntries(
    [...formOf(data).entries()].filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === "string" && !entry[0].startsWith("$ACTION"),
    ),
  );
}
