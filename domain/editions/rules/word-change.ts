import { type DiffPart, diffWords } from "../../requirements/rules/diff";

/**
 * How a text is read beside what it was: `mixed` has words of both, word by word; of two texts without a word in common `gone` is read
 * first and `fresh` after it; one of the two is empty when there was nothing, or is nothing any more.
 */
export type WordChange = { mixed: DiffPart[] } | { gone: string; fresh: string };

const A_WORD = /[\p{L}\p{N}]/u;

/** What a text became, so that somebody can read it. */
export function wordChange(before: string, after: string): WordChange {
  if (before === "" || after === "") return { gone: before, fresh: after };
  const mixed = diffWords(before, after);
  return mixed.some(({ type, text }) => type === "same" && A_WORD.test(text))
    ? { mixed }
    : { gone: before, fresh: after };
}
