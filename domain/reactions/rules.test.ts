import fc from "fast-check";
import { expect, test } from "vitest";
import { sliceCodePoints } from "../text/rules";
import { MAX_PARTS, partsIn, piecesOf, standsForMany, stretchesOf } from "./rules";

test("X stands for many, and so does X with something beside it", () => {
  expect(["X", "X (gemeente)", "Schoolcoach X"].every(standsForMany)).toBe(true);
  expect(["Xandra", "ouder", "", null].some(standsForMany)).toBe(false);
});

const said = (text: string) => piecesOf(text).map(({ exact }) => exact);

test("a part may begin where a sentence, a line or a clause does", () => {
  expect(said("De bus is laat. Dat moet beter! En de chauffeur? Die ken ik niet")).toEqual([
    "De bus is laat.",
    "Dat moet beter!",
    "En de chauffeur?",
    "Die ken ik niet",
  ]);
  expect(said("Goed plan, maar wie betaalt dat; dat wil ik weten")).toEqual([
    "Goed plan,",
    "maar wie betaalt dat;",
    "dat wil ik weten",
  ]);
  expect(said("Eerst dit\n\nDan dat")).toEqual(["Eerst dit", "Dan dat"]);
  expect(said("Het kost 3.50 per rit, appels en peren")).toHaveLength(1);
});

test("a number, or a word alone, goes with what stands beside it", () => {
  expect(said("1. De bus. 2. De school.")).toEqual(["1. De bus.", "2. De school."]);
  expect(said("De bus is laat. Ja")).toEqual(["De bus is laat. Ja"]);
  expect(said("Ja")).toEqual([]);
  expect(said("")).toEqual([]);
});

test("a text falls into all of its words, counted in code points", () => {
  const text = "🙂 Goed.  De bus is laat.";
  const [, second] = piecesOf(text);
  expect(stretchesOf(text, [second?.start ?? 0])).toEqual([
    { start: 0, end: 7, exact: "🙂 Goed." },
    { start: 9, end: 24, exact: "De bus is laat." },
  ]);
});

test("no parts where nothing is cut, outside the words, or where one would say nothing", () => {
  expect(stretchesOf("Een twee.", [])).toBeNull();
  expect(stretchesOf("Een twee.", [0])).toBeNull();
  expect(stretchesOf("Een twee.", [9])).toBeNull();
  expect(stretchesOf("Een twee.", [8])).toBeNull();
  expect(stretchesOf("Een twee.", [4, 4])).toHaveLength(2);
  const many = "a ".repeat(40);
  const cuts = (n: number) => Array.from({ length: n }, (_, i) => 2 * i + 2);
  expect(stretchesOf(many, cuts(MAX_PARTS - 1))).toHaveLength(MAX_PARTS);
  expect(stretchesOf(many, cuts(MAX_PARTS))).toBeNull();
});

test("whatever is cut where, no sign of it is lost, moved or told twice", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("bus", "🙂", "é", ". ", "\n", ", maar ", "school ", "- "), {
        minLength: 2,
        maxLength: 14,
      }),
      fc.array(fc.nat(40), { maxLength: 4 }),
      (words, cuts) => {
        const text = words.join("").trim();
        for (const parts of [stretchesOf(text, cuts), piecesOf(text)]) {
          let at = 0;
          for (const { start, end, exact } of parts ?? []) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(sliceCodePoints(text, start, end)).toBe(exact);
            expect(sliceCodePoints(text, at, start)).not.toMatch(/[\p{L}\p{N}]/u);
            at = end;
          }
          if (parts?.length) expect(sliceCodePoints(text, at)).not.toMatch(/[\p{L}\p{N}]/u);
        }
      },
    ),
  );
});

test("of other words what still stands once stays, and what is between is new", () => {
  const was = ["De bus is laat.", "De school ligt ver.", "Dank."];
  expect(partsIn("Nieuw. De bus is laat. Ook dit. De school ligt ver.", was)).toEqual({
    kept: new Set([0, 1]),
    others: [
      { start: 0, end: 6, exact: "Nieuw." },
      { start: 23, end: 31, exact: "Ook dit." },
    ],
  });
  // Turned around only the first is where it was; told twice nobody knows which it is.
  expect(partsIn("De school ligt ver. De bus is laat.", was).kept).toEqual(new Set([0]));
  expect(partsIn("Dank. Dank.", was)).toEqual({
    kept: new Set(),
    others: [{ start: 0, end: 11, exact: "Dank. Dank." }],
  });
});
