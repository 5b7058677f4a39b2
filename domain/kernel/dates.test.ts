import { expect, test } from "vitest";
import { clockOf, formatClock, formatDayAndTime, momentAt } from "./dates";

test.each([
  ["2026-12-18", "23:59", "2026-12-18T22:59:00.000Z"],
  ["2026-07-01", "00:00", "2026-06-30T22:00:00.000Z"],
  // The clock goes back: the hour comes twice, and the first is meant.
  ["2026-10-25", "02:30", "2026-10-25T00:30:00.000Z"],
  // The clock goes forward: there is no such hour.
  ["2026-03-29", "02:30", "2026-03-29T01:30:00.000Z"],
  ["2026-03-29", "01:59", "2026-03-29T00:59:00.000Z"],
  ["2026-03-29", "03:00", "2026-03-29T01:00:00.000Z"],
])("%s %s in the Netherlands is %s", (day, time, moment) => {
  expect(momentAt(day, time)).toBe(moment);
});

test("a moment as a form and a page have it, whatever the zone of the machine", () => {
  const moment = "2026-12-18T22:59:00.000Z";
  expect(clockOf(moment)).toEqual({ day: "2026-12-18", time: "23:59" });
  expect(formatClock(moment)).toBe("23:59");
  expect(formatDayAndTime(moment, "nl")).toBe("vrijdag 18 december om 23:59");
});
