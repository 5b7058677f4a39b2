import { type SQL, sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import { dutchOrder } from "@/db/search";
import type { Position, ReactionKind } from "@/db/vocabulary";
import type { PassagePlace } from "@/domain/sources/model";
import { NotFound } from "../kernel/errors";
import { uuid } from "../kernel/fields";
import { type Paged, pageOf } from "../kernel/paging";
import { query } from "../kernel/query";
import { type ReaderScope, reader } from "../kernel/scope";
import { statementKey } from "../proposal/rules";
import { marksOf } from "../text/rich-body";
import {
  type EarlierStatement,
  type OutsideView,
  type ReactionCounts,
  STATEMENTS_PER_PAGE,
  type StatementDetail,
  type StatementOccurrence,
  type StatementRow,
} from "./model";
import { outsideOf } from "./rows";
import { pictureBytes } from "./rows/pictures";

/** One page of the stellingen of the dossier, in the order in which they were first put. */
export const listStatements = query(
  reader,
  async (scope: ReaderScope, wantedPage?: number): Promise<Paged<StatementRow>> => {
    const db = await database();
    const [counted] = await rowsOf<{ total: number }>(
      db,
      sql`select count(*)::int as total from statement where dossier_id = ${scope.dossierId}`,
    );
    const total = counted?.total ?? 0;
    const { page, pages } = pageOf(total, STATEMENTS_PER_PAGE, wantedPage);
    const rows = await rowsOf<Omit<StatementRow, "counts">>(
      db,
      sql`select s.id, s.text,
        coalesce(json_agg(json_build_object('consultationId', c.id, 'consultationTitle', c.title,
          'number', o.number) order by c.held_on nulls last, ${dutchOrder(sql`c.title`)})
          filter (where o.id is not null), '[]'::json) as occurrences
      from statement s
      left join statement_occurrence o on o.statement_id = s.id
      left join consultation c on c.id = o.consultation_id
      where s.dossier_id = ${scope.dossierId}
      group by s.id
      order by min(c.held_on) nulls last, min(o.number) nulls last, s.created_at, s.id
      limit ${STATEMENTS_PER_PAGE} offset ${(page - 1) * STATEMENTS_PER_PAGE}`,
    );
    const counts = await countReactions(
      db,
      scope,
      rows.map((row) => row.id),
    );
    return {
      rows: rows.map((row) => ({ ...row, counts: counts.get(row.id) ?? noReactions() })),
      total,
      page,
      pages,
    };
  },
);

/**
 * One stelling with where it was put and how many reactions it got.
 *
 * @throws NotFound when it is not in this dossier.
 */
export const getStatement = query(
  reader,
  async (scope: ReaderScope, id: string): Promise<StatementDetail> => {
    if (!uuid.safeParse(id).success) throw new NotFound();
    const db = await database();
    const [found] = await rowsOf<
      Pick<StatementDetail, "id" | "text" | "explanation" | "lockVersion">
    >(
      db,
      sql`select id, text, explanation, lock_version as "lockVersion" from statement
      where dossier_id = ${scope.dossierId} and id = ${id}`,
    );
    if (!found) throw new NotFound();
    const occurrences = await rowsOf<StatementOccurrence>(
      db,
      sql`select o.id, o.number, c.id as "consultationId", c.title as "consultationTitle",
        c.held_on as "heldOn", o.explanation, o.explanation_body as "explanationBody",
        (select json_build_object('id', i.id, 'alternative', i.alternative, 'width', i.width, 'height', i.height)
          from explanation_picture i where i.occurrence_id = o.id) as picture,
        coalesce((select json_agg(json_build_object('label', w.label,
            'passage', ${place(sql`w.passage_id`)},
            'explanationPassage', ${place(sql`w.explanation_passage_id`)})
            order by part.source_version_id, part.start_cp, w.number)
          from statement_place w left join source_part part on part.id = w.part_id
          where w.occurrence_id = o.id and w.passage_id is not null), '[]') as places
      from statement_occurrence o join consultation c on c.id = o.consultation_id
      where o.dossier_id = ${scope.dossierId} and o.statement_id = ${id}
      order by c.held_on nulls last, ${dutchOrder(sql`c.title`)}`,
    );
    const counts = await countReactions(db, scope, [id]);
    const explained = occurrences.map((one) => ({
      ...one,
      explanationBody: marksOf(one.explanation, one.explanationBody),
    }));
    return { ...found, occurrences: explained, counts: counts.get(id) ?? noReactions() };
  },
);

/** Where a passage stands, as JSON; null when there is none. */
function place(passageId: SQL): SQL<PassagePlace | null> {
  return sql`(select json_build_object('passageId', p.id, 'sourceId', d.id,
      'sourceTitle', d.title, 'exact', p.exact,
      'blockNumber', coalesce((select b.n from source_block b
        where b.source_version_id = p.source_version_id and b.start_cp <= p.start_cp
        order by b.start_cp desc limit 1), 1))
    from passage p
    join source_version v on v.id = p.source_version_id
    join source d on d.id = v.source_id
    where p.id = ${passageId})`;
}

function noReactions(): ReactionCounts {
  return { total: 0, kinds: {}, positions: {} };
}

async function countReactions(
  db: Database,
  scope: ReaderScope,
  statementIds: string[],
): Promise<Map<string, ReactionCounts>> {
  const counts = new Map<string, ReactionCounts>();
  if (statementIds.length === 0) return counts;
  const of = (statementId: string) => {
    const found = counts.get(statementId) ?? noReactions();
    counts.set(statementId, found);
    return found;
  };
  const here = sql`dossier_id = ${scope.dossierId} and statement_id in ${statementIds}`;
  const kinds = await rowsOf<{ statementId: string; kind: ReactionKind; n: number }>(
    db,
    sql`select statement_id as "statementId", kind, count(*)::int as n from live_reaction
      where ${here} group by statement_id, kind`,
  );
  for (const { statementId, kind, n } of kinds) {
    of(statementId).total += n;
    of(statementId).kinds[kind] = n;
  }
  // What people chose counts once, whatever their words were divided into.
  const positions = await rowsOf<{ statementId: string; position: Position; n: number }>(
    db,
    sql`select statement_id as "statementId", position, count(*)::int as n from voiced_reaction
      where ${here} group by statement_id, position`,
  );
  for (const { statementId, position, n } of positions) of(statementId).positions[position] = n;
  return counts;
}

/**
 * The stellingen of the dossier by what is left of them for comparing: of their words now, and of those in the
 * minutes they were put in, so that one that was reworded is known again.
 */
export const earlierStatements = query(
  reader,
  async (scope: ReaderScope): Promise<Map<string, EarlierStatement[]>> => {
    const rows = await rowsOf<EarlierStatement & { quoted: string[] }>(
      await database(),
      sql`select s.id, s.text,
          coalesce(json_agg(c.title order by c.held_on, c.id) filter (where c.id is not null), '[]')
            as consultations,
          (select coalesce(json_agg(distinct q.exact), '[]')
            from statement_occurrence w join statement_place p on p.occurrence_id = w.id
            join passage q on q.id = p.passage_id where w.statement_id = s.id) as quoted
        from statement s
        left join statement_occurrence o on o.statement_id = s.id
        left join consultation c on c.id = o.consultation_id
        where s.dossier_id = ${scope.dossierId}
        group by s.id order by s.created_at, s.id`,
    );
    const byKey = new Map<string, EarlierStatement[]>();
    for (const { quoted, ...row } of rows) {
      for (const key of new Set([row.text, ...quoted].map(statementKey))) {
        byKey.set(key, [...(byKey.get(key) ?? []), row]);
      }
    }
    return byKey;
  },
);

/** What others may read of the stellingen of a consultation. */
export const outsideView = query(
  reader,
  async (scope: ReaderScope, consultationId: string): Promise<OutsideView> =>
    outsideOf(await database(), scope.dossierId, consultationId),
);

/** The bytes (WebP) of a picture with an explanation in a consultation, for who works there. @throws NotFound */
export const explanationPicture = query(
  reader,
  async (scope: ReaderScope, consultationId: string, id: string): Promise<Uint8Array> => {
    const asked = uuid.safeParse(id).success && uuid.safeParse(consultationId).success;
    const at = { dossierId: scope.dossierId, consultationId };
    const bytes = asked ? await pictureBytes(await database(), at, id, { outside: false }) : null;
    if (!bytes) throw new NotFound();
    return bytes;
  },
);
