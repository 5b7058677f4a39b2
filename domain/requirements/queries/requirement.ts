import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { passagesWithContext } from "@/domain/sources/queries";
import { NotFound } from "../../kernel/errors";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import type {
  CoreValueLink,
  Neighbour,
  ReactionLink,
  RequirementLinks,
  RequirementVersion,
  RequirementView,
} from "../model";
import { versionColumns } from "./versions";

/** Everything the page of a requirement shows. @throws NotFound */
export const getRequirement = query(
  reader,
  async (scope: ReaderScope, requirementId: string): Promise<RequirementView> => {
    const db = await database();
    const [row] = await rowsOf<
      Omit<RequirementView, "version" | "links" | "previous" | "next"> & RequirementVersion
    >(
      db,
      sql`select r.id, r.code, r.chapter_id as "chapterId", c.position as "chapterNumber",
        c.title as "chapterTitle", r.position, r.lock_version as "lockVersion",
        r.no_source_reason as "noSourceReason", r.dropped_at as "droppedAt", ${versionColumns}
      from requirement r
      join chapter c on c.id = r.chapter_id
      join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version
      left join account a on a.id = v.created_by
      where r.id = ${requirementId} and r.dossier_id = ${scope.dossierId}`,
    );
    if (!row) throw new NotFound();
    const { id, code, chapterId, chapterNumber, chapterTitle, position } = row;
    const { lockVersion, noSourceReason, droppedAt, ...version } = row;
    const [links, previous, next] = [
      await linksOf(scope, requirementId),
      await neighbour(scope, chapterNumber, position, "previous"),
      await neighbour(scope, chapterNumber, position, "next"),
    ];
    return {
      id,
      code,
      chapterId,
      chapterNumber,
      chapterTitle,
      position,
      lockVersion,
      noSourceReason,
      droppedAt,
      version: {
        n: version.n,
        title: version.title,
        kind: version.kind,
        body: version.body,
        bodyText: version.bodyText,
        explanation: version.explanation,
        evidence: version.evidence,
        verification: version.verification,
        score: version.score,
        weight: version.weight,
        reason: version.reason,
        fingerprint: version.fingerprint,
        author: version.author,
        createdAt: version.createdAt,
      },
      links,
      previous,
      next,
    };
  },
);

async function neighbour(
  scope: ReaderScope,
  chapter: number,
  position: number,
  side: "previous" | "next",
): Promise<Neighbour | null> {
  const here = sql`(${chapter}::int, ${position}::int)`;
  const [found] = await rowsOf<Neighbour>(
    await database(),
    sql`select r.id, r.code, v.title from requirement r
      join chapter c on c.id = r.chapter_id
      join requirement_version v on v.requirement_id = r.id and v.n = r.lock_version
      where r.dossier_id = ${scope.dossierId} and ${
        side === "previous"
          ? sql`(c.position, r.position) < ${here} order by c.position desc, r.position desc`
          : sql`(c.position, r.position) > ${here} order by c.position, r.position`
      } limit 1`,
  );
  return found ?? null;
}

async function linksOf(scope: ReaderScope, requirementId: string): Promise<RequirementLinks> {
  const db = await database();
  const mine = sql`l.requirement_id = ${requirementId} and l.dossier_id = ${scope.dossierId}`;
  const coreValues = await rowsOf<CoreValueLink>(
    db,
    sql`select l.id as "linkId", k.id, k.number, k.name, k.definition,
        (select count(*)::int from core_value_word w
          where w.dossier_id = k.dossier_id and w.core_value_id = k.id) as words
      from live_link l join core_value k on k.id = l.core_value_id
      where ${mine} order by k.number`,
  );
  const reactions = await rowsOf<ReactionLink>(
    db,
    sql`select l.id as "linkId", e.id, e.number, e.text, e.speaker, g.name as "group",
        o.title as consultation, e.passage_id as "passageId", w.source_id as "sourceId"
      from live_link l
      join live_reaction e on e.id = l.reaction_id
      join consultation o on o.id = e.consultation_id
      left join stakeholder_group g on g.id = e.stakeholder_group_id
      left join passage p on p.id = e.passage_id
      left join source_version w on w.id = p.source_version_id
      where ${mine} order by e.number`,
  );
  const quoted = await rowsOf<{ linkId: string; passageId: string }>(
    db,
    sql`select l.id as "linkId", p.id as "passageId" from live_link l
      join passage p on p.id = l.passage_id
      where ${mine} order by p.source_version_id, p.start_cp`,
  );
  const places = await passagesWithContext(
    scope,
    quoted.map((row) => row.passageId),
  );
  const passages = quoted.flatMap(({ linkId, passageId }) => {
    const place = places.get(passageId);
    return place ? [{ linkId, ...place }] : [];
  });
  return { coreValues, reactions, passages };
}
