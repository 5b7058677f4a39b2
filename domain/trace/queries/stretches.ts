import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import type { QuotedStretch, RestingCode, RestingTag } from "../model";

/** Requirements mentioned beside one quotation. */
const REQUIREMENTS_SHOWN = 3;

/**
 * The quoted words between two code points of a version, with what rests on them: a stelling, the
 * reactions that are these words, their kernwaarden and requirements. One query for a whole page;
 * what rests on the reactions to a stelling is left to `restsOn`.
 */
export const quotedStretches = query(
  reader,
  async (
    scope: ReaderScope,
    place: { sourceVersionId: string; start: number; end: number },
  ): Promise<QuotedStretch[]> => {
    const rows = await rowsOf<
      RestingTag & { passageId: string; start: number; end: number; total: number }
    >(
      await database(),
      sql`
      with p as (
        select passage_id as id, start_cp, end_cp from placed_passage
        where source_version_id = ${place.sourceVersionId} and dossier_id = ${scope.dossierId}
          and start_cp < ${place.end}::int and end_cp > ${place.start}::int
      ),
      r as (
        select p.id as passage_id, reaction.id, reaction.number, reaction.text
        from p join passage_reaction m on m.passage_id = p.id
        join live_reaction reaction on reaction.id = m.reaction_id
      ),
      k as (
        select p.id as passage_id, c.core_value_id
        from p join live_coding c on c.passage_id = p.id
        union
        select r.passage_id, c.core_value_id from r join coded_reaction c
          on c.dossier_id = ${scope.dossierId} and c.reaction_id = r.id
      ),
      q as (
        select p.id as passage_id, l.requirement_id
        from p join standing_link l on l.passage_id = p.id
        union
        select r.passage_id, l.requirement_id from r join standing_link l on l.reaction_id = r.id
        union
        select r.passage_id, l.requirement_id
        from r join passage_reaction part on part.reaction_id = r.id
        join standing_link l on l.passage_id = part.passage_id
        union
        select k.passage_id, l.requirement_id
        from k join standing_link l on l.core_value_id = k.core_value_id
      ),
      tag as (
        select p.id as passage_id, 1 as rank, 'statement' as kind, s.id, null as code, o.number,
          s.text, o.number as place, 0 as total
        from p
        join statement_place w on w.passage_id = p.id or w.explanation_passage_id = p.id
        join statement_occurrence o on o.id = w.occurrence_id
        join statement s on s.id = o.statement_id
        union all
        select passage_id, 2, 'reaction', id, null, number, left(text, 200), number, 0 from r
        union all
        select k.passage_id, 3, 'coreValue', v.id, null, v.number, v.name, v.number, 0
        from k join core_value v on v.id = k.core_value_id
        union all
        select q.passage_id, 4, 'requirement', e.id, e.code, null, v.title,
          (row_number() over within_passage)::int,
          (count(*) over (partition by q.passage_id))::int
        from q
        join requirement e on e.id = q.requirement_id
        join chapter on chapter.id = e.chapter_id
        join requirement_version v on v.requirement_id = e.id and v.n = e.lock_version
        window within_passage as (
          partition by q.passage_id order by chapter.position, e.position, e.id
        )
      )
      select p.id as "passageId", p.start_cp as start, p.end_cp as "end", tag.kind, tag.id,
        tag.code, tag.number, tag.text, tag.total
      from tag join p on p.id = tag.passage_id
      where tag.rank < 4 or tag.place <= ${REQUIREMENTS_SHOWN}
      order by p.start_cp, p.end_cp desc, p.id, tag.rank, tag.place`,
    );
    const stretches = new Map<string, QuotedStretch>();
    for (const { passageId, start, end, total, ...tag } of rows) {
      let stretch = stretches.get(passageId);
      if (!stretch) {
        stretch = { passageId, start, end, tags: [], requirements: 0 };
        stretches.set(passageId, stretch);
      }
      stretch.tags.push(tag);
      stretch.requirements = Math.max(stretch.requirements, total);
    }
    return [...stretches.values()];
  },
);

/**
 * What each of these passages is known by: the reaction that is these words, else the stelling, kernwaarde or
 * requirement that rests on them. Words are left out.
 *
 * @returns a map by the id of the passage; one on which nothing rests is not in it.
 */
export const codesOfPassages = query(
  reader,
  async (scope: ReaderScope, ids: readonly string[]): Promise<ReadonlyMap<string, RestingCode>> => {
    if (ids.length === 0) return new Map();
    const rows = await rowsOf<RestingCode & { passageId: string }>(
      await database(),
      sql`
      with p as (
        select passage.id from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb) wanted
        join passage on passage.id = wanted::uuid and passage.dossier_id = ${scope.dossierId}
      ),
      thing as (
        select p.id as passage, 1 as rank, 'reaction' as kind, r.id, null as code, r.number
        from p join passage_reaction m on m.passage_id = p.id join live_reaction r on r.id = m.reaction_id
        union all
        select p.id, 2, 'statement', o.statement_id, null, o.number
        from p
        join statement_place w on w.passage_id = p.id or w.explanation_passage_id = p.id
        join statement_occurrence o on o.id = w.occurrence_id
        union all
        select p.id, 3, 'coreValue', v.id, null, v.number
        from p join live_coding c on c.passage_id = p.id join core_value v on v.id = c.core_value_id
        union all
        select p.id, 4, 'requirement', e.id, e.code, null
        from p join standing_link l on l.passage_id = p.id
        join requirement e on e.id = l.requirement_id
      )
      select distinct on (passage) passage as "passageId", kind, id, code, number
      from thing order by passage, rank, number, code`,
    );
    return new Map(rows.map(({ passageId, ...tag }) => [passageId, tag]));
  },
);
