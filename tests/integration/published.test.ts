import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import JSZip from "jszip";
import { beforeAll, describe, expect, test } from "vitest";
import { canonicalJson } from "@/db/canonical";
import { database } from "@/db/client";
import { edition, editionAct, editionPart } from "@/db/schema";
import { openBeside, openEdition, openEditionOfDossier } from "@/domain/editions/gate";
import { SECTIONS } from "@/domain/editions/model";
import { editionBodies, publicEdition, sitePages, siteView } from "@/domain/editions/queries";
import { type Site, sitePage } from "@/domain/editions/render/site";
import { siteZip } from "@/domain/editions/render/site/folder";
import { markedThing } from "@/domain/editions/rules";
import { comparedNumber } from "@/domain/editions/rules/beside";
import { type SitePage, sitePageOf, sitePath } from "@/domain/editions/rules/site";
import { NotFound } from "@/domain/kernel/errors";
import type { EditionScope, ReaderScope } from "@/domain/kernel/scope";
import { sentencesIn } from "@/i18n/sentence";
import { freshDatabase } from "../database";
import { HASH, publicDossier } from "../factories/editions";
import { dossierOf } from "../factories/people";
import { reactionIn } from "../factories/reactions";
import { coreValueOf, groupOf, requirementOf } from "../factories/trace";

freshDatabase();

/** Stands in the dossier and in none of its editions. */
const SECRET = "kwartelnest";
const BASE = "/e";

let scope: ReaderScope;
let reader: EditionScope;
let made: Awaited<ReturnType<typeof publicDossier>>;
let pages: Map<string, string>;

beforeAll(async () => {
  scope = await dossierOf(undefined, { subject: "Begeleiding van leerlingen." });
  made = await publicDossier(scope);
  // What came since is in no page of what was adopted before.
  await groupOf(scope, `Groep ${SECRET}`, true, 3);
  const { id } = await reactionIn(scope, { text: `Reactie ${SECRET}` });
  const value = await coreValueOf(scope, `Waarde ${SECRET}`, { reactionIds: [id, made.face.id] });
  await requirementOf(scope, made.chapterId, `Eis ${SECRET}`, { coreValueIds: [value.id] });
  reader = await openEdition(scope.slug);
  pages = await rendered(reader);
}, 120_000);

/** All pages of an edition by their addresses. */
async function rendered(from: EditionScope): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  const read = await publicEdition(from);
  for (const page of await sitePages(from)) {
    all.set(sitePath(page), sitePage(siteOf(read), page, await siteView(from, page)));
  }
  return all;
}

function siteOf(read: Site["edition"]): Site {
  return {
    edition: read,
    language: "nl",
    text: sentencesIn("nl"),
    link: (page, part) => `${BASE}/${sitePath(page)}${part ? `#${part}` : ""}`,
    here: "",
    file: () => `${BASE}/stijl.css`,
    data: `${BASE}/editie.json`,
    papers: [],
    compared: comparedNumber(read),
    online: {
      ...{
        address: "",
        verify: "/controleren",
        inOtherLanguage: "/en",
        accessibility: "/a",
        privacy: "/p",
      },
      edition: (number) => `/editie-${number}`,
    },
  };
}

const linksIn = (text: string) =>
  [...text.matchAll(/ (?:href|action)="([^"]+)"/g)].map(([, href = ""]) =>
    href.replaceAll("&amp;", "&"),
  );
const pageAt = (path: string): SitePage | null => {
  const [folder = "", query = ""] = path.split("?");
  return sitePageOf(folder === "" ? [] : folder.split("/"), new URLSearchParams(query));
};

test("every link on every page leads to a page, and to the part of it that it names", async () => {
  const read = await publicEdition(reader);
  const wrong: string[] = [];
  let followed = 0;
  for (const [from, text] of pages) {
    for (const href of linksIn(text)) {
      if (!href.startsWith(`${BASE}/`) || /\.(css|json)$/.test(href)) continue;
      const [path = "", part] = href.slice(BASE.length + 1).split("#");
      const page = pageAt(path);
      const view = page && (await siteView(reader, page).catch(() => null));
      followed += 1;
      if (!page || !view) wrong.push(`${from} → ${href}`);
      else if (part && !sitePage(siteOf(read), page, view).includes(` id="${part}"`)) {
        wrong.push(`${from} → ${href}: no such part`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(followed).toBeGreaterThan(100);
}, 120_000);

test("every requirement leads to its words in a source, and the source back to it", () => {
  const requirements = [...pages].filter(([path]) => /^eisen\/./.test(path));
  expect(requirements).toHaveLength(3);
  for (const [path, text] of requirements) {
    const code = path.slice("eisen/".length);
    const down = linksIn(text).find((href) => /\/bronnen\/B-1#blok-\d+$/.test(href));
    expect(down, `${path} leads to a block`).toBeDefined();
    const source = pages.get("bronnen/B-1") ?? "";
    const [, block = ""] = (down ?? "").split("#");
    const here = source.slice(source.indexOf(` id="${block}"`)).split('<li class="block')[0] ?? "";
    // Directly, or by the kernwaarde that stands beside the words.
    const back = linksIn(here).map((href) => href.slice(BASE.length + 1).split("#")[0] ?? "");
    const up = back.flatMap((step) => [step, ...linksIn(pages.get(step) ?? "")]);
    expect(
      up.some((href) => href.replace(`${BASE}/`, "").split("#")[0] === path),
      `back to ${code}`,
    ).toBe(true);
  }
});

test("what was said under the same kernwaarde and answered otherwise stands with the requirement", () => {
  const text =
    pages.get("eisen/E-1") ?? [...pages].find(([path]) => path.startsWith("eisen/E-"))?.[1] ?? "";
  expect(text).toContain("Ook gezegd, en anders besloten");
  expect(text).toContain("De vrijdagmiddag is nu niet bezet");
  expect(text).toContain("Daar is geen geld voor.");
});

test("who was expected and was not heard is named on the first page", () => {
  expect(pages.get("")).toMatch(/Niet gehoord:<\/b> <span>Leerlingen\./);
});

test("nothing of the dossier that is not in the edition is on any page", async () => {
  for (const [path, text] of pages) expect(text, path).not.toContain(SECRET);
  const read = await publicEdition(reader);
  const page: SitePage = { kind: "search", words: SECRET };
  const found = sitePage(siteOf(read), page, await siteView(reader, page));
  expect(found).toContain("Niets gevonden met");
});

test("a search finds words whatever their accents and capitals, and no names of fields", async () => {
  const find = async (words: string) => {
    const view = await siteView(reader, { kind: "search", words });
    if (view.kind !== "search") throw new Error("no search");
    return [view.requirements, view.coreValues, view.reactions, view.blocks].map(
      ({ total }) => total,
    );
  };
  expect(await find("VRÍJDAGMIDDAG")).toEqual([0, 0, 1, 1]);
  expect(await find("één begeleider")).toEqual([1, 0, 0, 0]);
  expect(await find("coreValues")).toEqual([0, 0, 0, 0]);
  expect(await find("")).toEqual([0, 0, 0, 0]);
});

test("what an edition does not have is not found, of another dossier neither", async () => {
  const other = await publicDossier(await dossierOf());
  expect(other.edition.id).not.toBe(made.edition.id);
  const asked: SitePage[] = [
    { kind: "requirement", key: "E-99" },
    { kind: "chapter", key: "H-9", page: 1 },
    { kind: "chapter", key: "H-1", page: 2 },
    { kind: "coreValue", key: "K-2", page: 1 },
    { kind: "reaction", key: "R-3" },
    { kind: "source", key: "B-2", page: 1 },
    { kind: "source", key: "B-1", page: 2 },
    { kind: "reactions", filter: {}, page: 2 },
    { kind: "reaction", key: "K-1/1" },
  ];
  for (const page of asked) {
    await expect(siteView(reader, page), JSON.stringify(page)).rejects.toThrow(NotFound);
  }
});

describe("in a zip", () => {
  const zipOf = async (): Promise<Buffer> => {
    const own = await openEditionOfDossier(scope, made.edition.number);
    const stream = siteZip({
      ...{ scope: own, edition: await publicEdition(own), base: null, pages: await sitePages(own) },
      ...{ view: siteView, bodies: editionBodies, text: sentencesIn("nl") },
    });
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(Buffer.from(piece));
    return Buffer.concat(pieces);
  };

  test("stand the same pages, with links that lead to files in it, and their sums", async () => {
    const bytes = await zipOf();
    const zip = await JSZip.loadAsync(bytes);
    const names = Object.keys(zip.files);
    expect(names).toContain("index.html");
    expect(names.filter((name) => name.endsWith(".html"))).toHaveLength(pages.size);
    const texts = new Map<string, string>();
    for (const name of names) texts.set(name, (await zip.file(name)?.async("string")) ?? "");

    const wrong: string[] = [];
    for (const [name, text] of texts) {
      if (!name.endsWith(".html")) continue;
      expect(text, name).not.toMatch(
        /<form|<script(?! src="(?:\.\.\/)?notities\.js" defer><)|(?:href|src)="(?:\/|http)/,
      );
      for (const href of linksIn(text)) {
        const { pathname, hash } = new URL(href, `https://x.example/${name}`);
        const target = texts.get(decodeURIComponent(pathname.slice(1)));
        if (target === undefined) wrong.push(`${name} → ${href}`);
        else if (hash && !target.includes(` id="${hash.slice(1)}"`))
          wrong.push(`${name} → ${href}`);
      }
    }
    expect(wrong).toEqual([]);

    const list = JSON.parse(texts.get("bestanden.json") ?? "");
    expect(list.kenmerk).toBe(made.edition.sha256);
    expect(list.bestanden.map(({ name }: { name: string }) => name).sort()).toEqual(
      names.filter((name) => name !== "bestanden.json").sort(),
    );
    for (const { name, sha256, size } of list.bestanden) {
      const file = await zip.file(name)?.async("nodebuffer");
      expect(file?.length, name).toBe(size);
      expect(
        createHash("sha256")
          .update(file ?? "")
          .digest("hex"),
        name,
      ).toBe(sha256);
    }
    expect(JSON.parse(texts.get("editie.json") ?? "").sha256).toBe(made.edition.sha256);
    expect((await zipOf()).equals(bytes)).toBe(true);
  }, 120_000);
});

test("what changed between two editions of 5,000 requirements and reactions is read by pages", async () => {
  const dossier = await dossierOf();
  await largeEdition(5_000, dossier);
  await largeEdition(5_000, dossier, 2, "De opdrachtnemer rijdt altijd op tijd. ");
  const from = await openEdition(dossier.slug);
  const base = await openBeside(from);
  const read = await publicEdition(from);
  const begin = performance.now();
  const page: SitePage = { kind: "changes", base: "1", only: null, page: 1 };
  const view = await siteView(from, page, base);
  const first = performance.now() - begin;
  const again = performance.now();
  const text = sitePage(siteOf(read), page, await siteView(from, page, base));
  const kept = performance.now() - again;
  if (view.kind !== "changes") throw new Error("no changes");
  expect(view.sums).toMatchObject({ before: 5_000, changed: 5_000, reactions: 5_000 });
  expect(view.list).toMatchObject({ pages: 200, total: 5_000 });
  expect(Buffer.byteLength(text)).toBeLessThan(200_000);
  const home = sitePage(
    siteOf(read),
    { kind: "home" },
    await siteView(from, { kind: "home" }, base),
  );
  expect(Buffer.byteLength(home)).toBeLessThan(200_000);
  // What differs is found once.
  expect(kept).toBeLessThan(first);
}, 120_000);

test("the first pages of an edition of 5,000 requirements stay under 200 kB", async () => {
  const large = await largeEdition(5_000, await dossierOf());
  const from = await openEdition(large);
  const read = await publicEdition(from);
  const pageOf = async (page: SitePage) => sitePage(siteOf(read), page, await siteView(from, page));
  const size = async (page: SitePage) => Buffer.byteLength(await pageOf(page));
  expect(await size({ kind: "home" })).toBeLessThan(200_000);
  // Under the picture the smaller stellingen go together, and all reactions are still there.
  const home = await pageOf({ kind: "home" });
  const table =
    /<caption>Wat werd voorgelegd<\/caption><tbody>(.*?)<\/tbody>/s.exec(home)?.[1] ?? "";
  const counts = [...table.matchAll(/<td class="number">(\d+)<\/td>/g)].map(([, n]) => Number(n));
  expect(counts).toHaveLength(60);
  expect(counts.reduce((sum, n) => sum + n, 0)).toBe(5_000);
  expect(table).toContain("Nog 941 andere");
  expect(await size({ kind: "programme" })).toBeLessThan(200_000);
  expect(await size({ kind: "chapter", key: "H-1", page: 1 })).toBeLessThan(200_000);
  expect(await size({ kind: "requirement", key: "E-2500" })).toBeLessThan(200_000);
  expect(await size({ kind: "reactions", filter: {}, page: 1 })).toBeLessThan(200_000);
  // Beside the reactions stand the first of a thousand stellingen and the one that was chosen; all of them by pages.
  const filter = { statement: `S-${STATEMENTS}` };
  const chosen = await pageOf({ kind: "reactions", filter, page: 1 });
  expect(chosen.match(/type="radio" name="stelling"/g)).toHaveLength(1 + 40 + 1);
  expect(chosen).toContain(`value="S-${STATEMENTS}" checked`);
  expect(chosen).toContain(`href="${BASE}/stellingen"`);
  const listed = new Set<string>();
  for (let page = 1; page <= 10; page++) {
    const text = await pageOf({ kind: "statements", page });
    expect(Buffer.byteLength(text)).toBeLessThan(200_000);
    for (const [, key] of text.matchAll(/<li id="(S-\d+)"/g)) listed.add(key ?? "");
  }
  expect(listed.size).toBe(STATEMENTS);
  await expect(pageOf({ kind: "statements", page: 11 })).rejects.toThrow(NotFound);
  const inFolder = await sitePages(from);
  expect(inFolder.filter(({ kind }) => kind === "statements")).toHaveLength(10);
}, 120_000);

/** More than a picture shows, and than a table under it has rows. */
const STATEMENTS = 1_000;

/** An edition with so many requirements and reactions, as rows. @returns the slug of its dossier. */
async function largeEdition(
  count: number,
  { dossierId, slug }: ReaderScope,
  major = 1,
  line = "De opdrachtnemer rijdt op tijd. ",
): Promise<string> {
  const chapters = 50;
  const each = (
    make: (n: number) => {
      key: string;
      parent?: string;
      body: object;
      outcome?: "adopted";
      groupKey?: string;
      statementKey?: string;
    },
    total = count,
  ) => Array.from({ length: total }, (_, i) => ({ ...make(i + 1), n: i + 1 }));
  const parts = {
    chapters: each(
      (n) => ({
        key: `H-${n}`,
        body: { title: `Hoofdstuk ${n}`, introduction: "", total: count / chapters },
      }),
      chapters,
    ),
    coreValues: each(
      (n) => ({
        key: `K-${n}`,
        body: { name: `Waarde ${n}`, definition: "", rule: "", total: 0, requirements: [] },
      }),
      200,
    ),
    statements: each(
      (n) => ({
        key: `S-${n}`,
        body: {
          text: `De bus komt op tijd, ook op route ${n}, en wie wacht weet waarom.`,
          puts: [{ consultation: "C-1", number: n, explanation: null }],
        },
      }),
      STATEMENTS,
    ),
    groups: each((n) => ({ key: `G-${n}`, body: { name: `Groep ${n}`, expected: true } }), 20),
    reactions: each((n) => ({
      ...{ key: `R-${n}`, outcome: "adopted" as const, groupKey: `G-${(n % 20) + 1}` },
      statementKey: `S-${(n % STATEMENTS) + 1}`,
      body: {
        ...{
          consultation: "C-1",
          statement: `S-${(n % STATEMENTS) + 1}`,
          group: `G-${(n % 20) + 1}`,
          kind: "reaction",
        },
        ...{
          position: "none",
          text: "De bus komt te laat. ".repeat(10),
          place: null,
          replyTo: null,
        },
        ...{ coreValues: [`K-${(n % 200) + 1}`], requirements: [] },
        answer: {
          outcome: "adopted",
          reason: `Dat eisen wij. ${line}`,
          where: "",
          requirements: [`E-${n}`],
        },
      },
    })),
    requirements: each((n) => ({
      ...{ key: `E-${n}`, parent: `H-${Math.ceil((n * chapters) / count)}` },
      body: {
        ...{
          id: `id-${n}`,
          chapter: `H-${Math.ceil((n * chapters) / count)}`,
          title: `Op tijd ${n}`,
        },
        ...{ kind: "mandatory", body: null, text: line.repeat(20) },
        ...{
          explanation: "",
          evidence: "",
          verification: "",
          score: null,
          weight: null,
          version: 1,
        },
        ...{ dropped: false, suspect: false, noSourceReason: null, coreValues: [], words: [] },
      },
    })),
  };
  const sections = Object.fromEntries(
    SECTIONS.map((section) => [
      section,
      { count: parts[section as keyof typeof parts]?.length ?? 0, sha256: "" },
    ]),
  );
  const head = canonicalJson({
    dossier: { slug, title: "Groot", contractingAuthority: "Gemeente Proefstad", subject: "" },
    ...{
      number: String(major),
      kind: "definitive",
      adoptedAt: "2027-01-01T00:00:00.000Z",
      decidedBy: "College",
    },
    ...{ decidedOn: "2027-01-01", decisionNumber: "", mandate: "", reason: "Eerste." },
    ...{ previous: null, passedOver: [], release: null, log: { rows: 0, sha256: "" }, sections },
  });
  const db = await database();
  const [row] = await db
    .insert(edition)
    .values({
      ...{ dossierId, kind: "definitive", major, minor: 0, head, sha256: HASH(head) },
      ...{ contentSha256: HASH("x"), decidedOn: "2027-01-01" },
    })
    .returning({ id: edition.id });
  if (!row) throw new Error("no edition");
  for (const [section, things] of Object.entries(parts)) {
    for (let at = 0; at < things.length; at += 500) {
      await db.insert(editionPart).values(
        things.slice(at, at + 500).map(({ body, ...thing }) => ({
          ...thing,
          ...{
            editionId: row.id,
            section,
            body: canonicalJson(markedThing({ ...body, key: thing.key }, HASH)),
          },
        })),
      );
    }
  }
  await db.insert(editionAct).values({ editionId: row.id, act: "published" });
  await db.execute(sql`analyze edition_part`);
  return slug;
}
