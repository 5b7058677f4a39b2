import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { source, sourcePart, sourceVersion } from "@/db/schema";
import { coverage } from "@/domain/coverage/queries";
import { actorAccountId, type ReaderScope } from "@/domain/kernel/scope";
import { lastPlace } from "@/domain/overview/queries";
import type { SourceList } from "@/domain/sources/model";
import {
  contentsOf,
  getSource,
  hitPlace,
  hitsOnPage,
  listSources,
  passagesAround,
} from "@/domain/sources/queries";
import { changeSegments } from "@/domain/splitting/commands";
import { openWorkbench } from "@/domain/splitting/queries";
import { freshDatabase } from "../database";
import { dossierOf, memberOf, person } from "../factories/people";
import { passageOf, SMALL_MINUTES, sourceOf, unreadSourceIn } from "../factories/sources";
import { confirmed, partOf } from "../factories/splitting";

freshDatabase();

const named = (title: string, date = "12 maart 2026") =>
  SMALL_MINUTES.replace("Bijeenkomst begeleiding op school", title).replace("12 maart 2026", date);

/** Accepts the first `count` pieces of the first document in a source. */
async function decide(scope: ReaderScope, sourceId: string, count: number) {
  const { part, segments } = await openWorkbench(scope, sourceId, 1);
  const starts = segments.slice(0, count).map((row) => row.start);
  await changeSegments(scope, {
    partId: part.id,
    lockVersion: part.lockVersion,
    change: { type: "accept", starts },
  });
  return { starts, total: segments.length };
}

async function setPart(sourceId: string, values: Partial<typeof sourcePart.$inferInsert>) {
  const db = await database();
  const versions = db
    .select({ id: sourceVersion.id })
    .from(sourceVersion)
    .where(eq(sourceVersion.sourceId, sourceId));
  const [version] = await versions;
  await db
    .update(sourcePart)
    .set(values)
    .where(eq(sourcePart.sourceVersionId, version?.id ?? ""));
}

const titles = (list: SourceList) => list.rows.map((row) => row.title);

describe("the list of sources", () => {
  test("puts first what waits, and says of each the one thing to do", async () => {
    const scope = await dossierOf();
    const of = (title: string, date?: string) =>
      sourceOf(scope, { text: named(title, date), fileName: `${title}.md`, title });
    const started = await of("Begonnen", "13 maart 2026");
    const { total } = await decide(scope, started.sourceId, 3);
    const ready = await of("Alles beslist", "14 maart 2026");
    await decide(scope, ready.sourceId, 999);
    const untouched = await of("Nieuw", "15 maart 2026");
    const sheet = await of("Folder", "16 maart 2026");
    await setPart(sheet.sourceId, { kind: "information", sector: null });
    await setPart(untouched.sourceId, { sector: "VO" });
    const failed = await unreadSourceIn(scope);
    const waiting = await of("Wordt gelezen");
    await (await database())
      .update(source)
      .set({ state: "waiting" })
      .where(eq(source.id, waiting.sourceId));
    const part = await partOf(scope, {
      text: named("Klaar", "17 maart 2026"),
      fileName: "klaar.md",
      title: "Klaar",
    });
    await confirmed(scope, part);

    const list = await listSources(scope);
    expect(list.rows.map(({ title, act }) => [title, act])).toEqual([
      [failed.title, "failed"],
      ["Alles beslist", "confirm"],
      ["Begonnen", "continue"],
      ["Nieuw", "start"],
      ["Wordt gelezen", "reading"],
      ["Klaar", "read"],
      ["Folder", "read"],
    ]);
    expect(list.counts).toMatchObject({ all: 7, waiting: 4, due: 0 });
    const row = (title: string) => list.rows.find((one) => one.title === title);
    expect(row("Begonnen")).toMatchObject({
      segments: total,
      openSegments: total - 3,
      heldOn: "2026-03-13",
      kinds: ["meeting"],
    });
    // Of information that nobody began with, nothing is to be split.
    expect(row("Folder")).toMatchObject({ segments: 0, openSegments: 0, kinds: ["information"] });
    // The reader of one source, and the numbers of the dossier, say the same.
    for (const { id, state, act, segments, openSegments } of list.rows) {
      if (state !== "read") continue;
      expect((await getSource(scope, id)).parts).toMatchObject([{ act, segments, openSegments }]);
    }
    const { workbench } = await coverage(scope);
    expect(workbench.openParts).toBe(list.counts.waiting);
    expect(row("Klaar")).toMatchObject({ documents: 1, confirmed: 1, openSegments: 0 });

    expect(titles(await listSources(scope, { show: "waiting" }))).toHaveLength(4);
    expect(titles(await listSources(scope, { sort: "title" }))).toEqual(
      titles(list).toSorted((a, b) => a.localeCompare(b, "nl")),
    );
    expect(titles(await listSources(scope, { sort: "date" })).slice(0, 3)).toEqual([
      "Klaar",
      "Folder",
      "Nieuw",
    ]);
  });

  test("counts per sector what the choice shows, also within a search", async () => {
    const scope = await dossierOf();
    for (const [title, sector] of [
      ["Rijdende bus", "PO"],
      ["Stilstaande bus", "PO"],
      ["Fiets", "VO"],
      ["Zonder", null],
    ] as const) {
      const { sourceId } = await sourceOf(scope, {
        text: `# ${title}\n\nTekst.`,
        title,
        fileName: `${title}.md`,
      });
      await setPart(sourceId, { sector });
    }
    const all = await listSources(scope);
    expect(all.counts.sectors).toEqual([
      { sector: "PO", count: 2 },
      { sector: "VO", count: 1 },
    ]);
    for (const { sector, count } of all.counts.sectors) {
      expect((await listSources(scope, { sector })).total).toBe(count);
    }
    const found = await listSources(scope, { search: "bus" });
    expect(found).toMatchObject({
      total: 2,
      counts: { all: 2, sectors: [{ sector: "PO", count: 2 }] },
    });
    expect(await listSources(scope, { search: "bus", sector: "VO" })).toMatchObject({ rows: [] });
  });

  test("finds words in the text and says in how many blocks; of another dossier nothing", async () => {
    const [scope, other] = [await dossierOf(), await dossierOf()];
    const text = "Begeleiders zijn er.\n\nEen begeleider helpt.\n\nIets anders.";
    await sourceOf(scope, { text, title: "Verslag" });
    await sourceOf(other, { text, title: "Geheim verslag" });
    const list = await listSources(scope, { search: "begeleider" });
    expect(list.rows).toMatchObject([{ title: "Verslag", found: 2 }]);
    expect((await listSources(scope)).rows[0]?.found).toBeNull();
    expect((await listSources(scope, { search: "geheim" })).rows).toEqual([]);
    // By its title alone it has no block to lead to.
    expect((await listSources(scope, { search: "versl" })).rows).toMatchObject([{ found: 0 }]);
  });

  test("goes by pages", async () => {
    const scope = await dossierOf();
    for (let n = 0; n < 27; n++) {
      await sourceOf(scope, { text: `Bron ${n}.`, title: `Bron ${n}`, fileName: `${n}.txt` });
    }
    expect(await listSources(scope, { page: 2 })).toMatchObject({ page: 2, pages: 2, total: 27 });
    expect((await listSources(scope, { page: 2 })).rows).toHaveLength(2);
    expect((await listSources(scope, { page: 9 })).page).toBe(2);
  });
});

describe("where somebody was", () => {
  test("is the last place they changed, of what is not confirmed, and their own", async () => {
    const scope = await dossierOf(await person({ name: "Anouk" }));
    const colleague = await memberOf(scope, "author");
    expect(await lastPlace(scope)).toBeNull();
    const mine = await sourceOf(scope, { title: "Van mij" });
    const { starts, total } = await decide(scope, mine.sourceId, 4);
    expect(actorAccountId(colleague.actor)).not.toBe(actorAccountId(scope.actor));
    expect(await lastPlace(colleague)).toBeNull();
    const place = await lastPlace(scope);
    expect(place).toMatchObject({
      sourceId: mine.sourceId,
      n: 1,
      start: starts.at(-1),
      open: total - 4,
    });
    await setPart(mine.sourceId, { confirmedAt: new Date().toISOString() });
    expect(await lastPlace(scope)).toBeNull();
  });
});

describe("reading a source", () => {
  test("has contents: headings, and the documents in it; of a long one the upper levels", async () => {
    const scope = await dossierOf();
    const chapters = Array.from({ length: 12 }, (_, c) =>
      [`# Deel ${c}`, ...Array.from({ length: 20 }, (_, s) => `## Punt ${c}.${s}\n\nTekst.`)].join(
        "\n\n",
      ),
    );
    const { sourceId } = await sourceOf(scope, {
      text: chapters.join("\n\n"),
      fileName: "lang.md",
    });
    const source = { ...(await getSource(scope, sourceId)), parts: [] };
    const contents = await contentsOf(scope, source, 0);
    expect(contents.map(({ text }) => text)).toEqual(
      Array.from({ length: 12 }, (_, c) => `# Deel ${c}`),
    );
    const [first] = contents;
    const parts = [
      { firstBlock: first?.n ?? 1, start: 0, title: "Een" },
      { firstBlock: 3, start: 9, title: "Twee" },
    ];
    const withParts = await contentsOf(scope, { ...source, parts }, 0);
    expect(withParts.slice(0, 3)).toMatchObject([
      { n: 1, level: 0, text: "Een" },
      { n: 3, level: 0, text: "Twee" },
      { level: 1, text: "# Deel 1" },
    ]);
  });

  test("steps through what was searched, and marks it on the page", async () => {
    const scope = await dossierOf();
    const text = "De bus.\n\nEen fiets.\n\nBus 😀 en een bus.\n\nNiets.\n\nDe laatste bus.";
    const { sourceVersionId: version } = await sourceOf(scope, { text, fileName: "bus.txt" });
    const blocks = [0, 21, 53];
    expect(await hitPlace(scope, version, "bus", 0)).toMatchObject({
      total: 3,
      index: 1,
      previous: null,
      next: { start: blocks[1] },
    });
    expect(await hitPlace(scope, version, "bus", 25)).toMatchObject({
      index: 2,
      previous: { start: 0 },
    });
    const last = await hitPlace(scope, version, "bus", 999);
    expect(last).toMatchObject({ index: 3, next: null });
    expect(await hitPlace(scope, version, "olifant", 0)).toMatchObject({ total: 0, index: 0 });
    const points = [...text];
    const found = await hitsOnPage(scope, version, "bus", { start: 0, end: 40 });
    expect(found.map(({ start, end }) => points.slice(start, end).join(""))).toEqual([
      "bus",
      "Bus",
      "bus",
    ]);
    expect(await hitsOnPage(scope, version, " ", { start: 0, end: 40 })).toEqual([]);
  });

  test("knows the quotations before and after a page", async () => {
    const scope = await dossierOf();
    const imported = await sourceOf(scope);
    const early = await passageOf(scope, imported, "Een vaste begeleider");
    const late = await passageOf(scope, imported, "Blijft de begeleider");
    const at = (words: string) => imported.text.indexOf(words);
    const page = { start: at("Reactie:"), end: at("Vraag uit de zaal") };
    expect(await passagesAround(scope, imported.sourceVersionId, page)).toEqual({
      before: early,
      after: late,
    });
    const whole = { start: 0, end: 99_999 };
    expect(await passagesAround(scope, imported.sourceVersionId, whole)).toEqual({
      before: null,
      after: null,
    });
  });
});
