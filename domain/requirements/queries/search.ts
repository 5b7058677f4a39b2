import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { dutchOrder, dutchQuery, headline } from "@/db/search";
import type { TextPiece } from "@/domain/text/model";
import { query } from "../../kernel/query";
import { type ReaderScope, reader, readerOf } from "../../kernel/scope";
import { firstHit, markHits, searchWords } from "../../text/hits";
import type { FoundReaction, FoundSources } from "../model";
import { stretchAround } from "../rules/stretch";

/** Results of each kind. */
const LIMIT = 10;
/**
 * Matches that are ranked. Ranking reads every match, and a common word has tens of thousands; the
 * first few hundred hold ten good ones.
 */
const RANKED = 300;

/**
 * Finds what a requirement may come from: kernwaarden, reactions and words in the newest version of
 * the sources, stemmed as Dutch. At most ten of each kind, best first.
 *
 * @param requirementId marks what is linked to this requirement already.
 */
export const searchForSource = query(
  reader,
  async (scope: ReaderScope, typed: string, requirementId?: string): Promise<FoundSources> => {
    const words = searchWords(typed);
    if (!words) return { coreValues: [], reactions: [], words: [] };
    const db = await database();
    const query = dutchQuery(words);
    const linkedTo = (column: "core_value_id" | "reaction_id") =>
      sql`exists (select from live_link l where l.requirement_id = ${requirementId ?? null}::uuid
      and l.${sql.raw(column)} = f.id)`;

    const coreValues = await rowsOf<{
      id: string;
      number: number;
      name: string;
      definition: string;
      marked: string;
      linked: boolean;
    }>(
      db,
      sql`select f.id, f.number, f.name, f.definition,
        ${headline(sql`f.name || E'\n' || f.definition`, words)} as marked,
        ${linkedTo("core_value_id")} as linked
      from (
        select k.id, k.number, k.name, k.definition from core_value k
        where k.dossier_id = ${scope.dossierId} and k.words @@ ${query}
        order by ts_rank(k.words, ${query}) desc, k.number limit ${LIMIT}
      ) f`,
    );
    const reactions = await rowsOf<Omit<FoundReaction, "text"> & { text: string; marked: string }>(
      db,
      sql`with found as (
        select e.id, e.words from live_reaction e
        where e.dossier_id = ${scope.dossierId} and e.words @@ ${query} limit ${RANKED}
      ), best as (
        select id, ts_rank(words, ${query}) as rank from found order by rank desc, id limit ${LIMIT}
      )
      select f.id, f.number, f.text, ${headline(sql`f.text`, words)} as marked, f.speaker,
        g.name as "group", o.title as consultation, ${linkedTo("reaction_id")} as linked
      from best b
      join live_reaction f on f.id = b.id
      join consultation o on o.id = f.consultation_id
      left join stakeholder_group g on g.id = f.stakeholder_group_id
      order by b.rank desc, f.number`,
    );
    const blocks = await rowsOf<{
      sourceId: string;
      source: string;
      sourceVersionId: string;
      start: number;
      text: string;
      marked: string;
    }>(
      db,
      sql`with found as (
        select b.source_version_id, b.n, b.words from source_block b
        join source_version w on w.id = b.source_version_id
        join source o on o.id = w.source_id and o.state <> 'removed'
        where w.dossier_id = ${scope.dossierId} and b.words @@ ${query}
          and w.n = (select max(x.n) from source_version x where x.source_id = w.source_id)
        limit ${RANKED}
      ), best as (
        select source_version_id, n, ts_rank(words, ${query}) as rank from found
        order by rank desc, source_version_id, n limit ${LIMIT}
      )
      select s.id as "sourceId", s.title as source, b.source_version_id as "sourceVersionId",
        b.start_cp as start, b.text, ${headline(sql`b.text`, words)} as marked
      from best t
      join source_block b on b.source_version_id = t.source_version_id and b.n = t.n
      join source_version w on w.id = b.source_version_id
      join source s on s.id = w.source_id
      order by t.rank desc, ${dutchOrder(sql`s.title`)}, b.start_cp`,
    );
    const read = await readerOf(scope);
    return {
      coreValues: coreValues.map(({ marked, ...row }) => ({
        ...row,
        name: markHits(read(row.name), marked),
        definition: markHits(read(row.definition), marked),
      })),
      reactions: reactions.map(({ marked, ...row }) => ({
        ...row,
        text: markHits(read(row.text), marked),
      })),
      words: blocks.map(({ text: written, marked, start, ...row }) => {
        const text = read(written);
        const whole = markHits(text, marked);
        const stretch = stretchAround(text, firstHit(whole) ?? { start: 0, end: 0 });
        return {
          ...row,
          start: start + stretch.start,
          end: start + stretch.end,
          exact: cut(whole, stretch.start, stretch.end),
        };
      }),
    };
  },
);

function cut(parts: TextPiece[], start: number, end: number): TextPiece[] {
  let at = 0;
  return parts.flatMap(({ text, hit }) => {
    const signs = [...text];
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, signs.length);
    at += signs.length;
    return from < to ? [{ text: signs.slice(from, to).join(""), hit }] : [];
  });
}
