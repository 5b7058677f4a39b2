import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { nameKey } from "@/db/name-key";
import { dossier, source, sourceFile } from "@/db/schema";
import { command, scopeSuffices } from "../../kernel/command";
import { Invalid } from "../../kernel/errors";
import { nullableDate, requiredText, uuid } from "../../kernel/fields";
import { job, member } from "../../kernel/scope";
import { mayKeepOriginals } from "../policy";
import { isDue, lockSource } from "../rows";

/**
 * Says until when the original of a source is kept; without a date, for as long as the source.
 *
 * @throws NotFound; Invalid when the original is gone already.
 */
export const keepOriginal = command({
  scope: member,
  action: "source.keep",
  input: z.object({ sourceId: uuid, keepUntil: nullableDate }),
  allow: mayKeepOriginals,
  find: lockSource,
  run: async (tx, _scope, { sourceId, keepUntil }, found) => {
    if (found.destroyedAt) throw new Invalid("sources.errors.destroyed");
    await tx.update(source).set({ keepUntil }).where(eq(source.id, sourceId));
    return {
      result: {},
      audit: {
        entity: "source",
        entityId: sourceId,
        before: { keepUntil: found.keepUntil },
        after: { keepUntil },
      },
    };
  },
});

/**
 * Destroys the original of a source. Its text stays, and its hash: who has the file can still show that
 * this was it.
 *
 * @throws NotFound; Invalid on `title` when that is not what was typed, `sources.errors.destroyed` when it is
 *   gone already, `sources.errors.unreadOriginal` when there is no text yet that could stay.
 */
export const destroyOriginal = command({
  scope: member,
  action: "source.destroyOriginal",
  input: z.object({ sourceId: uuid, title: requiredText(200), reason: requiredText(500) }),
  allow: mayKeepOriginals,
  find: lockSource,
  run: async (tx, _scope, { title, reason }, found) => {
    if (found.destroyedAt) throw new Invalid("sources.errors.destroyed");
    if (found.state !== "read") throw new Invalid("sources.errors.unreadOriginal");
    if (nameKey(found.title) !== nameKey(title)) {
      throw new Invalid("errors.fields", {}, { title: "sources.errors.otherTitle" });
    }
    return { result: {}, audit: await erase(tx, found, reason) };
  },
});

/** Destroys the original of a source when its time has passed and its dossier wants that; else nothing. */
export const destroyDueOriginal = command({
  scope: job,
  action: "source.destroyOriginal",
  input: z.object({ sourceId: uuid }),
  allow: scopeSuffices,
  find: lockSource,
  run: async (tx, scope, { sourceId }, found) => {
    const [due] = await tx
      .select({ id: source.id })
      .from(source)
      .innerJoin(dossier, eq(dossier.id, source.dossierId))
      .where(and(eq(source.id, sourceId), eq(dossier.id, scope.dossierId), isDue));
    return { result: {}, audit: due ? await erase(tx, found, null) : [] };
  },
});

/** The file goes and the source says so, for good; see `refuse_change`. @returns the row for the log. */
async function erase(tx: Database, found: typeof source.$inferSelect, reason: string | null) {
  const [gone] = await tx
    .update(source)
    .set({ destroyedAt: sql`now()`, destroyedReason: reason })
    .where(eq(source.id, found.id))
    .returning({ destroyedAt: source.destroyedAt });
  await tx.execute(sql`select set_config('herleid.erasing', 'original', true)`);
  await tx.delete(sourceFile).where(eq(sourceFile.sourceId, found.id));
  await tx.execute(sql`select set_config('herleid.erasing', 'off', true)`);
  const { sha256, byteSize, keepUntil } = found;
  return {
    entity: "source" as const,
    entityId: found.id,
    before: { sha256, byteSize, keepUntil, destroyedAt: null },
    after: { sha256, destroyedAt: gone?.destroyedAt, reason },
    reason: reason ?? undefined,
  };
}
