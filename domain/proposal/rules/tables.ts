import type { Range } from "@/domain/proposal/rules/units";
import { trimRange } from "@/domain/text/rules";

/** A cell of a row of a table: what the head of its column says ("" without), and its words. */
export interface Cell {
  head: string;
  words: string;
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
  return ranges.flatMap((range, i) => {
    if (range.form !== "tableRow") return [range];
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
    return cutRow(text, range, heads);
  });
}

function isRule(text: string, { start, end }: Range): boolean {
  return RULE.test(text.slice(start, end));
}

function cutRow(text: string, row: Range, heads: readonly string[]): Range[] {
  const found = cellsOf(text, row);
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

/** The cells of a row; each begins at the bar before it. */
function cellsOf(text: string, line: { start: number; end: number }) {
  const cells: { start: number; words: string }[] = [];
  for (let at = line.start; at < line.end; ) {
    const bar = text.indexOf("|", at + 1);
    const end = bar === -1 ? line.end : Math.min(bar, line.end);
    if (end - at > 1) cells.push({ start: at, words: text.slice(at + 1, end).trim() });
    at = end;
  }
  return cells;
}
