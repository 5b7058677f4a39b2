import { z } from "zod";
import type { AccountKind } from "@/db/vocabulary";
import { ACCOUNT_KINDS, MAIL_LANGUAGES } from "@/db/vocabulary";
import { says } from "@/domain/kernel/errors";
import { requiredText, uuid } from "../kernel/fields";
import { emailAddress } from "../mail/model";

/** How long a sign-in link made by a person works, in milliseconds: one working day and a night. */
export const SIGN_IN_LINK_LIFETIME = 24 * 60 * 60 * 1000;

/** How long one that was asked for by mail works, in milliseconds: mail may be slow, and lies in a mailbox. */
export const MAILED_LINK_LIFETIME = 60 * 60 * 1000;

/** How long a session lasts at most, in seconds: one working day. */
export const SESSION_LIFETIME = 10 * 60 * 60;

export const newAccount = z.object({
  email: emailAddress,
  name: requiredText(120),
  kind: z
    .string(says("errors.field.choose"))
    .pipe(z.enum(ACCOUNT_KINDS, says("errors.field.choose"))),
});

export const renamedAccount = z.object({ accountId: uuid, name: requiredText(120) });

/** How many sign-in links an account can be given in an hour: more is a mistake or mischief. */
export const MAX_LINKS_PER_HOUR = 20;

/** How many links an account has in an hour before no more is mailed: whoever asks cannot fill a mailbox. */
export const MAX_MAILED_PER_HOUR = 5;

/** Asking for a link by mail. `page` is the full address of the sign-in page, below which links stand. */
export const linkRequest = z.object({
  email: emailAddress,
  language: z.enum(MAIL_LANGUAGES),
  page: z.url(),
});

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
