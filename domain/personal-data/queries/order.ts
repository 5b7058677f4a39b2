import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { dutchOrder } from "@/db/search";
import { maySeeNames } from "../../dossiers/policy";
import { Forbidden } from "../../kernel/errors";
import { query } from "../../kernel/query";
import { actorAccountId, type ReaderScope, reader } from "../../kernel/scope";
import type { LastDecision, SubjectsAsked } from "../model";
import { chosenBy, LIST_ORDER } from "./subjects";

/**
 * The next one in the list that is still to be decided on: after this one, or else from the start.
 *
 * @returns null when there is no other. @throws Forbidden for who may not see names.
 */
export const nextOpen = query(
  reader,
  async (
    scope: ReaderScope,
    asked: SubjectsAsked,
    afterId: string | null,
  ): Promise<string | null> => {
    if (!maySeeNames(scope)) throw new Forbidden();
    const wanted = chosenBy(scope.dossierId, { ...asked, show: "all" });
    const listed = await rowsOf<{ id: string; redaction: string }>(
      await database(),
      sql`select s.id, s.redaction from personal_subject s
        where ${wanted} and (s.redaction = 'open' or s.id::text = ${afterId ?? ""})
        order by ${LIST_ORDER}`,
    );
    const at = listed.findIndex(({ id }) => id === afterId);
    const others = [...listed.slice(at + 1), ...listed.slice(0, Math.max(at, 0))];
    return others.find(({ redaction }) => redaction === "open")?.id ?? null;
  },
);

/** What somebody decided last in this dossier, all of one act; null when there is nothing to take back. @throws Forbidden */
export const lastDecision = query(
  reader,
  async (scope: ReaderScope): Promise<LastDecision | null> => {
    if (!maySeeNames(scope)) throw new Forbidden();
    const by = sql`s.dossier_id = ${scope.dossierId} and s.redaction <> 'open'
      and s.decided_by is not distinct from ${actorAccountId(scope.actor)}::uuid`;
    const subjects = await rowsOf<LastDecision["subjects"][number]>(
      await database(),
      sql`select s.id, s.kind, s.name, s.redaction, s.role, s.code, s.lock_version as "lockVersion"
        from personal_subject s
        where ${by} and s.decided_at = (select max(s.decided_at) from personal_subject s where ${by})
        order by ${dutchOrder(sql`s.name`)}, s.id`,
    );
    return subjects.length > 0 ? { subjects } : null;
  },
);
