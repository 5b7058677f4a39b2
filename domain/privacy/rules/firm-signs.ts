import type { Around } from "./around";
import { isStreetName } from "./brands";
import { type FoundFirm, nameWord } from "./firm-words";
import { isFirstName } from "./first-names";
import { COMES_BACK, signsAt } from "./signs";
import { SURNAMES } from "./surnames";
import { besides, type Token } from "./tokens";
import { isTownName } from "./towns";
import { BEFORE_THING, isFieldWord, isNoName, isRole } from "./words";

/** How much the signs of one name weigh together before it is taken for an organisation. */
const ENOUGH = 2;
const MOST_WORDS = 3;

/**
 * Organisations with a bare name, told by what is said of them in the whole text: "Wevera kan ingeschakeld worden",
 * "aangemeld bij Wevera", "de wachtlijst van Wevera", and twice something weaker.
 * @param taken places in the row of words that lie in a find already.
 */
export function firmsBySigns(around: Around, taken: (at: number) => boolean): FoundFirm[] {
  const { tokens } = around;
  const names = new Map<
    string,
    { places: FoundFirm[]; signs: Map<string, number>; weight: number }
  >();
  for (let i = 0; i < tokens.length; i++) {
    const to = bareEnd(around, i, taken);
    if (to === null) continue;
    const key = tokens
      .slice(i, to)
      .map(({ word }) => word)
      .join(" ");
    const name = names.get(key) ?? { places: [], signs: new Map<string, number>(), weight: 0 };
    names.set(key, name);
    name.places.push({ from: i, to, confidence: 0.75 });
    for (const [sign, weight] of signsAt(around, i, to, taken)) {
      const times = name.signs.get(sign) ?? 0;
      if (times >= (COMES_BACK.test(sign) ? 2 : 1)) continue;
      name.signs.set(sign, times + 1);
      name.weight += weight;
    }
    i = to - 1;
  }
  return [...names.values()]
    .filter(({ weight }) => weight >= ENOUGH)
    .flatMap(({ places, weight }) =>
      places.map((place) => ({ ...place, confidence: weight > ENOUGH ? 0.8 : 0.75 })),
    )
    .sort((a, b) => a.from - b.from);
}

/** Where a name ends that begins at `at` and that nothing knows; null when none does. */
function bareEnd(
  { tokens, ordinary }: Around,
  at: number,
  taken: (at: number) => boolean,
): number | null {
  const first = tokens[at];
  if (first === undefined || taken(at) || !(first.capital || isAcronym(first.word))) return null;
  if (first.word.length < 3 || BEFORE_THING.has(first.small) || isTownName(first.small))
    return null;
  // "Storm Eunice".
  if (/^(?:storm|orkaan|lijn|route|wet|project)$/.test(first.small)) return null;
  // "Pedagogisch medewerker".
  if (/(?:isch|ische|elijk|elijke|matig|matige)$/.test(first.small)) return null;
  if (ordinary.has(first.small) || isFirstName(first.word) || SURNAMES.has(first.word)) return null;
  const before = tokens[at - 1];
  const article = /^(?:De|Het)$/.test(before?.word ?? "");
  if (before?.capital && !article && besides(first) && !before.opens) return null;
  if (isNoName(first.word) || isRole(first.small) || PARTY.test(first.small)) return null;
  // "in de Tuinstraat, buurthuis De Eik en": where it was.
  if (isStreetName(tokens, at)) return null;
  const next = tokens[at + 1];
  if (next !== undefined && besides(next) && PARTY.test(next.small)) return null;
  let to = at + 1;
  while (to < at + MOST_WORDS) {
    const token = tokens[to];
    if (token === undefined || !besides(token) || !nameWord(token) || taken(to)) break;
    to++;
  }
  // "Keuken van Oost".
  const [of, whose] = [tokens[to], tokens[to + 1]];
  const longer = of?.small === "van" && besides(of) && whose?.capital && besides(whose);
  if (longer && !taken(to + 1) && !isFirstName(whose.word)) return to + 2;
  return to;
}

/** "KWS", and not "WMO" or "GGD". */
const isAcronym = (word: string): boolean =>
  /^\p{Lu}{3,5}$/u.test(word) &&
  !isFieldWord(word) &&
  !/^(?:VVD|CDA|SGP|PVV|BBB|SP|UWV|SVB|RVO|CJIB|CAK|CIZ|RIVM|NVWA|IGJ|RDW|LBIO|IND|COA|DUO|KVK|VNG|GGD|GGZ|RIEC|LVO|VSO|SBO|BSO|AOW|WIA|WAO|AVG|BIO|NEN|ISO|VOG|CAO|ZZP|MKB|SROI|BTW|OZB|WOZ|APV|BOPA|BAG|BRP|BSN|PDF|USB|GPS|LED|CO2|HBO|MBO|WMO|WLZ|PGB|OOGO|UEA|PVE|NVI|EMVI|BPKV|CPV|TED|IVO|SMW|ROC|AOC|POH|SEH|IC|CITO|DUS|VIP|OK|TV|CD|DVD|USA|EU|VN|NAVO|AIVD|FIOD|OM|RUD|ODRA|VRK|RWS|IPO|AZC|ISK|KDV|PSZ|IKC|OBS|CBS|KBS|RKBS|VWO|HAVO|VMBO|OPP|IB|RT|TLV|SWV|MDO|ZAT|CJG|SKJ|NIP|NVO|BIG|ADHD|ASS|PTSS|MS|ALS|COPD|EMDR|CGT)$/.test(
    word,
  );

/** Parties of a council: "GroenLinks", "Gravendonk Vooruit". */
const PARTY =
  /^(?:groenlinks|christenunie|volt|denk|d66|pvda|forum|bbb|vooruit|lokaal|leefbaar|democraten|ouderenpartij|gemeentebelangen|dorpsbelangen|burgerbelangen)$/;
/**
 * Bare names in one enumeration with organisations that were found: "Wevera, Haldan en Stichting Oever".
 * @param taken places in the row of words that lie in a find already.
 */
export function listedWith(
  around: Around,
  found: readonly FoundFirm[],
  taken: (at: number) => boolean,
): FoundFirm[] {
  const { tokens } = around;
  const more: FoundFirm[] = [];
  const added = new Set<number>();
  const has = (at: number): boolean => added.has(at) || taken(at);
  const add = (from: number, to: number): void => {
    more.push({ from, to, confidence: 0.7 });
    for (let i = from; i < to; i++) added.add(i);
  };
  for (const { from, to } of found) {
    for (let at = to; ; ) {
      const start = isJoined(tokens, at)
        ? at
        : isJoined(tokens, at + 1) && isAnd(tokens[at])
          ? at + 1
          : null;
      const end = start === null ? null : itemEnd(around, start, has);
      if (start === null || end === null || !closes(tokens, end)) break;
      add(start, end);
      at = end;
    }
    for (let at = from; at > 0; ) {
      const first = tokens[at] as Token;
      const end = first.gap === ", " ? at : isAnd(tokens[at - 1]) && besides(first) ? at - 1 : null;
      const start = end === null ? null : end - 1;
      if (start === null || bareEnd(around, start, has) !== end) break;
      const led = tokens[start - 1];
      if (
        led &&
        /^(?:De|Het)$/.test(led.word) &&
        besides(tokens[start] as Token) &&
        !has(start - 1)
      ) {
        add(start - 1, end as number);
        at = start - 1;
        continue;
      }
      // "in Tielderwaard, Haldan in …": where the one before was.
      if (/^(?:in|te|uit|bij|naar)$/.test(tokens[start - 1]?.small ?? "")) break;
      add(start, end as number);
      at = start;
    }
  }
  return more.sort((a, b) => a.from - b.from);
}

/** As {@link bareEnd}, of an item of an enumeration, which can be "De Sprengen". */
function itemEnd(around: Around, at: number, taken: (at: number) => boolean): number | null {
  const { tokens } = around;
  const [article, next] = [tokens[at], tokens[at + 1]];
  const led = article !== undefined && /^(?:De|Het)$/.test(article.word) && !taken(at);
  if (!led || next === undefined || !next.capital || !besides(next)) {
    return bareEnd(around, at, taken);
  }
  return bareEnd(around, at + 1, taken);
}

const isAnd = (token: Token | undefined): boolean => /^(?:en|of)$/.test(token?.small ?? "");

/** Whether the word at `at` stands in an enumeration with the one before. */
const isJoined = (tokens: readonly Token[], at: number): boolean => {
  const gap = tokens[at]?.gap ?? "";
  // "Gezinshuizen Oost B.V., Lokaal Thuis".
  return /^\.?, $/.test(gap) || gap === " / " || (isAnd(tokens[at - 1]) && gap === " ");
};

/** Whether an enumeration ends or goes on at `at`: "Jeugdmaatschappelijk werk" and "Arend, de chauffeur" do not. */
const closes = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token === undefined) return true;
  if (token.gap === ", ")
    return token.capital || isAnd(tokens[at + 1]) || token.small === "coöperatie";
  return !besides(token) || GOES_ON.test(token.small);
};

const GOES_ON =
  /^(?:en|of|zijn|hebben|willen|doen|kunnen|worden|waren|die|voor|in|uit|om|te|als|bij|met|op|aan|is|heeft|wil|was)$/;
