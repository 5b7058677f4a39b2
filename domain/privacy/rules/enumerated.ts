import type { Around, FoundName } from "./around";
import { isGroup } from "./beside";
import { isBrandAt } from "./brands";
import { isFirstName } from "./first-names";
import { readName } from "./forms";
import { besides, type Token } from "./tokens";
import { isNoName, isOrganisationTail } from "./words";

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
  const behind = pastBrackets(tokens, to);
  const joined =
    /^(?:en|of)$/.test(tokens[behind]?.small ?? "") &&
    (behind === to ? besides(token) : tokens[behind]?.gap === ") ");
  const comma = behind === to ? token.gap === ", " : tokens[behind]?.gap === "), ";
  if (!joined && !comma) return null;
  const from = joined ? behind + 1 : behind;
  const form = readName(tokens, from);
  if (form === null || !strange(around, form.words)) return null;
  if (isBrandAt(tokens, from, form.to)) return null;
  if (form.words.length > 1) return { from, to: form.to, form, confidence: 0.8 };
  const [only] = form.words;
  // "Ties en Mees": a first name, whatever word it is besides.
  const first = tokens[only ?? -1]?.word ?? "";
  if (joined && only === from && isFirstName(first))
    return { from, to: form.to, form, confidence: 0.8 };
  const end = tokens[form.to - 1]?.end ?? 0;
  const rest = text.slice(end, end + 2) || "\n";
  const ends = joined ? /^(?:[.,;)\n]| \()/.test(rest) : behind > to && rest === " (";
  const group = only === undefined || isGroup(tokens[only]?.small ?? "");
  return ends && !group ? { from, to: form.to, form, confidence: 0.75 } : null;
}

/** Longest remark between brackets behind a name in an enumeration, in words. */
const LONGEST_REMARK = 6;

/** The place behind "(gemeente)" when that stands at `at`. */
function pastBrackets(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.gap !== " (") return at;
  for (let i = at + 1; i <= at + LONGEST_REMARK; i++) {
    const gap = tokens[i]?.gap ?? "";
    if (gap.startsWith(")")) return i;
    if (!/^[ .,\d-]{1,3}$/.test(gap)) break;
  }
  return at;
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
      !isOrganisationTail(token.small)
    );
  });
