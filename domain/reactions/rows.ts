import type { Database } from "@/db/client";
import { consultation, reaction, stakeholderGroup, statement } from "@/db/schema";
import { batches, requireIn } from "../kernel/rows";
import type { AuthorizedDossierId } from "../kernel/scope";

/** Adds reactions in this order, thousands at a time if need be. Their numbers were taken before. */
export async function insertReactions(
  tx: Database,
  rows: readonly (typeof reaction.$inferInsert)[],
): Promise<void> {
  for (const batch of batches(rows)) await tx.insert(reaction).values(batch);
}

/** @throws NotFound when something a reaction would point at is not in this dossier. */
export async function requireParents(
  tx: Database,
  dossierId: AuthorizedDossierId,
  ids: {
    consultationId?: string;
    statementId?: string | null;
    groupId?: string | null;
    replyToId?: string | null;
  },
): Promise<void> {
  await requireIn(tx, dossierId, consultation, [ids.consultationId]);
  await requireIn(tx, dossierId, statement, [ids.statementId]);
  await requireIn(tx, dossierId, stakeholderGroup, [ids.groupId]);
  await requireIn(tx, dossierId, reaction, [ids.replyToId]);
}
