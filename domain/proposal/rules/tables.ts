import type { Range } from "@/domain/proposal/rules/units";
import { trimRange } from "@/domain/text/rules";

/** A cell of a row of a table: what the head of its column says ("" without), and its words. */
export interface Cell {
  head: string;
  words: string;
}

/** What most of a row stands in; null without cells. */
export function longestOf(cells: readonly Cell[]): string | null {
  let longest: string | null = null;
  for (const { words } of cells) if (words.length > (longest?.length ?? 0)) longest = words;
  return longest;
}

const RULE = /^[|\s:-]+$/;
const QUESTION_COLUMN =
  /^(?:vra(?:ag|gen)|opmerking|zienswijze|inspraakreactie|inbreng|advies|aandachtspunt)\b/i;
const ANSWER_COLUMN = /^(?:antwoord(?:en)?|beantwoording|reactie|standpunt)\b/i;
/** Heads of columns that say nothing about what a row is. */
const NUMBERING = /^(?:nr\.?|nummer|#|no\.?|)$/i;

/**
 * Gives each row of a table its cells and the head of the column that says what it is; a row with a
 * question and its answer is cut between the two. Other ranges stay as they are. Linear.
 */
export function splitTables(text: string, ranges: readonly Range[]): Range[] {
  let heads: string[] = [];
  let tableEnd = -1;
  let tabbed: string[] = [];
  return ranges.flatMap((range, i) => {
    if (range.form !== "tableRow") {
      const cells = tabbedCells(text, range);
      if (cells.length < 3) tabbed = [];
      else if (tabbed.length === 0 && cells.every(({ words }) => HEAD.test(words))) {
        tabbed = cells.map(({ words }) => words);
        return [{ ...range, column: "" }];
      } else if (tabbed.length > 0) return cutRow(text, range, tabbed, cells);
      return [range];
    }
    const next = ranges[i + 1];
    // A table that a page break cut in two goes on under the same heads.
    const goesOn = tableEnd >= 0 && text.slice(tableEnd, range.start).trim() === "";
    tableEnd = range.end;
    if (isRule(text, range)) return [{ ...range, column: "" }];
    if (next?.form === "tableRow" && isRule(text, next)) {
      heads = cellsOf(text, range).map(({ words }) => words);
      return [{ ...range, column: "" }];
    }
    if (!goesOn) heads = [];
    return cutRow(text, range, heads, cellsOf(text, range));
  });
}

function isRule(text: string, { start, end }: Range): boolean {
  return RULE.test(text.slice(start, end));
}

function cutRow(
  text: string,
  row: Range,
  heads: readonly string[],
  found: readonly Place[],
): Range[] {
  const cells = found.map(({ words }, i) => ({ head: heads[i] ?? "", words }));
  const question = heads.findIndex((head) => QUESTION_COLUMN.test(head));
  const answer = heads.findIndex((head, i) => i > question && ANSWER_COLUMN.test(head));
  const cut = question === -1 || answer === -1 ? undefined : found[answer]?.start;
  if (cut === undefined || cut >= row.end) {
    const main = heads.find((head) => !NUMBERING.test(head)) ?? "-";
    return [{ ...row, column: main, cells }];
  }
  return [
    { ...row, ...trimRange(text, row.start, cut), column: heads[question] ?? "", cells },
    { ...row, start: cut, column: heads[answer] ?? "", cells, continues: true },
  ];
}

/** A word or two, as heads of columns are. */
const HEAD = /^\p{Lu}[\p{L}.()/ -]{1,24}$/u;

/** The cells of a line in which tabs stand between them, as a table is pasted as text; none of other lines. */
function tabbedCells(text: string, { start, end, form }: Range): Place[] {
  if (form === "heading" || end - start > 4_000) return [];
  const line = text.slice(start, end);
  if (!line.includes("\t") || line.includes("\n")) return [];
  const cells: Place[] = [];
  let at = start;
  for (const words of line.split("\t")) {
    cells.push({ start: at, words: words.trim() });
    at += words.length + 1;
  }
  return cells;
}

interface Place {
  start: number;
  words: string;
}

/** The cells of a row; each begins at the bar before it. */
function cellsOf(text: string, line: { start: number; end: number }) {
  const cells: Place[] = [];
  for (let at = line.start; at < line.end; ) {
    const bar = text.indexOf("|", at + 1);
    const end = bar === -1 ? line.end : Math.min(bar, line.end);
    if (end - at > 1) cells.push({ start: at, words: text.slice(at + 1, end).trim() });
    at = end;
  }
  return cells;
}
