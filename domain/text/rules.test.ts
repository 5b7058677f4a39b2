import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CodePointIndex,
  codePointLength,
  inlineMarkup,
  isBlank,
  plainWords,
  sliceCodePoints,
} from "@/domain/text/rules";

describe("code points", () => {
  it("counts an astral character once", () => {
    expect(codePointLength("a😀é")).toBe(3);
    expect(codePointLength("")).toBe(0);
    expect(sliceCodePoints("a😀b😀c", 1, 4)).toBe("😀b😀");
    expect(sliceCodePoints("a😀b", 2)).toBe("b");
  });

  it("agrees with a walk over the string at every offset", () => {
    for (const text of ["", "gewoon", "😀", "a😀😀b", "x😀y😀😀z", "é\u0301😀"]) {
      const index = new CodePointIndex(text);
      const points = [...text];
      expect(index.length).toBe(points.length);
      let utf16 = 0;
      for (let i = 0; i <= points.length; i++) {
        expect(index.toUtf16(i)).toBe(utf16);
        expect(index.toCodePoint(utf16)).toBe(i);
        utf16 += points[i]?.length ?? 0;
      }
    }
  });

  it("gives the start of a pair for an offset inside it", () => {
    expect(new CodePointIndex("a😀b").toCodePoint(2)).toBe(1);
  });
});

describe("isBlank", () => {
  it("takes invisible characters for white space", () => {
    expect(isBlank(" \t\n\f\u00a0\u200b\u3000\ufeff\u2060")).toBe(true);
    expect(isBlank("\u00a0x")).toBe(false);
  });
});

function shown(text: string): string {
  return inlineMarkup(text)
    .filter((token) => token.type === "text")
    .map((token) => {
      const words = text.slice(token.start, token.end);
      return token.strong ? `<b>${words}</b>` : token.em ? `<i>${words}</i>` : words;
    })
    .join("");
}

describe("inlineMarkup", () => {
  it("reads emphasis, nesting and escapes", () => {
    expect(shown("een *klein* en **groot** woord")).toBe("een <i>klein</i> en <b>groot</b> woord");
    expect(shown("**vet *en* schuin**")).toBe("<b>vet </b><b>en</b><b> schuin</b>");
    expect(shown("***beide***")).toBe("<b>beide</b>");
    expect(shown("_zo_ en snake_case_naam")).toBe("<i>zo</i> en snake_case_naam");
    expect(shown("\\*geen\\*")).toBe("*geen*");
  });

  it("leaves loose markers as text", () => {
    for (const text of ["2 * 3 * 4", "*open", "dicht*", "____", "a ** b", "*over\n\nalinea*"]) {
      expect(shown(text)).toBe(text);
    }
  });

  it("covers the string exactly, whatever it is", () => {
    const pieces = fc.constantFrom("*", "_", "\\", " ", "a", "\n", "😀", "**");
    const anything = fc.array(pieces, { maxLength: 30 }).map((all) => all.join(""));
    const holds = (text: string) => {
      let at = 0;
      for (const token of inlineMarkup(text)) {
        expect(token.start).toBe(at);
        expect(token.end).toBeGreaterThan(token.start);
        at = token.end;
      }
      expect(at).toBe(text.length);
    };
    fc.assert(fc.property(anything, holds), { numRuns: 200 });
  });
});

describe("plainWords", () => {
  it("gives plain words on one line", () => {
    expect(plainWords("**Een** *stelling*\n  met\u00a0spaties ")).toBe("Een stelling met spaties");
  });
});
