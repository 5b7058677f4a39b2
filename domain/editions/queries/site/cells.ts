import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { query } from "../../../kernel/query";
import { type EditionScope, editionReader } from "../../../kernel/scope";
import type { ReactionCell } from "./view";

/** Of so many editions the sums are kept: an edition never changes, and its reactions are many. */
const MOST_KEPT = 20;
const kept = new Map<string, Promise<ReactionCell[]>>();

/** All reactions, counted by what they have in common. */
export const reactionCells = query(
  editionReader,
  ({ editionId }: EditionScope): Promise<ReactionCell[]> => {
    const known = kept.get(editionId);
    if (known) return known;
    const counted = countedCells(editionId);
    kept.set(editionId, counted);
    // What failed is asked again.
    counted.catch(() => kept.delete(editionId));
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return counted;
  },
);

async function countedCells(editionId: string): Promise<ReactionCell[]> {
  return rowsOf<ReactionCell>(
    await database(),
    sql`select r.statement_key as statement, r.group_key as "group", r.outcome,
        r.core as "coreValue", q.parent as chapter, count(*)::int as count
      from (
        select e.statement_key, e.group_key, e.outcome, j.core_values->>0 as core,
          coalesce(j.answer->'requirements'->>0, j.requirements->>0) as requirement
        from edition_part e
        cross join lateral (select b->'coreValues' as core_values, b->'answer' as answer,
          b->'requirements' as requirements from (select e.body::jsonb as b) as body) as j
        where e.edition_id = ${editionId} and e.section = 'reactions') as r
      left join edition_part q on q.edition_id = ${editionId} and q.section = 'requirements'
        and q.key = r.requirement
      group by 1, 2, 3, 4, 5 order by 1 nulls last, 2 nulls last, 3 nulls last, 4 nulls last, 5 nulls last`,
  );
}
