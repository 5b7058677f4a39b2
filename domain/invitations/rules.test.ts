import { expect, test } from "vitest";
import { keptUntil, linesTo } from "./rules";

const closesAt = "2026-12-18T22:59:00.000Z";

test("who is invited is kept four weeks after the end, or after the promised answer when that is later", () => {
  const of = (over: object) => keptUntil({ closesAt, endedAt: null, answerBy: null, ...over });
  // 23:59 in the Netherlands: its last minute ends on the day after.
  expect(of({})).toBe("2027-01-16");
  expect(of({ answerBy: "2027-01-29" })).toBe("2027-02-26");
  expect(of({ answerBy: "2026-12-01" })).toBe("2027-01-16");
  expect(of({ endedAt: "2026-12-01T10:00:00.000Z" })).toBe("2026-12-29");
});

test("never later than was told, also when the end is later since; without an end no day comes closer", () => {
  const of = (over: object, told: string | null) =>
    keptUntil({ closesAt, endedAt: null, answerBy: null, ...over }, told);
  expect(of({}, "2027-01-10")).toBe("2027-01-10");
  expect(of({ endedAt: "2026-12-01T10:00:00.000Z" }, "2027-01-10")).toBe("2026-12-29");
  expect(of({ closesAt: null }, null)).toBeNull();
  expect(of({ closesAt: null }, "2027-01-10")).toBe("2027-01-10");
});

test("a letter goes to a name, and to where they live line by line", () => {
  expect(linesTo({ name: "Ada Bos", address: "Plein 1, 0000 AA Stad" })).toEqual([
    "Ada Bos",
    "Plein 1",
    "0000 AA Stad",
  ]);
  expect(linesTo({ name: "Ada Bos", address: "" })).toEqual(["Ada Bos"]);
});
