import { sql } from "drizzle-orm";
import { z } from "zod";
import { rowsOf } from "@/db/client";
import { maySeeNames } from "../../dossiers/policy";
import { command } from "../../kernel/command";
import { TIME_ZONE } from "../../kernel/dates";
import { actorAccountId, reader } from "../../kernel/scope";

/** Writes down that somebody saw the names with their codes: once a day for each of them. */
export const noteNamesShown = command({
  scope: reader,
  action: "personalSubject.view",
  input: z.object({}),
  allow: maySeeNames,
  run: async (tx, scope) => {
    const noted = await rowsOf(
      tx,
      sql`select from audit a where a.entity = 'dossier' and a.entity_id = ${scope.dossierId} and a.action = 'personalSubject.view'
        and a.actor_id is not distinct from ${actorAccountId(scope.actor)}::uuid
        and (a.at at time zone ${TIME_ZONE}::text)::date = (now() at time zone ${TIME_ZONE}::text)::date
        limit 1`,
    );
    if (noted.length > 0) return { result: { noted: false }, audit: [] };
    return {
      result: { noted: true },
      audit: { entity: "dossier", entityId: scope.dossierId, after: { names: "shown" } },
    };
  },
});
