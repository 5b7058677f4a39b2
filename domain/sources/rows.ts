import { and, eq, gte, lte, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { passage, sourceBlock } from "@/db/schema";
import { batches } from "../kernel/rows";
import type { AuthorizedDossierId } from "../kernel/scope";

/** A stretch of a source version, in code points. */
export interface Stretch {
  start: number;
  end: number;
}

/** A stretch as the key of a map. */
export const stretchKey = ({ start, end }: Stretch) => `${start}-${end}`;

/**
 * Exactly the text of a source version from `start`, where words must stand, to `end` (code points).
 */
export async function sourceText(
  tx: Database,
  sourceVersionId: string,
  start: number,
  end: number,
): Promise<string> {
  const [row] = await rowsOf<{ text: string | null }>(
    tx,
    sql`
      select substr(
        right(string_agg(before || text, '' order by n), max(end_cp) - min(start_cp)),
        ${start}::int - min(start_cp) + 1, ${end - start}::int) as text
      from ${sourceBlock}
      where source_version_id = ${sourceVersionId} and start_cp < ${end} and end_cp > ${start}
        -- From the block it begins in, so that a late part is not looked for from the beginning.
        and start_cp >= coalesce((
          select f.start_cp from source_block f
          where f.source_version_id = ${sourceVersionId} and f.start_cp <= ${start}
          order by f.start_cp desc limit 1), 0)`,
  );
  return row?.text ?? "";
}

/**
 * Makes passages of stretches between `from` and `to` of a source version, one per stretch: whoever
 * quoted the same words before made it already. The database checks that the words stand there.
 *
 * @returns their ids by {@link stretchKey}.
 */
export async function quoteStretches(
  tx: Database,
  dossierId: AuthorizedDossierId,
  place: { sourceVersionId: string; from: number; to: number; createdBy: string | null },
  stretches: readonly (Stretch & { exact: string })[],
): Promise<ReadonlyMap<string, string>> {
  const { sourceVersionId, from, to, createdBy } = place;
  for (const batch of batches(stretches)) {
    await tx
      .insert(passage)
      .values(batch.map((stretch) => ({ ...stretch, dossierId, sourceVersionId, createdBy })))
      .onConflictDoNothing();
  }
  const rows = await tx
    .select({ id: passage.id, start: passage.start, end: passage.end })
    .from(passage)
    .where(
      and(
        eq(passage.sourceVersionId, sourceVersionId),
        gte(passage.start, from),
        lte(passage.end, to),
      ),
    );
  return new Map(rows.map((row) => [stretchKey(row), row.id]));
}
