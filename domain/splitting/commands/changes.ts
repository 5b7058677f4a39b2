import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { Database } from "@/db/client";
import { segment as segmentTable } from "@/db/schema";
import { Invalid } from "../../kernel/errors";
import { batches } from "../../kernel/rows";
import { readLabel } from "../../proposal/rules/labels";
import { plainView } from "../../proposal/rules/plain";
import { sourceText } from "../../sources/rows";
import { sliceCodePoints } from "../../text/rules";
import type { Segment, SegmentRow, segmentChange } from "../model";
import {
  type PartRow,
  replaceSegments,
  repliesTo,
  type StepSide,
  segmentAfter,
  segmentAt,
  segmentColumns,
  segmentsBetween,
  statementsIn,
} from "../rows";
import * as rules from "../rules/edit";

/** What a change did: the rows it touched, as they were and as they are now. */
export interface Effect {
  before: StepSide;
  after: StepSide;
}

type Change = z.output<typeof segmentChange>;

/**
 * Makes one change in the rows of a part. The decisions are those of `rules/edit.ts`; here the
 * rows are fetched and written. A segment is known by where it starts, in the rules too.
 *
 * @throws NotFound when the segment is not there; Invalid when the change cannot be.
 */
export async function applyChange(tx: Database, part: PartRow, change: Change): Promise<Effect> {
  if (change.type === "acceptRest") return acceptRest(tx, part);
  const { before, after } = await touched(tx, part, change);
  const changed = changedOnly(before, after);
  if (changed.before.length === 0 && changed.after.length === 0) {
    throw new Invalid("splitting.errors.nothingChanged");
  }
  await replaceSegments(tx, part.id, changed.before, changed.after);
  return { before: { rows: changed.before }, after: { rows: changed.after } };
}

interface Rows {
  before: SegmentRow[];
  after: SegmentRow[];
}

async function touched(
  tx: Database,
  part: PartRow,
  change: Exclude<Change, { type: "acceptRest" }>,
): Promise<Rows> {
  if (change.type === "accept") {
    const first = Math.min(...change.starts);
    const wanted = new Set(change.starts);
    const stretch = await segmentsBetween(tx, part.id, first, Math.max(...change.starts) + 1);
    const before = stretch.filter((row) => wanted.has(row.start));
    return { before, after: before.map((row) => toRow(rules.accept(toRuled(row)))) };
  }
  const row = await segmentAt(tx, part.id, change.start);
  const one = (after: Segment): Rows => ({ before: [row], after: [toRow(after)] });
  switch (change.type) {
    case "changeKind":
      return changeKind(tx, part, row, change.kind);
    case "moveToStatement":
      if (row.kind === "statement") return renumberStatement(tx, part, row, change.statement);
      return one(decided(row, rules.moveToStatement(toRuled(row), change.statement)));
    case "setSpeaker": {
      // The name decides what is label and what is quote: the same kind reads it anew.
      const named = rules.changeKind({ ...toRuled(row), speaker: change.speaker }, row.kind);
      return one(decided(row, named));
    }
    case "markIrrelevant":
      return one(rules.markIrrelevant(toRuled(row), change.reason));
    case "split":
      return split(tx, part, row, change.offset);
    case "joinWithNext":
      return join(tx, part, row);
  }
}

async function changeKind(
  tx: Database,
  part: PartRow,
  row: SegmentRow,
  kind: SegmentRow["kind"],
): Promise<Rows> {
  const changed = decided(row, rules.changeKind(toRuled(row), kind));
  if (kind === "statement" && row.kind !== "statement") {
    changed.statement = await numberFor(tx, part, row);
  }
  if (kind !== "statement" && row.kind === "statement") {
    changed.statement = await statementBefore(tx, part, row);
  }
  if (kind === "answer") changed.replyTo ??= await questionBefore(tx, part, row);
  return { before: [row], after: [toRow(changed)] };
}

async function split(tx: Database, part: PartRow, row: SegmentRow, offset: number): Promise<Rows> {
  const [head, tail] = rules.splitAt(toRuled(row), offset);
  if (tail.kind === "statement") tail.statement = await numberFor(tx, part, toRow(tail));
  if (tail.kind === "answer" && head.kind === "question") tail.replyTo = head.start;
  return { before: [row], after: [toRow(head), toRow(tail)] };
}

async function join(tx: Database, part: PartRow, row: SegmentRow): Promise<Rows> {
  const next = await segmentAfter(tx, part.id, row.start);
  if (!next) throw new Invalid("splitting.errors.nothingAfter");
  const stretch = await sourceText(tx, part.sourceVersionId, row.start, next.end);
  const between = sliceCodePoints(stretch, row.end - row.start, next.start - row.start);
  const joined = toRow(rules.joinWithNext(toRuled(row), toRuled(next), between));
  // What answered the second now answers the whole.
  const replies = (await repliesTo(tx, part.id, next.start)).filter((r) => r.start !== row.start);
  return {
    before: [row, next, ...replies],
    after: [joined, ...replies.map((reply) => ({ ...reply, replyTo: row.start }))],
  };
}

/** Gives a stelling another number; what belongs to it goes along. */
async function renumberStatement(
  tx: Database,
  part: PartRow,
  row: SegmentRow,
  number: number | null,
): Promise<Rows> {
  if (number === null) {
    throw new Invalid("splitting.errors.numberNeeded", {}, { statement: "errors.field.required" });
  }
  if (number === row.statement) return { before: [row], after: [row] };
  const taken = await statementsIn(tx, part.id);
  if (taken.some((choice) => choice.number === number)) {
    throw new Invalid("splitting.errors.numberTaken", { number });
  }
  const own = await tx
    .select(segmentColumns)
    .from(segmentTable)
    .where(and(eq(segmentTable.partId, part.id), eq(segmentTable.statement, row.statement ?? -1)));
  const before = own.some((one) => one.start === row.start) ? own : [row, ...own];
  return { before, after: before.map((one) => ({ ...one, statement: number })) };
}

/** The number of a new stelling: what its label says when that is free, else the next one. */
async function numberFor(tx: Database, part: PartRow, row: SegmentRow): Promise<number> {
  const taken = new Set((await statementsIn(tx, part.id)).map((choice) => choice.number));
  const labelled = readLabel(plainView(row.text, 0, row.text.length).plain)?.number ?? null;
  if (labelled !== null && !taken.has(labelled)) return labelled;
  return Math.max(0, ...taken) + 1;
}

/** The number of the stelling under which a segment stands in the text. */
async function statementBefore(
  tx: Database,
  part: PartRow,
  row: SegmentRow,
): Promise<number | null> {
  const earlier = await segmentsBetween(tx, part.id, 0, row.start);
  return earlier.findLast((one) => one.kind === "statement")?.statement ?? null;
}

/** The question an answer most likely answers: the last one, with no stelling or heading between. */
async function questionBefore(
  tx: Database,
  part: PartRow,
  row: SegmentRow,
): Promise<number | null> {
  const earlier = await segmentsBetween(tx, part.id, 0, row.start);
  const last = earlier.findLast((one) => ["question", "statement", "heading"].includes(one.kind));
  return last?.kind === "question" ? last.start : null;
}

async function acceptRest(tx: Database, part: PartRow): Promise<Effect> {
  const rows = await tx
    .update(segmentTable)
    .set({ decision: "accepted" })
    .where(and(eq(segmentTable.partId, part.id), eq(segmentTable.decision, "open")))
    .returning({ start: segmentTable.start });
  if (rows.length === 0) throw new Invalid("splitting.errors.nothingOpen");
  const starts = rows.map((row) => row.start).sort((a, b) => a - b);
  return { before: { rows: [], accepted: starts }, after: { rows: [], accepted: starts } };
}

/** Puts back what stood there before a step. */
export async function takeBack(tx: Database, part: PartRow, step: Effect): Promise<void> {
  for (const starts of batches(step.before.accepted ?? [])) {
    await tx
      .update(segmentTable)
      .set({ decision: "open" })
      .where(and(eq(segmentTable.partId, part.id), inArray(segmentTable.start, starts)));
  }
  await replaceSegments(tx, part.id, step.after.rows, step.before.rows);
}

/** A correction of what was accepted is itself a decision: it does not have to be made twice. */
function decided(row: SegmentRow, changed: Segment): Segment {
  return row.decision === "accepted" ? { ...changed, decision: "accepted" } : changed;
}

function changedOnly(before: SegmentRow[], after: SegmentRow[]): Rows {
  const was = new Map(before.map((row) => [row.start, JSON.stringify(row)]));
  const same = new Set(
    after.filter((row) => was.get(row.start) === JSON.stringify(row)).map((row) => row.start),
  );
  return {
    before: before.filter((row) => !same.has(row.start)),
    after: after.filter((row) => !same.has(row.start)),
  };
}

function toRuled(row: SegmentRow): Segment {
  return { ...row, n: row.start };
}

/** In one order of fields, so that equal rows are equal as text. */
function toRow(ruled: Omit<Segment, "n">): SegmentRow {
  return {
    start: ruled.start,
    end: ruled.end,
    quoteStart: ruled.quoteStart,
    quoteEnd: ruled.quoteEnd,
    text: ruled.text,
    kind: ruled.kind,
    statement: ruled.statement,
    speaker: ruled.speaker,
    replyTo: ruled.replyTo,
    reason: ruled.reason,
    confidence: ruled.confidence,
    decision: ruled.decision,
    irrelevantReason: ruled.irrelevantReason,
  };
}
