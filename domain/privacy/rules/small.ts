import type { Around, FoundName } from "./around";
import { isOnlyFirstName } from "./first-names";
import { type NameForm, TITLE_WORD } from "./forms";

import { SURNAMES } from "./surnames";
import { besides, besidesPoint, type Token } from "./tokens";
import { isNoName, PARTICLES } from "./words";

/** First names that are words when they stand in small letters. */
const WORDS_IN_SMALL = new Set(
  `koos leen rein engel sultan alma can charlie jordan george bob sam sterre bert job joy sky april stella victoria regina aurora
  jet pim puck kiki dora moos otto dot lia kim els ans rob bep sien jans stein brecht mees beau dani storm roos linde lotte
  viola fleur bas mart max mark merel iris jade noor saar wil wen ward ton maan maas mei ruby rosa robin nova erica amber
  bets vera door lies lieve jolie hilde cor guus dick mies mia ella ada ida eva ina lena nel riet toon wim rie piet jan kees
  klaas jaap coen gerrit marcel marco manuel orlando milton florence paris chelsea jasmijn madelief margriet dahlia angel
  jo bo mo al ali tim tom ben bram daan sven nils finn luc huub jos ger hub jurgen rita maria lou roy ruben romeo stanley
  lloyd percy edgar sharon steven kevin glenn winston dennie sara hassan omar said musa karim rik frits pieter`
    .trim()
    .split(/\s+/),
);
/** Of those the ones that are only a name all the same. */
const NAMES_IN_SMALL = new Set(
  `jan kees piet klaas jaap gerrit coen wim marcel marco manuel tim tom bram daan sven nils finn ruben kevin steven sharon
  hassan omar karim rik frits pieter lotte maria eva lena sara ali`
    .trim()
    .split(/\s+/),
);

/** Whether a word is a name even without its capital. */
export const isNameInSmall = (small: string): boolean =>
  small.length > 2 &&
  (!WORDS_IN_SMALL.has(small) || NAMES_IN_SMALL.has(small)) &&
  isOnlyFirstName(withCapital(small));

const GREETS = /^(?:hoi|hallo|beste|dag|hey|hee|ha|lieve|groet|groeten|groetjes|gr|mvg|liefs)$/;
/** As they write who know each other: only in such a text a name may do without its capital. */
const TITLES_SMALL = /^(?:mw|mevr|mevrouw|meneer|dhr|juf|meester|fam|familie)$/;
const PARTICLE_WORDS = /^(?:van|de|den|der|ten|ter|te|el|al|ben)$/;

const withCapital = (small: string): string => small.slice(0, 1).toUpperCase() + small.slice(1);

/**
 * Names typed in small letters: first names that are nothing else, those that the text has with a capital too, and
 * what stands behind "mw" or a greeting.
 * @param taken places in the row of words that lie in a find already.
 */
export function smallNamesIn(
  around: Around,
  found: readonly FoundName[],
  taken: (at: number) => boolean,
): FoundName[] {
  const { tokens } = around;
  const known = new Set<string>();
  const surnames = new Set<string>();
  for (const { form } of found) {
    // Of one word it may be chance.
    if (form.words.length < 2) continue;
    for (const i of form.words) {
      const word = tokens[i]?.small ?? "";
      if (form.surname !== null && i >= form.surname) surnames.add(word);
      else known.add(word);
    }
  }
  const names: FoundName[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (taken(i)) continue;
    const name =
      titledAt(tokens, i, surnames) ??
      surnameAt(tokens, i, surnames) ??
      firstAt(tokens, i, known, surnames);
    if (name === null || taken(name.to - 1)) continue;
    names.push(name);
    i = name.to - 1;
  }
  return names;
}

const isSurname = (small: string, known: ReadonlySet<string>): boolean =>
  SURNAMES.has(withCapital(small)) || known.has(small);

/** "mw jansen", "mevrouw de groot". */
function titledAt(
  tokens: readonly Token[],
  at: number,
  known: ReadonlySet<string>,
): FoundName | null {
  const title = tokens[at];
  if (title === undefined || !TITLES_SMALL.test(title.small)) return null;
  const inside = TITLE_WORD.test(title.small);
  let i = at + 1;
  while (i < at + 4 && PARTICLE_WORDS.test(tokens[i]?.small ?? "") && besides(tokens[i] as Token))
    i++;
  const token = tokens[i];
  if (token === undefined || token.word !== token.small) return null;
  if (!(i === at + 1 ? besidesPoint(token) : besides(token))) return null;
  if (!isSurname(token.small, known)) return null;
  // "meneer koning" is one, "mevrouw de koning" may be a queen: a particle wants a plain surname.
  return asName(inside ? at : at + 1, i + 1, [i], at + 1, 0.8);
}

/** "van wijk", which the text has as "Van Wijk". */
function surnameAt(
  tokens: readonly Token[],
  at: number,
  known: ReadonlySet<string>,
): FoundName | null {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first === undefined || second === undefined) return null;
  if (!/^(?:van|de|ter|ten)$/.test(first.word) || second.word !== second.small) return null;
  const van = first.small === "van";
  if (!van || !besides(second) || !known.has(second.small)) return null;
  return asName(at, at + 2, [at + 1], at, 0.7);
}

/** "ik vraag het ingrid", "hoi bart". */
function firstAt(
  tokens: readonly Token[],
  at: number,
  known: ReadonlySet<string>,
  surnames: ReadonlySet<string>,
): FoundName | null {
  const token = tokens[at];
  if (token === undefined || token.word !== token.small || token.small.length < 3) return null;
  const before = tokens[at - 1];
  const greeted = before !== undefined && GREETS.test(before.small) && /^,?\s$/.test(token.gap);
  const name = isOnlyFirstName(withCapital(token.small));
  const word = WORDS_IN_SMALL.has(token.small) && !NAMES_IN_SMALL.has(token.small);
  const again = known.has(token.small) && token.small.length > 4 && !word && !isNoName(token.word);
  if (!(name && (greeted || !word)) && !again) return null;
  if (token.gap.endsWith("/") || token.gap.endsWith("@") || token.gap.endsWith(".")) return null;
  let to = at + 1;
  const next = tokens[to];
  const last = next !== undefined && PARTICLES.has(next.small) ? tokens[to + 1] : next;
  if (
    next !== undefined &&
    last !== undefined &&
    besides(next) &&
    besides(last) &&
    last.word === last.small &&
    isSurname(last.small, surnames) &&
    !/^(?:de|het|een)$/.test(next.small)
  )
    to = last === next ? to + 1 : to + 2;
  return asName(at, to, [at], to > at + 1 ? at + 1 : null, again || greeted ? 0.8 : 0.7);
}

function asName(
  from: number,
  to: number,
  words: number[],
  surname: number | null,
  confidence: number,
): FoundName {
  const form: NameForm = { from, to, titled: false, initials: 0, words, surname };
  return { from, to, form, confidence };
}
