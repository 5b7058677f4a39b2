import { and, asc, eq, sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import { account, consultation, sourcePart, splittingStep } from "@/db/schema";
import { dutchOrder } from "@/db/search";
import { SEGMENT_KINDS } from "@/db/vocabulary";
import { earlierStatements } from "@/domain/statements/queries";
import { pageOf } from "../../kernel/paging";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import { isNothing } from "../../proposal/model";
import { statementKey } from "../../proposal/rules/statements";
import { plainWords } from "../../text/rules";
import { type ConfirmationPreview, LEFT_OUT, type LeftOut, type SegmentRow } from "../model";
import { findPart, findSource, groupsIn, progressOf, segmentsBetween } from "../rows";
import { isConfirmed, reactionsIn } from "../rows/confirmed";
import { groupOf, newGroupsIn } from "../rules/group";
import { outcomeOf, quoteOf, statementText } from "../rules/outcome";
import { becomesNothing, mayBeInput } from "../rules/sure";

/** Segments that become nothing, on one page. */
const LEFT_OUT_PER_PAGE = 250;
/** Words of a segment that are shown there. */
const WORDS_SHOWN = 220;

/**
 * What confirming part `n` would make: what becomes what, all that becomes nothing, and the stellingen
 * that may be the same as earlier ones.
 *
 * @throws NotFound as `openWorkbench`.
 */
export const previewConfirmation = query(
  reader,
  async (
    scope: ReaderScope,
    sourceId: string,
    n: number,
    wantedPage?: number,
  ): Promise<ConfirmationPreview> => {
    const db = await database();
    await findSource(db, scope, sourceId);
    const { part } = await findPart(db, scope, sourceId, n);
    const segments = await segmentsBetween(db, part.id);
    const outcome = outcomeOf(segments);
    const earlier = await earlierStatements(scope);
    const consultations = await db
      .select({ id: consultation.id, title: consultation.title, heldOn: consultation.heldOn })
      .from(consultation)
      .where(eq(consultation.dossierId, scope.dossierId))
      .orderBy(asc(consultation.heldOn), dutchOrder(consultation.title));
    const groups = await groupsIn(db, scope.dossierId);
    const answered = new Set(outcome.reactions.map(({ segment }) => segment.replyTo));
    const asked = outcome.reactions.filter(({ kind }) => kind === "question");
    const leftOutHere = await leftOut(db, part.id, segments, wantedPage);
    const kept = segments.filter((row) => !becomesNothing(row));
    return {
      part,
      progress: await progressOf(db, part.id),
      statements: outcome.statements.map(({ number, segment, explanations }) => ({
        number,
        text: statementText(quoteOf(segment)),
        explanation: explanations.map((one) => plainWords(quoteOf(one))).join("\n\n") || null,
        same: earlier.get(statementKey(quoteOf(segment))) ?? [],
        reactions: outcome.reactions.filter((one) => one.statement === number).length,
      })),
      kinds: countsOf(kept),
      something: kept.length,
      nothing: segments.length - kept.length,
      reactions: outcome.reactions.length,
      withoutStatement: outcome.reactions.filter((one) => one.statement === null).length,
      withoutGroup: outcome.reactions.filter(
        ({ segment }) => groupOf(segment, groups, part.defaultGroupId) === null,
      ).length,
      newGroups: newGroupsIn(
        outcome.reactions.map(({ segment }) => segment),
        groups,
      ),
      groups,
      questions: {
        asked: asked.length,
        answered: asked.filter(({ segment }) => answered.has(segment.start)).length,
      },
      looseExplanations: outcome.looseExplanations,
      ...leftOutHere,
      problems: outcome.problems,
      consultations,
    };
  },
);

/** How many there are of each kind, in the order of the kinds. */
function countsOf(rows: readonly SegmentRow[]): ConfirmationPreview["kinds"] {
  return SEGMENT_KINDS.map((kind) => ({
    kind,
    count: rows.filter((row) => row.kind === kind).length,
  })).filter(({ count }) => count > 0);
}

/** What becomes nothing, a page of it: first what needs a choice, then by why. */
async function leftOut(
  db: Database,
  partId: string,
  segments: readonly SegmentRow[],
  wantedPage?: number,
): Promise<Pick<ConfirmationPreview, "doubts" | "doubtful" | "left" | "page" | "pages">> {
  const all = segments.flatMap((row, i) => (becomesNothing(row) ? [{ row, n: i + 1 }] : []));
  const doubtful = all.filter(({ row }) => mayBeInput(row));
  const why = ({ row }: (typeof all)[number]) =>
    row.decision === "irrelevant" ? "irrelevant" : row.kind;
  const others = LEFT_OUT.flatMap((one) =>
    all.filter((entry) => why(entry) === one && !mayBeInput(entry.row)),
  );
  const { page, pages } = pageOf(all.length, LEFT_OUT_PER_PAGE, wantedPage);
  const shown = [...doubtful, ...others].slice(
    (page - 1) * LEFT_OUT_PER_PAGE,
    page * LEFT_OUT_PER_PAGE,
  );
  const by = await decidedBy(
    db,
    partId,
    shown.map(({ row }) => row.start),
  );
  const toLeftOut = ({ row, n }: (typeof all)[number]): LeftOut => {
    const words = plainWords(row.text);
    const other = row.alternatives?.find(({ kind }) => !isNothing(kind))?.kind ?? "remark";
    return {
      start: row.start,
      n,
      words: words.length <= WORDS_SHOWN ? words : `${words.slice(0, WORDS_SHOWN).trimEnd()}…`,
      why: row.reason,
      irrelevantReason: row.irrelevantReason,
      cue: row.cue,
      kind: row.kind,
      keepAs: isNothing(row.kind) ? other : row.kind,
      by:
        row.decision === "irrelevant" || row.reason === "byHand"
          ? (by.get(row.start) ?? null)
          : null,
    };
  };
  return {
    doubts: doubtful.length,
    doubtful: shown.filter(({ row }) => mayBeInput(row)).map(toLeftOut),
    left: LEFT_OUT.map((one) => ({
      why: one,
      count: others.filter((entry) => why(entry) === one).length,
      rows: shown.filter((entry) => why(entry) === one && !mayBeInput(entry.row)).map(toLeftOut),
    })).filter(({ count }) => count > 0),
    page,
    pages,
  };
}

/** Who last changed these segments on the workbench, and when. */
async function decidedBy(
  db: Database,
  partId: string,
  starts: readonly number[],
): Promise<Map<number, { name: string; at: string }>> {
  if (starts.length === 0) return new Map();
  const rows = await rowsOf<{ start: number; name: string; at: string }>(
    db,
    sql`
      select distinct on (start) (row->>'start')::int as start, a.name, s.created_at as at
      from ${splittingStep} s
        join ${account} a on a.id = s.created_by
        cross join jsonb_array_elements(s.after->'rows') as row
      where s.part_id = ${partId} and s.undone_at is null
        and (row->>'start')::int in ${starts}
      order by start, s.n desc`,
  );
  return new Map(rows.map(({ start, ...by }) => [start, by]));
}

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
      reactions: isConfirmed(part) ? (await reactionsIn(db, part)).length : 0,
      irrelevant: outcome.irrelevant,
      nextPart: next?.n ?? null,
    };
  },
);
