import type { MarkedText } from "../model";

/**
 * Private-use characters around a hit in `ts_headline`: no tag that would have to be escaped, and
 * nothing that stands in ordinary text. They are taken out of the text before it is marked.
 */
export const HIT_START = "\ue000";
export const HIT_STOP = "\ue001";

/** Pieces of a text in which hits stand between {@link HIT_START} and {@link HIT_STOP}. */
export function markedText(headline: string): MarkedText {
  const pieces: MarkedText = [];
  let hit = false;
  for (const part of headline.split(/([\ue000\ue001])/u)) {
    if (part === HIT_START) hit = true;
    else if (part === HIT_STOP) hit = false;
    else if (part) pieces.push({ text: part, hit });
  }
  return pieces;
}

/** The text of pieces, without what marks them. */
export function unmarked(pieces: MarkedText): string {
  return pieces.map((piece) => piece.text).join("");
}

/** The pieces of the first line of a text, and of what comes after it. */
export function splitFirstLine(pieces: MarkedText): [MarkedText, MarkedText] {
  const first: MarkedText = [];
  const rest: MarkedText = [];
  let inRest = false;
  for (const piece of pieces) {
    const end: number = inRest ? -1 : piece.text.indexOf("\n");
    const head = inRest ? "" : end < 0 ? piece.text : piece.text.slice(0, end);
    const tail = inRest ? piece.text : end < 0 ? "" : piece.text.slice(end + 1);
    if (head) first.push({ text: head, hit: piece.hit });
    if (tail) rest.push({ text: tail, hit: piece.hit });
    inRest ||= end >= 0;
  }
  return [first, rest];
}

/**
 * Where the first hit stands, in code points from the start of the text, or null without one.
 * Hits with only a space between them count as one: "goed bereikbaar" is one stretch.
 */
export function firstHit(pieces: MarkedText): { start: number; end: number } | null {
  let at = 0;
  let found: { start: number; end: number } | null = null;
  for (const piece of pieces) {
    const length = [...piece.text].length;
    if (piece.hit && found === null) found = { start: at, end: at + length };
    else if (piece.hit && found) found.end = at + length;
    else if (found && piece.text.trim() !== "") return found;
    at += length;
  }
  return found;
}

/** The pieces around the first hit, at most about `length` UTF-16 units, cut at white space. */
export function snippetOf(pieces: MarkedText, length = 240): MarkedText {
  const first = pieces.findIndex((piece) => piece.hit);
  const whole = unmarked(pieces);
  if (whole.length <= length) return pieces;
  const lead = unmarked(pieces.slice(0, Math.max(first, 0)));
  let from = Math.max(0, lead.length - Math.floor(length / 3));
  if (from > 0) {
    const space = whole.slice(from, lead.length).search(/\s/u);
    from = space >= 0 ? from + space + 1 : lead.length;
  }
  let to = Math.min(whole.length, from + length);
  if (to < whole.length) {
    const space = whole.slice(from, to).search(/\s\S*$/u);
    if (space > 0) to = from + space;
  }
  const shown: MarkedText = [];
  let at = 0;
  for (const piece of pieces) {
    const start = Math.max(from - at, 0);
    const end = Math.min(to - at, piece.text.length);
    if (start < end) shown.push({ text: piece.text.slice(start, end), hit: piece.hit });
    at += piece.text.length;
  }
  if (from > 0) shown.unshift({ text: "… ", hit: false });
  if (to < whole.length) shown.push({ text: " …", hit: false });
  return shown;
}

/**
 * What somebody typed to search for: no control characters (PostgreSQL refuses NUL), one space
 * between words, at most 200 characters.
 */
export function searchWords(typed: string): string {
  const clean = typed
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cs}\ue000\ue001]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return [...clean].slice(0, 200).join("").trim();
}

/** The number in a display code of reactions or kernwaarden ("R-12", "k 3"), or null. */
export function numberInCode(words: string, letter: "R" | "K"): number | null {
  const found = new RegExp(`^${letter}[-\\s]?(\\d{1,9})$`, "iu").exec(words);
  return found ? Number(found[1]) : null;
}
