import { and, eq, lt, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { fingerprint } from "@/db/hash";
import { changeSet } from "@/db/schema";
import { NotFound } from "../kernel/errors";
import { type AuthorizedDossierId, actorAccountId, type MemberScope } from "../kernel/scope";
import { type Body, bodyText } from "../text/rich-text";
import {
  type Applied,
  type Asked,
  CHANGE_DAYS,
  type PlannedRow,
  type Standing,
  WRITING_MINUTES,
} from "./model";
import { planOf } from "./rules";

type SetRow = Omit<typeof changeSet.$inferSelect, "asked" | "applied"> & {
  asked: Asked[];
  applied: Applied[] | null;
};

/** What somebody asked, theirs alone. @throws NotFound */
export async function changeSetOf(
  tx: Database,
  scope: Pick<MemberScope, "dossierId" | "actor">,
  changeId: string,
  { lock = false } = {},
): Promise<SetRow> {
  const accountId = actorAccountId(scope.actor);
  if (!accountId) throw new NotFound();
  const found = tx
    .select()
    .from(changeSet)
    .where(
      and(
        eq(changeSet.id, changeId),
        eq(changeSet.dossierId, scope.dossierId),
        eq(changeSet.accountId, accountId),
      ),
    );
  const [row] = await (lock ? found.for("update") : found);
  if (!row) throw new NotFound();
  return row as SetRow;
}

/** Keeps what is asked, and lets go of what is old. @returns its id. */
export async function insertChangeSet(
  tx: Database,
  scope: MemberScope,
  asked: readonly Asked[],
  reason: string,
): Promise<string> {
  const accountId = actorAccountId(scope.actor);
  if (!accountId) throw new NotFound();
  await tx
    .delete(changeSet)
    .where(
      and(
        eq(changeSet.dossierId, scope.dossierId),
        lt(changeSet.createdAt, sql`now() - ${`${CHANGE_DAYS} days`}::interval`),
      ),
    );
  const [added] = await tx
    .insert(changeSet)
    .values({ dossierId: scope.dossierId, accountId, asked, reason })
    .returning({ id: changeSet.id });
  if (!added) throw new Error("insert returned no row");
  return added.id;
}

const CONTENT = (v: string) =>
  sql.raw(`jsonb_build_object('title', ${v}.title, 'kind', ${v}.kind, 'body', ${v}.body, 'bodyText', ${v}.body_text,
    'explanation', ${v}.explanation, 'evidence', ${v}.evidence, 'verification', ${v}.verification,
    'score', ${v}.score, 'weight', ${v}.weight)`);

/** Of what is asked how each requirement stands, in the order of the document; who writes is somebody else. */
export async function standings(
  db: Database,
  dossierId: AuthorizedDossierId,
  asked: readonly Asked[],
  accountId: string | null,
): Promise<Standing[]> {
  const list = JSON.stringify(asked.map(({ requirementId, n }) => ({ id: requirementId, n })));
  return rowsOf<Standing>(
    db,
    sql`select r.id, r.code, r.lock_version as n, r.dropped_at is not null as dropped, r.chapter_id as "chapterId",
        r.position, w.state, d.name as writer, ${CONTENT("v")} as now,
        case when b.n is null then null else ${CONTENT("b")} end as base
      from jsonb_to_recordset(${list}::text::jsonb) as x(id uuid, n int)
      join requirement r on r.id = x.id and r.dossier_id = ${dossierId}
      join chapter c on c.id = r.chapter_id
      join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version
      left join requirement_version b on b.requirement_id = r.id and b.n = x.n
      left join lateral (
        select q.state from requirement_review q where q.requirement_id = r.id
      ) w on true
      left join lateral (
        select a.name from requirement_draft t join account a on a.id = t.account_id
        where t.requirement_id = r.id and t.account_id is distinct from ${accountId}::uuid
          and t.saved_at > now() - ${`${WRITING_MINUTES} minutes`}::interval
        order by t.saved_at desc limit 1
      ) d on true
      order by c.position, r.position`,
  );
}

/** What each chapter is called. */
async function chapterNames(
  db: Database,
  dossierId: AuthorizedDossierId,
): Promise<Map<string, string>> {
  const rows = await rowsOf<{ id: string; name: string }>(
    db,
    sql`select id, position || '. ' || title as name from chapter where dossier_id = ${dossierId}`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What becomes of all that is asked, and what that is known by. */
export async function plannedRows(
  db: Database,
  dossierId: AuthorizedDossierId,
  asked: readonly Asked[],
  accountId: string | null,
): Promise<{ rows: PlannedRow[]; standing: Map<string, Standing>; seen: string }> {
  const found = await standings(db, dossierId, asked, accountId);
  const chapters = await chapterNames(db, dossierId);
  const of = new Map(asked.map((one) => [one.requirementId, one]));
  const rows = found.flatMap((standing) => {
    const one = of.get(standing.id);
    return one ? [planOf(one, standing, chapters, (body) => bodyText(body as Body))] : [];
  });
  return {
    rows,
    standing: new Map(found.map((one) => [one.id, one])),
    seen: fingerprint(rows.map(({ requirementId, changes }) => ({ requirementId, changes }))),
  };
}
