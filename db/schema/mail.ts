import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { MAIL_LANGUAGES, MAIL_REASONS, MAIL_STATES } from "../vocabulary";
import { createdAt, id, moment, oneOf } from "./columns";

/** One mail to one address; decision 043 says what its states mean. */
export const mail = pgTable(
  "mail",
  {
    id: id(),
    template: text("template").notNull(),
    language: text("language", { enum: MAIL_LANGUAGES }).notNull(),
    /** Recipient and values, or by what its owner is asked them, sealed; null once it was sent. */
    sealed: text("sealed"),
    state: text("state", { enum: MAIL_STATES }).notNull().default("waiting"),
    /** How often it was tried since somebody asked for it. */
    attempts: integer("attempts").notNull().default(0),
    /** Whose turn it is: only that attempt may say what became of it. */
    turn: uuid("turn"),
    /** Not tried before this; while somebody is at it, when they are taken to be gone. */
    dueAt: moment("due_at").notNull().defaultNow(),
    /** From when it is of no use any more. */
    endsAt: moment("ends_at"),
    /** Since when it is sent, failed or perhaps sent. */
    settledAt: moment("settled_at"),
    /** Why the last attempt failed, and what the other server answered, as its number. */
    reason: text("reason", { enum: MAIL_REASONS }),
    replyCode: text("reply_code"),
    createdAt: createdAt(),
  },
  (t) => [
    check("mail_state", oneOf(t.state, MAIL_STATES)),
    check("mail_language", oneOf(t.language, MAIL_LANGUAGES)),
    check("mail_sent_is_wiped", sql`${t.state} <> 'sent' or ${t.sealed} is null`),
    check(
      "mail_settled",
      sql`(${t.state} in ('sent', 'failed', 'perhaps')) = (${t.settledAt} is not null)`,
    ),
    index("mail_list").on(
      sql`(${t.state} not in ('failed', 'perhaps'))`,
      t.createdAt.desc().nullsFirst(),
      t.id,
    ),
    index("mail_due").on(t.dueAt).where(sql`${t.state} in ('waiting', 'sending')`),
    index("mail_age").on(t.createdAt),
  ],
);
