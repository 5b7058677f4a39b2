import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { dutchOrder } from "@/db/search";
import { maySeeNames } from "../dossiers/policy";
import { Forbidden } from "../kernel/errors";
import { query } from "../kernel/query";
import { type ReaderScope, reader } from "../kernel/scope";
import type { PersonalSubject } from "./model";

/** Whom and what was found in a dossier, what is open first. @throws Forbidden for who may not see names. */
export const listSubjects = query(
  reader,
  async (scope: ReaderScope): Promise<PersonalSubject[]> => {
    if (!maySeeNames(scope)) throw new Forbidden();
    return rowsOf<PersonalSubject>(
      await database(),
      sql`select s.id, s.kind, s.name, s.redaction, s.role, s.code, s.reason,
        s.lock_version as "lockVersion", coalesce(max(p.confidence), 1) as confidence,
        count(p.*)::int as places, count(distinct p.source_version_id)::int as sources,
        json_agg(distinct f.text) as forms
      from personal_subject s join personal_form f on f.subject_id = s.id
      left join personal_find p on p.form_id = f.id
      where s.dossier_id = ${scope.dossierId}
      group by s.id order by s.redaction <> 'open', s.kind, ${dutchOrder(sql`s.name`)}, s.id`,
    );
  },
);
