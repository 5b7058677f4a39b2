import { z } from "zod";
import {
  type ModeratedState,
  type Outcome,
  type PersonalDataKind,
  type Position,
  REFUSAL_REASONS,
  type RefusalReason,
} from "@/db/vocabulary";
import { says } from "../kernel/errors";
import { nullableText, optionalText, uuid } from "../kernel/fields";
import type { AnswerFile } from "../participation/model";
import type { RestingOnReaction } from "../reactions/model";
import { MAX_PARTS, type Stretch } from "../reactions/rules";

/** Reactions on one page of the queue; as many are placed at once after they were read in one list. */
export const QUEUE_PAGE = 50;
/** Rows on one page of the log. */
export const LOG_PAGE = 50;

/** Which reactions somebody looks at: those that ask something of them, those that others read, or those that were not placed. */
export const QUEUES = ["waiting", "placed", "refused"] as const;
export type Queue = (typeof QUEUES)[number];

/** What may ask for a decision of somebody; a rule says so and a person decides. */
export const SIGNS = [
  "flagged",
  "personalData",
  "offensive",
  "link",
  "double",
  "alike",
  "long",
  "unsearched",
] as const;
export type Sign = (typeof SIGNS)[number];

/** A reaction as who keeps order sees it in a list. */
export interface QueueRow {
  reactionId: string;
  number: number;
  /** By which is known what was read: `id@version`. */
  seen: string;
  state: ModeratedState;
  /** Number of the stelling; null for the question after them. */
  statement: number | null;
  /** The stelling as it was put. */
  asked: string;
  group: string | null;
  position: Position | null;
  text: string;
  /** As others read it, or will. */
  read: string;
  sentAt: string;
  signs: Sign[];
  /** The number of an earlier reaction to the same stelling with the same words, of which nobody said that it says the same or not. */
  sameAs: number | null;
  /** Of the one before it that is most like it. */
  likeTo: number | null;
  /** Why it was not placed. */
  reason: RefusalReason | null;
}

/** A place where personal data may stand in the words, in code points. */
export interface FoundPlace {
  start: number;
  end: number;
  kind: PersonalDataKind;
}

/** What was decided before. */
export interface DecidedBefore {
  id: string;
  actId: string;
  before: ModeratedState;
  after: ModeratedState;
  reason: RefusalReason | null;
  note: string | null;
  decidedAt: string;
  decidedBy: string | null;
}

/** What a reader said of a reaction, for who keeps order alone. */
export interface Flagged {
  id: string;
  reason: RefusalReason | null;
  words: string;
  flaggedAt: string;
}

/** A reaction beside another. */
export interface BesideReaction {
  reactionId: string;
  /** By which is known what was read: `id@version`. */
  seen: string;
  number: number;
  group: string | null;
  /** Where it was said. */
  consultation: string;
  text: string;
}

/** What somebody said of one reaction beside others, and what is asked of it. */
export interface Sameness {
  /** The reaction itself, as it is put beside another. */
  own: BesideReaction;
  /** Those that may say the same: with the same words (`exact`), or with most of their stems in common. The most alike first. */
  proposed: (BesideReaction & { exact: boolean })[];
  /** Those that say the same: as somebody said of these two (`direct`), or by another that says the same. */
  same: (BesideReaction & { direct: boolean })[];
  /** Those that were said not to say the same. */
  apart: BesideReaction[];
}

/** What can be said of two reactions beside each other; `open` takes back what was said. */
export const SAYINGS = ["same", "apart", "open"] as const;
export type Saying = (typeof SAYINGS)[number];

/** One reaction, to decide on. */
export interface ModeratedReaction extends QueueRow {
  found: FoundPlace[];
  /** What says the same, and what may; null for one without words. */
  sameness: Sameness | null;
  flags: Flagged[];
  /** Newest first. */
  decided: DecidedBefore[];
  /** How many kernwaarden and requirements lean on it, when it is placed. */
  used: number;
  file: AnswerFile | null;
  /** The parts that count in its place. */
  parts: { id: string; number: number }[];
}

/** A part of a reaction, as it is listed with the whole. */
export interface PartRow {
  id: string;
  number: number;
  text: string;
  outcome: Outcome | null;
}

/** A reaction that was divided: what was sent, and the parts that count in its place. */
export interface DividedReaction {
  id: string;
  number: number;
  consultationId: string;
  text: string;
  position: Position;
  group: string | null;
  parts: PartRow[];
  /** Numbers of the parts on which something rests: as long as there are, it is not made whole again. */
  bound: number[];
}

/** A reaction that somebody may divide: where it can be cut, and what is in the way. */
export interface DivisibleReaction {
  consultationId: string;
  reactionId: string;
  number: number;
  seen: string;
  text: string;
  state: ModeratedState;
  pieces: Stretch[];
  resting: RestingOnReaction;
}

/** How many there are of each, and what was decided today. */
export interface QueueCounts {
  waiting: number;
  placed: number;
  refused: number;
  /** Of those that others read, how many somebody flagged. */
  flagged: number;
  placedToday: number;
  refusedToday: number;
}

/** A row of the log: no words of a reaction, and of nobody a name. */
export interface LogRow {
  id: string;
  decidedAt: string;
  /** Number of the stelling; null for the question after them, and when the reaction was taken back since. */
  statement: number | null;
  outcome: LogOutcome;
  /** Why it was not placed (before). */
  reason: RefusalReason | null;
}

/** What a row of the log says: not placed, taken away after it was placed, placed after all, or looked at and left. */
export const LOG_OUTCOMES = ["refused", "takenAway", "putBack", "reopened", "stays"] as const;
export type LogOutcome = (typeof LOG_OUTCOMES)[number];

/** A reaction as it was read, `id@version.decided`: what was changed or decided since is read again first. */
const seen = z
  .string()
  .regex(/^[0-9a-f-]{36}@[0-9]{1,9}(\.[0-9]{1,9})?$/, says("errors.field.invalid"))
  .transform((value) => {
    const [reactionId = "", version = ""] = value.split("@");
    const [lockVersion, decided = null] = version.split(".").map(Number);
    return { reactionId, lockVersion: lockVersion ?? 0, decided };
  })
  .refine(({ reactionId }) => uuid.safeParse(reactionId).success, says("errors.field.invalid"));

export const placeInput = z.object({
  consultationId: uuid,
  seen: z.array(seen).min(1, says("errors.field.choose")).max(QUEUE_PAGE),
});

/** Signs of the sentence to who sent what is not placed. */
export const MAX_REFUSAL_NOTE = 500;

export const refuseInput = z.object({
  consultationId: uuid,
  seen,
  reason: z.enum(REFUSAL_REASONS, says("errors.field.choose")),
  note: nullableText(MAX_REFUSAL_NOTE),
});

export const keepInput = z.object({ consultationId: uuid, seen });

/** A reaction as it was read, with the places (code points) before which it is cut. */
export const divideInput = z.object({
  consultationId: uuid,
  seen,
  cuts: z
    .array(z.coerce.number().int().min(1).max(1_000_000))
    .min(1, says("moderation.errors.noParts"))
    .max(MAX_PARTS - 1, says("moderation.errors.noParts")),
});

/** Two reactions as they were read beside each other. */
export const pairInput = z
  .object({ one: seen, other: seen })
  .refine(({ one, other }) => one.reactionId !== other.reactionId, says("errors.field.invalid"));

export const uniteInput = z.object({ reactionId: uuid });

export const undoInput = z.object({ consultationId: uuid, actId: uuid });

/** Flags of one reaction that are kept while nobody looked: more say nothing new. */
export const MAX_OPEN_FLAGS = 20;
/** And of all reactions of a consultation in an hour: who writes more keeps nobody's order. */
export const MAX_FLAGS_AN_HOUR = 200;

/** What a reader of others' reactions says of one; the reason may be left open. */
export const flagInput = z.object({
  reactionId: uuid,
  reason: z
    .enum(REFUSAL_REASONS)
    .nullish()
    .catch(null)
    .transform((value) => value ?? null),
  words: optionalText(500),
});
