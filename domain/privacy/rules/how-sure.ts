import type { Around, FoundName } from "./around";
import {
  besideName,
  endsItem,
  isAge,
  isAllOf,
  isApposed,
  isFunctionBehind,
  isGroup,
  isIntroduction,
  isLabelEnd,
  isParticled,
  isPartOfOther,
  isPet,
  isReference,
  isToldOf,
  ofParent,
} from "./beside";
import { isBrand, isBrandAt, isBrandStart, isSaying } from "./brands";
import {
  endsAsPlace,
  isBuilding,
  isCalledAfter,
  isCompoundThing,
  isPlaceEnd,
  isPlaceName,
  isSurelyPlace,
} from "./called-after";
import { isAmpersand } from "./firm-words";
import { isFamilyFirm } from "./firms-after-people";
import { isFirstName, isOnlyFirstName } from "./first-names";
import { type NameForm, TITLE_WORD } from "./forms";
import { isAmongKinds, isKind, isTitleOfWork } from "./kinds-of";
import { isFirmRole } from "./signs";
import { SURNAMES } from "./surnames";
import { besides, type Token } from "./tokens";
import { isElder } from "./turned";
import {
  BEFORE_FIELD,
  BEFORE_PARTICLE,
  BEFORE_THING,
  canBeStreet,
  isFieldOfWork,
  isFieldWord,
  isNoName,
  isOrganisationHead,
  isOrganisationTail,
  isRole,
  isTown,
  ORGANISATION_HEADS,
  PARTICLES,
  SAYS,
  SAYS_SURELY,
  THING_HEADS,
} from "./words";
import type { Zone } from "./zones";

/** What stands beside a form. */
export interface Beside {
  before: Token | undefined;
  beside: boolean;
  role: boolean;
  item: boolean;
  zone: Zone | null;
  last: FoundName | undefined;
}

/** How surely a form is a name where it stands; 0 when it is not taken for one. */
export function confidenceOf(around: Around, form: NameForm, beside: Beside): number {
  const { tokens, ordinary } = around;
  const words = form.words.map((i) => tokens[i] as Token);
  const [first, second] = words;
  if (first === undefined) return 0;
  const after = tokens[form.to];
  const afterIs = (test: ReadonlySet<string>) =>
    after !== undefined && besides(after) && test.has(after.small);
  // "Karin Bos Vervoer", "Bos Advies": a firm that bears a name.
  if (after?.capital && besides(after) && isOrganisationTail(after.small)) return 0;
  // "Van Dijk en Zonen", "Bakker en Zn.".
  if (isFamilyFirm(tokens, form.to)) return 0;
  // "Jeroen Bosch Ziekenhuis", "Anne Frank school": a house that was called after somebody.
  if (after !== undefined && besides(after) && isCalledAfter(after.small)) return 0;
  const end = words.at(-1)?.word ?? "";
  // "Bram Ladage-friet", "Berenschot-rapport": what bears a name.
  if (isCompoundThing(end)) return 0;
  // "Dr. Schaepmancollege", "Mgr. Nolensschool": whom a house was called after had a title too.
  const dignified = form.titled && !TITLE_WORD.test(tokens[form.from]?.small ?? "");
  const joint = !PARTICLES.has(tokens[(form.words.at(-1) ?? 0) - 1]?.small ?? "");
  if (dignified && joint && form.initials === 0 && isPlaceEnd(end.toLowerCase())) return 0;
  // "syndroom van Gilles de la Tourette", "Wet van Dam".
  const of = beside.beside && beside.before?.small === "van" ? tokens[form.from - 2] : undefined;
  if (LAWS.test(of?.small ?? "")) return 0;
  // "sporthal Ard Schenk", "de raadzaal Jan Palach".
  if (beside.before !== undefined && beside.beside && isBuilding(beside.before.small)) return 0;
  const placed = beside.item || beside.role || form.initials > 0;
  // "Floris Heemskerk": of these a town and a surname is made, and what bears a name has its article.
  const town = /(?:kerk|wijk|haven|molen|brug|vaart|burg|toren)$/.test(words.at(-1)?.small ?? "");
  const within = /^(?:in|op|langs|tegenover|naast|onder|over|achter)$/.test(
    beside.beside ? (beside.before?.small ?? "") : "",
  );
  const whole = town && isOnlyFirstName(first.word) && !within;
  if (!form.titled && !placed && !whole && isCalledAfter(words.at(-1)?.small ?? "")) return 0;
  const all = tokens.slice(form.from, form.to).map(({ small }) => small);
  if (!beside.item && !beside.role && isTown(all.join(" "))) return 0;
  // "(Van Yperen, 2020)", "Mulder e.a.": what was written by them.
  if (isReference(around, form)) return 0;
  // "Wever & De Groot": a firm.
  const firm = [tokens[form.from], after].some((one) => one !== undefined && isAmpersand(one));
  if (firm && !isFirstName(first.word) && !form.titled && form.initials === 0) return 0;
  if (isParticled(around, form)) {
    if (around.particledFirms.has(all.join(" "))) return 0;
    const led = beside.beside ? beside.before : undefined;
    if ((led?.capital && !beside.role) || BEFORE_THING.has(led?.small ?? "")) return 0;
    if (isOrganisationHead(led?.small ?? "")) return 0;
    if (isBrand(all.join(" ")) || isSurelyPlace(end.toLowerCase())) return 0;
    // "belt Van den Berg Geluid".
    if (second !== undefined && SURNAMES.has(first.word) && !SURNAMES.has(second.word)) return 0;
    // "de Van Speijkvaart".
    if (endsAsPlace(end.toLowerCase()) && /^(?:de|het|een)$/.test(led?.small ?? "")) return 0;
    return THING_HEADS.has(first.small) || ordinary.has(first.small) ? 0 : 0.8;
  }
  if (form.titled) return /^(?:oetker|proper|bean|martens|phil)$/.test(first.small) ? 0 : 0.97;
  const thing =
    beside.before !== undefined && beside.beside && BEFORE_THING.has(beside.before.small);
  const headed =
    beside.before !== undefined && beside.beside && ORGANISATION_HEADS.has(beside.before.small);
  // "bij de Hoge Wal", "MFA De Spil te Molenbroek": a house or a place; people go without an article.
  const led = beside.before !== undefined && beside.beside ? beside.before.small : "";
  const told = /^(?:vraag|vraagt|vroeg|zeg|zei|geef|geeft|vertel)$/.test(
    tokens[form.from - 2]?.small ?? "",
  );
  // "het Sint Elisabeth Gasthuis", "Lijst Pim Fortuyn", "motie Anna Bos".
  if (/^(?:sint|st|lijst|motie|amendement|award|syndroom|wet)$/.test(led) && !form.titled) return 0;
  if (/^(?:het|een|'t|dit)$/.test(led) && !(told && isFirstName(first.word))) return 0;
  if (/^(?:de|deze)$/.test(led) && !(beside.item && isOnlyFirstName(first.word))) return 0;
  if (led === "die" && !isOnlyFirstName(first.word)) return 0;
  // "In Jacob Maris wonen veel ouderen": nobody lives in somebody.
  const into = /^(?:vertrouwen|geloof|geloven|geloofde|gelooft|interesse|verdiept|verliefd)$/;
  if (led === "in" && !beside.item && !into.test(tokens[form.from - 2]?.small ?? "")) return 0;
  // "Kandidaat Krzysztof Zieliński": what somebody is, with a capital because a sentence begins.
  const third = form.words.length > 2 && second !== undefined && isOnlyFirstName(second.word);
  if (third && first.opens && form.initials === 0 && !isFirstName(first.word)) return 0;
  // "Greta Lindenhuis:" says something: no house does.
  const labelled = isLabelEnd(around, form);
  const known = beside.item || beside.role || labelled || whole;
  if (!known && isPlaceName(words.at(-1)?.small ?? "", form)) return 0;
  // "de boot Maria Christina".
  if (thing && /^(?:boot|veerboot|schip|koe|haan|geit|storm|orkaan)$/.test(led)) return 0;
  if (headed || (thing && form.words.length < 3 && !isOnlyFirstName(first.word))) return 0;
  if (form.initials > 0) return initialled(around, form, beside, first);
  const says = afterIs(SAYS);
  if (form.words.length > 1) {
    return severalWords(around, form, beside, { first, second, says, labelled });
  }
  return oneWord(around, form, beside, { first, says, surely: afterIs(SAYS_SURELY), labelled });
}

/** "M. Ottens", "J.P. van der Berg"; "A. Vervoer" at the start of a line is a chapter. */
function initialled(around: Around, form: NameForm, beside: Beside, first: Token): number {
  const { tokens, ordinary } = around;
  const initial = tokens[form.from];
  if (initial === undefined || initial.word === "X") return 0;
  const sure =
    form.initials > 1 || form.words[0] !== form.from + form.initials || form.words.length > 1;
  const joined = form.words[0] !== form.from + form.initials;
  if (sure && (joined || !(form.initials === 1 && initial.opens && isNoName(first.word))))
    return 0.95;
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
  // "| M. Roozendaal |": all of a cell.
  const end = tokens[form.to - 1]?.end ?? 0;
  const cell = /\|\s{0,3}$/.test(initial.gap) && /^\s{0,3}\|/.test(around.text.slice(end, end + 4));
  return initial.opens && !cell ? 0.7 : 0.93;
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
  const words = form.words.map((i) => tokens[i] as Token);
  const last = tokens[form.words.at(-1) ?? -1] ?? first;
  if (isBrandAt(tokens, form.from, form.to) || isTitleOfWork(tokens, form.from)) return 0;
  const particles = form.surname !== null && !form.words.includes(form.surname);
  // "Security Officer", "Japanse Duizendknoop": what somebody is, and a kind of thing.
  const calling = isRole(last.small) && !SURNAMES.has(last.word);
  if (!isFirstName(first.word) && (calling || words.some(isAdjective))) return 0;
  // "Jumbo aan de Rozengaarde": where a shop is.
  // "Pater Karelpad", "Burgemeester Jansenhof".
  const dignity =
    /^(?:pater|zuster|pastoor|pastor|burgemeester|kapelaan|monseigneur|dokter|meester|professor|prins|prinses|koning|koningin|graaf|admiraal|generaal|kardinaal|broeder|deken|rector)$/;
  if (dignity.test(first.small) && canBeStreet(last.word) && !SURNAMES.has(last.word)) return 0;
  const joint = tokens[form.surname ?? -1]?.small ?? "";
  if (BEFORE_PARTICLE.has(joint) && form.words[0] === form.from && !isFirstName(first.word))
    return 0;
  if (THING_HEADS.has(first.small) && !isOnlyFirstName(first.word)) return 0;
  // "coördinator Huize Hoop": where somebody works.
  if (/^(?:huize|villa|residentie|serviceflat)$/.test(first.small)) return 0;
  if (isOrganisationHead(first.small)) return 0;
  if (isFirstName(first.word)) {
    // "Storm Eunice".
    if (first.word === "Storm" && !particles && !SURNAMES.has(last.word)) return 0;
    if (particles) return 0.95;
    if (isOnlyFirstName(first.word)) return 0.93;
    return ordinary.has(last.small) && first.opens ? 0.6 : 0.85;
  }
  const firm = words.some((one) => isOrganisationTail(one.small) && !isFirstName(one.word));
  const strange = !ordinary.has(first.small) && !ordinary.has(last.small) && !firm;
  if (mailed.has(last.small) || mailed.has(first.small)) return 0.9;
  if (beside.role && strange) return 0.9;
  if (strange && isApposed(around, form)) return 0.85;
  if (beside.item) return strange ? 0.9 : 0.75;
  if (SURNAMES.has(last.word) && strange) return first.opens ? 0.75 : 0.85;
  if (labelled && strange) return 0.85;
  // "Zhang Meifen": the surname stands first.
  if (SURNAME_FIRST.test(first.word) && strange && form.words.length === 2) return 0.8;
  // "Chromebooks van Acer": "van" alone joins other things too.
  const plain = form.surname !== null && tokens[form.surname]?.small === "van";
  const joins = particles && !(plain && form.words.includes((form.surname ?? 0) + 1));
  // "Nabila Kaddouri", where "Kaddouri deelt een folder uit" stands too.
  const speaks = around.saying.has(last.word) || around.saying.has(first.word);
  if (strange && speaks) return first.opens ? 0.7 : 0.8;
  if (joins && strange && !first.opens) return 0.8;
  if (particles && strange && (says || isFunctionBehind(around, form))) return 0.85;
  if (strange && isFunctionBehind(around, form)) return 0.8;
  if (strange && says && second !== undefined) return 0.7;
  if (strange && beside.beside && beside.before && CALLED.test(beside.before.small)) return 0.75;
  if (strange && beside.beside && (isMet(tokens, form.from) || isSaidBy(tokens, form.from)))
    return 0.75;
  return 0;
}

/** "Japanse", "Zilveren", "Amsterdamse": before a thing. */
const isAdjective = ({ word }: Token): boolean =>
  !isFirstName(word) &&
  !SURNAMES.has(word) &&
  /^(?:Zwarte|Rode|Gouden|Zilveren|Grote|Kleine|Oude|Nieuwe|Blauwe|Groene|Gele|Hoge|Lage|Vrolijke|Bonte|Vergulde|Gulden|Hoge)$|^\p{Lu}\p{Ll}{2,14}(?:ische|inse|anse|damse|eren|elijke|kundige|iële|onale|arische|uden)$/u.test(
    word,
  );

/** "Invaller is Ko Tuinstra", "bel Gijsbert Nagtegaal": what leads to a name. */
const CALLED =
  /^(?:heet|genaamd|aldus|volgens|namens|mail|mailen|bel|bellen|vraag|is|door|sprak|hallo|beste|dag|hoi|lieve)$/;

/** "Vraag van Aart Verschuur". */
const isSaidBy = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.small === "van" &&
  /^(?:vraag|reactie|inbreng|bijdrage|opmerking|bericht|mail|brief|inspraak|zienswijze|bezwaar)$/.test(
    tokens[at - 2]?.small ?? "",
  );

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
  if (isBrandStart(tokens, form) || isSaying(around, form)) return 0;
  if (form.words.some((i) => isAmongKinds(tokens, i))) return 0;
  if (!known && isSurelyPlace(first.small)) return 0;
  // "bewoner Händelhof": where.
  const lives = /^(?:\p{L}{0,8}bewoners?|bewoonster|inwoners?|inwoonster|omwonenden?)$/u;
  if (lives.test(before?.small ?? "") && canBeStreet(first.word) && !SURNAMES.has(first.word))
    return 0;
  if (isTitleOfWork(tokens, form.from)) return 0;
  if (greeted && (known || strange)) return 0.93;
  if (beside.role) {
    // "Cafetaria Tante Toos", "Adviseur Groen".
    if (isOrganisationHead(tokens[form.from - 2]?.small ?? "") && before?.capital) return 0;
    const worked = before !== undefined && BEFORE_FIELD.has(before.small);
    if (worked && isFieldOfWork(first.small)) return 0;
    if (known) return 0.92;
    // "Claudia Weijers – accountmanager Decos": behind who it is stands where they work.
    const place = beside.last?.to === form.from - 1 && / [-–(]{1,2} ?$/.test(before?.gap ?? "");
    if (place && !bare && !SURNAMES.has(first.word)) return 0;
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
  const introduced =
    before !== undefined &&
    beside.beside &&
    isIntroduction(before.small) &&
    !isPet(tokens, form.from - 2);
  if (strange && introduced && !isGroup(first.small)) return 0.8;
  if (strange && isToldOf(around, form)) return 0.8;
  if (ofParent(tokens, form.from) && (known || strange)) return known ? 0.92 : 0.75;
  // "De architect, Haldan, rekende": as often a firm.
  const firm = isFirmRole(before?.small ?? "") && !known && !bare;
  if (strange && !firm && isApposed(around, form)) return 0.8;
  // "SO De Zonnebloem", "M. Bos, De Zonnebloem": a plant that nobody is called.
  if (bare && isKind(first.small) && !SURNAMES.has(first.word) && !known) return 0;
  if (beside.item && endsItem(around, form)) {
    if (known) return 0.9;
    if (!strange || (isGroup(first.small) && !SURNAMES.has(first.word))) return 0;
    return bare || SURNAMES.has(first.word) || (beside.zone?.list ?? false) || isAllOf(around, form)
      ? 0.8
      : 0;
  }
  if (labelled) {
    if (known) return 0.92;
    if (bare) return 0.85;
    // Who speaks comes back, also within what others say; a subject seldom does.
    const comesBack = (around.labels.get(first.word) ?? 0) > 1 && around.inside.has(first.word);
    if (strange && comesBack && !isGroup(first.small)) return 0.75;
    const joined = /\p{L}-\p{Ll}/u.test(first.word);
    const speaks = (around.labels.get(first.word) ?? 0) > 2 && !isGroup(first.small) && !joined;
    if (strange && speaks) return 0.7;
    return strange && SURNAMES.has(first.word) ? 0.7 : 0;
  }
  if (known && around.things.has(first.word)) return 0;
  // "De chauffeur is Ton".
  if (known && before?.small === "is" && isRole(tokens[form.from - 2]?.small ?? "")) return 0.85;
  if (mailed.has(first.small) && strange) return 0.85;
  if (strange && isElder(around, form)) return 0.85;
  if (known && surely) return 0.9;
  if (known && says && (only || SAYS_TOO.test(tokens[form.to]?.small ?? "")))
    return only ? 0.88 : 0.75;
  if (isAge(around, form, known) && (known || (strange && !isGroup(first.small))))
    return known ? 0.9 : 0.8;
  if (only && !ordinary.has(first.small)) {
    if (isPartOfOther(tokens, form)) return 0;
    return first.opens ? 0.8 : 0.9;
  }
  if (SURNAMES.has(first.word) && surely && strange) return 0.75;
  if (FRISIAN.test(first.word) && strange && !first.opens) return 0.75;
  if (known && besideName(around, form, beside.last)) return 0.8;
  return 0;
}

const SURNAME_FIRST =
  /^(?:Zhang|Wang|Chen|Liu|Yang|Huang|Zhao|Zhou|Wu|Xu|Zhu|Guo|Gao|Lin|Luo|Zheng|Liang|Xie|Tang|Feng|Deng|Nguyen|Tran|Pham|Hoang|Vu|Dang|Bui)$/;

/** "Zandstra", "Wijtsma": nothing else ends so. */
const FRISIAN = /^\p{Lu}\p{Ll}{1,12}(?:[dknpit]stra|[dtkrln]sma)$/u;

/** "Wet van Pascal". */
const LAWS =
  /^(?:wet|norm|formule|principe|effect|paradox|cirkel|matrix|ladder|regel|stelling|theorie|driehoek|piramide|syndroom|ziekte|toets|schaal|model|theorema)$/;

/** What roses do not do. */
const SAYS_TOO =
  /^(?:vindt|vond|belt|belde|mailt|meldt|benadrukt|noemt|adviseert|vraagt|geeft|licht|wil)$/;

const GREETS = /^(?:beste|hallo|hoi|dag|lieve|geachte|hey|hee|ha)$/;
