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
