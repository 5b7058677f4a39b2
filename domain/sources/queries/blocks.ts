import { and, asc, eq, gt, lte, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { sourceBlock, sourceVersion } from "@/db/schema";
import { dutchQuery, headline } from "@/db/search";
import { type Paged, pageOf } from "../../kernel/paging";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import { markHits, searchWords } from "../../text/hits";
import type { BlockHit, BlockRow } from "../model";

/** Blocks on one page of the reading view: with what rests on each, as much as a page should weigh. */
const BLOCKS_PER_PAGE = 35;
/** Hits on one page when searching within a source. */
const HITS_PER_PAGE = 25;

/** One page of the blocks of a version, in order. A version of another dossier has none. */
export const listBlocks = query(
  reader,
  async (
    scope: ReaderScope,
    version: { versionId: string; blocks: number },
    page: number,
  ): Promise<Paged<BlockRow>> => {
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
  },
);

/** The page of {@link listBlocks} on which a code point of the text stands. */
export const pageOfPlace = query(
  reader,
  async (scope: ReaderScope, versionId: string, place: number): Promise<number> => {
    const [found] = await rowsOf<{ n: number }>(
      await database(),
      sql`
      select b.n from source_block b join source_version v on v.id = b.source_version_id
      where v.id = ${versionId} and v.dossier_id = ${scope.dossierId} and b.start_cp <= ${place}
      order by b.start_cp desc limit 1`,
    );
    return pageOfBlock(found?.n ?? 1);
  },
);

/** The page of {@link listBlocks} on which a block stands. */
export function pageOfBlock(n: number): number {
  return Math.ceil(n / BLOCKS_PER_PAGE);
}

/** Blocks of a version with the words (Dutch, by their stem), in the order of the text. */
export const searchBlocks = query(
  reader,
  async (
    scope: ReaderScope,
    versionId: string,
    typed: string,
    page?: number,
  ): Promise<Paged<BlockHit>> => {
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
      rows: rows.map(({ text, headline, ...hit }) => ({
        ...hit,
        pieces: markHits(text, headline),
      })),
      ...place,
    };
  },
);
