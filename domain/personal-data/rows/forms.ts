import { and, eq, inArray, sql } from "drizzle-orm";
import type { AuditEntry } from "@/db/audit";
import type { Database } from "@/db/client";
import { giveWay } from "@/db/give-way";
import { personalForm, personalSubject } from "@/db/schema";
import { lockDossier } from "../../dossiers/rows";
import { NotFound } from "../../kernel/errors";
import { batches } from "../../kernel/rows";
import type { AuthorizedDossierId } from "../../kernel/scope";
import { type Form, subjectsOf } from "../../privacy/rules/subjects";

/**
 * Rows in one statement, as one value: a parameter for each field takes far longer, and the embedded database computes
 * on the thread that answers people.
 */
export const FINDS_AT_ONCE = 250;

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
  const subjects: NewSubject[] = [];
  const forms: NewForm[] = [];
  const fuller: { subjectId: string; name: string; written: string[] }[] = [];
  for (const { kind, text, forms: written } of subjectsOf([...all.values()])) {
    const keys = written.map((form) => ({ text: form, key: keyOf({ kind, text: form }) }));
    const fresh = keys.filter(({ key }) => !known.has(key));
    if (fresh.length === 0) continue;
    const owners = new Set(keys.flatMap(({ key }) => known.get(key)?.subjectId ?? []));
    const [only] = owners;
    const subjectId = owners.size === 1 && only !== undefined ? only : crypto.randomUUID();
    if (subjectId !== only) subjects.push({ id: subjectId, kind, name: text });
    else if (fresh.some((form) => form.text === text)) {
      fuller.push({ subjectId, name: text, written });
    }
    for (const form of fresh) {
      const id = crypto.randomUUID();
      ids.set(form.key, id);
      forms.push({ id, kind, text: form.text, subjectId });
    }
  }
  await insertForms(tx, dossierId, subjects, forms);
  return { ids, renamed: await callFuller(tx, fuller) };
}

type NewSubject = Pick<typeof personalSubject.$inferInsert, "kind" | "name"> & { id: string };
type NewForm = Form & { id: string; subjectId: string };

async function insertForms(
  tx: Database,
  dossierId: AuthorizedDossierId,
  subjects: readonly NewSubject[],
  forms: readonly NewForm[],
): Promise<void> {
  for (const batch of batches(subjects, FINDS_AT_ONCE)) {
    await tx.execute(sql`
      insert into personal_subject (id, dossier_id, kind, name)
      select id, ${dossierId}::uuid, kind, name
      from jsonb_to_recordset(${JSON.stringify(batch)}::text::jsonb)
        as subject(id uuid, kind text, name text)`);
    await giveWay();
  }
  for (const batch of batches(forms, FINDS_AT_ONCE)) {
    await tx.execute(sql`
      insert into personal_form (id, dossier_id, kind, text, subject_id)
      select id, ${dossierId}::uuid, kind, text, "subjectId"
      from jsonb_to_recordset(${JSON.stringify(batch)}::text::jsonb)
        as form(id uuid, kind text, text text, "subjectId" uuid)`);
    await giveWay();
  }
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
