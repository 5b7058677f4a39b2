import { and, eq, inArray, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { columnMapping } from "@/db/schema";
import { listGroups } from "../groups/queries";
import { query } from "../kernel/query";
import { type ReaderScope, reader } from "../kernel/scope";
import type { Column } from "../sources/formats/sheet/model";
import { COLUMN_ROLES, type ColumnRole, type KnownRow } from "./model";
import { knownRowsOf } from "./rows";
import { headerKey } from "./rules/columns";
import type { KnownMeanings } from "./rules/meanings";

/**
 * What is known of the dossier that tells what a spreadsheet means: what its columns were before, and
 * the groups and stellingen its values can stand for.
 *
 * @param consultationId the one that reactions are added to, when it is there already.
 */
export const knownMeanings = query(
  reader,
  async (
    scope: ReaderScope,
    columns: readonly Pick<Column, "name">[],
    consultationId: string | null,
  ): Promise<KnownMeanings> => {
    const db = await database();
    const { dossierId } = scope;
    const keys = [...new Set(columns.map(({ name }) => headerKey(name)))];
    const before = keys.length
      ? await db
          .select()
          .from(columnMapping)
          .where(
            and(eq(columnMapping.dossierId, dossierId), inArray(columnMapping.headerKey, keys)),
          )
      : [];
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
      groupsBefore: new Map(before.flatMap(({ groups }) => Object.entries(groups ?? {}))),
      groups: (await listGroups(scope)).map(({ id, name }) => ({ id, name })),
      statements,
    };
  },
);

const isRole = (role: string | null): role is ColumnRole | null =>
  role === null || (COLUMN_ROLES as readonly string[]).includes(role);

/** The rows of spreadsheets that are in a consultation; none for one that is new. */
export const knownRows = query(
  reader,
  async (scope: ReaderScope, consultationId: string | null): Promise<KnownRow[]> =>
    consultationId ? knownRowsOf(await database(), scope.dossierId, consultationId) : [],
);
