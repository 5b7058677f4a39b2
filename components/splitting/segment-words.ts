import type { SegmentRow } from "@/domain/splitting/model";
import { CodePointIndex, inlineMarkup } from "@/domain/text/rules";

/** A stretch of a segment that looks the same all along. */
export interface TextPiece {
  /** UTF-16 offset in the text of the segment: its place, and a key for the screen. */
  at: number;
  text: string;
  strong: boolean;
  em: boolean;
  /** Whether a passage will quote it; labels and bullets are not quoted. */
  quoted: boolean;
}

const HEADING_MARKS = /^#{1,6}[ \t\u00a0]+/;
/** What Markdown writes for a dot before an item of a list. */
const BULLET = /^([ \t]*)[-*+](?=[ \t\u00a0])/;

/** The text of a segment as it is shown: emphasis instead of its markers. */
export function piecesOf(segment: SegmentRow): TextPiece[] {
  const { text } = segment;
  const index = new CodePointIndex(text);
  const quote = {
    start: index.toUtf16(segment.quoteStart - segment.start),
    end: index.toUtf16(segment.quoteEnd - segment.start),
  };
  const from = HEADING_MARKS.exec(text)?.[0].length ?? 0;
  const pieces: TextPiece[] = [];
  for (const token of inlineMarkup(text)) {
    if (token.type === "marker") continue;
    const start = Math.max(token.start, from);
    const edges = [start, quote.start, quote.end, token.end]
      .filter((edge) => edge >= start && edge <= token.end)
      .sort((a, b) => a - b);
    for (let i = 0; i + 1 < edges.length; i++) {
      const [a = 0, b = 0] = [edges[i], edges[i + 1]];
      if (a >= b) continue;
      const quoted = a >= quote.start && b <= quote.end;
      const { strong, em } = token;
      const shown = a === 0 ? text.slice(a, b).replace(BULLET, "$1•") : text.slice(a, b);
      pieces.push({ at: a, text: shown, strong, em, quoted });
    }
  }
  return pieces;
}

/** A word of a segment and the place where a cut before it would fall. */
export interface Word {
  text: string;
  /** Code point in the whole text of the source. */
  offset: number;
  /** A sentence begins here. */
  opens: boolean;
  /** Emphasis ends right before this word: where a stelling and a reaction touch. */
  afterEmphasis: boolean;
}

/** The words of a segment, without markers, to choose a cut between. */
export function wordsOf(segment: SegmentRow): Word[] {
  const { text, start } = segment;
  const index = new CodePointIndex(text);
  const tokens = inlineMarkup(text);
  const shown = (from: number, to: number) =>
    tokens
      .filter((token) => token.type === "text" && token.end > from && token.start < to)
      .map((token) => text.slice(Math.max(token.start, from), Math.min(token.end, to)))
      .join("");
  const emphasised = (at: number) => {
    const token = tokens.find((one) => one.start <= at && one.end > at);
    return Boolean(token?.strong || token?.em);
  };
  const words: Word[] = [];
  let before = "";
  let wasEmphasised = false;
  for (const match of text.matchAll(/[^\s\u00a0]+/g)) {
    const end = match.index + match[0].length;
    const word = shown(match.index, end);
    if (!word) continue;
    const nowEmphasised = emphasised(end - 1) || emphasised(match.index);
    words.push({
      text: word,
      offset: start + index.toCodePoint(match.index),
      opens: /[.?!:]["'”’)]*$/.test(before),
      afterEmphasis: wasEmphasised && !nowEmphasised,
    });
    before = word;
    wasEmphasised = nowEmphasised;
  }
  return words;
}

/**
 * Where a cut is most likely wanted: where emphasis ends, else where the second sentence begins,
 * else in the middle. The number of the word that opens the second half.
 */
export function likelyCut(words: readonly Word[]): number {
  const after = words.findIndex((word, i) => i > 2 && word.afterEmphasis);
  if (after > 0) return after;
  const sentence = words.findIndex((word, i) => i > 2 && word.opens);
  return sentence > 0 ? sentence : Math.max(1, Math.floor(words.length / 2));
}

/** Words shown on either side of a place to cut. */
const SHOWN = 4;

/** The words on either side of a cut before word `at`, for a list of places. */
export function wordsAround(words: readonly Word[], at: number): { before: string; after: string } {
  const said = (from: number, to: number) =>
    words
      .slice(Math.max(0, from), to)
      .map((word) => word.text)
      .join(" ");
  return { before: said(at - SHOWN, at), after: said(at, at + SHOWN) };
}
