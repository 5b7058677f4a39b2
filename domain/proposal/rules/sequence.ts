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
  evidence: () => readonly string[];
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
const NEVER = KINDS.indexOf(NEVER_GUESSED);
const IMPOSSIBLE: number = -1e6;

/** Names under which the weights of two kinds in a row stand. */
export function afterName(before: SegmentKind, sameList: boolean): string {
  return sameList ? `list:${before}` : before;
}

const ANYTHING: ReadonlySet<SegmentKind> = new Set();
/** The few sets of kinds that are excluded, each worked out once. */
const mayBe = new WeakMap<ReadonlySet<SegmentKind>, Float64Array>();

/** What a piece may be, before its evidence is looked at: nothing for what it may, ruinous for the rest. */
export function aloneFor({ only, never }: Pick<Piece, "only" | "never">): Float64Array {
  if (only === null) {
    const known = mayBe.get(never ?? ANYTHING);
    if (known) return known;
  }
  const scores = new Float64Array(K);
  for (const [k, kind] of KINDS.entries()) {
    const may = only === null ? kind !== NEVER_GUESSED && !never?.has(kind) : kind === only;
    if (!may) scores[k] = IMPOSSIBLE;
  }
  if (only === null) mayBe.set(never ?? ANYTHING, scores);
  return scores;
}

/** Weights as rows of numbers: per evidence the kinds it weighs for, and per pair of kinds one. */
export interface Table {
  /** In turn the place of a kind, and what it weighs for it. */
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
        Float64Array.from(row(values).flatMap((value, k) => (value === 0 ? [] : [k, value]))),
      ]),
    ),
    apart: Float64Array.from(apart),
    listed: Float64Array.from(apart, (value, i) => value + (more[i] ?? 0)),
  };
  tables.set(weights, table);
  return table;
}

/** Adds what the evidence of a piece weighs for each kind to its `K` scores from `from` on. */
function addWeights({ evidence }: Piece, table: Table, scores: Float64Array, from: number): void {
  for (const name of evidence()) {
    const weighs = table.evidence.get(name);
    if (weighs === undefined) continue;
    for (let x = 0; x < weighs.length; x += 2) {
      const place = from + at(weighs, x);
      scores[place] = at(scores, place) + at(weighs, x + 1);
    }
  }
}

/** An element that is known to be there. */
const at = (row: Float64Array, i: number): number => row[i] as number;

/**
 * The probability of each kind at each piece (`each`), and of two in a row (`pair`), by the
 * forward-backward algorithm. `cavity` is what all other pieces say about one. Everything is one row
 * of numbers, the kinds of the first piece first: `alone[piece * kinds + kind]`.
 */
export function marginals(
  alone: Float64Array,
  sameList: readonly boolean[],
  { apart, listed }: Pick<Table, "apart" | "listed">,
) {
  const count = sameList.length;
  const [stepApart, stepListed] = [apart.map(Math.exp), listed.map(Math.exp)];
  const stepTo = (i: number) => (sameList[i] ? stepListed : stepApart);
  const own = exponents(alone, count);
  const cavity = new Float64Array(count * K);
  const forward = new Float64Array(count * K);
  const backward = new Float64Array(count * K).fill(1);
  const scale = new Float64Array(count);
  cavity.fill(1, 0, K);
  for (let i = 0; i < count; i++) {
    const here = i * K;
    if (i > 0) forwards(forward, here - K, stepTo(i), cavity, here);
    let sum = 0;
    for (let k = 0; k < K; k++) {
      const value = at(own, here + k) * at(cavity, here + k);
      forward[here + k] = value;
      sum += value;
    }
    for (let k = 0; k < K; k++) forward[here + k] = at(forward, here + k) / sum;
    scale[i] = sum;
  }
  const next = new Float64Array(K);
  for (let i = count - 2; i >= 0; i--) {
    const behind = (i + 1) * K;
    for (let k = 0; k < K; k++) {
      next[k] = (at(own, behind + k) * at(backward, behind + k)) / at(scale, i + 1);
    }
    const step = stepTo(i + 1);
    for (let j = 0; j < K; j++) {
      let sum = 0;
      for (let k = 0; k < K; k++) sum += at(step, j * K + k) * at(next, k);
      backward[i * K + j] = sum;
    }
  }
  const each = new Float64Array(count * K);
  for (let x = 0; x < each.length; x++) {
    each[x] = at(forward, x) * at(backward, x);
    cavity[x] = at(cavity, x) * at(backward, x);
  }
  return {
    each,
    cavity,
    /** Of `j` at piece `i - 1` and `k` at piece `i`. */
    pair: (i: number, j: number, k: number): number =>
      (at(forward, (i - 1) * K + j) *
        at(stepTo(i), j * K + k) *
        at(own, i * K + k) *
        at(backward, i * K + k)) /
      at(scale, i),
  };
}

/** Of each piece the exponents of its scores, the highest at 1. */
function exponents(alone: Float64Array, count: number): Float64Array {
  const own = new Float64Array(count * K);
  for (let i = 0; i < count; i++) {
    let top = Number.NEGATIVE_INFINITY;
    for (let x = i * K; x < (i + 1) * K; x++) top = Math.max(top, at(alone, x));
    for (let x = i * K; x < (i + 1) * K; x++) own[x] = Math.exp(at(alone, x) - top);
  }
  return own;
}

function forwards(
  from: Float64Array,
  start: number,
  step: Float64Array,
  into: Float64Array,
  here: number,
): void {
  for (let j = 0; j < K; j++) {
    const value = at(from, start + j);
    if (value < 1e-12) continue;
    for (let k = 0; k < K; k++) into[here + k] = at(into, here + k) + value * at(step, j * K + k);
  }
}

/** The kind of each piece, and how likely it is given all others. Linear in the pieces. */
export function decide(pieces: readonly Piece[], weights: Weights): Decision[] {
  if (pieces.length === 0) return [];
  const table = tableOf(weights);
  const weighed = new Float64Array(pieces.length * K);
  for (const [i, piece] of pieces.entries()) addWeights(piece, table, weighed, i * K);
  const alone = weighed.slice();
  for (const [i, piece] of pieces.entries()) {
    const may = aloneFor(piece);
    for (let k = 0; k < K; k++) alone[i * K + k] = at(alone, i * K + k) + at(may, k);
  }
  const sameList = pieces.map((piece) => piece.sameList);
  const { each, cavity } = marginals(alone, sameList, table);
  return pieces.map((piece, i) => {
    const k = chosen(each, i * K);
    return {
      kind: KINDS[k] ?? "remark",
      probability: at(each, i * K + k),
      likely: piece.only === null ? rowOf(each, i) : open(rowOf(weighed, i), rowOf(cavity, i)),
    };
  });
}

/** The scores of one piece. */
const rowOf = (all: Float64Array, i: number): Float64Array => all.subarray(i * K, (i + 1) * K);

/** What a settled piece would be by its evidence and all others. */
function open(weighed: Float64Array, cavity: Float64Array): Float64Array {
  const row = exponents(weighed, 1);
  let sum = 0;
  for (let k = 0; k < K; k++) {
    row[k] = k === NEVER ? 0 : at(row, k) * at(cavity, k);
    sum += at(row, k);
  }
  for (let k = 0; k < K; k++) row[k] = at(row, k) / sum;
  return row;
}

const REACTION = KINDS.indexOf("reaction");
/** More specific than a reaction, and each of them is one. */
const REACTIONS = (["advice", "concern", "expectation", "compliment"] as const).map((kind) =>
  KINDS.indexOf(kind),
);
/** How much the general kind gains by what its specific ones are likely. */
const GENERAL = 0.35;
const PROCEDURAL = KINDS.indexOf("procedural");
/** What becomes nothing is lost to who does not look: less likely than all the rest together, it counts for this much. */
const LOST = 0.6;

/**
 * The kind to propose, of how likely each is: the likeliest, but where advice, concern and praise
 * divide it among them it is a reaction, and what becomes nothing must be likely enough.
 */
function chosen(likely: Float64Array, from: number): number {
  let best = 0;
  let top = -1;
  let specific = 0;
  for (const k of REACTIONS) specific += at(likely, from + k);
  for (let k = 0; k < K; k++) {
    let value = at(likely, from + k);
    if (k === REACTION) value += GENERAL * specific;
    else if (k === PROCEDURAL && value < 0.5) value *= LOST;
    if (value > top) [best, top] = [k, value];
  }
  return best;
}
