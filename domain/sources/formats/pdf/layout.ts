import { readingOrder } from "./columns";
import type { Line, Page, Piece, Table, Tag, Word } from "./model";
import { extent, raised, toLine, toRows } from "./rows";
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
  return readingOrder(rest, tables).map((piece) => ({
    ...piece,
    page: number,
    top: extent(piece.kind === "column" ? piece.column.lines : piece.table.rows.flat(2)).top,
  }));
}

function byTags(words: readonly Word[], page: Page, number: number): Placed[] {
  const blocks = new Map<number, { tag: Tag; words: Word[] }>();
  for (const word of words) {
    const tag = page.tags.get(word.mark);
    if (!tag) continue;
    const block = blocks.get(tag.block) ?? { tag, words: [] };
    const figure = tag.reference ? raised(word.text) : null;
    block.words.push(figure === null ? word : { ...word, text: figure });
    blocks.set(tag.block, block);
  }
  const made = [...blocks.values()]
    .sort((a, b) => a.tag.block - b.tag.block)
    .flatMap(({ tag, words: own }) => partsOf(own, tag).map((lines) => ({ tag, lines })));
  const edge = edges(made);
  const pieces: Placed[] = [];
  const tables = new Map<number, Table>();
  for (const { tag, lines } of made) {
    const { left, top } = extent(lines);
    if (tag.kind !== "cell") {
      const column = { lines, left, right: edge(left, lines), aside: false };
      pieces.push({ kind: "column", column, page: number, top });
      continue;
    }
    let table = tables.get(tag.table);
    if (!table) {
      table = { rows: [], left: 0 };
      tables.set(tag.table, table);
      pieces.push({ kind: "table", table, page: number, top });
    }
    while (table.rows.length <= tag.row) table.rows.push([]);
    const row = table.rows[tag.row];
    while (row && row.length <= tag.column) row.push([]);
    row?.[tag.column]?.push(...lines);
  }
  return pieces.flatMap((piece) => (piece.kind === "table" ? squared(piece) : [piece]));
}

/** The lines of a block as they were written, in parts: it may go on at the head of another column. */
function partsOf(words: readonly Word[], tag: Tag): Line[][] {
  const parts: Word[][] = [[]];
  let lowest = Number.NEGATIVE_INFINITY;
  // A bullet that was drawn comes last, and belongs to the first line.
  for (const word of words) {
    if (word.text === "•") parts[0]?.push(word);
    else {
      if (word.baseline < lowest - 2 * word.size) {
        parts.push([]);
        lowest = Number.NEGATIVE_INFINITY;
      }
      parts.at(-1)?.push(word);
      lowest = Math.max(lowest, word.baseline);
    }
  }
  return parts.map((part) => toRows(part).map((row) => toLine(row, tag)));
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
    return Math.max(...near, extent(own).right);
  };
}

/** Every row as wide as the widest; a table of one column or row is only a frame. */
function squared(piece: Placed & { kind: "table" }): Placed[] {
  const rows = piece.table.rows.filter((row) => row.some((cell) => cell.length > 0));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (rows.length < 2 || width < 2) {
    return rows.flat().map((lines) => {
      const own = lines.map((line) => ({ ...line, tag: null }));
      const { left, right } = extent(own);
      return { ...piece, kind: "column", column: { lines: own, left, right, aside: false } };
    });
  }
  const full = rows.map((row) => Array.from({ length: width }, (_, c) => row[c] ?? []));
  return [{ ...piece, table: { rows: full, left: 0 } }];
}
