import { and, count, desc, eq, ne, sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import { source } from "@/db/schema";
import { maySeeNames } from "../../dossiers/policy";
import { TIME_ZONE } from "../../kernel/dates";
import { Forbidden, NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { type Paged, pageOf } from "../../kernel/paging";
import { query } from "../../kernel/query";
import {
  type AdministratorScope,
  administrator,
  type ReaderScope,
  reader,
} from "../../kernel/scope";
import { titlesThrough } from "../../redaction/rows";
import type {
  ManagedSource,
  OriginalFile,
  ReceivedSource,
  SourceDetail,
  SourcePart,
} from "../model";
import { ACT_OF_DOCUMENT, isDocument, isToSplit, piecesOf } from "../rows";

/** How far a source `s` is. */
export const PROGRESS = sql`s.state, case when s.failure is not null then json_build_object(
  'key', s.failure, 'params', coalesce(s.failure_params, '{}')) end as failure`;

/** Whether the original of a source `s` is due to be destroyed. */
export const DUE = sql`(s.destroyed_at is null
  and s.keep_until < (now() at time zone ${TIME_ZONE}::text)::date)`;

const RECEIVED = sql`s.id, s.title, s.file_name as "fileName", s.media_type as "mediaType",
  s.byte_size as "byteSize", s.sha256, s.created_at as "createdAt", a.name as "createdBy",
  case when s.removed_at is not null then json_build_object('at', to_json(s.removed_at) #>> '{}',
    'by', (select name from account where id = s.removed_by), 'reason', s.removed_reason) end as removed,
  ${PROGRESS}`;

/** A source, read or not. @throws NotFound also for one of another dossier. */
export const receivedSource = query(
  reader,
  async (scope: ReaderScope, id: string): Promise<ReceivedSource> => {
    if (!uuid.safeParse(id).success) throw new NotFound();
    const [found] = await rowsOf<ReceivedSource>(
      await database(),
      sql`
      select ${RECEIVED}
      from source s
      left join account a on a.id = s.created_by
      where s.id = ${id} and s.dossier_id = ${scope.dossierId}`,
    );
    if (!found) throw new NotFound();
    return found;
  },
);

/**
 * A source that has been read, with the documents in it: its newest version, or version `n`.
 *
 * @throws NotFound also for one of another dossier, and for one that has no text yet or no such version.
 */
export const getSource = query(
  reader,
  async (scope: ReaderScope, id: string, n?: number | null): Promise<SourceDetail> => {
    if (!uuid.safeParse(id).success) throw new NotFound();
    const db = await database();
    const [found] = await rowsOf<Omit<SourceDetail, "parts">>(
      db,
      sql`
      select ${RECEIVED}, v.id as "versionId", v.n, v.characters,
        (select max(w.n) from source_version w where w.source_id = s.id) as newest,
        case when s.adopted_version is not null then json_build_object(
          'n', s.adopted_version, 'on', s.adopted_on, 'by', s.adopted_by) end as adopted, v.text_sha256 as "textSha256",
        to_json(v.pages) as paper, coalesce(s.remarks, '[]') as remarks, s.keep_until as "keepUntil",
        s.destroyed_at as "destroyedAt", s.destroyed_reason as "destroyedReason",
        coalesce((select b.n from source_block b where b.source_version_id = v.id
          order by b.n desc limit 1), 0) as blocks
      from source s
      join source_version v on v.source_id = s.id
      left join account a on a.id = s.created_by
      where s.id = ${id} and s.dossier_id = ${scope.dossierId}
        and ${n == null ? sql`true` : sql`v.n = ${n}`}
      order by v.n desc limit 1`,
    );
    if (!found) throw new NotFound();
    const parts = await rowsOf<SourcePart>(
      db,
      sql`
      select d.n, d.title, d.kind, d.held_on as "heldOn", d.starts_at as "startsAt", d.sector,
        case when d.source_version_id = ${found.versionId} then d.start_cp
          else coalesce(again.start_cp, 0) end as start, d.end_cp as "end", d.consultation_id as "consultationId",
        d.confirmed_at as "confirmedAt", ${ACT_OF_DOCUMENT} as act, g.segments,
        g.open as "openSegments", coalesce(case when d.source_version_id = ${found.versionId}
          then began.n else again.n end, 1) as "firstBlock"
      from source_part d
      join source_version v on v.id = d.source_version_id
      cross join lateral (
        select count(*)::int as segments, count(*) filter (where decision = 'open')::int as open
        from segment where part_id = d.id and ${isToSplit(sql`d`)}
      ) g
      left join lateral (
        select b.n, b.text from source_block b
        where b.source_version_id = d.source_version_id and b.start_cp <= d.start_cp
        order by b.start_cp desc limit 1
      ) began on true
      -- A text that was corrected has the documents of the one before, each from the same words on.
      left join lateral (
        select b.n, b.start_cp from source_block b
        where d.source_version_id <> ${found.versionId} and b.source_version_id = ${found.versionId}
          and b.text = began.text
        order by b.n limit 1
      ) again on true
      where v.source_id = ${id} and d.dossier_id = ${scope.dossierId}
      order by d.n`,
    );
    return { ...found, parts };
  },
);

/**
 * The file byte for byte as it came in; of one that was destroyed there are no pieces.
 *
 * @throws Forbidden for who may not see names: nothing can be replaced in it. NotFound also for one of another dossier.
 */
export const originalFile = query(
  reader,
  async (scope: ReaderScope, id: string): Promise<OriginalFile> => {
    if (!maySeeNames(scope)) throw new Forbidden();
    if (!uuid.safeParse(id).success) throw new NotFound();
    const db = await database();
    const [found] = await db
      .select({
        fileName: source.fileName,
        mediaType: source.mediaType,
        byteSize: source.byteSize,
        sha256: source.sha256,
        destroyedAt: source.destroyedAt,
        destroyedReason: source.destroyedReason,
      })
      .from(source)
      .where(and(eq(source.id, id), eq(source.dossierId, scope.dossierId)));
    if (!found) throw new NotFound();
    return { ...found, pieces: piecesOf(db, id) };
  },
);

const MANAGED = {
  id: source.id,
  title: source.title,
  fileName: source.fileName,
  byteSize: source.byteSize,
  createdAt: source.createdAt,
};

/** Sources on one page of the administrator's list. */
const MANAGED_PAGE = 50;

/** What an administrator sees: documents that were brought in and not removed. */
const ofDossier = (dossierId: string) =>
  and(eq(source.dossierId, dossierId), isDocument, ne(source.state, "removed"));

/** The sources of a dossier for an administrator, newest first. */
export const managedSources = query(
  administrator,
  async (
    _scope: AdministratorScope,
    dossierId: string,
    wantedPage?: number,
  ): Promise<Paged<ManagedSource>> => {
    const db = await database();
    const documents = ofDossier(dossierId);
    const [all] = await db.select({ n: count() }).from(source).where(documents);
    const total = all?.n ?? 0;
    const { page, pages } = pageOf(total, MANAGED_PAGE, wantedPage);
    const rows = await db
      .select(MANAGED)
      .from(source)
      .where(documents)
      .orderBy(desc(source.createdAt), source.id)
      .limit(MANAGED_PAGE)
      .offset((page - 1) * MANAGED_PAGE);
    return { rows: await asOthersRead(db, dossierId, rows), total, page, pages };
  },
);

/** An administrator is in none of the dossiers. */
async function asOthersRead(
  db: Database,
  dossierId: string,
  rows: readonly ManagedSource[],
): Promise<ManagedSource[]> {
  const read = await titlesThrough(
    db,
    rows.map(({ title, fileName }) => ({ dossierId, text: `${title} ${fileName}` })),
  );
  return rows.map((row) => ({
    ...row,
    title: read(dossierId, row.title),
    fileName: read(dossierId, row.fileName),
  }));
}

/** One of them. @throws NotFound */
export const managedSource = query(
  administrator,
  async (
    _scope: AdministratorScope,
    dossierId: string,
    sourceId: string,
  ): Promise<ManagedSource> => {
    if (!uuid.safeParse(sourceId).success) throw new NotFound();
    const db = await database();
    const rows = await db
      .select(MANAGED)
      .from(source)
      .where(and(eq(source.id, sourceId), ofDossier(dossierId)));
    const [found] = await asOthersRead(db, dossierId, rows);
    if (!found) throw new NotFound();
    return found;
  },
);
