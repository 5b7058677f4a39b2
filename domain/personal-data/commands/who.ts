import { and, count, eq, ne, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { personalForm, personalSubject } from "@/db/schema";
import { mayWrite } from "../../dossiers/policy";
import { lockDossier } from "../../dossiers/rows";
import { command } from "../../kernel/command";
import { Conflict, Invalid, NotFound } from "../../kernel/errors";
import { member } from "../../kernel/scope";
import { merged, partedForm } from "../model";
import { takeSubject } from "../rows";

/**
 * Says that one way of writing is of somebody else: it becomes a person of its own, still to be decided on.
 *
 * @throws NotFound; Invalid when there is no other way of writing; Conflict when it was decided on meanwhile.
 */
export const partForm = command({
  scope: member,
  action: "personalSubject.part",
  input: partedForm,
  allow: mayWrite,
  find: async (tx, scope, { subjectId }) => {
    await lockDossier(tx, scope.dossierId);
    return takeSubject(tx, scope.dossierId, subjectId);
  },
  run: async (tx, scope, { formId, lockVersion }, subject) => {
    if (subject.lockVersion !== lockVersion)
      throw new Conflict("errors.stale", {}, subject.lockVersion);
    const [form] = await tx
      .select({ text: personalForm.text })
      .from(personalForm)
      .where(and(eq(personalForm.id, formId), eq(personalForm.subjectId, subject.id)));
    if (!form) throw new NotFound();
    const [fullest] = await tx
      .select({ text: personalForm.text })
      .from(personalForm)
      .where(and(eq(personalForm.subjectId, subject.id), ne(personalForm.id, formId)))
      .orderBy(sql`char_length(${personalForm.text}) desc`, personalForm.text)
      .limit(1);
    if (!fullest) throw new Invalid("personalData.errors.onlyForm");
    const forms = await formsOf(tx, subject.id);
    const [made] = await tx
      .insert(personalSubject)
      .values({ dossierId: scope.dossierId, kind: subject.kind, name: form.text })
      .returning({ id: personalSubject.id });
    if (!made) throw new Error("insert returned no row");
    await tx.update(personalForm).set({ subjectId: made.id }).where(eq(personalForm.id, formId));
    await tx
      .update(personalSubject)
      .set({
        name: subject.name === form.text ? fullest.text : subject.name,
        lockVersion: subject.lockVersion + 1,
      })
      .where(eq(personalSubject.id, subject.id));
    return {
      result: { id: made.id },
      audit: [
        {
          entity: "personalSubject",
          entityId: subject.id,
          before: { forms },
          after: { forms: forms - 1 },
        },
        {
          entity: "personalSubject",
          entityId: made.id,
          after: { kind: subject.kind, redaction: "open", forms: 1 },
        },
      ],
    };
  },
});

/**
 * Says that two are the same person or thing: all ways of writing come under one. A decision and a code that it has
 * stay; without one it gets those of the other.
 *
 * @throws NotFound; Invalid when they are of another kind, or one and the same; Conflict when it was decided on meanwhile.
 */
export const mergeSubjects = command({
  scope: member,
  action: "personalSubject.merge",
  input: merged,
  allow: mayWrite,
  find: async (tx, scope, { subjectId, intoId }) => {
    await lockDossier(tx, scope.dossierId);
    const gone = await takeSubject(tx, scope.dossierId, subjectId);
    return { gone, into: await takeSubject(tx, scope.dossierId, intoId) };
  },
  run: async (tx, _scope, { lockVersion }, { gone, into }) => {
    if (gone.lockVersion !== lockVersion) throw new Conflict("errors.stale", {}, gone.lockVersion);
    if (gone.kind !== into.kind || gone.id === into.id) {
      throw new Invalid("errors.fields", {}, { intoId: "errors.field.choose" });
    }
    const [taken, left] = [await formsOf(tx, gone.id), await formsOf(tx, into.id)];
    const { redaction, role, reason, decidedBy, decidedAt, earlier } =
      into.redaction === "open" ? gone : into;
    const after = { redaction, role, reason, code: into.code ?? gone.code };
    await tx
      .update(personalForm)
      .set({ subjectId: into.id })
      .where(eq(personalForm.subjectId, gone.id));
    await tx.delete(personalSubject).where(eq(personalSubject.id, gone.id));
    await tx
      .update(personalSubject)
      .set({ ...after, decidedBy, decidedAt, earlier, lockVersion: into.lockVersion + 1 })
      .where(eq(personalSubject.id, into.id));
    return {
      result: { id: into.id },
      audit: [
        {
          entity: "personalSubject",
          entityId: into.id,
          before: { ...decidedOn(into), forms: left },
          after: { ...after, forms: left + taken },
        },
        {
          entity: "personalSubject",
          entityId: gone.id,
          before: { ...decidedOn(gone), forms: taken },
        },
      ],
    };
  },
});

const decidedOn = ({ redaction, role, reason, code }: typeof personalSubject.$inferSelect) => ({
  redaction,
  role,
  reason,
  code,
});

async function formsOf(tx: Database, subjectId: string): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(personalForm)
    .where(eq(personalForm.subjectId, subjectId));
  return row?.count ?? 0;
}
