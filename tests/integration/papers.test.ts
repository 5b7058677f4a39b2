import zlib from "node:zlib";
import { parse } from "csv-parse/sync";
import JSZip from "jszip";
import mammoth from "mammoth";
import { readSheet } from "read-excel-file/node";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, test } from "vitest";
import { OUTCOMES } from "@/db/vocabulary";
import { openBeside, openEdition, openEditionOfDossier } from "@/domain/editions/gate";
import { compareContents } from "@/domain/editions/rules/changes";
import { sumOf, sumsBy } from "@/domain/editions/rules/reading";
import { NotFound, TooLarge } from "@/domain/kernel/errors";
import { type Block, PAPERS, type Paper, type TableBlock } from "@/domain/papers/model";
import { paperFile } from "@/domain/papers/queries";
import { paperHtml } from "@/domain/papers/render/html";
import { paperPdf } from "@/domain/papers/render/pdf";
import { paperCsv, paperSpreadsheet } from "@/domain/papers/render/table";
import { paperWord } from "@/domain/papers/render/word";
import { tableOf } from "@/domain/papers/rules";
import { MOST_ROWS } from "@/domain/papers/rules/matrix-table";
import { positionCounts } from "@/domain/papers/rules/report";
import { addRequirement } from "@/domain/requirements/commands";
import { sentencesIn } from "@/i18n/sentence";
import { freshDatabase } from "../database";
import {
  adopted,
  personalDataReleased,
  publicDossier,
  revisedDossier,
} from "../factories/editions";
import { dutchPaper, paperSource, repeated } from "../factories/papers";
import { dossierOf } from "../factories/people";
import { consultationIn, reactionIn } from "../factories/reactions";
import { chapterOf, requirementOf } from "../factories/requirements";
import { passageOf, sourceOf } from "../factories/sources";

freshDatabase();
const text = sentencesIn("nl");

async function published() {
  const scope = await dossierOf(undefined, { subject: "Begeleiding van leerlingen." });
  const { edition } = await publicDossier(scope);
  return { scope, edition, source: await paperSource(scope, edition.number) };
}

/** Words as they come back from any reader: white space says nothing, and neither does a hyphen of the paper. */
const squeezed = (words: string) => words.replace(/\s+/g, "");

async function pdfWords(bytes: Uint8Array): Promise<string> {
  const { text: pages } = await extractText(await getDocumentProxy(bytes.slice()), {
    mergePages: true,
  });
  return squeezed(pages);
}

async function wordWords(bytes: Uint8Array): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  return squeezed(value);
}

/** All that a PDF holds as plain text: its objects stand in streams that were made smaller. */
function unpackedPdf(bytes: Uint8Array): string {
  const file = Buffer.from(bytes);
  let all = file.toString("latin1");
  for (let at = 0; ; ) {
    const start = file.indexOf("stream\n", at);
    if (start < 0) return all;
    const end = file.indexOf("endstream", start);
    try {
      all += zlib.inflateSync(file.subarray(start + 7, end)).toString("latin1");
    } catch {
      // A picture or letters: no words.
    }
    at = end + 9;
  }
}

const tablesOf = ({ blocks }: Paper) =>
  blocks.filter((block): block is TableBlock => block.type === "table");
const rowsOf = (paper: Paper, kind: string) =>
  tablesOf(paper)
    .flatMap(({ sections }) => sections.flatMap(({ rows }) => rows))
    .filter(({ id }) => id?.startsWith(kind));

describe("the reactienota", () => {
  test("has every reaction once, under its stelling, and its counts are those of the edition", async () => {
    const { source } = await published();
    const paper = dutchPaper("reactienota", source);
    expect(
      rowsOf(paper, "reactie-")
        .map(({ id }) => id?.slice("reactie-".length))
        .sort(),
    ).toEqual(source.content.reactions.map(({ key }) => key).sort());
    const tallies = paper.blocks.filter(
      (block): block is Extract<Block, { type: "tally" }> => block.type === "tally",
    );
    const [all, ...parts] = tallies;
    const sums = sumsBy(source.cells, "outcome");
    const given = OUTCOMES.filter((outcome) => sums.has(outcome)).map((one) => sums.get(one));
    expect(all?.items.map(({ count }) => count)).toEqual(
      sums.has(null) ? [...given, sums.get(null)] : given,
    );
    const counted = parts.flatMap(({ items }) => items.map(({ count }) => count));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(sumOf(source.cells));
    expect(sumOf(source.cells)).toBe(source.content.reactions.length);
    // The outcome and why, beside what was said.
    const rejected = rowsOf(paper, "reactie-R-2")[0];
    expect(JSON.stringify(rejected?.cells[2])).toMatch(
      /Niet overgenomen.*Daar is geen geld voor\./,
    );
  });
});

describe("the Programma van Eisen", () => {
  test("has each quotation once and whole, in the order of its source, and requirements refer to it", async () => {
    const { source } = await published();
    const paper = dutchPaper("pve", source);
    const quotes = rowsOf(paper, "citaat-");
    expect(quotes.map(({ id }) => id)).toEqual(quotes.map((_, i) => `citaat-${i + 1}`));
    const said = quotes.map(({ cells }) => wordsIn(cells[1]?.lines));
    expect(new Set(said).size).toBe(said.length);
    const starts = said.map((one) =>
      source.content.blocks.findIndex((block) => block.text.includes(one)),
    );
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    // What leads somewhere leads to something.
    const places = new Set(
      [...JSON.stringify(paper).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id),
    );
    const led = [...JSON.stringify(paper).matchAll(/"to":"([^"]+)"/g)].map(([, id]) => id);
    expect(led.length).toBeGreaterThan(5);
    expect(led.filter((id) => !places.has(id))).toEqual([]);
  });

  test("names the quotations that were chosen to carry it first, and then what else the kernwaarde has", async () => {
    const { source } = await published();
    const [first] = source.content.words;
    const coreValue = first?.coreValue ?? "";
    const others = source.content.words.filter((word) => word.coreValue === coreValue).slice(1);
    expect(others.length).toBeGreaterThan(0);
    const one = source.content.requirements.find(({ coreValues }) =>
      coreValues.includes(coreValue),
    );
    const chosen = {
      ...source,
      content: {
        ...source.content,
        requirements: source.content.requirements.map((each) =>
          each === one ? { ...each, carriedBy: [first?.key ?? ""] } : each,
        ),
      },
    };
    const block = dutchPaper("pve", chosen).blocks.find(
      (each) => each.type === "requirement" && each.heading.id === `eis-${one?.key}`,
    );
    const origin = block?.type === "requirement" ? (block.facts.at(-1)?.lines ?? []) : [];
    expect(origin.map((line) => wordsIn([line]))).toContainEqual(
      expect.stringMatching(/citaat \d+ draagt deze eis; bij de kernwaarde hoort ook citaa?t/),
    );
  });

  test("all words of requirements and quotations come back through independent readers", async () => {
    const { source } = await published();
    const paper = dutchPaper("pve", source);
    const read = [
      await pdfWords(paperPdf(paper)),
      await wordWords(await paperWord(paper)),
      squeezed(paperHtml(paper).replace(/<[^>]+>/g, "")),
    ];
    const wanted = [
      ...source.content.requirements.flatMap((one) => [one.key, one.title, one.text]),
      ...source.content.coreValues.map(({ name }) => name),
      ...rowsOf(paper, "citaat-").map(({ cells }) => wordsIn(cells[1]?.lines)),
      source.head.decidedBy,
    ];
    expect(wanted.length).toBeGreaterThan(10);
    for (const words of read) {
      expect(wanted.filter((one) => !words.includes(squeezed(one)))).toEqual([]);
    }
  });
});

function wordsIn(lines: readonly (readonly object[])[] = []): string {
  return lines
    .flat()
    .map((part) => ("text" in part ? String(part.text) : ""))
    .join("");
}

test("the same edition gives the same bytes, made by whomever", async () => {
  const scope = await dossierOf();
  const body = {
    type: "doc" as const,
    content: ["https://voorbeeld.example/a", "https://voorbeeld.example/b"].map((href) => ({
      type: "paragraph" as const,
      content: [
        {
          type: "text" as const,
          text: "Bijlage",
          marks: [{ type: "link" as const, attrs: { href } }],
        },
      ],
    })),
  };
  const chapterId = await chapterOf(scope);
  await addRequirement(scope, { title: "Met adressen", kind: "mandatory", body, chapterId });
  const { edition } = await publicDossier(scope);
  const source = await paperSource(scope, edition.number);
  const reader = await openEditionOfDossier(scope, edition.number);
  for (const kind of PAPERS) {
    const paper = dutchPaper(kind, source);
    const pdf = Buffer.from(paperPdf(paper));
    expect(pdf.equals(await paperFile(reader, null, { kind, format: "pdf" }, text))).toBe(true);
    expect(pdf.equals(paperPdf(dutchPaper(kind, source)))).toBe(true);
    const word = Buffer.from(await paperWord(paper));
    expect(word.equals(await paperFile(reader, null, { kind, format: "docx" }, text))).toBe(true);
    expect(word.equals(await paperWord(dutchPaper(kind, source)))).toBe(true);
  }
}, 60_000);

test("a large edition has everything once too, and no number leads nowhere", async () => {
  const { source } = await published();
  const large = repeated(source, 60);
  const nota = dutchPaper("reactienota", large);
  const rows = rowsOf(nota, "reactie-").map(({ id }) => id);
  expect(new Set(rows).size).toBe(rows.length);
  expect(rows.length).toBe(large.content.reactions.length);
  const pve = dutchPaper("pve", large);
  const quotes = rowsOf(pve, "citaat-");
  expect(quotes.map(({ id }) => id)).toEqual(quotes.map((_, i) => `citaat-${i + 1}`));
  expect(quotes.length).toBe(60 * rowsOf(dutchPaper("pve", source), "citaat-").length);
});

test("a PDF says what is a heading, a list, a table and its header cells, in which language and under which title", async () => {
  const scope = await dossierOf();
  const { first, second } = await revisedDossier(scope);
  const source = await paperSource(scope, second, first);
  for (const kind of PAPERS) {
    const bytes = paperPdf(dutchPaper(kind, source));
    const inside = unpackedPdf(bytes);
    expect(inside).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(inside).toMatch(/\/Lang\s*\(nl-NL\)/);
    expect(inside).toMatch(/\/DisplayDocTitle true/);
    expect(inside).toMatch(/\/Scope\s*\/Column/);
    const pdf = await getDocumentProxy(bytes.slice());
    const { info } = await pdf.getMetadata();
    expect((info as { Title?: string }).Title).toContain(source.head.dossier.title);
    const roles = new Map<string, number>();
    for (let n = 1; n <= pdf.numPages; n++) {
      count(await (await pdf.getPage(n)).getStructTree(), roles);
    }
    const wanted = [
      "H1",
      "TOC",
      "TOCI",
      "L",
      "LI",
      "Lbl",
      "LBody",
      "Table",
      "TR",
      "TH",
      "TD",
      "Link",
    ];
    expect(wanted.filter((role) => !roles.has(role))).toEqual([]);
    if (kind === "pve") {
      // Each requirement has a heading, and no heading skips a level.
      expect(roles.get("H2")).toBeGreaterThanOrEqual(source.content.requirements.length);
    }
    expect(roles.has("H3")).toBe(false);
  }
});

interface Node {
  role?: string;
  children?: object[];
}

function count(node: Node | null, roles: Map<string, number>): void {
  if (node?.role) roles.set(node.role, (roles.get(node.role) ?? 0) + 1);
  for (const child of node?.children ?? []) count(child, roles);
}

test("a Word file has real headings, header rows that repeat, and says on every page which edition it is", async () => {
  const { source } = await published();
  const bytes = await paperWord(dutchPaper("pve", source));
  const zip = await JSZip.loadAsync(bytes);
  const part = async (name: string) => (await zip.file(name)?.async("string")) ?? "";
  const document = await part("word/document.xml");
  expect(document.match(/<w:tblHeader\/>/g)?.length).toBe(
    tablesOf(dutchPaper("pve", source)).length,
  );
  expect(document).toContain("PAGEREF");
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  for (const { key, title } of source.content.requirements) {
    expect(value).toMatch(new RegExp(`<h2>(<a[^>]*></a>)?${key}\\s*${title}</h2>`));
  }
  const edges = await Promise.all([1, 2].map((n) => part(`word/footer${n}.xml`)));
  for (const edge of edges) {
    expect(edge).toContain("CONCEPT, editie 0.1");
    expect(edge).toContain(source.sha256.slice(0, 4));
    expect(edge).toMatch(/NUMPAGES/);
  }
  expect(await part("word/styles.xml")).toContain('w:val="nl-NL"');
});

const HOSTILE = [
  '#read("/etc/passwd") #panic("x") $a_b$ *vet* @ref <label> \\ // weg /* weg */ `code` ~ [blok]',
  "<script>alert(1)</script> &amp; {page} {pages} ]]> %PDF",
  "🙂 👩‍👩‍👧 中文 עברית \u202eomgekeerd\u202c \ue000 a\u0301 e\u0308\u0323 ﬁ ½ ≤ → ◆ \u00ad",
];

test("whatever people wrote comes out as they wrote it, and is read as nothing else", async () => {
  const scope = await dossierOf(undefined, { title: HOSTILE[0], subject: HOSTILE[1] });
  const consultationId = await consultationIn(scope);
  const file = await sourceOf(scope, { text: `# Verslag\n\n${HOSTILE.join("\n\n")}\n` });
  await reactionIn(scope, { consultationId, text: HOSTILE.join("\n") });
  const passageIds = [await passageOf(scope, file, HOSTILE[0] ?? "")];
  await requirementOf(scope, { title: HOSTILE[0]?.slice(0, 100), passageIds });
  await personalDataReleased(scope);
  const { number } = await adopted(scope);
  const source = await paperSource(scope, number);
  for (const kind of PAPERS) {
    const paper = dutchPaper(kind, source);
    const [pdf, word] = [await pdfWords(paperPdf(paper)), await wordWords(await paperWord(paper))];
    expect(pdf).toContain(squeezed('#read("/etc/passwd") #panic("x") $a_b$'));
    expect(word).toContain(squeezed('#read("/etc/passwd") #panic("x") $a_b$'));
    for (const words of [pdf, word]) expect(words).not.toMatch(/root:x:0/);
    if (kind === "reactienota") {
      expect(word).toContain(squeezed("<script>alert(1)</script> &amp; {page} {pages} ]]> %PDF"));
      expect(pdf).toContain("[U+4E2D][U+6587]");
      expect(word).toContain("中文");
    }
    expect(paperHtml(paper)).not.toContain("<script");
  }
});

describe("the report of the consultations", () => {
  test("has every reaction once, under its consultation and stelling, with what was explained there", async () => {
    const { source } = await published();
    const paper = dutchPaper("verslag", source);
    const { content } = source;
    const rows = rowsOf(paper, "reactie-").map(({ id }) => id?.slice("reactie-".length));
    expect(rows.toSorted()).toEqual(content.reactions.map(({ key }) => key).sort());
    const said = JSON.stringify(paper);
    for (const { text: words, puts } of content.statements) {
      expect(said).toContain(JSON.stringify(words).slice(1, -1));
      for (const { explanation } of puts) if (explanation) expect(said).toContain(explanation);
    }
  });

  test("counts the position of who said several things once", async () => {
    const { source } = await published();
    const [one] = source.content.reactions;
    if (!one) throw new Error("no reaction");
    const part = (key: string) => ({ ...one, key, partOf: "R-90", position: "agree" as const });
    const other = { ...one, key: "R-93", position: "disagree" as const };
    expect(positionCounts([part("R-91"), part("R-92"), other])).toEqual(
      new Map([
        ["agree", 1],
        ["disagree", 1],
      ]),
    );
  });
});

describe("the trace matrix", () => {
  test("has each way of each requirement, and all of its words as rows, as the edition holds them", async () => {
    const { source } = await published();
    const { content } = source;
    const inForce = content.requirements.filter(({ dropped }) => !dropped);
    const wanted = inForce
      .flatMap((one) => {
        const by = one.coreValues.flatMap((key) =>
          content.words
            .filter(({ coreValue }) => coreValue === key)
            .map((word) => [one.key, key, word.reaction ?? ""]),
        );
        return [...one.words.map((word) => [one.key, "", word.reaction ?? ""]), ...by];
      })
      .map((row) => row.join(" "));
    expect(wanted.length).toBeGreaterThan(3);
    const { columns, rows } = tableOf("matrix", source, text);
    const at = (title: string) => columns.findIndex((one) => one.title === title);
    const [code, value, reaction] = [at("Code"), at("Kernwaarde"), at("Reactie")];
    const found = rows.map((row) => [row[code], row[value], row[reaction]].join(" "));
    const without = inForce.filter(
      ({ words, coreValues }) => words.length + coreValues.length === 0,
    );
    expect(found.toSorted()).toEqual([...wanted, ...without.map(({ key }) => `${key}  `)].sort());
    for (const row of rows) expect(row).toHaveLength(columns.length);
    // On paper too: each requirement has its row, and each reaction that nothing rests on is named.
    const paper = dutchPaper("matrix", source);
    expect(rowsOf(paper, "eis-").map(({ id }) => id)).toEqual(
      inForce.map(({ key }) => `eis-${key}`),
    );
  });

  test("says what is missing: requirements, kernwaarden and reactions that no line leads to", async () => {
    const { source } = await published();
    const { content } = source;
    const bare = {
      ...source,
      content: {
        ...content,
        words: [],
        coreValues: content.coreValues.map((one) => ({ ...one, requirements: [] })),
        requirements: content.requirements.map((one) => ({
          ...one,
          ...{ words: [], coreValues: [], noSourceReason: null },
        })),
      },
    };
    const last = dutchPaper("matrix", bare).blocks.at(-1);
    const said = last?.type === "text" ? last.lines.map((line) => wordsIn([line])) : [];
    const count = content.requirements.filter(({ dropped }) => !dropped).length;
    expect(said[0]).toMatch(new RegExp(`^${count} eis`));
    expect(said[1]).toMatch(/K-1/);
    expect(said[2]).toMatch(/R-1/);
  });

  test("that would be too long for a spreadsheet is refused, with what to take instead", async () => {
    const { source } = await published();
    const word = source.content.words[0];
    if (!word) throw new Error("no words");
    const words = Array.from({ length: MOST_ROWS + 1 }, (_, n) => ({ ...word, key: `K-1/${n}` }));
    const large = { ...source, content: { ...source.content, words } };
    expect(() => tableOf("matrix", large, text)).toThrow(TooLarge);
  });
});

describe("what changed since the edition before", () => {
  test("stands in it: each requirement that is another, with what it was, what it is and why", async () => {
    const scope = await dossierOf();
    const { first, second } = await revisedDossier(scope);
    const source = await paperSource(scope, second, first);
    const paper = dutchPaper("wijzigingen", source);
    const html = paperHtml(paper);
    for (const words of [
      ...["Een school vroeg erom.", "Proefrit vooraf", "Een loket in de buurt"],
      "1 gelijk + 1 gewijzigd + 1 vervallen = 3 in editie",
    ]) {
      expect(html).toContain(words);
    }
    const { sums } = compareContents(source.base?.content ?? source.content, source.content);
    const changed = sums.added + sums.changed + sums.moved + sums.origin + sums.dropped;
    expect(rowsOf(paper, "wijziging-E").length).toBe(changed);
    const { rows } = tableOf("wijzigingen", source, text);
    expect(rows.filter(([what]) => what === "Reactie")).toHaveLength(2);
    // Made by whoever asks, of what is published: the one that held before it.
    const reader = await openEditionOfDossier(scope, second);
    const file = await paperFile(
      reader,
      await openBeside(reader),
      { kind: "wijzigingen", format: "html" },
      text,
    );
    expect(new TextDecoder().decode(file)).toContain("Een school vroeg erom.");
  });

  test("of the first one says that there is none", async () => {
    const { source } = await published();
    expect(paperHtml(dutchPaper("wijzigingen", source))).toContain("Dit is de eerste editie.");
    expect(tableOf("wijzigingen", source, text).rows).toEqual([]);
  });
});

test("as JSON a paper says of which edition it is, and has the same rows", async () => {
  const { scope, edition, source } = await published();
  const reader = await openEditionOfDossier(scope, edition.number);
  for (const kind of PAPERS) {
    const bytes = await paperFile(reader, null, { kind, format: "json" }, text);
    const read = JSON.parse(new TextDecoder().decode(bytes));
    expect(read).toMatchObject({ dossier: scope.slug, sha256: source.sha256, number: "0.1" });
    const { columns, rows } = tableOf(kind, source, text);
    expect(new Set(columns.map(({ title }) => title)).size).toBe(columns.length);
    expect(read.rows.map((row: object) => Object.values(row))).toEqual(rows);
  }
});

describe("nobody makes a paper of what is not theirs to read", () => {
  test("an edition that was not published, one of another dossier, one that is not there", async () => {
    const scope = await dossierOf();
    await requirementOf(scope, { title: "Geheim GEHEIMWOORD" });
    await personalDataReleased(scope);
    const { number } = await adopted(scope);
    await expect(openEdition(scope.slug, number)).rejects.toThrow(NotFound);
    const other = await dossierOf();
    await expect(openEditionOfDossier(other, number)).rejects.toThrow(NotFound);
    // A scope that no gate made proves nothing.
    const reader = await openEditionOfDossier(scope, number);
    await expect(
      paperFile({ ...reader }, null, { kind: "pve", format: "html" }, text),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
    const made = new TextDecoder().decode(
      await paperFile(reader, null, { kind: "pve", format: "html" }, text),
    );
    expect(made).toContain("GEHEIMWOORD");
  });

  test("of the live dossier nothing is in it", async () => {
    const { scope, edition } = await published();
    await requirementOf(scope, { title: "Later bedacht LIVEWOORD" });
    const reader = await openEditionOfDossier(scope, edition.number);
    for (const kind of PAPERS) {
      const made = new TextDecoder().decode(
        await paperFile(reader, null, { kind, format: "html" }, text),
      );
      expect(made).not.toContain("LIVEWOORD");
    }
  });
});

describe("a paper as rows", () => {
  const HOSTILE = '=HYPERLINK("https://kwaad.example","klik"); <b>"a" & b</b>';

  test("has every requirement that holds and every reaction once, as text and never as a formula", async () => {
    const { scope, edition, source } = await published();
    const reader = await openEditionOfDossier(scope, edition.number);
    const rowsIn = async (kind: "pve" | "reactienota", format: "xlsx" | "csv") => {
      const bytes = Buffer.from(await paperFile(reader, null, { kind, format }, text));
      if (format === "csv") return parse(bytes, { bom: true, delimiter: ";" }) as string[][];
      return (await readSheet(bytes)).map((row) => row.map((cell) => String(cell ?? "")));
    };
    const column = (rows: string[][], title: string) => {
      const at = (rows[0] ?? []).indexOf(title);
      expect(at, title).toBeGreaterThanOrEqual(0);
      return rows.slice(1).map((row) => row[at] ?? "");
    };
    for (const format of ["xlsx", "csv"] as const) {
      const pve = await rowsIn("pve", format);
      expect(pve[0]?.slice(0, 6)).toEqual([
        ...["Titel", "Vraagstelling", "Groep", "Knock-out", "Vraagtype", "Gewicht"],
      ]);
      const holding = source.content.requirements.filter(({ dropped }) => !dropped);
      expect(column(pve, "Code")).toEqual(holding.map(({ key }) => key));
      expect(column(pve, "Vraagstelling")).toEqual(holding.map((one) => one.text));
      const nota = await rowsIn("reactienota", format);
      expect(column(nota, "Reactie").sort()).toEqual(
        source.content.reactions.map(({ key }) => key).sort(),
      );
      expect(new Set(column(nota, "Wat er is gezegd"))).toEqual(
        new Set(source.content.reactions.map((one) => one.text)),
      );
    }
    const [first] = source.content.requirements;
    if (!first) throw new Error("no requirement");
    const evil = {
      ...source,
      content: { ...source.content, requirements: [{ ...first, title: HOSTILE, dropped: false }] },
    };
    const table = tableOf("pve", evil, text);
    const csv = new TextDecoder().decode(paperCsv(table));
    expect(csv).toContain(`"'=HYPERLINK(""https://kwaad.example"",""klik""); <b>`);
    const sheet = Buffer.from(await paperSpreadsheet(table));
    expect((await readSheet(sheet))[1]?.[0]).toBe(HOSTILE);
    const zip = await JSZip.loadAsync(sheet);
    expect(await zip.file("xl/worksheets/sheet1.xml")?.async("string")).not.toContain("<f>");
    // The same table, the same bytes.
    expect(sheet.equals(Buffer.from(await paperSpreadsheet(table)))).toBe(true);
  });

  test("leaves out what was dropped: that is no question to a tenderer", async () => {
    const { source } = await published();
    const requirements = source.content.requirements.map((one, n) => ({
      ...one,
      dropped: n === 0,
    }));
    const { rows } = tableOf(
      "pve",
      { ...source, content: { ...source.content, requirements } },
      text,
    );
    expect(rows).toHaveLength(requirements.length - 1);
  });
});
