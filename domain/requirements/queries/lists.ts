import { type SQL, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { dutchQuery } from "@/db/search";
import { pageOf } from "../../kernel/paging";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import { searchWords } from "../../text/hits";
import {
  type Chapter,
  REQUIREMENT_PAGE_SIZE,
  type RequirementFilter,
  type RequirementPage,
  type RequirementRow,
} from "../model";

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

/** Characters of the text that a list shows. */
const OPENING = 220;

/** Requirements in the order of the document, page by page. */
export const listRequirements = query(
  reader,
  async (scope: ReaderScope, filter: RequirementFilter = {}): Promise<RequirementPage> => {
    const db = await database();
    const where = conditions(scope, filter);
    const size = filter.pageSize ?? REQUIREMENT_PAGE_SIZE;
    const [counted] = await rowsOf<{ total: number }>(
      db,
      sql`select count(*)::int as total from requirement r
      join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version
      where ${where}`,
    );
    const total = counted?.total ?? 0;
    const { page, pages } = pageOf(total, size, filter.page);
    const rows = await rowsOf<
      Omit<RequirementRow, "links"> & { coreValues: number; reactions: number; passages: number }
    >(
      db,
      sql`with chosen as (
        select r.*, c.position as chapter_number, c.title as chapter_title,
          v.title, v.kind, left(v.body_text, ${OPENING}) as opening
        from requirement r
        join chapter c on c.id = r.chapter_id
        join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version
        where ${where}
        order by c.position, r.position
        limit ${size} offset ${(page - 1) * size}
      )
      select s.id, s.code, s.title, s.kind, s.opening, s.chapter_id as "chapterId",
        s.chapter_number as "chapterNumber", s.chapter_title as "chapterTitle", s.position,
        s.lock_version as n, s.dropped_at is not null as dropped,
        s.no_source_reason as "noSourceReason",
        count(l.core_value_id)::int as "coreValues", count(l.reaction_id)::int as reactions,
        count(l.passage_id)::int as passages
      from chosen s
      left join live_link l on l.requirement_id = s.id
      group by s.id, s.code, s.title, s.kind, s.opening, s.chapter_id, s.chapter_number,
        s.chapter_title, s.position, s.lock_version, s.dropped_at, s.no_source_reason
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
