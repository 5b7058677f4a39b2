import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { query } from "../../kernel/query";
import { actorAccountId, type ReaderScope, reader } from "../../kernel/scope";
import type {
  AnsweredReaction,
  BesideRequirement,
  DispositionVersion,
  LastRecorded,
} from "../model";
import { sharersOf } from "../rows";

/** Requirements beside one reaction: of more nobody finds the right one by reading. */
const MOST_REQUIREMENTS = 60;
/** Versions that are shown of one answer. */
const MOST_VERSIONS = 50;

/**
 * What was answered to one reaction, with its history and the requirements it may stand in: linked to itself first, then
 * by a kernwaarde.
 *
 * @throws NotFound when it is not in this dossier.
 */
export const answeredReaction = query(
  reader,
  async (scope: ReaderScope, reactionId: string): Promise<AnsweredReaction> => {
    if (!uuid.safeParse(reactionId).success) throw new NotFound();
    const db = await database();
    const [row] = await rowsOf<{ lockVersion: number; answered: boolean }>(
      db,
      sql`select coalesce(d.lock_version, 0) as "lockVersion",
          exists (select from answered_reaction a where a.reaction_id = r.id) as answered
        from live_reaction r left join disposition d on d.reaction_id = r.id
        where r.dossier_id = ${scope.dossierId} and r.id = ${reactionId}`,
    );
    if (!row) throw new NotFound();
    const history = await rowsOf<DispositionVersion>(
      db,
      sql`select v.n, v.outcome, v.reason, v.place, v.takes_back as "takesBack", v.shared_id as "sharedId", p.name as by,
          v.created_at as at,
          (select coalesce(json_agg(json_build_object('id', q.id, 'code', q.code, 'title', w.title)
              order by q.code), '[]'::json)
            from disposition_requirement m
            join requirement q on q.id = m.requirement_id
            join requirement_version w on w.requirement_id = q.id and w.n = q.lock_version
            where m.disposition_id = v.disposition_id and m.n = v.n) as requirements
        from disposition d
        join disposition_version v on v.disposition_id = d.id
        left join account p on p.id = v.created_by
        where d.dossier_id = ${scope.dossierId} and d.reaction_id = ${reactionId}
        order by v.n desc limit ${MOST_VERSIONS}`,
    );
    const requirements = await rowsOf<BesideRequirement>(
      db,
      sql`with linked as (
        select w.requirement_id, bool_or(w.core_value_id is null or exists (
            select from carrying c where c.dossier_id = w.dossier_id
              and c.requirement_id = w.requirement_id and c.word = w.reaction_id)) as direct,
          coalesce(array_agg(distinct k.number) filter (where k.number is not null), '{}') as via,
          false as named
        from requirement_reaction w left join core_value k on k.id = w.core_value_id
        where w.dossier_id = ${scope.dossierId} and w.reaction_id = ${reactionId}
        group by w.requirement_id
        union all
        select m.requirement_id, false, '{}', true
        from disposition d
        join disposition_requirement m on m.disposition_id = d.id and m.n = d.lock_version
        where d.reaction_id = ${reactionId}
      )
      select q.id, q.code, v.title, v.body_text as text, bool_or(l.direct) as direct,
        (select coalesce(json_agg(distinct number), '[]'::json)
          from linked o, unnest(o.via) number where o.requirement_id = q.id) as via,
        bool_or(l.named) as named
      from linked l
      join requirement q on q.id = l.requirement_id
      join requirement_version v on v.requirement_id = q.id and v.n = q.lock_version
      where q.dossier_id = ${scope.dossierId} and q.dropped_at is null
      group by q.id, q.code, v.title, v.body_text
      order by bool_or(l.direct) desc, q.code limit ${MOST_REQUIREMENTS}`,
    );
    const [newest] = history;
    return {
      reactionId,
      ...row,
      standing: newest?.outcome ? newest : null,
      sharedWith: await sharersOf(db, scope.dossierId, reactionId, newest?.sharedId ?? null),
      history,
      requirements,
    };
  },
);

/** What somebody recorded last in this dossier, all of one act; null when there is nothing to take back. */
export const lastRecorded = query(
  reader,
  async (scope: ReaderScope): Promise<LastRecorded | null> => {
    const mine = sql`v.dossier_id = ${scope.dossierId} and v.takes_back is null
      and v.created_by is not distinct from ${actorAccountId(scope.actor)}::uuid`;
    const standing = sql`disposition d
      join disposition_version v on v.disposition_id = d.id and v.n = d.lock_version`;
    const reactions = await rowsOf<LastRecorded["reactions"][number]>(
      await database(),
      sql`select r.id as "reactionId", r.number, d.lock_version as "lockVersion"
        from ${standing} join live_reaction r on r.id = d.reaction_id
        where ${mine} and v.created_at = (select max(v.created_at) from ${standing} where ${mine})
        order by r.number`,
    );
    return reactions.length > 0 ? { reactions } : null;
  },
);
