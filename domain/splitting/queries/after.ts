import { eq, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { sourcePart, sourceVersion } from "@/db/schema";
import { NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import { restedOn } from "../../reactions/rows";
import { type StatementOfDocument, statementsOfDocument } from "../../statements/rows/places";
import { explainedBy } from "../../statements/rules";
import type { SegmentRow } from "../model";
import { findPart, findSource, segmentAfter, segmentAt } from "../rows";
import { hasSegments, isConfirmed, reactionsByStart, statementsMade } from "../rows/confirmed";
import { statementText } from "../rules/outcome";
import { becomesNothing } from "../rules/sure";

/** What opening a confirmed part again would take away, and what stands in its way. */
export interface Reopening {
  part: { id: string; title: string; lockVersion: number };
  reactions: number;
  /** Stellingen that go, and those that stay because of something else than this document. */
  statements: number;
  staying: number;
  /** Of those that go, the ones that somebody gave other words or another explanation since. */
  rewritten: { id: string; text: string }[];
  /** Of those that go, how many others may read. */
  shown: number;
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
    const put = await statementsOfDocument(db, part);
    const going = put.filter(({ stays }) => !stays);
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
      statements: going.length,
      staying: put.length - going.length,
      rewritten: going
        .filter(isRewritten)
        .map(({ statementId, text }) => ({ id: statementId, text })),
      shown: going.filter(({ shown }) => shown !== "nothing").length,
      changed: made.filter((one) => one.statementId !== ofSegment(one)).length,
      held: made
        .filter(({ number }) => held.has(number))
        .map(({ id, number }) => ({ id, number }))
        .sort((one, other) => one.number - other.number),
    };
  },
);

/** Whether somebody gave a stelling other words than its document, or explained it otherwise there. */
function isRewritten({ text, exact, explanation, explained }: StatementOfDocument): boolean {
  return (
    !exact.some((words) => statementText(words) === text) ||
    explanation !== explainedBy([...new Set(explained)])
  );
}

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
    const [place] = await rowsOf<{ sourceId: string; partId: string; start: number }>(
      db,
      sql`select v.source_id as "sourceId", p.id as "partId", s.start_cp as start from reaction r
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
    // By its id: it may be of an older version of the source.
    const [part] = await db.select().from(sourcePart).where(eq(sourcePart.id, place.partId));
    if (!part || !isConfirmed(part)) return null;
    const after = await segmentAfter(db, part.id, place.start);
    const placed = await reactionsByStart(db, part);
    const nextId = after ? placed.get(after.start)?.id : undefined;
    const free = async (id: string) => (await restedOn(db, [id])).length === 0;
    return {
      partId: part.id,
      lockVersion: part.lockVersion,
      sourceId: place.sourceId,
      n: part.n,
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
    if (!becomesNothing(segment)) throw new NotFound();
    return { partId: part.id, lockVersion: part.lockVersion, segment };
  },
);
