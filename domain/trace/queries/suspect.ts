import { type SQL, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import type { SourceMarks, SuspectSums, SuspectThing } from "../model";
import { standing, suspects } from "../rows";

const OF_KIND: Record<SuspectThing, SQL> = {
  requirement: sql`suspect_requirement`,
  coreValue: sql`suspect_core_value`,
  reaction: sql`suspect_reaction`,
  passage: sql`(select passage_id as id, removed from changed) as quoted`,
};

/**
 * Which of these things rest on words of which the source changed (*bron gewijzigd*), was removed (*bron verwijderd*), or
 * both; the others are not in the map.
 */
export const suspectAmong = query(
  reader,
  async (
    scope: ReaderScope,
    kind: SuspectThing,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, SourceMarks>> => {
    if (ids.length === 0) return new Map();
    const rows = await rowsOf<SourceMarks & { id: string }>(
      await database(),
      sql`with ${suspects(scope)} select id, bool_or(not removed) as changed, bool_or(removed) as removed
      from ${OF_KIND[kind]} where id in (
        select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))
      group by id`,
    );
    return new Map(rows.map(({ id, ...marks }) => [id, marks]));
  },
  { codes: true },
);

/** Requirements that rest on words of a source that changed and on which nobody decided. */
export const suspectRequirements = query(
  reader,
  async (scope: ReaderScope, sourceId: string): Promise<number> => {
    if (!uuid.safeParse(sourceId).success) throw new NotFound();
    const [row] = await rowsOf<{ count: number }>(
      await database(),
      sql`with ${suspects(scope, sourceId)} select count(distinct id)::int as count from suspect_requirement`,
    );
    return row?.count ?? 0;
  },
);

/** How much in a dossier rests on words of which the source changed, or was removed, and which sources those are. */
export const suspectSums = query(
  reader,
  async (scope: ReaderScope): Promise<{ changed: SuspectSums; removed: SuspectSums }> => {
    const sums = (removed: SQL) => {
      const count = (kind: SuspectThing) =>
        sql`(select count(distinct id)::int from ${kind === "requirement" ? standing : OF_KIND[kind]}
          where removed = ${removed})`;
      return sql`json_build_object('requirements', ${count("requirement")}, 'coreValues', ${count("coreValue")},
        'reactions', ${count("reaction")}, 'sources', (
          select coalesce(json_agg(json_build_object('id', s.id, 'title', s.title, 'passages', x.passages)
            order by s.created_at, s.id), '[]')
          from (select source_id, count(*)::int as passages from changed
            where removed = ${removed} group by source_id) x
          join source s on s.id = x.source_id))`;
    };
    const [row] = await rowsOf<{ changed: SuspectSums; removed: SuspectSums }>(
      await database(),
      sql`with ${suspects(scope)} select ${sums(sql`false`)} as changed, ${sums(sql`true`)} as removed`,
    );
    if (!row) throw new Error("counting gave no row");
    return row;
  },
);
