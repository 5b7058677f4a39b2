import { readSheet } from "read-excel-file/universal";
import { DomainError, Invalid, TooLarge } from "../../../kernel/errors";
import type { Remark } from "../model";
import { inspectZip, unpack } from "../zip";
import {
  type Grid,
  MAX_COLUMNS,
  MAX_ROWS,
  type SheetChoices,
  type SheetName,
  type SheetRow,
} from "./model";
import { factsOfSheet, numberShown, padded, sheetsOf, type XmlSheet } from "./xlsx-xml";

/** A row beyond this is a stray cell and not a list; the program itself goes on to 1,048,576. */
const LAST_ROW = MAX_ROWS + 10_000;

/**
 * Reads a workbook. The values are read by a library, which leaves out what a person sees beside them:
 * what is hidden or merged, what went wrong in a formula, and leading zeros.
 *
 * @throws Invalid `bulk.errors.noWorkbook` for what is no workbook, `bulk.errors.noSheet` for a
 *   sheet that is not there; TooLarge for too many rows.
 */
export async function readWorkbook(
  fileName: string,
  bytes: Uint8Array,
  choices: SheetChoices,
): Promise<Grid> {
  try {
    return await readXlsx(fileName, bytes, choices);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    // Whatever the library says of it, nobody can mend the file by that.
    throw new Invalid("bulk.errors.noWorkbook", { fileName });
  }
}

async function readXlsx(fileName: string, bytes: Uint8Array, choices: SheetChoices): Promise<Grid> {
  const entries = inspectZip(bytes)?.entries ?? [];
  const text = (path: string) => {
    const entry = entries.find(({ name }) => name === path);
    const content = entry ? unpack(bytes, entry, entry.size) : null;
    return content ? new TextDecoder().decode(content) : "";
  };
  const found = sheetsOf(text("xl/workbook.xml"), text("xl/_rels/workbook.xml.rels"));
  const styles = text("xl/styles.xml");
  const sheets: (XmlSheet & SheetName & { xml: string })[] = [];
  for (const sheet of found) {
    const xml = text(sheet.path);
    sheets.push({ ...sheet, xml, rows: countRows(xml) });
  }
  const chosen = chooseSheet(sheets, choices.sheet);
  if (!chosen) throw new Invalid("bulk.errors.noSheet", { fileName });
  const facts = factsOfSheet(chosen.xml, padded(styles));
  if (facts.lastRow > LAST_ROW) {
    throw new TooLarge("bulk.errors.tooManyRows", { fileName, limit: MAX_ROWS });
  }
  if (facts.lastColumn >= MAX_COLUMNS) {
    throw new TooLarge("bulk.errors.tooManyColumns", { fileName, limit: MAX_COLUMNS });
  }
  const buffer = bytes.slice().buffer;
  const options = { trim: false, parseNumber: (written: string) => new WrittenNumber(written) };
  const data: unknown[][] = await readSheet(buffer, chosen.name, options);
  const rows: SheetRow[] = data.flatMap((cells, i) => {
    const written = cells.map(shown);
    for (const [column, words] of facts.cells.get(i + 1) ?? []) {
      while (written.length < column) written.push("");
      written[column] = words;
    }
    return written.some((cell) => cell.trim() !== "") ? [{ n: i + 1, cells: written }] : [];
  });
  fillDown(rows, facts.merges);
  return {
    sheet: chosen.name,
    sheets: sheets.map(({ name, rows: count, hidden }) => ({ name, rows: count, hidden })),
    rows,
    text: null,
    merges: facts.merges,
    remarks: remarksOf(chosen, sheets, facts.hiddenRows, facts.merges.some(isVertical)),
  };
}

/** Rows with a cell that holds something. */
function countRows(xml: string): number {
  return xml.split(/<(?:\w{1,8}:)?row\b/).filter((row) => /<(?:\w{1,8}:)?(?:v|is)>/.test(row))
    .length;
}

function chooseSheet<Sheet extends SheetName>(
  sheets: readonly Sheet[],
  wanted: string | undefined,
): Sheet | undefined {
  if (wanted !== undefined) return sheets.find(({ name }) => name === wanted);
  const most = (of: readonly Sheet[]) =>
    of.reduce<Sheet | undefined>(
      (best, sheet) => (best && best.rows >= sheet.rows ? best : sheet),
      undefined,
    );
  const shownSheets = sheets.filter(({ hidden, rows }) => !hidden && rows > 0);
  return most(shownSheets.length > 0 ? shownSheets : sheets);
}

/** A number as it stands in the file, told apart from text that looks like one. */
class WrittenNumber {
  constructor(readonly written: string) {}
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "Ja" : "Nee";
  if (value instanceof Date) return dateShown(value);
  return value instanceof WrittenNumber ? numberShown(value.written) : String(value);
}

/** A day, with the time when there is one; a time alone is of the day before the first. */
function dateShown(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  // A fraction of a day is rarely a whole number of seconds.
  const iso = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  const [day = "", time = ""] = [iso.slice(0, 10), iso.slice(11, 16)];
  if (day < "1900-01-01") return time;
  return time === "00:00" ? day : `${day} ${time}`;
}

const isVertical = ({ top, bottom }: { top: number; bottom: number }) => bottom > top;

/** What is merged downwards is said of each of its rows. */
function fillDown(rows: readonly SheetRow[], merges: Grid["merges"]): void {
  const byNumber = new Map(rows.map((row) => [row.n, row]));
  for (const { top, bottom, left } of merges) {
    const value = byNumber.get(top)?.cells[left] ?? "";
    if (value === "") continue;
    for (let n = top + 1; n <= Math.min(bottom, top + MAX_ROWS); n++) {
      const cells = byNumber.get(n)?.cells;
      if (!cells) continue;
      while (cells.length < left) cells.push("");
      cells[left] ||= value;
    }
  }
}

function remarksOf(
  chosen: SheetName,
  sheets: readonly SheetName[],
  hiddenRows: number,
  merged: boolean,
): Remark[] {
  const others = sheets.filter(({ name, rows }) => name !== chosen.name && rows > 0);
  const remarks: Remark[] = [];
  if (others.length > 0) {
    const names = others.map(({ name }) => name).join(", ");
    remarks.push({
      key: "bulk.remarks.otherSheets",
      params: { sheet: chosen.name, count: others.length, names },
    });
  }
  if (hiddenRows > 0)
    remarks.push({ key: "bulk.remarks.hiddenRows", params: { count: hiddenRows } });
  if (merged) remarks.push({ key: "bulk.remarks.mergedCells", params: {} });
  return remarks;
}
