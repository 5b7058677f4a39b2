import fc from "fast-check";
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
    const pieces = fc.constantFrom(
      ..."a|B.| |\n|\n\n|\f|\u00a0|- |# |😀|• |1. |\u200b|---|*|:".split("|"),
    );
    const anything = fc.array(pieces, { maxLength: 40 }).map((all) => all.join(""));
    const holds = (text: string) => {
      const { blocks, trailing } = toBlocks(text);
      expect(plainText(blocks, trailing)).toBe(text);
      blocks.forEach((block, i) => {
        expect(sourceBlock.safeParse(block).success).toBe(true);
        expect(block.n).toBe(i + 1);
        expect(sliceCodePoints(text, block.start, block.end)).toBe(block.text);
      });
    };
    fc.assert(fc.property(anything, holds), { numRuns: 200 });
    fc.assert(fc.property(fc.string({ unit: "binary" }), holds));
  });
});
