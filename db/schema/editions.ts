import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import {
  ADOPTION_FAILURES,
  ADOPTION_STATES,
  ADOPTION_STEPS,
  EDITION_ACTS,
  EDITION_KINDS,
  OUTCOMES,
} from "../vocabulary";
import { account } from "./accounts";
import { createdAt, id, oneOf } from "./columns";
import { dossier } from "./dossiers";

/** What was adopted: immutable. What it holds stands in its parts. */
export const edition = pgTable(
  "edition",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    kind: text("kind", { enum: EDITION_KINDS }).notNull(),
    /** Definitive editions are 1, 2, 3; a concept after the first is 1.1: then `minor` is not 0. */
    major: integer("major").notNull(),
    minor: integer("minor").notNull(),
    /** Canonical JSON of what it says of itself, of which `sha256` is the hash. */
    head: text("head").notNull(),
    sha256: text("sha256").notNull(),
    contentSha256: text("content_sha256").notNull(),
    decidedOn: date("decided_on", { mode: "string" }).notNull(),
    previousId: uuid("previous_id").references((): AnyPgColumn => edition.id),
    createdBy: uuid("created_by").references(() => account.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique("edition_number").on(t.dossierId, t.major, t.minor),
    check("edition_kind", oneOf(t.kind, EDITION_KINDS)),
    check(
      "edition_counted",
      sql`(${t.kind} = 'definitive') = (${t.minor} = 0) and ${t.major} + ${t.minor} > 0`,
    ),
  ],
);

/** A thing of an edition as it stands in its file. Immutable. */
export const editionPart = pgTable(
  "edition_part",
  {
    editionId: uuid("edition_id")
      .notNull()
      .references(() => edition.id),
    section: text("section").notNull(),
    /** From 1: its place in the section. */
    n: integer("n").notNull(),
    key: text("key").notNull(),
    /** Canonical JSON. */
    body: text("body").notNull(),
    /** What a person reads of it, to search in: see `bare` in `db/search.ts`. Null of what is not searched. */
    words: text("words"),
    /** What it belongs to: of a block its source, of a word its kernwaarde, of a requirement its chapter. */
    parent: text("parent"),
    /** Of reactions, to choose by. */
    groupKey: text("group_key"),
    outcome: text("outcome", { enum: OUTCOMES }),
    statementKey: text("statement_key"),
  },
  (t) => [
    primaryKey({ columns: [t.editionId, t.section, t.n] }),
    unique("edition_part_key").on(t.editionId, t.section, t.key),
    index("edition_part_parent").on(t.editionId, t.section, t.parent, t.n),
    index("edition_part_outcome")
      .on(t.editionId, t.section, t.outcome, t.n)
      .where(sql`outcome is not null`),
    index("edition_part_group")
      .on(t.editionId, t.section, t.groupKey, t.n)
      .where(sql`group_key is not null`),
    check("edition_part_outcome_kind", oneOf(t.outcome, OUTCOMES)),
  ],
);

/**
 * What is different in an edition from another one. Both never change, so it is made once and kept for ever: of editions of 5,000
 * requirements it takes seconds.
 */
export const editionComparison = pgTable(
  "edition_comparison",
  {
    editionId: uuid("edition_id")
      .notNull()
      .references(() => edition.id),
    baseId: uuid("base_id")
      .notNull()
      .references(() => edition.id),
    /** By which rules (`COMPARED_BY`): with others it is made anew. */
    rules: integer("rules").notNull(),
    /** What the first page of the edition says of it (`ComparisonInShort`), JSON. */
    short: text("short").notNull(),
    /** All of it (`Comparison`), JSON. */
    whole: text("whole").notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.baseId, t.rules] })],
);

/**
 * Adopting that goes on in the background, or how it ended: the last of a dossier. Nothing rests on it: that something was adopted is said
 * by the edition alone, and by the log.
 */
export const adoption = pgTable(
  "adoption",
  {
    dossierId: uuid("dossier_id")
      .primaryKey()
      .references(() => dossier.id),
    /** Other than before when it is asked for again: then what still goes on of before adopts nothing. */
    attempt: uuid("attempt").notNull(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    /** What was decided, as it was sent; null when it was adopted: then the edition says it. */
    asked: jsonb("asked").$type<Record<string, string>>(),
    state: text("state", { enum: ADOPTION_STATES }).notNull(),
    step: text("step", { enum: ADOPTION_STEPS }),
    progress: jsonb("progress").$type<{ done: number; total: number }>(),
    failure: text("failure", { enum: ADOPTION_FAILURES }),
    editionId: uuid("edition_id").references(() => edition.id),
    createdAt: createdAt(),
  },
  (t) => [
    check("adoption_state_kind", oneOf(t.state, ADOPTION_STATES)),
    check("adoption_step_kind", oneOf(t.step, ADOPTION_STEPS)),
    check("adoption_failure_kind", oneOf(t.failure, ADOPTION_FAILURES)),
    check("adoption_failed", sql`(${t.state} = 'failed') = (${t.failure} is not null)`),
    check("adoption_done", sql`(${t.state} = 'done') = (${t.editionId} is not null)`),
  ],
);

/** What was done with an edition after it was adopted: only added to. */
export const editionAct = pgTable(
  "edition_act",
  {
    editionId: uuid("edition_id")
      .notNull()
      .references(() => edition.id),
    act: text("act", { enum: EDITION_ACTS }).notNull(),
    reason: text("reason").notNull().default(""),
    accountId: uuid("account_id").references(() => account.id),
    createdAt: createdAt(),
  },
  (t) => [
    // It is published once, and withdrawn for good.
    primaryKey({ columns: [t.editionId, t.act] }),
    check("edition_act_kind", oneOf(t.act, EDITION_ACTS)),
    check("edition_act_reasoned", sql`(${t.act} = 'withdrawn') = (${t.reason} <> '')`),
  ],
);
