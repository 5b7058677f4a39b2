import type { Line, Rule, Table, Word } from "./model";
import { textOf, toLine, toRows } from "./rows";

/** Borders this near to each other are one, in points. */
const NEAR = 3;
/** More lines than this are a drawing and not a table. */
const MOST_RULES = 1_200;

interface Grid {
  xs: number[];
  ys: number[];
  rules: Rule[];
}

/** Tables with borders, each in the place of a line, and the words that stand in none of them. */
export function ruledTables(
  words: readonly Word[],
  rules: readonly Rule[],
): { tables: Line[]; rest: Word[] } {
  let rest = [...words];
  const tables: Line[] = [];
  for (const grid of gridsOf(rules)) {
    const { xs, ys } = grid;
    const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
    const isInside = (word: Word) => {
      const x = (word.left + word.right) / 2;
      const y = word.baseline - 0.3 * word.size;
      return x > left && x < right && y > top && y < bottom;
    };
    const inside = rest.filter(isInside);
    if (inside.length === 0) continue;
    const table = fillGrid(grid, inside);
    if (!table) continue;
    rest = rest.filter((word) => !isInside(word));
    // A table takes the place of a line, in the size of its first words.
    const size = inside[0]?.size ?? 10;
    tables.push({ words: [], left, right, baseline: top + size, size, tag: null, table });
  }
  return { tables, rest };
}

/** Borders that touch each other, as far as they make rows and columns. */
function gridsOf(rules: readonly Rule[]): Grid[] {
  if (rules.length > MOST_RULES) return [];
  const groups: Rule[][] = [];
  for (const rule of rules) {
    const touching = groups.filter((group) => group.some((other) => touch(rule, other)));
    const merged = [rule, ...touching.flat()];
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups
    .map((group) => ({
      rules: group,
      xs: steps(group.filter((r) => r.left === r.right).map((r) => r.left)),
      // The end of a page can leave a row without its border.
      ys: steps(group.flatMap((r) => [r.top, r.bottom])),
    }))
    .filter(({ xs, ys }) => xs.length >= 3 && ys.length >= 2);
}

function touch(a: Rule, b: Rule): boolean {
  return (
    a.left <= b.right + NEAR &&
    b.left <= a.right + NEAR &&
    a.top <= b.bottom + NEAR &&
    b.top <= a.bottom + NEAR
  );
}

function steps(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    if (found.length === 0 || value - (found.at(-1) ?? 0) > 2 * NEAR) found.push(value);
  }
  return found;
}

function fillGrid({ xs, ys, rules }: Grid, words: readonly Word[]): Table | null {
  const rows: Line[][][] = ys.slice(1).map(() => xs.slice(1).map(() => []));
  for (const row of toRows(words)) {
    const [first] = row;
    if (!first) continue;
    const y = first.baseline - 0.3 * first.size;
    const n = Math.max(
      ys.findLastIndex((top) => top <= y),
      0,
    );
    const cells = new Map<number, Word[]>();
    let column = -1;
    let last: Word | null = null;
    for (const word of row) {
      const here = Math.max(
        xs.findLastIndex((x) => x <= (word.left + word.right) / 2),
        0,
      );
      // Words that run on through a border that is not drawn there stand in one wide cell.
      const runsOn = last !== null && word.left - last.right < 0.5 * word.size;
      if (here !== column && !(runsOn && !isDrawn(rules, xs[here] ?? 0, y))) column = here;
      cells.set(column, [...(cells.get(column) ?? []), word]);
      last = word;
    }
    for (const [c, inside] of cells) rows[n]?.[c]?.push(toLine(inside));
  }
  const full = rows.filter((row) => row.some((cell) => cell.length > 0));
  const used = xs.slice(1).map((_, c) => full.some((row) => (row[c]?.length ?? 0) > 0));
  const table = full.map((row) => row.filter((_, c) => used[c]));
  return (table[0]?.length ?? 0) >= 2 ? { rows: table, left: xs[0] ?? 0 } : null;
}

function isDrawn(rules: readonly Rule[], x: number, y: number): boolean {
  return rules.some(
    (rule) =>
      rule.left === rule.right &&
      Math.abs(rule.left - x) <= NEAR &&
      rule.top <= y &&
      rule.bottom >= y,
  );
}

/** A table without borders: pieces of rows that begin at the same places; null when they make none. */
export function alignedTable(rows: readonly Line[][]): Table | null {
  const gaps = freeGaps(rows.flat());
  const columns = gaps.length + 1;
  if (columns < 2) return null;
  const place = (line: Line) => gaps.filter((gap) => gap < line.left + 1).length;
  // Spaces that happen to stand below each other begin nothing.
  if (!gaps.every((_, c) => isAligned(rows.flat().filter((line) => place(line) === c + 1)))) {
    return null;
  }
  const cells = rows.map((row) => {
    const made: Line[][] = Array.from({ length: columns }, () => []);
    for (const line of row) made[place(line)]?.push(line);
    return made;
  });
  const merged: Line[][][] = [];
  for (const row of cells) {
    const above = merged.at(-1);
    // What goes on in a cell leaves the first one empty.
    if (above && row[0]?.length === 0) {
      for (const [c, lines] of row.entries()) above[c]?.push(...lines);
    } else merged.push(row.map((lines) => [...lines]));
  }
  const firsts = merged.map((row) => (row[0] ?? []).map((line) => textOf(line.words)).join(" "));
  const labels = firsts.filter((text) => /:$/.test(text) || text === "").length;
  const enough = merged.length >= 3 && merged.filter(isFilled).length >= merged.length * 0.6;
  if (!enough || (columns === 2 && labels >= merged.length / 2)) return null;
  return { rows: merged, left: Math.min(...rows.flat().map((line) => line.left)) };
}

/** Whether most pieces begin, or end, at one place. */
function isAligned(lines: readonly Line[]): boolean {
  return [(line: Line) => line.left, (line: Line) => line.right].some((edge) => {
    const places = lines.map((line) => Math.round(edge(line) / 3));
    const most = Math.max(
      ...places.map((place) => places.filter((other) => Math.abs(other - place) <= 1).length),
    );
    return lines.length > 0 && most >= lines.length * 0.7;
  });
}

const isFilled = (row: readonly Line[][]): boolean =>
  row.filter((cell) => cell.length > 0).length >= Math.max(2, row.length / 2);

/** The middles of the upright gaps that no piece crosses. */
function freeGaps(lines: readonly Line[]): number[] {
  const sorted = [...lines].sort((a, b) => a.left - b.left);
  const gaps: number[] = [];
  let reach = sorted[0]?.right ?? 0;
  for (const line of sorted) {
    if (line.left - reach > 0.6 * line.size) gaps.push((line.left + reach) / 2);
    reach = Math.max(reach, line.right);
  }
  return gaps;
}
