import { and, eq, inArray } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { NotFound } from "./errors";
import type { AuthorizedDossierId } from "./scope";

type OwnedTable = PgTable & { id: AnyPgColumn; dossierId: AnyPgColumn };

/**
 * What a thing points at must be in the same dossier: a foreign id does not exist. Ids that are
 * null or absent point at nothing.
 *
 * @throws NotFound when one of them is not there.
 */
export async function requireIn(
  tx: Database,
  dossierId: AuthorizedDossierId,
  table: OwnedTable,
  ids: readonly (string | null | undefined)[],
): Promise<void> {
  const wanted = [...new Set(ids.filter((id) => id !== null && id !== undefined && id !== ""))];
  if (wanted.length === 0) return;
  const found = await tx
    .select({ id: table.id })
    .from(table as PgTable)
    .where(and(eq(table.dossierId, dossierId), inArray(table.id, wanted)));
  if (found.length < wanted.length) throw new NotFound();
}

/** Rows in one statement: far below the limit of 65,535 parameters. */
const BATCH = 1_000;

/** Cuts a list into pieces that fit one statement. */
export function batches<T>(items: readonly T[], size = BATCH): T[][] {
  const pieces: T[][] = [];
  for (let from = 0; from < items.length; from += size) pieces.push(items.slice(from, from + size));
  return pieces;
}
