/** A line of a table: "| a | b |", "a;b;c", "a<tab>b", "a | b | c". Offsets are within the line. */
interface Cell {
  from: number;
  to: number;
  words: string;
}

const LONGEST_LINE = 3000;

/** What parts the cells of a line; null when it is no line of a table. */
export function separatorOf(line: string): string | null {
  if (line.trimStart().startsWith("|")) return "|";
  for (const sign of [";", "\t", "|"]) {
    let count = 0;
    for (let at = line.indexOf(sign); at >= 0; at = line.indexOf(sign, at + 1)) count++;
    if (count >= 2) return sign;
  }
  return null;
}

/** The cells of a line. */
export function cellsOf(line: string, separator: string): Cell[] {
  const cells: Cell[] = [];
  const text = line.slice(0, LONGEST_LINE);
  const barred = separator === "|" && text.trimStart().startsWith("|");
  let from = barred ? text.indexOf("|") + 1 : 0;
  while (from < text.length) {
    const next = text.indexOf(separator, from);
    const to = next < 0 ? text.length : next;
    cells.push({ from, to, words: text.slice(from, to).replace(/[*_]/g, "").trim() });
    from = to + 1;
  }
  return cells;
}

/**
 * The cells below each head that a test holds for, until the table ends. Offsets are UTF-16 units in the text.
 * @param test a head in small letters.
 */
export function cellsBelow(text: string, test: RegExp): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let columns: boolean[] | null = null;
  let separator: string | null = null;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, Math.min(end, start + LONGEST_LINE));
    const sign = separatorOf(line);
    if (sign === null || (separator !== null && sign !== separator)) columns = null;
    separator = sign;
    if (sign !== null && !/^[|\s:;-]+$/.test(line)) {
      const cells = cellsOf(line, sign);
      if (columns === null) columns = cells.map(({ words }) => test.test(words.toLowerCase()));
      else {
        for (const [i, { from, to, words }] of cells.entries()) {
          if (!columns[i] || words === "") continue;
          const lead = line.slice(from, to).search(/[^\s*_]/);
          const first = start + from + Math.max(0, lead);
          found.push({ start: first, end: first + words.length });
        }
      }
    }
    start = end + 1;
  }
  return found;
}
