import { jointOf } from "./hyphens";
import { type Marker, markerOf, withoutMarker } from "./markers";
import type { Block, Line, Piece, Span, Table, Tag } from "./model";
import { letters, spansOf, textOf } from "./rows";

/** Times the usual distance between lines, beyond which a new paragraph begins. */
const WIDE = 1.25;
/** More room than this at the end of a line, in letter sizes, and the line was ended on purpose. */
const ROOM = 1.2;

/** What holds for the whole document. */
export interface Habits {
  /** Letter size of running text. */
  body: number;
  /** Distance from line to line in running text, in letter sizes. */
  leading: number;
  /** Words and how often they stand in it. */
  known: ReadonlyMap<string, number>;
  /** The file says itself what its headings are. */
  headings: boolean;
}

/** A block with its lines, before it is known what it is. */
export interface Draft {
  kind: "text" | "item" | "note";
  marker: Marker | null;
  lines: Line[];
  spans: Span[];
  tag: Tag | null;
  page: number;
  /** Room above it, in letter sizes; a page or column begins with Infinity. */
  above: number;
  column: { left: number; right: number };
}

export type Drafted = Draft | { kind: "table"; rows: Span[][][]; page: number; left: number };

/** Joins lines to paragraphs, also over the end of a column or page. */
export function toDrafts(pieces: readonly Piece[], habits: Habits): Drafted[] {
  const drafts: Drafted[] = [];
  let open: Draft | null = null;
  /** What stands at the foot of the page or beside the text, until the paragraph ends. */
  const notes: Draft[] = [];
  const beside: Drafted[] = [];
  const close = () => {
    if (open) drafts.push(open);
    drafts.push(...notes.splice(0), ...beside.splice(0));
    open = null;
  };
  for (const piece of pieces) {
    if (piece.kind === "table") {
      close();
      addTable(drafts, piece.table, piece.page, habits);
      continue;
    }
    const { column, page } = piece;
    if (column.aside) {
      beside.push(...toDrafts([{ ...piece, column: { ...column, aside: false } }], habits));
      continue;
    }
    let last: Line | null = null;
    let inNotes = false;
    const small = column.lines.findLastIndex((line) => line.size > habits.body * 0.92) + 1;
    for (const [i, line] of column.lines.entries()) {
      inNotes = inNotes ? line.size < habits.body * 0.95 : i >= small && isNote(line, habits);
      const into: Draft | null = inNotes ? (notes.at(-1) ?? null) : open;
      const starts = inNotes
        ? isNote(line, habits) || !into
        : !into || begins({ line, last, open: into, column, page, habits });
      if (starts) {
        const draft = begin(line, last, page, column, inNotes);
        if (inNotes) notes.push(draft);
        else {
          close();
          open = draft;
        }
      } else if (into) {
        goOn(into, line, last, page, column, habits);
      }
      if (!inNotes) last = line;
    }
  }
  close();
  return drafts;
}

function begin(
  line: Line,
  last: Line | null,
  page: number,
  column: Draft["column"],
  note: boolean,
): Draft {
  const marker = note ? null : markerOf(line);
  return {
    kind: note ? "note" : marker ? "item" : "text",
    marker,
    lines: [line],
    spans: onPage(spansOf(marker ? withoutMarker(line, marker) : line.words), page),
    tag: line.tag,
    page,
    above: last
      ? (line.baseline - last.baseline) / Math.max(line.size, 1)
      : Number.POSITIVE_INFINITY,
    column,
  };
}

function onPage(spans: Span[], page: number): Span[] {
  return spans.map((span, i) => (i === 0 ? { ...span, page } : span));
}

interface Meeting {
  line: Line;
  /** The line above in the same column; null at its head. */
  last: Line | null;
  open: Draft;
  column: Draft["column"];
  page: number;
  habits: Habits;
}

/** Whether a line begins a block, or goes on in the one that is open. */
function begins(meeting: Meeting): boolean {
  const { line, last, open } = meeting;
  if (line.tag && open.tag) {
    if (line.tag.block === open.tag.block && meeting.page === open.page) return false;
    if (meeting.page === open.page || line.tag.kind !== open.tag.kind) return true;
    return !sentenceGoesOn(meeting);
  }
  const before = open.lines.at(-1) ?? line;
  if (looksDiffer(before, line)) return true;
  const marker = markerOf(line);
  if (marker) return !isWords(marker, meeting);
  if (!last) return !sentenceGoesOn(meeting);
  const gap = (line.baseline - last.baseline) / Math.max(line.size, 1);
  if (gap > meeting.habits.leading * WIDE || gap < 0) return true;
  // The second line of a heading; a heading is broken where it suits.
  if (line.size > meeting.habits.body * 1.12) return false;
  if (open.kind === "item") return leavesItem(meeting);
  if (isShort(before, line, open.column)) return true;
  // The first line of a paragraph stands in; the one before it was not the first.
  const indent = line.left - before.left;
  return open.lines.length > 1 && indent > 0.8 * line.size && endsSentence(textOf(before.words));
}

function looksDiffer(a: Line, b: Line): boolean {
  if (Math.abs(a.size - b.size) > 0.08 * Math.max(a.size, b.size)) return true;
  const all = (line: Line) =>
    line.words.every((word) => word.bold || !/[\p{L}\p{N}]/u.test(word.text));
  return all(a) !== all(b) && (all(a) ? a : b).words.length > 0 && startsBold(a) !== startsBold(b);
}

const startsBold = (line: Line): boolean => line.words[0]?.bold ?? false;

/** What looks like a number of a list is part of the sentence: "op artikel | 12. Daarin". */
function isWords(marker: Marker, { line, open, column }: Meeting): boolean {
  const before = open.lines.at(-1);
  if (!before || marker.sure) return false;
  if (open.marker && marker.follows(open.marker)) return false;
  const text = textOf(before.words);
  return !endsSentence(text) && !/[:;,]$/.test(text) && !isShort(before, line, column);
}

function leavesItem({ line, open, column }: Meeting): boolean {
  const before = open.lines.at(-1) ?? line;
  const hangs = line.left > (open.marker?.left ?? 0) + 0.5 * line.size;
  if (isShort(before, line, column)) return !hangs || endsSentence(textOf(before.words));
  return !hangs && endsSentence(textOf(before.words));
}

/** Whether the first word of a line would have fitted on the line before: that one was ended on purpose. */
function isShort(before: Line, line: Line, column: Draft["column"]): boolean {
  const [first] = line.words;
  const width = first ? first.right - first.left : 0;
  return before.right + width + ROOM * before.size < column.right;
}

/** Whether a line at the head of a page or column goes on with the sentence before it. */
function sentenceGoesOn({ line, open }: Meeting): boolean {
  const before = open.lines.at(-1);
  if (!before || markerOf(line)) return false;
  if (looksDiffer(before, line)) return false;
  const text = textOf(before.words).trim();
  const full = !isShort(before, line, open.column);
  if (endsSentence(text) && !(full && text.endsWith(":"))) return false;
  const next = textOf(line.words);
  if (/^[\p{Ll}(]/u.test(next)) return true;
  // A line that was full and ends in the middle of something, before a name or a number.
  const words = open.lines.reduce((sum, one) => sum + one.words.length, 0);
  return words >= 8 && full && (open.lines.length > 1 || line.tag !== null);
}

const endsSentence = (text: string): boolean => /[.!?:…]["'”’)\]]*$/.test(text.trim());

function goOn(
  open: Draft,
  line: Line,
  last: Line | null,
  page: number,
  column: Draft["column"],
  { known }: Habits,
): void {
  const before = open.lines.at(-1);
  const spans = spansOf(line.words);
  const fresh = page !== open.page;
  // Within one block of a tagged file a line that was ended on purpose stays one.
  const ended =
    before && last && line.tag && line.tag.kind !== "heading" && isShort(before, line, column);
  append(open.spans, fresh ? onPage(spans, page) : spans, ended ? "\n" : " ", known);
  open.lines.push(line);
  open.page = page;
  // The structure numbers its blocks page by page.
  open.tag = line.tag;
  open.column = column;
}

/** Puts a line behind another: with a space, or as the second half of a broken word. */
function append(spans: Span[], next: Span[], between: string, known: Habits["known"]): void {
  const end = spans.at(-1);
  const [first] = next;
  if (!end || !first) {
    spans.push(...next);
    return;
  }
  const before = spans
    .map((span) => span.text)
    .join("")
    .slice(-80);
  const after = next
    .map((span) => span.text)
    .join("")
    .slice(0, 80);
  if (/\u00ad$/.test(before)) end.text = end.text.replace(/\u00ad$/, "");
  else if (/[\p{L}\p{N}]-$/u.test(before)) {
    end.text = end.text.replace(/-$/, "") + jointOf(before.slice(0, -1), after, known);
  } else if (!/[\p{L}\p{N}]\/$/u.test(before)) {
    end.text += between;
  }
  const same = end.bold === first.bold && end.italic === first.italic && first.page === null;
  if (!same) {
    spans.push(...next);
    return;
  }
  end.text += first.text;
  spans.push(...next.slice(1));
}

/** A line of small letters that begins with a raised number: a footnote. */
function isNote(line: Line, { body }: Habits): boolean {
  return (
    line.size <= body * 0.92 &&
    /^(?:[⁰¹²³⁴-⁹]{1,3}|\*{1,3}|\[\d{1,3}\]|\d{1,2}(?=\p{Lu}))/u.test(textOf(line.words))
  );
}

function addTable(drafts: Drafted[], table: Table, page: number, habits: Habits): void {
  const rows = table.rows.map((row, r) =>
    row.map((cell, c) => {
      const spans: Span[] = [];
      for (const line of cell) append(spans, spansOf(line.words), " ", habits.known);
      return r === 0 && c === 0 ? mark(spans, page) : spans;
    }),
  );
  const last = drafts.findLast((draft) => draft.kind !== "note");
  if (
    last?.kind === "table" &&
    last.rows[0]?.length === rows[0]?.length &&
    (last.page !== page || table.left > last.left + 40)
  ) {
    const head = JSON.stringify(last.rows[0]?.map(plain));
    const again = JSON.stringify(rows[0]?.map(plain)) === head;
    const more = again ? rows.slice(1) : rows;
    if (again && more[0]) more[0][0] = mark(more[0][0] ?? [], page);
    // A row that the end of the page went through leaves its first cell empty.
    const torn = last.rows.length > 1 && plain(more[0]?.[0] ?? []).trim() === "";
    const into = torn ? last.rows.at(-1) : undefined;
    for (const [c, spans] of (into ? (more.shift() ?? []) : []).entries()) {
      if (into?.[c]) append(into[c], spans, " ", habits.known);
    }
    last.rows.push(...more);
    last.page = page;
    last.left = table.left;
    return;
  }
  drafts.push({ kind: "table", rows, page, left: table.left });
}

function mark(spans: Span[], page: number): Span[] {
  return spans.length > 0 ? onPage(spans, page) : [{ text: "", bold: false, italic: false, page }];
}

const plain = (cell: readonly Span[]): string => letters(cell.map((span) => span.text).join(""));

/** What a draft says, in plain letters. */
export function draftText(draft: Draft): string {
  return draft.spans.map((span) => span.text).join("");
}

export type { Block };
