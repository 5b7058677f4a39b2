import { sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import { dutchOrder } from "@/db/search";
import { maySeeNames } from "../../dossiers/policy";
import { Forbidden, NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { pageOf } from "../../kernel/paging";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import {
  type Excerpt,
  keyOfPlace,
  MOST_ALIKE,
  PLACES_ON_PAGE,
  type SubjectDetail,
  type SubjectForm,
  type SubjectPlace,
  type SubjectPlaces,
} from "../model";
import { type PlacedFind, piecesOf } from "../rules";

/** Words on each side of a place in the list of places, in code points. */
const BESIDE = 70;
/** How many blocks are read as others read them, and how much of each around a place, in code points. */
const EXCERPTS = 4;
const AROUND = 220;

/**
 * One person or thing that was found, with all ways in which it is written.
 *
 * @throws Forbidden for who may not see names; NotFound also for one of another dossier.
 */
export const getSubject = query(
  reader,
  async (scope: ReaderScope, subjectId: string): Promise<SubjectDetail> => {
    const db = await open(scope, subjectId);
    const [found] = await rowsOf<
      Omit<SubjectDetail, "forms" | "roles" | "others" | "confidence" | "places" | "sources">
    >(
      db,
      sql`select s.id, s.kind, s.name, s.redaction, s.role, s.code, s.reason,
          s.lock_version as "lockVersion", coalesce(s.code, (select c.value + 1 from dossier_counter c
            where c.dossier_id = s.dossier_id and c.name = 'person'), 1)::int as "nextCode"
        from personal_subject s
        where s.id = ${subjectId} and s.dossier_id = ${scope.dossierId}`,
    );
    if (!found) throw new NotFound();
    const forms = await rowsOf<SubjectForm>(
      db,
      sql`select f.id, f.text, count(p.start_cp)::int as places
        from personal_form f left join personal_find p on p.form_id = f.id
        where f.subject_id = ${subjectId}
        group by f.id order by count(p.start_cp) desc, f.text`,
    );
    const [sums] = await rowsOf<{ confidence: number; sources: number }>(
      db,
      sql`select coalesce(max(p.confidence), 1) as confidence, count(distinct v.source_id)::int as sources
        from personal_form f join personal_find p on p.form_id = f.id
        join source_version v on v.id = p.source_version_id where f.subject_id = ${subjectId}`,
    );
    const alike = sql`o.dossier_id = ${scope.dossierId} and o.kind = ${found.kind}`;
    const roles = await rowsOf<{ role: string }>(
      db,
      sql`select o.role from personal_subject o where ${alike} and o.role is not null
        group by o.role order by count(*) desc, o.role limit 30`,
    );
    const others = await rowsOf<{ id: string; name: string }>(
      db,
      sql`select o.id, o.name from personal_subject o where ${alike} and o.id <> ${subjectId}
        order by ${dutchOrder(sql`o.name`)}, o.id limit ${MOST_ALIKE}`,
    );
    return {
      ...found,
      forms,
      confidence: sums?.confidence ?? 1,
      places: forms.reduce((sum, form) => sum + form.places, 0),
      sources: sums?.sources ?? 0,
      roles: roles.map(({ role }) => role),
      others,
    };
  },
);

/** A page of the places where somebody stands, with the words around each. @throws Forbidden; NotFound */
export const placesOfSubject = query(
  reader,
  async (scope: ReaderScope, subjectId: string, wanted: number): Promise<SubjectPlaces> => {
    const db = await open(scope, subjectId);
    const [sums] = await rowsOf<{ total: number; ticked: number }>(
      db,
      sql`select count(*)::int as total, (count(*) filter (where not p.stays))::int as ticked
        from personal_find p join personal_form f on f.id = p.form_id
        where f.subject_id = ${subjectId} and f.dossier_id = ${scope.dossierId}`,
    );
    const page = pageOf(sums?.total ?? 0, PLACES_ON_PAGE, wanted);
    const rows = await rowsOf<SubjectPlace & { more: boolean; less: boolean }>(
      db,
      sql`select p.source_version_id as "versionId", p.start_cp as start, p.end_cp as "end", p.stays,
          o.id as "sourceId", o.title, v.n as version, b.n as block,
          not exists (select from source_version w where w.source_id = o.id and w.n > v.n) as newest,
          substr(b.text, greatest(p.start_cp - b.start_cp - ${BESIDE}::int, 0) + 1,
            least(p.start_cp - b.start_cp, ${BESIDE}::int)) as before,
          substr(b.text, p.start_cp - b.start_cp + 1, p.end_cp - p.start_cp) as words,
          substr(b.text, p.end_cp - b.start_cp + 1, ${BESIDE}::int) as after,
          p.start_cp - b.start_cp > ${BESIDE}::int as less, b.end_cp - p.end_cp > ${BESIDE}::int as more
        from personal_form f join personal_find p on p.form_id = f.id
        join source_version v on v.id = p.source_version_id join source o on o.id = v.source_id
        join source_block b on b.source_version_id = v.id
          and b.start_cp <= p.start_cp and b.end_cp > p.start_cp
        where f.subject_id = ${subjectId} and f.dossier_id = ${scope.dossierId}
        order by ${dutchOrder(sql`o.title`)}, o.id, v.n desc, p.start_cp
        limit ${PLACES_ON_PAGE} offset ${(page.page - 1) * PLACES_ON_PAGE}`,
    );
    return {
      ...page,
      ticked: sums?.ticked ?? 0,
      rows: rows.map(({ more, less, ...row }) => ({
        ...row,
        before: less ? `… ${row.before.replace(/^\S*\s/, "")}` : row.before,
        after: more ? `${row.after.replace(/\s\S*$/, "")} …` : row.after,
      })),
    };
  },
);

/**
 * Pieces of texts in which somebody stands, for seeing how others read them: of the first blocks, newest versions first.
 *
 * @throws Forbidden for who may not see names; NotFound
 */
export const readByOthers = query(
  reader,
  async (scope: ReaderScope, subjectId: string): Promise<Excerpt[]> => {
    const db = await open(scope, subjectId);
    const excerpts = await rowsOf<{
      versionId: string;
      title: string;
      block: number;
      start: number;
      text: string;
    }>(
      db,
      sql`select e.version_id as "versionId", e.title, e.block, e.start_cp as start,
          substr(e.text, e.start_cp - e.block_start + 1, ${AROUND * 2}::int) as text
        from (select distinct on (b.source_version_id, b.n) b.source_version_id as version_id, o.title,
            b.n as block, b.text, b.start_cp as block_start, v.n as version, v.source_id,
            greatest(b.start_cp, p.start_cp - ${AROUND}::int) as start_cp
          from personal_form f join personal_find p on p.form_id = f.id
          join source_version v on v.id = p.source_version_id join source o on o.id = v.source_id
          join source_block b on b.source_version_id = v.id
            and b.start_cp <= p.start_cp and b.end_cp > p.start_cp
          where f.subject_id = ${subjectId} and f.dossier_id = ${scope.dossierId}
          order by b.source_version_id, b.n, p.start_cp) e
        order by ${dutchOrder(sql`e.title`)}, e.source_id, e.version desc, e.block
        limit ${EXCERPTS}`,
    );
    if (excerpts.length === 0) return [];
    const stretches = JSON.stringify(
      excerpts.map(({ versionId, start }, i) => ({ i, version: versionId, start })),
    );
    const finds = await rowsOf<PlacedFind & { i: number; versionId: string }>(
      db,
      sql`select e.i, p.source_version_id as "versionId", p.start_cp as start, p.end_cp as "end",
          p.stays, s.id as "subjectId", s.kind, s.redaction, s.role, s.code
        from jsonb_to_recordset(${stretches}::text::jsonb) as e(i int, version uuid, start int)
        join personal_find p on p.source_version_id = e.version
          and p.start_cp < e.start + ${AROUND * 2}::int and p.end_cp > e.start
        join personal_form f on f.id = p.form_id join personal_subject s on s.id = f.subject_id
        where s.dossier_id = ${scope.dossierId}
        order by e.i, p.start_cp`,
    );
    return excerpts.map(({ title, block, start, text }, at) => ({
      title,
      block,
      pieces: piecesOf(
        text,
        start,
        finds
          .filter(({ i }) => i === at)
          .map(({ i: _i, versionId, ...find }) => ({
            ...find,
            place: keyOfPlace({ versionId, start: find.start }),
          })),
      ),
    }));
  },
);

/** The database, for who may see names. @throws Forbidden; NotFound when it is no id. */
async function open(scope: ReaderScope, subjectId: string): Promise<Database> {
  if (!maySeeNames(scope)) throw new Forbidden();
  if (!uuid.safeParse(subjectId).success) throw new NotFound();
  return database();
}
