import { type SQL, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { MAX_INTEGER } from "../../kernel/fields";
import { pageOf } from "../../kernel/paging";
import { query } from "../../kernel/query";
import { type AuthorizedDossierId, type ReaderScope, reader, readerOf } from "../../kernel/scope";
import {
  LISTED_PER_PAGE,
  type Show,
  type WorkAsked,
  type WorkGroup,
  type WorkList,
  type WorkRow,
} from "../model";

/** Signs of a reaction that the list shows, in UTF-16 units. */
const OPENING = 120;

/** In what order reactions are answered: by stelling, as these were put, and then by number. */
const PARTS = [
  sql`coalesce(p.put, 'infinity'::date)`,
  sql`coalesce(p.number, ${MAX_INTEGER}::int)`,
  sql`coalesce(s.created_at, 'infinity'::timestamptz)`,
  sql`coalesce(s.id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)`,
  sql`r.number`,
];
const ORDER = sql.join(PARTS, sql`, `);
const BACKWARDS = sql.join(
  PARTS.map((part) => sql`${part} desc`),
  sql`, `,
);

const listed = (
  dossierId: AuthorizedDossierId,
) => sql`reaction r left join statement s on s.id = r.statement_id
  left join (
    select o.statement_id, min(c.held_on) as put, min(o.number) as number
    from statement_occurrence o join consultation c on c.id = o.consultation_id
    where o.dossier_id = ${dossierId} group by 1
  ) p on p.statement_id = r.statement_id
  left join answered_reaction a on a.dossier_id = r.dossier_id and a.reaction_id = r.id`;

const isProposed = sql`exists (select from linked_reaction l
  where l.dossier_id = r.dossier_id and l.reaction_id = r.id)`;

const SHOWN: Record<Show, SQL> = {
  todo: sql`a.reaction_id is null`,
  proposed: sql`a.reaction_id is null and ${isProposed}`,
  questions: sql`a.reaction_id is null and r.kind = 'question'`,
  all: sql`true`,
};

function chosen(scope: ReaderScope, { show = "todo", outcome, just = [] }: WorkAsked): SQL {
  const wanted = outcome ? sql`a.outcome = ${outcome}` : SHOWN[show];
  const also = just.length > 0 ? sql`or r.id in ${[...just]}` : sql``;
  return sql`r.dossier_id = ${scope.dossierId} and ((${wanted}) ${also})`;
}

/**
 * One page of the reactions beside the work, by stelling.
 *
 * @param at the reaction that is worked on: without a page asked it is the one on which that stands.
 */
export const workList = query(
  reader,
  async (scope: ReaderScope, asked: WorkAsked, at: string | null): Promise<WorkList> => {
    const db = await database();
    const where = chosen(scope, asked);
    const here = sql`(select ${ORDER} from ${listed(scope.dossierId)}
      where r.dossier_id = ${scope.dossierId} and r.id::text = ${at ?? ""})`;
    const [counted] = await rowsOf<{ total: number; before: number }>(
      db,
      sql`select count(*)::int as total,
          (count(*) filter (where ${at === null ? sql`false` : sql`(${ORDER}) < ${here}`}))::int as before
        from ${listed(scope.dossierId)} where ${where}`,
    );
    const { total = 0, before = 0 } = counted ?? {};
    const wanted = asked.page ?? Math.floor(before / LISTED_PER_PAGE) + 1;
    const { page, pages } = pageOf(total, LISTED_PER_PAGE, wanted);
    const rows = await rowsOf<WorkRow & { statementId: string | null; statement: string | null }>(
      db,
      sql`select r.id, r.number, r.text, g.name as "groupName", r.kind = 'question' as question,
          a.outcome, a.reaction_id is null and ${isProposed} as proposed,
          s.id as "statementId", s.text as statement
        from ${listed(scope.dossierId)} left join stakeholder_group g on g.id = r.stakeholder_group_id
        where ${where} order by ${ORDER}
        limit ${LISTED_PER_PAGE} offset ${(page - 1) * LISTED_PER_PAGE}`,
    );
    const sums = await sumsOf(scope, rows);
    const read = await readerOf(scope);
    const groups: WorkGroup[] = [];
    for (const { statementId, statement, text, ...row } of rows) {
      const last = groups.at(-1);
      const opening = { ...row, text: openingOf(read(text)) };
      if (last && last.statementId === statementId) last.rows.push(opening);
      else {
        const { total, open, numbers } = sums.get(statementId) ?? {
          total: 0,
          open: 0,
          numbers: "",
        };
        groups.push({ statementId, statement, numbers, total, open, rows: [opening] });
      }
    }
    return { groups, total, page, pages };
  },
  { codes: true },
);

function openingOf(text: string): string {
  const words = text.replace(/\s+/g, " ").trim();
  if (words.length <= OPENING) return words;
  return `${words.slice(0, OPENING).replace(/\s\S*$/, "")} …`;
}

/** Of each stelling on a page how many reactions it has, and how many are to be answered. */
async function sumsOf(
  scope: ReaderScope,
  rows: readonly { statementId: string | null }[],
): Promise<Map<string | null, { total: number; open: number; numbers: string }>> {
  const ids = [...new Set(rows.map(({ statementId }) => statementId))];
  if (ids.length === 0) return new Map();
  const sums = await rowsOf<{
    id: string | null;
    total: number;
    open: number;
    numbers: number[];
  }>(
    await database(),
    sql`select r.statement_id as id, count(*)::int as total,
        (count(*) filter (where a.reaction_id is null))::int as open,
        (select coalesce(json_agg(o.number order by c.held_on nulls last, o.number), '[]'::json)
          from statement_occurrence o join consultation c on c.id = o.consultation_id
          where o.statement_id = r.statement_id) as numbers
      from reaction r
      left join answered_reaction a on a.dossier_id = r.dossier_id and a.reaction_id = r.id
      where r.dossier_id = ${scope.dossierId}
        and coalesce(r.statement_id::text, '') in ${ids.map((id) => id ?? "")}
      group by r.statement_id`,
  );
  return new Map(
    sums.map(({ id, numbers, ...sum }) => [
      id,
      { ...sum, numbers: [...new Set(numbers)].join(", ") },
    ]),
  );
}

/** The reactions of a list before and after one in it, and its first; null where there is none. */
export const besideIn = query(
  reader,
  async (
    scope: ReaderScope,
    asked: WorkAsked,
    at: string | null,
  ): Promise<{ first: string | null; previous: string | null; next: string | null }> => {
    const db = await database();
    const where = chosen(scope, { ...asked, just: [] });
    const here = sql`(select ${ORDER} from ${listed(scope.dossierId)}
      where r.dossier_id = ${scope.dossierId} and r.id::text = ${at ?? ""})`;
    const one = async (more: SQL, order: SQL) => {
      const [row] = await rowsOf<{ id: string }>(
        db,
        sql`select r.id from ${listed(scope.dossierId)} where ${where} and ${more} order by ${order} limit 1`,
      );
      return row?.id ?? null;
    };
    const other = sql`r.id::text <> ${at ?? ""}`;
    const first = await one(sql`true`, ORDER);
    if (at === null) return { first, previous: null, next: null };
    const previous = await one(sql`(${ORDER}) < ${here}`, BACKWARDS);
    // Behind the last one begins with the first again.
    const next = (await one(sql`(${ORDER}) > ${here}`, ORDER)) ?? (await one(other, ORDER));
    return { first, previous, next };
  },
  { codes: true },
);
