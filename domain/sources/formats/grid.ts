import { attribute, childrenOf, type Element, find, isElement, wordsOf } from "./dom";

/** A cell before it has its place: how many columns and rows it covers, and its text on one line. */
export interface Cell {
  text: string;
  columns: number;
  rows: number;
  head: boolean;
}

/** More columns than anybody reads; a span beyond it is an error or an attack. */
const MAX_COLUMNS = 200;
/** Words in a cell that can head a column. */
const MAX_HEAD_WORDS = 6;
/** A cell with more is a page that was laid out in a table. */
const MAX_CELL = 2_000;

/** The cells of each row, without those of tables within. */
export function rowsOf(table: Element): Element[][] {
  const rows: Element[][] = [];
  for (const part of childrenOf(table).filter(isElement)) {
    const inside = part.tagName === "tr" ? [part] : childrenOf(part).filter(isElement);
    for (const row of inside) {
      if (row.tagName !== "tr") continue;
      rows.push(
        childrenOf(row)
          .filter(isElement)
          .filter(({ tagName }) => tagName === "td" || tagName === "th"),
      );
    }
  }
  return rows;
}

/** Whether a table is there to lay out a page, and its cells are parts of the text and no data. */
export function isLayout(table: Element, rows: readonly (readonly Element[])[]): boolean {
  if (/^(?:presentation|none)$/i.test(attribute(table, "role"))) return true;
  if (rows.every((row) => row.length <= 1)) return true;
  return rows.flat().some((cell) => {
    if (find(cell, ({ tagName }) => /^(?:table|h[1-6])$/.test(tagName)) !== null) return true;
    return wordsOf(cell).length > MAX_CELL;
  });
}

export function cellOf(element: Element, text: string): Cell {
  const span = (name: string) => {
    const value = Number.parseInt(attribute(element, name), 10);
    return Math.max(1, value || 1);
  };
  return {
    text,
    columns: span("colspan"),
    rows: span("rowspan"),
    head: element.tagName === "th",
  };
}

/** Paragraphs and items of a cell on one line, with a dot between those that do not end a sentence. */
export function onOneLine(chunks: readonly string[]): string {
  let text = "";
  for (const line of chunks.flatMap((chunk) => chunk.split("\n"))) {
    const words = line.trim().replace(/\s+/g, " ").replaceAll("|", "\\|");
    if (text !== "") text += /[.?!:;,…]["'”’)*]*$/.test(text) ? " " : " · ";
    text += words;
  }
  return text;
}

/**
 * Rows of a table as Markdown, each cell in its own column: one that covers several has its words in the first, and
 * the others are empty. A table without a head gets an empty one, so that its first row stays a row.
 */
export function tableLines(rows: readonly (readonly Cell[])[]): string[] {
  const grid = placed(rows);
  const width = Math.max(0, ...grid.map((row) => row.length));
  if (width === 0) return [];
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, i) => cells[i] ?? "").join(" | ")} |`;
  const rule = line(Array.from({ length: width }, () => "---"));
  const lines = grid.filter((row) => row.some((text) => text !== "")).map(line);
  if (lines.length === 0) return [];
  const [first, ...rest] = lines;
  return isHead(rows, grid) ? [first ?? "", rule, ...rest] : [line([]), rule, ...lines];
}

function placed(rows: readonly (readonly Cell[])[]): string[][] {
  const grid: string[][] = rows.map(() => []);
  /** Per column how many rows are still covered by a cell above. */
  const covered: number[] = [];
  for (const [r, row] of rows.entries()) {
    let column = 0;
    const place = (text: string) => {
      const at = grid[r];
      if (at && column < MAX_COLUMNS) at[column] = text;
      column++;
    };
    const skipCovered = () => {
      while ((covered[column] ?? 0) > 0) {
        covered[column] = (covered[column] ?? 1) - 1;
        place("");
      }
    };
    for (const cell of row) {
      skipCovered();
      for (let i = 0; i < Math.min(cell.columns, MAX_COLUMNS); i++) {
        if (cell.rows > 1 && column < MAX_COLUMNS) covered[column] = cell.rows - 1;
        place(i === 0 ? cell.text : "");
      }
    }
    while (column < covered.length) {
      if ((covered[column] ?? 0) > 0) covered[column] = (covered[column] ?? 1) - 1;
      place("");
    }
  }
  // A column that is empty everywhere came of merging.
  const filled = grid.reduce((most, row) => {
    const last = row.findLastIndex((text) => text !== "");
    return Math.max(most, last + 1);
  }, 0);
  return grid.map((row) => row.slice(0, filled));
}

/** Whether the first row says what stands in the columns: it is marked so, or looks it. */
function isHead(rows: readonly (readonly Cell[])[], grid: readonly string[][]): boolean {
  const first = rows.find((_row, i) => grid[i]?.some((text) => text !== ""));
  if (first?.some(({ head }) => head)) return first.every(({ head, text }) => head || text === "");
  const written = grid.filter((row) => row.some((text) => text !== ""));
  const names = written[0] ?? [];
  return (
    written.length > 1 &&
    names.filter((name) => name !== "").length > 1 &&
    names.every((name) => !/[.?!:;]\**$|\d/.test(name)) &&
    names.every((name) => name.split(/\s+/).length <= MAX_HEAD_WORDS)
  );
}
