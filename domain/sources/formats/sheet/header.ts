import { dateOf } from "../../../text/dates";
import { type Column, type Grid, MAX_COLUMNS, type Merge, type SheetRow } from "./model";

/** Rows within which the header is looked for: above it may stand a title and a few lines about the file. */
const LOOKED_AT = 15;
/** Longest name of a column: a whole question, as forms export it. */
const LONGEST_NAME = 400;

/** A header with what stands below it. */
interface Headed {
  headerRow: number;
  columns: Column[];
  rows: SheetRow[];
}

/**
 * Finds the row (or the two rows) that name the columns.
 *
 * @param chosen the number of the row that does, as the spreadsheet shows it; 0 for none.
 */
export function withHeader(
  { rows, merges }: Pick<Grid, "rows" | "merges">,
  chosen?: number,
): Headed {
  const width = Math.min(MAX_COLUMNS + 1, Math.max(0, ...rows.map(lastFilled)));
  const at = chosen === undefined ? headerAt(rows) : rows.findIndex((row) => row.n === chosen);
  const header = rows[at];
  if (!header) return { headerRow: 0, columns: namesOf([], width), rows: [...rows] };
  const below = rows[at + 1];
  if (below && isSecond(header, below, merges)) {
    return {
      headerRow: below.n,
      columns: namesOf(joined(header, below, merges, width), width),
      rows: rows.slice(at + 2),
    };
  }
  return { headerRow: header.n, columns: namesOf(header.cells, width), rows: rows.slice(at + 1) };
}

/** How many cells there are up to the last with something in it. */
function lastFilled({ cells }: SheetRow): number {
  let length = cells.length;
  while (length > 0 && isEmpty(cells[length - 1])) length -= 1;
  return length;
}

const isEmpty = (cell: string | undefined) => cell === undefined || cell.trim() === "";
const filledOf = ({ cells }: SheetRow) => cells.filter((cell) => !isEmpty(cell));

/** Whether a cell may be the name of a column: words, and no number or date. */
const isName = (cell: string) =>
  cell.length <= LONGEST_NAME && /\p{L}/u.test(cell) && dateOf(cell) === null;

/** The first row that is about as wide as the rest and holds nothing but names. −1 when there is none. */
function headerAt(rows: readonly SheetRow[]): number {
  const wide = Math.max(0, ...rows.slice(0, 100).map((row) => filledOf(row).length));
  return rows.slice(0, LOOKED_AT).findIndex((row) => {
    const filled = filledOf(row);
    return filled.length >= Math.min(2, wide) && filled.length * 2 >= wide && filled.every(isName);
  });
}

/** Whether a row goes on with the names: it fills what the row above leaves open, or divides what is merged there. */
function isSecond(header: SheetRow, below: SheetRow, merges: readonly Merge[]): boolean {
  if (!filledOf(below).every((cell) => isName(cell) && cell.length <= 80)) return false;
  const above = merges.filter(({ top, bottom }) => top <= header.n && bottom >= header.n);
  const divided = above.some(({ left, right, bottom }) => right > left && bottom === header.n);
  if (divided) return true;
  const width = Math.max(lastFilled(header), lastFilled(below));
  let open = 0;
  let kept = 0;
  for (let i = 0; i < width; i++) {
    const [over, under] = [!isEmpty(header.cells[i]), !isEmpty(below.cells[i])];
    if (!over && !under) return false;
    if (!over) open += 1;
    if (over && !under) kept += 1;
  }
  return open > 0 && kept > 0;
}

/** Names of two rows: the lower one, with the upper one before it where it does not say enough by itself. */
function joined(
  header: SheetRow,
  below: SheetRow,
  merges: readonly Merge[],
  width: number,
): string[] {
  let over = "";
  const pairs = Array.from({ length: width }, (_, i) => {
    const own = header.cells[i]?.trim() ?? "";
    const within = merges.some(
      ({ top, bottom, left, right }) =>
        top <= header.n && bottom >= header.n && left < i && i <= right,
    );
    if (own !== "" || !within) over = own;
    return { over, under: below.cells[i]?.trim() ?? "" };
  });
  const times = new Map<string, number>();
  for (const { under } of pairs) times.set(under, (times.get(under) ?? 0) + 1);
  return pairs.map(({ over, under }) => {
    if (under === "") return over;
    return (times.get(under) ?? 0) > 1 && over !== "" ? `${over}: ${under}` : under;
  });
}

function namesOf(cells: readonly string[], width: number): Column[] {
  return Array.from({ length: width }, (_, index) => {
    const letter = letterOf(index);
    const name = (cells[index] ?? "").replace(/\s+/g, " ").trim();
    return { index, letter, name: name === "" ? letter : name };
  });
}

/** 0 is A, 26 is AA. */
export function letterOf(index: number): string {
  let letters = "";
  for (let left = index + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}
