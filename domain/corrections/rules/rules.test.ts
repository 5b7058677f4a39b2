import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toBlocks } from "../../text/blocks";
import {
  comparedWords,
  correctedText,
  isCorrectable,
  isOneLine,
  withWords,
  wordsOf,
} from "./index";

const TEXT = `# Bijeenkomst

Anna: De bus komt te laat.

- Een *vaste* begeleider.
- 1 halte erbij.

| Wie | Wat |
|---|---|
| Bram | Eens |

Slot
====
`;
const { blocks, trailing } = toBlocks(TEXT);
const at = (words: string) => {
  const found = blocks.find(({ text }) => text.includes(words));
  if (!found) throw new Error(words);
  return found;
};

describe("the words of a block", () => {
  test.each([
    ["Bijeenkomst", "Bijeenkomst"],
    ["Anna", "Anna: De bus komt te laat."],
    ["vaste", "Een *vaste* begeleider."],
    ["Bram", "| Bram | Eens |"],
    ["Slot", "Slot"],
  ])("of %s are without its signs", (words, expected) => {
    expect(wordsOf(at(words))).toBe(expected);
  });

  test("put back, it is written as it was", () => {
    expect(withWords(at("Bijeenkomst"), " Bijeenkomst vervoer ")).toBe("# Bijeenkomst vervoer");
    expect(withWords(at("vaste"), "- Een vaste begeleider.")).toBe("- Een vaste begeleider.");
    expect(withWords(at("vaste"), "Een vaste\r\nbegeleider.")).toBe("- Een vaste\nbegeleider.");
    expect(withWords(at("Slot"), "Sluiting")).toBe("Sluiting\n====");
  });

  test("unchanged, with or without its signs, it is the block itself", () => {
    for (const block of blocks) {
      expect(withWords(block, wordsOf(block))).toBe(block.text);
      expect(withWords(block, ` ${block.text}\r\n`)).toBe(block.text);
    }
  });
});

test("words are compared without the signs of emphasis, unless those are what differs", () => {
  expect(comparedWords(at("vaste"), "- Een *andere* begeleider.")).toEqual([
    "Een vaste begeleider.",
    "Een andere begeleider.",
  ]);
  expect(comparedWords(at("vaste"), "- Een **vaste** begeleider.")).toEqual([
    "Een *vaste* begeleider.",
    "Een **vaste** begeleider.",
  ]);
});

test("a heading and a row stay on one line; the line below the head of a table is nobody's words", () => {
  expect(
    ["heading", "tableRow", "paragraph", "listItem"].map((f) => isOneLine(f as never)),
  ).toEqual([true, true, false, false]);
  expect(blocks.filter((block) => !isCorrectable(block)).map(({ text }) => text)).toEqual([
    "|---|---|",
  ]);
  expect(isCorrectable({ text: "x".repeat(20_001) })).toBe(false);
});

describe("the corrected text", () => {
  test("has other words where they were accepted, and the rest as it was", () => {
    const changes = new Map([
      [at("Anna").n, "Anna: De bus komt op tijd."],
      [at("1 halte").n, null],
    ]);
    expect(correctedText(blocks, trailing, changes)).toBe(
      TEXT.replace("te laat", "op tijd").replace("\n- 1 halte erbij.", ""),
    );
  });

  test("begins with words, also when the first block goes", () => {
    expect(correctedText(blocks, trailing, new Map([[1, null]])).startsWith("Anna")).toBe(true);
  });

  test("without changes is the text itself, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const cut = toBlocks(text);
        expect(correctedText(cut.blocks, cut.trailing, new Map())).toBe(text);
      }),
    );
  });
});
