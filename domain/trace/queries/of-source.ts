import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { type Paged, pageOf } from "../../kernel/paging";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import type { RestingRequirement } from "../model";

/** Requirements on one page of what rests on a source. */
const REQUIREMENTS_PER_PAGE = 50;

/**
 * The requirements that rest on the words of sources: linked to some of them, to a reaction that was
 * made with them, or to a kernwaarde of either. Dropped ones rest on nothing any more.
 *
 * What a source leads to and what rests on that are asked apart and put together here: joined by the
 * database they are a row for each requirement of each kernwaarde of each source.
 *
 * @returns ids by the id of the source; a source on which none rests is left out.
 */
async function restingOn(
  scope: ReaderScope,
  sourceIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const resting = new Map<string, Set<string>>();
  if (sourceIds.length === 0) return resting;
  const db = await database();
  const wanted = sql`v.dossier_id = ${scope.dossierId} and v.source_id in (
    select value::uuid from jsonb_array_elements_text(${JSON.stringify(sourceIds)}::text::jsonb))`;
  const ends = await rowsOf<{ sourceId: string; coreValueId: string }>(
    db,
    sql`
    select v.source_id as "sourceId", c.core_value_id as "coreValueId"
    from source_version v join passage p on p.source_version_id = v.id
    join live_coding c on c.passage_id = p.id where ${wanted}
    union
    select v.source_id, c.core_value_id
    from source_version v join passage_reaction m on m.source_version_id = v.id
    join live_coding c on c.reaction_id = m.reaction_id where ${wanted}
    union
    select v.source_id, c.core_value_id
    from source_version v join passage_reaction m on m.source_version_id = v.id
    join passage_reaction part on part.reaction_id = m.reaction_id
    join live_coding c on c.passage_id = part.passage_id where ${wanted}`,
  );
  const direct = await rowsOf<{ sourceId: string; requirementId: string }>(
    db,
    sql`
    select v.source_id as "sourceId", l.requirement_id as "requirementId"
    from source_version v join passage p on p.source_version_id = v.id
    join standing_link l on l.passage_id = p.id where ${wanted}
    union
    select v.source_id, l.requirement_id
    from source_version v join passage_reaction m on m.source_version_id = v.id
    join standing_link l on l.reaction_id = m.reaction_id where ${wanted}
    union
    select v.source_id, l.requirement_id
    from source_version v join passage_reaction m on m.source_version_id = v.id
    join passage_reaction part on part.reaction_id = m.reaction_id
    join standing_link l on l.passage_id = part.passage_id where ${wanted}`,
  );
  const links = await rowsOf<{ coreValueId: string; requirementIds: string[] }>(
    db,
    sql`
    select core_value_id as "coreValueId", json_agg(requirement_id) as "requirementIds"
    from standing_link where dossier_id = ${scope.dossierId} and core_value_id is not null
    group by core_value_id`,
  );
  const onCoreValue = new Map(links.map((link) => [link.coreValueId, link.requirementIds]));
  const add = (sourceId: string, requirementIds: readonly string[]) => {
    if (requirementIds.length === 0) return;
    const found = resting.get(sourceId) ?? new Set();
    for (const id of requirementIds) found.add(id);
    resting.set(sourceId, found);
  };
  for (const { sourceId, coreValueId } of ends) add(sourceId, onCoreValue.get(coreValueId) ?? []);
  for (const { sourceId, requirementId } of direct) add(sourceId, [requirementId]);
  return resting;
}

/** How many requirements rest on each of these sources, by id; one on which none rests is left out. */
export const requirementsOnSources = query(
  reader,
  async (scope: ReaderScope, sourceIds: readonly string[]): Promise<Map<string, number>> => {
    const resting = await restingOn(scope, sourceIds);
    return new Map([...resting].map(([sourceId, ids]) => [sourceId, ids.size]));
  },
);

/** The same requirements themselves, in the order of the PvE. */
export const requirementsOnSource = query(
  reader,
  async (
    scope: ReaderScope,
    sourceId: string,
    page?: number,
  ): Promise<Paged<RestingRequirement>> => {
    const ids = [...((await restingOn(scope, [sourceId])).get(sourceId) ?? [])];
    const place = pageOf(ids.length, REQUIREMENTS_PER_PAGE, page);
    const rows = await rowsOf<RestingRequirement>(
      await database(),
      sql`
      select r.id, r.code, v.title as text
      from requirement r
      join chapter on chapter.id = r.chapter_id
      join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version
      where r.dossier_id = ${scope.dossierId} and r.id in (
        select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))
      order by chapter.position, r.position, r.id
      limit ${REQUIREMENTS_PER_PAGE} offset ${(place.page - 1) * REQUIREMENTS_PER_PAGE}`,
    );
    return { rows, ...place };
  },
);
