import { and, eq, gte, lt, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { passage, reaction, segment, sourcePart } from "@/db/schema";
import { Conflict, NotFound } from "../../kernel/errors";
import type { MemberScope } from "../../kernel/scope";
import type { PartRow } from ".";

/** The rows of parts that were confirmed, and what they became. */

/** A part of which the splitting is confirmed: what it became stands in its consultation. */
export type ConfirmedRow = PartRow & { consultationId: string };

/** Whether a part is confirmed. */
export function isConfirmed(part: PartRow): part is ConfirmedRow {
  return part.confirmedAt !== null && part.consultationId !== null;
}

/**
 * Takes a confirmed part for writing.
 *
 * @throws NotFound for a part of another dossier; Conflict when it is not confirmed (any more), or when
 *   somebody changed it since `lockVersion`.
 */
export async function takeConfirmed(
  tx: Database,
  scope: MemberScope,
  partId: string,
  lockVersion: number,
): Promise<ConfirmedRow> {
  const [part] = await tx
    .select()
    .from(sourcePart)
    .where(and(eq(sourcePart.id, partId), eq(sourcePart.dossierId, scope.dossierId)))
    .for("update");
  if (!part) throw new NotFound();
  if (!isConfirmed(part)) throw new Conflict("splitting.errors.notConfirmed", {}, part.lockVersion);
  if (part.lockVersion !== lockVersion) {
    throw new Conflict("splitting.errors.stale", {}, part.lockVersion);
  }
  return part;
}

/** The confirmed parts of a source, locked. */
export async function confirmedParts(tx: Database, sourceId: string): Promise<ConfirmedRow[]> {
  const parts = await tx
    .select()
    .from(sourcePart)
    .where(
      sql`${sourcePart.sourceVersionId} in (
        select id from source_version where source_id = ${sourceId}::uuid)`,
    )
    .orderBy(sourcePart.id)
    .for("update");
  return parts.filter(isConfirmed);
}

/** Whether a part was split in segments: what came from a spreadsheet was not. */
export async function hasSegments(tx: Database, partId: string): Promise<boolean> {
  const some = await tx
    .select({ start: segment.start })
    .from(segment)
    .where(eq(segment.partId, partId))
    .limit(1);
  return some.length > 0;
}

/** The reactions that a part became. */
export async function reactionsIn(tx: Database, part: ConfirmedRow): Promise<string[]> {
  const rows = await tx
    .select({ id: reaction.id })
    .from(reaction)
    .innerJoin(passage, eq(passage.id, reaction.passageId))
    .where(
      and(
        eq(reaction.consultationId, part.consultationId),
        eq(passage.sourceVersionId, part.sourceVersionId),
        gte(passage.start, part.start),
        lt(passage.start, part.end),
      ),
    );
  return rows.map(({ id }) => id);
}

/** A reaction that a segment became. */
export interface MadeReaction {
  id: string;
  number: number;
  statementId: string | null;
  /** Number, within the part, of the stelling that its segment belongs to. */
  statement: number | null;
}

/** The reactions of a part, with their numbers, by the start of their segment. */
export async function reactionsByStart(
  tx: Database,
  part: ConfirmedRow,
): Promise<ReadonlyMap<number, MadeReaction>> {
  const rows = await rowsOf<MadeReaction & { start: number }>(
    tx,
    sql`select s.start_cp as start, s.statement, r.id, r.number, r.statement_id as "statementId"
      from segment s
      join passage q on q.source_version_id = ${part.sourceVersionId}
        and q.start_cp = s.quote_start_cp and q.end_cp = s.quote_end_cp
      join reaction r on r.passage_id = q.id and r.consultation_id = ${part.consultationId}
      where s.part_id = ${part.id}`,
  );
  return new Map(rows.map(({ start, ...made }) => [start, made]));
}

/** The stellingen that a part became, by their number in the part. */
export async function statementsMade(
  tx: Database,
  part: ConfirmedRow,
): Promise<ReadonlyMap<number, string>> {
  const rows = await rowsOf<{ number: number; id: string }>(
    tx,
    sql`select p.number, o.statement_id as id
      from statement_place p join statement_occurrence o on o.id = p.occurrence_id
      where p.part_id = ${part.id} and p.number is not null`,
  );
  return new Map(rows.map(({ number, id }) => [number, id]));
}

/**
 * Writes on the workbench what was changed about the reactions after confirming: kind, speaker, group and
 * position. An explanation of no stelling, which became a remark, stays what it is.
 *
 * @returns how many segments changed.
 */
export async function bringBackChanges(tx: Database, part: ConfirmedRow): Promise<number> {
  const rows = await rowsOf<{ start: number }>(
    tx,
    sql`
      with said as (
        select q.start_cp, q.end_cp, r.kind, r.speaker, r.stakeholder_group_id, r.position
        from reaction r join passage q on q.id = r.passage_id
        where q.source_version_id = ${part.sourceVersionId}
          and r.consultation_id = ${part.consultationId}),
      meant as (
        select s.start_cp, said.speaker, said.position,
          case when s.kind = 'explanation' and said.kind = 'remark' then s.kind else said.kind end as kind,
          coalesce(said.stakeholder_group_id, s.group_id) as group_id
        from segment s join said on said.start_cp = s.quote_start_cp and said.end_cp = s.quote_end_cp
        where s.part_id = ${part.id} and s.decision <> 'irrelevant')
      update segment s
      set kind = m.kind, speaker = m.speaker, group_id = m.group_id, position = m.position
      from meant m
      where s.part_id = ${part.id} and s.start_cp = m.start_cp
        and (s.kind, s.speaker, s.group_id, coalesce(s.position, 'none'))
          is distinct from (m.kind, m.speaker, m.group_id, m.position)
      returning s.start_cp as start`,
  );
  return rows.length;
}
