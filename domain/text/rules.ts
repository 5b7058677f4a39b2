/**
 * Helpers for text that is quoted by place. Offsets are Unicode code points everywhere outside
 * the browser (W3C Web Annotation, text position selector); JavaScript strings count UTF-16
 * units. The conversion lives here and nowhere else.
 */

const ASTRAL = /[\ud800-\udbff][\udc00-\udfff]/g;

/** Number of Unicode code points in `s`. */
export function codePointLength(s: string): number {
  let count = s.length;
  for (let i = 0; i < s.length - 1; i++) {
    if (isPairAt(s, i)) {
      count--;
      i++;
    }
  }
  return count;
}

/** The part of `s` from code point `start` up to, not including, code point `end`. */
export function sliceCodePoints(s: string, start: number, end?: number): string {
  const index = new CodePointIndex(s);
  return s.slice(index.toUtf16(start), end === undefined ? undefined : index.toUtf16(end));
}

/**
 * Converts between UTF-16 offsets and code point offsets in one string. Building it reads the
 * string once; a conversion is O(log k) in the number of astral characters, and the identity
 * when there are none (nearly every document).
 */
export class CodePointIndex {
  /** UTF-16 offsets of the astral characters, ascending. */
  private readonly astral: number[] = [];
  /** Length of the string in code points. */
  readonly length: number;

  constructor(text: string) {
    for (const match of text.matchAll(ASTRAL)) this.astral.push(match.index);
    this.length = text.length - this.astral.length;
  }

  /** UTF-16 offset → code point offset. An offset inside a pair gives that pair's start. */
  toCodePoint(utf16: number): number {
    return utf16 - countBelow(this.astral, utf16, (position) => position);
  }

  /** Code point offset → UTF-16 offset. */
  toUtf16(codePoint: number): number {
    // The i-th astral character, at UTF-16 offset p, is code point p − i.
    return codePoint + countBelow(this.astral, codePoint, (position, i) => position - i);
  }
}

/** How many items (ascending by `key`) lie strictly below `limit`. */
function countBelow(
  items: readonly number[],
  limit: number,
  key: (item: number, i: number) => number,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(items[middle] ?? 0, middle) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isPairAt(s: string, i: number): boolean {
  return (s.charCodeAt(i) & 0xfc00) === 0xd800 && (s.charCodeAt(i + 1) & 0xfc00) === 0xdc00;
}

/**
 * Whether a UTF-16 unit is white space: `\s`, and the characters that show nothing although
 * `\s` leaves them out (next line, Mongolian vowel separator, zero width space, word joiner).
 * No-break spaces, form feeds and the byte order mark count as white space.
 */
export function isBlankCode(code: number): boolean {
  if (code === 0x20 || (code >= 0x09 && code <= 0x0d)) return true;
  if (code < 0x80) return false;
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    code === 0x180e ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2060 ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** Whether `s` shows nothing: empty or white space only, in the sense of `isBlankCode`. */
export function isBlank(s: string, start = 0, end = s.length): boolean {
  for (let i = start; i < end; i++) if (!isBlankCode(s.charCodeAt(i))) return false;
  return true;
}

/** The UTF-16 range without white space at its ends; empty (`start === end`) when all blank. */
export function trimRange(s: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && isBlankCode(s.charCodeAt(from))) from++;
  while (to > from && isBlankCode(s.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

/** A stretch of text to show, or a marker (`*`, `**`, `_`, `~~`, a backslash) to leave out. */
export interface InlineToken {
  /** UTF-16 offset in the given string. */
  start: number;
  /** UTF-16 offset in the given string, exclusive. */
  end: number;
  type: "text" | "marker";
  strong: boolean;
  em: boolean;
  strike: boolean;
}

interface Delimiter {
  char: string;
  /** Offset of the first unit that is still unused. */
  start: number;
  left: number;
}

interface Marker {
  start: number;
  end: number;
  /** What changes after this marker: +1 opens, −1 closes, 0 is an escape. */
  strong: number;
  em: number;
  strike: number;
}

const NOTHING = { strong: 0, em: 0, strike: 0 };

const ESCAPABLE = /[!-/:-@[-`{-~]/;
const WORD = /[\p{L}\p{N}]/u;

/**
 * Splits inline Markdown emphasis into tokens that together cover the string exactly, so that
 * a view can show bold, italic and struck out and hide the markers while offsets stay true. Follows the
 * delimiter rules of CommonMark 0.31 §6.2 in the simple form minutes need (no nesting by the
 * "rule of three", `_` never inside a word); emphasis does not cross an empty line. Linear.
 */
export function inlineMarkup(text: string): InlineToken[] {
  // Most lines have no mark at all.
  if (text !== "" && !/[*_~\\]/.test(text)) {
    return [{ type: "text", start: 0, end: text.length, strong: false, em: false, strike: false }];
  }
  return toTokens(text, findMarkers(text));
}

function findMarkers(text: string): Marker[] {
  const markers: Marker[] = [];
  let open: Delimiter[] = [];
  const openPerChar: Record<string, number> = { "*": 0, _: 0, "~": 0 };
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? "";
    if (char === "\\" && ESCAPABLE.test(text[i + 1] ?? "")) {
      markers.push({ start: i, end: i + 1, ...NOTHING });
      i++;
    } else if (char === "\n" && startsEmptyLine(text, i + 1)) {
      open = [];
      openPerChar["*"] = 0;
      openPerChar._ = 0;
      openPerChar["~"] = 0;
    } else if (char === "*" || char === "_" || char === "~") {
      let end = i + 1;
      while (text[end] === char) end++;
      // One `~` means about, three begin something else: only two strike out.
      if (char !== "~" || end - i === 2) closeAndOpen(text, char, i, end);
      i = end - 1;
    }
  }
  return markers.sort((a, b) => a.start - b.start);

  function closeAndOpen(s: string, char: string, start: number, end: number): void {
    const spaceBefore = start === 0 || isBlankCode(s.charCodeAt(start - 1));
    const spaceAfter = end >= s.length || isBlankCode(s.charCodeAt(end));
    const wordInside = char === "_" && WORD.test(s[start - 1] ?? "") && WORD.test(s[end] ?? "");
    let from = start;
    if (!spaceBefore && !wordInside) {
      while (from < end && (openPerChar[char] ?? 0) > 0) {
        const opener = open.at(-1);
        if (opener === undefined) break;
        if (opener.char !== char) {
          // An opener of the other kind that was never closed: it is text.
          open.pop();
          openPerChar[opener.char] = (openPerChar[opener.char] ?? 1) - 1;
          continue;
        }
        const size = Math.min(2, opener.left, end - from);
        const openerEnd = opener.start + opener.left;
        const changed = char === "~" ? "strike" : size === 2 ? "strong" : "em";
        markers.push({ start: openerEnd - size, end: openerEnd, ...NOTHING, [changed]: 1 });
        markers.push({ start: from, end: from + size, ...NOTHING, [changed]: -1 });
        opener.left -= size;
        from += size;
        if (opener.left === 0) {
          open.pop();
          openPerChar[char] = (openPerChar[char] ?? 1) - 1;
        }
      }
    }
    // Four or more in a row are a line or a blank to fill in, not emphasis.
    if (from < end && !spaceAfter && !wordInside && end - from <= 3) {
      open.push({ char, start: from, left: end - from });
      openPerChar[char] = (openPerChar[char] ?? 0) + 1;
    }
  }
}

function startsEmptyLine(text: string, from: number): boolean {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a) return true;
    if (!isBlankCode(code)) return false;
  }
  return true;
}

function toTokens(text: string, markers: readonly Marker[]): InlineToken[] {
  const tokens: InlineToken[] = [];
  let at = 0;
  let strong = 0;
  let em = 0;
  let strike = 0;
  const push = (start: number, end: number, type: InlineToken["type"]): void => {
    if (start >= end) return;
    tokens.push({ start, end, type, strong: strong > 0, em: em > 0, strike: strike > 0 });
  };
  for (const marker of markers) {
    push(at, marker.start, "text");
    push(marker.start, marker.end, "marker");
    strong += marker.strong;
    em += marker.em;
    strike += marker.strike;
    at = marker.end;
  }
  push(at, text.length, "text");
  return tokens;
}

/**
 * The text without inline markers and with every run of white space as one space: for titles,
 * lists and comparisons. Never for a quotation, which is always an exact slice.
 */
export function plainWords(markdownish: string): string {
  let plain = "";
  for (const token of inlineMarkup(markdownish)) {
    if (token.type === "text") plain += markdownish.slice(token.start, token.end);
  }
  return plain.replace(/[\s\u0085\u180e\u200b\u2060]+/g, " ").trim();
}

/** The text without the mark of a heading or an item of a list at its start. */
export function withoutMark(text: string): string {
  return text.replace(/^\s*(?:#{1,6}|[-*+•])\s+/, "");
}

/** The same words with a capital at the start, as a sentence on its own is shown. */
export function sentenceStart(text: string): string {
  const [first = ""] = text;
  return first.toLocaleUpperCase("nl") + text.slice(first.length);
}

const SIGNS: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it may stand in HTML, between tags and in a quoted attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}
