import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, onTestFinished, test } from "vitest";
import { database, openShared } from "@/db/client";
import { audit, source, sourceFile } from "@/db/schema";
import { administer } from "@/domain/accounts/gate";
import { verifyAudit } from "@/domain/audit/queries";
import { archiveDossier, setOriginals } from "@/domain/dossiers/commands";
import { openDossierForJob } from "@/domain/dossiers/gate";
import { startWorker } from "@/domain/jobs/worker";
import { DomainError, Forbidden, Invalid, NotFound } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { removeSource } from "@/domain/removal/commands";
import { destroyOriginal, importSource, keepOriginal } from "@/domain/sources/commands";
import { destroyDueOriginal } from "@/domain/sources/commands/originals";
import { destroyOriginalJob } from "@/domain/sources/jobs";
import { getSource, listBlocks, listSources, originalFile } from "@/domain/sources/queries";
import { dueOriginals } from "@/domain/sources/rows";
import { freshDatabase } from "../database";
import { dossierOf, memberOf, person, SYSTEM } from "../factories/people";
import { bytesIn, fileOf, passageOf, sourceOf, unreadSourceIn } from "../factories/sources";

freshDatabase();

const LONG_AGO = "2020-01-31";
const reason = "De opname is uitgewerkt";

async function bytesLeft(scope: ReaderScope, sourceId: string): Promise<Buffer> {
  return bytesIn((await originalFile(scope, sourceId)).pieces);
}

/** The source with its time passed, in a dossier that has it destroyed by itself, or not. */
async function dueSource(destroy: "yes" | "no") {
  const scope = await dossierOf();
  const { sourceId } = await sourceOf(scope);
  await keepOriginal(scope, { sourceId, keepUntil: LONG_AGO });
  await setOriginals(scope, { destroy });
  return { scope, sourceId };
}

const isNamed = async (sourceId: string) =>
  (await dueOriginals(await database())).some((due) => due.sourceId === sourceId);

describe("an original that is destroyed", () => {
  test("goes whole, and its text, its words and its hash stay; the check finds nothing amiss", async () => {
    const scope = await dossierOf();
    const imported = await sourceOf(scope);
    const { sourceId } = imported;
    await passageOf(scope, imported, "Een bekend gezicht");
    const bytes = await bytesLeft(scope, sourceId);
    const before = await getSource(scope, sourceId);
    const text = (await listBlocks(scope, before, 1)).rows;

    await destroyOriginal(scope, { sourceId, title: before.title, reason });

    expect(await bytesLeft(scope, sourceId)).toHaveLength(0);
    const db = await database();
    expect(await db.$count(sourceFile, eq(sourceFile.sourceId, sourceId))).toBe(0);
    const after = await getSource(scope, sourceId);
    expect(after).toEqual({ ...before, destroyedAt: expect.any(String), destroyedReason: reason });
    expect(after.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect((await listBlocks(scope, after, 1)).rows).toEqual(text);
    expect(await originalFile(scope, sourceId)).toMatchObject({
      fileName: "notulen.md",
      sha256: before.sha256,
      destroyedReason: reason,
    });
    expect(await verifyAudit(administer(SYSTEM))).toMatchObject({ faults: [], more: 0 });
    const [row] = await db.select().from(audit).where(eq(audit.action, "source.destroyOriginal"));
    expect(row).toMatchObject({ entityId: sourceId, words: { reason } });
    // The same file is the same source still.
    await expect(importSource(scope, fileOf(imported.text))).rejects.toThrow(DomainError);
    // And one that nothing rests on can be removed like any other.
    const other = await sourceOf(scope, { text: "Iets anders.", fileName: "anders.txt" });
    await destroyOriginal(scope, { sourceId: other.sourceId, title: "Anders", reason });
    const manager = administer(await person({ kind: "administrator" }));
    await removeSource(manager, { sourceId: other.sourceId, title: "Anders", reason });
  });

  test("is refused without its title, twice, before it was read, and for who may not", async () => {
    const scope = await dossierOf();
    const { sourceId } = await sourceOf(scope);
    const title = "Notulen";
    const wrong = destroyOriginal(scope, { sourceId, title: "Iets anders", reason });
    await expect(wrong).rejects.toMatchObject({ fields: { title: "sources.errors.otherTitle" } });
    await expect(destroyOriginal(scope, { sourceId, title, reason: " " })).rejects.toThrow(Invalid);
    const reviewer = await memberOf(scope, "reviewer");
    await expect(destroyOriginal(reviewer, { sourceId, title, reason })).rejects.toThrow(Forbidden);
    await expect(keepOriginal(reviewer, { sourceId, keepUntil: LONG_AGO })).rejects.toThrow(
      Forbidden,
    );
    const stranger = await dossierOf();
    await expect(destroyOriginal(stranger, { sourceId, title, reason })).rejects.toThrow(NotFound);
    expect(await bytesLeft(scope, sourceId)).not.toHaveLength(0);

    const unread = await unreadSourceIn(scope);
    await expect(
      destroyOriginal(scope, { sourceId: unread.sourceId, title: unread.title, reason }),
    ).rejects.toMatchObject({ key: "sources.errors.unreadOriginal" });
    expect(await bytesLeft(scope, unread.sourceId)).not.toHaveLength(0);

    await destroyOriginal(scope, { sourceId, title, reason });
    for (const again of [
      destroyOriginal(scope, { sourceId, title, reason }),
      keepOriginal(scope, { sourceId, keepUntil: "2031-01-01" }),
    ]) {
      await expect(again).rejects.toMatchObject({ key: "sources.errors.destroyed" });
    }
  });

  test("cannot be taken from the database in another way, nor be said to be there again", async () => {
    const scope = await dossierOf();
    const { sourceId } = await sourceOf(scope);
    const db = await database();
    const remove = () => db.delete(sourceFile).where(eq(sourceFile.sourceId, sourceId));
    await expect(remove()).rejects.toThrow();
    await db.transaction(async (tx) => {
      await tx.execute("select set_config('herleid.erasing', 'original', true)");
      // The source says nothing of it.
      await expect(
        tx.transaction((inner) =>
          inner.delete(sourceFile).where(eq(sourceFile.sourceId, sourceId)),
        ),
      ).rejects.toThrow();
    });
    await destroyOriginal(scope, { sourceId, title: "Notulen", reason });
    const restored = db.update(source).set({ destroyedAt: null }).where(eq(source.id, sourceId));
    await expect(restored).rejects.toThrow();
    await expect(
      db.insert(sourceFile).values({ sourceId, n: 1, content: new Uint8Array([1]) }),
    ).rejects.toThrow();
  });
});

describe("an original whose time has passed", () => {
  test("waits in the list until somebody destroys it", async () => {
    const { scope, sourceId } = await dueSource("no");
    expect(await isNamed(sourceId)).toBe(false);
    const list = await listSources(scope, { show: "due" });
    expect(list).toMatchObject({ counts: { due: 1, waiting: 1 }, rows: [{ act: "destroy" }] });
    await keepOriginal(scope, { sourceId, keepUntil: "2999-01-01" });
    expect(await listSources(scope, { show: "due" })).toMatchObject({
      rows: [],
      counts: { due: 0 },
    });
    // Without a date it is kept as long as the source.
    await keepOriginal(scope, { sourceId, keepUntil: "" });
    expect(await getSource(scope, sourceId)).toMatchObject({ keepUntil: null });
    await expect(keepOriginal(scope, { sourceId, keepUntil: "31-01-2020" })).rejects.toThrow(
      Invalid,
    );
  });

  test("goes by itself in a dossier that wants that, with its row in the log", async () => {
    const { scope, sourceId } = await dueSource("yes");
    expect(await isNamed(sourceId)).toBe(true);
    const worker = await startWorker(await openShared(), [destroyOriginalJob], 0.5);
    onTestFinished(() => worker.stop());
    await expect
      .poll(async () => (await getSource(scope, sourceId)).destroyedAt, { timeout: 60_000 })
      .not.toBeNull();
    expect(await getSource(scope, sourceId)).toMatchObject({ destroyedReason: null });
    expect(await bytesLeft(scope, sourceId)).toHaveLength(0);
    expect(await isNamed(sourceId)).toBe(false);
    const [row] = await (await database())
      .select()
      .from(audit)
      .where(eq(audit.entityId, sourceId))
      .orderBy(audit.n)
      .then((rows) => rows.filter(({ action }) => action === "source.destroyOriginal"));
    expect(row).toMatchObject({
      actorId: null,
      actorName: "achtergrondtaak: originelen vernietigen",
    });
    expect(await verifyAudit(administer(SYSTEM))).toMatchObject({ faults: [] });
  });

  test("stays where that was not asked, no more is, or the dossier is only read", async () => {
    const off = await dueSource("yes");
    await setOriginals(off.scope, { destroy: "no" });
    const later = await dueSource("yes");
    await keepOriginal(later.scope, { sourceId: later.sourceId, keepUntil: "2999-01-01" });
    const archived = await dueSource("yes");
    const manager = administer(await person({ kind: "administrator" }));
    await archiveDossier(manager, { dossierId: archived.scope.dossierId, reason: "Klaar" });
    for (const { scope, sourceId } of [off, later, archived]) {
      expect(await isNamed(sourceId)).toBe(false);
      // Also when a job of before still comes for it.
      const job = await openDossierForJob({ type: "job", name: "proef" }, scope.dossierId);
      await destroyDueOriginal(job, { sourceId });
      expect((await getSource(scope, sourceId)).destroyedAt).toBeNull();
      expect(await bytesLeft(scope, sourceId)).not.toHaveLength(0);
    }
  });
});
