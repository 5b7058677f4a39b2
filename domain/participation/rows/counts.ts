import { sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import type { Position } from "@/db/vocabulary";

/** Of answers `a` to a stelling `s`: how many were given when it had other words. */
export const EARLIER = sql`(count(*) filter (where a.asked <> s.text))::int`;

/** Of an online consultation: the people of whom something counts, and what somebody is to look at. */
export async function countsIn(
  db: Database,
  consultationId: string,
): Promise<{ people: number; toModerate: number }> {
  const [counts] = await rowsOf<{ people: number; toModerate: number }>(
    db,
    sql`select (count(distinct participant_id) filter (where state = 'placed'))::int as people,
        (count(*) filter (where state = 'waiting' or (state = 'placed' and exists (select from flag f
          where f.reaction_id = answer.reaction_id and f.closed_at is null))))::int as "toModerate"
      from answer where consultation_id = ${consultationId}`,
  );
  return counts ?? { people: 0, toModerate: 0 };
}

/**
 * How many chose each position on each stelling (null: the question after them): the latest of each person, once placed. Who only
 * wrote chose none, and is counted by {@link answersIn} alone. `earlier` are those who chose when it had other words.
 */
export async function positionsIn(db: Database, consultationId: string) {
  return rowsOf<{ statementId: string | null; position: Position; n: number; earlier: number }>(
    db,
    sql`select a.statement_id as "statementId", r.position, count(*)::int as n, ${EARLIER} as earlier
      from answer a join voiced_reaction r on r.id = a.reaction_id
      left join statement s on s.id = a.statement_id
      where a.consultation_id = ${consultationId}::uuid and a.state = 'placed' and a.chosen
      group by a.statement_id, r.position`,
  );
}

/** How many answers to each stelling count (null: to the question after them): each person once, with a position, words or both. */
export async function answersIn(db: Database, consultationId: string) {
  return rowsOf<{ statementId: string | null; n: number }>(
    db,
    sql`select a.statement_id as "statementId", count(*)::int as n
      from answer a join voiced_reaction r on r.id = a.reaction_id
      where a.consultation_id = ${consultationId}::uuid and a.state = 'placed'
      group by a.statement_id`,
  );
}
