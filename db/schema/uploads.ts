import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { UPLOAD_STATES } from "../vocabulary";
import { account } from "./accounts";
import { createdAt, id, moment, oneOf } from "./columns";
import { dossier } from "./dossiers";

/**
 * A file that somebody sent and that is no source yet: a draft of theirs alone. Its id is the one the source
 * gets, and its bytes stand in `source_file` already.
 */
export const upload = pgTable(
  "upload",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    fileName: text("file_name").notNull(),
    /** A title that was typed, for pasted text. */
    title: text("title"),
    /** Known once it was looked at. */
    mediaType: text("media_type"),
    byteSize: integer("byte_size").notNull().default(0),
    /** Of all its bytes: null as long as they come in. */
    sha256: text("sha256"),
    state: text("state", { enum: UPLOAD_STATES }).notNull().default("receiving"),
    /** Counts the times it was to be read: one that was begun before does not count any more. */
    reading: integer("reading").notNull().default(0),
    readingSince: moment("reading_since"),
    progress: jsonb("progress").$type<{ done: number; total: number }>(),
    /** What was chosen where the file leaves it open. */
    choices: jsonb("choices").$type<Record<string, unknown>>().notNull().default({}),
    /** What it will become: see `Found` in domain/sources/model.ts. */
    found: jsonb("found").$type<object>(),
    /** Why it cannot be read: path of a sentence in the catalogue, and what is filled in there. */
    failure: text("failure"),
    failureParams: jsonb("failure_params").$type<Record<string, string | number>>(),
    /** The mail it came with: the draft, as long as that is one, and the name of its file. */
    parentId: uuid("parent_id"),
    attachedTo: text("attached_to"),
    createdAt: createdAt(),
  },
  (t) => [
    index("upload_owner").on(t.dossierId, t.accountId, t.createdAt),
    index("upload_account").on(t.accountId),
    index("upload_age").on(t.createdAt),
    check("upload_state", oneOf(t.state, UPLOAD_STATES)),
    check("upload_failure", sql`(${t.state} = 'failed') = (${t.failure} is not null)`),
    check("upload_received", sql`(${t.state} = 'receiving') = (${t.sha256} is null)`),
  ],
);
