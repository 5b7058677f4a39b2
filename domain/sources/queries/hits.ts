import { type SQL, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { dutchQuery, headline } from "@/db/search";
import { type Paged, pageOf } from "../../kernel/paging";
import { query } from "../../kernel/query";
import { type ReaderScope, reader, readerOf } from "../../kernel/scope";
import { blocksThrough } from "../../redaction/rows";
import { markHits, searchWords } from "../../text/hits";
import { codePointLength } from "../../text/rules";
import type { BlockHit, HitPlace } from "../model";

/** Hits on one page when searching within a source. */
const HITS_PER_PAGE = 25;

/** The blocks `b` of a version in which words stand. */
const hitsIn = (scope: ReaderScope, versionId: string, words: string): SQL => sql`
  from source_block b join source_version v on v.id = b.source_version_id
  where v.id = ${versionId} and v.dossier_id = ${scope.dossierId} and b.words @@ ${dutchQuery(words)}`;

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
    const hits = hitsIn(scope, versionId, words);
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
    const read = await readerOf(scope);
    return {
      rows: rows.map(({ text, headline, ...hit }) => ({
        ...hit,
        pieces: markHits(read(text), headline),
      })),
      ...place,
    };
  },
);

/** Where one is among the blocks with the words, and the ones before and after; `at` is a code point. */
export const hitPlace = query(
  reader,
  async (scope: ReaderScope, versionId: string, typed: string, at: number): Promise<HitPlace> => {
    const [found] = await rowsOf<HitPlace>(
      await database(),
      sql`
      with hit as (select b.start_cp as start, b.end_cp as "end" ${hitsIn(scope, versionId, searchWords(typed))}),
      here as (select max(start) as start from hit where start <= ${at}::int)
      select (select count(*)::int from hit) as total,
        (select count(*)::int from hit where start <= ${at}::int) as index,
        (select to_json(hit) from hit, here where hit.start < coalesce(here.start, 0)
          order by hit.start desc limit 1) as previous,
        (select to_json(hit) from hit where start > ${at}::int order by start limit 1) as next`,
    );
    return found ?? { total: 0, index: 0, previous: null, next: null };
  },
);

/** The searched words themselves on a page of a version, in code points of its text. */
export const hitsOnPage = query(
  reader,
  async (
    scope: ReaderScope,
    versionId: string,
    typed: string,
    page: { start: number; end: number },
  ): Promise<{ start: number; end: number }[]> => {
    const words = searchWords(typed);
    if (!words) return [];
    const db = await database();
    const found = await rowsOf<{ start: number; end: number; text: string; headline: string }>(
      db,
      sql`select b.start_cp as start, b.end_cp as "end", b.text, ${headline(sql`b.text`, words)} as headline
        ${hitsIn(scope, versionId, words)} and b.start_cp >= ${page.start} and b.start_cp < ${page.end}
        order by b.start_cp`,
    );
    const rows = await blocksThrough(db, scope, versionId, found);
    return rows.flatMap(({ start, text, headline: marked }) => {
      let at = start;
      return markHits(text, marked).flatMap((piece) => {
        const from = at;
        at += codePointLength(piece.text);
        return piece.hit ? [{ start: from, end: at }] : [];
      });
    });
  },
);
