import { shortened } from "@/components/text/shortened";
import { throughLayer } from "@/domain/privacy/rules/layer";
import { type DiffPart, diffWords } from "@/domain/requirements/rules/diff";
import type { BlockRow, PlaceRow } from "@/domain/sources/model";
import { stretchOf } from "@/domain/text/blocks";

/**
 * The words between two code points of a version, out of the blocks around them: as somebody reads them, so with
 * words in place of what is replaced for them.
 */
export function wordsBetween(
  blocks: readonly BlockRow[],
  place: { start: number; end: number } | null,
): string {
  if (!place) return "";
  const { text, start } = stretchOf(blocks, place);
  if (text === "") return "";
  return throughLayer(
    text,
    start,
    blocks.flatMap(({ replaced = [] }) => replaced),
  );
}

/** A block beside a place, or what of it stands outside that. */
export interface Piece {
  /** Code points in its version. */
  start: number;
  end: number;
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
    return text === "" ? [] : [{ start, end, text, whole }];
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
export function joinsBetween(
  old: readonly Pick<Piece, "text" | "whole">[],
  now: readonly Pick<Piece, "text" | "whole">[],
): Map<string, number> {
  const once = (pieces: readonly Pick<Piece, "text" | "whole">[]) => {
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

/** Words that came in place of others: empty where there were none, or are none. */
export interface WordChange {
  from: string;
  to: string;
}

/** What changed between two texts, each run of words once; white space between changed words belongs to the run. */
export function wordChanges(parts: readonly DiffPart[]): WordChange[] {
  const changes: WordChange[] = [];
  let open: WordChange | null = null;
  let gap = "";
  for (const { type, text } of parts) {
    if (type === "same") {
      if (/\S/.test(text)) open = null;
      else gap += text;
      continue;
    }
    if (!open) {
      open = { from: "", to: "" };
      changes.push(open);
    } else {
      open.from += gap;
      open.to += gap;
    }
    gap = "";
    open[type === "removed" ? "from" : "to"] += text;
  }
  return changes
    .map(({ from, to }) => ({ from: from.trim(), to: to.trim() }))
    .filter(({ from, to }) => from !== to);
}

/** Longest run of words that is named beside a passage, in UTF-16 units. */
const NAMED = 24;

/**
 * What to say of a passage whose words changed, in a few words: the change itself when it is one and short, else of
 * how many of its words there is something different.
 */
export function inShort(
  before: string,
  after: string,
): { what: "word"; change: WordChange } | { what: "words"; count: number } {
  const changes = wordChanges(diffWords(before, after));
  const [only] = changes;
  if (changes.length === 1 && only && only.from.length <= NAMED && only.to.length <= NAMED) {
    return { what: "word", change: only };
  }
  const words = (text: string) => text.match(/[\p{L}\p{N}\p{M}]+/gu)?.length ?? 0;
  const count = changes.reduce((sum, { from, to }) => sum + Math.max(words(from), words(to)), 0);
  return { what: "words", count };
}

/** The first words of a passage, to know it by. */
export function nameOf({ exact }: Pick<PlaceRow, "exact">): string {
  const words = exact.replace(/\s+/g, " ").trim();
  return shortened(words, 36);
}
