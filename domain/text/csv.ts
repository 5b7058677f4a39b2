/** Tells a program which writing it is; without it a spreadsheet reads é as Ã©. */
export const BYTE_ORDER_MARK = "\ufeff";

/** What a spreadsheet takes for a formula, also in the wide signs of NFKC and behind white space. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

/**
 * One line of a CSV file (RFC 4180), with the semicolon that a Dutch spreadsheet expects. What people
 * wrote is never read as a formula: such a cell begins with an apostrophe, which a spreadsheet does not show.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(";")}\r\n`;
}

function cell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
