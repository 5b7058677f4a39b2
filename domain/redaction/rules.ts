import type { PersonalDataKind, Redaction } from "@/db/vocabulary";

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
