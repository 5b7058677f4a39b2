import { expect, test } from "vitest";
import { isFormulaError, kindOf, positionOf, statementNumberOf, stemKey } from "./values";

test.each([
  ["Eens", "agree"],
  ["helemaal mee eens.", "agree"],
  ["5", "agree"],
  ["4 - Mee eens", "agree"],
  ["for", "agree"],
  ["Deels eens", "partly"],
  ["Oneens", "disagree"],
  ["1", "disagree"],
  ["2 = oneens", "disagree"],
  ["against", "disagree"],
  ["Neutraal", "none"],
  ["Geen mening", "none"],
  ["3", "none"],
  ["no sentiment", "none"],
  ["misschien", null],
  ["6", null],
  ["0", null],
])("%j says %s", (written, position) => expect(positionOf(written)).toBe(position));

test("kinds by their Dutch and English words", () => {
  expect(["Vraag", "zorgen", "Compliment", "advice", "iets"].map(kindOf)).toEqual([
    "question",
    "concern",
    "compliment",
    "advice",
    null,
  ]);
});

test("a stelling by its number, however it is written", () => {
  expect(["3", "S-3", "Stelling 3", "3.", "De bus", "3 bussen"].map(statementNumberOf)).toEqual([
    3,
    3,
    3,
    3,
    null,
    null,
  ]);
});

test("singular and plural are one group", () => {
  for (const [one, more] of [
    ["ouder", "Ouders"],
    ["school", "Scholen"],
    ["chauffeur", "Chauffeurs"],
    ["IB’er", "IB’ers"],
    ["schoolcoach", "schoolcoaches"],
  ] as const) {
    expect([stemKey(one), one]).toEqual([stemKey(more), one]);
  }
  expect(stemKey("ouder")).not.toBe(stemKey("school"));
});

test("errors of formulas, in both languages, and nothing that only begins so", () => {
  expect(["#N/B", "#N/A", "#DEEL/0!", "#REF!"].every(isFormulaError)).toBe(true);
  expect(["#1", "#N/B?", "N/A", "#bustijd"].some(isFormulaError)).toBe(false);
});
