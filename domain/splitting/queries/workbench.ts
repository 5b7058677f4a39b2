import { and, asc, between, eq, gt, lt, type SQL, sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import { segment, sourcePart } from "@/db/schema";
import { pageOf } from "../../kernel/paging";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import {
  BARS,
  type Bar,
  type Chapter,
  type GroupChoice,
  type ListName,
  MAX_RANGE,
  PAGE_SIZE,
  type Progress,
  type SegmentRow,
  type StatementChoice,
  type UndoableStep,
} from "../model";
import {
  findPart,
  findSource,
  firstWords,
  groupsIn,
  listed,
  progressOf,
  segmentColumns,
  statementsIn,
  undoableSteps,
} from "../rows";
import type { PartSummary } from "./parts";

export interface WorkbenchQuery {
  /** From 1. */
  page?: number;
  list?: ListName;
  /** Below this a proposal is unsure, in percent. */
  bar?: Bar;
  /** A segment that must be on the page; wins over `page`. */
  focus?: number | "firstOpen" | "firstUnsure" | null;
}

/** One page of the workbench of a part. */
export interface Workbench {
  source: { id: string; title: string; fileName: string };
  part: Omit<PartSummary, "total" | "open" | "irrelevant" | "kinds"> & {
    defaultGroupId: string | null;
  };
  /** How many parts the source has. */
  parts: number;
  segments: SegmentRow[];
  /** Place in the whole part of each of them, from 1. */
  numbers: number[];
  /** Where everything in the list begins, of all pages, up to `MAX_RANGE`. */
  starts: number[];
  /** The segment on this page to start at. */
  focus: number | null;
  page: number;
  pages: number;
  /** Segments in the whole list that is paged through. */
  listed: number;
  statements: StatementChoice[];
  groups: GroupChoice[];
  progress: Progress;
  steps: UndoableStep[];
}

/**
 * One page of the workbench of part `n` of a source.
 *
 * @throws NotFound when the source is not in this dossier or has no such part.
 */
export const openWorkbench = query(
  reader,
  async (
    scope: ReaderScope,
    sourceId: string,
    n: number,
    { page = 1, list = "all", bar = BARS[0], focus = null }: WorkbenchQuery = {},
  ): Promise<Workbench> => {
    const db = await database();
    const found = await findSource(db, scope, sourceId);
    const { part, parts } = await findPart(db, scope, sourceId, n);
    const progress = await progressOf(db, part.id);
    const at = await startOf(db, part.id, focus, bar);
    const wanted = and(eq(segment.partId, part.id), listed(list, bar));
    const [count] = await db
      .select({
        all: sql<number>`count(*)::int`,
        // Which page the wanted segment stands on follows from how many come before it.
        before: sql<number>`(count(*) filter (where ${segment.start} < ${at ?? 0}))::int`,
      })
      .from(segment)
      .where(wanted);
    const all = count?.all ?? 0;
    const { page: shown, pages } = pageOf(
      all,
      PAGE_SIZE,
      at === null ? page : Math.floor((count?.before ?? 0) / PAGE_SIZE) + 1,
    );
    const segments = await db
      .select(segmentColumns)
      .from(segment)
      .where(wanted)
      .orderBy(asc(segment.start))
      .limit(PAGE_SIZE)
      .offset((shown - 1) * PAGE_SIZE);
    const starts = await startsOf(db, wanted);
    return {
      source: found,
      part: {
        id: part.id,
        n: part.n,
        title: part.title,
        kind: part.kind,
        heldOn: part.heldOn,
        startsAt: part.startsAt,
        sector: part.sector,
        consultationId: part.consultationId,
        confirmedAt: part.confirmedAt,
        lockVersion: part.lockVersion,
        defaultGroupId: part.defaultGroupId,
      },
      parts,
      segments,
      numbers:
        list === "all"
          ? segments.map((_, i) => (shown - 1) * PAGE_SIZE + i + 1)
          : await numbersOf(db, part.id, segments),
      starts,
      focus: segments.some((row) => row.start === at) ? at : null,
      page: shown,
      pages,
      listed: all,
      statements: await statementsIn(db, part.id),
      groups: await groupsIn(db, scope.dossierId),
      progress,
      steps: part.confirmedAt ? [] : await undoableSteps(db, part.id),
    };
  },
);

/** Where the segments begin that are listed, up to `MAX_RANGE`: as one value, for a row of each takes far longer. */
async function startsOf(db: Database, wanted: SQL | undefined): Promise<number[]> {
  const first = db
    .select({ start: segment.start })
    .from(segment)
    .where(wanted)
    .orderBy(asc(segment.start))
    .limit(MAX_RANGE)
    .as("first");
  const [row] = await db
    .select({
      starts: sql<number[]>`coalesce(json_agg(${first.start} order by ${first.start}), '[]')`,
    })
    .from(first);
  return row?.starts ?? [];
}

/** The segment that must be on the page. */
async function startOf(
  db: Database,
  partId: string,
  focus: WorkbenchQuery["focus"],
  bar: Bar,
): Promise<number | null> {
  if (focus !== "firstOpen" && focus !== "firstUnsure") return focus ?? null;
  const [row] = await db
    .select({ start: sql<number | null>`min(${segment.start})` })
    .from(segment)
    .where(and(eq(segment.partId, partId), listed(focus === "firstOpen" ? "open" : "unsure", bar)));
  return row?.start ?? null;
}

/** Place in the whole part of each of these, from 1. */
async function numbersOf(
  db: Database,
  partId: string,
  segments: readonly SegmentRow[],
): Promise<number[]> {
  const [first, last] = [segments[0], segments.at(-1)];
  if (!first || !last) return [];
  const before = await db.$count(
    segment,
    and(eq(segment.partId, partId), lt(segment.start, first.start)),
  );
  const stretch = await db
    .select({ start: segment.start })
    .from(segment)
    .where(and(eq(segment.partId, partId), between(segment.start, first.start, last.start)))
    .orderBy(asc(segment.start));
  const numbers = new Map(stretch.map(({ start }, i) => [start, before + i + 1]));
  return segments.map(({ start }) => numbers.get(start) ?? 0);
}

/** Headings and stellingen in a contents list; a document of more shows the first. */
const CHAPTERS = 400;

/** The headings and stellingen of a part, each with how much below it is unsure at the bar. */
export const chaptersOf = query(
  reader,
  async (scope: ReaderScope, partId: string, bar: Bar): Promise<Chapter[]> => {
    const db = await database();
    const rows = await rowsOf<
      Pick<Chapter, "start" | "kind" | "number" | "unsure"> & { text: string }
    >(
      db,
      sql`
        with walk as (
          select ${segment.start} as start, ${segment.kind} as kind, ${segment.statement} as number,
            ${segment.text} as text, ${opensChapter} as opens, ${listed("unsure", bar)} as unsure,
            count(*) filter (where ${opensChapter}) over (order by ${segment.start}) as chapter
          from ${segment} join ${sourcePart} on ${sourcePart.id} = ${segment.partId}
          where ${segment.partId} = ${partId} and ${sourcePart.dossierId} = ${scope.dossierId}
        )
        select min(start) filter (where opens) as start, min(kind) filter (where opens) as kind,
          min(number) filter (where opens) as number, min(text) filter (where opens) as text,
          (count(*) filter (where unsure))::int as unsure
        from walk where chapter > 0 group by chapter order by chapter limit ${CHAPTERS}`,
    );
    return rows.map(({ text, ...row }, i) => {
      // A stelling lasts until the next one or a heading, a heading until the next heading.
      const next = rows
        .slice(i + 1)
        .find((one) => row.kind === "statement" || one.kind === "heading");
      return { ...row, until: next?.start ?? MAX_OFFSET, words: firstWords(text) };
    });
  },
);

const opensChapter = sql`(${segment.decision} <> 'irrelevant'
  and ${segment.kind} in ('heading', 'statement'))`;
/** Beyond any text. */
const MAX_OFFSET = 2_147_483_647;

/** The starts of the segments before and after a page, to walk on by keyboard. */
export const neighboursOf = query(
  reader,
  async (
    scope: ReaderScope,
    partId: string,
    segments: readonly SegmentRow[],
    { list = "all", bar = BARS[0] }: Pick<WorkbenchQuery, "list" | "bar"> = {},
  ): Promise<{ before: number | null; after: number | null }> => {
    const first = segments[0];
    const last = segments.at(-1);
    if (!first || !last) return { before: null, after: null };
    const db = await database();
    const [row] = await db
      .select({
        before: sql<
          number | null
        >`max(${segment.start}) filter (where ${lt(segment.start, first.start)})`,
        after: sql<
          number | null
        >`min(${segment.start}) filter (where ${gt(segment.start, last.start)})`,
      })
      .from(segment)
      .innerJoin(sourcePart, eq(sourcePart.id, segment.partId))
      .where(
        and(
          eq(segment.partId, partId),
          eq(sourcePart.dossierId, scope.dossierId),
          listed(list, bar),
        ),
      );
    return { before: row?.before ?? null, after: row?.after ?? null };
  },
);
