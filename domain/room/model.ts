import { z } from "zod";
import { type Position, REACTION_KINDS, type ReactionKind } from "@/db/vocabulary";
import { says } from "../kernel/errors";
import { lockVersion, nullableText, nullableUuid, requiredText, uuid } from "../kernel/fields";
import type { HeardGroup } from "../participation/model";

/** A meeting, by what its screen shows. */
export interface Meeting {
  id: string;
  /** ISO. */
  startedAt: string;
  endedAt: string | null;
}

/** How many of a group hold each position, or of a few groups together. */
export interface GroupResult {
  groups: Omit<HeardGroup, "people">[];
  people: number;
  /** Null while they are so few that it would say of somebody what they think. */
  positions: Record<Position, number> | null;
}

/** What the screen in the room shows. */
export interface RoomScreen {
  consultationId: string;
  title: string;
  contractingAuthority: string;
  /** When it was asked (ISO). */
  at: string;
  /** Whether one can react now. */
  open: boolean;
  /** The address of everybody; null where one is invited by name only. */
  code: string | null;
  asksPosition: boolean;
  positionWords: Partial<Record<Position, string>> | null;
  /** Null while no meeting is going on. */
  meeting: Meeting | null;
  /** The one that is going on, or else the one that was held last. */
  last: Meeting | null;
  statements: { id: string; number: number; text: string }[];
  /** The place of the stelling that is shown among them, from 0. */
  shown: number;
  resultShown: boolean;
  /** How many people have a position on it that counts. */
  voted: number;
  /** How many of them chose when it had other words. */
  earlier: number;
  results: GroupResult[];
}

/** What was written down in a meeting. */
export interface Note {
  reactionId: string;
  number: number;
  lockVersion: number;
  statementId: string | null;
  kind: ReactionKind;
  groupId: string | null;
  group: string | null;
  role: string | null;
  text: string;
  /** ISO. */
  saidAt: string;
}

/** Notes that are read of a meeting, the newest. */
export const NOTES_SHOWN = 200;
/** What is said at a time, in signs. */
export const MAX_NOTE = 4_000;
export const MAX_ROLE = 100;

export const meetingInput = z.object({ consultationId: uuid });

export const showInput = z.object({
  consultationId: uuid,
  statementId: uuid,
  result: z.enum(["yes", "no"]),
});

const noted = {
  kind: z.enum(REACTION_KINDS, says("errors.field.choose")),
  groupId: nullableUuid,
  role: nullableText(MAX_ROLE),
  text: requiredText(MAX_NOTE),
};

export const noteInput = z.object({
  meetingId: uuid,
  statementId: nullableUuid,
  saidAt: z.iso.datetime(),
  ...noted,
});

export const correctInput = z.object({ reactionId: uuid, lockVersion, ...noted });

export const takeBackInput = z.object({ reactionId: uuid, lockVersion });

/** A stelling in the report of a consultation, with all that was said to it. */
export interface ReportPart {
  /** Null for what was said to none of them. */
  statement: { number: number; text: string } | null;
  results: GroupResult[];
  people: number;
  /** How many of them chose when it had other words. */
  earlier: number;
  said: {
    number: number;
    kind: ReactionKind;
    group: string | null;
    role: string | null;
    text: string;
    /** Whether it was written down in a meeting, rather than sent online. */
    inRoom: boolean;
  }[];
}

export interface Report {
  title: string;
  dossier: string;
  contractingAuthority: string;
  introduction: string;
  /** When it was made (ISO). */
  madeAt: string;
  /** One can still react: what it says is not all. */
  open: boolean;
  meetings: Meeting[];
  /** Who sent something that counts, online. */
  people: number;
  /** Answers that are in none of it: they wait to be looked at, or were not placed. */
  leftOut: { waiting: number; refused: number };
  asksPosition: boolean;
  positionWords: Partial<Record<Position, string>> | null;
  parts: ReportPart[];
}
