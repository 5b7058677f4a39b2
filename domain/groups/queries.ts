import { asc, eq, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { stakeholderGroup } from "@/db/schema";
import { query } from "../kernel/query";
import { type ReaderScope, reader } from "../kernel/scope";
import type { StakeholderGroup } from "./model";

/** The stakeholder groups in their order, with how many reactions carry each. */
export const listGroups = query(reader, async (scope: ReaderScope): Promise<StakeholderGroup[]> => {
  const db = await database();
  return db
    .select({
      id: stakeholderGroup.id,
      name: stakeholderGroup.name,
      expected: stakeholderGroup.expected,
      // The column written out: within a select from one table drizzle leaves the table's name off.
      reactions: sql<number>`(select count(*)::int from live_reaction r
        where r.dossier_id = ${scope.dossierId} and r.stakeholder_group_id = "stakeholder_group"."id")`,
    })
    .from(stakeholderGroup)
    .where(eq(stakeholderGroup.dossierId, scope.dossierId))
    .orderBy(asc(stakeholderGroup.position), asc(stakeholderGroup.id));
});
