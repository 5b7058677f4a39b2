import { type SQL, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { blockChanges } from "../../anchoring/changes";
import { NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { pageOf } from "../../kernel/paging";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import { blocksThrough, contextThrough, wordsThrough } from "../../redaction/rows";
import { stretchOf } from "../../text/blocks";
import type {
  BlockRow,
  PlaceBeside,
  PlaceList,
  PlaceRow,
  RevisionOnItsWay,
  SourceVersions,
  VersionChangeList,
  VersionRow,
} from "../model";
import { textOfVersion } from "../rows";

/** Passages on the page where one decides. */
const PLACES_SHOWN = 500;

/** Changed blocks on the page of a version. */
const CHANGES_SHOWN = 300;

const count = (where: SQL) => sql`count(*) filter (where ${where})::int`;

/** Versions on a page of their list. */
const VERSIONS_SHOWN = 25;

/**
 * A page of the versions of a source, newest first, and what is on its way.
 *
 * @throws NotFound also for one of another dossier.
 */
export const versionsOf = query(
  reader,
  async (scope: ReaderScope, sourceId: string, wanted?: number): Promise<SourceVersions> => {
    if (!uuid.safeParse(sourceId).success) throw new NotFound();
    const db = await database();
    const [sum] = await rowsOf<{ total: number; newest: number; open: number; waiting: number }>(
      db,
      sql`
      select count(*)::int as total, max(v.n) as newest, (
          select count(*)::int from suspect_passage p
          where p.source_id = ${sourceId} and p.decision is null and p.status is not null) as open, (
          select count(*)::int from suspect_passage p
          where p.source_id = ${sourceId} and p.status is null) as waiting
      from source_version v where v.source_id = ${sourceId} and v.dossier_id = ${scope.dossierId}`,
    );
    if (!sum || sum.total === 0) throw new NotFound();
    const page = pageOf(sum.total, VERSIONS_SHOWN, wanted);
    const versions = await rowsOf<VersionRow>(
      db,
      sql`
      select v.id, v.n, v.created_at as "createdAt", coalesce(a.name, b.name) as "createdBy",
        coalesce(r.file_name, s.file_name) as "fileName", r.note, v.characters,
        v.text_sha256 as "textSha256", l.located
      from source_version v
      join source s on s.id = v.source_id
      left join source_revision r on r.id = v.id
      left join account a on a.id = r.created_by
      left join account b on b.id = s.created_by and v.n = 1
      cross join lateral (
        select json_build_object('exact', ${count(sql`status = 'exact'`)},
          'moved', ${count(sql`status = 'moved'`)}, 'proposed', ${count(sql`status = 'proposed'`)},
          'orphan', ${count(sql`status = 'orphan'`)}) as located
        from passage_location where source_version_id = v.id
      ) l
      where s.id = ${sourceId} and s.dossier_id = ${scope.dossierId}
      order by v.n desc limit ${VERSIONS_SHOWN} offset ${(page.page - 1) * VERSIONS_SHOWN}`,
    );
    const [revision] = await rowsOf<RevisionOnItsWay>(
      db,
      sql`
      select r.id, r.n, r.file_name as "fileName", r.note, r.created_at as "createdAt", r.state,
        case when r.failure is not null then json_build_object(
          'key', r.failure, 'params', coalesce(r.failure_params, '{}')) end as failure
      from source_revision r
      where r.source_id = ${sourceId} and r.dossier_id = ${scope.dossierId} and r.n > ${sum.newest}
      order by r.created_at desc limit 1`,
    );
    const { open, waiting } = sum;
    return { versions: { ...page, rows: versions }, open, waiting, revision: revision ?? null };
  },
);

/** The whole text of a version, to correct it or to hold it against another. @throws NotFound */
export const versionText = query(
  reader,
  async (
    scope: ReaderScope,
    sourceId: string,
    n: number,
  ): Promise<{ versionId: string; text: string }> => {
    if (!uuid.safeParse(sourceId).success) throw new NotFound();
    const db = await database();
    const [found] = await rowsOf<{ id: string }>(
      db,
      sql`select id from source_version
        where source_id = ${sourceId} and dossier_id = ${scope.dossierId} and n = ${n}`,
    );
    if (!found) throw new NotFound();
    const text = await textOfVersion(db, found.id);
    const [read = ""] = await wordsThrough(db, scope, found.id, [{ text, start: 0 }]);
    return { versionId: found.id, text: read };
  },
);

/** The passages of a source that changed in its newest version, and what was decided of them. @throws NotFound */
export const placesIn = query(
  reader,
  async (scope: ReaderScope, sourceId: string): Promise<PlaceList> => {
    if (!uuid.safeParse(sourceId).success) throw new NotFound();
    const db = await database();
    const [newest] = await rowsOf<Omit<PlaceList, "rows" | "open">>(
      db,
      sql`
      select v.id as "versionId", v.n, (
          select json_build_object('exact', ${count(sql`status = 'exact'`)},
            'moved', ${count(sql`status = 'moved'`)}, 'proposed', ${count(sql`status = 'proposed'`)},
            'orphan', ${count(sql`status = 'orphan'`)})
          from passage_location where source_version_id = v.id) as counts,
        (select count(*)::int from suspect_passage p
          where p.source_version_id = v.id and p.status is null) as waiting
      from source_version v
      where v.source_id = ${sourceId} and v.dossier_id = ${scope.dossierId}
      order by v.n desc limit 1`,
    );
    if (!newest) throw new NotFound();
    const rows = await rowsOf<PlaceRow & { blocks: Pick<BlockRow, "start" | "before" | "text">[] }>(
      db,
      sql`
      select p.id as "passageId", p.exact, v.n, l.status, l.score, to_json(l.meaning) as meaning, l.decision,
        a.name as "decidedBy", l.decided_at as "decidedAt",
        json_build_object('versionId', v.id, 'start', p.start_cp, 'end', p.end_cp) as old,
        case when l.start_cp is not null or l.decided_start_cp is not null then json_build_object(
          'start', coalesce(l.decided_start_cp, l.start_cp),
          'end', coalesce(l.decided_end_cp, l.end_cp)) end as now, (
          select coalesce(json_agg(json_build_object(
            'start', b.start_cp, 'before', b.before, 'text', b.text) order by b.n), '[]')
          from source_block b where b.source_version_id = l.source_version_id
            and b.start_cp < coalesce(l.decided_end_cp, l.end_cp)
            -- From the block in which it begins: by its end alone all before it would be read.
            and b.start_cp >= coalesce((
              select a.start_cp from source_block a where a.source_version_id = l.source_version_id
                and a.start_cp <= coalesce(l.decided_start_cp, l.start_cp)
              order by a.start_cp desc limit 1), 0)) as blocks
      from passage_location l
      join passage p on p.id = l.passage_id
      join source_version v on v.id = p.source_version_id
      left join account a on a.id = l.decided_by
      where l.source_version_id = ${newest.versionId} and p.dossier_id = ${scope.dossierId}
        and l.status in ('proposed', 'orphan')
      order by p.start_cp, p.end_cp, p.id limit ${PLACES_SHOWN}`,
    );
    const standing = await wordsThrough(
      db,
      scope,
      newest.versionId,
      rows.map(({ blocks, now }) => stretchOf(blocks, now ?? { start: 0, end: 0 })),
    );
    const read = await contextThrough(
      db,
      scope,
      rows.map(({ blocks, ...row }, i) => ({
        ...row,
        standing: row.now ? (standing[i] ?? "") : "",
        sourceVersionId: row.old.versionId,
        ...row.old,
      })),
    );
    return { ...newest, rows: read, open: read.filter((row) => row.decision === null).length };
  },
);

/**
 * Where a passage stands: in version `n`, or else in the newest version in which it is known where it is.
 *
 * @throws NotFound for a passage of another source or dossier, and where it does not stand in version `n`.
 */
export const placeOfPassage = query(
  reader,
  async (
    scope: ReaderScope,
    sourceId: string,
    passageId: string,
    n: number | null,
  ): Promise<{ n: number; start: number; end: number }> => {
    if (![sourceId, passageId].every((id) => uuid.safeParse(id).success)) throw new NotFound();
    const [found] = await rowsOf<{ n: number; start: number; end: number }>(
      await database(),
      sql`
      select v.n, place.start_cp as start, place.end_cp as "end"
      from placed_passage place join source_version v on v.id = place.source_version_id
      where place.passage_id = ${passageId} and place.dossier_id = ${scope.dossierId}
        and v.source_id = ${sourceId} and ${n === null ? sql`true` : sql`v.n = ${n}`}
      order by v.n desc limit 1`,
    );
    if (!found) throw new NotFound();
    return found;
  },
);

/** What changed in version `n` since the one before it, block by block. @throws NotFound when there is no such version */
export const changesIn = query(
  reader,
  async (scope: ReaderScope, sourceId: string, n: number): Promise<VersionChangeList> => {
    if (!uuid.safeParse(sourceId).success) throw new NotFound();
    const db = await database();
    const blocksOf = async (number: number) => {
      const rows = await rowsOf<{ n: number; text: string; start: number; versionId: string }>(
        db,
        sql`select b.n, b.text, b.start_cp as start, v.id as "versionId"
          from source_block b join source_version v on v.id = b.source_version_id
          where v.source_id = ${sourceId} and v.dossier_id = ${scope.dossierId} and v.n = ${number}
          order by b.n`,
      );
      const read = await wordsThrough(db, scope, rows[0]?.versionId ?? "", rows);
      return rows.map(({ n }, i) => ({ n, text: read[i] ?? "" }));
    };
    const [before, after] = [await blocksOf(n - 1), await blocksOf(n)];
    if (before.length === 0 || after.length === 0) throw new NotFound();
    const all = blockChanges(before, after);
    const total = all.filter(({ type }) => type === "changed").length;
    let shown = 0;
    const changes = all.filter(({ type }) => {
      if (type === "changed") shown++;
      return shown <= CHANGES_SHOWN;
    });
    return { changes, total };
  },
);

/** How far around a place its text is shown, in code points. */
const AROUND = 700;

/** Other passages that are marked in the text around one. */
const BESIDES_SHOWN = 40;

/**
 * The blocks around a passage in the version in which it was quoted, and in the newest around where it stands
 * or, when it is gone, around where the passage before it stands; with the other passages there that did not stay
 * as they were.
 */
export const placeBesides = query(
  reader,
  async (
    scope: ReaderScope,
    newest: Pick<PlaceList, "versionId">,
    { passageId, old, now }: Pick<PlaceRow, "passageId" | "old" | "now">,
  ): Promise<{ before: BlockRow[]; after: BlockRow[]; others: PlaceBeside[] }> => {
    const db = await database();
    const around = async (versionId: string, { start, end }: { start: number; end: number }) => {
      const rows = await rowsOf<BlockRow>(
        db,
        sql`
        select b.n, b.start_cp as start, b.end_cp as "end", b.before, b.text, b.form, b.level
        from source_block b join source_version v on v.id = b.source_version_id
        where v.id = ${versionId} and v.dossier_id = ${scope.dossierId}
          and b.start_cp < ${end + AROUND} and b.end_cp > ${start - AROUND}
        order by b.n`,
      );
      return blocksThrough(db, scope, versionId, rows);
    };
    const [near] = now
      ? [now]
      : await rowsOf<{ start: number; end: number }>(
          db,
          sql`
          select l.start_cp as start, l.end_cp as "end"
          from passage_location l join passage p on p.id = l.passage_id
          where l.source_version_id = ${newest.versionId} and l.status = 'exact'
            and p.source_version_id = ${old.versionId} and p.start_cp < ${old.start}
          order by p.start_cp desc limit 1`,
        );
    const there = near ?? old;
    const others = await rowsOf<PlaceBeside>(
      db,
      sql`
      select p.id as "passageId", l.status, l.decision is not null as decided,
        json_build_object('start', p.start_cp, 'end', p.end_cp) as old,
        case when place.start is not null then json_build_object(
          'start', place.start, 'end', place.end) end as now
      from passage_location l
      join passage p on p.id = l.passage_id
      cross join lateral (select coalesce(l.decided_start_cp, l.start_cp) as start,
        coalesce(l.decided_end_cp, l.end_cp) as "end") place
      where l.source_version_id = ${newest.versionId} and l.status <> 'exact'
        and p.source_version_id = ${old.versionId} and p.dossier_id = ${scope.dossierId}
        and p.id <> ${passageId} and (
          (p.start_cp < ${old.end + AROUND} and p.end_cp > ${old.start - AROUND})
          or (place.start < ${there.end + AROUND} and place.end > ${there.start - AROUND}))
      order by p.start_cp, p.end_cp, p.id limit ${BESIDES_SHOWN}`,
    );
    return {
      before: await around(old.versionId, old),
      after: await around(newest.versionId, there),
      others,
    };
  },
);
