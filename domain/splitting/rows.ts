import { and, asc, desc, eq, gte, inArray, isNull, lt, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import {
  passage,
  reaction,
  segment,
  source,
  sourcePart,
  sourceVersion,
  splittingStep,
} from "@/db/schema";
import type { SourceState } from "@/db/vocabulary";
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

/** A part of which the splitting is confirmed: what it became stands in its consultation. */
export type ConfirmedRow = PartRow & { consultationId: string };

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

/** Whether a part is confirmed. */
export function isConfirmed(part: PartRow): part is ConfirmedRow {
  return part.confirmedAt !== null && part.consultationId !== null;
}

/**
 * Takes a confirmed part for writing.
 *
 * @throws NotFound for a part of another dossier; Conflict when it is not confirmed (any more), or when
 *   somebody changed it since `lockVersion`.
 */
export async function takeConfirmed(
  tx: Database,
  scope: MemberScope,
  partId: string,
  lockVersion: number,
): Promise<ConfirmedRow> {
  const [part] = await tx
    .select()
    .from(sourcePart)
    .where(and(eq(sourcePart.id, partId), eq(sourcePart.dossierId, scope.dossierId)))
    .for("update");
  if (!part) throw new NotFound();
  if (!isConfirmed(part)) throw new Conflict("splitting.errors.notConfirmed", {}, part.lockVersion);
  if (part.lockVersion !== lockVersion) {
    throw new Conflict("splitting.errors.stale", {}, part.lockVersion);
  }
  return part;
}

/** A source of the dossier. @throws NotFound */
export async function findSource(
  db: Database,
  scope: MemberScope,
  sourceId: string,
): Promise<{ id: string; title: string; fileName: string; state: SourceState }> {
  if (!/^[0-9a-f-]{36}$/i.test(sourceId)) throw new NotFound();
  const [found] = await db
    .select({
      id: source.id,
      title: source.title,
      fileName: source.fileName,
      state: source.state,
    })
    .from(source)
    .where(and(eq(source.id, sourceId), eq(source.dossierId, scope.dossierId)));
  if (!found) throw new NotFound();
  return found;
}

/** Part `n` of the newest version of the source. */
export async function findPart(
  db: Database,
  scope: MemberScope,
  sourceId: string,
  n: number,
): Promise<{ part: PartRow; parts: number }> {
  const rows = await db
    .select({ part: sourcePart })
    .from(sourcePart)
    .innerJoin(sourceVersion, eq(sourceVersion.id, sourcePart.sourceVersionId))
    .where(and(eq(sourceVersion.sourceId, sourceId), eq(sourcePart.dossierId, scope.dossierId)));
  const part = rows.find((row) => row.part.n === n)?.part;
  if (!part) throw new NotFound();
  return { part, parts: rows.length };
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

/** The reactions that a part became. */
export async function reactionsIn(tx: Database, part: ConfirmedRow): Promise<string[]> {
  const rows = await tx
    .select({ id: reaction.id })
    .from(reaction)
    .innerJoin(passage, eq(passage.id, reaction.passageId))
    .where(
      and(
        eq(reaction.consultationId, part.consultationId),
        eq(passage.sourceVersionId, part.sourceVersionId),
        gte(passage.start, part.start),
        lt(passage.start, part.end),
      ),
    );
  return rows.map(({ id }) => id);
}

/** The reactions of a part by the start of their segment. */
export async function reactionsByStart(
  tx: Database,
  part: ConfirmedRow,
): Promise<ReadonlyMap<number, string>> {
  const rows = await rowsOf<{ start: number; id: string }>(
    tx,
    sql`select s.start_cp as start, r.id from segment s
      join passage q on q.source_version_id = ${part.sourceVersionId}
        and q.start_cp = s.quote_start_cp and q.end_cp = s.quote_end_cp
      join reaction r on r.passage_id = q.id and r.consultation_id = ${part.consultationId}
      where s.part_id = ${part.id}`,
  );
  return new Map(rows.map(({ start, id }) => [start, id]));
}

/** The stellingen that a part became, by their number in the part. */
export async function statementsMade(
  tx: Database,
  part: ConfirmedRow,
): Promise<ReadonlyMap<number, string>> {
  const rows = await rowsOf<{ number: number; id: string }>(
    tx,
    sql`select s.statement as number, o.statement_id as id from segment s
      join passage q on q.source_version_id = ${part.sourceVersionId}
        and q.start_cp = s.quote_start_cp and q.end_cp = s.quote_end_cp
      join statement_occurrence o on o.passage_id = q.id
        and o.consultation_id = ${part.consultationId}
      where s.part_id = ${part.id} and s.kind = 'statement' and s.statement is not null`,
  );
  return new Map(rows.map(({ number, id }) => [number, id]));
}

/** Writes on the workbench what was changed about the reactions after confirming. */
export async function bringBackChanges(tx: Database, part: ConfirmedRow): Promise<void> {
  await tx.execute(sql`
    update segment s set kind = r.kind, speaker = r.speaker
    from reaction r join passage q on q.id = r.passage_id
    where s.part_id = ${part.id} and q.source_version_id = ${part.sourceVersionId}
      and q.start_cp = s.quote_start_cp and q.end_cp = s.quote_end_cp
      and r.consultation_id = ${part.consultationId} and s.decision <> 'irrelevant'
      and (s.kind, s.speaker) is distinct from (r.kind, r.speaker)`);
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
