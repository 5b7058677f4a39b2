import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import {
  FLAG_OUTCOMES,
  MODERATED_STATES,
  type ModeratedState,
  REFUSAL_REASONS,
  type RefusalReason,
} from "../vocabulary";
import { account } from "./accounts";
import { id, moment, oneOf } from "./columns";
import { dossier } from "./dossiers";
import { onlineConsultation } from "./participation";
import { reaction } from "./reactions";

/**
 * What was decided on a reaction by who keeps order, one row each time: the log that can be published. It has no words of the
 * reaction, and stays when the reaction is erased.
 */
export const moderation = pgTable(
  "moderation",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    consultationId: uuid("consultation_id")
      .notNull()
      .references(() => onlineConsultation.consultationId),
    /** Null when its sender took it back and it was erased. */
    reactionId: uuid("reaction_id").references(() => reaction.id, { onDelete: "set null" }),
    /** Runs within a reaction: the last one stands. */
    n: integer("n").notNull(),
    /** Of all that was decided in one act: what is undone together. */
    actId: uuid("act_id").notNull(),
    before: text("before", { enum: MODERATED_STATES }).$type<ModeratedState>().notNull(),
    after: text("after", { enum: MODERATED_STATES }).$type<ModeratedState>().notNull(),
    /** Why it is not placed; null for every other outcome. */
    reason: text("reason", { enum: REFUSAL_REASONS }).$type<RefusalReason>(),
    /** A sentence to its sender; nobody else reads it. */
    note: text("note"),
    decidedAt: moment("decided_at").notNull().defaultNow(),
    decidedBy: uuid("decided_by").references(() => account.id),
  },
  (t) => [
    unique("moderation_once").on(t.reactionId, t.n),
    index("moderation_consultation").on(t.consultationId, t.decidedAt),
    index("moderation_act").on(t.actId),
    check("moderation_before", oneOf(t.before, MODERATED_STATES)),
    check("moderation_after", oneOf(t.after, MODERATED_STATES)),
    check("moderation_reason", sql`(${t.after} = 'refused') = (${t.reason} is not null)`),
    check("moderation_reasons", sql`${t.reason} is null or ${oneOf(t.reason, REFUSAL_REASONS)}`),
    check("moderation_note", sql`${t.note} is null or ${t.reason} is not null`),
  ],
);

/** That a reader of others' reactions asks to look at one again. Who it was is not kept. */
export const flag = pgTable(
  "flag",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    consultationId: uuid("consultation_id")
      .notNull()
      .references(() => onlineConsultation.consultationId),
    reactionId: uuid("reaction_id")
      .notNull()
      .references(() => reaction.id, { onDelete: "cascade" }),
    reason: text("reason", { enum: REFUSAL_REASONS }).$type<RefusalReason>(),
    /** What they said of it, for who keeps order alone. */
    words: text("words").notNull().default(""),
    flaggedAt: moment("flagged_at").notNull().defaultNow(),
    /** What came of it; null until somebody looked. */
    outcome: text("outcome", { enum: FLAG_OUTCOMES }),
    closedAt: moment("closed_at"),
  },
  (t) => [
    index("flag_open").on(t.consultationId, t.reactionId).where(sql`closed_at is null`),
    index("flag_reaction").on(t.reactionId),
    check("flag_reason", sql`${t.reason} is null or ${oneOf(t.reason, REFUSAL_REASONS)}`),
    check("flag_outcome", sql`${t.outcome} is null or ${oneOf(t.outcome, FLAG_OUTCOMES)}`),
    check("flag_closed", sql`(${t.outcome} is null) = (${t.closedAt} is null)`),
  ],
);

/**
 * What somebody said of two reactions beside each other: that they say the same, or that they do not. It goes with the words it
 * was said of (`guards/`), and changes nothing of either: both count.
 */
export const sameVerdict = pgTable(
  "same_verdict",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    /** Of the two the one whose id comes first. */
    reactionId: uuid("reaction_id")
      .notNull()
      .references(() => reaction.id, { onDelete: "cascade" }),
    otherId: uuid("other_id")
      .notNull()
      .references(() => reaction.id, { onDelete: "cascade" }),
    same: boolean("same").notNull(),
    decidedAt: moment("decided_at").notNull().defaultNow(),
    decidedBy: uuid("decided_by").references(() => account.id),
  },
  (t) => [
    unique("same_verdict_pair").on(t.reactionId, t.otherId),
    index("same_verdict_other").on(t.otherId),
    check("same_verdict_order", sql`${t.reactionId} < ${t.otherId}`),
  ],
);
