import { z } from "zod";
import { OUTCOMES, type Outcome } from "@/db/vocabulary";
import { says } from "../kernel/errors";
import { MAX_INTEGER, optionalText, uuid } from "../kernel/fields";

/** Longest reason or answer, in UTF-16 units. */
export const MAX_REASON = 3_000;
/** Longest words for where it is arranged, in UTF-16 units. */
export const MAX_PLACE = 300;
/** Most requirements that one reaction was adopted in. */
export const MAX_REQUIREMENTS = 50;
/** Most others that get one answer at once. */
export const MAX_TOGETHER = 99;
/** Reactions on one page of the list beside the work. */
export const LISTED_PER_PAGE = 40;

/** The version of an *afweging* that a form was opened on; 0 when there was none. */
const seenVersion = z.coerce.number(says("errors.field.invalid")).int().min(0).max(MAX_INTEGER);

const requirementIds = z
  .array(uuid)
  .max(MAX_REQUIREMENTS, says("dispositions.errors.tooManyRequirements"))
  .default([])
  .transform((ids) => [...new Set(ids)]);

/** Codes as somebody types them: `E-3.1, E-3.2`. */
const requirementCodes = optionalText(500).transform((typed) => [
  ...new Set(typed.split(/[\s,;]+/).filter(Boolean)),
]);

/** A reaction with the version of its answer that was seen. */
const seenReaction = z.object({ reactionId: uuid, lockVersion: seenVersion });

/** Whether a reason that others have too is changed here alone, or with all of them. */
export const SHARINGS = ["here", "all"] as const;
export type Sharing = (typeof SHARINGS)[number];

/** What is answered to a reaction. What each outcome needs besides is `missingIn`. */
export const recordedDisposition = z.object({
  reactionId: uuid,
  lockVersion: seenVersion,
  outcome: z.enum(OUTCOMES, says("errors.field.choose")),
  reason: optionalText(MAX_REASON),
  place: optionalText(MAX_PLACE),
  requirementIds,
  requirementCodes,
  /** Others that say the same: each gets this answer as its own. */
  also: z
    .array(seenReaction)
    .max(MAX_TOGETHER, says("dispositions.errors.tooManyTogether"))
    .default([]),
  sharing: z.enum(SHARINGS).optional(),
});

/** Answers that are taken back, each with the version that was seen. */
export const takenBack = z.object({
  dispositions: z
    .array(seenReaction)
    .min(1)
    .max(MAX_TOGETHER + 1),
});

/** Which reactions are listed beside the work. */
export const SHOWS = ["todo", "proposed", "questions", "all"] as const;
export type Show = (typeof SHOWS)[number];

export interface WorkAsked {
  /** Left out when an outcome is asked for. */
  show?: Show;
  outcome?: Outcome;
  /** Listed as well, though they were answered: what somebody answered just now. */
  just?: readonly string[];
  /** From 1; without it the page on which the reaction of the work stands. */
  page?: number;
}

/** One reaction in the list. */
export interface WorkRow {
  id: string;
  number: number;
  text: string;
  groupName: string | null;
  question: boolean;
  /** Null while it is to be answered. */
  outcome: Outcome | null;
  /** Something follows from the links: a requirement names it. */
  proposed: boolean;
  /** Numbers of those that say the same, as somebody said. */
  same: number[];
}

/** Reactions to one stelling, with how many of all of those are to be answered. */
export interface WorkGroup {
  statementId: string | null;
  statement: string | null;
  /** Its numbers in the consultations, such as "1" or "1, 3". */
  numbers: string;
  total: number;
  open: number;
  rows: WorkRow[];
}

export interface WorkList {
  groups: WorkGroup[];
  total: number;
  page: number;
  pages: number;
}

/** A requirement beside a reaction. */
export interface BesideRequirement {
  id: string;
  code: string;
  title: string;
  text: string;
  /** Linked to this reaction or to some of its words, or carried by it: not only by a kernwaarde. */
  direct: boolean;
  /** Numbers of the kernwaarden by which it rests on the reaction. */
  via: number[];
  /** The answer that stands names it. */
  named: boolean;
}

/** What was answered at one time. */
export interface DispositionVersion {
  n: number;
  /** Null when it was taken back and nothing was before it. */
  outcome: Outcome | null;
  reason: string;
  place: string;
  takesBack: number | null;
  sharedId: string | null;
  by: string | null;
  at: string;
  requirements: { id: string; code: string; title: string }[];
}

/** A reaction as far as its *afweging* goes. */
export interface AnsweredReaction {
  reactionId: string;
  /** 0 when nothing was ever answered. */
  lockVersion: number;
  /** Whether it counts as answered; see `answered_reaction`. */
  answered: boolean;
  /** The version that stands, if it says anything. */
  standing: DispositionVersion | null;
  /** All that was answered, the newest first. */
  history: DispositionVersion[];
  requirements: BesideRequirement[];
  /** The other reactions that have the reason of the answer that stands. */
  sharedWith: { reactionId: string; number: number }[];
}

/** A reaction that says the same, or may. */
export interface SimilarReaction {
  reactionId: string;
  /** Somebody said that it does. */
  linked: boolean;
  number: number;
  lockVersion: number;
  groupName: string | null;
  text: string;
}

/** What somebody recorded last, all of one act. */
export interface LastRecorded {
  reactions: { reactionId: string; number: number; lockVersion: number }[];
}
