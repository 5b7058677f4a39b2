import { and, eq } from "drizzle-orm";
import { requirement, requirementDraft } from "@/db/schema";
import { command } from "../../kernel/command";
import { NotFound } from "../../kernel/errors";
import { actorAccountId, member } from "../../kernel/scope";
import { draftBodyField } from "../../text/rich-body";
import { requirementDraftInput } from "../model";
import { mayWriteRequirements } from "../policy";
import { dropDraft } from "../rows";

const [discarded, written] = requirementDraftInput.options;

/**
 * Keeps what somebody is writing of a requirement, for them alone, or lets go of it. It is no version: the log says
 * nothing of it, and nobody else reads it.
 *
 * @returns the version that stands, so that who writes hears at once that somebody else saved one.
 * @throws NotFound when the requirement is not in the dossier, or for who has no account (the terminal).
 */
export const draftRequirement = command({
  scope: member,
  action: "requirement.draft",
  input: discarded.or(written.extend({ body: draftBodyField })),
  allow: mayWriteRequirements,
  run: async (tx, scope, input) => {
    const accountId = actorAccountId(scope.actor);
    const { requirementId } = input;
    const [standing] = await tx
      .select({ n: requirement.lockVersion })
      .from(requirement)
      .where(and(eq(requirement.id, requirementId), eq(requirement.dossierId, scope.dossierId)));
    if (!standing || !accountId) throw new NotFound();
    if ("discard" in input) {
      await dropDraft(tx, scope, requirementId);
    } else {
      const now = { ...input, savedAt: new Date().toISOString() };
      await tx
        .insert(requirementDraft)
        .values({ ...now, accountId, dossierId: scope.dossierId })
        .onConflictDoUpdate({
          target: [requirementDraft.requirementId, requirementDraft.accountId],
          set: now,
        });
    }
    return { result: { n: standing.n }, audit: [] };
  },
});
