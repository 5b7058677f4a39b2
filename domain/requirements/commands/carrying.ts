import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { carryingWord, passage } from "@/db/schema";
import { command } from "../../kernel/command";
import { Invalid } from "../../kernel/errors";
import { requireIn } from "../../kernel/rows";
import { actorAccountId, type MemberScope, member } from "../../kernel/scope";
import { requireHeard } from "../../reactions/rows";
import { carryingWords } from "../model";
import { mayWriteRequirements } from "../policy";
import { lockedRequirement } from "../rows";

/**
 * Says that words carry a requirement: a reaction, or quoted words that are of none, which a kernwaarde has that the requirement
 * is linked to (the view `live_carrying`). Choosing what is chosen already changes nothing.
 *
 * @throws Invalid for words of no such kernwaarde.
 */
export const carryWords = command({
  scope: member,
  action: "requirement.carry",
  input: carryingWords,
  allow: mayWriteRequirements,
  run: async (tx, scope, input) => {
    await standingRequirement(tx, scope, input.requirementId);
    await requireHeard(tx, scope.dossierId, [input.reactionId]);
    await requireIn(tx, scope.dossierId, passage, [input.passageId]);
    const [chosen] = await tx
      .insert(carryingWord)
      .values({ ...input, dossierId: scope.dossierId, createdBy: actorAccountId(scope.actor) })
      .onConflictDoNothing()
      .returning({ id: carryingWord.id });
    const [carries] = await rowsOf(
      tx,
      sql`select requirement_id from live_carrying where requirement_id = ${input.requirementId}
        and (reaction_id = ${input.reactionId}::uuid or passage_id = ${input.passageId}::uuid)`,
    );
    if (!carries) throw new Invalid("requirements.errors.notOfCoreValue");
    return {
      result: { requirementId: input.requirementId },
      audit: chosen ? { entity: "carryingWord", entityId: chosen.id, after: input } : [],
    };
  },
});

/** Says that words do not carry a requirement after all; they stay among the words of their kernwaarde. */
export const uncarryWords = command({
  scope: member,
  action: "requirement.uncarry",
  input: carryingWords,
  allow: mayWriteRequirements,
  run: async (tx, scope, input) => {
    await standingRequirement(tx, scope, input.requirementId);
    const { requirementId } = input;
    const ended = await tx
      .update(carryingWord)
      .set({ removedAt: new Date().toISOString(), removedBy: actorAccountId(scope.actor) })
      .where(and(eq(carryingWord.requirementId, requirementId), sameWords(input), live))
      .returning();
    return {
      result: { requirementId },
      audit: ended.map(({ id, reactionId, passageId }) => ({
        entity: "carryingWord",
        entityId: id,
        before: { requirementId, reactionId, passageId },
      })),
    };
  },
});

const live = isNull(carryingWord.removedAt);

/** Of a reaction also what was chosen as loose words, before they were known to be its. */
const sameWords = (words: { reactionId: string | null; passageId: string | null }) =>
  words.reactionId
    ? or(
        eq(carryingWord.reactionId, words.reactionId),
        inArray(
          carryingWord.passageId,
          sql`(select passage_id from passage_reaction where reaction_id = ${words.reactionId})`,
        ),
      )
    : eq(carryingWord.passageId, words.passageId ?? "");

/** @throws Invalid for one that was dropped: nothing of it is changed any more. */
async function standingRequirement(tx: Database, scope: MemberScope, requirementId: string) {
  const { droppedAt } = await lockedRequirement(tx, scope, requirementId);
  if (droppedAt) throw new Invalid("requirements.errors.dropped");
}
