import { POSITIONS, type Position } from "@/db/vocabulary";
import { FEWEST_SHOWN, type HeardGroup } from "../../participation/model";
import { heardTogether } from "../../participation/rules/heard";
import type { GroupResult } from "../model";

/** How many of one group (null: of none) hold one position. */
export interface GroupPosition {
  groupId: string | null;
  position: Position;
  n: number;
}

/**
 * What each group thinks, without saying it of a group of a few: those are counted together as on the page where one follows
 * what comes in, and of fewer than five together nothing is said but how many they are.
 *
 * @returns the groups of whom anybody has a position, in their order.
 */
export function resultsOf(
  groups: readonly Omit<HeardGroup, "people">[],
  counts: readonly GroupPosition[],
): GroupResult[] {
  const of = (ids: readonly (string | null)[], position?: Position) =>
    counts
      .filter((one) => ids.includes(one.groupId) && (!position || one.position === position))
      .reduce((sum, { n }) => sum + n, 0);
  const heard = groups.map((group) => ({ ...group, people: of([group.id]) }));
  return heardTogether(heard.filter(({ people }) => people > 0)).map(({ groups, people }) => {
    const ids = groups.map(({ id }) => id);
    const each = POSITIONS.map((position) => [position, of(ids, position)] as const);
    const positions = Object.fromEntries(each) as Record<Position, number>;
    return { groups, people, positions: people >= FEWEST_SHOWN ? positions : null };
  });
}
