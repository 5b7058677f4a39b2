import { type SQL, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import type { TraceTotals } from "../model";

/**
 * How many different words, of how many consultations of people and how many groups, each requirement
 * rests on in all, by whichever way. Requirements that rest on nothing are left out.
 *
 * @param requirementId one requirement only.
 */
export const traceTotals = query(
  reader,
  async (scope: ReaderScope, requirementId?: string): Promise<Map<string, TraceTotals>> => {
    const one: SQL = requirementId ? sql`and w.requirement_id = ${requirementId}` : sql``;
    const rows = await rowsOf<TraceTotals & { requirementId: string }>(
      await database(),
      sql`select w.requirement_id as "requirementId",
        (count(distinct w.reaction_id) + count(*) filter (where w.fresh))::int as words,
        (count(distinct w.consultation_id) filter (where c.kind <> 'information'))::int as consultations,
        count(distinct w.stakeholder_group_id)::int as groups
      from requirement_word w left join consultation c on c.id = w.consultation_id
      where w.dossier_id = ${scope.dossierId} ${one}
      group by w.requirement_id`,
    );
    return new Map(rows.map(({ requirementId: id, ...totals }) => [id, totals]));
  },
);

export const NO_WORDS: TraceTotals = { words: 0, consultations: 0, groups: 0 };
