/**
 * Dates as people read them. The only place that formats dates: everything is shown in the time
 * of the Netherlands, whatever the zone of the machine.
 */
export const TIME_ZONE = "Europe/Amsterdam";

/** "21 november 2026" for a moment (ISO) or a calendar date (YYYY-MM-DD). */
export function formatDate(value: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: "long",
    timeZone: isCalendarDate(value) ? "UTC" : TIME_ZONE,
  }).format(new Date(value));
}

/** "21 november 2026 om 14:05" for a moment (ISO). */
export function formatMoment(value: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: TIME_ZONE,
  }).format(new Date(value));
}

function isCalendarDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value);
}
