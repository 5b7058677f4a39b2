import type { Meaning } from "@/db/vocabulary";
import { MAX_CELLS, match, type Pair } from "./match";
import { meaningOf } from "./meaning";
import { stretchOf } from "./stretch";
import { isTaken, type Quoted, type Texts } from "./texts";

/** What share of a quote must be left where the words around it say that it stood. */
const LEFT_IN_PLACE = 0.38;
/** How much alike, 0 to 1, words elsewhere must be. */
const ALIKE_ELSEWHERE = 0.62;
/** What a newer word between two that match costs. */
const GAP = 0.08;
/** How many places are looked at, besides the one between the words around it. */
const PLACES = 3;
/** Of a word that stands more often only the first places count. */
const MOST_PLACES = 60;
/** How far is looked for the words around a quote. */
const FAR = 400;

/** Words that look like those quoted, in UTF-16 offsets of the newer text. */
export interface Alike {
  start: number;
  end: number;
  score: number;
  meaning: Meaning[];
}

/** A stretch of newer words, from `lo` up to, not including, `hi`. */
interface Room {
  lo: number;
  hi: number;
  /** Whether it lies between the words that stood around the quote. */
  home: boolean;
}

/** The words that look most like those quoted and are not others'; null when none do enough. */
export function alikePlace(texts: Texts, quoted: Quoted): Alike | null {
  let best: (Fit & { room: Room }) | null = null;
  for (const room of rooms(texts, quoted)) {
    const fit = fitIn(texts, quoted, room);
    if (!fit) continue;
    const enough = room.home ? fit.left >= LEFT_IN_PLACE : fit.alike >= ALIKE_ELSEWHERE;
    // Words in their own place may have changed more than words that happen to look alike.
    const better = !best || rank(fit, room) > rank(best, best.room);
    if (enough && better) best = { ...fit, room };
  }
  if (!best) return null;
  const { room, pairs } = best;
  const span = stretchOf(texts, quoted, best, room);
  const { keys } = texts.lexicon;
  const oldKey = (i: number) => keys[texts.old.ids[i] ?? 0] ?? "";
  const newKey = (j: number) => keys[texts.now.ids[j] ?? 0] ?? "";
  const stayed = new Set(pairs.map(({ a }) => a));
  const known = new Set(pairs.map(({ b }) => b));
  const changes = {
    removed: range(quoted.first, quoted.last)
      .filter((i) => !stayed.has(i))
      .map(oldKey),
    added: range(span.first, span.last + 1)
      .filter((j) => !known.has(j))
      .map(newKey),
    respelled: pairs
      .filter(({ alike }) => alike < 1)
      .map(({ a, b }) => [oldKey(a), newKey(b)] as const),
  };
  return {
    start: span.start,
    end: span.end,
    score: Math.min(0.99, best.alike),
    meaning: meaningOf(changes, quoted.exact, texts.now.text.slice(span.start, span.end)),
  };
}

const rank = (fit: Fit, room: Room) => fit.alike + (room.home ? 0.25 : 0);

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

interface Fit {
  pairs: Pair[];
  /** First and last newer word that match. */
  first: number;
  last: number;
  /** Share of the quoted words that are left. */
  left: number;
  /** How alike the two stretches are, counting what came in between too. */
  alike: number;
}

/** How the quote fits best in a room; pairs by their places in the whole texts. */
function fitIn(texts: Texts, { first, last }: Quoted, { lo, hi }: Room): Fit | null {
  const { old, now, to, lexicon } = texts;
  let pairs: Pair[];
  if ((last - first) * (hi - lo) <= MAX_CELLS) {
    const found = match(old.ids.subarray(first, last), now.ids.subarray(lo, hi), lexicon, GAP);
    pairs = found.map(({ a, b, alike }) => ({ a: a + first, b: b + lo, alike }));
  } else {
    // Too long to compare again: as the two texts were laid beside each other.
    pairs = range(first, last)
      .map((a) => ({ a, b: to[a] ?? -1, alike: 1 }))
      .filter(({ b }) => b >= lo && b < hi);
  }
  const [start, end] = [pairs[0], pairs.at(-1)];
  if (!start || !end) return null;
  const weight = (words: Int32Array) =>
    words.reduce((sum, id) => sum + (lexicon.weights[id] ?? 0), 0);
  const whole = weight(old.ids.subarray(first, last));
  const span = weight(now.ids.subarray(start.b, end.b + 1));
  const kept = pairs.reduce(
    (sum, { a, alike }) => sum + alike * (lexicon.weights[old.ids[a] ?? 0] ?? 0),
    0,
  );
  return {
    pairs,
    first: start.b,
    last: end.b,
    left: (kept / whole + pairs.length / (last - first)) / 2,
    alike: (2 * kept) / (whole + span),
  };
}

/** Where to look: between the words that stood around it, and where most of its rare words stand. */
function rooms(texts: Texts, quoted: Quoted): Room[] {
  const length = quoted.last - quoted.first;
  const home = homeOf(texts, quoted);
  const wide = home && home.hi - home.lo > 6 * length + 80;
  const found = clusters(texts, quoted).map((room) => ({
    ...room,
    home: !!home && room.lo >= home.lo && room.hi <= home.hi,
  }));
  return home && !wide && home.hi > home.lo ? [{ ...home, home: true }, ...found] : found;
}

/** Between the nearest words before and after the quote that are still there, side by side with another. */
function homeOf(
  { old, now, to }: Texts,
  { first, last }: Quoted,
): { lo: number; hi: number } | null {
  const firm = (i: number) => {
    const at = to[i] ?? -1;
    return at >= 0 && (to[i - 1] === at - 1 || to[i + 1] === at + 1);
  };
  let before = first - 1;
  while (before >= 0 && first - before <= FAR && !firm(before)) before--;
  let after = last;
  while (after < old.ids.length && after - last < FAR && !firm(after)) after++;
  const lo = before < 0 ? 0 : firm(before) ? (to[before] ?? 0) + 1 : -1;
  const hi = after >= old.ids.length ? now.ids.length : firm(after) ? (to[after] ?? 0) : -1;
  return lo >= 0 && hi >= lo ? { lo, hi } : null;
}

/** Stretches where the most telling words of the quote stand close together and are not others'. */
function clusters(texts: Texts, quoted: Quoted): { lo: number; hi: number }[] {
  const { old, now, lexicon, places } = texts;
  const words = new Set(old.ids.subarray(quoted.first, quoted.last));
  const whole = [...words].reduce((sum, id) => sum + (lexicon.weights[id] ?? 0), 0);
  const length = quoted.last - quoted.first;
  const hits: { at: number; weight: number }[] = [];
  for (const id of words) {
    const weight = lexicon.weights[id] ?? 0;
    if (weight < 0.2) continue;
    for (const at of (places.get(id) ?? []).slice(0, MOST_PLACES)) {
      if (!isTaken(texts, quoted, at)) hits.push({ at, weight });
    }
  }
  hits.sort((a, b) => a.at - b.at);
  const reach = Math.ceil(length * 1.5) + 6;
  const windows: { from: number; to: number; weight: number }[] = [];
  let sum = 0;
  for (let i = 0, j = 0; j < hits.length; j++) {
    sum += hits[j]?.weight ?? 0;
    while ((hits[j]?.at ?? 0) - (hits[i]?.at ?? 0) > reach) sum -= hits[i++]?.weight ?? 0;
    windows.push({ from: hits[i]?.at ?? 0, to: hits[j]?.at ?? 0, weight: sum });
  }
  const chosen: { lo: number; hi: number }[] = [];
  for (const { from, to, weight } of windows.sort((a, b) => b.weight - a.weight)) {
    if (weight < whole * 0.3 || chosen.length === PLACES) break;
    if (chosen.some(({ lo, hi }) => from < hi && to >= lo)) continue;
    let lo = from;
    while (lo > 0 && from - lo < length && !isTaken(texts, quoted, lo - 1)) lo--;
    let hi = to + 1;
    while (hi < now.ids.length && hi - to < length && !isTaken(texts, quoted, hi)) hi++;
    chosen.push({ lo, hi });
  }
  return chosen;
}
