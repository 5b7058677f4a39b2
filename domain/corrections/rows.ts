import { eq, type SQL, sql } from "drizzle-orm";
import type { AuditEntry } from "@/db/audit";
import { type Database, rowsOf } from "@/db/client";
import { attendee, correction, correctionRound } from "@/db/schema";
import { TIME_ZONE } from "../kernel/dates";
import { NotFound } from "../kernel/errors";
import type { AttendeeScope, MemberScope } from "../kernel/scope";
import type { Closed } from "./model";

/** A round `r` with its source `s` and the version `v` that is corrected. */
export const ROUNDS = sql`correction_round r
  join source_version v on v.id = r.source_version_id
  join source s on s.id = r.source_id`;

const TODAY = sql`(now() at time zone ${TIME_ZONE}::text)::date`;

/** Of {@link ROUNDS}: why it takes no corrections any more; null while it does. */
export const CLOSED: SQL<Closed> = sql<Closed>`case
  when exists (select from source_revision m where m.id = r.revision_id and m.state <> 'failed') then 'made'
  when s.adopted_version = v.n then 'adopted'
  when exists (select from source_version w where w.source_id = r.source_id and w.n > v.n) then 'newer'
  when r.ended_at is not null then 'ended'
  when r.closes_on < ${TODAY} then 'passed' end`;

/** Of {@link ROUNDS}: its links still show something. */
export const isReadable = (days: number) => sql`r.closes_on + ${days}::int >= ${TODAY}`;

export interface LockedRound {
  id: string;
  sourceId: string;
  versionId: string;
  n: number;
  closesOn: string;
  endedAt: string | null;
  closed: Closed;
}

/** A round of the dossier, locked with its source. @throws NotFound */
export async function lockRound(
  tx: Database,
  scope: MemberScope,
  { roundId }: { roundId: string },
): Promise<LockedRound> {
  const [found] = await rowsOf<LockedRound>(
    tx,
    sql`
    select r.id, r.source_id as "sourceId", v.id as "versionId", v.n, r.closes_on::text as "closesOn",
      r.ended_at as "endedAt", ${CLOSED} as closed
    from ${ROUNDS}
    where r.id = ${roundId} and r.dossier_id = ${scope.dossierId}
    for update of s, r`,
  );
  if (!found) throw new NotFound();
  return found;
}

/** An attendee of the dossier, locked, and the round. @throws NotFound */
export async function lockAttendee(
  tx: Database,
  scope: MemberScope,
  { attendeeId }: { attendeeId: string },
): Promise<{ attendee: typeof attendee.$inferSelect; round: LockedRound }> {
  const [found] = await tx
    .select({ roundId: attendee.roundId })
    .from(attendee)
    .where(eq(attendee.id, attendeeId));
  if (!found) throw new NotFound();
  const round = await lockRound(tx, scope, found);
  const [row] = await tx.select().from(attendee).where(eq(attendee.id, attendeeId)).for("update");
  if (!row) throw new NotFound();
  return { attendee: row, round };
}

/** A proposal of the dossier that was not withdrawn, locked, and the round. @throws NotFound */
export async function lockCorrection(
  tx: Database,
  scope: MemberScope,
  { correctionId }: { correctionId: string },
): Promise<{ correction: typeof correction.$inferSelect; round: LockedRound }> {
  const [found] = await tx
    .select({ roundId: correction.roundId })
    .from(correction)
    .where(eq(correction.id, correctionId));
  if (!found) throw new NotFound();
  const round = await lockRound(tx, scope, found);
  const [row] = await tx
    .select()
    .from(correction)
    .where(eq(correction.id, correctionId))
    .for("update");
  if (!row || row.withdrawnAt) throw new NotFound();
  return { correction: row, round };
}

/**
 * The attendee of a link, locked, and the round as long as they look at it: it cannot be ended meanwhile.
 *
 * @throws NotFound once the link was taken back.
 */
export async function lockOwn(
  tx: Database,
  scope: AttendeeScope,
): Promise<{ attendee: typeof attendee.$inferSelect; versionId: string; closed: Closed }> {
  const [round] = await rowsOf<{ versionId: string; closed: Closed }>(
    tx,
    sql`
    select v.id as "versionId", ${CLOSED} as closed from ${ROUNDS}
    where r.id = ${scope.roundId} and r.dossier_id = ${scope.dossierId}
    for share of r`,
  );
  const [row] = await tx
    .select()
    .from(attendee)
    .where(eq(attendee.id, scope.attendeeId))
    .for("update");
  if (!round || !row || row.roundId !== scope.roundId || row.revokedAt) throw new NotFound();
  return { attendee: row, ...round };
}

/** Removes the rounds in which a source was corrected, with who was in them and what they proposed. */
export async function removeRounds(tx: Database, sourceId: string): Promise<AuditEntry[]> {
  const gone = await rowsOf<{ entity: "correctionRound" | "attendee" | "correction"; id: string }>(
    tx,
    sql`
    with round as (select id from correction_round where source_id = ${sourceId})
    select 'correctionRound' as entity, id from round
    union all select 'attendee', id from attendee where round_id in (select id from round)
    union all select 'correction', id from correction where round_id in (select id from round)`,
  );
  await tx.delete(correctionRound).where(eq(correctionRound.sourceId, sourceId));
  return gone.map(({ entity, id }) => ({ entity, entityId: id, before: {} }));
}
