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
    const hit = known?.find((phrase) =>
      phrase.every(
        (word, j) => words[i + j] !== undefined && (word === "*" || words[i + j]?.text === word),
      ),
    );
    if (hit === undefined) continue;
    spans.push({ first: i, last: i + hit.length });
    i += hit.length - 1;
  }
  return spans;
}
