import { sql } from "drizzle-orm";
import { boolean, index, pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, moment } from "./columns";
import { dossier } from "./dossiers";
import { onlineConsultation } from "./participation";
import { reaction } from "./reactions";
import { source } from "./sources";
import { statement } from "./statements";

/** A meeting in a room about an online consultation: what its screen shows now. */
export const roomMeeting = pgTable(
  "room_meeting",
  {
    id: id(),
    dossierId: uuid("dossier_id")
      .notNull()
      .references(() => dossier.id),
    consultationId: uuid("consultation_id")
      .notNull()
      .references(() => onlineConsultation.consultationId),
    /** The stelling on the screen; null for the first of them. */
    statementId: uuid("statement_id").references(() => statement.id, { onDelete: "set null" }),
    /** Whether the screen shows what people think of it. */
    resultShown: boolean("result_shown").notNull().default(false),
    startedAt: moment("started_at").notNull(),
    endedAt: moment("ended_at"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("room_meeting_now").on(t.consultationId).where(sql`ended_at is null`),
    index("room_meeting_consultation").on(t.consultationId, t.startedAt),
    index("room_meeting_statement").on(t.statementId),
  ],
);

/** That a reaction was said in a meeting, and written down by whoever took notes there. */
export const roomNote = pgTable(
  "room_note",
  {
    reactionId: uuid("reaction_id")
      .primaryKey()
      .references(() => reaction.id, { onDelete: "cascade" }),
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => roomMeeting.id),
    sourceId: uuid("source_id")
      .notNull()
      .unique()
      .references(() => source.id),
    /** By the clock of the browser in which it was typed: what waited for a connection comes later. */
    saidAt: moment("said_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("room_note_meeting").on(t.meetingId, t.saidAt)],
);
