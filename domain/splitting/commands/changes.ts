import { and, asc, eq, inArray, or } from "drizzle-orm";
import type { z } from "zod";
import type { Database } from "@/db/client";
import { segment as segmentTable, sourcePart, stakeholderGroup } from "@/db/schema";
import { Invalid, NotFound } from "../../kernel/errors";
import { batches, requireIn } from "../../kernel/rows";
import type { MemberScope } from "../../kernel/scope";
import { sourceText } from "../../sources/rows";
import { sliceCodePoints } from "../../text/rules";
import type { SegmentRow, segmentChange } from "../model";
import {
  isSure,
  type PartRow,
  replaceSegments,
  repliesTo,
  type StepSide,
  segmentAfter,
  segmentAt,
  segmentColumns,
  segmentsAt,
  segmentsBetween,
  statementsIn,
} from "../rows";
import * as rules from "../rules/edit";

/** What a change did: the rows it touched, as they were and as they are now. */
export interface Effect {
  before: StepSide;
  after: StepSide;
}

export type Change = z.output<typeof segmentChange>;
type ChangeOfRows = Exclude<Change, { type: "acceptRest" | "acceptSure" | "setDefaultGroup" }>;

/**
 * Makes changes in the rows of a part, one after the other. The decisions are those of `rules/edit.ts`; here the
 * rows are fetched and written. A segment is known by where it starts, in the rules too.
 *
 * @returns what they did together, and which is the first that did something.
 * @throws NotFound when a segment or group is not there; Invalid when a change cannot be, or when nothing
 *   changed by any of them.
 */
export async function applyChanges(
  tx: Database,
  scope: MemberScope,
  part: PartRow,
  changes: readonly Change[],
): Promise<Effect & { action: Change["type"] }> {
  let done: (Effect & { action: Change["type"] }) | null = null;
  for (const change of changes) {
    const effect = await effectOf(tx, scope, part, change);
    if (effect) done = done ? followed(done, effect) : { ...effect, action: change.type };
  }
  if (!done) throw new Invalid("splitting.errors.nothingChanged");
  return done;
}

/** What two changes did together. */
function followed<First extends Effect>(first: First, then: Effect): First {
  const before = new Map(first.before.rows.map((row) => [row.start, row]));
  const after = new Map(first.after.rows.map((row) => [row.start, row]));
  for (const row of then.before.rows) {
    if (!after.delete(row.start)) before.set(row.start, row);
  }
  for (const row of then.after.rows) after.set(row.start, row);
  return {
    ...first,
    before: { ...then.before, ...first.before, rows: [...before.values()] },
    after: { ...first.after, ...then.after, rows: [...after.values()] },
  };
}

/** @returns null when it changes nothing. */
async function effectOf(
  tx: Database,
  scope: MemberScope,
  part: PartRow,
  change: Change,
): Promise<Effect | null> {
  if (change.type === "acceptRest") return acceptWhere(tx, part);
  if (change.type === "acceptSure") return acceptWhere(tx, part, isSure(change.bar));
  if ("groupId" in change) {
    await requireIn(tx, scope.dossierId, stakeholderGroup, [change.groupId]);
  }
  if (change.type === "setDefaultGroup") return setDefaultGroup(tx, part, change.groupId);
  const { before, after } = await touched(tx, part, change);
  const changed = changedOnly(before, after);
  if (changed.before.length === 0 && changed.after.length === 0) return null;
  await replaceSegments(tx, part.id, changed.before, changed.after);
  // As the database has them: what follows from the words is its own.
  const starts = changed.after.map((row) => row.start);
  return {
    before: { rows: changed.before },
    after: { rows: await segmentsAt(tx, part.id, starts) },
  };
}

interface Rows {
  before: SegmentRow[];
  after: SegmentRow[];
}

async function touched(tx: Database, part: PartRow, change: ChangeOfRows): Promise<Rows> {
  if ("starts" in change) return touchedRange(tx, part, change);
  const row = await segmentAt(tx, part.id, change.start);
  switch (change.type) {
    case "setSpeaker": {
      // The name decides what is label and what is quote: the same kind reads it anew.
      const named = rules.changeKind({ ...row, speaker: change.speaker }, row.kind);
      return { before: [row], after: [{ ...named, decision: decided(row) }] };
    }
    case "split":
      return split(tx, part, row, change.offset);
    case "joinWithNext":
      return join(tx, part, row);
  }
}

async function touchedRange(
  tx: Database,
  part: PartRow,
  change: Extract<ChangeOfRows, { starts: number[] }>,
): Promise<Rows> {
  const starts = new Set(change.starts);
  const rows = await segmentsAt(tx, part.id, change.starts);
  // Somebody who saw them and no longer finds them looks at an old page.
  if (rows.length < starts.size) throw new NotFound("splitting.errors.segmentGone");
  const each = (to: (row: SegmentRow) => SegmentRow): Rows => ({
    before: rows,
    after: rows.map(to),
  });
  switch (change.type) {
    case "accept":
      return each(rules.accept);
    case "markIrrelevant":
      return each((row) => rules.markIrrelevant(row, change.reason));
    case "setGroup":
      return each((row) => rules.setGroup(row, change.groupId));
    case "changeKind": {
      const around = rules.looksAround(rows, change.kind)
        ? await segmentsBetween(tx, part.id)
        : rows;
      return { before: rows, after: rules.changeKinds(around, starts, change.kind) };
    }
    case "moveToStatement": {
      const [first] = rows;
      if (rows.length === 1 && first?.kind === "statement") {
        return renumberStatement(tx, part, first, change.statement);
      }
      // A stelling belongs to none: in a range it stays where it is.
      const moved = rows.filter((row) => row.kind !== "statement");
      return {
        before: moved,
        after: moved.map((row) => ({
          ...rules.moveToStatement(row, change.statement),
          decision: decided(row),
        })),
      };
    }
  }
}

async function split(tx: Database, part: PartRow, row: SegmentRow, offset: number): Promise<Rows> {
  const [head, tail] = rules.splitAt(row, offset);
  if (tail.kind === "statement") {
    const taken = (await statementsIn(tx, part.id)).map((choice) => choice.number);
    tail.statement = rules.freeNumber(tail, new Set(taken));
  }
  if (tail.kind === "answer" && head.kind === "question") tail.replyTo = head.start;
  return { before: [row], after: [head, tail] };
}

async function join(tx: Database, part: PartRow, row: SegmentRow): Promise<Rows> {
  const next = await segmentAfter(tx, part.id, row.start);
  if (!next) throw new Invalid("splitting.errors.nothingAfter");
  const stretch = await sourceText(tx, part.sourceVersionId, row.start, next.end);
  const between = sliceCodePoints(stretch, row.end - row.start, next.start - row.start);
  const joined = rules.joinWithNext(row, next, between);
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
  const sharing = await tx
    .select(segmentColumns)
    .from(segmentTable)
    .where(
      and(
        eq(segmentTable.partId, part.id),
        or(eq(segmentTable.start, row.start), eq(segmentTable.statement, row.statement ?? -1)),
      ),
    )
    .orderBy(asc(segmentTable.start));
  const before = rules.belongingTo(row, sharing);
  return { before, after: before.map((one) => ({ ...one, statement: number })) };
}

/** Takes over what is open, or of that what meets the condition. */
async function acceptWhere(
  tx: Database,
  part: PartRow,
  condition?: ReturnType<typeof isSure>,
): Promise<Effect> {
  const rows = await tx
    .update(segmentTable)
    .set({ decision: "accepted" })
    .where(and(eq(segmentTable.partId, part.id), eq(segmentTable.decision, "open"), condition))
    .returning({ start: segmentTable.start });
  if (rows.length === 0) throw new Invalid("splitting.errors.nothingOpen");
  const starts = rows.map((row) => row.start).sort((a, b) => a - b);
  return { before: { rows: [], accepted: starts }, after: { rows: [], accepted: starts } };
}

async function setDefaultGroup(
  tx: Database,
  part: PartRow,
  groupId: string | null,
): Promise<Effect> {
  if (part.defaultGroupId === groupId) throw new Invalid("splitting.errors.nothingChanged");
  await tx.update(sourcePart).set({ defaultGroupId: groupId }).where(eq(sourcePart.id, part.id));
  return {
    before: { rows: [], defaultGroupId: part.defaultGroupId },
    after: { rows: [], defaultGroupId: groupId },
  };
}

/** Puts back what stood there before a step. @returns that, as it is now. */
export async function takeBack(tx: Database, part: PartRow, step: Effect): Promise<StepSide> {
  for (const starts of batches(step.before.accepted ?? [])) {
    await tx
      .update(segmentTable)
      .set({ decision: "open" })
      .where(and(eq(segmentTable.partId, part.id), inArray(segmentTable.start, starts)));
  }
  const groups = await groupsThere(tx, step.before);
  const known = (id: string | null | undefined) => (id && groups.has(id) ? id : null);
  if (step.before.defaultGroupId !== undefined) {
    const defaultGroupId = known(step.before.defaultGroupId);
    await tx.update(sourcePart).set({ defaultGroupId }).where(eq(sourcePart.id, part.id));
  }
  const before = step.before.rows.map((row) => ({ ...row, groupId: known(row.groupId) }));
  await replaceSegments(tx, part.id, step.after.rows, before);
  const starts = before.map((row) => row.start);
  return { ...step.before, rows: await segmentsAt(tx, part.id, starts) };
}

/** The groups of what stood there that were not taken away since. */
async function groupsThere(tx: Database, { rows, defaultGroupId }: StepSide): Promise<Set<string>> {
  const ids = [...rows.map((row) => row.groupId), defaultGroupId].filter((id) => id != null);
  if (ids.length === 0) return new Set();
  const found = await tx
    .select({ id: stakeholderGroup.id })
    .from(stakeholderGroup)
    .where(inArray(stakeholderGroup.id, [...new Set(ids)]));
  return new Set(found.map((row) => row.id));
}

/** A correction of what was accepted is itself a decision: it does not have to be made twice. */
function decided(row: SegmentRow): SegmentRow["decision"] {
  return row.decision === "accepted" ? "accepted" : "open";
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
