import type { Column, Line, Table, Word } from "./model";
import { extent, splitRow, toLine, toRows, usualSize } from "./rows";
import { alignedTable } from "./tables";

/** A gap this wide, in letter sizes, may be the gutter between two columns. */
const GUTTER = 0.6;
/** So many lines on both sides make columns. */
const MIN_LINES = 3;
/** How far apart, in letter sizes, the first or last lines of two columns may stand. */
const NEAR = 4;
/** Parts of parts of a page; a page that goes deeper is read from top to bottom. */
const DEEPEST = 8;
/** A page with more words than a newspaper is read from top to bottom too. */
const MOST_WORDS = 20_000;
/** Places for a gutter that are tried. */
const MOST_GUTTERS = 40;

export type Read = { kind: "column"; column: Column } | { kind: "table"; table: Table };

/** The pieces of a row, cut where it is open wide. */
type Row = Line[];

/** Puts the words of a page, and the tables found on it, in the order one reads them. */
export function readingOrder(words: readonly Word[], tables: readonly Line[] = []): Read[] {
  const rows = toRows(words).map((row) => withMarkers(splitRow(row, GUTTER)).map((w) => toLine(w)));
  for (const table of tables) rows.push([table]);
  rows.sort((a, b) => (a[0]?.baseline ?? 0) - (b[0]?.baseline ?? 0));
  return words.length > MOST_WORDS ? leaf(rows) : cut(rows, 0);
}

/** A bullet or number belongs to what stands behind it, however wide the gap. */
function withMarkers(pieces: Word[][]): Word[][] {
  const joined: Word[][] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const [only, more] = before ?? [];
    const gap = (piece[0]?.left ?? 0) - (only?.right ?? 0);
    if (before && only && !more && isMarker(only.text) && gap < 4 * only.size)
      before.push(...piece);
    else joined.push([...piece]);
  }
  return joined;
}

function isMarker(text: string): boolean {
  return /^(?:\p{P}|\p{S}|[o§Ø\uf000-\uf0ff]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{2,4})[.)]|(?:\d{1,2}\.){1,3}\d{0,2}|[⁰¹²³⁴-⁹]{1,3})$/u.test(
    text,
  );
}

function cut(rows: Row[], depth: number): Read[] {
  const best = depth < DEEPEST ? bestGutter(rows) : null;
  if (!best) return leaf(rows);
  const sides = (from: number, to: number) =>
    [true, false].map((left) =>
      rows
        .slice(from, to)
        .map((row) => row.filter((line) => line.left < best.x === left))
        .filter((row) => row.length > 0),
    ) as [Row[], Row[]];
  const columns = areColumns(...sides(best.from, best.to));
  const { from, to } = columns ? wholeColumns(rows, best) : best;
  const above = cut(rows.slice(0, from), depth + 1);
  const below = cut(rows.slice(to), depth + 1);
  const within = columns ? sideBySide(...sides(from, to), depth) : rowByRow(rows.slice(from, to));
  return [...above, ...within, ...below];
}

/** Columns go on above and below where one of them is longer, as far as their lines follow each other. */
function wholeColumns(rows: readonly Row[], { from, to, x }: Gutter): { from: number; to: number } {
  const goesOn = (row: Row | undefined, near: Row | undefined) => {
    const [line, other] = [row?.[0], near?.[0]];
    if (!row || !line || !other) return false;
    const crosses = row.some((one) => one.left < x - 1 && one.right > x + 1);
    return !crosses && Math.abs(line.baseline - other.baseline) < 1.9 * other.size;
  };
  let [first, end] = [from, to];
  while (goesOn(rows[first - 1], rows[first])) first--;
  while (goesOn(rows[end], rows[end - 1])) end++;
  return { from: first, to: end };
}

function rowByRow(rows: Row[]): Read[] {
  const table = rows.flat().some((line) => line.table) ? null : alignedTable(rows);
  return table ? [{ kind: "table", table }] : leaf(rows);
}

function sideBySide(left: Row[], right: Row[], depth: number): Read[] {
  const [first, second] = [cut(left, depth + 1), cut(right, depth + 1)];
  if (isAside(right, left)) return [...first, ...second.map(asAside)];
  if (isAside(left, right)) return [...first.map(asAside), ...second];
  return [...first, ...second];
}

function leaf(rows: Row[]): Read[] {
  const read: Read[] = [];
  let lines: Line[] = [];
  const close = () => {
    if (lines.length > 0) read.push({ kind: "column", column: toColumn(lines) });
    lines = [];
  };
  for (const row of rows) {
    const words = row.flatMap((line) => line.words);
    if (words.length > 0) lines.push(toLine(words));
    for (const { table } of row) {
      if (!table) continue;
      close();
      read.push({ kind: "table", table });
    }
  }
  close();
  return read;
}

/** Lines as a column; a heading in large letters does not say how far the lines of the text may go. */
function toColumn(lines: Line[]): Column {
  const size = usualSize(lines.flatMap((line) => line.words));
  const usual = lines.filter((line) => line.size < size * 1.1);
  const { left, right } = extent(usual);
  return { lines, left, right, aside: false };
}

/** An upright gap through the rows `from` up to `to`. */
interface Gutter {
  from: number;
  to: number;
  x: number;
  /** On the side that has the fewest. */
  lines: number;
}

/** The stretch of rows with the most lines on both sides of one upright gap. */
function bestGutter(rows: readonly Row[]): Gutter | null {
  const places = new Map<number, number>();
  const edge = Math.min(...rows.map((row) => row[0]?.left ?? 0));
  for (const line of rows.flat()) {
    const place = Math.round(line.left);
    if (place > edge + 3 * line.size) places.set(place, (places.get(place) ?? 0) + 1);
  }
  const often = [...places].sort((a, b) => b[1] - a[1]).slice(0, MOST_GUTTERS);
  let best: Gutter | null = null;
  for (const [place, times] of often) {
    if (times < MIN_LINES) continue;
    for (const run of runsAt(rows, place - 1.5)) {
      if (!best || run.lines > best.lines) best = run;
    }
  }
  return best;
}

function* runsAt(rows: readonly Row[], x: number): Generator<Gutter> {
  let from = 0;
  for (let i = 0; i <= rows.length; i++) {
    const crossed = rows[i]?.some((line) => line.left < x - 1 && line.right > x + 1) ?? true;
    if (!crossed) continue;
    const gutter = i - from >= 2 ? gutterIn(rows, from, i, x) : null;
    if (gutter) yield gutter;
    from = i + 1;
  }
}

/** The part of a run of rows in which there are lines on both sides. */
function gutterIn(rows: readonly Row[], start: number, end: number, x: number): Gutter | null {
  const run = rows.slice(start, end);
  const [left, right] = [true, false].map((side) =>
    run.flatMap((row) => row.filter((line) => line.left < x === side)),
  );
  const [a, b, y, z] = [left?.[0], right?.[0], left?.at(-1), right?.at(-1)];
  if (!a || !b || !y || !z) return null;
  // What stands above or below, on one side only, is no part of them; lines need not stand level.
  const size = Math.min(a.size, b.size);
  const near = NEAR * size;
  const top = Math.max(a.baseline, b.baseline) - near;
  const bottom = Math.min(y.baseline, z.baseline) + near;
  const inside = run.map(([line]) => !!line && line.baseline >= top && line.baseline <= bottom);
  const from = start + inside.indexOf(true);
  const to = start + inside.lastIndexOf(true) + 1;
  const within = inside.includes(true) ? rows.slice(from, to).flat() : [];
  const lefts = within.filter((line) => line.left < x);
  const rights = within.filter((line) => line.left >= x);
  const lines = Math.min(lefts.length, rights.length);
  if (lines < MIN_LINES) return null;
  const room = Math.min(...rights.map((l) => l.left)) - Math.max(...lefts.map((l) => l.right));
  return room >= GUTTER * size ? { from, to, x, lines } : null;
}

/** Whether two sides are read one after the other, and not row by row. */
function areColumns(left: readonly Row[], right: readonly Row[]): boolean {
  if (left.length < MIN_LINES || right.length < MIN_LINES) return false;
  const [a, b] = [fill(left), fill(right)];
  if (!standLevel(right, left)) return a.letters > 8 && b.letters > 8;
  const full = Math.min(a.full, b.full) >= 0.3 && a.full + b.full > 0.9;
  return full && a.letters >= 16 && b.letters >= 16;
}

/** A frame beside the text: narrower, and its lines do not stand level with those of the text. */
function isAside(rows: readonly Row[], others: readonly Row[]): boolean {
  const width = (side: readonly Row[]) =>
    Math.max(...side.map((row) => row.at(-1)?.right ?? 0)) -
    Math.min(...side.map((row) => row[0]?.left ?? 0));
  const one = others.every((row) => row.length === 1);
  return one && width(rows) < 0.6 * width(others) && !standLevel(rows, others);
}

const asAside = (piece: Read): Read =>
  piece.kind === "column" ? { kind: "column", column: { ...piece.column, aside: true } } : piece;

function standLevel(rows: readonly Row[], others: readonly Row[]): boolean {
  const heights = new Set(others.map((row) => Math.round(row[0]?.baseline ?? 0)));
  const level = rows.filter((row) => {
    const height = Math.round(row[0]?.baseline ?? 0);
    return heights.has(height) || heights.has(height - 1) || heights.has(height + 1);
  });
  return level.length >= rows.length * 0.6;
}

/** How long lines are on the whole, and which part of them fills its column. */
function fill(rows: readonly Row[]): { letters: number; full: number } {
  const left = Math.min(...rows.map((row) => row[0]?.left ?? 0));
  const right = Math.max(...rows.map((row) => row.at(-1)?.right ?? 0));
  const letters = rows.flat(2).reduce((sum, line) => sum + lettersOf(line), 0);
  const full = rows.filter((row) => (row.at(-1)?.right ?? 0) - left >= 0.82 * (right - left));
  return { letters: letters / rows.length, full: full.length / rows.length };
}

const lettersOf = (line: Line): number =>
  line.table ? 40 : line.words.reduce((sum, word) => sum + word.text.length, 0);
