import type {
  ProposedDocument,
  ProposedSegment,
  ProposedStatement,
  SplitProposal,
} from "@/domain/proposal/model";
import { classify } from "@/domain/proposal/rules/classify";
import { type DocumentRange, findDocuments } from "@/domain/proposal/rules/documents";
import { groupOfDocument, groupsOf, positionOf } from "@/domain/proposal/rules/groups";
import { cutAnswers } from "@/domain/proposal/rules/questions";
import { quoteIn } from "@/domain/proposal/rules/quote";
import type { Draft } from "@/domain/proposal/rules/reading";
import type { Weights } from "@/domain/proposal/rules/sequence";
import type { KnownSpeakers } from "@/domain/proposal/rules/speakers";
import { sameStatement } from "@/domain/proposal/rules/statements";
import { refuseTooMany, toUnits } from "@/domain/proposal/rules/units";
import { weigh } from "@/domain/proposal/rules/weigh";
import { noticeNames } from "@/domain/proposal/rules/who";
import learned from "@/domain/proposal/weights.json";
import { CodePointIndex, plainWords, trimRange } from "@/domain/text/rules";

/**
 * Proposes how a source falls apart in documents and segments. `text` is normalised; all
 * offsets in the answer are code points in it. Segments are in order and do not overlap, and
 * every character that is not white space lies in exactly one of them (`unplaced` says where
 * that would not hold). It is a proposal: each segment says why and how sure. Linear. `weights` are
 * the learned ones, unless somebody wants to know what others are worth.
 *
 * @throws TooLarge for a text in more than `MAX_SEGMENTS` pieces.
 */
export function proposeSplit(
  text: string,
  options: { fileName?: string; weights?: Weights } = {},
): SplitProposal {
  const index = new CodePointIndex(text);
  let n = 0;
  const documents = readDocuments(text, options.fileName).map(({ range, drafts: read, known }) => {
    const drafts = weigh(range, read, known, options.weights ?? (learned as Weights));
    const first = n + 1;
    n += drafts.length;
    return toDocument(text, index, range, drafts, first);
  });
  return { characters: index.length, documents, unplaced: findUnplaced(text, index, documents) };
}

/** What the rules make of each document, one piece after the other; `weigh` looks at the whole. */
export function readDocuments(
  text: string,
  fileName?: string,
): { range: DocumentRange; drafts: Draft[]; known: KnownSpeakers }[] {
  const { units: raw, known } = toUnits(text);
  const units = cutAnswers(text, raw, known);
  refuseTooMany(units);
  return findDocuments(units, fileName).map((range) => ({
    range,
    drafts: noticeNames(classify(range, units.slice(range.from, range.to), known), known),
    known,
  }));
}

function toDocument(
  text: string,
  index: CodePointIndex,
  range: DocumentRange,
  drafts: readonly Draft[],
  first: number,
): ProposedDocument {
  const groups = groupsOf(drafts);
  const segments = drafts.map((draft, i) => ({
    ...toSegment(text, index, draft, first + i, first),
    group: groups[i] ?? null,
  }));
  const labels = drafts.map(({ label }) => label);
  const statements = collectStatements(segments, labels, text, index);
  return {
    title: range.title,
    kind: range.kind,
    date: range.date,
    time: range.time,
    sector: range.sector,
    group: groupOfDocument(range.title),
    start: segments[0]?.start ?? 0,
    end: segments.at(-1)?.end ?? 0,
    statements,
    segments,
  };
}

function toSegment(
  text: string,
  index: CodePointIndex,
  draft: Draft,
  n: number,
  first: number,
): ProposedSegment {
  const { unit, kind, speaker } = draft;
  const quote = quoteIn(text, unit.start, unit.end, kind, speaker);
  return {
    n,
    start: index.toCodePoint(unit.start),
    end: index.toCodePoint(unit.end),
    text: text.slice(unit.start, unit.end),
    quoteStart: index.toCodePoint(quote.start),
    quoteEnd: index.toCodePoint(quote.end),
    kind,
    statement: draft.statement,
    speaker,
    group: null,
    position: positionOf(draft),
    reason: draft.reason,
    confidence: draft.confidence,
    alternatives: draft.alternatives ?? [{ kind, p: draft.confidence }],
    replyTo: draft.replyTo === null ? null : first + draft.replyTo,
  };
}

/**
 * The stellingen of a document with their explanation. A number that comes back with the same
 * words is the discussion taking up the stelling from the list above: the line becomes a
 * heading. With other words the minutes have a slip, and the second gets the next free number
 * for itself and for what follows it. Changes the given segments.
 */
function collectStatements(
  segments: ProposedSegment[],
  labels: readonly (string | null)[],
  text: string,
  index: CodePointIndex,
): ProposedStatement[] {
  const statements = new Map<number, ProposedStatement>();
  const wordsOf = ({ quoteStart, quoteEnd }: ProposedSegment) =>
    plainWords(text.slice(index.toUtf16(quoteStart), index.toUtf16(quoteEnd)));
  let highest = 0;
  /** Written number → number in use since a slip. */
  let renumbered: { written: number; given: number } | null = null;
  for (const [i, segment] of segments.entries()) {
    const label = labels[i] ?? null;
    if (segment.kind === "statement" && segment.statement !== null) {
      const words = wordsOf(segment);
      renumbered = null;
      const written = segment.statement;
      const earlier = statements.get(written);
      if (earlier === undefined) {
        highest = Math.max(highest, written);
        statements.set(written, { number: written, label, text: words, explanation: null });
      } else if (sameStatement(earlier.text, words)) {
        segment.kind = "heading";
        segment.confidence = 0.8;
      } else {
        const given = ++highest;
        renumbered = { written, given };
        segment.reason = "statementRenumbered";
        segment.confidence = 0.5;
        segment.statement = given;
        const shown = label ?? String(written);
        statements.set(given, { number: given, label: shown, text: words, explanation: null });
      }
      continue;
    }
    if (renumbered && segment.statement === renumbered.written) {
      segment.statement = renumbered.given;
    }
    const statement = segment.statement === null ? undefined : statements.get(segment.statement);
    if (statement && segment.reason === "explanationLabel") {
      const words = wordsOf(segment);
      statement.explanation = statement.explanation ? `${statement.explanation} ${words}` : words;
    }
  }
  return [...statements.values()];
}

/** Runs of text with words outside every segment. Never any, unless a rule above has a fault. */
function findUnplaced(
  text: string,
  index: CodePointIndex,
  documents: readonly ProposedDocument[],
): { start: number; end: number }[] {
  const unplaced: { start: number; end: number }[] = [];
  const look = (from: number, to: number): void => {
    const gap = trimRange(text, from, to);
    if (gap.start === gap.end) return;
    unplaced.push({ start: index.toCodePoint(gap.start), end: index.toCodePoint(gap.end) });
  };
  let at = 0;
  for (const segment of documents.flatMap((document) => document.segments)) {
    look(at, index.toUtf16(segment.start));
    at = index.toUtf16(segment.end);
  }
  look(at, text.length);
  return unplaced;
}
