import { nameKey } from "@/db/name-key";
import { type GroupChoice, MAX_NEW_GROUPS, type SegmentRow } from "@/domain/splitting/model";
import { sentenceStart } from "@/domain/text/rules";

/**
 * Whose words a segment holds: the group a person chose, else the one of the dossier with the name that the
 * proposal reads, else that of the whole document.
 *
 * @returns the id, or null when nobody said.
 */
export function groupOf(
  row: Pick<SegmentRow, "groupId" | "groupName">,
  groups: readonly GroupChoice[],
  defaultGroupId: string | null,
): string | null {
  if (row.groupId) return row.groupId;
  const key = row.groupName === null ? null : nameKey(row.groupName);
  const read = key === null ? undefined : groups.find((group) => nameKey(group.name) === key);
  return read?.id ?? defaultGroupId;
}

/** Longest name of a group. */
const MAX_NAME = 80;

/**
 * The names that the proposal reads of people who have no group in the dossier yet, the most frequent first.
 *
 * @param rows the segments that become reactions.
 */
export function newGroupsIn(
  rows: readonly Pick<SegmentRow, "groupId" | "groupName">[],
  groups: readonly GroupChoice[],
): { name: string; reactions: number }[] {
  const there = new Set(groups.map(({ name }) => nameKey(name)));
  const found = new Map<string, { name: string; reactions: number }>();
  for (const { groupId, groupName } of rows) {
    if (groupId || !groupName || groupName.length > MAX_NAME) continue;
    const key = nameKey(groupName);
    if (there.has(key)) continue;
    const group = found.get(key) ?? { name: sentenceStart(groupName), reactions: 0 };
    group.reactions += 1;
    found.set(key, group);
  }
  return [...found.values()].sort((a, b) => b.reactions - a.reactions).slice(0, MAX_NEW_GROUPS);
}
