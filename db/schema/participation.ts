import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import {
  ADMITTED,
  ANSWER_STATES,
  FILE_KINDS,
  MODERATIONS,
  OTHERS_SHOWN,
  POSITIONS,
  type Position,
} from "../vocabulary";
import { createdAt, id, moment, oneOf } from "./columns";
import { consultation } from "./consultations";
import { dossier, stakeholderGroup } from "./dossiers";
import { reaction } from "./reactions";
import { source } from "./sources";
import { statement } from "./statements";

/** How a consultation is held online: from when until when, and what is asked in which way. */
export const onlineConsultation = pgTable(
  "online_consultation",
  {
    consultationId: uuid("consultation_id")
      .primaryKey()
      .references(() => consultation.id),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    /** What it is about, in a few sentences. */
    introduction: text("introduction").notNull().default(""),
    opensAt: moment("opens_at"),
    /** The last minute in which one can react. */
    closesAt: moment("closes_at"),
    /** The last day on which one hears what was done with it. */
    answerBy: date("answer_by", { mode: "string" }),
    asksPosition: boolean("asks_position").notNull().default(true),
    /** Other words for positions than the usual ones. */
    positionWords: jsonb("position_words").$type<Partial<Record<Position, string>>>(),
    admits: text("admits", { enum: ADMITTED }).notNull().default("anyone"),
    others: text("others", { enum: OTHERS_SHOWN }).notNull().default("never"),
    moderation: text("moderation", { enum: MODERATIONS }).notNull().default("before"),
    /** Of one reaction, in code points. */
    maxLength: integer("max_length").notNull().default(2_000),
    /** Whether a file may come with a reaction. */
    takesFiles: boolean("takes_files").notNull().default(false),
    /** The question after the stellingen; null when there is none. */
    missingQuestion: text("missing_question"),
    /** What who reacted reads once it is closed, besides when they hear what was done; empty for what is usual. */
    thanks: text("thanks").notNull().default(""),
    privacy: text("privacy").notNull().default(""),
    /** Whom one can ask: a team, a number, an address. */
    contact: text("contact").notNull().default(""),
    /** Days after closing in which drafts, and whose address is whose, are kept. */
    keepDays: integer("keep_days").notNull().default(90),
    /** When those were wiped. */
    wipedAt: moment("wiped_at"),
    /** When somebody opened it; null while it is prepared. */
    openedAt: moment("opened_at"),
    /** When somebody ended it before its time. */
    endedAt: moment("ended_at"),
    lockVersion: integer("lock_version").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    index("online_consultation_dossier").on(t.dossierId),
    check("online_consultation_admits", oneOf(t.admits, ADMITTED)),
    check("online_consultation_others", oneOf(t.others, OTHERS_SHOWN)),
    check("online_consultation_moderation", oneOf(t.moderation, MODERATIONS)),
    check("online_consultation_keep", sql`${t.keepDays} between 1 and 730`),
    check("online_consultation_length", sql`${t.maxLength} between 100 and 10000`),
  ],
);

/** The secret part of an open address of an online consultation: of everybody, and of each group. */
export const consultationAddress = pgTable(
  "consultation_address",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    consultationId: uuid("consultation_id")
      .notNull()
      .references(() => onlineConsultation.consultationId),
    /** Null for the address of everybody. */
    stakeholderGroupId: uuid("stakeholder_group_id").references(() => stakeholderGroup.id, {
      onDelete: "cascade",
    }),
    code: text("code").notNull().unique(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("consultation_address_group")
      .on(t.consultationId, t.stakeholderGroupId)
      .nullsNotDistinct(),
  ],
);

/**
 * Who reacts without an account: a random id, and the hash of the address that only they have. Nothing here says
 * whether they were invited, and by which invitation (decision 045).
 */
export const participant = pgTable(
  "participant",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    consultationId: uuid("consultation_id")
      .notNull()
      .references(() => onlineConsultation.consultationId),
    /** As they chose, or as their address says; null for somebody else. */
    stakeholderGroupId: uuid("stakeholder_group_id").references(() => stakeholderGroup.id, {
      onDelete: "set null",
    }),
    addressSha256: text("address_sha256").notNull().unique(),
    /** For the telephone: says nothing of the address, and follows on no other. */
    number: text("number").notNull(),
    /** When they sent something the first time. */
    sentAt: moment("sent_at"),
    /** How often they had their receipt mailed; to whom is not kept. */
    receiptsMailed: integer("receipts_mailed").notNull().default(0),
    /** When they were forgotten, because they asked. */
    forgottenAt: moment("forgotten_at"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("participant_number").on(t.consultationId, t.number),
    index("participant_group").on(t.stakeholderGroupId),
  ],
);

/** What a participant wrote and did not send yet: nobody else reads it. */
export const draftAnswer = pgTable(
  "draft_answer",
  {
    id: id(),
    participantId: uuid("participant_id")
      .notNull()
      .references(() => participant.id, { onDelete: "cascade" }),
    /** Null for the question after the stellingen. */
    statementId: uuid("statement_id").references(() => statement.id, { onDelete: "cascade" }),
    /** Null while nothing was chosen. */
    position: text("position", { enum: POSITIONS }),
    text: text("text").notNull(),
    /** Goes up with each change: who saves must have seen what stands. */
    n: integer("n").notNull().default(1),
    /** What stood there when another window saved something else; until one of both is chosen. */
    other: jsonb("other").$type<{ position: Position | null; text: string }>(),
    savedAt: moment("saved_at").notNull().defaultNow(),
  },
  (t) => [
    unique("draft_answer_once").on(t.participantId, t.statementId).nullsNotDistinct(),
    index("draft_answer_statement").on(t.statementId),
    check("draft_answer_position", sql`${t.position} is null or ${oneOf(t.position, POSITIONS)}`),
  ],
);

/**
 * A file with what a participant answers; its bytes stand under its id in `source_file`. Until it is sent nobody else has it.
 * It goes with the answer, when they take it away, and after the term.
 */
export const answerFile = pgTable(
  "answer_file",
  {
    id: id(),
    participantId: uuid("participant_id")
      .notNull()
      .references(() => participant.id),
    /** Null for the question after the stellingen. */
    statementId: uuid("statement_id").references(() => statement.id),
    fileName: text("file_name").notNull(),
    kind: text("kind", { enum: FILE_KINDS }).notNull(),
    byteSize: integer("byte_size").notNull(),
    sha256: text("sha256").notNull(),
    /** One that was sent stands until another one is sent in its place. */
    sent: boolean("sent").notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    unique("answer_file_once").on(t.participantId, t.statementId, t.sent).nullsNotDistinct(),
    index("answer_file_statement").on(t.statementId),
    check("answer_file_kind", oneOf(t.kind, FILE_KINDS)),
    check("answer_file_size", sql`${t.byteSize} > 0`),
  ],
);

/** What a participant sent: whose reaction it is, and in answer to which words. */
export const answer = pgTable(
  "answer",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    consultationId: uuid("consultation_id")
      .notNull()
      .references(() => onlineConsultation.consultationId),
    participantId: uuid("participant_id")
      .notNull()
      .references(() => participant.id),
    /** Null for the question after the stellingen. */
    statementId: uuid("statement_id").references(() => statement.id),
    /** The stelling, or the question, as it was put when they answered. */
    asked: text("asked").notNull(),
    /** Null when it was withdrawn and nothing rested on it. */
    reactionId: uuid("reaction_id")
      .unique()
      .references(() => reaction.id, { onDelete: "set null" }),
    sourceId: uuid("source_id").references(() => source.id, { onDelete: "set null" }),
    /** Whether they wrote words of their own; else the text is the position as it was called. */
    worded: boolean("worded").notNull(),
    /** Whether they chose a position; else the reaction stands with `none`, and nothing is chosen where they go on. */
    chosen: boolean("chosen").notNull(),
    state: text("state", { enum: ANSWER_STATES }).notNull(),
    /**
     * True from when it was not placed until it is placed: whatever words its sender gives it meanwhile, also after taking it
     * back, somebody looks at first. Null else.
     */
    refusedBefore: boolean("refused_before"),
    sentAt: moment("sent_at").notNull(),
    /** When they last changed or withdrew it. */
    changedAt: moment("changed_at"),
  },
  (t) => [
    unique("answer_once").on(t.participantId, t.statementId).nullsNotDistinct(),
    index("answer_statement").on(t.consultationId, t.statementId, t.sentAt),
    index("answer_source").on(t.sourceId),
    index("answer_asked").on(t.statementId),
    check("answer_state", oneOf(t.state, ANSWER_STATES)),
    check("answer_refused_before", sql`${t.refusedBefore}`),
  ],
);
