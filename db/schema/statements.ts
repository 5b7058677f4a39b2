import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { SHOWN_OUTSIDE } from "../vocabulary";
import { createdAt, id, oneOf } from "./columns";
import { consultation } from "./consultations";
import { dossier } from "./dossiers";
import { dutchWords, passage } from "./sources";

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
    passageId: uuid("passage_id").references(() => passage.id),
    explanationPassageId: uuid("explanation_passage_id").references(() => passage.id),
  },
  (t) => [
    unique("statement_occurrence_number").on(t.consultationId, t.number),
    unique("statement_occurrence_once").on(t.statementId, t.consultationId),
    check("statement_occurrence_shown", oneOf(t.shownOutside, SHOWN_OUTSIDE)),
    index("statement_occurrence_dossier").on(t.dossierId),
    index("statement_occurrence_passage").on(t.passageId),
  ],
);
