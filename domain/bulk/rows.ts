import { and, asc, count, eq, inArray, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { giveWay } from "@/db/give-way";
import { bulkRow, columnMapping, stakeholderGroup } from "@/db/schema";
import { batches } from "../kernel/rows";
import type { AuthorizedDossierId } from "../kernel/scope";
import type { Column } from "../sources/formats/sheet/model";
import { COLUMN_ROLES, type ColumnRole, type KnownRow } from "./model";
import { headerKey } from "./rules/columns";
import type { KnownMeanings } from "./rules/meanings";

/** Writes down from which rows reactions came, from those rows as JSON (see `BulkRow`). */
export async function insertBulkRows(
  tx: Database,
  dossierId: AuthorizedDossierId,
  consultationId: string,
  json: string,
): Promise<void> {
  await tx.execute(sql`
    insert into bulk_row (reaction_id, dossier_id, consultation_id, row, reference, content_key, said_on)
    select id, ${dossierId}::uuid, ${consultationId}::uuid, row, reference, "contentKey", "saidOn"
    from jsonb_to_recordset(${json}::text::jsonb)
      as r(id uuid, row int, reference text, "contentKey" text, "saidOn" date)`);
}

/** How many rows were imported into a consultation. */
export async function countKnownRows(tx: Database, consultationId: string): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(bulkRow)
    .where(eq(bulkRow.consultationId, consultationId));
  return row?.n ?? 0;
}

/** Known rows that are read at a time, so that nobody waits for all of them. */
const KNOWN_AT_ONCE = 500;

/** The rows that were imported into a consultation before. */
export async function knownRowsOf(
  db: Database,
  dossierId: AuthorizedDossierId,
  consultationId: string,
): Promise<KnownRow[]> {
  const known: KnownRow[] = [];
  let after: string | null = null;
  while (true) {
    const page: (KnownRow & { key: string })[] = await rowsOf<KnownRow & { key: string }>(
      db,
      sql`
      select b.reaction_id as key, r.id as "reactionId", b.reference, b.content_key as "contentKey",
        encode(sha256(convert_to(r.text, 'UTF8')), 'hex') as "wordsKey"
      from bulk_row b left join reaction r on r.id = b.reaction_id
      where b.consultation_id = ${consultationId} and b.dossier_id = ${dossierId}
        and ${after === null ? sql`true` : sql`b.reaction_id > ${after}::uuid`}
      order by b.reaction_id limit ${KNOWN_AT_ONCE}`,
    );
    known.push(...page.map(({ key: _key, ...row }) => row));
    if (page.length < KNOWN_AT_ONCE) return known;
    await giveWay();
    after = page.at(-1)?.key ?? null;
  }
}

/** Forgets from which rows these reactions came, which are no more: the same rows may come in again. */
export async function forgetRows(tx: Database, reactionIds: readonly string[]): Promise<void> {
  for (const ids of batches(reactionIds)) {
    await tx.delete(bulkRow).where(inArray(bulkRow.reactionId, ids));
  }
}

/** Keeps what columns were, for the next spreadsheet of the dossier. */
export async function rememberColumns(
  tx: Database,
  dossierId: AuthorizedDossierId,
  columns: readonly {
    headerKey: string;
    role: ColumnRole | null;
    groups: Record<string, string> | null;
  }[],
): Promise<void> {
  if (columns.length === 0) return;
  await tx
    .insert(columnMapping)
    .values(columns.map((column) => ({ ...column, dossierId })))
    .onConflictDoUpdate({
      target: [columnMapping.dossierId, columnMapping.headerKey],
      set: {
        role: sql`excluded.role`,
        groups: sql`coalesce(${columnMapping.groups}, '{}') || coalesce(excluded.groups, '{}')`,
      },
    });
}

/** See `knownMeanings`. */
export async function knownMeaningsOf(
  db: Database,
  dossierId: AuthorizedDossierId,
  columns: readonly Pick<Column, "name">[],
  consultationId: string | null,
): Promise<KnownMeanings> {
  const keys = [...new Set(columns.map(({ name }) => headerKey(name)))];
  const before = keys.length
    ? await db
        .select()
        .from(columnMapping)
        .where(and(eq(columnMapping.dossierId, dossierId), inArray(columnMapping.headerKey, keys)))
    : [];
  const groups = await db
    .select({ id: stakeholderGroup.id, name: stakeholderGroup.name })
    .from(stakeholderGroup)
    .where(eq(stakeholderGroup.dossierId, dossierId))
    .orderBy(asc(stakeholderGroup.position), asc(stakeholderGroup.id));
  const statements = await rowsOf<KnownMeanings["statements"][number]>(
    db,
    sql`
    select s.id, s.text, o.number from statement s
    left join statement_occurrence o on o.statement_id = s.id
      and o.consultation_id = ${consultationId}::uuid
    where s.dossier_id = ${dossierId}
    order by o.number, s.created_at, s.id`,
  );
  return {
    roles: new Map(
      before.flatMap(({ headerKey: key, role }): [string, ColumnRole | null][] =>
        isRole(role) ? [[key, role]] : [],
      ),
    ),
    groupsBefore: new Map(before.flatMap(({ groups: of }) => Object.entries(of ?? {}))),
    groups,
    statements,
  };
}

const isRole = (role: string | null): role is ColumnRole | null =>
  role === null || (COLUMN_ROLES as readonly string[]).includes(role);
