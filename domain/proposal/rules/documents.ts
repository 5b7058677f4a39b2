import type { DocumentKind } from "@/domain/proposal/model";
import { cleanTitle, findTitle, kindOf, MAX_TITLE_WORDS } from "@/domain/proposal/rules/titles";
import type { Unit } from "@/domain/proposal/rules/units";
import { readDate, readTime } from "@/domain/proposal/rules/when";

/** One document within a file: the units from `from` up to, not including, `to`. */
export interface DocumentRange {
  from: number;
  to: number;
  title: string;
  kind: DocumentKind;
  date: string | null;
  time: string | null;
  sector: string | null;
  /** The only one who speaks, for an interview. */
  speaker: string | null;
  /** Who asks, for an interview that says so. */
  interviewer: string | null;
  /** Which of its units is the title; what stands above it is letterhead. */
  titleAt: number | null;
  /** The first unit says who speaks below it. */
  openingLine: boolean;
}

/** Abbreviations count in capitals only: "so" and "po" are also letters in other words. */
const SECTORS: readonly (readonly [label: string, words: RegExp, abbreviation: RegExp])[] = [
  [
    "PO",
    /\bprimair onderwijs\b|\bbasisonderwijs\b|\bbasisscho(?:ol|len)\b|\bbasisonderwijs/i,
    /\bPO\b/,
  ],
  ["VO", /\bvoortgezet onderwijs\b|\bmiddelbare scho(?:ol|len)\b/i, /\bVO\b/],
  ["SO", /\bspeciaal onderwijs\b/i, /\bV?SO\b/],
  ["MBO", /\bmiddelbaar beroepsonderwijs\b/i, /\bMBO\b/],
];

/** The sector label in a title; null when there is none or more than one. */
export function sectorOf(words: string): string | null {
  const found = SECTORS.filter(
    ([, pattern, abbreviation]) => pattern.test(words) || abbreviation.test(words),
  );
  return found.length === 1 ? (found[0]?.[0] ?? null) : null;
}

/** Finds where each document begins and what its own words say about it. */
export function findDocuments(units: readonly Unit[], fileName?: string): DocumentRange[] {
  const starts = documentStarts(units);
  return starts.map(({ at, role }, i) => {
    const to = starts[i + 1]?.at ?? units.length;
    return describeDocument(units, at, to, role, i === 0, fileName);
  });
}

interface Start {
  at: number;
  /** Role of the one interviewed, when the document begins with "<role> geeft … weer". */
  role: string | null;
}

function documentStarts(units: readonly Unit[]): Start[] {
  const starts: Start[] = [];
  let closing = false;
  units.forEach((unit, i) => {
    const role = closing || i === 0 ? openingRole(unit) : null;
    const first = starts.length === 0;
    if (role !== null) starts.push({ at: i, role });
    else if (
      first ||
      isNewTitle(units, i, closing, titleLevel(units, starts), starts.at(-1)?.at ?? 0)
    )
      starts.push({ at: i, role: null });
    if (starts.at(-1)?.at === i) closing = false;
    else if (isClosing(unit.plain)) closing = true;
    // A marked heading ends the closing section; a short line of thanks does not.
    else if (unit.form === "heading" || (unit.emphasised && unit.form !== "listItem"))
      closing = false;
  });
  return starts;
}

/** Level of the title of the document that is open; of one without a mark, that of a chapter. */
function titleLevel(units: readonly Unit[], starts: readonly Start[]): number {
  const title = units[starts.at(-1)?.at ?? 0];
  return title?.form === "heading" ? title.level : 2;
}

const CLOSING = /^(?:\d+[.)]?\s*)?(?:rondvraag en )?(?:afsluiting|sluiting|einde|afronding)\b/i;

function isClosing(words: string): boolean {
  return CLOSING.test(words) && words.split(/\s+/).length <= 6;
}

const OPENING_LINE =
  /^(?:(?:de|het|een)\s)?([^.:!?]{2,70}?)\s(?:geeft|gaf|vertelt|vertelde|meldt|meldde|brengt|bracht|deelt|deelde|zegt|zei|schrijft|schreef|laat|liet)\b[^.!?]{0,40}\b(?:het\s+volgende|onderstaande|dit)\b[^.!?]{0,40}[.:]?$/i;
const INTERVIEW_LINE =
  /^(?:interview|gesprek)\s+met\s+(?:(?:de|het|een)\s+)?([^.:!?]{2,70})[.:]?$/i;

/** Who speaks in a line such as "De wijkverpleegkundige vertelt het volgende:". */
function openingRole(unit: Unit): string | null {
  if (unit.form === "listItem" || unit.plain.length > 160) return null;
  const hit = OPENING_LINE.exec(unit.plain) ?? INTERVIEW_LINE.exec(unit.plain);
  return hit?.[1]?.trim() ?? null;
}

const NUMBERED_TITLE = /^(?:\d+(?:\.\d+)*[.)]?|[a-z][.)])\s/i;
/** The kind word may not be the object of another: "Doel van deze bijeenkomst". */
const OF_SOMETHING =
  /^(?!(?:notulen|verslag|gespreksverslag|uitnodiging)\b).*\b(?:van|over|voor|na|tijdens|uit|bij)\s+(?:(?:de|het|deze|dit|die|onze|een)\s+)?\S*(?:bijeenkomst|vergadering|overleg|sessie|gesprek|interview|enqu[eê]te)/i;
const NEXT_MEETING = /^(?:volgende|vervolg|nieuwe)\b/i;

/** Whether a heading in the middle of a file begins another document. */
function isNewTitle(
  units: readonly Unit[],
  i: number,
  closing: boolean,
  titleLevel: number,
  openedAt: number,
): boolean {
  const unit = units[i];
  if (unit === undefined || unit.label !== null) return false;
  const marked = unit.form === "heading" || unit.emphasised;
  const words = unit.plain;
  if (unit.form === "listItem" || words.length > 160 || /[.;,:]$/.test(words)) return false;
  if (words.split(/\s+/).length > MAX_TITLE_WORDS) return false;
  if (NUMBERED_TITLE.test(words) || OF_SOMETHING.test(words)) return false;
  // Below a letterhead, or the name of who met: still the same document.
  if (units.slice(openedAt, i).every(isShort) && i - openedAt <= 4) return false;
  const beside = unit.form === "heading" && unit.level <= titleLevel;
  const data = hasMeetingData(units, i + 1);
  if (kindOf(words) === null) return beside && unit.level === 1 && data;
  // A line with the date below the title belongs to it.
  if (i - openedAt <= 3 && !beside) return false;
  if (data) return true;
  if (!marked || unit.level > 2 || NEXT_MEETING.test(words)) return false;
  // An item about the report of the last time stands below the title; another document beside it.
  return closing || (readDate(words) !== null && unit.level <= titleLevel);
}

/** No running text: a heading, a letterhead or the data of the occasion. */
function isShort(unit: Unit): boolean {
  return unit.form === "heading" || unit.plain.length <= 120 || unit.label?.type === "meetingData";
}

/** Whether a date, time or list of those present follows before the next heading. */
function hasMeetingData(units: readonly Unit[], from: number): boolean {
  for (const unit of units.slice(from, from + 5)) {
    if (unit.form === "heading") return false;
    if (unit.label?.type === "meetingData") return true;
  }
  return false;
}

/** How many units at the start may hold the date, time and other data of the occasion. */
const DATA_UNITS = 12;

function describeDocument(
  units: readonly Unit[],
  from: number,
  to: number,
  role: string | null,
  first: boolean,
  fileName: string | undefined,
): DocumentRange {
  const opening = units[from];
  const top = units.slice(from, Math.min(to, from + DATA_UNITS));
  const found = role === null ? findTitle(top) : { at: null, words: "" };
  const begin = opening?.plain ?? "";
  const headed = role !== null && INTERVIEW_LINE.test(begin) ? cleanTitle(begin) : "";
  const title = found.words || headed || nameOf(begin, role, first ? fileName : undefined);
  const data = dataOf(top, found.at);
  const kind =
    (role !== null ? "interview" : null) ??
    kindOf(title) ??
    (first && fileName !== undefined ? kindOf(fileName.replace(/[-_.]/g, " ")) : null) ??
    kindFromContent(units, from, to);
  return {
    from,
    to,
    title,
    kind,
    date: readDate(title) ?? data.date ?? readDate((first && fileName) || ""),
    time: data.time ?? readTime(title),
    sector: sectorOf(title) ?? sectorOf(data.about),
    ...interviewOf(top, kind, role),
    titleAt: found.at,
    openingLine: role !== null,
  };
}

function nameOf(words: string, role: string | null, fileName?: string): string {
  if (role !== null) {
    // "Zorgcoördinator" becomes lower case, "IB'er" stays.
    const lower = /^\p{Lu}\p{Ll}/u.test(role) ? role[0]?.toLowerCase() + role.slice(1) : role;
    return `Interview ${lower}`;
  }
  const name = (fileName ?? "")
    .replace(/^.*[\\/]/, "")
    .replace(/\.[a-z]+$/i, "")
    .replace(/[-_\s]+/g, " ")
    .trim();
  if (name !== "") return name[0]?.toUpperCase() + name.slice(1);
  const start = cleanTitle(words).split(" ").slice(0, 8).join(" ");
  return start === "" ? "…" : `${start} …`;
}

/** "Geïnterviewde: Aukje Brouwer (AB)", "Interviewer: Stijn de Roos, beleidsadviseur". */
const INTERVIEWED =
  /^(?:geïnterviewde|gesproken met|gesprek met|met|gesprekspartner|respondent)\s*:\s*([^,(:\n]{2,50})/i;
/** "… sprak Lisa op 1 juli 2025 met Huub Cremers, vrijwilliger". */
const SPOKE_WITH =
  /\b(?:sprak|spraken|sprekt|gesproken|in gesprek)\s(?:[^.:;\n]{0,60}\s)?met\s(\p{Lu}[\p{Ll}’'-]+(?:\s(?:van|de|der|den|ten|ter|el)){0,3}\s\p{Lu}[\p{L}’'-]+)/u;
const INTERVIEWER =
  /^(?:interviewer|interview door|afgenomen door|gespreksvoerder|gespreksleider|vragensteller)\s*:\s*([^,(:\n]{2,50})/i;

/** "Mevrouw R. (61) zorgt …": how the text calls the one whose role stands in its title. */
const TOLD_OF =
  /^((?:Mevrouw|Meneer|De heer|Mw\.|Dhr\.)\s(?:(?:van|de|der|den|ten|ter)\s){0,3}\p{Lu}(?:\.|[\p{L}-]+))(?=[\s,])/u;

function interviewOf(units: readonly Unit[], kind: DocumentKind, role: string | null) {
  const find = (pattern: RegExp) => {
    for (const unit of units) {
      const hit = pattern.exec(unit.plain.slice(0, 200))?.[1]?.trim();
      if (hit) return hit;
    }
    return null;
  };
  if (kind !== "interview") return { speaker: role, interviewer: null };
  const told = role === null ? null : find(TOLD_OF);
  return {
    speaker: find(INTERVIEWED) ?? find(SPOKE_WITH) ?? told ?? role,
    interviewer: find(INTERVIEWER),
  };
}

interface OccasionData {
  date: string | null;
  time: string | null;
  /** What stands in the lines below the title. */
  about: string;
}

/** What else has a date or time: when a letter goes out, is due, was printed, or people meet again. */
const OTHER_OCCASION =
  /^(?:verzonden|sent|date|export|ge[eë]xporteerd|print|afgedrukt|uitdraai.{0,20}\d\d:|volgende|reageren|sluiting|ingediend|vastgesteld)|\b(?:ge[eë]xporteerd|uiterlijk|vóór|tot en met|inschrijven|deadline|volgende (?:vergadering|bijeenkomst|keer|overleg))\b/i;
/** Labels that say when; of the others the time is not looked at. */
const WHEN =
  /^(?:aanvang|begin|tijd|(?:vergader|gespreks)?datum|dag|wanneer|bijeenkomst|vergadering|overleg|plaats|locatie|d\.d)/i;

/** When and about what: from labels, and from lines below the title that say nothing else. */
function dataOf(units: readonly Unit[], titleAt: number | null): OccasionData {
  const data: OccasionData = { date: null, time: null, about: "" };
  let bareDate: string | null = null;
  for (const [i, unit] of units.entries()) {
    const words = unit.plain.slice(0, 200);
    const label = unit.label?.type === "meetingData" || unit.column !== null;
    const [first = ""] = words.split(/\.\s+(?=\p{Lu})/u, 1);
    // A line that holds the date counts too ("dinsdag 6 juli 2017", "Basisscholen | versie 0.9 | 15
    // augustus 2025"), in the first few lines, as long as it is no running text.
    const near = i < 6 || (titleAt !== null && i <= titleAt + 3);
    const bare = near && (words.split(/\s+/).length <= 8 || readDate(first) !== null);
    if (!label && !bare) continue;
    if (unit.form !== "heading" && near) data.about += ` ${words}`;
    if (OTHER_OCCASION.test(words)) {
      bareDate ??= /^(?:verzonden|sent|date|vastgesteld)/i.test(words) ? readDate(words) : null;
      continue;
    }
    const when = label && WHEN.test(unit.column === null ? words : words.replace(/^[|\s]+/, ""));
    if (label ? when : words.split(/\s+/).length <= 24 || readDate(first) !== null) {
      data.date ??= readDate(words);
      data.time ??= readTime(words);
    } else if (label && !/^(?:aanwezig|afwezig|deelnemers|volgende)/i.test(words)) {
      bareDate ??= readDate(words);
    }
  }
  return { ...data, date: data.date ?? bareDate };
}

/** Without a word about it in the title: people who are present, stellingen or turns make it a meeting. */
function kindFromContent(units: readonly Unit[], from: number, to: number): DocumentKind {
  let turns = 0;
  for (const unit of units.slice(from, to)) {
    const type = unit.label?.type;
    if (type === "statement") return "meeting";
    if (type === "turn" && unit.label?.alone === false && ++turns > 2) return "meeting";
    if (/^(?:geachte|beste)\s.{0,40},$/i.test(unit.plain)) return "information";
    if (type === "meetingData" && /^(?:aanw|aanvang|vergader|notulist)/i.test(unit.plain)) {
      return "meeting";
    }
    if (MET.test(unit.plain.slice(0, 300))) return "meeting";
  }
  return "information";
}

const MET =
  /\b(?:kwam(?:en)? (?:\S+ ){0,5}bij ?een|opent de (?:vergadering|bijeenkomst)|^bijeenkomst\b|deelnemers plakten)\b/i;
