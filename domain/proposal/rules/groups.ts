import type { Position } from "@/db/vocabulary";
import { headingWords } from "@/domain/proposal/rules/cues";
import type { Draft } from "@/domain/proposal/rules/reading";

/** Who people are at a consultation, one and many; compounds end in these ("schoolcoach", "huisarts"). */
const PEOPLE: readonly (readonly [one: string, many: string])[] = [
  ...(
    "ouder leerling:leerlingen coach:coaches student:en jongere:jongeren kind:kinderen mentor:en leerkracht:en docent:en " +
    "leraar:leraren leider begeleider rector:en bewoner inwoner cliënt:en client:en patiënt:en reiziger mantelzorger " +
    "vrijwilliger arts:en verpleegkundige:verpleegkundigen chauffeur planner vervoerder aanbieder ondernemer winkelier " +
    "werkgever vereniging:en corporatie agent:en professional consulent:en bewindvoerder schuldeiser beheerder bezoeker " +
    "gebruiker medewerker werker leverancier school:scholen ambtenaar:ambtenaren adviseur psycholoog:psychologen " +
    "therapeut:en boer:en huurder directeur:en coördinator:en coordinator:en sporter fietser marktpartij:en opvoeder " +
    "gebiedsverbinder regisseur agrariër senior:en oudere:ouderen rijder organisatie speler coöperatie"
  )
    .split(" ")
    .map((entry): [string, string] => {
      const [one = "", ending = "s"] = entry.split(":");
      return [one, ending.length > 2 ? ending : one + ending];
    }),
];

/** Several words that are one group. */
const ALSO: readonly (readonly [words: RegExp, group: string])[] = [
  [/^(?:ib['’-]?ers?|intern begeleid(?:st)?ers?)$/i, "intern begeleiders"],
  [/^(?:moeders?|vaders?|ouder\/verzorger|verzorgers?|papa|mama|oma|opa|pleegouders?)$/i, "ouders"],
  [/^leerling$/i, "leerlingen"],
  [
    /^(?:cliëntenraad|ouderraad|jongerenraad|leerlingenraad|oudercommissie|wijkteam|jeugdteam|leerplicht|gemeente)$/i,
    "",
  ],
];
const MANY = new Map(
  PEOPLE.flatMap(([one, many]) => [[one, many] as const, [many, many] as const]),
);
const ENDINGS = [...MANY.keys()].sort((a, b) => b.length - a.length);

/** The group a word names, in the plural ("huisarts" gives "huisartsen"); null when it is none. */
export function groupOfWord(written: string): string | null {
  const word = written.toLowerCase();
  const also = ALSO.find(([pattern]) => pattern.test(word));
  if (also) return also[1] === "" ? word : also[1];
  const ending = ENDINGS.find((one) => word.endsWith(one));
  if (ending === undefined) return null;
  const before = word.slice(0, word.length - ending.length);
  return /^\p{Ll}*-?$/u.test(before) ? before + (MANY.get(ending) ?? "") : null;
}

/** The first group that is named within a few words: "De aanwezige schoolcoaches", "twee huisartsen". */
function groupIn(words: string): string | null {
  const intern = /\bintern begeleid(?:st)?ers?\b/i.test(words) ? "intern begeleiders" : null;
  if (intern) return intern;
  for (const word of words.match(/[\p{L}'’/-]+/gu) ?? []) {
    const group = groupOfWord(word);
    if (group !== null) return group;
  }
  return null;
}

/** "De aanwezige ouders geven aan", "Volgens de huisartsen", "Een van de consulenten vertelt". */
const SUBJECT =
  /^["“„]?(?:(?:Volgens|Namens|Bij|Vanuit)\s)?(?:(?:[Dd]e|[Hh]et|[EeÉé][eé]n|van|[Ee]nkele|[Ss]ommige|[Vv]eel|[Mm]eerdere|[Aa]lle|[Tt]wee|[Dd]rie|vijf|[Vv]erschillende|meeste|aanwezige|andere|[Gg]rote|[Kk]leine)\s){0,4}(?=\p{Lu}|(?<=\s))((?:intern\s)?[\p{L}'’/-]{3,40})((?:\s[^\s.]{1,20}){1,4})/u;
/** What people do in a report; of what else is done they are the subject and not the voice. */
const VOICED =
  /^\s(?:zelf\s|allemaal\s|in\s\S+\s\S+\s)?(?:zijn|is|vind\p{Ll}*|geef|geven|geeft|merk\p{Ll}*|wij[sz]\p{Ll}*|mis(?:t|sen|ten)|vre(?:est|zen)|ervar\p{Ll}*|ervaart|will?en|wil|pleit\p{Ll}*|noem\p{Ll}*|verwacht\p{Ll}*|waarderen|opper\p{Ll}*|stel(?:t|len)|vra(?:ag|gen)\p{Ll}*|bracht\p{Ll}*|twijfel\p{Ll}*|reken(?:t|en)|vertel\p{Ll}*|maken|zeggen|zegt|herken\p{Ll}*|adviseren|juist|voelen|denken|zien|hebben|vonden|vond|kunnen|kan|kwam|maakt)(?=\s|$)/u;
/** Behind the words: "(bewoner, 61)", "(ouders)". */
const IN_BRACKETS = /\(((?:een\s|de\s)?[\p{L}'’/ -]{3,40})(?:[,;\s][^()]{0,40})?\)[.”"]?$/u;
const ON_BEHALF = /\bnamens\s(?:de\s|het\s)?([\p{L}'’-]{4,40})/iu;

/** Kinds that are somebody's voice. */
const VOICES: ReadonlySet<string> = new Set([
  "reaction",
  "question",
  "answer",
  "advice",
  "concern",
  "expectation",
  "compliment",
]);

/** Whose voice each piece is: by its speaker, its words, or the heading that names a group. */
export function groupsOf(drafts: readonly Draft[]): (string | null)[] {
  let below: { group: string; level: number } | null = null;
  return drafts.map(({ kind, unit, speaker }, i) => {
    if (kind === "heading") {
      const level = unit.form === "heading" ? unit.level : 7;
      const group = i === 0 ? null : groupInHeading(unit.plain);
      if (group !== null) below = { group, level };
      else if (below !== null && level <= below.level) below = null;
      return null;
    }
    if (!VOICES.has(kind)) return null;
    const bySpeaker = speaker === null ? null : groupOfSpeaker(speaker);
    if (bySpeaker !== null) return bySpeaker;
    const bracket = IN_BRACKETS.exec(unit.plain.slice(-80))?.[1];
    const named = bracket ? groupIn(bracket) : null;
    if (named !== null) return named;
    if (kind === "answer" || kind === "question") return null;
    return (
      (unit.label === null ? groupSpeaking(unit.plain.slice(0, 120)) : null) ??
      groupIn(ON_BEHALF.exec(unit.plain.slice(0, 200))?.[1] ?? "") ??
      (speaker === null ? (below?.group ?? null) : null)
    );
  });
}

function groupSpeaking(words: string): string | null {
  const hit = SUBJECT.exec(words);
  if (!hit?.[1]) return null;
  const voiced = VOICED.test(hit[2] ?? "") || /^["“„]?(?:Volgens|Namens|Bij)\s/.test(words);
  // "De leerkracht ziet het" is about one; "Een leerkracht ziet het" is what that one says.
  const many = /(?:s|en)$/.test(hit[1]) || !/^De\s/.test(words);
  return voiced && many ? groupIn(hit[1]) : null;
}

function groupOfSpeaker(speaker: string): string | null {
  // "Voorzitter ouderraad" is one of them; a name says nothing.
  return groupIn(speaker.replace(/\b(?:van|uit|namens)\s(?!de\s|het\s)\p{Lu}.*$/u, ""));
}

/** "## Huisartsen", "### Groep 2: ouders": whose words stand below. */
function groupInHeading(heading: string): string | null {
  const words = headingWords(heading).replace(
    /^(?:groep|tafel)\s(?:\d{1,2}|\p{Lu})\s?[:.–-]?\s?/iu,
    "",
  );
  if (words.split(/\s+/).length > 3) return null;
  const [first = ""] = words.replace(/^de\s/i, "").split(/[\s,]/);
  return groupIn(first);
}

const WITH =
  /\b(?:met|voor|onder|van|door)\s(?:de\s|een\s|het\s)?((?:intern\s)?[\p{L}'’-]{4,40})/giu;

/** Who the whole document is with: "Bijeenkomst met ouders", "Consultatie schoolcoaches". */
export function groupOfDocument(title: string): string | null {
  for (const [, word = ""] of title.matchAll(WITH)) {
    const group = groupIn(word);
    if (group !== null) return group;
  }
  const about =
    /(?:bijeenkomst|sessie|panel|gesprek|consultatie|enqu[eê]te|tafel|avond|interview|groep)\s([\p{L}'’-]{4,40})/iu.exec(
      title,
    )?.[1];
  return about ? groupIn(about) : null;
}

const STANDS: readonly (readonly [position: Position, pattern: RegExp])[] = [
  ["none", /^(?:geen mening|neutraal)\b/i],
  [
    "partly",
    /(?:\b(?:deels|gedeeltelijk|ten dele|half)\s(?:mee\s)?(?:eens|oneens|akkoord)|\b(?:mee\s)?eens,?\s(?:maar|mits|alleen)\b|^ja,?\smaar\b|\btwijfel(?:en|t)\b)/i,
  ],
  [
    "disagree",
    /(?:\boneens\b|\b(?:niet|niemand|geen)\b[^.!?]{0,40}\bmee eens\b|\bniet eens\b|^(?:nee dus|tegen|niet eens|links: oneens)\b|\b(?:is|zijn|overwegend|unaniem)\s(?:\S+\s)?tegen\b|\bgeen voorstander\b|\bvoelen? hier niets voor\b|\bte (?:streng|kort door de bocht)\b)/i,
  ],
  [
    "agree",
    /(?:\b(?:is|zijn)\shet\s(?:\S{1,12}\s){0,2}eens\b|\b(?:mee|daarmee|hiermee|zeker|helemaal|allemaal)\seens\b|\beens\smet\b|^(?:\S+\s)?eens\b|^voor\b[.,:]|\b(?:is|zijn|unaniem|iedereen)\s(?:\S+\s)?voor\b(?=[.:,]|$)|\bvoorstanders?\b|\bsluit (?:ik )?me (?:hier|daar) ?bij aan\b|^(?:helemaal waar|vanzelfsprekend|zeker|absoluut)\b|\bvrijwel iedereen is het\b)/i,
  ],
];

/** How a piece stands to the stelling above it, when its first words say so; null when they do not. */
export function positionOf({ kind, statement, unit }: Draft): Position | null {
  if (!VOICES.has(kind) || kind === "question" || kind === "answer") return null;
  const said = unit.label ? unit.plain.slice(unit.label.length) : unit.plain;
  const [first = ""] = said
    .slice(0, 160)
    .replace(/\b(?:dhr|mw|mevr|hr)\.\s/gi, "")
    .split(/[.!?]\s/, 1);
  if (
    statement === null &&
    !/\b(?:mee|daarmee|hiermee|helemaal)\s(?:on)?eens\b|^(?:on)?eens\b|\bbij aan\b/i.test(first)
  ) {
    return null;
  }
  return STANDS.find(([, pattern]) => pattern.test(first))?.[0] ?? null;
}
