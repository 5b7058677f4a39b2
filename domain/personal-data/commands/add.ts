import { and, eq, sql } from "drizzle-orm";
import { personalForm, personalSubject } from "@/db/schema";
import { mayWrite } from "../../dossiers/policy";
import { lockDossier } from "../../dossiers/rows";
import { command } from "../../kernel/command";
import { Invalid } from "../../kernel/errors";
import { member } from "../../kernel/scope";
import { addedByHand } from "../model";
import { placeForms } from "../rows";

/**
 * Adds whom or what was not found: it is looked for in all sources, and others read it nowhere, also not in a source
 * that comes later.
 *
 * @throws Invalid when it is there already.
 */
export const addSubject = command({
  scope: member,
  action: "personalSubject.add",
  input: addedByHand,
  allow: mayWrite,
  find: (tx, scope) => lockDossier(tx, scope.dossierId),
  run: async (tx, scope, { kind, text }) => {
    const there = await tx
      .select({ id: personalForm.id })
      .from(personalForm)
      .where(
        and(
          eq(personalForm.dossierId, scope.dossierId),
          eq(personalForm.kind, kind),
          eq(personalForm.text, text),
        ),
      );
    if (there.length > 0) {
      throw new Invalid("errors.fields", {}, { text: "personalData.errors.known" });
    }
    const [made] = await tx
      .insert(personalSubject)
      .values({ dossierId: scope.dossierId, kind, name: text })
      .returning({ id: personalSubject.id });
    if (!made) throw new Error("insert returned no row");
    const [form] = await tx
      .insert(personalForm)
      .values({ dossierId: scope.dossierId, kind, text, subjectId: made.id })
      .returning({ id: personalForm.id });
    if (!form) throw new Error("insert returned no row");
    // However it is written behind that: with other spaces, between marks.
    const [firstWord = text] = text.match(/[\p{L}\p{N}]+/u) ?? [];
    const places = await placeForms(
      tx,
      [{ id: form.id, kind, text, confidence: 1 }],
      sql`strpos(lower(b.text), lower(${firstWord})) > 0 and b.source_version_id in
        (select v.id from source_version v where v.dossier_id = ${scope.dossierId})`,
    );
    return {
      result: { id: made.id, places },
      audit: {
        entity: "personalSubject",
        entityId: made.id,
        after: { kind, redaction: "open", places },
      },
    };
  },
});
