import { and, asc, desc, eq, gte, inArray, isNull, lt, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { segment, sourcePart, splittingStep } from "@/db/schema";
import { Conflict, NotFound } from "../kernel/errors";
import { batches } from "../kernel/rows";
import type { MemberScope } from "../kernel/scope";
import type { ReasonCode } from "../proposal/model";
import { plainWords } from "../text/rules";
import {
  PAGE_SIZE,
  type Progress,
  type SegmentRow,
  type StatementChoice,
  type StepAction,
  type UndoableStep,
} from "./model";
import { quoteOf } from "./rules/outcome";

/** The rows of the workbench: what its queries and its commands read and write alike. */

export type PartRow = typeof sourcePart.$inferSelect;

/** First words of a segment, to recognise it by. */
const WORDS_SHOWN = 60;

export const segmentColumns = {
  start: segment.start,
  end: segment.end,
  quoteStart: segment.quoteStart,
  quoteEnd: segment.quoteEnd,
  text: segment.text,
  kind: segment.kind,
  statement: segment.statement,
  speaker: segment.speaker,
  replyTo: segment.replyTo,
  reason: sql<ReasonCode>`${segment.reason}`,
  confidence: segment.confidence,
  decision: segment.decision,
  irrelevantReason: segment.irrelevantReason,
};

/**
 * Takes the part for writing, so that two tabs wait for each other here.
 *
 * @throws NotFound for a part of another dossier; Conflict when it is confirmed already, or when
 *   somebody changed it since `lockVersion`.
 */
export async function takePart(
  tx: Database,
  scope: MemberScope,
  partId: string,
  lockVersion: number,
): Promise<PartRow> {
  const [part] = await tx
    .select()
    .from(sourcePart)
    .where(and(eq(sourcePart.id, partId), eq(sourcePart.dossierId, scope.dossierId)))
    .for("update");
  if (!part) throw new NotFound();
  if (part.confirmedAt) throw new Conflict("splitting.errors.confirmed", {}, part.lockVersion);
  if (part.lockVersion !== lockVersion) {
    throw new Conflict("splitting.errors.stale", {}, part.lockVersion);
  }
  return part;
}

/** The segments of a part that begin in [from, to), in order. */
export async function segmentsBetween(
  tx: Database,
  partId: string,
  from = 0,
  to = Number.MAX_SAFE_INTEGER,
): Promise<SegmentRow[]> {
  return tx
    .select(segmentColumns)
    .from(segment)
    .where(
      and(
        eq(segment.partId, partId),
        gte(segment.start, from),
        // An offset is an integer column; an open end needs no condition.
        to === Number.MAX_SAFE_INTEGER ? undefined : lt(segment.start, to),
      ),
    )
    .orderBy(asc(segment.start));
}

/** The one segment that begins at `start`. @throws NotFound */
export async function segmentAt(tx: Database, partId: string, start: number): Promise<SegmentRow> {
  const [row] = await tx
    .select(segmentColumns)
    .from(segment)
    .where(and(eq(segment.partId, partId), eq(segment.start, start)));
  // Somebody who saw it and no longer finds it looks at an old page.
  if (!row) throw new NotFound("splitting.errors.segmentGone");
  return row;
}

/** The segment after the one that begins at `start`, or null at the end of the part. */
export async function segmentAfter(
  tx: Database,
  partId: string,
  start: number,
): Promise<SegmentRow | null> {
  const [row] = await tx
    .select(segmentColumns)
    .from(segment)
    .where(and(eq(segment.partId, partId), gte(segment.start, start + 1)))
    .orderBy(asc(segment.start))
    .limit(1);
  return row ?? null;
}

/** The segments that answer the one that begins at `start`. */
export async function repliesTo(
  tx: Database,
  partId: string,
  start: number,
): Promise<SegmentRow[]> {
  return tx
    .select(segmentColumns)
    .from(segment)
    .where(and(eq(segment.partId, partId), eq(segment.replyTo, start)));
}

/** Puts `after` in the place of the segments `before`. */
export async function replaceSegments(
  tx: Database,
  partId: string,
  before: readonly SegmentRow[],
  after: readonly SegmentRow[],
): Promise<void> {
  for (const starts of batches(before.map((row) => row.start))) {
    await tx.delete(segment).where(and(eq(segment.partId, partId), inArray(segment.start, starts)));
  }
  for (const rows of batches(after)) {
    await tx.insert(segment).values(rows.map((row) => ({ ...row, partId })));
  }
}

/** How far the part is. */
export async function progressOf(tx: Database, partId: string): Promise<Progress> {
  const [row] = await rowsOf<{
    total: number;
    open: number;
    first: number | null;
    before: number;
  }>(
    tx,
    sql`
      with first_open as (
        select min(start_cp) as start from ${segment}
        where part_id = ${partId} and decision = 'open')
      select count(*)::int as total,
        (count(*) filter (where decision = 'open'))::int as open,
        min(first_open.start) as first,
        (count(*) filter (where start_cp < first_open.start))::int as before
      from ${segment}, first_open where part_id = ${partId}`,
  );
  if (!row) return { total: 0, open: 0, firstOpen: null };
  return {
    total: row.total,
    open: row.open,
    firstOpen:
      row.first === null
        ? null
        : { start: row.first, page: Math.floor(row.before / PAGE_SIZE) + 1 },
  };
}

/** The stellingen of a part, in order of their number; one that stands there twice counts once. */
export async function statementsIn(tx: Database, partId: string): Promise<StatementChoice[]> {
  const rows = await tx
    .select(segmentColumns)
    .from(segment)
    .where(
      and(
        eq(segment.partId, partId),
        eq(segment.kind, "statement"),
        sql`${segment.decision} <> 'irrelevant'`,
      ),
    )
    .orderBy(asc(segment.statement), asc(segment.start));
  const choices = new Map<number, StatementChoice>();
  for (const row of rows) {
    if (row.statement === null || choices.has(row.statement)) continue;
    choices.set(row.statement, { number: row.statement, text: plainWords(quoteOf(row)) });
  }
  return [...choices.values()];
}

/** What a step keeps: whole segments, or only which ones were decided upon. */
export interface StepSide {
  rows: SegmentRow[];
  /** Starts of segments of which only the decision changed, from open to accepted. */
  accepted?: number[];
}

export interface Step {
  n: number;
  action: StepAction;
  before: StepSide;
  after: StepSide;
}

/** The latest step that was not undone. */
export async function latestStep(tx: Database, partId: string): Promise<Step | null> {
  const [row] = await tx
    .select({
      n: splittingStep.n,
      action: splittingStep.action,
      before: splittingStep.before,
      after: splittingStep.after,
    })
    .from(splittingStep)
    .where(and(eq(splittingStep.partId, partId), isNull(splittingStep.undoneAt)))
    .orderBy(desc(splittingStep.n))
    .limit(1);
  return row ? (row as Step) : null;
}

/** What undo would take back, in words. */
export function undoableStep(step: Step | null): UndoableStep | null {
  if (!step) return null;
  const first = step.before.rows.length <= 2 ? step.before.rows[0] : undefined;
  return { action: step.action, words: first ? firstWords(first.text) : "" };
}

/** The first words of a segment, on one line. */
export function firstWords(text: string): string {
  const words = plainWords(text);
  return words.length <= WORDS_SHOWN ? words : `${words.slice(0, WORDS_SHOWN).trimEnd()}…`;
}
