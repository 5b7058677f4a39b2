import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { roomMeeting, roomNote } from "@/db/schema";
import { Invalid, NotFound } from "../kernel/errors";
import type { AuthorizedDossierId } from "../kernel/scope";
import { EARLIER, groupsOf } from "../participation/rows";
import type { GroupPosition } from "./rules";

const goingOn = (dossierId: AuthorizedDossierId, consultationId: string) =>
  and(
    eq(roomMeeting.dossierId, dossierId),
    eq(roomMeeting.consultationId, consultationId),
    isNull(roomMeeting.endedAt),
  );

/** The meeting that is going on in a consultation; null for none. */
export async function meetingNow(
  db: Database,
  dossierId: AuthorizedDossierId,
  consultationId: string,
) {
  const [found] = await db.select().from(roomMeeting).where(goingOn(dossierId, consultationId));
  return found ?? null;
}

/** The meeting that is going on in a consultation, or else the one that was held last; null for none. */
export async function lastMeeting(
  db: Database,
  dossierId: AuthorizedDossierId,
  consultationId: string,
) {
  const [found] = await db
    .select()
    .from(roomMeeting)
    .where(
      and(eq(roomMeeting.dossierId, dossierId), eq(roomMeeting.consultationId, consultationId)),
    )
    .orderBy(sql`${roomMeeting.endedAt} is null desc`, desc(roomMeeting.startedAt))
    .limit(1);
  return found ?? null;
}

/** The meeting that is going on, locked. @throws Invalid when there is none. */
export async function lockMeeting(
  tx: Database,
  { dossierId }: { dossierId: AuthorizedDossierId },
  { consultationId }: { consultationId: string },
) {
  const [found] = await tx
    .select()
    .from(roomMeeting)
    .where(goingOn(dossierId, consultationId))
    .for("update");
  if (!found) throw new Invalid("room.errors.notGoing");
  return found;
}

/** A meeting, also one that is over: what waited for a connection is still taken in. @throws NotFound */
export async function meetingOf(
  tx: Database,
  { dossierId }: { dossierId: AuthorizedDossierId },
  { meetingId }: { meetingId: string },
) {
  const [found] = await tx
    .select()
    .from(roomMeeting)
    .where(and(eq(roomMeeting.dossierId, dossierId), eq(roomMeeting.id, meetingId)));
  if (!found) throw new NotFound();
  return found;
}

/** All meetings of a consultation, the last one first. */
export async function meetingsOf(
  db: Database,
  dossierId: AuthorizedDossierId,
  consultationId: string,
) {
  return db
    .select({
      id: roomMeeting.id,
      startedAt: roomMeeting.startedAt,
      endedAt: roomMeeting.endedAt,
    })
    .from(roomMeeting)
    .where(
      and(eq(roomMeeting.dossierId, dossierId), eq(roomMeeting.consultationId, consultationId)),
    )
    .orderBy(desc(roomMeeting.startedAt));
}

/** What was noted as a reaction, with the source of its words, locked. @throws NotFound */
export async function lockNote(
  tx: Database,
  { dossierId }: { dossierId: AuthorizedDossierId },
  { reactionId }: { reactionId: string },
) {
  const [found] = await tx
    .select({ reactionId: roomNote.reactionId, sourceId: roomNote.sourceId })
    .from(roomNote)
    .innerJoin(roomMeeting, eq(roomMeeting.id, roomNote.meetingId))
    .where(and(eq(roomMeeting.dossierId, dossierId), eq(roomNote.reactionId, reactionId)))
    .for("update", { of: roomNote });
  if (!found) throw new NotFound();
  return found;
}

/** How many of each group chose each position on each stelling: the latest of each person, once placed. Who only wrote chose nothing. */
export async function positionsByGroup(
  db: Database,
  consultationId: string,
): Promise<(GroupPosition & { statementId: string | null; earlier: number })[]> {
  return rowsOf(
    db,
    sql`select a.statement_id as "statementId", r.stakeholder_group_id as "groupId", r.position,
        count(*)::int as n, ${EARLIER} as earlier
      from answer a
      join voiced_reaction r on r.id = a.reaction_id
      left join statement s on s.id = a.statement_id
      where a.consultation_id = ${consultationId}::uuid and a.state = 'placed' and a.chosen
      group by 1, 2, 3`,
  );
}

/** The groups of a dossier in their order, and after them whoever is of none. */
export async function groupsAndNone(db: Database, dossierId: AuthorizedDossierId) {
  const groups = await groupsOf(db, dossierId);
  const none: { id: string | null; name: string | null } = { id: null, name: null };
  return [...groups, none].map((group) => ({ ...group, expected: false }));
}

/** How many answers are in no count: they wait to be looked at, or were not placed. */
export async function leftOutIn(
  db: Database,
  consultationId: string,
): Promise<{ waiting: number; refused: number }> {
  const [counts] = await rowsOf<{ waiting: number; refused: number }>(
    db,
    sql`select (count(*) filter (where state = 'waiting'))::int as waiting,
        (count(*) filter (where state = 'refused'))::int as refused
      from answer where consultation_id = ${consultationId}::uuid`,
  );
  return counts ?? { waiting: 0, refused: 0 };
}
