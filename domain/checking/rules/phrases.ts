import type { Word } from "./read";

/** Words from `first` up to, not including, `last`. */
export interface Span {
  first: number;
  last: number;
}

/** Phrases by their first word, the longest first. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Compiles phrases: `{a|b}` is a choice, `(e)` may be left out, `*` is any one word. */
export function phrasesOf(written: readonly string[]): Phrases {
  const found = new Map<string, string[][]>();
  for (const phrase of written.flatMap(expand)) {
    const words = phrase.split(" ").filter((word) => word !== "");
    const [first] = words;
    if (first === undefined) continue;
    found.set(first, [...(found.get(first) ?? []), words]);
  }
  for (const list of found.values()) list.sort((a, b) => b.length - a.length);
  return found;
}

/** Every way in which a phrase can be read. */
function expand(phrase: string): string[] {
  const choice = /\{([^{}]*)\}|\(([^()]*)\)/.exec(phrase);
  if (choice === null) return [phrase];
  const [whole, several, maybe = ""] = choice;
  const before = phrase.slice(0, choice.index);
  const after = phrase.slice(choice.index + whole.length);
  const ways = several === undefined ? ["", maybe] : several.split("|");
  return ways.flatMap((way) => expand(before + way + after));
}

/** Where phrases stand, none within another. */
export function spansOf(words: readonly Word[], phrases: Phrases): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < words.length; i++) {
    const known = phrases.get(words[i]?.text ?? "");
    const hit = known?.find((phrase) => standsAt(words, i, phrase));
    if (hit === undefined) continue;
    spans.push({ first: i, last: i + hit.length });
    i += hit.length - 1;
  }
  return spans;
}

/** The phrases of many at once, by their first word, with whose each is. */
export type PhraseTable = ReadonlyMap<string, readonly { of: number; phrase: readonly string[] }[]>;

/** Puts phrases together, so that a text is walked once for all of them. */
export function tableOf(all: readonly Phrases[]): PhraseTable {
  const table = new Map<string, { of: number; phrase: readonly string[] }[]>();
  for (const [of, phrases] of all.entries()) {
    for (const [first, list] of phrases) {
      table.set(first, [...(table.get(first) ?? []), ...list.map((phrase) => ({ of, phrase }))]);
    }
  }
  return table;
}

/** As `spansOf`, for each of those in the table. */
export function spansOfAll(words: readonly Word[], table: PhraseTable, count: number): Span[][] {
  const spans: Span[][] = Array.from({ length: count }, () => []);
  for (let i = 0; i < words.length; i++) {
    for (const { of, phrase } of table.get(words[i]?.text ?? "") ?? []) {
      const own = spans[of];
      if (own === undefined || i < (own[own.length - 1]?.last ?? 0)) continue;
      if (standsAt(words, i, phrase)) own.push({ first: i, last: i + phrase.length });
    }
  }
  return spans;
}

function standsAt(words: readonly Word[], i: number, phrase: readonly string[]): boolean {
  return phrase.every(
    (word, j) => words[i + j] !== undefined && (word === "*" || words[i + j]?.text === word),
  );
}
