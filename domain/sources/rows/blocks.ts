import { and, asc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { sourceBlock, sourceVersion } from "@/db/schema";
import { BLOCK_WEIGHT } from "@/db/vocabulary";
import type { Paged } from "../../kernel/paging";
import type { AuthorizedDossierId } from "../../kernel/scope";
import type { BlockRow } from "../model";
import { PAGE_WEIGHT, pageOfBlock } from "../rules";

const COLUMNS = {
  n: sourceBlock.n,
  start: sourceBlock.start,
  end: sourceBlock.end,
  before: sourceBlock.before,
  text: sourceBlock.text,
  form: sourceBlock.form,
  level: sourceBlock.level,
};

/** As the index `source_block_weight` has it. */
export const WEIGHT = sql`(${sourceBlock.start} + ${sql.raw(String(BLOCK_WEIGHT))} * ${sourceBlock.n})`;

/** Blocks of a version, in order; a version of another dossier has none. */
export function blocksWhere(
  db: Database,
  dossierId: AuthorizedDossierId,
  versionId: string,
  where?: SQL,
): Promise<BlockRow[]> {
  return db
    .select(COLUMNS)
    .from(sourceBlock)
    .innerJoin(sourceVersion, eq(sourceVersion.id, sourceBlock.sourceVersionId))
    .where(
      and(
        eq(sourceBlock.sourceVersionId, versionId),
        eq(sourceVersion.dossierId, dossierId),
        where,
      ),
    )
    .orderBy(asc(sourceBlock.n));
}

/** One page of the blocks of a version, or the one with a block; a version of another dossier has none. */
export async function pageOfText(
  db: Database,
  dossierId: AuthorizedDossierId,
  versionId: string,
  at: { page: number } | { block: number },
): Promise<Paged<BlockRow>> {
  const [last] = await rowsOf<{ n: number; start: number }>(
    db,
    sql`select n, start_cp as start from source_block where source_version_id = ${versionId}
      order by n desc limit 1`,
  );
  const pages = last ? pageOfBlock(last) : 1;
  const wanted = "page" in at ? at.page : await pageWith(db, versionId, at.block);
  const shown = Math.min(Math.max(1, Math.trunc(wanted) || 1), pages);
  const rows = await blocksWhere(
    db,
    dossierId,
    versionId,
    sql`${gte(WEIGHT, (shown - 1) * PAGE_WEIGHT)} and ${lt(WEIGHT, shown * PAGE_WEIGHT)}`,
  );
  return { rows, total: last?.n ?? 0, page: shown, pages };
}

async function pageWith(db: Database, versionId: string, n: number): Promise<number> {
  const [block] = await db
    .select({ n: sourceBlock.n, start: sourceBlock.start })
    .from(sourceBlock)
    .where(and(eq(sourceBlock.sourceVersionId, versionId), eq(sourceBlock.n, n)));
  return block ? pageOfBlock(block) : 1;
}
