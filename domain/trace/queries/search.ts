import { type SQL, sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import type { AuthorizedDossierId, DossierScope } from "../../actor";
import {
  ROWS_PER_PAGE,
  SEARCH_COUNT_LIMIT,
  SEARCH_KINDS,
  type SearchGroup,
  type SearchHit,
  type SearchKind,
  type SearchResult,
} from "../model";
import {
  firstHit,
  HIT_START,
  HIT_STOP,
  markedText,
  numberInCode,
  searchWords,
  snippetOf,
  splitFirstLine,
  unmarked,
} from "../rules";

/** Hits per kind when all kinds are shown together. */
const FIRST_HITS = 5;

interface HitRow {
  id: string;
  code: string | null;
  title: string | null;
  headline: string;
  place: string | null;
  /** Only of a source: the block that matches. */
  start_cp?: number;
  end_cp?: number;
  n?: number;
  text?: string;
}

/**
 * Searches the requirements, kernwaarden, reactions, stellingen and source words of a dossier,
 * with Dutch stemming, a phrase in quotes, `or`, and `-word`; a code such as K-3 finds that thing.
 * What is typed is only ever words: `websearch_to_tsquery` has no syntax errors.
 *
 * @param only one kind, `ROWS_PER_PAGE` a page; else the first hits of each kind. Hits come in the
 *   order of their numbers, not by rank: ranking would read every hit of a common word.
 */
export async function searchEverything(
  scope: DossierScope,
  typed: string,
  only?: { kind: SearchKind; page: number },
): Promise<SearchResult> {
  const words = searchWords(typed);
  if (!words) return { words, empty: true, groups: [] };
  const db = await database();
  const [query] = await rowsOf<{ nodes: number }>(
    db,
    sql`select numnode(websearch_to_tsquery('dutch', ${words})) as nodes`,
  );
  const empty = query?.nodes === 0;
  const groups: SearchGroup[] = [];
  for (const kind of only ? [only.kind] : SEARCH_KINDS) {
    groups.push(await searchKind(db, scope.dossierId, kind, words, only));
  }
  const found = groups.some((group) => group.total > 0);
  return { words, empty: empty && !found, groups };
}

async function searchKind(
  db: Database,
  dossierId: AuthorizedDossierId,
  kind: SearchKind,
  words: string,
  only: { page: number } | undefined,
): Promise<SearchGroup> {
  const { from, where, columns, order, text } = placesOf(dossierId, kind, words);
  const [counted] = await rowsOf<{ total: number }>(
    db,
    sql`select count(*)::int as total from (
      select 1 ${from} where ${where} limit ${SEARCH_COUNT_LIMIT + 1}) found`,
  );
  const found = counted?.total ?? 0;
  const total = Math.min(found, SEARCH_COUNT_LIMIT);
  const size = only ? ROWS_PER_PAGE : FIRST_HITS;
  const pages = Math.max(1, Math.ceil(total / ROWS_PER_PAGE));
  const page = Math.min(Math.max(1, only?.page ?? 1), pages);
  // Only the rows of this page are marked: ts_headline parses the whole text again.
  const rows =
    total === 0
      ? []
      : await rowsOf<HitRow>(
          db,
          sql`select hit.*, ts_headline('dutch', translate(hit.words_text, ${HIT_START + HIT_STOP}, ''),
              websearch_to_tsquery('dutch', ${words}),
              ${`HighlightAll=true, StartSel=${HIT_START}, StopSel=${HIT_STOP}`}) as headline
            from (select ${columns}, ${text} as words_text ${from} where ${where}
              order by ${order} limit ${size} offset ${(page - 1) * size}) hit`,
        );
  return {
    kind,
    total,
    more: found > SEARCH_COUNT_LIMIT,
    page,
    pages,
    hits: rows.map((row) => toHit(row, kind)),
  };
}

function toHit(row: HitRow, kind: SearchKind): SearchHit {
  const marked = markedText(row.headline);
  const hit = firstHit(marked);
  let words: SearchHit["words"] = null;
  if (row.start_cp !== undefined && row.end_cp !== undefined) {
    // ts_headline replaces what looks like a tag by a space; then the whole block is shown instead.
    const exact = hit && unmarked(marked) === row.text;
    words = {
      start: row.start_cp + (exact ? hit.start : 0),
      end: exact ? row.start_cp + hit.end : row.end_cp,
      block: row.n ?? 1,
    };
  }
  // What has a name was searched with the name as its first line.
  const named = kind === "requirement" || kind === "coreValue";
  const [title, body] = splitFirstLine(marked);
  return {
    id: row.id,
    code: row.code,
    title: named ? title : row.title === null ? null : [{ text: row.title, hit: false }],
    snippet: snippetOf(named ? body : marked),
    place: row.place,
    words,
  };
}

/** Where a kind of thing is searched. Names of columns, tables and order are ours, never typed. */
function placesOf(
  dossierId: AuthorizedDossierId,
  kind: SearchKind,
  words: string,
): { from: SQL; where: SQL; columns: SQL; order: SQL; text: SQL } {
  const query = sql`websearch_to_tsquery('dutch', ${words})`;
  switch (kind) {
    case "requirement":
      return {
        columns: sql`r.id, r.code, v.title, c.title as place`,
        text: sql`v.title || E'\n' || v.body_text || E'\n' || v.explanation`,
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
        text: sql`k.name || E'\n' || k.definition || E'\n' || k.rule`,
        from: sql`from core_value k`,
        where: sql`k.dossier_id = ${dossierId}
          and (k.words @@ ${query} or k.number = ${numberInCode(words, "K")}::int)`,
        order: sql`k.number`,
      };
    case "reaction":
      return {
        columns: sql`r.id, 'R-' || r.number as code, null as title, (
          select c.title from consultation c where c.id = r.consultation_id) as place, r.number`,
        text: sql`r.text`,
        from: sql`from reaction r`,
        where: sql`r.dossier_id = ${dossierId}
          and (r.words @@ ${query} or r.number = ${numberInCode(words, "R")}::int)`,
        order: sql`r.number`,
      };
    case "statement":
      return {
        columns: sql`s.id, null as code, null as title, (
          select string_agg(c.title, ', ' order by c.held_on, c.title)
          from statement_occurrence o join consultation c on c.id = o.consultation_id
          where o.statement_id = s.id) as place`,
        text: sql`s.text || coalesce(E'\n' || s.explanation, '')`,
        from: sql`from statement s`,
        where: sql`s.dossier_id = ${dossierId} and s.words @@ ${query}`,
        order: sql`s.created_at, s.id`,
      };
    case "source":
      return {
        columns: sql`so.id, null as code, so.title, null as place, b.n, b.start_cp, b.end_cp, b.text`,
        text: sql`b.text`,
        from: sql`from source_block b
          join source_version v on v.id = b.source_version_id
          join source so on so.id = v.source_id`,
        where: sql`v.dossier_id = ${dossierId} and b.words @@ ${query}
          and not exists (select 1 from source_version newer
            where newer.source_id = v.source_id and newer.n > v.n)`,
        order: sql`so.created_at, so.id, b.n`,
      };
  }
}
