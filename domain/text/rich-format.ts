/**
 * What may stand in the text of a requirement, once: the editor, the check of what is stored, the
 * page and the Word document each have an entry for everything named here, and the compiler sees to
 * it that none is forgotten. So what can be saved can be shown and taken along.
 */

/** Inside a line. A struck word has no place in what is asked, so there is no mark for it. */
export const MARK_TYPES = ["link", "bold", "italic", "subscript", "superscript"] as const;
export type MarkType = (typeof MARK_TYPES)[number];

/** Below and above the line at once exists nowhere: Word has one place for both. */
export const EXCLUSIVE_MARKS: readonly MarkType[] = ["subscript", "superscript"];

export const LIST_TYPES = ["bulletList", "orderedList"] as const;
export type ListType = (typeof LIST_TYPES)[number];

/** How a list can be numbered other than 1, 2, 3, as the attribute `type` of HTML says it. */
export const LIST_STYLES = ["a", "A", "i", "I"] as const;
export type ListStyle = (typeof LIST_STYLES)[number];

/** Word shows lists within lists this deep and refuses more. */
export const MAX_LIST_LEVELS = 9;

/** The highest number a list can start at; with all items that fit it stays within Roman numerals. */
export const MAX_LIST_START = 9_999;

/** The number a list starts at, of whatever was pasted or typed: what cannot be is 1. */
export function listStart(value: unknown): number {
  const start = typeof value === "number" ? value : Number.parseInt(String(value ?? ""), 10);
  return Number.isInteger(start) && start >= 1 && start <= MAX_LIST_START ? start : 1;
}

/** The numbering of a list, of whatever was pasted; null is 1, 2, 3. */
export function listStyle(value: unknown): ListStyle | null {
  return LIST_STYLES.find((style) => style === value) ?? null;
}
