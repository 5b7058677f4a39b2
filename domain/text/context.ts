import { codePointLength } from "./rules";

/** Words of a source around a quotation are shown up to this many code points on each side. */
export const CONTEXT_LENGTH = 120;

/** How far is looked for a white space to break at, in UTF-16 units; words are shorter. */
const LONGEST_WORD = 80;

/**
 * What stands before quoted words, from a whole word on, for reading: without signs for headings
 * and stress, and without empty lines. Only the quoted words themselves are exact.
 *
 * @param more whether the source has words before these; else it begins here.
 */
export function contextBefore(before: string, more = isCut(before)): string {
  if (!more) return readable(before).trimStart();
  const space = before.slice(0, LONGEST_WORD).search(/\s/);
  return `… ${readable(before.slice(space + 1))}`;
}

/** The same for what stands after them, up to a whole word. */
export function contextAfter(after: string, more = isCut(after)): string {
  if (!more) return readable(after).trimEnd();
  const space = after.search(/\s\S*$/);
  const end = space > after.length - LONGEST_WORD ? space : after.length;
  return `${readable(after.slice(0, end)).trimEnd()} …`;
}

/** As many code points as were asked for: then there is more. */
function isCut(context: string): boolean {
  return codePointLength(context) >= CONTEXT_LENGTH;
}

/** Cut anywhere, a stretch can hold one of a pair of signs: all of them go. */
function readable(text: string): string {
  return text
    .replace(/^#{1,6} /gm, "")
    .replace(/\*+/g, "")
    .replace(/\s+/g, (gap) => (gap.includes("\n") ? "\n" : gap));
}
