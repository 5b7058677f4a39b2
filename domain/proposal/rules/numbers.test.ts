import { expect, test } from "vitest";
import { soughtLabel } from "./numbers";

test.each([
  ["3.1", "3.1"],
  [" 3 ", "3"],
  ["2a", "2A"],
  ["b", "B"],
  ["iii.", "III"],
  ["Stelling 3.1", "3.1"],
  ["stelling a:", "A"],
  ["Uitspraak II", "II"],
  ["De derde stelling", "3"],
  ["stelling twee", "2"],
  ["stelling", null],
  ["stelling 3.1 gaat over rust", null],
  ["groep 3", null],
  ["R-3", null],
  ["1234", null],
  ["3.1.2", null],
  ["rust", null],
  ["", null],
])("%j is the label %s to look for", (typed, label) => {
  expect(soughtLabel(typed)).toBe(label);
});
