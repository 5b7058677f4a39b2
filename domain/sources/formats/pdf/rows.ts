import type { Line, Span, Word } from "./model";

/** Of a line: the height of its letters within which two words stand on one line. */
const LEVEL = 0.25;
/** Letters smaller than this part of those beside them may be raised or lowered. */
const SMALL = 0.88;

/** Puts words that stand on one line together, from top to bottom and from left to right. */
export function toRows(words: readonly Word[]): Word[][] {
  if (words.length === 0) return [];
  const body = usualSize(words);
  const rows: Word[][] = [];
  const large = words.filter((word) => word.size >= body * SMALL);
  let row: Word[] = [];
  for (const word of [...large].sort((a, b) => a.baseline - b.baseline)) {
    const [first] = row;
    if (first && word.baseline - first.baseline > LEVEL * Math.min(word.size, first.size)) {
      rows.push(row);
      row = [];
    }
    row.push(word);
  }
  if (row.length > 0) rows.push(row);
  const rest = words.filter((word) => word.size < body * SMALL && !attach(rows, word));
  if (rest.length > 0) for (const row of toRows(rest)) rows.push(row);
  for (const line of rows) line.sort((a, b) => a.left - b.left);
  return rows.sort((a, b) => baselineOf(a) - baselineOf(b));
}

/** Small letters just beside a word belong to its line: a raised 2, a number of a footnote. */
function attach(rows: Word[][], small: Word): boolean {
  // Rows stand in order: only those around it are looked at.
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.[0]?.baseline ?? 0) < small.baseline - small.size) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < Math.min(low + 4, rows.length); i++) {
    const near = rows[i]?.find((word) => {
      const up = word.baseline - small.baseline;
      const gap = Math.max(small.left - word.right, word.left - small.right);
      return (
        small.size < word.size * SMALL + 0.01 &&
        up < 0.75 * word.size &&
        up > -0.35 * word.size &&
        gap < 0.35 * word.size &&
        gap > -word.size
      );
    });
    if (!near) continue;
    const up = near.baseline - small.baseline;
    const moved =
      up > 0.12 * near.size
        ? raised(small.text)
        : up < -0.08 * near.size
          ? lowered(small.text)
          : null;
    rows[i]?.push({ ...small, text: moved ?? small.text, baseline: near.baseline });
    return true;
  }
  return false;
}

const RAISED: Record<string, string> = Object.fromEntries(
  [..."0123456789+-"].map((sign, i) => [sign, [..."⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"][i] ?? sign]),
);
const LOWERED: Record<string, string> = Object.fromEntries(
  [..."0123456789+-"].map((sign, i) => [sign, [..."₀₁₂₃₄₅₆₇₈₉₊₋"][i] ?? sign]),
);

/** Figures as they stand above the line; null for other letters. */
export const raised = (text: string): string | null => moved(text, RAISED);
const lowered = (text: string): string | null => moved(text, LOWERED);

function moved(text: string, signs: Record<string, string>): string | null {
  const all = [...text].map((sign) => signs[sign]);
  return all.every((sign) => sign !== undefined) ? all.join("") : null;
}

/** The size of most letters, in points; 0 without words. */
export function usualSize(words: readonly Word[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of words) {
    const rounded = Math.round(size * 4) / 4;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  let usual = 0;
  let most = 0;
  for (const [size, count] of letters) {
    if (count > most) [usual, most] = [size, count];
  }
  return usual;
}

function baselineOf(words: readonly Word[]): number {
  const tallest = words.reduce<Word | null>((a, b) => (a && a.size >= b.size ? a : b), null);
  return tallest?.baseline ?? 0;
}

/** How far words or lines reach, and where the first stands. A page can have more of them than fit a call. */
export function extent(items: readonly { left: number; right: number; baseline: number }[]): {
  left: number;
  right: number;
  top: number;
} {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let top = Number.POSITIVE_INFINITY;
  for (const item of items) {
    left = Math.min(left, item.left);
    right = Math.max(right, item.right);
    top = Math.min(top, item.baseline);
  }
  return { left, right, top };
}

/** Words side by side as a line. */
export function toLine(words: Word[], tag: Line["tag"] = null): Line {
  const { left, right } = extent(words);
  return {
    words,
    left,
    right,
    baseline: baselineOf(words),
    size: usualSize(words),
    tag,
    table: null,
  };
}

/** Cuts a row where the gap is wider than between words, in letter sizes. */
export function splitRow(row: readonly Word[], gap: number): Word[][] {
  const pieces: Word[][] = [];
  for (const word of row) {
    const piece = pieces.at(-1);
    const last = piece?.at(-1);
    if (piece && last && word.left - last.right <= gap * Math.max(word.size, last.size)) {
      piece.push(word);
    } else {
      pieces.push([word]);
    }
  }
  return pieces;
}

/** A gap this wide is a space, in letter sizes, where no space was written. */
const SPACE = 0.15;

/** The text of a line with its looks; a space wherever one is seen. */
export function spansOf(words: readonly Word[]): Span[] {
  const spans: Span[] = [];
  const loose = looseRuns(words);
  for (const [i, word] of words.entries()) {
    const last = words[i - 1];
    const wide = loose[i] ?? null;
    const gap = last ? word.left - last.right : 0;
    const space =
      last !== undefined &&
      (wide !== null ? gap > wide : word.spaced || gap > SPACE * Math.min(word.size, last.size));
    const span = spans.at(-1);
    const text = letters(word.text);
    if (span && span.bold === word.bold && span.italic === word.italic) {
      span.text += (space ? " " : "") + text;
    } else {
      if (span && space) span.text += " ";
      spans.push({ text, bold: word.bold, italic: word.italic, page: null });
    }
  }
  return spans;
}

/** So many letters that stand by themselves are one word set wide. */
const LOOSE_LETTERS = 4;

/** For each word: how wide a gap before it is a space, in letters set wide apart; else null. */
function looseRuns(words: readonly Word[]): (number | null)[] {
  const wide: (number | null)[] = words.map(() => null);
  for (let i = 0; i < words.length; ) {
    let end = i;
    while (end < words.length && /^[\p{L}\p{N}.,:!?]$/u.test(words[end]?.text ?? "")) end++;
    if (end - i >= LOOSE_LETTERS) {
      const gaps = words.slice(i + 1, end).map((word, j) => word.left - (words[i + j]?.right ?? 0));
      const usual = [...gaps].sort((a, b) => a - b)[gaps.length >> 1] ?? 0;
      const em = words[i]?.size ?? 0;
      for (let j = i + 1; j < end; j++) wide[j] = Math.max(usual * 1.7, usual + 0.12 * em);
    }
    i = Math.max(end, i + 1);
  }
  return wide;
}

const LIGATURES: Record<string, string> = {
  ﬀ: "ff",
  ﬁ: "fi",
  ﬂ: "fl",
  ﬃ: "ffi",
  ﬄ: "ffl",
  ﬅ: "st",
  ﬆ: "st",
  Ĳ: "IJ",
  ĳ: "ij",
};

/** Letters as people type them: without ligatures, signs that show nothing and codes of no letter. */
export function letters(text: string): string {
  if (/^[!-~À-ÿ]*$/.test(text)) return text;
  return text
    .replace(/[ﬀ-ﬆĲĳ]/g, (sign) => LIGATURES[sign] ?? sign)
    .replace(/[\u200b\u2060\ufeff]|\p{Cc}/gu, "")
    .replace(/[\u2000-\u200a\u202f\u3000]/g, " ")
    .replace(/[\u2010\u2011]/g, "-");
}

/** The words of a line as plain text. */
export function textOf(words: readonly Word[]): string {
  return spansOf(words)
    .map((span) => span.text)
    .join("");
}
