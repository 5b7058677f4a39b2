import type { ReactionKind } from "@/db/vocabulary";
import { storable } from "../../kernel/fields";
import { readLabel } from "../../proposal/rules/labels";
import { plainView } from "../../proposal/rules/plain";
import { sameStatement } from "../../proposal/rules/statements";
import { plainWords, sentenceStart, sliceCodePoints } from "../../text/rules";
import { becomesReaction, type OutcomeProblem, type SegmentRow } from "../model";
import { mayBeInput } from "./sure";

/** What a part becomes when it is confirmed as it stands. */
export interface Outcome {
  /** In order of their number. */
  statements: StatementOutcome[];
  /** In the order of the text. */
  reactions: ReactionOutcome[];
  /** Explanations that belong to no stelling: they become a remark. */
  looseExplanations: number;
  irrelevant: number;
  open: number;
  /** What becomes nothing although its words look like input: a person must say so first. */
  doubtful: SegmentRow[];
  problems: OutcomeProblem[];
}

export interface StatementOutcome {
  number: number;
  segment: SegmentRow;
  explanations: SegmentRow[];
}

export interface ReactionOutcome {
  segment: SegmentRow;
  kind: ReactionKind;
  statement: number | null;
}

/** The words of a segment that a passage will quote, exactly as they stand. */
export function quoteOf(segment: SegmentRow): string {
  return sliceCodePoints(
    segment.text,
    segment.quoteStart - segment.start,
    segment.quoteEnd - segment.start,
  );
}

/**
 * Quoted words as they are read: without markers and signs that show nothing. Words that are only that stay as
 * they are.
 */
export function plainOf(exact: string): string {
  return storable(plainWords(exact)) || exact;
}

/** The words of a stelling: minutes write it on after a label. */
export function statementText(exact: string): string {
  return sentenceStart(plainOf(exact));
}

/** The number or letter of a stelling as the minutes write it ("3.1", "A"); null where they give none. */
export function labelOf({ text }: Pick<SegmentRow, "text">): string | null {
  const view = plainView(text, 0, text.length);
  const mark = text.slice(0, view.bodyStart);
  return (
    readLabel(view.plain)?.written ??
    /^\W{0,4}(\d{1,3}(?:\.\d{1,2})?[a-z]?|[A-Za-z](?=[.)]))[.)]?\W{0,4}$/.exec(mark)?.[1] ??
    null
  );
}

/**
 * What the segments of a part become: stellingen with their explanation, and reactions. Open
 * segments count as they are proposed, so that the screen can show where the work is going.
 */
export function outcomeOf(segments: readonly SegmentRow[]): Outcome {
  const kept = segments.filter((segment) => segment.decision !== "irrelevant");
  const statements = new Map<number, StatementOutcome>();
  const problems: OutcomeProblem[] = [];
  for (const segment of kept) {
    if (segment.kind !== "statement" || segment.statement === null) continue;
    const known = statements.get(segment.statement);
    if (!known) {
      statements.set(segment.statement, { number: segment.statement, segment, explanations: [] });
    } else if (!sameStatement(quoteOf(known.segment), quoteOf(segment))) {
      problems.push({ type: "twoStatements", number: segment.statement, start: segment.start });
    }
  }
  const reactions: ReactionOutcome[] = [];
  const missing = new Set<number>();
  let looseExplanations = 0;
  for (const segment of kept) {
    const reacts = becomesReaction(segment.kind);
    if (!reacts && segment.kind !== "explanation") continue;
    const statement = segment.statement === null ? undefined : statements.get(segment.statement);
    if (segment.statement !== null && !statement && !missing.has(segment.statement)) {
      missing.add(segment.statement);
      problems.push({ type: "noStatement", number: segment.statement, start: segment.start });
    }
    if (segment.kind === "explanation" && statement) {
      statement.explanations.push(segment);
      continue;
    }
    if (segment.kind === "explanation") looseExplanations += 1;
    reactions.push({
      segment,
      kind: becomesReaction(segment.kind) ? segment.kind : "remark",
      statement: segment.statement,
    });
  }
  return {
    statements: [...statements.values()].sort((a, b) => a.number - b.number),
    reactions,
    looseExplanations,
    irrelevant: segments.length - kept.length,
    open: segments.filter((segment) => segment.decision === "open").length,
    doubtful: segments.filter(mayBeInput),
    problems,
  };
}
