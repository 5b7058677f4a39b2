import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { dutchOrder } from "@/db/search";
import { headOf } from "../../dossiers/rows";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import type { MatrixSheets, MatrixWord } from "../model";

/**
 * The whole matrix in a fixed number of statements: the requirements that stand, the kernwaarden, and every word once
 * for each kernwaarde it was coded with or requirement it is linked to directly.
 */
export const matrixSheets = query(reader, async (scope: ReaderScope): Promise<MatrixSheets> => {
  const db = await database();
  const { dossierId } = scope;
  const { title } = await headOf(db, dossierId);
  const requirements = await rowsOf<MatrixSheets["requirements"][number]>(
    db,
    sql`with linked as (
        select l.requirement_id, json_agg(k.number order by k.number) as numbers
        from standing_link l join core_value k on k.id = l.core_value_id
        where l.dossier_id = ${dossierId} group by 1
      ),
      counted as (
        select requirement_id, count(distinct reaction_id) + count(*) filter (where fresh) as words
        from requirement_word where dossier_id = ${dossierId} group by 1
      ),
      directly as (
        select requirement_id, count(*) as words from direct_word where dossier_id = ${dossierId} group by 1
      )
      select r.code, v.title, c.position as "chapterNumber", c.title as chapter, s.state,
        r.no_source_reason as reason, coalesce(w.words, 0)::int as words, coalesce(d.words, 0)::int as direct,
        coalesce(l.numbers, '[]'::json) as links
      from requirement_state s
      join requirement r on r.id = s.requirement_id
      join chapter c on c.id = r.chapter_id
      join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version
      left join linked l on l.requirement_id = r.id
      left join counted w on w.requirement_id = r.id
      left join directly d on d.requirement_id = r.id
      where s.dossier_id = ${dossierId} and s.state <> 'dropped'
      order by c.position, r.position, r.id`,
  );
  const coreValues = await rowsOf<MatrixSheets["coreValues"][number]>(
    db,
    sql`select k.number, k.name, coalesce(w.words, 0)::int as words, coalesce(l.requirements, 0)::int as requirements
      from core_value k
      left join (select core_value_id, count(*) as words from core_value_word
        where dossier_id = ${dossierId} group by 1) w on w.core_value_id = k.id
      left join (select core_value_id, count(*) as requirements from standing_link
        where dossier_id = ${dossierId} group by 1) l on l.core_value_id = k.id
      where k.dossier_id = ${dossierId} order by k.number`,
  );
  const words = await rowsOf<
    Omit<MatrixWord, "requirements" | "carries"> & { code: string | null; carries: string[] | null }
  >(
    db,
    sql`with word as (
        select core_value_id, null::uuid as requirement_id, reaction_id, consultation_id, stakeholder_group_id,
          passage_id, statement_id
        from core_value_word where dossier_id = ${dossierId}
        union all
        select null, d.requirement_id, d.reaction_id, d.consultation_id, d.stakeholder_group_id, d.passage_id,
          d.statement_id
        from direct_word d join requirement q on q.id = d.requirement_id and q.dropped_at is null
        where d.dossier_id = ${dossierId}
      )
      , carried as (
        -- By the order of the document, as the requirements are.
        select c.word as key, l.core_value_id,
          array_agg(q.code order by h.position, q.position, q.id) as codes
        from carrying c
        join standing_link l on l.requirement_id = c.requirement_id and l.core_value_id is not null
        join requirement q on q.id = c.requirement_id
        join chapter h on h.id = q.chapter_id
        where c.dossier_id = ${dossierId} group by 1, 2
      )
      select k.number as "coreValue", q.code, carried.codes as carries, r.number as reaction, s.text as statement,
        o.number as "statementNumber", g.name as "group", c.title as consultation, c.held_on as "heldOn",
        source.title as source
      from word w
      left join core_value k on k.id = w.core_value_id
      left join requirement q on q.id = w.requirement_id
      left join live_reaction r on r.id = w.reaction_id
      left join statement s on s.id = w.statement_id
      left join consultation c on c.id = w.consultation_id
      left join statement_occurrence o on o.statement_id = s.id and o.consultation_id = c.id
      left join stakeholder_group g on g.id = w.stakeholder_group_id
      left join passage p on p.id = w.passage_id
      left join source_version v on v.id = p.source_version_id
      left join source on source.id = v.source_id
      left join carried on carried.core_value_id = w.core_value_id
        and carried.key = coalesce(w.reaction_id, w.passage_id)
      order by k.number nulls last, q.code, c.held_on nulls last, ${dutchOrder(sql`c.title`)}, r.number nulls last,
        p.start_cp`,
  );
  // Which requirements stand on a kernwaarde is said once, not asked for each of its words.
  const standingOn = new Map<number, string[]>();
  for (const { code, links } of requirements) {
    for (const number of links) standingOn.set(number, [...(standingOn.get(number) ?? []), code]);
  }
  return {
    title,
    madeAt: new Date().toISOString(),
    requirements,
    coreValues,
    words: words.map(({ code, carries, ...word }) => ({
      ...word,
      carries: code === null ? (carries ?? []) : [code],
      requirements: code === null ? (standingOn.get(word.coreValue ?? 0) ?? []) : [code],
    })),
  };
});
