import { type SQL, sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import { dutchOrder } from "@/db/search";
import { coreValueHasRequirement, groupWasHeard } from "../../coverage/queries/conditions";
import { NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { pageOf } from "../../kernel/paging";
import { query } from "../../kernel/query";
import { type AuthorizedDossierId, type ReaderScope, reader } from "../../kernel/scope";
import { traceOfRequirement } from "../../trace/queries";
import {
  ALL_COLUMNS,
  DIRECTLY,
  type Matrix,
  type MatrixCell,
  type MatrixColumn,
  type MatrixFilter,
  type MatrixKind,
  type MatrixRow,
  MOST_COLUMNS,
  REQUIREMENTS_PER_PAGE,
  WORDS_PER_CELL,
} from "../model";

/**
 * One page of the *herkomstmatrix*: the requirements that stand, in the order of the document, against the
 * kernwaarden, stellingen, groups or consultations they rest on. An unknown chapter simply holds nothing.
 */
export const matrix = query(
  reader,
  async (scope: ReaderScope, filter: MatrixFilter = {}): Promise<Matrix> => {
    const db = await database();
    const { dossierId } = scope;
    const kind = filter.kind ?? "kernwaarden";
    const [counted] = await rowsOf<{ total: number }>(
      db,
      sql`select count(*)::int as total ${standing(dossierId, filter)}`,
    );
    const total = counted?.total ?? 0;
    const { page, pages } = pageOf(total, REQUIREMENTS_PER_PAGE, filter.page);
    const found = await rowsOf<Omit<MatrixRow, "cells" | "carrying" | "words" | "direct">>(
      db,
      sql`select r.id, r.code, v.title, c.id as "chapterId", c.position as "chapterNumber", c.title as chapter,
          s.state, r.no_source_reason as reason
        ${standing(dossierId, filter)}
        order by c.position, r.position, r.id
        limit ${REQUIREMENTS_PER_PAGE}::int offset ${(page - 1) * REQUIREMENTS_PER_PAGE}::int`,
    );
    const ids = found.map(({ id }) => id);
    const [cells, totals] = await Promise.all([
      cellsOf(db, dossierId, kind, ids),
      wordTotals(db, dossierId, ids),
    ]);
    const rows = found.map((row) => ({
      ...row,
      ...(totals.get(row.id) ?? { words: 0, direct: 0 }),
      cells: cells.words.get(row.id) ?? {},
      carrying: cells.carrying.get(row.id) ?? {},
    }));
    const there = [...new Set(rows.flatMap((row) => Object.keys(row.cells)))];
    const gaps = Boolean(filter.gaps) && kind === "kernwaarden";
    const shown = await columnsOf(db, dossierId, kind, there, gaps);
    const shownOf = (all: Record<string, number>) =>
      Object.fromEntries(
        shown.columns.flatMap(({ id }) => (all[id] === undefined ? [] : [[id, all[id]]])),
      );
    const ofColumns = ({ cells: all, carrying, ...row }: MatrixRow): MatrixRow => ({
      ...row,
      cells: shownOf(all),
      carrying: shownOf(carrying),
    });
    return { rows: rows.map(ofColumns), total, page, pages, ...shown };
  },
  { codes: true },
);

/** The requirements that stand: `r`, with their chapter `c`, their words `v` and where they come from `s`. */
function standing(dossierId: AuthorizedDossierId, { chapterId, gaps }: MatrixFilter): SQL {
  const chapter =
    chapterId === undefined
      ? sql``
      : uuid.safeParse(chapterId).success
        ? sql`and r.chapter_id = ${chapterId}`
        : sql`and false`;
  return sql`from requirement_state s
    join requirement r on r.id = s.requirement_id
    join chapter c on c.id = r.chapter_id
    join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version
    where s.dossier_id = ${dossierId} and s.state <> 'dropped' ${chapter}
      ${gaps ? sql`and s.state = 'withoutSource'` : sql``}`;
}

/** In which column a word is. */
const COLUMN_OF = {
  stellingen: sql`statement_id`,
  groepen: sql`stakeholder_group_id`,
  consultaties: sql`consultation_id`,
} as const;

/**
 * The words under some requirements: `reactions`, one row a reaction by each of its ways, and `loose`, one row a stretch
 * of a source that is of no reaction. Kernwaarde by kernwaarde and requirement by requirement (offset 0): of all words in
 * the dossier these are few.
 */
const wordsUnder = (dossierId: AuthorizedDossierId, ids: readonly string[]): SQL => sql`
  asked as (select value::uuid as id from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)),
  linked as (
    select l.requirement_id, l.core_value_id from asked
    join live_link l on l.dossier_id = ${dossierId} and l.requirement_id = asked.id
    where l.core_value_id is not null
  ),
  under_value as materialized (
    select v.core_value_id, w.reaction_id, w.passage_id, w.statement_id, w.stakeholder_group_id,
      w.consultation_id
    from (select distinct core_value_id from linked) v
    cross join lateral (
      select * from core_value_word w
      where w.dossier_id = ${dossierId} and w.core_value_id = v.core_value_id offset 0
    ) w
  ),
  directly as materialized (
    select d.* from asked cross join lateral (
      select * from direct_word d
      where d.dossier_id = ${dossierId} and d.requirement_id = asked.id offset 0
    ) d
  ),
  reactions as (
    select l.requirement_id, w.reaction_id, w.statement_id, w.stakeholder_group_id, w.consultation_id
    from linked l join under_value w on w.core_value_id = l.core_value_id and w.reaction_id is not null
    union all
    select requirement_id, reaction_id, statement_id, stakeholder_group_id, consultation_id
    from directly where reaction_id is not null
  ),
  loose as materialized (
    select asked.id as requirement_id, w.consultation_id from asked cross join lateral (
      select consultation_id, fresh from requirement_loose w
      where w.dossier_id = ${dossierId} and w.requirement_id = asked.id offset 0
    ) w
    where w.fresh
  )`;

/** The words in each cell, by requirement and column, and of a kernwaarde how many of them carry the requirement. */
async function cellsOf(
  db: Database,
  dossierId: AuthorizedDossierId,
  kind: MatrixKind,
  ids: readonly string[],
): Promise<Record<"words" | "carrying", Map<string, Record<string, number>>>> {
  const column = kind === "kernwaarden" ? null : COLUMN_OF[kind];
  const rows = await rowsOf<{
    requirement: string;
    column: string;
    words: number;
    carrying?: number;
  }>(
    db,
    column === null
      ? sql`with ${wordsUnder(dossierId, ids)},
          counted as (select core_value_id, count(*) as words from under_value group by 1),
          carried as (
            select l.requirement_id, l.core_value_id, count(*) as carrying
            from linked l
            -- The view carrying, of these requirements alone: what they are linked to was read above.
            join (
              select requirement_id, coalesce(reaction_id, passage_id) as word from live_carrying
              where dossier_id = ${dossierId}
              union select requirement_id, coalesce(reaction_id, passage_id) from directly
            ) c on c.requirement_id = l.requirement_id
            join under_value u on u.core_value_id = l.core_value_id
              and coalesce(u.reaction_id, u.passage_id) = c.word
            group by 1, 2
          )
          select l.requirement_id as requirement, l.core_value_id as "column",
            coalesce(n.words, 0)::int as words, coalesce(c.carrying, 0)::int as carrying
          from linked l left join counted n on n.core_value_id = l.core_value_id
          left join carried c on c.requirement_id = l.requirement_id and c.core_value_id = l.core_value_id`
      : sql`with ${wordsUnder(dossierId, ids)}
          select requirement, "column", sum(words)::int as words from (
            select requirement_id as requirement, ${column} as "column", count(distinct reaction_id) as words
            from reactions group by 1, 2
            ${
              // Who said loose words, and to which stelling, is not known.
              kind === "consultaties"
                ? sql`union all select requirement_id, consultation_id, count(*) from loose group by 1, 2`
                : sql``
            }
          ) counted
          where "column" is not null group by 1, 2`,
  );
  const by = (value: (row: (typeof rows)[number]) => number | undefined) => {
    const found = new Map<string, Record<string, number>>();
    for (const row of rows) {
      const count = value(row);
      const cells = found.get(row.requirement) ?? {};
      if (count !== undefined) cells[row.column] = count;
      found.set(row.requirement, cells);
    }
    return found;
  };
  return { words: by(({ words }) => words), carrying: by(({ carrying }) => carrying) };
}

/** Words of each requirement, once however many ways lead to them (as `traceTotals`), and those it is linked to itself. */
async function wordTotals(
  db: Database,
  dossierId: AuthorizedDossierId,
  ids: readonly string[],
): Promise<Map<string, { words: number; direct: number }>> {
  const rows = await rowsOf<{ id: string; words: number; direct: number }>(
    db,
    sql`with ${wordsUnder(dossierId, ids)}
      select asked.id, (coalesce(r.words, 0) + coalesce(l.words, 0))::int as words,
        coalesce(d.words, 0)::int as direct
      from asked
      left join (select requirement_id, count(distinct reaction_id) as words from reactions group by 1) r
        on r.requirement_id = asked.id
      left join (select requirement_id, count(*) as words from loose group by 1) l on l.requirement_id = asked.id
      left join (select requirement_id, count(*) as words from directly group by 1) d on d.requirement_id = asked.id`,
  );
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** All columns of a kind where they are few; else those in `there`. With `gaps` those that are one. */
async function columnsOf(
  db: Database,
  dossierId: AuthorizedDossierId,
  kind: MatrixKind,
  there: readonly string[],
  gaps: boolean,
): Promise<Pick<Matrix, "columns" | "columnsTotal">> {
  const { from, id, number, name, gap, order } = COLUMNS[kind];
  const every = sql`${from} = ${dossierId} ${gaps ? sql`and ${gap}` : sql``}`;
  const [counted] = await rowsOf<{ total: number }>(
    db,
    sql`select count(*)::int as total ${every}`,
  );
  const columnsTotal = counted?.total ?? 0;
  const all = gaps || columnsTotal <= ALL_COLUMNS;
  const columns = await rowsOf<MatrixColumn>(
    db,
    sql`select ${id} as id, ${number} as number, ${name} as name, ${gap} as gap,
        ${
          kind === "kernwaarden"
            ? sql`(select count(*)::int from standing_link l
                where l.dossier_id = k.dossier_id and l.core_value_id = k.id) as requirements,
              (select count(*)::int from core_value_word w
                where w.dossier_id = k.dossier_id and w.core_value_id = k.id) as words`
            : sql`null::int as requirements, null::int as words`
        }
      ${every} ${
        all
          ? sql``
          : sql`and ${id} in (
              select value::uuid from jsonb_array_elements_text(${JSON.stringify(there)}::text::jsonb))`
      }
      order by ${order} limit ${MOST_COLUMNS}::int`,
  );
  return { columns, columnsTotal };
}

/** What there is of each kind; `from` ends before the dossier it is of. */
const COLUMNS: Record<
  MatrixKind,
  { from: SQL; id: SQL; number: SQL; name: SQL; gap: SQL; order: SQL }
> = {
  kernwaarden: {
    from: sql`from core_value k where k.dossier_id`,
    id: sql`k.id`,
    number: sql`k.number`,
    name: sql`k.name`,
    gap: sql`not ${coreValueHasRequirement}`,
    order: sql`k.number`,
  },
  stellingen: {
    from: sql`from statement s where s.dossier_id`,
    id: sql`s.id`,
    number: sql`null::int`,
    name: sql`left(s.text, 120)`,
    gap: sql`false`,
    order: sql`(select min(o.number) from statement_occurrence o where o.statement_id = s.id) nulls last,
      s.created_at, s.id`,
  },
  groepen: {
    from: sql`from stakeholder_group g where g.dossier_id`,
    id: sql`g.id`,
    number: sql`null::int`,
    name: sql`g.name`,
    gap: sql`(g.expected and not ${groupWasHeard})`,
    order: sql`g.position, ${dutchOrder(sql`g.name`)}`,
  },
  consultaties: {
    from: sql`from consultation c where c.dossier_id`,
    id: sql`c.id`,
    number: sql`null::int`,
    name: sql`c.title`,
    gap: sql`false`,
    order: sql`c.held_on nulls last, ${dutchOrder(sql`c.title`)}, c.id`,
  },
};

/**
 * The first words of one cell.
 *
 * @param column id of the column, or {@link DIRECTLY}. @throws NotFound when there is no such cell.
 */
export const matrixCell = query(
  reader,
  async (
    scope: ReaderScope,
    requirementId: string,
    kind: MatrixKind,
    column: string,
  ): Promise<MatrixCell> => {
    if (column !== DIRECTLY && !uuid.safeParse(column).success) throw new NotFound();
    if (column === DIRECTLY || kind === "kernwaarden") {
      const via = column === DIRECTLY ? DIRECTLY : await viaOf(scope, column);
      const { branches } = await traceOfRequirement(scope, requirementId, {
        via,
        perBranch: WORDS_PER_CELL,
      });
      const branch = branches[0];
      return { via, total: branch?.total ?? 0, words: branch?.words ?? [] };
    }
    if (!uuid.safeParse(requirementId).success) throw new NotFound();
    const cells = await cellsOf(await database(), scope.dossierId, kind, [requirementId]);
    const total = cells.words.get(requirementId)?.[column];
    if (total === undefined) throw new NotFound();
    const { branches } = await traceOfRequirement(scope, requirementId, {
      perBranch: WORDS_PER_CELL,
      within: { [WITHIN[kind]]: column },
    });
    // Of words that are reached by several ways once.
    const words = new Map(
      branches
        .flatMap((branch) => branch.words)
        .map((one) => [one.reaction?.id ?? one.passage?.id, one]),
    );
    return { via: null, total, words: [...words.values()].slice(0, WORDS_PER_CELL) };
  },
  { codes: true },
);

const WITHIN = {
  stellingen: "statementId",
  groepen: "groupId",
  consultaties: "consultationId",
} as const;

async function viaOf(scope: ReaderScope, coreValueId: string): Promise<string> {
  const [row] = await rowsOf<{ number: number }>(
    await database(),
    sql`select number from core_value
      where id = ${coreValueId} and dossier_id = ${scope.dossierId}`,
  );
  if (!row) throw new NotFound();
  return `K-${row.number}`;
}
