import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import type { ReaderScope } from "../../kernel/scope";
import type { Chapter, LinkCounts, RequirementVersion } from "../model";
import { listChapters } from "./lists";
import { versionColumns } from "./versions";

/** A requirement as it stands in the document. */
export interface SpecificationRequirement {
  id: string;
  code: string;
  noSourceReason: string | null;
  droppedAt: string | null;
  version: RequirementVersion;
  links: LinkCounts;
}

export type SpecificationPart =
  | { type: "chapter"; chapter: Chapter }
  | { type: "requirement"; chapter: Chapter; requirement: SpecificationRequirement };

/** Requirements read at a time: some hundreds of kilobytes. */
const BATCH = 200;

type Row = Omit<SpecificationRequirement, "version" | "links"> &
  LinkCounts & { position: number } & RequirementVersion;

/**
 * The whole Programma van Eisen in order: each chapter, then its requirements in their standing
 * version, the dropped ones too. Read in batches, so that a large one need not fit in memory.
 */
export async function* specification(scope: ReaderScope): AsyncGenerator<SpecificationPart> {
  for (const chapter of await listChapters(scope)) {
    yield { type: "chapter", chapter };
    let after = 0;
    for (;;) {
      const rows = await batch(scope, chapter.id, after);
      for (const row of rows)
        yield { type: "requirement", chapter, requirement: requirementOf(row) };
      if (rows.length < BATCH) break;
      after = rows.at(-1)?.position ?? after;
    }
  }
}

async function batch(scope: ReaderScope, chapterId: string, after: number): Promise<Row[]> {
  return rowsOf<Row>(
    await database(),
    sql`with chosen as (
        select * from requirement r
        where r.dossier_id = ${scope.dossierId} and r.chapter_id = ${chapterId}
          and r.position > ${after}
        order by r.position limit ${BATCH}
      )
      select r.id, r.code, r.position, r.no_source_reason as "noSourceReason",
        r.dropped_at as "droppedAt", ${versionColumns},
        l.core_values as "coreValues", l.reactions, l.passages
      from chosen r
      join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version
      left join account a on a.id = v.created_by
      cross join lateral (
        select count(core_value_id)::int as core_values, count(reaction_id)::int as reactions,
          count(passage_id)::int as passages
        from requirement_link where requirement_id = r.id and removed_at is null
      ) l
      order by r.position`,
  );
}

function requirementOf(row: Row): SpecificationRequirement {
  const { id, code, noSourceReason, droppedAt, coreValues, reactions, passages, ...rest } = row;
  const { position: _, ...version } = rest;
  return {
    id,
    code,
    noSourceReason,
    droppedAt,
    version,
    links: { coreValues, reactions, passages },
  };
}
