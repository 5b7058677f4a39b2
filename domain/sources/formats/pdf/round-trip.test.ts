import { readFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { proposeSplit } from "@/domain/proposal/rules";
import { plainWords } from "@/domain/text/rules";
import { browserOptions } from "@/tests/browser";
import { realSource, sourcesPresent } from "@/tests/sources";
import { normalise } from "../../rules";
import { convertPdf } from ".";

let browser: Awaited<ReturnType<typeof chromium.launch>>;
beforeAll(async () => {
  browser = await chromium.launch(await browserOptions());
});
afterAll(() => browser.close());

/** The plain Markdown of minutes as HTML. */
function toHtml(markdown: string): string {
  const inline = (text: string) =>
    text
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replace(/\*\*([^*]+)\*\*/g, "<b>$1</b>")
      .replace(/\*([^*]+)\*/g, "<i>$1</i>");
  let html = "";
  let list = false;
  for (const line of markdown.split("\n").filter((one) => one.trim() !== "")) {
    const item = /^[-•] (.*)/.exec(line);
    if ((item !== null) !== list) html += item ? "<ul>" : "</ul>";
    list = item !== null;
    const heading = /^(#+) (.*)/.exec(line);
    const name = heading ? `h${heading[1]?.length}` : "p";
    html += item
      ? `<li>${inline(item[1] ?? "")}</li>`
      : `<${name}>${inline(heading?.[2] ?? line)}</${name}>`;
  }
  return list ? `${html}</ul>` : html;
}

/** Made by a browser, with a running head and numbered pages. */
async function print(markdown: string, tagged: boolean): Promise<Uint8Array> {
  const page = await browser.newPage();
  await page.setContent(
    `<html lang="nl"><body style="font: 11pt sans-serif; hyphens: auto">${toHtml(markdown)}</body></html>`,
  );
  const small = 'style="font-size: 8pt; margin-left: 2cm"';
  const pdf = await page.pdf({
    format: "A4",
    tagged,
    displayHeaderFooter: true,
    headerTemplate: `<span ${small}>Gemeente Waterbroek – verslag</span>`,
    footerTemplate: `<span ${small}>Bladzijde <span class="pageNumber"></span> van <span class="totalPages"></span></span>`,
    margin: { top: "2.5cm", bottom: "2.5cm", left: "2.5cm", right: "2.5cm" },
  });
  await page.close();
  return new Uint8Array(pdf);
}

/**
 * What the format forces: the level of a heading is seen by its size, so that the largest becomes the first; and of a
 * line that ends in a slash nothing says whether a space came after it ("SC/ SMW").
 */
const comparable = (marked: string): string =>
  plainWords(marked).replace(/^#+ /, "").replaceAll("/ ", "/");

/** What a proposal makes of a text: the stellingen, and everything people brought in. */
function inputIn(text: string) {
  const { documents } = proposeSplit(text, { fileName: "verslag.md" });
  return documents.map(({ title, kind, date, time, statements, segments }) => ({
    title,
    kind,
    date,
    time,
    statements: statements.map(({ number, text: stated }) => [number, comparable(stated)]),
    segments: segments.map((s) => `${s.kind} ${s.speaker ?? "-"}: ${comparable(s.text)}`),
  }));
}

describe.each([
  ["our own minutes", path.resolve("tests/example/notulen-ouders-en-scholen.md"), true],
  ["the real minutes", sourcesPresent ? realSource("minutes") : "", sourcesPresent],
])("%s printed", (_name, file, present) => {
  const markdown = present ? normalise(readFileSync(file, "utf8")) : "";

  it.runIf(present)("with tags give what the Markdown gives", async () => {
    const read = await convertPdf(
      { fileName: "verslag.pdf", bytes: await print(markdown, true) },
      {},
      () => {},
    );
    expect(inputIn(read.text)).toEqual(inputIn(markdown));
  });

  it.runIf(present)("without tags give what the Markdown gives", async () => {
    const read = await convertPdf(
      { fileName: "verslag.pdf", bytes: await print(markdown, false) },
      {},
      () => {},
    );
    expect(inputIn(read.text)).toEqual(inputIn(markdown));
  });
});
