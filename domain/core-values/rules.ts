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
