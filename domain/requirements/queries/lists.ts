import { type SQL, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { dutchQuery } from "@/db/search";
import { pageOf } from "../../kernel/paging";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import { searchWords } from "../../text/hits";
import {
  type Chapter,
  DOCUMENT_PAGE_SIZE,
  type RequirementFilter,
  type RequirementPage,
  type RequirementRow,
} from "../model";
import { codesFixed } from "../rows";

/** The chapters in order with how many requirements they hold. */
export const listChapters = query(reader, async (scope: ReaderScope): Promise<Chapter[]> => {
  return rowsOf<Chapter>(
    await database(),
    sql`select c.id, c.position as number, c.title, c.introduction, c.lock_version as "lockVersion",
        count(s.state)::int as total,
        (count(*) filter (where s.state = 'dropped'))::int as dropped,
        (count(*) filter (where s.state = 'withoutSource'))::int as "withoutSource"
      from chapter c
      left join requirement_state s on s.chapter_id = c.id and s.dossier_id = c.dossier_id
      where c.dossier_id = ${scope.dossierId}
      group by c.id
      order by c.position`,
  );
});

/** Requirements in the order of the document with all that they say, page by page. */
export const listRequirements = query(
  reader,
  async (scope: ReaderScope, filter: RequirementFilter = {}): Promise<RequirementPage> => {
    const db = await database();
    const where = conditions(scope, filter);
    const size = filter.pageSize ?? DOCUMENT_PAGE_SIZE;
    const [counted] = await rowsOf<{ total: number; before: number }>(
      db,
      sql`select count(*)::int as total, (count(*) filter (where ${before(scope, filter)}))::int as before
      from requirement r
      join chapter c on c.id = r.chapter_id
      join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version
      where ${where}`,
    );
    const total = counted?.total ?? 0;
    const asked = filter.page ?? Math.floor((counted?.before ?? 0) / size) + 1;
    const { page, pages } = pageOf(total, size, asked);
    const rows = await rowsOf<
      Omit<RequirementRow, "links"> & { coreValues: number; reactions: number; passages: number }
    >(
      db,
      sql`with chosen as (
        select r.*, c.position as chapter_number, c.title as chapter_title, v.title, v.kind, v.body,
          v.explanation, v.evidence, v.verification, v.score, v.weight
        from requirement r
        join chapter c on c.id = r.chapter_id
        join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version
        where ${where}
        order by c.position, r.position
        limit ${size} offset ${(page - 1) * size}
      )
      select s.id, s.code, s.title, s.kind, s.body, s.explanation, s.evidence, s.verification,
        s.score, s.weight, s.chapter_id as "chapterId", s.chapter_number as "chapterNumber",
        s.chapter_title as "chapterTitle", s.position, s.lock_version as n,
        s.dropped_at is not null as dropped, s.no_source_reason as "noSourceReason", l.*
      from chosen s
      cross join lateral (
        select count(core_value_id)::int as "coreValues", count(reaction_id)::int as reactions,
          count(passage_id)::int as passages
        from live_link where requirement_id = s.id
      ) l
      order by s.chapter_number, s.position`,
    );
    return {
      rows: rows.map(({ coreValues, reactions, passages, ...row }) => ({
        ...row,
        links: { coreValues, reactions, passages },
      })),
      total,
      page,
      pages,
    };
  },
);

/** What stands in front of where the page is asked for. */
function before(scope: ReaderScope, { at }: RequirementFilter): SQL {
  if (!at) return sql`false`;
  if ("chapter" in at) return sql`c.position < ${at.chapter}`;
  return sql`(c.position, r.position) < (
    select e.position, o.position from requirement o join chapter e on e.id = o.chapter_id
    where o.dossier_id = ${scope.dossierId} and o.code = ${at.code})`;
}

function conditions(scope: ReaderScope, filter: RequirementFilter): SQL {
  const parts = [sql`r.dossier_id = ${scope.dossierId}`];
  if (filter.chapterId) parts.push(sql`r.chapter_id = ${filter.chapterId}`);
  if (filter.kind) parts.push(sql`v.kind = ${filter.kind}`);
  if (filter.withoutSource) {
    parts.push(sql`exists (select from requirement_state s
      where s.requirement_id = r.id and s.state = 'withoutSource')`);
  }
  const words = searchWords(filter.words ?? "");
  if (words) {
    parts.push(sql`(v.words @@ ${dutchQuery(words)}
      or starts_with(lower(r.code), lower(${words})))`);
  }
  return sql.join(parts, sql` and `);
}

/** Whether codes stay as they are: they stand in an edition that was adopted. */
export const codesAreFixed = query(
  reader,
  async (scope: ReaderScope): Promise<boolean> => codesFixed(await database(), scope.dossierId),
);
