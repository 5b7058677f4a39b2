import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { sourcePart, splittingStep } from "@/db/schema";
import { command } from "../../kernel/command";
import { Invalid } from "../../kernel/errors";
import { actorAccountId, type MemberScope, member } from "../../kernel/scope";
import {
  type Alike,
  partInput,
  type SegmentPatch,
  type SegmentRow,
  segmentChangeInput,
  undoInput,
} from "../model";
import { maySplit } from "../policy";
import {
  latestStep,
  type PartRow,
  progressOf,
  segmentsAround,
  statementsIn,
  takePart,
  undoableSteps,
} from "../rows";
import { alikeTo } from "../rules/alike";
import { applyChanges, type Change, type Effect, takeBack } from "./changes";

/**
 * Makes a change on the workbench, or several that are one act of a person, and remembers that for undo.
 *
 * @returns what changed in the rows and the new `lockVersion`, to go on from.
 * @throws NotFound for a part or segment that is not there; Conflict when the part is confirmed or
 *   was changed since `lockVersion`; Invalid when the change cannot be made.
 */
export const changeSegments = command({
  scope: member,
  action: "splitting.change",
  input: segmentChangeInput,
  allow: maySplit,
  run: async (tx, scope, input) => {
    const part = await takePart(tx, scope, input.partId, input.lockVersion);
    const changes = [input.change, ...input.also];
    const { action, ...effect } = await applyChanges(tx, scope, part, changes);
    await remember(tx, scope, part, action, effect);
    return {
      result: {
        ...(await patchOf(tx, part, effect.before, effect.after)),
        alike:
          changes.length === 1
            ? await alikeAfter(tx, part, input.change, effect.before.rows)
            : null,
      },
      audit: {
        entity: "part",
        entityId: part.id,
        before: effect.before,
        after: { ...effect.after, action },
      },
    };
  },
});

/**
 * Takes the latest change back that was not taken back yet; can be repeated to the first.
 *
 * @throws as {@link changeSegments}; Invalid when there is nothing to undo.
 */
export const undoChange = command({
  scope: member,
  action: "splitting.undo",
  input: undoInput,
  allow: maySplit,
  run: async (tx, scope, input) => {
    const part = await takePart(tx, scope, input.partId, input.lockVersion);
    const step = await latestStep(tx, part.id);
    const [undone] = await undoableSteps(tx, part.id);
    if (!step) throw new Invalid("splitting.errors.nothingToUndo");
    const back = await takeBack(tx, part, step);
    await tx
      .update(splittingStep)
      .set({ undoneAt: new Date().toISOString() })
      .where(
        and(
          eq(splittingStep.partId, part.id),
          eq(splittingStep.n, step.n),
          isNull(splittingStep.undoneAt),
        ),
      );
    await nextVersion(tx, part);
    const reopened = step.before.accepted;
    const patch = await patchOf(tx, part, step.after, back);
    return {
      result: {
        ...patch,
        undone: undone ?? null,
        decided: reopened ? { starts: reopened, decision: "open" as const } : null,
      },
      audit: { entity: "part", entityId: part.id, before: step.after, after: step.before },
    };
  },
});

/**
 * Corrects what was read about a document: title, kind, date, time and sector.
 *
 * @throws NotFound, Conflict and Invalid as {@link changeSegments}.
 */
export const editPart = command({
  scope: member,
  action: "part.edit",
  input: partInput,
  allow: maySplit,
  run: async (tx, scope, { partId, lockVersion, ...values }) => {
    const part = await takePart(tx, scope, partId, lockVersion);
    await tx.update(sourcePart).set(values).where(eq(sourcePart.id, part.id));
    await nextVersion(tx, part);
    const { title, kind, heldOn, startsAt, sector } = part;
    return {
      result: { lockVersion: part.lockVersion + 1 },
      audit: {
        entity: "part",
        entityId: part.id,
        before: { title, kind, heldOn, startsAt, sector },
        after: values,
      },
    };
  },
});

/** Keeps a change for undo, and gives the part its next version. */
export async function remember(
  tx: Database,
  scope: MemberScope,
  part: PartRow,
  action: string,
  effect: Effect,
): Promise<void> {
  await tx.insert(splittingStep).values({
    partId: part.id,
    // The part is locked: nobody else takes this number.
    n: sql`coalesce((select max(n) from ${splittingStep} where part_id = ${part.id}), 0) + 1`,
    action,
    before: effect.before,
    after: effect.after,
    createdBy: actorAccountId(scope.actor),
  });
  await nextVersion(tx, part);
}

async function nextVersion(tx: Database, part: PartRow): Promise<void> {
  await tx
    .update(sourcePart)
    .set({ lockVersion: part.lockVersion + 1 })
    .where(eq(sourcePart.id, part.id));
}

/** What a screen that showed `was` has to change to show `is`. */
async function patchOf(
  tx: Database,
  part: PartRow,
  was: Effect["before"],
  is: Effect["after"],
): Promise<SegmentPatch> {
  const there = new Set(is.rows.map((row) => row.start));
  return {
    lockVersion: part.lockVersion + 1,
    removed: was.rows.map((row) => row.start).filter((start) => !there.has(start)),
    rows: is.rows,
    decided: is.accepted ? { starts: is.accepted, decision: "accepted" } : null,
    progress: await progressOf(tx, part.id),
    statements: await statementsIn(tx, part.id),
    steps: await undoableSteps(tx, part.id),
    defaultGroupId: is.defaultGroupId === undefined ? part.defaultGroupId : is.defaultGroupId,
    undone: null,
    alike: null,
  };
}

/** Others like the one segment that was given another kind. */
async function alikeAfter(
  tx: Database,
  part: PartRow,
  change: Change,
  before: readonly SegmentRow[],
): Promise<Alike | null> {
  const [was] = before;
  if (change.type !== "changeKind" || change.starts.length > 1 || !was) return null;
  if (was.kind === change.kind || was.kind === "statement" || change.kind === "statement") {
    return null;
  }
  return alikeTo(was, change.kind, await segmentsAround(tx, part.id, was.start));
}
