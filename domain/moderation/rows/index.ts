import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { flag, moderation } from "@/db/schema";
import type { FlagOutcome, ModeratedState, RefusalReason } from "@/db/vocabulary";
import { Conflict, NotFound } from "../../kernel/errors";
import type { AuthorizedDossierId } from "../../kernel/scope";
import { lockModerated, lockOnline, type ModeratedAnswer } from "../../participation/rows";
import { lockedReactions } from "../../reactions/rows";

/** A reaction as somebody read it. */
export interface Seen {
  reactionId: string;
  lockVersion: number;
  /** The number of the last decision on it, 0 for none; null where no decision is taken. */
  decided: number | null;
}

/** A reaction as it is read, in one text that a form sends back. */
export const seenOf = ({ reactionId, lockVersion, decided }: Seen): string =>
  `${reactionId}@${lockVersion}${decided === null ? "" : `.${decided}`}`;

/** How many decisions were taken on a reaction `r`: the number of the last. */
export const DECIDED = sql`(select coalesce(max(m.n), 0)::int from moderation m where m.reaction_id = r.id)`;

/**
 * The answers that were read, locked, in the order asked.
 *
 * @param wanted what is to become of them: of what is that already nothing is overruled.
 * @throws NotFound; Conflict for one that was changed, taken back or decided on since.
 */
export async function lockSeen(
  tx: Database,
  { dossierId }: { dossierId: AuthorizedDossierId },
  consultationId: string,
  seen: readonly Seen[],
  wanted: ModeratedState | null = null,
): Promise<(ModeratedAnswer & { state: ModeratedState })[]> {
  await lockOnline(tx, { dossierId }, { consultationId });
  const once = [...new Map(seen.map((one) => [one.reactionId, one])).values()];
  const ids = once.map(({ reactionId }) => reactionId);
  const reactions = await lockedReactions(tx, dossierId, ids).catch((error) => {
    // Whoever sent it took it back meanwhile, with its words.
    throw error instanceof NotFound ? new Conflict("moderation.errors.changed") : error;
  });
  const version = new Map(reactions.map(({ id, lockVersion }) => [id, lockVersion]));
  const answers = await lockModerated(tx, dossierId, consultationId, ids);
  const byReaction = new Map(answers.map((one) => [one.reactionId, one]));
  const last = await lastDecisions(tx, ids);
  return once.map(({ reactionId, lockVersion, decided }) => {
    const found = byReaction.get(reactionId);
    if (!found) throw new NotFound();
    const { state } = found;
    if (state === "withdrawn" || version.get(reactionId) !== lockVersion) {
      throw new Conflict("moderation.errors.changed");
    }
    // A colleague decided since: whoever reads that may decide otherwise, and not by a page from before.
    if (state !== wanted && decided !== (last.get(reactionId) ?? 0)) {
      throw new Conflict("moderation.errors.decided");
    }
    return { ...found, state };
  });
}

/** Places in a text that are to be replaced for others, in code points: names and other personal data. */
export async function personalPlaces(
  db: Database,
  sourceVersionId: string,
): Promise<{ start: number; end: number }[]> {
  return rowsOf(
    db,
    sql`select p.start_cp as start, p.end_cp as "end" from personal_find p
      join personal_form f on f.id = p.form_id join personal_subject s on s.id = f.subject_id
      where p.source_version_id = ${sourceVersionId} and not p.stays and s.redaction not in ('keep', 'none')
      order by p.start_cp`,
  );
}

/** What was decided on one reaction. */
export interface Decision {
  reactionId: string;
  before: ModeratedState;
  after: ModeratedState;
  reason: RefusalReason | null;
  note: string | null;
}

/** Writes decisions that were made in one act, by whose id they are undone. */
export async function insertDecisions(
  tx: Database,
  about: { dossierId: AuthorizedDossierId; consultationId: string; decidedBy: string | null },
  actId: string,
  decisions: readonly Decision[],
): Promise<void> {
  if (decisions.length === 0) return;
  await tx.insert(moderation).values(
    decisions.map((decision) => ({
      ...about,
      ...decision,
      actId,
      n: sql`(select coalesce(max(m.n), 0) + 1 from moderation m
        where m.reaction_id = ${decision.reactionId}::uuid)`,
    })),
  );
}

/** The decisions of one act. Not locked: who decides locks the consultation and the reactions first. @throws NotFound */
export async function decisionsOf(
  tx: Database,
  {
    dossierId,
    consultationId,
    actId,
  }: {
    dossierId: AuthorizedDossierId;
    consultationId: string;
    actId: string;
  },
) {
  const rows = await tx
    .select()
    .from(moderation)
    .where(
      and(
        eq(moderation.dossierId, dossierId),
        eq(moderation.consultationId, consultationId),
        eq(moderation.actId, actId),
      ),
    );
  if (rows.length === 0) throw new NotFound();
  return rows;
}

/** The last decision on a reaction before the one with this number; null when there is none. */
export async function decisionBefore(tx: Database, reactionId: string, n: number) {
  const [found] = await tx
    .select()
    .from(moderation)
    .where(and(eq(moderation.reactionId, reactionId), sql`${moderation.n} < ${n}`))
    .orderBy(desc(moderation.n))
    .limit(1);
  return found ?? null;
}

/** The number of the last decision on each reaction. */
export async function lastDecisions(
  tx: Database,
  reactionIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (reactionIds.length === 0) return new Map();
  const rows = await rowsOf<{ id: string; n: number }>(
    tx,
    sql`select reaction_id as id, max(n)::int as n from moderation
      where ${inArray(moderation.reactionId, [...reactionIds])} group by 1`,
  );
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** Says what came of the open flags of a reaction. @returns how many there were. */
export async function closeFlags(
  tx: Database,
  reactionIds: readonly string[],
  outcome: FlagOutcome,
): Promise<number> {
  const closed = await tx
    .update(flag)
    .set({ outcome, closedAt: sql`now()` })
    .where(and(inArray(flag.reactionId, [...reactionIds]), isNull(flag.closedAt)))
    .returning({ id: flag.id });
  return closed.length;
}

/** Opens the flags again that were followed up with a decision of that moment. */
export async function reopenFlags(
  tx: Database,
  reactionIds: readonly string[],
  decidedAt: string,
): Promise<void> {
  await tx
    .update(flag)
    .set({ outcome: null, closedAt: null })
    .where(
      and(
        inArray(flag.reactionId, [...reactionIds]),
        sql`${flag.closedAt} = ${decidedAt}::timestamptz`,
      ),
    );
}

/** How many flags of a reaction nobody looked at yet, and how many its consultation had in the last hour. */
export async function flagCounts(
  tx: Database,
  { consultationId, reactionId }: { consultationId: string; reactionId: string },
): Promise<{ open: number; lastHour: number }> {
  const [found] = await rowsOf<{ open: number; lastHour: number }>(
    tx,
    sql`select (count(*) filter (where reaction_id = ${reactionId}::uuid and closed_at is null))::int as open,
        (count(*) filter (where flagged_at > now() - interval '1 hour'))::int as "lastHour"
      from flag where consultation_id = ${consultationId}::uuid`,
  );
  if (!found) throw new Error("counting gave no row");
  return found;
}
