import type { PersonalDataKind } from "@/db/vocabulary";
import { CodePointIndex } from "@/domain/text/rules";
import type { PersonalFind } from "../model";
import { addressesIn } from "./addresses";
import type { Around } from "./around";
import { namesBeside } from "./enumerated";
import { joinedWordsIn, namesInJoined } from "./file-names";
import { particledFirmsIn } from "./firms-after-people";
import { healthIn } from "./health";
import { initialsOfKnown } from "./initials";
import { thingNames } from "./kinds-of";
import { partsOf, usesOfKnown } from "./known";
import { namesIn } from "./names";
import {
  birthdatesBehind,
  birthdatesIn,
  bsnsIn,
  emailsIn,
  type FoundForm,
  phonesIn,
} from "./numbers";
import { organisationsIn } from "./organisations";
import { isGreeting, isNameInSmall, smallNamesIn } from "./small";
import { besides, type Token, tokensOf } from "./tokens";
import { isNoName, SAYS } from "./words";
import { type Zone, zonesIn } from "./zones";

interface Found extends FoundForm {
  kind: PersonalDataKind;
}

/**
 * Personal data in a text, and names of organisations: by form, by what stands around a word, and where what was
 * found stands again. No part of one find lies in another.
 *
 * @param text normalised text of a source.
 * @returns finds in order of place, offsets in code points of `text`. Linear in the length of the text.
 */
export function findPersonalData(text: string): PersonalFind[] {
  const tokens = tokensOf(text);
  const emails = emailsIn(text);
  const zones = zonesIn(text);
  const firms = zones.filter((zone) => zone.firms);
  const joined = joinedWordsIn({ text, tokens });
  const files = joined.filter(({ file }) => file);
  const inFile = wordsIn(tokens, files);
  const read = {
    text,
    tokens,
    zones: zones.filter(({ firms }) => !firms),
    firms: new Map(firms.map((zone) => [firstWord(text, zone), zone])),
    inFirm: wordsIn(tokens, firms),
    ordinary: ordinaryWords(tokens, emails, inFile),
    labels: labelsIn(text, tokens),
    saying: sayingWords(tokens),
    inside: new Set(
      tokens.filter(({ capital, opens }) => capital && !opens).map(({ word }) => word),
    ),
    things: thingNames(text, tokens),
    mailed: mailedNames(text, emails),
    tender: TENDER.test(text),
    particledFirms: new Set<string>(),
  };
  const around: Around = { ...read, particledFirms: particledFirmsIn(read) };
  // What has a form of its own first: no name is looked for in an address.
  const taken = new Taken(tokens);
  const found: Found[] = [];
  const add = (kind: PersonalDataKind, forms: readonly FoundForm[]): void => {
    for (const form of forms) if (taken.take(form)) found.push({ kind, ...form });
  };
  add("email", emails);
  add("phone", phonesIn(text));
  add("bsn", bsnsIn(text));
  add("birthdate", birthdatesIn(text));
  add("address", addressesIn(text, tokens, around.ordinary));
  // Of a file the parts are read together, below.
  const names = namesIn(around).filter(({ from, to }) => taken.free(from, to) && !inFile(from));
  const nameForm = ({
    from,
    to,
    confidence,
    genitive,
  }: {
    from: number;
    to: number;
    confidence: number;
    genitive?: number;
  }): FoundForm => {
    const last = tokens[to - 1];
    const word = last?.word ?? "";
    const possessive = /['’]s$/.test(word) ? 2 : (genitive ?? 0);
    // "Fenna V.", "Hendriks jr." end with their point.
    const shortened = to - from > 1 && /^[js]r$/.test(word) && text[last?.end ?? 0] === ".";
    const point = last?.initial || shortened ? 1 : 0;
    const end = (last?.end ?? 0) - possessive + point;
    const first = tokens[from];
    // "'t Jong" begins with its mark.
    const mark = /^[tsn]$/.test(first?.word ?? "") && /['’‘]$/.test(first?.gap ?? "") ? 1 : 0;
    return { start: (first?.start ?? 0) - mark, end, confidence };
  };
  add("name", names.map(nameForm));
  add("name", namesInJoined(around, joined, partsOf(tokens, names)));
  const beside = namesBeside(around, names, (at) => taken.has(at));
  add("name", beside.map(nameForm));
  const known = [...names, ...beside];
  const uses = usesOfKnown(around, known, (at) => taken.has(at) || around.inFirm(at));
  add("name", uses.map(nameForm));
  add("name", namesBeside(around, uses, (at) => taken.has(at)).map(nameForm));
  const initials = initialsOfKnown(around, known, (at) => taken.has(at));
  add("name", initials.map(nameForm));
  const small = smallNamesIn(around, known, (at) => taken.has(at));
  add("name", small.map(nameForm));
  const ends = new Set(found.flatMap(({ kind, end }) => (kind === "name" ? [end] : [])));
  add("birthdate", birthdatesBehind(text, ends));
  add(
    "organisation",
    organisationsIn(around, (at) => taken.has(at)),
  );
  const people = found.filter(({ kind }) => kind === "name").sort((a, b) => a.start - b.start);
  add("health", healthIn(tokens, people));
  found.sort((a, b) => a.start - b.start);
  const index = new CodePointIndex(text);
  return found.map(({ kind, confidence, ...place }) => {
    const { start, end } = withMarks(text, place);
    return {
      kind,
      start: index.toCodePoint(start),
      end: index.toCodePoint(end),
      text: text.slice(start, end),
      confidence: Math.round(confidence * 100) / 100,
    };
  });
}

/** "**Fenna** de Rooij": with the sign that begins or ends the emphasis of a part, so that none is left alone. */
function withMarks(text: string, { start, end }: { start: number; end: number }) {
  for (const mark of ["**", "*", "_"]) {
    const signs = text.slice(start, end).split(mark).length - 1;
    if (signs % 2 === 0) continue;
    if (text.startsWith(mark, start - mark.length)) return { start: start - mark.length, end };
    if (text.startsWith(mark, end)) return { start, end: end + mark.length };
  }
  return { start, end };
}

/** Which words begin in one of the zones, which are in order. */
function wordsIn(
  tokens: readonly Token[],
  zones: readonly { start: number; end: number }[],
): (at: number) => boolean {
  const inside = new Uint8Array(tokens.length);
  let i = 0;
  for (let at = 0; at < tokens.length && i < zones.length; at++) {
    const start = tokens[at]?.start ?? 0;
    while (i < zones.length && (zones[i]?.end ?? 0) <= start) i++;
    if ((zones[i]?.start ?? Number.POSITIVE_INFINITY) <= start) inside[at] = 1;
  }
  return (at) => inside[at] === 1;
}

/** Where the first word in a zone begins. */
function firstWord(text: string, { start, end }: Zone): number {
  let at = start;
  while (at < end && !/[\p{L}\p{N}]/u.test(text[at] ?? "")) at++;
  return at;
}

/** Which words lie in a find. */
class Taken {
  private readonly places: Uint8Array;

  constructor(private readonly tokens: readonly Token[]) {
    this.places = new Uint8Array(tokens.length);
  }

  has(at: number): boolean {
    return this.places[at] === 1;
  }

  free(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (this.has(i)) return false;
    return true;
  }

  /** Takes the words of a find; false, and nothing is taken, when one is taken already. */
  take({ start, end }: FoundForm): boolean {
    let from = this.firstFrom(start);
    const first = from;
    for (; from < this.tokens.length && (this.tokens[from]?.start ?? 0) < end; from++) {
      if (this.has(from)) return false;
    }
    this.places.fill(1, first, from);
    return true;
  }

  /** The place of the first word that ends behind `at`. */
  private firstFrom(at: number): number {
    let low = 0;
    let high = this.tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.tokens[middle]?.end ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Words that stand in small letters somewhere, so that a capital at the start of a sentence says nothing. */
function ordinaryWords(
  tokens: readonly Token[],
  emails: readonly FoundForm[],
  inFile: (at: number) => boolean,
): ReadonlySet<string> {
  const words = new Set<string>();
  let email = 0;
  for (const [i, { word, small, start }] of tokens.entries()) {
    while ((emails[email]?.end ?? Number.POSITIVE_INFINITY) <= start) email++;
    // Most words were seen before.
    if (word !== small || words.has(word) || inFile(i)) continue;
    const inside = (emails[email]?.start ?? Number.POSITIVE_INFINITY) <= start;
    const greeted = isGreeting(tokens[i - 1]?.small ?? "");
    if (!inside && !greeted && !isNameInSmall(small)) words.add(word);
  }
  return words;
}

/** Words with a capital that a verb of saying follows: "Kaddouri deelt". */
function sayingWords(tokens: readonly Token[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [i, { small }] of tokens.entries()) {
    const before = tokens[i - 1];
    const alone = before !== undefined && !(tokens[i - 2]?.capital && besides(before));
    if (alone && before.capital && SAYS.has(small) && !isNoName(before.word)) {
      words.add(before.word);
    }
  }
  return words;
}

/** Words that stand alone between the start of a line and a colon, with how often they do. */
function labelsIn(text: string, tokens: readonly Token[]): ReadonlyMap<string, number> {
  const labels = new Map<string, number>();
  for (const { word, opens, capital, end, gap } of tokens) {
    if (!capital || !(opens || gap.includes("\n")) || !/^\*{0,2}:/.test(text.slice(end, end + 3)))
      continue;
    labels.set(word, (labels.get(word) ?? 0) + 1);
  }
  return labels;
}

const TENDER =
  /\b(?:nota van inlichtingen|markt(?:consultatie|verkenning|partij|partijen)|gegadigden?|inschrijvers?)\b/i;

const NO_PERSON =
  /^(?:info|contact|gemeente|post|mail|team|secretariaat|administratie|planning|griffie|loket|zorg|school|directie|noreply|no-reply|inkoop|bestuur|servicedesk|balie|klant|support|privacy|communicatie)$/;

/** What the addresses for mail say of names: "karin.emons@…" of Karin and Emons, "k.emons@…" of Emons. */
function mailedNames(text: string, emails: readonly FoundForm[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { start, end } of emails) {
    const [local = ""] = text.slice(start, end).toLowerCase().split("@");
    for (const part of local.split(/[._+-]/)) {
      if (part.length < 3 || NO_PERSON.test(part) || /\d/.test(part)) continue;
      names.add(part);
      // "kemons": an initial and a surname.
      if (part.length > 4 && !local.includes(".")) names.add(part.slice(1));
    }
  }
  return names;
}
