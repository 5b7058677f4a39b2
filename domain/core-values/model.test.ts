import { expect, test } from "vitest";
import { ID, OTHER_ID, refused } from "@/tests/schema";
import {
  changedCoreValue,
  exampleOfCoreValue,
  moreCoding,
  newCoreValue,
  removedCoding,
  restoredCoding,
} from "./model";

test("a kernwaarde needs a name; its words may come later", () => {
  expect(newCoreValue.parse({ name: " Rust " })).toEqual({
    name: "Rust",
    definition: "",
    rule: "",
    reactionIds: [],
    passageIds: [],
  });
  const long = { name: "a".repeat(121), definition: "a".repeat(2_001), rule: "a".repeat(2_001) };
  expect(refused(newCoreValue, long)).toEqual({
    name: "errors.field.tooLong",
    definition: "errors.field.tooLong",
    rule: "errors.field.tooLong",
  });
  expect(newCoreValue.parse({ name: "Rust", reactionIds: [ID, ID] }).reactionIds).toEqual([ID]);
});

test("coding needs a kernwaarde and at least one reaction or passage", () => {
  expect(refused(moreCoding, { coreValueId: ID })).toEqual({
    form: "coreValues.errors.noneChosen",
  });
  expect(refused(moreCoding, { coreValueId: ID, reactionIds: [OTHER_ID] })).toEqual({});
  expect(refused(moreCoding, { coreValueId: ID, passageIds: [OTHER_ID] })).toEqual({});
  expect(refused(moreCoding, { coreValueId: "", passageIds: [OTHER_ID] })).toEqual({
    coreValueId: "coreValues.errors.choose",
  });
});

test("a change and a removal may say why", () => {
  const change = { id: ID, lockVersion: 1, name: "Rust" };
  expect(changedCoreValue.parse(change).reason).toBeNull();
  expect(refused(changedCoreValue, { ...change, reason: "a".repeat(501) })).toEqual({
    reason: "errors.field.tooLong",
  });
  expect(refused(changedCoreValue, { ...change, reason: "Duidelijker." })).toEqual({});
  expect(refused(removedCoding, {})).toEqual({ codingId: "errors.field.invalid" });
  expect(refused(removedCoding, { codingId: ID, reason: "Past niet." })).toEqual({});
  expect(refused(restoredCoding, {})).toEqual({ codingId: "errors.field.invalid" });
  expect(refused(exampleOfCoreValue, { id: ID, passageId: null })).toEqual({});
  expect(refused(exampleOfCoreValue, { id: ID, passageId: "x" })).toEqual({
    passageId: "errors.field.invalid",
  });
});
