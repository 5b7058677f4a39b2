import { and, asc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { milestone } from "@/db/schema";
import { dutchOrder } from "@/db/search";
import { NotFound } from "../kernel/errors";
import type { AuthorizedDossierId } from "../kernel/scope";
import type { Milestone } from "./model";

/** The steps of the planning of a dossier, by date. */
export function milestonesOf(db: Database, dossierId: AuthorizedDossierId): Promise<Milestone[]> {
  return db
    .select({ id: milestone.id, title: milestone.title, onDate: milestone.onDate })
    .from(milestone)
    .where(eq(milestone.dossierId, dossierId))
    .orderBy(asc(milestone.onDate), dutchOrder(milestone.title), asc(milestone.id));
}

/** One step, locked. @throws NotFound for one of another dossier. */
export async function lockedMilestone(
  tx: Database,
  dossierId: AuthorizedDossierId,
  milestoneId: string,
) {
  const [found] = await tx
    .select({ title: milestone.title, onDate: milestone.onDate })
    .from(milestone)
    .where(and(eq(milestone.id, milestoneId), eq(milestone.dossierId, dossierId)))
    .for("update");
  if (!found) throw new NotFound();
  return found;
}
