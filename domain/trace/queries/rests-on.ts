import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import type { RestingThing, RestKind, RestsOn } from "../model";

/** How many things of one kind are given besides the requirements. */
const SHOWN_PER_KIND = 50;

/**
 * Everything that rests on words between two code points of a source version: upward from each
 * passage that overlaps them, by way of stellingen, reactions and kernwaarden, to requirements.
 *
 * What was taken away no longer counts: each step upward goes by the live links, on their indexes.
 */
export const restsOn = query(
  reader,
  async (
    scope: ReaderScope,
    words: { sourceVersionId: string; start: number; end: number },
  ): Promise<RestsOn> => {
    const rows = await rowsOf<RestingThing & { kind: RestKind; total: number }>(
      await database(),
      sql`
      with recursive up(kind, id, path) as (
        select 'passage', p.passage_id, array[]::text[]
        from placed_passage p
        where p.source_version_id = ${words.sourceVersionId} and p.dossier_id = ${scope.dossierId}
          and p.start_cp < ${words.end}::int and p.end_cp > ${words.start}::int
        union
        select edge.kind, edge.id, case up.kind when 'passage' then up.path else up.path || up.kind end
        from up cross join lateral (
          select 'statement' as kind, o.statement_id as id
            from statement_place p join statement_occurrence o on o.id = p.occurrence_id
            where up.kind = 'passage' and (p.passage_id = up.id or p.explanation_passage_id = up.id)
          union all
          select 'reaction', reaction_id from passage_reaction
            where up.kind = 'passage' and passage_id = up.id
          union all
          select 'reaction', id from live_reaction reaction where up.kind = 'statement'
            and dossier_id = ${scope.dossierId} and statement_id = up.id
          union all
          select 'coreValue', core_value_id from live_coding
            where up.kind = 'passage' and passage_id = up.id
          union all
          select 'coreValue', core_value_id from coded_reaction
            where up.kind = 'reaction' and dossier_id = ${scope.dossierId} and reaction_id = up.id
          union all
          select 'requirement', requirement_id from live_link
            where up.kind = 'passage' and passage_id = up.id
          union all
          select 'requirement', requirement_id from live_link
            where up.kind = 'reaction' and (reaction_id = up.id or passage_id in (
              select passage_id from passage_reaction where reaction_id = up.id))
          union all
          select 'requirement', requirement_id from live_link
            where up.kind = 'coreValue' and core_value_id = up.id
        ) edge
      ),
      reached as (
        select kind, id, jsonb_agg(to_jsonb(path) order by cardinality(path), path) as paths
        from up where kind <> 'passage' group by kind, id
      ),
      described as (
        select reached.*, r.code, coalesce(k.number, reaction.number, o.number) as number,
          coalesce(v.title, k.name, left(reaction.text, 400), s.text) as text,
          r.dropped_at is not null as dropped,
          row_number() over (
            partition by reached.kind
            order by chapter.position, r.position, k.number, reaction.number, o.number, reached.id
          ) as place,
          (count(*) over (partition by reached.kind))::int as total
        from reached
        left join requirement r on reached.kind = 'requirement' and r.id = reached.id
        left join chapter on chapter.id = r.chapter_id
        left join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version
        left join core_value k on reached.kind = 'coreValue' and k.id = reached.id
        left join live_reaction reaction on reached.kind = 'reaction' and reaction.id = reached.id
        left join statement s on reached.kind = 'statement' and s.id = reached.id
        left join lateral (
          select min(number) as number from statement_occurrence where statement_id = s.id
        ) o on true
      )
      select kind, id, code, number, text, dropped, paths, total from described
      where kind = 'requirement' or place <= ${SHOWN_PER_KIND}
      order by kind, place`,
    );
    const of = (wanted: RestKind) => {
      const found = rows.filter((row) => row.kind === wanted);
      return {
        rows: found.map(({ kind: _kind, total: _total, ...thing }) => thing),
        total: found[0]?.total ?? 0,
      };
    };
    return {
      requirements: of("requirement").rows,
      coreValues: of("coreValue"),
      reactions: of("reaction"),
      statements: of("statement"),
    };
  },
);
