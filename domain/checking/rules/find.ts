import type { PersonalFind } from "../../privacy/model";
import { findPersonalData } from "../../privacy/rules";
import { CodePointIndex } from "../../text/rules";
import type { CheckContext, RuleId } from "../model";
import { isVagueQuality } from "./adjectives";
import { BRAND_PHRASES, isWordBesides, TITLES } from "./names";
import { phrasesOf, spansOf } from "./phrases";
import type { Read, Word } from "./read";
import { FINDERS_OF_SENTENCES } from "./sentences";
import { ACTORS, amountOf, isNumber, isSureNumber, KNOWN_ABBREVIATIONS } from "./words";

/** A place in UTF-16 units, and what else its sentence is filled in with. */
export interface Place {
  start: number;
  end: number;
  other?: string;
}

/** Finds places that take more than words; the sentence they stand in says whether they are silenced. */
export type Finder = (read: Read, context: CheckContext) => Place[];

export const FINDERS: Partial<Record<RuleId, Finder>> = {
  ...FINDERS_OF_SENTENCES,
  placeholder: (read) => [
    ...[
      ...read.text.matchAll(
        /\[(?!\d+\])[^[\]\n]{1,80}\](?!\()|<[^<>\n]{1,60}>|\{[^{}\n]{1,60}\}|«[^«»\n]{1,60}»|#{2,}|_{2,}|\?{2,}|…|\.{3,}/g,
      ),
    ].map(({ index, 0: words }) => ({ start: index, end: index + words.length })),
    // "week X", "X dagen": a letter where a number belongs.
    ...read.words.filter(({ raw }) => raw === "X" || raw === "XX").map((word) => placeOf(word)),
  ],
  brand: ({ words }, { organisations = [] }) => [
    ...spansOf(words, BRAND_PHRASES)
      .filter(({ first }) => isNamed(words, first))
      .map(({ first, last }) => placeOf(words[first], words[last - 1])),
    ...namesIn(words, organisations),
  ],
  incumbent: (read) => finds(read).filter(({ kind }) => kind === "organisation"),
  person: (read, { people = [] }) => [
    ...read.words.flatMap(({ text }, i) => {
      if (!TITLES.has(text)) return [];
      let last = i + 1;
      while (isPartOfName(read.words[last])) last += 1;
      return last > i + 1 && isCapital(read.words[last - 1])
        ? [placeOf(read.words[i], read.words[last - 1])]
        : [];
    }),
    ...namesIn(read.words, people),
    ...finds(read).filter(({ kind }) => kind !== "organisation"),
  ],
  missingNumber: ({ words, sentences }) =>
    sentences.flatMap(({ first, last }) =>
      boundsIn(words, first, last)
        .filter(([, after]) => !saysHowMuch(words.slice(after, Math.min(last, after + 8))))
        .map(([at, after]) => placeOf(words[at], words[after - 1])),
    ),
  missingUnit: ({ text, words, sentences }) =>
    sentences.flatMap(({ first, last }) => {
      const own = words.slice(first, last);
      // A mark, a level and a number of things have no unit.
      const counts = own.some(({ text: word }) => UNITLESS.test(word));
      return own.flatMap((word, i) => {
        const before = own[i - 1]?.text ?? "";
        if (!/^\d+(?:,\d+)?$/.test(word.text)) return [];
        const bounds =
          before === "binnen" ||
          (!counts && (BOUND.test(before) || /^(?:is|bedraagt)$/.test(before)));
        if (!bounds || /[€$]\s*$/.test(text.slice(0, word.start).slice(-3))) return [];
        const next = own[i + 1];
        const gap = text.slice(word.end, next?.start ?? text.length);
        if (/^\s?[%°€:/]/.test(gap)) return [];
        // "Ten minste 4 en ten hoogste 8 jeugdigen": the unit follows.
        if (
          /^(?:en|of|tot)$/.test(next?.text ?? "") &&
          own.slice(i + 2, i + 6).some(({ text: n }) => /^\d/.test(n))
        )
          return [];
        const bare = next === undefined || /^(?:na|en|of|op|aan|bij|nadat)$/.test(next.text);
        return bare || /^[.,;]/.test(gap) ? [placeOf(word)] : [];
      });
    }),
  noEquivalent: ({ words }) =>
    words.flatMap((word, i) => {
      if (!/^(?:ISO|NEN(?:-EN)?|HKZ|VCA|FSC|PEFC|OHSAS|CE-markering)\b/.test(word.raw)) return [];
      const asked = certificateNear(words, i);
      if (asked === undefined) return [];
      return asked.start < word.start ? [placeOf(asked, word)] : [placeOf(word, asked)];
    }),
  proportionality: ({ words }) =>
    words.flatMap(({ text }, i) => {
      const value = amountOf(text);
      if (value === null) return [];
      const [next = "", after = "", third = ""] = [1, 2, 3].map((n) => words[i + n]?.text);
      const years =
        value >= 5 && next === "jaar" && (/ervaring$/.test(after) || /ervaring$/.test(third));
      if (years) return [placeOf(words[i], words[i + 2])];
      if (value >= 2 && /^(?:vergelijkbare )?referenti/.test(next))
        return [placeOf(words[i], words[i + 1])];
      const soon =
        value < 10 && /^(?:werk)?dagen$/.test(next) && after === "na" && /gunning$/.test(third);
      return soon ? [placeOf(words[i], words[i + 3])] : [];
    }),
  personNotFunction: ({ words, sentences }) =>
    sentences
      .map(({ first }) => words[first])
      .filter((word): word is Word => /^(?:Zij|Hij|Ze)$/.test(word?.raw ?? ""))
      .map((word) => placeOf(word)),
  // Beside the words of the list: what ends as a quality does.
  vagueQuality: ({ words }) =>
    words.filter(({ text }, i) => i > 0 && isVagueQuality(text)).map((word) => placeOf(word)),
  undefinedTerm: ({ text, words }, { terms = [] }) => {
    const known = new Set(terms.map((term) => term.toLowerCase()));
    // "De Raad van Arbeid (RVA)": spelled out in the same text.
    for (const [, short = ""] of text.matchAll(/\((\p{Lu}{2,6})\)/gu))
      known.add(short.toLowerCase());
    return words.flatMap((word) => {
      const [short = ""] = word.raw.split(/[-/.:'’]/, 1);
      if (!/^\p{Lu}{2,6}$/u.test(short) || /^X+$/.test(short)) return [];
      const name = short.toLowerCase();
      if (KNOWN_ABBREVIATIONS.has(name) || known.has(name)) return [];
      return [{ start: word.start, end: word.start + short.length }];
    });
  },
};

const BOUND =
  /^(?:minimaal|maximaal|hoogstens|minstens|tenminste|hooguit|minste|hoogste|minder|meer|dan|uiterlijk)$/;
const UNITLESS =
  /aantal|cijfer|score|scoort|niveau|klasse|versie|code|grootte|caseload|bezetting|ratio|waarde|label|index|schaal|beoordel|nps|punt|categorie|fase|stap|perceel|leeftijd|jong|oud|ph|artikel|bijlage|som|percentage|prioriteit|lid/;

export function placeOf(first: Word | undefined, last: Word | undefined = first): Place {
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
}

const isCapital = (word: Word | undefined): boolean => /^\p{Lu}/u.test(word?.raw ?? "");
const isPartOfName = (word: Word | undefined): boolean =>
  word !== undefined &&
  (isCapital(word) || /^(?:van|de|der|den|ten|ter|el|te|'t)$/.test(word.text));

/** Written as a name: with a capital, or like iPad; a word besides only inside a sentence. */
function isNamed(words: readonly Word[], i: number): boolean {
  const word = words[i];
  if (word === undefined) return false;
  if (word.text === "merk" || word.text === "van")
    return isCapital(words[word.text === "van" ? i + 3 : i + 1]);
  if (word.text === "ajax" || !/\p{Lu}/u.test(word.raw)) return false;
  return !(isWordBesides(word.text) && i === 0);
}

function namesIn(words: readonly Word[], names: readonly string[]): Place[] {
  if (names.length === 0) return [];
  const spans = spansOf(words, phrasesOfNames(names));
  return spans.map(({ first, last }) => placeOf(words[first], words[last - 1]));
}

const phrasesByNames = new WeakMap<readonly string[], ReturnType<typeof phrasesOf>>();

/** Names as phrases. Those of a dossier are asked with every requirement: made once for each list. */
function phrasesOfNames(names: readonly string[]) {
  const before = phrasesByNames.get(names);
  if (before) return before;
  const plain = names.map((name) =>
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}'’&.-]+/gu, " ")
      .replace(/[{}()|*]/g, "")
      .trim(),
  );
  const phrases = phrasesOf(plain);
  phrasesByNames.set(names, phrases);
  return phrases;
}

type Found = Place & { kind: PersonalFind["kind"] };
const known = new WeakMap<Read, Found[]>();

/** Names of people and firms that the search for personal data is sure of, and where a person is reached. */
function finds(read: Read): Found[] {
  const before = known.get(read);
  if (before) return before;
  const found = read.text.includes("@") || mayName(read) ? seek(read.text) : [];
  known.set(read, found);
  return found;
}

/** A name has a capital inside the sentence; looking for one takes most of the time. */
const mayName = ({ words }: Read): boolean =>
  words.some((word, i) => i > 0 && isCapital(word) && !ACTORS.has(word.text));

function seek(text: string): Found[] {
  const sure = findPersonalData(text).filter(({ kind, confidence, text: words }) => {
    // "info@" is of a function; with a point or a line it is of somebody.
    if (kind === "email") return /[._-]/.test(words.slice(0, words.indexOf("@")));
    if (kind === "phone") return true;
    return confidence >= 0.9 && words.includes(" ") && /^(?:name|organisation)$/.test(kind);
  });
  const index = new CodePointIndex(text);
  return sure.map(({ kind, start, end }) => ({
    kind,
    start: index.toUtf16(start),
    end: index.toUtf16(end),
  }));
}

/** "minimaal", "ten hoogste": where they stand, and the word after. */
function boundsIn(words: readonly Word[], first: number, last: number): [number, number][] {
  const found: [number, number][] = [];
  for (let i = first; i < last; i++) {
    const [text = "", next = ""] = [words[i]?.text, words[i + 1]?.text];
    if (/^(?:minimaal|maximaal|hoogstens|minstens|tenminste|hooguit)$/.test(text))
      found.push([i, i + 1]);
    if (text === "ten" && /^(?:minste|hoogste)$/.test(next)) found.push([i, i + 2]);
  }
  return found;
}

function saysHowMuch(after: readonly Word[]): boolean {
  const [next] = after;
  return (
    // "Ten minste de rollen beheerder en medewerker": what follows is the least.
    (/^(?:de|het)$/.test(next?.text ?? "") && after.some(({ text }) => text === "en")) ||
    after.some(
      ({ text }) =>
        isSureNumber(text) || /^(?:volgende|wettelijk|wettelijke|bijlage|hoofdstuk)$/.test(text),
    ) ||
    after.some(({ text }) => /^(?:mbo|hbo|wo|vmbo)(?:-|$)|niveau$/.test(text)) ||
    (next !== undefined && isNumber(next.text))
  );
}

/** What proves that a norm is met: only then is it asked for, and not only named. */
function certificateNear(words: readonly Word[], i: number): Word | undefined {
  return words
    .slice(Math.max(0, i - 8), i + 8)
    .find(({ text }) => /certific|keurmerk|geaccrediteerd|diploma/.test(text));
}
