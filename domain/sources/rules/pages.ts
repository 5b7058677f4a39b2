import { BLOCK_WEIGHT } from "@/db/vocabulary";

/**
 * The reader shows a text in pages of about this weight: code points of text, and `BLOCK_WEIGHT` for each
 * block. Text stands in a page twice, for who reads it and for the scripts, so this is some 300 kB of HTML.
 */
export const PAGE_WEIGHT = 100_000;

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
