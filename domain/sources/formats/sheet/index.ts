import { Invalid, TooLarge } from "../../../kernel/errors";
import { dateOf } from "../../../text/dates";
import type { Upload } from "../../model";
import { kindOf } from "../recognise";
import { readSeparated } from "./csv";
import { withHeader } from "./header";
import {
  type ColumnFacts,
  type Grid,
  MAX_CELL,
  MAX_COLUMNS,
  MAX_ROWS,
  SHEET_TYPES,
  type SheetChoices,
  type SheetFacts,
  type SheetTable,
} from "./model";
import { readWorkbook } from "./xlsx";

/** The media type of a spreadsheet by the name of its file; null for another kind of file. */
export function sheetTypeOf(fileName: string): string | null {
  const ending = /\.([a-z]{3,4})$/i.exec(fileName)?.[1]?.toLowerCase() ?? "";
  return ending in SHEET_TYPES ? SHEET_TYPES[ending as keyof typeof SHEET_TYPES] : null;
}

/** Whether a file is one that is read into rows, whatever its name says. @throws Invalid as `kindOf`. */
export const isSpreadsheet = (file: Upload) => ["xlsx", "csv"].includes(kindOf(file));

/**
 * Reads a spreadsheet into columns and rows. Pure and heavy: for a process of its own.
 *
 * @throws Invalid or TooLarge with a sentence under `sources.errors` that says what the sender can do.
 */
export async function readSheetTable(
  { fileName, bytes }: Upload,
  choices: SheetChoices = {},
): Promise<SheetTable> {
  if (sheetTypeOf(fileName) === null) throw new Invalid("bulk.errors.noSheetFile", { fileName });
  const { merges, ...grid } = await gridOf(fileName, bytes, choices);
  const { headerRow, columns, rows } = withHeader({ ...grid, merges }, choices.headerRow);
  if (rows.length === 0) throw new Invalid("bulk.errors.noRows", { fileName });
  if (rows.length > MAX_ROWS) {
    throw new TooLarge("bulk.errors.tooManyRows", { fileName, limit: MAX_ROWS });
  }
  if (columns.length > MAX_COLUMNS) {
    throw new TooLarge("bulk.errors.tooManyColumns", { fileName, limit: MAX_COLUMNS });
  }
  for (const { n, cells } of rows) {
    const long = cells.findIndex((cell) => cell.length > MAX_CELL);
    if (long === -1) continue;
    throw new TooLarge("bulk.errors.cellTooLong", {
      row: n,
      column: columns[long]?.name ?? "",
      limit: MAX_CELL,
    });
  }
  return { ...grid, headerRow, columns, rows };
}

/** By its bytes, and not by its name: what is called .csv is now and then a workbook. */
async function gridOf(fileName: string, bytes: Uint8Array, choices: SheetChoices): Promise<Grid> {
  const kind = kindOf({ fileName, bytes });
  if (kind === "xlsx") return readWorkbook(fileName, bytes, choices);
  if (kind !== "csv") throw new Invalid("bulk.errors.noSheetFile", { fileName });
  return readSeparated(fileName, bytes, choices);
}

/** Different values that are told apart in one column; more are only counted as many. */
const TOLD_APART = 1_000;
/** Of a column with so many different values at most all are listed; of any other the first few. */
const LISTED_VALUES = 100;
const FIRST_VALUES = 6;
const LONGEST_VALUE = 400;
const FIRST_ROWS = 8;

/** What there is to show of a spreadsheet: what is in each column, and its first rows. */
export function factsOf({ rows, columns, ...about }: SheetTable): SheetFacts {
  return {
    ...about,
    rows: rows.length,
    columns: columns.map((column) => ({ ...column, ...contentOf(rows, column.index) })),
    first: rows.slice(0, FIRST_ROWS).map(({ n, cells }) => ({
      n,
      cells: columns.map(({ index }) => (cells[index] ?? "").slice(0, 300)),
    })),
  };
}

function contentOf(
  rows: SheetTable["rows"],
  index: number,
): Omit<ColumnFacts, "index" | "letter" | "name"> {
  const facts = { filled: 0, characters: 0, longest: 0, dates: 0, numbers: 0, unique: true };
  const values = new Map<string, number>();
  const seen = new Set<string>();
  for (const { cells } of rows) {
    const cell = (cells[index] ?? "").trim();
    if (cell === "") continue;
    facts.filled += 1;
    facts.characters += cell.length;
    facts.longest = Math.max(facts.longest, cell.length);
    if (dateOf(cell) !== null) facts.dates += 1;
    else if (/^-?\d+(?:[.,]\d+)?$/.test(cell)) facts.numbers += 1;
    if (facts.unique) {
      facts.unique = !seen.has(cell);
      seen.add(cell);
    }
    const times = values.get(cell);
    if (times !== undefined || values.size < TOLD_APART) values.set(cell, (times ?? 0) + 1);
  }
  const few = values.size <= LISTED_VALUES && values.size < facts.filled;
  const listed = few
    ? [...values].sort(([, a], [, b]) => b - a)
    : [...values].slice(0, FIRST_VALUES);
  return {
    ...facts,
    distinct: values.size,
    values: listed.map(([value, count]) => ({ value: value.slice(0, LONGEST_VALUE), count })),
  };
}
