import type { Quoted, Texts } from "./texts";
import type { Words } from "./words";

/** Newer words as a stretch of the newer text. */
interface Stretch {
  /** First and last word. */
  first: number;
  last: number;
  /** UTF-16 offsets, with the signs at the ends that were quoted too. */
  start: number;
  end: number;
}

/**
 * From the newer words that match, the stretch that stands for the quote: a whole sentence for a whole
 * sentence, also when its first or last words are others now. Stays within the room.
 */
export function stretchOf(
  { old, now }: Texts,
  quoted: Quoted,
  { first, last, pairs }: { first: number; last: number; pairs: readonly { a: number }[] },
  { lo, hi }: { lo: number; hi: number },
): Stretch {
  const most = Math.max(8, quoted.last - quoted.first);
  let from = first;
  if (old.opens[quoted.first]) {
    let at = first;
    while (at > lo && first - at < most && !now.opens[at]) at--;
    if (now.opens[at] || at === lo) from = at;
  } else {
    const lost = (pairs[0]?.a ?? quoted.first) - quoted.first;
    while (from > lo && first - from < lost && !now.opens[from]) from--;
  }
  let to = last;
  if (quoted.last === old.ids.length || old.opens[quoted.last]) {
    let at = last;
    while (at + 1 < hi && at - last < most && !now.opens[at + 1]) at++;
    if (at + 1 >= hi || now.opens[at + 1]) to = at;
  } else {
    const lost = quoted.last - 1 - (pairs.at(-1)?.a ?? quoted.last - 1);
    while (to + 1 < hi && to - last < lost && !now.opens[to + 1]) to++;
  }
  return {
    first: from,
    last: to,
    start: startOf(old, now, quoted, from),
    end: endOf(old, now, quoted, to),
  };
}

/** Before the first word: the signs that were quoted with it. */
function startOf(old: Words, now: Words, quoted: Quoted, word: number): number {
  const at = now.starts[word] ?? 0;
  const first = old.starts[quoted.first] ?? 0;
  if (quoted.start >= first) return at;
  const floor = word > 0 ? (now.ends[word - 1] ?? 0) : 0;
  const beside = reversed(now.text.slice(floor, at));
  const whole = !/\S/.test(old.text[quoted.start - 1] ?? " ");
  return at - signsLike(reversed(old.text.slice(quoted.start, first)), beside, whole);
}

/** Behind the last word: the signs that were quoted with it. */
function endOf(old: Words, now: Words, quoted: Quoted, word: number): number {
  const at = now.ends[word] ?? 0;
  const last = old.ends[quoted.last - 1] ?? 0;
  if (quoted.end <= last) return at;
  const beside = now.text.slice(at, now.starts[word + 1] ?? now.text.length);
  const whole = !/\S/.test(old.text[quoted.end] ?? " ");
  return at + signsLike(old.text.slice(last, quoted.end), beside, whole);
}

/**
 * How many UTF-16 units of the signs beside a newer word stand for those quoted beside the older one: the same,
 * or else as many groups of signs. `whole` says that the last group was quoted to its end.
 */
function signsLike(quoted: string, beside: string, whole: boolean): number {
  if (beside.startsWith(quoted)) return quoted.length;
  const groups = quoted.match(/\s+|\S+/g) ?? [];
  let at = 0;
  let taken = 0;
  groups.forEach((group, i) => {
    const blank = /\s/.test(group);
    const like = blank ? (group.includes("\n") ? /^\s+/ : /^[^\S\n]+/) : /^\S+/;
    const found = at < 0 ? undefined : like.exec(beside.slice(at))?.[0];
    if (found === undefined) {
      at = -1;
      return;
    }
    const cut = !whole && !blank && i === groups.length - 1;
    at += (cut ? [...found].slice(0, [...group].length).join("") : found).length;
    if (!blank) taken = at;
  });
  return taken;
}

const reversed = (text: string) => [...text].reverse().join("");
