import { type SQL, sql } from "drizzle-orm";

/**
 * Codings with the consultation and the group they speak for, as a subquery. A coded reaction has
 * them itself; a coded passage takes them from the reaction it stands in, or else its
 * consultation from the part of the source it stands in. `where` is about `d`, the coding. Two
 * halves, because only the few coded passages have a place to be looked up.
 */
export function codedWords(where: SQL): SQL {
  return sql`(select d.*, r.text, r.number as reaction_number, r.speaker, r.consultation_id,
      r.stakeholder_group_id as group_id, r.passage_id as place_id
    from coding d join reaction r on r.id = d.reaction_id
    where ${where}
    union all
    select d.*, p.exact, null::int, around.speaker,
      coalesce(around.consultation_id, part.consultation_id), around.stakeholder_group_id,
      d.passage_id
    from coding d join passage p on p.id = d.passage_id
    left join lateral (
      select near.consultation_id, near.stakeholder_group_id, near.speaker
      from passage np
      -- By its index for the few that are found: offset 0 keeps it from becoming a join with all.
      cross join lateral (
        select consultation_id, stakeholder_group_id, speaker from reaction
        where passage_id = np.id offset 0
      ) near
      where np.source_version_id = p.source_version_id
        and np.start_cp <= p.start_cp and np.end_cp >= p.end_cp
      order by np.end_cp - np.start_cp limit 1
    ) around on true
    left join lateral (
      select sp.consultation_id from source_part sp
      where sp.source_version_id = p.source_version_id
        and sp.start_cp <= p.start_cp and sp.end_cp >= p.end_cp
      order by sp.n limit 1
    ) part on true
    where ${where})`;
}

/** How far the codings in `w` reach, in raw counts. */
export const SPREAD = sql`count(w.id)::int as codings,
  count(distinct w.consultation_id)::int as consultations,
  count(distinct w.group_id)::int as groups`;
