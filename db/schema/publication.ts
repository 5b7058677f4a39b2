import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { BLOCKERS } from "../vocabulary";
import { account } from "./accounts";
import { createdAt, id, moment, oneOf } from "./columns";
import { dossier } from "./dossiers";

/**
 * *Overgeslagen met reden*: what stands in the way of publishing, and somebody answers for as it stood. It holds as long as
 * nothing is open besides `things`, and until it is taken back.
 */
export const passedOver = pgTable(
  "passed_over",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    blocker: text("blocker", { enum: BLOCKERS }).notNull(),
    /** What was open, each as it was: ids with the version that was seen. */
    things: text("things").array().notNull(),
    /** How many of them somebody reads of: requirements, or reactions. */
    count: integer("count").notNull(),
    reason: text("reason").notNull(),
    createdBy: uuid("created_by").references(() => account.id),
    createdAt: createdAt(),
    withdrawnAt: moment("withdrawn_at"),
    withdrawnBy: uuid("withdrawn_by").references(() => account.id),
  },
  (t) => [
    index("passed_over_dossier").on(t.dossierId, t.blocker),
    uniqueIndex("passed_over_standing").on(t.dossierId, t.blocker).where(sql`withdrawn_at is null`),
    check("passed_over_blocker", oneOf(t.blocker, BLOCKERS)),
    check("passed_over_reasoned", sql`${t.reason} <> ''`),
  ],
);
