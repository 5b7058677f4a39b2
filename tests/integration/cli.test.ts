import fs from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { sql } from "drizzle-orm";
import JSZip from "jszip";
import mammoth from "mammoth";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { herleid as program } from "@/cli/commands";
import { database, openShared, rowsOf, shareDatabase } from "@/db/client";
import { sha256 } from "@/db/hash";
import { workHere } from "@/domain/accounts/gate";
import { HEADS_FORMAT, type KeptHeads } from "@/domain/audit/model";
import { startDossier } from "@/domain/dossiers/commands";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { PAPERS } from "@/domain/papers/model";
import { findPersonalData } from "@/domain/privacy/rules";
import { type DryRunReport, dryRunReport } from "@/domain/proposal/model";
import { specificationDocument } from "@/domain/publication/queries";
import { sentencesIn } from "@/i18n/sentence";
import { freshDatabase } from "@/tests/database";
import { nameIn } from "@/tests/e2e/corrected";
import { coreValueIn } from "@/tests/factories/core-values";
import { adopted } from "@/tests/factories/editions";
import { dossierOf, person } from "@/tests/factories/people";
import { tracedDossier } from "@/tests/factories/trace";
import { scratchFolder } from "@/tests/processes";
import { realSource, sourcesPresent } from "@/tests/sources";
import { tellsOf, unpacked } from "@/tests/tells";

/*
 * Every command of the terminal, as a function: what it prints and the code it ends with. That the
 * program itself hands these on, and leaves the database whole, is proved in tests/process.
 */
freshDatabase();
beforeAll(async () => {
  // A command closes the database when it is done; this one goes on to the next.
  shareDatabase({ ...(await openShared()), close: async () => {} });
});

const EXAMPLE = path.join("tests", "example", "notulen-ouders-en-scholen.md");
const SYSTEM = { type: "system", name: "test" } as const;

/** One sentence (or a few) on one line: no stack, no name of an error class. */
function expectSentence(stderr: string): void {
  expect(stderr.trim()).not.toBe("");
  expect(stderr.trim().split("\n"), stderr).toHaveLength(1);
  expect(stderr).toMatch(/^\S+( \S+)+\.\s*$/);
  expect(stderr).not.toMatch(/Error\b|\bat .*:\d+|undefined|\[object/);
}

let printed = { stdout: "", stderr: "" };
beforeEach(() => {
  const taken = (stream: "stdout" | "stderr") =>
    vi.spyOn(process[stream], "write").mockImplementation((part) => {
      printed[stream] += part;
      return true;
    });
  taken("stdout");
  taken("stderr");
  vi.spyOn(console, "error").mockImplementation((line) => {
    printed.stderr += `${line}\n`;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Runs one command. @returns what it printed since the one before. */
async function herleid(args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  printed = { stdout: "", stderr: "" };
  const code = await program(args);
  return { code, ...printed };
}

describe("locate", () => {
  const write = (name: string, content: string | Uint8Array) => {
    const file = path.join(scratchFolder(), name);
    fs.writeFileSync(file, content);
    return file;
  };
  const OLD =
    "# Verslag 🚌\r\n\r\nDe chauffeur moet ouders bellen.\r\n\r\nDe bus is altijd op tijd.\r\n\r\nKoffie staat klaar in de hal.\r\n";
  const QUOTES = [
    { start: 13, end: 45 },
    { start: 47, end: 71 },
    { start: 74, end: 103 },
  ];
  const quotes = () => write("quotes.json", JSON.stringify(QUOTES));

  test("places quotes in code points of the normalised texts, in exactly these fields", async () => {
    const old = write("oud.txt", OLD);
    const now =
      "# Verslag van de bus 🚌🚌\n\nDe chauffeur kan ouders bellen.\n\nDe bus is altijd op tijd.\n";
    const { code, stdout, stderr } = await herleid([
      "locate",
      old,
      write("nieuw.md", `\ufeff${now}`),
      "--quotes",
      quotes(),
      "--json",
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const rows = JSON.parse(stdout);
    const words = (row: { start: number; end: number }) =>
      [...now].slice(row.start, row.end).join("");
    expect(rows.map(({ status }: { status: string }) => status)).toEqual([
      "proposed",
      "exact",
      "orphan",
    ]);
    expect(words(rows[0])).toBe("De chauffeur kan ouders bellen.");
    expect(words(rows[1])).toBe("De bus is altijd op tijd");
    expect(rows[1].score).toBe(1);
    expect(rows[2]).toEqual({ status: "orphan", start: null, end: null, score: 0 });
    for (const row of rows) expect(Object.keys(row)).toEqual(["status", "start", "end", "score"]);
  });

  test("says the same in words, and reads every format that import reads", async () => {
    const old = write("oud.txt", OLD);
    const now = write(
      "nieuw.html",
      "<!doctype html><h1>Verslag</h1><p>De bus is altijd op tijd.</p>",
    );
    const { code, stdout } = await herleid(["locate", old, now, "--quotes", quotes()]);
    expect(code).toBe(0);
    expect(stdout).toContain("De bus is altijd op tijd");
    expect(stdout).toContain("Er is niets opgeslagen.");
  });

  test.each<[string, () => string[]]>([
    ["no file", () => [write("oud.txt", OLD), path.join(scratchFolder(), "weg.txt"), quotes()]],
    [
      "a file that is no text",
      () => [write("oud.txt", OLD), write("x.txt", new Uint8Array(9)), quotes()],
    ],
    [
      "quotes that are no JSON",
      () => [write("oud.txt", OLD), write("n.txt", OLD), write("q.json", "[")],
    ],
    [
      "quotes without an end",
      () => [write("oud.txt", OLD), write("n.txt", OLD), write("q.json", '[{"start":1}]')],
    ],
    ["no list", () => [write("oud.txt", OLD), write("n.txt", OLD), write("q.json", "{}")]],
    [
      "an end before the start",
      () => [write("oud.txt", OLD), write("n.txt", OLD), write("q.json", '[{"start":5,"end":5}]')],
    ],
    [
      "a place outside the text",
      () => [
        write("oud.txt", OLD),
        write("n.txt", OLD),
        write("q.json", '[{"start":0,"end":9999}]'),
      ],
    ],
  ])("refuses %s in a sentence", async (_what, files) => {
    const [old = "", now = "", quoted = ""] = files();
    const { code, stdout, stderr } = await herleid([
      "locate",
      old,
      now,
      "--quotes",
      quoted,
      "--json",
    ]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expectSentence(stderr);
  });
});

describe("help and usage", () => {
  test.each([
    [["--help"], ["import", "export", "migrate", "user", "example"]],
    [
      ["import", "--help"],
      ["--dossier", "--dry-run", "--json"],
    ],
    [
      ["export", "--help"],
      ["--dossier", "--format", "--out"],
    ],
    [
      ["locate", "--help"],
      ["--quotes", "--json"],
    ],
    [["migrate", "--help"], []],
    [["example", "--help"], []],
    [
      ["user", "--help"],
      ["add", "link", "disable"],
    ],
    [
      ["user", "add", "--help"],
      ["--email", "--name", "--kind", "--role"],
    ],
    [["user", "link", "--help"], ["--email"]],
    [
      ["user", "disable", "--help"],
      ["--email", "--undo"],
    ],
  ])("%j explains itself", async (args, words) => {
    const { code, stdout, stderr } = await herleid(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const word of words) expect(stdout).toContain(word);
    // A path that stands in no catalogue is printed as it is.
    expect(stdout).not.toMatch(/cli\.herleid|herleid\.\w/);
  });

  test.each([
    [[]],
    [["bestaatniet"]],
    [["import", "a.md"]],
    [["import", "a.md", "--nope"]],
    [["export", "--dossier", "x", "--out", "y"]],
    [["export", "--dossier", "x", "--format", "rtf", "--out", "y"]],
    [["user"]],
    [["user", "add", "--email", "a@b.nl", "--name", "A", "--kind", "koning"]],
  ])("%j is bad usage", async (args) => {
    const { code, stdout, stderr } = await herleid(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.trim()).not.toBe("");
  });
});

describe("import --dry-run", () => {
  test("shows as one JSON object what an import would find, and stores nothing", async () => {
    const { code, stdout, stderr } = await dryRun(EXAMPLE);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const report = checkReport(stdout, EXAMPLE);
    expect(report.unplaced).toEqual([]);
    expect(report.documents).toHaveLength(1);
    expect(report.documents[0]).toMatchObject({ kind: "meeting", date: "2026-03-04" });
    expect(await countSources()).toBe(0);
  });

  test("offsets count code points, also behind signs that take two places", async () => {
    const file = path.join(scratchFolder(), "tekens.md");
    fs.writeFileSync(
      file,
      "# Gesprek 🙂\r\n\r\n- Een 👩‍👧 reist mee.\r\n- De bus is 🚌 te laat.\r\n",
    );
    checkReport((await dryRun(file)).stdout, file);
  });

  test("without --json it is a list to read", async () => {
    const { code, stdout } = await herleid(["import", EXAMPLE, "--dry-run"]);
    expect(code).toBe(0);
    expect(stdout).toContain("Er is niets opgeslagen.");
    expect(stdout).toContain("Stelling");
  });

  test.skipIf(!sourcesPresent)("finds what stands in the real minutes", async () => {
    const file = realSource("minutes");
    const report = checkReport((await dryRun(file)).stdout, file);
    expect(report.unplaced).toEqual([]);
    const found = report.documents.map(({ kind, date, time, sector, statements }) => {
      return { kind, date, time, sector, statements: statements.length };
    });
    expect(found).toEqual([
      { kind: "meeting", date: "2017-07-06", time: "12:00", sector: "PO", statements: 3 },
      { kind: "meeting", date: "2017-06-29", time: "10:00", sector: "VO", statements: 2 },
      expect.objectContaining({ kind: "interview", statements: 0 }),
    ]);
    const [po, vo] = report.documents;
    expect(po?.statements[0]?.text).toBe(vo?.statements[0]?.text);
    const speakers = new Set(
      report.documents.flatMap(({ blocks }) => blocks.map((b) => b.speaker)),
    );
    for (const speaker of ["X", "Professionals", "Schoolcoach", "Vraag uit de zaal"]) {
      expect([...speakers]).toContain(speaker);
    }
  });

  test.skipIf(!sourcesPresent)("finds the parts of the real information sheet", async () => {
    const file = realSource("sheet");
    const report = checkReport((await dryRun(file)).stdout, file);
    expect(report.unplaced).toEqual([]);
    const kinds = report.documents.flatMap(({ blocks }) => blocks.map((block) => block.kind));
    expect(kinds).toContain("expectation");
    expect(kinds).toContain("concern");
  });
});

describe("consensus", () => {
  const write = (name: string, content: string) => {
    const file = path.join(scratchFolder(), name);
    fs.writeFileSync(file, content);
    return file;
  };
  const votes = () =>
    write(
      "votes.csv",
      "timestamp,datetime,comment-id,voter-id,vote\n" +
        "1,x,0,a,-1\n2,x,0,a,1\n1,x,0,b,1\n1,x,0,c,0\n1,x,3,c,-1\n1,x,0,d,1\n",
    );
  const groups = () => write("groups.csv", "voter-id,group\na,ouders\nb,ouders\nc,scholen\n");

  test("prints exactly what was agreed", async () => {
    const ended = await herleid(["consensus", votes(), "--groups", groups(), "--json"]);
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(ended.stdout)).toEqual({
      statements: [
        {
          id: "0",
          groups: {
            ouders: { agree: 2, disagree: 0, pass: 0, seen: 2, p: 3 / 4 },
            scholen: { agree: 0, disagree: 0, pass: 1, seen: 1, p: 1 / 3 },
          },
          consensus: (3 / 4) * (1 / 3),
        },
        {
          id: "3",
          groups: {
            ouders: { agree: 0, disagree: 0, pass: 0, seen: 0, p: 1 / 2 },
            scholen: { agree: 0, disagree: 1, pass: 0, seen: 1, p: 1 / 3 },
          },
          consensus: (1 / 2) * (1 / 3),
        },
      ],
      overall: { agree: ["0"], disagree: ["3"] },
      representative: {
        ouders: [{ id: "0", direction: "agree" }],
        scholen: [{ id: "0", direction: "disagree" }],
      },
    });
  });

  test("says it in words, and without groups of everybody as one", async () => {
    const { code, stdout } = await herleid(["consensus", votes()]);
    expect(code).toBe(0);
    expect(stdout).toContain("5 stemmen tellen, van 4 personen op 2 stellingen.");
    expect(stdout).toContain("all: 3 eens, 0 oneens, 1 geen mening (P 0.67)");
  });

  test("refuses with row and column", async () => {
    const bad = write("stemmen.csv", "timestamp,comment-id,voter-id,vote\n1,1,1,1\n1,1,1,eens\n");
    const ended = await herleid(["consensus", bad, "--json"]);
    expect(ended).toMatchObject({ code: 1, stdout: "" });
    expectSentence(ended.stderr);
    expect(ended.stderr).toContain("stemmen.csv, rij 3, kolom ‘vote’");
    const gone = await herleid(["consensus", votes(), "--groups", "weg.csv"]);
    expect(gone).toMatchObject({ code: 1, stdout: "" });
    expectSentence(gone.stderr);
  });
});

describe("check", () => {
  const write = (content: string | Uint8Array) => {
    const file = path.join(scratchFolder(), "eisen.txt");
    fs.writeFileSync(file, content);
    return file;
  };
  const LINES =
    "\ufeffDe 🚌 komt zo snel mogelijk.\r\n\r\nDe opdrachtnemer reageert binnen 2 werkdagen.\nDe coach van Zilliz komt vaak.\n";

  test("prints exactly what was agreed, with the numbers of the lines", async () => {
    const ended = await herleid(["check", write(LINES), "--names", "Zilliz", "--json"]);
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    const message = expect.stringMatching(/^\S.+\. \S.+\.$/);
    expect(JSON.parse(ended.stdout)).toEqual([
      { line: 1, findings: [{ rule: "noTerm", severity: "fout", start: 10, end: 26, message }] },
      { line: 3, findings: [] },
      {
        line: 4,
        findings: [
          { rule: "brand", severity: "fout", start: 13, end: 19, message },
          { rule: "vagueFrequency", severity: "let op", start: 25, end: 29, message },
        ],
      },
    ]);
  });

  test("says it in words, and checks stellingen", async () => {
    const { code, stdout } = await herleid(["check", write(LINES)]);
    expect(code).toBe(0);
    expect(stdout).toContain("Regel 1: De 🚌 komt zo snel mogelijk.");
    expect(stdout).toContain("  fout: ‘zo snel mogelijk’ zegt niet wanneer.");
    expect(stdout).toContain("3 eisen nagekeken: 1 fout, 1 keer let op, 0 tips.");
    const twice = write("Dit is goed. Dat moet beter.\n");
    const said = await herleid(["check", twice, "--statements", "--json"]);
    expect(JSON.parse(said.stdout)[0].findings).toMatchObject([{ rule: "severalSubjects" }]);
  });

  test("refuses what is no text", async () => {
    const ended = await herleid(["check", write(new Uint8Array([0xe9, 0x0a])), "--json"]);
    expect(ended).toMatchObject({ code: 1, stdout: "" });
    expectSentence(ended.stderr);
  });
});

describe("what cannot be imported", () => {
  const text = "Het gesprek ging over de bus. Één ouder was er.";
  const bad: [string, string, Uint8Array][] = [
    ["binary", "foto.md", new Uint8Array([0, 1, 2, 3, 0, 255, 254, 0, 9, 0])],
    ["empty", "leeg.md", new Uint8Array()],
    ["blank", "wit.txt", Buffer.from(" \n\t\n ")],
    ["100,000 lines", "lang.txt", Buffer.from("regel\n".repeat(100_000))],
    ["a PDF by another name", "notulen.txt", Buffer.from(`%PDF-1.7\n${text}`)],
    [
      "a Word file by another name",
      "notulen.md",
      Buffer.from("PK\u0003\u0004\u0014\u0000\u0006", "latin1"),
    ],
    ["another kind of file", "notulen.docx", Buffer.from(text)],
    ["over 10 MB", "groot.txt", Buffer.alloc(10 * 1024 * 1024 + 1, "a ")],
  ];

  test.each(bad)("%s: one clear sentence", async (_what, name, bytes) => {
    const file = path.join(scratchFolder(), name);
    fs.writeFileSync(file, bytes);
    const { code, stdout, stderr } = await dryRun(file);
    expect({ code, stdout }, stderr).toEqual({ code: 1, stdout: "" });
    expectSentence(stderr);
    expect(stderr).toContain(name);
  });

  test("a file that is not there, and a folder", async () => {
    for (const file of [path.join(scratchFolder(), "weg.md"), scratchFolder()]) {
      const { code, stdout, stderr } = await dryRun(file);
      expect({ code, stdout }, stderr).toEqual({ code: 1, stdout: "" });
      expectSentence(stderr);
    }
  });

  test("nothing of it is stored", async () => {
    const { slug } = await dossierOf(await person());
    const file = path.join(scratchFolder(), "leeg.md");
    fs.writeFileSync(file, "");
    const { code, stdout, stderr } = await herleid(["import", file, "--dossier", slug]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expectSentence(stderr);
    expect(await countSources()).toBe(0);
  });

  test("a dossier that is not there", async () => {
    const { code, stdout, stderr } = await herleid(["import", EXAMPLE, "--dossier", "weg"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expectSentence(stderr);
  });
});

test("imports into a dossier, and recognises the same file", async () => {
  const { slug } = await dossierOf(await person());
  const first = await herleid(["import", EXAMPLE, "--dossier", slug, "--json"]);
  expect(first, first.stderr).toMatchObject({ code: 0, stderr: "" });
  const result = JSON.parse(first.stdout) as { sha256: string; documents: number };
  expect(result).toMatchObject({ documents: 1, sha256: sha256(fs.readFileSync(EXAMPLE)) });

  const again = await herleid(["import", EXAMPLE, "--dossier", slug]);
  expect(again).toMatchObject({ code: 1, stdout: "" });
  expectSentence(again.stderr);
  expect(await countSources()).toBe(1);
});

test("makes the example once, and exports its Programma van Eisen to Word", async () => {
  const made = await herleid(["example"]);
  expect(made, made.stderr).toMatchObject({ code: 0, stderr: "" });
  const again = await herleid(["example"]);
  expect(again).toMatchObject({ code: 0, stderr: "" });
  const [, slug = ""] = again.stdout.match(/\/dossiers\/([\w-]+)/) ?? [];
  expect(made.stdout).toContain(`/dossiers/${slug}`);

  const out = path.join(scratchFolder(), "pve.docx");
  const args = ["export", "--dossier", slug, "--format", "docx", "--out"];
  expect(await herleid([...args, out])).toMatchObject({ code: 0, stderr: "" });
  const { value: words } = await mammoth.extractRawText({ path: out });
  const document = await specificationDocument(await openDossierToRead(SYSTEM, slug));
  const requirements = document.chapters.flatMap((chapter) => chapter.requirements);
  expect(requirements.length).toBeGreaterThanOrEqual(25);
  for (const { code, title } of requirements) {
    expect(words).toContain(code);
    expect(words).toContain(title);
  }

  expect(words).toContain("De namen van sprekers zijn weggelaten.");
  const named = await herleid([...args, out, "--with-names"]);
  expect(named).toMatchObject({ code: 0, stderr: "" });
  expect((await mammoth.extractRawText({ path: out })).value).toContain(
    "Dit document bevat namen van sprekers.",
  );

  const nowhere = await herleid([...args, path.join(out, "erin", "pve.docx")]);
  expect(nowhere).toMatchObject({ code: 1, stdout: "" });
  expectSentence(nowhere.stderr);
  const unknown = await herleid(["export", "--dossier", "weg", "--format", "docx", "--out", out]);
  expect(unknown).toMatchObject({ code: 1, stdout: "" });
  expectSentence(unknown.stderr);
});

test("nothing goes out while personal data is open, and the log says who answered for it", async () => {
  const { slug } = await dossierOf(await person(), { title: "Vraag van mevrouw Ottens" });
  const folder = scratchFolder();
  const file = path.join(folder, "verslag.md");
  fs.writeFileSync(file, "# Verslag\n\nMevrouw Ottens belt 06-12345678.\n");
  expect(await herleid(["import", file, "--dossier", slug])).toMatchObject({ code: 0 });

  const out = path.join(folder, "pve.docx");
  const args = ["export", "--dossier", slug, "--format", "docx", "--out", out];
  const refused = await herleid(args);
  expect(refused).toMatchObject({ code: 1, stdout: "" });
  expect(refused.stderr).toContain("over 2 persoonsgegevens is nog niet beslist");
  expect(refused.stderr).not.toMatch(/Ottens|06-12345678/);
  expect(fs.existsSync(out)).toBe(false);

  const released = await herleid([...args, "--release-reason", "De raad wacht."]);
  expect(released, released.stderr).toMatchObject({ code: 0, stderr: "" });
  const { value } = await mammoth.extractRawText({ path: out });
  expect(value).toContain("Vraag van [naam verwijderd]");
  expect(value).not.toContain("Ottens");
  const log = await herleid(["audit", "export", "--dossier", slug]);
  expect(log).toMatchObject({ code: 0 });
  expect(log.stdout).toContain("dossier.releasePersonalData");
  expect(log.stdout).not.toContain("Ottens");
});

describe("a terminal names nobody", () => {
  const SHEET = `# Informatie\n\nMevrouw Ottens van Stichting Zonnebloem belt 06-12345678.\n`;
  const namesIn = (text: string) => findPersonalData(text).map((found) => found.text);

  /** Each command that says something of a file, or of the dossier it is brought into under a name. */
  async function expectNobody(text: string, names: string[]): Promise<void> {
    const tells = tellsOf(names);
    const [name = ""] = names;
    const { slug } = await startedDossier(`Vraag van ${name}`);
    expect(tells(slug)).toEqual([]);
    const file = path.join(scratchFolder(), `Verslag van ${name}.md`);
    const quotes = path.join(scratchFolder(), "quotes.json");
    const out = path.join(scratchFolder(), "pve.docx");
    fs.writeFileSync(file, text);
    const { start, end } = findPersonalData(text)[0] ?? { start: 0, end: 1 };
    fs.writeFileSync(quotes, JSON.stringify([{ start, end: end + 20 }]));
    const dossier = ["--dossier", slug];
    for (const args of [
      ["import", file, "--dry-run"],
      ["locate", file, file, "--quotes", quotes],
      ["import", file, ...dossier],
      ["import", file, ...dossier],
      ["export", ...dossier, "--format", "docx", "--out", out],
      ["export", ...dossier, "--format", "docx", "--out", out, "--with-names"],
      ["export", ...dossier, "--format", "docx", "--out", out, "--release-reason", "Zo nodig."],
      ["numbers", ...dossier],
      ["audit", "export", ...dossier],
      ["audit", "export"],
      ["audit", "check"],
      ["audit", "heads"],
    ]) {
      const { stdout, stderr } = await herleid(args);
      expect(stdout + stderr, args.join(" ")).not.toBe("");
      expect(tells(stdout + stderr), args.join(" ")).toEqual([]);
    }
    expect(tells(await unpacked(fs.readFileSync(out)))).toEqual([]);
  }

  test("of whom a file, its name and the title of the dossier tell", async () => {
    await expectNobody(SHEET, ["mevrouw Ottens", "Ottens", ...namesIn(SHEET)]);
  });

  test.skipIf(!sourcesPresent).each(["minutes", "sheet"] as const)(
    "of the real %s",
    async (name) => {
      const text = fs.readFileSync(realSource(name), "utf8");
      const person = nameIn(text, name);
      await expectNobody(text, [person, ...person.split(" "), ...namesIn(text)]);
    },
  );
});

/** A dossier that was started at the site, so that its address is made of its title. */
async function startedDossier(title: string): Promise<{ slug: string }> {
  const details = { title, contractingAuthority: "Gemeente Proefstad", subject: "" };
  return startDossier(workHere(await person()), details);
}

test("adds people, makes links and switches accounts off", async () => {
  vi.stubEnv("NEXTAUTH_URL", "https://herleid.voorbeeld.example");
  const email = "piet@voorbeeld.example";
  const add = ["user", "add", "--email", email, "--name", "Piet Post"];

  const unknown = await herleid([...add, "--dossier", "weg"]);
  expect(unknown).toMatchObject({ code: 1, stdout: "" });
  expectSentence(unknown.stderr);
  // The account was not added either, so this is the first.
  expect(await herleid(add)).toMatchObject({ code: 0, stderr: "" });
  const twice = await herleid(add);
  expect(twice).toMatchObject({ code: 1, stdout: "" });
  expect(twice.stderr).not.toMatch(/Error\b|\bat .*:\d+/);

  const link = await herleid(["user", "link", "--email", email]);
  expect(link.code).toBe(0);
  // Only the link stands on stdout, so that it can be passed on.
  expect(link.stdout).toMatch(/^https:\/\/herleid\.voorbeeld\.example\/aanmelden\/[\w-]{43}\n$/);
  vi.stubEnv("NEXTAUTH_URL", "");
  const noAddress = await herleid(["user", "link", "--email", email]);
  expect(noAddress).toMatchObject({ code: 1, stdout: "" });
  expectSentence(noAddress.stderr);
  vi.stubEnv("NEXTAUTH_URL", "https://herleid.voorbeeld.example");

  expect(await herleid(["user", "disable", "--email", email])).toMatchObject({ code: 0 });
  const off = await herleid(["user", "link", "--email", email]);
  expect(off).toMatchObject({ code: 1, stdout: "" });
  const undo = ["user", "disable", "--email", email, "--undo"];
  expect(await herleid(undo)).toMatchObject({ code: 0 });
  expect(await herleid(["user", "link", "--email", email])).toMatchObject({ code: 0 });

  const nobody = await herleid(["user", "disable", "--email", "wie@voorbeeld.example"]);
  expect(nobody).toMatchObject({ code: 1, stdout: "" });
  expectSentence(nobody.stderr);
});

function dryRun(file: string) {
  return herleid(["import", file, "--dry-run", "--json"]);
}

async function countSources(): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    await database(),
    sql`select count(*)::int as n from source`,
  );
  return row?.n ?? -1;
}

/** One JSON object and nothing else, with each character that is not blank in exactly one place. */
function checkReport(stdout: string, file: string): DryRunReport {
  const report = dryRunReport.parse(JSON.parse(stdout));
  const bytes = fs.readFileSync(file);
  expect(report.file).toBe(path.basename(file));
  expect(report.sha256).toBe(sha256(bytes));
  // Read here once more, apart from the product's own reading.
  const text = bytes
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .normalize("NFC");
  const points = Array.from(text);
  expect(report.characters).toBe(points.length);
  const blocks = report.documents.flatMap((document) => document.blocks);
  expect(blocks.map((block) => block.n)).toEqual(blocks.map((_, i) => i + 1));
  const times = new Uint8Array(points.length);
  for (const { start, end, text: words } of blocks) {
    expect(points.slice(start, end).join("")).toBe(words);
    for (let i = start; i < end; i++) times[i] = (times[i] ?? 0) + 1;
  }
  for (const { start, end } of report.unplaced) {
    for (let i = start; i < end; i++) times[i] = (times[i] ?? 0) + 1;
  }
  const wrong = points.findIndex((point, i) =>
    point.trim() === "" ? (times[i] ?? 0) > 1 : times[i] !== 1,
  );
  let last = 0;
  for (const { start, end, text: words } of report.documents.flatMap((one) => one.personalData)) {
    expect(points.slice(start, end).join("")).toBe(words);
    expect(start).toBeGreaterThanOrEqual(last);
    last = end;
  }
  expect(wrong, `character ${wrong}: “${points.slice(wrong, wrong + 30).join("")}”`).toBe(-1);
  return report;
}

describe("audit", () => {
  test("export writes every row of the log, of a dossier with its names", async () => {
    const scope = await dossierOf(undefined, { title: "Vervoer" });
    const name = "Rust; en regelmaat";
    await coreValueIn(scope, { name });
    const folder = scratchFolder();
    const rowsOf = (file: string) =>
      parse(fs.readFileSync(file), { delimiter: ";", bom: true, columns: true }) as Record<
        string,
        string
      >[];
    const own = path.join(folder, "dossier.csv");
    const said = await herleid(["audit", "export", "--dossier", scope.slug, "--out", own]);
    expect(said).toMatchObject({ code: 0, stderr: "" });
    const [row] = rowsOf(own).filter((one) => one["Soort handeling"] === "coreValue.add");
    expect(row).toMatchObject({ Waar: "Vervoer", Keten: scope.dossierId });
    expect(row?.Wat).toContain(name);
    expect(rowsOf(own).map((one) => one.Regel)).toEqual(rowsOf(own).map((_, i) => String(i + 1)));

    const all = path.join(folder, "alles.csv");
    expect(await herleid(["audit", "export", "--out", all])).toMatchObject({ code: 0 });
    expect(fs.readFileSync(all, "utf8")).not.toContain(name);
    expect(rowsOf(all).filter((one) => one.Keten === scope.dossierId)).toHaveLength(
      rowsOf(own).length,
    );
    expect(rowsOf(all).length).toBeGreaterThan(rowsOf(own).length);
    // On the screen it is the same file.
    const shown = await herleid(["audit", "export", "--dossier", scope.slug]);
    expect(shown.stdout).toBe(fs.readFileSync(own, "utf8"));
    const unwritable = await herleid(["audit", "export", "--out", folder]);
    expect(unwritable.code).toBe(1);
    expectSentence(unwritable.stderr);
  });

  test("check says whether the log is whole, and heads keeps how far it is", async () => {
    const scope = await dossierOf();
    const file = path.join(scratchFolder(), "heads.json");
    expect(await herleid(["audit", "heads", "--out", file])).toMatchObject({ code: 0 });
    const { heads } = JSON.parse(fs.readFileSync(file, "utf8")) as KeptHeads;
    expect(heads.map(({ chain }) => chain)).toContain(scope.dossierId);
    const whole = await herleid(["audit", "check", "--heads", file]);
    expect(whole).toMatchObject({ code: 0, stderr: "" });
    expect(whole.stdout).toMatch(/^Het logboek is heel: \d+ regels/);

    const cut = heads.map((head) => ({ ...head, n: head.n + 1 }));
    fs.writeFileSync(file, JSON.stringify({ format: HEADS_FORMAT, at: "", heads: cut }));
    const broken = await herleid(["audit", "check", "--heads", file]);
    expect(broken.code).toBe(1);
    expect(broken.stdout).toContain("niet door Herleid ondertekend");
    expectSentence(broken.stderr);
    const read = await herleid(["audit", "check", "--heads", file, "--json"]);
    expect(JSON.parse(read.stdout)).toMatchObject({ whole: false, keys: true });

    fs.writeFileSync(file, "geen standen");
    const refused = await herleid(["audit", "check", "--heads", file]);
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expectSentence(refused.stderr);
  });
});

describe("editions", () => {
  test("one is written as it was adopted, checked, and what was changed is named with its place", async () => {
    const scope = await dossierOf();
    await tracedDossier(scope);
    const { sha256: kenmerk } = await adopted(scope);
    const folder = scratchFolder();
    const [file, changed] = [path.join(folder, "editie.json"), path.join(folder, "anders.json")];
    const written = await herleid([
      "export",
      "--dossier",
      scope.slug,
      "--edition",
      "0.1",
      "--format",
      "json",
      "--out",
      file,
    ]);
    expect(written).toMatchObject({ code: 0, stderr: "" });
    const whole = await herleid(["verify", file, "--sha256", kenmerk]);
    expect(whole).toMatchObject({ code: 0, stderr: "" });
    expect(whole.stdout).toContain(kenmerk);
    fs.writeFileSync(
      changed,
      fs.readFileSync(file, "utf8").replace("heeft één begeleider", "heeft één begeleidster"),
    );
    const found = await herleid(["verify", changed, "--against", file]);
    expect(found.code).toBe(1);
    expectSentence(found.stderr);
    expect(found.stdout).toContain("E-1.1");
    expect(found.stdout).toMatch(/teken \d+/);
    const said = JSON.parse((await herleid(["verify", file, changed, "--json"])).stdout);
    expect(said.map(({ state }: { state: string }) => state)).toEqual(["whole", "changed"]);
    const other = await herleid(["verify", file, "--sha256", "0".repeat(64)]);
    expect(other.code).toBe(1);
    expect((await herleid(["verify", EXAMPLE])).code).toBe(1);
  });

  test("a folder of one is checked file by file", async () => {
    const scope = await dossierOf();
    await tracedDossier(scope);
    await adopted(scope);
    const file = path.join(scratchFolder(), "editie.zip");
    const line = ["export", "--dossier", scope.slug, "--edition", "0.1", "--format", "zip"];
    expect((await herleid([...line, "--out", file])).code).toBe(0);
    const whole = await herleid(["verify", file]);
    expect(whole).toMatchObject({ code: 0, stderr: "" });
    const changed = async (change: (zip: JSZip) => void) => {
      const zip = await JSZip.loadAsync(fs.readFileSync(file));
      change(zip);
      fs.writeFileSync(`${file}.anders`, await zip.generateAsync({ type: "nodebuffer" }));
      return herleid(["verify", `${file}.anders`]);
    };
    const page = "eisen/E-1.1.html";
    for (const [change, named] of [
      [(zip: JSZip) => void zip.file(page, "Iets anders."), page],
      [(zip: JSZip) => void zip.remove(page), page],
      [(zip: JSZip) => void zip.file("extra.html", "Erbij."), "extra.html"],
    ] as const) {
      const found = await changed(change);
      expect(found.code).toBe(1);
      expect(found.stdout).toContain(named);
    }
    const nothing = await changed((zip) => void zip.remove("bestanden.json"));
    expect(nothing.code).toBe(1);
  });

  test("its documents are written, the same each time", async () => {
    const scope = await dossierOf();
    await tracedDossier(scope);
    await adopted(scope);
    const folder = scratchFolder();
    const line = ["export", "--dossier", scope.slug, "--edition", "0.1"];
    const written = async (name: string, ...more: string[]) => {
      const file = path.join(folder, name);
      const answer = await herleid([...line, ...more, "--out", file]);
      expect(answer).toMatchObject({ code: 0, stderr: "" });
      return fs.readFileSync(file);
    };
    const pdf = await written("a.pdf", "--document", "pve", "--format", "pdf");
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    const word = await written("a.docx", "--format", "docx");
    const { value } = await mammoth.extractRawText({ buffer: word });
    expect(value).toContain("Programma van Eisen");
    const nota = await written("a.html", "--document", "reactienota", "--format", "html");
    expect(nota.toString()).toContain("Reactienota");
    const rows = await written("a.csv", "--document", "pve", "--format", "csv");
    expect(rows.toString()).toContain(
      '"Titel";"Vraagstelling";"Groep";"Knock-out";"Vraagtype";"Gewicht"',
    );
    for (const document of PAPERS) {
      const json = await written(`${document}.json`, "--document", document, "--format", "json");
      expect(JSON.parse(json.toString()).number).toBe("0.1");
      const page = await written(`${document}.html`, "--document", document, "--format", "html");
      expect(page.toString()).toContain(sentencesIn("nl")(`papers.kind.${document}`));
    }
  });

  test("what does not go together is said", async () => {
    const { slug } = await dossierOf();
    const out = path.join(scratchFolder(), "x");
    for (const line of [
      ["export", "--dossier", slug, "--format", "json", "--out", out],
      ["export", "--dossier", slug, "--format", "docx", "--edition", "1", "--out", out],
      [
        "export",
        "--dossier",
        slug,
        "--format",
        "json",
        "--edition",
        "1",
        "--with-names",
        "--out",
        out,
      ],
      ["export", "--dossier", slug, "--format", "json", "--edition", "7", "--out", out],
      ["export", "--dossier", slug, "--document", "pve", "--format", "docx", "--out", out],
      [
        ...["export", "--dossier", slug, "--edition", "1", "--document", "pve"],
        ...["--format", "json", "--out", out],
      ],
      ["verify", out],
      ["verify", EXAMPLE, "--sha256", "kort"],
    ]) {
      const { code, stderr, stdout } = await herleid(line);
      expect(code).toBe(1);
      expect(stdout).toBe("");
      expectSentence(stderr);
      expect(fs.existsSync(out)).toBe(false);
    }
  });
});
