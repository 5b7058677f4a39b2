import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  BLOCK_FORMS,
  BLOCK_WEIGHT,
  MEANINGS,
  PLACE_DECISIONS,
  PLACEMENTS,
  READING_STATES,
  SOURCE_STATES,
} from "../vocabulary";
import { account } from "./accounts";
import { createdAt, id, moment, oneOf } from "./columns";
import { consultation } from "./consultations";
import { dossier } from "./dossiers";

/** Bytes. They go to the database as base64: the embedded one is very slow with bytes themselves. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
  toDriver: (bytes) => {
    const { buffer, byteOffset, byteLength } = bytes;
    return sql`decode(${Buffer.from(buffer, byteOffset, byteLength).toString("base64")}, 'base64')`;
  },
});

/** The bytes of a column, on the same way back. */
export const bytesOf = (column: AnyPgColumn) =>
  sql`encode(${column}, 'base64')`.mapWith(
    (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64")),
  );

export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * Words stemmed as Dutch, kept beside the text they come from. `search_text` (migration 0008) writes
 * them as they are searched: what was typed goes through it too, in `db/search.ts`.
 */
export const dutchWords = (expression: SQL) =>
  tsvector("words").generatedAlwaysAs(sql`to_tsvector('dutch', search_text(${expression}))`);

/** An imported document. Its bytes stand apart, so that lists never drag them along. */
export const source = pgTable(
  "source",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    title: text("title").notNull(),
    fileName: text("file_name").notNull(),
    mediaType: text("media_type").notNull(),
    byteSize: integer("byte_size").notNull(),
    sha256: text("sha256").notNull(),
    /** Equal for the same text in other bytes; see `comparableText`. Null when it was never known. */
    textKey: text("text_key"),
    /** Its text is there when it is `read`. */
    state: text("state", { enum: SOURCE_STATES }).notNull().default("waiting"),
    /** Why it could not be read: path of a sentence in the catalogue, and what is filled in there. */
    failure: text("failure"),
    failureParams: jsonb("failure_params").$type<Record<string, string | number>>(),
    /** What whoever handed it in chose, where the file leaves it open; null when there was nothing to choose. */
    choices: jsonb("choices").$type<Record<string, unknown>>(),
    /** What was converted or left out when it was read: sentences of the catalogue. Null for nothing. */
    remarks: jsonb("remarks").$type<{ key: string; params: Record<string, string | number> }[]>(),
    /** The mail it came with, by the name of its file. */
    attachedTo: text("attached_to"),
    /** Until when the original is kept; null for as long as the source. */
    keepUntil: date("keep_until", { mode: "string" }),
    /** When the original was destroyed; its text, and its hash, stay. Never undone. */
    destroyedAt: moment("destroyed_at"),
    /** Why, in the words of who did it; null when its time had passed. */
    destroyedReason: text("destroyed_reason"),
    /**
     * When an administrator removed it, who, and why: of its text only the words stay on which something rests. Null
     * for one that is there; one on which nothing rests leaves no row.
     */
    removedAt: moment("removed_at"),
    removedBy: uuid("removed_by").references(() => account.id),
    removedReason: text("removed_reason"),
    /** The version that those who were there agreed with; null while it is a concept. */
    adoptedVersion: integer("adopted_version"),
    adoptedOn: date("adopted_on", { mode: "string" }),
    adoptedBy: text("adopted_by"),
    /** The online consultation in which somebody wrote it; null for a document that was brought in. */
    writtenIn: uuid("written_in").references(() => consultation.id),
    createdBy: uuid("created_by").references(() => account.id),
    createdAt: createdAt(),
  },
  (t) => [
    // Two people may write the same, and what was removed may come back.
    uniqueIndex("source_same_file")
      .on(t.dossierId, t.sha256)
      .where(sql`written_in is null and removed_at is null`),
    unique("source_same_text").on(t.dossierId, t.textKey),
    index("source_written_in").on(t.writtenIn).where(sql`written_in is not null`),
    check("source_failure", sql`(${t.state} = 'failed') = (${t.failure} is not null)`),
    check(
      "source_removed",
      sql`(${t.state} = 'removed') = (${t.removedAt} is not null)
        and (${t.removedAt} is null) = (${t.removedReason} is null)`,
    ),
    check(
      "source_adopted",
      sql`(${t.adoptedVersion} is null) = (${t.adoptedOn} is null)
        and (${t.adoptedVersion} is null) = (${t.adoptedBy} is null)`,
    ),
    // Of the few that have a date, those of which it has passed.
    index("source_keep_until")
      .on(t.keepUntil)
      .where(sql`keep_until is not null and destroyed_at is null`),
  ],
);

/**
 * The original file, byte for byte, in pieces: so none is ever whole in memory. It is there before its
 * source: a draft (`upload`) has the id that the source gets, so that adding it moves no bytes.
 */
export const sourceFile = pgTable(
  "source_file",
  {
    sourceId: uuid("source_id").notNull(),
    /** From 1. */
    n: integer("n").notNull(),
    content: bytea("content").notNull(),
  },
  (t) => [primaryKey({ columns: [t.sourceId, t.n] })],
);

/** The immutable text of a source, made of numbered blocks. */
export const sourceVersion = pgTable(
  "source_version",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    sourceId: uuid("source_id")
      .notNull()
      .references(() => source.id),
    n: integer("n").notNull(),
    /** Code points in the whole text. */
    characters: integer("characters").notNull(),
    /** White space after the last block. */
    trailing: text("trailing").notNull(),
    textSha256: text("text_sha256").notNull(),
    normaliserVersion: integer("normaliser_version").notNull(),
    /** Where each page begins, in code points; null for a format without pages. */
    pages: integer("pages").array(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("source_version_n").on(t.sourceId, t.n),
    index("source_version_dossier").on(t.dossierId),
  ],
);

/** `before` + `text` of all blocks in order, and then `trailing`, is the text of the version. */
export const sourceBlock = pgTable(
  "source_block",
  {
    sourceVersionId: uuid("source_version_id")
      .notNull()
      .references(() => sourceVersion.id),
    n: integer("n").notNull(),
    start: integer("start_cp").notNull(),
    end: integer("end_cp").notNull(),
    before: text("before").notNull(),
    text: text("text").notNull(),
    form: text("form", { enum: BLOCK_FORMS }).notNull(),
    level: integer("level").notNull(),
    words: dutchWords(sql`text`),
  },
  (t) => [
    primaryKey({ columns: [t.sourceVersionId, t.n] }),
    index("source_block_place").on(t.sourceVersionId, t.start),
    index("source_block_words").using("gin", t.words),
    // What is before a block on the pages of the reader, see `domain/sources/rules/pages.ts`.
    index("source_block_weight").on(
      t.sourceVersionId,
      sql`(start_cp + ${sql.raw(String(BLOCK_WEIGHT))} * n)`,
    ),
    index("source_block_heading").on(t.sourceVersionId, t.n).where(sql`form = 'heading'`),
    check("source_block_length", sql`${t.end} - ${t.start} = char_length(${t.text})`),
  ],
);

/** A quoted stretch of a source version. The database checks that `exact` stands there. */
export const passage = pgTable(
  "passage",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    sourceVersionId: uuid("source_version_id")
      .notNull()
      .references(() => sourceVersion.id),
    start: integer("start_cp").notNull(),
    end: integer("end_cp").notNull(),
    exact: text("exact").notNull(),
    createdBy: uuid("created_by").references(() => account.id),
    createdAt: createdAt(),
  },
  (t) => [
    // One passage per stretch: whoever quotes the same words means the same passage.
    unique("passage_place").on(t.sourceVersionId, t.start, t.end),
    index("passage_dossier").on(t.dossierId),
    check("passage_length", sql`${t.end} > ${t.start}`),
  ],
);

/**
 * A corrected file or text of a source, on its way to be its next version: that one gets this id. Its bytes
 * stand under the same id in `source_file`.
 */
export const sourceRevision = pgTable(
  "source_revision",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    sourceId: uuid("source_id")
      .notNull()
      .references(() => source.id),
    /** The number of the version it becomes. */
    n: integer("n").notNull(),
    fileName: text("file_name").notNull(),
    byteSize: integer("byte_size").notNull(),
    sha256: text("sha256").notNull(),
    /** What was changed and why, in the words of who did it. */
    note: text("note").notNull(),
    state: text("state", { enum: READING_STATES }).notNull().default("waiting"),
    failure: text("failure"),
    failureParams: jsonb("failure_params").$type<Record<string, string | number>>(),
    createdBy: uuid("created_by").references(() => account.id),
    createdAt: createdAt(),
  },
  (t) => [
    // One becomes a version at a time; those that could not be read stay, with why.
    uniqueIndex("source_revision_n").on(t.sourceId, t.n).where(sql`state <> 'failed'`),
    check("source_revision_state", oneOf(t.state, READING_STATES)),
    check("source_revision_failure", sql`(${t.state} = 'failed') = (${t.failure} is not null)`),
  ],
);

/** Where quoted words stand in a newer version of their source, and what somebody decided of it. */
export const passageLocation = pgTable(
  "passage_location",
  {
    passageId: uuid("passage_id")
      .notNull()
      .references(() => passage.id),
    sourceVersionId: uuid("source_version_id")
      .notNull()
      .references(() => sourceVersion.id),
    status: text("status", { enum: PLACEMENTS }).notNull(),
    /** Code points in the newer version, as it was found; null for an orphan. */
    start: integer("start_cp"),
    end: integer("end_cp"),
    /** How much alike, 0 to 1. */
    score: real("score").notNull(),
    /** Which differences may change what is meant. */
    meaning: text("meaning", { enum: MEANINGS }).array().notNull().default([]),
    decision: text("decision", { enum: PLACE_DECISIONS }),
    /** The words that somebody pointed out. */
    decidedStart: integer("decided_start_cp"),
    decidedEnd: integer("decided_end_cp"),
    decidedBy: uuid("decided_by").references(() => account.id),
    decidedAt: moment("decided_at"),
  },
  (t) => [
    primaryKey({ columns: [t.passageId, t.sourceVersionId] }),
    index("passage_location_place").on(t.sourceVersionId, t.start),
    check("passage_location_status", oneOf(t.status, PLACEMENTS)),
    check(
      "passage_location_found",
      sql`(${t.status} = 'orphan') = (${t.start} is null) and (${t.start} is null) = (${t.end} is null)`,
    ),
    check("passage_location_decision", sql`(${t.decision} is null) = (${t.decidedAt} is null)`),
    check(
      "passage_location_elsewhere",
      sql`(coalesce(${t.decision}, '') = 'elsewhere') = (${t.decidedStart} is not null)
        and (${t.decidedStart} is null) = (${t.decidedEnd} is null)`,
    ),
  ],
);
