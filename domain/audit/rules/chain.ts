import type { RowFault } from "../model";

interface Link {
  chain: string;
  n: number;
  previousSha256: string;
  sha256: string;
}

/** Where a reader of the chains stands: the last row that was read. */
export interface ChainEnd {
  chain: string;
  n: number;
  sha256: string;
  /** From some row on, all are. */
  signed: boolean;
}

/**
 * Whether a row follows what was read before it. Rows come chain by chain, in order of `n`.
 *
 * @param end the row before it, of whatever chain; undefined for the very first.
 * @param computed the hash of what the row says now.
 * @param signed whether its signature is right; null when there is none, or no key to tell.
 * @param start what the first row of a chain points back to.
 */
export function faultIn(
  end: ChainEnd | undefined,
  row: Link & { signature: string | null },
  computed: string,
  signed: boolean | null,
  start: string,
): RowFault | null {
  const same = end?.chain === row.chain;
  if (row.n !== (same ? end.n : 0) + 1) return "gap";
  if (row.previousSha256 !== (same ? end.sha256 : start)) return "link";
  if (row.sha256 !== computed) return "content";
  if (row.signature === null) return same && end.signed ? "unsigned" : null;
  return signed === false ? "signature" : null;
}
