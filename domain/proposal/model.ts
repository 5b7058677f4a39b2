import { z } from "zod";
import {
  type ConsultationKind,
  NOTHING_KINDS,
  POSITIONS,
  type Position,
  SEGMENT_KINDS,
  type SegmentKind,
} from "@/db/vocabulary";
import { personalFind } from "@/domain/privacy/model";

/**
 * Most segments in one source: as many as there may be lines. The largest minutes have some 55,000; more is
 * a list of data, and a workbench of it would take all the memory of the server.
 */
export const MAX_SEGMENTS = 80_000;

/** What a document inside a file can be; `online` never comes out of a file. */
export const DOCUMENT_KINDS = [
  "meeting",
  "interview",
  "survey",
  "information",
] as const satisfies readonly ConsultationKind[];
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Whether a segment of this kind becomes nothing. */
export function isNothing(kind: SegmentKind): boolean {
  return (NOTHING_KINDS as readonly SegmentKind[]).includes(kind);
}

/** Why a segment is proposed as it is. Each code has a sentence in `splitting.reasons`. */
export const REASONS = [
  // Structure
  "title",
  "documentOpening",
  "heading",
  "plainHeading",
  "emphasisHeading",
  "separator",
  "tableHead",
  "meetingData",
  "proceduralSection",
  "welcome",
  "closing",
  "contact",
  "labelAlone",
  "introducesList",
  "introducesExplanation",
  "joinedAcrossGap",
  // Stelling
  "statementLabel",
  "statementBelowNumber",
  "statementListed",
  "statementAgain",
  "statementRenumbered",
  // Explanation
  "explanationLabel",
  "explanationTurn",
  "explanationContinues",
  // Questions and answers
  "questionLabel",
  "questionTurn",
  "questionReported",
  "questionMark",
  "answerLabel",
  "answerTurn",
  "answerUnlabelled",
  "answerSameLine",
  "answerHeading",
  // Reactions
  "reactionLabel",
  "reactionUnderLabel",
  "reactionSameLine",
  "reactionUnderStatement",
  "reactionAfterTurn",
  "reactionTurn",
  "reactionReported",
  "reactionMeeting",
  "reactionInterview",
  "reactionSurvey",
  // By label, heading or words
  "adviceLabel",
  "adviceHeading",
  "adviceWords",
  "concernLabel",
  "concernHeading",
  "concernWords",
  "concernQuestion",
  "expectationLabel",
  "expectationHeading",
  "expectationWords",
  "complimentLabel",
  "complimentHeading",
  "complimentWords",
  "questionHeading",
  "questionAsHeading",
  "actionLabel",
  "actionHeading",
  "actionWords",
  "decisionLabel",
  "decisionHeading",
  "decisionWords",
  "taskHeading",
  "exclusionHeading",
  "agreementLabel",
  "agreementHeading",
  "agreementWords",
  // The rest
  "remarkLabel",
  "remarkTurn",
  "remarkReported",
  "remarkInformation",
  "remarkListItem",
  "remarkQuoted",
  "remarkResult",
  "remarkUnplaced",
  "fitsAround",
  "byHand",
] as const;
export type ReasonCode = (typeof REASONS)[number];

/** A proposed piece of a document. Offsets are code points in the normalised text. */
export interface ProposedSegment {
  /** From 1, counted through the whole file. */
  n: number;
  start: number;
  end: number;
  /** Exactly the normalised text from `start` to `end`. */
  text: string;
  /** The words themselves, inside labels, bullets and emphasis: what a passage will quote. */
  quoteStart: number;
  quoteEnd: number;
  kind: SegmentKind;
  /** Number of the stelling of this document it belongs to. */
  statement: number | null;
  /** Who speaks, as written. "X" stands for many people and is never resolved. */
  speaker: string | null;
  reason: ReasonCode;
  /** Whose voice it is, in the plural as a group is called ("schoolcoaches"); null where the words name none. */
  group: string | null;
  /** How it stands to the stelling it belongs to; null where the words do not say. */
  position: Position | null;
  /** From 0 to 1: at least 0.9 for an explicit label, about 0.5 for a guess. */
  confidence: number;
  /** The kinds it is most likely to be, `kind` among them, likeliest first; `p` from 0 to 1, summing to at most 1. */
  alternatives: Alternative[];
  /** For an answer: `n` of the question. */
  replyTo: number | null;
}

export interface Alternative {
  kind: SegmentKind;
  p: number;
}

/** How many kinds a segment may be said to be. */
export const MAX_ALTERNATIVES = 3;

export interface ProposedStatement {
  number: number;
  /** Its number or letter as written ("3.1", "A"), when that is not `number` itself. */
  label: string | null;
  /** Plain words, without markers. */
  text: string;
  explanation: string | null;
}

export interface ProposedDocument {
  title: string;
  kind: DocumentKind;
  /** YYYY-MM-DD */
  date: string | null;
  /** HH:MM */
  time: string | null;
  /** "PO", "VO", or another label of a sector of education. */
  sector: string | null;
  /** Whose voice is meant where a segment names none: who the meeting was with. */
  group: string | null;
  start: number;
  end: number;
  statements: ProposedStatement[];
  segments: ProposedSegment[];
}

export interface SplitProposal {
  /** Length of the normalised text in code points. */
  characters: number;
  documents: ProposedDocument[];
  /** Ranges with words that lie in no segment. */
  unplaced: { start: number; end: number }[];
}

const offset = z.int().min(0);

/** What `import --dry-run --json` prints: a shape others read, so it is checked. */
export const dryRunReport = z.strictObject({
  file: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  characters: offset,
  documents: z.array(
    z.strictObject({
      title: z.string().min(1),
      kind: z.enum(DOCUMENT_KINDS),
      date: z.iso.date().nullable(),
      time: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
        .nullable(),
      sector: z.string().nullable(),
      group: z.string().min(1).nullable(),
      statements: z.array(
        z.strictObject({
          number: z.int().min(1),
          label: z.string().min(1).nullable(),
          text: z.string().min(1),
          explanation: z.string().nullable(),
        }),
      ),
      blocks: z.array(
        z.strictObject({
          n: z.int().min(1),
          start: offset,
          end: offset,
          text: z.string().min(1),
          kind: z.enum(SEGMENT_KINDS),
          statement: z.int().min(1).nullable(),
          speaker: z.string().min(1).nullable(),
          group: z.string().min(1).nullable(),
          position: z.enum(POSITIONS).nullable(),
          reason: z.string().min(1),
          confidence: z.number().min(0).max(1),
        }),
      ),
      /** Offsets in code points of the normalised text of the file, as those of blocks. */
      personalData: z.array(personalFind),
    }),
  ),
  unplaced: z.array(z.strictObject({ start: offset, end: offset })),
});
export type DryRunReport = z.infer<typeof dryRunReport>;

/** Below this a proposed kind is called unsure, unless somebody sets the bar elsewhere. */
export const UNSURE_BELOW = 0.9;
