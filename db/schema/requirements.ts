import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { REQUIREMENT_KINDS } from "../vocabulary";
import { account } from "./accounts";
import { createdAt, id, moment, oneOf } from "./columns";
import { coreValue } from "./core-values";
import { dossier } from "./dossiers";
import { reaction } from "./reactions";
import { dutchWords, passage } from "./sources";

/** A chapter of the Programma van Eisen. Its number is its place. */
export const chapter = pgTable(
  "chapter",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    title: text("title").notNull(),
    introduction: text("introduction").notNull().default(""),
    position: integer("position").notNull(),
    lockVersion: integer("lock_version").notNull().default(1),
  },
  (t) => [index("chapter_dossier").on(t.dossierId, t.position)],
);

/** The identity and place of a requirement; what it says stands in its versions. */
export const requirement = pgTable(
  "requirement",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    chapterId: uuid("chapter_id")
      .notNull()
      .references(() => chapter.id),
    position: integer("position").notNull(),
    /** Display code such as E-2.1, unique within the dossier. */
    code: text("code").notNull(),
    /** The version that stands now; also the lock a save is checked against. */
    lockVersion: integer("lock_version").notNull().default(1),
    /** "Gemotiveerd zonder herkomst": why this requirement needs no source. */
    noSourceReason: text("no_source_reason"),
    /** Vervallen: stays visible, counts no more. */
    droppedAt: moment("dropped_at"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("requirement_code").on(t.dossierId, t.code),
    index("requirement_place").on(t.dossierId, t.chapterId, t.position),
  ],
);

/** What a requirement said at one time: immutable. `n` counts from 1. */
export const requirementVersion = pgTable(
  "requirement_version",
  {
    requirementId: uuid("requirement_id")
      .notNull()
      .references(() => requirement.id),
    n: integer("n").notNull(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    title: text("title").notNull(),
    kind: text("kind", { enum: REQUIREMENT_KINDS }).notNull(),
    /** Tiptap JSON, checked against the schema before it gets here. */
    body: jsonb("body").notNull(),
    /** The same words without marks, for search and comparison. */
    bodyText: text("body_text").notNull(),
    explanation: text("explanation").notNull().default(""),
    evidence: text("evidence").notNull().default(""),
    verification: text("verification").notNull().default(""),
    /** Most points a tenderer can get for it, and its weight in per cent; of kinds that are scored. */
    score: integer("score"),
    weight: integer("weight"),
    /** Why this version came about. */
    reason: text("reason").notNull().default(""),
    /** SHA-256 over the canonical form of the fields that matter. */
    fingerprint: text("fingerprint").notNull(),
    words: dutchWords(sql`title || ' ' || body_text || ' ' || explanation`),
    createdBy: uuid("created_by").references(() => account.id),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.requirementId, t.n] }),
    index("requirement_version_dossier").on(t.dossierId),
    index("requirement_version_words").using("gin", t.words),
    check("requirement_version_kind", oneOf(t.kind, REQUIREMENT_KINDS)),
  ],
);

/**
 * What somebody is writing of a requirement in the document and has not left yet: theirs alone, one a person. It becomes
 * a version when they leave it.
 */
export const requirementDraft = pgTable(
  "requirement_draft",
  {
    requirementId: uuid("requirement_id")
      .notNull()
      .references(() => requirement.id, { onDelete: "cascade" }),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    /** The version it was begun on. */
    base: integer("base").notNull(),
    title: text("title").notNull(),
    kind: text("kind", { enum: REQUIREMENT_KINDS }).notNull(),
    body: jsonb("body").notNull(),
    explanation: text("explanation").notNull(),
    savedAt: moment("saved_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.requirementId, t.accountId] }),
    index("requirement_draft_own").on(t.dossierId, t.accountId),
    check("requirement_draft_kind", oneOf(t.kind, REQUIREMENT_KINDS)),
  ],
);

/** Where a requirement comes from: one kernwaarde, one reaction or one passage per row. */
export const requirementLink = pgTable(
  "requirement_link",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    requirementId: uuid("requirement_id")
      .notNull()
      .references(() => requirement.id),
    coreValueId: uuid("core_value_id").references(() => coreValue.id),
    reactionId: uuid("reaction_id").references(() => reaction.id),
    passageId: uuid("passage_id").references(() => passage.id),
    createdBy: uuid("created_by").references(() => account.id),
    createdAt: createdAt(),
    removedAt: moment("removed_at"),
    removedBy: uuid("removed_by").references(() => account.id),
  },
  (t) => [
    check(
      "requirement_link_one_end",
      sql`num_nonnulls(${t.coreValueId}, ${t.reactionId}, ${t.passageId}) = 1`,
    ),
    uniqueIndex("requirement_link_core_value_once")
      .on(t.requirementId, t.coreValueId)
      .where(sql`removed_at is null`),
    uniqueIndex("requirement_link_reaction_once")
      .on(t.requirementId, t.reactionId)
      .where(sql`removed_at is null`),
    uniqueIndex("requirement_link_passage_once")
      .on(t.requirementId, t.passageId)
      .where(sql`removed_at is null`),
    index("requirement_link_dossier").on(t.dossierId, t.requirementId),
    index("requirement_link_core_value").on(t.coreValueId),
    index("requirement_link_reaction").on(t.reactionId).where(sql`reaction_id is not null`),
    index("requirement_link_passage").on(t.passageId).where(sql`passage_id is not null`),
  ],
);

/**
 * Words that somebody chose as what carries a requirement, among those of the kernwaarden it is linked to. They carry it as
 * long as one of those kernwaarden has them (`live_carrying`): of which kernwaarde they are is not repeated here, so that a
 * kernwaarde that is merged or split takes nothing away.
 */
export const carryingWord = pgTable(
  "carrying_word",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    requirementId: uuid("requirement_id")
      .notNull()
      .references(() => requirement.id),
    reactionId: uuid("reaction_id").references(() => reaction.id),
    passageId: uuid("passage_id").references(() => passage.id),
    createdBy: uuid("created_by").references(() => account.id),
    createdAt: createdAt(),
    removedAt: moment("removed_at"),
    removedBy: uuid("removed_by").references(() => account.id),
  },
  (t) => [
    check("carrying_word_one_end", sql`num_nonnulls(${t.reactionId}, ${t.passageId}) = 1`),
    uniqueIndex("carrying_word_reaction_once")
      .on(t.requirementId, t.reactionId)
      .where(sql`removed_at is null`),
    uniqueIndex("carrying_word_passage_once")
      .on(t.requirementId, t.passageId)
      .where(sql`removed_at is null`),
    index("carrying_word_dossier").on(t.dossierId, t.requirementId),
    index("carrying_word_reaction").on(t.reactionId).where(sql`reaction_id is not null`),
    index("carrying_word_passage").on(t.passageId).where(sql`passage_id is not null`),
  ],
);
