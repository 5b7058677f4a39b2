import { eq, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { personalSearch } from "@/db/schema";
import type { AuthorizedDossierId } from "../../kernel/scope";
import type { Decided, DecidedForm } from "../rules";

/** The forms of a dossier with what was decided on them; not those that stay at every place where they were found. */
export async function formsOf(
  db: Database,
  dossierId: AuthorizedDossierId,
): Promise<DecidedForm[]> {
  return rowsOf<DecidedForm>(
    db,
    sql`select f.text, s.kind, s.redaction, s.role, s.code
      from personal_form f join personal_subject s on s.id = f.subject_id
      where f.dossier_id = ${dossierId} and s.redaction not in ('keep', 'none')
        and (not exists (select from personal_find p where p.form_id = f.id)
          or exists (select from personal_find p where p.form_id = f.id and not p.stays))
      order by f.text`,
  );
}

/** A place in a version with what was decided on it. */
export interface PlaceRow extends Decided {
  start: number;
  end: number;
  /** Unticked: here it is something else. */
  stays: boolean;
}

/** The places of a version that touch a stretch, in order, with what was decided. */
export async function placesOf(
  db: Database,
  dossierId: AuthorizedDossierId,
  sourceVersionId: string,
  { start, end }: { start: number; end: number },
): Promise<PlaceRow[]> {
  return rowsOf<PlaceRow>(
    db,
    sql`select p.start_cp as start, p.end_cp as "end", p.stays, s.kind, s.redaction, s.role, s.code
      from personal_find p join personal_form f on f.id = p.form_id
      join personal_subject s on s.id = f.subject_id
      where p.source_version_id = ${sourceVersionId} and f.dossier_id = ${dossierId}
        and p.start_cp < ${end}::int and p.end_cp > ${start}::int
      order by p.start_cp`,
  );
}

/** Whether a version was searched. */
export async function wasSearched(db: Database, sourceVersionId: string): Promise<boolean> {
  const found = await db
    .select({ id: personalSearch.sourceVersionId })
    .from(personalSearch)
    .where(eq(personalSearch.sourceVersionId, sourceVersionId));
  return found.length > 0;
}

/**
 * Whether somebody who may not see names may read a version: it was searched, and it is not written by who takes part
 * and held by who keeps order.
 */
export async function mayBeRead(db: Database, sourceVersionId: string): Promise<boolean> {
  const [found] = await rowsOf<{ read: boolean }>(
    db,
    sql`select exists (select from personal_search p where p.source_version_id = ${sourceVersionId}::uuid)
      and not exists (select from held_version h where h.source_version_id = ${sourceVersionId}::uuid) as read`,
  );
  return found?.read ?? false;
}
