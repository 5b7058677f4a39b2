import { CodePointIndex, codePointLength, trimRange } from "../text/rules";

/**
 * Whether a speaker as written stands for more than one person: minutes put "X" where a name was
 * taken out, whoever it was.
 */
export function standsForMany(speaker: string | null): boolean {
  return speaker !== null && /(?<![\p{L}\p{N}])X(?![\p{L}\p{N}])/u.test(speaker);
}

/** Most parts of one reaction: who says more than this in one has sent a document. */
export const MAX_PARTS = 12;

/** Words of a reaction, in code points of its text. */
export interface Stretch {
  start: number;
  end: number;
  exact: string;
}

const SENTENCE_END =
  /[.!?…]["'”’)\]]*(?=\s)|[;:](?=\s)|\n|,(?=\s(?:maar|en|want|ook|verder|daarnaast)\s)/g;

/** Something that says anything at all. */
const SAYS = /[\p{L}\p{N}]/u;

/** The places in a text where a part is likely to begin, with the words up to the next one: sentences, lines, clauses. */
export function piecesOf(text: string): Stretch[] {
  const index = new CodePointIndex(text);
  const ends = [...text.matchAll(SENTENCE_END)].map((found) => found.index + found[0].length);
  const pieces: Stretch[] = [];
  let from = 0;
  for (const to of [...ends, text.length]) {
    const piece = stretchIn(text, index, from, to);
    // A number before a dot or a lone dash goes with what follows it.
    if (!piece || codePointLength(piece.exact) < 4) continue;
    pieces.push(piece);
    from = to;
  }
  const last = pieces.at(-1);
  if (last && from < text.length && SAYS.test(text.slice(from))) {
    const whole = stretchIn(text, index, index.toUtf16(last.start), text.length);
    if (whole) pieces[pieces.length - 1] = whole;
  }
  return pieces;
}

/** What stands between two places (UTF-16), without the white space around it; null when that says nothing. */
function stretchIn(text: string, index: CodePointIndex, from: number, to: number): Stretch | null {
  const { start, end } = trimRange(text, from, to);
  const exact = text.slice(start, end);
  if (!SAYS.test(exact)) return null;
  return { start: index.toCodePoint(start), end: index.toCodePoint(end), exact };
}

/**
 * The parts into which a text falls when it is cut before these places (code points): all of its words, in their order.
 *
 * @returns null when there are not two or more parts that each say something, or more than {@link MAX_PARTS}.
 */
export function stretchesOf(text: string, cuts: readonly number[]): Stretch[] | null {
  const index = new CodePointIndex(text);
  const places = [...new Set(cuts)].sort((a, b) => a - b);
  const inside = places.every((place) => place > 0 && place < index.length);
  if (!inside || places.length === 0 || places.length >= MAX_PARTS) return null;
  const edges = [0, ...places, index.length].map((place) => index.toUtf16(place));
  const parts = edges.slice(1).flatMap((to, i) => stretchIn(text, index, edges[i] ?? 0, to) ?? []);
  return parts.length === edges.length - 1 ? parts : null;
}

/**
 * What of some parts still stands when who sent them wrote another text, and the words between, which are nobody's part yet. A
 * part stands where all its words do, not inside other words, and where no longer part has them. As many parts with the
 * same words as there are places for are told apart by their order; of more or fewer nobody knows which is which.
 *
 * @param words of each part, as they were when it was made.
 */
export function partsIn(
  text: string,
  words: readonly string[],
): { kept: ReadonlySet<number>; others: Stretch[] } {
  const kept = new Set<number>();
  const taken: { from: number; to: number }[] = [];
  const alike = new Map<string, number[]>();
  for (const [i, exact] of words.entries()) alike.set(exact, [...(alike.get(exact) ?? []), i]);
  // The longest first: what stands in it is its, and no part of its own.
  const longestFirst = [...alike].sort(([a], [b]) => b.length - a.length);
  for (const [exact, parts] of longestFirst) {
    const places = placesOf(text, exact).filter(
      ({ from, to }) => !taken.some((one) => one.from < to && from < one.to),
    );
    if (places.length !== parts.length) continue;
    taken.push(...places);
    for (const part of parts) kept.add(part);
  }
  const index = new CodePointIndex(text);
  const others: Stretch[] = [];
  let at = 0;
  for (const { from, to } of [
    ...taken.sort((a, b) => a.from - b.from),
    { from: text.length, to: 0 },
  ]) {
    const between = stretchIn(text, index, at, from);
    if (between) others.push(between);
    at = to;
  }
  return { kept, others };
}

const BEGINS_WITH_WORD = /^[\p{L}\p{N}\p{M}]/u;
const ENDS_WITH_WORD = /[\p{L}\p{N}\p{M}]$/u;

/** Where words stand in a text (UTF-16), one after the other and not within other words. */
function placesOf(text: string, exact: string): { from: number; to: number }[] {
  const places: { from: number; to: number }[] = [];
  if (exact === "") return places;
  const opens = BEGINS_WITH_WORD.test(exact);
  const closes = ENDS_WITH_WORD.test(exact);
  let from = text.indexOf(exact);
  while (from >= 0) {
    const to = from + exact.length;
    // Two units before it are enough for one sign of any kind.
    const within =
      (opens && ENDS_WITH_WORD.test(text.slice(Math.max(from - 2, 0), from))) ||
      (closes && BEGINS_WITH_WORD.test(text.slice(to, to + 2)));
    if (!within) places.push({ from, to });
    from = text.indexOf(exact, within ? from + 1 : to);
  }
  return places;
}
