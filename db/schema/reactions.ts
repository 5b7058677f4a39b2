import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { POSITIONS, REACTION_KINDS } from "../vocabulary";
import { account } from "./accounts";
import { createdAt, id, oneOf } from "./columns";
import { consultation } from "./consultations";
import { dossier, stakeholderGroup } from "./dossiers";
import { dutchWords, passage } from "./sources";
import { statement } from "./statements";

/** What somebody said. */
export const reaction = pgTable(
  "reaction",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    /** Running number within the dossier, shown as R-12. */
    number: integer("number").notNull(),
    consultationId: uuid("consultation_id")
      .notNull()
      .references(() => consultation.id),
    statementId: uuid("statement_id").references(() => statement.id),
    kind: text("kind", { enum: REACTION_KINDS }).notNull(),
    text: text("text").notNull(),
    position: text("position", { enum: POSITIONS }).notNull().default("none"),
    stakeholderGroupId: uuid("stakeholder_group_id").references(() => stakeholderGroup.id),
    /** As written in the minutes. "X" stands for many people and is never resolved. */
    speaker: text("speaker"),
    replyToId: uuid("reply_to_id").references((): AnyPgColumn => reaction.id),
    /** The words in the minutes; null when the reaction was entered by hand. */
    passageId: uuid("passage_id").references(() => passage.id),
    /**
     * True while it waits for who keeps order, or was not placed: then it counts nowhere (`live_reaction`). Null else. Set by
     * the database itself (`guards/`), by what its answer is.
     */
    held: boolean("held"),
    /** The reaction that was sent whole, of which this one is a part. */
    partOfId: uuid("part_of_id").references((): AnyPgColumn => reaction.id),
    /** True while its parts count in its place (`live_reaction`); what its sender chose counts with it. Null else. */
    divided: boolean("divided"),
    words: dutchWords(sql`text`),
    lockVersion: integer("lock_version").notNull().default(1),
    createdBy: uuid("created_by").references(() => account.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique("reaction_number").on(t.dossierId, t.number),
    index("reaction_consultation").on(t.dossierId, t.consultationId, t.number),
    index("reaction_statement").on(t.dossierId, t.statementId, t.number),
    index("reaction_group").on(t.dossierId, t.stakeholderGroupId, t.number),
    index("reaction_passage").on(t.passageId),
    index("reaction_words").using("gin", t.words),
    // Those with the same words, whatever their capitals, accents and signs: `same_words` (migration 0050).
    index("reaction_same_words").on(t.dossierId, sql`md5(same_words(text))`),
    index("reaction_reply").on(t.replyToId).where(sql`reply_to_id is not null`),
    // What all reactions are counted by, without their words: those would be read along, tens of megabytes.
    index("reaction_counted").on(
      t.dossierId,
      t.id,
      t.number,
      t.consultationId,
      t.statementId,
      t.stakeholderGroupId,
      t.passageId,
      t.held,
      t.divided,
    ),
    // How many there are of each stelling, consultation and group: the same for many, and so a tenth of that.
    index("reaction_live")
      .on(t.dossierId, t.consultationId, t.statementId, t.stakeholderGroupId, t.kind)
      .where(sql`held is null and divided is null`),
    index("reaction_part").on(t.partOfId).where(sql`part_of_id is not null`),
    index("reaction_held").on(t.id).where(sql`held`),
    check("reaction_held", sql`${t.held}`),
    check(
      "reaction_divided",
      sql`${t.divided} is null or (${t.divided} and ${t.partOfId} is null)`,
    ),
    // A person has one position, and it stands with what they sent.
    check("reaction_part_position", sql`${t.partOfId} is null or ${t.position} = 'none'`),
    check("reaction_kind", oneOf(t.kind, REACTION_KINDS)),
    check("reaction_position", oneOf(t.position, POSITIONS)),
  ],
);

/**
 * Whose words a passage holds: its reaction's own, and those of any other passage with which they
 * share at least half of the shorter. Written by the database itself (`guards/`), for it follows
 * from where the words stand, and neither of those ever changes.
 */
export const passageReaction = pgTable(
  "passage_reaction",
  {
    passageId: uuid("passage_id")
      .notNull()
      .references(() => passage.id),
    reactionId: uuid("reaction_id")
      .notNull()
      .references(() => reaction.id),
    /** The words of the reaction itself, and where they stand: what others are held against. */
    own: boolean("own").notNull(),
    sourceVersionId: uuid("source_version_id").notNull(),
    start: integer("start_cp").notNull(),
    end: integer("end_cp").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.passageId, t.reactionId] }),
    index("passage_reaction_reaction").on(t.reactionId),
    index("passage_reaction_place").on(t.sourceVersionId, t.start).where(sql`own`),
  ],
);
