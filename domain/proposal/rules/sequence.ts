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
  /** How likely each kind would be if nothing were settled about this piece, in the order of `SEGMENT_KINDS`. */
  likely: Float64Array;
}

const KINDS = SEGMENT_KINDS;
const K = KINDS.length;
/** A stelling gets a number and holds what comes after it, so the rules alone say where one is. */
const NEVER_GUESSED: SegmentKind = "statement";
const IMPOSSIBLE: number = -1e6;

/** Names under which the weights of two kinds in a row stand. */
export function afterName(before: SegmentKind, sameList: boolean): string {
  return sameList ? `list:${before}` : before;
}

/** What a piece may be, before its evidence is looked at: nothing for what it may, ruinous for the rest. */
export function aloneFor({ only, never }: Pick<Piece, "only" | "never">): Float64Array {
  return Float64Array.from(KINDS, (kind) => {
    if (only === null) return kind === NEVER_GUESSED || never?.has(kind) ? IMPOSSIBLE : 0;
    return kind === only ? 0 : IMPOSSIBLE;
  });
}

/** Weights as rows of numbers: per evidence one for each kind, and per pair of kinds one. */
export interface Table {
  evidence: ReadonlyMap<string, Float64Array>;
  /** `apart[before * kinds + kind]`; `listed` between two items of one list. */
  apart: Float64Array;
  listed: Float64Array;
}

const tables = new WeakMap<Weights, Table>();

/** The table of these weights; made once. */
export function tableOf(weights: Weights): Table {
  const made = tables.get(weights);
  if (made) return made;
  const row = (values: Partial<Record<SegmentKind, number>> | undefined) =>
    KINDS.map((kind) => values?.[kind] ?? 0);
  const apart = KINDS.flatMap((before) => row(weights.after[afterName(before, false)]));
  const more = KINDS.flatMap((before) => row(weights.after[afterName(before, true)]));
  const table = {
    evidence: new Map(
      Object.entries(weights.evidence).map(([name, values]) => [
        name,
        Float64Array.from(row(values)),
      ]),
    ),
    apart: Float64Array.from(apart),
    listed: Float64Array.from(apart, (value, i) => value + (more[i] ?? 0)),
  };
  tables.set(weights, table);
  return table;
}

/** What the evidence of a piece weighs for each kind. */
function weightOf({ evidence }: Piece, table: Table): Float64Array {
  const scores = new Float64Array(K);
  for (const name of evidence) {
    const weighs = table.evidence.get(name);
    if (weighs) for (let k = 0; k < K; k++) scores[k] = at(scores, k) + at(weighs, k);
  }
  return scores;
}

/**
 * The probability of each kind at each piece (`each`), and of two in a row (`pair`), by the
 * forward-backward algorithm. `cavity` is what all other pieces say about one.
 */
export function marginals(
  alone: readonly Float64Array[],
  sameList: readonly boolean[],
  { apart, listed }: Pick<Table, "apart" | "listed">,
) {
  const [stepApart, stepListed] = [apart.map(Math.exp), listed.map(Math.exp)];
  const stepTo = (i: number) => (sameList[i] ? stepListed : stepApart);
  const own = alone.map((scores) => {
    const top = Math.max(...scores);
    return scores.map((score) => Math.exp(score - top));
  });
  const before: Float64Array[] = [];
  const forward: Float64Array[] = [];
  const scale: number[] = [];
  for (const [i, scores] of own.entries()) {
    const reached = new Float64Array(K);
    const last = forward[i - 1];
    if (last === undefined) reached.fill(1);
    else forwards(last, stepTo(i), reached);
    const row = scores.map((score, k) => score * at(reached, k));
    const sum = row.reduce((total, value) => total + value, 0);
    before.push(reached);
    forward.push(row.map((value) => value / sum));
    scale.push(sum);
  }
  const backward: Float64Array[] = own.map(() => new Float64Array(K).fill(1));
  for (let i = own.length - 2; i >= 0; i--) {
    const next = own[i + 1]?.map((score, k) => score * at(backward[i + 1], k)) ?? own[i];
    backwards(next, stepTo(i + 1), at(scale, i + 1), backward[i]);
  }
  return {
    each: forward.map((row, i) => row.map((value, k) => value * at(backward[i], k))),
    cavity: before.map((row, i) => row.map((value, k) => value * at(backward[i], k))),
    /** Of `j` at piece `i - 1` and `k` at piece `i`. */
    pair: (i: number, j: number, k: number): number =>
      (at(forward[i - 1], j) * at(stepTo(i), j * K + k) * at(own[i], k) * at(backward[i], k)) /
      at(scale, i),
  };
}

/** An element that is known to be there. */
const at = (row: Float64Array | readonly number[] | undefined, i: number): number => row?.[i] ?? 0;

function forwards(from: Float64Array, step: Float64Array, into: Float64Array): void {
  for (let j = 0; j < K; j++) {
    const value = at(from, j);
    if (value < 1e-12) continue;
    for (let k = 0; k < K; k++) into[k] = at(into, k) + value * at(step, j * K + k);
  }
}

function backwards(
  next: Float64Array | undefined,
  step: Float64Array,
  scale: number,
  into: Float64Array | undefined,
): void {
  if (into === undefined) return;
  for (let j = 0; j < K; j++) {
    let sum = 0;
    for (let k = 0; k < K; k++) sum += at(step, j * K + k) * at(next, k);
    into[j] = sum / scale;
  }
}

/** The most likely sequence (Viterbi), with how likely each of its kinds is. Linear in the pieces. */
export function decide(pieces: readonly Piece[], weights: Weights): Decision[] {
  if (pieces.length === 0) return [];
  const table = tableOf(weights);
  const weighed = pieces.map((piece) => weightOf(piece, table));
  const alone = pieces.map((piece, i) =>
    aloneFor(piece).map((score, k) => score + at(weighed[i], k)),
  );
  const sameList = pieces.map((piece) => piece.sameList);
  const { each, cavity } = marginals(alone, sameList, table);
  const kinds = bestPath(alone, sameList, table);
  return kinds.map((k, i) => ({
    kind: KINDS[k] ?? "remark",
    probability: at(each[i], k),
    likely:
      pieces[i]?.only === null ? (each[i] ?? new Float64Array(K)) : open(weighed[i], cavity[i]),
  }));
}

/** What a settled piece would be by its evidence and all others. */
function open(weighed: Float64Array | undefined, cavity: Float64Array | undefined): Float64Array {
  const top = Math.max(...(weighed ?? [0]));
  const row = Float64Array.from(KINDS, (kind, k) =>
    kind === NEVER_GUESSED ? 0 : Math.exp(at(weighed, k) - top) * at(cavity, k),
  );
  const sum = row.reduce((total, value) => total + value, 0);
  return row.map((value) => value / sum);
}

function bestPath(
  alone: readonly Float64Array[],
  sameList: readonly boolean[],
  { apart, listed }: Table,
): number[] {
  let best = alone[0] ?? new Float64Array(K);
  const from: Uint8Array[] = [new Uint8Array(K)];
  for (let i = 1; i < alone.length; i++) {
    const step = sameList[i] ? listed : apart;
    const row = new Float64Array(K);
    const source = new Uint8Array(K);
    for (let k = 0; k < K; k++) {
      let top = Number.NEGATIVE_INFINITY;
      for (let j = 0; j < K; j++) {
        const sum = at(best, j) + at(step, j * K + k);
        if (sum > top) {
          top = sum;
          source[k] = j;
        }
      }
      row[k] = top + at(alone[i], k);
    }
    best = row;
    from.push(source);
  }
  const kinds: number[] = [];
  let here = best.indexOf(Math.max(...best));
  for (let i = alone.length - 1; i >= 0; i--) {
    kinds[i] = here;
    here = from[i]?.[here] ?? 0;
  }
  return kinds;
}
