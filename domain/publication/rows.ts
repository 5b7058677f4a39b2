import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { sha256 } from "@/db/hash";
import { passedOver } from "@/db/schema";
import type { Blocker } from "@/db/vocabulary";
import type { AuthorizedDossierId } from "../kernel/scope";
import { changedRequirements } from "../trace/rows";
import { NAMED, type NamedThing, type Passing } from "./model";

interface InDossier {
  dossierId: AuthorizedDossierId;
}

/**
 * What is open of each blocker, as rows of `thing` and of whether it is one that is counted. A thing is an id with the version
 * of it that was seen: whoever passes over one in other words than these was not asked.
 */
function thingsOf(scope: InDossier, blocker: Blocker): SQL {
  const { dossierId } = scope;
  if (blocker === "withoutSource") {
    return sql`select r.id || ':' || r.lock_version as thing, true as counted
      from requirement_state s join requirement r on r.id = s.requirement_id
      where s.dossier_id = ${dossierId} and s.state = 'withoutSource'`;
  }
  if (blocker === "withoutAnswer") {
    return sql`select reaction_id || ':' || lock_version as thing, true as counted
      from unanswered_reaction where dossier_id = ${dossierId}`;
  }
  if (blocker === "withoutApproval") {
    return sql`select r.id || ':' || r.lock_version as thing, true as counted
      from requirement_review w join requirement r on r.id = w.requirement_id
      where w.dossier_id = ${dossierId} and w.state <> 'adopted'`;
  }
  // With the words that changed: when others do, too, somebody is to look again.
  const { requirements, words } = changedRequirements(scope);
  return sql`select r.id || ':' || r.lock_version as thing, true as counted
    from ${requirements} c join requirement r on r.id = c.id
    union all
    select w.passage || '@' || w.version, false from ${words} w where exists ${requirements}`;
}

/**
 * Of what is open how many are counted, and all of it as a few numbers, whatever its order: there may be a hundred thousand,
 * which are not fetched to be hashed.
 */
const SEEN = sql`(count(*) filter (where counted))::int as count,
  concat_ws(' ', count(*), sum(hashtextextended(thing, 1)), sum(hashtextextended(thing, 2))) as seen`;

/** All that is open of a blocker, and it as one hash: what a form was made of. */
export async function openThings(
  db: Database,
  scope: InDossier,
  blocker: Blocker,
): Promise<{ things: string[]; count: number; key: string }> {
  const [row] = await rowsOf<{ things: string[]; count: number; seen: string }>(
    db,
    sql`select ${SEEN}, coalesce(json_agg(thing), '[]'::json) as things
      from (${thingsOf(scope, blocker)}) open`,
  );
  if (!row) throw new Error("a count returned no row");
  return { things: row.things, count: row.count, key: sha256(row.seen) };
}

/** What is open of a blocker, and what somebody answered for last, if it was not taken back; whether that holds for all of it. */
export async function passingOf(
  db: Database,
  scope: InDossier,
  blocker: Blocker,
): Promise<{ count: number; key: string; passing: Passing | null; holds: boolean }> {
  const open = thingsOf(scope, blocker);
  const [now] = await rowsOf<{ count: number; seen: string }>(
    db,
    sql`select ${SEEN} from (${open}) open`,
  );
  if (!now) throw new Error("a count returned no row");
  const [passing] = await rowsOf<Passing & { holds: boolean }>(
    db,
    sql`select o.id, o.count, o.reason, p.name as by, o.created_at as at,
        not exists (select thing from (${open}) open except select unnest(o.things)) as holds
      from passed_over o left join account p on p.id = o.created_by
      where o.dossier_id = ${scope.dossierId} and o.blocker = ${blocker} and o.withdrawn_at is null`,
  );
  const found = { count: now.count, key: sha256(now.seen) };
  if (!passing) return { ...found, passing: null, holds: false };
  const { holds, ...said } = passing;
  return { ...found, passing: said, holds };
}

/** The first requirements that rest on changed words, by code. */
export async function changedNamed(db: Database, scope: InDossier): Promise<NamedThing[]> {
  return rowsOf(
    db,
    sql`select q.id, q.code, v.title as text
      from ${changedRequirements(scope).requirements} c
      join requirement q on q.id = c.id
      join requirement_version v on v.requirement_id = q.id and v.n = q.lock_version
      order by q.code limit ${NAMED}`,
  );
}

/**
 * Takes back that a blocker was passed over.
 *
 * @param which one by its id, or the one that stands of a blocker.
 * @returns what was taken back; undefined when nothing was.
 */
export async function withdrawPassed(
  tx: Database,
  dossierId: AuthorizedDossierId,
  which: { id: string } | { blocker: Blocker },
  withdrawnBy: string | null,
): Promise<{ blocker: Blocker; count: number } | undefined> {
  const one = "id" in which ? eq(passedOver.id, which.id) : eq(passedOver.blocker, which.blocker);
  const [withdrawn] = await tx
    .update(passedOver)
    .set({ withdrawnAt: sql`now()`, withdrawnBy })
    .where(and(eq(passedOver.dossierId, dossierId), one, isNull(passedOver.withdrawnAt)))
    .returning({ blocker: passedOver.blocker, count: passedOver.count });
  return withdrawn;
}

/** Whether something of this dossier was passed over under this id, also when it was taken back since. */
export async function wasPassed(
  tx: Database,
  dossierId: AuthorizedDossierId,
  id: string,
): Promise<boolean> {
  const found = await tx
    .select({ id: passedOver.id })
    .from(passedOver)
    .where(and(eq(passedOver.dossierId, dossierId), eq(passedOver.id, id)));
  return found.length > 0;
}

/** Keeps that somebody answers for what is open of a blocker. */
export async function keepPassed(
  tx: Database,
  passed: typeof passedOver.$inferInsert,
): Promise<string> {
  const [made] = await tx.insert(passedOver).values(passed).returning({ id: passedOver.id });
  if (!made) throw new Error("insert returned no row");
  return made.id;
}
