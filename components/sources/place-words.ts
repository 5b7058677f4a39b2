import type { BlockRow, PlaceRow } from "@/domain/sources/model";
import { contextAfter, contextBefore } from "@/domain/text/context";
import { CodePointIndex } from "@/domain/text/rules";

/** The words between two code points of a version, out of the blocks around them. */
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
  return text.slice(at(place.start), at(place.end));
}

/** So much of the words around a place stands beside it, in characters: the place itself must be in sight. */
const NEAR = 240;

/** The nearest words around a place, before and after it, for reading. */
export function wordsAround(
  blocks: readonly BlockRow[],
  { start, end }: { start: number; end: number },
): { before: string; after: string } {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!first || !last) return { before: "", after: "" };
  const before = wordsBetween(blocks, { start: first.start, end: start });
  const after = wordsBetween(blocks, { start: end, end: last.end });
  return {
    before: contextBefore(before.slice(-NEAR), before.length > NEAR),
    after: contextAfter(after.slice(0, NEAR), after.length > NEAR),
  };
}

/** The first words of a passage, to know it by. */
export function nameOf({ exact }: Pick<PlaceRow, "exact">): string {
  const words = exact.replace(/\s+/g, " ").trim();
  return words.length > 48 ? `${words.slice(0, 47)}…` : words;
}
