import { expect, test } from "vitest";
import { HIT_END, HIT_START } from "@/db/vocabulary";
import { codeIn, excerpt, firstHit, markHits, numberInCode, searchWords, unmarked } from "./hits";
import type { TextPiece } from "./model";

const shown = (pieces: TextPiece[]) =>
  pieces.map((piece) => (piece.hit ? `[${piece.text}]` : piece.text)).join("");
const hit = (word: string) => HIT_START + word + HIT_END;

test("hits are marked in the text as it is, whatever the headline made of it", () => {
  const text = "Ouders: <b>ouders</b>, grootouders & ouders.";
  const headline = `${hit("Ouders")}:  ${hit("ouders")} , grootouders & ${hit("ouders")}.`;
  expect(shown(markHits(text, headline))).toBe(
    "[Ouders]: <b>[ouders]</b>, grootouders & [ouders].",
  );
  expect(markHits(text, null)).toEqual([{ text, hit: false }]);
  expect(markHits("", null)).toEqual([]);
});

test("a hit with signs of a pattern is only itself", () => {
  expect(shown(markHits("C++ (of c.) en c-x", hit("c.")))).toBe("C++ (of [c.]) en c-x");
  expect(shown(markHits("ij-lijn en ij", `${hit("ij")}${hit("ij-lijn")}`))).toBe(
    "[ij-lijn] en [ij]",
  );
});

test("a long text is cut at words, around its first hit", () => {
  const text = `${"begin ".repeat(60)}treffer${" einde".repeat(200)}`;
  const cut = shown(excerpt(markHits(text, hit("treffer")), 120));
  expect(cut).toMatch(/^… begin .*\[treffer\] einde .*einde …$/);
  expect(cut.length).toBeLessThan(140);
  const plain = shown(excerpt([{ text, hit: false }], 120));
  expect(plain).toMatch(/^begin .*begin …$/);
  expect(excerpt([{ text: "kort", hit: false }])).toEqual([{ text: "kort", hit: false }]);
});

test("a text without spaces is cut all the same", () => {
  const cut = shown(excerpt([{ text: "a".repeat(900), hit: false }], 120));
  expect(cut).toBe(`${"a".repeat(120)} …`);
});

test("the first hit is found in code points; hits with a space between them are one", () => {
  const text = "Een 😀 vast gezicht geeft rust.";
  const pieces = markHits(text, `${hit("vast")} ${hit("gezicht")}, ${hit("rust")}`);
  expect(shown(pieces)).toBe("Een 😀 [vast] [gezicht] geeft [rust].");
  expect(unmarked(pieces)).toBe(text);
  expect(firstHit(pieces)).toEqual({ start: 6, end: 18 });
  expect(firstHit(markHits("geen", null))).toBeNull();
});

test("what is typed is cleaned, and codes are recognised", () => {
  expect(searchWords("  a\u0000b\n c ")).toBe("a b c");
  expect([...searchWords("😀".repeat(300))]).toHaveLength(200);
  expect(["R-12", "r12", " R 12 "].map((code) => numberInCode(code, "R"))).toEqual([12, 12, 12]);
  expect(numberInCode("K 3", "K")).toBe(3);
  for (const words of ["12", "R-", "R-x", "regie 12", "R-12 enzovoort", "R-99999999999", "K-3"]) {
    expect(numberInCode(words, "R")).toBeNull();
  }
});

test.each([
  ["R-12", "R-12"],
  [" r12 ", "R-12"],
  ["k 3", "K-3"],
  ["e2.1", "E-2.1"],
  ["U-1.3", "U-1.3"],
  ["R-12 en R-13", null],
  ["E-", null],
  ["12", null],
  ["E-2.", null],
  ["K-99999999999", null],
  ["chauffeur", null],
])("%j is the code %s", (typed, code) => {
  expect(codeIn(typed)).toBe(code);
});
