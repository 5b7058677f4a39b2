import { type SQL, sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import { dutchOrder, dutchQuery, holds } from "@/db/search";
import { pageOf } from "../../kernel/paging";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import { searchWords } from "../../text/hits";
import {
  SOURCE_ACTS,
  type SourceAct,
  type SourceList,
  type SourceRow,
  type SourceSort,
  type SourcesAsked,
  waits,
} from "../model";
import { ACT_OF_DOCUMENT, isToSplit } from "../rows";
import { DUE, PROGRESS } from "./sources";

/** Sources on one page of the list. */
const SOURCES_PER_PAGE = 25;

/**
 * One page of the sources of a dossier, with how many each choice would show. Of all sources only what
 * they are chosen and put in order by is read, of those on the page the rest.
 */
export const listSources = query(
  reader,
  async (scope: ReaderScope, asked: SourcesAsked = {}): Promise<SourceList> => {
    const db = await database();
    const search = searchWords(asked.search ?? "");
    const all = await choosable(db, scope, search, asked.sort ?? "waiting");
    const chosen = all.filter(
      (row) =>
        (asked.show !== "waiting" || waits(row.act)) &&
        (asked.show !== "due" || row.act === "destroy") &&
        (!asked.sector || row.sectors.includes(asked.sector)),
    );
    const place = pageOf(chosen.length, SOURCES_PER_PAGE, asked.page);
    const onPage = chosen.slice((place.page - 1) * SOURCES_PER_PAGE).slice(0, SOURCES_PER_PAGE);
    const details = await detailsOf(db, scope, onPage, search);
    return {
      rows: onPage.flatMap((row) => {
        const about = details.get(row.id);
        return about ? [{ ...about, ...row }] : [];
      }),
      ...place,
      counts: {
        all: all.length,
        waiting: all.filter((row) => waits(row.act)).length,
        due: all.filter((row) => row.act === "destroy").length,
        sectors: sectorsIn(all),
      },
    };
  },
);

interface Choosable extends Pick<SourceRow, "id" | "act" | "sectors"> {
  id: string;
  act: SourceAct;
}

/** Each sector with how many sources have it, most first. */
function sectorsIn(rows: readonly Choosable[]): SourceList["counts"]["sectors"] {
  const counts = new Map<string, number>();
  for (const sector of rows.flatMap((row) => row.sectors)) {
    counts.set(sector, (counts.get(sector) ?? 0) + 1);
  }
  return [...counts]
    .map(([sector, count]) => ({ sector, count }))
    .sort((a, b) => b.count - a.count || (a.sector < b.sector ? -1 : 1));
}

/** The documents of the sources of a dossier, with what is to be done with each; corrected texts have the same. */
const documents = (scope: ReaderScope) => sql`
  select v.source_id, p.id, p.confirmed_at, coalesce(c.kind, p.kind) as kind,
    case when c.id is null then p.held_on else c.held_on end as held_on,
    nullif(btrim(case when c.id is null then p.sector else c.sector end), '') as sector
  from source_version v
  join source_part p on p.source_version_id = v.id
  left join consultation c on c.id = p.consultation_id
  where v.dossier_id = ${scope.dossierId}`;

const ORDERS: Record<SourceSort, SQL> = {
  waiting: sql`place, created_at desc, id`,
  date: sql`held_on desc nulls last, created_at desc, id`,
  title: sql`${dutchOrder(sql`title`)}, created_at, id`,
};

/** All sources that match, in order, with what one can choose by. */
async function choosable(
  db: Database,
  scope: ReaderScope,
  search: string,
  sort: SourceSort,
): Promise<Choosable[]> {
  const acts = sql`array[${sql.join(
    SOURCE_ACTS.map((act) => sql`${act}`),
    sql`, `,
  )}]::text[]`;
  const matches = search
    ? sql`and (${holds(sql`s.title`, search)} or s.id in (
        select v.source_id from source_block b join source_version v on v.id = b.source_version_id
        where v.dossier_id = ${scope.dossierId} and b.words @@ ${dutchQuery(search)}))`
    : sql``;
  return rowsOf<Choosable>(
    db,
    sql`
    with document as (
      select d.source_id, min(d.held_on) as held_on,
        min(array_position(${acts}, ${ACT_OF_DOCUMENT})) as place,
        coalesce(array_agg(distinct d.sector) filter (where d.sector is not null), '{}') as sectors
      from (${documents(scope)}) d group by d.source_id
    ),
    listed as (
      select s.id, s.title, s.created_at, d.held_on, coalesce(d.sectors, '{}') as sectors,
        case when s.state = 'failed' then array_position(${acts}, 'failed')
          when ${DUE} then array_position(${acts}, 'destroy')
          when s.state = 'read' then coalesce(d.place, array_position(${acts}, 'read'))
          else array_position(${acts}, 'reading') end as place
      from source s left join document d on d.source_id = s.id
      -- What people wrote online stands with their consultation.
      where s.dossier_id = ${scope.dossierId} and s.written_in is null and s.state <> 'removed' ${matches}
    )
    select id, (${acts})[place] as act, to_json(sectors) as sectors from listed
    order by ${ORDERS[sort]}`,
  );
}

/** The rest of what a row shows, by the id of its source. */
async function detailsOf(
  db: Database,
  scope: ReaderScope,
  sources: readonly Choosable[],
  search: string,
): Promise<Map<string, Omit<SourceRow, "act" | "sectors">>> {
  const ids = JSON.stringify(sources.map(({ id }) => id));
  const found = search
    ? sql`(select count(*)::int from source_version v join source_block b on b.source_version_id = v.id
        where v.source_id = s.id and b.words @@ ${dutchQuery(search)} and not exists (
          select from source_version newer where newer.source_id = v.source_id and newer.n > v.n))`
    : sql`null::int`;
  const rows = await rowsOf<Omit<SourceRow, "act" | "sectors">>(
    db,
    sql`
    with wanted as (
      select value::uuid as id from jsonb_array_elements_text(${ids}::text::jsonb)
    ),
    document as (
      select d.source_id, count(*)::int as documents, count(d.confirmed_at)::int as confirmed,
        min(d.held_on) as "heldOn", max(d.held_on) as "heldUntil", json_agg(distinct d.kind) as kinds,
        sum(g.segments)::int as segments, sum(g.open)::int as open
      from (${documents(scope)} and v.source_id in (select id from wanted)) d
      cross join lateral (
        select count(*) as segments, count(*) filter (where decision = 'open') as open
        from segment
        where part_id = d.id and ${isToSplit(sql`d`)}
      ) g
      group by d.source_id
    )
    select s.id, s.title, s.file_name as "fileName", s.byte_size as "byteSize", s.sha256,
      s.created_at as "createdAt", ${PROGRESS},
      coalesce(jsonb_array_length(s.remarks), 0) as remarks, s.keep_until as "keepUntil",
      s.destroyed_at as "destroyedAt", coalesce(d.documents, 0) as documents,
      coalesce(d.confirmed, 0) as confirmed, coalesce(d.kinds, '[]') as kinds, d."heldOn", d."heldUntil",
      coalesce(d.segments, 0) as segments, coalesce(d.open, 0) as "openSegments", ${found} as found
    from source s left join document d on d.source_id = s.id
    where s.dossier_id = ${scope.dossierId} and s.id in (select id from wanted)`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}
