import type { Merge } from "./model";

/** A sheet as the workbook names it, and where in the file it stands. */
export interface XmlSheet {
  name: string;
  hidden: boolean;
  path: string;
}

/** What stands in a sheet beside the values that the library reads. */
export interface XmlFacts {
  /** By row number: index of the column, and what is shown there in place of what the library gives. */
  cells: Map<number, [column: number, words: string][]>;
  merges: Merge[];
  /** Rows with something in them that are not shown. */
  hiddenRows: number;
  /** Number of the last row with something in it. */
  lastRow: number;
  /** Index of the last column with something in it. */
  lastColumn: number;
}

type Attributes = Record<string, string>;

/** Tags with these names in the order of the text; a prefix before the name does not matter. */
function* tagsOf(
  xml: string,
  names: readonly string[],
): Generator<{ name: string; of: Attributes; end: number }> {
  let from = xml.indexOf("<");
  while (from !== -1) {
    const end = xml.indexOf(">", from);
    if (end === -1) return;
    const tag = xml.slice(from + 1, end);
    const [full = ""] = /^[\w:.-]{1,60}/.exec(tag) ?? [];
    const name = full.slice(full.indexOf(":") + 1);
    if (names.includes(name)) yield { name, of: attributesOf(tag), end: end + 1 };
    from = xml.indexOf("<", end);
  }
}

function attributesOf(tag: string): Attributes {
  const of: Attributes = {};
  for (const [, name = "", value = ""] of tag.matchAll(/(?<![\w:])([\w:]+)="([^"]*)"/g)) {
    of[name.slice(name.indexOf(":") + 1)] = unescaped(value);
  }
  return of;
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(words: string): string {
  return words.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi,
    (all, decimal, hex, name) => {
      if (name) return ENTITIES[name] ?? all;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}

/** The sheets of a workbook in their order; charts and the like, which hold no cells, are left out. */
export function sheetsOf(workbook: string, relations: string): XmlSheet[] {
  const targets = new Map<string, string>();
  for (const { of } of tagsOf(relations, ["Relationship"])) {
    if (of.Type?.endsWith("/worksheet")) targets.set(of.Id ?? "", of.Target ?? "");
  }
  const sheets: XmlSheet[] = [];
  for (const { of } of tagsOf(workbook, ["sheet"])) {
    const target = targets.get(of.id ?? "");
    if (target === undefined || !of.name) continue;
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    sheets.push({ name: of.name, hidden: (of.state ?? "visible") !== "visible", path });
  }
  return sheets;
}

/** Formats that show a number with zeros before it, such as 0000 or 00-00000000, by the index of the style. */
export function padded(styles: string): Map<number, string> {
  const codes = new Map<string, string>();
  const found = new Map<number, string>();
  let index = -1;
  for (const { name, of } of tagsOf(styles, ["numFmt", "cellXfs", "cellStyles", "xf"])) {
    if (name === "numFmt") codes.set(of.numFmtId ?? "", of.formatCode ?? "");
    else if (name === "cellXfs") index = 0;
    else if (name === "cellStyles") index = -1;
    else if (index >= 0) {
      const code = (codes.get(of.numFmtId ?? "") ?? "").replace(/\\|"|\[[^\]]{0,20}\]/g, "");
      if (/^[#0() -]*$/.test(code) && code.split("0").length > 2) found.set(index, code);
      index += 1;
    }
  }
  return found;
}

/** What a Dutch program shows for what went wrong in a formula. */
const ERRORS: Record<string, string> = {
  "#N/A": "#N/B",
  "#REF!": "#VERW!",
  "#VALUE!": "#WAARDE!",
  "#NAME?": "#NAAM?",
  "#DIV/0!": "#DEEL/0!",
  "#NUM!": "#GETAL!",
  "#NULL!": "#LEEG!",
};

/**
 * What the library leaves out of a sheet.
 *
 * @param zeros formats with zeros before the number, by the index of the style.
 */
export function factsOfSheet(xml: string, zeros: ReadonlyMap<number, string>): XmlFacts {
  const facts: XmlFacts = {
    cells: new Map(),
    merges: [],
    hiddenRows: 0,
    lastRow: 0,
    lastColumn: -1,
  };
  let row = 0;
  let column = -1;
  let hidden = false;
  let cell: Attributes = {};
  for (const { name, of, end } of tagsOf(xml, ["row", "c", "v", "is", "mergeCell"])) {
    if (name === "mergeCell") {
      const merge = mergeOf(of.ref ?? "");
      if (merge) facts.merges.push(merge);
    } else if (name === "row") {
      row = Number(of.r ?? row + 1);
      column = -1;
      hidden = of.hidden === "1" || of.hidden === "true";
    } else if (name === "c") {
      const place = of.r ? cellAt(of.r) : null;
      if (place) row = place.row;
      column = place?.column ?? column + 1;
      cell = of;
    } else {
      if (hidden && facts.lastRow !== row) facts.hiddenRows += 1;
      facts.lastRow = Math.max(facts.lastRow, row);
      facts.lastColumn = Math.max(facts.lastColumn, column);
      const words = shownOf(cell, xml.slice(end, xml.indexOf("<", end)), zeros);
      if (words === null) continue;
      const cells = facts.cells.get(row) ?? [];
      cells.push([column, words]);
      facts.cells.set(row, cells);
    }
  }
  return facts;
}

/** What is shown for a cell where the library gives something else; null where it gives the same. */
function shownOf(of: Attributes, value: string, zeros: ReadonlyMap<number, string>): string | null {
  if (of.t === "e") return ERRORS[value] ?? unescaped(value);
  if ((of.t ?? "n") !== "n" || of.s === undefined) return null;
  const format = zeros.get(Number(of.s));
  return format !== undefined && /^\d{1,15}$/.test(value) ? withZeros(value, format) : null;
}

/** A number as it is shown when its format says nothing: no powers of ten, and a Dutch comma. */
export function numberShown(written: string): string {
  const number = Number(written);
  if (/^-?\d{1,15}$/.test(written) || written.trim() === "" || !Number.isFinite(number))
    return written;
  // What a computer makes of 0,1 + 0,2 is shown by nobody.
  const words = String(Number(number.toPrecision(15)));
  return words.includes("e") ? written : words.replace(".", ",");
}

/** 612345678 in 00-00000000 is 06-12345678. */
function withZeros(digits: string, format: string): string {
  let left = digits;
  let words = "";
  for (let i = format.length - 1; i >= 0; i--) {
    const sign = format[i] ?? "";
    if (sign === "0" || (sign === "#" && left !== "")) {
      words = (left.at(-1) ?? "0") + words;
      left = left.slice(0, -1);
    } else if (sign !== "#") {
      words = sign + words;
    }
  }
  return left + words;
}

function mergeOf(ref: string): Merge | null {
  const [from, to] = ref.split(":");
  const first = cellAt(from ?? "");
  const last = cellAt(to ?? from ?? "");
  if (!first || !last) return null;
  return { top: first.row, left: first.column, bottom: last.row, right: last.column };
}

function cellAt(ref: string): { row: number; column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref) ?? [];
  if (!letters || !digits) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits), column };
}
