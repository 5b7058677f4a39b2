import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { account } from "./accounts";
import { createdAt, id, moment } from "./columns";
import { dossier } from "./dossiers";

/**
 * What somebody wants to change of many requirements at once: looked at first, then done as one act, and taken back as one.
 * What was done stands in the versions of the requirements and in the log; this goes after a month.
 */
export const changeSet = pgTable(
  "change_set",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    /** Theirs alone. */
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    /** Of each requirement what is asked of it. */
    asked: jsonb("asked").notNull(),
    /** Why the versions came about. */
    reason: text("reason").notNull().default(""),
    /** What each requirement was before and is after; null until it is done. */
    applied: jsonb("applied"),
    undoneAt: moment("undone_at"),
    createdAt: createdAt(),
  },
  (t) => [index("change_set_dossier").on(t.dossierId, t.createdAt)],
);
