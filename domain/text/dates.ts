const MONTHS: readonly (readonly string[])[] = [
  ["jan", "januari", "january"],
  ["feb", "februari", "february"],
  ["mrt", "maart", "mar", "march"],
  ["apr", "april"],
  ["mei", "may"],
  ["jun", "juni", "june"],
  ["jul", "juli", "july"],
  ["aug", "augustus", "august"],
  ["sep", "sept", "september"],
  ["okt", "oktober", "oct", "october"],
  ["nov", "november"],
  ["dec", "december"],
];
const MONTH_NUMBERS = new Map(
  MONTHS.flatMap((names, i) => names.map((name): [string, number] => [name, i + 1])),
);

const TIME =
  /^(?:t|,? )?(?:om )?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,9})?)? ?(?:am|pm|uur|z|[+-]\d{2}:?\d{2}|gmt[+-]\d{1,4})?$/;

/** A date as it was written: whether it looks like one, and which day it is when that day exists. */
export interface ReadDate {
  /** YYYY-MM-DD; null for a day that does not exist. */
  day: string | null;
  /** The same with the month first, as American forms write it with strokes; null when that is no day. */
  monthFirst?: string | null;
}

/**
 * Reads a date as people and programs in the Netherlands write it: 4-3-2026, 04/03/2026, 2026-03-04,
 * 4 maart 2026, with or without a time behind it. The day stands before the month, unless the year stands
 * in front; how it reads the other way about is told too, for who sees a whole column.
 *
 * @returns null for what is no date.
 */
export function dateOf(cell: string): ReadDate | null {
  const text = cell.trim().toLowerCase();
  if (text.length > 60 || !/\d/.test(text)) return null;
  const read = (date: string, year = "", month = "", day = ""): ReadDate | null => {
    if (!rest(text, date)) return null;
    const found = { day: dayOf(year, month, day) };
    return /^\d{1,2}\//.test(date) ? { ...found, monthFirst: dayOf(year, day, month) } : found;
  };
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  if (iso) return read(iso[0], iso[1], iso[2], iso[3]);
  const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/.exec(text);
  if (dutch) return read(dutch[0], dutch[3], dutch[2], dutch[1]);
  const words = /^(?:[a-z]{2,9},? )?(\d{1,2})[ -]([a-z]{3,9})\.?[ -](\d{4})(?!\d)/.exec(text);
  const month = words ? MONTH_NUMBERS.get(words[2] ?? "") : undefined;
  return words && month ? read(words[0], words[3], String(month), words[1]) : null;
}

/** Share of the dates that can be read with the month first only, before a whole column is read so. */
const MONTH_FIRST_SHARE = 0.3;

/** Whether the dates of a column put the month first: many can be read in no other way, and none only the usual way. */
export function monthsFirst(dates: readonly ReadDate[]): boolean {
  const turnable = dates.filter(({ monthFirst }) => monthFirst !== undefined);
  if (turnable.some(({ day, monthFirst }) => day !== null && monthFirst === null)) return false;
  const only = turnable.filter(({ day, monthFirst }) => day === null && monthFirst !== null);
  return only.length > 0 && only.length >= turnable.length * MONTH_FIRST_SHARE;
}

/** Whether nothing but a time stands behind it. */
function rest(text: string, date: string): boolean {
  const after = text.slice(date.length);
  return after === "" || TIME.test(after);
}

function dayOf(year = "", month = "", day = ""): string | null {
  const full = year.length === 2 ? `20${year}` : year;
  const written = `${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : null;
}
