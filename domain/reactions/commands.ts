import { eq, inArray, sql } from "drizzle-orm";
import { reaction } from "@/db/schema";
import { mayWrite } from "../dossiers/policy";
import { takeNumbers } from "../dossiers/rows";
import { command } from "../kernel/command";
import { Conflict, Invalid, NotFound } from "../kernel/errors";
import { actorAccountId, member } from "../kernel/scope";
import { changedReaction, changedReactions, newReaction } from "./model";
import { lockedReactions, type ReactionRow, requireAsSent, requireParents } from "./rows";

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
 * Sets what a reaction is: kind, position, group, stelling, speaker; of one entered by hand its words and
 * consultation too.
 *
 * @throws Conflict with the reaction as it stands now; Invalid when quoted words would change.
 */
export const changeReaction = command({
  scope: member,
  action: "reaction.change",
  input: changedReaction,
  allow: mayWrite,
  run: async (tx, scope, input) => {
    const [current] = await lockedReactions(tx, scope.dossierId, [input.id]);
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
    await requireAsSent(tx, [current], { ...input, stakeholderGroupId: input.groupId });
    const before = fieldsOf(current);
    const after = {
      ...before,
      kind: input.kind,
      position: input.position ?? current.position,
      stakeholderGroupId: input.groupId,
      statementId: input.statementId,
      speaker: input.speaker === undefined ? current.speaker : input.speaker,
      ...(quoted
        ? {}
        : {
            text: input.text ?? current.text,
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
 * Gives a selection of reactions the same kind, position, group, stelling or speaker. Those that have it
 * already are left alone.
 *
 * @returns how many were changed. @throws NotFound when one of them is not there.
 */
export const changeReactions = command({
  scope: member,
  action: "reaction.changeMany",
  input: changedReactions,
  allow: mayWrite,
  run: async (tx, scope, { reactionIds, groupId, ...wishes }) => {
    await requireParents(tx, scope.dossierId, { groupId, ...wishes });
    const wanted = withoutAbsent({ ...wishes, stakeholderGroupId: groupId });
    const chosen = await lockedReactions(tx, scope.dossierId, reactionIds);
    await requireAsSent(tx, chosen, { ...wishes, stakeholderGroupId: groupId });
    const others = chosen
      .map((row) => ({ row, before: differing(row, wanted) }))
      .filter(({ before }) => Object.keys(before).length > 0);
    if (others.length > 0) {
      await tx
        .update(reaction)
        .set({ ...wanted, lockVersion: sql`${reaction.lockVersion} + 1` })
        .where(
          inArray(
            reaction.id,
            others.map(({ row }) => row.id),
          ),
        );
    }
    return {
      result: { changed: others.length },
      audit: others.map(({ row, before }) => ({
        entity: "reaction",
        entityId: row.id,
        before,
        after: Object.fromEntries(
          Object.entries(wanted).filter(([name]) => Object.hasOwn(before, name)),
        ),
      })),
    };
  },
});

function withoutAbsent<T extends object>(wishes: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(wishes).filter(([, wish]) => wish !== undefined),
  ) as Partial<T>;
}

/** What a row has now of what is wished to be otherwise. */
function differing(row: ReactionRow, wanted: Partial<ReactionRow>): Partial<ReactionRow> {
  return Object.fromEntries(
    (Object.keys(wanted) as (keyof ReactionRow)[])
      .filter((name) => row[name] !== wanted[name])
      .map((name) => [name, row[name]]),
  );
}

/** What may change about a reaction, as the audit sees it. */
function fieldsOf(row: ReactionRow) {
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
