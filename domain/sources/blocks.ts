import { and, asc, eq, gt, lte, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { sourceBlock, sourceVersion } from "@/db/schema";
import type { DossierScope } from "../actor";
import { type Paged, pageOf } from "../paging";
import { markHits, searchWords } from "../search/rules";
import { dutchQuery, headline } from "../search/words";
import type { BlockHit, BlockRow, QuotedStretch, RestingTag } from "./reading-model";

/** Blocks on one page of the reading view: some fifteen printed pages. */
const BLOCKS_PER_PAGE = 200;
/** Hits on one page when searching within a source. */
const HITS_PER_PAGE = 25;

/** One page of the blocks of a version, in order. A version of another dossier has none. */
export async function listBlocks(
  scope: DossierScope,
  version: { versionId: string; blocks: number },
  page: number,
): Promise<Paged<BlockRow>> {
  const place = pageOf(version.blocks, BLOCKS_PER_PAGE, page);
  const first = (place.page - 1) * BLOCKS_PER_PAGE;
  const rows = await (await database())
    .select({
      n: sourceBlock.n,
      start: sourceBlock.start,
      end: sourceBlock.end,
      before: sourceBlock.before,
      text: sourceBlock.text,
      form: sourceBlock.form,
      level: sourceBlock.level,
    })
    .from(sourceBlock)
    .innerJoin(sourceVersion, eq(sourceVersion.id, sourceBlock.sourceVersionId))
    .where(
      and(
        eq(sourceBlock.sourceVersionId, version.versionId),
        eq(sourceVersion.dossierId, scope.dossierId),
        gt(sourceBlock.n, first),
        lte(sourceBlock.n, first + BLOCKS_PER_PAGE),
      ),
    )
    .orderBy(asc(sourceBlock.n));
  return { rows, ...place };
}

/** The page of {@link listBlocks} on which a code point of the text stands. */
export async function pageOfPlace(
  scope: DossierScope,
  versionId: string,
  place: number,
): Promise<number> {
  const [found] = await rowsOf<{ n: number }>(
    await database(),
    sql`
      select b.n from source_block b join source_version v on v.id = b.source_version_id
      where v.id = ${versionId} and v.dossier_id = ${scope.dossierId} and b.start_cp <= ${place}
      order by b.start_cp desc limit 1`,
  );
  return pageOfBlock(found?.n ?? 1);
}

/** The page of {@link listBlocks} on which a block stands. */
export function pageOfBlock(n: number): number {
  return Math.ceil(n / BLOCKS_PER_PAGE);
}

/** Blocks of a version with the words (Dutch, by their stem), in the order of the text. */
export async function searchBlocks(
  scope: DossierScope,
  versionId: string,
  typed: string,
  page = 1,
): Promise<Paged<BlockHit>> {
  const db = await database();
  const words = searchWords(typed);
  const hits = sql`
    from source_block b join source_version v on v.id = b.source_version_id
    where v.id = ${versionId} and v.dossier_id = ${scope.dossierId}
      and b.words @@ ${dutchQuery(words)}`;
  const [count] = await rowsOf<{ total: number }>(db, sql`select count(*)::int as total ${hits}`);
  const place = pageOf(count?.total ?? 0, HITS_PER_PAGE, page);
  const rows = await rowsOf<Omit<BlockHit, "pieces"> & { text: string; headline: string }>(
    db,
    sql`
      select b.n, b.start_cp as start, b.end_cp as "end", b.text,
        ${headline(sql`b.text`, words)} as headline
      from (select b.* ${hits}
        order by b.n limit ${HITS_PER_PAGE} offset ${(place.page - 1) * HITS_PER_PAGE}) b
      order by b.n`,
  );
  return {
    rows: rows.map(({ text, headline, ...hit }) => ({ ...hit, pieces: markHits(text, headline) })),
    ...place,
  };
}

/** Requirements mentioned beside one quotation. */
const REQUIREMENTS_SHOWN = 6;

/**
 * The quoted words between two code points of a version, with what rests on them: a stelling, the
 * reactions that are these words, their kernwaarden and requirements. One query for a whole page;
 * what rests on the reactions to a stelling is left to `restsOn`.
 */
export async function quotedStretches(
  scope: DossierScope,
  place: { sourceVersionId: string; start: number; end: number },
): Promise<QuotedStretch[]> {
  const rows = await rowsOf<
    RestingTag & { passageId: string; start: number; end: number; total: number }
  >(
    await database(),
    sql`
      with p as (
        select id, start_cp, end_cp from passage
        where source_version_id = ${place.sourceVersionId} and dossier_id = ${scope.dossierId}
          and start_cp < ${place.end}::int and end_cp > ${place.start}::int
      ),
      r as (
        select p.id as passage_id, reaction.id, reaction.number, reaction.text
        from p join reaction on reaction.passage_id = p.id
      ),
      k as (
        select p.id as passage_id, c.core_value_id from p join coding c on c.passage_id = p.id
        where c.removed_at is null
        union
        select r.passage_id, c.core_value_id from r join coding c on c.reaction_id = r.id
        where c.removed_at is null
      ),
      q as (
        select p.id as passage_id, l.requirement_id
        from p join requirement_link l on l.passage_id = p.id where l.removed_at is null
        union
        select r.passage_id, l.requirement_id
        from r join requirement_link l on l.reaction_id = r.id where l.removed_at is null
        union
        select k.passage_id, l.requirement_id
        from k join requirement_link l on l.core_value_id = k.core_value_id
        where l.removed_at is null
      ),
      tag as (
        select p.id as passage_id, 1 as rank, 'statement' as kind, s.id, null as code, o.number,
          s.text, o.number as place, 0 as total
        from p
        join statement_occurrence o on o.dossier_id = ${scope.dossierId}
          and (o.passage_id = p.id or o.explanation_passage_id = p.id)
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
        join requirement e on e.id = q.requirement_id and e.dropped_at is null
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
}
