import { sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import type { RestingOnSource } from "./model";

/** Everything that rests on the words of a source. What was taken away keeps its history, and that names the words. */
export async function restingOnSource(tx: Database, sourceId: string): Promise<RestingOnSource> {
  const [row] = await rowsOf<RestingOnSource>(
    tx,
    sql`
    with version as (select id from source_version where source_id = ${sourceId}::uuid),
    quoted as materialized (
      select id from passage where source_version_id in (select id from version)
    ),
    said as materialized (
      select id, passage_id from reaction where passage_id in (select id from quoted)
    ),
    -- Also what was taken away since.
    held as materialized (
      select passage_id as id from coding where passage_id in (select id from quoted)
      union select passage_id from requirement_link where passage_id in (select id from quoted)
      union select example_passage_id from core_value where example_passage_id in (select id from quoted)
    ),
    staying as materialized (
      select id from said where id in (
        select reaction_id from coding where reaction_id in (select id from said)
        union select reaction_id from requirement_link where reaction_id in (select id from said)
        union select reaction_id from disposition where reaction_id in (select id from said)
        union select reaction_id from passage_reaction where passage_id in (select id from held))
    ),
    coded as materialized (
      select id, core_value_id from live_coding
      where passage_id in (select id from quoted) or reaction_id in (select id from said)
    ),
    valued as materialized (select distinct core_value_id as id from coded),
    named as materialized (
      select requirement_id from standing_link where core_value_id in (select id from valued)
      union select requirement_id from standing_link where passage_id in (select id from quoted)
      union select requirement_id from standing_link where reaction_id in (select id from said)
    ),
    -- What of a kernwaarde stands anywhere else, or was written down by hand.
    elsewhere as materialized (
      select distinct c.core_value_id as id from live_coding c
      where c.core_value_id in (
          select core_value_id from live_link where requirement_id in (select requirement_id from named)
          union select id from valued)
        and c.id not in (select id from coded)
    )
    select
      (select count(*)::int from source_part
        where source_version_id in (select id from version) and confirmed_at is not null) as documents,
      (select count(distinct occurrence_id)::int from statement_place
        where passage_id in (select id from quoted)
          or explanation_passage_id in (select id from quoted)) as statements,
      (select count(*)::int from said) as reactions,
      (select count(*)::int from staying) as staying,
      (select count(*)::int from held where id not in (select passage_id from said)) as passages,
      (select count(*)::int from coded) as codings,
      (select count(*)::int from valued) as "coreValues",
      (select count(*)::int from named) as requirements,
      (select coalesce(json_agg('K-' || number order by number), '[]') from core_value
        where id in (select id from valued) and id not in (select id from elsewhere)) as "coreValuesLeft",
      (select coalesce(json_agg(r.code order by c.position, r.position, r.id), '[]')
        from requirement r join chapter c on c.id = r.chapter_id
        where r.id in (select requirement_id from named) and not exists (
          select from standing_link l where l.requirement_id = r.id and (
            l.core_value_id in (select id from elsewhere)
            or (l.passage_id is not null and l.passage_id not in (select id from quoted))
            or (l.reaction_id is not null and l.reaction_id not in (select id from said)))))
        as "requirementsLeft",
      (select md5(coalesce(string_agg(what || id::text, ',' order by what, id), '')) from (
        select 'r' as what, id from said union all select 's', id from staying
        union all select 'p', id from held union all select 'c', id from coded
        union all select 'e', requirement_id from named union all select 'a', id from elsewhere) as all_of_it)
        as "fingerprint"`,
  );
  if (!row) throw new Error("counting gave no row");
  return row;
}

/** Words of reactions and stellingen that stay of a source, with who spoke: who is named in those is kept known. */
export async function wordsThatStay(tx: Database, sourceId: string): Promise<string[]> {
  const rows = await rowsOf<{ words: string }>(
    tx,
    sql`
    with quoted as (
      select p.id from passage p join source_version v on v.id = p.source_version_id
      where v.source_id = ${sourceId}::uuid
    ),
    placed as (
      select w.explanation, o.explanation as shown, s.text, s.explanation as told
      from statement_place w join statement_occurrence o on o.id = w.occurrence_id
      join statement s on s.id = o.statement_id
      where w.passage_id in (select id from quoted) or w.explanation_passage_id in (select id from quoted)
    )
    select text as words from reaction where passage_id in (select id from quoted)
    union select speaker from reaction where passage_id in (select id from quoted) and speaker is not null
    union select unnest(array[explanation, shown, text, told]) from placed
    union select d.title from source_part d join source_version v on v.id = d.source_version_id
      where v.source_id = ${sourceId}::uuid`,
  );
  return rows.flatMap(({ words }) => words ?? []);
}
