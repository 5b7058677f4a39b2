import type { PlacementStatus } from "@/db/vocabulary";
import { codePointLength } from "../text/rules";
import { occurrences } from "./occurrences";
import { keptAround, type Quoted, type Texts } from "./texts";
import { wordFrom } from "./words";

/** A quote of less, in code points or words, may stand anywhere: what stands around it must agree. */
const SHORT_LENGTH = 20;
const SHORT_WORDS = 3;
/** What share of the words around it must stand around the same words, where more than one place could do. */
const ENOUGH_AROUND = 0.5;
const ENOUGH_AROUND_SHORT = 0.3;
/** Code points before and after together that moved along with a short quote. */
const MOVED_ALONG = 24;

export function isShort({ exact, first, last }: Quoted): boolean {
  return codePointLength(exact) < SHORT_LENGTH || last - first < SHORT_WORDS;
}

/** The same words in the newer text. */
export interface SamePlace {
  status: Exclude<PlacementStatus, "orphan">;
  /** UTF-16 offset in the newer text. */
  at: number;
}

/** Where the quoted words stand unchanged; null when they do not, or when nobody can say which they are. */
export function samePlace(texts: Texts, quoted: Quoted): SamePlace | null {
  const { old, now } = texts;
  const { exact, start, end } = quoted;
  const [before, after] = [
    old.text.slice(Math.max(0, start - 2), start),
    old.text.slice(end, end + 2),
  ];
  const found = occurrences(now.text, exact, before, after);
  if (found.length === 0) return null;
  const unique = found.length === 1 && occurrences(old.text, exact, before, after).length === 1;
  const short = isShort(quoted);
  const home = homeAmong(texts, quoted, found);
  if (home) {
    const enough = short
      ? isHeld(texts, quoted, home.word)
      : unique || keptAround(texts, quoted, home.word) >= ENOUGH_AROUND;
    if (enough) return { status: "exact", at: home.at };
    return short ? null : { status: "proposed", at: home.at };
  }
  const along = found.map((at) => ({ at, along: movedAlong(texts, quoted, at) }));
  if (unique) {
    const [only] = along;
    if (only && (!short || only.along >= MOVED_ALONG)) return { status: "moved", at: only.at };
    return null;
  }
  if (short) return null;
  const free = along.filter(({ at }) => !isOthers(texts, quoted, at));
  const [best] = free.sort((a, b) => b.along - a.along);
  return best ? { status: "proposed", at: best.at } : null;
}

/** Whether a short quote is held by the rest of its sentence; a sentence of its own by what stands around it. */
function isHeld(texts: Texts, quoted: Quoted, word: number): boolean {
  const { old, to } = texts;
  const { first, last } = quoted;
  const ends = last >= old.ids.length || old.opens[last] === 1;
  // A smiley has no words of its own, and was found by those beside it.
  if (first === last || (old.opens[first] === 1 && ends))
    return keptAround(texts, quoted, word) >= ENOUGH_AROUND_SHORT;
  const before = first > 0 && !old.opens[first] && to[first - 1] === word - 1;
  const after = last < old.ids.length && !old.opens[last] && to[last] === word + last - first;
  return before || after;
}

/** The place where the words around it put the quote, by word for word. */
function homeAmong(
  { now, to, old }: Texts,
  { first, last, start }: Quoted,
  found: readonly number[],
): { at: number; word: number } | null {
  for (const at of found) {
    const word = wordFrom(now, at);
    if (first === last) {
      // No words in it (a smiley): by what stands next to it.
      const left = at - (now.ends[word - 1] ?? 0) === start - (old.ends[first - 1] ?? 0);
      const right =
        (now.starts[word] ?? now.text.length) - at ===
        (old.starts[last] ?? old.text.length) - start;
      const before = first > 0 ? to[first - 1] === word - 1 : word === 0;
      const after = last < old.ids.length ? to[last] === word : word === now.ids.length;
      if ((left && before) || (right && after)) return { at, word };
      continue;
    }
    // The same letters can stand in one word twice.
    if (at - (now.starts[word] ?? 0) !== start - (old.starts[first] ?? 0)) continue;
    let kept = 0;
    for (let i = first; i < last; i++) if (to[i] === word + i - first) kept++;
    if (2 * kept > last - first) return { at, word };
  }
  return null;
}

/** Whether these newer words belong to other older ones. */
function isOthers({ now, back }: Texts, { first, last }: Quoted, at: number): boolean {
  const word = wordFrom(now, at);
  let others = 0;
  for (let j = word; j < word + last - first; j++) {
    const of = back[j] ?? -1;
    if (of >= 0 && (of < first || of >= last)) others++;
  }
  return 2 * others > last - first;
}

/** How many characters right before and after are the same too, together. */
function movedAlong({ old, now }: Texts, { start, end, exact }: Quoted, at: number): number {
  let before = 0;
  while (before < MOVED_ALONG && start > before && at > before) {
    if (old.text[start - before - 1] !== now.text[at - before - 1]) break;
    before++;
  }
  let after = 0;
  const behind = at + exact.length;
  while (after < MOVED_ALONG && end + after < old.text.length) {
    if (old.text[end + after] !== now.text[behind + after]) break;
    after++;
  }
  return before + after;
}
