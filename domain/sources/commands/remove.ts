import { eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { type Database, rowsOf } from "@/db/client";
import { nameKey } from "@/db/name-key";
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
import { command, scopeSuffices } from "../../kernel/command";
import { Invalid, NotFound } from "../../kernel/errors";
import { requiredText, uuid } from "../../kernel/fields";
import { administrator } from "../../kernel/scope";
import { removeFinds } from "../../personal-data/rows";
import { titlesThrough } from "../../redaction/rows";
import { restingOn } from "../rows";

/**
 * Removes a source that was added by mistake: its file, its text and the proposal to split it. Only one that
 * nothing rests on; what it was, and why it went, stays in the log of its dossier.
 *
 * @throws NotFound; Invalid on `title` when that is not what was typed, `sources.errors.restedOn` when
 *   something rests on its words.
 */
export const removeSource = command({
  scope: administrator,
  action: "source.remove",
  input: z.object({ sourceId: uuid, title: requiredText(200), reason: requiredText(500) }),
  allow: scopeSuffices,
  run: async (tx, _scope, { sourceId, title, reason }) => {
    const [found] = await tx.select().from(source).where(eq(source.id, sourceId)).for("update");
    if (!found) throw new NotFound();
    const read = await titlesThrough(tx, [{ dossierId: found.dossierId, text: found.title }]);
    // Who is in none of the dossiers types what they read there.
    const called = [found.title, read(found.dossierId, found.title)];
    if (!called.some((one) => nameKey(one) === nameKey(title))) {
      throw new Invalid("errors.fields", {}, { title: "sources.errors.otherTitle" });
    }
    const versions = tx
      .select({ id: sourceVersion.id })
      .from(sourceVersion)
      .where(eq(sourceVersion.sourceId, sourceId));
    // Nobody quotes or confirms its words between here and the end: a quotation takes this lock too
    // (`place_passages`), for what never changes cannot be locked by a role that may not change it.
    for (const { id } of await versions) {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`words:${id}`}, 0))`);
    }
    const ofVersions = { parts: sourcePart.sourceVersionId, passages: passage.sourceVersionId };
    const parts = tx
      .select({ id: sourcePart.id })
      .from(sourcePart)
      .where(inArray(ofVersions.parts, versions));
    await parts.for("update");
    const resting = await restingOn(tx, sourceId);
    if (Object.values(resting).some((count) => count > 0)) {
      throw new Invalid("sources.errors.restedOn");
    }
    const corrected = await correctionsOf(tx, sourceId);
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
    // The log says for good what it was called, and why it went.
    const newer = await tx
      .select({ fileName: sourceRevision.fileName, note: sourceRevision.note })
      .from(sourceRevision)
      .where(eq(sourceRevision.sourceId, sourceId));
    const said = newer.flatMap(({ fileName, note }) => [fileName, note ?? ""]);
    await removeFinds(tx, versions, [found.title, found.fileName, reason, ...said]);
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
    const { dossierId, fileName, byteSize, sha256, createdAt, createdBy } = found;
    return {
      result: { sourceId },
      dossierId,
      audit: [
        {
          entity: "source",
          entityId: sourceId,
          before: {
            title: found.title,
            fileName,
            byteSize,
            sha256,
            texts: texts.map((row) => row.textSha256),
            createdAt,
            createdBy,
          },
          after: { removed: true, reason },
          reason,
        },
        ...loose.map(({ id }) => ({ entity: "passage" as const, entityId: id, before: {} })),
        ...corrected.map(({ entity, id }) => ({ entity, entityId: id, before: {} })),
      ],
    };
  },
});

/** The rounds in which it was corrected, with who was in them and what they proposed: they go with it. */
function correctionsOf(tx: Database, sourceId: string) {
  return rowsOf<{ entity: "correctionRound" | "attendee" | "correction"; id: string }>(
    tx,
    sql`
    with round as (select id from correction_round where source_id = ${sourceId})
    select 'correctionRound' as entity, id from round
    union all select 'attendee', id from attendee where round_id in (select id from round)
    union all select 'correction', id from correction where round_id in (select id from round)`,
  );
}
