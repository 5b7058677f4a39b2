import {
  couldBeSpeaker,
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
  | "remark"
  | "turn";

export interface Label {
  type: LabelType;
  /** As written; null when the label names nobody. */
  speaker: string | null;
  act: SpeechAct | null;
  /** Number of a stelling. */
  number: number | null;
  /** Length of the label with its colon and the white space after it, in UTF-16 units. */
  length: number;
  /** Nothing follows the label. */
  alone: boolean;
}

const MAX_LABEL = 110;
const MAX_LABEL_WORDS = 14;

const STATEMENT = /^(?:stelling|propositie)\s*(?:nr\.?\s*)?(?:(\d{1,2})\s*)?(?:[:.)]|[-–—]\s)/i;
const STATEMENT_ALONE = /^(?:stelling|propositie)\s*(?:nr\.?\s*)?(\d{1,2})\s*[:.)]?$/i;
const ORDINAL_STATEMENT = /^(\d{1,2})e\s+stelling\s*:/i;

const MEETING_DATA =
  /^(?:(?:vergader)?datum|dag|aanvang|begin(?:tijd)?|eindtijd|einde|tijd(?:stip)?|aanwezig(?:en)?|afwezig(?:en)?|afgemeld|afmeldingen|afmelding|met kennisgeving afwezig|deelnemers(?:lijst)?|genodigden|locatie|plaats|notulist(?:e)?|verslag(?:legging)?|opgesteld door|betreft|onderwerp|kenmerk|agenda|versie|status|c\.?c\.?)(?:\s.*)?$/i;

/** `van`, `door` or `uit`, with or without an article: who the label says is speaking. */
const FROM =
  /^(?:\s+(?:van|door|uit|namens)\s+(?:de\s+|het\s+|een\s+)?(\S.*)|\s*\(([^)]+)\)|\s+(\p{Lu}.*))?$/u;

const NAMED: readonly (readonly [type: LabelType, pattern: RegExp])[] = [
  ["explanation", /^toelichting(?:\s+(?:op|bij)\s+(?:de\s+|deze\s+)?stelling(?:\s+\d+)?)?/i],
  [
    "reactions",
    /^(?:(?:eerste\s+|overige\s+|andere\s+)?reacties?|(?:in\s+de\s+|uit\s+de\s+)?discussie|bespreking)/i,
  ],
  ["question", /^(?:aanvullende\s+|volgende\s+|nog\s+een\s+|andere\s+)*vra(?:ag|gen)(?:\s+\d+)?/i],
  ["answer", /^antwoord(?:en)?(?:\s+\d+)?/i],
  [
    "advice",
    /^(?:advies|adviezen|aanbeveling(?:en)?|aandachtspunt(?:en)?|verbeterpunt(?:en)?|suggesties?|tips?)/i,
  ],
  ["concern", /^(?:zorg(?:en|punt(?:en)?)?|knelpunt(?:en)?|risico(?:'s)?)/i],
  ["expectation", /^(?:verwachting(?:en)?|wens(?:en)?)/i],
  ["compliment", /^(?:compliment(?:en)?|pluspunt(?:en)?|tops?)/i],
  [
    "remark",
    /^(?:opmerking(?:en)?|aanvulling(?:en)?|noot|nb|n\.b\.|kanttekening(?:en)?|conclusie|afspra(?:ak|ken)|besluit(?:en)?|acties?|actiepunt(?:en)?)/i,
  ],
];

/**
 * Reads the label a line starts with: "Stelling 2:", "Reacties:", "Vraag uit de zaal:",
 * "X vult aan:", "Schoolcoach:". `plain` is text without emphasis markers; only its first
 * characters are looked at. Null when there is none.
 */
export function readLabel(plain: string, known: KnownSpeakers = NO_SPEAKERS): Label | null {
  const head = plain.slice(0, MAX_LABEL);
  const statement = readStatementLabel(plain, head);
  if (statement !== null) return statement;

  const colon = head.indexOf(":");
  if (colon < 1) return null;
  const words = head.slice(0, colon).trim();
  if (!isLabelText(words, plain.slice(colon + 1, colon + 3), head[colon - 1] ?? "")) return null;
  const rest = { length: afterSpaces(plain, colon + 1), alone: false, act: null, number: null };
  rest.alone = rest.length >= plain.length;

  for (const [type, pattern] of NAMED) {
    const hit = pattern.exec(words);
    if (!hit) continue;
    const from = FROM.exec(words.slice(hit[0].length));
    if (!from) continue;
    const who = (from[1] ?? from[2] ?? from[3] ?? "").trim() || null;
    return { ...rest, type, speaker: speakerOf(type, words, who) };
  }
  if (MEETING_DATA.test(words)) return { ...rest, type: "meetingData", speaker: null };
  if (/^(?:voorzitter|gespreksleider)$/i.test(words) && isNameList(plain.slice(rest.length))) {
    return { ...rest, type: "meetingData", speaker: null };
  }
  const phrase = readSpeakerPhrase(words, known);
  if (phrase) return { ...rest, ...typeOfAct(phrase.act), speaker: phrase.name, act: phrase.act };
  if (isSpeaker(words, known)) return { ...rest, type: "turn", speaker: words };
  // "Over de planning nog een andere vraag: …" asks, though nobody is named.
  if (/\bvraag$/.test(words)) return { ...rest, type: "question", speaker: null };
  return null;
}

function readStatementLabel(plain: string, head: string): Label | null {
  const hit =
    STATEMENT_ALONE.exec(plain.length <= MAX_LABEL ? head : "") ??
    STATEMENT.exec(head) ??
    ORDINAL_STATEMENT.exec(head);
  if (!hit) return null;
  const length = afterSpaces(plain, hit[0].length);
  const number = Number(hit[1] ?? 0) || null;
  const alone = length >= plain.length;
  return { type: "statement", speaker: null, act: null, number, length, alone };
}

/** A name that could be a speaker's, before a colon at the start of a line; to count them. */
export function candidateSpeaker(plain: string): string | null {
  const colon = plain.slice(0, 40).indexOf(":");
  if (colon < 1) return null;
  const name = plain.slice(0, colon).trim();
  if (!isLabelText(name, plain.slice(colon + 1, colon + 3), plain[colon - 1] ?? "")) return null;
  return couldBeSpeaker(name) && !MEETING_DATA.test(name) ? name : null;
}

function isLabelText(words: string, after: string, before: string): boolean {
  if (words === "" || /[?!;"“”\n]|\.\s/.test(words)) return false;
  // 12:00, http://
  if (/\d/.test(before) && /^\d/.test(after)) return false;
  if (after.startsWith("//")) return false;
  return words.split(/\s+/).length <= MAX_LABEL_WORDS;
}

/** "Vraag uit de zaal" is itself how the minutes name the speaker; a role is named without article. */
function speakerOf(type: LabelType, words: string, who: string | null): string | null {
  if (who === null) return null;
  if (/\b(?:uit|in) de (?:zaal|groep)\b/i.test(words)) return type === "question" ? words : null;
  if (/^(?:de )?stelling\b/i.test(who)) return null;
  return who;
}

function typeOfAct(act: SpeechAct): { type: LabelType } {
  if (act === "asks") return { type: "question" };
  if (act === "answers") return { type: "answer" };
  if (act === "explains") return { type: "explanation" };
  if (act === "advises") return { type: "advice" };
  return { type: "turn" };
}

function isNameList(rest: string): boolean {
  const line = rest.split("\n", 1)[0]?.trim() ?? "";
  return line.split(/\s+/).length <= 6 && !/[.?!]$/.test(line);
}

function afterSpaces(s: string, from: number): number {
  let at = from;
  while (at < s.length && isBlankCode(s.charCodeAt(at))) at++;
  return at;
}
