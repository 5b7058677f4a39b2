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

test("only whole words are marked, each as often as it stands there", () => {
  expect(shown(markHits("bus busje 1bus é-bus bus", hit("bus")))).toBe(
    "[bus] busje 1bus é-[bus] [bus]",
  );
  expect(shown(markHits("rust", `${HIT_START}${HIT_END}`))).toBe("rust");
  expect(shown(markHits("bus", `vooraf ${hit("bus")}`))).toBe("[bus]");
  expect(shown(markHits("een (bus)", hit("(bus)")))).toBe("een [(bus)]");
  for (const sign of ["\\", "^", "$", ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "/"]) {
    expect(shown(markHits(`x ${sign} y`, hit(sign)))).toBe(`x [${sign}] y`);
  }
});

test("the first hit ends where other words come", () => {
  const piece = (text: string, found = false): TextPiece => ({ text, hit: found });
  expect(firstHit([])).toBeNull();
  expect(firstHit([piece("geen")])).toBeNull();
  expect(firstHit([piece("a", true)])).toEqual({ start: 0, end: 1 });
  expect(firstHit([piece("x "), piece("a", true), piece(" "), piece("b", true)])).toEqual({
    start: 2,
    end: 5,
  });
  expect(firstHit([piece("a", true), piece(" en "), piece("b", true)])).toEqual({
    start: 0,
    end: 1,
  });
});

test("a text is cut only when it is too long, and only where words end", () => {
  const words = (n: number) => "woord ".repeat(n).trim();
  const plain = (text: string) => [{ text, hit: false }];
  const exact = "a".repeat(480);
  expect(excerpt(plain(exact))).toEqual(plain(exact));
  expect(shown(excerpt(plain(`${exact}b`)))).toBe(`${exact} …`);
  // 41 signs reach into the seventh word.
  expect(shown(excerpt(plain(words(20)), 41))).toBe(`${words(6)} …`);
  // A hit within the lead-in: the text begins at its beginning.
  const near = [...plain("a".repeat(79)), { text: " hit", hit: true }, ...plain(" na".repeat(50))];
  expect(shown(excerpt(near, 100))).toMatch(/^a{79}\[ hit\]/);
  const edge = [...plain("a".repeat(80)), { text: "hit", hit: true }, ...plain(" na".repeat(50))];
  expect(shown(excerpt(edge, 100))).toMatch(/^a{80}\[hit\]/);
  // Further on, it begins at a word; without a space to begin at, eighty before the hit.
  const far = [...plain(`${words(40)} `), { text: "hit", hit: true }, ...plain(" na")];
  expect(shown(excerpt(far, 100))).toBe(`… ${words(13)} [hit] na`);
  const unbroken = [...plain("b".repeat(300)), { text: "hit", hit: true }];
  expect(shown(excerpt(unbroken, 100))).toBe(`… ${"b".repeat(80)}[hit]`);
});

test("a code has its own letter, and no more than nine digits", () => {
  expect(numberInCode("R-123456789", "R")).toBe(123_456_789);
  expect(numberInCode("R-1234567890", "R")).toBeNull();
  expect(["R - 5", "R -5", "r- 5", " k 5 "].map((code) => numberInCode(code, "R"))).toEqual([
    5,
    5,
    5,
    null,
  ]);
  expect(numberInCode("xR-5", "R")).toBeNull();
  expect(searchWords("half \ud83d pijl \ue000\ue001 e\u0301")).toBe("half pijl é");
  expect(searchWords(`${"a".repeat(199)} b`)).toBe("a".repeat(199));
});
