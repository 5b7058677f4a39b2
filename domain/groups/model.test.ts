import { expect, test } from "vitest";
import { ID, refused } from "@/tests/schema";
import { changedGroup, movedGroup, newGroup } from "./model";

test.each([
  ["on", true],
  [true, true],
  [false, false],
  ["", false],
  ["off", false],
  [undefined, false],
])("a box that says %j is ticked: %j", (expected, ticked) => {
  expect(newGroup.parse({ name: "Ouders", expected })).toEqual({
    name: "Ouders",
    expected: ticked,
  });
});

test("a group has a name, and moves up or down", () => {
  expect(refused(newGroup, { name: "" })).toEqual({ name: "errors.field.required" });
  expect(refused(newGroup, { name: "a".repeat(81) })).toEqual({ name: "errors.field.tooLong" });
  expect(refused(changedGroup, { name: "Ouders" })).toEqual({ groupId: "errors.field.invalid" });
  for (const direction of ["up", "down"]) {
    expect(movedGroup.parse({ groupId: ID, direction })).toEqual({ groupId: ID, direction });
  }
  expect(refused(movedGroup, { direction: "links" })).toEqual({
    groupId: "errors.field.invalid",
    direction: "errors.field.choose",
  });
});
