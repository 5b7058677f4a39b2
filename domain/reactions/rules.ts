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
 * What of some parts still stands when who sent them wrote another text: those whose words stand there once, in the order they
 * were, and the words between them, which are nobody's part yet.
 */
export function partsIn(
  text: string,
  words: readonly string[],
): { kept: ReadonlySet<number>; others: Stretch[] } {
  const index = new CodePointIndex(text);
  const kept = new Set<number>();
  const others: Stretch[] = [];
  let from = 0;
  for (const [i, exact] of words.entries()) {
    const at = text.indexOf(exact);
    if (at < from || text.includes(exact, at + 1)) continue;
    others.push(...[stretchIn(text, index, from, at)].filter((one) => one !== null));
    kept.add(i);
    from = at + exact.length;
  }
  others.push(...[stretchIn(text, index, from, text.length)].filter((one) => one !== null));
  return { kept, others };
}
