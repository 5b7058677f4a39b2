import { and, eq } from "drizzle-orm";
import { consultation } from "@/db/schema";
import { command } from "../kernel/command";
import { Conflict, NotFound } from "../kernel/errors";
import { member } from "../kernel/scope";
import { type CurrentConsultation, changedConsultation, newConsultation } from "./model";
import { mayChangeConsultations } from "./policy";

/** Adds an occasion of input. @returns its id. */
export const addConsultation = command({
  scope: member,
  action: "consultation.add",
  input: newConsultation,
  allow: mayChangeConsultations,
  run: async (tx, scope, input) => {
    const [added] = await tx
      .insert(consultation)
      .values({ ...input, dossierId: scope.dossierId })
      .returning({ id: consultation.id });
    if (!added) throw new Error("insert returned no row");
    return {
      result: added,
      audit: { entity: "consultation", entityId: added.id, after: input },
    };
  },
});

/**
 * Changes a consultation.
 *
 * @throws NotFound for an id of another dossier; Conflict with what stands now
 *   ({@link CurrentConsultation}) when somebody else saved in between.
 */
export const changeConsultation = command({
  scope: member,
  action: "consultation.change",
  input: changedConsultation,
  allow: mayChangeConsultations,
  run: async (tx, scope, { id, lockVersion, ...fields }) => {
    const mine = and(eq(consultation.id, id), eq(consultation.dossierId, scope.dossierId));
    const [current] = await tx.select(CURRENT).from(consultation).where(mine).for("update");
    if (!current) throw new NotFound();
    if (current.lockVersion !== lockVersion) {
      throw new Conflict<CurrentConsultation>("errors.stale", {}, current);
    }
    await tx
      .update(consultation)
      .set({ ...fields, lockVersion: lockVersion + 1 })
      .where(mine);
    const { id: _id, lockVersion: _lockVersion, ...before } = current;
    return {
      result: { id },
      audit: { entity: "consultation", entityId: id, before, after: fields },
    };
  },
});

const CURRENT = {
  id: consultation.id,
  title: consultation.title,
  kind: consultation.kind,
  audience: consultation.audience,
  heldOn: consultation.heldOn,
  startsAt: consultation.startsAt,
  sector: consultation.sector,
  chair: consultation.chair,
  lockVersion: consultation.lockVersion,
};
