import { readStatementLabel } from "@/domain/proposal/rules/numbers";
import {
  couldBeSpeaker,
  isListOfNames,
  isListOfPeople,
  isShapedAsName,
  isSpeaker,
  type KnownSpeakers,
  NO_SPEAKERS,
  readSpeakerPhrase,
  type SpeechAct,
} from "@/domain/proposal/rules/speakers";
import { isBlankCode } from "@/domain/text/rules";

/** What the words before a colon say about what follows. */
export type LabelType =
  | "meetingData"
  | "statement"
  | "explanation"
  | "reactions"
  | "question"
  | "answer"
  | "advice"
  | "concern"
  | "expectation"
  | "compliment"
  | "action"
  | "decision"
  | "agreement"
  | "remark"
  | "turn";

export interface Label {
  type: LabelType;
  /** As written; null when the label names nobody. */
  speaker: string | null;
  act: SpeechAct | null;
  /** Number of a stelling, and how it is written: "3.1", "A", "II". */
  number: number | null;
  written: string | null;
  /** Length of the label with its colon and the white space after it, in UTF-16 units. */
  length: number;
  /** Nothing follows the label. */
  alone: boolean;
}

const MAX_LABEL = 110;
const MAX_LABEL_WORDS = 14;

const MEETING_DATA = new RegExp(
  `^(?:${[
    // Who was there may be followed by anything: "Aanwezig namens de gemeente".
    "(?:(?:de\\s+)?(?:aanw\\.?|afw\\.?(?:\\s?m\\.?k\\.?)?|aanwezig(?:en)?|afwezig(?:en)?|afgemeld|gast(?:en)?|te gast|aan tafel|aantal (?:aanwezigen|bezoekers|deelnemers)|marktpartij|bezoekers|gesproken met|sprekers|gespreksdeelnemers|gespreks(?:partner|voerder)s?|afgenomen door|afmelding(?:en)?|met kennisgeving afwezig|verhinderd|deelnemers(?:lijst)?|genodigden|presentielijst)|notulist(?:e)?|notulen|verslag(?:legging|legger)?|opgesteld door|uitgewerkt door|kopie(?: aan)?|afschrift(?: aan)?|verzendlijst|ter kennisname(?: aan)?|t\\.k\\.n\\.|c\\.?c\\.?)(?:\\s.*)?",
    // The rest only by itself, or with another: "Datum en tijd". "De dag bepalen" is no day.
    "(?:(?:vergader)?datum|dag|aanvang|begin(?:tijd)?|eindtijd|einde|tijd(?:stip)?|locatie|plaats|wanneer|betreft|onderwerp|(?:ons |uw )?kenmerk|(?:uw|onze) (?:brief|mail|e-mail|referentie)(?: van| d\\.d\\.)?|dossier|referentie(?:nummer)?|(?:zaak|project|document)nummer|bijlagen?|auteur|steller|portefeuillehouder|contactpersoon|behandeld door|van|aan|verzonden|stemmen|geplaatst door|document|paragraaf|hoofdstuk|pagina|artikel|perceel|agenda|versie|status|duur|opname|contact|inlichtingen|informatie|meer informatie|door|from|to|sent|subject|date)(?:\\s*(?:,|/|&|en)\\s*(?:datum|dag|tijd(?:stip)?|plaats|locatie|aanvang))*(?:\\s+(?:van\\s+(?:de|het|deze)\\s+)?(?:overleg|vergadering|bijeenkomst))?",
  ].join("|")})$`,
  "i",
);

/** `van`, `door` or `uit`, with or without an article: who the label says is speaking. */
const FROM =
  /^(?:\s+(?:van|door|uit|namens)\s+(?:de\s+|het\s+|een\s+)?(\S.*)|\s(?=vervoerder|aanbieder|wethouder|school|corporatie|bestuur|opdrachtnemer|organisatie)(\p{Ll}+)|\s*\(([^)]+)\)|\s+(\p{Lu}.*))?$/u;

const NAMED: readonly (readonly [type: LabelType, pattern: RegExp])[] = [
  ["explanation", /^toelichting(?:\s+(?:op|bij)\s+(?:de\s+|deze\s+)?stelling(?:\s+\d+)?)?/i],
  [
    "reactions",
    /^(?:(?:eerste\s+|overige\s+|andere\s+)?reacties?|(?:in\s+de\s+|uit\s+de\s+)?discussie|bespreking)/i,
  ],
  [
    "question",
    /^(?:aanvullende\s+|volgende\s+|nog\s+een\s+|andere\s+)*(?:vra(?:ag|gen)|vr?|q)(?:\s*(?:\d+(?:\.\d{1,2})?[a-z]?|[a-z]\d{1,2}))?(?![\p{L}])/iu,
  ],
  [
    "answer",
    /^(?:antw(?:oord(?:en)?)?|a(?=$|\s*\d)|beantwoording|(?:reactie|antwoord|standpunt|commentaar)\s+(?:van\s+(?:de|het)\s+)?(?:gemeente|college|organisatie|opdrachtgever|aanbestedende dienst)|onze\s+reactie)(?:\s*(?:\d+(?:\.\d{1,2})?[a-z]?|[a-z]\d{1,2}))?(?![\p{L}])/iu,
  ],
  [
    "advice",
    /^(?:advies|adviezen|aanbeveling(?:en)?|aandachtspunt(?:en)?|verbeterpunt(?:en)?|suggesties?|tips?)(?:\s(?:\d{1,2}|[a-z]))?(?![\p{L}\d])/iu,
  ],
  [
    "concern",
    /^(?:zorgen|zorgpunt(?:en)?|knelpunt(?:en)?|risico(?:'s)?|minpunt(?:en)?)(?![\p{L}])/iu,
  ],
  ["expectation", /^(?:verwachting(?:en)?|wens(?:en)?)/i],
  ["compliment", /^(?:compliment(?:en)?|pluspunt(?:en)?|tops?)/i],
  ["decision", /^(?:besluit(?:en)?|besloten|(?:aldus\s+)?vastgesteld)(?![\p{L}])/iu],
  ["action", /^(?:acties?|actiepunt(?:en)?|actielijst|to\s?do|toezegging(?:en)?)(?![\p{L}])/iu],
  ["agreement", /^(?:werk)?afspra(?:ak|ken)(?![\p{L}])/iu],
  ["remark", /^(?:opmerking(?:en)?)(?![\p{L}])/iu],
  [
    "remark",
    /^(?:aanvulling(?:en)?|noot|nb|n\.b\.|kanttekening(?:en)?|conclusies?|samenvatting)(?![\p{L}])/iu,
  ],
];

const UNSAID: Label = {
  type: "turn",
  speaker: null,
  act: null,
  number: null,
  written: null,
  length: 0,
  alone: false,
};

/** "Datum        19 februari 2025": in columns, as text from a PDF has them. */
const DATA_COLUMN =
  /^(?:datum(?: en tijd)?|tijd|aanvang|plaats|locatie|aanwezig|afwezig|gasten|notulist|verslag(?:legging)?|betreft|onderwerp|voorzitter)(?:\t| {2})[ \t]{0,40}(?=\S)/i;
/** "Vraag 7. Wat vindt u …", "Antwoord 7 – Ja". */
const NUMBERED_QUESTION =
  /^(?:(?:deel|hoofd|sub)?vraag|antwoord)\s+(?:\d{1,3}(?:\.\d{1,2})?[a-z]?|[a-z]\.?\d{1,2})\s?(?:[.):]|[-–—])\s+(?=\S)/i;

/** Labels that stand on a line of their own without a colon: "Vraag 1", "Antwoord". */
const BARE: readonly (readonly [type: LabelType, pattern: RegExp])[] = [
  ["question", /^vraag(?:\s+(?:\d{1,3}(?:\.\d{1,2})?[a-z]?|[a-z]\d{1,2}))?[.:]?$/i],
  [
    "answer",
    /^(?:antwoord|beantwoording|(?:reactie|antwoord|standpunt) (?:van (?:het |de ))?(?:college|gemeente|b&w))(?:\s+\d{1,3}[a-z]?)?[.:]?$/i,
  ],
  [
    "reactions",
    /^(?:samenvatting\s+(?:van\s+(?:de\s+)?)?)?(?:zienswijze|inspraakreactie|reactie)(?:\s+\d{1,3}[a-z]?)?[.:]?$/i,
  ],
  ["remark", /^(?:conclusies?|samenvatting)[.:]?$/i],
];
const LONGEST_BARE = 40;

/**
 * Reads the label a line starts with: "Stelling 2:", "Reacties:", "Vraag uit de zaal:",
 * "X vult aan:", "Schoolcoach:". `plain` is text without emphasis markers; only its first
 * characters are looked at. Null when there is none.
 */
export function readLabel(plain: string, known: KnownSpeakers = NO_SPEAKERS): Label | null {
  const head = plain.slice(0, MAX_LABEL);
  const statement = readStatementLabel(plain);
  if (statement !== null) return { ...UNSAID, type: "statement", ...statement };
  const columns = DATA_COLUMN.exec(head);
  if (columns) {
    const length = columns[0].length;
    return { ...UNSAID, type: "meetingData", length };
  }
  const asked = NUMBERED_QUESTION.exec(head);
  if (asked) {
    const type = /^a/i.test(asked[0]) ? "answer" : "question";
    return { ...UNSAID, type, length: asked[0].length };
  }

  const bare = readBareLabel(plain);
  if (bare !== null) return bare;
  const dashed = dashedName(head);
  if (dashed !== null && known.has(dashed)) {
    const length = afterSpaces(head, head.search(DASH) + 3);
    return { ...UNSAID, speaker: dashed, length };
  }
  const colon = head.indexOf(":");
  if (colon < 1) return null;
  const words = head.slice(0, colon).trim();
  if (!isLabelText(words, plain.slice(colon + 1, colon + 3), head[colon - 1] ?? "")) return null;
  const length = afterSpaces(plain, colon + 1);
  const rest = { ...UNSAID, length, alone: length >= plain.length };

  const line = firstLine(plain, length);
  if (REACHED_AT.test(line)) return { ...rest, type: "meetingData", speaker: null };
  for (const [type, pattern] of NAMED) {
    const hit = pattern.exec(words);
    if (!hit) continue;
    const from = FROM.exec(words.slice(hit[0].length));
    if (!from) continue;
    const who = (from[1] ?? from[2] ?? from[3] ?? from[4] ?? "").trim() || null;
    return { ...rest, type, speaker: speakerOf(type, words, who) };
  }
  if (MEETING_DATA.test(words)) return { ...rest, type: "meetingData", speaker: null };
  if (BROUGHT_IN.test(words) || (rest.alone && SIDE.test(words)))
    return { ...rest, type: "reactions", speaker: null };
  if (DONE_WITH.test(words)) return { ...rest, type: "answer", speaker: null };
  if (isListOfPeople(line) || (line.includes(" ") && isListOfNames(line))) {
    return { ...rest, type: "meetingData", speaker: null };
  }
  if (OFFICE.test(words) && isNameList(plain.slice(rest.length))) {
    return { ...rest, type: "meetingData", speaker: null };
  }
  if (
    /^(?:ook\s)?(?:namens|vanuit|voor)\s/i.test(words) &&
    isListOfNames(firstSentence(plain, rest.length))
  ) {
    return { ...rest, type: "meetingData", speaker: null };
  }
  const phrase = readSpeakerPhrase(words, known);
  if (phrase) return { ...rest, ...typeOfAct(phrase.act), speaker: phrase.name, act: phrase.act };
  if (isSpeaker(words, known)) return { ...rest, type: "turn", speaker: words };
  // "Over de planning nog een andere vraag: …" asks, though nobody is named.
  if (/\bvraag$/.test(words)) return { ...rest, type: "question", speaker: null };
  return null;
}

/** "Vraag 1" on a line of its own; what stands on the lines below it is what is asked. */
function readBareLabel(plain: string): Label | null {
  const line = plain.slice(0, LONGEST_BARE + 1).split("\n", 1)[0] ?? "";
  if (line.length > LONGEST_BARE) return null;
  const bare = BARE.find(([, pattern]) => pattern.test(line.trim()));
  if (!bare) return null;
  const length = afterSpaces(plain, line.length);
  const alone = length >= plain.length;
  return { ...UNSAID, type: bare[0], length, alone };
}

/** A name that could be a speaker's, before a colon at the start of a line; to count them. */
export function candidateSpeaker(plain: string): string | null {
  const colon = plain.slice(0, 40).indexOf(":");
  if (colon < 1) return null;
  const name = plain.slice(0, colon).trim();
  if (!isLabelText(name, plain.slice(colon + 1, colon + 3), plain[colon - 1] ?? "")) return null;
  return couldBeSpeaker(name) && !MEETING_DATA.test(name) ? name : null;
}

const DASH = /\s[-–—]\s(?=\s*\S)/u;

/** A name before a dash, as notes have it: "Gerben – formulieren alleen online". */
export function dashedName(plain: string): string | null {
  const at = plain.slice(0, 64).search(DASH);
  if (at < 1) return null;
  const name = plain.slice(0, at).replace(/\s\([^()]{1,40}\)$/, "");
  if (isShapedAsName(name)) return name;
  return couldBeSpeaker(name) && name.split(" ").length <= 2 ? name : null;
}

function isLabelText(words: string, after: string, before: string): boolean {
  // "Mw. Pruis", "J. Brouns": a full stop that ends nothing.
  const bare = words.replace(
    /^(?:(?:dhr|mw|mevr|hr|drs|ir|fam|mej|prof)\.\s|(?:\p{Lu}\.\s?)+)/iu,
    "",
  );
  if (words === "" || /[?!;"“”\n]|\.\s/.test(bare)) return false;
  // 12:00, http://
  if (/\d/.test(before) && /^\d/.test(after)) return false;
  if (after.startsWith("//")) return false;
  return words.split(/\s+/).length <= MAX_LABEL_WORDS;
}

/** "Vraag uit de zaal" is itself how the minutes name the speaker; a role is named without article. */
function speakerOf(type: LabelType, words: string, who: string | null): string | null {
  if (who === null) return null;
  if (/\b(?:uit|in) de (?:zaal|groep)\b/i.test(words)) return type === "question" ? words : null;
  if (/^(?:(?:de )?stelling\b|tafel$|groep$|zaal$)/i.test(who)) return null;
  return who;
}

function typeOfAct(act: SpeechAct): { type: LabelType } {
  if (act === "asks") return { type: "question" };
  if (act === "answers") return { type: "answer" };
  if (act === "explains") return { type: "explanation" };
  if (act === "advises") return { type: "advice" };
  return { type: "turn" };
}

/** "Jullie zeiden:", "Wat we hoorden:": what was brought in, beside what is done with it. */
const BROUGHT_IN =
  /^(?:(?:jullie|u|inwoners|bewoners|ouders|men)\s(?:zei(?:den)?|zeggen|zegt|schre(?:ef|ven)|vroeg(?:en)?|gaven? aan)|(?:wat\s)?(?:wij|we)\s(?:hoorden|hebben gehoord)|(?:wat\s)?(?:u|jullie)\s(?:zei(?:den)?|vond(?:en)?)|gehoord|opgehaald|inbreng)$/i;
/** Above the arguments of one side. */
const SIDE = /^(?:(?:argumenten\s)?(?:voor|tegen)|(?:mee\s)?(?:on)?eens|(?:voor|tegen)standers)$/i;
const DONE_WITH =
  /^(?:(?:dit\s|dat\s|wat\s)?(?:doen\s)?(?:wij|we)\s(?:ermee\s|hiermee\s)?(?:doen|deden|gaan doen|antwoord(?:d)?en|zeggen|zeiden)(?:\s(?:ermee|hiermee|nu|daarmee))?|(?:dit|dat|wat)\sdoen\s(?:wij|we)(?:\s(?:ermee|hiermee))?|ons antwoord|onze aanpak|verwerking|gedaan)$/i;
/** A telephone number or a code, and nothing else. */
const REACHED_AT =
  /^(?:(?:circa|ca\.?|ong\.?)\s)?(?:\+?\d[\d\s()./-]{2,20}|\p{Lu}{1,5}[-/]?\d[\d/-]*)(?:,\s.{1,60})?$/u;

/** Who has an office at the meeting, or hands something in: a name behind it is no turn. */
const OFFICE =
  /^(?:(?:dag|technisch )?voorzitter|gespreksleid(?:st)?er|moderator|griffier|secretaris|gastheer|gastvrouw|interviewer|geïnterviewde|respondent|organisatie|bedrijf|school|indiener|inspreker|inzender|functie|naam(?: (?:organisatie|indiener|instelling|school))?|ingevuld door|ingediend door|datum ontvangst|ontvangen|woonplaats|wijk|leeftijd)$/iu;

function isNameList(rest: string): boolean {
  const line = firstLine(rest, 0);
  if (/^(?:ja|nee|dat|dit|er|we|wij|ik|het)\b/i.test(line)) return false;
  return (
    line !== "" &&
    line.split(/\s+/).length <= 6 &&
    !/[.?!]$/.test(line.replace(/\b\p{L}{1,4}\.$/u, ""))
  );
}

function firstSentence(plain: string, from: number): string {
  return firstLine(plain, from).split(/\.\s+(?=\p{Lu})/u, 1)[0] ?? "";
}

function firstLine(plain: string, from: number): string {
  return (
    plain
      .slice(from, from + 300)
      .split("\n", 1)[0]
      ?.trim() ?? ""
  );
}

function afterSpaces(s: string, from: number): number {
  let at = from;
  while (at < s.length && isBlankCode(s.charCodeAt(at))) at++;
  return at;
}
