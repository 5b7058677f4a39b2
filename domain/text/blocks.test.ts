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

  it("makes a block of each row of a table, also right below other text", () => {
    const table = "| Nr | Vraag |\n| --- | --- |\n| 1 | Mag het? |\ndaarna";
    expect(shape(`tekst\n${table}`)).toEqual([
      "paragraph: tekst",
      "tableRow: | Nr | Vraag |",
      "tableRow: | --- | --- |",
      "tableRow: | 1 | Mag het? |",
      "paragraph: daarna",
    ]);
    expect(shape("- punt\n| a | b")).toEqual(["listItem1: - punt", "tableRow: | a | b"]);
    for (const text of ["| een streep", "|", "a | b |"]) expect(shape(text)[0]).toMatch(/^par/);
  });

  it("takes capitals for marks of a list only where one follows the other", () => {
    expect(shape("A. een\nB. twee\nC. drie")).toHaveLength(3);
    expect(shape("A. een\n\nB. twee")).toEqual(["listItem1: A. een", "listItem1: B. twee"]);
    for (const name of ["A. Bos vraagt", "J. de Vries zegt\nK. Smit ook"])
      expect(shape(name)).toEqual([`paragraph: ${name}`]);
  });

  it("takes long lines for paragraphs of their own", () => {
    const long = "woord ".repeat(30).trim();
    expect(shape(`${long}\n${long}`)).toHaveLength(2);
  });

  it("starts a new block after a page break", () => {
    expect(shape("einde van de\fpagina")).toEqual(["paragraph: einde van de", "paragraph: pagina"]);
  });

  it("knows a heading by one to six signs and a space behind them", () => {
    expect(shape("###### Zes")).toEqual(["heading6: ###### Zes"]);
    expect(shape("#\u00a0Een\n#\tTwee")).toEqual(["heading1: #\u00a0Een", "heading1: #\tTwee"]);
    for (const text of ["####### Zeven", "#Geen", "# ", "a # b"]) {
      expect(shape(text)).toEqual([`paragraph: ${text.trim()}`]);
    }
    expect(shape("# Kop\ntekst")).toEqual(["heading1: # Kop", "paragraph: tekst"]);
    expect(shape("tekst\n# Kop")).toEqual(["paragraph: tekst", "heading1: # Kop"]);
  });

  it("knows each sign of a list, with something behind it", () => {
    for (const sign of [..."-*+•·▪◦‣●○∙\uf0b7–—", "1.", "12)", "123.", "a)", "b."]) {
      expect(shape(`${sign} een`)).toEqual([`listItem1: ${sign} een`]);
      expect(shape(`${sign}een`)).toEqual([`paragraph: ${sign}een`]);
      expect(shape(sign)).toEqual([`paragraph: ${sign}`]);
    }
    for (const text of ["1234. een", "ab) een", "A) een", "1: een"]) {
      expect(shape(text)).toEqual([`paragraph: ${text}`]);
    }
  });

  it("lets only a bullet, a 1 or an a break into a paragraph", () => {
    for (const sign of ["-", "•", "1.", "a)"]) expect(shape(`tekst\n${sign} punt`)).toHaveLength(2);
    for (const sign of ["–", "—", "2.", "b)"]) expect(shape(`tekst\n${sign} punt`)).toHaveLength(1);
    // In a list all of them go on.
    expect(shape("1. een\n2. twee\n– drie")).toHaveLength(3);
  });

  it("counts the depth of a list by its indents, until a heading or a paragraph at the margin", () => {
    expect(shape("- a\n  - b\n    - c\n  - d\n- e")).toEqual([
      "listItem1: - a",
      "listItem2: - b",
      "listItem3: - c",
      "listItem2: - d",
      "listItem1: - e",
    ]);
    expect(shape("- a\n  - b\n\ntekst\n\n  - c")).toEqual([
      "listItem1: - a",
      "listItem2: - b",
      "paragraph: tekst",
      "listItem1: - c",
    ]);
    expect(shape("- a\n\n  tekst\n\n  - b")).toEqual([
      "listItem1: - a",
      "paragraph: tekst",
      "listItem2: - b",
    ]);
    expect(shape("- a\n# Kop\n  - b")).toEqual([
      "listItem1: - a",
      "heading1: # Kop",
      "listItem1: - b",
    ]);
  });

  it("takes a row of three or more = or - under one line for an underline", () => {
    expect(shape("Kop\n--- ")).toEqual(["heading2: Kop\n---"]);
    for (const text of ["Kop\n--", "een\ntwee\n---", "Kop\n-=-", `Kop\n${"=".repeat(121)}`]) {
      expect(shape(text)).toEqual([`paragraph: ${text}`]);
    }
    expect(shape(`Kop\n${"=".repeat(120)}`)[0]).toMatch(/^heading1/);
    expect(shape("===")).toEqual(["paragraph: ==="]);
    expect(shape("- punt\n---")).toEqual(["listItem1: - punt\n---"]);
  });

  it("goes on with a line as long as one that was wrapped, and not behind a longer one", () => {
    expect(shape(`${"a".repeat(120)}\nb`)).toHaveLength(1);
    expect(shape(`${"a".repeat(121)}\nb`)).toHaveLength(2);
    expect(shape(`${" ".repeat(9)}${"a".repeat(120)}\nb`)).toHaveLength(1);
    expect(shape(`- ${"a".repeat(130)}\nb`)).toHaveLength(2);
  });

  it("keeps a block within what a block may hold", () => {
    const line = `${"a".repeat(99)}\n`;
    const { blocks } = toBlocks(line.repeat(401));
    expect(blocks.map((block) => block.text.length)).toEqual([19_999, 19_999, 99]);
  });

  it("keeps what stands before, between and after the blocks", () => {
    const { blocks, trailing } = toBlocks("\n\n a \n \n b\n\f\n ");
    expect(blocks.map(({ before, text, start, end }) => [before, text, start, end])).toEqual([
      ["\n\n ", "a", 3, 4],
      [" \n \n ", "b", 9, 10],
    ]);
    expect(trailing).toBe("\n\f\n ");
    expect(toBlocks("")).toEqual({ blocks: [], trailing: "" });
  });

  it("gives back exactly the text, in valid blocks, for anything", () => {
    const pieces = fc.constantFrom(
      ..."a|B.| |\n|\n\n|\f|\u00a0|- |# |😀|• |1. |\u200b|---|*|:".split("|"),
    );
    const anything = fc.array(pieces, { maxLength: 40 }).map((all) => all.join(""));
    const holds = (text: string) => {
      const { blocks, trailing } = toBlocks(text);
      return (
        plainText(blocks, trailing) === text &&
        blocks.every(
          (block, i) =>
            sourceBlock.safeParse(block).success &&
            block.n === i + 1 &&
            sliceCodePoints(text, block.start, block.end) === block.text,
        )
      );
    };
    fc.assert(fc.property(anything, holds), { numRuns: 200 });
    fc.assert(
      fc.property(
        fc.array(fc.nat(0x10ffff)).map((all) => String.fromCodePoint(...all)),
        holds,
      ),
    );
  });
});
