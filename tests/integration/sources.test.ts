import { createHash, randomUUID } from "node:crypto";
import fs from "node:fs";
import { count, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database, rowsOf } from "@/db/client";
import {
  audit,
  segment,
  source,
  sourceBlock,
  sourceFile,
  sourcePart,
  sourceVersion,
} from "@/db/schema";
import { administer } from "@/domain/accounts/gate";
import { verifyAudit } from "@/domain/audit/queries";
import { getConsultation } from "@/domain/consultations/queries";
import { removeCoding } from "@/domain/core-values/commands";
import {
  Conflict,
  DomainError,
  Forbidden,
  Invalid,
  NotFound,
  TooLarge,
} from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { removeSource } from "@/domain/removal/commands";
import { isRestedOn } from "@/domain/removal/model";
import { sourceToRemove } from "@/domain/removal/queries";
import { dropRequirement } from "@/domain/requirements/commands";
import { importSource, quotePassage } from "@/domain/sources/commands";
import type { BlockRow } from "@/domain/sources/model";
import {
  getSource,
  listBlocks,
  listSources,
  managedSource,
  originalFile,
  pageOfPlace,
  passagesWithContext,
  passageWithContext,
  searchBlocks,
  wordsInContext,
} from "@/domain/sources/queries";
import { pageOfBlock } from "@/domain/sources/rules";
import { reopenPart } from "@/domain/splitting/commands";
import { codePointLength } from "@/domain/text/rules";
import { quotedStretches, restsOn } from "@/domain/trace/queries";
import { freshDatabase } from "../database";
import { coreValueIn } from "../factories/core-values";
import { asIfAdministrator, dossierOf, memberOf, person } from "../factories/people";
import {
  bytesIn,
  fileOf,
  passageOf,
  SMALL_MINUTES,
  sourceOf,
  unreadSourceIn,
} from "../factories/sources";
import { changed, confirmed, partOf } from "../factories/splitting";
import { minutes } from "../factories/text";
import { tracedDossier, unlinkAll } from "../factories/trace";
import { makePdf, PdfPage } from "../pdf";
import { realSource, sourcesPresent } from "../sources";

freshDatabase();

const TABLES = [source, sourceFile, sourceVersion, sourceBlock, sourcePart, segment, audit];

/** How many rows stand in each table an import writes to. */
async function rowCounts(): Promise<number[]> {
  const db = await database();
  const counts: number[] = [];
  for (const table of TABLES) {
    const [row] = await db.select({ n: count() }).from(table);
    counts.push(row?.n ?? 0);
  }
  return counts;
}

/** The text of a version as its blocks give it back. */
async function rebuilt(sourceId: string): Promise<{ text: string; sha256: string | undefined }> {
  const db = await database();
  const [version] = await db
    .select()
    .from(sourceVersion)
    .where(eq(sourceVersion.sourceId, sourceId));
  const blocks = await db
    .select()
    .from(sourceBlock)
    .where(eq(sourceBlock.sourceVersionId, version?.id ?? ""))
    .orderBy(sourceBlock.n);
  return {
    text: blocks.map((block) => block.before + block.text).join("") + version?.trailing,
    sha256: version?.textSha256,
  };
}

describe("what is refused stores nothing", () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  const refused: [what: string, file: { fileName: string; bytes: Uint8Array }, error: object][] = [
    ["an empty file", { fileName: "leeg.txt", bytes: bytes() }, Invalid],
    ["only white space", fileOf(" \n\n\t ", "leeg.md"), Invalid],
    ["a binary file", { fileName: "beeld.txt", bytes: bytes(1, 2, 0, 255, 0, 7, 9) }, Invalid],
    ["100,000 lines", fileOf("regel\n".repeat(100_000), "lang.txt"), TooLarge],
    ["a damaged PDF", fileOf("%PDF-1.7 %âãÏÓ 1 0 obj", "notulen.txt"), Invalid],
    ["a format that cannot be read", fileOf("tekst", "notulen.docx"), Invalid],
  ];
  test.each(refused)("%s", async (_what, file, error) => {
    const scope = await dossierOf();
    const before = await rowCounts();
    await expect(importSource(scope, file)).rejects.toThrow(error as typeof Invalid);
    expect(await rowCounts()).toEqual(before);
  });

  test("a PDF is read, whatever its name, and where its pages begin is kept", async () => {
    const scope = await dossierOf();
    const page = (words: string) => new PdfPage().text(70, 100, words);
    const bytes = makePdf([page("Reactie: een vaste chauffeur."), page("Vraag: wie rijdt er?")]);
    const { sourceVersionId } = await importSource(scope, { fileName: "notulen.txt", bytes });
    const [version] = await (await database())
      .select({ pages: sourceVersion.pages })
      .from(sourceVersion)
      .where(eq(sourceVersion.id, sourceVersionId));
    expect(version?.pages).toEqual([0, 31]);
  });

  test("a reviewer may not import, even a file that could not be read", async () => {
    const scope = await dossierOf();
    const reviewer = await memberOf(scope, "reviewer");
    const before = await rowCounts();
    await expect(importSource(reviewer, fileOf(SMALL_MINUTES))).rejects.toThrow(Forbidden);
    await expect(importSource(reviewer, fileOf(""))).rejects.toThrow(Forbidden);
    expect(await rowCounts()).toEqual(before);
  });

  test("the same file twice, also under another name and at the same moment", async () => {
    const scope = await dossierOf();
    const { sourceId } = await importSource(scope, fileOf(SMALL_MINUTES));
    const before = await rowCounts();
    await expect(importSource(scope, fileOf(SMALL_MINUTES, "kopie.txt"))).rejects.toSatisfy(
      (error) =>
        error instanceof Conflict &&
        error.key === "sources.errors.known" &&
        error.params.title === "Notulen" &&
        (error.current as { id: string }).id === sourceId,
    );
    expect(await rowCounts()).toEqual(before);

    const other = await dossierOf();
    const settled = await Promise.allSettled([
      importSource(other, fileOf(SMALL_MINUTES)),
      importSource(other, fileOf(SMALL_MINUTES)),
    ]);
    expect(settled.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const refusal = settled.find((one) => one.status === "rejected");
    expect(refusal?.reason).toBeInstanceOf(Conflict);
    expect((await listSources(other)).total).toBe(1);
  });

  test.each([
    ["line ends of Windows", (text: string) => text.replaceAll("\n", "\r\n")],
    ["a byte order mark", (text: string) => `\ufeff${text}`],
    ["letters in parts", (text: string) => text.normalize("NFD")],
    ["no line end at the end", (text: string) => text.trim()],
    ["white space at the end of lines", (text: string) => text.replaceAll("\n", " \t\n")],
    ["signs that show nothing", (text: string) => text.replaceAll(" ", "\u200b \u00ad")],
  ])("the same text with %s is the known source", async (_, other) => {
    const scope = await dossierOf();
    const text = `${SMALL_MINUTES}\n\nÉén reünie.\n`;
    const { sourceId } = await importSource(scope, fileOf(text));
    const before = await rowCounts();
    await expect(
      importSource(scope, { ...fileOf(other(text), "kopie.txt"), title: "Kopie" }),
    ).rejects.toMatchObject({
      key: "sources.errors.known",
      params: { title: "Notulen" },
      current: { id: sourceId },
    });
    expect(await rowCounts()).toEqual(before);
    // Of another dossier nothing is said, and other line breaks are another text.
    await importSource(await dossierOf(), fileOf(other(text)));
    await importSource(scope, fileOf(text.replaceAll("\n\n", "\n")));
  });

  test("a text of an earlier Herleid is known by its words too", async () => {
    const scope = await dossierOf();
    const { sourceId } = await importSource(scope, fileOf(SMALL_MINUTES));
    await (await database()).execute(sql`
      update source set text_key = (select text_sha256 from source_version where source_id = source.id)
      where id = ${sourceId}`);
    await expect(
      importSource(scope, fileOf(SMALL_MINUTES.replaceAll("\n", "\r\n"))),
    ).rejects.toMatchObject({ key: "sources.errors.known", current: { id: sourceId } });
  });
});

test("an import keeps the bytes, and its blocks give the text back", async () => {
  const scope = await dossierOf();
  const text = `\ufeff${SMALL_MINUTES.replaceAll("\n", "\r\n")}\r\n  Tot slot: caf\u0065\u0301 en 👩‍🏫 \r\n`;
  const file = fileOf(text, "notulen-po_2026.md");
  const imported = await importSource(scope, file);
  expect(imported).toMatchObject({ title: "Notulen po 2026", documents: 1 });

  const original = await originalFile(scope, imported.sourceId);
  expect(Buffer.compare(await bytesIn(original.pieces), Buffer.from(file.bytes))).toBe(0);
  const normalised = text.slice(1).replaceAll("\r\n", "\n").normalize("NFC");
  const stored = await rebuilt(imported.sourceId);
  expect(stored.text).toBe(normalised);
  expect(stored.sha256).toBe(createHash("sha256").update(normalised).digest("hex"));

  const found = await getSource(scope, imported.sourceId);
  expect(found).toMatchObject({
    fileName: "notulen-po_2026.md",
    mediaType: "text/markdown",
    byteSize: file.bytes.length,
    characters: codePointLength(normalised),
    blocks: imported.blocks,
  });
  expect(found.parts).toMatchObject([{ n: 1, kind: "meeting", heldOn: "2026-03-12" }]);
  expect(found.parts[0]?.openSegments).toBe(found.parts[0]?.segments);
  const [row] = await (await database())
    .select()
    .from(audit)
    .where(eq(audit.entityId, imported.sourceId));
  expect(row).toMatchObject({ action: "source.import", entity: "source" });
});

test("a stranger finds no source, text, file or words", async () => {
  const mine = await dossierOf();
  const imported = await sourceOf(mine);
  const passageId = await passageOf(mine, imported, "Een bekend gezicht");
  const stranger = await dossierOf();
  await expect(getSource(stranger, imported.sourceId)).rejects.toThrow(NotFound);
  await expect(getSource(stranger, "geen-nummer")).rejects.toThrow(NotFound);
  await expect(originalFile(stranger, imported.sourceId)).rejects.toThrow(NotFound);
  await expect(passageWithContext(stranger, passageId)).rejects.toThrow(NotFound);
  const place = { sourceVersionId: imported.sourceVersionId, start: 0, end: 50 };
  await expect(wordsInContext(stranger, place)).rejects.toThrow(NotFound);
  const version = { versionId: imported.sourceVersionId };
  expect((await listBlocks(stranger, version, 1)).rows).toEqual([]);
  expect((await searchBlocks(stranger, version.versionId, "gezicht")).rows).toEqual([]);
  expect(await quotedStretches(stranger, place)).toEqual([]);
  expect((await restsOn(stranger, place)).requirements).toEqual([]);
  await expect(quotePassage(stranger, { ...place, exact: "# Bijeenkomst" })).rejects.toThrow(
    NotFound,
  );
});

describe("a passage", () => {
  async function quoteOf(scope: ReaderScope, exact: string, shift = 0) {
    const imported = await sourceOf(scope);
    const start = imported.text.indexOf("vrijdagmiddag") + shift;
    const end = start + codePointLength(exact);
    return { sourceVersionId: imported.sourceVersionId, start, end, exact };
  }

  test("is refused by the database when the words do not stand there", async () => {
    const scope = await dossierOf();
    const words = await quoteOf(scope, "vrijdagmiddag");
    for (const wrong of [
      { ...words, exact: "vrijdagochtend" },
      { ...words, start: words.start + 1 },
      { ...words, end: words.start },
      { ...words, start: 1_000_000, end: 1_000_013 },
    ]) {
      await expect(quotePassage(scope, wrong)).rejects.toSatisfy(
        (error) => error instanceof DomainError && error.key === "sources.errors.wordsNotThere",
      );
    }
    await expect(quotePassage(scope, { ...words, exact: " \n" })).rejects.toThrow(Invalid);
  });

  test("is refused to a reviewer", async () => {
    const scope = await dossierOf();
    const words = await quoteOf(scope, "vrijdagmiddag");
    await expect(quotePassage(await memberOf(scope, "reviewer"), words)).rejects.toThrow(Forbidden);
  });

  test("is made once, with one audit row, and found again", async () => {
    const scope = await dossierOf();
    const words = await quoteOf(scope, "vrijdagmiddag");
    const first = await quotePassage(scope, words);
    expect(await quotePassage(scope, words)).toEqual(first);
    const rows = await (await database())
      .select()
      .from(audit)
      .where(eq(audit.entityId, first.passageId));
    expect(rows).toMatchObject([{ action: "passage.quote", entity: "passage" }]);
  });

  test("shows what stands around it, also many at once and at the edges of the text", async () => {
    const scope = await dossierOf();
    const text = `👩‍🏫 begint.\n\n${"Vooraf staat er veel. ".repeat(20)}\n\nPrecies dit.\n\n${"Daarna ook. ".repeat(20)}Slot 🎉`;
    const imported = await sourceOf(scope, { text, fileName: "rand.txt" });
    const middle = await passageOf(scope, imported, "Precies dit.");
    const first = await passageOf(scope, imported, "👩‍🏫 begint.");
    const last = await passageOf(scope, imported, "Slot 🎉");
    const across = await passageOf(scope, imported, "er veel. \n\nPrecies");

    const found = await passageWithContext(scope, middle);
    expect(found).toMatchObject({
      exact: "Precies dit.",
      sourceId: imported.sourceId,
      sourceTitle: "Rand",
      blockNumber: 3,
    });
    expect(codePointLength(found.before)).toBe(120);
    expect(found.before.endsWith("er veel. \n\n")).toBe(true);
    expect(codePointLength(found.after)).toBe(120);
    expect(found.after.startsWith("\n\nDaarna")).toBe(true);

    const all = await passagesWithContext(scope, [first, last, across, first, "geen-nummer"]);
    expect(all.size).toBe(3);
    expect(all.get(first)).toMatchObject({ exact: "👩‍🏫 begint.", before: "", blockNumber: 1 });
    expect(all.get(last)).toMatchObject({ exact: "Slot 🎉", after: "", blockNumber: 4 });
    expect(all.get(across)).toMatchObject({ exact: "er veel. \n\nPrecies", blockNumber: 2 });
    expect(await passagesWithContext(scope, [])).toEqual(new Map());
  });
});

describe("what rests on words", () => {
  test("is followed upward from a reaction, and its kernwaarden and requirements are named", async () => {
    const scope = await dossierOf();
    const made = await tracedDossier(scope);
    const { sourceVersionId } = made.source;
    const face = await passageWithContext(scope, made.facePassageId);
    // One letter within the words is enough.
    const rests = await restsOn(scope, {
      sourceVersionId,
      start: face.start + 4,
      end: face.start + 5,
    });
    expect(rests.requirements).toMatchObject([
      {
        id: made.requirementId,
        text: "Elke school heeft één begeleider",
        dropped: false,
        paths: [["reaction", "coreValue"]],
      },
    ]);
    expect(rests.requirements[0]?.code).toBeTruthy();
    expect(rests.coreValues).toMatchObject({ total: 1, rows: [{ id: made.value.id }] });
    expect(rests.reactions).toMatchObject({ total: 1, rows: [{ number: made.face.number }] });
    expect(rests.statements).toEqual({ rows: [], total: 0 });
    const beside = { sourceVersionId, start: face.end, end: face.end + 1 };
    expect((await restsOn(scope, beside)).requirements).toEqual([]);
  });

  test("includes what people said to a stelling, and words coded without a reaction", async () => {
    const scope = await dossierOf();
    const made = await tracedDossier(scope);
    const statement = await passageWithContext(scope, made.statementPassageId);
    const onStatement = await restsOn(scope, statement);
    expect(onStatement.statements.rows).toMatchObject([{ id: made.statementId, number: 1 }]);
    expect(onStatement.reactions.total).toBe(2);
    expect(onStatement.requirements).toMatchObject([
      { id: made.requirementId, paths: [["statement", "reaction", "coreValue"]] },
    ]);
    const loose = await passageWithContext(scope, made.loosePassageId);
    expect((await restsOn(scope, loose)).requirements).toMatchObject([
      { id: made.requirementId, paths: [["coreValue"]] },
    ]);
    await unlinkAll(scope, made.requirementId);
    expect((await restsOn(scope, loose)).requirements).toEqual([]);
  });

  test("stands beside each stretch of a page, dropped requirements left out", async () => {
    const scope = await dossierOf();
    const made = await tracedDossier(scope);
    const place = { sourceVersionId: made.source.sourceVersionId, start: 0, end: 10_000 };
    const stretches = await quotedStretches(scope, place);
    const of = (passageId: string) => stretches.find((one) => one.passageId === passageId);
    expect(stretches).toHaveLength(4);
    expect(of(made.facePassageId)?.tags.map((tag) => tag.kind)).toEqual([
      "reaction",
      "coreValue",
      "requirement",
    ]);
    expect(of(made.facePassageId)?.requirements).toBe(1);
    expect(of(made.statementPassageId)?.tags).toMatchObject([{ kind: "statement", number: 1 }]);
    expect(of(made.loosePassageId)?.tags).toMatchObject([
      { kind: "coreValue" },
      { kind: "requirement" },
    ]);
    await dropRequirement(scope, { requirementId: made.requirementId, reason: "Dubbel" });
    const [after] = (await quotedStretches(scope, place)).filter(
      (one) => one.passageId === made.loosePassageId,
    );
    expect(after).toMatchObject({ requirements: 0, tags: [{ kind: "coreValue" }] });
    const loose = await passageWithContext(scope, made.loosePassageId);
    expect((await restsOn(scope, loose)).requirements).toMatchObject([{ dropped: true }]);
  });
});

test("words can be read by their place, and a place without words is not found", async () => {
  const scope = await dossierOf();
  const { sourceVersionId, text } = await sourceOf(scope);
  const start = text.indexOf("Blijft de");
  const found = await wordsInContext(scope, { sourceVersionId, start, end: start + 9 });
  expect(found).toMatchObject({ exact: "Blijft de", start, end: start + 9 });
  expect(await wordsInContext(scope, { sourceVersionId, start, end: 99_999 })).toMatchObject({
    exact: text.slice(start).trimEnd(),
  });
  for (const place of [
    { start: 5, end: 5 },
    { start: 9, end: 3 },
    { start: 90_000, end: 90_010 },
  ]) {
    await expect(wordsInContext(scope, { sourceVersionId, ...place })).rejects.toThrow(NotFound);
  }
});

test("blocks are read by page, found by place and by Dutch words", async () => {
  const scope = await dossierOf();
  const text = Array.from({ length: 450 }, (_, i) => `Alinea ${i + 1} over begeleiders.`).join(
    "\n\n",
  );
  const imported = await sourceOf(scope, { text, fileName: "lang.txt" });
  const version = { versionId: imported.sourceVersionId };
  const pages = (await listBlocks(scope, version, 1)).pages;
  expect(pages).toBe(5);
  const read: BlockRow[] = [];
  for (let page = 1; page <= pages; page++) {
    const { rows, ...place } = await listBlocks(scope, version, page);
    expect(place).toEqual({ page, pages, total: 450 });
    const [first] = rows;
    const last = rows.at(-1);
    if (!first || !last) throw new Error("an empty page");
    // Each block leads to the page it stands on, by its number and by any place in it.
    for (const block of [first, last]) {
      expect(pageOfBlock(block)).toBe(page);
      expect(await pageOfPlace(scope, version.versionId, block.end - 1)).toBe(page);
    }
    read.push(...rows);
  }
  expect(read.map((block) => block.n)).toEqual(Array.from({ length: 450 }, (_, i) => i + 1));
  expect(read[35]).toMatchObject({ text: "Alinea 36 over begeleiders.", before: "\n\n" });
  expect((await listBlocks(scope, version, 99)).page).toBe(pages);
  expect((await listBlocks(scope, version, Number.NaN)).page).toBe(1);
  expect(await pageOfPlace(scope, version.versionId, 0)).toBe(1);
  const hits = await searchBlocks(scope, version.versionId, "begeleider 201");
  expect(hits).toMatchObject({ total: 1, rows: [{ n: 201 }] });
  expect(hits.rows[0]?.pieces.filter((piece) => piece.hit).map((piece) => piece.text)).toEqual([
    "201",
    "begeleiders",
  ]);
  expect(await searchBlocks(scope, version.versionId, "olifant")).toMatchObject({ total: 0 });
});

test("minutes of more rows than one statement holds come in whole", async () => {
  const scope = await dossierOf();
  const text = minutes(1_000_000);
  const imported = await importSource(scope, fileOf(text, "groot.md"));
  expect((await rebuilt(imported.sourceId)).text).toBe(text);
});

describe.runIf(sourcesPresent)("the real minutes", () => {
  test("hold three documents of which every word has a place", async () => {
    const scope = await dossierOf();
    const bytes = new Uint8Array(fs.readFileSync(realSource("minutes")));
    const { sourceId } = await importSource(scope, { fileName: "notulen.md", bytes });
    const { parts } = await getSource(scope, sourceId);
    expect(parts).toMatchObject([
      { kind: "meeting", heldOn: "2017-07-06", startsAt: "12:00", sector: "PO" },
      { kind: "meeting", heldOn: "2017-06-29", startsAt: "10:00", sector: "VO" },
      { kind: "interview" },
    ]);
    expect((await bytesIn((await originalFile(scope, sourceId)).pieces)).equals(bytes)).toBe(true);
  });
});

describe("removing a source that was added by mistake", () => {
  const asManager = async () => administer(await person({ kind: "administrator" }));
  const reason = "Hoort bij een ander dossier";
  const erased = async (sourceId: string) => {
    const [row] = await rowsOf<Record<string, number>>(
      await database(),
      sql`select (select count(*)::int from source where id = ${sourceId}::uuid) as sources,
        (select count(*)::int from source_file where source_id = ${sourceId}::uuid) as files,
        (select count(*)::int from source_version where source_id = ${sourceId}::uuid) as versions,
        (select count(*)::int from source_block b join source_version v on v.id = b.source_version_id
          where v.source_id = ${sourceId}::uuid) as blocks`,
    );
    return row;
  };

  test("takes its file, text, splitting and loose passages, and leaves what it was in the log", async () => {
    const scope = await dossierOf();
    const part = await partOf(scope, { text: SMALL_MINUTES });
    const other = await sourceOf(scope, { text: "Een andere bron.", fileName: "ander.md" });
    await changed(scope, part, { type: "acceptRest" });
    await passageOf(scope, { ...part, text: SMALL_MINUTES }, SMALL_MINUTES.slice(2, 14));
    const manager = await asManager();
    const { title } = (await listSources(scope)).rows.find((row) => row.id === part.sourceId) ?? {};
    await removeSource(manager, {
      sourceId: part.sourceId,
      title: ` ${title?.toUpperCase()}\u200b`,
      reason,
    });
    expect(await erased(part.sourceId)).toEqual({ sources: 0, files: 0, versions: 0, blocks: 0 });
    expect((await listSources(scope)).rows.map((row) => row.id)).toEqual([other.sourceId]);
    const [row] = await rowsOf<{ action: string; dossier: string }>(
      await database(),
      sql`select action, dossier_id as dossier from audit where entity_id = ${part.sourceId}
        order by n desc limit 1`,
    );
    expect(row).toEqual({ action: "source.remove", dossier: scope.dossierId });
    // The same file can come back, and the text of others is as immutable as it was.
    await importSource(scope, fileOf(SMALL_MINUTES));
    await expect((await database()).execute(sql`delete from source_block`)).rejects.toMatchObject({
      code: "23001",
    });
  });

  test("one that could not be read goes too", async () => {
    const scope = await dossierOf();
    const { sourceId, title } = await unreadSourceIn(scope);
    await removeSource(await asManager(), { sourceId, title, reason });
    expect(await erased(sourceId)).toMatchObject({ sources: 0, files: 0 });
  });

  test("is refused without having seen what rests on its words, also what was taken away", async () => {
    const manager = await asManager();
    const scope = await dossierOf();
    const part = await partOf(scope, { text: SMALL_MINUTES });
    const passageId = await passageOf(
      scope,
      { ...part, text: SMALL_MINUTES },
      SMALL_MINUTES.slice(2, 14),
    );
    const { id } = await coreValueIn(scope, { name: "Rust", passageIds: [passageId] });
    const [coding] = await rowsOf<{ id: string }>(
      await database(),
      sql`select id from coding where core_value_id = ${id}`,
    );
    await removeCoding(scope, { codingId: coding?.id ?? "", reason: "Vergissing" });
    const refused = async (sourceId: string) => {
      const about = await sourceToRemove(manager, scope.dossierId, sourceId);
      await expect(removeSource(manager, { sourceId, title: about.title, reason })).rejects.toThrow(
        "sources.errors.restedOn",
      );
      expect(await erased(sourceId)).toMatchObject({ sources: 1, files: 1, versions: 1 });
      return about.resting;
    };
    expect(await refused(part.sourceId)).toMatchObject({ passages: 1, codings: 0, reactions: 0 });

    const text = `${SMALL_MINUTES}\nNog een zin.\n`;
    const other = await partOf(scope, { text, fileName: "tweede.md" });
    await confirmed(scope, other);
    const resting = await refused(other.sourceId);
    expect(resting).toMatchObject({ documents: 1 });
    expect(resting.reactions).toBeGreaterThan(0);
  });

  test("of which the minutes were confirmed goes once they are opened again, and leaves its consultation", async () => {
    const manager = await asManager();
    const scope = await dossierOf();
    const part = await partOf(scope, { text: SMALL_MINUTES });
    const { consultationId } = await confirmed(scope, part);
    const { title } = await managedSource(manager, scope.dossierId, part.sourceId);
    const remove = () => removeSource(manager, { sourceId: part.sourceId, title, reason });
    await expect(remove()).rejects.toThrow("sources.errors.restedOn");
    const [{ lockVersion } = { lockVersion: 0 }] = await (await database())
      .select({ lockVersion: sourcePart.lockVersion })
      .from(sourcePart)
      .where(eq(sourcePart.id, part.partId));
    await reopenPart(scope, { partId: part.partId, lockVersion });
    const { resting } = await sourceToRemove(manager, scope.dossierId, part.sourceId);
    expect(isRestedOn(resting)).toBe(false);
    await remove();
    expect(await erased(part.sourceId)).toEqual({ sources: 0, files: 0, versions: 0, blocks: 0 });
    expect((await getConsultation(scope, consultationId)).id).toBe(consultationId);
    const { faults } = await verifyAudit(manager);
    expect(faults.filter(({ chain }) => chain === scope.dossierId)).toEqual([]);
  });

  test("asks for the title and a reason, of an administrator", async () => {
    const scope = await dossierOf();
    const { sourceId, title } = await sourceOf(scope);
    const manager = await asManager();
    await expect(removeSource(manager, { sourceId, title: "Iets", reason })).rejects.toMatchObject({
      fields: { title: "sources.errors.otherTitle" },
    });
    await expect(removeSource(manager, { sourceId, title, reason: " " })).rejects.toMatchObject({
      fields: { reason: "errors.field.required" },
    });
    for (const other of [
      scope,
      await memberOf(scope, "reviewer"),
      await memberOf(scope, "stakeholder"),
      asIfAdministrator(await person()),
    ]) {
      await expect(removeSource(other as never, { sourceId, title, reason })).rejects.toThrow(
        Forbidden,
      );
    }
    await expect(managedSource(manager, (await dossierOf()).dossierId, sourceId)).rejects.toThrow(
      NotFound,
    );
    await expect(removeSource(manager, { sourceId: randomUUID(), title, reason })).rejects.toThrow(
      NotFound,
    );
    expect(await erased(sourceId)).toMatchObject({ sources: 1 });
  });
});
