import { type SQL, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { dutchOrder, holds } from "@/db/search";
import { maySeeNames } from "../../dossiers/policy";
import { Forbidden } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { pageOf } from "../../kernel/paging";
import { query } from "../../kernel/query";
import { type AuthorizedDossierId, type ReaderScope, reader } from "../../kernel/scope";
import type { PersonalSubject, SubjectList, SubjectShow, SubjectsAsked } from "../model";
import { GROUP_KINDS, LIKELY } from "../rules";

/** What a subject `s` is, and where it stands. */
const ABOUT = sql`s.id, s.kind, s.name, s.redaction, s.role, s.code, s.reason,
  s.lock_version as "lockVersion", o.confidence, o.places, o.sources, o.forms`;
const OF_FORMS = sql`cross join lateral (
  select coalesce(max(p.confidence), 1) as confidence, count(p.start_cp)::int as places,
    count(distinct v.source_id)::int as sources, json_agg(distinct f.text) as forms
  from personal_form f left join personal_find p on p.form_id = f.id
    left join source_version v on v.id = p.source_version_id
  where f.subject_id = s.id) o`;

/** People first, then how they are reached, then what is about somebody, then organisations; in each what is open first. */
export const LIST_ORDER = sql`case s.kind when 'name' then 0 when 'health' then 2 when 'organisation' then 3 else 1 end,
  s.redaction <> 'open', ${dutchOrder(sql`s.name`)}, s.id`;

const PER_PAGE = 50;

/**
 * A page of whom and what was found, by kind and what is open first, with how many there are by what was decided.
 *
 * @throws Forbidden for who may not see names.
 */
export const subjectList = query(
  reader,
  async (scope: ReaderScope, asked: SubjectsAsked): Promise<SubjectList> => {
    if (!maySeeNames(scope)) throw new Forbidden();
    const db = await database();
    const within = inPlace(scope.dossierId, asked);
    const wanted = chosenBy(scope.dossierId, asked);
    const [sums] = await rowsOf<Record<SubjectShow, number>>(
      db,
      sql`select count(*)::int as "all",
        (count(*) filter (where s.redaction = 'open'))::int as "open",
        (count(*) filter (where s.redaction in ('role', 'code')))::int as "replaced",
        (count(*) filter (where s.redaction = 'keep'))::int as "keep",
        (count(*) filter (where s.redaction = 'none'))::int as "none"
      from personal_subject s where ${within}`,
    );
    const [found] = await rowsOf<{ total: number }>(
      db,
      sql`select count(*)::int as total from personal_subject s where ${wanted}`,
    );
    const size = asked.size ?? PER_PAGE;
    const page = pageOf(found?.total ?? 0, size, asked.page);
    const rows = await rowsOf<PersonalSubject>(
      db,
      sql`select ${ABOUT} from (
          select * from personal_subject s where ${wanted}
          order by ${LIST_ORDER} limit ${size} offset ${(page.page - 1) * size}) s ${OF_FORMS}
        order by ${LIST_ORDER}`,
    );
    const counts = sums ?? { all: 0, open: 0, replaced: 0, keep: 0, none: 0 };
    return { ...page, rows, counts };
  },
);

/** How many are still to be decided on; null for who may not see names. */
export const countOpen = query(reader, async (scope: ReaderScope): Promise<number | null> => {
  if (!maySeeNames(scope)) return null;
  const [found] = await rowsOf<{ open: number }>(
    await database(),
    sql`select count(*)::int as "open" from personal_subject s
      where s.dossier_id = ${scope.dossierId} and s.redaction = 'open'`,
  );
  return found?.open ?? 0;
});

/** Those of a dossier, or of one source in it. */
function inPlace(dossierId: AuthorizedDossierId, { sourceId }: SubjectsAsked): SQL {
  const own = sql`s.dossier_id = ${dossierId}`;
  if (sourceId === undefined) return own;
  if (!uuid.safeParse(sourceId).success) return sql`false`;
  return sql`${own} and exists (select from personal_form f
    join personal_find p on p.form_id = f.id join source_version v on v.id = p.source_version_id
    where f.subject_id = s.id and v.source_id = ${sourceId})`;
}

const SHOWS: Record<SubjectShow, SQL> = {
  all: sql`true`,
  open: sql`s.redaction = 'open'`,
  replaced: sql`s.redaction in ('role', 'code')`,
  keep: sql`s.redaction = 'keep'`,
  none: sql`s.redaction = 'none'`,
};

/** Those that somebody asked for. */
export function chosenBy(dossierId: AuthorizedDossierId, asked: SubjectsAsked): SQL {
  const { show, search, group, unsure } = asked;
  const conditions = [inPlace(dossierId, asked), SHOWS[show]];
  if (search) {
    conditions.push(sql`exists (select from personal_form f
      where f.subject_id = s.id and ${holds(sql`f.text`, search)})`);
  }
  if (group) {
    conditions.push(sql`s.kind = any(${sql.param(`{${GROUP_KINDS[group].join(",")}}`)}::text[])`);
  }
  if (unsure) {
    conditions.push(sql`(select max(p.confidence) from personal_form f
      join personal_find p on p.form_id = f.id where f.subject_id = s.id) < ${LIKELY}`);
  }
  return sql.join(conditions, sql` and `);
}
