import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { dutchOrder } from "@/db/search";
import { TIME_ZONE } from "../kernel/dates";
import { query } from "../kernel/query";
import { actorAccountId, type ReaderScope, reader } from "../kernel/scope";
import { type FlowCounts, type LastPlace, MOST_NODES, type OverviewFacts } from "./model";

/** Codings of the reactions to one stelling in one consultation, by number of the kernwaarde. */
interface CodingsOfGroup {
  statementId: string | null;
  consultationId: string | null;
  counts: Record<string, number>;
}

/**
 * Everything the picture of the flow is drawn from, counted in one statement. Of the many small groups of reactions, which
 * are drawn together, no reaction is looked at: what was coded in them is all that was coded but in the others.
 */
export const flowCounts = query(reader, async (scope: ReaderScope): Promise<FlowCounts> => {
  const { dossierId } = scope;
  const [row] = await rowsOf<Omit<FlowCounts, "codings"> & { codings: CodingsOfGroup[] }>(
    await database(),
    sql`with reactions as (
        select statement_id, consultation_id, count(*) as total
        from live_reaction reaction where dossier_id = ${dossierId} group by 1, 2
      ),
      ordered as (
        select g.*, c.title, row_number() over (order by c.held_on nulls last, ${dutchOrder(sql`c.title`)},
          g.consultation_id, g.statement_id nulls last) as n
        from reactions g join consultation c on c.id = g.consultation_id
      ),
      -- The largest in this order, as the picture takes them.
      ranked as (
        select statement_id, consultation_id, row_number() over (order by total desc, n) as place from ordered
      ),
      apart as materialized (select * from ranked where place <= ${MOST_NODES + 1}::int),
      small as (select * from ranked where place > ${MOST_NODES + 1}::int order by consultation_id limit 1),
      -- Only in these is looked at what became of each reaction.
      within as materialized (
        select r.id, apart.statement_id, apart.consultation_id
        from apart join live_reaction r on r.dossier_id = ${dossierId}
          and r.consultation_id = apart.consultation_id and r.statement_id is not distinct from apart.statement_id
      ),
      -- Each by itself: joined with all codings those would be put in order.
      coded as materialized (
        select within.*, c.core_value_id
        from within cross join lateral (
          select core_value_id from coded_once
          where dossier_id = ${dossierId} and reaction_id = within.id offset 0
        ) c
      ),
      gap as (
        select statement_id, consultation_id, count(*) as open from within
        where not exists (select from coded where coded.id = within.id)
          and not exists (
            select from linked_reaction l where l.dossier_id = ${dossierId} and l.reaction_id = within.id)
          and not exists (
            select from answered_reaction a where a.dossier_id = ${dossierId} and a.reaction_id = within.id)
        group by 1, 2
      ),
      coded_apart as (
        select statement_id, consultation_id, core_value_id, count(*)::int as count from coded group by 1, 2, 3
      ),
      codings as (
        select * from coded_apart
        union all
        -- What is left of all: of none of those.
        select small.statement_id, small.consultation_id, every.core_value_id, every.count - coalesce(a.count, 0)
        from (select core_value_id, count(*)::int as count from coded_once
          where dossier_id = ${dossierId} group by 1) every
        left join (select core_value_id, sum(count)::int as count from coded_apart group by 1) a
          on a.core_value_id = every.core_value_id
        cross join small
        where every.count > coalesce(a.count, 0)
        union all
        select null, null, core_value_id, count(*)::int
        from loose_coding where dossier_id = ${dossierId} and fresh group by 3
      ),
      direct as (
        select w.statement_id, case when w.reaction_id is not null then w.consultation_id end as consultation_id,
          count(*) as count
        from direct_word w
        join requirement q on q.id = w.requirement_id and q.dropped_at is null
        where w.dossier_id = ${dossierId} group by 1, 2
      ),
      links as (
        select core_value_id, chapter_id, count(*) as count from standing_link
        where dossier_id = ${dossierId} and core_value_id is not null group by 1, 2
        union all
        select null, q.chapter_id, count(*)
        from direct_word w
        join requirement q on q.id = w.requirement_id and q.dropped_at is null
        where w.dossier_id = ${dossierId} group by q.chapter_id
      ),
      chapters as (
        select c.id, c.title, row_number() over (order by c.position, c.id) as number,
          count(*) filter (where r.state <> 'dropped') as total,
          count(*) filter (where r.state = 'withoutSource') as without_source,
          count(*) filter (where r.state = 'motivated') as motivated
        from chapter c
        left join requirement_state r on r.chapter_id = c.id and r.dossier_id = ${dossierId}
        where c.dossier_id = ${dossierId} group by c.id
      ),
      statements as (
        select s.id, s.text, s.created_at, min(c.held_on) as first_put, min(o.number) as first_number,
          coalesce(json_agg(o.number order by c.held_on, ${dutchOrder(sql`c.title`)})
            filter (where o.id is not null), '[]') as numbers
        from statement s
        left join statement_occurrence o on o.statement_id = s.id
        left join consultation c on c.id = o.consultation_id
        where s.dossier_id = ${dossierId} group by s.id
      )
      select
        (select coalesce(json_agg(json_build_object('id', id, 'text', left(text, 400), 'numbers', numbers)
          order by first_put nulls last, first_number, created_at, id), '[]') from statements) as "statements",
        (select coalesce(json_agg(json_build_object('statementId', g.statement_id,
          'consultationId', g.consultation_id, 'consultation', g.title, 'number', o.number, 'total', g.total,
          'open', case when apart.place is null then null else coalesce(gap.open, 0) end) order by g.n), '[]')
          from ordered g
          left join apart on apart.consultation_id = g.consultation_id
            and apart.statement_id is not distinct from g.statement_id
          left join gap on gap.consultation_id = g.consultation_id
            and gap.statement_id is not distinct from g.statement_id
          left join statement_occurrence o
            on o.statement_id = g.statement_id and o.consultation_id = g.consultation_id) as "reactions",
        (select coalesce(json_agg(json_build_object('statementId', statement_id,
          'consultationId', consultation_id, 'counts', counts)), '[]') from (
            select g.statement_id, g.consultation_id, json_object_agg(k.number, g.count) as counts
            from codings g join core_value k on k.id = g.core_value_id group by 1, 2
          ) grouped) as "codings",
        (select coalesce(json_agg(json_build_object('statementId', statement_id,
          'consultationId', consultation_id, 'count', count)), '[]') from direct) as "direct",
        (select coalesce(json_agg(json_build_object('id', id, 'number', number, 'name', name)
          order by number), '[]') from core_value where dossier_id = ${dossierId}) as "coreValues",
        (select coalesce(json_agg(json_build_object('coreValueId', core_value_id,
          'chapterId', chapter_id, 'count', count)), '[]') from links) as "links",
        (select coalesce(json_agg(json_build_object('id', id, 'title', title, 'number', number,
          'total', total, 'withoutSource', without_source, 'motivated', motivated)
          order by number), '[]') from chapters) as "chapters"`,
  );
  if (!row) throw new Error("flow returned no row");
  const ids = new Map(row.coreValues.map(({ id, number }) => [String(number), id]));
  const codings = row.codings.flatMap(({ counts, ...group }) =>
    Object.entries(counts).map(([number, count]) => ({
      ...group,
      coreValueId: ids.get(number) ?? "",
      count,
    })),
  );
  return { ...row, codings };
});

/** What the dossier is about, what its planning says next and which groups were heard. */
export const overviewFacts = query(reader, async (scope: ReaderScope): Promise<OverviewFacts> => {
  const { dossierId } = scope;
  const [row] = await rowsOf<OverviewFacts>(
    await database(),
    sql`select d.contracting_authority as "contractingAuthority", d.subject,
        (select coalesce(json_agg(next order by next."onDate", ${dutchOrder(sql`next.title`)}), '[]') from (
          select id, title, on_date as "onDate" from milestone
          where dossier_id = d.id and on_date >= (now() at time zone ${TIME_ZONE}::text)::date
          order by on_date, ${dutchOrder(sql`title`)} limit 3) next) as milestones,
        (select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name,
          'expected', g.expected, 'reactions', coalesce(heard.count, 0)) order by g.position, ${dutchOrder(sql`g.name`)}), '[]')
          from stakeholder_group g
          left join (select stakeholder_group_id, count(*) from live_reaction reaction
            where dossier_id = ${dossierId} group by 1) heard on heard.stakeholder_group_id = g.id
          where g.dossier_id = d.id) as groups
      from dossier d where d.id = ${dossierId}`,
  );
  if (!row) throw new Error("the dossier of the scope is gone");
  return row;
});

/** Where the person of the scope was last at work on a splitting; null when nothing is under way. */
export const lastPlace = query(reader, async (scope: ReaderScope): Promise<LastPlace | null> => {
  const [row] = await rowsOf<LastPlace>(
    await database(),
    sql`with latest as (
        select v.source_id, p.source_version_id, p.id, p.n, p.title,
          coalesce((step.after #>> '{rows,-1,start}')::int, (step.after #>> '{accepted,-1}')::int,
            (step.before #>> '{rows,-1,start}')::int, p.start_cp) as start
        from source_part p
        join source_version v on v.id = p.source_version_id
        cross join lateral (
          select t.before, t.after, t.created_at from splitting_step t
          where t.part_id = p.id and t.created_by = ${actorAccountId(scope.actor)}
          order by t.n desc limit 1
        ) step
        where p.dossier_id = ${scope.dossierId} and p.confirmed_at is null
        order by step.created_at desc limit 1
      )
      select l.source_id as "sourceId", l.n, l.title, l.start,
        coalesce((select b.n from source_block b where b.source_version_id = l.source_version_id
          and b.start_cp <= l.start order by b.start_cp desc limit 1), 1) as block,
        (select count(*)::int from segment g where g.part_id = l.id and g.decision = 'open') as open
      from latest l`,
  );
  return row ?? null;
});
