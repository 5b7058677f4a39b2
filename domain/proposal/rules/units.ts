import { TooLarge } from "@/domain/kernel/errors";
import { MAX_SEGMENTS } from "@/domain/proposal/model";
import { candidateSpeaker, type Label, readLabel } from "@/domain/proposal/rules/labels";
import {
  allEmphasised,
  isChatLine,
  type PlainView,
  plainView,
} from "@/domain/proposal/rules/plain";
import { findPresent } from "@/domain/proposal/rules/present";
import {
  couldBeFirstName,
  isSpeaker,
  type KnownSpeakers,
  nameAtStart,
  nameBehind,
  readReportedSpeech,
} from "@/domain/proposal/rules/speakers";
import { type Cell, splitTables } from "@/domain/proposal/rules/tables";
import { isDateLine } from "@/domain/proposal/rules/when";
import { type ScannedBlock, scanBlocks } from "@/domain/text/blocks";
import { MAX_BLOCK_LENGTH } from "@/domain/text/model";
import { isBlankCode, trimRange } from "@/domain/text/rules";

/**
 * The smallest stretch that becomes a segment: a block, two blocks that a page break tore
 * apart, or a part of a block where somebody else starts to speak. UTF-16 offsets.
 */
export interface Unit {
  start: number;
  end: number;
  form: ScannedBlock["form"];
  level: number;
  /** Two or more blocks, torn apart by a page break. */
  joined: boolean;
  /** Follows an earlier part of the same line or paragraph. */
  continues: boolean;
  label: Label | null;
  /** Without bullets and emphasis markers. */
  plain: string;
  /** All words stand in emphasis. */
  emphasised: boolean;
  /** A list item with a number ("3. Rondvraag"). */
  numbered: boolean;
  /** The number or letter of a list item ("3", "a"); "" without. */
  mark: string;
  /** In a table: what the head of the column says, "" where it says nothing. Else null. */
  column: string | null;
  /** The cells of the whole row, for a row of a table or a part of one; else none. */
  cells: readonly Cell[];
}

export interface UnitList {
  units: Unit[];
  known: KnownSpeakers;
}

/**
 * Cuts normalised text into units, in order, together covering every word. Linear.
 *
 * @throws TooLarge as soon as there are more than `MAX_SEGMENTS`.
 */
export function toUnits(text: string): UnitList {
  const ranges = splitTables(
    text,
    joinTorn(text, scanBlocks(text)).flatMap((range) => splitLines(text, range)),
  );
  const known = findKnownSpeakers(text, ranges);
  const units: Unit[] = [];
  for (const range of ranges) {
    for (const piece of splitInside(text, range, known)) units.push(toUnit(text, piece, known));
    refuseTooMany(units);
  }
  return { units, known };
}

/** @throws TooLarge for more units than a source may fall apart in. */
export function refuseTooMany(units: readonly Unit[]): void {
  if (units.length > MAX_SEGMENTS) {
    throw new TooLarge("sources.errors.tooManyPieces", { limit: MAX_SEGMENTS });
  }
}

/** Cuts one unit in two at a UTF-16 offset (used for the answer behind a question). */
export function cutUnit(
  text: string,
  unit: Unit,
  offset: number,
  known: KnownSpeakers,
): [Unit, Unit] {
  const first = toUnit(text, { ...unit, ...trimRange(text, unit.start, offset) }, known);
  const second = toUnit(
    text,
    { ...unit, ...trimRange(text, offset, unit.end), continues: true, joined: false },
    known,
  );
  return [first, second];
}

/** A stretch of text on its way to a unit. */
export interface Range extends ScannedBlock {
  joined: boolean;
  continues: boolean;
  column: string | null;
  cells: readonly Cell[];
}

function toUnit(text: string, range: Range, known: KnownSpeakers): Unit {
  const view = plainView(text, range.start, range.end);
  return {
    start: range.start,
    end: range.end,
    form: range.form,
    level: range.level,
    joined: range.joined,
    continues: range.continues,
    label: readLabel(view.plain, known),
    plain: view.plain.trim(),
    emphasised: allEmphasised(text, view.tokens),
    column: range.column,
    cells: range.cells,
    numbered: range.form === "listItem" && /^\d/.test(text.slice(range.start, range.start + 1)),
    mark:
      range.form === "listItem"
        ? (/^(\d{1,3}|[a-z])[.)]/.exec(text.slice(range.start, range.start + 5))?.[1] ?? "")
        : "",
  };
}

/** Fewer words than this before a gap are a heading or a label, not half a sentence. */
const MIN_TORN_WORDS = 6;

/** What stands at the foot or head of a page: "Pagina 3 van 12", "- 3 -", "3/12". */
const PAGE_NUMBER =
  /^(?:(?:pagina|blz\.?|bladzijde|page|p\.)\s*\d{1,4}(?:\s*(?:van|\/|of)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]|\d{1,4}\s*\/\s*\d{1,4})$/i;

export function isPageNumber(line: string): boolean {
  return line.length <= 40 && PAGE_NUMBER.test(line.trim());
}

/** Joins a block that stops in mid-sentence with the one that goes on in lower case. */
function joinTorn(text: string, blocks: readonly ScannedBlock[]): Range[] {
  const ranges: Range[] = [];
  // In notes that begin everything small, a small letter says nothing.
  const small = blocks.filter(({ start }) => /^\p{Ll}/u.test(text.slice(start, start + 2))).length;
  const allSmall = small > 3 && small > blocks.length / 4;
  for (const [i, block] of blocks.entries()) {
    const previous = ranges.at(-1);
    if (previous !== undefined && !allSmall && isTorn(text, previous, block, blocks[i + 1])) {
      previous.end = block.end;
      previous.joined = true;
    } else {
      ranges.push({ ...block, joined: false, continues: false, column: null, cells: [] });
    }
  }
  return ranges;
}

function isTorn(
  text: string,
  previous: ScannedBlock,
  next: ScannedBlock,
  after: ScannedBlock | undefined,
): boolean {
  if (next.form !== "paragraph" || previous.form === "heading") return false;
  if (previous.form === "tableRow") return false;
  if (isChatLine(text.slice(previous.start, previous.start + 24))) return false;
  const line = text.slice(next.start, Math.min(next.end, next.start + 120)).split("\n", 1)[0] ?? "";
  if (next.start < TOP && isDateLine(line)) return false;
  if (next.end - previous.start > MAX_BLOCK_LENGTH) return false;
  const tail = lastLine(text, previous);
  // A page number within the sentence: it was taken in with what goes before.
  const words = isPageNumber(tail.line) ? tail.before : text.slice(tail.from, previous.end);
  if (!/[\p{L}\p{N},-]$/u.test(words)) return false;
  if (words.trim().split(/\s+/).length < MIN_TORN_WORDS) return false;
  const goesOn = (block: ScannedBlock | undefined) =>
    block?.form === "paragraph" && /^\p{Ll}/u.test(text.slice(block.start, block.start + 2));
  if (goesOn(next)) return true;
  const newline = text.indexOf("\n", next.start);
  const lineEnd = newline === -1 || newline > next.end ? next.end : newline;
  if (!isPageNumber(text.slice(next.start, lineEnd))) return false;
  if (lineEnd === next.end) return goesOn(after);
  return /^\p{Ll}/u.test(text.slice(lineEnd, lineEnd + 80).trim());
}

/** The last line of a block, and the end of what stands before it. */
function lastLine(
  text: string,
  block: ScannedBlock,
): { line: string; before: string; from: number } {
  const from = Math.max(block.start, block.end - 200);
  const newline = text.lastIndexOf("\n", block.end - 1);
  const at = newline < from ? from : newline + 1;
  return { line: text.slice(at, block.end).trim(), before: text.slice(from, at).trim(), from };
}

/** Cuts a run of lines where a line starts with a label: minutes typed without empty lines. */
function splitLines(text: string, range: Range): Range[] {
  if (range.joined || range.form === "heading" || range.form === "tableRow") return [range];
  const cuts: number[] = [];
  const loose = areLoose(text, range);
  /** The line above, when it is the only one since the last cut. */
  let above: string | null = null;
  let lineStart = range.start;
  while (lineStart < range.end) {
    const newline = text.indexOf("\n", lineStart);
    const lineEnd = newline === -1 ? range.end : Math.min(newline, range.end);
    const line = trimRange(text, lineStart, lineEnd);
    const here = plainView(text, line.start, line.end).plain;
    const cut: boolean =
      lineStart > range.start &&
      ((loose && !isBareLabel(above)) ||
        isChatLine(text.slice(line.start, line.start + 24)) ||
        readLabel(here) !== null ||
        candidateSpeaker(here) !== null ||
        isPageNumber(here) ||
        (line.start < TOP && (isDateLine(here) || (above !== null && isDateLine(above)))) ||
        (above !== null && (isPageNumber(above) || standsAlone(above, here))));
    if (cut) cuts.push(line.start);
    above = cut || lineStart === range.start ? here : null;
    lineStart = lineEnd + 1;
  }
  return cutRange(text, range, cuts, { form: "paragraph", level: 0 });
}

/** How far into a text the date stands on a line below the title, in UTF-16 units. */
const TOP = 1500;

/** How long the lines of wrapped text are, of the longest: all but the last one fill the page. */
const FULL_LINE = 0.7;

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

/** A name that labels at least this many lines speaks in this text. */
const KNOWN_AFTER = 2;
/** Where so many others are named by what is surely a name, a single first name is one too. */
const SURE_SPEAKERS = 2;

function findKnownSpeakers(text: string, ranges: readonly Range[]): KnownSpeakers {
  const known = new Set(findPresent(text, ranges));
  const seen = new Map<string, number>();
  let sure = 0;
  for (const range of ranges) {
    if (range.form === "heading") continue;
    const head = { start: range.start, end: Math.min(range.end, range.start + 80) };
    const { plain } = plainView(text, head.start, head.end);
    const name = candidateSpeaker(plain);
    // "Gemiddelde temperatuur: 31 graden" is a measure.
    const small = /^(\p{Ll}{3,12}):\s\p{Ll}/u.exec(plain)?.[1];
    if (small && couldBeFirstName(small[0]?.toUpperCase() + small.slice(1))) {
      seen.set(small, (seen.get(small) ?? 0) + 1);
    }
    if (name === null || /^\s*[\d€]/.test(plain.slice(plain.indexOf(":") + 1))) continue;
    const speaks = isSpeaker(name, known);
    if (speaks) sure++;
    if (speaks || range.form === "paragraph") seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  for (const [name, times] of seen) {
    if (times >= KNOWN_AFTER || (sure >= SURE_SPEAKERS && couldBeFirstName(name))) known.add(name);
  }
  return known;
}

/** Words before a change of speaker that is only told by a verb; fewer are a lead-in. */
const MIN_BEFORE_REPORTED = 60;
const SENTENCE_END = /[.!?]['"”’)*_]*[\s\u00a0]+['"“‘(*_]*(?=\p{Lu})/gu;

/** Cuts a paragraph where, inside it, a stelling ends or somebody else starts to speak. */
function splitInside(text: string, range: Range, known: KnownSpeakers): Range[] {
  if (range.form === "heading") return [range];
  const view = plainView(text, range.start, range.end);
  const cuts: number[] = [];
  const statementEnd = endOfMarkedStatement(text, view, range.end);
  if (statementEnd !== null) cuts.push(statementEnd);
  let last = 0;
  for (const hit of view.plain.matchAll(SENTENCE_END)) {
    const at = hit.index + hit[0].length;
    const rest = view.plain.slice(at, at + 140);
    const newLine =
      hit[0].includes("\n") && (nameAtStart(rest, known) ?? nameInSource(rest, known)) !== null;
    if (newLine || startsTurn(rest, at - last, known)) {
      cuts.push(view.at(at));
      last = at;
    }
  }
  return cutRange(
    text,
    range,
    [...new Set(cuts)].sort((a, b) => a - b),
  );
}

/** "Volgens dhr. Roelofs …" at the start. */
function nameInSource(rest: string, known: KnownSpeakers): string | null {
  return rest.startsWith("Volgens ") ? nameBehind(rest.slice(0, 60), known) : null;
}

function startsTurn(rest: string, before: number, known: KnownSpeakers): boolean {
  const label = readLabel(rest, known);
  if (label !== null && !label.alone) {
    return label.type !== "meetingData" && label.type !== "remark";
  }
  const reported = readReportedSpeech(rest, known);
  if (reported === null || before < MIN_BEFORE_REPORTED) return false;
  return known.has(reported.name) || /^(?:de )?(?:aanwezigen|deelnemers)$/i.test(reported.name);
}

/**
 * Where a stelling in emphasis ends and other words follow on the same line
 * ("*Stelling 3: ….* Velen wisten niet …"); null when nothing follows.
 */
function endOfMarkedStatement(text: string, view: PlainView, end: number): number | null {
  const label = readLabel(view.plain);
  if (label?.type !== "statement" || label.alone) return null;
  const first = view.at(label.length);
  let inEmphasis = false;
  for (const token of view.tokens) {
    if (token.end <= first || token.type === "marker") continue;
    const emphasised = token.strong || token.em;
    if (!inEmphasis && !emphasised) return null;
    if (inEmphasis && !emphasised) {
      const rest = trimRange(text, token.start, end);
      // A full stop after the closing marker still belongs to the stelling.
      return rest.end - rest.start > 3 ? skipPunctuation(text, token.start) : null;
    }
    inEmphasis = true;
  }
  return null;
}

function skipPunctuation(text: string, from: number): number {
  let at = from;
  while (/[.!?)”"']/.test(text[at] ?? "")) at++;
  return at;
}

/** Cuts a range; `rest` is what the pieces after the first are, when not the same form. */
function cutRange(
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
    pieces.push({ ...range, ...(continues ? rest : {}), ...piece, joined, continues });
  }
  return pieces;
}

function spansEmptyLine(text: string, start: number, end: number): boolean {
  let at = text.indexOf("\n", start);
  while (at !== -1 && at < end) {
    let next = at + 1;
    while (next < end && text[next] !== "\n" && isBlankCode(text.charCodeAt(next))) next++;
    if (text[next] === "\n") return true;
    at = text.indexOf("\n", at + 1);
  }
  return text.slice(start, end).includes("\f");
}
