import { and, eq, inArray, type SQLWrapper, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { personalFind, personalSubject } from "@/db/schema";
import type { PersonalDataKind } from "@/db/vocabulary";
import { NotFound } from "../kernel/errors";
import { batches } from "../kernel/rows";
import type { AuthorizedDossierId } from "../kernel/scope";
import type { PersonalFind } from "../privacy/model";
import { type Form, subjectsOf } from "../privacy/rules/subjects";

/** A form as a key: what is written, and of which kind it is. */
const keyOf = ({ kind, text }: { kind: PersonalDataKind; text: string }) => `${kind} ${text}`;

/**
 * Stores where personal data stands in a text, each under whom or what it is of. Somebody who is known in the dossier
 * is the same person here, unless the name can be of two.
 */
export async function storeFinds(
  tx: Database,
  dossierId: AuthorizedDossierId,
  sourceVersionId: string,
  finds: readonly PersonalFind[],
): Promise<void> {
  if (finds.length === 0) return;
  const known = new Map(
    (
      await rowsOf<{ id: string; kind: PersonalDataKind; text: string }>(
        tx,
        sql`select distinct s.id, s.kind, f.text
          from ${personalFind} f join ${personalSubject} s on s.id = f.subject_id
          where s.dossier_id = ${dossierId}`,
      )
    ).map((row) => [keyOf(row), row]),
  );
  const forms = new Map<string, Form>([
    ...known,
    ...finds.map((find): [string, Form] => [keyOf(find), find]),
  ]);
  const subjectOf = new Map<string, string>();
  const added: (typeof personalSubject.$inferInsert)[] = [];
  for (const { kind, text, forms: written } of subjectsOf([...forms.values()])) {
    const keys = written.map((form) => keyOf({ kind, text: form }));
    const ids = new Set(keys.flatMap((key) => known.get(key)?.id ?? []));
    const [only] = ids;
    const id = ids.size === 1 && only !== undefined ? only : crypto.randomUUID();
    const fresh = keys.filter((key) => !known.has(key));
    if (fresh.length === 0) continue;
    if (id !== only) added.push({ id, dossierId, kind, name: text });
    for (const key of fresh) subjectOf.set(key, id);
  }
  for (const [key, { id }] of known) subjectOf.set(key, id);
  for (const batch of batches(added)) await tx.insert(personalSubject).values(batch);
  const rows = finds.map((find) => {
    const subjectId = subjectOf.get(keyOf(find));
    if (subjectId === undefined) throw new Error("a find is of nobody");
    const { start, end, text, confidence } = find;
    return { sourceVersionId, start, end, text, confidence, subjectId };
  });
  for (const batch of batches(rows)) await tx.insert(personalFind).values(batch);
}

/** The one whom something is decided on, locked. @throws NotFound */
export async function takeSubject(
  tx: Database,
  dossierId: AuthorizedDossierId,
  subjectId: string,
): Promise<typeof personalSubject.$inferSelect> {
  const [found] = await tx
    .select()
    .from(personalSubject)
    .where(and(eq(personalSubject.id, subjectId), eq(personalSubject.dossierId, dossierId)))
    .for("update");
  if (!found) throw new NotFound();
  return found;
}

/** Removes the finds in versions that go, and those who stood nowhere else with what was decided on them. */
export async function removeFinds(tx: Database, versions: SQLWrapper): Promise<void> {
  const gone = await tx
    .delete(personalFind)
    .where(inArray(personalFind.sourceVersionId, versions))
    .returning({ subjectId: personalFind.subjectId });
  const ids = [...new Set(gone.map(({ subjectId }) => subjectId))];
  for (const batch of batches(ids)) {
    await tx
      .delete(personalSubject)
      .where(
        and(
          inArray(personalSubject.id, batch),
          sql`not exists (select from ${personalFind} f where f.subject_id = "personal_subject"."id")`,
        ),
      );
  }
}
