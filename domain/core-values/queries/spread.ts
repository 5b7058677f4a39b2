import { sql } from "drizzle-orm";

/**
 * How far the words in `cell` reach, in raw counts: words per kernwaarde, consultation (`c`) and group.
 * A reaction has one of each, so that every word is in one cell and cells add up. People were not
 * consulted by an information sheet.
 */
export const SPREAD = sql`coalesce(sum(cell.words), 0)::int as words,
  (count(distinct cell.consultation_id) filter (where c.kind <> 'information'))::int as consultations,
  count(distinct cell.stakeholder_group_id)::int as groups`;
