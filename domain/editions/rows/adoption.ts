import { and, eq, inArray, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { adoption } from "@/db/schema";
import { Conflict } from "../../kernel/errors";

/** Adopting that was asked for: asked again it is another attempt. */
export interface Attempt {
  dossierId: string;
  attempt: string;
}

/** This attempt as long as nobody stopped it, and nothing came of it yet. */
export function isTheirs({ dossierId, attempt }: Attempt): SQL | undefined {
  return and(
    eq(adoption.dossierId, dossierId),
    eq(adoption.attempt, attempt),
    inArray(adoption.state, ["waiting", "adopting"]),
  );
}

/** What is to be adopted for whom; null when it was done already, stopped, or asked for anew. */
export async function adoptionToDo(
  db: Database,
  attempt: Attempt,
): Promise<Pick<typeof adoption.$inferSelect, "accountId" | "asked"> | null> {
  const [found] = await db
    .select({ accountId: adoption.accountId, asked: adoption.asked })
    .from(adoption)
    .where(isTheirs(attempt));
  return found ?? null;
}

/** The adopting of a dossier, locked; null when nobody asked for it yet. */
export async function lockAdoption(
  tx: Database,
  dossierId: string,
): Promise<Pick<typeof adoption.$inferSelect, "state" | "attempt"> | null> {
  const [found] = await tx
    .select({ state: adoption.state, attempt: adoption.attempt })
    .from(adoption)
    .where(eq(adoption.dossierId, dossierId))
    .for("update");
  return found ?? null;
}

/** Says of an attempt which edition came of it. @throws Conflict when it is not wanted any more: then nothing is adopted. */
export async function finishAdoption(
  tx: Database,
  attempt: Attempt,
  editionId: string,
): Promise<void> {
  const [wanted] = await tx
    .update(adoption)
    .set({ state: "done", editionId, asked: null, step: null, progress: null })
    .where(isTheirs(attempt))
    .returning({ attempt: adoption.attempt });
  if (!wanted) throw new Conflict("editions.errors.stopped");
}
