import type { TextPiece } from "./model";

/**
 * What encloses a hit in the answer of the database: characters for private use, taken out of
 * the words first, so that no text can pretend to be a hit.
 */
export const HIT_START = "\u{e000}";
export const HIT_END = "\u{e001}";

/** Longest text in a list, in UTF-16 units; the whole of it stands on its own page. */
const LIST_LENGTH = 480;
/** What is shown before the first hit when a long text is cut. */
const LEAD_IN = 80;

const NOT_IN_WORD = "(?<![\\p{L}\\p{N}])";
const NOT_AFTER_WORD = "(?![\\p{L}\\p{N}])";

/**
 * The text in pieces, hits apart. `headline` is the same text as `ts_headline` gives it back; only
 * the words it marks are used, since it alters other things (what looks like a tag disappears).
 */
export function markHits(text: string, headline: string | null): TextPiece[] {
  const words = headline ? hitWords(headline) : [];
  if (words.length === 0) return text === "" ? [] : [{ text, hit: false }];
  const pattern = new RegExp(
    `${NOT_IN_WORD}(?:${words.map(escaped).join("|")})${NOT_AFTER_WORD}`,
    "gu",
  );
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), hit: false });
    pieces.push({ text: match[0], hit: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false });
  return pieces;
}

function hitWords(headline: string): string[] {
  const words = new Set<string>();
  for (const part of headline.split(HIT_START).slice(1)) {
    const [word = ""] = part.split(HIT_END);
    if (word) words.add(word);
  }
  // The longest first: in an alternation the first that fits wins.
  return [...words].sort((a, b) => b.length - a.length);
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/** The pieces as they fit in a list: a long text is cut at words, around the first hit. */
export function excerpt(pieces: TextPiece[], length = LIST_LENGTH): TextPiece[] {
  const text = pieces.map((piece) => piece.text).join("");
  if (text.length <= length) return pieces;
  let firstHit = 0;
  for (const piece of pieces) {
    if (piece.hit) break;
    firstHit += piece.text.length;
  }
  const hitFound = firstHit < text.length;
  const wanted = hitFound ? Math.max(0, firstHit - LEAD_IN) : 0;
  const from = wanted === 0 ? 0 : nextWord(text, wanted);
  const to = from + length >= text.length ? text.length : wordEnd(text, from + length);
  const cut: TextPiece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const start = Math.max(from, at);
    const end = Math.min(to, at + piece.text.length);
    if (start < end) cut.push({ text: piece.text.slice(start - at, end - at), hit: piece.hit });
    at += piece.text.length;
  }
  if (from > 0) cut.unshift({ text: "… ", hit: false });
  if (to < text.length) cut.push({ text: " …", hit: false });
  return cut;
}

function nextWord(text: string, from: number): number {
  const space = text.slice(from, from + LEAD_IN).search(/\s/);
  return space < 0 ? from : from + space + 1;
}

function wordEnd(text: string, to: number): number {
  const space = text.slice(0, to).search(/\s\S*$/);
  return space > to - LEAD_IN ? space : to;
}

/** As many code points of context as a passage comes with; less means the text begins or ends. */
const CONTEXT = 120;

/** What stands before quoted words, from a whole word on, without signs for headings and stress. */
export function contextBefore(before: string): string {
  if ([...before].length < CONTEXT) return withoutSigns(before);
  return `… ${withoutSigns(before.slice(nextWord(before, 0)))}`;
}

/** What stands after quoted words, up to a whole word, without signs for headings and stress. */
export function contextAfter(after: string): string {
  if ([...after].length < CONTEXT) return withoutSigns(after);
  return `${withoutSigns(after.slice(0, wordEnd(after, after.length)))} …`;
}

/** Cut anywhere, a stretch can hold one of a pair of signs; what stands around is no quotation. */
function withoutSigns(text: string): string {
  return text.replace(/^#{1,6} /gm, "").replace(/\*+/g, "");
}

/**
 * Whether a speaker as written stands for more than one person: minutes put "X" where a name was
 * taken out, whoever it was.
 */
export function standsForMany(speaker: string | null): boolean {
  return speaker !== null && /(?<![\p{L}\p{N}])X(?![\p{L}\p{N}])/u.test(speaker);
}

/** The number in a search for one reaction, such as "R-12" or "r12"; else null. */
export function reactionNumber(search: string): number | null {
  const [, digits] = /^r\s?-?\s?(\d{1,7})$/i.exec(search.trim()) ?? [];
  return digits ? Number(digits) : null;
}
