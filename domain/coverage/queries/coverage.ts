import { type SQL, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import type { AuthorizedDossierId, DossierScope } from "../../kernel/actor";
import type { Coverage } from "../model";

/**
 * The relations every count and list of gaps is made of, so that they agree: links of standing
 * requirements, the kernwaarden those rest on, and per reaction whether it is coded or used.
 */
export function standing(dossierId: AuthorizedDossierId): SQL {
  return sql`
    standing_link as (
      select l.requirement_id, l.core_value_id, l.reaction_id
      from requirement_link l join requirement r on r.id = l.requirement_id
      where l.dossier_id = ${dossierId} and l.removed_at is null and r.dropped_at is null
    ),
    used_core_value as (
      select distinct core_value_id from standing_link where core_value_id is not null
    ),
    reaction_state as (
      select reaction_id, bool_or(used) as used from (
        select c.reaction_id, u.core_value_id is not null as used
        from coding c left join used_core_value u on u.core_value_id = c.core_value_id
        where c.dossier_id = ${dossierId} and c.removed_at is null and c.reaction_id is not null
        union all
        select reaction_id, true from standing_link where reaction_id is not null
      ) state group by reaction_id
    )`;
}

interface CoverageRow {
  source_total: number;
  source_without_parts: number;
  open_parts: number;
  open_segments: number;
  next_part: { sourceId: string; part: number } | null;
  consultation_total: number;
  consultation_with: number;
  group_expected: number;
  group_heard: number;
  statement_total: number;
  statement_with: number;
  reaction_total: number;
  reaction_used: number;
  reaction_coded: number;
  core_value_total: number;
  core_value_used: number;
  core_value_hollow: number;
  requirement_total: number;
  requirement_with: number;
  requirement_motivated: number;
  requirement_dropped: number;
}

/**
 * Counts everything of a dossier under what it has or lacks, in one statement; the parts of each
 * total add up (`sumsOf`). Dropped requirements, and codings and links that were taken away, hold
 * nothing up. An information sheet is no occasion of input, so it is not missed when it is silent.
 */
export async function coverage(scope: DossierScope): Promise<Coverage> {
  const { dossierId } = scope;
  const [row] = await rowsOf<CoverageRow>(
    await database(),
    sql`with ${standing(dossierId)},
      open_part as (
        select p.id, p.n, v.source_id, s.created_at,
          (select count(*) from segment where part_id = p.id and decision = 'open') as segments
        from source_part p
        join source_version v on v.id = p.source_version_id
        join source s on s.id = v.source_id
        where p.dossier_id = ${dossierId} and p.confirmed_at is null
      ),
      reactions as (
        select count(*)::int as reaction_total,
          (count(*) filter (where s.used))::int as reaction_used,
          (count(*) filter (where not s.used))::int as reaction_coded
        from reaction r left join reaction_state s on s.reaction_id = r.id
        where r.dossier_id = ${dossierId}
      ),
      requirements as (
        select (count(*) filter (where dropped_at is null))::int as requirement_total,
          (count(*) filter (where dropped_at is null and l.requirement_id is not null))::int as requirement_with,
          (count(*) filter (where dropped_at is null and l.requirement_id is null
            and coalesce(no_source_reason, '') <> ''))::int as requirement_motivated,
          (count(*) filter (where dropped_at is not null))::int as requirement_dropped
        from requirement r
        left join (select distinct requirement_id from standing_link) l on l.requirement_id = r.id
        where r.dossier_id = ${dossierId}
      ),
      core_values as (
        select count(*)::int as core_value_total,
          count(u.core_value_id)::int as core_value_used,
          (count(*) filter (where not exists (
            select 1 from coding c where c.dossier_id = ${dossierId}
              and c.core_value_id = k.id and c.removed_at is null)))::int as core_value_hollow
        from core_value k left join used_core_value u on u.core_value_id = k.id
        where k.dossier_id = ${dossierId}
      )
      select reactions.*, requirements.*, core_values.*,
        (select count(*)::int from source where dossier_id = ${dossierId}) as source_total,
        (select count(*)::int from source s where dossier_id = ${dossierId} and not exists (
          select 1 from source_version v join source_part p on p.source_version_id = v.id
          where v.source_id = s.id)) as source_without_parts,
        (select count(*)::int from open_part) as open_parts,
        (select coalesce(sum(segments), 0)::int from open_part) as open_segments,
        (select json_build_object('sourceId', source_id, 'part', n) from open_part
          order by created_at, n limit 1) as next_part,
        (select count(*)::int from consultation c
          where dossier_id = ${dossierId} and kind <> 'information') as consultation_total,
        (select count(*)::int from consultation c
          where dossier_id = ${dossierId} and kind <> 'information' and exists (
            select 1 from reaction r
            where r.dossier_id = ${dossierId} and r.consultation_id = c.id)) as consultation_with,
        (select count(*)::int from stakeholder_group
          where dossier_id = ${dossierId} and expected) as group_expected,
        (select count(*)::int from stakeholder_group g
          where dossier_id = ${dossierId} and expected and exists (
            select 1 from reaction r
            where r.dossier_id = ${dossierId} and r.stakeholder_group_id = g.id)) as group_heard,
        (select count(*)::int from statement where dossier_id = ${dossierId}) as statement_total,
        (select count(*)::int from statement s
          where dossier_id = ${dossierId} and exists (
            select 1 from reaction r
            where r.dossier_id = ${dossierId} and r.statement_id = s.id)) as statement_with
      from reactions, requirements, core_values`,
  );
  if (!row) throw new Error("coverage returned no row");
  return toCoverage(row);
}

function toCoverage(row: CoverageRow): Coverage {
  return {
    sources: { total: row.source_total, withoutParts: row.source_without_parts },
    workbench: {
      openParts: row.open_parts,
      openSegments: row.open_segments,
      next: row.next_part,
    },
    consultations: {
      total: row.consultation_total,
      withReactions: row.consultation_with,
      withoutReactions: row.consultation_total - row.consultation_with,
    },
    groups: {
      expected: row.group_expected,
      heard: row.group_heard,
      silent: row.group_expected - row.group_heard,
    },
    statements: {
      total: row.statement_total,
      withReactions: row.statement_with,
      withoutReactions: row.statement_total - row.statement_with,
    },
    reactions: {
      total: row.reaction_total,
      used: row.reaction_used,
      coded: row.reaction_coded,
      unused: row.reaction_total - row.reaction_used - row.reaction_coded,
    },
    coreValues: {
      total: row.core_value_total,
      withRequirement: row.core_value_used,
      withoutRequirement: row.core_value_total - row.core_value_used,
      withoutWords: row.core_value_hollow,
    },
    requirements: {
      total: row.requirement_total,
      withSource: row.requirement_with,
      motivated: row.requirement_motivated,
      withoutSource: row.requirement_total - row.requirement_with - row.requirement_motivated,
      dropped: row.requirement_dropped,
    },
  };
}
