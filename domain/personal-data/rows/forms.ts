import { and, eq, inArray } from "drizzle-orm";
import type { AuditEntry } from "@/db/audit";
import type { Database } from "@/db/client";
import { personalForm, personalSubject } from "@/db/schema";
import { lockDossier } from "../../dossiers/rows";
import { NotFound } from "../../kernel/errors";
import { batches } from "../../kernel/rows";
import type { AuthorizedDossierId } from "../../kernel/scope";
import { type Form, subjectsOf } from "../../privacy/rules/subjects";

/** A form as a key: what is written, and of which kind it is. */
export const keyOf = ({ kind, text }: Form) => `${kind} ${text}`;

/**
 * Stores ways in which personal data is written, each under whom or what it is of. Somebody who is known in the
 * dossier is the same person here, unless the name can be of two; what is known stays where it is. Who gets a fuller
 * name is called by it.
 *
 * @returns the id of each, by kind and text, and what the log must say of who is called otherwise.
 */
export async function storeForms(
  tx: Database,
  dossierId: AuthorizedDossierId,
  found: readonly Form[],
): Promise<{ ids: Map<string, string>; renamed: AuditEntry[] }> {
  const ids = new Map<string, string>();
  if (found.length === 0) return { ids, renamed: [] };
  // Two sources that are read at once may have the same people.
  await lockDossier(tx, dossierId);
  const known = new Map(
    (
      await tx
        .select({
          id: personalForm.id,
          kind: personalForm.kind,
          text: personalForm.text,
          subjectId: personalForm.subjectId,
        })
        .from(personalForm)
        .where(eq(personalForm.dossierId, dossierId))
    ).map((row) => [keyOf(row), row]),
  );
  for (const [key, { id }] of known) ids.set(key, id);
  const all = new Map<string, Form>([
    ...known,
    ...found.map((form): [string, Form] => [keyOf(form), form]),
  ]);
  const subjects: (typeof personalSubject.$inferInsert)[] = [];
  const forms: (typeof personalForm.$inferInsert)[] = [];
  const fuller: { subjectId: string; name: string; written: string[] }[] = [];
  for (const { kind, text, forms: written } of subjectsOf([...all.values()])) {
    const keys = written.map((form) => ({ text: form, key: keyOf({ kind, text: form }) }));
    const fresh = keys.filter(({ key }) => !known.has(key));
    if (fresh.length === 0) continue;
    const owners = new Set(keys.flatMap(({ key }) => known.get(key)?.subjectId ?? []));
    const [only] = owners;
    const subjectId = owners.size === 1 && only !== undefined ? only : crypto.randomUUID();
    if (subjectId !== only) subjects.push({ id: subjectId, dossierId, kind, name: text });
    else if (fresh.some((form) => form.text === text)) {
      fuller.push({ subjectId, name: text, written });
    }
    for (const form of fresh) {
      const id = crypto.randomUUID();
      ids.set(form.key, id);
      forms.push({ id, dossierId, kind, text: form.text, subjectId });
    }
  }
  for (const batch of batches(subjects)) await tx.insert(personalSubject).values(batch);
  for (const batch of batches(forms)) await tx.insert(personalForm).values(batch);
  return { ids, renamed: await callFuller(tx, fuller) };
}

/** Not who is called by a name that somebody brought under the same person by hand. */
async function callFuller(
  tx: Database,
  fuller: readonly { subjectId: string; name: string; written: string[] }[],
): Promise<AuditEntry[]> {
  const renamed: AuditEntry[] = [];
  for (const { subjectId, name, written } of fuller) {
    const called = await tx
      .update(personalSubject)
      .set({ name })
      .where(and(eq(personalSubject.id, subjectId), inArray(personalSubject.name, written)))
      .returning({ id: personalSubject.id });
    // Without the name: the log is read by more people than may see it.
    for (const { id } of called) {
      renamed.push({ entity: "personalSubject", entityId: id, after: { fullerName: true } });
    }
  }
  return renamed;
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
