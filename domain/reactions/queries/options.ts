import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { dutchOrder } from "@/db/search";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import type { ReactionOptions } from "../model";

/** Most entries in one list to choose from: a longer select is no help to anybody. */
const MOST = 500;

/** What a reaction of the dossier can belong to: consultations, groups and stellingen. */
export const reactionOptions = query(
  reader,
  async (scope: ReaderScope): Promise<ReactionOptions> => {
    const db = await database();
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
    const statements = await rowsOf<{ id: string; text: string; numbers: number[] }>(
      db,
      sql`select s.id, s.text,
        coalesce(json_agg(o.number order by c.held_on nulls last, o.number)
          filter (where o.id is not null), '[]'::json) as numbers
      from statement s
      left join statement_occurrence o on o.statement_id = s.id
      left join consultation c on c.id = o.consultation_id
      where s.dossier_id = ${scope.dossierId}
      group by s.id
      order by min(c.held_on) nulls last, min(o.number) nulls last, s.created_at, s.id
      limit ${MOST}`,
    );
    return {
      consultations,
      groups,
      statements: statements.map((statement) => ({
        ...statement,
        // Put twice under one number, it is still that number.
        numbers: [...new Set(statement.numbers)].join(", "),
      })),
    };
  },
);
