import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import { changeSet, requirement } from "@/db/schema";
import { command } from "../kernel/command";
import { Conflict, Invalid, NotFound } from "../kernel/errors";
import { actorAccountId, type MemberScope, member } from "../kernel/scope";
import {
  changeFields,
  dropRequirement,
  moveRequirement,
  moveRequirements,
  restoreRequirement,
} from "../requirements/commands";
import { mayWriteRequirements } from "../requirements/policy";
import { versionOf } from "../requirements/queries/versions";
import { chapterOf, lockedRequirement, lockOrder } from "../requirements/rows";
import { sendToReview } from "../review/commands";
import {
  type Applied,
  type Asked,
  appliedChange,
  MAX_CHOSEN,
  type PlannedRow,
  proposedChange,
  undoneChange,
} from "./model";
import { changeSetOf, insertChangeSet, plannedRows } from "./rows";

/** What a version says why it is there, when it takes another back. */
const UNDONE = "Ongedaan gemaakt";

/**
 * Asks the same of many requirements, to be looked at before it is done. Nothing changes yet, and the log says nothing.
 *
 * @returns the id of what was asked.
 * @throws Invalid for none, for too many, and when nothing is asked. @throws NotFound for what is not in the dossier.
 */
export const proposeChange = command({
  scope: member,
  action: "table.propose",
  input: proposedChange,
  allow: mayWriteRequirements,
  run: async (
    tx,
    scope,
    { requirementIds, reason, kind, evidence, verification, chapterId, act },
  ) => {
    const ids = [...new Set(requirementIds)];
    if (ids.length === 0) throw new Invalid("requirements.errors.noneChosen");
    if (ids.length > MAX_CHOSEN) {
      throw new Invalid("requirements.errors.tooManyChosen", { max: MAX_CHOSEN });
    }
    const fields: Asked["fields"] = {
      ...(kind ? { kind } : {}),
      ...(evidence ? { evidence } : {}),
      ...(verification ? { verification } : {}),
    };
    if (Object.keys(fields).length === 0 && !chapterId && !act) {
      throw new Invalid("table.errors.nothingAsked");
    }
    if (chapterId) await chapterOf(tx, scope, chapterId);
    const found = await tx
      .select({ id: requirement.id, n: requirement.lockVersion })
      .from(requirement)
      .where(and(eq(requirement.dossierId, scope.dossierId), inArray(requirement.id, ids)));
    if (found.length < ids.length) throw new NotFound();
    const asked = found.map(({ id, n }) => ({ requirementId: id, n, fields, chapterId, act }));
    return { result: { id: await insertChangeSet(tx, scope, asked, reason) }, audit: [] };
  },
});

/**
 * Does what was asked and looked at, all of it as one act; what is passed over stays. Done already, nothing is done again.
 *
 * @returns how many requirements changed.
 * @throws Conflict when something else would happen than what was looked at; Invalid when nothing would. @throws NotFound
 */
export const applyChange = command({
  scope: member,
  action: "table.apply",
  input: appliedChange,
  allow: mayWriteRequirements,
  run: async (tx, scope, { changeId, seen }) => {
    const set = await changeSetOf(tx, scope, changeId, { lock: true });
    if (set.applied) return { result: { count: set.applied.length }, audit: [] };
    await lockOrder(tx, scope);
    // In one order: two who do this never wait for each other.
    for (const id of set.asked.map(({ requirementId }) => requirementId).sort()) {
      await lockedRequirement(tx, scope, id);
    }
    const by = actorAccountId(scope.actor);
    const plan = await plannedRows(tx, scope.dossierId, set.asked, by);
    if (plan.seen !== seen) throw new Conflict("table.errors.planChanged");
    const changed = plan.rows.filter(({ changes }) => changes.length > 0);
    if (changed.length === 0) throw new Invalid("table.errors.nothingChanges");
    const asked = new Map(set.asked.map((one) => [one.requirementId, one]));
    const applied: Applied[] = [];
    for (const row of changed) {
      const one = asked.get(row.requirementId);
      const standing = plan.standing.get(row.requirementId);
      if (!one || !standing) throw new NotFound();
      const to = await changeOne(tx, scope, row, one, standing.n, set.reason);
      const moves = row.changes.some(({ field }) => field === "chapter");
      applied.push({
        requirementId: row.requirementId,
        from: standing.n,
        to,
        place: moves ? { chapterId: standing.chapterId, position: standing.position } : null,
        act: row.changes.some(({ field }) => field === "act") ? one.act : null,
      });
    }
    const moved = applied.filter(({ place }) => place !== null);
    const chapterId = asked.get(moved[0]?.requirementId ?? "")?.chapterId;
    if (chapterId) {
      const requirementIds = moved.map(({ requirementId }) => requirementId);
      await moveRequirements.within(tx, scope, { requirementIds, chapterId });
    }
    await tx.update(changeSet).set({ applied }).where(eq(changeSet.id, set.id));
    return { result: { count: applied.length }, audit: [] };
  },
});

/** Changes one requirement but for its place. @returns the version that stands then. */
async function changeOne(
  tx: Database,
  scope: MemberScope,
  { changes }: PlannedRow,
  { requirementId, fields, act }: Asked,
  n: number,
  reason: string,
): Promise<number> {
  let now = n;
  const own = Object.fromEntries(
    Object.entries(fields).filter(([name]) => changes.some(({ field }) => field === name)),
  );
  const acts = changes.some(({ field }) => field === "act");
  // Of one that was dropped nothing can be changed before it is back.
  if (acts && act === "restore") {
    now = (await restoreRequirement.within(tx, scope, { requirementId, reason })).n;
  }
  if (Object.keys(own).length > 0) {
    const change = { requirementId, lockVersion: now, fields: own, reason };
    now = (await changeFields.within(tx, scope, change)).n;
  }
  if (acts && act === "review") await sendToReview.within(tx, scope, { requirementId });
  if (acts && act === "drop") {
    now = (await dropRequirement.within(tx, scope, { requirementId, reason })).n;
  }
  return now;
}

/**
 * Takes back what was done, as one act: each requirement says again what it said, by a new version, and stands where it stood.
 * What was changed since stays as it is. What was sent to review stays sent.
 *
 * @returns how many were taken back, and how many stayed because they were changed since.
 * @throws Conflict when it was taken back already, or was never done. @throws NotFound
 */
export const undoChange = command({
  scope: member,
  action: "table.undo",
  input: undoneChange,
  allow: mayWriteRequirements,
  run: async (tx, scope, { changeId }) => {
    const set = await changeSetOf(tx, scope, changeId, { lock: true });
    if (!set.applied || set.undoneAt) throw new Conflict("table.errors.nothingToUndo");
    await lockOrder(tx, scope);
    const applied = [...set.applied].sort(
      (a, b) => (a.place?.position ?? 0) - (b.place?.position ?? 0),
    );
    for (const id of applied.map(({ requirementId }) => requirementId).sort()) {
      await lockedRequirement(tx, scope, id);
    }
    let undone = 0;
    for (const one of applied) {
      if (await takenBack(tx, scope, one)) undone += 1;
    }
    await tx
      .update(changeSet)
      .set({ undoneAt: new Date().toISOString() })
      .where(eq(changeSet.id, set.id));
    return { result: { undone, left: applied.length - undone }, audit: [] };
  },
});

/** @returns whether it was: one that was changed since stays. */
async function takenBack(tx: Database, scope: MemberScope, one: Applied): Promise<boolean> {
  const { requirementId, from, to, place, act } = one;
  const standing = await lockedRequirement(tx, scope, requirementId);
  if (standing.lockVersion !== to) return false;
  let now = to;
  if (act === "drop") {
    now = (await restoreRequirement.within(tx, scope, { requirementId, reason: UNDONE })).n;
  }
  if (to !== from) {
    const { title, kind, body, explanation, evidence, verification, score, weight } =
      await versionOf(tx, scope.dossierId, requirementId, from);
    const fields = { title, kind, body, explanation, evidence, verification, score, weight };
    const change = { requirementId, lockVersion: now, fields, reason: UNDONE };
    now = (await changeFields.within(tx, scope, change)).n;
  }
  if (act === "restore") {
    await dropRequirement.within(tx, scope, { requirementId, reason: UNDONE });
  }
  if (place) {
    const { chapterId, position } = place;
    const [next] = await tx
      .select({ id: requirement.id })
      .from(requirement)
      .where(
        and(
          eq(requirement.dossierId, scope.dossierId),
          eq(requirement.chapterId, chapterId),
          eq(requirement.position, position),
        ),
      );
    await moveRequirement.within(tx, scope, {
      requirementId,
      chapterId,
      beforeId: next?.id ?? null,
    });
  }
  return true;
}
