import { expect, test } from "vitest";
import type { TextPiece } from "./model";
import {
  contextAfter,
  contextBefore,
  excerpt,
  HIT_END,
  HIT_START,
  markHits,
  reactionNumber,
  standsForMany,
} from "./rules";

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

test("what stands around a quotation begins and ends at a word, without signs", () => {
  expect(contextBefore("## Verslag\n*kort* ")).toBe("Verslag\nkort ");
  expect(contextBefore(`half ${"w".repeat(120)}`)).toBe(`… ${"w".repeat(120)}`);
  expect(contextAfter(`${"w".repeat(118)} hal`)).toBe(`${"w".repeat(118)} …`);
});

test("X stands for many, and so does X with something beside it", () => {
  expect(["X", "X (gemeente)", "Schoolcoach X"].every(standsForMany)).toBe(true);
  expect(["Xandra", "ouder", "", null].some(standsForMany)).toBe(false);
});

test("a number of a reaction is recognised, other words are not", () => {
  expect(["R-12", "r12", " R 12 "].map(reactionNumber)).toEqual([12, 12, 12]);
  expect(["12", "R-", "R-x", "regie 12"].map(reactionNumber)).toEqual([null, null, null, null]);
});
