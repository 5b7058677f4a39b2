import type { AuditBreak } from "./model";

interface Link {
  chain: string;
  n: number;
  previousSha256: string;
  sha256: string;
}

/** Where a reader of the chains stands: the last row that was in order. */
export interface ChainEnd {
  chain: string;
  n: number;
  sha256: string;
}

/**
 * Whether a row follows what was read before it. Rows come chain by chain, in order of `n`.
 *
 * @param end the row before it, of whatever chain; undefined for the very first.
 * @param computed the hash of what the row says now.
 * @param start what the first row of a chain points back to.
 */
export function breakIn(
  end: ChainEnd | undefined,
  row: Link,
  computed: string,
  start: string,
): AuditBreak | null {
  const same = end?.chain === row.chain;
  if (row.n !== (same ? end.n : 0) + 1) return "gap";
  if (row.previousSha256 !== (same ? end.sha256 : start)) return "link";
  return row.sha256 === computed ? null : "content";
}
