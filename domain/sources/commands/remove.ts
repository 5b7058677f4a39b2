import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { type Database, rowsOf } from "@/db/client";
import { nameKey } from "@/db/name-key";
import { source } from "@/db/schema";
import { command, scopeSuffices } from "../../kernel/command";
import { Invalid, NotFound } from "../../kernel/errors";
import { requiredText, uuid } from "../../kernel/fields";
import { administrator } from "../../kernel/scope";
import { titlesThrough } from "../../redaction/rows";
import { eraseSource } from "../rows/erase";

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
    const corrected = await correctionsOf(tx, sourceId);
    const erased = await eraseSource(tx, sourceId, [found.title, found.fileName, reason]);
    if (!erased) throw new Invalid("sources.errors.restedOn");
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
            texts: erased.texts,
            createdAt,
            createdBy,
          },
          after: { removed: true, reason },
          reason,
        },
        ...erased.passages.map((id) => ({
          entity: "passage" as const,
          entityId: id,
          before: {},
        })),
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
