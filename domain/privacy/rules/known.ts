import type { Around, FoundName } from "./around";
import { isCalledAfter, isPlaceName } from "./called-after";
import { isFamilyFirm } from "./firms-after-people";
import { isFirstName, isOnlyFirstName } from "./first-names";
import { isCompoundAt, type NameForm } from "./forms";
import {
  isAmongKinds,
  isBesideKind,
  isDoneBySomebody,
  isJoinedToThing,
  isKind,
  isPredicate,
  isTurnedRound,
} from "./kinds-of";
import { SURNAMES } from "./surnames";
import { besides, type Token } from "./tokens";
import {
  BEFORE_THING,
  isFunctionWord,
  isNoName,
  isOrganisationHead,
  isOrganisationTail,
  isStreet,
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

/** Fewest letters of a first name that was made short. */
const SHORTEST = 3;

/** "Fred" where "Frederik" was named. */
function isShort({ ordinary }: Around, people: People, { word, small, capital }: Token): boolean {
  if (!capital || word.length < SHORTEST || ordinary.has(small) || isNoName(word)) return false;
  return people.starts.has(word);
}

/** Parts of the names that a text has. */
export interface People {
  /** Surnames in small letters, with their particles: "van der berg". */
  surnames: Set<string>;
  firsts: Set<string>;
  /** The beginnings of those, by which somebody may be called. */
  starts: Set<string>;
}

/** The parts of names by which somebody may be called again. */
export function partsOf(tokens: readonly Token[], found: readonly FoundName[]): People {
  const people: People = { surnames: new Set(), firsts: new Set(), starts: new Set() };
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
    if (form.turned && form.surname === null) {
      const last = tokens.slice(form.from, form.words[0]).map(({ small }) => small);
      people.surnames.add(last.join(" "));
    }
    // "B.J. (Bert) Algra" is "Bert" too.
    for (let i = form.from + 1; i < form.to; i++) {
      const called = tokens[i];
      if (called?.capital && /\($/.test(called.gap) && !form.words.includes(i))
        people.firsts.add(called.word);
    }
    // "Ignacio Pereira Santos" is "Pereira" too.
    for (const { word, small } of words.slice(1, -1))
      if (word.length > 3 && !isFirstName(word) && !isNoName(word)) people.surnames.add(small);
    const first = words[0];
    const given = first !== undefined && form.initials === 0 && form.words[0] !== form.surname;
    const alone = words.length === 1 && form.words[0] === form.from && form.surname === null;
    // "Kuiper" by itself: a surname, so that "de Kuiper" is what somebody does.
    const surnamed =
      first !== undefined &&
      !isFirstName(first.word) &&
      (SURNAMES.has(first.word) || isKind(first.small));
    if (alone && surnamed) people.surnames.add(first.small);
    else if (
      first !== undefined &&
      given &&
      (words.length > 1 || isFirstName(first.word) || alone)
    ) {
      people.firsts.add(first.word);
      for (let length = SHORTEST; length < Math.min(first.word.length - 2, 8); length++)
        people.starts.add(first.word.slice(0, length));
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

/** "TER VELDE", "FOKKE", where the name stands elsewhere as names are written. */
const isInCapitals = ({ word }: Token): boolean => /^\p{Lu}{3,20}$/u.test(word);

/** What a thing does only with an article before it: "Bakker was trainer", "de bakker was dicht". */
const DOES =
  /^(?:was|is|heeft|had|krijgt|kreeg|kwam|ging|werd|zal|zou|moet|kan|mag|lacht|zoekt|regelt|zorgt|kijkt|werkt|doet|laat|weet|ziet|leest|schrijft|schreef|houdt|stopt|start|bespreekt|\p{Ll}{3,12}eert)$/u;

const MOST_PARTICLES = 3;

function partAt(around: Around, people: People, at: number): FoundName | null {
  const { tokens } = around;
  const token = tokens[at] as Token;
  if (!token.capital && !PARTICLES.has(token.small)) return null;
  const before = tokens[at - 1];
  const beside = before !== undefined && besides(token);
  if (beside && (BEFORE_THING.has(before.small) || isOrganisationHead(before.small))) return null;
  // "Van der Berg", "van der Berg", "Oude Nijhuis".
  if (PARTICLES.has(token.small) || isCompoundAt(tokens, at)) {
    // "gemaal Johan de Witt", where an M. de Witt was named.
    if (beside && before.capital && isFirstName(before.word)) return null;
    let key = token.small;
    for (let i = at + 1; i <= at + MOST_PARTICLES; i++) {
      const next = tokens[i];
      if (next === undefined || !besides(next)) return null;
      key += ` ${next.small}`;
      // "Van Dijk en Zn.", where somebody is called so as well.
      if (isFamilyFirm(tokens, i + 1)) return null;
      const named = next.capital || (key.length > 6 && isInCapitals(next));
      if (named && people.surnames.has(key)) return asName(around, at, i + 1, at, 0.9);
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
  // "Bakkers werken 's nachts": what several are.
  const next = tokens[at + 1];
  const plural = next !== undefined && besides(next) && SEVERAL.test(next.small);
  if (genitive && (plural || (token.opens && isKind(possessive.toLowerCase())))) return null;
  const short = !isKnown(possessive) && isShort(around, people, token);
  const first = people.firsts.has(possessive) || short;
  const surname = people.surnames.has(possessive.toLowerCase());
  if (!first && !surname) return null;
  if (isFunctionWord(token.word)) return null;
  const after = tokens[at + 1];
  const follows = after !== undefined && besides(after);
  // "Jan Thiesweg".
  if (first && follows && isStreet(after.word)) return null;
  // "het Jan Blankenviaduct".
  if (first && follows && after.capital && isPlaceName(after.small, { words: [at, at + 1] }))
    return null;
  // "Bos Vervoer", "Bos Jeugdrecht Advocaten" is a firm, "Sint Jan" a church.
  if (follows && isFirmFrom(tokens, at + 1)) return null;
  if (after?.gap === " & " && after.capital) return null;
  // "de Kievit", where "Leen Kievit" was named.
  const article = beside && /^(?:de|het|een|geen|die|deze|dat)$/.test(before.small);
  if (article && !first && !people.surnames.has(`${before.small} ${token.small}`)) return null;
  // "Mosterd na de maaltijd", "Smid naast de kerk: een halte".
  if (token.opens && !first && follows && /^(?:na|naast|op|in|tegenover|bij|met)$/.test(after.word))
    return null;
  // "een Jasmijn": a plant.
  const counted = beside && /^(?:een|de|het|geen|deze)$/.test(before.small);
  if (counted && first && isFirstName(token.word) && !isOnlyFirstName(token.word)) return null;
  if (isAmongKinds(tokens, at)) return null;
  if (!first && (isPredicate(tokens, at) || isJoinedToThing(tokens, at))) return null;
  if (!first && isBesideKind(tokens, at, isKnown)) return null;
  const verb = follows ? after.small : "";
  const acts = (SAYS.has(verb) || DOES.test(verb)) && !isTurnedRound(tokens, at + 1);
  // "Hulst groeit daar ook": a kind, where somebody is called Hulst.
  const kind =
    isKind(token.small) && follows && !after.capital && !/^(?:en|of|\/)$/.test(after.small);
  if (token.opens && (around.ordinary.has(token.small) || kind)) {
    const colon = around.text[token.end] === ":";
    if (!colon && !acts && !(kind && isDoneBySomebody(verb))) return null;
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
  // "Fiene Averink" where "Fiene" stood alone before: with the surname.
  const longer = first && !genitive && bare === token.word ? withSurname(around, at) : null;
  if (longer !== null && longer > to) {
    return asName(around, at, longer, at + 1, 0.85);
  }
  while (to < at + 3 && !genitive) {
    const next = tokens[to];
    if (next === undefined || !besides(next) || !next.capital || !isKnown(next.word)) break;
    to++;
  }
  const use = asName(around, given ? at - 1 : at, to, first ? null : at, given ? 0.85 : 0.9);
  return genitive ? { ...use, genitive: 1 } : use;
}

/** What "Ooievaars" do, and nothing that is theirs. */
const SEVERAL =
  /^(?:zijn|waren|hebben|hadden|worden|werden|mogen|moeten|kunnen|willen|zullen|staan|en|of|horen|komen|gaan)$/;

/** Most words of a firm behind the name of who began it. */
const MOST_OF_FIRM = 3;

/** Whether words with a capital from `at` end as the name of a firm does. */
function isFirmFrom(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < at + MOST_OF_FIRM; i++) {
    const token = tokens[i];
    if (token === undefined || !token.capital || !besides(token)) return false;
    if (isOrganisationTail(token.small)) return true;
  }
  return false;
}

/** Where a surname ends that stands right behind a first name: "ter Haar", "Averink". */
function withSurname({ tokens, ordinary }: Around, at: number): number | null {
  let i = at + 1;
  while (i < at + 4 && besidesAt(tokens, i) && PARTICLES.has(tokens[i]?.word ?? "")) i++;
  const last = tokens[i];
  if (last === undefined || !besidesAt(tokens, i) || !last.capital) return null;
  if (isNoName(last.word) || ordinary.has(last.small) || isOrganisationTail(last.small))
    return null;
  // "Fatma van Zorggroep …": where somebody works.
  if (i > at + 1 && i < at + 3 && tokens[at + 1]?.small === "van") return null;
  if (isOrganisationHead(last.small) || isStreet(last.word)) return null;
  if (isCalledAfter(last.small)) return null;
  const next = tokens[i + 1];
  return next?.capital && besides(next) ? null : i + 1;
}

const besidesAt = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return token !== undefined && besides(token);
};

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
