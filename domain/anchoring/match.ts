import { likeness } from "./words";

/** What matching needs to know of words. */
export interface Lexicon {
  keys: readonly string[];
  weights: Float64Array;
  /** Likeness of pairs that were asked for before. */
  alike: Map<number, number>;
}

/** Two words that belong together: places in the two lists, and how alike they are (1 for the same). */
export interface Pair {
  a: number;
  b: number;
  alike: number;
}

/** Most pairs of words that one comparison looks at. */
export const MAX_CELLS = 400_000;
/** What a word is worth more when the one before it was a match too. */
const TOGETHER = 0.15;

/**
 * The words of `a` and `b` that belong together, in order: as much weight as can be, rather side by side
 * than scattered. `gap` is what a word of `b` between two matches costs; with a gap it is the best stretch
 * of `b`, without one it is all of it. Looks at `a.length × b.length` pairs, at most `MAX_CELLS`.
 */
export function match(a: Int32Array, b: Int32Array, lexicon: Lexicon, gap = 0): Pair[] {
  const n = a.length;
  const m = b.length;
  if (n === 0 || m === 0 || n * m > MAX_CELLS) return [];
  const width = m + 1;
  // Per cell where the best of the words so far comes from, and whether a match there follows a match.
  const from = new Uint8Array((n + 1) * width);
  let best = new Float64Array(width);
  let matched = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  let [top, topAt] = [0, 0];
  for (let i = 1; i <= n; i++) {
    const nextBest = new Float64Array(width);
    const nextMatched = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
    const word = a[i - 1] ?? 0;
    const weight = lexicon.weights[word] ?? 0;
    for (let j = 1; j <= m; j++) {
      const cell = i * width + j;
      let value = best[j] ?? 0;
      let way = UP;
      const left = (nextBest[j - 1] ?? 0) - gap;
      if (left > value) {
        value = left;
        way = LEFT;
      }
      const alike = alikeness(word, b[j - 1] ?? 0, lexicon);
      if (alike > 0) {
        const alone = best[j - 1] ?? 0;
        const together = (matched[j - 1] ?? 0) + TOGETHER;
        const here = weight * alike + Math.max(alone, together);
        nextMatched[j] = here;
        if (together >= alone) from[cell] = FOLLOWS;
        if (here >= value) {
          value = here;
          way = PAIR;
        }
      }
      from[cell] = (from[cell] ?? 0) | way;
      nextBest[j] = value;
      if (value > top) {
        top = value;
        topAt = cell;
      }
    }
    best = nextBest;
    matched = nextMatched;
  }
  return pairsBack(from, width, topAt, (x, y) => alikeness(a[x] ?? 0, b[y] ?? 0, lexicon));
}

const UP = 1;
const LEFT = 2;
const PAIR = 3;
const WAY = 3;
const FOLLOWS = 4;

function pairsBack(
  from: Uint8Array,
  width: number,
  top: number,
  alike: (a: number, b: number) => number,
): Pair[] {
  const pairs: Pair[] = [];
  let cell = top;
  let follows = false;
  while (cell >= width && cell % width > 0) {
    const code = from[cell] ?? 0;
    const way = follows ? PAIR : code & WAY;
    if (way === UP) cell -= width;
    else if (way === LEFT) cell -= 1;
    else if (way === PAIR) {
      const a = Math.floor(cell / width) - 1;
      const b = (cell % width) - 1;
      pairs.push({ a, b, alike: alike(a, b) });
      follows = (code & FOLLOWS) !== 0;
      cell -= width + 1;
    } else break;
  }
  return pairs.reverse();
}

/** 1 for the same word, less for one that is spelled otherwise, 0 for another. */
function alikeness(a: number, b: number, { keys, alike }: Lexicon): number {
  if (a === b) return 1;
  const one = keys[a] ?? "";
  const other = keys[b] ?? "";
  // Most pairs are told apart without a look at their letters.
  if (Math.abs(one.length - other.length) > 3 || one.length < 4 || other.length < 4) return 0;
  if (one.charCodeAt(0) !== other.charCodeAt(0) && one.at(-1) !== other.at(-1)) return 0;
  const key = a * keys.length + b;
  let known = alike.get(key);
  if (known === undefined) {
    known = likeness(one, other);
    alike.set(key, known);
  }
  return known;
}
