import { expect, test } from "vitest";
import { ID, refused } from "@/tests/schema";
import { changedStatement, newStatement } from "./model";

test.each([
  ["1", 1],
  [" 12 ", 12],
  ["999", 999],
  ["", null],
  [undefined, null],
  [null, null],
])("%j is stelling number %j", (number, expected) => {
  expect(newStatement.parse({ text: "Zo is het.", number })).toEqual({
    text: "Zo is het.",
    explanation: null,
    consultationId: null,
    number: expected,
  });
});

test.each(["0", "1000", "-1", "1.5", "een", "01"])("%j is no number", (number) => {
  const message = { number: "statements.errors.number" };
  expect(refused(newStatement, { text: "Zo is het.", number })).toEqual(message);
});

test("a stelling has words, as long as a block of minutes can be", () => {
  expect(refused(newStatement, { text: " ", consultationId: "x" })).toEqual({
    text: "errors.field.required",
    consultationId: "errors.field.invalid",
  });
  const long = { text: "a".repeat(20_001), explanation: "a".repeat(20_001) };
  const both = { text: "errors.field.tooLong", explanation: "errors.field.tooLong" };
  expect(refused(newStatement, long)).toEqual(both);
  expect(refused(changedStatement, { ...long, id: ID, lockVersion: 1 })).toEqual(both);
  expect(refused(changedStatement, { text: "Zo." })).toEqual({
    id: "errors.field.invalid",
    lockVersion: "errors.field.invalid",
  });
});
