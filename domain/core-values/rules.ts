import type { Spread, SpreadLine } from "./model";

/** From how many groups something is common ground. */
const COMMON_FROM = 2;

/** The gemene deler: it comes back with several declared groups. */
export function isCommonGround(spread: Pick<Spread, "groups">): boolean {
  return spread.groups >= COMMON_FROM;
}

/** Groups that are expected at the table and of whom nothing was coded. */
export function silentGroups(byGroup: readonly SpreadLine[]): SpreadLine[] {
  return byGroup.filter((line) => line.id !== null && line.expected && line.words === 0);
}

/** Of longer texts the first words say enough. */
const MOST_WORDS = 400;

/** The different words of texts in small letters, of three letters or more, in the order in which they first stand. */
export function differentWords(texts: readonly string[]): string[] {
  const found = texts.flatMap(
    (text) => text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}-]{2,}/gu) ?? [],
  );
  return [...new Set(found)].slice(0, MOST_WORDS);
}
