import type { Around, FoundName } from "./around";
import { isFirstName, isOnlyFirstName } from "./first-names";
import { type NameForm, TITLE_WORD } from "./forms";
import { SURNAMES } from "./surnames";
import { besides, besidesPoint, type Token } from "./tokens";
import { isFunctionWord, isNoName, PARTICLES } from "./words";

/** First names that are words when they stand in small letters. */
const WORDS_IN_SMALL: ReadonlySet<string> = new Set(
  `
  lex nader roman romano storm cliff fop ot dees gracia liv mignon janus
  ada adem al alma amber angel ans april arend asma aurora bas beau bella ben bep berber bert bets bo bob bote
  brecht can cas charlie chelsea cor dahlia dani demi dennie dick dien dik dina door dora dot edgar ella els
  emir engel enzo eren erica erna ernst fender ferry filou fleur florence frank funs george ger glenn grace
  greet guus haben hala han har hilde hille hind hub huub ian ida ina iris isis jade jans jasmijn jay jean jelly
  jet jo job jolie jordan jos joy julie jurgen kaan keet kiki kim koos lana leen lev lia lies liet lieve linde
  linn lloyd lode lotje lou luc maan maas madelief margriet marina mark mart mats max maya mees mei merel meta
  mia mien mies milan milton mina ming minne mo moos musa nel nine noor nova ola ole olle orlando otto oya paris
  paulus peet percy pier pietje pim puck rama reem regina rein rie rien riet rita rob robin roemer romana romeo
  roos rosa roy ruby saar said sam senna sep sien sil sina sjaak sky stanley stein stella sterre storm sultan
  taco teddy thé tiny ton toon tran trees trui uwe valentijn vera victoria viola ward warda wei wen wiel wil
  winston yang
`
    .trim()
    .split(/\s+/),
);

/** Whether a word is a name even without its capital. */
export const isNameInSmall = (small: string): boolean =>
  small.length > 2 &&
  !WORDS_IN_SMALL.has(small) &&
  !isFunctionWord(small) &&
  isOnlyFirstName(withCapital(small));

/** What somebody is spoken to with, in a mail or a chat. */
export const isGreeting = (small: string): boolean => GREETS.test(small);

const GREETS = /^(?:hoi|hallo|beste|dag|hey|hee|ha|lieve|groet|groeten|groetjes|gr|mvg|liefs)$/;
const TITLES_SMALL = /^(?:mw|mevr|mevrouw|meneer|dhr|hr|juf|meester|fam|familie)$/;

/** Behind who somebody is these are words: "mijn dochter wil", "oma kan". */
const NEVER_IN_SMALL =
  /^(?:wil|door|dik|eren|can|kan|dien|an|al|has|em|bij|ton|ernst|lies|maan|ole|ward|wen|rie|sep|pier|nova|luc|funs|door|min|mag|em|han|haben|hub|jelly|jet|job|jolie|max|mia|erna|minne|moos|nine|paris|puck|sky|stella|sultan|taco|teddy|tiny|toon|trees|trui|vera|yang|bo|bob)$/;
const OWN = /^(?:mijn|m'n|onze|zijn|haar|hun|z'n|d'r|ons|de|ene)$/;
const RELATED =
  /^(?:zoon|zoontje|dochter|dochtertje|kind|broer|broertje|zus|zusje|man|vrouw|kleinzoon|kleindochter|neefje|nichtje|begeleider|begeleidster|chauffeur|juf|meester|leerkracht|mentor|hulp|buurvrouw|buurman|vriend|vriendin|collega|coach)$/;
const ELDERS = /^(?:oma|opa|tante|oom|ome|juf|meester|papa|mama)$/;
const PARTICLE_WORDS = /^(?:van|de|den|der|ten|ter|te|el|al|ben)$/;

const withCapital = (small: string): string =>
  small.replace(/^\p{Ll}|-\p{Ll}/gu, (letter) => letter.toUpperCase());

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
    if (form.words.length + form.initials < 2) continue;
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
      initialledAt(tokens, i, surnames) ??
      surnameAt(tokens, i, surnames) ??
      firstAt(around, i, known, surnames);
    if (name === null || taken(name.to - 1)) continue;
    names.push(name);
    i = name.to - 1;
  }
  return names;
}

/** How large a family is, and no name of one. */
const SIZES = /^(?:groot|klein|jong|lang)$/;

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
  if (!isSurname(token.small, known) || (i === at + 1 && SIZES.test(token.small))) return null;
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
  { text, tokens }: Around,
  at: number,
  known: ReadonlySet<string>,
  surnames: ReadonlySet<string>,
): FoundName | null {
  const token = tokens[at];
  if (token === undefined || token.word !== token.small || token.small.length < 3) return null;
  // "inzake", and not "Inza" made small.
  if (isFunctionWord(token.small) && token.small.length > 4) return null;
  const first = isFirstName(withCapital(token.small));
  if (!first && !known.has(token.small)) return null;
  const before = tokens[at - 1];
  // "2 jan".
  if (before !== undefined && /^\d{1,2}$/.test(before.word) && besides(token)) return null;
  // "puck (8 jaar)".
  const aged = first && /^ \(\d{1,2} jaar\)/.test(text.slice(token.end, token.end + 10));
  const greeted =
    aged ||
    (before !== undefined &&
      ((GREETS.test(before.small) && /^,?\s$/.test(token.gap)) || isRelatedBefore(tokens, at)));
  const name = first && (greeted || isOnlyFirstName(withCapital(token.small)));
  const word = WORDS_IN_SMALL.has(token.small) && !isJoinedInSmall(tokens, at);
  const again = known.has(token.small) && token.small.length > 4 && !word && !isNoName(token.word);
  if (!(name && (greeted || !word)) && !again) return null;
  if (/[/@.]$/.test(token.gap)) return null;
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

/** "mijn dochter noor", "oma riet": who it is stands before it. */
function isRelatedBefore(tokens: readonly Token[], at: number): boolean {
  const [owner, before, token] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  if (before === undefined || token === undefined || !besides(token)) return false;
  if (NEVER_IN_SMALL.test(token.small)) return false;
  if (ELDERS.test(before.small)) return true;
  return RELATED.test(before.small) && (OWN.test(owner?.small ?? "") || before.opens);
}

/** "milan en sofie": beside a first name that is no word. */
function isJoinedInSmall(tokens: readonly Token[], at: number): boolean {
  const [and, name] = [tokens[at + 1], tokens[at + 2]];
  if (and?.small !== "en" || name === undefined || !besides(and) || !besides(name)) return false;
  if (NEVER_IN_SMALL.test(tokens[at]?.small ?? "") || name.word !== name.small) return false;
  return isNameInSmall(name.small) && name.small.length > 3;
}

/** "m. de graaf": an initial and a surname, all in small letters. */
function initialledAt(
  tokens: readonly Token[],
  at: number,
  known: ReadonlySet<string>,
): FoundName | null {
  const initial = tokens[at];
  if (initial === undefined || !/^[a-z]$/.test(initial.word) || tokens[at + 1]?.gap !== ". ")
    return null;
  let i = at + 1;
  while (i < at + 4 && PARTICLE_WORDS.test(tokens[i]?.small ?? "")) i++;
  const token = tokens[i];
  if (token === undefined || token.word !== token.small || !isSurname(token.small, known))
    return null;
  if (i > at + 1 && !besides(token)) return null;
  // "a. de" and "b. kok" are items of a list.
  if (initial.opens || (i === at + 1 && token.small.length < 4)) return null;
  return asName(at, i + 1, [i], at + 1, 0.75);
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
