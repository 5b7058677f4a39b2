import { z } from "zod";
import {
  type Decision,
  NOTHING_KINDS,
  type Position,
  REACTION_KINDS,
  type ReactionKind,
  SEGMENT_KINDS,
  type SegmentKind,
  SHOWN_OUTSIDE,
} from "@/db/vocabulary";
import { says } from "@/domain/kernel/errors";
import {
  lockVersion,
  nullableDate,
  nullableText,
  nullableUuid,
  requiredText,
  uuid,
} from "../kernel/fields";
import { type Alternative, DOCUMENT_KINDS, type ReasonCode } from "../proposal/model";
import type { EarlierStatement } from "../statements/model";

/** Longest reason for leaving a segment out, in characters. */
export const MAX_IRRELEVANT_REASON = 500;

/** Segments on one page of the workbench: what a browser draws and a person scrolls at ease. */
export const PAGE_SIZE = 100;

/** Most segments that one change is about: what a person can still look through. */
export const MAX_RANGE = 2_000;

/** Steps that the screen names; all can be taken back, one by one. */
export const STEPS_SHOWN = 20;

/** Longest name of a speaker, in characters: "as written", so a whole phrase may stand there. */
export const MAX_SPEAKER = 160;

/** A segment as it is stored; `start` is its name within the part. Offsets are code points. */
export interface SegmentRow {
  start: number;
  end: number;
  quoteStart: number;
  quoteEnd: number;
  /** Exactly the text from `start` to `end`. */
  text: string;
  kind: SegmentKind;
  /** Number of the stelling within this part. */
  statement: number | null;
  speaker: string | null;
  /** `start` of the segment that this one answers. */
  replyTo: number | null;
  reason: ReasonCode;
  /** From 0 to 1. */
  confidence: number;
  decision: Decision;
  irrelevantReason: string | null;
  /** Whose words they are as the proposal reads it, by name. */
  groupName: string | null;
  /** The group that a person chose. */
  groupId: string | null;
  position: Position | null;
  /** What it may be, `kind` among them, the likeliest first. */
  alternatives: Alternative[] | null;
  /** What in the words says that somebody brings something in. Follows from the words. */
  cue: InputCue | null;
}

/** See `INPUT_CUE` in the schema. */
export type InputCue = "phone" | "mail" | "question" | "speaker" | "opinion";

/** What of a part is listed. */
export const LISTS = ["all", "unsure", "open", "nothing"] as const;
export type ListName = (typeof LISTS)[number];

/** A heading or stelling in the contents, with what stands below it. */
export interface Chapter {
  start: number;
  /** Where the next one of the same weight begins, or the part ends. */
  until: number;
  kind: "heading" | "statement";
  words: string;
  /** Of a stelling. */
  number: number | null;
  /** How many below it are unsure at the bar. */
  unsure: number;
}

/** A group of stakeholders to choose from. */
export interface GroupChoice {
  id: string;
  name: string;
}

/** A stelling as it stands on the workbench. */
export interface StatementChoice {
  number: number;
  /** Plain words. */
  text: string;
}

export interface Progress {
  total: number;
  open: number;
  /** Left out, or of a kind that carries no input. */
  nothing: number;
  /**
   * Per bar what it would take over, how many of those will be wrong (the sum of 1 − p, rounded up), and
   * what is left to look at: open and below the bar, or a nothing that may be input.
   */
  sure: { bar: Bar; count: number; wrong: number; unsure: number }[];
}

/** The latest change that can be undone. */
export interface UndoableStep {
  n: number;
  action: StepAction;
  /** First words of the segment it was about; empty when it was about many. */
  words: string;
  /** How many segments it was about. */
  count: number;
  /** What it made of them and what they were before, when it gave them all the same kind. */
  kind: SegmentKind | null;
  was: SegmentKind | null;
}

/** What a change did to the rows, for the screen that shows them. */
export interface SegmentPatch {
  lockVersion: number;
  /** Starts of segments that are no more. */
  removed: number[];
  /** Segments that are new or different. */
  rows: SegmentRow[];
  /** Many segments of which only the decision changed. */
  decided: { starts: number[]; decision: Decision } | null;
  progress: Progress;
  statements: StatementChoice[];
  /** The latest steps that can be taken back, the newest first. */
  steps: UndoableStep[];
  defaultGroupId: string | null;
  /** What was taken back; null after a change. */
  undone: UndoableStep | null;
  /** Others like the one of which the kind was changed. */
  alike: Alike | null;
}

/** Segments of which the same may be true as of the one that was corrected. */
export interface Alike {
  /** What they share, to ask once about. */
  pattern: string;
  shared: "label" | "opening" | "speaker" | "place";
  kind: SegmentKind;
  was: SegmentKind;
  matches: AlikeMatch[];
}

export interface AlikeMatch {
  start: number;
  /** The first words. */
  words: string;
  /** How much at the beginning of `words` is what they share, in UTF-16 units. */
  length: number;
  /** More than one thing is alike: offered with a tick. */
  likely: boolean;
}

const start = z.int(says("errors.field.invalid")).min(0);
const starts = z.array(start).min(1).max(MAX_RANGE, says("splitting.errors.tooMany"));
const statementNumber = z.int(says("errors.field.invalid")).min(1).max(9_999);

/** The bars above which proposals can be taken over together, in percent. */
export const BARS = [80, 90, 95, 99] as const;
export type Bar = (typeof BARS)[number];

/** One change on the workbench. `start` names a segment, `starts` a range of them. */
export const segmentChange = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("changeKind"),
    starts,
    kind: z.enum(SEGMENT_KINDS, says("errors.field.choose")),
  }),
  z.object({ type: z.literal("moveToStatement"), starts, statement: statementNumber.nullable() }),
  z.object({ type: z.literal("setGroup"), starts, groupId: nullableUuid }),
  z.object({ type: z.literal("setSpeaker"), start, speaker: nullableText(MAX_SPEAKER) }),
  /** `offset`: code point in the whole text where the second segment begins. */
  z.object({ type: z.literal("split"), start, offset: start }),
  z.object({ type: z.literal("joinWithNext"), start }),
  z.object({
    type: z.literal("markIrrelevant"),
    starts,
    reason: requiredText(MAX_IRRELEVANT_REASON),
  }),
  z.object({ type: z.literal("accept"), starts }),
  /** Takes over what is open and at least this sure, but for a nothing that may be input. */
  z.object({
    type: z.literal("acceptSure"),
    bar: z.union(BARS.map((bar) => z.literal(bar, says("errors.field.choose")))),
  }),
  z.object({ type: z.literal("acceptRest") }),
  /** The group of what has none of its own. */
  z.object({ type: z.literal("setDefaultGroup"), groupId: nullableUuid }),
]);
export type SegmentChange = z.input<typeof segmentChange>;
export type StepAction = SegmentChange["type"];

/**
 * One change of what a confirmed part became: as on the workbench, or `takeIn`, which makes a reaction of a
 * segment that became nothing.
 */
export const recut = z.discriminatedUnion("type", [
  z.object({ type: z.literal("split"), start, offset: start }),
  z.object({ type: z.literal("joinWithNext"), start }),
  z.object({
    type: z.literal("takeIn"),
    start,
    kind: z.enum(REACTION_KINDS, says("errors.field.choose")),
  }),
]);

const formNumber = z.coerce.number(says("errors.field.invalid"));
/** The same as a form sends it. */
export const recutInput = z.object({
  partId: uuid,
  lockVersion,
  change: z
    .object({
      type: z.string(),
      start: formNumber,
      offset: formNumber.optional(),
      kind: z.string().optional(),
    })
    .pipe(recut),
});

export const reopenInput = z.object({ partId: uuid, lockVersion });

export const segmentChangeInput = z.object({
  partId: uuid,
  lockVersion,
  change: segmentChange,
  /** What a person asked with it, after it, of the same segments: one act, which is undone as one. */
  also: z.array(segmentChange).max(3).default([]),
});
export const undoInput = z.object({ partId: uuid, lockVersion });

export const partInput = z.object({
  partId: uuid,
  lockVersion,
  title: requiredText(200),
  kind: z.enum(DOCUMENT_KINDS, says("errors.field.choose")),
  heldOn: nullableDate,
  startsAt: z
    .string()
    .nullish()
    .transform((value) => value || null)
    .pipe(
      z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/, says("splitting.errors.time"))
        .nullable(),
    ),
  sector: nullableText(60),
});

/** More groups than this come of no single document. */
export const MAX_NEW_GROUPS = 30;

export const confirmInput = z.object({
  partId: uuid,
  lockVersion,
  /** An existing consultation this part belongs to; null makes a new one. */
  consultationId: nullableUuid,
  /** What others may read of the stellingen that come of it. */
  shownOutside: z.enum(SHOWN_OUTSIDE, says("errors.field.choose")).default("nothing"),
  /** Per number in the part the stelling of the dossier that it is; null makes a new one. */
  sameStatements: z
    .array(z.object({ number: statementNumber, statementId: nullableUuid }))
    .max(10_000)
    .default([]),
  /** Names that the proposal read and that become groups of the dossier. */
  newGroups: z.array(requiredText(80)).max(MAX_NEW_GROUPS).default([]),
  /** The group of what has none of its own; left out, it stays what it was. */
  defaultGroupId: uuid.nullish(),
});

/** What confirming a part made. */
export interface Confirmation {
  consultationId: string;
  /** Stellingen that are new in the dossier. */
  statements: number;
  /** Stellingen that were in the dossier already and were put once more. */
  statementsAgain: number;
  reactions: number;
  irrelevant: number;
}

/** Whether a segment of this kind becomes a reaction. */
export function becomesReaction(kind: SegmentKind): kind is ReactionKind {
  return (REACTION_KINDS as readonly SegmentKind[]).includes(kind);
}

/** Why a part cannot be confirmed yet, and at which segment to look. */
export interface OutcomeProblem {
  type: "twoStatements" | "noStatement";
  number: number;
  start: number;
}

/** A stelling of the part and the ones in the dossier with the same words. */
export interface StatementMatch {
  number: number;
  text: string;
  explanation: string | null;
  same: EarlierStatement[];
  reactions: number;
}

/** A segment that becomes nothing. */
export interface LeftOut {
  start: number;
  /** Place in the part, from 1. */
  n: number;
  /** The words, shortened. */
  words: string;
  why: ReasonCode;
  /** What a person wrote down for leaving it out. */
  irrelevantReason: string | null;
  cue: InputCue | null;
  kind: SegmentKind;
  /** What it becomes when it is taken along after all. */
  keepAs: SegmentKind;
  /** Who decided that it becomes nothing, and when; null when it was only proposed. */
  by: { name: string; at: string } | null;
}

/** Why a segment becomes nothing: somebody said so, or it is of a kind that carries no input. */
export const LEFT_OUT = ["irrelevant", ...NOTHING_KINDS] as const;

/** Everything the page needs on which a part is confirmed. */
export interface ConfirmationPreview {
  part: {
    id: string;
    title: string;
    /** YYYY-MM-DD */
    heldOn: string | null;
    confirmedAt: string | null;
    lockVersion: number;
    defaultGroupId: string | null;
    /** The one it was confirmed in before it was opened again. */
    consultationId: string | null;
  };
  progress: Progress;
  statements: StatementMatch[];
  /** How many segments there are of each kind that becomes something; together with `nothing` all. */
  kinds: { kind: SegmentKind; count: number }[];
  something: number;
  nothing: number;
  reactions: number;
  withoutStatement: number;
  withoutGroup: number;
  /** Names of groups that the proposal read and that the dossier has not, with the reactions that they are of. */
  newGroups: { name: string; reactions: number }[];
  groups: GroupChoice[];
  questions: { asked: number; answered: number };
  looseExplanations: number;
  /** How many of what becomes nothing look like input: each needs a choice first. Those on this page. */
  doubts: number;
  doubtful: LeftOut[];
  /** The others that become nothing, by why, as far as they stand on this page. */
  left: { why: (typeof LEFT_OUT)[number]; count: number; rows: LeftOut[] }[];
  page: number;
  pages: number;
  problems: OutcomeProblem[];
  /** Consultations of the dossier, which the part may belong to. */
  consultations: { id: string; title: string; heldOn: string | null }[];
}
