import { randomUUID } from "node:crypto";
import type { AuditEntry } from "@/db/audit";
import { flag } from "@/db/schema";
import type { ModeratedState } from "@/db/vocabulary";
import { command, scopeSuffices } from "../../kernel/command";
import { Invalid, NotFound } from "../../kernel/errors";
import { actorAccountId, consulted, member } from "../../kernel/scope";
import { lockModerated, lockOnline, onlineIn, setAnswerState } from "../../participation/rows";
import { lockedReactions } from "../../reactions/rows";
import {
  flagInput,
  keepInput,
  MAX_FLAGS_AN_HOUR,
  MAX_OPEN_FLAGS,
  placeInput,
  refuseInput,
  undoInput,
} from "../model";
import { mayModerate } from "../policy";
import {
  closeFlags,
  type Decision,
  decisionBefore,
  decisionsOf,
  flagCounts,
  insertDecisions,
  lastDecisions,
  lockSeen,
  reopenFlags,
} from "../rows";

export { divideReaction, uniteReaction } from "./parts";
export { keepApart, linkSame, reopenSame } from "./same";

/** What the log says of decisions: no words of a reaction. */
const saidOf = (decisions: readonly Decision[]): AuditEntry[] =>
  decisions.map(({ reactionId, before, after, reason }) => ({
    entity: "reaction",
    entityId: reactionId,
    before: { state: before },
    after: reason ? { state: after, reason } : { state: after },
  }));

/**
 * Places reactions that somebody read: from then on they count, and others read them where the consultation lets them. One
 * that is placed already is left alone.
 *
 * @returns the id of the act, by which it is undone, and how many were placed.
 * @throws Forbidden; NotFound; Conflict when one was changed, taken back or decided on since it was read: then none is placed.
 */
export const placeReactions = command({
  scope: member,
  action: "moderation.place",
  input: placeInput,
  allow: mayModerate,
  find: (tx, scope, { consultationId, seen }) =>
    lockSeen(tx, scope, consultationId, seen, "placed"),
  run: async (tx, scope, { consultationId }, answers) => {
    const going = answers.filter(({ state }) => state !== "placed");
    const decisions = going.map(
      ({ reactionId, state }): Decision => ({
        ...{ reactionId, before: state, after: "placed", reason: null, note: null },
      }),
    );
    const actId = randomUUID();
    const { dossierId } = scope;
    const about = { dossierId, consultationId, decidedBy: actorAccountId(scope.actor) };
    await insertDecisions(tx, about, actId, decisions);
    await setAnswerState(
      tx,
      going.map(({ id }) => id),
      "placed",
    );
    // Who placed it has seen what was said of it.
    await closeFlags(
      tx,
      going.map(({ reactionId }) => reactionId),
      "stays",
    );
    return { result: { actId, count: going.length }, audit: saidOf(decisions) };
  },
});

/**
 * Does not place a reaction, or takes one away that was placed: it counts nowhere from then on, others read in its place why,
 * and who sent it reads the reason and the sentence. Flags are followed up with it.
 *
 * @returns the id of the act. @throws Forbidden; NotFound; Conflict when it was changed, taken back or decided on since it was read.
 */
export const refuseReaction = command({
  scope: member,
  action: "moderation.refuse",
  input: refuseInput,
  allow: mayModerate,
  find: (tx, scope, { consultationId, seen }) => lockSeen(tx, scope, consultationId, [seen]),
  run: async (tx, scope, { consultationId, reason, note }, [answer]) => {
    if (!answer) throw new Error("nothing was locked");
    const { id, reactionId, state } = answer;
    const decision: Decision = { reactionId, before: state, after: "refused", reason, note };
    const actId = randomUUID();
    const { dossierId } = scope;
    const about = { dossierId, consultationId, decidedBy: actorAccountId(scope.actor) };
    await insertDecisions(tx, about, actId, [decision]);
    await setAnswerState(tx, [id], "refused");
    await closeFlags(tx, [reactionId], "takenAway");
    return { result: { actId }, audit: saidOf([decision]) };
  },
});

/**
 * Follows up the flags of a reaction that is placed: somebody looked, and it stays.
 *
 * @returns the id of the act. @throws Forbidden; NotFound; Conflict; Invalid when nobody flagged it, or it is not placed.
 */
export const keepReaction = command({
  scope: member,
  action: "moderation.keep",
  input: keepInput,
  allow: mayModerate,
  find: (tx, scope, { consultationId, seen }) =>
    lockSeen(tx, scope, consultationId, [seen], "placed"),
  run: async (tx, scope, { consultationId }, [answer]) => {
    if (answer?.state !== "placed") throw new Invalid("moderation.errors.notFlagged");
    const { reactionId } = answer;
    const decision: Decision = {
      ...{ reactionId, before: "placed", after: "placed", reason: null, note: null },
    };
    const actId = randomUUID();
    const { dossierId } = scope;
    const about = { dossierId, consultationId, decidedBy: actorAccountId(scope.actor) };
    await insertDecisions(tx, about, actId, [decision]);
    const closed = await closeFlags(tx, [reactionId], "stays");
    if (closed === 0) throw new Invalid("moderation.errors.notFlagged");
    return { result: { actId }, audit: saidOf([decision]) };
  },
});

/**
 * Takes back what was decided in one act: each reaction is what it was before, with its reason if it had one, and flags are
 * open again. That it was decided and taken back stays in the log.
 *
 * @returns how many. @throws Forbidden; NotFound; Invalid when one was decided on, changed or taken back since.
 */
export const undoModeration = command({
  scope: member,
  action: "moderation.undo",
  input: undoInput,
  allow: mayModerate,
  find: (tx, { dossierId }, { consultationId, actId }) =>
    decisionsOf(tx, { dossierId, consultationId, actId }),
  run: async (tx, scope, { consultationId }, made) => {
    const { dossierId } = scope;
    await lockOnline(tx, scope, { consultationId });
    const ids = made.flatMap(({ reactionId }) => (reactionId ? [reactionId] : []));
    if (ids.length < made.length) throw new Invalid("moderation.errors.later");
    await lockedReactions(tx, dossierId, ids);
    const answers = await lockModerated(tx, dossierId, consultationId, ids);
    const last = await lastDecisions(tx, ids);
    const state = new Map(answers.map((one) => [one.reactionId, one]));
    const decisions: Decision[] = [];
    const back = new Map<ModeratedState, string[]>();
    for (const { reactionId, n, before, after, decidedAt } of made) {
      const answer = state.get(reactionId ?? "");
      if (!reactionId || answer?.state !== after || last.get(reactionId) !== n) {
        throw new Invalid("moderation.errors.later");
      }
      const earlier = before === "refused" ? await decisionBefore(tx, reactionId, n) : null;
      const { reason = null, note = null } = earlier ?? {};
      decisions.push({ reactionId, before: after, after: before, reason, note });
      back.set(before, [...(back.get(before) ?? []), answer.id]);
      await reopenFlags(tx, [reactionId], decidedAt);
    }
    const about = { dossierId, consultationId, decidedBy: actorAccountId(scope.actor) };
    await insertDecisions(tx, about, randomUUID(), decisions);
    for (const [to, answerIds] of back) await setAnswerState(tx, answerIds, to);
    return { result: { count: decisions.length }, audit: saidOf(decisions) };
  },
});

/**
 * Asks who keeps order to look at a reaction that somebody reads: without account, and without being known. What they say of
 * it nobody else reads. Of one that many flagged already another flag says nothing new and is not kept.
 *
 * @throws NotFound for a reaction that is not placed here, and where nobody reads those of others; Invalid while too many come in.
 */
export const flagReaction = command({
  scope: consulted,
  action: "moderation.flag",
  input: flagInput,
  allow: scopeSuffices,
  find: async (tx, { dossierId, consultationId }, { reactionId }) => {
    const online = await onlineIn(tx, dossierId, consultationId);
    if (!online || online.others === "never") throw new NotFound();
    // In the order in which who decides on it does.
    await lockedReactions(tx, dossierId, [reactionId]);
    const [answer] = await lockModerated(tx, dossierId, consultationId, [reactionId]);
    if (answer?.state !== "placed") throw new NotFound();
  },
  run: async (tx, { dossierId, consultationId }, { reactionId, reason, words }) => {
    const { open, lastHour } = await flagCounts(tx, { consultationId, reactionId });
    if (open >= MAX_OPEN_FLAGS) return { result: {}, audit: [] };
    if (lastHour >= MAX_FLAGS_AN_HOUR) throw new Invalid("moderation.errors.flagsBusy");
    await tx.insert(flag).values({ dossierId, consultationId, reactionId, reason, words });
    return {
      result: {},
      // Not what they said: it may name somebody.
      audit: { entity: "reaction", entityId: reactionId, after: { flagged: reason ?? "other" } },
    };
  },
});
