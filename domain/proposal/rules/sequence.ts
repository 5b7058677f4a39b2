import { SEGMENT_KINDS, type SegmentKind } from "@/db/vocabulary";

/**
 * Chooses the kinds of all pieces of a document at once: a linear-chain conditional random field
 * (Lafferty, McCallum and Pereira 2001). A sequence scores the sum of what each piece's evidence
 * weighs for its kind, and of what each kind weighs after the one before it. Its weights are learned
 * from the annotated set by `npm run learn`.
 */
export interface Weights {
  /** Per name of evidence, what it weighs for a kind. */
  evidence: Record<string, Partial<Record<SegmentKind, number>>>;
  /** What a kind weighs after another, and between two items of one list. */
  after: Record<string, Partial<Record<SegmentKind, number>>>;
}

/** One piece: its evidence, what it may be, and whether it and the one before are items of one list. */
export interface Piece {
  evidence: readonly string[];
  /** Null when it may be anything, but for `never`. */
  only: SegmentKind | null;
  never?: ReadonlySet<SegmentKind>;
  sameList: boolean;
}

export interface Decision {
  kind: SegmentKind;
  /** How likely this kind is, given everything in the document: 0 to 1. */
  probability: number;
  /** The other kinds that are likely enough to name, the likeliest first. */
  alternatives: { kind: SegmentKind; p: number }[];
}

/** From this likelihood another kind is named, and how many of them. */
const WORTH_NAMING = 0.08;
const NAMED = 2;

const KINDS = SEGMENT_KINDS;
/** A stelling gets a number and holds what comes after it, so the rules alone say where one is. */
const NEVER_GUESSED: SegmentKind = "statement";
const IMPOSSIBLE: number = -1e6;

/** Names under which the weights of two kinds in a row stand. */
export function afterName(before: SegmentKind, sameList: boolean): string {
  return sameList ? `list:${before}` : before;
}

/** What a piece may be, before its evidence is looked at: nothing for what it may, ruinous for the rest. */
export function aloneFor({ only, never }: Pick<Piece, "only" | "never">): number[] {
  return KINDS.map((kind) => {
    if (only === null) return kind === NEVER_GUESSED || never?.has(kind) ? IMPOSSIBLE : 0;
    return kind === only ? 0 : IMPOSSIBLE;
  });
}

/** The scores of each piece for each kind, and between kinds: what both learning and deciding use. */
export function scoresOf(
  pieces: readonly Piece[],
  weights: Weights,
): {
  alone: number[][];
  between: number[][][];
} {
  const matrix = (sameList: boolean) =>
    KINDS.map((before) => {
      const row = weights.after[afterName(before, false)];
      const listed = sameList ? weights.after[afterName(before, true)] : undefined;
      return KINDS.map((kind) => (row?.[kind] ?? 0) + (listed?.[kind] ?? 0));
    });
  const [apart, listed] = [matrix(false), matrix(true)];
  const alone = pieces.map((piece) => {
    const { evidence } = piece;
    const scores = aloneFor(piece);
    for (const name of evidence) {
      const weighs = weights.evidence[name];
      if (!weighs) continue;
      for (const [k, kind] of KINDS.entries()) scores[k] = (scores[k] ?? 0) + (weighs[kind] ?? 0);
    }
    return scores;
  });
  return { alone, between: pieces.map(({ sameList }) => (sameList ? listed : apart)) };
}

/** The probability of each kind at each piece, by the forward-backward algorithm. */
export function marginals(scores: ReturnType<typeof scoresOf>): {
  each: number[][];
  forward: number[][];
  backward: number[][];
  total: number;
} {
  const { alone, between } = scores;
  const forward: number[][] = [];
  const backward: number[][] = alone.map(() => KINDS.map(() => 0));
  for (const [i, own] of alone.entries()) {
    const before = forward[i - 1];
    const step = between[i];
    forward.push(
      own.map((score, k) =>
        before ? score + logSum(before.map((f, j) => f + (step?.[j]?.[k] ?? 0))) : score,
      ),
    );
  }
  for (let i = alone.length - 2; i >= 0; i--) {
    const step = between[i + 1];
    const next = alone[i + 1] ?? [];
    const behind = backward[i + 1] ?? [];
    backward[i] = KINDS.map((_, j) =>
      logSum(next.map((score, k) => score + (step?.[j]?.[k] ?? 0) + (behind[k] ?? 0))),
    );
  }
  const total = logSum(forward.at(-1) ?? [0]);
  const each = forward.map((row, i) =>
    row.map((f, k) => Math.exp(f + (backward[i]?.[k] ?? 0) - total)),
  );
  return { each, forward, backward, total };
}

/** The most likely sequence (Viterbi), with how likely each of its kinds is. Linear in the pieces. */
export function decide(pieces: readonly Piece[], weights: Weights): Decision[] {
  if (pieces.length === 0) return [];
  const scores = scoresOf(pieces, weights);
  const { each } = marginals(scores);
  const best: number[][] = [];
  const from: number[][] = [];
  for (const [i, own] of scores.alone.entries()) {
    const before = best[i - 1];
    const step = scores.between[i];
    const row: number[] = [];
    const source: number[] = [];
    for (const [k, score] of own.entries()) {
      let top = before ? Number.NEGATIVE_INFINITY : 0;
      let at = 0;
      for (const [j, value] of (before ?? []).entries()) {
        const sum = value + (step?.[j]?.[k] ?? 0);
        if (sum > top) [top, at] = [sum, j];
      }
      row.push(score + top);
      source.push(at);
    }
    best.push(row);
    from.push(source);
  }
  const kinds: number[] = [];
  let at = indexOfMax(best.at(-1) ?? []);
  for (let i = pieces.length - 1; i >= 0; i--) {
    kinds[i] = at;
    at = from[i]?.[at] ?? 0;
  }
  return kinds.map((k, i) => ({
    kind: KINDS[k] ?? "remark",
    probability: each[i]?.[k] ?? 0,
    alternatives: runnersUp(each[i] ?? [], k),
  }));
}

function runnersUp(likely: readonly number[], chosen: number): Decision["alternatives"] {
  return KINDS.map((kind, k) => ({ kind, p: Math.round((likely[k] ?? 0) * 100) / 100 }))
    .filter(({ p }, k) => k !== chosen && p >= WORTH_NAMING)
    .sort((a, b) => b.p - a.p)
    .slice(0, NAMED);
}

function indexOfMax(values: readonly number[]): number {
  let at = 0;
  for (const [i, value] of values.entries()) if (value > (values[at] ?? 0)) at = i;
  return at;
}

function logSum(values: readonly number[]): number {
  let top = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > top) top = value;
  if (top === Number.NEGATIVE_INFINITY) return top;
  let sum = 0;
  for (const value of values) sum += Math.exp(value - top);
  return top + Math.log(sum);
}
