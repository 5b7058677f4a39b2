import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { ignoredFinding } from "@/db/schema";
import { command } from "../kernel/command";
import { Invalid, NotFound } from "../kernel/errors";
import { actorAccountId, type MemberScope, member } from "../kernel/scope";
import { lockedRequirement } from "../requirements/rows";
import { lockedStatement } from "../statements/rows";
import {
  type CheckedText,
  ignoredRequirementFinding,
  ignoredStatementFinding,
  shownAgain,
} from "./model";
import { mayIgnoreFindings } from "./policy";
import { checkedAlone, checkedIn, checkedStatement } from "./rows/checked";

/** Words of a finding that are kept to be read. */
const KEPT_WORDS = 300;

/**
 * Lets a finding in a requirement stand, with the reason. It comes back when its words change.
 *
 * @returns the row that says so, to take it back by.
 * @throws NotFound for another requirement; Invalid when it is not found there (any more), or was let stand already.
 */
export const ignoreRequirementFinding = command({
  scope: member,
  action: "finding.ignore",
  input: ignoredRequirementFinding,
  allow: mayIgnoreFindings,
  find: (tx, scope, { requirementId }) => lockedRequirement(tx, scope, requirementId),
  run: async (tx, scope, { requirementId, finding, reason }) => {
    const [alone] = await checkedAlone(tx, scope.dossierId, [requirementId]);
    // Only that another says the same needs all of them.
    const text = alone?.findings.some(({ sha256 }) => sha256 === finding)
      ? alone
      : (await checkedIn(tx, scope.dossierId)).find(({ id }) => id === requirementId);
    const { ignoredId, said } = await ignore(tx, scope, { requirementId }, text, finding, reason);
    return {
      result: { ignoredId },
      audit: { entity: "requirement", entityId: requirementId, reason, after: said },
    };
  },
});

/** The same for a stelling. */
export const ignoreStatementFinding = command({
  scope: member,
  action: "finding.ignore",
  input: ignoredStatementFinding,
  allow: mayIgnoreFindings,
  find: (tx, scope, { statementId }) => lockedStatement(tx, scope.dossierId, statementId),
  run: async (tx, scope, { statementId, finding, reason }, statement) => {
    const text = await checkedStatement(tx, scope.dossierId, statement);
    const { ignoredId, said } = await ignore(tx, scope, { statementId }, text, finding, reason);
    return {
      result: { ignoredId },
      audit: { entity: "statement", entityId: statementId, reason, after: said },
    };
  },
});

async function ignore(
  tx: Database,
  scope: MemberScope,
  of: { requirementId: string } | { statementId: string },
  text: Pick<CheckedText, "findings"> | undefined,
  finding: string,
  reason: string,
) {
  const found = text?.findings.find(({ sha256 }) => sha256 === finding);
  if (!found) throw new Invalid("findings.errors.gone");
  if (found.ignored) throw new Invalid("findings.errors.already");
  const words = (found.params.words || found.params.other).slice(0, KEPT_WORDS).toWellFormed();
  const [kept] = await tx
    .insert(ignoredFinding)
    .values({
      ...of,
      dossierId: scope.dossierId,
      rule: found.rule,
      words,
      sha256: finding,
      reason,
      createdBy: actorAccountId(scope.actor),
    })
    .returning({ id: ignoredFinding.id });
  return { ignoredId: String(kept?.id), said: { rule: found.rule, words } };
}

/** Shows a finding again that was let stand. @throws NotFound */
export const showFindingAgain = command({
  scope: member,
  action: "finding.show",
  input: shownAgain,
  allow: mayIgnoreFindings,
  run: async (tx, scope, { ignoredId }) => {
    const [found] = await tx
      .delete(ignoredFinding)
      .where(and(eq(ignoredFinding.id, ignoredId), eq(ignoredFinding.dossierId, scope.dossierId)))
      .returning();
    if (!found) throw new NotFound();
    const { rule, words, requirementId, statementId } = found;
    return {
      result: { requirementId, statementId },
      audit: {
        entity: requirementId ? "requirement" : "statement",
        entityId: String(requirementId ?? statementId),
        before: { rule, words },
      },
    };
  },
});
