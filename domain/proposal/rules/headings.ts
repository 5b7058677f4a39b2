import type { Unit } from "@/domain/proposal/rules/units";

/** Level of a line that is a heading by its emphasis only: below every marked one. */
const EMPHASIS_LEVEL = 7;
/** Level of a short line in a text without marked headings. */
const PLAIN_LEVEL = 3;
const MAX_HEADING_WORDS = 9;
const MAX_EMPHASISED_WORDS = 12;

/**
 * The level of the heading a unit is, or null. Marked headings keep their level. A line in
 * emphasis, or in a text without marks a short line without end punctuation above something
 * longer, counts as one too.
 */
export function headingLevel(unit: Unit, next: Unit | undefined, marked: boolean): number | null {
  if (unit.form === "heading") return unit.level;
  if (unit.label !== null || unit.continues || unit.joined) return null;
  const words = unit.plain;
  if (unit.column !== null || /[.;,:!]["'”’)]*$/.test(words)) return null;
  // "2. Bespreking van …", over two lines: a numbered item of the agenda above text.
  const numberedItem = !marked && unit.form === "listItem" && isNumbered(unit);
  if (numberedItem && words.length <= 160 && words.split("\n").length <= 2) {
    return next?.form === "paragraph" && !words.endsWith("?") ? PLAIN_LEVEL : null;
  }
  const most = unit.emphasised ? MAX_EMPHASISED_WORDS : MAX_HEADING_WORDS;
  const short = words.split(/\s+/).length <= most && words.length <= 80;
  if (!short || words.includes("\n")) return null;
  if (unit.emphasised && unit.form === "paragraph") {
    return words.endsWith("?") ? null : EMPHASIS_LEVEL;
  }
  if (marked || next === undefined || !/^[\p{Lu}\p{N}]/u.test(words)) return null;
  if (unit.form === "listItem") return null;
  if (words.endsWith("?")) return next.form === "listItem" ? PLAIN_LEVEL : null;
  const above = next.form === "listItem" || next.plain.length > words.length * 1.5;
  return above ? PLAIN_LEVEL : null;
}

function isNumbered(unit: Unit): boolean {
  return unit.level === 1 && unit.numbered;
}
