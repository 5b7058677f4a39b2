import { FIRST_NAMES } from "@/domain/text/first-names";

/**
 * Who may be speaking before a colon or a verb. Minutes name people by role, group or initial;
 * a topic before a colon ("Planning: …") looks the same, so a name has to be plausible.
 */

/** Words that stand before a colon, or before a verb, in minutes without being anybody. */
const NOBODY =
  /^(?:nb|n\.b\.|ps|p\.s\.|noot|let op|kanttekening|conclusies?|doel(?:en|stelling)?|acties?|actiepunt(?:en)?|besluit(?:en)?|afspra(?:ak|ken)|vervolg|tel|telefoon|e-?mail|belangrijk|bijvoorbeeld|voorbeeld(?:en)?|echter|daarnaast|tot slot|kortom|resultaat|resultaten|bron(?:nen)?|zie ook|zie|gevolg(?:en)?|reden(?:en)?|oorza(?:ak|ken)|stand van zaken|thema|punt|onderwerp(?:en)?|bijlagen?|noteer|stelling|website|voorstel(?:len)?|idee(?:ën)?|inbreng|scenario|variant|optie|fase|stap|deel|kern|feit(?:en)?|cijfers?|kosten|tarie(?:f|ven)|uren|prijs|budget|geld|tijd|rol(?:len)?|ta(?:ak|ken)|proces|beleid|kader|contract|onderwijs|zorg|welzijn|jeugd|wonen|werk|sport|cultuur|vervoer|toegang|kwaliteit|privacy|locatie|datum|agenda|wachttijd(?:en)?|wie|wat|waar|wanneer|hoe|waarom|waarmee|ja|nee|eens|oneens|voor|tegen|plus|min|top|tip|ook|en|of|dus|maar|want|dan|nu|toen|daarom|verder|tevens|overig|overige|algemeen|anders|extra|kansen?|vraag|antwoord|reactie|advies|opmerking(?:en)?|ochtend|middag|avond|(?:maan|dins|woens|donder|vrij|zater|zon)dag|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)$/i;

/** Words a sentence begins with; before a verb they are no name. */
const FUNCTION_WORD =
  /^(?:dit|dat|deze|die|er|het|de|een|men|wij|we|ik|jij|je|u|zij|ze|hij|hun|haar|zijn|ons|onze|mijn|als|om|op|in|bij|aan|van|met|voor|na|naar|uit|over|door|tot|per|sinds|tijdens|volgens|zonder|iedereen|niemand|iemand|sommigen?|velen|veel|enkele(?:n)?|anderen?|allen|alle|alles|open|start|rondje|samen|juist|goed|prima|beide|geen|niet|zo|zelf|hier|daar|vaak|soms|misschien|eerst|eerder|vandaag|morgen|gisteren|momenteel|inmiddels|helaas|graag|zodra|omdat|hoewel|terwijl|toch|wel|nog|al)$/i;

/** Endings of nouns for things; names of people seldom have them. */
const THING =
  /(?:^(?:ge|be|ver|ont|her|aan|af|uit|op|in)\p{Ll}{2,}(?:en|d|t)$|(?:ing|ingen|heid|heden|schap|schappen|tie|ties|teit|ment|menten|sel|nis|isme|plan|plannen|punt|punten|lijst|regel|regels|beleid|kosten|dienst|diensten|vervoer|zorg|werk|tijd|tijden|geld|plek|plekken|tarief|tarieven)$)/iu;

/** Groups and roles at a consultation table; compound words end in one of these. */
const ROLE =
  /(?:^|[\s\p{L}-])(?:professionals?|deelnemers?|aanwezigen?|genodigden|coach(?:es)?|coach'?s|werkers?|medewerkers?|begeleid(?:st)?ers?|leid(?:st)?ers?|adviseurs?|directeur(?:en)?|directie|rectoren|rector|coördinator(?:en|s)?|coordinator(?:en|s)?|regisseurs?|consulent(?:en)?|bestuur(?:ders?)?|verpleegkundigen?|artsen|arts|huisarts(?:en)?|docenten|docent|leraar|leraren|leerkracht(?:en)?|mentor(?:en)?|ouders?|moeders?|vaders?|buurman|buurvrouw|verzorgers?|leerling(?:en)?|student(?:en)?|jongeren?|cliënt(?:en)?|client(?:en)?|patiënt(?:en)?|inwon(?:er|ers|ster|sters)|bewon(?:er|ers|ster)|burgers?|partners?|aanbieders?|voorzit(?:ter|ster)|secretaris|wethouders?|burgemeester|college|(?:raads|bestuurs|commissie|team|panel)l(?:id|eden)|school|scholen|gemeente|wmo-raad|ib'?ers?|ib-ers?|publiek|panel|samenwerkingsverband|psycholo(?:og|gen)|managers?|controller|inkopers?|jurist(?:en)?|vrijwilligers?|mantelzorgers?|gespreksleid(?:st)?er|interview(?:er|st)er?|respondent(?:en)?|geïnterviewde|vertegenwoordig(?:er|ers|ster|sters)|organisaties?|instellingen?|zorgaanbieders?|opdrachtgever|opdrachtnemer|\p{L}eurs?|planners?|rijders?|vervoerders?|gebruikers?|bezoekers?|beheerders?|ondernemers?|leveranciers?|eigena(?:ar|ars|ren)|indieners?|insprekers?|inspreekster|ambtena(?:ar|ren)|griffier|notulist|raad|commissie|werkgroep|adviesraad|cliëntenraad|ouderraad|jongerenraad|kinderraad|leerlingenraad|bibliothecaris|agent|wijkagent|therapeut(?:en)?|beleidsmedewerker|platform)$/iu;

/** Short ones, that other words end in too ("diploma", "omkleden"). */
const WHOLE_ROLE =
  /(?:^|[\s-])(?:opa|oma|lid|leden|cjg|ggd|jgz|zoco|zaal|tolk|boa|ouderl(?:id|eden))$/iu;

/** Organisations are known by the word they begin with. */
const ORGANISATION =
  /^(?:(?:de|het)\s)?(?:\p{L}*stichting|\p{L}*vereniging|\p{L}*corporatie|\p{L}+bond|coöperatie|partij|fractie|adviesraad|cliëntenraad|buurthuis|bibliotheek|basisschool|ouderplatform|wijkteam|bewonersgroep|dorpsraad|ouderraad|gemeente|aanbieder|inschrijver|gegadigde|respondent|deelnemer|groep|tafel|team)\s+\S/iu;

/** "Fietsersbond", "Huisartsenkring": by the word it ends in. */
const ORGANISED =
  /^\p{Lu}\p{L}+(?:bond|kring|vereniging|stichting|raad|platform|corporatie|belang|contact)(?:\s\p{Lu}[\p{L}-]+)?$/u;

const INITIALS =
  /^(?:\p{Lu}|\p{Lu}{1,3}\d?|\p{Lu}\.(?:\s?\p{Lu}\.)*|\p{Lu}(?:v|vd|vdr|d|te|ter|ten)\p{Lu})$/u;
const TITLE_START =
  "(?:[Dd]e\\s+[Hh]eer|[Mm]evrouw|[Mm]eneer|[Dd]hr\\.?|[Mm]w\\.?|[Mm]evr\\.?|[Mm]ej\\.?|[Hh]r\\.?|[Dd]rs\\.?|[Mm]r\\.?|[Ii]r\\.?|[Ff]am\\.?|[Ff]amilie|[Ww]ethouder|[Bb]urgemeester|[Vv]oorzitter|[Rr]aadslid|[Ww]ijkagent|[Pp]rojectleid(?:st)?er|[Pp]rogrammamanager|[Hh]uisarts|[Bb]uurtbeheerder)";
const SURNAME =
  "(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]e|[Tt]er|[Tt]en|[Ee]l|[Aa]l|VAN|DE|DER|DEN|EL|['’]t)\\s){0,3}\\p{Lu}[\\p{L}’'-]+";
const TITLED_NAME = `${TITLE_START}\\s+(?:(?:\\p{Lu}\\.\\s?){1,4})?${SURNAME}(?:\\s${SURNAME}){0,2}`;
/** "De heer Boekema (Dorpsbelang)", and no verb behind it. */
const TITLED = new RegExp(`^${TITLED_NAME}(?:\\s\\([^()]{1,60}\\))?(?:,\\s.{1,60})?$`, "u");
const PARTICLE = "(?:van|de|der|den|ten|ter|te|el|al|la|le|du|von|op|in|aan|bij|ben|bin|'t|’t)";
const FULL_NAME = new RegExp(
  `^(?:\\p{Lu}[\\p{Ll}’'-]+|\\p{Lu}\\.(?:\\p{Lu}\\.)*)(?:(?:\\s(?:van|de|der|den|te|ter|ten)){1,3}\\s\\p{L}[\\p{L}’'-]+|(?:\\s${PARTICLE}){0,3}\\s\\p{Lu}[\\p{L}’'-]+){1,2}$`,
  "u",
);
const FIRST_NAME = /^\p{Lu}\p{Ll}{1,11}(?:-\p{Lu}\p{Ll}+)?$/u;

/** "Over de eerste consulent", "Vragen van bezoekers": what is said of somebody. */
const ABOUT =
  /^(?:over|volgens|voor|bij|met|in|op|aan|door|na|waarvan|indruk|verwachting|vragen|cijfers|reacties|resultaten|inbreng|voorstel|idee|suggestie|wens|rol|taken|ervaringen|uit (?!de zaal)\p{L}+)\s|^u$/iu;

const MAX_WORDS = 7;

/** Names that were seen as a label more than once in this text, so they speak here. */
export type KnownSpeakers = ReadonlySet<string>;

export const NO_SPEAKERS: KnownSpeakers = new Set();

/** Whether `name` can be the one who speaks: initials, a role or group, a name, or known here. */
export function isSpeaker(written: string, known: KnownSpeakers = NO_SPEAKERS): boolean {
  // "Moeder van Sem (8)", "Teamleider VO", "Ouder 2": what comes behind the role.
  const name = written.replace(/\([^()]{0,40}\)$/, "").trim();
  if (/[.!?]\s/.test(name) && !TITLED.test(name) && !/^(?:\p{Lu}\.\s?)+/u.test(name)) return false;
  if (
    name === "" ||
    name.includes(":") ||
    name.split(/\s+/).length > MAX_WORDS ||
    NOBODY.test(name)
  )
    return false;
  if (ABOUT.test(name)) return false;
  if (known.has(name) || known.has(written)) return true;
  if (TITLED.test(name)) return true;
  if (/^(?:hr|dhr|mw|mevr|fam)\.?\s\p{Ll}{2,}$/u.test(name)) return true;
  if (!/^(?:\p{Lu}|(?:de|het|een)\s)/u.test(name)) return false;
  const [beforeComma = ""] = name.split(",");
  // "X, gemeente" is somebody; "PvE, eis 14" is a place in a document.
  if (
    beforeComma !== name &&
    !/,\s*(?:\p{Lu}|de\s|het\s|namens\s|gemeente|school|bestuur)/u.test(name)
  ) {
    return isRole(beforeComma);
  }
  if (INITIALS.test(beforeComma) || isCommonFirstName(name)) return true;
  if (FULL_NAME.test(name) && !name.split(/\s/).some((word) => THING.test(word))) return true;
  return isRole(beforeComma) || ORGANISATION.test(name) || ORGANISED.test(beforeComma);
}

/** "Ouder", "IB-er", "Ouder/verzorger", "Ouder 1", "Teamleider VO", "Moeder van Sem". */
function isRole(words: string): boolean {
  // "Vergoeding aan ouders" is about parents; they do not say it.
  if (/\s(?:aan|voor|over|met|in|op|naar|tussen|door|tot)\s|^(?:via|zie|bel)\s/i.test(words))
    return false;
  const role = words
    .replace(/\s(?:van|namens|uit|bij)\s(?:de\s|het\s|een\s)?\p{L}[\p{L}\s’'-]{0,40}$/u, "")
    .replace(/(?:\s(?:\d{1,2}|\p{Lu}[\p{L}’'-]*)){1,4}$/u, "");
  return (
    ROLE.test(role) ||
    WHOLE_ROLE.test(role) ||
    role.split("/").every((part) => part !== "" && ROLE.test(part))
  );
}

/**
 * Whether `name` could become known when it labels a line more than once, or when it stands before
 * a verb of saying ("Marieke geeft aan dat …").
 */
export function couldBeSpeaker(name: string): boolean {
  const words = name.split(/\s+/);
  if (words.length > 3 || !/^\p{Lu}/u.test(name) || NOBODY.test(name)) return false;
  if (FUNCTION_WORD.test(words[0] ?? "")) return false;
  return !words.some((word) => NOBODY.test(word) || THING.test(word));
}

/** Whether a single capitalised word can be somebody's first name: "Marieke". */
export function couldBeFirstName(name: string): boolean {
  return FIRST_NAME.test(name) && couldBeSpeaker(name);
}

/** Whether it is the name of a person or organisation, so surely that it needs no label or verb. */
export function isFullName(name: string, known: KnownSpeakers): boolean {
  if (TITLED.test(name) || ORGANISATION.test(name)) return true;
  const [first = ""] = name.split(" ");
  return FULL_NAME.test(name) && (FIRST_NAMES.has(first) || known.has(name) || known.has(first));
}

/** Whether a line can be nothing but who speaks below it: a first name, or one with a surname. */
export function isName(name: string, known: KnownSpeakers): boolean {
  return (
    isShapedAsName(name) || isCommonFirstName(name) || (known.has(name) && couldBeFirstName(name))
  );
}

/** Whether it has the form of a first name and a surname. */
export function isShapedAsName(name: string): boolean {
  return (
    FULL_NAME.test(name) &&
    !ABOUT.test(name) &&
    !NOBODY.test(name) &&
    !name.split(/\s/).some((word) => THING.test(word) || NOBODY.test(word))
  );
}

/** Whether it is a first name that many people have: enough before a colon, even once. */
export function isCommonFirstName(name: string): boolean {
  return (
    FIRST_NAMES.has(name) ||
    (name.includes("-") && name.split("-").every((part) => FIRST_NAMES.has(part)))
  );
}

/** Who is called by a letter or number: "Partij A", "Respondent 4". */
const PARTY =
  "(?:Partij|Marktpartij|Aanbieder|Leverancier|Inschrijver|Gegadigde|Respondent|Deelnemer|Ouder|Inwoner|Bewoner)\\s(?:\\p{Lu}(?!\\p{L})|\\d{1,2})";
const NAME_START = new RegExp(
  `^(?:${TITLED_NAME}|${PARTY}|\\p{Lu}[\\p{Ll}’'-]+(?:-\\p{Lu}\\p{Ll}+)?(?:\\s${SURNAME})?(?:\\s\\d{1,2})?|\\p{Lu}\\p{Ll}+)(?=[\\s,:])`,
  "u",
);
/**
 * What a sentence says its subject does, right behind it, or behind what is said of it between commas: a verb in
 * the present or the past.
 */
const FINITE =
  /^(?:\s*\([^()]{1,60}\)|\s(?:van|namens|uit|bij)\s(?:(?:de|het|een)\s)?[\p{L}\d-]{2,30}(?:\s\p{Lu}[\p{L}-]{1,30})?)?(?:,\s(?!en\s|of\s)[^.,;:?!]{3,80},)?\s+(?:\p{Ll}+(?:t|de|den|te|ten)|is|wil|kan|zou|zal|mag|heeft|had|ging|sprak|vond|gaf|zei|zag|vroeg|las|schreef|was|kwam|schrok|nam|bleef|begon|dacht|wist|zat|stond|deed|kreeg|hield|riep|wees|koos|sloot|liet|viel|eens|oneens)(?=[\s.,;:!?]|$)/u;
/** Behind a name that is known here a small letter is enough, unless it goes on naming. */
const GOES_ON =
  /^(?:\s*\([^()]{1,60}\))?,?\s+(?!(?:en|of|van|namens|uit|met|over|aan|naar|bij|voor)\s)\p{Ll}/u;

/** "…, zegt de heer Ottens", "aldus Verhage", "Volgens Sietske": who is named behind the words. */
const SAID_BY = new RegExp(
  `(?:[,”"’?!.]\\s(?:aldus|zegt|zei|vraagt|vroeg|antwoordt|antwoordde|reageert|reageerde|meent|vindt|vertelt|vertelde|verzucht|verzuchtte|vult|merkt)|(?:^|\\s)[Vv]olgens)\\s(?:\\p{Ll}{4,20}\\s)??(${TITLED_NAME}|\\p{Lu}\\.\\s?${SURNAME}|\\p{Lu}[\\p{Ll}’'-]+(?:\\s\\p{Lu}[\\p{Ll}’'-]+)?)`,
  "u",
);

/** "Toch vreest Jannie de Wit dat …", "Over de mensen zelf is Souad lovend": the verb stands first. */
const BEHIND_VERB = new RegExp(
  `^\\p{Lu}[^.!?:;"“”]{0,60}?\\s(?:zegt|zei|vraagt|vroeg|meldt|vindt|vond|vreest|hoopt|denkt|verwacht|noemt|meent|ziet|wil|adviseert|pleit|stelt|geeft|gaf|vertelt|legt|licht|herkent|rekent|twijfelt|wijst|benadrukt|(?:is|was)(?=\\s(?:\\S+\\s){1,4}(?:lovend|blij|tevreden|bang|bezorgd|kritisch|positief|enthousiast|verbaasd|boos|benieuwd|teleurgesteld)))\\s(${TITLED_NAME}|\\p{Lu}[\\p{Ll}’'-]+(?:\\s${SURNAME})?)(?=[\\s,.])`,
  "u",
);

/** The name behind the first words, when somebody is quoted; null when there is none that is surely one. */
export function nameBehind(text: string, known: KnownSpeakers): string | null {
  const name =
    SAID_BY.exec(text.slice(0, 240))?.[1] ?? BEHIND_VERB.exec(text.slice(0, 160))?.[1] ?? null;
  if (name === null) return null;
  const surely = isSurely(name, known);
  return surely || (/^\p{Lu}\./u.test(name) && isShapedAsName(name)) ? name : null;
}

/**
 * The name a sentence begins with, when a verb follows: "Mw. Douma neemt dit mee", "Trudy eens".
 * Only what is surely a name: with a title, or known in this text. Null when there is none.
 */
export function nameAtStart(text: string, known: KnownSpeakers): string | null {
  const head = text.slice(0, 140);
  const named = knownAtStart(head, known);
  if (named !== null) return named;
  const role = ROLE_START.exec(head)?.[1];
  if (role && isSpeaker(role, known) && ROLE_SAYS.test(head.slice(role.length))) return role;
  const name = NAME_START.exec(head)?.[0];
  if (!name) return null;
  const rest = head.slice(name.length);
  if (!FINITE.test(rest)) {
    // "Jan ging" when "Jan Willem" is no name here.
    const [first = ""] = name.split(" ");
    return first !== name && known.has(first) && FINITE.test(head.slice(first.length))
      ? first
      : null;
  }
  // "Corrie (vrijwilliger) ziet …", "Naïma, 16, zou …": said of a person.
  const person = /^(?:\s\(\p{Ll}[^()]{2,40}\)|,\s\d{1,2},)\s/u.test(rest) && couldBeFirstName(name);
  return person || isSurely(name, known) ? name : null;
}

const IS_PARTY = new RegExp(`^${PARTY}$`, "u");

/** A title, a name of this text, or a first name that many have, alone or with a surname. */
function isSurely(name: string, known: KnownSpeakers): boolean {
  if (TITLED.test(name) || known.has(name) || isCommonFirstName(name)) return true;
  if (ORGANISED.test(name) || IS_PARTY.test(name)) return true;
  return isCommonFirstName(name.split(" ", 1)[0] ?? "") && FULL_NAME.test(name);
}

/** "… gaat niet. (Joke, deelneemster)", "… (BdR)": who is named in brackets behind the words. */
export function nameInBrackets(text: string, known: KnownSpeakers): string | null {
  const inside = /\(([^()]{1,50})\)[.”"]?$/u.exec(text.slice(-60))?.[1];
  const name = inside?.split(",", 1)[0]?.trim() ?? "";
  if (!/^\p{Lu}/u.test(name)) return null;
  return isSurely(name, known) ? name : null;
}

/** Whether words name three people or more and nothing else, at least half of them by a common first name. */
export function isListOfPeople(words: string): boolean {
  const pieces = words
    .replace(/\([^()]{0,80}\)/g, "")
    .replace(/\.\s*$/, "")
    .split(/[,;]\s|\sen\s/)
    .map((piece) => piece.trim());
  if (pieces.length < 3) return false;
  const firsts = pieces.filter((piece) => isCommonFirstName(piece.split(" ", 1)[0] ?? "")).length;
  const named = pieces.filter(
    (piece) => /\p{Lu}/u.test(piece) && piece.split(" ").length <= 6,
  ).length;
  return firsts * 2 >= pieces.length && named * 5 >= pieces.length * 4;
}

/** Whether it is nothing but names: "burgemeester Van Rijn, wethouder Celik en Joost Aarts". */
export function isListOfNames(words: string): boolean {
  const pieces = words.replace(/\.$/, "").split(/[,;]\s|\sen\s/);
  return pieces.every((piece) => {
    const name = piece.replace(/\s\([^()]{1,60}\)$/, "").trim();
    return TITLED.test(name) || isCommonFirstName(name) || isShapedAsName(name);
  });
}

/** "De beleidsmedewerker noemt …", "De burgemeester begrijpt …": one who is there in a role. */
const ROLE_START =
  /^((?:De|Een)\s\p{Ll}[\p{L}-]+(?:\s\p{Lu}[\p{L}’'-]+)?|Voorzitter\s\p{Ll}+)(?=\s)/u;

const ROLE_SAYS =
  /^\s(?:noem(?:t|de)|merkt|merkte|begrijpt|geeft|gaf|vat|zegt|zei|opper(?:t|de)|schetst|legt|vraagt|vroeg|reageer(?:t|de)|vertel(?:t|de)|vindt|vond|rekent|informeert|stelt|denkt|is\s(?:het\s|blij|bang|bezorgd|tevreden|positief))(?=\s)/;

/** One to three words at the start that are a name in this text, when it goes on in a small letter. */
function knownAtStart(head: string, known: KnownSpeakers): string | null {
  const words = head.split(" ", 3);
  for (let count = words.length; count > 0; count--) {
    const name = words.slice(0, count).join(" ");
    if (name.length > 1 && known.has(name) && GOES_ON.test(head.slice(name.length))) return name;
  }
  return null;
}

/** What somebody does according to the verb after the name. */
export type SpeechAct = "asks" | "answers" | "explains" | "advises" | "adds" | "says";

const VERBS: readonly (readonly [act: SpeechAct, verbs: RegExp])[] = [
  ["asks", /^(?:vraagt|vragen|vroeg|vroegen|informeert|informeerde)$/],
  ["answers", /^(?:antwoordt|antwoorden|antwoordde|antwoordden|beantwoordt)$/],
  ["explains", /^(?:licht|lichten|lichtte|legt|leggen|schetst|schetste)$/],
  [
    "advises",
    /^(?:adviseert|adviseren|adviseerde|pleit|pleiten|pleitte|beveelt|bevelen|suggereert|suggereerde|oppert|opperde|bepleit|bepleitte)$/,
  ],
  ["adds", /^(?:vult|vullen|haakt|haken|voegt|voegen|merkt|merken|sluit|sluiten)$/],
  [
    "says",
    /^(?:stelt|stellen|stelde|geeft|geven|gaf|gaven|zegt|zeggen|zei|zeiden|reageert|reageren|reageerde|vertelt|vertellen|vertelde|meldt|melden|meldde|benadrukt|benadrukken|benadrukte|vindt|vinden|vond|vonden|noemt|noemen|noemde|herkent|herkennen|herkende|beaamt|beamen|ziet|zien|zag|ervaart|ervaren|maakt|maken|vreest|vrezen|hoopt|hopen|denkt|denken|verwacht|verwachten|mist|missen|wijst|wijzen|onderschrijft|deelt|delen|constateert|constateerde|concludeert|bevestigt|wil|willen|zou|zouden|zijn|is)$/,
  ],
];

const VERB_WORDS = new RegExp(
  `\\s(${VERBS.map(([, verbs]) => verbs.source.slice(4, -2)).join("|")})(?=[\\s:]|$)`,
  "u",
);

export interface SpeakerPhrase {
  name: string;
  act: SpeechAct;
  /** What follows the verb. */
  rest: string;
}

/**
 * Reads "<name> <verb> …" at the start of `phrase` ("X vult aan", also "Xvult aan": minutes are
 * typed in a hurry). Null when there is no such verb or the name is not plausible.
 */
export function readSpeakerPhrase(phrase: string, known: KnownSpeakers): SpeakerPhrase | null {
  const spaced = phrase.replace(/^(\p{Lu})(?=(?:vult|vraagt|stelt|haakt|licht|geeft)\s)/u, "$1 ");
  const hit = VERB_WORDS.exec(spaced);
  if (!hit) return null;
  const name = spaced.slice(0, hit.index).replace(/,\s*$/, "").trim();
  const verb = hit[1] ?? "";
  const surely = isSpeaker(name, known);
  // "Alles is voor kleuters": a state says nothing about who could be a name.
  if (!surely && (!couldBeFirstName(name) || /^(?:is|zijn|wil|maakt)$/.test(verb))) return null;
  const rest = spaced.slice(hit.index + hit[0].length).trim();
  const act = VERBS.find(([, verbs]) => verbs.test(verb))?.[0] ?? "says";
  return { name, act: refine(act, verb, rest), rest };
}

/** "stelt … vraag" asks, "geeft … toelichting" explains, "vragen om …" is a request. */
function refine(act: SpeechAct, verb: string, rest: string): SpeechAct {
  const words = rest.slice(0, 120);
  if (/^(?:stel|geef|gaf)/.test(verb) || verb === "stellen" || verb === "geven") {
    if (verb.startsWith("stel") && /^(?:\S+\s){0,3}vra(?:ag|gen)\b/.test(words)) return "asks";
    if (/\btoelichting\b/.test(words)) return "explains";
    if (/\bantwoord\b/.test(words)) return "answers";
    if (/\badvies\b/.test(words)) return "advises";
  }
  if (/^wil/.test(verb) && /^(?:graag\s)?weten\b/.test(words)) return "asks";
  if (verb.startsWith("stel") && /^(?:\S+\s){0,3}voor\b/.test(words)) return "advises";
  if (act === "asks" && /^(?:om|aandacht)\b/.test(words)) return "advises";
  return act;
}

/** Verbs that report speech without a colon; `zijn` and `is` only with a state of mind. */
const REPORTED = new RegExp(
  `^(?:${[
    "(?:geeft|geven|gaf|gaven)\\s(?:\\S+\\s){0,2}(?:aan|toelichting|antwoord)\\b",
    "(?:vraagt|vragen|vroeg|vroegen)\\s(?:zich\\s|de\\s|het\\s|of\\s|om\\s|aan\\s|naar\\s|wat\\s|hoe\\s|wie\\s|wanneer\\s|waarom\\s|waar\\s|aandacht\\s)",
    "(?:vertelt|vertellen|vertelde|meldt|melden|meldde|benadrukt|benadrukken|benadrukte|herkent|herkennen|herkende|adviseert|adviseren|adviseerde|pleit|pleiten|pleitte|reageert|reageren|reageerde|antwoordt|antwoorden|antwoordde|beaamt|beamen|vindt|vinden|vond|vonden|vreest|vrezen|hoopt|hopen|denkt|verwacht|verwachten|mist|missen|onderschrijft|constateert|constateerde|concludeert|bevestigt|suggereert|suggereerde|oppert|opperde|bepleit|bepleitte|informeert|informeerde|schetst|schetste)\\s",
    "(?:zegt|zeggen|zei|zeiden)\\s",
    "(?:stelt|stellen|stelde)\\s(?:\\S+\\s){0,3}(?:voor|dat|vast|vraag|vragen)\\b",
    "(?:maakt|maken)\\szich\\s(?:\\S+\\s){0,2}zorgen\\b",
    "(?:wijst|wijzen)\\s(?:\\S+\\s){0,2}op\\b",
    "(?:beveelt|bevelen)\\s(?:\\S+\\s){0,4}aan\\b",
    "(?:merkt|merken|merkte)\\s(?:\\S+\\s){0,2}op\\b",
    "(?:licht|lichten|lichtte)\\s(?:\\S+\\s){0,4}toe\\b",
    "(?:legt|leggen|legde)\\s(?:\\S+\\s){0,3}uit\\b",
    "(?:vult|vullen|vulde)\\s(?:\\S+\\s){0,2}aan\\b",
    "(?:wil|willen|wilde|wilden)\\s",
    "(?:zou|zouden)\\s(?:graag|liever|het)\\b",
    "(?:is|zijn)\\s(?:allemaal\\s|allen\\s|erg\\s|zeer\\s|heel\\s|het\\s){0,2}(?:blij|tevreden|bezorgd|positief|kritisch|verbaasd|bang|teleurgesteld|voorstander|tegen|voor|eens|oneens|(?:het\\s)?(?:hiermee\\s|daarmee\\s|hierover\\s)?(?:on)?eens|het\\soneens)\\b",
  ].join("|")})`,
);

/**
 * Reads "<name> <reporting verb> …" without a colon: "Aanwezigen geven aan dat …". Looks at the
 * first 140 characters.
 */
export function readReportedSpeech(text: string, known: KnownSpeakers): SpeakerPhrase | null {
  const head = text.slice(0, 140);
  const phrase = readSpeakerPhrase(head, known);
  if (phrase === null) return null;
  const fromVerb = head
    .slice(head.indexOf(phrase.name) + phrase.name.length)
    .replace(/^[,\s]+/, "");
  return REPORTED.test(fromVerb) ? phrase : null;
}
