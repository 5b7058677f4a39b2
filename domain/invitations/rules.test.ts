import { expect, test } from "vitest";
import { hasFailed, isShown, keptUntil, linesTo, mayBeReminded } from "./rules";

const ROW = {
  askedAt: "2026-11-26T10:00:00.000Z",
  mail: "sent" as const,
  reminderFailed: false,
  remindedAt: null,
  reacted: false,
  withdrawnAt: null,
};

test("who is invited is kept four weeks after the end, or after the promised answer when that is later", () => {
  const closesAt = "2026-12-18T22:59:00.000Z";
  const of = (over: object) =>
    keptUntil({ closesAt, endedAt: null, answerBy: null, ...over }, "2026-11-26T10:00:00.000Z");
  // 23:59 in the Netherlands: its last minute ends on the day after.
  expect(of({})).toBe("2027-01-16");
  expect(of({ answerBy: "2027-01-29" })).toBe("2027-02-26");
  expect(of({ answerBy: "2026-12-01" })).toBe("2027-01-16");
  expect(of({ endedAt: "2026-12-01T10:00:00.000Z" })).toBe("2026-12-29");
  expect(of({ closesAt: null })).toBe("2026-12-24");
});

test("an invitation stands where one looks for it", () => {
  expect(isShown(ROW, "all")).toBe(true);
  expect(isShown({ ...ROW, askedAt: null }, "unsent")).toBe(true);
  expect(isShown(ROW, "unsent")).toBe(false);
  expect(isShown(ROW, "silent")).toBe(true);
  expect(isShown({ ...ROW, reacted: true }, "silent")).toBe(false);
  expect(isShown({ ...ROW, mail: "failed" }, "failed")).toBe(true);
  const withdrawn = { ...ROW, mail: "failed" as const, withdrawnAt: ROW.askedAt };
  expect(isShown(withdrawn, "failed")).toBe(false);
  expect(isShown(withdrawn, "silent")).toBe(false);
  expect(isShown({ ...withdrawn, askedAt: null }, "unsent")).toBe(false);
  expect(isShown(withdrawn, "withdrawn")).toBe(true);
  expect(isShown(ROW, "withdrawn")).toBe(false);
});

test("a mail that was refused or may not have come has failed, and a reminder too", () => {
  expect([ROW, { ...ROW, mail: "perhaps" as const }].map(hasFailed)).toEqual([false, true]);
  expect(hasFailed({ ...ROW, reminderFailed: true })).toBe(true);
});

test("one is reminded once, when the invitation went and nothing is known of a reaction", () => {
  expect(mayBeReminded(ROW)).toBe(true);
  expect(mayBeReminded({ ...ROW, mail: "perhaps" })).toBe(true);
  expect(mayBeReminded({ ...ROW, mail: "waiting" as never })).toBe(false);
  expect(mayBeReminded({ ...ROW, remindedAt: ROW.askedAt as never })).toBe(false);
  expect(mayBeReminded({ ...ROW, reacted: true })).toBe(false);
});

test("a letter goes to a name, and to where they live line by line", () => {
  expect(linesTo({ name: "Ada Bos", address: "Plein 1, 0000 AA Stad" })).toEqual([
    "Ada Bos",
    "Plein 1",
    "0000 AA Stad",
  ]);
  expect(linesTo({ name: "Ada Bos", address: "" })).toEqual(["Ada Bos"]);
});
