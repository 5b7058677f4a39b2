import type { Encoding, Remark } from "../model";

/** Endings of the names of files that are read as a spreadsheet, with their media type. */
export const SHEET_TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
  tsv: "text/tab-separated-values",
} as const;

/** Most rows with something in them, beside the header: twice what a survey of a whole city gives. */
export const MAX_ROWS = 50_000;
/** Most columns: a survey with a question per column stays far below. */
export const MAX_COLUMNS = 200;
/** Longest cell in UTF-16 units, some four pages: a reaction, and not a report. */
export const MAX_CELL = 10_000;

/** What may stand between the cells of a line, in the order in which it is preferred. */
export const DELIMITERS = [";", ",", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** What whoever hands a spreadsheet in may choose, where it was recognised wrongly or not at all. */
export interface SheetChoices {
  encoding?: Encoding;
  delimiter?: Delimiter;
  /** The name of the sheet; without it the first that is shown and has the most rows. */
  sheet?: string;
  /** The row with the names of the columns, as the spreadsheet numbers it; 0 when there is none. */
  headerRow?: number;
}

/** A row with the number that a spreadsheet program shows beside it. */
export interface SheetRow {
  n: number;
  /** As they are shown: text, a number with its leading zeros, a date as YYYY-MM-DD. */
  cells: string[];
}

export interface SheetName {
  name: string;
  /** Rows with something in them. */
  rows: number;
  hidden: boolean;
}

/** What the bytes of a spreadsheet hold, before it is known which row names the columns. */
export interface Grid {
  /** Null for text with separators, which has one nameless sheet. */
  sheet: string | null;
  sheets: SheetName[];
  /** Rows with something in them, in order. */
  rows: SheetRow[];
  /** Of text with separators: how it was read. */
  text: ReadText | null;
  /** Pairs of cells of which the second shows the value of the first: merged sideways. */
  merges: Merge[];
  remarks: Remark[];
}

/** How text with separators was read. */
export interface ReadText {
  encoding: Encoding;
  delimiter: Delimiter;
  /** Words by which a person sees whether the letters came out right; null when all are plain. */
  sample: string | null;
}

/** Cells that are one, by row number and column index from 0, both inclusive. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** A column by its place and its name. */
export interface Column {
  /** From 0. */
  index: number;
  /** A, B, … AA: how a spreadsheet program calls it. */
  letter: string;
  /** As its header says, else its letter. */
  name: string;
}

/** A spreadsheet as it is worked with: columns with names, and the rows below the header. */
export interface SheetTable extends Omit<Grid, "merges"> {
  /** Number of the (last) row of the header; 0 when there is none. */
  headerRow: number;
  columns: Column[];
}

/** What is in a column, to recognise it by and to choose what it is. */
export interface ColumnFacts extends Column {
  /** Rows with something in it. */
  filled: number;
  /** Different values, counted up to a thousand. */
  distinct: number;
  /** All values of a column with at most a hundred, the most common first; else the first few. */
  values: { value: string; count: number }[];
  /** Characters of all cells together, and of the longest. */
  characters: number;
  longest: number;
  dates: number;
  numbers: number;
  /** Whether no two rows say the same: what a number by which rows are told apart must be. */
  unique: boolean;
}

/** The first thing to show of a spreadsheet: small, whatever its size. */
export interface SheetFacts extends Omit<SheetTable, "rows" | "columns"> {
  rows: number;
  columns: ColumnFacts[];
  first: SheetRow[];
}
