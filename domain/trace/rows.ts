import { type SQL, sql } from "drizzle-orm";
import type { AuthorizedDossierId } from "../kernel/scope";

interface InDossier {
  dossierId: AuthorizedDossierId;
}

/**
 * The quoted words of which the source changed or was removed, and upwards from those few what rests on them: the
 * reactions that are these words, the kernwaarden they were coded with, and the requirements that are linked to one of
 * the three. Down from the requirements a million words would be looked at. Of a reaction that was coded or linked in part,
 * that part counts.
 */
export const suspects = (scope: InDossier, sourceId?: string) => {
  const where = sql`where dossier_id = ${scope.dossierId} ${sourceId ? sql`and source_id = ${sourceId}` : sql``}`;
  return sql`
  changed as materialized (
    select passage_id, source_id, false as removed from suspect_passage ${where}
    union all
    select passage_id, source_id, true from removed_passage ${where}
  ),
  suspect_reaction as materialized (
    select r.id, changed.removed from changed join live_reaction r on r.passage_id = changed.passage_id
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

/** Requirements that stand and rest on changed words: of one that was dropped nobody is asked anything. */
export const standing = sql`(select s.id, s.removed from suspect_requirement s
  join requirement q on q.id = s.id where q.dropped_at is null) as standing`;

/**
 * The requirements that `suspectSums` counts as changed, as rows of `id`, and with them the words that changed, as
 * `passage` and `version`: a table expression for a statement that needs which they are.
 */
export const changedRequirements = (scope: InDossier): { requirements: SQL; words: SQL } => ({
  requirements: sql`(with ${suspects(scope)} select distinct id from ${standing} where not removed)`,
  words: sql`(select passage_id as passage, source_version_id as version
    from suspect_passage where dossier_id = ${scope.dossierId})`,
});
