import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { account } from "./accounts";
import { createdAt, id, moment } from "./columns";
import { dossier } from "./dossiers";
import { reaction } from "./reactions";
import { dutchWords, passage } from "./sources";

/** What several reactions have in common, distilled. */
export const coreValue = pgTable(
  "core_value",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    /** Running number within the dossier, shown as K-3. */
    number: integer("number").notNull(),
    name: text("name").notNull(),
    /** What `nameKey` makes of it: equal for names that look equal. */
    nameKey: text("name_key").notNull(),
    definition: text("definition").notNull().default(""),
    /** When to use it and when not. */
    rule: text("rule").notNull().default(""),
    examplePassageId: uuid("example_passage_id").references(() => passage.id),
    words: dutchWords(sql`name || ' ' || definition || ' ' || rule`),
    /** Number of the version that stands now in `core_value_version`. */
    lockVersion: integer("lock_version").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    unique("core_value_number").on(t.dossierId, t.number),
    unique("core_value_name_key").on(t.dossierId, t.nameKey),
    index("core_value_words").using("gin", t.words),
  ],
);

/** Each wording a kernwaarde has had: immutable. */
export const coreValueVersion = pgTable(
  "core_value_version",
  {
    coreValueId: uuid("core_value_id")
      .notNull()
      .references(() => coreValue.id),
    n: integer("n").notNull(),
    name: text("name").notNull(),
    definition: text("definition").notNull(),
    rule: text("rule").notNull(),
    reason: text("reason"),
    createdBy: uuid("created_by").references(() => account.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.coreValueId, t.n] })],
);

/** The link between a kernwaarde and a reaction or passage. Taken away means `removedAt`, never deleted. */
export const coding = pgTable(
  "coding",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    coreValueId: uuid("core_value_id")
      .notNull()
      .references(() => coreValue.id),
    reactionId: uuid("reaction_id").references(() => reaction.id),
    passageId: uuid("passage_id").references(() => passage.id),
    createdBy: uuid("created_by").references(() => account.id),
    createdAt: createdAt(),
    removedAt: moment("removed_at"),
    removedBy: uuid("removed_by").references(() => account.id),
    removedReason: text("removed_reason"),
  },
  (t) => [
    check("coding_one_end", sql`num_nonnulls(${t.reactionId}, ${t.passageId}) = 1`),
    uniqueIndex("coding_reaction_once")
      .on(t.coreValueId, t.reactionId)
      .where(sql`removed_at is null`),
    uniqueIndex("coding_passage_once")
      .on(t.coreValueId, t.passageId)
      .where(sql`removed_at is null`),
    index("coding_dossier").on(t.dossierId, t.coreValueId),
    index("coding_reaction").on(t.reactionId),
    // Few codings are of a passage: without the others the few are found at once.
    index("coding_passage").on(t.passageId).where(sql`passage_id is not null`),
  ],
);
