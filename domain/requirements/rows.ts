import { and, eq, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { chapter, requirement, requirementDraft, requirementVersion } from "@/db/schema";
import { NotFound } from "../kernel/errors";
import { type AuthorizedDossierId, actorAccountId, type MemberScope } from "../kernel/scope";

/**
 * Whoever changes the order or the codes of a Programma van Eisen waits here for the one before, so
 * that places stay 1, 2, 3 … and codes unique. Held until the transaction ends.
 */
export async function lockOrder(tx: Database, scope: MemberScope): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`specification:${scope.dossierId}`}, 0))`,
  );
}

export async function chapterOf(tx: Database, scope: MemberScope, chapterId: string) {
  const [found] = await tx
    .select()
    .from(chapter)
    .where(and(eq(chapter.id, chapterId), eq(chapter.dossierId, scope.dossierId)));
  if (!found) throw new NotFound();
  return found;
}

/** The requirement, locked until the transaction ends: two saves of it come one after the other. */
export async function lockedRequirement(tx: Database, scope: MemberScope, requirementId: string) {
  const [found] = await tx
    .select()
    .from(requirement)
    .where(and(eq(requirement.id, requirementId), eq(requirement.dossierId, scope.dossierId)))
    .for("update");
  if (!found) throw new NotFound();
  return found;
}

/** The version of a requirement that stands now. */
export async function standingVersion(tx: Database, requirementId: string, n: number) {
  const [found] = await tx
    .select()
    .from(requirementVersion)
    .where(and(eq(requirementVersion.requirementId, requirementId), eq(requirementVersion.n, n)));
  if (!found) throw new Error(`requirement ${requirementId} has no version ${n}`);
  return found;
}

/** Lets go of what who is signed in was writing of a requirement. */
export async function dropDraft(
  tx: Database,
  scope: MemberScope,
  requirementId: string,
): Promise<void> {
  const accountId = actorAccountId(scope.actor);
  if (!accountId) return;
  await tx
    .delete(requirementDraft)
    .where(
      and(
        eq(requirementDraft.requirementId, requirementId),
        eq(requirementDraft.accountId, accountId),
      ),
    );
}

/** Whether codes stay as they are: they stand in an edition that was adopted, and people refer to them. */
export async function codesFixed(db: Database, dossierId: AuthorizedDossierId): Promise<boolean> {
  const [found] = await rowsOf<{ fixed: boolean }>(
    db,
    sql`select exists (select from edition where dossier_id = ${dossierId} and kind = 'definitive') as fixed`,
  );
  return found?.fixed ?? false;
}
