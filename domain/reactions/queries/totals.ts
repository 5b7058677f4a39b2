import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import type { DossierScope } from "../../kernel/actor";

/** How many reactions the dossier has, and of how many something is still open. */
export interface ReactionTotals {
  total: number;
  withoutCoreValue: number;
  withoutGroup: number;
}

export async function reactionTotals(scope: DossierScope): Promise<ReactionTotals> {
  const [totals] = await rowsOf<ReactionTotals>(
    await database(),
    sql`select count(*)::int as total,
        count(*) filter (where stakeholder_group_id is null)::int as "withoutGroup",
        count(*) filter (where not exists (
          select from coding d where d.reaction_id = r.id and d.removed_at is null
        ))::int as "withoutCoreValue"
      from reaction r where r.dossier_id = ${scope.dossierId}`,
  );
  return totals ?? { total: 0, withoutCoreValue: 0, withoutGroup: 0 };
}
