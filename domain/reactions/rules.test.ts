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
  // Turned around each is still itself; told twice nobody knows which it is.
  expect(partsIn("De school ligt ver. De bus is laat.", was)).toEqual({
    kept: new Set([0, 1]),
    others: [],
  });
  expect(partsIn("Dank. Dank.", was)).toEqual({
    kept: new Set(),
    others: [{ start: 0, end: 11, exact: "Dank. Dank." }],
  });
});

test("a part does not stand inside other words, nor inside a longer part", () => {
  expect(partsIn("De busbaan is vol.", ["bus", "is vol."])).toEqual({
    kept: new Set([1]),
    others: [{ start: 0, end: 10, exact: "De busbaan" }],
  });
  expect(partsIn("Te laat. De bus is te laat.", ["Te laat.", "De bus is te laat."]).kept).toEqual(
    new Set([0, 1]),
  );
  // The same words twice, for two parts: in their order; for one part nobody knows.
  expect(partsIn("Ja. Wie betaalt dat? Ja.", ["Ja.", "Ja."])).toEqual({
    kept: new Set([0, 1]),
    others: [{ start: 4, end: 20, exact: "Wie betaalt dat?" }],
  });
});

test("whatever is changed, parts have their own words, and all words are of one part or of what is between", () => {
  const word = fc.constantFrom("bus", "busbaan", "laat", "te laat", "🙂", "é", "ver", "ja");
  const said = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => `${words.join(" ")}.`);
  fc.assert(
    fc.property(
      fc.array(said, { minLength: 1, maxLength: 5 }),
      fc.array(said, { maxLength: 4 }),
      fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 5 }),
      (parts, more, moves) => {
        const sentences = [...parts, ...more];
        for (const [from, to] of moves) {
          const [one] = sentences.splice(from % sentences.length, 1);
          if (one && to % 3 !== 0) sentences.splice(to % (sentences.length + 1), 0, one);
          if (sentences.length === 0) break;
        }
        const text = sentences.join(" ");
        const { kept, others } = partsIn(text, parts);
        // What is told, beside what is kept, is all of the words: counted by letters, whatever their order.
        const letters = (of: readonly string[]) =>
          [...of.join("").replace(/[^\p{L}\p{N}]/gu, "")].toSorted().join("");
        const keptWords = parts.filter((_, i) => kept.has(i));
        expect(letters([...keptWords, ...others.map(({ exact }) => exact)])).toBe(letters([text]));
        for (const { start, end, exact } of others) {
          expect(sliceCodePoints(text, start, end)).toBe(exact);
          // No cut goes through a word.
          const around = (at: number) => sliceCodePoints(text, Math.max(at - 1, 0), at + 1);
          for (const at of [start, end]) expect(around(at)).not.toMatch(/^[\p{L}\p{N}]{2}$/u);
        }
        // Unchanged, all stay.
        expect(partsIn(parts.join(" "), parts).others).toEqual([]);
      },
    ),
  );
});
