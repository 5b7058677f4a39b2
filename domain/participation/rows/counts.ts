import { sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";

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
