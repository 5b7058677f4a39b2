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
import {
  CONSULTATION_KINDS,
  DECISIONS,
  POSITIONS,
  SEGMENT_KINDS,
  type SegmentKind,
} from "../vocabulary";
import { account } from "./accounts";
import { createdAt, id, moment } from "./columns";
import { consultation } from "./consultations";
import { dossier, stakeholderGroup } from "./dossiers";
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
    /** Whose words they are where a segment says nothing of its own. */
    defaultGroupId: uuid("default_group_id").references(() => stakeholderGroup.id, {
      onDelete: "set null",
    }),
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

/**
 * What in the words says that somebody brings something in: a number or address to be reached at, a
 * question, somebody who speaks, people and what they want. Of a segment that becomes nothing this
 * asks for another look.
 */
const INPUT_CUE = sql`case
  when text ~ '(^|[^0-9])0[1-9]([ -]?[0-9]){8}([^0-9]|$)' then 'phone'
  when text ~ '[^ @]+@[^ @]+[.][a-z]{2,}' then 'mail'
  when text ~ '^[^|]*[?]["”’)*_ ]*$' then 'question'
  when speaker is not null and char_length(text) > 40 then 'speaker'
  when text ~* '\\m(ik|wij|mijn|ons kind|ouders|leerlingen|aanwezigen|zaal|bewoners)\\M.*\\m(vind|vinden|vindt|wil|willen|graag|moet|moeten|mist|missen|eens|oneens|te laat|bang|zorgen)\\M' then 'opinion'
end`;

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
    /** Whose words they are as the proposal reads it, by name; and as a person chose it. */
    groupName: text("group_name"),
    groupId: uuid("group_id").references(() => stakeholderGroup.id, { onDelete: "set null" }),
    /** What the words say they think of the stelling; null when they do not say. */
    position: text("position", { enum: POSITIONS }),
    /** What it may be, the likeliest first: `{ kind, p }` with p from 0 to 1. */
    alternatives: jsonb("alternatives").$type<{ kind: SegmentKind; p: number }[]>(),
    cue: text("cue").generatedAlwaysAs(INPUT_CUE),
  },
  (t) => [
    primaryKey({ columns: [t.partId, t.start] }),
    index("segment_open").on(t.partId, t.decision),
    index("segment_group").on(t.groupId),
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
