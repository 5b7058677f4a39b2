import { isFirstName } from "./first-names";
import type { Around } from "./names";
import type { FoundForm } from "./numbers";
import { besides, type Token } from "./tokens";
import {
  BEFORE_ORGANISATION,
  isFieldWord,
  isFunctionWord,
  isNoName,
  isPlace,
  isPublicBody,
  isRole,
  LEGAL_FORMS,
  ORGANISATION_HEADS,
  ORGANISATION_TAILS,
} from "./words";

interface Found {
  from: number;
  to: number;
  confidence: number;
}

/**
 * Names of organisations that are not public bodies: by the word they begin or end with, their legal form, or
 * because they are called a provider; and where such a name stands again.
 * @param taken places in the row of words that lie in a name of a person.
 */
export function organisationsIn(around: Around, taken: (at: number) => boolean): FoundForm[] {
  const { tokens } = around;
  const found: Found[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (taken(i)) continue;
    const one =
      headed(around, i) ??
      bracketed(around, i, taken) ??
      tailed(around, i, taken) ??
      suffixed(around, i) ??
      called(around, i, taken);
    if (one === null || taken(one.to - 1)) continue;
    found.push(one);
    i = one.to - 1;
  }
  const within = new Set<number>();
  for (const { from, to } of found) for (let i = from; i < to; i++) within.add(i);
  found.push(...again(around, found, (at) => within.has(at) || taken(at)));
  return found
    .map(({ from, to, confidence }) => ({
      start: tokens[from]?.start ?? 0,
      end: endOf(around, to - 1),
      confidence,
    }))
    .sort((a, b) => a.start - b.start);
}

/** With the last point of "B.V.". */
function endOf({ text, tokens }: Around, at: number): number {
  const last = tokens[at];
  if (last === undefined) return 0;
  const pointed = last.word.length === 1 && last.gap === "." && text[last.end] === ".";
  return last.end + (pointed ? 1 : 0);
}

const SMALL_INSIDE = /^(?:de|het|van|voor|en|den|der|in|op|aan|'t|t|bij|met|te)$/;
const MOST_WORDS = 6;

/** "Stichting De Zonnebloem", "basisschool Waterbroek", "Zorggroep Oost en West". */
function headed({ text, tokens }: Around, at: number): Found | null {
  const head = tokens[at];
  if (head === undefined || !ORGANISATION_HEADS.has(head.small)) return null;
  const to = nameEnd(tokens, at + 1, head.word === head.small);
  if (to === at + 1) return null;
  const first = tokens[at + 1];
  // "Praktijk Vragen", "Taxi Kosten": a heading.
  if (to === at + 2 && first !== undefined && head.opens && isNoName(first.word)) return null;
  const weak = /^(?:praktijk|taxi|maatschap)$/.test(head.small);
  return { from: at, to: legalEnd(text, tokens, to) ?? to, confidence: weak ? 0.75 : 0.92 };
}

/** Where the capital words from `at` end, with small words between them. */
function nameEnd(tokens: readonly Token[], at: number, smallHead: boolean): number {
  let to = at;
  for (let i = at; i < at + MOST_WORDS; i++) {
    const token = tokens[i];
    if (token === undefined || !besides(token)) break;
    if (nameWord(token)) to = i + 1;
    else if (SMALL_INSIDE.test(token.small)) {
      // "basisschool in Lindhorst": a place behind it is not its name, unless one began.
      if (i === at && smallHead && !/^(?:de|het|'t|t)$/i.test(token.small)) break;
      if (i === at && token.word === token.small) break;
      // A small word joins only what the name goes on with.
      if (to > at && /^(?:in|op|bij|met|te|aan)$/.test(token.small)) break;
      if (to > at && /^(?:en|van|voor)$/.test(token.small) && !goesOn(tokens, i)) break;
    } else break;
  }
  return to;
}

const nameWord = ({ capital, word }: Token): boolean => capital || /^\p{Lu}{2,12}$/u.test(word);

function goesOn(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  const after = tokens[i + 2];
  if (next === undefined || !besides(next)) return false;
  // "Zorggroep Almata en Buurtdienst Plus": two of them.
  if (tokens[i]?.small === "en" && next.capital && after?.capital && besides(after)) return false;
  if (next.capital)
    return (
      !isFirstName(next.word) && !ORGANISATION_HEADS.has(next.small) && !isPublicBody(next.word)
    );
  return (
    /^(?:de|het|den)$/.test(next.small) && after !== undefined && besides(after) && after.capital
  );
}

/** "Rijnstroom Vervoer", "Eigen Kracht Centrale", "Kuiper Advies B.V.". */
function tailed(
  { text, tokens, ordinary }: Around,
  at: number,
  taken: (i: number) => boolean,
): Found | null {
  const first = tokens[at];
  if (first === undefined || !(first.capital || /^\p{Lu}{2,6}$/u.test(first.word))) return null;
  if (isFunctionWord(first.word) && first.opens) return null;
  if (isPublicBody(first.word) || isRole(first.small)) return null;
  let to = at + 1;
  while (to < at + MOST_WORDS) {
    const token = tokens[to];
    if (token === undefined || !besides(token) || taken(to)) break;
    if (!token.capital && !/^(?:&|en)$/.test(token.small)) break;
    if (token.small === "en" && !tokens[to + 1]?.capital) break;
    to++;
  }
  const legal = legalEnd(text, tokens, to);
  const regional =
    isPlace(first.word) &&
    /^(?:touringcars|taxi|mobiliteit|personenvervoer|groep|reizen|jeugdhulp|ggz|thuiszorg|kinderopvang|academie)$/.test(
      tokens[to - 1]?.small ?? "",
    );
  const strange =
    regional || (!isNoName(first.word) && !(first.opens && ordinary.has(first.small)));
  if (legal !== null && !isFunctionWord(first.word)) {
    return { from: at, to: legal, confidence: 0.95 };
  }
  if (to - at < 2) return null;
  const last = tokens[to - 1];
  if (last === undefined || !ORGANISATION_TAILS.has(last.small) || !strange) {
    return last !== undefined && last.small === "centrale" && to - at > 2
      ? { from: at, to, confidence: 0.7 }
      : null;
  }
  return { from: at, to, confidence: first.opens ? 0.75 : 0.85 };
}

/** Behind a name: "B.V.", "BV", "N.V.", "V.O.F.", "U.A.". */
function legalEnd(text: string, tokens: readonly Token[], to: number): number | null {
  const token = tokens[to];
  if (token === undefined || !besides(token)) return null;
  if (/^(?:BV|NV|VOF|CV|bv|nv|vof)$/.test(token.word)) return to + 1;
  for (const count of [2, 3]) {
    const letters = tokens.slice(to, to + count);
    const joined = letters.map(({ small }) => small).join("");
    const dotted = letters.every(
      (one, i) => one.word.length === 1 && text[one.end] === "." && (i === 0 || one.gap === "."),
    );
    if (letters.length === count && dotted && LEGAL_FORMS.has(joined)) return to + count;
  }
  return null;
}

/** "de Waterbroekschool", "het Anna Maria Lyceum": schools that bear a name. */
function suffixed({ tokens, ordinary }: Around, at: number): Found | null {
  const token = tokens[at];
  if (token === undefined || !token.capital || ordinary.has(token.small)) return null;
  const school = /^\p{Lu}\p{Ll}{3,}(?:school|college|lyceum)$/u.test(token.word);
  if (
    school &&
    !/^(?:basis|middel|hoge|voor|brede|zater|mavo|vak|moeder|dag|jenaplan|montessori|vrije|buiten|scholen|thuis|ambachts|avond|bestuurs|gemeente|zomer|weekend|muziek|zwem|speciaal|nieuwbouw|vo|volks|sport|kunst|kleuter|lagere|dorps|buurt|wijk|taal|schakel|dalton|krings?)/i.test(
      token.word,
    )
  ) {
    const before = tokens[at - 1];
    if (token.opens && before !== undefined) return null;
    return { from: at, to: at + 1, confidence: 0.75 };
  }
  return null;
}

/** "Rutger Imhof (Vitaal Leven)": whom somebody is there for. */
function bracketed(
  { text, tokens }: Around,
  at: number,
  taken: (i: number) => boolean,
): Found | null {
  const first = tokens[at];
  if (first === undefined || !first.capital || first.gap !== " (" || !taken(at - 1)) return null;
  let to = at;
  while (to < at + MOST_WORDS) {
    const token = tokens[to];
    if (token === undefined || (to > at && !besides(token))) break;
    if (!token.capital && !(to > at && SMALL_INSIDE.test(token.small))) break;
    to++;
  }
  const last = tokens[to - 1];
  if (last === undefined || !last.capital || !/[),]/.test(text[last.end] ?? "")) return null;
  const articled = /^(?:de|het)$/.test(first.small) && to > at + 1;
  const none = !articled && (isFieldWord(first.word) || isRole(first.small) || isPlace(first.word));
  // One word is as often a town or a party.
  if (none || to === at + 1 || isFirstName(first.word) || first.small === "lijst") return null;
  return { from: at, to, confidence: 0.75 };
}

/** "onze huidige opdrachtnemer Rijnstroom", "Altra (huidige aanbieder)", "doorverwezen naar Kenter". */
function called(
  { tokens, ordinary }: Around,
  at: number,
  taken: (i: number) => boolean,
): Found | null {
  const token = tokens[at];
  if (token === undefined || !token.capital || isFieldWord(token.word) || ordinary.has(token.small))
    return null;
  if (isFirstName(token.word)) return null;
  const before = tokens[at - 1];
  const beside = before !== undefined && besides(token);
  let to = at + 1;
  while (to < at + 4 && tokens[to]?.capital && besides(tokens[to] as Token) && !taken(to)) to++;
  const after = tokens[to];
  const called =
    after !== undefined &&
    /^ \($/.test(after.gap) &&
    /^(?:huidige?|onze|de|een)?$/.test(after.small) &&
    BEFORE_ORGANISATION.has(tokens[to + 1]?.small ?? "");
  if (called) return { from: at, to, confidence: 0.85 };
  if (!beside) return null;
  if (BEFORE_ORGANISATION.has(before.small)) return { from: at, to, confidence: 0.8 };
  const led =
    before.small === "naar" &&
    /^(?:door)?(?:verwezen|verwijzing|verwijzingen|verwijst|verwijzen|verwees)$/.test(
      tokens[at - 2]?.small ?? "",
    );
  const contract =
    before.small === "met" &&
    /^(?:contract|contracten|overeenkomst)$/.test(tokens[at - 2]?.small ?? "");
  if (led || contract) return { from: at, to, confidence: 0.75 };
  return null;
}

/** Where the same name stands again, by all of its words or by the one that is its own. */
function again(
  { tokens, ordinary }: Around,
  found: readonly Found[],
  taken: (at: number) => boolean,
): Found[] {
  const own = new Map<string, number>();
  for (const { from, to, confidence } of found) {
    const words = tokens.slice(from, to);
    const key = words
      .filter(({ capital }) => capital)
      .filter(
        ({ word }) =>
          !isFunctionWord(word) &&
          !ORGANISATION_HEADS.has(word.toLowerCase()) &&
          !ORGANISATION_TAILS.has(word.toLowerCase()),
      );
    const [one] = key;
    if (
      key.length === 1 &&
      one !== undefined &&
      !isFieldWord(one.word) &&
      !ordinary.has(one.small) &&
      one.word.length > 3
    ) {
      own.set(one.word, confidence);
    }
  }
  const more: Found[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (taken(i)) continue;
    const confidence = own.get(token.word);
    if (confidence !== undefined && !isFirstName(token.word))
      more.push({ from: i, to: i + 1, confidence: Math.min(confidence, 0.8) });
  }
  return more;
}
