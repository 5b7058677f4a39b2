import { isFirstName, isOnlyFirstName } from "./first-names";
import { type NameForm, readName, readSurname } from "./forms";
import { SURNAMES } from "./surnames";
import { besides, type Token } from "./tokens";
import {
  BEFORE_FIELD,
  BEFORE_NAME,
  BEFORE_THING,
  isFieldWord,
  isNoName,
  isRole,
  ORGANISATION_HEADS,
  ORGANISATION_TAILS,
  PARTICLES,
  SAYS,
  SAYS_SURELY,
  THING_HEADS,
} from "./words";
import type { Zone } from "./zones";

/** What is known of the whole text while it is read. */
export interface Around {
  text: string;
  tokens: readonly Token[];
  zones: readonly Zone[];
  /** Words that the text has in small letters as well. */
  ordinary: ReadonlySet<string>;
  /** How often each word stands alone before a colon, as who speaks does. */
  labels: ReadonlyMap<string, number>;
  /** Words with a capital within a sentence. */
  inside: ReadonlySet<string>;
  /** Pieces of the addresses for mail that stand in the text, in small letters. */
  mailed: ReadonlySet<string>;
}

/** A name, by its places in the row of words. */
export interface FoundName {
  from: number;
  to: number;
  form: NameForm;
  confidence: number;
}

/** The names that can be told by themselves or by what stands beside them, in order. */
export function namesIn(around: Around): FoundName[] {
  const { tokens } = around;
  const found: FoundName[] = [];
  const zoneOf = zoneFinder(around);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || !canBegin(token, tokens[i + 1])) continue;
    const zone = zoneOf(token.start);
    const item = zone !== null && beginsItem(token, tokens[i - 1], zone);
    const name = nameAt(around, i, zone, item, found.at(-1));
    if (name === null) {
      const skipped = readName(tokens, i);
      // "Jan Steenstraat": not "Jan" either, and no word of it.
      if (skipped === null && isStreetName(tokens, i)) i = endOfStreet(tokens, i) - 1;
      continue;
    }
    found.push(name);
    i = name.to - 1;
  }
  return found;
}

function canBegin(token: Token, next: Token | undefined): boolean {
  if (token.capital || token.initial) return true;
  return (
    next !== undefined &&
    /^(?:de|mevrouw|mw|mevr|mej|meneer|dhr|hr|drs?|ir|ing|mr|prof|ds)$/.test(token.small)
  );
}

function nameAt(
  around: Around,
  at: number,
  zone: Zone | null,
  item: boolean,
  last: FoundName | undefined,
): FoundName | null {
  const { tokens } = around;
  const before = tokens[at - 1];
  const beside = before !== undefined && tokens[at] !== undefined && besides(tokens[at] as Token);
  const role = beside && before !== undefined && isRole(before.small);
  if (tokens[at]?.small === "het") return null;
  const form =
    readName(tokens, at) ?? (item || role || isLabel(around, at) ? readSurname(tokens, at) : null);
  if (form === null) return null;
  const turned = item && zone !== null ? surnameFirst(around, form, zone) : null;
  if (turned !== null) return turned;
  const confidence = confidenceOf(around, form, { before, beside, role, item, zone, last });
  if (confidence === 0) return null;
  return { from: form.from, to: form.to, form, confidence };
}

/** "Van: Bakker, Lieke": as programs for mail write a name, alone behind its label. */
function surnameFirst({ text, tokens }: Around, form: NameForm, zone: Zone): FoundName | null {
  const first = tokens[form.to];
  const before = tokens[form.from - 1];
  if (form.words.length !== 1 || first === undefined || first.gap !== ", ") return null;
  if (before !== undefined && before.end > zone.start) return null;
  if (
    !isFirstName(first.word) ||
    !/^\s{0,3}(?:[;<\n]|$)/.test(text.slice(first.end, first.end + 5))
  )
    return null;
  const words = [form.to, ...form.words];
  return {
    from: form.from,
    to: form.to + 1,
    form: { ...form, to: form.to + 1, words, surname: null },
    confidence: 0.9,
  };
}

interface Beside {
  before: Token | undefined;
  beside: boolean;
  role: boolean;
  item: boolean;
  zone: Zone | null;
  last: FoundName | undefined;
}

/** How surely a form is a name where it stands; 0 when it is not taken for one. */
function confidenceOf(around: Around, form: NameForm, beside: Beside): number {
  const { tokens } = around;
  const words = form.words.map((i) => tokens[i] as Token);
  const [first, second] = words;
  if (first === undefined) return 0;
  const after = tokens[form.to];
  const afterIs = (test: ReadonlySet<string>) =>
    after !== undefined && besides(after) && test.has(after.small);
  // "Karin Bos Vervoer", "Bos Advies": a firm that bears a name.
  if (after?.capital && besides(after) && ORGANISATION_TAILS.has(after.small)) return 0;
  // "Jeroen Bosch Ziekenhuis", "Anne Frank school": a house that was called after somebody.
  if (after !== undefined && besides(after) && CALLED_AFTER.test(after.small)) return 0;
  if (!form.titled && CALLED_AFTER.test(words.at(-1)?.small ?? "")) return 0;
  if (form.titled) return /^(?:oetker|proper|bean|martens|phil)$/.test(first.small) ? 0 : 0.97;
  const thing =
    beside.before !== undefined && beside.beside && BEFORE_THING.has(beside.before.small);
  const headed =
    beside.before !== undefined && beside.beside && ORGANISATION_HEADS.has(beside.before.small);
  // "bij de Hoge Wal", "MFA De Spil te Molenbroek": a house or a place; people go without an article.
  const article =
    beside.before !== undefined &&
    beside.beside &&
    /^(?:de|het|een|'t|deze|dit|die|dat)$/.test(beside.before.small);
  if (article && !isOnlyFirstName(first.word)) return 0;
  if (headed || (thing && form.words.length < 3 && !isOnlyFirstName(first.word))) return 0;
  if (form.initials > 0) return initialled(around, form, beside, first);
  const says = afterIs(SAYS);
  const labelled = isLabelEnd(around, form);
  if (form.words.length > 1) {
    return severalWords(around, form, beside, { first, second, says, labelled });
  }
  return oneWord(around, form, beside, { first, says, surely: afterIs(SAYS_SURELY), labelled });
}

const CALLED_AFTER =
  /^\p{L}{0,20}(?:ziekenhuis|school|college|lyceum|museum|stichting|fonds|prijs|instituut|kliniek|arena|zaal|plein|park|universiteit|academie|bibliotheek|brug|tunnel|stadion|hospice|kerk|toernooi|fabriek)$/u;

/** "M. Ottens", "J.P. van der Berg"; "A. Vervoer" at the start of a line is a chapter. */
function initialled(around: Around, form: NameForm, beside: Beside, first: Token): number {
  const { tokens, ordinary } = around;
  const initial = tokens[form.from];
  if (initial === undefined || initial.word === "X") return 0;
  const sure =
    form.initials > 1 || form.words[0] !== form.from + form.initials || form.words.length > 1;
  if (sure && !(form.initials === 1 && initial.opens && isNoName(first.word))) return 0.95;
  if (beside.item || SURNAMES.has(first.word)) return 0.95;
  if (isNoName(first.word) || ordinary.has(first.small)) return 0;
  // "plan B. Daarna …": the point ends a sentence.
  const ends =
    beside.beside &&
    beside.before !== undefined &&
    !initial.opens &&
    /^(?:plan|groep|bijlage|optie|variant|vitamine|type|klasse|deel|lot|fase|tafel|klas|perceel|hepatitis|stelling|dilemma|scenario)$/.test(
      beside.before.small,
    );
  if (ends) return 0;
  return initial.opens ? 0.7 : 0.93;
}

interface Reading {
  first: Token;
  says: boolean;
  labelled: boolean;
}

function severalWords(
  around: Around,
  form: NameForm,
  beside: Beside,
  { first, second, says, labelled }: Reading & { second: Token | undefined },
): number {
  const { tokens, ordinary, mailed } = around;
  const last = tokens[form.words.at(-1) ?? -1] ?? first;
  if (isBrand(form.words.map((i) => tokens[i]?.small ?? "").join(" "))) return 0;
  const particles = form.surname !== null && !form.words.includes(form.surname);
  if (THING_HEADS.has(first.small) && !isOnlyFirstName(first.word)) return 0;
  if (ORGANISATION_HEADS.has(first.small)) return 0;
  if (isFirstName(first.word)) {
    if (particles) return 0.95;
    if (isOnlyFirstName(first.word)) return 0.93;
    return ordinary.has(last.small) && first.opens ? 0.6 : 0.85;
  }
  const strange = !ordinary.has(first.small) && !ordinary.has(last.small);
  if (mailed.has(last.small) || mailed.has(first.small)) return 0.9;
  if (beside.role && strange) return 0.9;
  if (beside.item) return strange ? 0.9 : 0.75;
  if (SURNAMES.has(last.word) && strange) return first.opens ? 0.75 : 0.85;
  if (labelled && strange) return 0.85;
  // "Chromebooks van Acer": "van" alone joins other things too.
  const plain = form.surname !== null && tokens[form.surname]?.small === "van";
  const joins = particles && !(plain && form.words.includes((form.surname ?? 0) + 1));
  if (joins && strange && !first.opens) return 0.8;
  if (particles && strange && (says || isFunctionBehind(around, form))) return 0.85;
  if (strange && isFunctionBehind(around, form)) return 0.8;
  if (strange && says && second !== undefined && !ORGANISATION_TAILS.has(last.small)) return 0.7;
  if (strange && beside.beside && beside.before && CALLED.test(beside.before.small)) return 0.75;
  if (strange && beside.beside && isMet(tokens, form.from)) return 0.75;
  return 0;
}

/** "Invaller is Ko Tuinstra", "bel Gijsbert Nagtegaal": what leads to a name. */
const CALLED =
  /^(?:heet|genaamd|aldus|volgens|namens|mail|mailen|bel|bellen|vraag|is|door|sprak|hallo|beste|dag|hoi|lieve)$/;

/** "gesproken met Harmina Pot", "contact opnemen met …". */
function isMet(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:met|naar|bij)$/.test(tokens[at - 1]?.small ?? "")) return false;
  return /^(?:gesproken|gesprek|spreken|sprak|afspraak|contact|overleg|gebeld|gemaild|opnemen|terecht|interview|vragen)$/.test(
    tokens[at - 2]?.small ?? "",
  );
}

function oneWord(
  around: Around,
  form: NameForm,
  beside: Beside,
  { first, says, surely, labelled }: Reading & { surely: boolean },
): number {
  const { tokens, ordinary, mailed } = around;
  const { before } = beside;
  const bare = form.words[0] !== form.from;
  const known = isFirstName(first.word);
  const only = isOnlyFirstName(first.word);
  const strange =
    !ordinary.has(first.small) && !(bare ? isFieldWord(first.word) : isNoName(first.word));
  const greeted = before?.opens && GREETS.test(before.small);
  if (before !== undefined && beside.beside && BEFORE_THING.has(before.small)) return 0;
  if (isBrandStart(tokens, form)) return 0;
  if (greeted && (known || strange)) return 0.93;
  if (beside.role) {
    if (known) return 0.92;
    const field = before !== undefined && BEFORE_FIELD.has(before.small);
    // "schoolleider De Vuurvlinder": a school as well as a person.
    const atSchool =
      before !== undefined &&
      /^(?:schoolleider|directeur|directrice|leerkracht|mentor|docente?|leerling|teamleider|conciërge)$/.test(
        before.small,
      );
    if (strange && bare) return atSchool && !SURNAMES.has(first.word) ? 0 : 0.9;
    if (!strange) return 0;
    if (!field || SURNAMES.has(first.word)) return 0.85;
    return isGroup(first.small) ? 0 : 0.7;
  }
  if (ofParent(tokens, form.from) && (known || strange)) return known ? 0.92 : 0.75;
  if (strange && isApposed(around, form)) return 0.8;
  if (beside.item && endsItem(around, form)) {
    if (known) return 0.9;
    if (!strange || (isGroup(first.small) && !SURNAMES.has(first.word))) return 0;
    return bare || SURNAMES.has(first.word) || (beside.zone?.list ?? false) ? 0.8 : 0;
  }
  if (labelled) {
    if (known) return 0.92;
    if (bare) return 0.85;
    // Who speaks comes back, also within what others say; a subject seldom does.
    const comesBack = (around.labels.get(first.word) ?? 0) > 1 && around.inside.has(first.word);
    if (strange && comesBack && !isGroup(first.small)) return 0.75;
    return strange && SURNAMES.has(first.word) ? 0.7 : 0;
  }
  if (mailed.has(first.small) && strange) return 0.85;
  if (known && surely) return 0.9;
  if (known && says && (only || SAYS_TOO.test(tokens[form.to]?.small ?? "")))
    return only ? 0.88 : 0.75;
  if (known && isAge(around, form)) return 0.9;
  if (only && !ordinary.has(first.small)) return isGenitiveOfThing(tokens, form) ? 0 : 0.8;
  if (SURNAMES.has(first.word) && surely && strange) return 0.75;
  if (known && besideName(around, form, beside.last)) return 0.8;
  return 0;
}

/** Ends as the name of a group or a calling: "Huurders", "Jeugdartsen", "Inkoper". */
export const isGroup = (small: string): boolean =>
  /(?:ers|eurs|isten|ogen|anten|enten|artsen|aren|sters|leden|ouders|eur|oper|eider|atie|ster|oog|arts|coach)$/.test(
    small,
  );

/** What roses do not do. */
const SAYS_TOO =
  /^(?:vindt|vond|belt|belde|mailt|meldt|benadrukt|noemt|adviseert|vraagt|geeft|licht|wil)$/;

const GREETS = /^(?:beste|hallo|hoi|dag|lieve|geachte|hey|hee|ha)$/;

/** "Moeder van Sem", "de ouders van Lotte". */
function ofParent(tokens: readonly Token[], at: number): boolean {
  const [person, of] = [tokens[at - 2], tokens[at - 1]];
  if (of?.small !== "van" || person === undefined || !besides(of)) return false;
  return /^(?:moeder|vader|ouders?|mama|papa|oma|opa|zus|broer|zoon|dochter|mentor|juf|meester|begeleider|begeleidster|coach|verzorgers?|tante|oom|vriend|vriendin|voogd|partner|man|vrouw|pleegouders?)$/.test(
    person.small,
  );
}

/** "de vaste schoolcoach, Gülay, kent …", "het zusje van Jayden, Shaniqua, …": between commas behind who it is. */
function isApposed({ text, tokens }: Around, form: NameForm): boolean {
  const start = tokens[form.from];
  if (start?.gap !== ", ") return false;
  if (!/^[,.]/.test(text[tokens[form.to - 1]?.end ?? 0] ?? "")) return false;
  const before = tokens[form.from - 1];
  if (before === undefined) return false;
  if (before.word === before.small && isRole(before.small)) return true;
  return before.capital && ofParent(tokens, form.from - 1);
}

/** "Sem (8)", "Milan, 9 jaar,": a child with its age. */
function isAge({ text, tokens }: Around, form: NameForm): boolean {
  const end = tokens[form.to - 1]?.end ?? 0;
  return /^(?:\s\(\d{1,2}(?: jaar)?\)|,? (?:van )?\d{1,2} jaar|,? \d{1,2},)/.test(
    text.slice(end, end + 16),
  );
}

/** "Karin en Piet": a first name beside a name. */
function besideName({ tokens }: Around, form: NameForm, last: FoundName | undefined): boolean {
  if (last === undefined) return false;
  const between = form.from - last.to;
  if (between === 0) return tokens[form.from]?.gap === ", ";
  return between === 1 && /^(?:en|of)$/.test(tokens[last.to]?.small ?? "");
}

/** "Jumbo Bos en Lommer": no sense in reading on. */
const isGenitiveOfThing = (tokens: readonly Token[], form: NameForm): boolean => {
  const after = tokens[form.to];
  // "Anne Frank", "Sint Jan": part of another name that was not read as one.
  const before = tokens[form.from - 1];
  const capitalBefore = before?.capital && besides(tokens[form.from] as Token) && !before.opens;
  const capitalAfter = after?.capital && besides(after) && !isNoName(after.word);
  return Boolean(capitalBefore || capitalAfter);
};

/** "Oumaima Bouzid (directeur)", "…, wethouder": a function behind it. */
function isFunctionBehind({ tokens }: Around, form: NameForm): boolean {
  const after = tokens[form.to];
  if (after === undefined || !/^(?: \(|, | [-–] )$/.test(after.gap)) return false;
  return (
    BEFORE_NAME.has(after.small) ||
    /(?:er|ster|eur|ist|oog|ant|ent|arts|lid|manager)$/.test(after.small)
  );
}

/** Whether a name stands where a speaker is named: at the start of a line, with a colon behind it. */
function isLabelEnd({ text, tokens }: Around, form: NameForm): boolean {
  const start = tokens[form.from];
  const end = tokens[form.to - 1]?.end ?? 0;
  if (!start?.opens && !/\n\s{0,8}[-*•]?\s{0,3}\*{0,2}$/.test(start?.gap ?? "")) return false;
  return /^\*{0,2}(?: ?\([^()\n]{1,40}\))?\*{0,2} ?:(?![\d/])/.test(text.slice(end, end + 52));
}

/** Whether a surname with "De" or "Van" can be read at this place, because a colon follows soon. */
function isLabel({ text, tokens }: Around, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !token.opens || !PARTICLES.has(token.small)) return false;
  return (
    text
      .slice(token.end, token.end + 40)
      .split("\n", 1)[0]
      ?.includes(":") ?? false
  );
}

function zoneFinder({ zones }: Around): (at: number) => Zone | null {
  let i = 0;
  return (at) => {
    while (i < zones.length && (zones[i]?.end ?? 0) <= at) i++;
    const zone = zones[i];
    return zone !== undefined && zone.start <= at ? zone : null;
  };
}

/** Whether an item of a list begins here: behind a comma, a mark, "en", or at the start of it. */
function beginsItem(token: Token, before: Token | undefined, zone: Zone): boolean {
  if (before === undefined || before.start < zone.start) return true;
  if (/[,;|\n•)/&+\t:]| [-–] /.test(token.gap)) return true;
  return before.small === "en" && besides(token);
}

/** Whether nothing of the same item follows but what somebody is: "(voorzitter)", "namens de school". */
function endsItem({ text, tokens }: Around, form: NameForm): boolean {
  const end = tokens[form.to - 1]?.end ?? 0;
  const rest = text.slice(end, end + 12);
  return (
    rest === "" ||
    /^(?:\s{0,3}[,;|\n(/&+.:<*\t]|\s{0,3}[-–]\s| (?:en|namens|van|voor|als|uit|bij|is)\s)/.test(
      rest,
    )
  );
}

/** Names of people that are a shop, a school or a thing. */
const BRANDS = new Set([
  "albert heijn",
  "philip morris",
  "jan linders",
  "max havelaar",
  "anne frank",
  "johan cruijff",
  "maria montessori",
  "rudolf steiner",
  "florence nightingale",
  "mona lisa",
  "tommy hilfiger",
  "herman miller",
  "jack daniels",
  "ben jerry",
  "dirk kuyt",
  "dirk van den broek",
  "philips hue",
  "tom poes",
  "tom tom",
  "alan turing",
  "van der valk",
  "kees smit",
  "erasmus mc",
]);
const isBrand = (name: string): boolean => BRANDS.has(name);

const isBrandStart = (tokens: readonly Token[], form: NameForm): boolean => {
  const next = tokens[form.to];
  return (
    next !== undefined && besides(next) && isBrand(`${tokens[form.to - 1]?.small} ${next.small}`)
  );
};

/** Capital words in a row, the last of which ends as a street: "Jan Steenstraat", "Prinses Beatrixlaan". */
function isStreetName(tokens: readonly Token[], at: number): boolean {
  return endOfStreet(tokens, at) > at;
}

function endOfStreet(tokens: readonly Token[], at: number): number {
  for (let i = at; i < at + 6; i++) {
    const token = tokens[i];
    if (token === undefined || (i > at && !besides(token) && !/^\.\s?$/.test(token.gap))) return at;
    if (
      /(?:straat|laan|weg|plein|kade|singel|gracht|steeg|dreef|plantsoen|school|college|lyceum)$/.test(
        token.small,
      )
    )
      return i + 1;
    if (!token.capital && !token.initial && !PARTICLES.has(token.small)) return at;
  }
  return at;
}
