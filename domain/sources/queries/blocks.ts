import { gte, lt, lte, type SQL, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { sourceBlock } from "@/db/schema";
import type { Paged } from "../../kernel/paging";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import { blocksThrough, wordsThrough } from "../../redaction/rows";
import type { BlockRow, ContentsEntry, SourcePart } from "../model";
import { blocksWhere, pageOfText, WEIGHT } from "../rows";
import { PRINT_WEIGHT, pageOfBlock, weightOf } from "../rules";

/** Lines of the contents beside a text; of a text with more, only the upper levels are listed. */
const CONTENTS_SHOWN = 150;
/** Longest line of the contents, in characters. */
const HEADING_LENGTH = 120;

/** One page of the blocks of a version, in order. A version of another dossier has none. */
export const listBlocks = query(
  reader,
  async (
    scope: ReaderScope,
    version: { versionId: string },
    page: number,
  ): Promise<Paged<BlockRow>> => {
    const db = await database();
    const { versionId } = version;
    const { rows, ...place } = await pageOfText(db, scope.dossierId, versionId, { page });
    return { rows: await blocksThrough(db, scope, versionId, rows), ...place };
  },
);

/**
 * The blocks of a version from one number to another to print, as many as go on one page of the browser.
 * A version of another dossier has none.
 */
export const blocksToPrint = query(
  reader,
  async (
    scope: ReaderScope,
    versionId: string,
    { from, until }: { from: number; until: number },
  ): Promise<BlockRow[]> => {
    const db = await database();
    const [first] = await rowsOf<{ n: number; start: number }>(
      db,
      sql`select n, start_cp as start from source_block
        where source_version_id = ${versionId} and n = ${Math.max(1, from)}::int`,
    );
    if (!first) return [];
    const rows = await blocksWhere(
      db,
      scope.dossierId,
      versionId,
      sql`${gte(sourceBlock.n, first.n)} and ${lte(sourceBlock.n, until)}
        and ${lt(WEIGHT, weightOf(first) + PRINT_WEIGHT)}`,
    );
    return blocksThrough(db, scope, versionId, rows);
  },
);

/** The page of {@link listBlocks} on which a code point of the text stands. */
export const pageOfPlace = query(
  reader,
  async (scope: ReaderScope, versionId: string, place: number): Promise<number> => {
    const [found] = await rowsOf<{ n: number; start: number }>(
      await database(),
      sql`
      select b.n, b.start_cp as start
      from source_block b join source_version v on v.id = b.source_version_id
      where v.id = ${versionId} and v.dossier_id = ${scope.dossierId} and b.start_cp <= ${place}
      order by b.start_cp desc limit 1`,
    );
    return found ? pageOfBlock(found) : 1;
  },
);

/**
 * The documents and headings of a version, in order. When there are many, the headings of the upper levels;
 * when those are too many as well, the ones around `near`, a code point.
 */
export const contentsOf = query(
  reader,
  async (
    scope: ReaderScope,
    version: {
      versionId: string;
      parts: readonly Pick<SourcePart, "firstBlock" | "start" | "title">[];
    },
    near: number,
  ): Promise<ContentsEntry[]> => {
    const db = await database();
    const headings = await rowsOf<ContentsEntry>(
      db,
      sql`
      with heading as (
        select b.n, b.start_cp as start, b.level, b.text,
          count(*) over (order by b.level) as upto
        from source_block b join source_version v on v.id = b.source_version_id
        where v.id = ${version.versionId} and v.dossier_id = ${scope.dossierId} and b.form = 'heading'
      ),
      chosen as (
        select * from heading
        where upto <= ${CONTENTS_SHOWN} or level = (select min(level) from heading)
        order by abs(start - ${near}::int) limit ${CONTENTS_SHOWN}
      )
      select n, start, level, left(text, ${HEADING_LENGTH}::int) as text from chosen order by n`,
    );
    const read = await wordsThrough(db, scope, version.versionId, headings);
    for (const [i, heading] of headings.entries()) heading.text = read[i] ?? "";
    if (version.parts.length < 2) return headings;
    const parts = version.parts.map(({ firstBlock, start, title }) => ({
      n: firstBlock,
      start,
      level: 0,
      text: title,
    }));
    const begins = new Set(parts.map(({ n }) => n));
    return [...headings.filter(({ n }) => !begins.has(n)), ...parts]
      .sort((a, b) => Math.abs(a.start - near) - Math.abs(b.start - near))
      .slice(0, CONTENTS_SHOWN)
      .sort((a, b) => a.n - b.n);
  },
);

/** Where the pages on paper begin of these versions, in code points; one without pages is left out. */
export const paperOf = query(
  reader,
  async (
    scope: ReaderScope,
    versionIds: readonly string[],
  ): Promise<Map<string, readonly number[]>> => {
    const rows = await rowsOf<{ id: string; pages: number[] }>(
      await database(),
      sql`
      select id, to_json(pages) as pages from source_version
      where dossier_id = ${scope.dossierId} and pages is not null and id in (
        select value::uuid from jsonb_array_elements_text(
          ${JSON.stringify([...new Set(versionIds)])}::text::jsonb))`,
    );
    return new Map(rows.map(({ id, pages }) => [id, pages]));
  },
);

/** The quotations nearest before and after a stretch of a version, to go on to by keyboard. */
export const passagesAround = query(
  reader,
  async (
    scope: ReaderScope,
    versionId: string,
    { start, end }: { start: number; end: number },
  ): Promise<{ before: string | null; after: string | null }> => {
    const nearest = (where: SQL, order: SQL) => sql`(
      select p.passage_id from placed_passage p
      where p.source_version_id = ${versionId} and p.dossier_id = ${scope.dossierId} and ${where}
      order by ${order} limit 1)`;
    const [found] = await rowsOf<{ before: string | null; after: string | null }>(
      await database(),
      sql`select ${nearest(sql`p.start_cp < ${start}`, sql`p.start_cp desc, p.end_cp desc`)} as before,
        ${nearest(sql`p.start_cp >= ${end}`, sql`p.start_cp, p.end_cp`)} as after`,
    );
    return found ?? { before: null, after: null };
  },
);
