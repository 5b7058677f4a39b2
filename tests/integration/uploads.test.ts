import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect, onTestFinished, test } from "vitest";
import { database, openShared, rowsOf } from "@/db/client";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { JOBS } from "@/domain/jobs/registry";
import { startWorker } from "@/domain/jobs/worker";
import { Forbidden, NotFound } from "@/domain/kernel/errors";
import { MAX_FILE_BYTES } from "@/domain/sources/model";
import { getSource, originalFile, receivedSource } from "@/domain/sources/queries";
import { PIECE_BYTES } from "@/domain/sources/rows";
import {
  addPiece,
  addUploads,
  chooseReading,
  dropUpload,
  readDraftAgain,
  receiveUpload,
  startUpload,
  stopReading,
} from "@/domain/uploads/commands";
import { forgetDraftJob } from "@/domain/uploads/jobs";
import { MAX_DRAFTS } from "@/domain/uploads/model";
import { getDraft, listDrafts } from "@/domain/uploads/queries";
import { totalsOf } from "@/domain/uploads/rules";
import { freshDatabase } from "../database";
import { dossierOf, enlist, memberOf, person } from "../factories/people";
import { bytesIn, SMALL_MINUTES, sourceOf } from "../factories/sources";
import { arriving, draftIn, draftOf, inspected, sentBy } from "../factories/uploads";

freshDatabase();

const PATIENCE = { timeout: 110_000, interval: 50 };

/** Rows that a file leaves, anywhere. */
async function rows(): Promise<Record<string, number>> {
  const [row] = await rowsOf<Record<string, number>>(
    await database(),
    sql`select (select count(*)::int from upload) as uploads,
      (select count(*)::int from source_file) as pieces,
      (select count(*)::int from source) as sources,
      (select count(*)::int from audit) as audit`,
  );
  return row ?? {};
}

describe("a file that is sent", () => {
  test("is a draft of who sent it; added, it is a source with the same bytes and one row in the log", async () => {
    const scope = await dossierOf();
    const bytes = new TextEncoder().encode(
      `${SMALL_MINUTES}\n${"- Nog een punt.\n".repeat(90_000)}`,
    );
    const before = await rows();
    const { uploadId } = await receiveUpload(scope, {
      fileName: "notulen-po.md",
      bytes: arriving(bytes, 77_777),
    });
    expect(await rows()).toMatchObject({
      uploads: (before.uploads ?? 0) + 1,
      // More than one, and none of them large.
      pieces: (before.pieces ?? 0) + Math.ceil(bytes.length / PIECE_BYTES),
      sources: before.sources,
      audit: before.audit,
    });
    expect(await draftIn(scope, uploadId)).toMatchObject({
      state: "waiting",
      byteSize: bytes.length,
      found: null,
    });
    await dropUpload(scope, { uploadId });
    expect(await rows()).toEqual(before);
  });

  test("becomes what was shown", async () => {
    const scope = await dossierOf();
    const uploadId = await draftOf(scope, SMALL_MINUTES, "notulen-po.md");
    const draft = await draftIn(scope, uploadId);
    expect(draft).toMatchObject({
      state: "ready",
      found: {
        mediaType: "text/markdown",
        documents: [{ title: "Bijeenkomst begeleiding op school", date: "2026-03-12" }],
        numbers: { documents: 1, statements: 1 },
      },
    });
    const { numbers } = draft?.found ?? {};
    expect(totalsOf(await listDrafts(scope))).toEqual({ sources: 1, ...numbers });

    expect(await addUploads(scope, { uploadIds: [uploadId] })).toEqual({
      sourceIds: [uploadId],
      known: [],
    });
    expect(await listDrafts(scope)).toEqual([]);
    expect(await receivedSource(scope, uploadId)).toMatchObject({
      state: "waiting",
      title: "Notulen po",
      sha256: createHash("sha256").update(SMALL_MINUTES).digest("hex"),
    });
    const { pieces } = await originalFile(scope, uploadId);
    expect((await bytesIn(pieces)).toString()).toBe(SMALL_MINUTES);
    const worker = await startWorker(await openShared(), JOBS, 0.5);
    onTestFinished(() => worker.stop());
    await expect
      .poll(async () => (await receivedSource(scope, uploadId)).state, PATIENCE)
      .toBe("read");
    const { parts } = await getSource(scope, uploadId);
    expect(parts).toHaveLength(numbers?.documents ?? 0);
    const [counted] = await rowsOf<{ statements: number; unsure: number }>(
      await database(),
      sql`select count(distinct g.statement) filter (where g.kind = 'statement')::int as statements,
          count(*) filter (where g.confidence < 0.9)::int as unsure
        from segment g join source_part p on p.id = g.part_id
        join source_version v on v.id = p.source_version_id where v.source_id = ${uploadId}`,
    );
    expect(counted).toEqual({ statements: numbers?.statements, unsure: numbers?.unsure });
    const log = await rowsOf<{ action: string }>(
      await database(),
      sql`select action from audit where entity_id = ${uploadId} order by n`,
    );
    expect(log.map(({ action }) => action)).toEqual(["source.import", "source.read"]);
  });

  test("that is cut off on the way leaves nothing", async () => {
    const scope = await dossierOf();
    const before = await rows();
    async function* cut() {
      yield new Uint8Array(700_000);
      throw new Error("connection lost");
    }
    await expect(receiveUpload(scope, { fileName: "half.pdf", bytes: cut() })).rejects.toThrow(
      "connection lost",
    );
    expect(await rows()).toEqual(before);
  });

  test("is refused as soon as it is too large, by what is said of it or by what comes", async () => {
    const scope = await dossierOf();
    const before = await rows();
    await expect(
      startUpload(scope, { fileName: "groot.pdf", expected: MAX_FILE_BYTES + 1 }),
    ).rejects.toMatchObject({ key: "sources.errors.tooLarge" });
    let taken = 0;
    async function* endless() {
      for (;;) {
        taken += 1024 * 1024;
        yield new Uint8Array(1024 * 1024);
      }
    }
    await expect(
      receiveUpload(scope, { fileName: "groot.pdf", bytes: endless() }),
    ).rejects.toMatchObject({ key: "sources.errors.tooLarge", params: { limit: 50 } });
    expect(taken).toBeLessThan(MAX_FILE_BYTES + 3 * 1024 * 1024);
    expect(await rows()).toEqual(before);
  }, 120_000);

  test("a server that was killed while it came in leaves what the next one, or the day after, takes away", async () => {
    const scope = await dossierOf();
    const before = await rows();
    const { uploadId } = await startUpload(scope, { fileName: "half.pdf" });
    await addPiece(scope, { uploadId, n: 1, content: new Uint8Array(1000) });
    // Nobody sees it as a file of theirs.
    expect(await listDrafts(scope)).toEqual([]);
    await (await database()).execute(
      sql`update upload set created_at = now() - interval '2 hours' where id = ${uploadId}`,
    );
    const second = await startUpload(scope, { fileName: "nog-een.pdf" });
    await forgetDraftJob.run(
      { dossierId: scope.dossierId, uploadId: second.uploadId },
      new AbortController().signal,
    );
    expect(await rows()).toEqual(before);
  });

  test("who sends without adding is stopped after a while, others are not", async () => {
    const scope = await dossierOf();
    for (let n = 0; n < MAX_DRAFTS; n++) await startUpload(scope, { fileName: `${n}.txt` });
    // In another dossier it is the same person.
    const { actor } = scope;
    const elsewhere = await dossierOf(actor.type === "account" ? actor : undefined);
    for (const place of [scope, elsewhere]) {
      await expect(startUpload(place, { fileName: "meer.txt" })).rejects.toMatchObject({
        key: "uploads.errors.full",
      });
    }
    await startUpload(await dossierOf(), { fileName: "van-een-ander.txt" });
  }, 120_000);
});

describe("whose it is", () => {
  test("another author of the dossier does not find it, and nobody else may send one", async () => {
    const scope = await dossierOf();
    const uploadId = await draftOf(scope, SMALL_MINUTES);
    const colleague = await person();
    await enlist(scope.slug, colleague.id, "author");
    const other = await openDossierToRead(colleague, scope.slug);
    expect(await listDrafts(other)).toEqual([]);
    await expect(getDraft(other, uploadId)).rejects.toThrow(NotFound);
    for (const act of [dropUpload, stopReading, readDraftAgain, chooseReading]) {
      await expect(act(other, { uploadId })).rejects.toThrow(NotFound);
    }
    await expect(addUploads(other, { uploadIds: [uploadId] })).rejects.toMatchObject({
      key: "uploads.errors.nothingToAdd",
    });
    // In another dossier of one's own it is not there either.
    const { actor } = scope;
    const elsewhere = await dossierOf(actor.type === "account" ? actor : undefined);
    await expect(getDraft(elsewhere, uploadId)).rejects.toThrow(NotFound);

    for (const role of ["reviewer", "stakeholder"] as const) {
      const member = await memberOf(scope, role);
      await expect(startUpload(member, { fileName: "a.txt" })).rejects.toThrow(Forbidden);
      await expect(addUploads(member, { uploadIds: [uploadId] })).rejects.toThrow(Forbidden);
    }
    expect(await draftIn(scope, uploadId)).toMatchObject({ state: "ready" });
  });
});

describe("what is known already", () => {
  test("the same bytes, and the same text in other bytes, are said before and refused at adding", async () => {
    const scope = await dossierOf();
    const { sourceId, title } = await sourceOf(scope);
    const windows = SMALL_MINUTES.replaceAll("\n", "\r\n");
    for (const text of [SMALL_MINUTES, windows]) {
      const uploadId = await draftOf(scope, text, "opnieuw.md");
      expect(await draftIn(scope, uploadId)).toMatchObject({ known: { id: sourceId, title } });
      expect(totalsOf(await listDrafts(scope))).toMatchObject({ sources: 0, reactions: 0 });
      expect(await addUploads(scope, { uploadIds: [uploadId] })).toEqual({
        sourceIds: [],
        known: [{ id: sourceId, title }],
      });
      // It stays, and says so.
      expect(await draftIn(scope, uploadId)).toBeDefined();
      await dropUpload(scope, { uploadId });
    }
  });

  test("two files with one text are added once", async () => {
    const scope = await dossierOf();
    const first = await draftOf(scope, SMALL_MINUTES, "een.md");
    const second = await draftOf(scope, SMALL_MINUTES.replaceAll("\n", "\r\n"), "twee.md");
    expect(await draftIn(scope, second)).toMatchObject({ sameAs: "een.md", known: null });
    expect(totalsOf(await listDrafts(scope))).toMatchObject({ sources: 1 });
    const added = await addUploads(scope, { uploadIds: [second, first] });
    expect(added.sourceIds).toEqual([first]);
    expect(added.known).toMatchObject([{ id: first }]);
  });
});

describe("adding", () => {
  test("pressed twice, and in two tabs at once, it is done once", async () => {
    const scope = await dossierOf();
    const drafts = [
      await draftOf(scope, "# Bijeenkomst\n\n- Anders dan de rest.\n", "een.md"),
      await draftOf(scope, "# Bijeenkomst\n\n- Weer iets anders.\n", "twee.md"),
    ];
    const key = "sleutel";
    const once = await addUploads(scope, { uploadIds: drafts }, { key });
    expect(await addUploads(scope, { uploadIds: drafts }, { key })).toEqual(once);
    expect(once.sourceIds).toEqual(drafts);

    const third = await draftOf(scope, "# Bijeenkomst\n\n- En nog iets.\n", "drie.md");
    const tabs = await Promise.allSettled([
      addUploads(scope, { uploadIds: [third] }),
      addUploads(scope, { uploadIds: [third, ...drafts] }),
    ]);
    const added = tabs.flatMap((tab) =>
      tab.status === "fulfilled" ? tab.value.sourceIds : [tab.reason.key],
    );
    expect(added.sort()).toEqual([third, "uploads.errors.nothingToAdd"].sort());
    const log = await rowsOf(
      await database(),
      sql`select 1 from audit where action = 'source.import' and dossier_id = ${scope.dossierId}`,
    );
    expect(log).toHaveLength(3);
  });

  test("a file that is a source already keeps its bytes, whoever asks", async () => {
    const scope = await dossierOf();
    const uploadId = await draftOf(scope, SMALL_MINUTES);
    await addUploads(scope, { uploadIds: [uploadId] });
    const db = await database();
    for (const change of [
      sql`delete from source_file where source_id = ${uploadId}`,
      sql`insert into source_file (source_id, n, content) values (${uploadId}, 2, 'x')`,
      sql`update source_file set content = 'x' where source_id = ${uploadId}`,
    ]) {
      await expect(db.execute(change)).rejects.toMatchObject({ code: "23001" });
    }
    // The job that would have taken the draft away finds none.
    const job = { dossierId: scope.dossierId, uploadId };
    await forgetDraftJob.run(job, new AbortController().signal);
    expect(await receivedSource(scope, uploadId)).toMatchObject({ state: "waiting" });
  });
});

describe("reading a draft", () => {
  test("what was chosen has it read again, and comes along when it is added", async () => {
    const scope = await dossierOf();
    const uploadId = await draftOf(scope, "Eén coördinator, € 12.", "brief.txt");
    expect((await draftIn(scope, uploadId))?.found?.letters).toEqual(["Eén", "coördinator", "€"]);
    // The same choice is no other.
    await chooseReading(scope, { uploadId });
    expect(await draftIn(scope, uploadId)).toMatchObject({ state: "ready" });
    await chooseReading(scope, { uploadId, encoding: "utf-8" });
    expect(await draftIn(scope, uploadId)).toMatchObject({ state: "waiting" });
    // The reading from before does not count any more.
    await inspected(scope, uploadId, 1);
    expect(await draftIn(scope, uploadId)).toMatchObject({ state: "waiting" });
    await inspected(scope, uploadId, 2);
    expect(await draftIn(scope, uploadId)).toMatchObject({
      state: "ready",
      choices: { encoding: "utf-8" },
    });
    await addUploads(scope, { uploadIds: [uploadId] });
    const [kept] = await rowsOf(
      await database(),
      sql`select choices from source where id = ${uploadId}`,
    );
    expect(kept).toEqual({ choices: { encoding: "utf-8" } });
    await expect(
      chooseReading(scope, {
        uploadId: await draftOf(scope, "Tekst."),
        encoding: "ebcdic" as never,
      }),
    ).rejects.toMatchObject({ fields: { encoding: "errors.field.invalid" } });
  });

  test("that cannot be read says why; what may still be read is read again", async () => {
    const scope = await dossierOf();
    const uploadId = await sentBy(
      scope,
      new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2]),
      "foto.txt",
    );
    await inspected(scope, uploadId);
    expect(await draftIn(scope, uploadId)).toMatchObject({
      state: "failed",
      failure: { key: "sources.errors.image", params: { fileName: "foto.txt" } },
    });
    await expect(addUploads(scope, { uploadIds: [uploadId] })).rejects.toMatchObject({
      key: "uploads.errors.nothingToAdd",
    });
  });

  test("that is stopped ends the process that reads it, and can be read again", async () => {
    const scope = await dossierOf();
    // Long enough to be stopped; stopped at the first look.
    const text = `# Bijeenkomst\n\n${"- De chauffeur moet de school kunnen bellen.\n".repeat(40_000)}`;
    const uploadId = await sentBy(scope, text, "groot.md");
    const begun = performance.now();
    const reading = inspected(scope, uploadId).catch(() => {});
    await expect
      .poll(async () => (await draftIn(scope, uploadId))?.state, PATIENCE)
      .toBe("reading");
    await stopReading(scope, { uploadId });
    expect(await draftIn(scope, uploadId)).toMatchObject({
      state: "failed",
      failure: { key: "uploads.failed.stopped" },
    });
    await reading;
    const stopped = performance.now() - begun;
    // Whatever it still finds does not count.
    expect(await draftIn(scope, uploadId)).toMatchObject({ state: "failed", found: null });
    await readDraftAgain(scope, { uploadId });
    const again = performance.now();
    await inspected(scope, uploadId, 3);
    expect(await draftIn(scope, uploadId)).toMatchObject({ state: "ready" });
    expect(stopped).toBeLessThan(performance.now() - again + 5_000);
  }, 240_000);

  test("a draft that nobody added in a day is gone", async () => {
    const scope = await dossierOf();
    const before = await rows();
    const uploadId = await draftOf(scope, "Vergeten.", "vergeten.txt");
    const job = { dossierId: scope.dossierId, uploadId };
    await forgetDraftJob.run(job, new AbortController().signal);
    expect(await rows()).toEqual(before);
    // Once more is nothing.
    await forgetDraftJob.run(job, new AbortController().signal);
  });

  test("a draft of which the job was lost is found when a day has passed, with what was to come with it", async () => {
    const scope = await dossierOf();
    const before = await rows();
    const uploadId = await draftOf(scope, "Vergeten.", "vergeten.txt");
    const db = await database();
    // A file that came with it, of which the copying was cut off.
    const { uploadId: child } = await startUpload(scope, { fileName: "bijlage.pdf" });
    await addPiece(scope, { uploadId: child, n: 1, content: new Uint8Array(1000) });
    await db.execute(sql`update upload set parent_id = ${uploadId} where id = ${child}`);
    const due = async () => (await forgetDraftJob.due?.(db)) ?? [];
    expect(await due()).toEqual([]);
    await db.execute(
      sql`update upload set created_at = now() - interval '25 hours' where id = ${uploadId}`,
    );
    const jobs = await due();
    expect(jobs.map(({ data }) => data)).toEqual([{ dossierId: scope.dossierId, uploadId }]);
    for (const { data } of jobs) await forgetDraftJob.run(data, new AbortController().signal);
    expect(await rows()).toEqual(before);
  });
});
