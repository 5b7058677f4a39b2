import { type Lexicon, MAX_CELLS, match } from "./match";

/** Most words of a stretch that is taken apart by single words: of longer ones only runs of words count. */
const LONGEST_BY_WORD = 4_000;
/** Runs of so many words, each standing once in both stretches, hold the two together. */
const RUNS = [5, 3, 2, 1] as const;

/** Which word of `b` each word of `a` became, and the other way around; -1 for none. */
export interface Alignment {
  to: Int32Array;
  back: Int32Array;
}

/**
 * Lays two lists of words beside each other: first by what begins and ends alike, then by runs of words that
 * stand once in both (the longest row of them in the same order), and word by word in what is left between.
 * What moved is not found here. Time grows with the length, also when nothing is alike.
 */
export function align(a: Int32Array, b: Int32Array, lexicon: Lexicon): Alignment {
  const to = new Int32Array(a.length).fill(-1);
  const back = new Int32Array(b.length).fill(-1);
  const pair = (i: number, j: number) => {
    to[i] = j;
    back[j] = i;
  };
  const open: Stretch[] = [{ a0: 0, a1: a.length, b0: 0, b1: b.length, run: 0 }];
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    let { a0, a1, b0, b1 } = stretch;
    while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) pair(a0++, b0++);
    while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) pair(--a1, --b1);
    if (a0 === a1 || b0 === b1) continue;
    const heldAt = (run: number) => {
      const held = heldBy(a, b, { a0, a1, b0, b1 }, RUNS[run] ?? 1);
      if (held.length > 0) open.push(...between(held, { a0, a1, b0, b1, run }, pair));
      return held.length > 0;
    };
    const cells = (a1 - a0) * (b1 - b0);
    // A few words: every pair is looked at. More: what stands once in both comes first.
    if (cells > MAX_CELLS / 10) {
      const last = Math.max(a1 - a0, b1 - b0) > LONGEST_BY_WORD ? RUNS.length - 1 : RUNS.length;
      let run = stretch.run;
      while (run < last && !heldAt(run)) run++;
      if (run < last) continue;
    }
    for (const found of match(a.subarray(a0, a1), b.subarray(b0, b1), lexicon)) {
      pair(a0 + found.a, b0 + found.b);
    }
  }
  return { to, back };
}

interface Stretch {
  a0: number;
  a1: number;
  b0: number;
  b1: number;
  /** Which of `RUNS` is tried first: longer ones did not hold. */
  run: number;
}

/** Pairs the runs that hold, and gives what is left between them. */
function between(
  held: [number, number][],
  { a0, a1, b0, b1, run }: Stretch,
  pair: (i: number, j: number) => void,
): Stretch[] {
  const length = RUNS[run] ?? 1;
  const left: Stretch[] = [];
  let [fromA, fromB] = [a0, b0];
  for (const [i, j] of held) {
    // Two runs can overlap in one text and not in the other.
    if (i < fromA || j < fromB) continue;
    left.push({ a0: fromA, a1: i, b0: fromB, b1: j, run });
    for (let k = 0; k < length; k++) pair(i + k, j + k);
    fromA = i + length;
    fromB = j + length;
  }
  left.push({ a0: fromA, a1, b0: fromB, b1, run });
  return left;
}

/** Where runs of `length` words begin that stand once in both stretches: the longest row in one order. */
function heldBy(
  a: Int32Array,
  b: Int32Array,
  { a0, a1, b0, b1 }: Omit<Stretch, "run">,
  length: number,
): [number, number][] {
  const places = new Map<string, { a: number; b: number }>();
  for (let i = a0; i + length <= a1; i++) {
    const key = a.subarray(i, i + length).join(" ");
    places.set(key, { a: places.has(key) ? TWICE : i, b: NEVER });
  }
  for (let j = b0; j + length <= b1; j++) {
    const place = places.get(b.subarray(j, j + length).join(" "));
    if (place) place.b = place.b === NEVER ? j : TWICE;
  }
  const once: [number, number][] = [];
  for (const { a: i, b: j } of places.values()) if (i >= 0 && j >= 0) once.push([i, j]);
  return longestRising(once);
}

const TWICE = -1;
const NEVER = -2;

/** Of pairs that rise by their first, the most that rise by their second too. */
function longestRising(pairs: [number, number][]): [number, number][] {
  const last: number[] = [];
  const before = new Int32Array(pairs.length);
  pairs.forEach(([, j], i) => {
    let low = 0;
    let high = last.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[last[middle] ?? 0]?.[1] ?? 0) < j) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? (last[low - 1] ?? -1) : -1;
    last[low] = i;
  });
  const rising: [number, number][] = [];
  for (let i = last.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) {
    const pair = pairs[i];
    if (pair) rising.push(pair);
  }
  return rising.reverse();
}
