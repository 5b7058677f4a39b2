import { and, asc, eq, gt, lt, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { consultation, segment, sourcePart, sourceVersion } from "@/db/schema";
import { dutchOrder } from "@/db/search";
import type { SegmentKind, SourceState } from "@/db/vocabulary";
import { type EarlierStatement, earlierStatements } from "@/domain/statements/queries";
import { pageOf } from "../../kernel/paging";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import { statementKey } from "../../proposal/rules/statements";
import {
  PAGE_SIZE,
  type Progress,
  type SegmentRow,
  type StatementChoice,
  type UndoableStep,
} from "../model";
import {
  findPart,
  findSource,
  latestStep,
  type PartRow,
  progressOf,
  segmentColumns,
  segmentsBetween,
  statementsIn,
  undoableStep,
} from "../rows";
import { type OutcomeProblem, outcomeOf, quoteOf } from "../rules/outcome";

/** A document found in a source, with how far the work on it is. */
export interface PartSummary {
  id: string;
  n: number;
  title: string;
  kind: PartRow["kind"];
  /** YYYY-MM-DD */
  heldOn: string | null;
  /** HH:MM */
  startsAt: string | null;
  sector: string | null;
  consultationId: string | null;
  confirmedAt: string | null;
  lockVersion: number;
  total: number;
  open: number;
  irrelevant: number;
  /** Per kind how many segments there are that are not set aside as irrelevant. */
  kinds: Partial<Record<SegmentKind, number>>;
}

export interface SourceParts {
  source: { id: string; title: string; fileName: string; state: SourceState };
  parts: PartSummary[];
}

/**
 * The documents found in a source, in order.
 *
 * @throws NotFound when the source is not in this dossier.
 */
export const partsOfSource = query(
  reader,
  async (scope: ReaderScope, sourceId: string): Promise<SourceParts> => {
    const db = await database();
    const found = await findSource(db, scope, sourceId);
    const rows = await db
      .select({
        id: sourcePart.id,
        n: sourcePart.n,
        title: sourcePart.title,
        kind: sourcePart.kind,
        heldOn: sourcePart.heldOn,
        startsAt: sourcePart.startsAt,
        sector: sourcePart.sector,
        consultationId: sourcePart.consultationId,
        confirmedAt: sourcePart.confirmedAt,
        lockVersion: sourcePart.lockVersion,
      })
      .from(sourcePart)
      .innerJoin(sourceVersion, eq(sourceVersion.id, sourcePart.sourceVersionId))
      .where(and(eq(sourceVersion.sourceId, sourceId), eq(sourcePart.dossierId, scope.dossierId)))
      .orderBy(asc(sourcePart.n));
    const counts = await db
      .select({
        partId: segment.partId,
        kind: segment.kind,
        decision: segment.decision,
        count: sql<number>`count(*)::int`,
      })
      .from(segment)
      .innerJoin(sourcePart, eq(sourcePart.id, segment.partId))
      .innerJoin(sourceVersion, eq(sourceVersion.id, sourcePart.sourceVersionId))
      .where(and(eq(sourceVersion.sourceId, sourceId), eq(sourcePart.dossierId, scope.dossierId)))
      .groupBy(segment.partId, segment.kind, segment.decision);
    const parts = rows.map((row): PartSummary => {
      const summary: PartSummary = { ...row, total: 0, open: 0, irrelevant: 0, kinds: {} };
      for (const { partId, kind, decision, count } of counts) {
        if (partId !== row.id) continue;
        summary.total += count;
        if (decision === "open") summary.open += count;
        if (decision === "irrelevant") summary.irrelevant += count;
        else summary.kinds[kind] = (summary.kinds[kind] ?? 0) + count;
      }
      return summary;
    });
    return { source: found, parts };
  },
);

export interface WorkbenchQuery {
  /** From 1. */
  page?: number;
  onlyOpen?: boolean;
  /** A segment that must be on the page; wins over `page`. */
  focus?: number | "firstOpen" | null;
}

/** One page of the workbench of a part. */
export interface Workbench {
  source: { id: string; title: string; fileName: string };
  part: Omit<PartSummary, "total" | "open" | "irrelevant" | "kinds">;
  /** How many parts the source has. */
  parts: number;
  segments: SegmentRow[];
  /** The segment on this page to start at. */
  focus: number | null;
  page: number;
  pages: number;
  /** Segments in the whole list that is paged through. */
  listed: number;
  statements: StatementChoice[];
  progress: Progress;
  undo: UndoableStep | null;
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
    { page = 1, onlyOpen = false, focus = null }: WorkbenchQuery = {},
  ): Promise<Workbench> => {
    const db = await database();
    const found = await findSource(db, scope, sourceId);
    const { part, parts } = await findPart(db, scope, sourceId, n);
    const listed = and(
      eq(segment.partId, part.id),
      onlyOpen ? eq(segment.decision, "open") : undefined,
    );
    const progress = await progressOf(db, part.id);
    const statements = await statementsIn(db, part.id);
    const step = await latestStep(db, part.id);
    const at = focus === "firstOpen" ? (progress.firstOpen?.start ?? null) : focus;
    const [count] = await db
      .select({
        all: sql<number>`count(*)::int`,
        // Which page the wanted segment stands on follows from how many come before it.
        before: sql<number>`(count(*) filter (where ${segment.start} < ${at ?? 0}))::int`,
      })
      .from(segment)
      .where(listed);
    const all = count?.all ?? 0;
    const wanted = at === null ? page : Math.floor((count?.before ?? 0) / PAGE_SIZE) + 1;
    const { page: shown, pages } = pageOf(all, PAGE_SIZE, wanted);
    const segments = await db
      .select(segmentColumns)
      .from(segment)
      .where(listed)
      .orderBy(asc(segment.start))
      .limit(PAGE_SIZE)
      .offset((shown - 1) * PAGE_SIZE);
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
      },
      parts,
      segments,
      focus: segments.some((row) => row.start === at) ? at : null,
      page: shown,
      pages,
      listed: all,
      statements,
      progress,
      undo: part.confirmedAt ? null : undoableStep(step),
    };
  },
);

/** A stelling of the part and the ones in the dossier with the same words. */
export interface StatementMatch {
  number: number;
  text: string;
  explanation: string | null;
  same: EarlierStatement[];
}

/** Everything the form needs with which a part is confirmed. */
export interface ConfirmationPreview {
  part: Workbench["part"];
  progress: Progress;
  statements: StatementMatch[];
  reactions: number;
  looseExplanations: number;
  irrelevant: number;
  problems: OutcomeProblem[];
  /** Consultations of the dossier, which the part may belong to. */
  consultations: { id: string; title: string; heldOn: string | null }[];
}

/**
 * What confirming part `n` would make, with the stellingen that may be the same as earlier ones.
 *
 * @throws NotFound as {@link openWorkbench}.
 */
export const previewConfirmation = query(
  reader,
  async (scope: ReaderScope, sourceId: string, n: number): Promise<ConfirmationPreview> => {
    const bench = await openWorkbench(scope, sourceId, n);
    const db = await database();
    const outcome = outcomeOf(await segmentsBetween(db, bench.part.id));
    const earlier = await earlierStatements(scope);
    const consultations = await db
      .select({ id: consultation.id, title: consultation.title, heldOn: consultation.heldOn })
      .from(consultation)
      .where(eq(consultation.dossierId, scope.dossierId))
      .orderBy(asc(consultation.heldOn), dutchOrder(consultation.title));
    return {
      part: bench.part,
      progress: bench.progress,
      statements: outcome.statements.map(({ number, segment, explanations }) => {
        const text = quoteOf(segment);
        return {
          number,
          text: bench.statements.find((choice) => choice.number === number)?.text ?? text,
          explanation: explanations.map(quoteOf).join("\n\n") || null,
          same: earlier.get(statementKey(text)) ?? [],
        };
      }),
      reactions: outcome.reactions.length,
      looseExplanations: outcome.looseExplanations,
      irrelevant: outcome.irrelevant,
      problems: outcome.problems,
      consultations,
    };
  },
);

/** What became of a confirmed part. */
export interface ConfirmedPart {
  consultation: { id: string; title: string } | null;
  statements: number;
  reactions: number;
  irrelevant: number;
  /** The next part of the source that is still to be done. */
  nextPart: number | null;
}

/** What was made from a confirmed part, for the page that says so. */
export const confirmedPart = query(
  reader,
  async (scope: ReaderScope, sourceId: string, n: number): Promise<ConfirmedPart> => {
    const db = await database();
    await findSource(db, scope, sourceId);
    const { part } = await findPart(db, scope, sourceId, n);
    const outcome = outcomeOf(await segmentsBetween(db, part.id));
    const [held] = part.consultationId
      ? await db
          .select({ id: consultation.id, title: consultation.title })
          .from(consultation)
          .where(
            and(
              eq(consultation.id, part.consultationId),
              eq(consultation.dossierId, scope.dossierId),
            ),
          )
      : [];
    const [next] = await rowsOf<{ n: number }>(
      db,
      sql`
      select n from ${sourcePart}
      where source_version_id = ${part.sourceVersionId} and dossier_id = ${scope.dossierId}
        and confirmed_at is null
      order by n < ${n}, n limit 1`,
    );
    return {
      consultation: held ?? null,
      statements: outcome.statements.length,
      reactions: outcome.reactions.length,
      irrelevant: outcome.irrelevant,
      nextPart: next?.n ?? null,
    };
  },
);

/** The starts of the segments before and after a page, to walk on by keyboard. */
export const neighboursOf = query(
  reader,
  async (
    scope: ReaderScope,
    partId: string,
    segments: readonly SegmentRow[],
    onlyOpen: boolean,
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
          onlyOpen ? eq(segment.decision, "open") : undefined,
        ),
      );
    return { before: row?.before ?? null, after: row?.after ?? null };
  },
);
