import { type SQL, sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import { dutchOrder, dutchQuery, headline } from "@/db/search";
import type { Layer } from "../kernel/layer";
import { pageOf } from "../kernel/paging";
import { query } from "../kernel/query";
import { type AuthorizedDossierId, layerOf, type ReaderScope, reader } from "../kernel/scope";
import { isAboutCalled, isCalled, labelsOf } from "../statements/rows/labels";
import { codeIn, excerpt, firstHit, markHits, numberInCode, searchWords } from "../text/hits";
import {
  type CodedThing,
  HITS_PER_PAGE,
  SEARCH_COUNT_LIMIT,
  SEARCH_KINDS,
  type SearchGroup,
  type SearchHit,
  type SearchKind,
  type SearchResult,
} from "./model";

/** Hits per kind when all kinds are shown together. */
const FIRST_HITS = 5;
/** Longest piece of text beside a hit, in UTF-16 units. */
const SNIPPET_LENGTH = 240;

interface HitRow {
  id: string;
  code: string | null;
  title: string | null;
  body: string;
  headline: string;
  place: string | null;
  /** Only of a reaction: how the stelling is numbered that it belongs to. */
  under?: string | null;
  /** Only of a source: the block that matches. */
  start_cp?: number;
  end_cp?: number;
  n?: number;
}

/**
 * Searches the requirements, kernwaarden, reactions, stellingen and source words of a dossier,
 * with Dutch stemming, a phrase in quotes, `or`, and `-word`; a code such as K-3 finds that thing, and the
 * number that a stelling has in minutes ("3.1", "stelling A") finds it and what was said about it.
 *
 * @param only one kind, `HITS_PER_PAGE` a page; else the first hits of each kind. Hits come in the
 *   order of their numbers, not by rank: ranking would read every hit of a common word.
 */
export const searchEverything = query(
  reader,
  async (
    scope: ReaderScope,
    typed: string,
    only?: { kind: SearchKind; page: number },
  ): Promise<SearchResult> => {
    const words = searchWords(typed);
    if (!words) return { words, empty: true, groups: [] };
    const db = await database();
    const [query] = await rowsOf<{ nodes: number }>(
      db,
      sql`select numnode(${dutchQuery(words)}) as nodes`,
    );
    const empty = query?.nodes === 0;
    const groups: SearchGroup[] = [];
    for (const kind of only ? [only.kind] : SEARCH_KINDS) {
      groups.push(await searchKind(db, scope, kind, words, only));
    }
    const found = groups.some((group) => group.total > 0);
    return { words, empty: empty && !found, groups };
  },
);

async function searchKind(
  db: Database,
  scope: ReaderScope,
  kind: SearchKind,
  words: string,
  only: { page: number } | undefined,
): Promise<SearchGroup> {
  const { from, where, columns, order, body } = placesOf(scope.dossierId, kind, words);
  const layer = await layerOf(scope);
  const [counted] = await rowsOf<{ total: number }>(
    db,
    sql`select count(*)::int as total from (
      select 1 ${from} where ${where} limit ${SEARCH_COUNT_LIMIT + 1}) found`,
  );
  const found = counted?.total ?? 0;
  const total = Math.min(found, SEARCH_COUNT_LIMIT);
  const size = only ? HITS_PER_PAGE : FIRST_HITS;
  const { page, pages } = pageOf(total, HITS_PER_PAGE, only?.page);
  const text = isNamed(kind) ? sql`hit.title || E'\n' || hit.body` : sql`hit.body`;
  // Only the rows of this page are marked.
  const rows =
    total === 0
      ? []
      : await rowsOf<HitRow>(
          db,
          sql`select hit.*, ${headline(text, words)} as headline
            from (select ${columns}, ${body} as body ${from} where ${where}
              order by ${order} limit ${size} offset ${(page - 1) * size}) hit`,
        );
  const hits = rows.map((row) => toHit(row, kind, layer));
  // What is only found by words that somebody may not read is not found.
  const seen = hits.filter((hit, i) => isSeen(hit) || !isReplaced(rows[i], layer));
  return {
    kind,
    total: total - (hits.length - seen.length),
    more: found > SEARCH_COUNT_LIMIT,
    page,
    pages,
    hits: seen,
  };
}

/**
 * The one thing with a code: R-12, K-3, E-2.1; capitals, spaces and the dash may differ.
 *
 * @returns null when nothing in the dossier has it, or when it is no code.
 */
export const thingWithCode = query(
  reader,
  async (scope: ReaderScope, typed: string): Promise<CodedThing | null> => {
    const code = codeIn(typed);
    if (!code) return null;
    const [found] = await rowsOf<CodedThing>(
      await database(),
      sql`select 'requirement' as kind, id from requirement
          where dossier_id = ${scope.dossierId} and lower(code) = lower(${code})
        union all select 'coreValue', id from core_value
          where dossier_id = ${scope.dossierId} and number = ${numberInCode(code, "K")}::int
        union all select 'reaction', id from live_reaction reaction
          where dossier_id = ${scope.dossierId} and number = ${numberInCode(code, "R")}::int
        limit 1`,
    );
    return found ?? null;
  },
);

/** Whether a kind of thing has a name that is searched with the rest of its words. */
function isNamed(kind: SearchKind): boolean {
  return kind === "requirement" || kind === "coreValue";
}

const isSeen = ({ title, snippet }: SearchHit): boolean =>
  [...(title ?? []), ...snippet].some((piece) => piece.hit);

function isReplaced(row: HitRow | undefined, layer: Layer | null): boolean {
  const words = `${row?.title ?? ""}\n${row?.body ?? ""}`;
  return layer !== null && layer.shown(words) !== words;
}

function toHit(row: HitRow, kind: SearchKind, layer: Layer | null): SearchHit {
  // Before it is cut into pieces, over which a name could be spread.
  const read = layer?.shown ?? ((text: string) => text);
  const body = markHits(read(row.body), row.headline);
  const title =
    row.title === null ? null : markHits(read(row.title), isNamed(kind) ? row.headline : null);
  let words: SearchHit["words"] = null;
  if (row.start_cp !== undefined && row.end_cp !== undefined) {
    // Behind what is replaced the words stand elsewhere than in the text: then the whole block is meant.
    const hit = read(row.body) === row.body ? firstHit(body) : null;
    words = {
      start: row.start_cp + (hit?.start ?? 0),
      end: hit ? row.start_cp + hit.end : row.end_cp,
      block: row.n ?? 1,
    };
  }
  const { id, code, place, under = null } = row;
  return { id, code, title, snippet: excerpt(body, SNIPPET_LENGTH), place, under, words };
}

/** Where a kind of thing is searched. Names of columns, tables and order are ours, never typed. */
function placesOf(
  dossierId: AuthorizedDossierId,
  kind: SearchKind,
  words: string,
): { from: SQL; where: SQL; columns: SQL; order: SQL; body: SQL } {
  const query = dutchQuery(words);
  switch (kind) {
    case "requirement":
      return {
        columns: sql`r.id, r.code, v.title, c.title as place`,
        body: sql`v.body_text || E'\n' || v.explanation`,
        from: sql`from requirement_version v
          join requirement r on r.id = v.requirement_id and r.lock_version = v.n
          join chapter c on c.id = r.chapter_id`,
        where: sql`v.dossier_id = ${dossierId} and (v.words @@ ${query} or (
          r.dossier_id = ${dossierId} and lower(r.code) = lower(${words})))`,
        order: sql`c.position, r.position, r.code`,
      };
    case "coreValue":
      return {
        columns: sql`k.id, 'K-' || k.number as code, k.name as title, null as place`,
        body: sql`k.definition || E'\n' || k.rule`,
        from: sql`from core_value k`,
        where: sql`k.dossier_id = ${dossierId}
          and (k.words @@ ${query} or k.number = ${numberInCode(words, "K")}::int)`,
        order: sql`k.number`,
      };
    case "reaction":
      return {
        columns: sql`r.id, 'R-' || r.number as code, null as title, (
          select c.title from consultation c where c.id = r.consultation_id) as place, r.number,
          ${labelsOf(sql`r.statement_id`, sql`r.consultation_id`)} as under`,
        body: sql`r.text`,
        from: sql`from live_reaction r`,
        where: sql`r.dossier_id = ${dossierId}
          and (r.words @@ ${query} or r.number = ${numberInCode(words, "R")}::int
            or ${isAboutCalled(dossierId, words)})`,
        order: sql`r.number`,
      };
    case "statement":
      return {
        columns: sql`s.id, ${labelsOf(sql`s.id`)} as code, null as title, (
          select string_agg(c.title, ', ' order by c.held_on, ${dutchOrder(sql`c.title`)})
          from statement_occurrence o join consultation c on c.id = o.consultation_id
          where o.statement_id = s.id) as place`,
        body: sql`s.text || coalesce(E'\n' || s.explanation, '')`,
        from: sql`from statement s`,
        where: sql`s.dossier_id = ${dossierId} and (s.words @@ ${query}
          or ${isCalled(sql`s.id`, dossierId, words)})`,
        order: sql`s.created_at, s.id`,
      };
    case "source":
      return {
        columns: sql`so.id, null as code, so.title, null as place, b.n, b.start_cp, b.end_cp`,
        body: sql`b.text`,
        from: sql`from source_block b
          join source_version v on v.id = b.source_version_id
          join source so on so.id = v.source_id`,
        where: sql`v.dossier_id = ${dossierId} and b.words @@ ${query} and so.state <> 'removed'
          and not exists (select from held_version h where h.source_version_id = v.id)
          and not exists (select 1 from source_version newer
            where newer.source_id = v.source_id and newer.n > v.n)`,
        order: sql`so.created_at, so.id, b.n`,
      };
  }
}
