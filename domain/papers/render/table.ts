import JSZip from "jszip";
import writeExcelFile, { type Cell } from "write-excel-file/node";
import { BYTE_ORDER_MARK, csvLine } from "../../text/csv";
import { headCell, textCell } from "../../text/sheet";
import type { PaperTable } from "../model";
import { packed } from "./packed";

/** A table as a spreadsheet. What people wrote is text in it, never a formula. */
export async function paperSpreadsheet({
  name,
  date,
  columns,
  rows,
}: PaperTable): Promise<Uint8Array> {
  const head = columns.map(({ title }) => headCell(title));
  const cell = (value: string | number | null): Cell =>
    typeof value === "string" ? textCell(value, true) : value;
  const made = await writeExcelFile([
    {
      ...{ sheet: name, data: [head, ...rows.map((row) => row.map(cell))] },
      ...{ columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 },
    },
  ]).toBuffer();
  return packed(await JSZip.loadAsync(made), date);
}

/** The same as CSV, as a Dutch spreadsheet opens it. */
export function paperCsv({ columns, rows }: PaperTable): Uint8Array {
  const lines = [
    columns.map(({ title }) => title),
    ...rows.map((row) => row.map((value) => (value === null ? "" : String(value)))),
  ];
  return new TextEncoder().encode(BYTE_ORDER_MARK + lines.map(csvLine).join(""));
}

/** The same for a program: of which edition it is, and a row as its values by the titles of their columns. */
export function paperJson({ name, date, edition, columns, rows }: PaperTable): Uint8Array {
  const titles = columns.map(({ title }) => title);
  const read = {
    ...{ document: name, decidedOn: date, ...edition },
    rows: rows.map((row) => Object.fromEntries(titles.map((title, i) => [title, row[i] ?? null]))),
  };
  return new TextEncoder().encode(`${JSON.stringify(read, null, 1)}\n`);
}
