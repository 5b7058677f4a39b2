import type { Cell } from "write-excel-file/node";

/** A cell of Excel holds no more characters. */
const LONGEST = 32_767;

/** Words in a spreadsheet, as text: what begins as a formula stays what was written. @param lines whether long words stand on lines. */
export function textCell(value: string, lines = false): Cell {
  if (!value) return null;
  const words = { value: value.slice(0, LONGEST), type: String };
  return lines ? { ...words, wrap: true, alignVertical: "top" } : words;
}

/** What a column is called. */
export const headCell = (value: string): Cell => ({
  value: value.slice(0, LONGEST),
  type: String,
  fontWeight: "bold",
  wrap: true,
  alignVertical: "bottom",
});
