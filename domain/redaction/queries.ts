import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { dutchOrder } from "@/db/search";
import { Forbidden } from "../kernel/errors";
import { query } from "../kernel/query";
import { type ReaderScope, reader } from "../kernel/scope";
import type { Replaced, ReplacedForm } from "../privacy/rules/layer";
import type { PersonalSubject } from "./model";
import { mayRedact } from "./policy";
import { type Decided, replacementOf } from "./rules";

/** Whom and what was found in a dossier, what is open first. @throws Forbidden for who may not see names. */
export const listSubjects = query(
  reader,
  async (scope: ReaderScope): Promise<PersonalSubject[]> => {
    if (!mayRedact(scope)) throw new Forbidden();
    return rowsOf<PersonalSubject>(
      await database(),
      sql`select s.id, s.kind, s.name, s.redaction, s.role, s.code, s.reason,
        s.lock_version as "lockVersion", max(f.confidence) as confidence,
        count(*)::int as places, count(distinct f.source_version_id)::int as sources
      from personal_subject s join personal_find f on f.subject_id = s.id
      where s.dossier_id = ${scope.dossierId}
      group by s.id order by s.redaction <> 'open', s.kind, ${dutchOrder(sql`s.name`)}, s.id`,
    );
  },
);

/** What others read in place of the finds of a version, in order of place: for `throughLayer`. */
export const layerOf = query(
  reader,
  async (scope: ReaderScope, sourceVersionId: string): Promise<Replaced[]> => {
    const rows = await rowsOf<Decided & { start: number; end: number }>(
      await database(),
      sql`select f.start_cp as start, f.end_cp as "end", s.kind, s.redaction, s.role, s.code
        from personal_find f join personal_subject s on s.id = f.subject_id
        where s.dossier_id = ${scope.dossierId} and f.source_version_id = ${sourceVersionId}
          and not f.stays
        order by f.start_cp`,
    );
    return rows.flatMap(({ start, end, ...decided }) => {
      const words = replacementOf(decided);
      return words === null ? [] : [{ start, end, words }];
    });
  },
);

/** What others read in place of each way of writing, for what has no place in a text: for `withoutForms`. */
export const replacedForms = query(reader, async (scope: ReaderScope): Promise<ReplacedForm[]> => {
  const rows = await rowsOf<Decided & { text: string }>(
    await database(),
    sql`select distinct f.text, s.kind, s.redaction, s.role, s.code
      from personal_find f join personal_subject s on s.id = f.subject_id
      where s.dossier_id = ${scope.dossierId} order by f.text`,
  );
  return rows.flatMap(({ text, ...decided }) => {
    const words = replacementOf(decided);
    return words === null ? [] : [{ text, words }];
  });
});
