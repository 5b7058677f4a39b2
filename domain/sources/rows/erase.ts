import { eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import {
  passage,
  passageLocation,
  segment,
  source,
  sourceBlock,
  sourceFile,
  sourcePart,
  sourceRevision,
  sourceVersion,
  splittingStep,
} from "@/db/schema";
import { removeFinds } from "../../personal-data/rows";
import type { Resting } from "../model";
import { restingOn } from "./index";

/** What a source that was erased held: hashes of its texts, and its passages. */
export interface Erased {
  texts: string[];
  passages: string[];
}

/**
 * Erases a source, which is locked, with its file, its texts and the proposal to split it. Only one that nothing
 * rests on.
 *
 * @param said words that stay in the log: who is named in those is kept known.
 * @returns null when something rests on its words: then nothing is erased.
 */
export async function eraseSource(
  tx: Database,
  sourceId: string,
  said: readonly string[] = [],
): Promise<Erased | null> {
  await lockTexts(tx, sourceId);
  const versions = versionsOf(tx, sourceId);
  const ofVersions = { parts: sourcePart.sourceVersionId, passages: passage.sourceVersionId };
  const parts = tx
    .select({ id: sourcePart.id })
    .from(sourcePart)
    .where(inArray(ofVersions.parts, versions));
  await parts.for("update");
  if (isRestedOn(await restingOn(tx, sourceId))) return null;
  // The text never changes and never goes, but for this; see `refuse_change`.
  await tx.execute(sql`select set_config('herleid.erasing', 'on', true)`);
  await tx.delete(passageLocation).where(inArray(passageLocation.sourceVersionId, versions));
  await tx.delete(splittingStep).where(inArray(splittingStep.partId, parts));
  await tx.delete(segment).where(inArray(segment.partId, parts));
  await tx.delete(sourcePart).where(inArray(ofVersions.parts, versions));
  const loose = await tx
    .delete(passage)
    .where(inArray(ofVersions.passages, versions))
    .returning({ id: passage.id });
  // The log says for good what it was called.
  const newer = await tx
    .select({ fileName: sourceRevision.fileName, note: sourceRevision.note })
    .from(sourceRevision)
    .where(eq(sourceRevision.sourceId, sourceId));
  const called = newer.flatMap(({ fileName, note }) => [fileName, note ?? ""]);
  await removeFinds(tx, versions, [...said, ...called]);
  await tx.delete(sourceBlock).where(inArray(sourceBlock.sourceVersionId, versions));
  const texts = await tx
    .delete(sourceVersion)
    .where(eq(sourceVersion.sourceId, sourceId))
    .returning({ textSha256: sourceVersion.textSha256 });
  const revisions = await tx
    .delete(sourceRevision)
    .where(eq(sourceRevision.sourceId, sourceId))
    .returning({ id: sourceRevision.id });
  const files = [sourceId, ...revisions.map(({ id }) => id)];
  await tx.delete(sourceFile).where(inArray(sourceFile.sourceId, files));
  await tx.delete(source).where(eq(source.id, sourceId));
  await tx.execute(sql`select set_config('herleid.erasing', 'off', true)`);
  return {
    texts: texts.map(({ textSha256 }) => textSha256),
    passages: loose.map(({ id }) => id),
  };
}

/**
 * Locks the texts of a source. Nobody quotes or confirms its words between here and the end: a quotation takes this
 * lock too (`place_passages`), for what never changes cannot be locked by a role that may not change it.
 */
export async function lockTexts(tx: Database, sourceId: string): Promise<void> {
  for (const { id } of await versionsOf(tx, sourceId).orderBy(sourceVersion.id)) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`words:${id}`}, 0))`);
  }
}

/** The versions of a source, by their ids. */
export const versionsOf = (tx: Database, sourceId: string) =>
  tx
    .select({ id: sourceVersion.id })
    .from(sourceVersion)
    .where(eq(sourceVersion.sourceId, sourceId))
    .$dynamic();

/** A document that was confirmed and of which nothing is left is nothing to rest on. */
const isRestedOn = ({ documents: _documents, ...words }: Resting): boolean =>
  Object.values(words).some((count) => count > 0);
