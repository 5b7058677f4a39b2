import type { SegmentKind } from "@/db/vocabulary";
import { Invalid } from "@/domain/kernel/errors";
import { type Label, readLabel } from "@/domain/proposal/rules/labels";
import { plainView } from "@/domain/proposal/rules/plain";
import { quoteRange } from "@/domain/proposal/rules/quote";
import { sameStatement } from "@/domain/proposal/rules/statements";
import { MAX_IRRELEVANT_REASON, type SegmentRow as Segment } from "@/domain/splitting/model";
import { quoteOf } from "@/domain/splitting/rules/outcome";
import { CodePointIndex, codePointLength, isBlank, trimRange } from "@/domain/text/rules";

/**
 * What a person does with a proposal on the workbench. Every function returns new segments and
 * leaves the given ones alone, so that undo is keeping the old list.
 */

/**
 * Cuts a segment in two at a code point offset in the source text. White space around the cut
 * falls between the pieces. What is cut off from a stelling is proposed as a reaction; a label
 * at its start ("Reactie:", "X:") decides before that.
 *
 * Throws `Invalid` with `splitting.splitOutside` when the offset is not strictly inside, and
 * `splitting.splitBlank` when one of the halves would have no words.
 */
export function splitAt(segment: Segment, offset: number): [Segment, Segment] {
  if (!Number.isInteger(offset) || offset <= segment.start || offset >= segment.end) {
    throw new Invalid("splitting.errors.splitOutside");
  }
  const index = new CodePointIndex(segment.text);
  const at = index.toUtf16(offset - segment.start);
  const head = trimRange(segment.text, 0, at);
  const tail = trimRange(segment.text, at, segment.text.length);
  if (head.start === head.end || tail.start === tail.end) {
    throw new Invalid("splitting.errors.splitBlank");
  }
  const piece = (range: { start: number; end: number }, changes: Partial<Segment>): Segment =>
    withQuote({
      ...byHand(segment),
      ...changes,
      start: segment.start + index.toCodePoint(range.start),
      end: segment.start + index.toCodePoint(range.end),
      text: segment.text.slice(range.start, range.end),
    });
  const rest = segment.text.slice(tail.start, tail.end);
  return [piece(head, {}), piece(tail, afterCut(segment, rest))];
}

/** What the second piece of a cut is: by its own label, or by what it was cut off from. */
function afterCut(segment: Segment, rest: string): Partial<Segment> {
  const label = readLabel(
    plainView(rest, 0, rest.length).plain,
    new Set(segment.speaker === null ? [] : [segment.speaker]),
  );
  const kind = kindOfLabel(label) ?? (segment.kind === "statement" ? "reaction" : segment.kind);
  const speaker = label?.speaker ?? null;
  return { kind, speaker, replyTo: kind === "answer" ? segment.replyTo : null };
}

function kindOfLabel(label: Label | null): SegmentKind | null {
  if (label === null || label.type === "meetingData") return null;
  if (label.type === "reactions" || label.type === "turn") return "reaction";
  return label.type;
}

/**
 * Makes one segment of two that follow each other. `between` is the source text from the end of
 * `a` to the start of `b`. Keeps kind, stelling and speaker of `a`.
 *
 * Throws `Invalid` with `splitting.joinNotAdjacent` when `b` does not come right after `a`, or
 * words lie in between.
 */
export function joinWithNext(a: Segment, b: Segment, between: string): Segment {
  const gap = b.start - a.end;
  if (gap < 0 || codePointLength(between) !== gap || !isBlank(between)) {
    throw new Invalid("splitting.errors.joinNotAdjacent");
  }
  return withQuote({ ...byHand(a), end: b.end, text: a.text + between + b.text });
}

/** Says what the segment is, and has looked at it. Only an answer keeps the question it answers. */
export function changeKind(segment: Segment, kind: SegmentKind): Segment {
  const replyTo = kind === "answer" ? segment.replyTo : null;
  return withQuote({ ...byHand(segment), kind, replyTo, decision: "accepted" });
}

/**
 * Says of several segments what they are. `rows` is the whole part in order when numbers or questions are
 * needed for it (see {@link looksAround}), else only those. A new stelling gets the number of its label
 * when that is free, else the next; what is no stelling any more goes under the one before it; an answer
 * answers the last question with no stelling or heading between.
 *
 * @returns the changed rows, in order.
 */
export function changeKinds(
  rows: readonly Segment[],
  starts: ReadonlySet<number>,
  kind: SegmentKind,
): Segment[] {
  const taken = new Set(rows.flatMap((row) => (isStatement(row) ? [row.statement] : [])));
  const changed: Segment[] = [];
  let question: number | null = null;
  let statement: number | null = null;
  for (const row of rows) {
    let now: Segment = row;
    if (starts.has(row.start)) {
      now = changeKind(row, kind);
      if (kind === "statement" && row.kind !== "statement") {
        now.statement = freeNumber(now, taken);
        taken.add(now.statement);
      }
      if (kind !== "statement" && row.kind === "statement") now.statement = statement;
      if (kind === "answer") now.replyTo ??= question;
      changed.push(now);
    }
    if (now.kind === "question") question = now.start;
    else if (now.kind === "statement" || now.kind === "heading") question = null;
    if (now.kind === "statement") statement = now.statement;
  }
  return changed;
}

/** Whether giving these rows a kind needs the rest of the part. */
export function looksAround(rows: readonly Segment[], kind: SegmentKind): boolean {
  return kind === "statement" || kind === "answer" || rows.some((row) => row.kind === "statement");
}

function isStatement(row: Segment): boolean {
  return row.kind === "statement" && row.decision !== "irrelevant";
}

/** The number of a new stelling: what its label says when that is free, else the next one. */
export function freeNumber(row: Segment, taken: ReadonlySet<number | null>): number {
  const labelled = readLabel(plainView(row.text, 0, row.text.length).plain)?.number ?? null;
  if (labelled !== null && !taken.has(labelled)) return labelled;
  return Math.max(0, ...[...taken].map((number) => number ?? 0)) + 1;
}

/** Puts the segment under the stelling with this number, or under none. */
export function moveToStatement(segment: Segment, statement: number | null): Segment {
  return { ...byHand(segment), statement };
}

/**
 * Of the segments with the number of a stelling, in order, those that belong to it, itself among them. Where
 * another stelling has that number too, each has what comes after it, up to the other, and the first what comes
 * before; the same words once more are the same stelling.
 */
export function belongingTo(statement: Segment, sharing: readonly Segment[]): Segment[] {
  let owner = sharing.find(isStatement);
  return sharing.filter((row) => {
    if (isStatement(row)) owner = row;
    if (row.start === statement.start || !owner) return true;
    return owner.start === statement.start || sameStatement(quoteOf(owner), quoteOf(statement));
  });
}

/** Says whose words the segment holds; how sure its kind is stays. */
export function setGroup(segment: Segment, groupId: string | null): Segment {
  return { ...segment, groupId };
}

/**
 * Leaves the segment out, with the reason, which stays visible. Throws `Invalid` with
 * `splitting.reasonRequired` or `splitting.reasonTooLong` ({limit}).
 */
export function markIrrelevant(segment: Segment, reason: string): Segment {
  const words = reason.trim();
  if (isBlank(words)) {
    throw new Invalid(
      "splitting.errors.reasonRequired",
      {},
      { reason: "splitting.errors.reasonRequired" },
    );
  }
  if (codePointLength(words) > MAX_IRRELEVANT_REASON) {
    const limit = { limit: MAX_IRRELEVANT_REASON };
    throw new Invalid("splitting.errors.reasonTooLong", limit, {
      reason: "splitting.errors.reasonTooLong",
    });
  }
  return { ...segment, decision: "irrelevant", irrelevantReason: words };
}

/** Agrees with the segment as it stands. */
export function accept(segment: Segment): Segment {
  return { ...segment, decision: "accepted", irrelevantReason: null };
}

/** A change by a person: certain, and to be decided anew. */
function byHand(segment: Segment): Segment {
  return {
    ...segment,
    reason: "byHand",
    confidence: 1,
    decision: "open",
    irrelevantReason: null,
    alternatives: null,
  };
}

function withQuote(segment: Segment): Segment {
  const { text, kind, speaker, start } = segment;
  const quote = quoteRange(text, 0, codePointLength(text), kind, speaker);
  return { ...segment, quoteStart: start + quote.start, quoteEnd: start + quote.end };
}
