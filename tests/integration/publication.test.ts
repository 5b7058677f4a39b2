import fs from "node:fs";
import path from "node:path";
import JSZip from "jszip";
import mammoth from "mammoth";
import { beforeAll, expect, test } from "vitest";
import { sha256 } from "@/db/hash";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { formatDate } from "@/domain/kernel/dates";
import { Forbidden } from "@/domain/kernel/errors";
import { specificationDocument } from "@/domain/publication/queries";
import { wordDocument } from "@/domain/publication/render/word/document";
import { withLegalText } from "@/domain/publication/render/word/legal-text";
import { sentencesIn } from "@/i18n/sentence";
import { freshDatabase } from "../database";
import { CHAPTERS, CORE_VALUES, DOSSIER, FILES } from "../example/content";
import { loadExample } from "../example/load";
import { asIfReader, dossierOf, memberOf, SYSTEM } from "../factories/people";
import { sourceOf } from "../factories/sources";
import { requirementOf, tracedDossier, uncode, unlinkAll } from "../factories/trace";

freshDatabase();

const language = {
  text: sentencesIn("nl"),
  date: (value: string) => formatDate(value, "nl"),
};

let slug: string;

beforeAll(async () => {
  slug = (await loadExample()).slug;
});

/** What another library reads in the file that ours wrote. */
async function readBack(bytes: Uint8Array): Promise<string> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  return value.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#39;", "'");
}

test("a stakeholder cannot take the Programma van Eisen along", async () => {
  const scope = await dossierOf();
  const stakeholder = await memberOf(scope, "stakeholder");
  await expect(specificationDocument(asIfReader(stakeholder))).rejects.toThrow(Forbidden);
});

/** The document and its annex with the words, apart. */
function parted(html: string): { body: string; annex: string; sources: string } {
  const [body = "", rest = ""] = html.split(
    /<h1>(?:<a id="[^"]*"><\/a>)*Bijlage: herkomst van de eisen/,
  );
  const [annex = "", sources = ""] = rest.split(/<h1>(?:<a id="[^"]*"><\/a>)*Bijlage: bronnen/);
  return { body, annex, sources };
}

/** What stands under a heading of the second level. */
function under(annex: string, title: string): string {
  const from = annex.indexOf(`${title}</h2>`);
  expect(from, title).toBeGreaterThan(-1);
  return annex.slice(from).split("<h2>")[0] ?? "";
}

test("all that was put into the example stands in the Word document, in its place", async () => {
  const specification = await specificationDocument(await openDossierToRead(SYSTEM, slug));
  const html = await readBack(await wordDocument(specification, language));
  for (const words of Object.values(DOSSIER)) expect(html).toContain(words);
  const { body, annex, sources } = parted(html);
  const letters = { mandatory: "E", performance: "U", preference: "W" } as Record<string, string>;
  const values = new Map(CORE_VALUES.map((value, i) => [value.key, { ...value, number: i + 1 }]));
  let quotes = 0;
  for (const [i, chapter] of CHAPTERS.entries()) {
    expect(body).toContain(`${i + 1}. ${chapter.title}</h1>`);
    if (chapter.introduction) expect(body).toContain(chapter.introduction);
    for (const [j, one] of chapter.requirements.entries()) {
      const title = `${letters[one.kind ?? "mandatory"]}-${i + 1}.${j + 1} ${one.title}`;
      expect(body).toContain(`${title}</h2>`);
      for (const words of [one.text, one.explanation, one.evidence, one.verification]) {
        for (const line of words?.split("\n") ?? []) expect(body, title).toContain(line);
      }
      const section = under(annex, title);
      if (one.noSourceReason) expect(section).toContain(one.noSourceReason);
      // Each reaction is named by the words it begins with.
      const begun = [...(one.reactions ?? [])];
      for (const key of one.coreValues ?? []) {
        const value = values.get(key);
        expect(section).toContain(`K-${value?.number} ${value?.name}</h3>`);
        expect(section).toContain(value?.definition);
        begun.push(...(value?.words ?? ["no such kernwaarde"]));
      }
      for (const start of begun) expect(section, title).toContain(`“${start}`);
      expect(section.split("“"), title).toHaveLength(begun.length + 1);
      quotes += begun.length;
    }
  }
  expect(quotes).toBeGreaterThan(100);
  for (const file of FILES) {
    const bytes = fs.readFileSync(path.join("tests", "example", file));
    expect(sources).toContain(file);
    expect(sources).toContain(sha256(bytes));
  }
  expect(sources.split("<tr>")).toHaveLength(1 + 1 + FILES.length);
});

test("a quotation says who said it, of which group, where and when", async () => {
  const scope = await dossierOf();
  const made = await tracedDossier(scope);
  await requirementOf(scope, made.chapterId, "Vrijdag bezet", { reactionIds: [made.friday.id] });
  const html = await readBack(await wordDocument(await specificationDocument(scope), language));
  const { annex } = parted(html);
  const value = under(annex, "E-1.1 Elke school heeft één begeleider");
  expect(value).toContain("“Een bekend gezicht 🙂 geeft rust”");
  expect(value).toContain(
    "R-1 · X · Schoolcoaches · Bijeenkomst basisonderwijs · 12 maart 2026 · Notulen 12 maart · blok 3",
  );
  expect(value).toContain("“Het loket in de bibliotheek”");
  const direct = under(annex, "E-1.2 Vrijdag bezet");
  expect(direct).toContain("“De vrijdagmiddag is nu niet bezet”");
  expect(direct).toContain(
    "R-2 · Bijeenkomst basisonderwijs · 12 maart 2026 · Notulen 12 maart · blok 4",
  );
});

test("what was taken away, and what is another dossier's, is not in the Word document", async () => {
  const scope = await dossierOf();
  const made = await tracedDossier(scope);
  const bound = await requirementOf(scope, made.chapterId, "Losgemaakt", {
    reactionIds: [made.friday.id],
    coreValueIds: [made.value.id],
    passageIds: [made.loosePassageId],
  });
  const before = await specificationDocument(scope);
  expect(before.chapters[0]?.requirements[1]?.words).toHaveLength(2);
  await unlinkAll(scope, bound);
  await uncode(scope, made.value.id, made.face.id);

  const other = await dossierOf();
  const theirs = await tracedDossier(other);
  await sourceOf(other, { text: "# Van een ander\n\nIets anders.\n", fileName: "ander.md" });
  await requirementOf(other, theirs.chapterId, "Van een ander", {
    reactionIds: [theirs.friday.id],
  });

  const specification = await specificationDocument(scope);
  const html = await readBack(await wordDocument(specification, language));
  const { annex, sources } = parted(html);
  const loosened = under(annex, "E-1.2 Losgemaakt");
  expect(loosened).toContain("Nog geen herkomst vastgelegd.");
  expect(loosened).not.toMatch(/“|K-1/);
  const standing = under(annex, "E-1.1 Elke school heeft één begeleider");
  // Only the loose words are left under the kernwaarde.
  expect(standing).toContain("“Het loket in de bibliotheek”");
  expect(standing.split("“")).toHaveLength(2);
  expect(html).not.toContain("Van een ander");
  expect(html).not.toContain("ander.md");
  expect(specification.sources).toHaveLength(1);
  expect(sources.split("<tr>")).toHaveLength(1 + 1 + 1);
});

test("headings have no gaps, tables have header cells, and the language is Dutch", async () => {
  const bytes = await wordDocument(
    await specificationDocument(await openDossierToRead(SYSTEM, slug)),
    language,
  );
  const html = await readBack(bytes);
  let previous = 0;
  for (const match of html.matchAll(/<h(\d)>/g)) {
    const level = Number(match[1]);
    expect(level).toBeLessThanOrEqual(previous + 1);
    previous = level;
  }
  const tables = html.split("<table>").slice(1);
  expect(tables).toHaveLength(25 + 1);
  for (const table of tables) expect(table).toMatch(/^<thead><tr><th>/);
  const styles = await (await JSZip.loadAsync(bytes)).file("word/styles.xml")?.async("string");
  expect(styles).toContain('<w:lang w:val="nl-NL"/>');
});

test("characters that break a Word file are left out", () => {
  const debris = "voor\u000b\u0001na \ud800 \u{1f68c}";
  expect(withLegalText({ quote: debris, list: [debris], n: 3 })).toEqual({
    quote: "voorna  \u{1f68c}",
    list: ["voorna  \u{1f68c}"],
    n: 3,
  });
});
