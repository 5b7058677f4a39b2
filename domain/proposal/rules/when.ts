/** A line that says when is not longer. */
const LOOKED_AT = 300;

const MONTHS = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

const WORDED =
  /\b(\d{1,2})\s+(jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]{0,8}\.?\s+((?:19|20)\d{2}\b|['’]\d{2}\b)/i;
const DAY_FIRST = /(?<![\d.])(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d{2}|'?\d{2})(?![\d-])/;
const YEAR_FIRST = /\b((?:19|20)\d{2})-(\d{1,2})-(\d{1,2})\b/;

/**
 * The first date in a line as Dutch minutes write it (6 juli 2017, 06-07-2017, 6/7/17,
 * 2017-07-06), as YYYY-MM-DD. Null when there is none or the day does not exist.
 */
export function readDate(line: string): string | null {
  const words = line.slice(0, LOOKED_AT);
  const worded = WORDED.exec(words);
  if (worded) {
    const name = (worded[2] ?? "").toLowerCase();
    const month = MONTHS.indexOf(name === "maart" ? "mrt" : name.slice(0, 3)) + 1;
    return isoDate(yearOf(worded[3]), month, Number(worded[1]));
  }
  const yearFirst = YEAR_FIRST.exec(words);
  if (yearFirst) return isoDate(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const dayFirst = DAY_FIRST.exec(words);
  if (dayFirst) return isoDate(yearOf(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]));
  return null;
}

/** Two digits are a year of this century. */
function yearOf(written = ""): number {
  const digits = written.replace(/['’]/, "");
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}

const HOUR = "([01]?\\d|2[0-3])";
/** 9:30, 9.30, 9u30; the second of a span (9:30-12:00) may follow at once. */
const CLOCK = new RegExp(
  `(?<![\\d.:€]|(?:\\b(?:kamer|zaal|lokaal|versie|art|artikel|punt)|§)\\.?\\s)${HOUR}[:.u]([0-5]\\d)(?!\\d|[.:]\\d)`,
);
const WHOLE_HOUR = new RegExp(`(?<![\\d.:])${HOUR}\\s*uur\\b`, "i");
/** "van 10 tot 12 uur", "10-12 uur": the hour that counts is the first. */
const HOUR_SPAN = new RegExp(
  `(?<![\\d.:-])${HOUR}(?:\\s*uur)?\\s*(?:-|–|tot|en)\\s*(?:[01]?\\d|2[0-3])\\s*uur\\b`,
  "i",
);

/** "half vier" is half past three. */
const HOURS = "een twee drie vier vijf zes zeven acht negen tien elf twaalf".split(" ");
const HALF = /\bhalf\s+(een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)\b/i;

/** "van tien tot twaalf", "om acht uur 's avonds"; the afternoon counts from one to seven. */
const SPELT = new RegExp(
  `\\b(?:van\\s+(?=[a-z]+(?:\\s+uur)?\\s+tot\\b)|om\\s+)(${HOURS.join("|")})(?:\\s+uur)?\\s+(?:tot|uur)\\b`,
  "i",
);
/** 0930u, 1930 uur: a clock without a sign between. */
const PLAIN_CLOCK = /(?<![\d.:])((?:[01]\d|2[0-3]))([0-5]\d)\s?u(?:ur)?\b/i;
const EVENING = /['’]s avonds|\bavond\b/i;

const BEGINS = /\b(?:start|aanvang|begint)\b/i;

/** The first time of day in a line (12:00, 12.00 uur, 9 uur), as HH:MM; null when there is none. */
export function readTime(line: string): string | null {
  const rest = line
    .slice(0, LOOKED_AT)
    .replace(WORDED, " ")
    .replace(YEAR_FIRST, " ")
    .replace(DAY_FIRST, (date) => (readDate(date) === null ? date : " "));
  // "inloop 19.15, start 19.30 uur"
  const begins = BEGINS.exec(rest);
  if (begins && begins.index > 0) {
    const time = readTime(rest.slice(begins.index));
    if (time !== null) return time;
  }
  const half = HALF.exec(rest);
  if (half) {
    const hour = HOURS.indexOf((half[1] ?? "").toLowerCase());
    return hour < 0 ? null : `${inDaytime(hour, rest)}:30`;
  }
  const spelt = SPELT.exec(rest)?.[1]?.toLowerCase();
  if (spelt && !CLOCK.test(rest)) return `${inDaytime(HOURS.indexOf(spelt) + 1, rest)}:00`;
  const hit =
    PLAIN_CLOCK.exec(rest) ?? CLOCK.exec(rest) ?? HOUR_SPAN.exec(rest) ?? WHOLE_HOUR.exec(rest);
  return hit ? `${(hit[1] ?? "").padStart(2, "0")}:${hit[2] ?? "00"}` : null;
}

/** A meeting at "half vier" is in the afternoon; one at "half tien" in the morning, unless it says so. */
function inDaytime(hour: number, words: string): string {
  const late = hour < 8 || (EVENING.test(words) && hour < 12);
  return String(late ? hour + 12 : hour).padStart(2, "0");
}

const DATE_LINE =
  /^(?:(?:op\s)?(?:maan|dins|woens|donder|vrij|zater|zon)dag\s|(?:ma|di|wo|do|vr|za|zo)\.?\s\d|\d{1,2}[\s./-]|\p{Lu}[\p{L}\s-]{1,25},\s|uitdraai\s|ge[ëe]xporteerd\s|d\.d\.)/iu;

/** "woensdag 21 mei 2025, half acht" or "Ravenoord, 6 september 2024": the line below a title. */
export function isDateLine(line: string): boolean {
  return line.length <= 110 && DATE_LINE.test(line) && readDate(line.slice(0, 60)) !== null;
}
