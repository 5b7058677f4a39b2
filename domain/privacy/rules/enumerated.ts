import type { Around, FoundName } from "./around";
import { isGroup } from "./beside";
import { isBrandAt } from "./brands";
import { readName } from "./forms";
import { besides } from "./tokens";
import { isNoName, ORGANISATION_TAILS } from "./words";

/**
 * Names in one enumeration with names that were found: "Harmina Pot, Teunis van den Akker en Xandra Goedhart".
 * @param taken places in the row of words that lie in a find already.
 */
export function namesBeside(
  around: Around,
  found: readonly FoundName[],
  taken: (at: number) => boolean,
): FoundName[] {
  const more = new Map<number, FoundName>();
  const todo = [...found];
  const free = (name: FoundName): boolean => {
    for (let i = name.from; i < name.to; i++) if (taken(i)) return false;
    return !more.has(name.from);
  };
  for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
    if (name.confidence < 0.75) continue;
    for (const next of [rightOf(around, name), leftOf(around, name)]) {
      if (next === null || !free(next)) continue;
      more.set(next.from, next);
      todo.push(next);
    }
  }
  return [...more.values()].sort((a, b) => a.from - b.from);
}

function rightOf(around: Around, { to }: FoundName): FoundName | null {
  const { tokens, text } = around;
  const token = tokens[to];
  if (token === undefined) return null;
  const joined = /^(?:en|of)$/.test(token.small) && besides(token);
  if (!joined && token.gap !== ", ") return null;
  const from = joined ? to + 1 : to;
  const form = readName(tokens, from);
  if (form === null || !strange(around, form.words)) return null;
  if (isBrandAt(tokens, from, form.to)) return null;
  if (form.words.length > 1) return { from, to: form.to, form, confidence: 0.8 };
  const [only] = form.words;
  const end = tokens[form.to - 1]?.end ?? 0;
  const ends = joined && /^(?:[.,;)\n]| \()/.test(text.slice(end, end + 2) || "\n");
  const group = only === undefined || isGroup(tokens[only]?.small ?? "");
  return ends && !group ? { from, to: form.to, form, confidence: 0.65 } : null;
}

/** Longest name looked for before another, in words. */
const LONGEST = 6;

function leftOf(around: Around, name: FoundName): FoundName | null {
  const { tokens } = around;
  const first = tokens[name.from];
  const before = tokens[name.from - 1];
  if (first === undefined || before === undefined) return null;
  const joined = /^(?:en|of)$/.test(before.small) && besides(first);
  if (!joined && first.gap !== ", ") return null;
  const end = joined ? name.from - 1 : name.from;
  let longest: FoundName | null = null;
  for (let from = end - 2; from >= Math.max(0, end - LONGEST); from--) {
    const form = readName(tokens, from);
    if (form === null || form.to !== end || form.words.length < 2) continue;
    if (strange(around, form.words)) longest = { from, to: end, form, confidence: 0.8 };
  }
  return longest;
}

/** No word of it is an ordinary one in this text, or one of the field. */
const strange = ({ tokens, ordinary }: Around, words: readonly number[]): boolean =>
  words.every((i) => {
    const token = tokens[i];
    return (
      token !== undefined &&
      !ordinary.has(token.small) &&
      !isNoName(token.word) &&
      !ORGANISATION_TAILS.has(token.small)
    );
  });
