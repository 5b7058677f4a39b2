import JSZip from "jszip";
import mammoth from "mammoth";
import { beforeAll, expect, test } from "vitest";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { formatDate } from "@/domain/kernel/dates";
import { Forbidden } from "@/domain/kernel/errors";
import { specificationDocument } from "@/domain/publication/queries";
import { wordDocument } from "@/domain/publication/render/word/document";
import { withLegalText } from "@/domain/publication/render/word/legal-text";
import { sentencesIn } from "@/i18n/sentence";
import { freshDatabase } from "../database";
import { loadExample } from "../example/load";
import { asIfReader, dossierOf, memberOf, SYSTEM } from "../factories/people";

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

test("every requirement is in the Word document, and in its annex with its quoted words", async () => {
  const specification = await specificationDocument(await openDossierToRead(SYSTEM, slug));
  const html = await readBack(await wordDocument(specification, language));
  const [body = "", annex = ""] = html.split(
    /<h1>(?:<a id="[^"]*"><\/a>)*Bijlage: herkomst van de eisen/,
  );
  const requirements = specification.chapters.flatMap((chapter) => chapter.requirements);
  expect(requirements).toHaveLength(25);
  for (const requirement of requirements) {
    const title = `${requirement.code} ${requirement.title}`;
    expect(body).toContain(`${title}</h2>`);
    const from = annex.indexOf(`${title}</h2>`);
    expect(from, title).toBeGreaterThan(-1);
    const section = annex.slice(from).split("<h2>")[0] ?? "";
    for (const value of requirement.coreValues) {
      expect(section).toContain(`K-${value.number} ${value.name}</h3>`);
      for (const words of value.words) expect(section).toContain(`“${words.quote}”`);
    }
    for (const words of requirement.words) {
      expect(section).toContain(`“${words.quote}”`);
      expect(section).toContain(`blok ${words.block}`);
    }
  }
  expect(requirements.some((one) => one.coreValues.some((value) => value.words.length > 1))).toBe(
    true,
  );
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
