import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { PERSONAL_DATA_KINDS, REDACTIONS } from "../vocabulary";
import { account } from "./accounts";
import { createdAt, id, moment, oneOf } from "./columns";
import { dossier } from "./dossiers";
import { sourceVersion } from "./sources";

/** What was decided before the last decision: an undo goes back to it. */
export interface EarlierDecision {
  redaction: (typeof REDACTIONS)[number];
  role: string | null;
  reason: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
  /** Places that the next decision left as they are, and those that it replaced again: `version:start`. */
  left: string[];
  replaced: string[];
}

/**
 * A person under all ways their name is written in a dossier, or a number, an address, an organisation: what
 * is decided on. With its name this is the key to the codes.
 */
export const personalSubject = pgTable(
  "personal_subject",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    kind: text("kind", { enum: PERSONAL_DATA_KINDS }).notNull(),
    /** As it is written most fully. */
    name: text("name").notNull(),
    redaction: text("redaction", { enum: REDACTIONS }).notNull().default("open"),
    /** What others read in its place, without brackets. */
    role: text("role"),
    /** Shown as P-4; once given it stays, whatever is decided later. */
    code: integer("code"),
    /** Why it stays as it is. */
    reason: text("reason"),
    decidedBy: uuid("decided_by").references(() => account.id),
    decidedAt: moment("decided_at"),
    /** The last one first; null when nothing was decided before. */
    earlier: jsonb("earlier").$type<EarlierDecision[]>(),
    lockVersion: integer("lock_version").notNull().default(1),
  },
  (t) => [
    index("personal_subject_dossier").on(t.dossierId, t.redaction),
    check("personal_subject_kind", oneOf(t.kind, PERSONAL_DATA_KINDS)),
    check("personal_subject_redaction", oneOf(t.redaction, REDACTIONS)),
    check(
      "personal_subject_decided",
      sql`(${t.redaction} <> 'role' or ${t.role} is not null)
        and (${t.redaction} <> 'code' or ${t.code} is not null)
        and (${t.redaction} <> 'keep' or ${t.reason} is not null)`,
    ),
  ],
);

/** A way in which it is written in the dossier, of whom or what it is. Wherever that stands it is replaced. */
export const personalForm = pgTable(
  "personal_form",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    kind: text("kind", { enum: PERSONAL_DATA_KINDS }).notNull(),
    text: text("text").notNull(),
    subjectId: uuid("subject_id")
      .notNull()
      .references(() => personalSubject.id),
  },
  (t) => [
    // By its hash: what is about somebody's health can be longer than a row of an index.
    uniqueIndex("personal_form_text").on(t.dossierId, t.kind, sql`md5(${t.text})`),
    index("personal_form_subject").on(t.subjectId),
    check("personal_form_kind", oneOf(t.kind, PERSONAL_DATA_KINDS)),
  ],
);

/** A place in a text where it stands; a layer over the text, which never changes. */
export const personalFind = pgTable(
  "personal_find",
  {
    sourceVersionId: uuid("source_version_id")
      .notNull()
      .references(() => sourceVersion.id),
    start: integer("start_cp").notNull(),
    end: integer("end_cp").notNull(),
    confidence: real("confidence").notNull(),
    formId: uuid("form_id")
      .notNull()
      .references(() => personalForm.id),
    /** Unticked: here it is something else, and its words stay. */
    stays: boolean("stays").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.sourceVersionId, t.start] }),
    index("personal_find_form").on(t.formId),
    check("personal_find_words", sql`${t.start} >= 0 and ${t.end} > ${t.start}`),
  ],
);

/** That a version was searched for personal data: without this row nobody outside reads it. */
export const personalSearch = pgTable("personal_search", {
  sourceVersionId: uuid("source_version_id")
    .primaryKey()
    .references(() => sourceVersion.id),
  searchedAt: moment("searched_at").notNull().defaultNow(),
});

/** That somebody let something out of the house while these finds were not decided on, and why. */
export const personalRelease = pgTable(
  "personal_release",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    /** A hash of what was open: anything more that is found is to be answered for again. */
    held: text("held").notNull(),
    reason: text("reason").notNull(),
    releasedBy: uuid("released_by").references(() => account.id),
    createdAt: createdAt(),
    withdrawnAt: moment("withdrawn_at"),
    withdrawnBy: uuid("withdrawn_by").references(() => account.id),
  },
  (t) => [index("personal_release_held").on(t.dossierId, t.held)],
);
