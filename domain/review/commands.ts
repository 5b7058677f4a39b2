import { and, eq, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { reviewStep } from "@/db/schema";
import { APPROVAL_ROLES, type ApprovalRole } from "@/db/vocabulary";
import { command } from "../kernel/command";
import { Conflict, Invalid, NotFound } from "../kernel/errors";
import { actorAccountId, type MemberScope, member } from "../kernel/scope";
import { chapterOf, lockedRequirement } from "../requirements/rows";
import { judgement, MAX_SENT, sentBack, sentToReview, takenBackStep } from "./model";
import { mayApprove, mayCheckOrigin, maySend } from "./policy";
import { addStep, judgedRequirement, originOf, readyOnes, standingOf } from "./rows";

/**
 * Sends a requirement to review; or what is ready of a chapter or of the whole document, the first {@link MAX_SENT} of it.
 *
 * @returns how many were sent, and how many that are ready were not.
 * @throws Invalid when it is in review already or was dropped, and when nothing is ready. @throws NotFound
 */
export const sendToReview = command({
  scope: member,
  action: "review.send",
  input: sentToReview,
  allow: maySend,
  run: async (tx, scope, input) => {
    const wanted =
      "requirementId" in input
        ? { ids: [input.requirementId], left: 0 }
        : await readyIn(tx, scope, input.chapterId);
    const audit = [];
    for (const id of wanted.ids) {
      const { lockVersion: n } = await lockedRequirement(tx, scope, id);
      const standing = await standingOf(tx, id);
      // Of several, one that somebody else sent or dropped meanwhile is left as it is.
      if (standing?.state !== "draft" && wanted.ids.length > 1) continue;
      if (!standing) throw new Invalid("review.errors.dropped");
      if (standing.state !== "draft") throw new Invalid("review.errors.sent");
      const step = await addStep(tx, scope, id, { n, act: "sent" });
      audit.push({
        entity: "requirement" as const,
        entityId: id,
        before: { state: "draft" },
        after: { state: "review", n, step },
      });
    }
    return { result: { sent: audit.length, left: wanted.left }, audit };
  },
});

async function readyIn(tx: Database, scope: MemberScope, chapterId: string) {
  if (chapterId !== "all") await chapterOf(tx, scope, chapterId);
  const rows = await rowsOf<{ id: string; all: number }>(
    tx,
    sql`select id, (count(*) over ())::int as "all" from (${readyOnes} and r.dossier_id = ${scope.dossierId}
        and ${chapterId === "all" ? sql`true` : sql`r.chapter_id = ${chapterId}`}) ready
      order by chapter, position limit ${MAX_SENT}`,
  );
  if (rows.length === 0) throw new Invalid("review.errors.nothingReady");
  return { ids: rows.map(({ id }) => id), left: (rows[0]?.all ?? 0) - rows.length };
}

/**
 * Approves what a requirement says, in every role that one has and in which that was not approved.
 *
 * @returns the roles.
 * @throws Invalid `own` for who wrote something of it, `notSent`, `nothingAsked`; Conflict when it was changed since.
 */
export const approveRequirement = command({
  scope: member,
  action: "review.approve",
  input: judgement,
  allow: mayApprove,
  find: judgedRequirement,
  run: async (tx, scope, { requirementId, note }, { n, state }) => {
    const roles = await openRoles(tx, scope, requirementId);
    if (roles.length === 0) throw new Invalid("review.errors.nothingAsked");
    const step = await addStep(tx, scope, requirementId, { n, act: "approved", roles, note });
    const now = await standingOf(tx, requirementId);
    return {
      result: { step, roles },
      audit: {
        entity: "requirement",
        entityId: requirementId,
        before: { state },
        after: { state: now?.state, n, step, roles, note },
      },
    };
  },
});

/** Roles of who acts in which what the requirement says now is not approved. */
async function openRoles(
  tx: Database,
  scope: MemberScope,
  requirementId: string,
): Promise<ApprovalRole[]> {
  const held = await rowsOf<{ role: ApprovalRole }>(
    tx,
    sql`select role from given_approval where requirement_id = ${requirementId} and holds`,
  );
  const has = new Set(held.map(({ role }) => role));
  return APPROVAL_ROLES.filter((role) => scope.approves.includes(role) && !has.has(role));
}

/**
 * Sends a requirement back to its writers, with what is wrong: it is a concept again, and what one approved of it oneself
 * is no longer approved. What others approved stays approved as long as it says the same.
 *
 * @throws as {@link approveRequirement}.
 */
export const returnRequirement = command({
  scope: member,
  action: "review.return",
  input: sentBack,
  allow: mayApprove,
  find: judgedRequirement,
  run: async (tx, scope, { requirementId, note }, { n, state }) => {
    const step = await addStep(tx, scope, requirementId, { n, act: "returned", note });
    return {
      result: { step },
      audit: {
        entity: "requirement",
        entityId: requirementId,
        before: { state },
        after: { state: "draft", n, step, note },
        reason: note,
      },
    };
  },
});

/**
 * Says that one looked where a requirement comes from, and what one saw. It holds as long as the requirement and its links
 * are the same.
 *
 * @throws as {@link approveRequirement}.
 */
export const checkOrigin = command({
  scope: member,
  action: "review.check",
  input: judgement,
  allow: mayCheckOrigin,
  find: judgedRequirement,
  run: async (tx, scope, { requirementId, note }, { n }) => {
    const origin = await originOf(tx, requirementId);
    const step = await addStep(tx, scope, requirementId, { n, act: "checked", note, origin });
    return {
      result: { step },
      audit: {
        entity: "requirement",
        entityId: requirementId,
        before: {},
        after: { n, step, note, origin },
      },
    };
  },
});

/**
 * Takes back what one did oneself: an approval, a check, or sending back as long as it was not sent to review again.
 *
 * @throws NotFound for a step that is not one's own or was taken back; Conflict when its writers sent it again since.
 */
export const takeBackReview = command({
  scope: member,
  action: "review.takeBack",
  input: takenBackStep,
  allow: mayCheckOrigin,
  find: (tx, scope, { requirementId }) => lockedRequirement(tx, scope, requirementId),
  run: async (tx, scope, { requirementId, step }, { lockVersion: n }) => {
    const [found] = await tx
      .select()
      .from(reviewStep)
      .where(and(eq(reviewStep.requirementId, requirementId), eq(reviewStep.step, step)));
    const later = await tx
      .select({ act: reviewStep.act, takesBack: reviewStep.takesBack })
      .from(reviewStep)
      .where(and(eq(reviewStep.requirementId, requirementId), sql`${reviewStep.step} > ${step}`));
    const own = found?.accountId === actorAccountId(scope.actor) && found.accountId !== null;
    if (!found || !own || !TAKEN_BACK.includes(found.act)) throw new NotFound();
    if (later.some(({ takesBack }) => takesBack === step)) throw new NotFound();
    if (found.act === "returned" && later.some(({ act }) => act === "sent")) {
      throw new Conflict("review.errors.sentAgain");
    }
    const took = await addStep(tx, scope, requirementId, { n, act: "takenBack", takesBack: step });
    const { act, roles, note } = found;
    return {
      result: { step: took },
      audit: {
        entity: "requirement",
        entityId: requirementId,
        before: { act, step, roles, note },
        after: { step: took },
      },
    };
  },
});

const TAKEN_BACK: readonly string[] = ["approved", "returned", "checked"];
