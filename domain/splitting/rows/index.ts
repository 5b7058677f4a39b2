import { and, asc, desc, eq, gte, inArray, isNull, lt, type SQL, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { segment, source, sourcePart, splittingStep, stakeholderGroup } from "@/db/schema";
import { NOTHING_KINDS, type SourceState } from "@/db/vocabulary";
import { Conflict, NotFound } from "../../kernel/errors";
import { batches } from "../../kernel/rows";
import type { AuthorizedDossierId, MemberScope } from "../../kernel/scope";
import type { ReasonCode } from "../../proposal/model";
import { plainWords, withoutMark } from "../../text/rules";
import {
  BARS,
  type Bar,
  type GroupChoice,
  type InputCue,
  type ListName,
  type Progress,
  type SegmentRow,
  STEPS_SHOWN,
  type StatementChoice,
  type StepAction,
  type UndoableStep,
} from "../model";
import { quoteOf } from "../rules/outcome";

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
  groupName: segment.groupName,
  groupId: segment.groupId,
  position: segment.position,
  alternatives: segment.alternatives,
  cue: sql<InputCue | null>`${segment.cue}`,
};

/** The conditions of `rules/sure.ts`, for lists that are counted and paged by the database. */
const isNothing = inArray(segment.kind, [...NOTHING_KINDS]);
const isOpen = eq(segment.decision, "open");
/** Also for who must choose before a part is confirmed. */
export const mayBeInput = sql`(${isNothing} and ${segment.cue} is not null
  and ${segment.reason} <> 'byHand' and ${segment.decision} <> 'irrelevant')`;
// As a decimal: in four bytes 0.95 is a little less.
const below = (bar: Bar) => sql`${segment.confidence}::numeric * 100 < ${bar}::int`;
const isUnsure = (bar: Bar) => sql`(${isOpen} and (${below(bar)} or ${mayBeInput}))`;
export const isSure = (bar: Bar) => sql`(${isOpen} and not (${below(bar)} or ${mayBeInput}))`;
const becomesNothing = sql`(${segment.decision} = 'irrelevant' or ${isNothing})`;

/** What of a part is listed; undefined is all of it. */
export function listed(list: ListName, bar: Bar): SQL | undefined {
  if (list === "unsure") return isUnsure(bar);
  if (list === "nothing") return becomesNothing;
  return list === "open" ? isOpen : undefined;
}

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

/**
 * The documents of a source are those of its newest version in which documents were found: what an older one
 * became keeps its reactions and stellingen, and is no more on the workbench.
 */
export function partsNow(scope: MemberScope, sourceId: string): SQL | undefined {
  return and(
    eq(sourcePart.dossierId, scope.dossierId),
    sql`${sourcePart.sourceVersionId} = (
      select v.id from source_version v
      where v.source_id = ${sourceId} and exists (
        select from source_part p where p.source_version_id = v.id)
      order by v.n desc limit 1)`,
  );
}

/** Part `n` of a source as it is now; see {@link partsNow}. @throws NotFound */
export async function findPart(
  db: Database,
  scope: MemberScope,
  sourceId: string,
  n: number,
): Promise<{ part: PartRow; parts: number }> {
  const rows = await db.select().from(sourcePart).where(partsNow(scope, sourceId));
  const part = rows.find((row) => row.n === n);
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

/** The segments that begin at one of these, in order; what is not there is not among them. */
export async function segmentsAt(
  tx: Database,
  partId: string,
  starts: readonly number[],
): Promise<SegmentRow[]> {
  const rows: SegmentRow[] = [];
  for (const batch of batches([...new Set(starts)].sort((a, b) => a - b))) {
    rows.push(
      ...(await tx
        .select(segmentColumns)
        .from(segment)
        .where(and(eq(segment.partId, partId), inArray(segment.start, batch)))
        .orderBy(asc(segment.start))),
    );
  }
  return rows;
}

/** Segments on both sides of a place that are looked at for others like one. */
const AROUND = 1_000;

/** The segments around the one that begins at `start`, that one too, in order. */
export async function segmentsAround(
  tx: Database,
  partId: string,
  start: number,
): Promise<SegmentRow[]> {
  const here = eq(segment.partId, partId);
  const rows = () => tx.select(segmentColumns).from(segment);
  const before = await rows()
    .where(and(here, lt(segment.start, start)))
    .orderBy(desc(segment.start))
    .limit(AROUND);
  const after = await rows()
    .where(and(here, gte(segment.start, start)))
    .orderBy(asc(segment.start))
    .limit(AROUND);
  return [...before.reverse(), ...after];
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
    // Whether the words look like input is for the database to say.
    await tx.insert(segment).values(rows.map(({ cue: _, ...row }) => ({ ...row, partId })));
  }
}

/** How far the part is. */
export async function progressOf(tx: Database, partId: string): Promise<Progress> {
  // First those that are alike: there are as many as sureness has percents, however long the part.
  const [row] = await rowsOf<Progress>(
    tx,
    sql`select coalesce(sum(n), 0)::int as total,
        coalesce(sum(n) filter (where open), 0)::int as open,
        coalesce(sum(n) filter (where nothing), 0)::int as nothing,
        json_build_array(${sql.join(BARS.map(countsAt), sql`, `)}) as sure
      from (
        select ${segment.confidence}::numeric as p, ${isOpen} as open, ${mayBeInput} as input,
          ${becomesNothing} as nothing, count(*) as n
        from ${segment} where ${segment.partId} = ${partId}
        group by ${segment.confidence}, 2, 3, 4
      ) alike`,
  );
  return row ?? { total: 0, open: 0, nothing: 0, sure: [] };
}

/** As `isSure` and `isUnsure` have it, of rows with the same `p`, `open` and `input`. */
function countsAt(bar: Bar): SQL {
  const sure = sql`open and not input and p * 100 >= ${bar}::int`;
  return sql`json_build_object('bar', ${bar}::int,
    'count', coalesce(sum(n) filter (where ${sure}), 0),
    'wrong', coalesce(ceil(sum(n * (1 - p)) filter (where ${sure})), 0),
    'unsure', coalesce(sum(n) filter (where open and (input or p * 100 < ${bar}::int)), 0))`;
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

/** The groups of stakeholders of the dossier, in their order. */
export async function groupsIn(
  tx: Database,
  dossierId: AuthorizedDossierId,
): Promise<GroupChoice[]> {
  return tx
    .select({ id: stakeholderGroup.id, name: stakeholderGroup.name })
    .from(stakeholderGroup)
    .where(eq(stakeholderGroup.dossierId, dossierId))
    .orderBy(asc(stakeholderGroup.position), asc(stakeholderGroup.id));
}

/** What a step keeps: whole segments, which ones were decided upon, or the group of the part. */
export interface StepSide {
  rows: SegmentRow[];
  /** Starts of segments of which only the decision changed, from open to accepted. */
  accepted?: number[];
  defaultGroupId?: string | null;
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

/** What can be taken back, the latest first, in the words of the screen. */
export async function undoableSteps(tx: Database, partId: string): Promise<UndoableStep[]> {
  const rows = await rowsOf<Omit<UndoableStep, "words"> & { text: string | null }>(
    tx,
    sql`
      select n, action,
        case when jsonb_array_length(before->'rows') = 1 or action in ('split', 'joinWithNext')
          then before->'rows'->0->>'text' end as text,
        greatest(jsonb_array_length(before->'rows'),
          coalesce(jsonb_array_length(before->'accepted'), 0)) as count,
        case when action = 'changeKind' then after->'rows'->0->>'kind' end as kind,
        case when action = 'changeKind' and jsonb_array_length(before->'rows') = 1
          then before->'rows'->0->>'kind' end as was
      from ${splittingStep}
      where part_id = ${partId} and undone_at is null
      order by n desc limit ${STEPS_SHOWN}`,
  );
  return rows.map(({ text, ...row }) => ({ ...row, words: text ? firstWords(text) : "" }));
}

/** Leaves nothing to undo. What was done stays written down. */
export async function forgetSteps(tx: Database, partId: string): Promise<void> {
  await tx
    .update(splittingStep)
    .set({ undoneAt: sql`now()` })
    .where(and(eq(splittingStep.partId, partId), isNull(splittingStep.undoneAt)));
}

/** The first words of a segment, on one line. */
export function firstWords(text: string): string {
  const words = plainWords(withoutMark(text));
  return words.length <= WORDS_SHOWN ? words : `${words.slice(0, WORDS_SHOWN).trimEnd()}…`;
}
