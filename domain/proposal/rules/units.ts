import { TooLarge } from "@/domain/kernel/errors";
import { MAX_SEGMENTS } from "@/domain/proposal/model";
import { candidateSpeaker, type Label, readLabel } from "@/domain/proposal/rules/labels";
import { allEmphasised, type PlainView, plainView } from "@/domain/proposal/rules/plain";
import { type KnownSpeakers, readReportedSpeech } from "@/domain/proposal/rules/speakers";
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
  const ranges = joinTorn(text, scanBlocks(text)).flatMap((range) => splitLines(text, range));
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

interface Range extends ScannedBlock {
  joined: boolean;
  continues: boolean;
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
    numbered: range.form === "listItem" && /^\d/.test(text.slice(range.start, range.start + 1)),
  };
}

/** Fewer words than this before a gap are a heading or a label, not half a sentence. */
const MIN_TORN_WORDS = 6;

/** Joins a block that stops in mid-sentence with the one that goes on in lower case. */
function joinTorn(text: string, blocks: readonly ScannedBlock[]): Range[] {
  const ranges: Range[] = [];
  for (const block of blocks) {
    const previous = ranges.at(-1);
    if (previous !== undefined && isTorn(text, previous, block)) {
      previous.end = block.end;
      previous.joined = true;
    } else {
      ranges.push({ ...block, joined: false, continues: false });
    }
  }
  return ranges;
}

function isTorn(text: string, previous: ScannedBlock, next: ScannedBlock): boolean {
  if (next.form !== "paragraph" || previous.form === "heading") return false;
  if (next.end - previous.start > MAX_BLOCK_LENGTH) return false;
  if (!/^\p{Ll}/u.test(text.slice(next.start, next.start + 2))) return false;
  const tail = text.slice(Math.max(previous.start, previous.end - 200), previous.end);
  if (!/[\p{L}\p{N},-]$/u.test(tail)) return false;
  return tail.trim().split(/\s+/).length >= MIN_TORN_WORDS;
}

/** Cuts a run of lines where a line starts with a label: minutes typed without empty lines. */
function splitLines(text: string, range: Range): Range[] {
  if (range.joined || range.form === "heading") return [range];
  const cuts: number[] = [];
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
      (readLabel(here) !== null ||
        candidateSpeaker(here) !== null ||
        (above !== null && standsAlone(above, here)));
    if (cut) cuts.push(line.start);
    above = cut || lineStart === range.start ? here : null;
    lineStart = lineEnd + 1;
  }
  return cutRange(text, range, cuts, { form: "paragraph", level: 0 });
}

/** A line that is not the start of the one below: a label, meeting data, or a short heading. */
function standsAlone(above: string, below: string): boolean {
  const label = readLabel(above);
  if (label?.alone || label?.type === "meetingData") return true;
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

function findKnownSpeakers(text: string, ranges: readonly Range[]): KnownSpeakers {
  const seen = new Map<string, number>();
  for (const range of ranges) {
    if (range.form !== "paragraph") continue;
    const head = { start: range.start, end: Math.min(range.end, range.start + 80) };
    const name = candidateSpeaker(plainView(text, head.start, head.end).plain);
    if (name !== null) seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  return new Set([...seen].filter(([, times]) => times >= KNOWN_AFTER).map(([name]) => name));
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
    if (startsTurn(rest, at - last, known)) {
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
