/**
 * What stands on the pages of a PDF, while it is turned into text. Lengths are in points from the top left
 * corner of the page as it is read, downwards.
 */

/** Letters of one look without a gap between them. */
export interface Word {
  text: string;
  left: number;
  right: number;
  /** Height of the line the letters stand on. */
  baseline: number;
  /** Of the letters. */
  size: number;
  bold: boolean;
  italic: boolean;
  /** A space was written before it; many programs leave out spaces and only move on. */
  spaced: boolean;
  /** Number of the marked content it is in, by which the structure of the page refers to it; else -1. */
  mark: number;
}

/** A straight line that was drawn, such as the border of a table: upright when `left` equals `right`. */
export interface Rule {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What the structure of the file says of a piece of text. */
export interface Tag {
  /** The block it is in; the same number for all text of that block on a page. */
  block: number;
  kind: "heading" | "paragraph" | "item" | "cell";
  /** Of a heading, 1–6; of an item, from 1; else 0. */
  level: number;
  /** Of a cell: its table on this page, row and column, each from 0. */
  table: number;
  row: number;
  column: number;
  /** A number that refers to a note. */
  reference: boolean;
}

/** Everything on one page. */
export interface Page {
  width: number;
  height: number;
  words: Word[];
  rules: Rule[];
  /** What the structure says, by number of the marked content, in reading order; empty without. */
  tags: Map<number, Tag>;
  /** Words that stand askew, such as a watermark. */
  turned: string[];
  /** Words that nobody sees: no ink, white on white, beside the page, too small. */
  hidden: string[];
  /** Something was painted: a page without words that is painted is a picture. */
  painted: boolean;
  /** The words were laid unseen over a picture, as a scanner does that recognises letters. */
  recognised: boolean;
}

/** Words side by side. */
export interface Line {
  words: Word[];
  left: number;
  right: number;
  baseline: number;
  /** Of most of its letters. */
  size: number;
  tag: Tag | null;
  /** A table that stands in the place of a line. */
  table: Table | null;
}

/** A table; each cell has its lines from top to bottom. */
export interface Table {
  rows: Line[][][];
  left: number;
}

/** Lines that are read one after the other, within edges that they were set between. */
export interface Column {
  lines: Line[];
  left: number;
  right: number;
  /** A frame beside the text, which it does not interrupt. */
  aside: boolean;
}

/** What is read after each other on a page. */
export type Piece = { page: number } & (
  | { kind: "column"; column: Column }
  | { kind: "table"; table: Table }
);

/** Letters of one look, as they go into the text. */
export interface Span {
  text: string;
  bold: boolean;
  italic: boolean;
  /** Page that begins with it, from 0; null when the page is that of the span before. */
  page: number | null;
}

/** A block of the text, before it is written down. */
export type Block =
  | { kind: "heading"; level: number; spans: Span[] }
  | { kind: "paragraph"; spans: Span[] }
  | { kind: "item"; depth: number; marker: string; spans: Span[] }
  | { kind: "table"; rows: Span[][][] };
