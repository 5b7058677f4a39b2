import fs from "node:fs";
import path from "node:path";
import { sql } from "drizzle-orm";
import JSZip from "jszip";
import mammoth from "mammoth";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, test } from "vitest";
import { RichTextView } from "@/components/editor/rich-text-view";
import { database } from "@/db/client";
import { sha256 } from "@/db/hash";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { formatDate } from "@/domain/kernel/dates";
import { Conflict, Forbidden, Invalid } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { openStakeholderPage } from "@/domain/participation/commands";
import { decideSubject } from "@/domain/personal-data/commands";
import { documentToLeave, releasePersonalData } from "@/domain/publication/commands";
import { brokenRequirements, specificationDocument } from "@/domain/publication/queries";
import { wordDocument } from "@/domain/publication/render/word/document";
import { wordFileName } from "@/domain/publication/render/word/file-name";
import { withLegalText } from "@/domain/publication/render/word/legal-text";
import { addChapter, addRequirement } from "@/domain/requirements/commands";
import { getRequirement } from "@/domain/requirements/queries";
import { searchEverything } from "@/domain/search/queries";
import { bodyOfLines } from "@/domain/text/rich-text";
import { sentencesIn } from "@/i18n/sentence";
import { subjectsIn } from "@/tests/factories/personal-data";
import { freshDatabase } from "../database";
import {
  ANSWERS,
  CHAPTERS,
  CORE_VALUES,
  DOSSIER,
  FILES,
  REVIEWED,
  REVIEWED_WORDS,
} from "../example/content";
import { loadExample } from "../example/load";
import { consultationOf } from "../factories/consultations";
import { asIfReader, dossierOf, memberOf, SYSTEM } from "../factories/people";
import { passageOf, revised, sourceOf } from "../factories/sources";
import {
  quotedReaction,
  requirementOf,
  tracedDossier,
  uncode,
  unlinkAll,
} from "../factories/trace";

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
        // One text was changed after it was approved, to show that this takes the approval away.
        const now =
          one.title === REVIEWED.lapsed ? words?.replace(...REVIEWED_WORDS.change) : words;
        for (const line of now?.split("\n") ?? []) expect(body, title).toContain(line);
      }
      const section = under(annex, title);
      if (one.noSourceReason) expect(section).toContain(one.noSourceReason);
      // Each reaction is named by the words it begins with.
      // What was adopted in it is linked to it too, once.
      const adopted = ANSWERS.filter((answer) => answer.requirements?.includes(one.title));
      const begun = [
        ...new Set([...(one.reactions ?? []), ...adopted.map((answer) => answer.words)]),
      ];
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
  const named = await specificationDocument(scope, { withNames: true });
  const html = await readBack(await wordDocument(named, language));
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

test("no speaker is named unless that was chosen, and the document says which it is", async () => {
  const scope = await dossierOf();
  const { chapterId } = await tracedDossier(scope);
  const said = await quotedReaction(scope, {
    consultationId: await consultationOf(scope),
    text: "Sem kent haar",
    speaker: "Moeder van Sem",
  });
  await requirementOf(scope, chapterId, "Bekend", { reactionIds: [said.id] });
  const without = "De namen van sprekers zijn weggelaten.";
  const withThem = "Dit document bevat namen van sprekers.";
  const bare = await specificationDocument(scope);
  expect(JSON.stringify(bare)).not.toContain("Moeder van Sem");
  const html = await readBack(await wordDocument(bare, language));
  expect(html).toContain("“Sem kent haar”");
  expect(html.split(without)).toHaveLength(1 + 2);
  expect(html).not.toContain(withThem);
  expect(html).not.toContain("Moeder van Sem");

  const named = await specificationDocument(scope, { withNames: true });
  const full = await readBack(await wordDocument(named, language));
  expect(full.split(withThem)).toHaveLength(1 + 2);
  expect(full).not.toContain(without);
  expect(full).toContain("Moeder van Sem");
  expect([wordFileName("zorg"), wordFileName("zorg", true)]).toEqual([
    "pve-zorg.docx",
    "pve-zorg-met-namen.docx",
  ]);
});

/** Stores a text past the check, as a version of before its rules would stand. */
async function storeUnchecked(requirementId: string, body: object, bodyText: string) {
  const db = await database();
  await db.execute(sql`
    insert into requirement_version (requirement_id, n, dossier_id, title, kind, body, body_text, fingerprint)
    select requirement_id, 2, dossier_id, title, kind, ${JSON.stringify(body)}::jsonb, ${bodyText}, 'x'
    from requirement_version where requirement_id = ${requirementId} and n = 1`);
  await db.execute(sql`update requirement set lock_version = 2 where id = ${requirementId}`);
}

const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });

test.each([
  [
    "lists too deep",
    () => {
      let inner: object = paragraph("heel diep");
      for (let i = 0; i < 12; i += 1) {
        inner = {
          type: "bulletList",
          content: [{ type: "listItem", content: [paragraph("trede"), inner] }],
        };
      }
      return inner;
    },
    "requirements.errors.bodyTooDeep",
  ],
  [
    "a node that is not known any more",
    () => ({ type: "table", content: [{ type: "cell", content: [paragraph("heel diep")] }] }),
    "requirements.errors.bodyInvalid",
  ],
] as const)(
  "a requirement with %s is named, and the rest is in the document",
  async (_, node, key) => {
    const scope = await dossierOf();
    const { chapterId } = await tracedDossier(scope);
    const old = await requirementOf(scope, chapterId, "Van vroeger");
    await requirementOf(scope, chapterId, "Van nu");
    await storeUnchecked(old, { type: "doc", content: [node()] }, "Eerste woorden\nheel diep");
    const broken = [{ id: old, code: "E-1.2", title: "Van vroeger", problem: key }];
    expect(await brokenRequirements(scope)).toEqual(broken);
    const specification = await specificationDocument(scope);
    expect(specification.broken).toEqual(broken);
    const html = await readBack(await wordDocument(specification, language));
    const notice = "De opmaak van deze eis past niet in dit document.";
    const own = under(parted(html).body, "E-1.2 Van vroeger");
    for (const words of ["Eerste woorden", "heel diep", notice]) expect(own).toContain(words);
    expect(under(parted(html).body, "E-1.3 Van nu")).not.toContain(notice);
    // The page shows what it can.
    const { version } = await getRequirement(scope, old);
    expect(renderToStaticMarkup(createElement(RichTextView, { body: version.body }))).toContain(
      "heel diep",
    );
    const others = await dossierOf();
    expect(await brokenRequirements(others)).toEqual([]);
  },
);

test("what is scored says its points and weight in Word", async () => {
  const scope = await dossierOf();
  const { chapterId } = await tracedDossier(scope);
  const common = { chapterId, kind: "award" as const, body: bodyOfLines("Plan van aanpak.") };
  await addRequirement(scope, { ...common, title: "Plan", score: 1200, weight: 40 });
  await addRequirement(scope, { ...common, title: "Zonder", kind: "preference" });
  const { body } = parted(
    await readBack(await wordDocument(await specificationDocument(scope), language)),
  );
  const plan = under(body, "Gu-1.2 Plan");
  for (const words of ["Maximale score", "1.200 punten", "Gewicht", "40 %"]) {
    expect(plan).toContain(words);
  }
  expect(under(body, "W-1.3 Zonder")).not.toMatch(/Maximale score|Gewicht/);
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

test("a requirement of which the source changed says so beside its herkomst, and no other", async () => {
  const scope = await dossierOf();
  const { id: chapterId } = await addChapter(scope, { title: "Begeleiding" });
  const source = await sourceOf(scope);
  const passageId = await passageOf(scope, source, "Een bekend gezicht geeft rust aan ouders.");
  await requirementOf(scope, chapterId, "Op woorden", { passageIds: [passageId] });
  await requirementOf(scope, chapterId, "Zonder woorden");
  const html = async () =>
    readBack(await wordDocument(await specificationDocument(scope), language));
  const says = "Bron gewijzigd:";
  expect(await html()).not.toContain(says);
  await revised(scope, source.sourceId, source.text.replace("aan ouders", "aan kinderen"));
  const [before = "", after = "", ...more] = (await html()).split(says);
  expect(more).toEqual([]);
  expect(before).toContain("E-1.1");
  expect(before.split("E-1.2 Zonder woorden</h2>")).toHaveLength(1);
  expect(after).toContain("E-1.2 Zonder woorden</h2>");
});

const MINUTES = `# Overleg over de bus

Aanwezig: Marleen Ottens en Sem Bos

Mevrouw Ottens vindt dat de bus te laat komt. Bel 06-12345678.
`;

/** A dossier of which the one requirement rests on words with a name, in a file that is called after somebody. */
async function namedDossier() {
  const scope = await dossierOf();
  const source = await sourceOf(scope, {
    text: MINUTES,
    title: "Verslag van Marleen Ottens",
    fileName: "verslag-Ottens.md",
  });
  const quote = "Mevrouw Ottens vindt dat de bus te laat komt";
  const passageId = await passageOf(scope, { ...source, text: MINUTES }, quote);
  const said = await quotedReaction(scope, {
    consultationId: await consultationOf(scope, { title: "Gesprek met Ottens" }),
    text: "De bus komt te laat, zei Sem Bos",
    speaker: "Marleen Ottens",
  });
  const { id: chapterId } = await addChapter(scope, { title: "Bussen" });
  await requirementOf(scope, chapterId, "Op tijd, zoals mevrouw Ottens zei", {
    passageIds: [passageId],
    reactionIds: [said.id],
  });
  return { scope, chapterId };
}

test("nothing goes out while something is open, unless an author answers for exactly that", async () => {
  const { scope, chapterId } = await namedDossier();
  const { held } = await documentToLeave(scope, {});
  expect(held).toMatchObject({ open: 3, unsearched: 0, released: false });
  expect(held?.subjects.map(({ name }) => name)).toEqual([
    "Marleen Ottens",
    "Sem Bos",
    "06-12345678",
  ]);
  await expect(openStakeholderPage(scope, {})).rejects.toThrow("heldBack");

  const reviewer = await memberOf(scope, "reviewer");
  const theirs = await documentToLeave(reviewer, {});
  expect(theirs.held?.open).toBe(3);
  expect(JSON.stringify(theirs.held)).not.toMatch(/Ottens|Bos|06-12345678/);
  const key = held?.key ?? "";
  const reason = "De raad wacht.";
  await expect(releasePersonalData(reviewer, { key, reason })).rejects.toThrow(Forbidden);
  await expect(releasePersonalData(scope, { key, reason: " " })).rejects.toThrow(Invalid);
  const other = await namedDossier();
  await expect(releasePersonalData(other.scope, { key, reason })).rejects.toThrow(Conflict);

  await releasePersonalData(scope, { key, reason });
  expect((await documentToLeave(scope, {})).held).toBeNull();
  await openStakeholderPage(scope, {});

  // Typed by hand, and in no source: found before it goes, and to be answered for again.
  await requirementOf(scope, chapterId, "Vraag het aan de heer Van Dijk");
  const again = await documentToLeave(scope, {});
  expect(again.held).toMatchObject({ open: 4, released: false });
  expect(JSON.stringify(again.document)).not.toContain("Van Dijk");
  await expect(releasePersonalData(scope, { key, reason })).rejects.toThrow(Conflict);
  await expect(openStakeholderPage(scope, {})).rejects.toThrow("heldBack");
});

test("no name is in the document: not in its words, its speakers, its titles, its files or its properties", async () => {
  const { scope } = await namedDossier();
  const subjects = await subjectsIn(scope);
  const idOf = (name: string) => subjects.find((one) => one.name === name)?.id ?? "";
  const role = { redaction: "role" as const, role: "schoolleider", lockVersion: 1 };
  await decideSubject(scope, { subjectId: idOf("Marleen Ottens"), ...role });
  await decideSubject(scope, { subjectId: idOf("Sem Bos"), redaction: "code", lockVersion: 1 });
  await decideSubject(scope, {
    subjectId: idOf("06-12345678"),
    redaction: "none",
    lockVersion: 1,
  });
  const { document, held } = await documentToLeave(scope, { withNames: true });
  expect(held).toBeNull();
  const bytes = await wordDocument(document, language);
  const zip = await JSZip.loadAsync(bytes);
  for (const file of Object.values(zip.files)) {
    expect(await file.async("string"), file.name).not.toMatch(/Ottens|Marleen|Sem Bos/);
  }
  const html = await readBack(bytes);
  expect(html).toContain("“[schoolleider] vindt dat de bus te laat komt”");
  expect(html).toContain("“De bus komt te laat, zei [P-01]”");
  expect(html).toContain("Op tijd, zoals [schoolleider] zei");
});

test("who may not see names finds nobody by them", async () => {
  const { scope } = await namedDossier();
  const reviewer = await memberOf(scope, "reviewer");
  const totalOf = async (who: ReaderScope, words: string) =>
    (await searchEverything(who, words)).groups.reduce((sum, { total }) => sum + total, 0);
  expect(await totalOf(scope, "Ottens")).toBeGreaterThan(2);
  for (const words of ["Ottens", "ottens", "Otten", "Marleen", '"Marleen Ottens"', "bus Ottens"]) {
    expect([words, await totalOf(reviewer, words)]).toEqual([words, 0]);
  }
  expect(await totalOf(reviewer, "bus")).toBeGreaterThan(2);
  expect(JSON.stringify(await searchEverything(reviewer, "bus"))).not.toMatch(/Ottens|Marleen/);
});
