import type { VoteCounts } from "../model";

/*
 * The formulas of Polis, as published with its source (math/src/polismath/math: stats.clj, repness.clj
 * and conversation.clj of compdemocracy/polis). Written anew from what they say; decision 048.
 */

/** One-sided z value at 90 %: above it a difference counts. */
const SIGNIFICANT = 1.2816;

export const isSignificant = (z: number): boolean => z > SIGNIFICANT;

/** The chance of a success in the next trial, by Laplace: (n + 1) / (of + 2), so ½ when there was none. */
export const likelihood = (n: number, of: number): number => (n + 1) / (of + 2);

/** How far `n` of `of` lies above a half: 2·√(of+1)·((n+1)/(of+1) − ½). */
export function proportionTest(n: number, of: number): number {
  return 2 * Math.sqrt(of + 1) * ((n + 1) / (of + 1) - 0.5);
}

/**
 * How far a share inside lies above the share outside: the pooled z test of two proportions, each of the four
 * counts with one more. Zero where all succeeded, for then there is nothing to divide by.
 */
export function twoProportionTest(
  inside: { n: number; of: number },
  outside: { n: number; of: number },
): number {
  const [n1, of1, n2, of2] = [inside.n + 1, inside.of + 1, outside.n + 1, outside.of + 1];
  if (n1 + n2 === of1 + of2) return 0;
  const pooled = (n1 + n2) / (of1 + of2);
  return (n1 / of1 - n2 / of2) / Math.sqrt(pooled * (1 - pooled) * (1 / of1 + 1 / of2));
}

/** Of one direction: P, its z against a half, and the same held against the other groups. */
export interface Side {
  p: number;
  test: number;
  /** Representativeness: P here divided by P elsewhere. */
  ratio: number;
  ratioTest: number;
}

export function sideOf(
  position: "agree" | "disagree",
  inside: VoteCounts,
  outside: VoteCounts,
): Side {
  const [here, there] = [inside[position], outside[position]];
  const p = likelihood(here, inside.seen);
  return {
    p,
    test: proportionTest(here, inside.seen),
    ratio: p / likelihood(there, outside.seen),
    ratioTest: twoProportionTest({ n: here, of: inside.seen }, { n: there, of: outside.seen }),
  };
}
