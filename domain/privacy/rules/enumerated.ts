import type { Around, FoundName } from "./around";
import { isGroup } from "./beside";
import { isBrandAt } from "./brands";
import { isCalledAfter, isPlaceName } from "./called-after";
import { isFirstName, isOnlyFirstName } from "./first-names";
import { type NameForm, readName } from "./forms";
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

function rightOf(around: Around, name: FoundName): FoundName | null {
  const { to } = name;
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
  if (isBrandAt(tokens, from, form.to) || isHouse(tokens, form)) return null;
  if (form.words.length > 1) return { from, to: form.to, form, confidence: 0.8 };
  const [only] = form.words;
  // "Ties en Mees": a first name, whatever word it is besides.
  const first = tokens[only ?? -1]?.word ?? "";
  if (joined && only === from && isFirstName(first))
    return { from, to: form.to, form, confidence: 0.8 };
  const end = tokens[form.to - 1]?.end ?? 0;
  const rest = text.slice(end, end + 2) || "\n";
  // "Team: Jorn Heida, juf Tineke, Caro": the last of a line that names people.
  const last = comma && behind === to && isLabelled(around, name) && /^(?:\n|$)/.test(rest);
  const ends = last || (joined ? /^(?:[.,;)\n]| \()/.test(rest) : behind > to && rest === " (");
  const group = only === undefined || isGroup(tokens[only]?.small ?? "");
  return ends && !group ? { from, to: form.to, form, confidence: 0.75 } : null;
}

/** "Ireen Wüsthal", "Abe Lenstra stadion": what was called after somebody. */
const isHouse = (tokens: readonly Token[], form: NameForm): boolean =>
  isPlaceName(tokens[form.words.at(-1) ?? form.from]?.small ?? "", form) ||
  isCalledAfter(tokens[form.to]?.small ?? "");

/** Longest line that names people behind a label. */
const LONGEST_LINE = 200;

/** Whether a label opens the line of a name, and no sentence stands on it. */
function isLabelled({ text, tokens }: Around, { from }: FoundName): boolean {
  const start = tokens[from]?.start ?? 0;
  const line = text.slice(Math.max(0, start - LONGEST_LINE), start);
  return /^[-*\s]{0,4}\p{Lu}[\p{L} ]{2,30}:\*{0,2} [^.!?:]{0,160}$/u.test(
    line.slice(line.lastIndexOf("\n") + 1),
  );
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
  const joined = /^(?:en|of)$/.test(before.small) && besides(first) && besides(before);
  if (!joined && first.gap !== ", ") return null;
  const end = joined ? name.from - 1 : name.from;
  let longest: FoundName | null = null;
  for (let from = end - 2; from >= Math.max(0, end - LONGEST); from--) {
    const form = readName(tokens, from);
    if (form === null || form.to !== end || form.words.length < 2) continue;
    if (strange(around, form.words)) longest = { from, to: end, form, confidence: 0.8 };
  }
  return longest ?? childAt(around, end - 1) ?? (joined ? firstOfTwo(around, end - 1, name) : null);
}

/** "Merel of Mirjam", "Meseret en Abel zijn geslaagd": the first of two of whom the second is known by a first name. */
function firstOfTwo(around: Around, at: number, second: FoundName): FoundName | null {
  const { tokens } = around;
  const [token, before] = [tokens[at], tokens[at - 1]];
  const only = second.form.words.length === 1 && second.form.initials === 0 && !second.form.titled;
  const given = isOnlyFirstName(tokens[second.from]?.word ?? "");
  if (!token?.capital || !only || !given || !strange(around, [at])) return null;
  const led = before !== undefined && besides(token) ? before : undefined;
  if (led?.capital || /^(?:de|het|een|deze|sint)$/.test(led?.small ?? "")) return null;
  const several = SEVERAL.test(tokens[second.to]?.small ?? "");
  if (!isFirstName(token.word) && (!several || isGroup(token.small))) return null;
  const form = { from: at, to: at + 1, titled: false, initials: 0, words: [at], surname: null };
  return { from: at, to: at + 1, form, confidence: 0.8 };
}

/** What two people do. */
const SEVERAL =
  /^(?:zijn|waren|hebben|hadden|gaan|komen|willen|kunnen|moeten|vragen|vinden|zeggen|doen|werken|wonen|zoeken|bellen|helpen)$/;

/** "Drie kinderen: Djenaro, Shanice en Liv": the first of those who are listed. */
function childAt(around: Around, at: number): FoundName | null {
  const { tokens } = around;
  const [token, before] = [tokens[at], tokens[at - 1]];
  if (token?.gap !== ": " || !token.capital || before === undefined) return null;
  if (!/^(?:kinderen|zonen|zoons|dochters|jongens|meisjes|broers|zussen|namen)$/.test(before.small))
    return null;
  const form = { from: at, to: at + 1, titled: false, initials: 0, words: [at], surname: null };
  return strange(around, form.words) ? { from: at, to: at + 1, form, confidence: 0.8 } : null;
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
