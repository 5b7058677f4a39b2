import { expect, test } from "vitest";
import { codeOf, renumbered } from "./codes";
import { stretchAround } from "./stretch";
import { versionEvents } from "./version";

test("codes carry the letters of their kind and number through the chapter", () => {
  expect(codeOf("award", 4, 12)).toBe("Gu-4.12");
  const codes = renumbered([
    [
      { id: "a", kind: "mandatory" },
      { id: "b", kind: "preference" },
    ],
    [],
    [{ id: "c", kind: "suitability" }],
  ]);
  expect([...codes]).toEqual([
    ["a", "E-1.1"],
    ["b", "W-1.2"],
    ["c", "G-3.1"],
  ]);
});

test("a version with the words of the one before is a drop, the next a restore", () => {
  expect(versionEvents(["x", "y", "y", "y", "z", "z"])).toEqual([
    "created",
    "changed",
    "dropped",
    "restored",
    "changed",
    "dropped",
  ]);
});

test("a short block is quoted whole, of a long one the sentence with the hit", () => {
  expect(stretchAround("Kort 🙂.", { start: 0, end: 4 })).toEqual({ start: 0, end: 7 });
  expect(stretchAround("- Kort.", { start: 2, end: 6 })).toEqual({ start: 2, end: 7 });
  expect(stretchAround("12) Kort.", { start: 4, end: 8 })).toEqual({ start: 4, end: 9 });
  expect(stretchAround("-", { start: 0, end: 1 })).toEqual({ start: 0, end: 1 });
  const filler = "Dit is een zin die er alleen staat om lang te zijn. ".repeat(10);
  const sentence = "Hier staat het antwoord met 🙂 erbij.";
  const block = `${filler}${sentence} ${filler}`;
  const hit = [...filler].length + 15;
  const { start, end } = stretchAround(block, { start: hit, end: hit + 8 });
  expect([...block].slice(start, end).join("")).toBe(sentence);
  const endless = "woord ".repeat(200).trim();
  expect(stretchAround(endless, { start: 60, end: 65 })).toEqual({
    start: 0,
    end: [...endless].length,
  });
});
