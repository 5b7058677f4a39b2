import { BLOCK_WEIGHT } from "@/db/vocabulary";

/**
 * The reader shows a text in pages of about this weight: code points of text, and `BLOCK_WEIGHT` for each
 * block. Text stands in a page twice, for who reads it and for the scripts, so that this stays within 300 kB of
 * HTML also when something rests on every block.
 */
export const PAGE_WEIGHT = 65_000;

/** What is printed at once: some fifty sheets of minutes. */
export const PRINT_WEIGHT = 12 * PAGE_WEIGHT;

/** What stands before a block and with it. It only goes up, so a page is a stretch of it. */
export function weightOf({ n, start }: { n: number; start: number }): number {
  return start + BLOCK_WEIGHT * n;
}

/** The page a block stands on, from 1. */
export function pageOfBlock(block: { n: number; start: number }): number {
  return Math.floor(weightOf(block) / PAGE_WEIGHT) + 1;
}

/** The number of the page of a document on paper, from 1, on which a place stands; null without pages. */
export function paperPage(pages: readonly number[] | null, place: number): number | null {
  if (!pages || pages.length === 0) return null;
  let [low, high] = [0, pages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pages[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, low);
}

/** The pages of a document on paper on which words stand. */
export interface PaperRange {
  first: number;
  last: number;
}

/** On which pages of a document on paper words stand, in code points; null without pages. */
export function paperRange(
  pages: readonly number[] | null,
  { start, end }: { start: number; end: number },
): PaperRange | null {
  const first = paperPage(pages, start);
  const last = paperPage(pages, Math.max(start, end - 1));
  return first === null || last === null ? null : { first, last };
}
