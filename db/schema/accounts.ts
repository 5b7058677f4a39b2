import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { ACCOUNT_KINDS, MAIL_LANGUAGES } from "../vocabulary";
import { createdAt, id, moment, oneOf } from "./columns";

/** A person who may sign in. `kind`: administrator, staff (may start dossiers) or guest. */
export const account = pgTable(
  "account",
  {
    id: id(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    kind: text("kind", { enum: ACCOUNT_KINDS }).notNull(),
    disabledAt: moment("disabled_at"),
    /** Whether keys of a single letter do something for this person (WCAG 2.1.4). */
    letterKeys: boolean("letter_keys").notNull().default(true),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("account_email").on(sql`lower(${t.email})`),
    check("account_kind", oneOf(t.kind, ACCOUNT_KINDS)),
  ],
);

/** A one-time sign-in link. Only the hash of its secret is kept. */
export const signInLink = pgTable(
  "sign_in_link",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    tokenSha256: text("token_sha256").notNull().unique(),
    expiresAt: moment("expires_at").notNull(),
    usedAt: moment("used_at"),
    createdAt: createdAt(),
  },
  (t) => [index("sign_in_link_account").on(t.accountId)],
);

/** By whom somebody is known at the municipality's own provider of sign-in (OpenID Connect). */
export const identity = pgTable(
  "identity",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("identity_subject").on(t.issuer, t.subject),
    // Two people cannot be one here.
    uniqueIndex("identity_account").on(t.accountId, t.issuer),
  ],
);

/**
 * Somebody asked for a sign-in link by mail: the address they gave, sealed, until a job has looked whether it is
 * known. Who is answered must not wait for that.
 */
export const signInRequest = pgTable(
  "sign_in_request",
  {
    id: id(),
    language: text("language", { enum: MAIL_LANGUAGES }).notNull(),
    sealed: text("sealed").notNull(),
    createdAt: createdAt(),
  },
  (t) => [check("sign_in_request_language", oneOf(t.language, MAIL_LANGUAGES))],
);

/**
 * Somebody who is signed in in one browser. The cookie there names it, and means nothing once it is
 * gone: signing out takes it away, and so does switching the account off.
 */
export const session = pgTable(
  "session",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    endsAt: moment("ends_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("session_account").on(t.accountId)],
);
