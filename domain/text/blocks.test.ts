import { describe, expect, it } from "vitest";
import { plainText, toBlocks } from "@/domain/text/blocks";
import { sourceBlock } from "@/domain/text/model";
import { sliceCodePoints } from "@/domain/text/rules";

const shape = (text: string): string[] =>
  toBlocks(text).blocks.map((b) => `${b.form}${b.level || ""}: ${b.text}`);

describe("toBlocks", () => {
  it("makes a block of each heading, paragraph and list item", () => {
    expect(
      shape("# Titel\nEerste regel\ntweede regel\n\n- een\n- twee\n  vervolg\n\n1. punt"),
    ).toEqual([
      "heading1: Titel".replace("Titel", "# Titel"),
      "paragraph: Eerste regel\ntweede regel",
      "listItem1: - een",
      "listItem1: - twee\n  vervolg",
      "listItem1: 1. punt",
    ]);
  });

  it("knows bullets behind no-break spaces and their depth", () => {
    expect(shape("\u00a0• een\n\u00a0\u00a0• dieper\n\u00a0• twee\n\u00a0\nTekst")).toEqual([
      "listItem1: • een",
      "listItem2: • dieper",
      "listItem1: • twee",
      "paragraph: Tekst",
    ]);
  });

  it("leaves numbers and dashes inside a paragraph alone", () => {
    expect(shape("In het jaar\n12. was dat\n– zo gezegd – anders")).toHaveLength(1);
    expect(shape("*Stelling 1: iets.*")).toEqual(["paragraph: *Stelling 1: iets.*"]);
  });

  it("reads the underlined form of a heading", () => {
    expect(shape("Titel\n=====\n\nKop\n---\ntekst")).toEqual([
      "heading1: Titel\n=====",
      "heading2: Kop\n---",
      "paragraph: tekst",
    ]);
  });

  it("takes long lines for paragraphs of their own", () => {
    const long = "woord ".repeat(30).trim();
    expect(shape(`${long}\n${long}`)).toHaveLength(2);
  });

  it("starts a new block after a page break", () => {
    expect(shape("einde van de\fpagina")).toEqual(["paragraph: einde van de", "paragraph: pagina"]);
  });

  it("gives back exactly the text, in valid blocks, for anything", () => {
    let seed = 11;
    const pieces = [
      "a",
      "B.",
      " ",
      "\n",
      "\n\n",
      "\f",
      "\u00a0",
      "- ",
      "# ",
      "😀",
      "• ",
      "1. ",
      "\u200b",
      "---",
      "*",
      ":",
    ];
    for (let round = 0; round < 1000; round++) {
      let text = "";
      for (let i = 0; i < 30; i++) {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        text += pieces[(seed >> 8) % pieces.length] ?? "";
      }
      const { blocks, trailing } = toBlocks(text);
      expect(plainText(blocks, trailing)).toBe(text);
      blocks.forEach((block, i) => {
        expect(sourceBlock.safeParse(block).success).toBe(true);
        expect(block.n).toBe(i + 1);
        expect(sliceCodePoints(text, block.start, block.end)).toBe(block.text);
      });
    }
  });

  it("is linear: 5 MB well within its time, whatever the shape", () => {
    const texts = [
      "Een gewone regel met woorden, zoals notulen ze hebben.\n\n".repeat(90_000),
      `${" ".repeat(90_000)}a\n`.repeat(55),
      "- x\n".repeat(45_000),
      `${"=".repeat(1000)}\n`.repeat(5000),
    ];
    for (const text of texts) {
      const started = performance.now();
      toBlocks(text);
      expect(performance.now() - started).toBeLessThan(2000);
    }
  });
});
