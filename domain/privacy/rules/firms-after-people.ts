import type { Around } from "./around";
import { type FoundFirm, legalEnd } from "./firm-words";
import { isFirstName } from "./first-names";
import { readName, readSurname } from "./forms";
import { COMES_BACK, signsAt } from "./signs";
import { SURNAMES } from "./surnames";
import { besides, type Token } from "./tokens";
import { isOrganisationTail, isRole, SAYS_SURELY, TITLES } from "./words";

/** Firms that bear the name of who began them: "Piet van der Meer Groep", "Bakker en Zonen", "Van Balen". */

const MOST_TAILS = 3;
const ENOUGH = 2;

/** Whether "en Zonen" or the like follows at `at`. */
export function isFamilyFirm(tokens: readonly Token[], at: number): boolean {
  const [and, sons] = [tokens[at], tokens[at + 1]];
  if (and === undefined || sons === undefined || !besides(sons)) return false;
  const joined = /^(?:en|und|and)$/.test(and.small) && besides(and);
  return joined && /^(?:Zn|Zoon|Zonen|Dochters?|Zus|Co|Söhne|Sons)$/.test(sons.word);
}

/** A name of somebody with what a firm ends with behind it. */
export function afterPerson(
  { text, tokens }: Around,
  at: number,
  taken: (at: number) => boolean,
): FoundFirm | null {
  const first = tokens[at];
  if (first === undefined || !first.capital) return null;
  const form =
    (/^(?:Van|De|Ter|Ten)$/.test(first.word) ? readSurname(tokens, at) : null) ??
    readName(tokens, at);
  if (form === null || form.titled) return null;
  // "Van den Berg Geluid": of a surname without a hyphen nothing goes on.
  const [one, two] = form.words.map((i) => tokens[i]?.word ?? "");
  const longer = form.words[0] !== at && form.words.length === 2 && !first.opens;
  if (longer && SURNAMES.has(one ?? "") && !SURNAMES.has(two ?? "")) {
    for (let i = at; i < form.to; i++) if (taken(i)) return null;
    return { from: at, to: form.to, confidence: 0.75 };
  }
  let to = form.to;
  if (isFamilyFirm(tokens, to)) to += 2;
  else {
    // Of one word it is read elsewhere.
    if (to - at < 3) return null;
    while (to < form.to + MOST_TAILS) {
      const tail = tokens[to];
      if (tail === undefined || !tail.capital || !besides(tail)) break;
      if (!isOrganisationTail(tail.small)) break;
      to++;
    }
  }
  to = legalEnd(text, tokens, to) ?? to;
  if (to === form.to) return null;
  for (let i = at; i < to; i++) if (taken(i)) return null;
  return { from: at, to, confidence: 0.85 };
}

/** Where a surname with "Van" or "De" stands by itself: its words, exclusive of what is behind it; null where none does. */
function particledAt(tokens: readonly Token[], at: number): number | null {
  const first = tokens[at];
  if (first === undefined || !/^(?:Van|De|Ter|Ten)$/.test(first.word)) return null;
  const before = tokens[at - 1];
  if (before !== undefined && /^\.? $/.test(first.gap)) {
    const person = before.initial || isFirstName(before.word) || TITLES.has(before.small);
    if (person || (isRole(before.small) && !before.opens)) return null;
  }
  let i = at + 1;
  while (i < at + 3 && /^(?:den|der|de|het)$/.test(tokens[i]?.word ?? "")) i++;
  for (let k = at + 1; k <= i; k++) {
    const token = tokens[k];
    if (token === undefined || !besides(token)) return null;
  }
  return tokens[i]?.capital ? i + 1 : null;
}

const keyOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ small }) => small)
    .join(" ");

/**
 * Surnames with "Van" or "De" of which the text says, all in all, what is said of firms and not of people, unless somebody is
 * called so in it.
 */
export function particledFirmsIn(around: Around): ReadonlySet<string> {
  const { tokens } = around;
  const weights = new Map<string, { signs: Map<string, number>; weight: number }>();
  const people = new Set<string>();
  for (let i = 0; i < tokens.length; i++) {
    const before = tokens[i - 1];
    const token = tokens[i] as Token;
    // "Harm van Balen", "mevrouw Van Balen": somebody.
    if (/^(?:van|de|ter|ten)$/.test(token.small) && before !== undefined) {
      const somebody =
        before.initial || TITLES.has(before.small) || (before.capital && isFirstName(before.word));
      if (somebody) for (let to = i + 2; to <= i + 4; to++) people.add(keyOf(tokens, i, to));
    }
    const to = particledAt(tokens, i);
    if (to === null) continue;
    const key = keyOf(tokens, i, to);
    const told = weights.get(key) ?? { signs: new Map<string, number>(), weight: 0 };
    weights.set(key, told);
    const after = tokens[to];
    if (after !== undefined && besides(after) && SAYS_SURELY.has(after.small)) told.weight--;
    for (const [sign, weight] of signsAt(around, i, to, () => false)) {
      const times = told.signs.get(sign) ?? 0;
      if (times >= (COMES_BACK.test(sign) ? 2 : 1)) continue;
      told.signs.set(sign, times + 1);
      told.weight += weight;
    }
  }
  const firms = new Set<string>();
  for (const [key, { weight }] of weights) if (weight >= ENOUGH && !people.has(key)) firms.add(key);
  return firms;
}

/** Where such a surname stands. */
export function particledFirmAt({ tokens, particledFirms }: Around, at: number): FoundFirm | null {
  if (particledFirms.size === 0) return null;
  const to = particledAt(tokens, at);
  if (to === null || !particledFirms.has(keyOf(tokens, at, to))) return null;
  // "Van Erp Personenvervoer" is read with all of its words.
  const tail = tokens[to];
  if (tail?.capital && besides(tail) && isOrganisationTail(tail.small)) return null;
  return { from: at, to, confidence: 0.75 };
}
