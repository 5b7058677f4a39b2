import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { database } from "@/db/client";
import { personalSubject } from "@/db/schema";
import { mayWrite } from "../../dossiers/policy";
import { takeNumbers } from "../../dossiers/rows";
import { command, scopeSuffices } from "../../kernel/command";
import { Conflict, Forbidden } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { wordsIn } from "../../kernel/layer";
import { actorAccountId, job, member, proves, type ReaderScope, reader } from "../../kernel/scope";
import type { PersonalFind } from "../../privacy/model";
import type { Form } from "../../privacy/rules/subjects";
import { decision, reopened } from "../model";
import {
  keepPlaces,
  replaceEverywhere,
  storeFinds,
  storeForms,
  takeSubject,
  unknownIn,
} from "../rows";

/** Stores what was found in a version of a source that had not been searched. */
export const keepFinds = command({
  scope: job,
  action: "source.search",
  input: z.object({
    sourceId: uuid,
    sourceVersionId: uuid,
    finds: z.custom<readonly PersonalFind[]>(),
  }),
  allow: scopeSuffices,
  run: async (tx, scope, { sourceId, sourceVersionId, finds }) => {
    const stored = await storeFinds(tx, scope.dossierId, sourceVersionId, finds);
    return {
      result: {},
      audit: stored
        ? { entity: "source", entityId: sourceId, after: { personalData: finds.length } }
        : [],
    };
  },
});

/** Keeps what was found in words that were about to go out, to be decided on; until then it is replaced. */
const noteForms = command({
  scope: member,
  action: "dossier.notePersonalData",
  input: z.object({ forms: z.custom<readonly Form[]>() }),
  allow: mayWrite,
  run: async (tx, scope, { forms }) => {
    await storeForms(tx, scope.dossierId, forms);
    return {
      result: {},
      // Without the words themselves: the log is read by more people than may see them.
      audit: {
        entity: "dossier",
        entityId: scope.dossierId,
        after: { personalData: forms.length },
      },
    };
  },
});

/**
 * Searches what is about to go out for personal data that nobody knows of. Found by an author it is kept as open, and
 * replaced from then on; a reviewer changes nothing.
 *
 * @param leaving what goes out, as somebody outside reads it: any data, of which all words are searched.
 * @returns how much was found.
 */
export async function searchLeaving(scope: ReaderScope, leaving: unknown): Promise<number> {
  if (!proves(reader, scope)) throw new Forbidden();
  const forms = await unknownIn(await database(), scope.dossierId, wordsIn(leaving));
  if (forms.length > 0 && mayWrite(scope)) await noteForms(scope, { forms });
  return forms.length;
}

/**
 * Decides what others read in place of somebody, or that the words stay, and at which places they stay all the same. A
 * code once given stays that person's.
 * @throws NotFound; Conflict when somebody else decided meanwhile.
 */
export const decideSubject = command({
  scope: member,
  action: "personalSubject.decide",
  input: decision,
  allow: mayWrite,
  find: (tx, scope, { subjectId }) => takeSubject(tx, scope.dossierId, subjectId),
  run: async (tx, scope, input, subject) => {
    if (subject.lockVersion !== input.lockVersion)
      throw new Conflict("errors.stale", {}, subject.lockVersion);
    const code =
      input.redaction === "code"
        ? (subject.code ?? (await takeNumbers(tx, scope.dossierId, "person")))
        : subject.code;
    const after = {
      redaction: input.redaction,
      role: input.redaction === "role" ? input.role : null,
      reason: input.redaction === "keep" ? input.reason : null,
      code,
    };
    await tx
      .update(personalSubject)
      .set({
        ...after,
        decidedBy: actorAccountId(scope.actor),
        decidedAt: sql`now()`,
        lockVersion: subject.lockVersion + 1,
      })
      .where(eq(personalSubject.id, subject.id));
    const moved = input.places ? await keepPlaces(tx, subject.id, input.places) : 0;
    const { redaction, role, reason } = subject;
    return {
      result: { id: subject.id, lockVersion: subject.lockVersion + 1 },
      // Without the name: the log is read by more people than may see it.
      audit: {
        entity: "personalSubject",
        entityId: subject.id,
        before: { redaction, role, reason, code: subject.code },
        after: moved > 0 ? { ...after, places: moved } : after,
      },
    };
  },
});

/** Takes a decision back: it is to be decided again, everywhere, and keeps the code it had. */
export const reopenSubject = command({
  scope: member,
  action: "personalSubject.reopen",
  input: reopened,
  allow: mayWrite,
  find: (tx, scope, { subjectId }) => takeSubject(tx, scope.dossierId, subjectId),
  run: async (tx, _scope, input, subject) => {
    if (subject.lockVersion !== input.lockVersion)
      throw new Conflict("errors.stale", {}, subject.lockVersion);
    const after = { redaction: "open" as const, role: null, reason: null, code: subject.code };
    await tx
      .update(personalSubject)
      .set({ ...after, decidedBy: null, decidedAt: null, lockVersion: subject.lockVersion + 1 })
      .where(eq(personalSubject.id, subject.id));
    await replaceEverywhere(tx, subject.id);
    const { redaction, role, reason, code } = subject;
    return {
      result: { id: subject.id, lockVersion: subject.lockVersion + 1 },
      audit: {
        entity: "personalSubject",
        entityId: subject.id,
        before: { redaction, role, reason, code },
        after,
      },
    };
  },
});
