/**
 * Looks for many patterns of words at once. Most of what they look for is a word by itself, or a phrase
 * that begins with one: the words of a text are read once, and a pattern is tried only where its
 * first word stands. Says the same as trying each pattern.
 */
export function cueReader(cues: readonly (readonly [name: string, pattern: RegExp])[]) {
  const read = cues.map(([, pattern]) => readPattern(pattern));
  /** Per word, the cues that it is enough for, and those whose phrases may begin with it. */
  const byWord = new Map<string, { enough: number[]; begins: number[] }>();
  const entry = (word: string) => {
    const known = byWord.get(word) ?? { enough: [], begins: [] };
    byWord.set(word, known);
    return known;
  };
  for (const [i, { words, firsts }] of read.entries()) {
    for (const word of words) entry(word).enough.push(i);
    for (const word of firsts) entry(word).begins.push(i);
  }
  const state = new Uint8Array(cues.length);
  const start = Uint8Array.from(read, ({ always }) => (always ? LOOK : NO));

  /** The names of the cues in a text in small letters, in their order. */
  return (text: string): string[] => {
    state.set(start);
    for (const word of text.match(/\w+/g) ?? []) {
      const found = byWord.get(word);
      if (found === undefined) continue;
      for (const i of found.enough) state[i] = YES;
      for (const i of found.begins) if (state[i] === NO) state[i] = LOOK;
    }
    const names: string[] = [];
    // A plain loop: this is done for every piece of a text.
    for (let i = 0; i < state.length; i++) {
      if (state[i] === NO) continue;
      if (state[i] === YES || read[i]?.rest?.test(text)) names.push(cues[i]?.[0] ?? "");
    }
    return names;
  };
}

const NO = 0;
const LOOK = 1;
const YES = 2;

interface ReadPattern {
  words: string[];
  firsts: string[];
  /** What is left to look for; null when words are all. */
  rest: RegExp | null;
  /** Part of the rest may begin with anything. */
  always: boolean;
}

/** Takes `\b(?:one|two three|…)\b` apart; any other pattern is left whole. */
function readPattern(pattern: RegExp): ReadPattern {
  const inside = /^\\b\(\?:(.*)\)\\b$/s.exec(pattern.source)?.[1];
  const alternatives = inside === undefined ? null : alternativesIn(inside);
  if (alternatives === null) return { words: [], firsts: [], rest: pattern, always: true };
  const words: string[] = [];
  const firsts: string[] = [];
  const rest: string[] = [];
  let always = false;
  for (const alternative of alternatives) {
    const whole = wordsOf(alternative);
    if (whole !== null) {
      words.push(...whole);
      continue;
    }
    rest.push(alternative);
    const [first = ""] = alternative.split(/ |\\s/, 1);
    const begins = first === alternative ? null : wordsOf(first);
    if (begins === null) always = true;
    else firsts.push(...begins);
  }
  const left = rest.length === 0 ? null : new RegExp(`\\b(?:${rest.join("|")})\\b`, pattern.flags);
  return { words, firsts, rest: left, always };
}

/** The alternatives at the top level; null when brackets do not match up. */
function alternativesIn(source: string): string[] | null {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < source.length; i++) {
    const char = source[i];
    if (char === "\\") i++;
    else if (char === "(" || char === "[") depth++;
    else if (char === ")" || char === "]") depth--;
    else if (char === "|" && depth === 0) {
      found.push(source.slice(from, i));
      from = i + 1;
    }
    if (depth < 0) return null;
  }
  return [...found, source.slice(from)];
}

/** All words that letters, `x?` and `(?:one|two)?` stand for; null for anything else. */
function wordsOf(source: string): string[] | null {
  let words = [""];
  let at = 0;
  while (at < source.length) {
    const piece = /^(?:([a-z])|\(\?:([a-z|]+)\))(\?)?/.exec(source.slice(at));
    if (piece === null) return null;
    const choices = piece[1] === undefined ? (piece[2] ?? "").split("|") : [piece[1]];
    if (piece[3] !== undefined) choices.push("");
    words = words.flatMap((word) => choices.map((choice) => word + choice));
    at += piece[0].length;
  }
  return words[0] === "" && words.length === 1 ? null : words;
}
