import { asksWhatNext, guessProcedural, isResult } from "@/domain/proposal/rules/cues";
import type { Unit } from "@/domain/proposal/rules/units";
import { isDateLine } from "@/domain/proposal/rules/when";

/** Level of a line that is a heading by its emphasis only: below every marked one. */
const EMPHASIS_LEVEL = 7;
/** Level of a short line in a text without marked headings. */
const PLAIN_LEVEL = 3;
/** Level of a line in capitals in such a text. */
export const CAPITAL_LEVEL = 2;
const MAX_HEADING_WORDS = 9;
const MAX_EMPHASISED_WORDS = 12;

/**
 * The level of the heading a unit is, or null. Marked headings keep their level. A line in
 * emphasis, or in a text without marks a short line without end punctuation above something
 * longer, counts as one too.
 */
export function headingLevel(unit: Unit, next: Unit | undefined, marked: boolean): number | null {
  if (unit.form === "heading") return unit.level;
  if (!marked && unit.form === "paragraph" && unit.column === null) {
    if (inCapitals(unit.plain) && next !== undefined) return CAPITAL_LEVEL;
    if (isSubject(unit) && next !== undefined && isAbove(unit, next)) return CAPITAL_LEVEL;
  }
  if (unit.label !== null || unit.continues || unit.joined) return null;
  const words = unit.plain;
  if (unit.column !== null || /[.;,:!]["'”’)]*$/.test(words)) return null;
  // "2. Bespreking van …", over two lines: a numbered item of the agenda above text.
  const numberedItem = !marked && unit.form === "listItem" && isNumbered(unit);
  if (numberedItem && words.length <= 160 && words.split("\n").length <= 2) {
    const deeper = next?.mark.startsWith(`${unit.mark}.`) && isFew(words);
    return (next?.form === "paragraph" || deeper) && !words.endsWith("?") ? PLAIN_LEVEL : null;
  }
  // "B. Overeenkomst" above the numbered questions about it.
  if (!marked && /^[A-Z]$/.test(unit.mark) && next?.numbered && isFew(words)) return PLAIN_LEVEL;
  if (guessProcedural(words) !== null) return null;
  const most = unit.emphasised ? MAX_EMPHASISED_WORDS : MAX_HEADING_WORDS;
  const short = words.split(/\s+/).length <= most && words.length <= 80;
  if (!short || words.includes("\n")) return null;
  if (unit.emphasised && unit.form === "paragraph") {
    return words.endsWith("?") ? null : EMPHASIS_LEVEL;
  }
  if (isDateLine(words) || isResult(words)) return null;
  if (marked || next === undefined || unit.form === "listItem" || unit.mark !== "") return null;
  // In notes that begin everything small, only what stands above a list.
  if (!/^[\p{Lu}\p{N}]/u.test(words)) return isItem(next) && isFew(words) ? PLAIN_LEVEL : null;
  if (words.endsWith("?"))
    return (isItem(next) && /^(?:|1|a|\?|\+)$/.test(next.mark)) || asksWhatNext(words)
      ? PLAIN_LEVEL
      : null;
  const above = isItem(next) || next.plain.endsWith("?") || next.plain.length > words.length * 1.5;
  return above ? PLAIN_LEVEL : null;
}

function isItem({ form, mark }: Unit): boolean {
  return form === "listItem" || mark !== "";
}

const isFew = (words: string): boolean => words.split(/\s+/).length <= 7 && !words.includes(":");

/** It stands above a list, or above something longer that is no such line itself. */
function isAbove(unit: Unit, next: Unit): boolean {
  return isItem(next) || (!SUBJECT.test(next.plain) && next.plain.length > unit.plain.length);
}

const SUBJECT =
  /^(?:tafel|groep|thema|blok|ronde|flap|onderdeel|deel|vel|werksessie|punt|onderwerp|locatie)\s(?:\d{1,2}|\p{Lu})\s?[:.–-]\s?\S/iu;

/** "Tafel 2: groen en water", above a list: what it is about, and not who speaks. */
function isSubject({ plain }: Unit): boolean {
  return SUBJECT.test(plain) && plain.length <= 70 && !/[.!?;]$/.test(plain);
}

/** "3. RONDVRAAG EN SLUITING": a line of words in capitals, at least one of them longer than an abbreviation. */
function inCapitals(words: string): boolean {
  if (words.length > 90 || words.includes("\n") || /[.!?;,]$/.test(words)) return false;
  return !/\p{Ll}/u.test(words) && /\p{Lu}{5,}/u.test(words);
}

function isNumbered(unit: Unit): boolean {
  return unit.level === 1 && unit.numbered;
}
