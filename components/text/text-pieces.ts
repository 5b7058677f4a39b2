import type { BlockForm } from "@/db/vocabulary";
import { CodePointIndex, type InlineToken, inlineMarkup, isBlankCode } from "@/domain/text/rules";
import { isRule, wordsBetweenSigns } from "@/domain/text/signs";

/** Words to mark; code points in the text of the source. */
export interface TextMark {
  start: number;
  end: number;
  /** How they look: a class of whoever shows them. */
  className?: string;
  /** Said when one points at them. */
  title?: string;
  /** The first words of it get this id and can take the focus: what an address leads to. */
  anchor?: string;
  /** Whether they are marked for the reader, or only look different. */
  as?: "mark" | "span";
  /** What is read in their place, by who may not see names. */
  words?: string;
}

/** A stretch of a block that looks the same all along. All pieces together are its text. */
export interface TextPiece {
  /** UTF-16 offset in the text of the block: its place, and a key. */
  at: number;
  text: string;
  /** A sign (`**`, `- `, `##`, `|`): stays in the page, unseen, so that offsets remain true. */
  hidden: boolean;
  strong: boolean;
  em: boolean;
  strike: boolean;
  marks: TextMark[];
}

export interface TableCell {
  head: boolean;
  pieces: TextPiece[];
}

/** A block as it is shown. */
export type ShownBlock =
  | {
      shape: "words";
      pieces: TextPiece[] /** A bullet is drawn in place of its sign. */;
      bullet: boolean;
    }
  | { shape: "table"; rows: TableCell[][] }
  /** The line below the head of a table, which says something of it and nothing by itself. */
  | { shape: "rule"; pieces: TextPiece[] };

/**
 * The text of a block as it was meant: emphasis, bullets and cells for the signs that stand for them.
 *
 * @param start code point in the source at which the text begins.
 */
export function shownBlock(
  { text, form, start }: { text: string; form: BlockForm; start: number },
  marks: readonly TextMark[],
): ShownBlock {
  const placed = placeMarks(text, start, marks);
  if (isRule(text)) return { shape: "rule", pieces: cutAt(text, [sign(0, text.length)], []) };
  // In a text that was read before rows were blocks, a table is one paragraph.
  const rows = form === "tableRow" || form === "paragraph" ? rowsOf(text, form) : null;
  if (rows) {
    return {
      shape: "table",
      rows: rows.map(({ head, cells }) =>
        cells.map((cell) => ({ head, pieces: cutAt(text, cellTokens(text, cell), placed) })),
      ),
    };
  }
  const { from, to } = wordsBetweenSigns(text, form);
  const tokens = [sign(0, from), ...inline(text, from, to), sign(to, text.length)];
  return {
    shape: "words",
    pieces: cutAt(text, tokens, placed),
    bullet: form === "listItem" && from > 0,
  };
}

interface PlacedMark {
  mark: TextMark;
  from: number;
  to: number;
}

/** Marks by UTF-16 offsets in the text, those beside it left out. */
function placeMarks(text: string, start: number, marks: readonly TextMark[]): PlacedMark[] {
  const index = new CodePointIndex(text);
  return marks
    .filter((mark) => mark.start < start + index.length && mark.end > start)
    .map((mark) => ({
      mark,
      from: index.toUtf16(Math.max(0, mark.start - start)),
      to: index.toUtf16(Math.min(index.length, mark.end - start)),
    }));
}

/** Cuts tokens where a mark begins or ends. */
function cutAt(text: string, tokens: InlineToken[], marks: PlacedMark[]): TextPiece[] {
  const edges = [...new Set(marks.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  return tokens.flatMap(({ start, end, type, strong, em, strike }) => {
    const hidden = type === "marker";
    const inside = hidden ? [] : edges.filter((edge) => edge > start && edge < end);
    const cuts = [start, ...inside, end];
    return cuts.slice(0, -1).flatMap((at, i) => {
      const until = cuts[i + 1] ?? end;
      if (at >= until) return [];
      const over = marks.filter(({ from, to }) => from <= at && to >= until);
      const replaced = over.find(({ mark }) => mark.words !== undefined);
      // Once, however many pieces it is cut in.
      if (replaced && replaced.from !== at) return [];
      const words = replaced?.mark.words ?? text.slice(at, until);
      return { at, text: words, hidden, strong, em, strike, marks: over.map(({ mark }) => mark) };
    });
  });
}

const sign = (start: number, end: number): InlineToken => ({
  start,
  end,
  type: "marker",
  strong: false,
  em: false,
  strike: false,
});

function inline(text: string, from: number, to: number): InlineToken[] {
  return inlineMarkup(text.slice(from, to)).map((token) => ({
    ...token,
    start: token.start + from,
    end: token.end + from,
  }));
}

/** A cell: its words, and all that it covers with the signs around them. */
interface Cell {
  start: number;
  from: number;
  to: number;
  end: number;
}

function cellTokens(text: string, { start, from, to, end }: Cell): InlineToken[] {
  return [sign(start, from), ...inline(text, from, to), sign(to, end)];
}

/** The rows of a table, which together cover the text; null when it is none. */
function rowsOf(text: string, form: BlockForm): { head: boolean; cells: Cell[] }[] | null {
  const rows: { head: boolean; cells: Cell[] }[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const end = Math.min(at + line.length + 1, text.length);
    const last = rows.at(-1);
    if (isRule(line) && last) {
      // What stands above the rule is the head, and the rule itself is not shown.
      if (rows.length === 1) last.head = true;
      const cell = last.cells.at(-1);
      if (cell) cell.end = end;
    } else {
      const cells = cellsOf(line, at, end, form === "tableRow");
      if (!cells) return null;
      rows.push({ head: false, cells });
    }
    at = end;
  }
  return rows;
}

/** @param open whether the bar behind the last cell may be left out. */
function cellsOf(line: string, at: number, end: number, open: boolean): Cell[] | null {
  const bars = barsIn(line);
  const [first] = bars;
  if (first === undefined || line.slice(0, first).trim() !== "") return null;
  if (line.slice((bars.at(-1) ?? 0) + 1).trim() !== "") {
    if (!open) return null;
    bars.push(line.length);
  }
  const last = bars.at(-1);
  if (bars.length < 2) return null;
  return bars.slice(0, -1).map((bar, i) => {
    const next = bars[i + 1] ?? line.length;
    let [from, to] = [bar + 1, next];
    while (from < to && isBlankCode(line.charCodeAt(from))) from++;
    while (to > from && isBlankCode(line.charCodeAt(to - 1))) to--;
    return {
      start: at + (i === 0 ? 0 : bar),
      from: at + from,
      to: at + to,
      end: next === last ? end : at + next,
    };
  });
}

/** Where the bars of a row stand; one after a backslash is a word. */
function barsIn(line: string): number[] {
  const bars: number[] = [];
  for (let i = 0; i < line.length; i++) {
    if (line[i] === "\\") i++;
    else if (line[i] === "|") bars.push(i);
  }
  return bars;
}

/** No column is narrower, in parts of a hundred. */
const NARROWEST = 8;

/**
 * How wide the columns of rows that are shown apart should be, in parts of a hundred: by the length of
 * what stands in them, with long cells counting less than in proportion.
 */
export function columnShares(rows: readonly string[]): number[] {
  const weights: number[] = [];
  for (const row of rows) {
    if (isRule(row)) continue;
    for (const [i, { from, to }] of (cellsOf(row, 0, row.length, true) ?? []).entries()) {
      weights[i] = Math.max(weights[i] ?? 1, Math.sqrt(to - from));
    }
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const free = Math.max(0, 100 - NARROWEST * weights.length);
  return weights.map((weight) => Math.round(NARROWEST + (free * weight) / sum));
}

/** Lines at least this long were broken by a program and may flow; shorter ones are meant. */
const WRAPPED = 60;

/** Whether line ends in a block carry meaning, such as in a list of names. */
export function keepsLines(text: string): boolean {
  return text
    .split("\n")
    .slice(0, -1)
    .some((line) => line.length < WRAPPED);
}
