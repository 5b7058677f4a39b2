import { besides, type Token } from "./tokens";

const listOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const BODY = listOf(`
  been benen arm armen pols polsen heup heupen enkel enkels knie knieën voet voeten hand handen rib ribben sleutelbeen neus rug nek schouder
  schouders vinger vingers teen tenen hoofd kaak kruisband kruisbanden meniscus achillespees pees enkelband enkelbanden hart longen nier
  nieren lever maag darm darmen oog ogen oor oren tand tanden gebit huid gewrichten bekken wervel onderbeen bovenbeen onderarm elleboog
  spieren gehoor geheugen
`);
const HURT = listOf(`
  gebroken gescheurd gekneusd verstuikt gezwikt verrekt verbrand bezeerd geamputeerd verloren afgescheurd verbrijzeld geopereerd versleten
  ontstoken brak
`);
const WORN = listOf(
  "nieuwe versleten slechte zwakke zieke kapotte stijve pijnlijke gebroken lamme verlamde",
);
const HAS = listOf("heeft had heb kreeg krijgt is was ben");
const OWN = listOf("zijn haar mijn m'n z'n d'r hun een de het beide");

const BODY_STARTS: ReadonlySet<string> = new Set([...HAS, ...OWN, ...WORN, "last", "pijn", "brak"]);

/** What is said of somebody's health in several words, by the word it begins with. */
const PHRASES: readonly (readonly [string, RegExp])[] = [
  [
    "langdurig ernstig chronisch terminaal ongeneeslijk",
    /^(?:langdurig|ernstig|chronisch|terminaal|ongeneeslijk) ziek(?!\p{L})/u,
  ],
  ["slecht", /^slecht ter been(?!\p{L})/u],
  [
    "slaapt loopt praat hoort ziet eet spreekt ademt plast beweegt",
    /^(?:slaapt (?:erg |heel |al )?slecht|(?:loopt|praat|hoort|ziet|eet|spreekt|ademt|beweegt) (?:heel |erg |nog |steeds )?(?:slecht|slechter|moeilijk|moeizaam|nauwelijks|bijna niet|niet goed|niet meer|nog niet|amper)|hoort stemmen|ziet (?:niets|niks|alleen licht)|plast (?:nog )?in (?:bed|zijn broek|haar broek)|loopt (?:[\p{L}]+ )?bij (?:de|een) (?:psycholoog|psychiater|oncoloog|cardioloog|neuroloog|revalidatiearts|reumatoloog|longarts|internist|uroloog|gynaecoloog))(?!\p{L})/u,
  ],
  ["geopereerd", /^geopereerd (?:wordt |werd |is )?aan (?:zijn|haar|mijn|de|het|een) \p{L}{3,20}/u],
  [
    "drinkt rookt blowt dronk",
    /^(?:drinkt|rookt|blowt|dronk) (?:veel )?te (?:veel|weinig)(?!\p{L})/u,
  ],
  [
    "is was ben werd wordt",
    /^(?:(?:is|was|ben) (?:veel |iets |wat )?te (?:licht|zwaar|dik|mager|dun)(?: voor (?:zijn|haar) leeftijd)?|is niet (?:gevaccineerd|ingeënt|zindelijk)|(?:is|was|ben|werd|wordt) (?:in )?(?:[\p{L}]+ )?(?:[\p{L}]+ keer )?opgenomen(?: (?:in|op) (?:het |de |een )?(?:ziekenhuis|kliniek|ic|psychiatrie|inrichting))?|(?:is|was|ben|werd) (?:weer |nu )?(?:zwanger|in verwachting|bevallen|uitbehandeld|aan het revalideren|flauwgevallen|aangereden))(?!\p{L})/u,
  ],
  [
    "ligt lag lig",
    /^(?:ligt|lag|lig) (?:nu |al |weer |nog |weken )?(?:in het ziekenhuis|op de ic|aan het infuus|aan de beademing)(?!\p{L})/u,
  ],
  [
    "zit zat loop ging gaat",
    /^(?:(?:zit|zat) (?:nu |al |weer |nog )?(?:ziek|overspannen|opgebrand|oververmoeid) thuis|(?:zit|zat|loop) (?:nu |al |weer |thuis )?met (?:\p{L}*pijn|koorts|griep|migraine|buikgriep)|(?:zit|zat) (?:nu )?in een rolstoel|(?:gaat|ging|loop|zit) (?:nu |al |weer |ook )?(?:bij|naar) (?:de|een) (?:psycholoog|psychiater|oncoloog|cardioloog|neuroloog|revalidatiearts|reumatoloog|longarts))(?!\p{L})/u,
  ],
  ["ziek overspannen opgebrand", /^(?:ziek|overspannen|opgebrand) thuis (?:zit|zat|is)(?!\p{L})/u],
  [
    "heeft had heb krijgt kreeg volgt kampt",
    /^(?:(?:heeft|had|heb|kreeg|krijgt) een (?:\p{L}{3,14}e )?(?:beperking|handicap|dwarslaesie|hartkwaal|spierziekte)|(?:krijgt|kreeg|volgt) (?:chemo|bestraling|bestralingen|dialyse|emdr|traumatherapie)|(?:heeft|had|kreeg|krijgt) (?:vaak |veel |weer )?(?:koorts|een aanval|aanvallen|woedeaanvallen|paniekaanvallen|nachtmerries|een miskraam|zelfmoordgedachten|wanen)|(?:heeft|kampt met) (?:ernstig )?(?:overgewicht|ondergewicht|obesitas))(?!\p{L})/u,
  ],
  [
    "snijdt sneed beschadigt krast zichzelf zich",
    /^(?:(?:snijdt|sneed|beschadigt|krast) (?:zichzelf|zich)|(?:zichzelf|zich) (?:snijdt|sneed|beschadigt|krast|verwondt|uithongert))(?!\p{L})/u,
  ],
  [
    "een",
    /^een (?:\p{L}{3,14}e )?(?:beperking|handicap|aandoening|ziekte|dwarslaesie|hartkwaal|stofwisselingsziekte) (?:heeft|had|heb|kreeg)(?!\p{L})/u,
  ],
  [
    "valt viel",
    /^(?:valt|viel) (?:heel |erg |steeds |nogal )?(?:vaak|steeds|geregeld|telkens|flauw)(?!\p{L})/u,
  ],
  [
    "krijgt kreeg krijg",
    /^(?:krijgt|kreeg|krijg) (?:elke|iedere) (?:\p{L}+ )?(?:dag|week|weken|maand|maanden) (?:een |zijn |haar )?(?:infuus|injectie|prik|spuit|chemo|bestraling|dialyse|bloedtransfusie)(?!\p{L})/u,
  ],
  [
    "kan kon kunnen",
    /^(?:kan|kon) (?:niet|slecht|nauwelijks|amper) (?:tegen (?:harde geluiden|geluid|drukte|prikkels|licht|rook|stof|warmte|hitte)|(?:meer )?(?:lopen|traplopen|horen|zien|praten|slikken|staan|bukken|tillen)(?= ?[,.]|$))/u,
  ],
  ["tegen", /^tegen (?:harde geluiden|drukte|prikkels) kan(?!\p{L})/u],
  ["mist", /^mist (?:een|één) (?:arm|been|oog|hand|nier|long)(?!\p{L})/u],
];
const BY_START = new Map<string, RegExp[]>();
for (const [starts, phrase] of PHRASES)
  for (const start of listOf(starts)) BY_START.set(start, [...(BY_START.get(start) ?? []), phrase]);
const LONGEST_PHRASE = 8;

/** How many words from `i` make such a phrase, or tell of a part of somebody's body; 0 when none do. */
export function phraseAt(tokens: readonly Token[], i: number, to: number): number {
  const first = tokens[i]?.small ?? "";
  const phrases = BY_START.get(first);
  const body = bodyAt(tokens, i, to);
  if (phrases === undefined) return body;
  let words = first;
  for (let k = i + 1; k < Math.min(to, i + LONGEST_PHRASE); k++) {
    const token = tokens[k] as Token;
    if (!besides(token)) break;
    words += ` ${token.small}`;
  }
  return Math.max(body, ...phrases.map((phrase) => phrase.exec(words)?.[0].split(" ").length ?? 0));
}

/** "heeft een nieuwe heup", "zijn kruisband gescheurd", "last van haar rug", "een versleten rug". */
function bodyAt(tokens: readonly Token[], i: number, to: number): number {
  const first = tokens[i]?.small ?? "";
  if (!BODY_STARTS.has(first)) return 0;
  let at = i;
  const word = (): string => (at < to ? (tokens[at]?.small ?? "") : "");
  if (HAS.has(word())) at++;
  const bothers =
    /^(?:last|pijn)$/.test(word()) && /^(?:van|in|aan)$/.test(tokens[at + 1]?.small ?? "");
  if (bothers) at += 2;
  const broke = word() === "brak";
  if (broke) at++;
  if (broke && word() === "toen") at++;
  const owned = OWN.has(word());
  if (owned) at++;
  const worn = WORN.has(word());
  if (worn) at++;
  if (!BODY.has(word())) return 0;
  at++;
  const behind = /^(?:is|zijn)$/.test(word()) ? at + 1 : at;
  const hurt = behind < to && HURT.has(tokens[behind]?.small ?? "");
  if (hurt) return behind + 1 - i;
  return worn || bothers || (broke && owned) ? at - i : 0;
}
