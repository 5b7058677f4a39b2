import { and, eq, type SQL, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { sameVerdict } from "@/db/schema";
import type { AuthorizedDossierId } from "../../kernel/scope";
import type { Sameness } from "../model";
import { FEWEST_STEMS, LEAST_ALIKE } from "../rules";
import { seenOf } from ".";

/** Reactions under the same stelling that are looked at beside one: the latest, so that the work is bounded. */
const LOOKED_AT = 2_000;
/** And beside each of a list. */
const LOOKED_AT_EACH = 300;
/** Reactions that are proposed beside one: of more nobody reads whether they say the same. */
const PROPOSED = 3;
/** Most reactions that say the same: as many get one answer at once. */
export const MOST_SAME = 100;

/** Who looks: who keeps order sees what waits, and what was sent whole; others see what counts. */
export type Looking = "queue" | "live";

/** Reactions with words of somebody, called `e` inside. */
const READ: Record<Looking, SQL> = {
  queue: sql`reaction e`,
  live: sql`live_reaction e`,
};
const WORDED: Record<Looking, SQL> = {
  queue: sql`e.part_of_id is null and ${spoken(sql`e.id`)}`,
  live: spoken(sql`e.id`),
};

/** Not a position alone, nor what was taken back. */
function spoken(id: SQL): SQL {
  return sql`not exists (select from answer w where w.reaction_id = ${id} and (w.state = 'withdrawn' or not w.worded))`;
}

/** The latest reactions under the same stelling as `r`, or to the last question of the same consultation. */
const under = (looking: Looking, most: number) => sql`(
  (select e.id, e.number, e.words from ${READ[looking]}
    where e.dossier_id = r.dossier_id and e.statement_id = r.statement_id and ${WORDED[looking]}
    order by e.number desc limit ${most})
  union all
  (select e.id, e.number, e.words from ${READ[looking]}
    where r.statement_id is null and e.statement_id is null
      and e.dossier_id = r.dossier_id and e.consultation_id = r.consultation_id and ${WORDED[looking]}
    order by e.number desc limit ${most}))`;

/** Nobody said of these two whether they say the same. */
const unsaid = (one: SQL, other: SQL) => sql`not exists (select from same_verdict s
  where s.reaction_id = least(${one}, ${other}) and s.other_id = greatest(${one}, ${other}))`;

/** How many stems two have in common, and which part that is of all that both have: twice the common ones by the sum. */
const common = sql`(length(e.words) - length(ts_delete(e.words, tsvector_to_array(r.words))))`;
const share = sql`(2.0 * ${common} / greatest(length(e.words) + length(r.words), 1))`;

/**
 * For a list of reactions `r`: the number of the earliest before it under the same stelling with the same words, and of the one
 * most like it of those near before it, of which nobody said yet whether they say the same. Each reads a bounded number of rows.
 */
export const sameBefore = sql`(select min(e.number) from reaction e
  where e.dossier_id = r.dossier_id and md5(same_words(e.text)) = md5(same_words(r.text))
    and same_words(e.text) = same_words(r.text) and e.statement_id is not distinct from r.statement_id
    and (r.statement_id is not null or e.consultation_id = r.consultation_id)
    and e.number < r.number and ${WORDED.queue} and ${unsaid(sql`e.id`, sql`r.id`)})`;

export const alikeBefore = sql`(select e.number from ${under("queue", LOOKED_AT_EACH)} e
  where e.number < r.number and ${common} >= ${FEWEST_STEMS}::int and ${share} >= ${LEAST_ALIKE}::float8
    and ${unsaid(sql`e.id`, sql`r.id`)}
  order by ${share} desc, e.number limit 1)`;

/** A reaction beside another. */
export interface BesideRow {
  reactionId: string;
  lockVersion: number;
  number: number;
  group: string | null;
  consultation: string;
  /** The words as they were written. */
  text: string;
}

const BESIDE = sql`e.id as "reactionId", e.lock_version as "lockVersion", e.number, g.name as group,
  c.title as consultation, e.text`;
const NAMED = sql`join consultation c on c.id = e.consultation_id
  left join stakeholder_group g on g.id = e.stakeholder_group_id`;

/**
 * Reactions that may say the same as one: first those with the same words, then those that have most of their stems in common,
 * in one order whatever the engine. Of which nobody said it yet, and none that says the same already by another.
 */
export async function proposedBeside(
  db: Database,
  dossierId: AuthorizedDossierId,
  reactionId: string,
  looking: Looking,
): Promise<(BesideRow & { exact: boolean })[]> {
  return rowsOf(
    db,
    sql`with recursive r as materialized (
      select e.id, e.dossier_id, e.consultation_id, e.statement_id, e.words, e.text from ${READ[looking]}
      where e.dossier_id = ${dossierId} and e.id = ${reactionId}::uuid and ${spoken(sql`e.id`)}
    ), ${kinCte(reactionId)}, near as (
      select e.id, ${share} as share, false as exact from r, lateral ${under(looking, LOOKED_AT)} e
      where ${common} >= ${FEWEST_STEMS}::int and ${share} >= ${LEAST_ALIKE}::float8
      union all
      select e.id, 2, true from r join ${READ[looking]} on e.dossier_id = r.dossier_id
        and md5(same_words(e.text)) = md5(same_words(r.text)) and same_words(e.text) = same_words(r.text)
        and e.statement_id is not distinct from r.statement_id
        and (r.statement_id is not null or e.consultation_id = r.consultation_id) and ${WORDED[looking]}
    ), best as (
      select id, max(share) as share, bool_or(exact) as exact from near
      where id not in (select id from kin) and ${unsaid(sql`near.id`, sql`${reactionId}::uuid`)} group by id
    )
    select ${BESIDE}, b.exact from best b join ${READ[looking]} on e.id = b.id ${NAMED}
    order by b.share desc, e.number limit ${PROPOSED}`,
  );
}

/** With a reaction all that say the same, by whichever of them: `kin`. */
const kinCte = (reactionId: string) => sql`kin(id) as (
  select ${reactionId}::uuid union select s.other_id from kin k join same_reaction s on s.reaction_id = k.id)`;

/** The ids of all that say the same as a reaction, with its own. */
export async function kinOf(db: Database, reactionId: string): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`with recursive ${kinCte(reactionId)} select id from kin limit ${MOST_SAME * 2}`,
  );
  return rows.map(({ id }) => id);
}

/** Those that say the same as one reaction, by number; `direct` where somebody said it of the two themselves. */
export async function sameAs(
  db: Database,
  dossierId: AuthorizedDossierId,
  reactionId: string,
  looking: Looking,
): Promise<(BesideRow & { direct: boolean })[]> {
  return rowsOf(
    db,
    sql`with recursive ${kinCte(reactionId)}
      select ${BESIDE}, exists (select from same_reaction s
          where s.reaction_id = ${reactionId}::uuid and s.other_id = e.id) as direct
      from kin join ${READ[looking]} on e.id = kin.id ${NAMED}
      where e.dossier_id = ${dossierId} and e.id <> ${reactionId}::uuid order by e.number limit ${MOST_SAME}`,
  );
}

/** Those of which somebody said that they do not say the same as one. */
export async function apartFrom(
  db: Database,
  dossierId: AuthorizedDossierId,
  reactionId: string,
  looking: Looking,
): Promise<BesideRow[]> {
  return rowsOf(
    db,
    sql`select ${BESIDE} from (
        select other_id as id from same_verdict where reaction_id = ${reactionId}::uuid and not same
        union all
        select reaction_id from same_verdict where other_id = ${reactionId}::uuid and not same
      ) s join ${READ[looking]} on e.id = s.id ${NAMED}
      where e.dossier_id = ${dossierId} order by e.number limit ${MOST_SAME}`,
  );
}

/** One reaction, to be put beside another whatever was said of them; null when it is not there to be read. */
export async function oneBeside(
  db: Database,
  dossierId: AuthorizedDossierId,
  reactionId: string,
  looking: Looking,
): Promise<BesideRow | null> {
  const [found] = await rowsOf<BesideRow>(
    db,
    sql`select ${BESIDE} from ${READ[looking]} ${NAMED}
      where e.dossier_id = ${dossierId} and e.id = ${reactionId}::uuid and ${spoken(sql`e.id`)}`,
  );
  return found ?? null;
}

/** The two of a verdict in the order in which it keeps them. */
const ordered = (one: string, other: string) =>
  (one < other ? [one, other] : [other, one]) as [string, string];

/** What was said of two reactions; null when nothing was. */
export async function verdictOf(tx: Database, one: string, other: string): Promise<boolean | null> {
  const [reactionId, otherId] = ordered(one, other);
  const [found] = await tx
    .select({ same: sameVerdict.same })
    .from(sameVerdict)
    .where(and(eq(sameVerdict.reactionId, reactionId), eq(sameVerdict.otherId, otherId)));
  return found?.same ?? null;
}

/** Keeps what somebody says of two reactions, in place of what was said of them before; null says that nothing is said any more. */
export async function keepVerdict(
  tx: Database,
  about: { dossierId: AuthorizedDossierId; decidedBy: string | null },
  [one, other]: readonly [string, string],
  same: boolean | null,
): Promise<void> {
  const [reactionId, otherId] = ordered(one, other);
  if (same === null) {
    await tx
      .delete(sameVerdict)
      .where(and(eq(sameVerdict.reactionId, reactionId), eq(sameVerdict.otherId, otherId)));
    return;
  }
  await tx
    .insert(sameVerdict)
    .values({ ...about, reactionId, otherId, same })
    .onConflictDoUpdate({
      target: [sameVerdict.reactionId, sameVerdict.otherId],
      set: { same, decidedBy: about.decidedBy, decidedAt: sql`now()` },
    });
}

/** Two reactions of which somebody said that they do not say the same, one among each of these; null when there are none. */
export async function saidApart(
  tx: Database,
  some: readonly string[],
  others: readonly string[],
): Promise<{ one: number; other: number } | null> {
  const ids = (of: readonly string[]) =>
    sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(of)}::text::jsonb))`;
  const [found] = await rowsOf<{ one: number; other: number }>(
    tx,
    sql`select least(a.number, b.number) as one, greatest(a.number, b.number) as other
      from same_verdict s join reaction a on a.id = s.reaction_id join reaction b on b.id = s.other_id
      where not s.same and ((s.reaction_id in ${ids(some)} and s.other_id in ${ids(others)})
        or (s.reaction_id in ${ids(others)} and s.other_id in ${ids(some)}))
      order by 1, 2 limit 1`,
  );
  return found ?? null;
}

/**
 * What was said of a reaction beside others, and what is asked of it; with the words as they were written.
 *
 * @param beside another that is put beside it first, whatever was said of the two.
 * @returns null when the reaction is not there to be read, or has no words.
 */
export async function samenessIn(
  db: Database,
  { dossierId }: { dossierId: AuthorizedDossierId },
  reactionId: string,
  { looking, beside }: { looking: Looking; beside: string | null },
): Promise<Sameness | null> {
  const own = await oneBeside(db, dossierId, reactionId, looking);
  if (!own) return null;
  const proposed = await proposedBeside(db, dossierId, reactionId, looking);
  const same = await sameAs(db, dossierId, reactionId, looking);
  const apart = await apartFrom(db, dossierId, reactionId, looking);
  const known = [...proposed, ...same].some((one) => one.reactionId === beside);
  const asked =
    beside && beside !== reactionId && !known
      ? await oneBeside(db, dossierId, beside, looking)
      : null;
  const seen = <Row extends BesideRow>({ lockVersion, ...row }: Row) => ({
    ...row,
    seen: seenOf({ reactionId: row.reactionId, lockVersion, decided: null }),
  });
  return {
    own: seen(own),
    proposed: [...(asked ? [{ ...asked, exact: false }] : []), ...proposed].map(seen),
    same: same.map(seen),
    apart: apart.filter((one) => one.reactionId !== asked?.reactionId).map(seen),
  };
}
