import { isResult } from "@/domain/proposal/rules/cues";
import { candidateSpeaker, dashedName, readLabel } from "@/domain/proposal/rules/labels";
import { isChatLine, LONGEST_STAMP, plainView } from "@/domain/proposal/rules/plain";
import { isCommonFirstName } from "@/domain/proposal/rules/speakers";
import { isBody, isSubtitle, kindOf } from "@/domain/proposal/rules/titles";
import type { Range } from "@/domain/proposal/rules/units";
import { isDateLine } from "@/domain/proposal/rules/when";
import type { ScannedBlock } from "@/domain/text/blocks";
import { isBlankCode, trimRange } from "@/domain/text/rules";

/** Lines within a block: which of them begin something else. UTF-16 offsets. */

/** What stands at the foot or head of a page: "Pagina 3 van 12", "- 3 -", "3/12". */
const PAGE_NUMBER =
  /^(?:(?:pagina|blz\.?|bladzijde|page|p\.)\s*\d{1,4}(?:\s*(?:van|\/|of)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]|\d{1,4}\s*\/\s*\d{1,4})$/i;

export function isPageNumber(line: string): boolean {
  return line.length <= 40 && PAGE_NUMBER.test(line.trim());
}

/** Where the line ends that goes on at `from`, at most at `end`; it looks no further, for pages may have no lines. */
export function lineEndIn(text: string, from: number, end: number): number {
  const newline = text.slice(from, end).indexOf("\n");
  return newline === -1 ? end : from + newline;
}

/** Cuts a run of lines where a line starts with a label: minutes typed without empty lines. */
export function splitLines(text: string, range: Range, width: number): Range[] {
  if (range.joined || range.form === "heading" || range.form === "tableRow") return [range];
  if (lineEndIn(text, range.start, range.end) === range.end) return cutRange(text, range, []);
  const cuts: number[] = [];
  const loose = areLoose(text, range);
  /** The line above, when it is the only one since the last cut. */
  let above: string | null = null;
  let lineStart = range.start;
  /** The line before ended a sentence far from where wrapped lines end. */
  let ended = false;
  while (lineStart < range.end) {
    const lineEnd = lineEndIn(text, lineStart, range.end);
    const line = trimRange(text, lineStart, lineEnd);
    const here = plainView(text, line.start, line.end).plain;
    const cut: boolean =
      lineStart > range.start &&
      ((ended && /^["“‘„(]?\p{Lu}/u.test(here)) ||
        (loose && !isBareLabel(above)) ||
        isChatLine(text.slice(line.start, line.start + LONGEST_STAMP)) ||
        readLabel(here) !== null ||
        candidateSpeaker(here) !== null ||
        isCommonFirstName(dashedName(here) ?? "") ||
        LINE_MARK.test(text.slice(line.start, line.start + 4)) ||
        isPageNumber(here) ||
        isResult(here) ||
        TABBED.test(text.slice(line.start, Math.min(line.end, line.start + 400))) ||
        (above !== null && TABBED.test(above)) ||
        (line.start < TOP && above !== null && isLetterhead(above, here)) ||
        (line.start < TOP && (isDateLine(here) || (above !== null && isDateLine(above)))) ||
        (above !== null && (isPageNumber(above) || standsAlone(above, here))));
    if (cut) cuts.push(line.start);
    ended =
      lineEnd - lineStart < width * FULL_LINE &&
      /[.!?]["”’)*_]{0,3}$/.test(text.slice(line.end - 5, line.end));
    above = cut || lineStart === range.start ? here : null;
    lineStart = lineEnd + 1;
  }
  return cutRange(text, range, cuts, { form: "paragraph", level: 0 });
}

/** What notes put before a line that no list has: "-- een vast nummer", "=> uitzoeken". */
const LINE_MARK = /^(?:--|>>|=>|->|→|\+|\?)\s/;

/** "Gemeente Ouderhoven" above "Verslag werkgroep Toegang": who sends it out, and then what it is. */
function isLetterhead(above: string, below: string): boolean {
  const short = above.length <= 60 && !/[.,;:-]$/.test(above.trim());
  if (!short || !/^\p{Lu}/u.test(below)) return false;
  if (isSubtitle(below)) return true;
  return (isBody(above) || isBody(below)) && (kindOf(above) === null || kindOf(below) === null);
}

/** A row of a table that was pasted as text. */
const TABBED = /^[^\t\n]*\t[^\t\n]*\t[^\t\n]*\S/;

/** How far into a text the date stands on a line below the title, in UTF-16 units. */
export const TOP = 1500;

/** How long the lines of wrapped text are, of the longest: all but the last one fill the page. */
const FULL_LINE = 0.7;

/**
 * How long the lines are that were wrapped: the longest one that breaks off a sentence. Without any,
 * whoever ended a line meant it.
 */
export function wrapWidth(text: string, blocks: readonly ScannedBlock[]): number {
  let width = 0;
  for (const { start, end, form } of blocks) {
    if (form === "tableRow" || form === "heading") continue;
    let from = start;
    for (let at = lineEndIn(text, start, end); at < end; at = lineEndIn(text, from, end)) {
      const broken = BROKEN.test(text.slice(Math.max(from, at - 2), at + 24));
      if (broken) width = Math.max(width, at - from);
      from = at + 1;
    }
  }
  return width === 0 ? Number.POSITIVE_INFINITY : width;
}

const BROKEN = /^.?[\p{L}\p{N},-]\s{1,20}\p{Ll}/u;

/** Whether the lines are not those of wrapped text: notes, in which each line is a thing by itself. */
function areLoose(text: string, range: Range): boolean {
  const lines = text.slice(range.start, range.end).split("\n");
  if (range.form !== "paragraph" || lines.length < 4) return false;
  const lengths = lines.map((line) => line.trim().length);
  const longest = Math.max(...lengths);
  const full = lengths.slice(0, -1).filter((length) => length >= longest * FULL_LINE).length;
  return full < (lines.length - 1) / 2;
}

/** "Vraag 1" on its own line belongs to what is asked below it. */
function isBareLabel(line: string | null): boolean {
  const label = line === null ? null : readLabel(line);
  return label?.alone === true && (label.type === "question" || label.type === "answer");
}

/** A line that is not the start of the one below: a label, meeting data, or a short heading. */
function standsAlone(above: string, below: string): boolean {
  if (/\?$/.test(above.trim()) && /^["'“‘(]?\p{Lu}/u.test(below)) return true;
  const label = readLabel(above);
  if (label?.alone) return !isBareLabel(above);
  if (label?.type === "meetingData") return true;
  const words = above.trim();
  return (
    words.split(/\s+/).length <= 6 &&
    // In narrow columns all lines are short; a heading is shorter than what it heads.
    words.length < below.length * 0.6 &&
    !/[.,;:?!-]$/.test(words) &&
    /^[\p{Lu}\p{N}]/u.test(words) &&
    /^[\p{Lu}\p{N}]/u.test(below)
  );
}

/** Cuts a range; `rest` is what the pieces after the first are, when not the same form. */
export function cutRange(
  text: string,
  range: Range,
  cuts: readonly number[],
  rest: Partial<Range> = {},
): Range[] {
  const edges = [range.start, ...cuts.filter((c) => c > range.start && c < range.end), range.end];
  const pieces: Range[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const piece = trimRange(text, edges[i] ?? range.start, edges[i + 1] ?? range.end);
    if (piece.start === piece.end) continue;
    // Only a piece that still spans the gap is a joined one.
    const joined = range.joined && spansEmptyLine(text, piece.start, piece.end);
    const continues = pieces.length > 0;
    const { start, end } = piece;
    const whole = { ...range, start, end, joined, continues };
    pieces.push(continues ? { ...whole, ...rest } : whole);
  }
  return pieces;
}

function spansEmptyLine(text: string, start: number, end: number): boolean {
  let at = lineEndIn(text, start, end);
  while (at < end) {
    let next = at + 1;
    while (next < end && text[next] !== "\n" && isBlankCode(text.charCodeAt(next))) next++;
    if (text[next] === "\n") return true;
    at = lineEndIn(text, at + 1, end);
  }
  return text.slice(start, end).includes("\f");
}
