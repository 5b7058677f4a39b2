import { type SQL, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { dutchOrder } from "@/db/search";
import { uuid } from "../../kernel/fields";
import { pageOf } from "../../kernel/paging";
import { query } from "../../kernel/query";
import { type AuthorizedDossierId, type ReaderScope, reader } from "../../kernel/scope";
import { type Gap, type GapFilter, type GapList, ROWS_PER_PAGE } from "../model";
import {
  consultationHasReactions,
  coreValueHasRequirement,
  coreValueHasWords,
  groupWasHeard,
  isConsultationOfPeople,
  reactionIs,
  statementHasReactions,
} from "./conditions";

/** No list is longer; what is asked behind it fits in the numbers of the database. */
const MOST_FOUND = 100_000_000;

/**
 * One page of `size` rows of a list of gaps. The lists are made of the same views as `coverage`, so without a
 * filter `total` is the count there. Filters apply to reactions; an unknown id simply finds nothing.
 *
 * @param known how many there are, by `countOfList`, when that was counted already and nothing is filtered: then only the
 *   page is looked for.
 */
export const gaps = query(
  reader,
  async (
    scope: ReaderScope,
    list: GapList,
    filter: GapFilter = {},
    page?: number,
    size: number = ROWS_PER_PAGE,
    known?: number,
  ): Promise<{ total: number; page: number; pages: number; rows: Gap[] }> => {
    const { found, order, columns, joins } = listOf(scope.dossierId, list, filter);
    if (known !== undefined) {
      const at = pageOf(known, size, page);
      const rows = await rowsOf<Gap>(
        await database(),
        sql`with page as (
            select * from (${found}) page order by ${order}
            limit ${size}::int offset ${(at.page - 1) * size}::int
          )
          select page.id, ${columns} from page ${joins} order by ${order}`,
      );
      return { ...at, rows };
    }
    const { page: wanted } = pageOf(MOST_FOUND, size, page);
    // Found once, counted and cut to the page before words are read. A page behind the last is the last.
    const rows = await rowsOf<Gap & { all: number }>(
      await database(),
      sql`with found as materialized (${found}),
        every as (select count(*)::int as n from found),
        page as (
          select * from found page order by ${order} limit ${size}::int
          offset (select greatest(0, least(${wanted - 1}::int, (n - 1) / ${size}::int)) * ${size}::int
            from every)
        )
        select page.id, ${columns}, every.n as "all"
        from every cross join page ${joins} order by ${order}`,
    );
    const total = rows[0]?.all ?? 0;
    return { ...pageOf(total, size, page), rows: rows.map(({ all: _all, ...gap }) => gap) };
  },
  { codes: true },
);

/** The first `size` rows of each of these lists that has any, in the order asked; how many it has was counted already. */
export const firstGaps = query(
  reader,
  async (
    scope: ReaderScope,
    lists: readonly { list: GapList; total: number }[],
    size: number,
  ): Promise<{ list: GapList; total: number; rows: Gap[] }[]> =>
    Promise.all(
      lists
        .filter(({ total }) => total > 0)
        .map(async ({ list, total }) => ({
          list,
          ...(await gaps(scope, list, {}, 1, size, total)),
        })),
    ),
);

interface Listed {
  /** What is in the list: its `id`, and what it is put in order by. */
  found: SQL;
  order: SQL;
  /** What is shown of those on the page. */
  columns: SQL;
  joins: SQL;
}

function listOf(dossierId: AuthorizedDossierId, list: GapList, filter: GapFilter): Listed {
  switch (list) {
    case "eisen-zonder-herkomst":
    case "eisen-gemotiveerd": {
      const state = list === "eisen-gemotiveerd" ? "motivated" : "withoutSource";
      return {
        found: sql`select r.id, c.title, c.position as chapter, r.position, r.code
          from requirement_state s
          join requirement r on r.id = s.requirement_id
          join chapter c on c.id = r.chapter_id
          where s.dossier_id = ${dossierId} and s.state = ${state}`,
        order: sql`page.chapter, page.position, page.code`,
        columns: sql`page.code, v.title as text, page.title as place, null as "group",
          r.no_source_reason as reason`,
        joins: sql`join requirement r on r.id = page.id
          join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version`,
      };
    }
    case "reacties-zonder-afweging":
    case "reacties-niet-gecodeerd":
    case "reacties-zonder-gebruik": {
      const narrowed = sql`r.dossier_id = ${dossierId}
        and ${matches(sql`r.consultation_id`, filter.consultationId)}
        and ${matches(sql`r.stakeholder_group_id`, filter.groupId)}`;
      return {
        found:
          list === "reacties-zonder-gebruik"
            ? sql`select r.id, r.number from live_reaction r
              join reaction_use s on s.dossier_id = r.dossier_id and s.reaction_id = r.id
              left join answered_reaction a on a.dossier_id = r.dossier_id and a.reaction_id = r.id
              where ${narrowed} and ${reactionIs.codedOnly}`
            : sql`select r.reaction_id as id, r.number
              from ${sql.raw(list === "reacties-niet-gecodeerd" ? "unused" : "unanswered")}_reaction r
              where ${narrowed}`,
        order: sql`page.number`,
        columns: sql`'R-' || r.number as code, r.text, c.title as place, g.name as "group",
          null as reason`,
        joins: sql`join live_reaction r on r.id = page.id
          join consultation c on c.id = r.consultation_id
          left join stakeholder_group g on g.id = r.stakeholder_group_id`,
      };
    }
    case "kernwaarden-zonder-eis":
    case "kernwaarden-zonder-woorden": {
      const has = list === "kernwaarden-zonder-eis" ? coreValueHasRequirement : coreValueHasWords;
      return {
        found: sql`select k.id, k.number, k.name from core_value k
          where k.dossier_id = ${dossierId} and not ${has}`,
        order: sql`page.number`,
        columns: sql`'K-' || page.number as code, page.name as text, null as place,
          null as "group", null as reason`,
        joins: sql``,
      };
    }
    case "stellingen-zonder-reacties":
      return {
        found: sql`select s.id, s.text, s.created_at from statement s
          where s.dossier_id = ${dossierId} and not ${statementHasReactions}`,
        order: sql`page.created_at, page.id`,
        columns: sql`null as code, page.text, (
            select string_agg(c.title, ', ' order by c.held_on, ${dutchOrder(sql`c.title`)})
            from statement_occurrence o join consultation c on c.id = o.consultation_id
            where o.statement_id = page.id) as place, null as "group", null as reason`,
        joins: sql``,
      };
    case "groepen-zonder-inbreng":
      return {
        found: sql`select g.id, g.name, g.position from stakeholder_group g
          where g.dossier_id = ${dossierId} and g.expected and not ${groupWasHeard}`,
        order: sql`page.position, ${dutchOrder(sql`page.name`)}`,
        columns: sql`null as code, page.name as text, null as place, null as "group",
          null as reason`,
        joins: sql``,
      };
    case "consultaties-zonder-reacties":
      return {
        found: sql`select c.id, c.title, c.held_on from consultation c
          where c.dossier_id = ${dossierId} and ${isConsultationOfPeople}
            and not ${consultationHasReactions}`,
        order: sql`page.held_on nulls last, ${dutchOrder(sql`page.title`)}`,
        columns: sql`null as code, page.title as text, null as place, null as "group",
          null as reason`,
        joins: sql``,
      };
  }
}

/** Equal to the id, when one is asked for; what is no id matches nothing. */
function matches(column: SQL, id: string | undefined): SQL {
  if (!id) return sql`true`;
  return uuid.safeParse(id).success ? sql`${column} = ${id}` : sql`false`;
}

/** The consultations and groups one can filter reactions by. */
export const gapFilters = query(
  reader,
  async (
    scope: ReaderScope,
  ): Promise<{
    consultations: { id: string; title: string }[];
    groups: { id: string; name: string }[];
  }> => {
    const db = await database();
    const consultations = await rowsOf<{ id: string; title: string }>(
      db,
      sql`select id, title from consultation where dossier_id = ${scope.dossierId}
      order by held_on nulls last, ${dutchOrder(sql`title`)} limit 200`,
    );
    const groups = await rowsOf<{ id: string; name: string }>(
      db,
      sql`select id, name from stakeholder_group where dossier_id = ${scope.dossierId}
      order by position, ${dutchOrder(sql`name`)} limit 200`,
    );
    return { consultations, groups };
  },
);
