import { readingOrder } from "./columns";
import type { Line, Page, Piece, Table, Tag, Word } from "./model";
import { toLine, toRows } from "./rows";
import { ruledTables } from "./tables";

/** Part of the letters of a page that its structure must speak of, to be believed. */
const BELIEVED = 0.8;

type Placed = Piece & { top: number };

/** What is read after each other on a page, by its structure when it has one, else by how it looks. */
export function layOut(page: Page, number: number, leftOut: ReadonlySet<Word>): Piece[] {
  const words = page.words.filter((word) => !leftOut.has(word));
  const tagged = words.filter((word) => page.tags.has(word.mark));
  const believed = tagged.length > 0 && lettersOf(tagged) >= BELIEVED * lettersOf(words);
  if (!believed) return byLooks(words, page, number);
  const spoken = new Set(tagged);
  const pieces = byTags(tagged, page, number);
  // What the structure says nothing of goes where it stands.
  for (const piece of byLooks(
    words.filter((word) => !spoken.has(word)),
    page,
    number,
  )) {
    const at = pieces.findIndex((other) => other.top > piece.top);
    pieces.splice(at === -1 ? pieces.length : at, 0, piece);
  }
  return pieces;
}

const lettersOf = (words: readonly Word[]): number =>
  words.reduce((sum, word) => sum + word.text.length, 0);

function byLooks(words: readonly Word[], page: Page, number: number): Placed[] {
  const { tables, rest } = ruledTables(words, page.rules);
  tables.sort((a, b) => a.top - b.top || a.left - b.left);
  const pieces: Placed[] = [];
  let left = rest;
  for (const { table, top } of tables) {
    const above = left.filter((word) => word.baseline < top + 0.5 * word.size);
    left = left.filter((word) => word.baseline >= top + 0.5 * word.size);
    pieces.push(...read(above, number), { kind: "table", table, page: number, top });
  }
  pieces.push(...read(left, number));
  return pieces;
}

function read(words: readonly Word[], page: number): Placed[] {
  return readingOrder(words).map((piece) => ({
    ...piece,
    page,
    top: piece.kind === "column" ? topOf(piece.column.lines) : topOf(piece.table.rows.flat(2)),
  }));
}

const topOf = (lines: readonly Line[]): number => Math.min(...lines.map((line) => line.baseline));

function byTags(words: readonly Word[], page: Page, number: number): Placed[] {
  const blocks = new Map<number, { tag: Tag; words: Word[] }>();
  for (const word of words) {
    const tag = page.tags.get(word.mark);
    if (!tag) continue;
    const block = blocks.get(tag.block) ?? { tag, words: [] };
    block.words.push(word);
    blocks.set(tag.block, block);
  }
  const made = [...blocks.values()]
    .sort((a, b) => a.tag.block - b.tag.block)
    .map(({ tag, words: own }) => ({ tag, lines: toRows(own).map((row) => toLine(row, tag)) }));
  const edge = edges(made);
  const pieces: Placed[] = [];
  const tables = new Map<number, Table>();
  for (const { tag, lines } of made) {
    const left = Math.min(...lines.map((line) => line.left));
    if (tag.kind !== "cell") {
      const column = { lines, left, right: edge(left, lines), aside: false };
      pieces.push({ kind: "column", column, page: number, top: topOf(lines) });
      continue;
    }
    let table = tables.get(tag.table);
    if (!table) {
      table = { rows: [] };
      tables.set(tag.table, table);
      pieces.push({ kind: "table", table, page: number, top: topOf(lines) });
    }
    while (table.rows.length <= tag.row) table.rows.push([]);
    const row = table.rows[tag.row];
    while (row && row.length <= tag.column) row.push([]);
    row?.[tag.column]?.push(...lines);
  }
  return pieces.flatMap((piece) => (piece.kind === "table" ? squared(piece) : [piece]));
}

/** How far to the right lines of a block may go: as far as those of others that begin where it begins. */
function edges(blocks: readonly { lines: Line[] }[]): (left: number, own: Line[]) => number {
  const lines = blocks.flatMap((block) => block.lines);
  const furthest = new Map<number, number>();
  for (const { left, right } of lines) {
    const place = Math.round(left / 4);
    furthest.set(place, Math.max(furthest.get(place) ?? 0, right));
  }
  return (left, own) => {
    const place = Math.round(left / 4);
    const near = [place - 1, place, place + 1].map((p) => furthest.get(p) ?? 0);
    return Math.max(...near, ...own.map((line) => line.right));
  };
}

/** Every row as wide as the widest; a table of one column or row is only a frame. */
function squared(piece: Placed & { kind: "table" }): Placed[] {
  const rows = piece.table.rows.filter((row) => row.some((cell) => cell.length > 0));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (rows.length < 2 || width < 2) {
    return rows.flat().map((lines) => {
      const own = lines.map((line) => ({ ...line, tag: null }));
      const left = Math.min(...own.map((line) => line.left));
      const right = Math.max(...own.map((line) => line.right));
      return { ...piece, kind: "column", column: { lines: own, left, right, aside: false } };
    });
  }
  const full = rows.map((row) => Array.from({ length: width }, (_, c) => row[c] ?? []));
  return [{ ...piece, table: { rows: full } }];
}
