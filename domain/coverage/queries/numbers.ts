import { type SQL, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { OUTCOMES, REVIEW_STATES } from "@/db/vocabulary";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import { isToSplit } from "../../sources/rows";
import type { Coverage } from "../model";
import {
  consultationHasReactions,
  coreValueHasRequirement,
  coreValueHasWords,
  groupWasHeard,
  isConsultationOfPeople,
  reactionIs,
  statementHasReactions,
} from "./conditions";

/**
 * The numbers of a dossier, each counted here and nowhere else. What they are counted from are the
 * views of `db/guards/3-views.sql`.
 */

async function one<Row>(statement: SQL): Promise<Row> {
  const [row] = await rowsOf<Row>(await database(), statement);
  if (!row) throw new Error("a count returned no row");
  return row;
}

/** Reactions, each in one of `linked`, `viaCoreValue`, `codedOnly`, `answeredOnly` and `unused`. */
export const reactionNumbers = query(
  reader,
  async ({ dossierId }: ReaderScope): Promise<Coverage["reactions"]> =>
    // What came of none is the rest of them: not looked for one by one.
    one(sql`
      with used as (
        select count(*)::int as n,
          (count(*) filter (where ${reactionIs.linked}))::int as linked,
          (count(*) filter (where ${reactionIs.viaCoreValue}))::int as "viaCoreValue",
          (count(*) filter (where ${reactionIs.codedOnly}))::int as "codedOnly",
          (count(*) filter (where s.coded))::int as "withCoreValue",
          (count(*) filter (where (s.linked or s.via) and a.reaction_id is not null))::int as used_too
        from reaction_use s
        left join answered_reaction a on a.dossier_id = s.dossier_id and a.reaction_id = s.reaction_id
        where s.dossier_id = ${dossierId}
      ),
      answered as (
        select count(*)::int - (select used_too from used) as "answeredOnly"
        from answered_reaction where dossier_id = ${dossierId}
      ),
      every as (
        select count(*)::int as total, (
          select count(*)::int from live_reaction reaction
          where dossier_id = ${dossierId} and stakeholder_group_id is null) as "withoutGroup"
        from live_reaction reaction where dossier_id = ${dossierId}
      )
      select total, "withoutGroup", linked, "viaCoreValue", "codedOnly", "answeredOnly",
        total - linked - "viaCoreValue" - "codedOnly" - "answeredOnly" as unused, "withCoreValue",
        total - "withCoreValue" as "withoutCoreValue"
      from every cross join used cross join answered`),
);

/** Reactions by what was answered to them, each in one outcome or in `withoutAnswer`. */
export const dispositionNumbers = query(
  reader,
  async ({ dossierId }: ReaderScope): Promise<Coverage["dispositions"]> =>
    one(sql`
      with answered as (
        select ${sql.join(
          OUTCOMES.map(
            (outcome) =>
              sql`(count(*) filter (where outcome = ${outcome}))::int as ${sql.identifier(outcome)}`,
          ),
          sql`, `,
        )}, count(*)::int as answered
        from answered_reaction where dossier_id = ${dossierId}
      )
      select total, total - answered as "withoutAnswer", answered.*,
        (select count(distinct l.reaction_id)::int from linked_reaction l
          where l.dossier_id = ${dossierId} and not exists (
            select from answered_reaction a
            where a.dossier_id = l.dossier_id and a.reaction_id = l.reaction_id)) as proposed,
        (select count(*)::int from unanswered_reaction
          where dossier_id = ${dossierId} and kind = 'question') as questions
      from answered cross join (
        select count(*)::int as total from live_reaction where dossier_id = ${dossierId}) every`),
);

/** Requirements that stand, each in one of `withSource`, `motivated` and `withoutSource`. */
export const requirementNumbers = query(
  reader,
  async ({ dossierId }: ReaderScope): Promise<Coverage["requirements"]> =>
    one(sql`
      select (count(*) filter (where state <> 'dropped'))::int as total,
        (count(*) filter (where state = 'withSource'))::int as "withSource",
        (count(*) filter (where state = 'motivated'))::int as motivated,
        (count(*) filter (where state = 'withoutSource'))::int as "withoutSource",
        (count(*) filter (where state = 'dropped'))::int as dropped
      from requirement_state where dossier_id = ${dossierId}`),
);

/** Requirements that stand by how far their review is, each in one of `draft`, `review`, `approved` and `adopted`. */
export const reviewNumbers = query(
  reader,
  async ({ dossierId }: ReaderScope): Promise<Coverage["reviews"]> =>
    one(sql`
      select count(*)::int as total, ${sql.join(
        REVIEW_STATES.map(
          (state) =>
            sql`(count(*) filter (where state = ${state}))::int as ${sql.identifier(state)}`,
        ),
        sql`, `,
      )}, (count(*) filter (where state <> 'adopted'))::int as missing,
        (count(*) filter (where lapsed > 0))::int as lapsed,
        (count(*) filter (where returned))::int as returned
      from requirement_review where dossier_id = ${dossierId}`),
);

/** Kernwaarden: with a requirement that stands or without, and those without any words. */
export const coreValueNumbers = query(
  reader,
  async ({ dossierId }: ReaderScope): Promise<Coverage["coreValues"]> =>
    one(sql`
      select count(*)::int as total,
        (count(*) filter (where held))::int as "withRequirement",
        (count(*) filter (where not held))::int as "withoutRequirement",
        (count(*) filter (where not worded))::int as "withoutWords"
      from (
        select ${coreValueHasRequirement} as held, ${coreValueHasWords} as worded
        from core_value k where k.dossier_id = ${dossierId}
      ) counted`),
);

/** Stellingen with and without reactions. */
export const statementNumbers = query(
  reader,
  async ({ dossierId }: ReaderScope): Promise<Coverage["statements"]> =>
    one(sql`
      select count(*)::int as total, (count(*) filter (where answered))::int as "withReactions",
        (count(*) filter (where not answered))::int as "withoutReactions"
      from (
        select ${statementHasReactions} as answered
        from statement s where s.dossier_id = ${dossierId}
      ) counted`),
);

/** Consultations of people, with and without reactions. */
export const consultationNumbers = query(
  reader,
  async ({ dossierId }: ReaderScope): Promise<Coverage["consultations"]> =>
    one(sql`
      select count(*)::int as total, (count(*) filter (where answered))::int as "withReactions",
        (count(*) filter (where not answered))::int as "withoutReactions"
      from (
        select ${consultationHasReactions} as answered
        from consultation c where c.dossier_id = ${dossierId} and ${isConsultationOfPeople}
      ) counted`),
);

/** Groups: how many are expected at the table, and how many of those were heard. */
export const groupNumbers = query(
  reader,
  async ({ dossierId }: ReaderScope): Promise<Coverage["groups"]> =>
    one(sql`
      select count(*)::int as expected, (count(*) filter (where spoke))::int as heard,
        (count(*) filter (where not spoke))::int as silent
      from (
        select ${groupWasHeard} as spoke
        from stakeholder_group g where g.dossier_id = ${dossierId} and g.expected
      ) counted`),
);

/** Sources, and the documents in them that are still on the workbench. */
export const sourceNumbers = query(
  reader,
  async ({ dossierId }: ReaderScope): Promise<Pick<Coverage, "sources" | "workbench">> => {
    const { total, withoutParts, ...workbench } = await one<
      Coverage["sources"] & Coverage["workbench"]
    >(sql`
      with open_part as (
        select p.n, v.source_id, s.created_at,
          (select count(*) from segment where part_id = p.id and decision = 'open') as segments
        from source_part p
        join source_version v on v.id = p.source_version_id
        join source s on s.id = v.source_id
        where p.dossier_id = ${dossierId} and p.confirmed_at is null and ${isToSplit(sql`p`)}
      )
      select (select count(*)::int from source
          where dossier_id = ${dossierId} and written_in is null and state <> 'removed') as total,
        (select count(*)::int from source s
          where dossier_id = ${dossierId} and written_in is null and state <> 'removed' and not exists (
          select from source_version v join source_part p on p.source_version_id = v.id
          where v.source_id = s.id)) as "withoutParts",
        (select count(*)::int from open_part) as "openParts",
        (select coalesce(sum(segments), 0)::int from open_part) as "openSegments",
        (select json_build_object('sourceId', source_id, 'part', n) from open_part
          order by created_at, n limit 1) as next`);
    return { sources: { total, withoutParts }, workbench };
  },
);

/**
 * Counts everything of a dossier under what it has or lacks; the parts of each total add up
 * (`sumsOf`). Dropped requirements, and codings and links that were taken away, hold nothing up.
 */
export const coverage = query(reader, async (scope: ReaderScope): Promise<Coverage> => {
  const [ofSources, consultations, groups, statements, reactions, dispositions, ...written] =
    await Promise.all([
      sourceNumbers(scope),
      consultationNumbers(scope),
      groupNumbers(scope),
      statementNumbers(scope),
      reactionNumbers(scope),
      dispositionNumbers(scope),
      coreValueNumbers(scope),
      requirementNumbers(scope),
      reviewNumbers(scope),
    ]);
  const [coreValues, requirements, reviews] = written;
  return {
    ...ofSources,
    consultations,
    groups,
    statements,
    reactions,
    dispositions,
    coreValues,
    requirements,
    reviews,
  };
});
