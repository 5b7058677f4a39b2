import { describe, expect, test } from "vitest";
import { type Screen, screenAfterGroup, screenAfterSaving, screenToGoOn } from "./flow";

const course = { questions: 3, chooses: true };
const left = { n: 1, differs: false, wrong: false, sent: false };

describe("where somebody goes who saved", () => {
  test.each<[string, Partial<typeof left>, Screen]>([
    ["next", {}, { screen: "statement", n: 2 }],
    ["next", { n: 2 }, { screen: "statement", n: 3 }],
    ["next", { n: 3 }, { screen: "check" }],
    ["previous", { n: 2 }, { screen: "statement", n: 1 }],
    ["previous", {}, { screen: "group" }],
    // As whom one reacted stays once it was sent.
    ["previous", { sent: true }, { screen: "statement", n: 1 }],
    ["stop", {}, { screen: "later" }],
    ["all", {}, { screen: "all" }],
    ["one", { n: 2 }, { screen: "statement", n: 1 }],
    ["check", {}, { screen: "check" }],
    ["own", {}, { screen: "check" }],
    ["iets anders", {}, { screen: "check" }],
  ])("%s %o", (go, how, to) => {
    expect(screenAfterSaving(course, { ...left, ...how, go })).toEqual(to);
  });

  test("without a question after them the last stelling is the last, and without groups there is no way back to them", () => {
    const short = { questions: 2, chooses: false };
    expect(screenAfterSaving(short, { ...left, n: 2, go: "next" })).toEqual({ screen: "check" });
    expect(screenAfterSaving(short, { ...left, go: "previous" })).toEqual({
      screen: "statement",
      n: 1,
    });
  });

  test("what is wrong is shown first, with the way back it had; who goes back or stops may leave it", () => {
    const wrong = { ...left, wrong: true };
    expect(screenAfterSaving(course, { ...wrong, go: "next", from: "own" })).toEqual({
      screen: "statement",
      n: 1,
      from: "own",
      wrong: true,
    });
    expect(screenAfterSaving(course, { ...wrong, n: null as never, go: "check" })).toEqual({
      screen: "all",
      wrong: true,
    });
    expect(screenAfterSaving(course, { ...wrong, go: "stop" })).toEqual({ screen: "later" });
    // A file comes after the words are kept.
    expect(screenAfterSaving(course, { ...left, go: "file.2" })).toEqual({ screen: "file", n: 2 });
    expect(screenAfterSaving(course, { ...wrong, go: "file.2" })).toMatchObject({ wrong: true });
    // Two windows that differ are never left without a choice.
    expect(screenAfterSaving(course, { ...wrong, differs: true, go: "stop" })).toMatchObject({
      screen: "statement",
      wrong: true,
    });
  });
});

test("where somebody was who comes back", () => {
  const open = { statements: [{ id: "a" }, { id: "b" }], state: "open" as const };
  const drafts = [{ statementId: "a" }];
  expect(screenToGoOn(open, { sentAt: null, drafts: [] })).toEqual({ screen: "statement", n: 1 });
  expect(screenToGoOn(open, { sentAt: null, drafts })).toEqual({ screen: "statement", n: 2 });
  const all = [...drafts, { statementId: "b" }];
  expect(screenToGoOn(open, { sentAt: null, drafts: all })).toEqual({ screen: "check" });
  expect(screenToGoOn({ ...open, state: "closed" }, { sentAt: null, drafts })).toEqual({
    screen: "first",
  });
  expect(screenToGoOn(open, { sentAt: "2026-11-26T10:00:00Z", drafts })).toEqual({ screen: "own" });
  expect(screenAfterGroup(0)).toEqual({ screen: "statement", n: 1 });
  expect(screenAfterGroup(1)).toEqual({ screen: "check" });
});
