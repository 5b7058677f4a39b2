import { count, eq } from "drizzle-orm";
import { z } from "zod";
import { database } from "@/db/client";
import { milestone } from "@/db/schema";
import { lockDossier } from "@/domain/dossiers/rows";
import { MAX_LISTED } from "../dossiers/model";
import { mayWrite } from "../dossiers/policy";
import { command } from "../kernel/command";
import { Invalid } from "../kernel/errors";
import { uuid } from "../kernel/fields";
import { member } from "../kernel/scope";
import { addedOutside } from "../personal-data/commands";
import { changedMilestone, newMilestone } from "./model";
import { lockedMilestone, milestonesOf } from "./rows";

/** Adds a step to the planning. */
export const addMilestone = command({
  scope: member,
  action: "milestone.add",
  input: newMilestone,
  allow: mayWrite,
  first: (scope, { title }) => addedOutside(scope, title),
  run: async (tx, scope, input) => {
    await lockDossier(tx, scope.dossierId);
    const [listed] = await tx
      .select({ n: count() })
      .from(milestone)
      .where(eq(milestone.dossierId, scope.dossierId));
    if ((listed?.n ?? 0) >= MAX_LISTED) {
      throw new Invalid("dossiers.errors.tooMany", { max: MAX_LISTED });
    }
    const [added] = await tx
      .insert(milestone)
      .values({ ...input, dossierId: scope.dossierId })
      .returning({ id: milestone.id });
    if (!added) throw new Error("insert returned no row");
    return {
      result: added,
      audit: { entity: "milestone", entityId: added.id, after: input },
    };
  },
});

/** Changes a step of the planning. @throws NotFound for a step of another dossier. */
export const changeMilestone = command({
  scope: member,
  action: "milestone.change",
  input: changedMilestone,
  allow: mayWrite,
  first: async (scope, { title }) =>
    addedOutside(scope, title, await milestonesOf(await database(), scope.dossierId)),
  run: async (tx, scope, { milestoneId, ...after }) => {
    const before = await lockedMilestone(tx, scope.dossierId, milestoneId);
    await tx.update(milestone).set(after).where(eq(milestone.id, milestoneId));
    return {
      result: { id: milestoneId },
      audit: { entity: "milestone", entityId: milestoneId, before, after },
    };
  },
});

/** Takes a step out of the planning. @throws NotFound for a step of another dossier. */
export const removeMilestone = command({
  scope: member,
  action: "milestone.remove",
  input: z.object({ milestoneId: uuid }),
  allow: mayWrite,
  run: async (tx, scope, { milestoneId }) => {
    const before = await lockedMilestone(tx, scope.dossierId, milestoneId);
    await tx.delete(milestone).where(eq(milestone.id, milestoneId));
    return {
      result: { id: milestoneId },
      audit: { entity: "milestone", entityId: milestoneId, before },
    };
  },
});
