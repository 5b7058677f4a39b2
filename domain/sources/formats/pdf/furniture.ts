import type { Page, Word } from "./model";
import { textOf, toRows, usualSize } from "./rows";

/** Most rows of a running head or foot. */
const ROWS = 4;
/** The part of the page, at its head and at its foot, where they stand. */
const EDGE = 0.16;
/** Room between them and the text, in letter sizes. */
const ROOM = 1.5;

export interface Furniture {
  /** What is left out. */
  words: Set<Word>;
  /** The different texts, with # for what is counted, most frequent first. */
  texts: string[];
  /** Rows that were left out. */
  count: number;
}

interface Seen {
  page: number;
  words: Word[];
  text: string;
}

/**
 * Finds what stands at the same place on page after page with the same words, numbers apart: running heads,
 * feet and page numbers. What stands once is never among it.
 */
export function furnitureOf(pages: readonly Page[]): Furniture {
  const places = new Map<string, Seen[]>();
  for (const [page, { words, height }] of pages.entries()) {
    for (const seen of edgeRows(words, height)) {
      const key = seen.text
        .replace(/\d+/g, "#")
        .replace(/\b[ivxl]{1,5}\b/g, "#")
        .toLowerCase();
      // Even and odd pages, or a page that is a little longer, differ a few points.
      const all = [`${seen.head}${Math.round(seen.y / 6)} ${key}`];
      for (const id of all) places.set(id, [...(places.get(id) ?? []), { ...seen, page }]);
    }
  }
  const furniture: Furniture = { words: new Set(), texts: [], count: 0 };
  const enough = Math.max(2, Math.min(4, Math.ceil(pages.length * 0.4)));
  const repeated = [...places]
    .filter(([, seen]) => isRepeated(seen, pages.length, enough))
    .sort((a, b) => b[1].length - a[1].length);
  for (const [, seen] of repeated) {
    for (const { words } of seen) for (const word of words) furniture.words.add(word);
    furniture.count += seen.length;
    const text = seen[0]?.text ?? "";
    if (!furniture.texts.includes(text)) furniture.texts.push(text);
  }
  return furniture;
}

function isRepeated(seen: readonly Seen[], pages: number, enough: number): boolean {
  const on = new Set(seen.map(({ page }) => page));
  if (on.size < enough) return false;
  // Far apart it is no running head but a form of words; and a bare number counts the pages.
  const numbers = seen.map(({ text }) => Number(/^\D*(\d{1,4})\b/.exec(text)?.[1] ?? Number.NaN));
  const bare = seen.every(({ text }) => /^[\s\d./|–-]+$/.test(text));
  if (bare) return numbers.every((n, i) => i === 0 || n > (numbers[i - 1] ?? 0));
  const span = Math.max(...on) - Math.min(...on) + 1;
  return on.size >= Math.min(span, pages) * 0.3;
}

/** The rows at the head and the foot of a page that stand apart from the text. */
function* edgeRows(
  words: readonly Word[],
  height: number,
): Generator<{ words: Word[]; text: string; y: number; head: string }> {
  const usual = usualSize(words);
  const rows = toRows(words.filter((word) => isOuter(word, height, EDGE + 0.06)));
  const head = rows.filter(([word]) => (word?.baseline ?? 0) < height / 2);
  const foot = rows.filter(([word]) => (word?.baseline ?? 0) >= height / 2).reverse();
  for (const [side, group] of [["head", head] as const, ["foot", foot] as const]) {
    for (const row of apart(group, usual)) {
      if (!row.every((word) => isOuter(word, height, EDGE))) continue;
      // `toRows` copies letters that are raised: leave out by the words themselves.
      const own = words.filter((word) => row.includes(word));
      const text = textOf(row).trim();
      const y = row[0]?.baseline ?? 0;
      if (text !== "" && own.length > 0) yield { words: own, text, y, head: side };
    }
  }
}

const isOuter = ({ baseline }: Word, height: number, edge: number): boolean =>
  baseline < height * edge || baseline > height * (1 - edge);

/** Rows, from the edge inwards, up to the first room or other size of letter; no heading, and no text. */
function apart(rows: readonly Word[][], usual: number): Word[][] {
  const found: Word[][] = [];
  for (const [i, row] of rows.entries()) {
    const [word] = row;
    if (!word || word.size > usual * 1.12 || found.length === ROWS) break;
    found.push(row);
    const next = rows[i + 1]?.[0];
    if (!next) return found;
    const room = Math.abs(next.baseline - word.baseline);
    if (room > ROOM * Math.max(word.size, next.size)) {
      const later = apart(rows.slice(i + 1), usual);
      return found.length + later.length <= ROWS ? [...found, ...later] : found;
    }
    if (Math.abs(next.size - word.size) > 0.05 * usual) return found;
  }
  return [];
}
