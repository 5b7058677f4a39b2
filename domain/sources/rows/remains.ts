import { eq, inArray, type SQLWrapper, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { giveWay } from "@/db/give-way";
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
import { removeFindsAround } from "../../personal-data/rows";
import type { BlockRow } from "../model";
import { blankedBlocks, joinedStretches } from "../rules/remains";
import { versionsOf } from "./erase";
import { insertBlocks, type Stretch } from "./index";

/** Who removed a source, and why. */
interface Removal {
  by: string | null;
  reason: string;
  /** Words that stay: who is named in those is kept known. */
  said: readonly string[];
}

/**
 * Erases all of a locked source but the words on which something rests: its files, the rest of its texts, the splitting,
 * and what else was quoted. Those words stay where they stood, with blanks around them, so that every place and link
 * holds; the source says that it was removed.
 *
 * @returns hashes of its texts as they were, and the passages that went.
 */
export async function eraseAround(
  tx: Database,
  sourceId: string,
  { by, reason, said }: Removal,
): Promise<{ texts: string[]; passages: string[] }> {
  const versions = versionsOf(tx, sourceId);
  const ofVersion = inArray(sourcePart.sourceVersionId, versions);
  const parts = tx.select({ id: sourcePart.id }).from(sourcePart).where(ofVersion);
  await parts.for("update");
  await tx.execute(sql`select set_config('herleid.erasing', 'on', true)`);
  await tx.delete(splittingStep).where(inArray(splittingStep.partId, parts));
  await tx.delete(segment).where(inArray(segment.partId, parts));
  const passages = await forgetQuotes(tx, versions);
  // A document says of which consultation the words in it are.
  await tx.delete(sourcePart).where(sql`${ofVersion} and (${sourcePart.confirmedAt} is null
    or not exists (select from passage q where q.source_version_id = ${sourcePart.sourceVersionId}
      and q.start_cp >= ${sourcePart.start} and q.start_cp < ${sourcePart.end}))`);
  const texts = await tx
    .select({ id: sourceVersion.id, textSha256: sourceVersion.textSha256 })
    .from(sourceVersion)
    .where(eq(sourceVersion.sourceId, sourceId));
  for (const { id } of texts) await blankText(tx, id);
  const newer = await tx
    .delete(sourceRevision)
    .where(eq(sourceRevision.sourceId, sourceId))
    .returning({
      id: sourceRevision.id,
      fileName: sourceRevision.fileName,
      note: sourceRevision.note,
    });
  // The log says for good what those were called.
  const called = newer.flatMap(({ fileName, note }) => [fileName, note]);
  await removeFindsAround(tx, versions, [...said, ...called]);
  const files = [sourceId, ...newer.map(({ id }) => id)];
  await tx.delete(sourceFile).where(inArray(sourceFile.sourceId, files));
  await tx.execute(sql`select set_config('herleid.erasing', 'off', true)`);
  await tx
    .update(source)
    .set({
      state: "removed",
      removedAt: sql`now()`,
      removedBy: by,
      removedReason: reason,
      // The same text may come in again.
      textKey: null,
      keepUntil: null,
      destroyedAt: sql`coalesce(destroyed_at, now())`,
      destroyedReason: sql`case when destroyed_at is null then ${reason} else destroyed_reason end`,
    })
    .where(eq(source.id, sourceId));
  return { texts: texts.map(({ textSha256 }) => textSha256), passages };
}

/** Forgets quotations on which nothing rests and never rested. @returns their ids. */
async function forgetQuotes(tx: Database, versions: SQLWrapper): Promise<string[]> {
  const held = sql`
    select passage_id from reaction where passage_id is not null
    union all select passage_id from coding where passage_id is not null
    union all select passage_id from requirement_link where passage_id is not null
    union all select example_passage_id from core_value where example_passage_id is not null
    union all select passage_id from statement_place where passage_id is not null
    union all select explanation_passage_id from statement_place where explanation_passage_id is not null`;
  const going = await tx
    .select({ id: passage.id })
    .from(passage)
    .where(
      sql`${inArray(passage.sourceVersionId, versions)} and not exists (
        select from (${held}) h where h.passage_id = ${passage.id})`,
    );
  const ids = JSON.stringify(going.map(({ id }) => id));
  const all = sql`(select value::uuid from jsonb_array_elements_text(${ids}::text::jsonb))`;
  await tx.delete(passageLocation).where(inArray(passageLocation.passageId, all));
  await tx.delete(passage).where(inArray(passage.id, all));
  return going.map(({ id }) => id);
}

/** Leaves of a text only the words on which something rests, each at its place. */
async function blankText(tx: Database, versionId: string): Promise<void> {
  const quoted = await rowsOf<Stretch>(
    tx,
    sql`select start_cp as start, end_cp as "end" from placed_passage
      where source_version_id = ${versionId} order by start_cp, end_cp`,
  );
  const stretches = joinedStretches(quoted);
  const blocks = await rowsOf<BlockRow>(
    tx,
    sql`
    select distinct on (b.n) b.n, b.start_cp as start, b.end_cp as "end", b.before, b.text, b.form, b.level
    from jsonb_to_recordset(${JSON.stringify(stretches)}::text::jsonb) as s(start int, "end" int)
    cross join lateral (
      select * from source_block t
      where t.source_version_id = ${versionId} and t.start_cp < s.end and t.end_cp > s.start
        and t.start_cp >= coalesce((
          select f.start_cp from source_block f
          where f.source_version_id = ${versionId} and f.start_cp <= s.start
          order by f.start_cp desc limit 1), 0)
    ) b
    order by b.n`,
  );
  await giveWay();
  await tx.delete(sourceBlock).where(eq(sourceBlock.sourceVersionId, versionId));
  await insertBlocks(tx, versionId, JSON.stringify(blankedBlocks(blocks, stretches)));
}
