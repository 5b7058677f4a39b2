import { index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt } from "./columns";

/** What was sent under a key, with its answer: sent twice, it is done once. */
export const submission = pgTable(
  "submission",
  {
    actor: text("actor").notNull(),
    key: text("key").notNull(),
    sha256: text("sha256").notNull(),
    result: jsonb("result"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.actor, t.key, t.sha256] }),
    index("submission_age").on(t.createdAt),
  ],
);
