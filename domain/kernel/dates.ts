/**
 * Dates as people read them. The only place that formats dates: everything is shown in the time
 * of the Netherlands, whatever the zone of the machine.
 */
export const TIME_ZONE = "Europe/Amsterdam";

/** "21 november 2026" for a moment (ISO) or a calendar date (YYYY-MM-DD). */
export function formatDate(value: string, language: string): string {
  const timeZone = isCalendarDate(value) ? "UTC" : TIME_ZONE;
  return formatter(language, { dateStyle: "long", timeZone }).format(new Date(value));
}

/** "21 nov 2026" for a calendar date (YYYY-MM-DD), where there is little room; of two "18–21 nov 2026". */
export function formatShortDate(value: string, language: string, until?: string | null): string {
  const short = formatter(language, { dateStyle: "medium", timeZone: "UTC" });
  return until
    ? short.formatRange(new Date(value), new Date(until))
    : short.format(new Date(value));
}

/** "21 november 2026 om 14:05" for a moment (ISO). */
export function formatMoment(value: string, language: string): string {
  const style = { dateStyle: "long", timeStyle: "short", timeZone: TIME_ZONE } as const;
  return formatter(language, style).format(new Date(value));
}

/** Today in the Netherlands, as a calendar date (YYYY-MM-DD). */
export function today(): string {
  // Sweden writes a date so.
  return formatter("sv-SE", { dateStyle: "short", timeZone: TIME_ZONE }).format(new Date());
}

/** The day so many days from today in the Netherlands, as a calendar date (YYYY-MM-DD). */
export function inDays(days: number): string {
  return new Date(Date.parse(today()) + days * 86_400_000).toISOString().slice(0, 10);
}

/** "vrijdag 18 december om 23:59" for a moment (ISO). */
export function formatDayAndTime(value: string, language: string): string {
  const style = { weekday: "long", day: "numeric", month: "long" } as const;
  const clock = { hour: "2-digit", minute: "2-digit" } as const;
  return formatter(language, { ...style, ...clock, timeZone: TIME_ZONE }).format(new Date(value));
}

/** "14:05" for a moment (ISO), as the clock says in the Netherlands. */
export function formatClock(value: string): string {
  return clockOf(value).time;
}

/** "14:05:09" for a moment (ISO), where the seconds matter. */
export function clockWithSeconds(value: string): string {
  return swedish(Date.parse(value)).split(" ")[1] ?? "";
}

/** The day and the time of a moment (ISO) as a form has them: YYYY-MM-DD and HH:MM. */
export function clockOf(value: string): { day: string; time: string } {
  const [day = "", clock = ""] = swedish(Date.parse(value)).split(" ");
  return { day, time: clock.slice(0, 5) };
}

/**
 * The moment (ISO) at which the clock of the Netherlands says a time (HH:MM) on a day (YYYY-MM-DD). An hour that comes
 * twice, when the clock goes back, is the first; one that is skipped is the hour after it.
 */
export function momentAt(day: string, time: string): string {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const ahead = (at: number) => Date.parse(`${swedish(at).replace(" ", "T")}Z`) - at;
  // By the offset of the summer first: where both fit, that is the earlier.
  const [early, late] = [wanted - ahead(wanted - 86_400_000), wanted - ahead(wanted + 86_400_000)];
  const fits = [early, late].filter((at) => at + ahead(at) === wanted);
  return new Date(fits.length > 0 ? Math.min(...fits) : Math.max(early, late)).toISOString();
}

function swedish(at: number): string {
  const style = { dateStyle: "short", timeStyle: "medium", timeZone: TIME_ZONE } as const;
  return formatter("sv-SE", style).format(new Date(at));
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a thousand times more than using one. */
function formatter(language: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, style]);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(language, style);
  formatters.set(key, known);
  return known;
}

function isCalendarDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value);
}
