import { z } from "zod";
import type { PersonalDataKind, Redaction } from "@/db/vocabulary";
import { says } from "@/domain/kernel/errors";
import { requiredText, uuid } from "../kernel/fields";

/** Longest role or reason, in characters. */
const LONGEST_ROLE = 60;
const LONGEST_REASON = 500;

const about = { subjectId: uuid, lockVersion: z.coerce.number().int().min(1) };

/** What is decided on whom or what was found, and where it stays all the same. */
export const decision = z.discriminatedUnion(
  "redaction",
  [
    z.object({ ...about, redaction: z.literal("role"), role: requiredText(LONGEST_ROLE) }),
    z.object({ ...about, redaction: z.literal("code") }),
    z.object({ ...about, redaction: z.literal("keep"), reason: requiredText(LONGEST_REASON) }),
    z.object({ ...about, redaction: z.literal("none") }),
  ],
  says("errors.field.choose"),
);

export const reopened = z.object(about);

/** Whom or what was found, for who may see names. */
export interface PersonalSubject {
  id: string;
  kind: PersonalDataKind;
  name: string;
  redaction: Redaction;
  role: string | null;
  /** Shown as P-4. */
  code: number | null;
  reason: string | null;
  lockVersion: number;
  /** How sure the surest of its places is. */
  confidence: number;
  /** All ways in which it is written. */
  forms: string[];
  places: number;
  sources: number;
}

/** What is not decided on yet, and so keeps things from leaving the house. */
export interface HeldBack {
  /** A hash of all of it. */
  key: string;
  /** Finds that are open. */
  open: number;
  /** Versions of sources that are still searched. */
  unsearched: number;
  /** Whether somebody answered for exactly this. */
  released: boolean;
}
