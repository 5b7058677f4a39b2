import { and, eq, isNull } from "drizzle-orm";
import { coreValue, passage, requirement, requirementLink } from "@/db/schema";
import { command } from "../../kernel/command";
import { NotFound } from "../../kernel/errors";
import { requireIn } from "../../kernel/rows";
import { actorAccountId, member } from "../../kernel/scope";
import { requireHeard } from "../../reactions/rows";
import { quotePassage } from "../../sources/commands";
import { linkedWords, newLink, noSource, removedLink } from "../model";
import { mayWriteRequirements } from "../policy";
import { lockedRequirement } from "../rows";

/**
 * Links a requirement to what it comes from: one kernwaarde, one reaction or one passage. Words in a
 * source become a passage first (`quotePassage`). Linking what is linked already changes nothing.
 *
 * @returns the id of the link.
 */
export const linkRequirement = command({
  scope: member,
  action: "requirement.link",
  input: newLink,
  allow: mayWriteRequirements,
  run: async (tx, scope, input) => {
    await lockedRequirement(tx, scope, input.requirementId);
    await requireIn(tx, scope.dossierId, coreValue, [input.coreValueId]);
    await requireHeard(tx, scope.dossierId, [input.reactionId]);
    await requireIn(tx, scope.dossierId, passage, [input.passageId]);
    const { requirementId, ...end } = input;
    const [linked] = await tx
      .insert(requirementLink)
      .values({ ...input, dossierId: scope.dossierId, createdBy: actorAccountId(scope.actor) })
      .onConflictDoNothing()
      .returning({ id: requirementLink.id });
    if (linked) {
      return {
        result: { id: linked.id },
        audit: { entity: "requirementLink", entityId: linked.id, after: input },
      };
    }
    const [standing] = await tx
      .select({ id: requirementLink.id })
      .from(requirementLink)
      .where(and(eq(requirementLink.requirementId, requirementId), sameEnd(end), live));
    if (!standing) throw new Error("the link neither stands nor could be made");
    return { result: { id: standing.id }, audit: [] };
  },
});

/**
 * Links a requirement to words in a source, which become a passage first: one act, so that there is
 * no passage without the link.
 *
 * @throws as `quotePassage` and {@link linkRequirement}.
 */
export const linkWords = command({
  scope: member,
  action: "requirement.link",
  input: linkedWords,
  allow: mayWriteRequirements,
  run: async (tx, scope, { requirementId, ...words }) => {
    const { passageId } = await quotePassage.within(tx, scope, words);
    const none = { coreValueId: null, reactionId: null };
    const link = await linkRequirement.within(tx, scope, { ...none, requirementId, passageId });
    return { result: link, audit: [] };
  },
});

const live = isNull(requirementLink.removedAt);

interface End {
  coreValueId: string | null;
  reactionId: string | null;
  passageId: string | null;
}

function sameEnd({ coreValueId, reactionId, passageId }: End) {
  if (coreValueId) return eq(requirementLink.coreValueId, coreValueId);
  if (reactionId) return eq(requirementLink.reactionId, reactionId);
  return eq(requirementLink.passageId, passageId ?? "");
}

/**
 * Takes a link away; it stays in the history. Taking away what is gone already changes nothing.
 *
 * @returns what it pointed to, to put it back.
 */
export const unlinkRequirement = command({
  scope: member,
  action: "requirement.unlink",
  input: removedLink,
  allow: mayWriteRequirements,
  run: async (tx, scope, { linkId }) => {
    const [link] = await tx
      .select()
      .from(requirementLink)
      .where(and(eq(requirementLink.id, linkId), eq(requirementLink.dossierId, scope.dossierId)))
      .for("update");
    if (!link) throw new NotFound();
    // As who links: of two at once the second sees what the first did.
    await lockedRequirement(tx, scope, link.requirementId);
    const { requirementId, coreValueId, reactionId, passageId } = link;
    const end = { requirementId, coreValueId, reactionId, passageId };
    if (link.removedAt !== null) return { result: end, audit: [] };
    await tx
      .update(requirementLink)
      .set({ removedAt: new Date().toISOString(), removedBy: actorAccountId(scope.actor) })
      .where(eq(requirementLink.id, linkId));
    return {
      result: end,
      audit: { entity: "requirementLink", entityId: linkId, before: end },
    };
  },
});

/** Says why a requirement needs no source; an empty reason takes that back. */
export const setNoSourceReason = command({
  scope: member,
  action: "requirement.noSource",
  input: noSource,
  allow: mayWriteRequirements,
  run: async (tx, scope, { requirementId, reason }) => {
    const before = await lockedRequirement(tx, scope, requirementId);
    await tx
      .update(requirement)
      .set({ noSourceReason: reason })
      .where(eq(requirement.id, requirementId));
    return {
      result: { id: requirementId },
      audit: {
        entity: "requirement",
        entityId: requirementId,
        before: { noSourceReason: before.noSourceReason },
        after: { noSourceReason: reason },
      },
    };
  },
});
