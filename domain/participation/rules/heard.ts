import { FEWEST_SHOWN, type HeardGroup, type HeardRow } from "../model";

/**
 * How many people of each group were heard, without saying it of a group of a few: what they wrote in several places would
 * be known to be of one person. Those groups are counted together, with the next smallest as long as together they are too
 * few as well, so that none follows from the total. Who was not heard at all stands by itself.
 *
 * @returns the groups in their order, what was taken together last.
 */
export function heardTogether(groups: readonly HeardGroup[]): HeardRow[] {
  const bySize = groups.filter(({ people }) => people > 0).sort((a, b) => a.people - b.people);
  const together = new Set<HeardGroup>();
  let people = 0;
  for (const group of bySize) {
    const enough = together.size === 0 || people >= FEWEST_SHOWN;
    if (group.people >= FEWEST_SHOWN && enough) break;
    together.add(group);
    people += group.people;
  }
  const alone = groups
    .filter((group) => !together.has(group))
    .map((group): HeardRow => ({ groups: [group], people: group.people }));
  if (together.size === 0) return alone;
  return [...alone, { groups: groups.filter((group) => together.has(group)), people }];
}
