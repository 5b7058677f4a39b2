import { sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import { anyStemOf } from "@/db/search";
import { uuid } from "../../kernel/fields";
import { query } from "../../kernel/query";
import { type ReaderScope, reader, readerOf } from "../../kernel/scope";
import { MAX_TOGETHER, type SimilarReaction } from "../model";
import { openingOf } from "../rules";

/** Reactions that are offered: of more nobody reads whether they say the same. */
const OFFERED = 6;
/** Reactions that are looked at; ranking reads each. */
const RANKED = 1_000;

/**
 * Reactions that nobody answered and that say the same as one: first those of which somebody said so (`linked`), by number; then
 * those that may, of the same stelling or the same kernwaarde and with the most words in common, by their stems as the search has
 * them. Whether those do say the same, a person sees.
 */
export const similarReactions = query(
  reader,
  async (scope: ReaderScope, reactionId: string): Promise<SimilarReaction[]> => {
    if (!uuid.safeParse(reactionId).success) return [];
    const db = await database();
    const linked = await linkedTo(db, scope, reactionId);
    const known = [reactionId, ...linked.map((one) => one.reactionId)];
    const rows = await rowsOf<SimilarReaction>(
      db,
      sql`with own as materialized (
        select r.id, r.statement_id, r.dossier_id, ${anyStemOf(sql`r.words`)} as asked
        from live_reaction r where r.dossier_id = ${scope.dossierId} and r.id = ${reactionId}
      ), near as (
        select u.reaction_id from unanswered_reaction u join own
          on own.dossier_id = u.dossier_id and own.statement_id = u.statement_id
        union
        select c.reaction_id from coded_reaction c
        where c.dossier_id = ${scope.dossierId} and c.core_value_id in (
          select core_value_id from coded_reaction where reaction_id = ${reactionId})
      ), beside as materialized (
        -- Fetched before their words are looked at: in the index of words each of these stands in most reactions.
        select r.id, r.number, r.text, r.stakeholder_group_id, r.words
        from (select reaction_id from near limit ${RANKED}) n
        join live_reaction r on r.id = n.reaction_id
      ), ranked as (
        select r.id, r.number, r.text, r.stakeholder_group_id,
          ts_rank(r.words, own.asked, 1) as rank
        from beside r
        join own on own.id <> r.id and r.words @@ own.asked
        where r.id not in ${known}
          and not exists (select from answered_reaction a where a.reaction_id = r.id)
        order by rank desc, r.number limit ${OFFERED}
      )
      select f.id as "reactionId", f.number, f.text, g.name as "groupName",
        coalesce(d.lock_version, 0) as "lockVersion", false as linked
      from ranked f
      left join stakeholder_group g on g.id = f.stakeholder_group_id
      left join disposition d on d.reaction_id = f.id
      order by f.rank desc, f.number`,
    );
    const read = await readerOf(scope);
    return [...linked, ...rows].map(({ text, ...row }) => ({
      ...row,
      text: openingOf(read(text)),
    }));
  },
);

async function linkedTo(
  db: Database,
  { dossierId }: ReaderScope,
  reactionId: string,
): Promise<SimilarReaction[]> {
  return rowsOf<SimilarReaction>(
    db,
    sql`with recursive kin(id) as (
      select ${reactionId}::uuid union select s.other_id from kin k join same_reaction s on s.reaction_id = k.id)
      select r.id as "reactionId", r.number, r.text, g.name as "groupName",
        coalesce(d.lock_version, 0) as "lockVersion", true as linked
      from kin join live_reaction r on r.id = kin.id
      left join stakeholder_group g on g.id = r.stakeholder_group_id
      left join disposition d on d.reaction_id = r.id
      where r.dossier_id = ${dossierId} and r.id <> ${reactionId}::uuid
        and not exists (select from answered_reaction a where a.reaction_id = r.id)
      order by r.number limit ${MAX_TOGETHER}`,
  );
}
