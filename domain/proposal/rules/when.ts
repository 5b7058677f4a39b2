const MONTHS = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

const WORDED =
  /\b(\d{1,2})\s+(jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?\s+((?:19|20)\d{2})\b/i;
const DAY_FIRST = /\b(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d{2})\b/;
const YEAR_FIRST = /\b((?:19|20)\d{2})-(\d{1,2})-(\d{1,2})\b/;

/**
 * The first date in a line as Dutch minutes write it (6 juli 2017, 06-07-2017, 2017-07-06), as
 * YYYY-MM-DD. Null when there is none or the day does not exist.
 */
export function readDate(words: string): string | null {
  const worded = WORDED.exec(words);
  if (worded) {
    const name = (worded[2] ?? "").toLowerCase();
    const month = MONTHS.indexOf(name === "maart" ? "mrt" : name.slice(0, 3)) + 1;
    return isoDate(Number(worded[3]), month, Number(worded[1]));
  }
  const dayFirst = DAY_FIRST.exec(words);
  if (dayFirst) return isoDate(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]));
  const yearFirst = YEAR_FIRST.exec(words);
  if (yearFirst) return isoDate(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  return null;
}

function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}

const CLOCK = /(?<![\d.:-])([01]?\d|2[0-3])[:.]([0-5]\d)(?![\d-]|\.\d)/;
const WHOLE_HOUR = /\b([01]?\d|2[0-3])\s*uur\b/i;

/** The first time of day in a line (12:00, 12.00 uur, 9 uur), as HH:MM; null when there is none. */
export function readTime(words: string): string | null {
  const hit = CLOCK.exec(words) ?? WHOLE_HOUR.exec(words);
  return hit ? `${(hit[1] ?? "").padStart(2, "0")}:${hit[2] ?? "00"}` : null;
}
