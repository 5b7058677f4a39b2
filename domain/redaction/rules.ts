import type { PersonalDataKind, Redaction } from "@/db/vocabulary";
import { type ReplacedForm, replacerOf } from "../privacy/rules/layer";
import { surnameIn } from "../privacy/rules/subjects";

/** What was decided, as far as it says what others read. */
export interface Decided {
  kind: PersonalDataKind;
  redaction: Redaction;
  role: string | null;
  code: number | null;
}

/** Of each kind what says that something was there, without saying what. */
export const REMOVED: Record<PersonalDataKind, string> = {
  name: "[naam verwijderd]",
  email: "[e-mailadres verwijderd]",
  phone: "[telefoonnummer verwijderd]",
  address: "[adres verwijderd]",
  birthdate: "[geboortedatum verwijderd]",
  bsn: "[BSN verwijderd]",
  health: "[gezondheid verwijderd]",
  organisation: "[organisatie verwijderd]",
};

/**
 * What others read in place of the words; null when the words stay. What is still open is replaced too: nothing
 * leaves by not having been decided.
 */
export function replacementOf({ kind, redaction, role, code }: Decided): string | null {
  switch (redaction) {
    case "keep":
    case "none":
      return null;
    case "role":
      return role === null ? REMOVED[kind] : `[${role}]`;
    case "code":
      return code === null ? REMOVED[kind] : `[${codeOf(code)}]`;
    default:
      return REMOVED[kind];
  }
}

/** "P-04": at least two figures, so that they line up. */
export const codeOf = (code: number): string => `P-${String(code).padStart(2, "0")}`;

/** A way of writing with what was decided on it. */
export interface DecidedForm extends Decided {
  text: string;
}

/** What takes the place of these ways of writing, and of the surnames in them, wherever they stand. */
export function replacedForms(forms: readonly DecidedForm[]): ReplacedForm[] {
  const written = new Map<string, string>();
  const surnames = new Map<string, string>();
  for (const { text, ...decided } of forms) {
    const words = replacementOf(decided);
    if (words === null) continue;
    written.set(text, words);
    // By itself it is the same person, also where it stood in no source; of two it tells neither.
    const surname = decided.kind === "name" ? surnameIn(text) : null;
    if (surname === null || !/\p{Lu}/u.test(surname)) continue;
    surnames.set(surname, (surnames.get(surname) ?? words) === words ? words : REMOVED.name);
  }
  return [...new Map([...surnames, ...written])].map(([text, words]) => ({ text, words }));
}

/** Makes what shows words without personal data that was found and on which nobody decided: in a file, in what was typed. */
export function withoutFinds(
  finds: readonly { kind: PersonalDataKind; text: string }[],
): (text: string) => string {
  const open = { redaction: "open", role: null, code: null } as const;
  return replacerOf(replacedForms(finds.map(({ kind, text }) => ({ kind, text, ...open }))));
}
