import { isFirstName, isOnlyFirstName } from "./first-names";
import { SURNAMES } from "./surnames";
import { besides, besidesPoint, type Token } from "./tokens";
import {
  BEFORE_FIELD,
  BEFORE_PARTICLE,
  isFieldWord,
  isFunctionWord,
  isNoName,
  isOrganisationHead,
  isPublicBody,
  isRole,
  isStreet,
  PARTICLES,
  TITLES,
} from "./words";

/** Words in a row that have the form of a name; whether they are one, what stands around them says. */
export interface NameForm {
  /** Places in the row of words, `to` exclusive. */
  from: number;
  to: number;
  /** With "mevrouw", "de heer", "drs." before it, which belongs to it. */
  titled: boolean;
  initials: number;
  /** Places of the words with a capital: first names and surnames. */
  words: number[];
  /** "Bakker, Lieke": `words` has the first name first. */
  turned?: true;
  /** Place where the surname begins, what stands before it ("van der") included; null for one word that can be either. */
  surname: number | null;
}

/** A title that belongs to the name it stands before. */
export const TITLE_WORD = /^(?:mw|mevr|mevrouw|meneer|mijnheer|dhr|hr)$/;

const WORKPLACE =
  /(?:school|college|lyceum|team|jeugd|zorg|onderwijs|welzijn|wonen|werk|inkoop|beleid|financiën|communicatie|dienst|raad|gemeente|stichting)$/;
/** "Mevrouw de Voorzitter" is nobody by name. */
const OFFICE =
  /^(?:voorzitter|wethouder|burgemeester|secretaris|directeur|griffier|minister|notaris|rechter|professor|dokter)$/;
/** Behind "van het" in a surname: "Karin van het Hof". */
const NEUTER_SURNAME =
  /^(?:hof|hoff|hek|hekke|veld|veer|kaar|reve|bolscher|nederend|schip|zelfde|erve|loo|meer|goor|groenewoud|hul|kruis|hart|zand|wout|riet|lam|padje)$/;
const MOST_WORDS = 5;
const MOST_PARTICLES = 4;

/**
 * Reads a name that begins at `at`; null when none does.
 * @param bare may begin with "De" or "Van".
 * @param item where people are listed, so that "J. Eising" is somebody and no chapter.
 */
export function readName(
  tokens: readonly Token[],
  at: number,
  bare = false,
  item = false,
): NameForm | null {
  let i = afterTitles(tokens, at);
  const titled = i > at;
  let initials = 0;
  while (tokens[i]?.initial && (i === at || joins(tokens, i)) && initials < 6) {
    initials++;
    i++;
    // "M. en D. Koster": two who share a surname.
    if (/^(?:en|&)$/.test(tokens[i]?.small ?? "") && tokens[i + 1]?.initial) i++;
  }
  if (initials > 0 && isCalled(tokens, i)) i++;
  const words: number[] = [];
  let surname: number | null = null;
  while (words.length < MOST_WORDS) {
    const p = afterParticles(tokens, i, {
      capital: titled || initials > 0 || (bare && words.length === 0) || knownFirst(tokens, words),
    });
    const token = tokens[p];
    if (token === undefined) break;
    // "meneer Ploeg uit de Begoniahof": behind a surname it says where somebody is from.
    const plain = tokens[i]?.small === "uit" && isSurnameOnly(tokens[words[0] ?? -1]?.word ?? "");
    const called = words.length > 1 || (words.length === 1 && (titled || plain));
    if (called && p > i && BEFORE_PARTICLE.has(tokens[i]?.small ?? "")) break;
    if (words.length === 0 && initials > 0 && isLetterOf(tokens, at, i)) return null;
    const bracketed = i > at && isBracketed(tokens, i - 1);
    if (i > at && !bracketed && !joins(tokens, i)) break;
    if (p > i && !joins(tokens, p)) break;
    const first = words.length === 0;
    if (first && p > i && !titled && initials === 0 && !bare) break;
    if (!first && token.initial && p === i) {
      i++;
      continue;
    }
    const trusted = first
      ? titled || p > i || initials > 1 || (initials === 1 && (item || !tokens[at]?.opens))
      : knownFirst(tokens, words) || (words.length === 1 && titled);
    // "Lidy van O.", who is meant to be half known, and "Lotte van den broek:", typed in a hurry.
    const half = token.initial && p > i;
    const hurried = p - i > 1 && token.word === token.small && tokens[p + 1]?.gap.startsWith(":");
    if ((half || hurried) && knownFirst(tokens, words)) {
      surname = i;
      words.push(p);
      i = p + 1;
      break;
    }
    const shouted = titled && first && /^\p{Lu}{3,20}$/u.test(token.word);
    // "S. de Laat", "J. Oude Nijhuis": whatever the word is elsewhere.
    const led = p === i + 1 && /^(?:ter|ten)$/.test(tokens[i]?.word ?? "") && !first;
    // "Piet van der Meer", "mevrouw Van der Meer".
    const several = p > i + 1 && (!first || titled || bare);
    const sure = token.capital && p > i && (initials > 0 || led || several);
    const compound = token.capital && isCompoundAt(tokens, p) && (initials > 0 || titled || !first);
    if (compound) {
      if (surname === null) surname = i;
      words.push(p);
      i = p + 1;
      continue;
    }
    // "dat is Wil Kemps": a word that is a first name, with a surname behind it.
    const behind = tokens[p + 1];
    const given =
      first &&
      !token.opens &&
      isFirstName(token.word) &&
      behind?.capital === true &&
      besides(behind) &&
      !isNoName(behind.word);
    if (given) {
      words.push(p);
      i = p + 1;
      continue;
    }
    if (
      (!(token.capital || shouted) && !sure) ||
      (!sure &&
        (trusted
          ? isFunctionWord(token.word) && !isGivenToo(tokens, p)
          : isNoName(token.word) && !isLedName(tokens, at, p)))
    )
      break;
    if (first && titled && OFFICE.test(token.small)) break;
    // "Familie Brouwer van de Vondelstraat", "mevrouw Bos uit het Lindenplein".
    const surnamed = titled || isSurnameOnly(tokens[words[0] ?? -1]?.word ?? "");
    const told = surnamed || isRole(tokens[at - 1]?.small ?? "");
    if (!first && p > i + 1 && isStreet(token.word) && told) break;
    const lane = !first && knownFirst(tokens, words) && !isLedByPlace(tokens, at);
    if (
      isStreet(token.word) &&
      !(first && titled) &&
      !(lane && (isLaneName(token.small) || isToldBehind(tokens, p)))
    )
      return null;
    // "Bakker", "Boer" are surnames as well.
    const calling = isRole(token.small) && !SURNAMES.has(token.word);
    if (first && !titled && initials === 0 && calling) break;
    // "Daantje van de Mgr. Nolensstraat": where somebody lives.
    if (!first && isDignity(token, tokens[p + 1])) break;
    // "Sven van het Veencollege", "Ingrid van Jeugd": where somebody works.
    if (!first && p > i && (WORKPLACE.test(token.small) || isOrganisationHead(token.small))) break;
    // "mevrouw Ottens van het Veen Ziekenhuis": where she works.
    const from = tokens[i + 1]?.small;
    if (titled && words.length === 1 && tokens[i]?.small === "van" && p > i && from === "het")
      break;
    // "schrijft Lonneke het Programma", "Verklaring Omtrent het Gedrag": not of a name.
    const neuter = !first && p === i + 1 && tokens[i]?.small === "het";
    if (neuter && (isNoName(token.word) || !knownFirst(tokens, words))) break;
    // "Trijntje van het Hertenkamp": where somebody lives.
    const house = p === i + 2 && tokens[i]?.small === "van" && tokens[i + 1]?.small === "het";
    if (house && !first && initials === 0 && !NEUTER_SURNAME.test(token.small)) break;
    // "mevrouw in de Roosstraat": where somebody lives.
    if (first && p > i && isStreet(token.word) && BEFORE_PARTICLE.has(tokens[i]?.small ?? ""))
      return null;
    // "Kees-Jan Overgaauw van Vervoersregio": behind a whole name "van" says of what.
    const whole = words.length > 1 || (words.length === 1 && initials > 0);
    if (whole && p > i && tokens[i]?.small === "van" && !knownFirst(tokens, words)) break;
    if (p > i && surname === null && tokens[i]?.word !== "A") surname = i;
    words.push(p);
    i = p + 1;
    // "Johannes (Hans) de Wit".
    if (first && isCalled(tokens, i) && knownFirst(tokens, words)) i++;
    // "mevrouw Bos van Heerenveen": a surname and a place.
    const goesOn = tokens[i]?.capital || tokens[i]?.word === "A";
    if (titled && words.length === 1 && isSurnameOnly(token.word) && !goesOn) break;
  }
  const [one] = words;
  if (one === undefined) return null;
  // "Wevera B.V."
  if (/^[BN]$/.test(tokens[i - 2]?.word ?? "") && isLegalEnd(tokens, i - 1)) return null;
  // "Samira B:": half of who it is.
  const letter = tokens[i];
  const alone = letter !== undefined && /^\p{Lu}$/u.test(letter.word) && besides(letter);
  if (alone && words.length === 1 && knownFirst(tokens, words) && !isOneOfLetters(tokens, i)) i++;
  const behind = tokens[i];
  if (
    behind !== undefined &&
    words.length + initials > 1 &&
    /^(?:jr|sr|junior|senior)$/.test(behind.small)
  )
    if (joins(tokens, i)) i++;
  if (surname === null) {
    if (initials > 0 && words.length === 1) surname = one;
    else if (words.length > 1) surname = words[words.length - 1] ?? null;
    else if (titled && !isFirstName(tokens[one]?.word ?? "")) surname = one;
  }
  return { from: at, to: i, titled, initials, words, surname };
}

const isLegalEnd = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.word === "V" && tokens[at]?.gap === ".";

/** "kwaliteit B. De hovenier": a letter of what stands before it, and then a sentence. */
function isLetterOf(tokens: readonly Token[], at: number, behind: number): boolean {
  const [before, letter] = [tokens[at - 1], tokens[at]];
  if (before === undefined || letter?.gap !== " " || behind !== at + 1) return false;
  if (!/^(?:De|Het|Een)$/.test(tokens[behind]?.word ?? "")) return false;
  return /^\p{Ll}{4,}$/u.test(before.word) && !isFunctionWord(before.word) && !isRole(before.small);
}

const isDignity = ({ small }: Token, next: Token | undefined): boolean =>
  /^(?:mgr|burg|pres|gen|past|kard|prof|dr|ds|st)$/.test(small) && next?.gap === ". ";

/** "buurvrouw Toni Maas", "wethouder Anouschka Rijkaart": behind who it is, the second word is a surname, whatever it ends as. */
function isLedName(tokens: readonly Token[], at: number, p: number): boolean {
  const [role, first, token] = [tokens[at - 1], tokens[at], tokens[p]];
  if (p !== at + 1 || role === undefined || first === undefined || token?.gap !== " ") return false;
  if (first.gap !== " " || BEFORE_FIELD.has(role.small)) return false;
  return isRole(role.small) && !isFieldWord(token.word) && !isPublicBody(token.word);
}

/** "Anna B was", "Lijn C": a letter that goes on is a word, and "Merel B en C" are variants. */
const isOneOfLetters = (tokens: readonly Token[], at: number): boolean =>
  !/^(?:[:,;)|\]]|\s?\n|\*)/.test(tokens[at + 1]?.gap ?? "\n");

/** "Mommersteeg", "Verkade": a surname can end as a street; who lives there says "in de". */
const isLaneName = (small: string): boolean => /(?:steeg|kade|singel|dreef)$/.test(small);

/** "Niels Groeneweg (jurist)": who it is stands behind it. */
const isToldBehind = (tokens: readonly Token[], p: number): boolean =>
  tokens[p + 1]?.gap === " (" && isRole(tokens[p + 1]?.small ?? "");

const isLedByPlace = (tokens: readonly Token[], at: number): boolean =>
  /^(?:de|het|aan|in|op|langs)$/.test(tokens[at - 1]?.small ?? "");

/** "Oude Nijhuis", "Klein Wolterink": a surname of two words. */
export const isCompoundAt = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1];
  return (
    /^(?:oude|olde|groot|grote|klein|kleine|lutje|nieuwe)$/.test(tokens[at]?.small ?? "") &&
    next?.capital === true &&
    besides(next) &&
    !isNoName(next.word) &&
    !isStreet(next.word)
  );
};

/** A surname alone, with what belongs before it: "Van der Berg", "Ottens". */
export const readSurname = (tokens: readonly Token[], at: number): NameForm | null =>
  readName(tokens, at, true);

function afterTitles(tokens: readonly Token[], at: number): number {
  let i = at;
  for (let count = 0; count < 5; count++) {
    const token = tokens[i];
    if (token === undefined || (i > at && !joins(tokens, i))) break;
    const next = tokens[i + 1];
    if (
      token.small === "de" &&
      (next?.small === "heer" || next?.small === "heren") &&
      besides(next)
    )
      i += 2;
    else if (TITLES.has(token.small) && next && besidesPoint(next) && titleForm(token, next)) i++;
    else if (token.small === "en" && i > at && next && TITLES.has(next.small)) i++;
    else break;
  }
  return i;
}

/** "Ing" and "Mr" can be words of another language; "ING" is a bank. */
const titleForm = ({ word }: Token, next: Token): boolean =>
  !/^\p{Lu}{2}/u.test(word) || word.length > 4 || next.gap.startsWith(".");

function afterParticles(tokens: readonly Token[], from: number, may: { capital: boolean }): number {
  let p = from;
  while (p - from < MOST_PARTICLES) {
    const token = tokens[p];
    const short = token?.small === "v" && tokens[p + 1]?.small === "d";
    // "v.d. Kolk", "v/d Berg".
    if (short && /^[./]$/.test(tokens[p + 1]?.gap ?? "") && p === from) {
      const behind = tokens[p + 2];
      if (behind !== undefined && /^\.? $/.test(behind.gap)) return p + 2;
    }
    // "Ger v. Lith".
    const behind = tokens[p + 1];
    if (token?.word === "v" && p === from && may.capital && behind?.gap === ". " && behind.capital)
      return p + 1;
    // "Tjon A Fat".
    if (token?.word === "A" && p === from && isInside(tokens, p)) return p + 1;
    if (token === undefined || !PARTICLES.has(token.small)) break;
    if (token.word !== token.small && !may.capital) break;
    if (p > from && !besides(token)) break;
    p++;
  }
  if (p === from) return from;
  // "op den Kamp" is part of a name, "op Kampen" is not.
  if (BEFORE_PARTICLE.has(tokens[from]?.small ?? "") && p - from < 2) return from;
  for (let q = from + 1; q < p; q++) {
    // "van De Regenboog" names a house.
    const inside = tokens[q]?.word ?? "";
    const before = tokens[q - 1]?.word ?? "";
    if (inside !== inside.toLowerCase() && before === before.toLowerCase()) return from;
    if (BEFORE_PARTICLE.has(inside)) return from;
  }
  return p;
}

/** "Anne Wil", "Jan Wil": a first name that is a word, right behind another within a sentence. */
const isGivenToo = (tokens: readonly Token[], at: number): boolean => {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (token === undefined || token.opens || !besides(token)) return false;
  return isFirstName(token.word) && isOnlyFirstName(before?.word ?? "");
};

/** Whether a name stands on both sides of a word. */
const isInside = (tokens: readonly Token[], at: number): boolean =>
  [at - 1, at + 1].every((i) => tokens[i]?.capital) &&
  [at, at + 1].every((i) => besides(tokens[i] as Token));

function joins(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const before = tokens[i - 1];
  if (token === undefined || before === undefined) return false;
  const shortened = before.small === "d" && tokens[i - 2]?.small === "v";
  if (before.initial || shortened || before.word === "v" || TITLES.has(before.small))
    return besidesPoint(token);
  return besides(token);
}

/** "(Bert)" in "B.J. (Bert) Algra": what somebody is called, between what they are named. */
function isCalled(tokens: readonly Token[], at: number): boolean {
  const [name, next] = [tokens[at], tokens[at + 1]];
  if (name === undefined || !name.capital || !/^\.? \($/.test(name.gap)) return false;
  return next?.gap === ") " && (next.capital || PARTICLES.has(next.small));
}

const isBracketed = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.gap === ") " && /\($/.test(tokens[at]?.gap ?? "");

const knownFirst = (tokens: readonly Token[], words: readonly number[]): boolean =>
  words.length > 0 && isFirstName(tokens[words[words.length - 1] ?? -1]?.word ?? "");

const isSurnameOnly = (word: string): boolean => SURNAMES.has(word) && !isFirstName(word);
