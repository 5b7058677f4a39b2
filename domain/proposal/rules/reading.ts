import type { SegmentKind } from "@/db/vocabulary";
import type { Alternative, ReasonCode } from "@/domain/proposal/model";
import type { Guess, Section } from "@/domain/proposal/rules/cues";
import type { DocumentRange } from "@/domain/proposal/rules/documents";
import type { KnownSpeakers, SpeechAct } from "@/domain/proposal/rules/speakers";
import type { Unit } from "@/domain/proposal/rules/units";

/** A unit with what it is proposed to be; `replyTo` is its place in the same list. */
export interface Draft extends Guess {
  unit: Unit;
  /** What stood around it when it was read. */
  noticed: Noticed;
  statement: number | null;
  /** The number of a stelling as written, where that is not the number itself. */
  label: string | null;
  speaker: string | null;
  /** Who is named as the one who says it, before it is decided what it is. */
  who: Who | null;
  replyTo: number | null;
  /** What it may be, likeliest first, once the whole document was looked at. */
  alternatives: Alternative[] | null;
}

export interface Who {
  name: string;
  /** In a label or a column, as the subject of the first sentence, behind the words, or in the heading above. */
  by: "label" | "start" | "behind" | "heading";
}

/** The state at a piece, as far as it is evidence. */
export interface Noticed {
  section: Section;
  list: Section | null;
  context: SegmentKind | null;
  /** A question stands open: put on paper ("list") or asked, and answered already or not. */
  question: "list" | "asked" | "answered" | null;
  statement: boolean;
  act: SpeechAct | null;
  /** Whose interview it is, where that person is speaking. */
  interviewed: string | null;
}

/** What goes before decides what an unlabelled piece is: the state while reading a document. */
export interface State {
  section: Section;
  sectionLevel: number;
  /** The stelling being discussed, with the level of the heading it stands under. */
  statement: { number: number; level: number } | null;
  /** Number that stood alone on a line; the stelling itself comes next. */
  pendingStatement: number | null;
  pendingLabel: string | null;
  numbers: Set<number>;
  /** The number in use for each way a stelling is written ("3.1", "B"), and the last one written. */
  labels: Map<string, number>;
  lastLabel: string | null;
  highest: number;
  /** Who handed in what stands below, named in the heading. */
  author: string | null;
  /** What a label or an introduction makes of the unlabelled pieces below it. */
  context: (Guess & { speaker: string | null }) | null;
  /** Level of the heading that gave the context. */
  contextLevel: number;
  /** What a line before a list makes of its items. */
  list: Section | null;
  question: {
    index: number;
    speaker: string | null;
    answered: boolean;
    /** All that follows answers it, until the next question or heading. */
    toEnd: boolean;
  } | null;
  /** The number of the last question that stands on paper. */
  asked: number | null;
}

export interface Reading {
  document: DocumentRange;
  state: State;
  unit: Unit;
  next: Unit | undefined;
  index: number;
  known: KnownSpeakers;
  /** The document marks its headings, so a short line is none. */
  marked: boolean;
  /** More than one question stands by its form above what answers it. */
  onPaper: boolean;
  drafts: readonly Draft[];
}

export function draft(
  { document, state, unit }: Reading,
  kind: SegmentKind,
  reason: ReasonCode,
  confidence: number,
  more: { speaker?: string | null; replyTo?: number | null } = {},
): Draft {
  const outside = kind === "heading" && reason !== "statementLabel";
  const open = state.question;
  return {
    unit,
    noticed: {
      section: state.section,
      list: state.list,
      context: state.context?.kind ?? null,
      question: open === null ? null : open.toEnd ? "list" : open.answered ? "answered" : "asked",
      statement: state.statement !== null,
      act: unit.label ? null : (unit.reported?.act ?? null),
      interviewed: document.speaker,
    },
    kind,
    reason,
    confidence,
    statement: outside ? null : (state.statement?.number ?? null),
    label: null,
    speaker: more.speaker ?? null,
    who: null,
    replyTo: more.replyTo ?? null,
    alternatives: null,
  };
}

export function underLabel(): State["context"] {
  return { kind: "reaction", reason: "reactionUnderLabel", confidence: 0.7, speaker: null };
}

export function answering(): State["context"] {
  return { kind: "answer", reason: "answerHeading", confidence: 0.6, speaker: null };
}

export function explaining(speaker: string | null, confidence: number): State["context"] {
  return { kind: "explanation", reason: "explanationContinues", confidence, speaker };
}
