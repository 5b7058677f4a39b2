import { type SQL, sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import { dutchOrder } from "@/db/search";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import type { FilterOptions, ReactionFilters, ReactionOptions } from "../model";

/** Most entries in one list to choose from: a longer select is no help to anybody. */
const MOST = 500;
/** From here on the stellingen to filter by are those of one consultation, where they have their numbers. */
const MANY_STATEMENTS = 100;

/** What a reaction of the dossier can belong to: consultations, groups and stellingen. */
export const reactionOptions = query(
  reader,
  async (scope: ReaderScope): Promise<ReactionOptions> => {
    const db = await database();
    return {
      ...(await placesOf(db, scope)),
      statements: await statementsOf(db, scope, sql`true`, MOST),
    };
  },
);

/**
 * What a list of reactions can be narrowed by. Of many stellingen those that were put in the consultation
 * that is filtered by, and the one that is; without a consultation `statementsOfOne` says why there are none.
 */
export const filterOptions = query(
  reader,
  async (scope: ReaderScope, filters: ReactionFilters): Promise<FilterOptions> => {
    const db = await database();
    const places = await placesOf(db, scope);
    const all = await statementsOf(db, scope, sql`true`, MANY_STATEMENTS + 1);
    if (all.length <= MANY_STATEMENTS) {
      return { ...places, statements: all, statementsOfOne: false };
    }
    const { consultationId = null, statementId = null } = filters;
    const narrowed = sql`(s.id = ${statementId} or s.id in (
      select statement_id from statement_occurrence where consultation_id = ${consultationId}))`;
    return {
      ...places,
      statements: await statementsOf(db, scope, narrowed, MOST),
      statementsOfOne: true,
    };
  },
);

async function placesOf(
  db: Database,
  scope: ReaderScope,
): Promise<Omit<ReactionOptions, "statements">> {
  const consultations = await rowsOf<ReactionOptions["consultations"][number]>(
    db,
    sql`select id, title, held_on as "heldOn" from consultation
    where dossier_id = ${scope.dossierId}
    order by held_on nulls last, ${dutchOrder(sql`title`)} limit ${MOST}`,
  );
  const groups = await rowsOf<ReactionOptions["groups"][number]>(
    db,
    sql`select id, name, expected from stakeholder_group
    where dossier_id = ${scope.dossierId} order by position, ${dutchOrder(sql`name`)} limit ${MOST}`,
  );
  return { consultations, groups };
}

/** Stellingen with their numbers, in the order of the consultations. */
async function statementsOf(
  db: Database,
  scope: ReaderScope,
  narrowed: SQL,
  limit: number,
): Promise<ReactionOptions["statements"]> {
  const statements = await rowsOf<{ id: string; text: string; numbers: number[] }>(
    db,
    sql`select s.id, s.text,
      coalesce(json_agg(o.number order by c.held_on nulls last, o.number)
        filter (where o.id is not null), '[]'::json) as numbers
    from statement s
    left join statement_occurrence o on o.statement_id = s.id
    left join consultation c on c.id = o.consultation_id
    where s.dossier_id = ${scope.dossierId} and ${narrowed}
    group by s.id
    order by min(c.held_on) nulls last, min(o.number) nulls last, s.created_at, s.id
    limit ${limit}`,
  );
  return statements.map((statement) => ({
    ...statement,
    // Put twice under one number, it is still that number.
    numbers: [...new Set(statement.numbers)].join(", "),
  }));
}
