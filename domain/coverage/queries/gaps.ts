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

/**
 * One page of `size` rows of a list of gaps. The lists are made of the same views as `coverage`, so without a
 * filter `total` is the count there. Filters apply to reactions; an unknown id simply finds nothing.
 */
export const gaps = query(
  reader,
  async (
    scope: ReaderScope,
    list: GapList,
    filter: GapFilter = {},
    page?: number,
    size: number = ROWS_PER_PAGE,
  ): Promise<{ total: number; page: number; pages: number; rows: Gap[] }> => {
    const { dossierId } = scope;
    const db = await database();
    const { from, columns, order } = listOf(dossierId, list, filter);
    const [counted] = await rowsOf<{ total: number }>(
      db,
      sql`select count(*)::int as total ${from}`,
    );
    const total = counted?.total ?? 0;
    const { page: at, pages } = pageOf(total, size, page);
    const rows =
      total === 0
        ? []
        : await rowsOf<Gap>(
            db,
            sql`select ${columns} ${from} order by ${order}
            limit ${size} offset ${(at - 1) * size}`,
          );
    return { total, page: at, pages, rows };
  },
);

/** The first `size` rows of each of these lists that has any, in the order asked. */
export const firstGaps = query(
  reader,
  async (
    scope: ReaderScope,
    lists: readonly GapList[],
    size: number,
  ): Promise<{ list: GapList; total: number; rows: Gap[] }[]> => {
    const found = await Promise.all(
      lists.map(async (list) => ({ list, ...(await gaps(scope, list, {}, 1, size)) })),
    );
    return found.filter(({ total }) => total > 0);
  },
);

function listOf(
  dossierId: AuthorizedDossierId,
  list: GapList,
  filter: GapFilter,
): { from: SQL; columns: SQL; order: SQL } {
  switch (list) {
    case "eisen-zonder-herkomst":
    case "eisen-gemotiveerd": {
      const state = list === "eisen-gemotiveerd" ? "motivated" : "withoutSource";
      return {
        columns: sql`r.id, r.code, v.title as text, c.title as place, null as "group",
          r.no_source_reason as reason`,
        from: sql`from requirement_state s
          join requirement r on r.id = s.requirement_id
          join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version
          join chapter c on c.id = r.chapter_id
          where s.dossier_id = ${dossierId} and s.state = ${state}`,
        order: sql`c.position, r.position, r.code`,
      };
    }
    case "reacties-niet-gecodeerd":
    case "reacties-zonder-gebruik": {
      const state = list === "reacties-niet-gecodeerd" ? reactionIs.unused : reactionIs.codedOnly;
      return {
        columns: sql`r.id, 'R-' || r.number as code, r.text, c.title as place, g.name as "group",
          null as reason`,
        // All of them first (offset 0), then the words of the page: for one page the database would
        // look for each reaction among all codings.
        from: sql`from (
            select s.* from reaction_state s where s.dossier_id = ${dossierId} and ${state}
              and ${matches(sql`s.consultation_id`, filter.consultationId)}
              and ${matches(sql`s.stakeholder_group_id`, filter.groupId)} offset 0
          ) s
          join reaction r on r.id = s.reaction_id
          join consultation c on c.id = s.consultation_id
          left join stakeholder_group g on g.id = s.stakeholder_group_id`,
        order: sql`s.number`,
      };
    }
    case "kernwaarden-zonder-eis":
    case "kernwaarden-zonder-woorden": {
      const has = list === "kernwaarden-zonder-eis" ? coreValueHasRequirement : coreValueHasWords;
      return {
        columns: sql`k.id, 'K-' || k.number as code, k.name as text, null as place,
          null as "group", null as reason`,
        from: sql`from core_value k where k.dossier_id = ${dossierId} and not ${has}`,
        order: sql`k.number`,
      };
    }
    case "stellingen-zonder-reacties":
      return {
        columns: sql`s.id, null as code, s.text, (
            select string_agg(c.title, ', ' order by c.held_on, ${dutchOrder(sql`c.title`)})
            from statement_occurrence o join consultation c on c.id = o.consultation_id
            where o.statement_id = s.id) as place, null as "group", null as reason`,
        from: sql`from statement s where s.dossier_id = ${dossierId}
          and not ${statementHasReactions}`,
        order: sql`s.created_at, s.id`,
      };
    case "groepen-zonder-inbreng":
      return {
        columns: sql`g.id, null as code, g.name as text, null as place, null as "group",
          null as reason`,
        from: sql`from stakeholder_group g
          where g.dossier_id = ${dossierId} and g.expected and not ${groupWasHeard}`,
        order: sql`g.position, ${dutchOrder(sql`g.name`)}`,
      };
    case "consultaties-zonder-reacties":
      return {
        columns: sql`c.id, null as code, c.title as text, null as place, null as "group",
          null as reason`,
        from: sql`from consultation c
          where c.dossier_id = ${dossierId} and ${isConsultationOfPeople}
            and not ${consultationHasReactions}`,
        order: sql`c.held_on nulls last, ${dutchOrder(sql`c.title`)}`,
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
