import { type SQL, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { MAX_INTEGER, uuid } from "../../kernel/fields";
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
import { openingOf } from "../rules";

/** In what order stellingen are answered: as they were put; what is under none comes last. */
const BY_STATEMENT = [
  sql`coalesce(p.put, 'infinity'::date)`,
  sql`coalesce(p.number, ${MAX_INTEGER}::int)`,
  sql`coalesce(s.created_at, 'infinity'::timestamptz)`,
  sql`coalesce(s.id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)`,
];
/** And reactions: by stelling, and then by number. */
const ORDER = sql.join([...BY_STATEMENT, sql`r.number`], sql`, `);

/** `s` with when and as what number it was put first, by the column with its id. */
const joinedTo = (
  dossierId: AuthorizedDossierId,
  id: SQL,
) => sql`left join statement s on s.id = ${id}
  left join (
    select o.statement_id, min(c.held_on) as put, min(o.number) as number
    from statement_occurrence o join consultation c on c.id = o.consultation_id
    where o.dossier_id = ${dossierId} group by 1
  ) p on p.statement_id = ${id}`;

const ANSWER = sql`left join answered_reaction a on a.dossier_id = r.dossier_id and a.reaction_id = r.id`;

const isProposed = sql`exists (select from linked_reaction l
  where l.dossier_id = r.dossier_id and l.reaction_id = r.id)`;

/** The numbers of those that say the same as `r`, by whichever of them it was said. */
const SAME = sql`(with recursive kin(id) as (
    select r.id union select s.other_id from kin k join same_reaction s on s.reaction_id = k.id)
  select coalesce(json_agg(e.number order by e.number), '[]'::json)
  from kin join live_reaction e on e.id = kin.id where e.id <> r.id)`;

const SHOWN: Record<Show, SQL> = {
  todo: sql`a.reaction_id is null`,
  proposed: sql`a.reaction_id is null and ${isProposed}`,
  questions: sql`a.reaction_id is null and r.kind = 'question'`,
  all: sql`true`,
};

function chosen({ show = "todo", outcome, just = [] }: WorkAsked): SQL {
  const wanted = outcome ? sql`a.outcome = ${outcome}` : SHOWN[show];
  const also = just.length > 0 ? sql`or r.id in ${[...just]}` : sql``;
  return sql`((${wanted}) ${also})`;
}

/** A stelling, or null for the reactions under none, with its reactions, those to be answered, and those in a list. */
interface Place {
  statementId: string | null;
  total: number;
  open: number;
  listed: number;
}

/**
 * Where the reactions of a list stand: the stellingen in their order. All reactions are counted once, from an index, and
 * those that were answered are taken off: so nothing is put in order but the stellingen.
 */
async function placesOf({ dossierId }: ReaderScope, asked: WorkAsked): Promise<Place[]> {
  const { show = "todo", outcome, just = [] } = asked;
  const number = (of: Partial<Record<Show, SQL>>) => (outcome ? sql`0` : (of[show] ?? sql`0`));
  const questions = sql`count(*) filter (where r.kind = 'question')`;
  const parts = [
    sql`select r.statement_id, count(*) as total, count(*) as open,
        ${number({ todo: sql`count(*)`, all: sql`count(*)`, questions })} as listed
      from live_reaction r where r.dossier_id = ${dossierId} group by 1`,
    sql`select r.statement_id, 0, -count(*), ${
      outcome
        ? sql`count(*) filter (where a.outcome = ${outcome})`
        : number({ todo: sql`-count(*)`, questions: sql`-${questions}` })
    }
      from answered_reaction a join live_reaction r on r.id = a.reaction_id
      where a.dossier_id = ${dossierId} group by 1`,
  ];
  if (!outcome && show === "proposed") {
    parts.push(sql`select r.statement_id, 0, 0, count(*)
      from (select distinct reaction_id from linked_reaction where dossier_id = ${dossierId}) l
      join live_reaction r on r.id = l.reaction_id ${ANSWER}
      where a.reaction_id is null group by 1`);
  }
  if (just.length > 0) {
    parts.push(sql`select r.statement_id, 0, 0, count(*) from live_reaction r ${ANSWER}
      where r.dossier_id = ${dossierId} and r.id in ${[...just]}
        and ${chosen({ ...asked, just: [] })} is not true group by 1`);
  }
  return rowsOf<Place>(
    await database(),
    sql`select f.statement_id as "statementId", f.total, f.open, f.listed
      from (
        select statement_id, sum(total)::int as total, sum(open)::int as open, sum(listed)::int as listed
        from (${sql.join(parts, sql` union all `)}) counted group by 1
      ) f ${joinedTo(dossierId, sql`f.statement_id`)}
      order by ${sql.join(BY_STATEMENT, sql`, `)}`,
  );
}

/** A reaction among the places of a list; null for one that is not in the dossier. */
async function hereIn(
  { dossierId }: ReaderScope,
  places: readonly Place[],
  id: string,
): Promise<{ index: number; number: number } | null> {
  if (!uuid.safeParse(id).success) return null;
  const [here] = await rowsOf<{ statementId: string | null; number: number }>(
    await database(),
    sql`select r.statement_id as "statementId", r.number from live_reaction r
      where r.dossier_id = ${dossierId} and r.id = ${id}`,
  );
  if (!here) return null;
  const index = places.findIndex(({ statementId }) => statementId === here.statementId);
  return { index, number: here.number };
}

const under = (statementId: string | null) =>
  statementId === null ? sql`r.statement_id is null` : sql`r.statement_id = ${statementId}`;

/**
 * One page of the reactions beside the work, by stelling.
 *
 * @param at the reaction that is worked on: without a page asked it is the one on which that stands.
 */
export const workList = query(
  reader,
  async (scope: ReaderScope, asked: WorkAsked, at: string | null): Promise<WorkList> => {
    const db = await database();
    const where = sql`r.dossier_id = ${scope.dossierId} and ${chosen(asked)}`;
    const places = await placesOf(scope, asked);
    const listedIn = (some: readonly Place[]) => some.reduce((all, { listed }) => all + listed, 0);
    const total = listedIn(places);
    let before = 0;
    const here = at === null || asked.page ? null : await hereIn(scope, places, at);
    if (here) {
      const [counted] = await rowsOf<{ before: number }>(
        db,
        sql`select count(*)::int as before from live_reaction r ${ANSWER}
          where ${where} and ${under(places[here.index]?.statementId ?? null)} and r.number < ${here.number}`,
      );
      before = listedIn(places.slice(0, here.index)) + (counted?.before ?? 0);
    }
    const wanted = asked.page ?? Math.floor(before / LISTED_PER_PAGE) + 1;
    const { page, pages } = pageOf(total, LISTED_PER_PAGE, wanted);
    // The stellingen that stand on the page, and what of the first of them stands on a page before.
    let skip = (page - 1) * LISTED_PER_PAGE;
    let left = LISTED_PER_PAGE;
    const shown: Place[] = [];
    for (const place of places) {
      if (left <= 0) break;
      if (shown.length === 0 && place.listed <= skip) skip -= place.listed;
      else if (place.listed > 0) {
        left -= place.listed - (shown.length === 0 ? skip : 0);
        shown.push(place);
      }
    }
    if (shown.length === 0) return { groups: [], total, page, pages };
    const rows = await rowsOf<WorkRow & { statementId: string | null; statement: string | null }>(
      db,
      sql`select r.id, r.number, r.text, g.name as "groupName", r.kind = 'question' as question,
          a.outcome, a.reaction_id is null and ${isProposed} as proposed,
          s.id as "statementId", s.text as statement, ${SAME} as same
        from live_reaction r ${joinedTo(scope.dossierId, sql`r.statement_id`)} ${ANSWER}
        left join stakeholder_group g on g.id = r.stakeholder_group_id
        where ${where} and (${sql.join(
          shown.map(({ statementId }) => under(statementId)),
          sql` or `,
        )})
        order by ${ORDER} limit ${LISTED_PER_PAGE} offset ${skip}`,
    );
    const numbers = await numbersOf(scope, shown);
    const read = await readerOf(scope);
    const groups: WorkGroup[] = [];
    for (const { statementId, statement, text, ...row } of rows) {
      const last = groups.at(-1);
      const opening = { ...row, text: openingOf(read(text)) };
      if (last && last.statementId === statementId) last.rows.push(opening);
      else {
        const place = shown.find((one) => one.statementId === statementId);
        groups.push({
          ...{ statementId, statement, numbers: numbers.get(statementId) ?? "" },
          ...{ total: place?.total ?? 0, open: place?.open ?? 0, rows: [opening] },
        });
      }
    }
    return { groups, total, page, pages };
  },
  { codes: true },
);

/** Of each stelling on a page its numbers in the consultations, once each. */
async function numbersOf(
  { dossierId }: ReaderScope,
  shown: readonly Place[],
): Promise<Map<string | null, string>> {
  const ids = shown.flatMap(({ statementId }) => statementId ?? []);
  if (ids.length === 0) return new Map();
  const rows = await rowsOf<{ id: string; numbers: number[] }>(
    await database(),
    sql`select o.statement_id as id, json_agg(o.number order by c.held_on nulls last, o.number) as numbers
      from statement_occurrence o join consultation c on c.id = o.consultation_id
      where o.dossier_id = ${dossierId} and o.statement_id in ${ids} group by 1`,
  );
  return new Map(rows.map(({ id, numbers }) => [id, [...new Set(numbers)].join(", ")]));
}

/**
 * The reactions of a list before and after one in it, and its first; null where there is none. Behind the last one begins with
 * the first again.
 *
 * @param at null for the first of the list itself.
 */
export const besideIn = query(
  reader,
  async (
    scope: ReaderScope,
    asked: WorkAsked,
    at: string | null,
  ): Promise<{ first: string | null; previous: string | null; next: string | null }> => {
    const list = { ...asked, just: [] };
    const places = await placesOf(scope, list);
    /** The first or last reaction under the first of these stellingen with any, besides the one where one is. */
    const oneOf = async (
      some: readonly Place[],
      end: "first" | "last",
      more: SQL = sql`true`,
    ): Promise<string | null> => {
      const [place, ...others] = some.filter(({ listed }) => listed > 0);
      if (!place) return null;
      const [row] = await rowsOf<{ id: string }>(
        await database(),
        sql`select r.id from live_reaction r ${ANSWER}
          where r.dossier_id = ${scope.dossierId} and ${chosen(list)} and ${under(place.statementId)} and ${more}
          order by r.number ${end === "first" ? sql`` : sql`desc`} limit 1`,
      );
      return row?.id ?? oneOf(others, end, more);
    };
    const first = await oneOf(places, "first");
    const from = at ?? first;
    const here = from === null ? null : await hereIn(scope, places, from);
    if (!here) return { first, previous: null, next: null };
    const own = places.slice(here.index, here.index + 1);
    const earlier = places.slice(0, here.index).reverse();
    const later = places.slice(here.index + 1);
    const previous =
      (await oneOf(own, "last", sql`r.number < ${here.number}`)) ?? (await oneOf(earlier, "last"));
    const next =
      (await oneOf(own, "first", sql`r.number > ${here.number}`)) ??
      (await oneOf(later, "first")) ??
      (await oneOf(places, "first", sql`r.id <> ${from}`));
    return { first, previous, next };
  },
  { codes: true },
);
