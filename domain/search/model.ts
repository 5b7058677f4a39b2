import type { TextPiece } from "../text/model";
export const SEARCH_KINDS = [
  "requirement",
  "coreValue",
  "reaction",
  "statement",
  "source",
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Hits are counted up to here; beyond it the count is shown as "more than". */
export const SEARCH_COUNT_LIMIT = 1_000;

/** Hits on a page of one kind. */
export const HITS_PER_PAGE = 25;

export interface SearchHit {
  id: string;
  code: string | null;
  /** The name of the thing, its hits marked; null for what has none. */
  title: TextPiece[] | null;
  snippet: TextPiece[];
  /** Where it stands: chapter, consultation. */
  place: string | null;
  /** Of a reaction: how the stelling is numbered that it belongs to. */
  under: string | null;
  /** For words in a source: the first hit, in code points of the newest version. */
  words: { start: number; end: number; block: number } | null;
}

export interface SearchGroup {
  kind: SearchKind;
  total: number;
  /** There are more than `SEARCH_COUNT_LIMIT`. */
  more: boolean;
  page: number;
  pages: number;
  hits: SearchHit[];
}

export interface SearchResult {
  /** What was searched for, after cleaning. */
  words: string;
  /** No word is left to search for: only stop words or signs were typed. */
  empty: boolean;
  groups: SearchGroup[];
}

/** A thing that has a code of its own: E-2.1, K-3, R-12. */
export interface CodedThing {
  kind: "requirement" | "coreValue" | "reaction";
  id: string;
}
