import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import type { DossierScope } from "../../actor";
import type { FoundReaction, FoundSources, MarkedWords } from "../model";
import { HIT_END, HIT_START, hitIn, markedWords } from "../rules/hits";
import { stretchAround } from "../rules/stretch";

/** Results of each kind. */
const LIMIT = 10;
/**
 * Matches that are ranked. Ranking reads every match, and a common word has tens of thousands; the
 * first few hundred hold ten good ones.
 */
const RANKED = 300;

const marks = `StartSel="${HIT_START}", StopSel="${HIT_END}", HighlightAll=true`;

/**
 * Finds what a requirement may come from: kernwaarden, reactions and words in the newest version of
 * the sources, stemmed as Dutch. At most ten of each kind, best first.
 *
 * @param requirementId marks what is linked to this requirement already.
 */
export async function searchForSource(
  scope: DossierScope,
  words: string,
  requirementId?: string,
): Promise<FoundSources> {
  const asked = words.normalize("NFC").replaceAll("\0", "").trim().slice(0, 200);
  if (!asked) return { coreValues: [], reactions: [], words: [] };
  const db = await database();
  const query = sql`websearch_to_tsquery('dutch', ${asked})`;
  const linkedTo = (column: "core_value_id" | "reaction_id") =>
    sql`exists (select 1 from requirement_link l where l.requirement_id = ${requirementId ?? null}::uuid
      and l.${sql.raw(column)} = f.id and l.removed_at is null)`;

  const coreValues = await rowsOf<{
    id: string;
    number: number;
    name: string;
    definition: string;
    linked: boolean;
  }>(
    db,
    sql`select f.id, f.number, ts_headline('dutch', f.name, ${query}, ${marks}) as name,
        ts_headline('dutch', f.definition, ${query}, ${marks}) as definition,
        ${linkedTo("core_value_id")} as linked
      from (
        select k.id, k.number, k.name, k.definition from core_value k
        where k.dossier_id = ${scope.dossierId} and k.words @@ ${query}
        order by ts_rank(k.words, ${query}) desc, k.number limit ${LIMIT}
      ) f`,
  );
  const reactions = await rowsOf<Omit<FoundReaction, "text"> & { text: string }>(
    db,
    sql`with found as (
        select e.id, e.words from reaction e
        where e.dossier_id = ${scope.dossierId} and e.words @@ ${query} limit ${RANKED}
      ), best as (
        select id, ts_rank(words, ${query}) as rank from found order by rank desc, id limit ${LIMIT}
      )
      select f.id, f.number, ts_headline('dutch', f.text, ${query}, ${marks}) as text, f.speaker,
        g.name as "group", o.title as consultation, ${linkedTo("reaction_id")} as linked
      from best b
      join reaction f on f.id = b.id
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
        where w.dossier_id = ${scope.dossierId} and b.words @@ ${query}
          and w.n = (select max(x.n) from source_version x where x.source_id = w.source_id)
        limit ${RANKED}
      ), best as (
        select source_version_id, n, ts_rank(words, ${query}) as rank from found
        order by rank desc, source_version_id, n limit ${LIMIT}
      )
      select s.id as "sourceId", s.title as source, b.source_version_id as "sourceVersionId",
        b.start_cp as start, b.text, ts_headline('dutch', b.text, ${query}, ${marks}) as marked
      from best t
      join source_block b on b.source_version_id = t.source_version_id and b.n = t.n
      join source_version w on w.id = b.source_version_id
      join source s on s.id = w.source_id
      order by t.rank desc, s.title, b.start_cp`,
  );
  return {
    coreValues: coreValues.map((row) => ({
      ...row,
      name: markedWords(row.name),
      definition: markedWords(row.definition),
    })),
    reactions: reactions.map((row) => ({ ...row, text: markedWords(row.text) })),
    words: blocks.map(({ text, marked, start, ...row }) => {
      const parts = markedWords(marked);
      // The marks must not have changed the words: offsets are counted in them.
      const whole =
        parts.map((part) => part.text).join("") === text ? parts : [{ text, hit: false }];
      const stretch = stretchAround(text, hitIn(whole));
      return {
        ...row,
        start: start + stretch.start,
        end: start + stretch.end,
        exact: cut(whole, stretch.start, stretch.end),
      };
    }),
  };
}

function cut(parts: MarkedWords, start: number, end: number): MarkedWords {
  let at = 0;
  return parts.flatMap(({ text, hit }) => {
    const signs = [...text];
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, signs.length);
    at += signs.length;
    return from < to ? [{ text: signs.slice(from, to).join(""), hit }] : [];
  });
}
