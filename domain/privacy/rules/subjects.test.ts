import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codePointLength, sliceCodePoints } from "@/domain/text/rules";
import { replacerOf, throughLayer } from "./layer";
import { subjectsOf } from "./subjects";

const groups = (...names: string[]): string[][] =>
  subjectsOf(names.map((text) => ({ kind: "name" as const, text }))).map(({ forms }) => forms);

describe("whom names are of", () => {
  it("is one person under all ways the name is written", () => {
    expect(groups("mevrouw Ottens", "M. Ottens", "Marleen Ottens", "Marleen", "Ottens")).toEqual([
      ["Marleen Ottens", "M. Ottens", "mevrouw Ottens", "Marleen", "Ottens"],
    ]);
    expect(groups("Van der Berg", "J.P. van der Berg", "de heer Van der Berg")).toHaveLength(1);
  });

  it("is kept apart when it can be two", () => {
    expect(groups("Jan Bos", "Piet Bos", "Bos")).toEqual([["Jan Bos"], ["Piet Bos"], ["Bos"]]);
    expect(groups("Jan Bos", "J. Bos", "P. Bos")).toEqual([["Jan Bos", "J. Bos"], ["P. Bos"]]);
    expect(groups("Sem", "Sem de Wit", "Sem Vos")).toHaveLength(3);
  });

  it("is the same number however it is written", () => {
    const forms = ["06-12345678", "06 1234 5678", "+31 6 12345678", "06-12345679"];
    expect(subjectsOf(forms.map((text) => ({ kind: "phone", text })))).toHaveLength(2);
  });
});

describe("the layer", () => {
  const text = "😀 Marleen Ottens sprak.";
  const places = [{ start: 2, end: 16, words: "[schoolleider]" }];

  it("shows the replacement, also of a stretch that holds a part of it", () => {
    expect(throughLayer(text, 0, places)).toBe("😀 [schoolleider] sprak.");
    expect(throughLayer("Ottens sprak", 10, places)).toBe("[schoolleider] sprak");
    expect(throughLayer(" sprak.", 16, places)).toBe(" sprak.");
  });

  it("leaves nothing of what is replaced, in any stretch of any text", () => {
    const unit = fc.constantFrom("a", "é", "😀", " ", "e\u0301", "\n");
    const units = fc.array(unit, { maxLength: 30 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(units, units, units, fc.nat(90), fc.nat(90), (before, after, more, a, b) => {
        const whole = `${before}ZZZ${after}ZZ${more}`;
        const first = codePointLength(before);
        const second = first + 3 + codePointLength(after);
        const replaced = [
          { start: first, end: first + 3, words: "[x]" },
          { start: second, end: second + 2, words: "[y]" },
        ];
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const shown = throughLayer(sliceCodePoints(whole, from, to), from, replaced);
        expect(shown).not.toContain("Z");
        expect(throughLayer(whole, 0, replaced)).toBe(`${before}[x]${after}[y]${more}`);
      }),
    );
  });

  it("replaces whole words in what has no place, the longest first", () => {
    const forms = [
      { text: "Ottens", words: "[P-01]" },
      { text: "Marleen Ottens", words: "[P-01]" },
      { text: "mevrouw Ottens", words: "[P-01]" },
    ];
    expect(replacerOf(forms)("Mevrouw Ottens en Marleen Ottens aan de Ottensweg; Ottens.")).toBe(
      "[P-01] en [P-01] aan de Ottensweg; [P-01].",
    );
  });

  it("also leave nothing of one that is cut off where the text ends", () => {
    const shown = replacerOf([
      { text: "Marleen van Ottens", words: "[schoolleider]" },
      { text: "Ottens", words: "[schoolleider]" },
      { text: "06-12345678", words: "[nummer]" },
    ]);
    expect(shown("Dat zei Marleen van Ott")).toBe("Dat zei [schoolleider]");
    expect(shown("Dat zei Marleen van")).toBe("Dat zei [schoolleider]");
    expect(shown("Ottens zei dat Otte")).toBe("[schoolleider] zei dat [schoolleider]");
    expect(shown("Bel 06-1234")).toBe("Bel [nummer]");
    // A first name by itself, a short word and a text that goes on are what they are.
    expect(shown("Dat zei Marleen")).toBe("Dat zei Marleen");
    expect(shown("Op 06-")).toBe("Op 06-");
    expect(shown("De Ot")).toBe("De Ot");
    expect(shown("Otte is een plaats.")).toBe("Otte is een plaats.");
  });
});
