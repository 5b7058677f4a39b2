import { z } from "zod";
import type { AccountKind } from "@/db/vocabulary";
import { ACCOUNT_KINDS } from "@/db/vocabulary";
import { says } from "@/domain/kernel/errors";
import { requiredText, uuid } from "../kernel/fields";

/** How long a sign-in link made by a person works, in milliseconds: one working day and a night. */
export const SIGN_IN_LINK_LIFETIME = 24 * 60 * 60 * 1000;

/** How long a session lasts at most, in seconds: one working day. */
export const SESSION_LIFETIME = 10 * 60 * 60;

export const newAccount = z.object({
  email: requiredText(254)
    .transform((value) => value.toLowerCase())
    .pipe(z.email(says("errors.field.email"))),
  name: requiredText(120),
  kind: z
    .string(says("errors.field.choose"))
    .pipe(z.enum(ACCOUNT_KINDS, says("errors.field.choose"))),
});

export const renamedAccount = z.object({ accountId: uuid, name: requiredText(120) });

/** How many sign-in links an account can be given in an hour: more is a mistake or mischief. */
export const MAX_LINKS_PER_HOUR = 20;

/** What somebody chose for themselves; it follows the account to every browser. */
export const preferences = z.object({ letterKeys: z.boolean() });
export type Preferences = z.output<typeof preferences>;

export interface SignedIn {
  accountId: string;
  name: string;
  kind: (typeof ACCOUNT_KINDS)[number];
  sessionId: string;
}

export interface AccountRow {
  id: string;
  email: string;
  name: string;
  kind: AccountKind;
  disabledAt: string | null;
}

/** An account with what an administrator wants to know about it. */
export interface AccountDetails extends AccountRow {
  createdAt: string;
  /** The last time a sign-in link was used; null when never. */
  lastSignIn: string | null;
  /** In how many dossiers; which ones is not the administrator's business. */
  dossiers: number;
  /** Titles of those that nobody else could change. */
  soleAuthorOf: string[];
}
