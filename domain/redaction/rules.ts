import type { PersonalDataKind, Redaction } from "@/db/vocabulary";
import { type ReplacedForm, replacerOf } from "../privacy/rules/layer";
import { partsTelling } from "../privacy/rules/subjects";

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

/**
 * What takes the place of these ways of writing, and of what tells who it is by itself in them, wherever they stand: the
 * surname, and the first name where it is nothing else.
 */
export function replacedForms(forms: readonly DecidedForm[]): ReplacedForm[] {
  const written = new Map<string, ReplacedForm>();
  const parts = new Map<string, ReplacedForm>();
  for (const { text, ...decided } of forms) {
    const words = replacementOf(decided);
    if (words === null) continue;
    const { kind } = decided;
    written.set(text, { text, words, kind });
    // By itself it is the same person, also where it stood in no source; of two it tells neither.
    for (const part of kind === "name" ? partsTelling(text) : []) {
      const same = (parts.get(part.text)?.words ?? words) === words;
      parts.set(part.text, { ...part, words: same ? words : REMOVED.name, kind });
    }
  }
  return [...new Map([...parts, ...written]).values()];
}

/** Makes what shows words without personal data that was found and on which nobody decided: in a file, in what was typed. */
export function withoutFinds(
  finds: readonly { kind: PersonalDataKind; text: string }[],
): (text: string) => string {
  const open = { redaction: "open", role: null, code: null } as const;
  return replacerOf(replacedForms(finds.map(({ kind, text }) => ({ kind, text, ...open }))));
}
