import { align } from "./align";

/** A block of a text, as it stands in a list of changes. */
export interface ChangedBlock {
  n: number;
  text: string;
}

/** Blocks that are equal in two texts, or one that became another; null where there is none. */
export type BlockChange =
  | { type: "same"; count: number }
  | { type: "changed"; before: ChangedBlock | null; after: ChangedBlock | null };

/**
 * What changed between two texts, block by block: equal ones are counted, and in a stretch that differs blocks
 * stand beside each other in their order. A block that moved is gone in one place and new in another.
 */
export function blockChanges(
  before: readonly ChangedBlock[],
  after: readonly ChangedBlock[],
): BlockChange[] {
  const ids = new Map<string, number>();
  const idsOf = (blocks: readonly ChangedBlock[]) =>
    Int32Array.from(blocks, ({ text }) => {
      const id = ids.get(text) ?? ids.size;
      ids.set(text, id);
      return id;
    });
  const [a, b] = [idsOf(before), idsOf(after)];
  const keys = Array.from({ length: ids.size }, () => "");
  const weights = new Float64Array(ids.size).fill(1);
  const { to } = align(a, b, { keys, weights, alike: new Map() });
  const changes: BlockChange[] = [];
  let [i, j] = [0, 0];
  const differ = (untilA: number, untilB: number) => {
    while (i < untilA || j < untilB) {
      const [old, now] = [i < untilA ? before[i++] : null, j < untilB ? after[j++] : null];
      changes.push({ type: "changed", before: old ?? null, after: now ?? null });
    }
  };
  for (let k = 0; k < before.length; k++) {
    const at = to[k] ?? -1;
    if (at < 0) continue;
    differ(k, at);
    const last = changes.at(-1);
    if (last?.type === "same") last.count++;
    else changes.push({ type: "same", count: 1 });
    [i, j] = [k + 1, at + 1];
  }
  differ(before.length, after.length);
  return changes;
}
