import { type SQL, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import type { SuspectSums, SuspectThing } from "../model";

/**
 * The quoted words of which the source changed, and upwards from those few what rests on them: the reactions that are
 * these words, the kernwaarden they were coded with, and the requirements that are linked to one of the three. Down
 * from the requirements a million words would be looked at. Of a reaction that was coded or linked in part, that part counts.
 */
const suspects = (scope: ReaderScope, sourceId?: string) => {
  const where = sourceId ? sql`and source_id = ${sourceId}` : sql``;
  return sql`
  changed as materialized (
    select passage_id, source_id from suspect_passage
    where dossier_id = ${scope.dossierId} ${where}
  ),
  suspect_reaction as materialized (
    select r.id from changed join reaction r on r.passage_id = changed.passage_id
  ),
  suspect_core_value as materialized (
    select c.core_value_id as id from suspect_reaction r join live_coding c on c.reaction_id = r.id
    union
    select c.core_value_id from changed join live_coding c on c.passage_id = changed.passage_id
  ),
  suspect_requirement as (
    select l.requirement_id as id
    from suspect_core_value v join live_link l on l.core_value_id = v.id
    union
    select l.requirement_id from suspect_reaction r join live_link l on l.reaction_id = r.id
    union
    select l.requirement_id from changed join live_link l on l.passage_id = changed.passage_id
  )`;
};

const OF_KIND: Record<SuspectThing, SQL> = {
  requirement: sql`suspect_requirement`,
  coreValue: sql`suspect_core_value`,
  reaction: sql`suspect_reaction`,
};

/** Which of these things rest on words of which the source changed: *bron gewijzigd*. */
export const suspectAmong = query(
  reader,
  async (
    scope: ReaderScope,
    kind: SuspectThing,
    ids: readonly string[],
  ): Promise<ReadonlySet<string>> => {
    if (ids.length === 0) return new Set();
    const rows = await rowsOf<{ id: string }>(
      await database(),
      sql`with ${suspects(scope)} select id from ${OF_KIND[kind]} where id in (
        select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`,
    );
    return new Set(rows.map(({ id }) => id));
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
      sql`with ${suspects(scope, sourceId)} select count(*)::int as count from suspect_requirement`,
    );
    return row?.count ?? 0;
  },
);

/** How much in a dossier rests on words of which the source changed, and in which sources those are. */
export const suspectSums = query(reader, async (scope: ReaderScope): Promise<SuspectSums> => {
  const count = (kind: SuspectThing) => sql`(select count(*)::int from ${OF_KIND[kind]})`;
  const [row] = await rowsOf<SuspectSums>(
    await database(),
    sql`with ${suspects(scope)} select ${count("requirement")} as requirements, ${count("coreValue")} as "coreValues",
      ${count("reaction")} as reactions, (
        select coalesce(json_agg(json_build_object('id', s.id, 'title', s.title, 'passages', x.passages)
          order by s.created_at, s.id), '[]')
        from (select source_id, count(*)::int as passages from changed group by source_id) x
        join source s on s.id = x.source_id) as sources`,
  );
  if (!row) throw new Error("counting gave no row");
  return row;
});
