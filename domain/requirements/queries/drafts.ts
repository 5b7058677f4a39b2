import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { query } from "../../kernel/query";
import { actorAccountId, type ReaderScope, reader } from "../../kernel/scope";
import type { RequirementDraft } from "../model";

/** What who is signed in was writing and did not leave yet, in the order of the document; of one requirement, or all. */
export const ownDrafts = query(
  reader,
  async (scope: ReaderScope, requirementId?: string): Promise<RequirementDraft[]> => {
    return rowsOf<RequirementDraft>(
      await database(),
      sql`select d.requirement_id as "requirementId", r.code, d.base, d.title, d.kind, d.body, d.explanation,
        to_json(d.saved_at) #>> '{}' as "savedAt"
      from requirement_draft d
      join requirement r on r.id = d.requirement_id
      join chapter c on c.id = r.chapter_id
      where d.dossier_id = ${scope.dossierId} and d.account_id = ${actorAccountId(scope.actor)}
        and r.dropped_at is null
        ${requirementId === undefined ? sql`` : sql`and d.requirement_id = ${requirementId}`}
      order by c.position, r.position limit 50`,
    );
  },
);
