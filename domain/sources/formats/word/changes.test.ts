import { describe, expect, it } from "vitest";
import { p, style, wordFile } from "@/tests/word-file";
import { convertDocx } from "../docx";

const t = (words: string, tag = "w:t") =>
  `<w:r><${tag} xml:space="preserve">${words}</${tag}></w:r>`;
const ins = (words: string) => `<w:ins w:id="1" w:author="A">${t(words)}</w:ins>`;
const del = (words: string) => `<w:del w:id="2" w:author="A">${t(words, "w:delText")}</w:del>`;
const mark = (tag: string) => `<w:pPr><w:rPr><w:${tag} w:id="3"/></w:rPr></w:pPr>`;

async function both(body: string) {
  const bytes = await wordFile(body);
  const read = (trackedChanges?: "with" | "without") =>
    convertDocx({ fileName: "a.docx", bytes }, { trackedChanges }, () => {});
  const { text, trackedChanges } = await read();
  const before = await read("without");
  expect(before.trackedChanges).toEqual(trackedChanges);
  expect((await read("with")).text).toBe(text);
  return { now: text, before: before.text, trackedChanges };
}

describe("tracked changes", () => {
  it("give either wording, and are shown as they stand in their paragraph", async () => {
    const body = `<w:p>${t("Het kost ")}${del("veel")}${del(" geld")}${ins("weinig")}${t(" zei zij.")}</w:p>`;
    expect(await both(body)).toEqual({
      now: "Het kost weinig zei zij.\n",
      before: "Het kost veel geld zei zij.\n",
      trackedChanges: {
        count: 2,
        examples: [
          [
            { words: "Het kost ", change: "kept" },
            { words: "veel geld", change: "removed" },
            { words: "weinig", change: "added" },
            { words: " zei zij.", change: "kept" },
          ],
        ],
      },
    });
  });

  it("move words and are one change each", async () => {
    const moved = (tag: string) => `<w:${tag} w:id="4">${t("Dit eerst.")}</w:${tag}>`;
    const body = `<w:p>${mark("moveFrom")}${moved("moveFrom")}</w:p>${p("Midden.")}<w:p>${mark("moveTo")}${moved("moveTo")}</w:p>${p("Eind.")}`;
    const { now, before, trackedChanges } = await both(body);
    expect([now, before]).toEqual([
      "Midden.\n\nDit eerst.\n\nEind.\n",
      "Dit eerst.\n\nMidden.\n\nEind.\n",
    ]);
    expect(trackedChanges?.count).toBe(1);
  });

  it("join and split paragraphs, but not across a table", async () => {
    const body =
      `<w:p>${mark("del")}${t("Een zin ")}</w:p>${p("en de rest.")}` +
      `<w:p>${mark("ins")}${t("Voor ")}</w:p>${p("na.")}` +
      `<w:p>${mark("del")}${del("Weg")}</w:p><w:tbl><w:tr><w:tc>${p("cel")}</w:tc></w:tr></w:tbl>`;
    const { now, before, trackedChanges } = await both(body);
    expect(now).toBe("Een zin en de rest.\n\nVoor\n\nna.\n\ncel\n");
    expect(before).toBe("Een zin\n\nen de rest.\n\nVoor na.\n\nWeg\n\ncel\n");
    expect(trackedChanges?.count).toBe(3);
  });

  it("put in and take out rows and cells of a table", async () => {
    const row = (words: string, change = "") =>
      `<w:tr><w:trPr>${change}</w:trPr><w:tc>${p(words)}</w:tc><w:tc>${p("1.")}</w:tc></w:tr>`;
    const body = `<w:tbl>${row("blijft.")}${row("nieuw.", '<w:ins w:id="1"/>')}${row("oud.", '<w:del w:id="1"/>')}</w:tbl>`;
    const { now, before, trackedChanges } = await both(body);
    expect(now).toContain("nieuw.");
    expect(now).not.toContain("oud.");
    expect(before).toContain("oud.");
    expect(before).not.toContain("nieuw.");
    expect(trackedChanges?.count).toBe(2);
    expect(trackedChanges?.examples[0]).toEqual([{ words: "nieuw.1.", change: "added" }]);
  });

  it("of how it looks are undone too, and are no change of words", async () => {
    const body = `<w:p><w:pPr>${style("Kop1")}<w:pPrChange w:id="1"><w:pPr>${style("Text")}</w:pPr></w:pPrChange></w:pPr>${t("Kop")}</w:p>`;
    expect(await both(body)).toEqual({ now: "# Kop\n", before: "Kop\n", trackedChanges: null });
  });

  it("are shown with the words near them only, the first five", async () => {
    const long = "woord ".repeat(60);
    const body = `<w:p>${t(long)}${ins("nieuw")}${t(long)}${ins("ook")}${t(long)}</w:p>`.repeat(7);
    const { trackedChanges } = await both(body);
    expect([trackedChanges?.count, trackedChanges?.examples.length]).toEqual([14, 5]);
    const [first, , middle, , last] = trackedChanges?.examples[0] ?? [];
    expect(first?.words.startsWith("…")).toBe(true);
    expect(middle?.words).toContain("…");
    expect(last?.words.endsWith("…")).toBe(true);
    expect(
      Math.max(...[first, middle, last].map((piece) => piece?.words.length ?? 0)),
    ).toBeLessThan(130);
  });
});
