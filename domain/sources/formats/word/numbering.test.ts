import { describe, expect, it } from "vitest";
import { p, style, styled, type WordParts, wordFile } from "@/tests/word-file";
import { convertDocx } from "../docx";
import { written } from "./numbering";

const level = (n: number, format: string, text: string, rest = "") =>
  `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${rest}</w:lvl>`;
const definition = (id: number, inside: string) =>
  `<w:abstractNum w:abstractNumId="${id}">${inside}</w:abstractNum>`;
const list = (id: number, of: number, rest = "") =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${rest}</w:num>`;
const inList = (id: number, at = 0) =>
  `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`;

async function lines(body: string, parts: WordParts): Promise<string[]> {
  const bytes = await wordFile(body, parts);
  const { text } = await convertDocx({ fileName: "a.docx", bytes }, {}, () => {});
  return text.split("\n").filter((line) => line !== "");
}

describe("numbers that Word shows", () => {
  it("are written in every form, and begin anew below a higher level", async () => {
    const numbering =
      definition(
        0,
        level(0, "decimal", "%1.") +
          level(1, "lowerLetter", "%2)") +
          level(2, "upperRoman", "%1.%2.%3"),
      ) +
      definition(1, level(0, "bullet", "\uf0b7") + level(1, "bullet", "o")) +
      definition(2, level(0, "decimal", "Stelling %1:")) +
      list(1, 0) +
      list(2, 1) +
      list(3, 2);
    const body = [
      [1, 0],
      [1, 1],
      [1, 1],
      [1, 2],
      [1, 0],
      [1, 1],
      [2, 0],
      [2, 1],
      [3, 0],
      [3, 0],
      [9, 0],
    ]
      .map(([id = 0, at]) => p("x", inList(id, at)))
      .join("");
    expect(await lines(body, { numbering })).toEqual([
      "1. x",
      "  a) x",
      "  b) x",
      "    1.b.I x",
      "2. x",
      "  a) x",
      "- x",
      "  - x",
      "Stelling 1: x",
      "Stelling 2: x",
      "x",
    ]);
  });

  it("go on in another list of the same definition, unless that says where it begins", async () => {
    const numbering =
      definition(0, level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2")) +
      list(1, 0) +
      list(2, 0) +
      list(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>') +
      list(4, 0, `<w:lvlOverride w:ilvl="0">${level(0, "upperLetter", "%1)")}</w:lvlOverride>`);
    const body =
      [1, 1, 2, 3, 3, 1, 4].map((id) => p("x", inList(id))).join("") + p("y", inList(3, 1));
    expect(await lines(body, { numbering })).toEqual([
      "1. x",
      "2. x",
      "3. x",
      "5. x",
      "6. x",
      "7. x",
      "A) x",
      "  1.1 y",
    ]);
  });

  it("stand before headings, by their style and its level, also through a style of lists", async () => {
    const numbering =
      definition(
        0,
        '<w:styleLink w:val="Lijst"/>' +
          level(0, "decimal", "%1", '<w:pStyle w:val="Kop1"/>') +
          level(1, "decimal", "%1.%2", '<w:pStyle w:val="Kop2"/>') +
          level(2, "lowerRoman", "%1.%2.%3", "<w:isLgl/>"),
      ) +
      definition(1, '<w:numStyleLink w:val="Lijst"/>') +
      list(1, 0) +
      list(2, 1);
    const by = (id: number, at = "") =>
      `<w:pPr><w:numPr>${at}<w:numId w:val="${id}"/></w:numPr></w:pPr>`;
    const styles =
      styled("Kop1", "heading 1", by(1)) +
      styled("Kop2", "heading 2", by(1)) +
      `<w:style w:type="numbering" w:styleId="Lijst"><w:name w:val="Lijst"/>${by(1)}</w:style>`;
    const body =
      p("Een", style("Kop1")) +
      p("Twee", style("Kop1")) +
      p("Onder", style("Kop2")) +
      p("diep", inList(2, 2)) +
      p("Los", `${style("Kop2")}<w:numPr><w:numId w:val="0"/></w:numPr>`) +
      p("Drie", style("Kop1")) +
      p("Onder", style("Kop2"));
    expect(await lines(body, { numbering, styles })).toEqual([
      "# 1 Een",
      "# 2 Twee",
      "## 2.1 Onder",
      "    2.1.1 diep",
      "## Los",
      "# 3 Drie",
      "## 3.1 Onder",
    ]);
  });

  it("begin anew only where the list says so", async () => {
    const numbering =
      definition(
        0,
        level(0, "decimal", "%1.") +
          level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>') +
          level(2, "decimal", "%3.", '<w:lvlRestart w:val="1"/>'),
      ) + list(1, 0);
    const body = [0, 1, 2, 0, 1, 2, 1, 2].map((at) => p("x", inList(1, at))).join("");
    expect((await lines(body, { numbering })).map((line) => line.trim())).toEqual([
      "1. x",
      "1. x",
      "1. x",
      "2. x",
      "2. x",
      "1. x",
      "3. x",
      "2. x",
    ]);
  });

  it("are written as Word does", () => {
    const all = (format: string, ...values: number[]) =>
      values.map((n) => written(n, format)).join(" ");
    expect(all("lowerLetter", 1, 26, 27, 52, 53)).toBe("a z aa zz aaa");
    expect(all("upperRoman", 1, 4, 9, 14, 40, 90, 1999)).toBe("I IV IX XIV XL XC MCMXCIX");
    expect(all("ordinal", 1, 12)).toBe("1e 12e");
    expect(all("ordinalText", 1, 13)).toBe("eerste 13e");
    expect(all("cardinalText", 2, 13)).toBe("twee 13");
    expect(all("decimalZero", 3, 12)).toBe("03 12");
    expect(all("none", 3)).toBe("");
    expect(all("lowerRoman", 0, 4000)).toBe("0 4000");
    expect(all("lowerLetter", 0)).toBe("0");
    expect(all("chicago", 3)).toBe("3");
  });
});
