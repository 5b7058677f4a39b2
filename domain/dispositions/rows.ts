import { and, asc, eq, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { disposition, dispositionRequirement, dispositionVersion } from "@/db/schema";
import type { Outcome } from "@/db/vocabulary";
import type { AuthorizedDossierId } from "../kernel/scope";

export interface Named {
  requirementId: string;
  linkId: string | null;
}

/** What one version says. */
export interface Said {
  outcome: Outcome | null;
  reason: string;
  place: string;
  sharedId: string | null;
  requirements: Named[];
}

export const NOTHING: Said = {
  outcome: null,
  reason: "",
  place: "",
  sharedId: null,
  requirements: [],
};

/** The *afweging* of a reaction, locked, with the version that stands; null when nothing was ever answered. */
export async function lockedDisposition(
  tx: Database,
  dossierId: AuthorizedDossierId,
  reactionId: string,
): Promise<{ id: string; lockVersion: number; said: Said } | null> {
  const [row] = await tx
    .select()
    .from(disposition)
    .where(and(eq(disposition.dossierId, dossierId), eq(disposition.reactionId, reactionId)))
    .for("update");
  if (!row) return null;
  const said = await versionOf(tx, row.id, row.lockVersion);
  return { id: row.id, lockVersion: row.lockVersion, said };
}

/** What a version says; of one before the first: nothing. */
export async function versionOf(tx: Database, dispositionId: string, n: number): Promise<Said> {
  const [row] = await tx
    .select()
    .from(dispositionVersion)
    .where(and(eq(dispositionVersion.dispositionId, dispositionId), eq(dispositionVersion.n, n)));
  if (!row) return NOTHING;
  const requirements = await tx
    .select({
      requirementId: dispositionRequirement.requirementId,
      linkId: dispositionRequirement.linkId,
    })
    .from(dispositionRequirement)
    .where(
      and(eq(dispositionRequirement.dispositionId, dispositionId), eq(dispositionRequirement.n, n)),
    )
    .orderBy(asc(dispositionRequirement.requirementId));
  const { outcome, reason, place, sharedId } = row;
  return { outcome, reason, place, sharedId, requirements };
}

/** Writes the next version of an *afweging*, the first when it has none. @returns its id. */
export async function writeVersion(
  tx: Database,
  about: { dossierId: AuthorizedDossierId; reactionId: string; createdBy: string | null },
  before: { id: string; lockVersion: number } | null,
  { requirements, ...said }: Said,
  takesBack: number | null = null,
): Promise<string> {
  const { dossierId, reactionId, createdBy } = about;
  const n = (before?.lockVersion ?? 0) + 1;
  const { outcome } = said;
  let dispositionId = before?.id;
  if (dispositionId) {
    await tx
      .update(disposition)
      .set({ lockVersion: n, outcome })
      .where(eq(disposition.id, dispositionId));
  } else {
    const [made] = await tx
      .insert(disposition)
      .values({ dossierId, reactionId, lockVersion: n, outcome })
      .returning({ id: disposition.id });
    if (!made) throw new Error("insert returned no row");
    dispositionId = made.id;
  }
  const of = { dispositionId, n, dossierId };
  await tx.insert(dispositionVersion).values({ ...of, ...said, takesBack, createdBy });
  if (requirements.length > 0) {
    await tx.insert(dispositionRequirement).values(requirements.map((one) => ({ ...of, ...one })));
  }
  return dispositionId;
}

/** The other reactions that count of which the answer that stands shares its reason, by number. */
export async function sharersOf(
  tx: Database,
  dossierId: AuthorizedDossierId,
  reactionId: string,
  sharedId: string | null,
): Promise<{ reactionId: string; number: number }[]> {
  if (sharedId === null) return [];
  return rowsOf(
    tx,
    sql`select r.id as "reactionId", r.number
      from disposition_version v
      join disposition d on d.id = v.disposition_id and d.lock_version = v.n
      join live_reaction r on r.id = d.reaction_id
      where v.shared_id = ${sharedId} and v.dossier_id = ${dossierId} and r.id <> ${reactionId}
      order by r.number`,
  );
}

/** The ids of the reactions that share the reason of what was answered to one as it stands, without a lock. */
export async function sharersNow(
  tx: Database,
  dossierId: AuthorizedDossierId,
  reactionId: string,
): Promise<string[]> {
  const [standing] = await tx
    .select({ sharedId: dispositionVersion.sharedId })
    .from(disposition)
    .innerJoin(
      dispositionVersion,
      and(
        eq(dispositionVersion.dispositionId, disposition.id),
        eq(dispositionVersion.n, disposition.lockVersion),
      ),
    )
    .where(and(eq(disposition.dossierId, dossierId), eq(disposition.reactionId, reactionId)));
  const sharers = await sharersOf(tx, dossierId, reactionId, standing?.sharedId ?? null);
  return sharers.map((one) => one.reactionId);
}

/** Of these links the ones that nobody took away since. */
export async function liveAmong(tx: Database, linkIds: readonly string[]): Promise<string[]> {
  if (linkIds.length === 0) return [];
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select id from live_link where id in ${[...linkIds]} order by id`,
  );
  return rows.map(({ id }) => id);
}

/** The requirements that are linked to a reaction itself, among these. */
export async function linkedAmong(
  tx: Database,
  reactionId: string,
  requirementIds: readonly string[],
): Promise<Set<string>> {
  if (requirementIds.length === 0) return new Set();
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select requirement_id as id from live_link
      where reaction_id = ${reactionId} and requirement_id in ${[...requirementIds]}`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** The ids of requirements by their codes, whatever the case they were typed in. */
export async function requirementsByCode(
  tx: Database,
  dossierId: AuthorizedDossierId,
  codes: readonly string[],
): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await rowsOf<{ id: string; code: string }>(
    tx,
    sql`select id, lower(code) as code from requirement
      where dossier_id = ${dossierId} and lower(code) in ${codes.map((code) => code.toLowerCase())}`,
  );
  return new Map(rows.map(({ id, code }) => [code, id]));
}

/** Whether what was answered still holds: it counts as an answer. */
export async function holds(tx: Database, reactionId: string): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    sql`select from answered_reaction where reaction_id = ${reactionId} limit 1`,
  );
  return rows.length > 0;
}
