import { expect, test } from "vitest";
import { standsForMany } from "./rules";

test("X stands for many, and so does X with something beside it", () => {
  expect(["X", "X (gemeente)", "Schoolcoach X"].every(standsForMany)).toBe(true);
  expect(["Xandra", "ouder", "", null].some(standsForMany)).toBe(false);
});
