import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DomainError } from "@/domain/kernel/errors";
import { type Cell, csvOf, workbookOf } from "@/tests/factories/bulk";
import { dateOf, monthsFirst } from "../../../text/dates";
import { factsOf, readSheetTable } from "./index";

const bytesOf = (text: string, encoding: "utf-8" | "utf-16le" | "latin1") => {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  return new Uint8Array(Buffer.from(text, encoding === "utf-16le" ? "utf16le" : "latin1"));
};

/** The names of the columns and the rows with their numbers. */
async function read(file: { fileName: string; bytes: Uint8Array }, choices = {}) {
  const { columns, rows, ...about } = await readSheetTable(file, choices);
  return {
    ...about,
    names: columns.map(({ name }) => name),
    rows: rows.map(({ n, cells }) => [n, ...cells]),
  };
}

const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof DomainError ? [error.key, error.params] : error),
  );

describe("text with separators", () => {
  test.each([
    ["semicolons", "Reactie;Groep\nTe laat, vaak.;ouder\n", ";"],
    ["commas", 'Reactie,Groep\n"Te laat, vaak.",ouder\n', ","],
    ["tabs", "Reactie\tGroep\nTe laat, vaak.\touder\n", "\t"],
    ["strokes", "Reactie|Groep\nTe laat, vaak.|ouder\n", "|"],
    ["what it says itself", "sep=;\r\nReactie;Groep\r\nTe laat, vaak.;ouder\r\n", ";"],
    ["old line ends", "Reactie;Groep\rTe laat, vaak.;ouder\r", ";"],
  ])("%s", async (_what, text, delimiter) => {
    const table = await read(csvOf(text));
    expect(table.text?.delimiter).toBe(delimiter);
    expect(table.names).toEqual(["Reactie", "Groep"]);
    expect(table.rows).toEqual([[2, "Te laat, vaak.", "ouder"]]);
  });

  test("decimal commas do not make more columns of it", async () => {
    const table = await read(csvOf("Reactie;Cijfer;Weging\nGoed;7,5;1,0\nSlecht;3,5;2,0\n"));
    expect(table.names).toEqual(["Reactie", "Cijfer", "Weging"]);
  });

  test("a cell of several lines is one row, and rows are numbered as a program shows them", async () => {
    const text =
      'Uitvraag 2026\n\nReactie;Groep\n"Te laat.\nEn vaak.";ouder\n;\n;;\n"Hij zei ""nee""";school\n';
    const table = await read(csvOf(text));
    expect(table.headerRow).toBe(3);
    expect(table.rows).toEqual([
      [4, "Te laat.\nEn vaak.", "ouder"],
      [7, 'Hij zei "nee"', "school"],
    ]);
  });

  test("quotes within a cell are words", async () => {
    const table = await read(csvOf('Reactie;Groep\nHij zei "nee" en ging.;ouder\n'));
    expect(table.rows).toEqual([[2, 'Hij zei "nee" en ging.', "ouder"]]);
  });

  test("a quote that never ends is said with its row, and nothing is swallowed", async () => {
    const file = csvOf('Reactie;Groep\nGoed.;ouder\n"Te laat.;ouder\nSlecht.;school\n');
    expect(await refusal(read(file))).toEqual([
      "bulk.errors.openQuote",
      { fileName: file.fileName, row: 3 },
    ]);
  });

  const WORDS = "Reactie;Groep\nCoördinator: één bus, € 12.;ouder\n";
  test.each([
    ["utf-8", bytesOf(WORDS, "utf-8")],
    ["utf-8", bytesOf(`\ufeff${WORDS}`, "utf-8")],
    ["utf-16le", bytesOf(`\ufeff${WORDS}`, "utf-16le")],
    ["utf-16le", bytesOf(WORDS, "utf-16le")],
    ["utf-16be", new Uint8Array(Buffer.from(`\ufeff${WORDS}`, "utf16le").swap16())],
    // The euro is 0x80 there and nowhere else.
    ["windows-1252", bytesOf(WORDS.replace("€", "\u0080"), "latin1")],
  ])("%s is recognised", async (encoding, bytes) => {
    const table = await read({ fileName: "a.csv", bytes });
    expect(table.text?.encoding).toBe(encoding);
    expect(table.names[0]).toBe("Reactie");
    expect(table.rows).toEqual([[2, "Coördinator: één bus, € 12.", "ouder"]]);
    expect(table.text?.sample).toBe(encoding === "utf-8" ? null : "Coördinator:, één, €");
  });

  test("another character set can be chosen", async () => {
    const file = { fileName: "a.csv", bytes: bytesOf("Reactie;Groep\nCafé;ouder\n", "latin1") };
    expect((await read(file, { encoding: "windows-1252" })).rows).toEqual([[2, "Café", "ouder"]]);
    await expect(read(file, { encoding: "utf-8" })).rejects.toMatchObject({
      key: "sources.errors.encoding",
    });
  });
});

describe("the header", () => {
  test("is the first row of names, below a title", async () => {
    const file = csvOf(
      "Uitvraag scholen;;\nVan de gemeente;;\nReactie;Groep;Datum\nLaat.;ouder;4-3-2026\n",
    );
    expect(await read(file)).toMatchObject({ headerRow: 3, names: ["Reactie", "Groep", "Datum"] });
  });

  test("may be two rows", async () => {
    const file = csvOf("Wie;Reactie;;Datum\n;Stelling;Tekst;\nouder;1;Laat.;4-3-2026\n");
    expect(await read(file)).toMatchObject({
      headerRow: 2,
      names: ["Wie", "Stelling", "Tekst", "Datum"],
      rows: [[3, "ouder", "1", "Laat.", "4-3-2026"]],
    });
  });

  test("may be missing, and may be said to be", async () => {
    expect(await read(csvOf("1;Laat.;4-3-2026\n2;Vroeg.;5-3-2026\n"))).toMatchObject({
      headerRow: 0,
      names: ["A", "B", "C"],
    });
    const words = csvOf("Laat.;ouder\nVroeg.;school\n");
    expect((await read(words, { headerRow: 0 })).rows).toHaveLength(2);
    expect((await read(words, { headerRow: 1 })).rows).toEqual([[2, "Vroeg.", "school"]]);
  });
});

const styled = (style: number, value: string): Cell => ({
  xml: (ref) => `<c r="${ref}" s="${style}"><v>${value}</v></c>`,
});

describe("workbooks", () => {
  test("cells are what the program shows", async () => {
    const file = await workbookOf([
      {
        name: "Antwoorden",
        rows: [
          ["Reactie & meer", "Datum", "Telefoon", "Nummer", "Akkoord", "Cijfer", "Som"],
          [
            "Te <laat>",
            styled(1, "46085"),
            styled(2, "612345678"),
            "0012",
            true,
            { xml: (ref) => `<c r="${ref}"><v>0.30000000000000004</v></c>` },
            { xml: (ref) => `<c r="${ref}" t="str"><f>A1&amp;B1</f><v>uitgerekend</v></c>` },
          ],
          [
            "Twee",
            styled(1, "46085.604166666664"),
            "06-12345678",
            12,
            false,
            { xml: (ref) => `<c r="${ref}" t="e"><f>VLOOKUP(1,2)</f><v>#N/A</v></c>` },
            { xml: (ref) => `<c r="${ref}" t="str"><f>X()</f></c>` },
          ],
        ],
      },
    ]);
    expect((await read(file)).rows).toEqual(
      [
        [2, "Te <laat>", "2026-03-04", "06-12345678", "0012", "Ja", "0,3", "uitgerekend"],
        [3, "Twee", "2026-03-04 14:30", "06-12345678", "12", "Nee", "#N/B"],
      ].map((row) => (row.length < 8 ? [...row, ""] : row)),
    );
  });

  test("the sheet with the most rows that is shown is read, and what else there is is said", async () => {
    const file = await workbookOf([
      { name: "Uitleg", rows: [["Lees dit"]] },
      { name: "Antwoorden", rows: [["Reactie"], ["Een."], null, ["Twee."]], hiddenRows: [4] },
      { name: "Geheim", rows: Array.from({ length: 9 }, () => ["x"]), hidden: true },
    ]);
    const table = await read(file);
    expect(table.sheet).toBe("Antwoorden");
    expect(table.rows).toEqual([
      [2, "Een."],
      [4, "Twee."],
    ]);
    expect(table.sheets).toEqual([
      { name: "Uitleg", rows: 1, hidden: false },
      { name: "Antwoorden", rows: 3, hidden: false },
      { name: "Geheim", rows: 9, hidden: true },
    ]);
    expect(table.remarks.map(({ key, params }) => [key, params])).toEqual([
      ["bulk.remarks.otherSheets", { sheet: "Antwoorden", count: 2, names: "Uitleg, Geheim" }],
      ["bulk.remarks.hiddenRows", { count: 1 }],
    ]);
    expect((await read(file, { sheet: "Geheim" })).rows).toHaveLength(8);
    expect(await refusal(read(file, { sheet: "Weg" }))).toEqual([
      "bulk.errors.noSheet",
      { fileName: file.fileName },
    ]);
  });

  test("what is merged downwards is said of each row; merged names belong together", async () => {
    const file = await workbookOf([
      {
        name: "Blad1",
        rows: [
          ["Wie", "Reactie", null, "Datum"],
          [null, "Stelling", "Tekst", null],
          ["ouder", "1", "Laat.", "4-3-2026"],
          [null, "2", "Vroeg.", "5-3-2026"],
        ],
        merges: ["B1:C1", "A1:A2", "D1:D2", "A3:A4"],
      },
    ]);
    const table = await read(file);
    expect(table.names).toEqual(["Wie", "Stelling", "Tekst", "Datum"]);
    expect(table.rows).toEqual([
      [3, "ouder", "1", "Laat.", "4-3-2026"],
      [4, "ouder", "2", "Vroeg.", "5-3-2026"],
    ]);
  });

  test("a name says nothing of what a file is", async () => {
    const file = await workbookOf([{ name: "Blad1", rows: [["Reactie"], ["Een."]] }], "a.csv");
    expect((await read(file)).rows).toEqual([[2, "Een."]]);
  });
});

describe("what cannot be read is said", () => {
  const named = (fileName: string, bytes: number[] | string) => ({
    fileName,
    bytes: typeof bytes === "string" ? new TextEncoder().encode(bytes) : new Uint8Array(bytes),
  });
  test.each([
    ["bulk.errors.noSheetFile", named("a.pdf", "Reactie;Groep\nx;y\n")],
    ["sources.errors.empty", named("a.csv", "")],
    ["bulk.errors.noRows", named("a.csv", "Reactie;Groep\n")],
    ["sources.errors.oldOther", named("a.xlsx", [0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    ["bulk.errors.noSheetFile", named("a.xlsx", "Reactie;Groep\nx;y\n")],
    ["sources.errors.damaged", named("a.xlsx", [0x50, 0x4b, 0x03, 0x04, 0x00])],
    ["sources.errors.binary", named("a.csv", [0x41, 0x00, 0x42, 0x42, 0x42, 0x42, 0x42, 0x42])],
    ["bulk.errors.cellTooLong", named("a.csv", `Reactie;Groep\n${"x".repeat(10_001)};y\n`)],
    ["bulk.errors.tooManyColumns", named("a.csv", `${"a;".repeat(201)}a\n${"1;".repeat(201)}1\n`)],
    ["bulk.errors.tooManyRows", named("a.csv", `Reactie\n${"x\n".repeat(50_001)}`)],
  ])("%s", async (key, file) => {
    expect(await refusal(read(file))).toEqual([key, expect.anything()]);
  });
});

describe("whatever the bytes are, there is a table or a sentence", () => {
  const holds = async (file: { fileName: string; bytes: Uint8Array }) => {
    try {
      const table = await readSheetTable(file);
      factsOf(table);
      const numbers = table.rows.map(({ n }) => n);
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    } catch (error) {
      expect(error).toBeInstanceOf(DomainError);
    }
  };

  test("text", async () => {
    const piece = fc.constantFrom(
      '"',
      ";",
      ",",
      "\n",
      "\r\n",
      "\t",
      "a",
      "é",
      "1-1-2026",
      "\ufeff",
      " ",
      "😀",
    );
    const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));
    await fc.assert(
      fc.asyncProperty(text, (words) => holds(csvOf(words))),
      { numRuns: 300 },
    );
    const any = fc.uint8Array({ maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(any, (bytes) => holds({ fileName: "a.csv", bytes })),
      { numRuns: 200 },
    );
  });

  test("workbooks of which the parts are damaged", async () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.double(),
      fc.boolean(),
      fc
        .constantFrom(
          "<v>",
          "</v>",
          "<c",
          't="e"',
          't="s"',
          's="9"',
          "<is><t>",
          "1e999",
          "]]>",
          "&#x0;",
          "<!--",
          'r="ZZZ9999999"',
        )
        .map((xml): Cell => ({ xml: (ref) => `<c r="${ref}" ${xml}><v>${xml}</v></c>` })),
    );
    const rows = fc.array(fc.array(cell as fc.Arbitrary<Cell>, { maxLength: 4 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(rows, async (sheet) =>
        holds(await workbookOf([{ name: "a", rows: sheet }])),
      ),
      { numRuns: 120 },
    );
    const whole = (
      await workbookOf([
        {
          name: "a",
          rows: [
            ["Reactie", "Groep"],
            ["x", "y"],
          ],
        },
      ])
    ).bytes;
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        const bytes = whole.slice();
        bytes[at] = byte;
        return holds({ fileName: "a.xlsx", bytes });
      }),
      { numRuns: 200 },
    );
  });
});

describe("dates", () => {
  test.each([
    ["4-3-2026", "2026-03-04"],
    ["04/03/2026", "2026-03-04"],
    ["4.3.26", "2026-03-04"],
    ["2026-03-04", "2026-03-04"],
    ["2026-03-04T14:30:00Z", "2026-03-04"],
    ["2026/03/04 2:30:15 pm", "2026-03-04"],
    ["4-3-2026 14:30:15", "2026-03-04"],
    ["4 maart 2026 14:30", "2026-03-04"],
    ["woensdag 4 mrt. 2026", "2026-03-04"],
    ["29-2-2028", "2028-02-29"],
    ["31-02-2026", null],
    ["29-2-2026", null],
    ["32-1-2026", null],
  ])("%s is the day %s", (written, day) => expect(dateOf(written)?.day).toBe(day));

  test.each([
    "",
    "maart",
    "06-12345678",
    "12",
    "4-3-2026 was een woensdag",
    "2026",
    "1.2.3.4",
    "4 bussen 2026",
  ])("%j is no date", (written) => expect(dateOf(written)).toBeNull());

  test("a whole column may put the month first, one slip of the pen not", () => {
    const column = (...written: string[]) => written.flatMap((one) => dateOf(one) ?? []);
    expect(monthsFirst(column("3/15/2026", "3/4/2026", "3/28/2026"))).toBe(true);
    expect(monthsFirst(column("15/3/2026", "3/4/2026", "3/28/2026"))).toBe(false);
    expect(monthsFirst(column("4/3/2026", "4/3/2026", "5/3/2026", "3/13/2026"))).toBe(false);
    expect(monthsFirst(column("4-13-2026", "3-14-2026"))).toBe(false);
  });
});
