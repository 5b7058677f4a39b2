import { type SQL, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import { contextThrough } from "../../redaction/rows";
import { CONTEXT_LENGTH } from "../../text/context";
import type { PassageWithContext, QuotedWords } from "../model";

export type { PassageWithContext } from "../model";

/** One passage with its context. @throws NotFound also for one of another dossier. */
export const passageWithContext = query(
  reader,
  async (scope: ReaderScope, passageId: string): Promise<PassageWithContext> => {
    const found = (await passagesWithContext(scope, [passageId])).get(passageId);
    if (!found) throw new NotFound();
    return found;
  },
);

/** Passages with their context, by id, in one query. Ids of another dossier are left out. */
export const passagesWithContext = query(
  reader,
  async (
    scope: ReaderScope,
    passageIds: readonly string[],
  ): Promise<Map<string, PassageWithContext>> => {
    const ids = [...new Set(passageIds)].filter((id) => uuid.safeParse(id).success);
    if (ids.length === 0) return new Map();
    const db = await database();
    const rows = await rowsOf<PassageWithContext>(
      db,
      withContext(sql`
      select id, source_version_id, start_cp, end_cp from passage
      where dossier_id = ${scope.dossierId} and id in (
        select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)
      )`),
    );
    const read = await contextThrough(db, scope, rows);
    return new Map(read.map((row) => [row.passageId, row]));
  },
);

/**
 * The words between two code points of a version with their context, whether or not they are
 * a passage. The stretch is narrowed to the blocks it touches.
 *
 * @throws NotFound when no words stand there, and for a version of another dossier.
 */
export const wordsInContext = query(
  reader,
  async (
    scope: ReaderScope,
    place: { sourceVersionId: string; start: number; end: number },
  ): Promise<QuotedWords> => {
    const db = await database();
    const [found] = await rowsOf<PassageWithContext>(
      db,
      withContext(sql`
      select null::uuid as id, v.id as source_version_id,
        greatest(${place.start}::int, 0) as start_cp,
        least(${place.end}::int, (
          select b.end_cp from source_block b where b.source_version_id = v.id
          order by b.n desc limit 1
        )) as end_cp
      from source_version v
      where v.id = ${place.sourceVersionId} and v.dossier_id = ${scope.dossierId}`),
    );
    if (!found || found.exact === "") throw new NotFound();
    const [read] = await contextThrough(db, scope, [found]);
    const { passageId: _passageId, ...words } = read ?? found;
    return words;
  },
);

/** Adds words and context to places; `places` gives id, source_version_id, start_cp and end_cp. */
function withContext(places: SQL): SQL {
  return sql`
    select place.id as "passageId", place.source_version_id as "sourceVersionId",
      place.start_cp as start, place.end_cp as "end",
      substr(t.stretch, place.start_cp - t.first + 1, place.end_cp - place.start_cp) as exact,
      substr(t.stretch, greatest(place.start_cp - ${CONTEXT_LENGTH}, t.first) - t.first + 1,
        least(${CONTEXT_LENGTH}, place.start_cp - t.first)) as before,
      substr(t.stretch, place.end_cp - t.first + 1, ${CONTEXT_LENGTH}) as after,
      s.id as "sourceId", s.title as "sourceTitle", t."blockNumber",
      part.consultation_id as "consultationId", coalesce(c.title, part.title) as "consultationTitle",
      coalesce(c.held_on, part.held_on) as "heldOn"
    from (${places}) place
    join source_version v on v.id = place.source_version_id
    join source s on s.id = v.source_id
    cross join lateral (
      -- The blocks from the one before the context up to the end of it, as they stand in the text.
      select string_agg(b.before || b.text, '' order by b.n) as stretch,
        max(b.end_cp) - char_length(string_agg(b.before || b.text, '' order by b.n)) as first,
        min(b.n) filter (where b.end_cp > place.start_cp) as "blockNumber"
      from source_block b
      where b.source_version_id = place.source_version_id
        and b.start_cp < place.end_cp + ${CONTEXT_LENGTH}
        and b.start_cp >= coalesce((
          select first_block.start_cp from source_block first_block
          where first_block.source_version_id = place.source_version_id
            and first_block.start_cp <= place.start_cp - ${CONTEXT_LENGTH}
          order by first_block.start_cp desc limit 1
        ), 0)
    ) t
    left join lateral (
      select p.title, p.held_on, p.consultation_id from source_part p
      where p.source_version_id = place.source_version_id
        and p.start_cp <= place.start_cp and p.end_cp > place.start_cp
      order by p.n limit 1
    ) part on true
    left join consultation c on c.id = part.consultation_id
    where place.start_cp < place.end_cp
    order by place.start_cp`;
}
