import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { CORRECTION_DECISIONS } from "../vocabulary";
import { account } from "./accounts";
import { createdAt, id, moment, oneOf } from "./columns";
import { dossier } from "./dossiers";
import { source, sourceRevision, sourceVersion } from "./sources";

/** The time in which those who were there may correct a version of a source, by a link of their own. */
export const correctionRound = pgTable(
  "correction_round",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    // What belongs to a source goes with it when that is removed.
    sourceId: uuid("source_id")
      .notNull()
      .references(() => source.id, { onDelete: "cascade" }),
    sourceVersionId: uuid("source_version_id")
      .notNull()
      .references(() => sourceVersion.id, { onDelete: "cascade" }),
    /** The last day, until its end in the Netherlands. */
    closesOn: date("closes_on", { mode: "string" }).notNull(),
    /** When somebody ended it before that. */
    endedAt: moment("ended_at"),
    /** What was accepted, on its way to be the next version. */
    revisionId: uuid("revision_id").references(() => sourceRevision.id, { onDelete: "set null" }),
    createdBy: uuid("created_by").references(() => account.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique("correction_round_version").on(t.sourceVersionId),
    index("correction_round_source").on(t.sourceId),
    index("correction_round_dossier").on(t.dossierId),
  ],
);

/** Somebody who was there, as an author calls them, with the hash of the secret in their link. */
export const attendee = pgTable(
  "attendee",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    roundId: uuid("round_id")
      .notNull()
      .references(() => correctionRound.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** By which it is unique, see `nameKey`. */
    nameKey: text("name_key").notNull(),
    tokenSha256: text("token_sha256").notNull().unique(),
    /** When the link was taken back. */
    revokedAt: moment("revoked_at"),
    /** When they said that all else is right. */
    agreedAt: moment("agreed_at"),
    /** What they sent in the hour that began then: a bound on what one link can cost. */
    sends: integer("sends").notNull().default(0),
    sendsSince: moment("sends_since"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("attendee_name").on(t.roundId, t.nameKey),
    index("attendee_dossier").on(t.dossierId),
  ],
);

/** Other words for a block, proposed by an attendee; what came of it. */
export const correction = pgTable(
  "correction",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    roundId: uuid("round_id")
      .notNull()
      .references(() => correctionRound.id, { onDelete: "cascade" }),
    attendeeId: uuid("attendee_id")
      .notNull()
      .references(() => attendee.id, { onDelete: "cascade" }),
    /** The number of the block in the version. */
    block: integer("block").notNull(),
    /** What is to stand there; null when the block is to go. */
    text: text("text"),
    /** Why, in the words of the attendee. */
    remark: text("remark").notNull(),
    withdrawnAt: moment("withdrawn_at"),
    decision: text("decision", { enum: CORRECTION_DECISIONS }),
    reply: text("reply").notNull().default(""),
    decidedBy: uuid("decided_by").references(() => account.id),
    decidedAt: moment("decided_at"),
    /** Goes up with each change: who decides must have seen what stands. */
    lockVersion: integer("lock_version").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    // Of one person one proposal for a block: sent again it is changed.
    unique("correction_block").on(t.attendeeId, t.block),
    index("correction_round_block").on(t.roundId, t.block),
    index("correction_dossier").on(t.dossierId),
    check(
      "correction_decision",
      sql`${t.decision} is null or ${oneOf(t.decision, CORRECTION_DECISIONS)}`,
    ),
    check("correction_decided", sql`(${t.decision} is null) = (${t.decidedAt} is null)`),
    check(
      "correction_answered",
      sql`coalesce(${t.decision}, '') <> 'rejected' or ${t.reply} <> ''`,
    ),
    check("correction_standing", sql`${t.decision} is null or ${t.withdrawnAt} is null`),
  ],
);
