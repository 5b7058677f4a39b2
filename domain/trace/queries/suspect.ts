import { type SQL, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import type { SourceMarks, SuspectSums, SuspectThing } from "../model";

/**
 * The quoted words of which the source changed or was removed, and upwards from those few what rests on them: the
 * reactions that are these words, the kernwaarden they were coded with, and the requirements that are linked to one of
 * the three. Down from the requirements a million words would be looked at. Of a reaction that was coded or linked in part,
 * that part counts.
 */
const suspects = (scope: ReaderScope, sourceId?: string) => {
  const where = sql`where dossier_id = ${scope.dossierId} ${sourceId ? sql`and source_id = ${sourceId}` : sql``}`;
  return sql`
  changed as materialized (
    select passage_id, source_id, false as removed from suspect_passage ${where}
    union all
    select passage_id, source_id, true from removed_passage ${where}
  ),
  suspect_reaction as materialized (
    select r.id, changed.removed from changed join reaction r on r.passage_id = changed.passage_id
  ),
  suspect_core_value as materialized (
    select c.core_value_id as id, r.removed from suspect_reaction r join live_coding c on c.reaction_id = r.id
    union
    select c.core_value_id, changed.removed from changed join live_coding c on c.passage_id = changed.passage_id
  ),
  suspect_requirement as (
    select l.requirement_id as id, v.removed
    from suspect_core_value v join live_link l on l.core_value_id = v.id
    union
    select l.requirement_id, r.removed from suspect_reaction r join live_link l on l.reaction_id = r.id
    union
    select l.requirement_id, changed.removed from changed join live_link l on l.passage_id = changed.passage_id
  )`;
};

const OF_KIND: Record<SuspectThing, SQL> = {
  requirement: sql`suspect_requirement`,
  coreValue: sql`suspect_core_value`,
  reaction: sql`suspect_reaction`,
  passage: sql`(select passage_id as id, removed from changed) as quoted`,
};

/**
 * Which of these things rest on words of which the source changed (*bron gewijzigd*), was removed (*bron verwijderd*), or
 * both; the others are not in the map.
 */
export const suspectAmong = query(
  reader,
  async (
    scope: ReaderScope,
    kind: SuspectThing,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, SourceMarks>> => {
    if (ids.length === 0) return new Map();
    const rows = await rowsOf<SourceMarks & { id: string }>(
      await database(),
      sql`with ${suspects(scope)} select id, bool_or(not removed) as changed, bool_or(removed) as removed
      from ${OF_KIND[kind]} where id in (
        select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))
      group by id`,
    );
    return new Map(rows.map(({ id, ...marks }) => [id, marks]));
  },
  { codes: true },
);

/** Requirements that rest on words of a source that changed and on which nobody decided. */
export const suspectRequirements = query(
  reader,
  async (scope: ReaderScope, sourceId: string): Promise<number> => {
    if (!uuid.safeParse(sourceId).success) throw new NotFound();
    const [row] = await rowsOf<{ count: number }>(
      await database(),
      sql`with ${suspects(scope, sourceId)} select count(distinct id)::int as count from suspect_requirement`,
    );
    return row?.count ?? 0;
  },
);

/** How much in a dossier rests on words of which the source changed, or was removed, and which sources those are. */
export const suspectSums = query(
  reader,
  async (scope: ReaderScope): Promise<{ changed: SuspectSums; removed: SuspectSums }> => {
    const sums = (removed: SQL) => {
      const count = (kind: SuspectThing) =>
        sql`(select count(distinct id)::int from ${OF_KIND[kind]} where removed = ${removed})`;
      return sql`json_build_object('requirements', ${count("requirement")}, 'coreValues', ${count("coreValue")},
        'reactions', ${count("reaction")}, 'sources', (
          select coalesce(json_agg(json_build_object('id', s.id, 'title', s.title, 'passages', x.passages)
            order by s.created_at, s.id), '[]')
          from (select source_id, count(*)::int as passages from changed
            where removed = ${removed} group by source_id) x
          join source s on s.id = x.source_id))`;
    };
    const [row] = await rowsOf<{ changed: SuspectSums; removed: SuspectSums }>(
      await database(),
      sql`with ${suspects(scope)} select ${sums(sql`false`)} as changed, ${sums(sql`true`)} as removed`,
    );
    if (!row) throw new Error("counting gave no row");
    return row;
  },
);
