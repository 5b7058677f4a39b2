import type { DocumentKind } from "@/domain/proposal/model";
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
  /** The first unit is its title or opening line, not input. */
  opening: "title" | "openingLine" | null;
}

const INTERVIEW = /\b(?:interview|gesprek(?:sverslag)?|vraaggesprek|geeft het volgende weer)\b/i;
const SURVEY = /enqu[eê]te|vragenlijst|uitvraag|\bsurvey\b|\bpeiling\b/i;
const MEETING =
  /bijeenkomst|vergadering|overleg\b|sessie\b|\bnotulen\b|\bverslag\b|raadpleging|rondetafel|werkgroep|klankbord|dialoogtafel/i;
const INFORMATION =
  /informatie|factsheet|\binfoblad|brochure|nieuwsbrief|\bmemo\b|\bnotitie\b|\bfolder\b/i;

/** The kind a title or file name speaks of; null when it does not say. */
export function kindOf(words: string): DocumentKind | null {
  if (INTERVIEW.test(words)) return "interview";
  if (SURVEY.test(words)) return "survey";
  if (MEETING.test(words)) return "meeting";
  return INFORMATION.test(words) ? "information" : null;
}

/** Abbreviations count in capitals only: "so" and "po" are also letters in other words. */
const SECTORS: readonly (readonly [label: string, words: RegExp, abbreviation: RegExp])[] = [
  ["PO", /\bprimair onderwijs\b|\bbasisonderwijs\b|\bbasisscho(?:ol|len)\b/i, /\bPO\b/],
  ["VO", /\bvoortgezet onderwijs\b/i, /\bVO\b/],
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
const MAX_TITLE_WORDS = 18;

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
  if (NUMBERED_TITLE.test(words) || OF_SOMETHING.test(words) || kindOf(words) === null)
    return false;
  // A line with the date below the title belongs to it.
  if (i - openedAt <= 3 && (unit.form !== "heading" || unit.level > titleLevel)) return false;
  if (hasMeetingData(units, i + 1)) return true;
  if (!marked || unit.level > 2 || NEXT_MEETING.test(words)) return false;
  // An item about the report of the last time stands below the title; another document beside it.
  return closing || (readDate(words) !== null && unit.level <= titleLevel);
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
  const titled = opening !== undefined && (role !== null || canBeTitle(opening, units[from + 1]));
  const title = titleOf(
    titled && role === null
      ? titleLine(units.slice(from, Math.min(to, from + TITLE_UNITS)))
      : (opening?.plain ?? ""),
    role,
    titled,
    first ? fileName : undefined,
  );
  const data = dataOf(units.slice(from, Math.min(to, from + DATA_UNITS)));
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
    date: readDate(title) ?? data.date,
    time: data.time ?? readTime(title),
    sector: sectorOf(title) ?? sectorOf(data.about),
    ...interviewOf(units.slice(from, Math.min(to, from + DATA_UNITS)), kind, role),
    opening: role !== null ? "openingLine" : titled ? "title" : null,
  };
}

/** How far down the title can stand: below the name of an organisation, in a letterhead. */
const TITLE_UNITS = 4;

/** The first line that says what the document is; else the first. */
function titleLine(units: readonly Unit[]): string {
  const first = units[0]?.plain ?? "";
  if (kindOf(first) !== null || units[0]?.form === "heading") return first;
  for (const [i, unit] of units.entries()) {
    if (unit.label !== null || unit.form === "listItem") break;
    if (kindOf(unit.plain) !== null && canBeTitle(unit, units[i + 1])) return unit.plain;
  }
  return first;
}

function canBeTitle(unit: Unit, next: Unit | undefined): boolean {
  if (unit.label !== null || unit.form === "listItem") return false;
  if (unit.form === "heading") return true;
  const words = unit.plain.split(/\s+/).length;
  if (unit.plain.includes("\n") || words > MAX_TITLE_WORDS || unit.plain.length > 160) return false;
  return !/[.;,:!?]$/.test(unit.plain) && next !== undefined;
}

function titleOf(words: string, role: string | null, titled: boolean, fileName?: string): string {
  if (role !== null) {
    // "Zorgcoördinator" becomes lower case, "IB'er" stays.
    const lower = /^\p{Lu}\p{Ll}/u.test(role) ? role[0]?.toLowerCase() + role.slice(1) : role;
    return `Interview ${lower}`;
  }
  const line = withoutUnderline(words).replace(/\s+/g, " ").trim();
  if (titled && line !== "") return line;
  const [first = ""] = words.split("\n");
  if (
    kindOf(first) !== null &&
    first.split(/\s+/).length <= MAX_TITLE_WORDS &&
    !/[.:;]$/.test(first.trim())
  ) {
    return first.trim();
  }
  const name = (fileName ?? "")
    .replace(/^.*[\\/]/, "")
    .replace(/\.[a-z]+$/i, "")
    .replace(/[-_\s]+/g, " ")
    .trim();
  if (name !== "") return name[0]?.toUpperCase() + name.slice(1);
  const start = line.split(" ").slice(0, 8).join(" ");
  return start === "" ? "…" : `${start} …`;
}

/** "Geïnterviewde: Aukje Brouwer (AB)", "Interviewer: Stijn de Roos, beleidsadviseur". */
const INTERVIEWED =
  /^(?:geïnterviewde|gesproken met|gesprek met|respondent)\s*:\s*([^,(:\n]{2,50})/i;
const INTERVIEWER =
  /^(?:interviewer|interview door|gespreksleider|vragensteller)\s*:\s*([^,(:\n]{2,50})/i;

function interviewOf(units: readonly Unit[], kind: DocumentKind, role: string | null) {
  const find = (pattern: RegExp) => {
    for (const unit of units) {
      const hit = pattern.exec(unit.plain.slice(0, 120))?.[1]?.trim();
      if (hit) return hit;
    }
    return null;
  };
  if (kind !== "interview") return { speaker: role, interviewer: null };
  return { speaker: find(INTERVIEWED) ?? role, interviewer: find(INTERVIEWER) };
}

/** A title in the older Markdown form has a row of = or - below it. */
function withoutUnderline(words: string): string {
  const lines = words.trimEnd().split("\n");
  return /^[=-]{3,200}$/.test(lines.at(-1)?.trim() ?? "") ? lines.slice(0, -1).join("\n") : words;
}

interface OccasionData {
  date: string | null;
  time: string | null;
  /** What the lines "Onderwerp:" and "Betreft:" say. */
  about: string;
}

function dataOf(units: readonly Unit[]): OccasionData {
  const data: OccasionData = { date: null, time: null, about: "" };
  for (const [i, unit] of units.entries()) {
    const words = unit.plain.slice(0, 200);
    const isData = unit.label?.type === "meetingData";
    // A line that holds the date counts too ("dinsdag 6 juli 2017", "Basisscholen | versie 0.9 | 15
    // augustus 2025"), in the first few lines, as long as it is no running text.
    const bare = i < 5 && words.split(/\s+/).length <= (readDate(words) === null ? 8 : 24);
    if (!isData && !bare) continue;
    data.date ??= readDate(words);
    if (isData && /^(?:onderwerp|betreft)/i.test(words)) data.about += ` ${words}`;
    if (!isData || /^(?:aanvang|begin|tijd|(?:vergader)?datum|dag)/i.test(words)) {
      data.time ??= readTime(words);
    }
  }
  return data;
}

/** Without a word about it: a stelling, reactions or those present make it a meeting. */
function kindFromContent(units: readonly Unit[], from: number, to: number): DocumentKind {
  for (const unit of units.slice(from, to)) {
    const type = unit.label?.type;
    if (type === "statement" || type === "reactions" || type === "turn") return "meeting";
    if (type === "meetingData" && /^(?:aanwezig|aanvang|vergader|notulist)/i.test(unit.plain)) {
      return "meeting";
    }
  }
  return "information";
}
