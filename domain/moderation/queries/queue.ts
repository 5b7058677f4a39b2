import { type SQL, sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import type { RefusalReason } from "@/db/vocabulary";
import { maySeeNames } from "../../dossiers/policy";
import { TIME_ZONE } from "../../kernel/dates";
import { Forbidden, NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { type Paged, pageOf } from "../../kernel/paging";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import { fileOfReaction, onlineIn } from "../../participation/rows";
import { layerOver } from "../../redaction/rows";
import {
  type DecidedBefore,
  type Flagged,
  type FoundPlace,
  type ModeratedReaction,
  QUEUE_PAGE,
  type Queue,
  type QueueCounts,
  type QueueRow,
} from "../model";
import { DECIDED, seenOf } from "../rows";
import { alikeBefore, sameBefore, samenessIn } from "../rows/same";
import { signsOf } from "../rules";

/** What waits is for authors: others read no words that nobody placed. @throws Forbidden; NotFound */
async function open(scope: ReaderScope, consultationId: string): Promise<Database> {
  if (!maySeeNames(scope)) throw new Forbidden();
  if (!uuid.safeParse(consultationId).success) throw new NotFound();
  const db = await database();
  if (!(await onlineIn(db, scope.dossierId, consultationId))) throw new NotFound();
  return db;
}

/** Of an answer `a`: somebody flagged it and nobody looked yet. */
const FLAGGED = sql`exists (select from flag f where f.reaction_id = a.reaction_id and f.closed_at is null)`;

/** Answers `a` that belong in a queue: those with words, or about which somebody asks something. */
const IN_QUEUE: Record<Queue, SQL> = {
  waiting: sql`(a.state = 'waiting' or (a.state = 'placed' and ${FLAGGED}))`,
  placed: sql`a.state = 'placed' and a.worded`,
  refused: sql`a.state = 'refused'`,
};

interface Found extends Omit<QueueRow, "signs" | "read" | "seen"> {
  decided: number;
  lockVersion: number;
  searched: boolean;
  found: number;
  flags: number;
}

/** Places that are to be replaced in the newest text of an answer `a`. */
const PLACES = sql`personal_find p
  join personal_form f on f.id = p.form_id
  join personal_subject s on s.id = f.subject_id
  where p.source_version_id = v.id and not p.stays and s.redaction not in ('keep', 'none')`;

/** Answers with their reaction and what is known of them, in the order asked. */
async function rowsWhere(
  db: Database,
  scope: ReaderScope,
  consultationId: string,
  where: SQL,
  order: SQL,
): Promise<QueueRow[]> {
  const rows = await rowsOf<Found>(
    db,
    sql`
    select r.id as "reactionId", r.number, r.lock_version as "lockVersion", ${DECIDED} as decided, a.state, o.number as statement, a.asked,
      g.name as group, case when a.chosen then r.position else nullif(r.position, 'none') end as position,
      r.text, to_json(coalesce(a.changed_at, a.sent_at)) #>> '{}' as "sentAt",
      exists (select from personal_search p where p.source_version_id = v.id) as searched,
      (select count(*)::int from ${PLACES}) as found,
      (select count(*)::int from flag f where f.reaction_id = r.id and f.closed_at is null) as flags,
      case when a.worded then ${sameBefore} end as "sameAs",
      case when a.worded then ${alikeBefore} end as "likeTo",
      case when a.state = 'refused' then (select m.reason from moderation m where m.reaction_id = r.id
        order by m.n desc limit 1) end as reason
    from answer a
    join reaction r on r.id = a.reaction_id
    left join stakeholder_group g on g.id = r.stakeholder_group_id
    left join statement_occurrence o
      on o.statement_id = a.statement_id and o.consultation_id = a.consultation_id
    left join lateral (select id from source_version where source_id = a.source_id order by n desc limit 1) v on true
    where a.dossier_id = ${scope.dossierId} and a.consultation_id = ${consultationId}::uuid and ${where}
    ${order}`,
  );
  const { shown } = await layerOver(scope.dossierId)();
  return rows.map(({ searched, found, flags, lockVersion, decided, ...row }) => ({
    ...row,
    seen: seenOf({ reactionId: row.reactionId, lockVersion, decided }),
    read: shown(row.text),
    signs: signsOf(row.text, { searched, found, flags, sameAs: row.sameAs, likeTo: row.likeTo }),
  }));
}

/**
 * The reactions of an online consultation for who keeps order: what waits or was flagged the oldest first, what was decided
 * the newest first; with how many there are of each.
 *
 * @throws Forbidden for who may not see names; NotFound for a consultation that is not held online.
 */
export const moderationQueue = query(
  reader,
  async (
    scope: ReaderScope,
    consultationId: string,
    { show = "waiting", page: wanted }: { show?: Queue; page?: number } = {},
  ): Promise<Paged<QueueRow> & { counts: QueueCounts }> => {
    const db = await open(scope, consultationId);
    const [counts] = await rowsOf<QueueCounts>(
      db,
      sql`select (count(*) filter (where a.state = 'waiting'))::int as waiting,
        (count(*) filter (where ${IN_QUEUE.placed}))::int as placed,
        (count(*) filter (where ${IN_QUEUE.refused}))::int as refused,
        (count(*) filter (where a.state = 'placed' and ${FLAGGED}))::int as flagged,
        ${decidedToday(consultationId, sql`m.after = 'placed' and m.before <> 'placed'`)} as "placedToday",
        ${decidedToday(consultationId, sql`m.after = 'refused'`)} as "refusedToday"
      from answer a where a.consultation_id = ${consultationId}::uuid and a.reaction_id is not null`,
    );
    if (!counts) throw new Error("counting gave no row");
    const total = show === "waiting" ? counts.waiting + counts.flagged : counts[show];
    const { page, pages } = pageOf(total, QUEUE_PAGE, wanted);
    const by =
      show === "waiting" ? sql`coalesce(a.changed_at, a.sent_at), r.number` : sql`r.number desc`;
    const rows = await rowsWhere(
      db,
      scope,
      consultationId,
      IN_QUEUE[show],
      sql`order by ${by} limit ${QUEUE_PAGE} offset ${(page - 1) * QUEUE_PAGE}`,
    );
    return { rows, total, page, pages, counts };
  },
);

/** How many reactions were decided on so today, and stand so still: by the last decision on each. */
const decidedToday = (
  consultationId: string,
  how: SQL,
) => sql`(select count(*)::int from moderation m
  where m.consultation_id = ${consultationId}::uuid and ${how}
    and (m.decided_at at time zone ${TIME_ZONE}::text)::date = (now() at time zone ${TIME_ZONE}::text)::date
    and not exists (select from moderation l where l.reaction_id = m.reaction_id and l.n > m.n))`;

/**
 * One reaction for who keeps order, with what may be personal data in it, what was said and decided of it.
 *
 * @param beside another that is put beside it, whatever was said of the two.
 * @returns null for one that is not there any more. @throws Forbidden; NotFound
 */
export const moderatedReaction = query(
  reader,
  async (
    scope: ReaderScope,
    consultationId: string,
    reactionId: string,
    { beside = null }: { beside?: string | null } = {},
  ): Promise<ModeratedReaction | null> => {
    const db = await open(scope, consultationId);
    if (!uuid.safeParse(reactionId).success) return null;
    const here = sql`a.reaction_id = ${reactionId}::uuid and a.state <> 'withdrawn'`;
    const [row] = await rowsWhere(db, scope, consultationId, here, sql``);
    if (!row) return null;
    const found = await rowsOf<FoundPlace>(
      db,
      sql`select place.* from answer a
        join lateral (select id from source_version where source_id = a.source_id order by n desc limit 1) v on true
        join lateral (select p.start_cp as start, p.end_cp as "end", s.kind from ${PLACES}) place on true
        where a.reaction_id = ${reactionId}::uuid order by place.start`,
    );
    const flags = await rowsOf<Flagged>(
      db,
      sql`select id, reason, words, to_json(flagged_at) #>> '{}' as "flaggedAt" from flag
        where reaction_id = ${reactionId}::uuid and closed_at is null order by flagged_at, id limit 50`,
    );
    const decided = await rowsOf<DecidedBefore>(
      db,
      sql`select m.id, m.act_id as "actId", m.before, m.after, m.reason, m.note,
          to_json(m.decided_at) #>> '{}' as "decidedAt", who.name as "decidedBy"
        from moderation m left join account who on who.id = m.decided_by
        where m.reaction_id = ${reactionId}::uuid order by m.n desc limit 20`,
    );
    const own = sql`select id from reaction where id = ${reactionId}::uuid or part_of_id = ${reactionId}::uuid`;
    const [used] = await rowsOf<{ n: number }>(
      db,
      sql`select (select count(distinct core_value_id)::int from coded_reaction
          where dossier_id = ${scope.dossierId} and reaction_id in (${own}))
        + (select count(distinct requirement_id)::int from requirement_reaction
          where dossier_id = ${scope.dossierId} and core_value_id is null
            and reaction_id in (${own})) as n`,
    );
    const parts = await rowsOf<{ id: string; number: number }>(
      db,
      sql`select id, number from reaction where part_of_id = ${reactionId}::uuid order by number`,
    );
    const sameness = await samenessIn(db, scope, reactionId, { looking: "queue", beside });
    return {
      ...row,
      found,
      flags,
      decided,
      sameness,
      parts,
      used: used?.n ?? 0,
      file: await fileOfReaction(db, scope.dossierId, reactionId),
    };
  },
);

/**
 * A reaction that counts nowhere, at its own address: its number, and why it is not shown. Not its words. One that neither
 * waits nor has a reason was taken back by its sender while it was held.
 */
export const heldReaction = query(
  reader,
  async (
    scope: ReaderScope,
    reactionId: string,
  ): Promise<{
    number: number;
    /** What was decided on: itself, or the reaction it is a part of. */
    wholeId: string;
    consultationId: string;
    waits: boolean;
    reason: RefusalReason | null;
  } | null> => {
    if (!uuid.safeParse(reactionId).success) return null;
    const [found] = await rowsOf<{
      number: number;
      wholeId: string;
      consultationId: string;
      waits: boolean;
      reason: RefusalReason | null;
    }>(
      await database(),
      sql`select r.number, a.reaction_id as "wholeId", r.consultation_id as "consultationId", a.state = 'waiting' as waits,
          case when a.state = 'refused' then (select m.reason from moderation m where m.reaction_id = a.reaction_id
            order by m.n desc limit 1) end as reason
        from reaction r join answer a on a.reaction_id = coalesce(r.part_of_id, r.id)
        where r.dossier_id = ${scope.dossierId} and r.id = ${reactionId}::uuid and r.held`,
    );
    return found ?? null;
  },
);
