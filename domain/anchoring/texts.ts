import { CodePointIndex } from "../text/rules";
import { align } from "./align";
import type { Lexicon } from "./match";
import type { Quote } from "./model";
import { Vocabulary, type Words, wordFrom } from "./words";

/** How far from a quote the words count as what stands around it. */
const AROUND = 8;
/** How many words may have come between. */
const SLACK = 30;

/** An older and a newer text, laid beside each other. */
export interface Texts {
  old: Words;
  now: Words;
  /** Which newer word each older one became, and back; -1 for none. */
  to: Int32Array;
  back: Int32Array;
  lexicon: Lexicon;
  oldIndex: CodePointIndex;
  nowIndex: CodePointIndex;
  /** Where each word stands in the newer text. */
  places: Map<number, number[]>;
}

/** What was quoted, as words of the older text: from `first` up to, not including, `last`. */
export interface Quoted {
  first: number;
  last: number;
  exact: string;
  /** UTF-16 offsets in the older text. */
  start: number;
  end: number;
}

export function layBeside(oldText: string, newText: string): Texts {
  const vocabulary = new Vocabulary();
  const old = vocabulary.read(oldText);
  const now = vocabulary.read(newText);
  const lexicon: Lexicon = {
    keys: vocabulary.keys,
    weights: vocabulary.weights(),
    alike: new Map(),
  };
  const places = new Map<number, number[]>();
  now.ids.forEach((id, at) => {
    const known = places.get(id);
    if (known) known.push(at);
    else places.set(id, [at]);
  });
  return {
    old,
    now,
    ...align(old.ids, now.ids, lexicon),
    lexicon,
    oldIndex: new CodePointIndex(oldText),
    nowIndex: new CodePointIndex(newText),
    places,
  };
}

/** @throws RangeError for a quote that does not stand in the text. */
export function quotedIn({ old, oldIndex }: Texts, quote: Quote): Quoted {
  if (quote.start < 0 || quote.end <= quote.start || quote.end > oldIndex.length) {
    throw new RangeError(`no quote: ${quote.start} to ${quote.end} of ${oldIndex.length}`);
  }
  const start = oldIndex.toUtf16(quote.start);
  const end = oldIndex.toUtf16(quote.end);
  const first = wordFrom(old, start);
  let last = Math.max(first, wordFrom(old, end - 1));
  if ((old.starts[last] ?? end) < end) last++;
  return { first, last, exact: old.text.slice(start, end), start, end };
}

/** Whether a newer word belongs to other older words than those quoted, side by side with its neighbour. */
export function isTaken({ back }: Texts, { first, last }: Quoted, at: number): boolean {
  const of = back[at] ?? -1;
  if (of < 0 || (of >= first && of < last)) return false;
  return back[at - 1] === of - 1 || back[at + 1] === of + 1;
}

/** Share, 0 to 1, of the words around a quote that stand around this newer word too, in the same order. */
export function keptAround({ old, to }: Texts, { first, last }: Quoted, at: number): number {
  let kept = 0;
  let all = 0;
  for (let k = 1; k <= AROUND; k++) {
    if (first - k >= 0) {
      const before = to[first - k] ?? -1;
      all++;
      if (before >= 0 && before < at && at - before <= k + SLACK) kept++;
    }
    if (last - 1 + k < old.ids.length) {
      const after = (to[last - 1 + k] ?? -1) - (last - first) - at;
      all++;
      if (after >= 0 && after < k + SLACK) kept++;
    }
  }
  return all === 0 ? 1 : kept / all;
}
