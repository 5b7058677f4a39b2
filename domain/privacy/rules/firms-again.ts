import type { Around } from "./around";
import { type FoundFirm, LEGAL_WORD, nameWord } from "./firm-words";
import { isFirstName } from "./first-names";
import { isAmongKinds, isKind } from "./kinds-of";
import { besides, type Token } from "./tokens";
import {
  isFieldOfWork,
  isFieldWord,
  isFunctionWord,
  isOrganisationHead,
  isOrganisationTail,
  PARTICLES,
  SAYS,
} from "./words";

/** Names that begin with the same word and are told apart; more in one text is a list. */
const MOST_ALIKE = 20;

/**
 * Where the same name stands again, by all of its words or by the one that is its own.
 * @param taken places in the row of words that lie in a find already.
 */
export function again(
  { tokens, ordinary }: Around,
  found: readonly FoundFirm[],
  taken: (at: number) => boolean,
): FoundFirm[] {
  if (found.length === 0) return [];
  const places = placesIn(tokens);
  const own = new Map<string, { confidence: number; lead: string }>();
  const whole = new Map<string, Map<string, string[]>>();
  for (const { from, to, confidence } of found) {
    const words = tokens.slice(from, to);
    const key = words.filter((token) => nameWord(token) && !isGeneric(token));
    // An association is called after its village.
    const local = LOCAL.test(words[0]?.small ?? "");
    const [one] = key;
    if (
      key.length === 1 &&
      one !== undefined &&
      !local &&
      !isFieldWord(one.word) &&
      !ordinary.has(one.small) &&
      one.word.length > 3 &&
      // "Sportbedrijf Meerwijde", in Meerwijde.
      !(isOrganisationHead(words[0]?.small ?? "") && places.has(one.word))
    ) {
      // "Van Harten" of "Van Harten Mobiliteit".
      const before = words[words.indexOf(one) - 1]?.small ?? "";
      own.set(one.word, { confidence, lead: PARTICLES.has(before) ? before : "" });
    }
    for (const form of formsOf(words, key.length > 0)) {
      const [first = ""] = form;
      const alike = whole.get(first) ?? new Map<string, string[]>();
      if (alike.size < MOST_ALIKE) whole.set(first, alike.set(form.join(" "), form));
    }
  }
  const more: FoundFirm[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || taken(i) || isAmongKinds(tokens, i)) continue;
    const alike = whole.get(token.word);
    const alone = own.get(token.word);
    if (alike === undefined && alone === undefined) continue;
    const same = [...(alike?.values() ?? [])].find((words) =>
      words.every((word, n) => tokens[i + n]?.word === word && !taken(i + n)),
    );
    // "De Zwaluw is terug onder de dakrand", where a camping is called so.
    const kind = same?.length === 2 && /^(?:De|Het)$/.test(token.word) && token.opens;
    const named = tokens[i + 1]?.small ?? "";
    if (kind && isKind(named) && !SAYS.has(tokens[i + 2]?.small ?? "")) {
      i++;
      continue;
    }
    if (same !== undefined) {
      more.push({ from: i, to: i + same.length, confidence: 0.85 });
      i += same.length - 1;
    } else if (alone !== undefined && !isFirstName(token.word)) {
      const led = tokens[i - 1]?.small === alone.lead && besides(token) && !taken(i - 1);
      // "Ridderspoor", of a school "De Ridderspoor": a plant.
      if (alone.lead !== "" && !led && isKind(token.small)) continue;
      const confidence = Math.min(alone.confidence, 0.8);
      more.push({ from: led ? i - 1 : i, to: i + 1, confidence });
    }
  }
  return more;
}

/** Words with a capital that stand right behind "in" or "gemeente" somewhere. */
function placesIn(tokens: readonly Token[]): ReadonlySet<string> {
  const places = new Set<string>();
  for (const [i, token] of tokens.entries()) {
    const led = /^(?:in|te|gemeente|dorp|kern)$/.test(tokens[i - 1]?.small ?? "");
    if (token.capital && led && besides(token)) places.add(token.word);
  }
  return places;
}

/** The ways of several words in which a name is written: whole, without its legal form, without "Stichting". */
function formsOf(words: readonly Token[], named: boolean): string[][] {
  const whole = words.map(({ word }) => word);
  const bare = [...whole];
  while (bare.length > 0 && LEGAL_WORD.test(bare.at(-1) ?? "")) bare.pop();
  const headless = isOrganisationHead(words[0]?.small ?? "") && named ? bare.slice(1) : bare;
  return [whole, bare, headless].filter(
    (form, i) => form.length > 1 && (i < 2 || /^\p{Lu}/u.test(form[0] ?? "")),
  );
}

const LOCAL =
  /(?:vereniging|belang|belangen|comité|kring|harmonie|fanfare|scouting|welzijn|stadstaxi|^(?:vv|rksv|sv))$/;

const isGeneric = ({ word, small }: Token): boolean =>
  /^(?:zn|zonen|co)$/.test(small) ||
  isFieldOfWork(small) ||
  isFunctionWord(word) ||
  isOrganisationHead(small) ||
  isOrganisationTail(small);
