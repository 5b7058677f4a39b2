import { TooLarge } from "@/domain/kernel/errors";
import { MAX_SEGMENTS } from "@/domain/proposal/model";
import { findKnownSpeakers } from "@/domain/proposal/rules/known";
import { type Label, readLabel } from "@/domain/proposal/rules/labels";
import {
  cutRange,
  isPageNumber,
  lineEndIn,
  splitLines,
  TOP,
  wrapWidth,
} from "@/domain/proposal/rules/lines";
import { readStatementLabel } from "@/domain/proposal/rules/numbers";
import {
  allEmphasised,
  isChatLine,
  LONGEST_STAMP,
  type PlainView,
  plainView,
} from "@/domain/proposal/rules/plain";
import {
  type KnownSpeakers,
  nameAtStart,
  nameBehind,
  readReportedSpeech,
  type SpeakerPhrase,
} from "@/domain/proposal/rules/speakers";
import { type Cell, longestOf, splitTables } from "@/domain/proposal/rules/tables";
import { isDateLine } from "@/domain/proposal/rules/when";
import { type ScannedBlock, scanBlocks } from "@/domain/text/blocks";
import { MAX_BLOCK_LENGTH } from "@/domain/text/model";
import { trimRange } from "@/domain/text/rules";

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
  /** Who says it according to its first words: "Aanwezigen geven aan dat …". */
  reported: SpeakerPhrase | null;
  /** Without bullets and emphasis markers. */
  plain: string;
  /** All words stand in emphasis. */
  emphasised: boolean;
  /** A list item with a number ("3. Rondvraag"). */
  numbered: boolean;
  /** The number or letter of a list item ("3", "a"), or the question mark that notes put before a line; "" without. */
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
  const blocks = scanBlocks(text);
  const width = wrapWidth(text, blocks);
  const ranges = splitTables(
    text,
    joinTorn(text, blocks).flatMap((range) => splitLines(text, range, width)),
  );
  const known = findKnownSpeakers(text, ranges);
  const units: Unit[] = [];
  for (const range of ranges) {
    const view = plainView(text, range.start, range.end);
    for (const piece of splitInside(text, range, view, known)) {
      const whole = piece.start === range.start && piece.end === range.end;
      units.push(toUnit(text, piece, known, whole ? view : undefined));
    }
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

function toUnit(
  text: string,
  range: Range,
  known: KnownSpeakers,
  view = plainView(text, range.start, range.end),
): Unit {
  const plain = view.plain.trim();
  return {
    start: range.start,
    end: range.end,
    form: range.form,
    level: range.level,
    joined: range.joined,
    continues: range.continues,
    label: readLabel(view.plain, known),
    reported: readReportedSpeech(plain, known) ?? inCell(range.cells, known),
    plain,
    emphasised: allEmphasised(text, view.tokens),
    column: range.column,
    cells: range.cells,
    numbered: range.form === "listItem" && /^\d/.test(text.slice(range.start, range.start + 1)),
    mark: markOf(text, range),
  };
}

const MARK = /^(\d{1,2}\.\d{1,2}|\d{1,3}(?=[.)])|[a-zA-Z](?=[.)]))/;

function markOf(text: string, { start, form }: Range): string {
  const head = text.slice(start, start + 5);
  if (/^[?+]\s\S/.test(head)) return head.charAt(0);
  return form === "listItem" ? (MARK.exec(head)?.[1] ?? "") : "";
}

/** "| Tarieven | Lambert vreest dat … |": who is said to speak in the longest cell of a row. */
function inCell(cells: readonly Cell[], known: KnownSpeakers): SpeakerPhrase | null {
  const words = longestOf(cells);
  return words === null ? null : readReportedSpeech(words, known);
}

/** Fewer words than this before a gap are a heading or a label, not half a sentence. */
const MIN_TORN_WORDS = 6;

/** Joins a block that stops in mid-sentence with the one that goes on in lower case. */
function joinTorn(text: string, blocks: readonly ScannedBlock[]): Range[] {
  const ranges: Range[] = [];
  // In notes that begin everything small, a small letter says nothing.
  const small = blocks.filter((block) => startsSmall(text, block)).length;
  const allSmall = small > 3 && small > blocks.length / 4;
  for (const [i, block] of blocks.entries()) {
    const previous = ranges.at(-1);
    if (previous !== undefined && !allSmall && isTorn(text, previous, block, blocks[i + 1])) {
      previous.end = block.end;
      previous.joined = true;
    } else {
      // Each field by name: what is added to a copy costs more than all else here.
      const { start, end, form, level } = block;
      ranges.push({
        start,
        end,
        form,
        level,
        joined: false,
        continues: false,
        column: null,
        cells: [],
      });
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
  // Only a small letter goes on, here or behind the number of a page; the rest need not be looked at.
  const lineEnd = lineEndIn(text, next.start, next.end);
  const small = startsSmall(text, next);
  if (!small && !isPageNumber(text.slice(next.start, lineEnd))) return false;
  if (isChatLine(text.slice(previous.start, previous.start + LONGEST_STAMP))) return false;
  const line = text.slice(next.start, Math.min(next.end, next.start + 120)).split("\n", 1)[0] ?? "";
  if (next.start < TOP && isDateLine(line)) return false;
  if (next.end - previous.start > MAX_BLOCK_LENGTH) return false;
  const tail = lastLine(text, previous);
  // A page number within the sentence: it was taken in with what goes before.
  const words = isPageNumber(tail.line) ? tail.before : text.slice(tail.from, previous.end);
  if (!/[\p{L}\p{N},-]$/u.test(words.slice(-2))) return false;
  if (words.trim().split(/\s+/).length < MIN_TORN_WORDS) return false;
  if (small) return true;
  if (lineEnd === next.end) return after?.form === "paragraph" && startsSmall(text, after);
  return /^\p{Ll}/u.test(text.slice(lineEnd, lineEnd + 80).trim());
}

function startsSmall(text: string, { start }: ScannedBlock): boolean {
  return /^\p{Ll}/u.test(text.slice(start, start + 2));
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

/** Words before a change of speaker that is only told by a verb; fewer are a lead-in. */
const MIN_BEFORE_REPORTED = 60;
const SENTENCE_END = /[.!?]['"”’)*_]*[\s\u00a0]+['"“‘(*_]*(?=\p{Lu})/gu;

/** "Fam. Yildiz", "J. de Vries": a full stop that ends no sentence. */
const ABBREVIATED = /(?:^|[\s(])(?:dhr|mw|mevr|hr|fam|mej|drs|ir|dr|prof|\p{Lu})\.$/iu;

/** Cuts a paragraph where, inside it, a stelling ends or somebody else starts to speak. */
function splitInside(text: string, range: Range, view: PlainView, known: KnownSpeakers): Range[] {
  if (range.form === "heading") return [range];
  const cuts: number[] = [];
  const statementEnd = endOfMarkedStatement(text, view, range.end);
  if (statementEnd !== null) cuts.push(statementEnd);
  let last = 0;
  for (const hit of view.plain.matchAll(SENTENCE_END)) {
    const at = hit.index + hit[0].length;
    if (ABBREVIATED.test(view.plain.slice(Math.max(0, hit.index - 8), hit.index + 1))) continue;
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
  const label = readStatementLabel(view.plain);
  if (label === null || label.alone) return null;
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
