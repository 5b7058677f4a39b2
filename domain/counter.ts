import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { dossierCounter } from "@/db/schema";
import type { AuthorizedDossierId } from "./actor";

/**
 * Takes the next `count` numbers of a row of numbers within the dossier, inside the caller's
 * transaction. Two writers never get the same one.
 *
 * @returns the first of them.
 */
export async function takeNumbers(
  tx: Database,
  dossierId: AuthorizedDossierId,
  name: "reaction" | "coreValue",
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
