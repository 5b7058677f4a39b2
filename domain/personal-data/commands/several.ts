import type { Database } from "@/db/client";
import { mayWrite } from "../../dossiers/policy";
import { command } from "../../kernel/command";
import { type AuthorizedDossierId, member } from "../../kernel/scope";
import { REMOVED } from "../../redaction/rules";
import { groupDecision, reopenedGroup } from "../model";
import { takeSubject } from "../rows";
import { decideSubject, reopenSubject } from "./decide";

/**
 * Gives several the same decision, in one act: all or none.
 *
 * @throws NotFound; Conflict when somebody else decided on one of them meanwhile.
 */
export const decideSubjects = command({
  scope: member,
  action: "personalSubject.decide",
  input: groupDecision,
  allow: mayWrite,
  run: async (tx, scope, { subjects, redaction }) => {
    await takeAll(tx, scope.dossierId, subjects);
    for (const about of subjects) {
      if (redaction === "removed") {
        const { kind } = await takeSubject(tx, scope.dossierId, about.subjectId);
        const role = REMOVED[kind].slice(1, -1);
        await decideSubject.within(tx, scope, { ...about, redaction: "role", role });
      } else await decideSubject.within(tx, scope, { ...about, redaction });
    }
    // Each has its own row in the log.
    return { result: { count: subjects.length }, audit: [] };
  },
});

/** Takes back what was decided on several in one act. @throws NotFound; Conflict */
export const reopenSubjects = command({
  scope: member,
  action: "personalSubject.reopen",
  input: reopenedGroup,
  allow: mayWrite,
  run: async (tx, scope, { subjects }) => {
    await takeAll(tx, scope.dossierId, subjects);
    for (const about of subjects) await reopenSubject.within(tx, scope, about);
    return { result: { count: subjects.length }, audit: [] };
  },
});

/** Locks them in one order, so that of two people at once one waits and not both for each other. */
async function takeAll(
  tx: Database,
  dossierId: AuthorizedDossierId,
  subjects: readonly { subjectId: string }[],
): Promise<void> {
  for (const id of subjects.map(({ subjectId }) => subjectId).sort()) {
    await takeSubject(tx, dossierId, id);
  }
}
