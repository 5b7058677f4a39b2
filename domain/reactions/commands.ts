import { and, eq, inArray, sql } from "drizzle-orm";
import { reaction } from "@/db/schema";
import { mayWrite } from "../dossiers/policy";
import { takeNumbers } from "../dossiers/rows";
import { command } from "../kernel/command";
import { Conflict, Invalid, NotFound } from "../kernel/errors";
import { actorAccountId, member } from "../kernel/scope";
import { changedReaction, groupOfReactions, newReaction } from "./model";
import { requireParents } from "./rows";

/** Adds a reaction by hand: one that does not stand in minutes. @returns its id and number. */
export const addReaction = command({
  scope: member,
  action: "reaction.add",
  input: newReaction,
  allow: mayWrite,
  run: async (tx, scope, { groupId, ...input }) => {
    await requireParents(tx, scope.dossierId, { groupId, ...input });
    const number = await takeNumbers(tx, scope.dossierId, "reaction");
    const values = { ...input, stakeholderGroupId: groupId, number };
    const [added] = await tx
      .insert(reaction)
      .values({
        ...values,
        dossierId: scope.dossierId,
        createdBy: actorAccountId(scope.actor),
      })
      .returning({ id: reaction.id, number: reaction.number });
    if (!added) throw new Error("insert returned no row");
    return {
      result: added,
      audit: { entity: "reaction", entityId: added.id, after: values },
    };
  },
});

/**
 * Sets what a reaction is: kind, position, group, stelling; of one entered by hand its words,
 * speaker and consultation too.
 *
 * @throws Conflict with the reaction as it stands now; Invalid when quoted words would change.
 */
export const changeReaction = command({
  scope: member,
  action: "reaction.change",
  input: changedReaction,
  allow: mayWrite,
  run: async (tx, scope, input) => {
    const [current] = await tx
      .select()
      .from(reaction)
      .where(and(eq(reaction.dossierId, scope.dossierId), eq(reaction.id, input.id)))
      .for("update");
    if (!current) throw new NotFound();
    if (current.lockVersion !== input.lockVersion) {
      const { stakeholderGroupId: groupId, ...now } = current;
      // Under the names that the form gives them.
      throw new Conflict("errors.stale", {}, { ...now, groupId });
    }
    const quoted = current.passageId !== null;
    if (quoted && input.text !== undefined && input.text !== current.text) {
      throw new Invalid("errors.fields", {}, { text: "reactions.errors.quoted" });
    }
    const before = fieldsOf(current);
    const after = {
      ...before,
      kind: input.kind,
      position: input.position,
      stakeholderGroupId: input.groupId,
      statementId: input.statementId,
      ...(quoted
        ? {}
        : {
            text: input.text ?? current.text,
            speaker: input.speaker === undefined ? current.speaker : input.speaker,
            consultationId: input.consultationId ?? current.consultationId,
          }),
    };
    await requireParents(tx, scope.dossierId, { ...after, groupId: after.stakeholderGroupId });
    await tx
      .update(reaction)
      .set({ ...after, lockVersion: current.lockVersion + 1 })
      .where(eq(reaction.id, current.id));
    return {
      result: { id: current.id, lockVersion: current.lockVersion + 1 },
      audit: { entity: "reaction", entityId: current.id, before, after },
    };
  },
});

/**
 * Gives a selection of reactions one group, or takes the group off. Those that have it already
 * are left alone.
 *
 * @returns how many were changed.
 */
export const setReactionGroup = command({
  scope: member,
  action: "reaction.setGroup",
  input: groupOfReactions,
  allow: mayWrite,
  run: async (tx, scope, { reactionIds, groupId }) => {
    await requireParents(tx, scope.dossierId, { groupId });
    const chosen = await tx
      .select({ id: reaction.id, stakeholderGroupId: reaction.stakeholderGroupId })
      .from(reaction)
      .where(and(eq(reaction.dossierId, scope.dossierId), inArray(reaction.id, reactionIds)))
      .for("update");
    if (chosen.length !== reactionIds.length) throw new NotFound();
    const others = chosen.filter((row) => row.stakeholderGroupId !== groupId);
    if (others.length > 0) {
      await tx
        .update(reaction)
        .set({ stakeholderGroupId: groupId, lockVersion: sql`${reaction.lockVersion} + 1` })
        .where(
          inArray(
            reaction.id,
            others.map((row) => row.id),
          ),
        );
    }
    return {
      result: { changed: others.length },
      audit: others.map((row) => ({
        entity: "reaction",
        entityId: row.id,
        before: { stakeholderGroupId: row.stakeholderGroupId },
        after: { stakeholderGroupId: groupId },
      })),
    };
  },
});

type Row = typeof reaction.$inferSelect;

/** What may change about a reaction, as the audit sees it. */
function fieldsOf(row: Row) {
  return {
    kind: row.kind,
    position: row.position,
    stakeholderGroupId: row.stakeholderGroupId,
    statementId: row.statementId,
    text: row.text,
    speaker: row.speaker,
    consultationId: row.consultationId,
  };
}
