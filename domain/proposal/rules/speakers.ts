/**
 * Who may be speaking before a colon or a verb. Minutes name people by role, group or initial;
 * a topic before a colon ("Planning: …") looks the same, so a name has to be plausible.
 */

/** Words that stand before a colon in minutes without being anybody. */
const NOBODY =
  /^(?:nb|n\.b\.|ps|p\.s\.|noot|let op|kanttekening|conclusie|doel|actie|actiepunt|besluit|afspraak|vervolg|tel|telefoon|e-?mail|belangrijk|bijvoorbeeld|voorbeeld|echter|daarnaast|tot slot|kortom|resultaat|bron|zie ook|zie|gevolg|reden|oorzaak|oplossing|stand van zaken|samenvatting|planning|thema|punt|onderwerp|bijlage|noteer|stelling|toelichting|website)$/i;

/** Groups and roles at a consultation table; compound words end in one of these. */
const ROLE =
  /(?:^|[\s\p{L}-])(?:professionals?|deelnemers?|aanwezigen?|genodigden|coach(?:es)?|coach'?s|werkers?|medewerkers?|begeleid(?:st)?ers?|leid(?:st)?ers?|adviseurs?|directeur(?:en)?|directie|rectoren|rector|coördinator(?:en|s)?|coordinator(?:en|s)?|regisseurs?|consulent(?:en)?|bestuur(?:ders?)?|verpleegkundigen?|artsen|arts|huisarts(?:en)?|docenten|docent|leraar|leraren|leerkracht(?:en)?|mentor(?:en)?|ouders?|moeders?|vaders?|verzorgers?|leerling(?:en)?|jongeren?|cliënt(?:en)?|client(?:en)?|inwoners?|bewoners?|partners?|aanbieders?|voorzitter|wethouder|raadsl(?:id|eden)|school|scholen|gemeente|cjg|ggd|jgz|ib'?ers?|zoco|zaal|publiek|samenwerkingsverband|psycholo(?:og|gen)|managers?|controller|inkopers?|jurist(?:en)?|vrijwilligers?|mantelzorgers?|gespreksleid(?:st)?er|interview(?:er|st)er?|respondent(?:en)?|geïnterviewde|vertegenwoordigers?|organisaties?|instellingen?|zorgaanbieders?|opdrachtgever|opdrachtnemer|\p{L}eurs?|planners?|rijders?|vervoerders?|gebruikers?|bezoekers?|beheerders?|ondernemers?|leveranciers?|eigena(?:ar|ars|ren))$/iu;

const INITIALS = /^(?:\p{Lu}|\p{Lu}{1,3}\d?|\p{Lu}\.(?:\s?\p{Lu}\.)*)$/u;
const TITLED = /^(?:de\s+heer|mevrouw|meneer|dhr\.?|mw\.?|mevr\.?)\s+\p{Lu}/iu;
const FULL_NAME = /^\p{Lu}\p{Ll}+(?:\s(?:van|de|der|den|ten|ter|el|'t)){0,3}\s\p{Lu}[\p{Ll}-]+$/u;

const MAX_WORDS = 6;

/** Names that were seen as a label more than once in this text, so they speak here. */
export type KnownSpeakers = ReadonlySet<string>;

export const NO_SPEAKERS: KnownSpeakers = new Set();

/** Whether `name` can be the one who speaks: initials, a role or group, a name, or known here. */
export function isSpeaker(name: string, known: KnownSpeakers = NO_SPEAKERS): boolean {
  const words = name.split(/\s+/);
  if (/[.!?]\s/.test(name) && !TITLED.test(name)) return false;
  if (name === "" || words.length > MAX_WORDS || NOBODY.test(name)) return false;
  if (!/^(?:\p{Lu}|(?:de|het|een)\s)/u.test(name)) return false;
  if (known.has(name)) return true;
  const [beforeComma = ""] = name.split(",");
  return (
    INITIALS.test(beforeComma) ||
    TITLED.test(name) ||
    FULL_NAME.test(name) ||
    ROLE.test(beforeComma)
  );
}

/** Whether `name` could become known when it labels a line more than once. */
export function couldBeSpeaker(name: string): boolean {
  return /^\p{Lu}/u.test(name) && name.split(/\s+/).length <= 3 && !NOBODY.test(name);
}

/** What somebody does according to the verb after the name. */
export type SpeechAct = "asks" | "answers" | "explains" | "advises" | "adds" | "says";

const VERBS: readonly (readonly [act: SpeechAct, verbs: RegExp])[] = [
  ["asks", /^(?:vraagt|vragen|vroeg|vroegen)$/],
  ["answers", /^(?:antwoordt|antwoorden|antwoordde)$/],
  ["explains", /^(?:licht|lichten|lichtte|legt|leggen)$/],
  ["advises", /^(?:adviseert|adviseren|pleit|pleiten|beveelt|bevelen)$/],
  ["adds", /^(?:vult|vullen|haakt|haken|voegt|voegen|merkt|merken|sluit|sluiten)$/],
  [
    "says",
    /^(?:stelt|stellen|geeft|geven|gaf|gaven|zegt|zeggen|zei|reageert|reageren|vertelt|vertellen|vertelde|meldt|melden|benadrukt|benadrukken|vindt|vinden|noemt|noemen|herkent|herkennen|beaamt|beamen|ziet|zien|ervaart|ervaren|wil|willen|zijn|is)$/,
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
  if (!isSpeaker(name, known)) return null;
  const verb = hit[1] ?? "";
  const rest = spaced.slice(hit.index + hit[0].length).trim();
  const act = VERBS.find(([, verbs]) => verbs.test(verb))?.[0] ?? "says";
  return { name, act: refine(act, verb, rest), rest };
}

/** "stelt … vraag" asks, "geeft … toelichting" explains, "vragen om …" is a request. */
function refine(act: SpeechAct, verb: string, rest: string): SpeechAct {
  const words = rest.slice(0, 120);
  if (/^(?:stel|geef|gaf)/.test(verb) || verb === "stellen" || verb === "geven") {
    if (/\bvra(?:ag|gen)\b/.test(words) && verb.startsWith("stel")) return "asks";
    if (/\btoelichting\b/.test(words)) return "explains";
    if (/\bantwoord\b/.test(words)) return "answers";
    if (/\badvies\b/.test(words)) return "advises";
  }
  if (act === "asks" && /^om\b/.test(words)) return "advises";
  return act;
}

/** Verbs that report speech without a colon; `zijn` and `is` only with a state of mind. */
const REPORTED =
  /^(?:(?:geeft|geven|gaf|gaven)\s(?:\S+\s){0,2}aan\b|(?:vraagt|vragen|vroeg|vroegen)\s(?:zich\s|de\s|het\s|of\s|om\s|aan\s|naar\s|wat\s|hoe\s|wie\s)|(?:vertelt|vertellen|vertelde|meldt|melden|benadrukt|benadrukken|herkent|herkennen|adviseert|adviseren|pleit|pleiten|reageert|reageren|antwoordt|antwoorden|beaamt|beamen|vindt|vinden)\s|(?:beveelt|bevelen)\s(?:\S+\s){0,4}aan\b|(?:merkt|merken)\s(?:\S+\s){0,2}op\b|(?:licht|lichten)\s(?:\S+\s){0,2}toe\b|(?:vult|vullen)\s(?:\S+\s){0,2}aan\b|(?:wil|willen)\s(?:graag\s)?benadrukken\b|(?:is|zijn)\s(?:allemaal\s|allen\s|erg\s|zeer\s|heel\s){0,2}(?:blij|tevreden|bezorgd|positief|kritisch|het\seens|het\soneens)\b)/;

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
