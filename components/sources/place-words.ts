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
  if (!first || !place || place.end <= place.start) return "";
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

/** A block beside a place, or what of it stands outside that. */
export interface Piece {
  text: string;
  /** By which it is known in the other version: all of a block. */
  whole: boolean;
}

/** The blocks before and after a place, and what stands beside it in its own. */
export function piecesAround(
  blocks: readonly BlockRow[],
  place: { start: number; end: number },
): { before: Piece[]; after: Piece[] } {
  const piece = (start: number, end: number, whole: boolean): Piece[] => {
    const text = wordsBetween(blocks, { start, end }).trim();
    return text === "" ? [] : [{ text, whole }];
  };
  return {
    before: blocks.flatMap(({ start, end }) =>
      piece(start, Math.min(end, place.start), end <= place.start),
    ),
    after: blocks.flatMap(({ start, end }) =>
      piece(Math.max(start, place.end), end, start >= place.end),
    ),
  };
}

/** As much of a block as is shown beside a passage at once: the passage itself must stay in sight. */
const BESIDE = 240;

/**
 * A text beside a passage, cut between two words: what stands nearest to the passage, and the rest.
 *
 * @param side on which side of the passage the text stands.
 */
export function nearest(text: string, side: "before" | "after"): { near: string; rest: string } {
  // A cut that leaves a few words is no use.
  if (text.length <= BESIDE * 1.25) return { near: text, rest: "" };
  if (side === "after") {
    const at = text.lastIndexOf(" ", BESIDE);
    const cut = at > 0 ? at : BESIDE;
    return { near: text.slice(0, cut), rest: text.slice(cut).trim() };
  }
  const at = text.indexOf(" ", text.length - BESIDE);
  const cut = at > 0 ? at : text.length - BESIDE;
  return { near: text.slice(cut).trim(), rest: text.slice(0, cut) };
}

/** Blocks that say the same in both versions and once in each, numbered: between those a line is drawn. */
export function joinsBetween(old: readonly Piece[], now: readonly Piece[]): Map<string, number> {
  const once = (pieces: readonly Piece[]) => {
    const whole = pieces.filter((piece) => piece.whole).map(({ text }) => text);
    return whole.filter((text) => whole.indexOf(text) === whole.lastIndexOf(text));
  };
  const there = new Set(once(now));
  return new Map(
    once(old)
      .filter((text) => there.has(text))
      .map((text, i) => [text, i + 1]),
  );
}

/** The first words of a passage, to know it by. */
export function nameOf({ exact }: Pick<PlaceRow, "exact">): string {
  const words = exact.replace(/\s+/g, " ").trim();
  return words.length > 48 ? `${words.slice(0, 47)}…` : words;
}
