import { sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { changeWords } from "../../kernel/layer";
import type { AuthorizedDossierId } from "../../kernel/scope";
import { bodyProblem } from "../../text/rich-body";
import type { Body } from "../../text/rich-text";
import { changedRequirements } from "../../trace/rows";
import type { RequirementThing } from "../model";

/**
 * The chapters and requirements of a dossier as they are frozen.
 *
 * @returns also the code of each requirement by its id.
 */
export async function requirementsOf(
  tx: Database,
  dossierId: AuthorizedDossierId,
  shown: (text: string) => string,
) {
  const chapterRows = await rowsOf<{ id: string; title: string; introduction: string }>(
    tx,
    sql`select id, title, introduction from chapter where dossier_id = ${dossierId} order by position, id`,
  );
  const chapters = chapterRows.map((row, i) => ({
    ...{ ...row, key: `H-${i + 1}` },
    title: shown(row.title),
    introduction: shown(row.introduction),
    total: 0,
  }));
  const byId = new Map(chapters.map((one) => [one.id, one]));
  const rows = await rowsOf<
    Omit<RequirementThing, "key" | "chapter" | "text" | "coreValues" | "words" | "body"> & {
      chapterId: string;
      code: string;
      body: unknown;
      bodyText: string;
    }
  >(
    tx,
    sql`with first as materialized (${firstFrozen(dossierId)})
      select r.id, r.chapter_id as "chapterId", r.code, r.dropped_at is not null as dropped,
        r.no_source_reason as "noSourceReason", v.n as version, v.title, v.kind, v.body,
        r.id in (select c.id from ${changedRequirements({ dossierId }).requirements} c) as suspect,
        v.body_text as "bodyText", v.explanation, v.evidence, v.verification, v.score, v.weight,
        coalesce((select jsonb_agg(jsonb_build_object('version', o.n, 'text', o.reason) order by o.n)
          from requirement_version o where o.requirement_id = r.id and o.reason <> ''
            and exists (select from edition e where e.dossier_id = r.dossier_id)
            and o.n > coalesce(f.version, 0)), '[]') as reasons
      from requirement r
      join chapter h on h.id = r.chapter_id
      join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version
      left join first f on f.id = r.id
      where r.dossier_id = ${dossierId} order by h.position, h.id, r.position, r.id`,
  );
  const requirements: RequirementThing[] = [];
  for (const { chapterId, code, body, bodyText, ...row } of rows) {
    const chapter = byId.get(chapterId);
    if (!chapter) continue;
    chapter.total++;
    requirements.push({
      ...row,
      key: code,
      chapter: chapter.key,
      title: shown(row.title),
      body: bodyProblem(body) ? null : changeWords(body as Body, shown),
      text: shown(bodyText),
      explanation: shown(row.explanation),
      evidence: shown(row.evidence),
      verification: shown(row.verification),
      noSourceReason: row.noSourceReason === null ? null : shown(row.noSourceReason),
      reasons: (row.reasons ?? []).map((one) => ({ ...one, text: shown(one.text) })),
      coreValues: [],
      carriedBy: [],
      words: [],
    });
  }
  return { chapters, requirements, codes: new Map(rows.map(({ id, code }) => [id, code])) };
}

/** Which version of each requirement is in the first edition of a dossier: what was said of a change before that explains nothing. */
const firstFrozen = (dossierId: AuthorizedDossierId) => sql`
  select (p.body::jsonb->>'id')::uuid as id, (p.body::jsonb->>'version')::int as version
  from edition_part p
  where p.section = 'requirements' and p.edition_id = (
    select e.id from edition e where e.dossier_id = ${dossierId} order by e.major, e.minor limit 1)`;
