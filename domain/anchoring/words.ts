/**
 * A text as its words, so that other quotation marks, dashes, line ends and signs for stress make no
 * difference. Signs that show nothing (soft hyphens) are part of a word and do not count.
 */
export interface Words {
  text: string;
  /** What each word is: a number in the vocabulary; equal for words that differ in capitals only. */
  ids: Int32Array;
  /** UTF-16 offset of the start of each word. */
  starts: Int32Array;
  /** UTF-16 offset of the end of each word, exclusive. */
  ends: Int32Array;
  /** 1 where a sentence, a line or an item begins with this word. */
  opens: Uint8Array;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060]*/gu;
const HIDDEN = /[\u00ad\u200b-\u200d\u2060]/g;
/** Between two words: a new line, or the end of a sentence. */
const OPENS = /\n|[.!?…]["'’”)*_]*\s/;

/** The words that both texts are made of. */
export class Vocabulary {
  readonly keys: string[] = [];
  private readonly known = new Map<string, number>();
  /** How often each word stands in what was read so far. */
  readonly counts: number[] = [];

  read(text: string): Words {
    const found = [...text.matchAll(WORD)];
    const ids = new Int32Array(found.length);
    const starts = new Int32Array(found.length);
    const ends = new Int32Array(found.length);
    const opens = new Uint8Array(found.length);
    let last = 0;
    found.forEach(({ 0: word, index }, i) => {
      ids[i] = this.idOf(word);
      starts[i] = index;
      ends[i] = index + word.length;
      opens[i] = i === 0 || OPENS.test(text.slice(last, index)) ? 1 : 0;
      last = index + word.length;
    });
    return { text, ids, starts, ends, opens };
  }

  private idOf(word: string): number {
    const key = foldWord(word);
    let id = this.known.get(key);
    if (id === undefined) {
      id = this.keys.length;
      this.keys.push(key);
      this.counts.push(0);
      this.known.set(key, id);
    }
    this.counts[id] = (this.counts[id] ?? 0) + 1;
    return id;
  }

  /** What a word says of where it stands, above 0 to 1: words that are everywhere, and short ones, say little. */
  weights(): Float64Array {
    return Float64Array.from(this.keys, (key, id) => {
      const rare = 1 / (1 + Math.log2(Math.max(1, (this.counts[id] ?? 1) / 4)) / 2);
      return key.length <= 3 && !/\p{N}/u.test(key) ? rare * 0.4 : rare;
    });
  }
}

/** A word as it is compared. */
export function foldWord(word: string): string {
  return word.replace(HIDDEN, "").normalize("NFKC").toLowerCase();
}

/** First word that ends behind a UTF-16 offset. */
export function wordFrom({ ends }: Words, offset: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * How alike two different words are: 0, or 0.6 to 1 for what may be one word spelled in two ways. Numbers are
 * never alike.
 */
export function likeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (longest < 4 || longest > 40 || Math.abs(a.length - b.length) > longest * 0.4) return 0;
  if (a[0] !== b[0] && a.at(-1) !== b.at(-1)) return 0;
  if (/\p{N}/u.test(a + b)) return 0;
  const alike = 1 - edits(a, b) / longest;
  return alike >= 0.6 ? alike : 0;
}

/** How many letters to put in, take out, replace or swap with the next one. */
function edits(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
