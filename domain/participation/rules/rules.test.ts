import { describe, expect, test } from "vitest";
import {
  closedFrom,
  fileAt,
  filesAlone,
  isEmpty,
  isSame,
  isToWipe,
  lackingIn,
  readNumber,
  receiptNumber,
  standing,
  stateAt,
  tooLongBy,
} from "./index";

const at = (moment: string) => Date.parse(moment);
const online = {
  openedAt: "2026-11-01T10:00:00.000Z",
  opensAt: "2026-11-02T08:00:00.000Z",
  closesAt: "2026-12-18T22:59:00.000Z",
  endedAt: null,
};

describe("whether one can react", () => {
  test.each([
    ["2026-11-02T07:59:59.999Z", "planned"],
    ["2026-11-02T08:00:00.000Z", "open"],
    // The last minute counts to its end.
    ["2026-12-18T22:59:59.999Z", "open"],
    ["2026-12-18T23:00:00.000Z", "closed"],
  ])("at %s it is %s", (moment, state) => {
    expect(stateAt(online, at(moment))).toBe(state);
  });

  test("nobody can before it was opened, nor after somebody ended it", () => {
    const now = at("2026-11-10T12:00:00.000Z");
    expect(stateAt({ ...online, openedAt: null }, now)).toBe("preparing");
    expect(stateAt({ ...online, opensAt: null, closesAt: null }, now)).toBe("open");
    const endedAt = "2026-11-10T11:59:00.000Z";
    expect(stateAt({ ...online, endedAt }, now)).toBe("closed");
    expect(closedFrom({ ...online, endedAt })).toBe(endedAt);
    expect(closedFrom({ closesAt: null, endedAt })).toBe(endedAt);
    // Ended after it was over already: it was over at its end.
    expect(closedFrom({ ...online, endedAt: "2027-01-01T00:00:00.000Z" })).toBe(
      "2026-12-18T23:00:00.000Z",
    );
    expect(closedFrom({ closesAt: null, endedAt: null })).toBeNull();
  });
});

test("what is kept of who reacted is wiped when its term after closing is over, once", () => {
  const ends = at("2026-12-18T23:00:00.000Z");
  const day = 86_400_000;
  const kept = { ...online, keepDays: 30, wipedAt: null };
  expect(isToWipe(kept, ends + 30 * day - 1)).toBe(false);
  expect(isToWipe(kept, ends + 30 * day)).toBe(true);
  expect(isToWipe({ ...kept, wipedAt: "2027-01-18T00:00:00Z" }, ends + 31 * day)).toBe(false);
  expect(isToWipe({ ...kept, openedAt: null }, ends + 31 * day)).toBe(false);
  expect(isToWipe({ ...kept, closesAt: null }, ends + 31 * day)).toBe(false);
  const endedAt = "2026-11-10T11:59:00.000Z";
  expect(isToWipe({ ...kept, endedAt }, at(endedAt) + 30 * day)).toBe(true);
});

test("what is lacking, in the order of the screen", () => {
  const now = at("2026-11-10T12:00:00.000Z");
  const empty = { introduction: "", closesAt: null, privacy: "", contact: "" };
  expect(lackingIn(empty, 0, now)).toEqual([
    "introduction",
    "statements",
    "closing",
    "privacy",
    "contact",
  ]);
  const filled = {
    introduction: "I",
    closesAt: "2026-11-10T11:59:30.000Z",
    privacy: "P",
    contact: "C",
  };
  expect(lackingIn(filled, 1, now)).toEqual([]);
  expect(lackingIn({ ...filled, closesAt: "2026-11-10T11:59:00.000Z" }, 1, now)).toEqual([
    "closing",
  ]);
});

test("a number to read aloud has no signs that look alike", () => {
  expect(receiptNumber(new Uint8Array([0, 1, 2, 3, 4, 5]))).toBe("ABCD-EF");
  const all = Array.from({ length: 43 }, (_, i) =>
    receiptNumber(new Uint8Array(Array.from({ length: 6 }, (_, j) => 6 * i + j))),
  ).join("");
  expect(all).not.toMatch(/[OI01]/);
});

test("empty, the same, and too long", () => {
  expect(isEmpty({ position: null, text: "" })).toBe(true);
  expect(isEmpty({ position: "none", text: "" })).toBe(false);
  expect(isEmpty({ position: null, text: "a" })).toBe(false);
  expect(isSame({ position: null, text: "a" }, { position: null, text: "a" })).toBe(true);
  expect(isSame({ position: null, text: "a" }, { position: "none", text: "a" })).toBe(false);
  expect(isSame({ position: null, text: "a" }, { position: null, text: "b" })).toBe(false);
  // As one counts signs: an emoji is one.
  expect(tooLongBy("🙂🙂🙂", 3)).toBe(0);
  expect(tooLongBy("🙂🙂🙂", 2)).toBe(1);
});

test("what stands at a stelling: the draft, else what was sent and not withdrawn", () => {
  const draft = { statementId: "a", position: null, text: "concept" };
  const sent = { statementId: "a", position: "agree" as const, text: "verstuurd", state: "placed" };
  expect(standing("a", [draft], [sent])).toBe(draft);
  expect(standing("a", [], [sent])).toBe(sent);
  const nothing = { statementId: "a", position: null, text: "" };
  expect(standing("a", [], [{ ...sent, state: "withdrawn" }])).toEqual(nothing);
  expect(standing(null, [draft], [sent])).toEqual({ ...nothing, statementId: null });
});

test("the number of a receipt is known however it is read out", () => {
  for (const said of ["7K4M-Q2", "7k4mq2", " 7K4M q2 ", "7k-4m-q2"]) {
    expect(readNumber(said)).toBe("7K4M-Q2");
  }
  // Too short, too long, and with signs that are in no number.
  for (const wrong of ["", "7K4M-Q", "7K4M-Q23", "7K4M-Q0", "IK4M-Q2"]) {
    expect(readNumber(wrong)).toBeNull();
  }
});

test("a file that is to be sent needs something said with it", () => {
  const file = { id: "1", fileName: "a.pdf", kind: "pdf" as const, byteSize: 1 };
  const at = (statementId: string | null, sent = false) => ({ ...file, statementId, sent });
  const said = { statementId: "a", position: null, text: "Ja." };
  const empty = { ...said, text: "" };
  expect(filesAlone([at("a")], [said], [])).toEqual([]);
  expect(filesAlone([at("a")], [], [{ ...said, state: "placed" }])).toEqual([]);
  expect(filesAlone([at("a", true)], [], [])).toEqual([]);
  expect(filesAlone([at("a")], [], [{ ...said, state: "withdrawn" }])).toEqual([at("a")]);
  // Emptied since: what was said is taken back.
  expect(filesAlone([at("a")], [empty], [{ ...said, state: "placed" }])).toEqual([at("a")]);
  expect(filesAlone([at("b")], [said], [])).toEqual([at("b")]);
  // One that is to be sent stands before the one that was.
  expect(fileAt([at("a", true), at("a")], "a")).toEqual(at("a"));
  expect(fileAt([at("a", true)], "a")).toEqual(at("a", true));
  expect(fileAt([at("a")], null)).toBeNull();
});
