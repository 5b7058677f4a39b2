import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { QuotedWordsThing, ReactionThing, RequirementThing } from "../model";
import {
  byCode,
  type ComparedContent,
  compareContents,
  originChange,
  reasonsSince,
} from "./changes";
import { longestRun } from "./moved";

const requirement = (id: string, other: Partial<RequirementThing> = {}): RequirementThing => ({
  ...{ key: `E-${id}`, id, chapter: "H-1", title: `Titel ${id}`, kind: "mandatory", body: null },
  ...{ text: `De tekst van ${id}.`, explanation: "", evidence: "", verification: "" },
  ...{ score: null, weight: null, version: 1, reasons: [], dropped: false, suspect: false },
  ...{ noSourceReason: null, coreValues: [], words: [], ...other },
});
const chapter = (key: string, title: string) => ({ key, title, introduction: "", total: 0 });
const content = (other: Partial<ComparedContent> = {}): ComparedContent => ({
  ...{ chapters: [chapter("H-1", "Een"), chapter("H-2", "Twee")], coreValues: [], reactions: [] },
  ...{ requirements: [], sources: [], ...other },
});
const reaction = (key: string, other: Partial<ReactionThing> = {}): ReactionThing => ({
  ...{ key, consultation: "C-1", statement: null, group: null, kind: "reaction", position: "none" },
  ...{ text: key, place: null, replyTo: null, coreValues: [], requirements: [], answer: null },
  ...other,
});
const source = (key: string, fileSha256: string) => ({
  ...{ key, title: key, version: 1, adoptedOn: null, fileSha256, characters: 10 },
  ...{ textSha256: "t", trailing: "", replaced: 0 },
});
const whole = (reaction: string): QuotedWordsThing => ({
  ...{ reaction, consultation: "C-1", place: null, text: null },
});
const kinds = (before: RequirementThing[], after: RequirementThing[]) =>
  compareContents(
    content({ requirements: before }),
    content({ requirements: after }),
  ).requirements.map(({ kind, before, after }) => [kind, before, after]);

describe("requirements", () => {
  test("are added, changed, moved, on another origin or dropped, and the sums close", () => {
    const before = ["1", "2", "3", "4", "5", "6"].map((id) => requirement(id));
    const after = [
      requirement("4"),
      requirement("1", { text: "Anders." }),
      requirement("2", { coreValues: ["K-1"] }),
      requirement("3"),
      requirement("5", { dropped: true }),
      requirement("7"),
    ];
    const found = compareContents(
      content({ requirements: before }),
      content({ requirements: after }),
    );
    expect(found.requirements.map(({ kind, after, before }) => [after ?? before, kind])).toEqual([
      ["E-1", "changed"],
      ["E-2", "origin"],
      ["E-4", "moved"],
      ["E-5", "dropped"],
      ["E-6", "dropped"],
      ["E-7", "added"],
    ]);
    expect([found.before, found.after]).toEqual([6, 5]);
    expect(found.sums).toEqual({
      ...{ unchanged: 1, changed: 1, moved: 1, origin: 1, dropped: 2, added: 1 },
    });
  });

  test("are found by what they are, whatever their code", () => {
    expect(kinds([requirement("1")], [requirement("1", { key: "E-9" })])).toEqual([
      ["moved", "E-1", "E-9"],
    ]);
    // One that got the code of another is not that other.
    expect(kinds([requirement("1")], [requirement("2", { key: "E-1" })])).toEqual([
      ["added", null, "E-1"],
      ["dropped", "E-1", null],
    ]);
  });

  test("one that was dropped in both says nothing; one that came back is new", () => {
    const gone = requirement("1", { dropped: true });
    expect(kinds([gone], [gone])).toEqual([]);
    expect(kinds([gone], [])).toEqual([]);
    expect(kinds([gone], [requirement("1")])).toEqual([["added", "E-1", "E-1"]]);
  });

  test.each([
    ["title", "X"],
    ["kind", "preference"],
    ["text", "X"],
    ["explanation", "X"],
    ["evidence", "X"],
    ["verification", "X"],
    ["score", 3],
    ["weight", 3],
    ["body", { type: "doc", content: [] }],
  ])("another %s is a change", (field, value) => {
    expect(kinds([requirement("1")], [requirement("1", { [field]: value })])).toEqual([
      ["changed", "E-1", "E-1"],
    ]);
  });

  test.each([
    ["version", 2],
    ["suspect", true],
    ["reasons", [{ version: 2, text: "x" }]],
  ])("another %s is none", (field, value) => {
    expect(kinds([requirement("1")], [requirement("1", { [field]: value })])).toEqual([]);
  });

  test("one that is put in front moves no other; one in another chapter moved, with its places", () => {
    const before = ["1", "2", "3"].map((id) => requirement(id));
    const found = compareContents(
      content({ requirements: before }),
      content({
        requirements: [
          requirement("9"),
          requirement("3"),
          requirement("1"),
          requirement("2", { chapter: "H-2" }),
        ],
      }),
    );
    expect(found.requirements.map(({ kind, after, moved }) => [after, kind, moved])).toEqual([
      [
        "E-2",
        "moved",
        {
          from: { chapter: 1, title: "Een", place: 2 },
          to: { chapter: 2, title: "Twee", place: 1 },
        },
      ],
      [
        "E-3",
        "moved",
        {
          from: { chapter: 1, title: "Een", place: 3 },
          to: { chapter: 1, title: "Een", place: 2 },
        },
      ],
      ["E-9", "added", null],
    ]);
  });

  test("a chapter is the same by its title, or by what is in it", () => {
    const before = content({
      requirements: [requirement("1"), requirement("2", { chapter: "H-2" })],
    });
    const after = content({
      chapters: [
        chapter("H-1", "Nieuw"),
        chapter("H-2", "Een"),
        chapter("H-3", "Twee, maar dan anders"),
      ],
      requirements: [requirement("1", { chapter: "H-2" }), requirement("2", { chapter: "H-3" })],
    });
    const found = compareContents(before, after);
    expect(found.requirements).toEqual([]);
    expect(found.chapters).toEqual({
      ...{ added: ["Nieuw"], gone: [] },
      renamed: [{ from: "Twee", to: "Twee, maar dan anders" }],
    });
  });

  test("whatever two editions hold, every requirement is counted once and both ends close", () => {
    const some = fc.uniqueArray(
      fc.record({
        id: fc.nat({ max: 12 }).map(String),
        chapter: fc.constantFrom("H-1", "H-2"),
        text: fc.constantFrom("a", "b"),
        dropped: fc.boolean(),
        coreValues: fc.subarray(["K-1", "K-2"]),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(some, some, (one, other) => {
        const [before, after] = [one, other].map((all) =>
          content({ requirements: all.map(({ id, ...rest }) => requirement(id, rest)) }),
        );
        if (!before || !after) return;
        const { sums, requirements, ...counts } = compareContents(before, after);
        const { unchanged, changed, moved, origin, dropped, added } = sums;
        expect(unchanged + changed + moved + origin + dropped).toBe(counts.before);
        expect(counts.before - dropped + added).toBe(counts.after);
        expect(requirements).toHaveLength(changed + moved + origin + dropped + added);
        expect(compareContents(before, before).requirements).toEqual([]);
      }),
    );
  });
});

describe("what a requirement rests on", () => {
  const loose = (source: string, text: string): QuotedWordsThing => ({
    ...{ reaction: null, consultation: null, place: { source, start: 0, end: 4 }, text },
  });

  test("is compared by what words are of, for sources are numbered anew", () => {
    const was = requirement("1", { words: [loose("B-1", "bus"), whole("R-1")] });
    const is = requirement("1", { words: [whole("R-2"), loose("B-2", "bus"), whole("R-1")] });
    const [before, after] = [[source("B-1", "f")], [source("B-1", "g"), source("B-2", "f")]];
    const { gained, lost } = originChange([was, { sources: before }], [is, { sources: after }]);
    expect(gained).toEqual({ coreValues: [], words: [whole("R-2")] });
    expect(lost).toEqual({ coreValues: [], words: [] });
    const found = (now: RequirementThing) =>
      compareContents(
        content({ requirements: [was], sources: before }),
        content({ requirements: [now], sources: after }),
      ).requirements.map(({ kind }) => kind);
    expect(found(is)).toEqual(["origin"]);
    expect(found(requirement("1", { words: [whole("R-1"), loose("B-2", "bus")] }))).toEqual([]);
  });

  test("of words that stood there twice and stand there once, one went", () => {
    const twice = requirement("1", { words: [whole("R-1"), whole("R-1")] });
    const once = requirement("1", { words: [whole("R-1")], coreValues: ["K-2"] });
    const nothing = { sources: [] };
    expect(originChange([twice, nothing], [once, nothing])).toEqual({
      gained: { coreValues: ["K-2"], words: [] },
      lost: { coreValues: [], words: [whole("R-1")] },
    });
    expect(originChange([null, nothing], [once, nothing]).gained.words).toHaveLength(1);
  });

  test("reasons are of the versions between", () => {
    const reasons = [2, 3, 4].map((version) => ({ version, text: `Reden ${version}` }));
    const was = requirement("1", { version: 2 });
    expect(reasonsSince(was, requirement("1", { version: 3, reasons }))).toEqual(["Reden 3"]);
    expect(reasonsSince(null, requirement("1", { version: 4, reasons }))).toHaveLength(3);
    const { reasons: _none, ...old } = requirement("1", { version: 4 });
    expect(reasonsSince(was, old)).toEqual([]);
  });
});

describe("reactions and kernwaarden", () => {
  const answer = { outcome: "noted" as const, reason: "Dank.", where: "", requirements: ["E-1"] };
  const coreValue = (key: string, other = {}) => ({
    ...{ key, name: key, definition: "", rule: "", total: 1, requirements: ["E-1"], ...other },
  });

  test("say what became of each, by their number", () => {
    const before = content({
      requirements: [requirement("1")],
      reactions: [
        reaction("R-1", { answer }),
        reaction("R-2", { answer: null }),
        reaction("R-3"),
        reaction("R-4"),
        reaction("R-10", { coreValues: ["K-1"] }),
      ],
      coreValues: [coreValue("K-1"), coreValue("K-2"), coreValue("K-3")],
    });
    const after = content({
      requirements: [requirement("1", { key: "E-7" })],
      reactions: [
        // The same requirement by another code is the same answer.
        reaction("R-1", { answer: { ...answer, requirements: ["E-7"] } }),
        reaction("R-2", { answer: { ...answer, requirements: [] } }),
        reaction("R-3", { text: "R-3 anders", coreValues: ["K-1"] }),
        reaction("R-10", { group: "G-9", coreValues: [] }),
        reaction("R-11"),
      ],
      coreValues: [
        coreValue("K-1", { requirements: ["E-7"] }),
        coreValue("K-2", { definition: "X", requirements: ["E-7"] }),
        coreValue("K-4"),
      ],
    });
    const found = compareContents(before, after);
    expect(found.reactions).toEqual([
      { kind: "answered", key: "R-2" },
      { kind: "reworded", key: "R-3" },
      { kind: "gone", key: "R-4" },
      { kind: "added", key: "R-11" },
    ]);
    expect(found.coreValues).toEqual([
      { kind: "changed", key: "K-1", gained: 1, lost: 1 },
      { kind: "changed", key: "K-2", gained: 0, lost: 0 },
      { kind: "gone", key: "K-3", gained: 0, lost: 0 },
      { kind: "added", key: "K-4", gained: 0, lost: 0 },
    ]);
  });

  test("sources are counted by their file and what is read of it", () => {
    const before = [source("B-1", "a"), source("B-2", "b"), source("B-3", "c")];
    const after = [
      source("B-1", "z"),
      source("B-2", "a"),
      { ...source("B-3", "b"), textSha256: "other" },
    ];
    expect(
      compareContents(content({ sources: before }), content({ sources: after })).sources,
    ).toEqual({ added: 1, changed: 1, gone: 1 });
  });
});

test("codes are in the order of their numbers", () => {
  expect(["E-10.1", "W-2.2", "E-2.10", "E-2.2", "K-3", "E-2"].sort(byCode)).toEqual([
    ...["E-2", "E-2.2", "W-2.2", "E-2.10", "K-3", "E-10.1"],
  ]);
});

test("the longest run that rises", () => {
  expect(longestRun([])).toEqual([]);
  expect(longestRun([1, 2, 3])).toEqual([0, 1, 2]);
  expect(longestRun([3, 1, 2])).toEqual([1, 2]);
  expect(longestRun([2, 5, 3, 4, 1])).toEqual([0, 2, 3]);
});
