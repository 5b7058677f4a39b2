import { phraseAt } from "./health-phrases";
import type { FoundForm } from "./numbers";
import { besides, type Token } from "./tokens";

const listOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Illnesses, limitations and what is taken for them. */
const CONDITIONS = listOf(`
  staar tinnitus jicht glaucoom osteoporose lymfoedeem
  adhd add autisme autistisch autistische asperger pdd-nos epilepsie epileptisch epileptische diabetes suikerziekte astma copd reuma
  kanker borstkanker darmkanker longkanker leukemie tumor hersentumor depressie depressief depressies burn-out burnout
  angststoornis angststoornissen paniekaanvallen paniekstoornis ptss trauma dyslexie dyslectisch dyscalculie hechtingsstoornis hechtingsproblemen
  gedragsstoornis eetstoornis anorexia boulimia borderline psychose psychoses psychotisch schizofrenie schizofreen bipolair bipolaire
  verslaving verslaafd alcoholverslaving gokverslaving drugsverslaving alcoholist alcoholiste dementie dement alzheimer parkinson beroerte herseninfarct
  hersenbloeding hersenletsel hersenschudding hartinfarct hartaanval hartfalen hartafwijking hartoperatie hartpatiënt nierfalen dialyse nierdialyse spastisch spasticiteit
  spierziekte spierdystrofie hersenverlamming doof slechthorend slechthorende blind slechtziend slechtziende rolstoel rolstoelgebonden rollator
  verlamd dwarslaesie medicatie medicijnen ritalin concerta insuline antidepressiva antipsychotica chemotherapie chemokuur suïcidaal suïcide
  suïcidepoging zelfmoordpoging zelfbeschadiging automutilatie zwanger miskraam hiv notenallergie pinda-allergie tourette tics nah lvb
  coeliakie taaislijmziekte taalontwikkelingsstoornis faalangst slaapapneu incontinent incontinentie longziekte longemfyseem whiplash migraine
  griep corona longontsteking blindedarmontsteking pacemaker hartritmestoornis tia trombose gordelroos artritis fibromyalgie lymeziekte
  bloedarmoede psoriasis parkinsonisme dementerend dementerende slechtziendheid slechthorendheid doofheid overspannen depri
  beademing zuurstof sonde sondevoeding stoma katheter prothese gehoorapparaat gehoorapparaten scootmobiel incontinentiemateriaal
  psychiater gehandicapt meervoudig verstandelijk hersenvliesontsteking covid spina multiple als reumatisch artrose hernia eczeem allergie
`);

const TWO_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["spina", listOf("bifida")],
  ["multiple", listOf("sclerose")],
  ["cerebrale", listOf("parese")],
  ["cystic", listOf("fibrosis")],
  ["diabetes", listOf("type")],
  ["hoge", listOf("bloeddruk")],
  ["hoog", listOf("cholesterol")],
  ["open", listOf("been rug")],
  ["long", listOf("covid")],
  ["post", listOf("covid")],
]);

/** Of these the word behind decides: "verstandelijk beperkt", "een verstandelijke beperking". */
const BEFORE_LIMITATION =
  /^(?:(?:licht )?verstandelijke?|lichamelijke?|cognitie(?:f|ve)|zintuiglijke?|visue(?:el|le)|auditie(?:f|ve)|meervoudige?|motorische?|psychische?|niet aangeboren|psychiatrische?|chronische?|ernstige) (?:beperkt|beperking|handicap|gehandicapt|ziek|ziekte|stoornis|klachten|problemen|aandoening)$/;
const LIMITATIONS = listOf(`
  beperkt beperking handicap gehandicapt ziek ziekte stoornis klachten problemen aandoening
`);
const NEEDS_MORE = listOf(
  "als multiple meervoudig verstandelijk psychiater spina allergie covid trauma medicatie medicijnen rolstoel",
);

/** What ties a condition to somebody: "heeft epilepsie", "is dement", "lijdt aan reuma". */
const VERBS = listOf(`
  heeft had heb kreeg krijgt is was ben werd wordt raakte lijdt leed gebruikt gebruikte slikt slikte zit zat neemt nam bleek blijkt
  diagnose gediagnosticeerd behandeld overleed opgenomen hebben heb kampt kampte onderzocht behandeling herstelt herstellende hersteld
  brak draagt droeg krijgen thuis last slik gebruik neem revalideert
`);

/** One person, and not people in general. */
const ONE_PERSON = listOf("ik hij mijn m'n hem hijzelf zijzelf");
const RELATIVES = listOf(`
  cliënt cliënte patiënt patiënte leerling mevrouw meneer
  zoon dochter zoontje dochtertje kind kindje man vrouw moeder vader partner broer zus broertje zusje oma opa kleinzoon kleindochter neefje
  nichtje tweeling jongen meisje echtgenoot echtgenote schoonmoeder schoonvader buurman buurvrouw
`);
const OF_ONE = listOf("mijn m'n haar zijn onze ons hun diens");
const MANY = /(?:en|s|'s)$/;

const REACH = 5;

/** Details of somebody's health. @param people where names stand, in order, as UTF-16 ranges. */
export function healthIn(
  tokens: readonly Token[],
  people: readonly { start: number; end: number }[],
): FoundForm[] {
  const found: FoundForm[] = [];
  let person = 0;
  for (let from = 0; from < tokens.length; ) {
    let to = from + 1;
    while (to < tokens.length && to - from < 80 && !endsSentence(tokens[to] as Token)) to++;
    const start = tokens[from]?.start ?? 0;
    const end = tokens[to - 1]?.end ?? 0;
    while (person < people.length && (people[person]?.end ?? 0) <= start) person++;
    const named = (people[person]?.start ?? Number.POSITIVE_INFINITY) < end;
    found.push(...inSentence(tokens, from, to, named));
    from = to;
  }
  return found;
}

/** Behind "een beetje", "ook", "half". */
function pastModifiers(tokens: readonly Token[], at: number, to: number): number {
  let i = at;
  while (i < Math.min(to, at + 3) && MODIFIES.test(tokens[i]?.small ?? "")) i++;
  return i;
}

const MODIFIES =
  /^(?:een|beetje|ook|half|licht|lichte|zwaar|zware|ernstig|ernstige|misschien|mogelijk|daardoor|nu|erg|deels)$/;

const endsSentence = ({ gap }: Token): boolean =>
  /[.!?;]\s|[|]|\n\s{0,9}\n|\n\s{0,9}[-*•]/.test(gap);

function inSentence(
  tokens: readonly Token[],
  from: number,
  to: number,
  named: boolean,
): FoundForm[] {
  const found: FoundForm[] = [];
  let confidence: number | null = null;
  for (let i = from; i < to; i++) {
    const length = conditionAt(tokens, i, to);
    if (length === 0) continue;
    confidence ??= personIn(tokens, from, to, named);
    if (confidence === 0) return [];
    if (ofMany(tokens, i, from)) continue;
    const verb = verbBefore(tokens, i, from);
    if (verb === null && (NEEDS_MORE.has(tokens[i]?.small ?? "") || confidence < 0.75)) continue;
    let last = i + length - 1;
    // "adhd en autisme": one detail.
    for (let next = last + 1; next < to; next++) {
      const and = /^(?:en|of|met|na|door|van|vanwege|wegens)$/.test(tokens[next]?.small ?? "")
        ? next + 1
        : next;
      // "adhd en een beetje autisme", "na een beroerte half verlamd".
      const joined = pastModifiers(tokens, and, to);
      const apart = and === next && tokens[next]?.gap !== ", " && tokens[next]?.gap !== " ";
      const more = apart ? 0 : conditionAt(tokens, joined, to);
      if (more === 0) break;
      last = joined + more - 1;
      next = last;
    }
    // "heeft een beroerte gehad": with the end of what the verb says.
    if (
      last + 1 < to &&
      /^(?:gehad|gekregen|doorgemaakt|aanval|aanvallen)$/.test(tokens[last + 1]?.small ?? "")
    )
      last++;
    // "doof aan één oor".
    if (
      last + 3 < to &&
      tokens[last + 1]?.small === "aan" &&
      SIDES.test(tokens[last + 3]?.small ?? "")
    )
      last += 3;
    // "die een depressie heeft": the verb stands behind it.
    const behind =
      verb === null &&
      last + 1 < to &&
      /^(?:heeft|heb|had|kreeg)$/.test(tokens[last + 1]?.small ?? "");
    if (behind) last++;
    const first = behind && tokens[i - 1]?.small === "een" ? i - 1 : i;
    const start = tokens[verb === null ? first : withAuxiliary(tokens, verb, from)]?.start ?? 0;
    const end = tokens[last]?.end ?? 0;
    found.push({ start, end, confidence: verb === null ? confidence - 0.1 : confidence });
    i = last;
  }
  return found;
}

const SIDES = /^(?:oor|oren|oog|ogen|kant|zijde|arm|been|hand|voet|long|nier)$/;

/** Ends as what an illness or a break is called. */
const ILLNESS =
  /(?:breuk|stoornis|stoornissen|ontsteking|infectie|kanker|infarct|bloeding|fobie|verslaving|depressie|psychose|verlamming|aandoening|wisselingsziekte|hersenziekte|spierziekte|longziekte|darmziekte|nierziekte|hartziekte|leverziekte|allergie|dystrofie|sclerose|neuralgie|letsel|tumor|artrose|hernia|patiënt|syndroom|pijn|(?:rug|nek|hart|maag|buik|long|huid|hoofd|spannings|stress|gehoor|angst|darm|knie|bekken|gewrichts|vermoeidheids)klachten|spasme|reuma|ziek|vergiftiging|afasie|parese|plegie|itis|ose|algie|emie|foob|verslaafd|slikker)$/;
/** Words for what people have, that are of many things: only the whole of it. */
const NO_ILLNESS =
  /^(?:inbreuk|afbreuk|doorbreuk|uitbreuk|trendbreuk|schipbreuk|bankbreuk|contractbreuk|\p{L}*(?:diagnose|prognose|academie|chemie|anemiek|serieuze|grandiose|vervoersklachten|aantal-?klachten|osmose|virtuose|nerveuse))$/u;
/** Ends as a medicine; counts behind "gebruikt" or "slikt" only. */
const MEDICINE =
  /^\p{L}{2,}(?:traline|oxetine|opram|pam|azol|pril|olol|statine|fenidaat|peridon|iazine|apine|epine|formine|profen|cilline|done|xine|amol|amine|lol|sartan)$/u;

const TAKES = listOf("gebruikt gebruik slikt slik krijgt neemt gebruikte slikte");

/** How many words from `i` name a condition; 0 when none does. */
function conditionAt(tokens: readonly Token[], i: number, to: number): number {
  const token = tokens[i];
  if (token === undefined) return 0;
  const next = i + 1 < to ? tokens[i + 1] : undefined;
  const phrase = phraseAt(tokens, i, to);
  if (phrase > 0) return phrase;
  const beside = next !== undefined && besides(next) ? next.small : "";
  if (LIMITATIONS.has(beside) && BEFORE_LIMITATION.test(`${token.small} ${beside}`)) return 2;
  const third = i + 2 < to ? tokens[i + 2] : undefined;
  if (/^(?:syndroom|ziekte)$/.test(token.small) && next?.small === "van" && third !== undefined)
    return calledAfter(tokens, i + 2, to) - i;
  if (TWO_WORDS.get(token.small)?.has(beside)) {
    // "diabetes type 2".
    return beside === "type" && /^[12]$/.test(third?.word ?? "") ? 3 : 2;
  }
  if (token.word === token.small && token.small.length > 7 && ILLNESS.test(token.small))
    return NO_ILLNESS.test(token.small) ? 0 : 1;
  const before = tokens[i - 1]?.small ?? "";
  if (TAKES.has(before)) {
    // "slikt foliumzuur": what is swallowed is a medicine.
    const swallowed = before.startsWith("sli") && token.word === token.small;
    if ((swallowed && token.small.length > 4) || MEDICINE.test(token.small)) return 1;
  }
  if (token.small === "als" || token.small === "multiple") return token.word === "ALS" ? 1 : 0;
  if (token.small === "add" && token.word !== "ADD") return 0;
  if (token.word === "MS") return 1;
  // "Slechtziend Kromwijk" is a club.
  if (token.capital && next?.capital && besides(next)) return 0;
  return CONDITIONS.has(token.small) &&
    !/^(?:meervoudig|verstandelijk|spina|psychiater)$/.test(token.small)
    ? 1
    : 0;
}

/** Where "Gilles de la Tourette" or "Down" ends that begins at `at`. */
function calledAfter(tokens: readonly Token[], at: number, to: number): number {
  let end = at + 1;
  for (let i = at + 1; i < Math.min(to, at + 5); i++) {
    const token = tokens[i] as Token;
    if (!besides(token)) break;
    if (token.capital) end = i + 1;
    else if (!/^(?:de|la|von|van|der)$/.test(token.small)) break;
  }
  return end;
}

const isVerb = (token: Token | undefined): boolean =>
  token !== undefined && (VERBS.has(token.small) || /^\p{Ll}{3,9}t$/u.test(token.word));

/** How sure it is that a sentence is about one person; 0 when it is about people in general. */
function personIn(tokens: readonly Token[], from: number, to: number, named: boolean): number {
  if (named) return 0.85;
  let sure = 0;
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token;
    const next = tokens[i + 1];
    // "Die heeft Parkinson": who was spoken of.
    if (i === from && token.small === "die" && /^(?:heeft|had|kreeg)$/.test(next?.small ?? ""))
      sure = Math.max(sure, 0.7);
    if (OF_ONE.has(token.small) && next !== undefined && RELATIVES.has(next.small)) return 0.85;
    // "Moeder is zwanger": in notes the one that is spoken of.
    if (i === from && token.capital && RELATIVES.has(token.small) && isVerb(next)) return 0.8;
    if (
      token.small === "een" &&
      /^(?:bewoonster|mevrouw|meneer|buurvrouw|buurman)$/.test(next?.small ?? "")
    )
      sure = Math.max(sure, 0.75);
    if (ONE_PERSON.has(token.small)) sure = Math.max(sure, 0.7);
    const turned = /^(?:heeft|gebruikt|slikt|kreeg|had)$/.test(tokens[i - 1]?.small ?? "");
    if (/^(?:zij|ze)$/.test(token.small) && turned && i > from) sure = Math.max(sure, 0.7);
    if (
      /^(?:zij|ze)$/.test(token.small) &&
      next !== undefined &&
      (/^(?:is|was|had|kreeg)$/.test(next.small) || /^\p{Ll}{2,9}t$/u.test(next.word))
    )
      sure = Math.max(sure, 0.7);
    if (
      /^(?:jongen|meisje|vrouw|man|leerling|cliënt|cliënte|jongetje|mevrouw|meneer|bewoner|bewoonster)$/.test(
        token.small,
      )
    ) {
      const van = next?.small === "van" && /^\d{1,2}$/.test(tokens[i + 2]?.word ?? "");
      const one = /^(?:die|deze|dit|dat|de|het)$/.test(tokens[i - 1]?.small ?? "");
      const addressed = /^(?:mevrouw|meneer)$/.test(token.small) && VERBS.has(next?.small ?? "");
      if (van || addressed) return 0.8;
      if (one) sure = Math.max(sure, 0.6);
    }
  }
  return sure;
}

/** "kinderen met epilepsie", "leerlingen die autistisch zijn": of nobody in particular. */
function ofMany(tokens: readonly Token[], i: number, from: number): boolean {
  for (let k = i - 1; k >= Math.max(from, i - 4); k--) {
    const token = tokens[k] as Token;
    if (!/^(?:met|die|zonder|voor|over)$/.test(token.small)) continue;
    const before = tokens[k - 1];
    if (before === undefined || k - 1 < from) return false;
    return (
      MANY.test(before.small) &&
      before.small.length > 4 &&
      before.word === before.small &&
      !VERBS.has(before.small)
    );
  }
  return false;
}

/** "is opgenomen", "werd behandeld": both words of it. */
function withAuxiliary(tokens: readonly Token[], verb: number, from: number): number {
  if (
    !/^(?:opgenomen|gediagnosticeerd|behandeld|thuis|onderzocht|herstellende|hersteld|last|behandeling)$/.test(
      tokens[verb]?.small ?? "",
    )
  )
    return verb;
  for (let k = verb - 1; k >= Math.max(from, verb - 3); k--) {
    if (/^(?:is|was|werd|wordt|heeft|zit|onder)$/.test(tokens[k]?.small ?? "")) return k;
  }
  return verb;
}

function verbBefore(tokens: readonly Token[], i: number, from: number): number | null {
  for (let k = i - 1; k >= Math.max(from, i - REACH); k--) {
    const token = tokens[k] as Token;
    if (VERBS.has(token.small)) return k;
    if (/[,:;]/.test(token.gap) && k < i - 1) return null;
  }
  return null;
}
