import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { proposeSplit } from "@/domain/proposal/rules";
import { inlineMarkup, sliceCodePoints } from "@/domain/text/rules";
import { readTruth } from "@/tests/ground-truth/read";
import { realSource, sourcesPresent } from "@/tests/sources";
import { asDocx, asHtml, asText } from "@/tests/written-as";
import { convertDocx } from "./docx";
import { convertHtml } from "./html";
import { convertText } from "./text";

/** Words without signs around them; a heading can have a line of signs below it. */
function plain(marked: string): string {
  const words = marked.replace(/\n[=-]+$/, "");
  return inlineMarkup(words)
    .filter(({ type }) => type === "text")
    .map(({ start, end }) => words.slice(start, end))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

/** What is proposed of a text: per document what it is, per piece what, whose, about what, and its words. */
function proposed(text: string, fileName: string): string[] {
  return proposeSplit(text, { fileName }).documents.flatMap((document) => [
    `${document.kind} ${document.sector} ${document.date} ${document.time} ${document.title}`,
    ...document.segments
      .filter(({ kind }) => kind !== "procedural")
      .map((segment) => {
        const words = plain(sliceCodePoints(text, segment.quoteStart, segment.quoteEnd));
        return `${segment.kind} ${segment.statement ?? "-"} ${segment.speaker ?? "-"}: ${words}`;
      }),
  ]);
}

const inDocx = async (markdown: string) =>
  (await convertDocx({ fileName: "a.docx", bytes: await asDocx(markdown) }, {}, () => {})).text;
const inHtml = async (markdown: string) =>
  (await convertHtml({ fileName: "a.html", bytes: asHtml(markdown) }, {}, () => {})).text;
const inText = async (markdown: string) =>
  (await convertText({ fileName: "a.txt", bytes: asText(markdown) }, {}, () => {})).text;

/** Stellingen and what people said, by words alone: what a text without marks should keep. */
const said = (lines: readonly string[]) =>
  lines
    .filter((line) => !/^(?:heading|procedural|remark)\b/.test(line))
    .map((line) => line.replace(/^.*?: /, ""));

describe("our own documents give the same proposal", () => {
  const documents = readTruth().filter(({ name }) => name.endsWith(".md"));

  it.each(documents.map(({ name, text }) => [name, text] as const))("%s", async (file, text) => {
    const expected = proposed(text, file);
    expect(proposed(await inDocx(text), file)).toEqual(expected);
    expect(proposed(await inHtml(text), file)).toEqual(expected);
  });
});

describe("the example minutes", () => {
  it("give the same as text without marks, but for a stelling that ends where its slanted letters do", async () => {
    const folder = path.join(import.meta.dirname, "../../../tests/example");
    const read = async (file: string) => {
      const markdown = readFileSync(path.join(folder, file), "utf8");
      return {
        expected: said(proposed(markdown, file)),
        found: said(proposed(await inText(markdown), file)),
      };
    };
    const planners = await read("notulen-chauffeurs-en-planners.md");
    expect(planners.found).toEqual(planners.expected);
    const parents = await read("notulen-ouders-en-scholen.md");
    const missing = parents.expected.filter((line) => !parents.found.includes(line));
    expect(missing[0]).toBe("Ouders hoeven alleen te worden gebeld als er iets misgaat.");
    expect(parents.found.filter((line) => !parents.expected.includes(line))).toEqual([
      missing.join(" "),
    ]);
  });
});

describe.runIf(sourcesPresent)("the real minutes", () => {
  const markdown = sourcesPresent
    ? readFileSync(realSource("minutes"), "utf8").normalize("NFC")
    : "";
  const file = path.basename(realSource("minutes"));

  it("give the same as Word file and as HTML", async () => {
    const expected = proposed(markdown, file);
    expect(expected.length).toBeGreaterThan(150);
    expect(proposed(await inDocx(markdown), file)).toEqual(expected);
    expect(proposed(await inHtml(markdown), file)).toEqual(expected);
  });

  it("give the same as text without marks, but for a stelling that ends where its slanted letters do", async () => {
    const expected = said(proposed(markdown, file));
    const found = said(proposed(await inText(markdown), file));
    const missing = expected.filter((line) => !found.includes(line));
    expect(missing).toHaveLength(2);
    expect(found.filter((line) => !expected.includes(line))).toEqual([missing.join(" ")]);
  });
});
