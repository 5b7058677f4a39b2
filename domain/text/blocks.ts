import type { BlockForm } from "@/db/vocabulary";
import {
  type BlockedText,
  LONGEST_WRAPPED_LINE,
  MAX_BLOCK_LENGTH,
  type SourceBlock,
} from "@/domain/text/model";
import { CodePointIndex, isBlankCode, trimRange } from "@/domain/text/rules";

/** A block before it is numbered, in UTF-16 offsets, without white space at its ends. */
export interface ScannedBlock {
  start: number;
  end: number;
  form: BlockForm;
  level: number;
}

/**
 * Cuts normalised text into numbered blocks: a heading, a list item, a row of a table, or a paragraph
 * (one run of lines that are not blank). `plainText` of the answer is exactly the given text. Linear.
 */
export function toBlocks(text: string): BlockedText {
  const index = new CodePointIndex(text);
  let at = 0;
  const blocks: SourceBlock[] = scanBlocks(text).map((block, i) => {
    const before = text.slice(at, block.start);
    at = block.end;
    return {
      n: i + 1,
      start: index.toCodePoint(block.start),
      end: index.toCodePoint(block.end),
      text: text.slice(block.start, block.end),
      before,
      form: block.form,
      level: block.level,
    };
  });
  return { blocks, trailing: text.slice(at) };
}

/** The text the blocks were cut from: every gap and block in order, and what comes after. */
export function plainText(
  blocks: readonly Pick<SourceBlock, "before" | "text">[],
  trailing: string,
): string {
  return blocks.map((block) => block.before + block.text).join("") + trailing;
}

/**
 * The words between two code points, out of blocks that follow each other; of what stands outside those nothing.
 *
 * @returns the words, and the code point at which they begin.
 */
export function stretchOf(
  blocks: readonly Pick<SourceBlock, "start" | "before" | "text">[],
  place: { start: number; end: number },
): { text: string; start: number } {
  const [first] = blocks;
  if (!first || place.end <= place.start) return { text: "", start: place.start };
  const text = blocks.map((block, i) => (i === 0 ? "" : block.before) + block.text).join("");
  const index = new CodePointIndex(text);
  const at = (codePoint: number) =>
    index.toUtf16(Math.min(index.length, Math.max(0, codePoint - first.start)));
  const from = at(place.start);
  return { text: text.slice(from, at(place.end)), start: first.start + index.toCodePoint(from) };
}

interface Line {
  start: number;
  /** Without the line end. */
  end: number;
  /** First character that is not blank; equal to `end` for a blank line. */
  first: number;
  /** Whether a page break stands before this line. */
  newPage: boolean;
}

/** Cuts text into blocks with UTF-16 offsets; see `toBlocks`. */
export function scanBlocks(text: string): ScannedBlock[] {
  const blocks: ScannedBlock[] = [];
  let open: ScannedBlock | null = null;
  let previous: Line | null = null;
  let indents: number[] = [];
  /** The last capital that marked an item ("B."): the next one may follow. */
  let capital = "";

  const close = (): void => {
    if (open !== null) {
      const { start, end } = trimRange(text, open.start, open.end);
      if (start < end) blocks.push({ ...open, start, end });
    }
    open = null;
  };

  for (const line of linesOf(text)) {
    if (line.first === line.end) {
      close();
      previous = null;
      continue;
    }
    const current: ScannedBlock | null = open;
    const opening = openingOf(text, line, current, capital);
    if (opening.form === "underline" && current !== null) {
      // "Title" with a row of = or - below it: a heading in the older Markdown form.
      current.form = "heading";
      current.level = opening.level;
      current.end = line.end;
      close();
    } else if (opening.form !== "paragraph" || current === null) {
      close();
      const form = opening.form === "underline" ? "paragraph" : opening.form;
      if (form === "listItem")
        indents = [...indents.filter((i) => i < opening.indent), opening.indent];
      else if (form === "heading" || opening.indent === 0) indents = [];
      const level = form === "listItem" ? indents.length : form === "heading" ? opening.level : 0;
      if (form === "heading") capital = "";
      else if (opening.capital) capital = opening.capital;
      open = { start: line.first, end: line.end, form, level };
      if (form === "heading" || form === "tableRow") close();
    } else if (startsNewParagraph(current, previous, line)) {
      close();
      open = { start: line.first, end: line.end, form: "paragraph", level: 0 };
    } else {
      current.end = line.end;
    }
    previous = line;
  }
  close();
  return blocks;
}

function startsNewParagraph(current: ScannedBlock, previous: Line | null, line: Line): boolean {
  if (line.newPage) return true;
  if (line.end - current.start > MAX_BLOCK_LENGTH) return true;
  const length = previous === null ? 0 : previous.end - previous.first;
  return length > LONGEST_WRAPPED_LINE && line.end - line.first > 0;
}

/** Lines end at a line feed; a form feed (page break) also ends one and starts a new page. */
function* linesOf(text: string): Generator<Line> {
  let start = 0;
  let newPage = false;
  for (let i = 0; i <= text.length; i++) {
    const code = i === text.length ? 0x0a : text.charCodeAt(i);
    if (code !== 0x0a && code !== 0x0c) continue;
    let first = start;
    while (first < i && isBlankCode(text.charCodeAt(first))) first++;
    yield { start, end: i, first, newPage };
    start = i + 1;
    newPage = code === 0x0c;
  }
}

interface Opening {
  form: BlockForm | "underline";
  level: number;
  /** How far the line is indented, in characters. */
  indent: number;
  /** The capital that marks an item. */
  capital?: string;
}

const HEADING = /^(#{1,6})[ \t\u00a0]+\S/;
/** The last are what word processors and notes apps leave of their marks. */
const BULLET = /^(?:[-*+•·▪◦‣●○∙§Ø➢✓□\uf0b7\uf0a7]|o(?=[ \t\u00a0]+[\p{L}\d]))[\s\u00a0]+\S/u;
/** A dash is a bullet at the start of a paragraph or list, but not in the middle of one. */
const DASH_BULLET = /^[–—][\s\u00a0]+\S/;
const NUMBERED = /^(?:(\d{1,3}|[a-z])[.)]|\((\d{1,2}|[a-z])\)|(\d{1,2}\.\d{1,2})\.?)[\s\u00a0]+\S/;
const CAPITAL = /^([A-Z])[.)][ \t\u00a0]+\S/;
/** How far behind "A." its "B." may stand, in UTF-16 units. */
const NEXT_CAPITAL = 2000;
const UNDERLINE = /^(=+|-+)\s*$/;

/** What a line starts. Patterns look at the first characters only, so a line costs O(1). */
function openingOf(text: string, line: Line, open: ScannedBlock | null, capital: string): Opening {
  const head = text.slice(line.first, Math.min(line.end, line.first + 24));
  const indent = line.first - line.start;
  if (head.startsWith("|") && text.slice(line.first + 1, line.end).includes("|")) {
    return { form: "tableRow", level: 0, indent };
  }
  const heading = HEADING.exec(head);
  if (heading) return { form: "heading", level: heading[1]?.length ?? 1, indent };
  const inParagraph = open !== null && open.form === "paragraph";
  if (BULLET.test(head)) return { form: "listItem", level: 0, indent };
  if (DASH_BULLET.test(head) && !inParagraph) return { form: "listItem", level: 0, indent };
  const numbered = NUMBERED.exec(head);
  const number = numbered?.[1] ?? numbered?.[2] ?? numbered?.[3];
  // As in CommonMark, only a list that begins at 1 may interrupt a paragraph: a wrapped line
  // can start with any other number.
  if (number !== undefined && (!inParagraph || number === "1" || number === "a")) {
    return { form: "listItem", level: 0, indent };
  }
  const letter = CAPITAL.exec(head)?.[1];
  if (letter && isNextCapital(text, line, letter, capital)) {
    return { form: "listItem", level: 0, indent, capital: letter };
  }
  if (inParagraph && isUnderline(text, line, open)) {
    return { form: "underline", level: head.startsWith("=") ? 1 : 2, indent };
  }
  return { form: "paragraph", level: 0, indent };
}

/** "A. Bos" is somebody, unless a line with "B." follows; "B." is the next only behind "A.". */
function isNextCapital(text: string, line: Line, letter: string, last: string): boolean {
  if (letter !== "A") return last !== "" && letter.charCodeAt(0) === last.charCodeAt(0) + 1;
  return /\n[ \t\u00a0]{0,8}B[.)][ \t\u00a0]/.test(text.slice(line.end, line.end + NEXT_CAPITAL));
}

function isUnderline(text: string, line: Line, open: ScannedBlock): boolean {
  const length = line.end - line.first;
  if (length < 3 || length > LONGEST_WRAPPED_LINE) return false;
  const newline = text.slice(open.start, open.end + 1).indexOf("\n");
  return newline === open.end - open.start && UNDERLINE.test(text.slice(line.first, line.end));
}
