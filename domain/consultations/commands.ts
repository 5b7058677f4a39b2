import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { consultation } from "@/db/schema";
import { command } from "../kernel/command";
import { Conflict, Invalid } from "../kernel/errors";
import { member } from "../kernel/scope";
import { addedOutside } from "../personal-data/commands";
import { type CurrentConsultation, changedConsultation, newConsultation } from "./model";
import { mayChangeConsultations } from "./policy";
import { insertConsultation, isOpenedOnline, lockedConsultation, shownConsultation } from "./rows";

/** Adds an occasion of input. @returns its id. */
export const addConsultation = command({
  scope: member,
  action: "consultation.add",
  input: newConsultation,
  allow: mayChangeConsultations,
  run: async (tx, scope, input) => {
    const added = await insertConsultation(tx, scope.dossierId, input);
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
 *   ({@link CurrentConsultation}) when somebody else saved in between; Invalid for another kind or audience of one that
 *   was opened online: its stellingen would be hidden from, or shown to, others without a word.
 */
export const changeConsultation = command({
  scope: member,
  action: "consultation.change",
  input: changedConsultation,
  allow: mayChangeConsultations,
  // Its stellingen may be open outside already, and what it is called stands above them.
  first: async (scope, { id, title, sector, audience }) => {
    const before = await shownConsultation(await database(), scope.dossierId, id);
    if (!before || audience !== "stakeholder") return;
    await addedOutside(scope, [title, sector], before.audience === audience ? before : null);
  },
  find: (tx, scope, { id }) => lockedConsultation(tx, scope.dossierId, id),
  run: async (tx, _scope, { id, lockVersion, ...fields }, current) => {
    if (current.lockVersion !== lockVersion) {
      throw new Conflict<CurrentConsultation>("errors.stale", {}, current);
    }
    const other = (["kind", "audience"] as const).filter((name) => fields[name] !== current[name]);
    if (other.length > 0 && (await isOpenedOnline(tx, id))) {
      const why = "consultations.errors.openedOnline" as const;
      throw new Invalid("errors.fields", {}, Object.fromEntries(other.map((name) => [name, why])));
    }
    await tx
      .update(consultation)
      .set({ ...fields, lockVersion: lockVersion + 1 })
      .where(eq(consultation.id, id));
    const { id: _id, lockVersion: _lockVersion, ...before } = current;
    return {
      result: { id },
      audit: { entity: "consultation", entityId: id, before, after: fields },
    };
  },
});
