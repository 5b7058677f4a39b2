import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CodePointIndex,
  codePointLength,
  inlineMarkup,
  isBlank,
  isBlankCode,
  plainWords,
  sentenceStart,
  sliceCodePoints,
  trimRange,
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
  it("knows each unit that shows nothing, and no other", () => {
    const also = [0x85, 0x180e, 0x200b, 0x2060];
    for (let code = 0; code <= 0xffff; code++) {
      // All that \s knows, and these four.
      const blank = /\s/.test(String.fromCharCode(code)) || also.includes(code);
      if (isBlankCode(code) !== blank) expect([code.toString(16), blank]).toEqual([]);
    }
  });

  it("looks from start to end", () => {
    expect(isBlank("a  b", 1, 3)).toBe(true);
    expect(isBlank("a  b", 0, 3)).toBe(false);
    expect(isBlank("a  b", 1)).toBe(false);
    expect(isBlank("")).toBe(true);
  });

  it("takes invisible characters for white space", () => {
    expect(isBlank(" \t\n\f\u00a0\u200b\u3000\ufeff\u2060")).toBe(true);
    expect(isBlank("\u00a0x")).toBe(false);
  });
});

describe("trimRange", () => {
  it("leaves out what is blank at both ends, and gives an empty range for nothing but blanks", () => {
    expect(trimRange("  ab c \n", 0, 8)).toEqual({ start: 2, end: 6 });
    expect(trimRange("  ab c \n", 3, 5)).toEqual({ start: 3, end: 4 });
    expect(trimRange("abc", 0, 3)).toEqual({ start: 0, end: 3 });
    const { start, end } = trimRange(" \u00a0 ", 0, 3);
    expect(start).toBe(end);
    expect(trimRange("a   b", 1, 4)).toEqual({ start: 4, end: 4 });
  });
});

describe("halves of characters", () => {
  it("count as one each when they stand alone", () => {
    for (const text of [
      "\ud83d",
      "\ude00",
      "\ude00\ud83d",
      "a\ud83d",
      "\ud83da",
      "\ud83d😀\ude00",
    ]) {
      expect(codePointLength(text)).toBe([...text].length);
      expect(new CodePointIndex(text).length).toBe([...text].length);
    }
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

  it("closes as much as was opened, and opens again in one go", () => {
    expect(shown("**vet* half*")).toBe("<i>vet</i><i> half</i>");
    expect(shown("*a **b***")).toBe("<i>a </i><b>b</b>");
    expect(shown("***a** b*")).toBe("<b>a</b><i> b</i>");
    expect(shown("*a*b*c*")).toBe("<i>a</i>b<i>c</i>");
    expect(shown("**a**b")).toBe("<b>a</b>b");
    expect(shown("(*a*)")).toBe("(<i>a</i>)");
    expect(shown("__a__ _b_")).toBe("<b>a</b> <i>b</i>");
  });

  it("opens nothing before a space and closes nothing after one", () => {
    for (const text of ["* a*", "*a *", "a * b*c", "**a **", "_ a_", "*\u00a0a*"]) {
      expect(shown(text)).toBe(text);
    }
    expect(shown("*a *b*")).toBe("*a <i>b</i>");
  });

  it("lets an opener of the other kind inside be text", () => {
    expect(shown("*a _b*")).toBe("<i>a _b</i>");
    expect(shown("_a *b_ c*")).toBe("<i>a *b</i> c*");
    expect(shown("*a _b* c_")).toBe("<i>a _b</i> c_");
  });

  it("keeps underscores inside words, also beside letters with marks and digits", () => {
    for (const text of ["a_b_c", "é_b_é", "1_2_3", "a__b__c"]) expect(shown(text)).toBe(text);
    expect(shown("(_a_)")).toBe("(<i>a</i>)");
    expect(shown("_a_b_")).toBe("<i>a_b</i>");
  });

  it("takes three signs in a row at most", () => {
    expect(shown("****a****")).toBe("****a****");
    expect(shown("***a***")).toBe("<b>a</b>");
    expect(shown("naam: ____ *a*")).toBe("naam: ____ <i>a</i>");
  });

  it("ends at an empty line, blank or not, and not at a line", () => {
    expect(shown("*a\nb*")).toBe("<i>a\nb</i>");
    expect(shown("*a\n \u00a0\nb*")).toBe("*a\n \u00a0\nb*");
    expect(shown("_a\n\nb_ **c\n\nd**")).toBe("_a\n\nb_ **c\n\nd**");
    expect(shown("*a\n\n*b*")).toBe("*a\n\n<i>b</i>");
    expect(shown("*a*\n")).toBe("<i>a</i>\n");
  });

  it("takes a backslash before a sign away, and leaves any other", () => {
    expect(shown("\\_a\\_ \\! \\~ \\[")).toBe("_a_ ! ~ [");
    expect(shown("c:\\map \\9 \\é \\")).toBe("c:\\map \\9 \\é \\");
    expect(shown("\\\\*a*")).toBe("\\<i>a</i>");
  });

  it("says of each marker what it is, where it stands", () => {
    expect(inlineMarkup("a **b** \\*")).toEqual([
      { start: 0, end: 2, type: "text", strong: false, em: false, strike: false },
      { start: 2, end: 4, type: "marker", strong: false, em: false, strike: false },
      { start: 4, end: 5, type: "text", strong: true, em: false, strike: false },
      { start: 5, end: 7, type: "marker", strong: true, em: false, strike: false },
      { start: 7, end: 8, type: "text", strong: false, em: false, strike: false },
      { start: 8, end: 9, type: "marker", strong: false, em: false, strike: false },
      { start: 9, end: 10, type: "text", strong: false, em: false, strike: false },
    ]);
  });

  it("strikes out between two tildes, and by no other number of them", () => {
    const struck = (text: string) =>
      inlineMarkup(text)
        .filter((token) => token.type === "text")
        .map(({ start, end, strike }) =>
          strike ? `[${text.slice(start, end)}]` : text.slice(start, end),
        )
        .join("");
    expect(struck("een ~~oud~~ woord")).toBe("een [oud] woord");
    expect(struck("~~oud **en vet**~~ nieuw")).toBe("[oud ][en vet] nieuw");
    for (const text of ["~5 km~ ver", "~~~oud~~~", "~~oud", "oud ~~ nieuw ~~"]) {
      expect(struck(text)).toBe(text);
    }
  });

  it("leaves loose markers as text", () => {
    for (const text of ["2 * 3 * 4", "*open", "dicht*", "____", "a ** b", "*over\n\nalinea*"]) {
      expect(shown(text)).toBe(text);
    }
  });

  it("covers the string exactly, whatever it is", () => {
    const pieces = fc.constantFrom("*", "_", "\\", " ", "a", "\n", "😀", "**", "~~");
    const anything = fc.array(pieces, { maxLength: 30 }).map((all) => all.join(""));
    const holds = (text: string) => {
      const tokens = inlineMarkup(text);
      const covered = tokens.every(
        ({ start, end }, i) => start === (tokens[i - 1]?.end ?? 0) && end > start,
      );
      return covered && (tokens.at(-1)?.end ?? 0) === text.length;
    };
    fc.assert(fc.property(anything, holds), { numRuns: 200 });
  });
});

describe("plainWords", () => {
  it("gives plain words on one line", () => {
    expect(plainWords("a\u0085b\u180ec\u200bd\u2060\u2060e")).toBe("a b c d e");
    expect(plainWords(" \\*a\\* ")).toBe("*a*");
    expect(plainWords("**Een** *stelling*\n  met\u00a0spaties ")).toBe("Een stelling met spaties");
  });
});

it("a sentence on its own begins with a capital", () => {
  expect(sentenceStart("een vaste begeleider")).toBe("Een vaste begeleider");
  expect(sentenceStart("één begeleider")).toBe("Één begeleider");
  expect(sentenceStart("’s Avonds")).toBe("’s Avonds");
  expect(sentenceStart("")).toBe("");
});
