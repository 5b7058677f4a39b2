import { asc, eq, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { segment, sourcePart } from "@/db/schema";
import type { SegmentKind, SourceState } from "@/db/vocabulary";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import { findSource, type PartRow, partsNow } from "../rows";

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
      .where(partsNow(scope, sourceId))
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
      .where(partsNow(scope, sourceId))
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
