import { type InlineToken, inlineMarkup, isBlankCode, trimRange } from "@/domain/text/rules";

/** A stretch of source text as plain characters, each with its place. UTF-16 throughout. */
export interface PlainView {
  /** Without bullet, heading marks and emphasis markers; line ends kept. */
  plain: string;
  /** `at(i)`: offset in the source text of plain character `i`. */
  at: (i: number) => number;
  /** First offset after the bullet or heading marks. */
  bodyStart: number;
  /** Tokens from `bodyStart`, with offsets in the source text. */
  tokens: InlineToken[];
}

/** What an export of a chat or a transcript puts before each turn: "[03-03-2025 19:04] ", "3/3/25, 19:04 - ", "[00:02:05] JB: ". */
const CHAT_STAMP =
  /^(?:\[\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4},?\s\d{1,2}:\d{2}(?::\d{2})?\]\s|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4},?\s\d{1,2}:\d{2}\s-\s|(?:\[\d{1,2}:\d{2}(?::\d{2})?\]|\(\d{1,2}:\d{2}(?::\d{2})?\)|\d{1,2}:\d{2}(?::\d{2})?)\s(?=(?!uur\b)[\p{L}@][^:\n.!?]{0,40}:\s))/u;

/** With the name behind it. */
export const LONGEST_STAMP = 72;

/** Whether a line is a message of a chat. */
export function isChatLine(line: string): boolean {
  return CHAT_STAMP.test(line.slice(0, LONGEST_STAMP));
}

/** The last is the edge of a table row, with the number of the row. */
const PREFIX =
  /^(?:<summary>|\p{Extended_Pictographic}\ufe0f?(?=[\s\u00a0])|\[[ xX]\](?=[\s\u00a0])|--(?=[\s\u00a0])|\?(?=[\s\u00a0])|>>(?=[\s\u00a0])|#{1,6}(?=[\s\u00a0])|(?:[-*+•·▪◦‣●○∙–—§Ø➢✓□\uf0b7\uf0a7]|o(?=[ \t\u00a0]))(?=[\s\u00a0])(?: \[[ xX]\](?= ))?|(?:(?:\d{1,3}|[a-z])[.)]|\((?:\d{1,2}|[a-z])\)|\d{1,2}\.\d{1,2}\.?(?!\s?(?:uur\b|u\b|[-–]\s?\d|tot\s\d))|[A-Z]\)|[A-Z]\.(?=[ \u00a0]\p{L}{3,}[ \u00a0]\p{Ll}))(?=[\s\u00a0])|>|\|(?:[ \t]{0,4}\d{1,3}[a-z]?\.?[ \t]{0,4}\|)?)/u;
/** The other edge of a table row, and a line break as HTML writes it. */
const SUFFIX = /[ \t]{0,4}(?:\||<br\s?\/?>|<\/summary>)[ \t]{0,4}$/i;

/** Where the words begin after a heading mark, bullet, list number or quotation mark. */
export function bodyStart(text: string, start: number, end: number): number {
  const head = text.slice(start, Math.min(end, start + LONGEST_STAMP));
  const prefix = (CHAT_STAMP.exec(head) ?? PREFIX.exec(head))?.[0].length ?? 0;
  let at = start + prefix;
  while (at < end && isBlankCode(text.charCodeAt(at))) at++;
  // A bullet with nothing behind it is itself all there is.
  return at < end ? at : start;
}

function bodyEnd(text: string, from: number, end: number): number {
  const tail = text.slice(Math.max(from, end - 20), end);
  const to = end - (SUFFIX.exec(tail)?.[0].length ?? 0);
  return to > from ? to : end;
}

/** The plain characters of `text` from `start` to `end`, with the way back to their places. */
export function plainView(text: string, start: number, end: number): PlainView {
  const from = bodyStart(text, start, end);
  const to = bodyEnd(text, from, end);
  const words = text.slice(from, to);
  const tokens = withoutUnseen(words, inlineMarkup(words)).map((token) => ({
    ...token,
    start: token.start + from,
    end: token.end + from,
  }));
  return new View(text, from, tokens);
}

class View implements PlainView {
  readonly plain: string;
  private readonly pieces: readonly InlineToken[];
  /** Where each piece begins in `plain`. */
  private readonly starts: number[] = [];

  constructor(
    text: string,
    readonly bodyStart: number,
    readonly tokens: InlineToken[],
  ) {
    this.pieces = tokens.filter((token) => token.type === "text");
    let plain = "";
    for (const piece of this.pieces) {
      this.starts.push(plain.length);
      plain += text.slice(piece.start, piece.end);
    }
    this.plain = plain;
  }

  at(i: number): number {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= i) low = middle;
      else high = middle - 1;
    }
    return (this.pieces[low]?.start ?? this.bodyStart) + i - (this.starts[low] ?? 0);
  }
}

/** A soft hyphen, a space without width: nobody sees them, and "Stel\u00adling 1:" is a label. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]+/g;

/** The tokens with what shows nothing taken for a mark. */
function withoutUnseen(words: string, tokens: InlineToken[]): InlineToken[] {
  if (words.search(UNSEEN) < 0) return tokens;
  return tokens.flatMap((token) => {
    if (token.type === "marker") return [token];
    const pieces: InlineToken[] = [];
    let from = token.start;
    for (const hit of words.slice(token.start, token.end).matchAll(UNSEEN)) {
      const start = token.start + hit.index;
      if (start > from) pieces.push({ ...token, start: from, end: start });
      from = start + hit[0].length;
      pieces.push({ ...token, type: "marker", start, end: from });
    }
    if (from < token.end) pieces.push({ ...token, start: from });
    return pieces;
  });
}

/** Whether every visible word in the view stands in emphasis. */
export function allEmphasised(text: string, tokens: readonly InlineToken[]): boolean {
  const words = tokens.filter((token) => token.type === "text" && !isGap(text, token));
  return words.length > 0 && words.every((token) => token.strong || token.em);
}

function isGap(text: string, token: InlineToken): boolean {
  const { start, end } = trimRange(text, token.start, token.end);
  return start === end;
}
