import { and, asc, eq, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { audit, dossier } from "@/db/schema";
import { query } from "../../kernel/query";
import {
  type AdministratorScope,
  administrator,
  type ReaderScope,
  reader,
} from "../../kernel/scope";
import type { AuditFilter, AuditRow } from "../model";
import { chosenBy, closedRows, EVENT } from "./list";

/** Rows that are in memory at once: a log can be longer than that. */
const BATCH = 1_000;

/**
 * Every row of the log in the order of its chains, in batches, for a file to keep. Of an act all rows,
 * also those a page does not show; an administrator sees no contents of dossiers in it either.
 *
 * @throws Forbidden for who is not an administrator.
 */
export const auditRows = query(
  administrator,
  async (
    _scope: AdministratorScope,
    filter: AuditFilter = {},
  ): Promise<AsyncGenerator<AuditRow[]>> =>
    batches(filter, async (rows) => {
      const { titled, closed } = await closedRows(await database(), rows);
      return rows.map((row) => closed(row.chain, titled(row)));
    }),
);

/**
 * The same of one dossier, with the names of its things.
 *
 * @throws Forbidden for a stakeholder.
 */
export const dossierAuditRows = query(
  reader,
  async (
    scope: ReaderScope,
    filter: Omit<AuditFilter, "dossier"> = {},
  ): Promise<AsyncGenerator<AuditRow[]>> => batches({ ...filter, dossier: scope.slug }),
);

async function* batches(
  filter: AuditFilter,
  shown: (rows: AuditRow[]) => Promise<AuditRow[]> = async (rows) => rows,
): AsyncGenerator<AuditRow[]> {
  const db = await database();
  let last = { chain: "", n: 0 };
  for (;;) {
    const rows = await db
      .select({
        chain: audit.chain,
        act: sql<number>`coalesce(${audit.act}, ${audit.n})::int`,
        at: audit.at,
        actorName: audit.actorName,
        dossierTitle: dossier.title,
        ...EVENT,
      })
      .from(audit)
      .leftJoin(dossier, eq(dossier.id, audit.dossierId))
      .where(and(sql`(${audit.chain}, ${audit.n}) > (${last.chain}, ${last.n})`, chosenBy(filter)))
      .orderBy(asc(audit.chain), asc(audit.n))
      .limit(BATCH);
    const end = rows.at(-1);
    if (!end) return;
    yield await shown(rows.map((row) => ({ ...row, words: row.words ?? {} })));
    if (rows.length < BATCH) return;
    last = end;
  }
}
