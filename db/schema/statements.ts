import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { SHOWN_OUTSIDE } from "../vocabulary";
import { createdAt, id, oneOf } from "./columns";
import { consultation } from "./consultations";
import { dossier } from "./dossiers";
import { bytea, dutchWords, passage } from "./sources";
import { sourcePart } from "./splitting";

/** The proposition put to people. */
export const statement = pgTable(
  "statement",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    text: text("text").notNull(),
    explanation: text("explanation"),
    words: dutchWords(sql`text || ' ' || coalesce(explanation, '')`),
    lockVersion: integer("lock_version").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    index("statement_dossier").on(t.dossierId),
    index("statement_words").using("gin", t.words),
  ],
);

/** A stelling put in one consultation. Numbers belong to the consultation. */
export const statementOccurrence = pgTable(
  "statement_occurrence",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    statementId: uuid("statement_id")
      .notNull()
      .references(() => statement.id),
    consultationId: uuid("consultation_id")
      .notNull()
      .references(() => consultation.id),
    number: integer("number").notNull(),
    /** Only what somebody chose to show: the stelling, or its explanation too. */
    shownOutside: text("shown_outside", { enum: SHOWN_OUTSIDE }).notNull().default("nothing"),
    /** The explanation as it was given in this consultation; null when none was, or nobody wrote it down. */
    explanation: text("explanation"),
    /** The same with marks and lists, Tiptap JSON in canonical form; null when it is plain. */
    explanationBody: jsonb("explanation_body"),
  },
  (t) => [
    unique("statement_occurrence_number").on(t.consultationId, t.number),
    unique("statement_occurrence_once").on(t.statementId, t.consultationId),
    check("statement_occurrence_shown", oneOf(t.shownOutside, SHOWN_OUTSIDE)),
    index("statement_occurrence_dossier").on(t.dossierId),
  ],
);

/**
 * A picture with the explanation of a stelling in one consultation, as it is served (WebP): written anew from what was
 * sent, so that it holds nothing but the picture. It goes with its explanation (`4-pictures.sql`); another one is another row.
 */
export const explanationPicture = pgTable(
  "explanation_picture",
  {
    id: id(),
    occurrenceId: uuid("occurrence_id")
      .notNull()
      .unique()
      .references(() => statementOccurrence.id, { onDelete: "cascade" }),
    /** What it shows, for who does not see it. */
    alternative: text("alternative").notNull(),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    byteSize: integer("byte_size").notNull(),
    sha256: text("sha256").notNull(),
    content: bytea("content").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    check(
      "explanation_picture_size",
      sql`${t.width} > 0 and ${t.height} > 0 and ${t.byteSize} > 0`,
    ),
    check("explanation_picture_told", sql`${t.alternative} <> ''`),
  ],
);

/**
 * Why a stelling stands in a consultation: a document in which it was put, or (without a part) somebody who put
 * it there. It is taken out with the last of them.
 */
export const statementPlace = pgTable(
  "statement_place",
  {
    id: id(),
    occurrenceId: uuid("occurrence_id")
      .notNull()
      .references(() => statementOccurrence.id, { onDelete: "cascade" }),
    partId: uuid("part_id").references(() => sourcePart.id),
    /** Its number within that document, and how it is written there ("3.1", "A"). */
    number: integer("number"),
    label: text("label"),
    passageId: uuid("passage_id").references(() => passage.id),
    /** As it is explained there; what is shown is that of the occurrence, which somebody may have changed. */
    explanation: text("explanation"),
    explanationPassageId: uuid("explanation_passage_id").references(() => passage.id),
  },
  (t) => [
    unique("statement_place_number").on(t.partId, t.number),
    index("statement_place_occurrence").on(t.occurrenceId),
    index("statement_place_passage").on(t.passageId),
    index("statement_place_explanation").on(t.explanationPassageId),
  ],
);
