import { expect, test } from "vitest";
import { ID, OTHER_ID, refused } from "@/tests/schema";
import {
  changedChapter,
  droppedRequirement,
  movedChapter,
  movedRequirement,
  movedRequirements,
  newChapter,
  newLink,
  newRequirement,
  noSource,
  removedLink,
  restoredRequirement,
  savedRequirement,
} from "./model";

test("a chapter has a title", () => {
  expect(newChapter.parse({ title: " Begeleiding " })).toEqual({
    title: "Begeleiding",
    introduction: "",
  });
  const long = { title: "a".repeat(161), introduction: "a".repeat(5_001) };
  expect(refused(newChapter, long)).toEqual({
    title: "errors.field.tooLong",
    introduction: "errors.field.tooLong",
  });
  expect(refused(changedChapter, { title: "A" })).toEqual({
    chapterId: "errors.field.invalid",
    lockVersion: "errors.field.invalid",
  });
});

test("a requirement has a title, a kind and a chapter; the other fields are bounded", () => {
  const bare = { title: "Eén begeleider", kind: "mandatory", chapterId: ID, body: {} };
  expect(newRequirement.parse({ ...bare, coreValueId: "" })).toEqual({
    ...bare,
    coreValueId: null,
    ...{ chapterTitle: null, reactionIds: [], passageIds: [], score: null, weight: null },
    explanation: "",
    evidence: "",
    verification: "",
  });
  expect(refused(newRequirement, { title: "", kind: "plicht", body: {} })).toEqual({
    title: "errors.field.required",
    kind: "errors.field.choose",
  });
  expect(refused(newRequirement, { ...bare, chapterId: "x" })).toEqual({
    chapterId: "errors.field.invalid",
  });
  const long = {
    title: "a".repeat(201),
    explanation: "a".repeat(5_001),
    evidence: "a".repeat(2_001),
    verification: "a".repeat(2_001),
  };
  expect(Object.keys(refused(newRequirement, { ...bare, ...long })).sort()).toEqual(
    Object.keys(long).sort(),
  );
  const saved = { ...bare, requirementId: ID, lockVersion: 1 };
  expect(savedRequirement.parse(saved)).toMatchObject({ requirementId: ID, reason: "" });
  expect(refused(savedRequirement, { ...saved, reason: "a".repeat(501) })).toEqual({
    reason: "errors.field.tooLong",
  });
});

test("things move one place, or in front of another, or to the end", () => {
  const chapter = [
    { chapterId: ID, direction: "up" },
    { chapterId: ID, direction: "down" },
    { chapterId: ID, beforeId: OTHER_ID },
    { chapterId: ID, beforeId: null },
  ];
  for (const move of chapter) expect(movedChapter.parse(move)).toEqual(move);
  expect(movedChapter.safeParse({ chapterId: "x", direction: "up" }).success).toBe(false);
  const requirement = [
    { requirementId: ID, direction: "up" },
    { requirementId: ID, direction: "down" },
    { requirementId: ID, chapterId: OTHER_ID, beforeId: ID },
    { requirementId: ID, chapterId: OTHER_ID, beforeId: null },
  ];
  for (const move of requirement) expect(movedRequirement.parse(move)).toEqual(move);
  expect(movedRequirement.safeParse({ requirementId: ID, direction: "opzij" }).success).toBe(false);
  const many = { requirementIds: [ID, OTHER_ID], chapterId: ID };
  expect(movedRequirements.parse(many)).toEqual(many);
  expect(movedRequirements.safeParse({ requirementIds: ["x"], chapterId: ID }).success).toBe(false);
});

test("a link has exactly one end", () => {
  const end = { coreValueId: null, reactionId: null, passageId: null };
  const of = (given: object) => ({ requirementId: ID, ...given });
  for (const key of Object.keys(end)) {
    expect(newLink.parse(of({ [key]: OTHER_ID }))).toEqual(of({ ...end, [key]: OTHER_ID }));
  }
  const wrong = { "": "errors.field.choose" };
  expect(refused(newLink, of({}))).toEqual(wrong);
  expect(refused(newLink, of({ coreValueId: ID, passageId: ID }))).toEqual(wrong);
  expect(refused(newLink, of({ coreValueId: ID, reactionId: ID, passageId: ID }))).toEqual(wrong);
  expect(refused(removedLink, {})).toEqual({ linkId: "errors.field.invalid" });
});

test("dropping, restoring and having no source may say why", () => {
  expect(refused(droppedRequirement, { requirementId: ID, reason: " " })).toEqual({});
  expect(restoredRequirement.parse({ requirementId: ID })).toEqual({
    requirementId: ID,
    reason: "",
  });
  expect(noSource.parse({ requirementId: ID, reason: " " })).toEqual({
    requirementId: ID,
    reason: null,
  });
  const long = { requirementId: ID, reason: "a".repeat(1_001) };
  for (const schema of [droppedRequirement, restoredRequirement, noSource]) {
    expect(refused(schema, long)).toEqual({ reason: "errors.field.tooLong" });
    expect(refused(schema, { reason: "Zo." })).toEqual({ requirementId: "errors.field.invalid" });
  }
});
