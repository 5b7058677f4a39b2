import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { CONSULTATION_KINDS, DECISIONS, SEGMENT_KINDS } from "../vocabulary";
import { account } from "./accounts";
import { createdAt, id, moment } from "./columns";
import { consultation } from "./consultations";
import { dossier } from "./dossiers";
import { sourceVersion } from "./sources";

/** One document inside a source: what a splitting proposes to become one consultation. */
export const sourcePart = pgTable(
  "source_part",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    sourceVersionId: uuid("source_version_id")
      .notNull()
      .references(() => sourceVersion.id),
    n: integer("n").notNull(),
    start: integer("start_cp").notNull(),
    end: integer("end_cp").notNull(),
    title: text("title").notNull(),
    kind: text("kind", { enum: CONSULTATION_KINDS }).notNull(),
    heldOn: date("held_on", { mode: "string" }),
    startsAt: text("starts_at"),
    sector: text("sector"),
    /** The consultation this part belongs to, once known. */
    consultationId: uuid("consultation_id").references(() => consultation.id),
    confirmedAt: moment("confirmed_at"),
    confirmedBy: uuid("confirmed_by").references(() => account.id),
    lockVersion: integer("lock_version").notNull().default(1),
  },
  (t) => [
    unique("source_part_n").on(t.sourceVersionId, t.n),
    index("source_part_dossier").on(t.dossierId),
  ],
);

/** A stretch of a part on the workbench: what it is proposed to be and what a person decided. */
export const segment = pgTable(
  "segment",
  {
    partId: uuid("part_id")
      .notNull()
      .references(() => sourcePart.id),
    /** Where it begins: also its place in the order, so splitting renumbers nothing. */
    start: integer("start_cp").notNull(),
    end: integer("end_cp").notNull(),
    quoteStart: integer("quote_start_cp").notNull(),
    quoteEnd: integer("quote_end_cp").notNull(),
    text: text("text").notNull(),
    kind: text("kind", { enum: SEGMENT_KINDS }).notNull(),
    /** The number, within this part, of the stelling it belongs to. */
    statement: integer("statement"),
    speaker: text("speaker"),
    /** Where the segment begins that this one answers. */
    replyTo: integer("reply_to_cp"),
    reason: text("reason").notNull(),
    confidence: real("confidence").notNull(),
    decision: text("decision", { enum: DECISIONS }).notNull().default("open"),
    irrelevantReason: text("irrelevant_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.partId, t.start] }),
    index("segment_open").on(t.partId, t.decision),
    check("segment_length", sql`${t.end} > ${t.start}`),
    check(
      "segment_irrelevant",
      sql`${t.decision} <> 'irrelevant' or coalesce(${t.irrelevantReason}, '') <> ''`,
    ),
  ],
);

/** One change on the workbench with what stood there before and after it: what undo goes by. */
export const splittingStep = pgTable(
  "splitting_step",
  {
    partId: uuid("part_id").notNull(),
    n: integer("n").notNull(),
    action: text("action").notNull(),
    before: jsonb("before").notNull(),
    after: jsonb("after").notNull(),
    createdBy: uuid("created_by").references(() => account.id),
    createdAt: createdAt(),
    undoneAt: moment("undone_at"),
  },
  (t) => [
    primaryKey({ columns: [t.partId, t.n] }),
    foreignKey({ columns: [t.partId], foreignColumns: [sourcePart.id] }),
  ],
);
