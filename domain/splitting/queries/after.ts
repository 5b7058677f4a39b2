import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { sourceVersion } from "@/db/schema";
import { NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import { restedOn } from "../../reactions/rows";
import { isLeftOut, type SegmentRow } from "../model";
import { findPart, findSource, segmentAfter, segmentAt } from "../rows";
import { hasSegments, isConfirmed, reactionsByStart, statementsMade } from "../rows/confirmed";

/** What opening a confirmed part again would take away, and what stands in its way. */
export interface Reopening {
  part: { id: string; title: string; lockVersion: number };
  reactions: number;
  statements: number;
  /** Reactions that were given another stelling since: that is to be done again. */
  changed: number;
  /** Reactions on which a kernwaarde or a requirement rests, by number. */
  held: { id: string; number: number }[];
}

/**
 * What opening part `n` again would do; null for one that is not confirmed, or that was never split.
 *
 * @throws NotFound when there is no such part in this dossier.
 */
export const reopening = query(
  reader,
  async (scope: ReaderScope, sourceId: string, n: number): Promise<Reopening | null> => {
    const db = await database();
    await findSource(db, scope, sourceId);
    const { part } = await findPart(db, scope, sourceId, n);
    if (!isConfirmed(part) || !(await hasSegments(db, part.id))) return null;
    const made = [...(await reactionsByStart(db, part)).values()];
    const statements = await statementsMade(db, part);
    const held = new Set(
      await restedOn(
        db,
        made.map(({ id }) => id),
      ),
    );
    const ofSegment = ({ statement }: (typeof made)[number]) =>
      (statement !== null && statements.get(statement)) || null;
    return {
      part: { id: part.id, title: part.title, lockVersion: part.lockVersion },
      reactions: made.length,
      statements: statements.size,
      changed: made.filter((one) => one.statementId !== ofSegment(one)).length,
      held: made
        .filter(({ number }) => held.has(number))
        .map(({ id, number }) => ({ id, number }))
        .sort((one, other) => one.number - other.number),
    };
  },
);

/** The reactions that the segments of a confirmed part became, by the start of the segment. */
export const reactionsMade = query(
  reader,
  async (
    scope: ReaderScope,
    sourceId: string,
    n: number,
  ): Promise<ReadonlyMap<number, { id: string; number: number }>> => {
    const db = await database();
    await findSource(db, scope, sourceId);
    const { part } = await findPart(db, scope, sourceId, n);
    if (!isConfirmed(part)) return new Map();
    return reactionsByStart(db, part);
  },
);

/** How a reaction can be cut otherwise: the segment it was made of, and the next one. */
export interface Cut {
  partId: string;
  lockVersion: number;
  sourceId: string;
  n: number;
  segment: SegmentRow;
  /** The segment that follows, when it became a reaction too and nothing rests on that. */
  next: SegmentRow | null;
  /** Whether a kernwaarde or a requirement rests on it. */
  held: boolean;
}

/** @returns null for a reaction that was entered by hand. @throws NotFound outside this dossier. */
export const cutOfReaction = query(
  reader,
  async (scope: ReaderScope, reactionId: string): Promise<Cut | null> => {
    if (!uuid.safeParse(reactionId).success) throw new NotFound();
    const db = await database();
    const [place] = await rowsOf<{ sourceId: string; n: number; start: number }>(
      db,
      sql`select v.source_id as "sourceId", p.n, s.start_cp as start from reaction r
        join passage q on q.id = r.passage_id
        join source_part p on p.source_version_id = q.source_version_id
          and p.start_cp <= q.start_cp and p.end_cp > q.start_cp
        join ${sourceVersion} v on v.id = p.source_version_id
        join segment s on s.part_id = p.id
          and s.quote_start_cp = q.start_cp and s.quote_end_cp = q.end_cp
        where r.dossier_id = ${scope.dossierId} and r.id = ${reactionId}
          and p.confirmed_at is not null`,
    );
    if (!place) return null;
    const { part } = await findPart(db, scope, place.sourceId, place.n);
    if (!isConfirmed(part)) return null;
    const after = await segmentAfter(db, part.id, place.start);
    const placed = await reactionsByStart(db, part);
    const nextId = after ? placed.get(after.start)?.id : undefined;
    const free = async (id: string) => (await restedOn(db, [id])).length === 0;
    return {
      partId: part.id,
      lockVersion: part.lockVersion,
      sourceId: place.sourceId,
      n: place.n,
      segment: await segmentAt(db, part.id, place.start),
      next: after && nextId && (await free(nextId)) ? after : null,
      held: !(await free(reactionId)),
    };
  },
);

/**
 * A segment of part `n` that became nothing; null when the part is not confirmed.
 *
 * @throws NotFound when there is no such segment.
 */
export const segmentLeftOut = query(
  reader,
  async (
    scope: ReaderScope,
    sourceId: string,
    n: number,
    start: number,
  ): Promise<{ partId: string; lockVersion: number; segment: SegmentRow } | null> => {
    const db = await database();
    await findSource(db, scope, sourceId);
    const { part } = await findPart(db, scope, sourceId, n);
    if (!isConfirmed(part)) return null;
    const segment = await segmentAt(db, part.id, start);
    if (!isLeftOut(segment)) throw new NotFound();
    return { partId: part.id, lockVersion: part.lockVersion, segment };
  },
);
