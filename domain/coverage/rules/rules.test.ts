import { describe, expect, test } from "vitest";
import { type Coverage, GAP_LISTS, type GapList, type Target } from "@/domain/coverage/model";
import { countOfList, firstList, gapCount, nextSteps, wrongSums } from "@/domain/coverage/rules";

const reactions = (linked: number, viaCoreValue: number, codedOnly: number, unused: number) => ({
  total: linked + viaCoreValue + codedOnly + unused,
  linked,
  viaCoreValue,
  codedOnly,
  answeredOnly: 0,
  unused,
  withCoreValue: viaCoreValue + codedOnly,
  withoutCoreValue: linked + unused,
  withoutGroup: 0,
});

const OUTCOMES = { adopted: 30, partly: 10, rejected: 5, elsewhere: 4, outOfScope: 3, noted: 8 };
const dispositions = (withoutAnswer: number, outcomes = OUTCOMES) => {
  const answered = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
  const total = answered + withoutAnswer;
  return { ...outcomes, total, answered, withoutAnswer, proposed: 0, questions: 0 };
};
const NO_OUTCOMES = { adopted: 0, partly: 0, rejected: 0, elsewhere: 0, outOfScope: 0, noted: 0 };

const reviews = (adopted: number, draft = 0) => ({
  ...{ total: adopted + draft, draft, review: 0, approved: 0, adopted, missing: draft },
  ...{ lapsed: 0, returned: 0 },
});

const nothing: Coverage = {
  sources: { total: 0, withoutParts: 0 },
  workbench: { openParts: 0, openSegments: 0, next: null },
  consultations: { total: 0, withReactions: 0, withoutReactions: 0 },
  groups: { expected: 0, heard: 0, silent: 0 },
  statements: { total: 0, withReactions: 0, withoutReactions: 0 },
  reactions: reactions(0, 0, 0, 0),
  dispositions: dispositions(0, NO_OUTCOMES),
  coreValues: { total: 0, withRequirement: 0, withoutRequirement: 0, withoutWords: 0 },
  requirements: { total: 0, withSource: 0, motivated: 0, withoutSource: 0, dropped: 0 },
  reviews: reviews(0),
};

const full: Coverage = {
  sources: { total: 2, withoutParts: 0 },
  workbench: { openParts: 0, openSegments: 0, next: null },
  consultations: { total: 3, withReactions: 3, withoutReactions: 0 },
  groups: { expected: 4, heard: 4, silent: 0 },
  statements: { total: 5, withReactions: 5, withoutReactions: 0 },
  reactions: reactions(40, 20, 0, 0),
  dispositions: dispositions(0),
  coreValues: { total: 6, withRequirement: 6, withoutRequirement: 0, withoutWords: 0 },
  requirements: { total: 25, withSource: 24, motivated: 1, withoutSource: 0, dropped: 1 },
  reviews: reviews(20, 5),
};

test("the sums of a right coverage add up, and each wrong one is named", () => {
  expect(wrongSums(nothing)).toEqual([]);
  expect(wrongSums(full)).toEqual([]);
  const wrong = { ...full, reactions: { ...full.reactions, codedOnly: 1 } };
  expect(wrongSums(wrong).map((sum) => sum.of)).toEqual(["reactions"]);
  const negative = { ...full, groups: { expected: 4, heard: 5, silent: -1 } };
  expect(wrongSums(negative).map((sum) => sum.of)).toEqual(["groups"]);
});

test("a total that is one off is named, each by its own name", () => {
  const off = { total: 99 };
  const wrong: Coverage = {
    ...full,
    requirements: { ...full.requirements, ...off },
    reactions: { ...full.reactions, ...off },
    coreValues: { ...full.coreValues, ...off },
    statements: { ...full.statements, ...off },
    groups: { ...full.groups, expected: 99 },
    consultations: { ...full.consultations, ...off },
  };
  expect(wrongSums(wrong).map((sum) => sum.of)).toEqual([
    "requirements",
    "reactions",
    "dispositions",
    "coreValues",
    "statements",
    "groups",
    "consultations",
  ]);
});

/** One coverage in which every list has a length of its own. */
const lacking: Coverage = {
  ...full,
  requirements: { ...full.requirements, withoutSource: 1, motivated: 2 },
  reactions: reactions(40, 20, 8, 4),
  dispositions: dispositions(512),
  coreValues: { total: 64, withRequirement: 48, withoutRequirement: 16, withoutWords: 32 },
  statements: { total: 64, withReactions: 0, withoutReactions: 64 },
  groups: { expected: 128, heard: 0, silent: 128 },
  consultations: { total: 256, withReactions: 0, withoutReactions: 256 },
};
const LENGTHS: Record<GapList, number> = {
  "eisen-zonder-herkomst": 1,
  "eisen-gemotiveerd": 2,
  "reacties-zonder-afweging": 512,
  "reacties-niet-gecodeerd": 4,
  "reacties-zonder-gebruik": 8,
  "kernwaarden-zonder-eis": 16,
  "kernwaarden-zonder-woorden": 32,
  "stellingen-zonder-reacties": 64,
  "groepen-zonder-inbreng": 128,
  "consultaties-zonder-reacties": 256,
};

test("each list has its own number; what is motivated lacks nothing, and a reaction lacks one answer", () => {
  const counts = Object.fromEntries(GAP_LISTS.map((list) => [list, countOfList(lacking, list)]));
  expect(counts).toEqual(LENGTHS);
  expect(gapCount(lacking)).toBe(1023 - 2 - 4 - 8);
  expect(gapCount(full)).toBe(0);
});

test("the page opens with the first list that has something to do in it", () => {
  expect(firstList(lacking)).toBe("eisen-zonder-herkomst");
  expect(firstList({ ...full, requirements: { ...full.requirements, motivated: 3 } })).toBe(
    "eisen-zonder-herkomst",
  );
  expect(firstList({ ...full, dispositions: dispositions(3) })).toBe("reacties-zonder-afweging");
  expect(firstList({ ...full, groups: lacking.groups })).toBe("groepen-zonder-inbreng");
});

describe("what to do next", () => {
  const cases: [string, Coverage, [string, number, Target][]][] = [
    ["an empty dossier starts with a source", nothing, [["addSource", 1, { page: "addSource" }]]],
    [
      "a source that was not split yet",
      { ...nothing, sources: { total: 2, withoutParts: 2 } },
      [["splitSource", 2, { page: "sources" }]],
    ],
    [
      "undecided stretches on the workbench",
      {
        ...nothing,
        sources: { total: 1, withoutParts: 0 },
        workbench: { openParts: 1, openSegments: 14, next: { sourceId: "abc", part: 2 } },
      },
      [["continueSplitting", 14, { page: "part", sourceId: "abc", n: 2 }]],
    ],
    [
      "everything decided but not confirmed",
      {
        ...nothing,
        sources: { total: 1, withoutParts: 0 },
        workbench: { openParts: 2, openSegments: 0, next: { sourceId: "abc", part: 1 } },
      },
      [["continueSplitting", 2, { page: "part", sourceId: "abc", n: 1 }]],
    ],
    [
      "reactions entered by hand need no source",
      { ...nothing, reactions: reactions(0, 0, 0, 3) },
      [["distil", 3, { page: "gaps", list: "reacties-niet-gecodeerd" }]],
    ],
    [
      "kernwaarden without requirement, and requirements without source",
      {
        ...full,
        coreValues: { total: 6, withRequirement: 4, withoutRequirement: 2, withoutWords: 0 },
        requirements: { ...full.requirements, withSource: 21, withoutSource: 3 },
      },
      [
        ["writeRequirement", 2, { page: "gaps", list: "kernwaarden-zonder-eis" }],
        ["linkRequirement", 3, { page: "gaps", list: "eisen-zonder-herkomst" }],
      ],
    ],
    [
      "never more than three, the most upstream ones",
      {
        ...full,
        sources: { total: 3, withoutParts: 1 },
        workbench: { openParts: 1, openSegments: 2, next: { sourceId: "abc", part: 1 } },
        reactions: reactions(30, 20, 5, 5),
        coreValues: { total: 6, withRequirement: 4, withoutRequirement: 2, withoutWords: 0 },
      },
      [
        ["continueSplitting", 2, { page: "part", sourceId: "abc", n: 1 }],
        ["splitSource", 1, { page: "sources" }],
        ["distil", 5, { page: "gaps", list: "reacties-niet-gecodeerd" }],
      ],
    ],
    [
      "reactions that nobody answered, when the rest is done",
      { ...full, dispositions: dispositions(7) },
      [["answer", 7, { page: "answering" }]],
    ],
    ["when nothing waits: export", full, [["export", 1, { page: "publication" }]]],
    ["an empty PvE is not exported", { ...full, requirements: nothing.requirements }, []],
  ];
  test.each(cases)("%s", (_, state, expected) => {
    expect(nextSteps(state).map((step) => [step.kind, step.count, step.target])).toEqual(expected);
  });
});
