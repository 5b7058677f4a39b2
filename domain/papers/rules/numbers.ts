import type { Inline, Line, PaperText } from "../model";
import { ids } from "./ids";
import { listed, stretches, words } from "./lines";

/** So many stretches of numbers stand in a sentence; more stand with the kernwaarde. */
const MOST_STRETCHES = 12;

/**
 * "citaat 4 en 6 tot en met 9" with links to them.
 *
 * @param within the kernwaarde with which all of them stand: where they are too many for a sentence, it is named with their number.
 */
export function numbersLine(
  numbers: readonly number[],
  text: PaperText,
  { strong = false, within }: { strong?: boolean; within?: string } = {},
): Line {
  const made = stretches(numbers);
  const looks = strong ? (["strong"] as const) : [];
  if (within && made.length > MOST_STRETCHES) {
    const many = text("papers.pve.manyQuotes", { count: numbers.length });
    return [{ text: many, to: ids.coreValue(within), far: true }];
  }
  const items = made.map(({ first, last }): Inline => {
    const said = first === last ? String(first) : text("papers.pve.upTo", { first, last });
    return { text: said, looks, to: ids.quote(first), far: within !== undefined };
  });
  const name = text("papers.pve.quotes", { count: numbers.length });
  return [words(`${name} `, ...looks), ...listed(items, text("papers.and"))];
}
