import { describe, expect, it } from "vitest";
import en from "@/messages/en/sources.json";
import nl from "@/messages/nl/sources.json";
import { makePdf, type PdfExtras, PdfPage } from "@/tests/pdf";
import { convert, PROSE, refusal } from "@/tests/pdf-reading";
import { normalise } from "../../rules";

async function read(pages: readonly PdfPage[], extras?: PdfExtras) {
  const read = await convert(makePdf(pages, extras));
  for (const { key, params } of read.remarks) {
    const name = key.replace("sources.remarks.", "") as keyof typeof nl.remarks;
    for (const words of [nl.remarks[name], en.remarks[name]]) {
      expect(words).toBeTypeOf("string");
      for (const param of Object.keys(params)) {
        if (param !== "count") expect(words).toContain(`{${param}}`);
      }
    }
  }
  expect(read.text).toBe(normalise(read.text));
  expect(read.pages).toHaveLength(pages.length);
  return { ...read, said: read.remarks.map(({ key }) => key.replace("sources.remarks.", "")) };
}

describe("lines and words", () => {
  it("become paragraphs, by room between them and by lines that stop short", async () => {
    const page = new PdfPage();
    page.lines(70, 100, [...PROSE, "Zo gaat het al jaren."]);
    page.lines(70, 156, ["Een nieuwe alinea zonder wit erboven, die ook lang genoeg is", ...PROSE]);
    page.lines(70, 246, ["Na wit."]);
    const { text, said } = await read([page]);
    expect(text.trim().split("\n\n")).toEqual([
      `${PROSE.join(" ")} Zo gaat het al jaren.`,
      `Een nieuwe alinea zonder wit erboven, die ook lang genoeg is ${PROSE.join(" ")}`,
      "Na wit.",
    ]);
    expect(said).toEqual(["pdfUntagged"]);
  });

  it("are found where no space was written, and in letters set wide", async () => {
    const page = new PdfPage();
    page.text(70, 100, "Woorden").text(118, 100, "zonder").text(155.5, 100, "spatie");
    page.text(70, 130, "VERSLAG", { spacing: 6 });
    for (const [i, letter] of [..."NOTULEN"].entries()) page.text(70 + i * 16, 160, letter);
    page.text(70, 190, "H").text(78, 193, "2", { size: 7 }).text(82.2, 190, "O en 25 m");
    page.text(132.5, 186, "2", { size: 7 });
    const { text } = await read([page]);
    expect(text).toBe("Woorden zonder spatie\n\nVERSLAG\n\nNOTULEN\n\nH₂O en 25 m²\n");
  });

  it("are put together again where a line broke them", async () => {
    const page = new PdfPage();
    page.lines(70, 100, [
      "Wij spreken vandaag over het vervoer, met name het leerlingen-",
      "vervoer van de PO-",
      "scholen.",
    ]);
    page.lines(70, 200, [
      "Er is veel te doen over het begeleiden van kinderen bij het in-",
      "en uitstappen.",
    ]);
    const { text } = await read([page]);
    expect(text).toContain("het leerlingenvervoer van de PO-");
    expect(text).toContain("het in- en uitstappen.");
  });

  it("carry their looks", async () => {
    const page = new PdfPage();
    page.text(70, 100, "Vraag:", { font: "F2" }).text(106, 100, "hoe gaat het met");
    page.text(192, 100, "iedereen", { font: "F3" }).text(238, 100, "daar?");
    const { text } = await read([page]);
    expect(text).toBe("**Vraag:** hoe gaat het met *iedereen* daar?\n");
  });
});

describe("the order of reading", () => {
  const column = (n: number) =>
    Array.from({ length: 10 }, (_, i) => `kolom ${n} regel ${i} met nog wat meer`);

  it.each([2, 3])(
    "goes down one of %s columns after the other, below a heading over all",
    async (count) => {
      const page = new PdfPage();
      page.text(60, 80, "Verslag van een bijeenkomst met een lange titel", { size: 18 });
      for (let n = 0; n < count; n++) {
        page.lines(60 + n * 160, 110, column(n), { size: 8.5, leading: 11 });
      }
      page.text(
        60,
        300,
        "Onder de kolommen staat een regel over de hele breedte van het blad, ja echt.",
      );
      const { text } = await read([page]);
      const order = [...text.matchAll(/kolom (\d) regel (\d)/g)].map(([, n, i]) => `${n}${i}`);
      expect(order).toEqual(
        Array.from({ length: count }, (_, n) => column(n).map((_l, i) => `${n}${i}`)).flat(),
      );
      expect(text).toMatch(/^# Verslag van een bijeenkomst/);
      expect(text.trim()).toMatch(/ja echt\.$/);
    },
  );

  it("does not break a sentence for a frame beside it", async () => {
    const page = new PdfPage();
    page.lines(
      60,
      100,
      [
        "De tekst links loopt door langs het kader dat er rechts",
        "naast staat, en wordt daar niet door onderbroken, want het",
        "kader gaat ergens anders over. Daarna wordt de tekst weer",
        "zo breed als het blad, en is de zin nog steeds dezelfde zin als daarvoor, zonder knip.",
      ],
      { leading: 14 },
    );
    page.lines(420, 104, ["Een kader met", "eigen woorden in", "drie regels."], {
      size: 9,
      leading: 12,
    });
    const { text } = await read([page]);
    expect(text).toContain("Daarna wordt de tekst weer zo breed als het blad");
    expect(text).toContain("Een kader met eigen woorden in drie regels.");
  });

  it("reads labels and what stands behind them row by row", async () => {
    const page = new PdfPage();
    for (const [i, [label, value]] of [
      ["Datum:", "4 maart 2026"],
      ["Aanvang:", "19.30 uur"],
      ["Plaats:", "raadzaal"],
      ["Voorzitter:", "mevrouw De Wit"],
    ].entries()) {
      page.text(70, 100 + i * 15, label ?? "").text(200, 100 + i * 15, value ?? "");
    }
    const { text } = await read([page]);
    expect(text).toMatch(/Datum: 4 maart 2026\s+Aanvang: 19\.30 uur\s+Plaats: raadzaal/);
  });
});

describe("what stands on every page", () => {
  const pages = (count: number) =>
    Array.from({ length: count }, (_, i) => {
      const page = new PdfPage().text(70, 40, "Gemeente Waterbroek", { size: 9 });
      page.lines(70, 140, [
        `Op deze bladzijde staat het verhaal van nummer ${i}, dat doorgaat`,
        ...PROSE,
      ]);
      return page
        .text(280, 810, `${i + 1}`, { size: 9 })
        .text(400, 810, `versie ${i + 3}`, { size: 9 });
    });

  it("is left out and named, and what stands once is not", async () => {
    const made = pages(4);
    made[0]?.text(70, 60, "Vertrouwelijk", { size: 9 });
    const { text, remarks, pages: starts } = await read(made);
    expect(text).not.toContain("Gemeente Waterbroek");
    expect(text).not.toMatch(/versie \d|^\d$/m);
    expect(text).toContain("Vertrouwelijk");
    expect(remarks[0]).toMatchObject({ key: "sources.remarks.pdfFurniture", params: { count: 8 } });
    expect(remarks[0]?.params.words).toContain("‘Gemeente Waterbroek’");
    const points = [...text];
    expect(starts.slice(1).map((start) => points.slice(start, start + 17).join(""))).toEqual(
      Array.from({ length: 3 }, () => "Op deze bladzijde"),
    );
    expect(starts[0]).toBe(0);
  });

  it("does not come between the halves of a sentence", async () => {
    const [a, b] = [new PdfPage(), new PdfPage()];
    a.lines(70, 700, PROSE).text(280, 810, "1");
    a.text(70, 739, "En dan komt er een zin die op de volgende bladzijde zomaar");
    b.text(70, 60, "verder gaat tot zij af is.").text(280, 810, "2");
    const { text, pages: starts } = await read([a, b]);
    expect(text).toContain("zomaar verder gaat tot zij af is.");
    expect([...text].slice(starts[1], (starts[1] ?? 0) + 11).join("")).toBe("verder gaat");
  });
});

describe("headings, lists and tables", () => {
  it("are seen by size, weight and marks", async () => {
    const page = new PdfPage();
    page.lines(70, 70, ["Verslag van de bijeenkomst over het vervoer", "van leerlingen"], {
      size: 20,
    });
    page.text(70, 130, "1. Opening", { size: 14 });
    page.lines(70, 150, PROSE);
    page.text(70, 220, "Wat er speelt", { font: "F2" });
    page.lines(70, 236, PROSE);
    page
      .text(70, 290, "•")
      .lines(84, 290, [
        "een punt dat lang genoeg is om over twee regels door te lopen",
        "en hangt",
      ]);
    page.text(90, 320, "–").text(104, 320, "een punt daaronder");
    page.text(70, 336, "•").text(84, 336, "nog een punt");
    page
      .text(70, 366, "1.")
      .text(86, 366, "eerst dit")
      .text(70, 382, "2.")
      .text(86, 382, "dan dat");
    const { text } = await read([page]);
    expect(text.trim().split(/\n+/)).toEqual([
      "# Verslag van de bijeenkomst over het vervoer van leerlingen",
      "## 1. Opening",
      PROSE.join(" "),
      "### Wat er speelt",
      PROSE.join(" "),
      "- een punt dat lang genoeg is om over twee regels door te lopen en hangt",
      "  - een punt daaronder",
      "- nog een punt",
      "1. eerst dit",
      "2. dan dat",
    ]);
  });

  it("a table has borders, or columns that begin at one place", async () => {
    const page = new PdfPage();
    const cells = [
      ["Nr", "Vraag", "Antwoord"],
      ["1", "Wie rijdt er?", "Dat is nog niet bekend."],
      ["2", "Hoe laat?", "Om acht uur, of iets"],
      ["", "", "later als het glad is."],
    ];
    for (const [r, row] of cells.entries()) {
      for (const [c, words] of row.entries())
        page.text([75, 105, 255][c] ?? 0, 112 + r * 14, words);
    }
    for (const y of [100, 116, 130, 160]) page.rule(70, y, 420, y);
    for (const x of [70, 100, 250, 420]) page.rule(x, 100, x, 160);
    for (const [r, row] of [
      ["Naam", "Functie", "School"],
      ["An", "leraar", "De Wiek"],
      ["Bo", "ouder", "De Brug"],
    ].entries()) {
      for (const [c, words] of row.entries())
        page.text([75, 150, 255][c] ?? 0, 212 + r * 14, words);
    }
    const { text } = await read([page]);
    expect(text.trim()).toBe(
      [
        "| Nr | Vraag | Antwoord |",
        "| --- | --- | --- |",
        "| 1 | Wie rijdt er? | Dat is nog niet bekend. |",
        "| 2 | Hoe laat? | Om acht uur, of iets later als het glad is. |",
        "",
        "| Naam | Functie | School |",
        "| --- | --- | --- |",
        "| An | leraar | De Wiek |",
        "| Bo | ouder | De Brug |",
      ].join("\n"),
    );
  });

  it("a footnote stands behind the paragraph that is open at the end of the page", async () => {
    const [a, b] = [new PdfPage(), new PdfPage()];
    a.lines(70, 650, [...PROSE, "De zin met een noot"]).text(167, 686, "1", { size: 7 });
    a.text(175, 693, "loopt door op het volgende blad, waar hij");
    a.text(70, 760, "1", { size: 6 }).text(75, 764, "Dit is de noot.", { size: 9 });
    b.text(70, 80, "eindigt.");
    const { text } = await read([a, b]);
    expect(text.trim().split("\n\n")).toEqual([
      `${PROSE.join(" ")} De zin met een noot¹ loopt door op het volgende blad, waar hij eindigt.`,
      "¹ Dit is de noot.",
    ]);
  });
});

describe("what is not text", () => {
  it("a watermark and words that nobody sees are left out and named", async () => {
    const page = new PdfPage();
    page.lines(70, 100, PROSE).text(200, 500, "CONCEPT", { size: 60, angle: 0.8 });
    page.text(70, 300, "onzichtbaar", { mode: 3 }).text(70, 320, "piepklein", { size: 1 });
    page.text(70, 340, "wit op wit", { colour: "1 1 1" });
    const { text, remarks } = await read([page]);
    expect(text.trim()).toBe(PROSE.join(" "));
    expect(remarks[0]).toMatchObject({
      key: "sources.remarks.pdfTurned",
      params: { words: "CONCEPT" },
    });
    expect(remarks[1]?.params.words).toBe("piepklein wit op wit onzichtbaar");
  });

  it("a page that stands on its side is read", async () => {
    const page = new PdfPage();
    for (const [i, line] of PROSE.entries())
      page.text(100 + i * 14, 700, line, { angle: Math.PI / 2 });
    expect((await read([page])).text.trim()).toBe(PROSE.join(" "));
  });

  it("a photo of paper is said to be one; among pages with text it is named", async () => {
    expect(await refusal(makePdf([new PdfPage().picture(), new PdfPage().picture()]))).toBe(
      "pdfPicture",
    );
    const text = new PdfPage();
    text.lines(70, 100, PROSE);
    const { remarks } = await read([text, new PdfPage().picture(), new PdfPage()]);
    expect(remarks[0]).toEqual({
      key: "sources.remarks.pdfPictures",
      params: { count: 1, pages: "2" },
    });
  });

  it("letters that a scanner recognised are read, with a remark", async () => {
    const page = new PdfPage().picture();
    page.lines(70, 100, PROSE, { mode: 3 });
    const { text, said } = await read([page]);
    expect(text.trim()).toBe(PROSE.join(" "));
    expect(said).toContain("pdfRecognised");
  });

  it("letters of which the file does not say what they are", async () => {
    const odd = new PdfPage();
    odd.lines(70, 100, [...PROSE, ...PROSE, ...PROSE], { font: "F4" });
    expect(await refusal(makePdf([odd]))).toBe("pdfGarbage");
  });

  it("scripts and files inside are left alone", async () => {
    const page = new PdfPage();
    page.lines(70, 100, PROSE);
    const { said } = await read([page], {
      catalogue:
        "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> " +
        "/Names << /EmbeddedFiles << /Names [(a.txt) 20 0 R] >> >>",
      objects: {
        20: "<< /Type /Filespec /F (a.txt) /EF << /F 21 0 R >> >>",
        21: "<< /Type /EmbeddedFile /Length 4 >>\nstream\ntest\nendstream",
      },
    });
    expect(said).toContain("embedded");
  });

  it("what was filled in on a form is text", async () => {
    const page = new PdfPage();
    page.text(70, 100, "Naam:");
    const { text } = await read([page], {
      catalogue: "/AcroForm << /Fields [20 0 R] /DA (/F1 11 Tf) /DR << /Font << /F1 3 0 R >> >> >>",
      page: "/Annots [20 0 R]",
      objects: {
        20: "<< /Type /Annot /Subtype /Widget /FT /Tx /T (naam) /V (Jasmijn) /F 4 /Rect [110 738 300 756] /DA (/F1 11 Tf) /AP << /N 21 0 R >> >>",
        21: "<< /Type /XObject /Subtype /Form /BBox [0 0 190 18] /Resources << /Font << /F1 3 0 R >> >> /Length 43 >>\nstream\nBT /F1 11 Tf 1 0 0 1 2 4 Tm (Jasmijn) Tj ET  \nendstream",
      },
    });
    expect(text.trim()).toBe("Naam: Jasmijn");
  });
});
