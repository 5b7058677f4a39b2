import { eq, sql } from "drizzle-orm";
import { personalSubject } from "@/db/schema";
import { takeNumbers } from "../dossiers/rows";
import { command } from "../kernel/command";
import { Conflict } from "../kernel/errors";
import { actorAccountId, member } from "../kernel/scope";
import { decision, reopened } from "./model";
import { mayRedact } from "./policy";
import { takeSubject } from "./rows";

/**
 * Decides what others read in place of somebody, or that the words stay. A code once given stays that person's.
 * @throws NotFound; Conflict when somebody else decided meanwhile.
 */
export const decideSubject = command({
  scope: member,
  action: "personalSubject.decide",
  input: decision,
  allow: mayRedact,
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
    const { redaction, role, reason } = subject;
    return {
      result: { id: subject.id, lockVersion: subject.lockVersion + 1 },
      // Without the name: the log is read by more people than may see it.
      audit: {
        entity: "personalSubject",
        entityId: subject.id,
        before: { redaction, role, reason, code: subject.code },
        after,
      },
    };
  },
});

/** Takes a decision back: it is to be decided again, and keeps the code it had. */
export const reopenSubject = command({
  scope: member,
  action: "personalSubject.reopen",
  input: reopened,
  allow: mayRedact,
  find: (tx, scope, { subjectId }) => takeSubject(tx, scope.dossierId, subjectId),
  run: async (tx, _scope, input, subject) => {
    if (subject.lockVersion !== input.lockVersion)
      throw new Conflict("errors.stale", {}, subject.lockVersion);
    const after = { redaction: "open" as const, role: null, reason: null, code: subject.code };
    await tx
      .update(personalSubject)
      .set({ ...after, decidedBy: null, decidedAt: null, lockVersion: subject.lockVersion + 1 })
      .where(eq(personalSubject.id, subject.id));
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
