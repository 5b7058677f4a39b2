import type { Around, FoundName } from "./around";
import { zoneFinder } from "./beside";
import type { Token } from "./tokens";
import { isFieldWord, PARTICLES } from "./words";

/** "GH", "BtR": first and last a capital. */
const CODE = /^\p{Lu}\p{L}{0,2}\p{Lu}$/u;
const LONGEST = 4;

/**
 * The initials by which minutes name who was named whole: in a list of actions, in a cell, before a colon.
 * @param taken places in the row of words that lie in a find already.
 */
export function initialsOfKnown(
  around: Around,
  names: readonly FoundName[],
  taken: (at: number) => boolean,
): FoundName[] {
  const { tokens } = around;
  const codes = new Set<string>();
  for (const { form } of names) for (const code of codesOf(tokens, form)) codes.add(code);
  if (codes.size === 0) return [];
  const zoneOf = zoneFinder(around);
  const found: FoundName[] = [];
  const defined = cellsIn(around, codes);
  for (const [i, token] of tokens.entries()) {
    const { word, start } = token;
    const zone = zoneOf(start);
    if (word.length > LONGEST || !CODE.test(word) || taken(i)) continue;
    if (!codes.has(word.toUpperCase()) || isFieldWord(word)) continue;
    const used = defined.has(word) && !isAmongCapitals(tokens, i);
    if (!used && !standsAlone(around, token, zone !== null)) continue;
    const form = { from: i, to: i + 1, titled: false, initials: 0, words: [i], surname: null };
    found.push({ from: i, to: i + 1, form, confidence: 0.8 });
  }
  return found;
}

/** Initials that have a cell of a table to themselves: by those the whole text names who it is. */
function cellsIn({ text, tokens }: Around, codes: ReadonlySet<string>): ReadonlySet<string> {
  const cells = new Set<string>();
  for (const { word, gap, end } of tokens) {
    if (word.length > LONGEST || !codes.has(word.toUpperCase())) continue;
    if (/\|\s{0,3}$/.test(gap) && /^\s{0,3}\|/.test(text.slice(end, end + 4))) cells.add(word);
  }
  return cells;
}

/** Whether a word stands in a heading in capitals. */
const isAmongCapitals = (tokens: readonly Token[], at: number): boolean => {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  const shouted = (word: string | undefined) => /^\p{Lu}{3,}$/u.test(word ?? "");
  if (token !== undefined && token.gap === " " && shouted(before?.word)) return true;
  return after?.gap === " " && shouted(after.word);
};

/** Whether nothing else stands in its cell or its item, or a colon behind it at the start of a line. */
function standsAlone({ text }: Around, { gap, end }: Token, listed: boolean): boolean {
  const behind = text.slice(end, end + 6);
  if (/\|\s{0,3}$/.test(gap) && /^\s{0,3}\|/.test(behind)) return true;
  if (/(?:^|\n)\s{0,3}[-*]?\s{0,2}\*{0,2}$/.test(gap) && /^\*{0,2}:/.test(behind)) return true;
  const begins = /(?:[|:;,/&(\n]|^)\s{0,3}$/.test(gap) || gap === " en ";
  return listed && begins && /^(?:\s{0,3}(?:[|,;/&)\n.]|$)| en )/.test(behind);
}

/** "GH" and "GvH" of "Gijs van Hees", "WJ" of "Wouter-Jan", "BtR" of "B. te Riele", in capitals. */
function codesOf(
  tokens: readonly Token[],
  { from, to, words, surname }: FoundName["form"],
): string[] {
  if (surname === null || surname === from) return [];
  const given: string[] = [];
  const joining: string[] = [];
  const last: string[] = [];
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token;
    const letters = token.word.split("-").map((part) => part.slice(0, 1).toUpperCase());
    if (i >= surname && !words.includes(i) && PARTICLES.has(token.small)) joining.push(...letters);
    else if (i >= surname) last.push(...letters);
    else if (token.initial || words.includes(i)) given.push(...letters);
  }
  const [first, name] = [given[0] ?? "", last[0] ?? ""];
  const between = joining.join("");
  const codes = [
    first + name,
    first + between + name,
    given.join("") + name,
    first + last.join(""),
  ];
  if (given.length > 1) codes.push(given.join(""), given.join("") + between + name);
  return codes.filter((code) => code.length > 1 && code.length <= LONGEST);
}
