import { and, eq, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { source, sourceFile } from "@/db/schema";
import type { DossierScope } from "../actor";
import { NotFound } from "../errors";
import { uuid } from "../fields";
import { type Paged, pageOf } from "../paging";
import type {
  OriginalFile,
  RestingThing,
  RestKind,
  RestsOn,
  SourceDetail,
  SourcePart,
  SourceRow,
} from "./reading-model";

/** Sources on one page of the list. */
const SOURCES_PER_PAGE = 25;

/** One page of the sources of a dossier, newest first. `page` counts from 1. */
export async function listSources(scope: DossierScope, page = 1): Promise<Paged<SourceRow>> {
  const db = await database();
  const [count] = await rowsOf<{ total: number }>(
    db,
    sql`select count(*)::int as total from source where dossier_id = ${scope.dossierId}`,
  );
  const place = pageOf(count?.total ?? 0, SOURCES_PER_PAGE, page);
  const rows = await rowsOf<SourceRow>(
    db,
    sql`
      select s.id, s.title, s.file_name as "fileName", s.byte_size as "byteSize", s.sha256,
        s.created_at as "createdAt", p.documents, p.confirmed, p.segments, p.open as "openSegments"
      from source s
      cross join lateral (
        select id from source_version where source_id = s.id order by n desc limit 1
      ) v
      cross join lateral (
        select count(*)::int as documents, count(part.confirmed_at)::int as confirmed,
          coalesce(sum(g.segments), 0)::int as segments, coalesce(sum(g.open), 0)::int as open
        from source_part part
        cross join lateral (
          select count(*) as segments, count(*) filter (where decision = 'open') as open
          from segment where part_id = part.id
        ) g
        where part.source_version_id = v.id
      ) p
      where s.dossier_id = ${scope.dossierId}
      order by s.created_at desc, s.id
      limit ${SOURCES_PER_PAGE} offset ${(place.page - 1) * SOURCES_PER_PAGE}`,
  );
  return { rows, ...place };
}

/** One source with the documents in it. @throws NotFound also for one of another dossier. */
export async function getSource(scope: DossierScope, id: string): Promise<SourceDetail> {
  if (!uuid.safeParse(id).success) throw new NotFound();
  const db = await database();
  const [found] = await rowsOf<Omit<SourceDetail, "parts">>(
    db,
    sql`
      select s.id, s.title, s.file_name as "fileName", s.media_type as "mediaType",
        s.byte_size as "byteSize", s.sha256, s.created_at as "createdAt", a.name as "createdBy",
        v.id as "versionId", v.characters, v.text_sha256 as "textSha256",
        (select count(*)::int from source_block b where b.source_version_id = v.id) as blocks
      from source s
      join source_version v on v.source_id = s.id
      left join account a on a.id = s.created_by
      where s.id = ${id} and s.dossier_id = ${scope.dossierId}
      order by v.n desc limit 1`,
  );
  if (!found) throw new NotFound();
  const parts = await rowsOf<SourcePart>(
    db,
    sql`
      select p.n, p.title, p.kind, p.held_on as "heldOn", p.starts_at as "startsAt", p.sector,
        p.start_cp as start, p.end_cp as "end", p.consultation_id as "consultationId",
        p.confirmed_at as "confirmedAt", g.segments, g.open as "openSegments",
        coalesce((
          select b.n from source_block b
          where b.source_version_id = p.source_version_id and b.start_cp <= p.start_cp
          order by b.start_cp desc limit 1
        ), 1) as "firstBlock"
      from source_part p
      cross join lateral (
        select count(*)::int as segments, count(*) filter (where decision = 'open')::int as open
        from segment where part_id = p.id
      ) g
      where p.source_version_id = ${found.versionId} and p.dossier_id = ${scope.dossierId}
      order by p.n`,
  );
  return { ...found, parts };
}

/** The file byte for byte as it came in. @throws NotFound also for one of another dossier. */
export async function originalFile(scope: DossierScope, id: string): Promise<OriginalFile> {
  if (!uuid.safeParse(id).success) throw new NotFound();
  const [found] = await (await database())
    .select({
      fileName: source.fileName,
      mediaType: source.mediaType,
      content: sourceFile.content,
    })
    .from(source)
    .innerJoin(sourceFile, eq(sourceFile.sourceId, source.id))
    .where(and(eq(source.id, id), eq(source.dossierId, scope.dossierId)));
  if (!found) throw new NotFound();
  return found;
}

/** How many things of one kind are given besides the requirements. */
const SHOWN_PER_KIND = 50;

/**
 * Everything that rests on words between two code points of a source version: upward from each
 * passage that overlaps them, by way of stellingen, reactions and kernwaarden, to requirements.
 *
 * The edges are those of the view `trace_edge`, written out so that each step upward goes by an
 * index; the view has none from what is rested on.
 */
export async function restsOn(
  scope: DossierScope,
  words: { sourceVersionId: string; start: number; end: number },
): Promise<RestsOn> {
  const rows = await rowsOf<RestingThing & { kind: RestKind; total: number }>(
    await database(),
    sql`
      with recursive up(kind, id, path) as (
        select 'passage', p.id, array[]::text[]
        from passage p
        where p.source_version_id = ${words.sourceVersionId} and p.dossier_id = ${scope.dossierId}
          and p.start_cp < ${words.end}::int and p.end_cp > ${words.start}::int
        union
        select edge.kind, edge.id, case up.kind when 'passage' then up.path else up.path || up.kind end
        from up cross join lateral (
          select 'statement' as kind, statement_id as id from statement_occurrence
            where up.kind = 'passage' and dossier_id = ${scope.dossierId}
              and (passage_id = up.id or explanation_passage_id = up.id)
          union all
          select 'reaction', id from reaction where up.kind = 'passage' and passage_id = up.id
          union all
          select 'reaction', id from reaction where up.kind = 'statement'
            and dossier_id = ${scope.dossierId} and statement_id = up.id
          union all
          select 'coreValue', core_value_id from coding
            where up.kind = 'passage' and passage_id = up.id and removed_at is null
          union all
          select 'coreValue', core_value_id from coding
            where up.kind = 'reaction' and reaction_id = up.id and removed_at is null
          union all
          select 'requirement', requirement_id from requirement_link
            where up.kind = 'passage' and passage_id = up.id and removed_at is null
          union all
          select 'requirement', requirement_id from requirement_link
            where up.kind = 'reaction' and reaction_id = up.id and removed_at is null
          union all
          select 'requirement', requirement_id from requirement_link
            where up.kind = 'coreValue' and core_value_id = up.id and removed_at is null
        ) edge
      ),
      reached as (
        select kind, id, jsonb_agg(to_jsonb(path) order by cardinality(path), path) as paths
        from up where kind <> 'passage' group by kind, id
      ),
      described as (
        select reached.*, r.code, coalesce(k.number, reaction.number, o.number) as number,
          coalesce(v.title, k.name, left(reaction.text, 400), s.text) as text,
          r.dropped_at is not null as dropped,
          row_number() over (
            partition by reached.kind
            order by chapter.position, r.position, k.number, reaction.number, o.number, reached.id
          ) as place,
          (count(*) over (partition by reached.kind))::int as total
        from reached
        left join requirement r on reached.kind = 'requirement' and r.id = reached.id
        left join chapter on chapter.id = r.chapter_id
        left join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version
        left join core_value k on reached.kind = 'coreValue' and k.id = reached.id
        left join reaction on reached.kind = 'reaction' and reaction.id = reached.id
        left join statement s on reached.kind = 'statement' and s.id = reached.id
        left join lateral (
          select min(number) as number from statement_occurrence where statement_id = s.id
        ) o on true
      )
      select kind, id, code, number, text, dropped, paths, total from described
      where kind = 'requirement' or place <= ${SHOWN_PER_KIND}
      order by kind, place`,
  );
  const of = (wanted: RestKind) => {
    const found = rows.filter((row) => row.kind === wanted);
    return {
      rows: found.map(({ kind: _kind, total: _total, ...thing }) => thing),
      total: found[0]?.total ?? 0,
    };
  };
  return {
    requirements: of("requirement").rows,
    coreValues: of("coreValue"),
    reactions: of("reaction"),
    statements: of("statement"),
  };
}
