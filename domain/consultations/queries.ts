import { and, asc, eq, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { consultation } from "@/db/schema";
import { dutchOrder } from "@/db/search";
import type { ReactionKind } from "@/db/vocabulary";
import { NotFound } from "../kernel/errors";
import { uuid } from "../kernel/fields";
import { type Paged, pageOf } from "../kernel/paging";
import { query } from "../kernel/query";
import { type ReaderScope, reader } from "../kernel/scope";
import type {
  ConsultationContents,
  ConsultationDocument,
  ConsultationOption,
  ConsultationRow,
  ConsultationStatement,
  CurrentConsultation,
} from "./model";

/** Consultations on one page of the list. */
const CONSULTATIONS_PER_PAGE = 50;

/** How many consultations a dossier has. */
export const countConsultations = query(reader, async (scope: ReaderScope): Promise<number> => {
  return (await database()).$count(consultation, eq(consultation.dossierId, scope.dossierId));
});

/** One page of the consultations of a dossier, newest first. `page` counts from 1. */
export const listConsultations = query(
  reader,
  async (scope: ReaderScope, page?: number): Promise<Paged<ConsultationRow>> => {
    const place = pageOf(await countConsultations(scope), CONSULTATIONS_PER_PAGE, page);
    const rows = await rowsOf<ConsultationRow>(
      await database(),
      sql`
      select c.id, c.title, c.kind, c.held_on as "heldOn", c.starts_at as "startsAt", c.sector,
        (select count(*)::int from statement_occurrence o where o.consultation_id = c.id) as statements,
        (select count(*)::int from live_reaction r
          where r.dossier_id = c.dossier_id and r.consultation_id = c.id) as reactions,
        g.segments, g.open as "openSegments"
      from consultation c
      cross join lateral (
        select count(s.start_cp)::int as segments,
          count(s.start_cp) filter (where s.decision = 'open')::int as open
        from source_part p join segment s on s.part_id = p.id
        where p.dossier_id = c.dossier_id and p.consultation_id = c.id
      ) g
      where c.dossier_id = ${scope.dossierId}
      order by c.held_on desc nulls last, c.starts_at desc nulls last, ${dutchOrder(sql`c.title`)}, c.id
      limit ${CONSULTATIONS_PER_PAGE} offset ${(place.page - 1) * CONSULTATIONS_PER_PAGE}`,
    );
    return { rows, ...place };
  },
);

/** The consultations to choose from in a form or filter, oldest first. */
export const consultationOptions = query(
  reader,
  async (scope: ReaderScope): Promise<ConsultationOption[]> => {
    return (await database())
      .select({
        id: consultation.id,
        title: consultation.title,
        kind: consultation.kind,
        heldOn: consultation.heldOn,
        sector: consultation.sector,
      })
      .from(consultation)
      .where(eq(consultation.dossierId, scope.dossierId))
      .orderBy(asc(consultation.heldOn), dutchOrder(consultation.title), asc(consultation.id));
  },
);

/** A consultation as its form needs it. @throws NotFound also for one of another dossier. */
export const getConsultation = query(
  reader,
  async (scope: ReaderScope, id: string): Promise<CurrentConsultation> => {
    if (!uuid.safeParse(id).success) throw new NotFound();
    const [found] = await (await database())
      .select({
        id: consultation.id,
        title: consultation.title,
        kind: consultation.kind,
        audience: consultation.audience,
        heldOn: consultation.heldOn,
        startsAt: consultation.startsAt,
        sector: consultation.sector,
        chair: consultation.chair,
        lockVersion: consultation.lockVersion,
      })
      .from(consultation)
      .where(and(eq(consultation.id, id), eq(consultation.dossierId, scope.dossierId)));
    if (!found) throw new NotFound();
    return found;
  },
);

/** What a consultation holds: stellingen put there, counts of reactions, and the documents it came from. */
export const consultationContents = query(
  reader,
  async (scope: ReaderScope, id: string): Promise<ConsultationContents> => {
    const db = await database();
    const statements = await rowsOf<ConsultationStatement>(
      db,
      sql`
      select o.statement_id as "statementId", o.number, s.text,
        (select coalesce(json_agg(distinct p.label), '[]') from statement_place p
          where p.occurrence_id = o.id and p.label <> o.number::text) as labels,
        (select count(*)::int from live_reaction r
          where r.dossier_id = o.dossier_id and r.statement_id = o.statement_id
            and r.consultation_id = o.consultation_id) as reactions
      from statement_occurrence o join statement s on s.id = o.statement_id
      where o.dossier_id = ${scope.dossierId} and o.consultation_id = ${id}
      order by o.number`,
    );
    const counts = await rowsOf<{ kind: ReactionKind; count: number; loose: number }>(
      db,
      sql`
      select kind, count(*)::int as count,
        (count(*) filter (where statement_id is null))::int as loose from live_reaction reaction
      where dossier_id = ${scope.dossierId} and consultation_id = ${id}
      group by kind order by count desc, kind`,
    );
    const documents = await rowsOf<ConsultationDocument>(
      db,
      sql`
      select s.id as "sourceId", s.title as "sourceTitle", p.n as part,
        p.start_cp as start, p.end_cp as "end", p.confirmed_at as "confirmedAt",
        g.segments, g.open as "openSegments"
      from source_part p
      join source_version v on v.id = p.source_version_id
      join source s on s.id = v.source_id
      cross join lateral (
        select count(*)::int as segments, count(*) filter (where decision = 'open')::int as open
        from segment where part_id = p.id
      ) g
      where p.dossier_id = ${scope.dossierId} and p.consultation_id = ${id}
      order by ${dutchOrder(sql`s.title`)}, p.n`,
    );
    return {
      statements,
      reactionsByKind: counts.map(({ kind, count }) => ({ kind, count })),
      withoutStatement: counts.reduce((sum, { loose }) => sum + loose, 0),
      documents,
    };
  },
);
