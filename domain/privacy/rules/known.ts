import type { Around, FoundName } from "./around";
import { isFirstName } from "./first-names";
import { isCompoundAt, type NameForm } from "./forms";
import { besides, type Token } from "./tokens";
import {
  BEFORE_THING,
  isFunctionWord,
  isNoName,
  ORGANISATION_HEADS,
  ORGANISATION_TAILS,
  PARTICLES,
  SAYS,
} from "./words";

/** How sure a name must be before its parts are looked for elsewhere. */
const SURE = 0.75;

/**
 * The later single uses of names that were found: a surname with what belongs before it, or a first name.
 * @param taken places in the row of words that lie in a find already.
 */
export function usesOfKnown(
  around: Around,
  found: readonly FoundName[],
  taken: (at: number) => boolean,
): FoundName[] {
  const { tokens } = around;
  const people = partsOf(tokens, found);
  const uses: FoundName[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || taken(i)) continue;
    const known = partAt(around, people, i);
    if (known === null || taken(known.to - 1)) continue;
    uses.push(known);
    i = known.to - 1;
  }
  return uses;
}

interface People {
  /** Surnames in small letters, with their particles: "van der berg". */
  surnames: Set<string>;
  firsts: Set<string>;
}

function partsOf(tokens: readonly Token[], found: readonly FoundName[]): People {
  const people: People = { surnames: new Set(), firsts: new Set() };
  for (const { form, confidence } of found) {
    if (confidence < SURE) continue;
    const words = form.words.map((i) => tokens[i] as Token);
    if (form.surname !== null) {
      const surname = tokens
        .slice(form.surname, form.to)
        .map(({ small }) => small)
        .join(" ");
      people.surnames.add(surname);
      people.surnames.add(surname.replace(/^fan /, "van "));
      // "El Idrissi" is "Idrissi" too.
      people.surnames.add(surname.replace(/^(?:el|al|ait|ould) /, ""));
      // "Bakker-El Amrani": either half is used alone.
      const last = words.at(-1)?.word ?? "";
      for (const half of words.length > 0 ? halvesOf(words.map(({ word }) => word)) : [])
        if (half !== last) {
          people.surnames.add(half.toLowerCase());
          people.surnames.add(surname.replace(last.toLowerCase(), half.toLowerCase()));
        }
    }
    const first = words[0];
    const given = first !== undefined && form.initials === 0 && form.words[0] !== form.surname;
    const alone = words.length === 1 && form.words[0] === form.from && form.surname === null;
    if (first !== undefined && given && (words.length > 1 || isFirstName(first.word) || alone)) {
      people.firsts.add(first.word);
    }
  }
  return people;
}

/** The halves with a capital of a surname of two, long enough to be told from a word. */
const halvesOf = (words: readonly string[]): string[] =>
  words
    .filter((word) => /\p{L}-\p{Lu}/u.test(word) && !isFirstName(word))
    .flatMap((word) => word.split("-"))
    .filter((half) => half.length > 3 && /^\p{Lu}\p{Ll}/u.test(half));

const MOST_PARTICLES = 3;

function partAt(around: Around, people: People, at: number): FoundName | null {
  const { tokens } = around;
  const token = tokens[at] as Token;
  if (!token.capital && !PARTICLES.has(token.small)) return null;
  const before = tokens[at - 1];
  const beside = before !== undefined && besides(token);
  if (beside && (BEFORE_THING.has(before.small) || ORGANISATION_HEADS.has(before.small)))
    return null;
  // "Van der Berg", "van der Berg", "Oude Nijhuis".
  if (PARTICLES.has(token.small) || isCompoundAt(tokens, at)) {
    let key = token.small;
    for (let i = at + 1; i <= at + MOST_PARTICLES; i++) {
      const next = tokens[i];
      if (next === undefined || !besides(next)) return null;
      key += ` ${next.small}`;
      if (next.capital && people.surnames.has(key)) return asName(around, at, i + 1, at, 0.9);
      const genitive = next.capital && key.endsWith("s") && people.surnames.has(key.slice(0, -1));
      if (genitive) return { ...asName(around, at, i + 1, at, 0.9), genitive: 1 };
      if (!PARTICLES.has(next.small) && !isCompoundAt(tokens, i)) return null;
    }
    return null;
  }
  const bare = /['’]s$/.test(token.word) ? token.word.slice(0, -2) : token.word;
  const isKnown = (word: string): boolean =>
    people.firsts.has(word) || people.surnames.has(word.toLowerCase());
  // "Ramdins voorstel": the same with the "s" of what is theirs.
  const genitive = !isKnown(bare) && bare.endsWith("s") && isKnown(bare.slice(0, -1));
  const possessive = genitive ? bare.slice(0, -1) : bare;
  const first = people.firsts.has(possessive);
  const surname = people.surnames.has(possessive.toLowerCase());
  if (!first && !surname) return null;
  if (isFunctionWord(token.word)) return null;
  const after = tokens[at + 1];
  const follows = after !== undefined && besides(after);
  // "Bos Vervoer" is a firm, "Sint Jan" a church.
  if (follows && after.capital && ORGANISATION_TAILS.has(after.small)) return null;
  if (after?.gap === " & " && after.capital) return null;
  if (token.opens && around.ordinary.has(token.small)) {
    const colon = around.text[token.end] === ":";
    if (!colon && !(follows && SAYS.has(after.small))) return null;
  }
  // "Gijsbert Nagtegaal" where "G. Nagtegaal" signs: the whole name.
  const given =
    beside &&
    surname &&
    before.capital &&
    !isNoName(before.word) &&
    !around.ordinary.has(before.small);
  // "Zhang Wei" again: both words of it.
  let to = at + 1;
  while (to < at + 3 && !genitive) {
    const next = tokens[to];
    if (next === undefined || !besides(next) || !next.capital || !isKnown(next.word)) break;
    to++;
  }
  const use = asName(around, given ? at - 1 : at, to, first ? null : at, given ? 0.85 : 0.9);
  return genitive ? { ...use, genitive: 1 } : use;
}

function asName(
  around: Around,
  from: number,
  to: number,
  surname: number | null,
  confidence: number,
): FoundName {
  const words: number[] = [];
  for (let i = from; i < to; i++)
    if (around.tokens[i]?.capital && !PARTICLES.has(around.tokens[i]?.small ?? "")) words.push(i);
  const form: NameForm = { from, to, titled: false, initials: 0, words, surname };
  return { from, to, form, confidence };
}
