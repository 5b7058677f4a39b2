import { z } from "zod";
import {
  type Decision,
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
import { DOCUMENT_KINDS, type ProposedSegment, type ReasonCode } from "../proposal/model";

/** A segment on the workbench: the proposal with what a person decided about it. */
export interface Segment extends Omit<ProposedSegment, "group" | "position" | "alternatives"> {
  decision: Decision;
  /** Why it is left out; only with decision `irrelevant`. */
  irrelevantReason: string | null;
}

/** Longest reason for leaving a segment out, in characters. */
export const MAX_IRRELEVANT_REASON = 500;

/** Segments on one page of the workbench: what a browser draws and a person scrolls at ease. */
export const PAGE_SIZE = 120;

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
  /** The first segment that is still open and the page it stands on. */
  firstOpen: { start: number; page: number } | null;
}

/** The latest change that can be undone. */
export interface UndoableStep {
  action: StepAction;
  /** First words of the segment it was about; empty when it was about many. */
  words: string;
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
  undo: UndoableStep | null;
  /** What was taken back; null after a change. */
  undone: UndoableStep | null;
}

const start = z.int(says("errors.field.invalid")).min(0);
const statementNumber = z.int(says("errors.field.invalid")).min(1).max(9_999);

/** One change on the workbench. `start` names the segment. */
export const segmentChange = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("changeKind"),
    start,
    kind: z.enum(SEGMENT_KINDS, says("errors.field.choose")),
  }),
  z.object({ type: z.literal("moveToStatement"), start, statement: statementNumber.nullable() }),
  z.object({ type: z.literal("setSpeaker"), start, speaker: nullableText(MAX_SPEAKER) }),
  /** `offset`: code point in the whole text where the second segment begins. */
  z.object({ type: z.literal("split"), start, offset: start }),
  z.object({ type: z.literal("joinWithNext"), start }),
  z.object({
    type: z.literal("markIrrelevant"),
    start,
    reason: requiredText(MAX_IRRELEVANT_REASON),
  }),
  z.object({ type: z.literal("accept"), starts: z.array(start).min(1).max(PAGE_SIZE) }),
  z.object({ type: z.literal("acceptRest") }),
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

export const segmentChangeInput = z.object({ partId: uuid, lockVersion, change: segmentChange });
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

/** Whether a segment of a confirmed part became nothing. */
export function isLeftOut({ decision, kind }: Pick<SegmentRow, "decision" | "kind">): boolean {
  return decision === "irrelevant" || kind === "heading" || kind === "procedural";
}
