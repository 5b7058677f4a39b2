import { throughLayer } from "@/domain/privacy/rules/layer";
import type { BlockRow, PlaceRow } from "@/domain/sources/model";
import { CodePointIndex } from "@/domain/text/rules";

/**
 * The words between two code points of a version, out of the blocks around them: as somebody reads them, so with
 * words in place of what is replaced for them.
 */
export function wordsBetween(
  blocks: readonly BlockRow[],
  place: { start: number; end: number } | null,
): string {
  const [first] = blocks;
  if (!first || !place) return "";
  const text = blocks.map((block, i) => (i === 0 ? "" : block.before) + block.text).join("");
  const index = new CodePointIndex(text);
  const at = (codePoint: number) =>
    index.toUtf16(Math.min(index.length, Math.max(0, codePoint - first.start)));
  const from = at(place.start);
  return throughLayer(
    text.slice(from, at(place.end)),
    first.start + index.toCodePoint(from),
    blocks.flatMap(({ replaced = [] }) => replaced),
  );
}

/** The words around a place, before and after it. */
export function wordsAround(
  blocks: readonly BlockRow[],
  { start, end }: { start: number; end: number },
): { before: string; after: string } {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!first || !last) return { before: "", after: "" };
  return {
    before: wordsBetween(blocks, { start: first.start, end: start }),
    after: wordsBetween(blocks, { start: end, end: last.end }),
  };
}

/** The first words of a passage, to know it by. */
export function nameOf({ exact }: Pick<PlaceRow, "exact">): string {
  const words = exact.replace(/\s+/g, " ").trim();
  return words.length > 48 ? `${words.slice(0, 47)}…` : words;
}
