import { nameKey } from "@/db/name-key";
import type { GroupChoice, SegmentRow } from "@/domain/splitting/model";

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
