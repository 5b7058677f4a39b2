import { and, eq, isNotNull, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { dossier, dossierCounter } from "@/db/schema";
import { NotFound } from "../kernel/errors";
import type { AuthorizedDossierId } from "../kernel/scope";

/**
 * Takes the next `count` numbers of a row of numbers within the dossier, inside the caller's
 * transaction. Two writers never get the same one.
 *
 * @returns the first of them.
 */
export async function takeNumbers(
  tx: Database,
  dossierId: AuthorizedDossierId,
  name: "reaction" | "coreValue" | "person",
  count = 1,
): Promise<number> {
  const [row] = await tx
    .insert(dossierCounter)
    .values({ dossierId, name, value: count })
    .onConflictDoUpdate({
      target: [dossierCounter.dossierId, dossierCounter.name],
      set: { value: sql`${dossierCounter.value} + ${count}` },
    })
    .returning({ value: dossierCounter.value });
  if (!row) throw new Error("insert returned no row");
  return row.value - count + 1;
}

/**
 * Lets writers of the dossier's own settings wait for each other; who adds things below the
 * dossier does not wait.
 *
 * @returns the row.
 */
export async function lockDossier(tx: Database, dossierId: AuthorizedDossierId) {
  const [row] = await tx
    .select()
    .from(dossier)
    .where(eq(dossier.id, dossierId))
    .for("no key update");
  if (!row) throw new NotFound();
  return row;
}

/** Puts the page for stakeholders under another secret address, or (null) nowhere. */
export async function setStakeholderCode(
  tx: Database,
  dossierId: AuthorizedDossierId,
  stakeholderCode: string | null,
): Promise<void> {
  await tx.update(dossier).set({ stakeholderCode }).where(eq(dossier.id, dossierId));
}

/**
 * Whether anything of it is open to who has no account: the page for stakeholders, or an online consultation. One that is
 * over still is: its stellingen, and what others said, are read at its address.
 */
export async function isOpenOutside(
  db: Database,
  dossierId: AuthorizedDossierId,
): Promise<boolean> {
  const opened = sql`exists (select from online_consultation o
    where o.dossier_id = ${dossierId} and o.opened_at is not null)`;
  const open = await db.$count(
    dossier,
    and(eq(dossier.id, dossierId), or(isNotNull(dossier.stakeholderCode), opened)),
  );
  return open > 0;
}

/** What stands at the head of whatever goes out of the house about a dossier. */
export async function headOf(db: Database, dossierId: AuthorizedDossierId) {
  const [row] = await db
    .select({
      title: dossier.title,
      contractingAuthority: dossier.contractingAuthority,
      subject: dossier.subject,
    })
    .from(dossier)
    .where(eq(dossier.id, dossierId));
  if (!row) throw new NotFound();
  return row;
}
