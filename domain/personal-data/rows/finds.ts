import { and, inArray, type SQLWrapper, sql } from "drizzle-orm";
import type { AuditEntry } from "@/db/audit";
import { type Database, rowsOf } from "@/db/client";
import { personalFind, personalForm, personalSearch, personalSubject } from "@/db/schema";
import { batches } from "../../kernel/rows";
import type { AuthorizedDossierId } from "../../kernel/scope";
import type { PersonalFind } from "../../privacy/model";
import { withoutFinds } from "../../redaction/rules";
import { CERTAIN } from "../rules";
import { keyOf, storeForms } from "./forms";
import { carryPlaces, insertFinds, type KnownForm, placeForms } from "./places";

/**
 * Stores where personal data stands in a version, and that it was searched.
 *
 * @returns what the log must say of whom was known already; null for a version that was searched: that keeps what it has.
 */
export async function storeFinds(
  tx: Database,
  dossierId: AuthorizedDossierId,
  sourceVersionId: string,
  found: readonly PersonalFind[],
): Promise<AuditEntry[] | null> {
  const finds = found.map((find) => ({ ...find, text: asWritten(find) }));
  const first = await tx
    .insert(personalSearch)
    .values({ sourceVersionId })
    .onConflictDoNothing()
    .returning({ id: personalSearch.sourceVersionId });
  if (first.length === 0) return null;
  const { ids, renamed } = await storeForms(tx, dossierId, finds);
  const rows = finds.map(({ start, end, confidence, ...form }) => {
    const formId = ids.get(keyOf(form));
    if (formId === undefined) throw new Error("a find is of no form");
    return { start, end, confidence, formId };
  });
  await insertFinds(tx, sourceVersionId, rows);
  const known = await knownForms(tx, dossierId, sourceVersionId);
  if (known.length > 0) {
    await placeForms(tx, known, sql`b.source_version_id = ${sourceVersionId}`);
  }
  await carryPlaces(tx, sourceVersionId);
  return renamed;
}

/** Who it is, without the emphasis and the ends of lines that are of one place. */
const asWritten = ({ kind, text }: PersonalFind): string =>
  kind === "name" ? text.replace(/[*_]+/g, "").replace(/\s+/g, " ").trim() : text;

/**
 * The forms that are looked for in every new text of the dossier: of whom something was decided, and what is as good as
 * certain. What may be an ordinary word is not.
 */
async function knownForms(
  tx: Database,
  dossierId: AuthorizedDossierId,
  sourceVersionId: string,
): Promise<KnownForm[]> {
  return rowsOf<KnownForm>(
    tx,
    sql`select f.id, f.kind, f.text, coalesce(max(p.confidence), 1) as confidence
      from personal_form f join personal_subject s on s.id = f.subject_id
      left join personal_find p on p.form_id = f.id and p.source_version_id <> ${sourceVersionId}
      where f.dossier_id = ${dossierId} and s.redaction <> 'none'
        and exists (select from source_version v where v.dossier_id = ${dossierId}
          and v.id <> ${sourceVersionId})
      group by f.id, s.redaction
      having s.redaction <> 'open' or coalesce(max(p.confidence), 1) >= ${CERTAIN}`,
  );
}

/**
 * Removes the finds in versions that go, and who stood nowhere else with what was decided on them. Who is named in words
 * that stay is kept, for others read those through what is known.
 */
export async function removeFinds(
  tx: Database,
  versions: SQLWrapper,
  staying: readonly string[] = [],
): Promise<void> {
  await tx.delete(personalSearch).where(inArray(personalSearch.sourceVersionId, versions));
  const gone = await tx
    .delete(personalFind)
    .where(inArray(personalFind.sourceVersionId, versions))
    .returning({ formId: personalFind.formId });
  await forgetForms(tx, gone, staying);
}

/**
 * Removes the finds in versions of which only the quoted words are left, but for those in such words; and, as
 * {@link removeFinds}, who stood nowhere else.
 */
export async function removeFindsAround(
  tx: Database,
  versions: SQLWrapper,
  staying: readonly string[],
): Promise<void> {
  const gone = await tx
    .delete(personalFind)
    .where(
      and(
        inArray(personalFind.sourceVersionId, versions),
        sql`not exists (select from placed_passage p
          where p.source_version_id = ${personalFind.sourceVersionId}
            and p.start_cp < ${personalFind.end} and p.end_cp > ${personalFind.start})`,
      ),
    )
    .returning({ formId: personalFind.formId });
  await forgetForms(tx, gone, staying);
}

/** Forgets ways of writing that stand nowhere any more, and who was only known by those. */
async function forgetForms(
  tx: Database,
  gone: readonly { formId: string }[],
  staying: readonly string[],
): Promise<void> {
  const subjects = new Set<string>();
  for (const ids of batches(
    await unnamedIn(tx, [...new Set(gone.map(({ formId }) => formId))], staying),
  )) {
    const forms = await tx
      .delete(personalForm)
      .where(
        and(
          inArray(personalForm.id, ids),
          sql`not exists (select from ${personalFind} f where f.form_id = "personal_form"."id")`,
        ),
      )
      .returning({ subjectId: personalForm.subjectId });
    for (const { subjectId } of forms) subjects.add(subjectId);
  }
  for (const ids of batches([...subjects])) {
    await tx
      .delete(personalSubject)
      .where(
        and(
          inArray(personalSubject.id, ids),
          sql`not exists (select from ${personalForm} f where f.subject_id = "personal_subject"."id")`,
        ),
      );
  }
}

/** Those of these forms that none of the words names. */
async function unnamedIn(tx: Database, ids: string[], staying: readonly string[]) {
  const unnamed: string[] = [];
  for (const batch of batches(ids)) {
    const forms = await tx
      .select({ id: personalForm.id, kind: personalForm.kind, text: personalForm.text })
      .from(personalForm)
      .where(inArray(personalForm.id, batch));
    for (const { id, ...form } of forms) {
      const read = withoutFinds([form]);
      if (staying.every((words) => read(words) === words)) unnamed.push(id);
    }
  }
  return unnamed;
}

/** Versions that were not searched, of sources that came in before there was a search. */
export async function unsearchedVersions(
  db: Database,
): Promise<{ dossierId: string; sourceId: string; sourceVersionId: string }[]> {
  return rowsOf(
    db,
    sql`select v.dossier_id as "dossierId", v.source_id as "sourceId", v.id as "sourceVersionId"
      from source_version v join source s on s.id = v.source_id
      -- What people wrote online is short, and searched by a job of its own.
      where s.written_in is null
        and not exists (select from personal_search p where p.source_version_id = v.id)`,
  );
}

/** What was written online in a dossier and was not searched, the oldest first, with its words. */
export async function unsearchedWritten(
  db: Database,
  dossierId: AuthorizedDossierId,
  atMost: number,
): Promise<{ sourceId: string; sourceVersionId: string; text: string }[]> {
  return rowsOf(
    db,
    sql`select v.source_id as "sourceId", v.id as "sourceVersionId",
        (select string_agg(b.before || b.text, '' order by b.n) from source_block b
          where b.source_version_id = v.id) as text
      from source s join source_version v on v.source_id = s.id
      where s.dossier_id = ${dossierId} and s.written_in is not null
        and not exists (select from personal_search p where p.source_version_id = v.id)
      order by v.created_at, v.id limit ${atMost}`,
  );
}

/** The dossiers in which something was written online that was not searched. */
export async function dossiersToSearch(db: Database): Promise<{ dossierId: string }[]> {
  return rowsOf(
    db,
    sql`select distinct s.dossier_id as "dossierId" from source s join source_version v on v.source_id = s.id
      where s.written_in is not null
        and not exists (select from personal_search p where p.source_version_id = v.id)`,
  );
}
