import { type SQL, sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import { NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import type { SuspectSums, SuspectThing } from "../model";

/** Of each kind of thing: its id, and the quoted words it rests on. */
const RESTS: Record<SuspectThing, SQL> = {
  requirement: sql`select dossier_id, requirement_id as id, passage_id from requirement_word`,
  coreValue: sql`select dossier_id, core_value_id as id, passage_id from core_value_word`,
  reaction: sql`select dossier_id, id, passage_id from reaction`,
};

const SUSPECT = (scope: ReaderScope) =>
  sql`(select passage_id from suspect_passage where dossier_id = ${scope.dossierId})`;

/** Nearly no dossier has any: then nothing else is asked. */
async function anySuspect(db: Database, scope: ReaderScope): Promise<boolean> {
  const [row] = await rowsOf<{ any: boolean }>(db, sql`select exists ${SUSPECT(scope)} as "any"`);
  return row?.any ?? false;
}

/** Which of these things rest on words of which the source changed: *bron gewijzigd*. */
export const suspectAmong = query(
  reader,
  async (
    scope: ReaderScope,
    kind: SuspectThing,
    ids: readonly string[],
  ): Promise<ReadonlySet<string>> => {
    const db = await database();
    if (ids.length === 0 || !(await anySuspect(db, scope))) return new Set();
    const rows = await rowsOf<{ id: string }>(
      db,
      sql`select distinct t.id from (${RESTS[kind]}) t
        where t.dossier_id = ${scope.dossierId} and t.passage_id in ${SUSPECT(scope)} and t.id in (
          select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`,
    );
    return new Set(rows.map(({ id }) => id));
  },
);

/** Requirements that rest on words of a source that changed and on which nobody decided. */
export const suspectRequirements = query(
  reader,
  async (scope: ReaderScope, sourceId: string): Promise<number> => {
    if (!uuid.safeParse(sourceId).success) throw new NotFound();
    const [row] = await rowsOf<{ count: number }>(
      await database(),
      sql`select count(distinct t.id)::int as count from (${RESTS.requirement}) t
        where t.dossier_id = ${scope.dossierId} and t.passage_id in (
          select passage_id from suspect_passage
          where dossier_id = ${scope.dossierId} and source_id = ${sourceId})`,
    );
    return row?.count ?? 0;
  },
);

/** How much in a dossier rests on words of which the source changed, and in which sources those are. */
export const suspectSums = query(reader, async (scope: ReaderScope): Promise<SuspectSums> => {
  const db = await database();
  if (!(await anySuspect(db, scope))) {
    return { requirements: 0, coreValues: 0, reactions: 0, sources: [] };
  }
  const count = (
    kind: SuspectThing,
  ) => sql`(select count(distinct t.id)::int from (${RESTS[kind]}) t
    where t.dossier_id = ${scope.dossierId} and t.passage_id in ${SUSPECT(scope)})`;
  const [row] = await rowsOf<SuspectSums>(
    db,
    sql`select ${count("requirement")} as requirements, ${count("coreValue")} as "coreValues",
      ${count("reaction")} as reactions, (
        select json_agg(json_build_object('id', s.id, 'title', s.title, 'passages', x.passages)
          order by s.created_at, s.id)
        from (select source_id, count(*)::int as passages from suspect_passage
          where dossier_id = ${scope.dossierId} group by source_id) x
        join source s on s.id = x.source_id) as sources`,
  );
  if (!row) throw new Error("counting gave no row");
  return row;
});
