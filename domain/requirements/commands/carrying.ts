import { and, eq, isNull, sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import { carryingWord, passage } from "@/db/schema";
import { command } from "../../kernel/command";
import { Invalid } from "../../kernel/errors";
import { requireIn } from "../../kernel/rows";
import { actorAccountId, member } from "../../kernel/scope";
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
    await lockedRequirement(tx, scope, input.requirementId);
    await requireHeard(tx, scope.dossierId, [input.reactionId]);
    await requireIn(tx, scope.dossierId, passage, [input.passageId]);
    const [chosen] = await tx
      .insert(carryingWord)
      .values({ ...input, dossierId: scope.dossierId, createdBy: actorAccountId(scope.actor) })
      .onConflictDoNothing()
      .returning({ id: carryingWord.id });
    const [carries] = await rowsOf(
      tx,
      sql`select id from live_carrying where requirement_id = ${input.requirementId}
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
    await lockedRequirement(tx, scope, input.requirementId);
    const [ended] = await tx
      .update(carryingWord)
      .set({ removedAt: new Date().toISOString(), removedBy: actorAccountId(scope.actor) })
      .where(and(eq(carryingWord.requirementId, input.requirementId), sameWords(input), live))
      .returning({ id: carryingWord.id });
    return {
      result: { requirementId: input.requirementId },
      audit: ended ? { entity: "carryingWord", entityId: ended.id, before: input } : [],
    };
  },
});

const live = isNull(carryingWord.removedAt);

const sameWords = (words: { reactionId: string | null; passageId: string | null }) =>
  words.reactionId
    ? eq(carryingWord.reactionId, words.reactionId)
    : eq(carryingWord.passageId, words.passageId ?? "");
