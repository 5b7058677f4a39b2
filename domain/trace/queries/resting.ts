import { type SQL, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import type { AuthorizedDossierId, DossierScope } from "../../kernel/actor";
import { NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { REVERSE_LIMIT, type RestingRequirement, type TraceTarget } from "../model";

const TABLES = {
  coreValue: sql`core_value`,
  reaction: sql`reaction`,
  passage: sql`passage`,
  statement: sql`statement`,
} as const;

/**
 * The requirements that rest on a kernwaarde, reaction, statement or passage, or on any words in
 * a stretch of a source: the trace the other way. At most `REVERSE_LIMIT` in order of the PvE,
 * dropped ones last; `total` counts all.
 *
 * The way is four steps deep and never turns back, so it is walked with joins on the links' own
 * indexes: recursion over the `trace_edge` view reads every reaction of the dossier at each step.
 * A test holds the two against each other.
 *
 * @throws NotFound when the target is not in this dossier.
 */
export async function requirementsOn(
  scope: DossierScope,
  target: TraceTarget,
): Promise<{ total: number; requirements: RestingRequirement[] }> {
  const { dossierId } = scope;
  const db = await database();
  const id = target.kind === "words" ? target.sourceVersionId : target.id;
  if (!uuid.safeParse(id).success) throw new NotFound();
  const table = target.kind === "words" ? sql`source_version` : TABLES[target.kind];
  const known = await rowsOf(
    db,
    sql`select 1 from ${table} where id = ${id} and dossier_id = ${dossierId}`,
  );
  if (known.length === 0) throw new NotFound();

  const rows = await rowsOf<RestingRequirement & { total: number }>(
    db,
    sql`with ${wayUp(dossierId, target)},
      resting as (
        select l.requirement_id, array_agg(distinct k.number order by k.number)
            filter (where k.number is not null) as numbers,
          bool_or(l.core_value_id is null) as direct
        from requirement_link l left join core_value k on k.id = l.core_value_id
        where l.dossier_id = ${dossierId} and l.removed_at is null and (
          l.core_value_id in (select id from at_core_value)
          or l.reaction_id in (select id from at_reaction)
          or l.passage_id in (select id from at_passage))
        group by l.requirement_id
      )
      select r.id, r.code, v.title, v.kind, r.dropped_at is not null as dropped,
        coalesce(to_json(resting.numbers), '[]'::json) as "coreValues", resting.direct,
        (count(*) over ())::int as total
      from resting
      join requirement r on r.id = resting.requirement_id
      join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version
      join chapter c on c.id = r.chapter_id
      order by dropped, c.position, r.position, r.code
      limit ${REVERSE_LIMIT}`,
  );
  return {
    total: rows[0]?.total ?? 0,
    requirements: rows.map(({ total: _, ...requirement }) => requirement),
  };
}

/** What is reached going up from the target, one relation per kind of thing. */
function wayUp(dossierId: AuthorizedDossierId, target: TraceTarget): SQL {
  const start = (kind: TraceTarget["kind"]) =>
    target.kind === kind && target.kind !== "words"
      ? sql`select ${target.id}::uuid as id`
      : sql`select null::uuid as id where false`;
  const passages =
    target.kind === "words"
      ? sql`select id from passage where source_version_id = ${target.sourceVersionId}
          and start_cp < ${target.end} and end_cp > ${target.start}`
      : start("passage");
  return sql`
    at_passage as (${passages}),
    at_statement as (
      ${start("statement")}
      union select o.statement_id from statement_occurrence o
        where o.passage_id in (select id from at_passage)
          or o.explanation_passage_id in (select id from at_passage)
    ),
    at_reaction as (
      ${start("reaction")}
      union select r.id from reaction r
        where r.dossier_id = ${dossierId} and r.statement_id in (select id from at_statement)
      union select r.id from reaction r where r.passage_id in (select id from at_passage)
    ),
    at_core_value as (
      ${start("coreValue")}
      union select c.core_value_id from coding c
        where c.removed_at is null and c.reaction_id in (select id from at_reaction)
      union select c.core_value_id from coding c
        where c.removed_at is null and c.passage_id in (select id from at_passage)
    )`;
}
