import { asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { type Database, rowsOf } from "@/db/client";
import { nameKey } from "@/db/name-key";
import { stakeholderGroup } from "@/db/schema";
import { lockDossier } from "@/domain/dossiers/rows";
import { MAX_LISTED } from "../dossiers/model";
import { mayWrite } from "../dossiers/policy";
import { moved } from "../dossiers/rules";
import { command } from "../kernel/command";
import { Invalid, NotFound } from "../kernel/errors";
import { uuid } from "../kernel/fields";
import { type AuthorizedDossierId, member } from "../kernel/scope";
import { changedGroup, movedGroup, newGroup } from "./model";

/** Adds a stakeholder group at the end. @throws Invalid `dossiers.errors.groupNameTaken` on `name`. */
export const addGroup = command({
  scope: member,
  action: "stakeholderGroup.add",
  input: newGroup,
  allow: mayWrite,
  run: async (tx, scope, input) => {
    const groups = await lockedGroups(tx, scope.dossierId);
    if (groups.length >= MAX_LISTED) {
      throw new Invalid("dossiers.errors.tooMany", { max: MAX_LISTED });
    }
    refuseTaken(groups, input.name);
    const [added] = await tx
      .insert(stakeholderGroup)
      .values({
        ...input,
        dossierId: scope.dossierId,
        position: Math.max(0, ...groups.map((group) => group.position)) + 1,
      })
      .returning({ id: stakeholderGroup.id });
    if (!added) throw new Error("insert returned no row");
    return {
      result: added,
      audit: { entity: "stakeholderGroup", entityId: added.id, after: input },
    };
  },
});

/** Changes the name of a group and whether it is expected at the table. */
export const changeGroup = command({
  scope: member,
  action: "stakeholderGroup.change",
  input: changedGroup,
  allow: mayWrite,
  run: async (tx, scope, { groupId, ...after }) => {
    const groups = await lockedGroups(tx, scope.dossierId);
    const before = groupIn(groups, groupId);
    refuseTaken(
      groups.filter((group) => group.id !== groupId),
      after.name,
    );
    await tx.update(stakeholderGroup).set(after).where(eq(stakeholderGroup.id, groupId));
    return {
      result: { id: groupId },
      audit: {
        entity: "stakeholderGroup",
        entityId: groupId,
        before: { name: before.name, expected: before.expected },
        after,
      },
    };
  },
});

/** Moves a group one place up or down. At the end already: nothing changes. */
export const moveGroup = command({
  scope: member,
  action: "stakeholderGroup.move",
  input: movedGroup,
  allow: mayWrite,
  run: async (tx, scope, { groupId, direction }) => {
    const groups = await lockedGroups(tx, scope.dossierId);
    const order = moved(groups, groupIn(groups, groupId), direction);
    const changes = order.flatMap((group, index) =>
      group.position === index + 1 ? [] : [{ id: group.id, position: index + 1 }],
    );
    for (const { id, position } of changes) {
      await tx.update(stakeholderGroup).set({ position }).where(eq(stakeholderGroup.id, id));
    }
    return {
      result: { id: groupId },
      audit: changes.length
        ? {
            entity: "stakeholderGroup",
            entityId: groupId,
            before: { order: groups.map((group) => group.id) },
            after: { order: order.map((group) => group.id) },
          }
        : [],
    };
  },
});

/** Removes a group that nothing uses. @throws Invalid `dossiers.errors.groupInUse` with the count. */
export const removeGroup = command({
  scope: member,
  action: "stakeholderGroup.remove",
  input: z.object({ groupId: uuid }),
  allow: mayWrite,
  run: async (tx, scope, { groupId }) => {
    const before = groupIn(await lockedGroups(tx, scope.dossierId), groupId);
    // Locked for update above, so no reaction can take this group between here and the delete.
    const [used] = await rowsOf<{ n: number }>(
      tx,
      sql`select count(*)::int as n from reaction
          where dossier_id = ${scope.dossierId} and stakeholder_group_id = ${groupId}`,
    );
    if (used?.n) throw new Invalid("dossiers.errors.groupInUse", { count: used.n });
    await tx.delete(stakeholderGroup).where(eq(stakeholderGroup.id, groupId));
    return {
      result: { id: groupId },
      audit: {
        entity: "stakeholderGroup",
        entityId: groupId,
        before: { name: before.name, expected: before.expected },
      },
    };
  },
});

/** The groups in order, with the dossier and the groups locked for this transaction. */
async function lockedGroups(tx: Database, dossierId: AuthorizedDossierId) {
  await lockDossier(tx, dossierId);
  return tx
    .select({
      id: stakeholderGroup.id,
      name: stakeholderGroup.name,
      expected: stakeholderGroup.expected,
      position: stakeholderGroup.position,
    })
    .from(stakeholderGroup)
    .where(eq(stakeholderGroup.dossierId, dossierId))
    .orderBy(asc(stakeholderGroup.position), asc(stakeholderGroup.id))
    .for("update");
}

type LockedGroup = Awaited<ReturnType<typeof lockedGroups>>[number];

function groupIn(groups: LockedGroup[], groupId: string): LockedGroup {
  const found = groups.find((group) => group.id === groupId);
  if (!found) throw new NotFound();
  return found;
}

function refuseTaken(groups: LockedGroup[], name: string) {
  const wanted = nameKey(name);
  if (groups.some((group) => nameKey(group.name) === wanted)) {
    throw new Invalid("errors.fields", {}, { name: "dossiers.errors.groupNameTaken" });
  }
}
