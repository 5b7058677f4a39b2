import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import type { Outcome } from "@/db/vocabulary";
import { query } from "../../kernel/query";
import { actorAccountId, type ReaderScope, reader } from "../../kernel/scope";

/** Of so many answers, the last ones, it is looked at which reasons come back. */
const LOOKED_AT = 500;
/** Reasons that are offered with an outcome: each has a key. */
export const MOST_REASONS = 3;

/**
 * The reasons that who asks gave most often lately with each outcome, in this dossier: whoever answers many writes the same more than
 * once. Answers to questions are left out, for each is of its own question.
 */
export const ownReasons = query(
  reader,
  async (scope: ReaderScope): Promise<{ outcome: Outcome; reason: string }[]> => {
    const account = actorAccountId(scope.actor);
    if (!account) return [];
    return rowsOf(
      await database(),
      sql`with lately as materialized (
        select v.outcome, v.reason, v.created_at, d.reaction_id from disposition_version v
        join disposition d on d.id = v.disposition_id
        where v.dossier_id = ${scope.dossierId} and v.created_by = ${account}
        order by v.created_at desc limit ${LOOKED_AT}
      ), counted as (
        select l.outcome, l.reason, row_number() over (
          partition by l.outcome order by count(*) desc, max(l.created_at) desc, l.reason) as place
        from lately l join live_reaction r on r.id = l.reaction_id
        where l.outcome is not null and l.reason <> '' and r.kind <> 'question'
        group by l.outcome, l.reason
      )
      select outcome, reason from counted where place <= ${MOST_REASONS} order by outcome, place`,
    );
  },
);
