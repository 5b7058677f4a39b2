import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { consultation, reaction, stakeholderGroup, statement } from "@/db/schema";
import { batches, requireIn } from "../kernel/rows";
import type { AuthorizedDossierId } from "../kernel/scope";

/** Adds reactions in this order, thousands at a time if need be. Their numbers were taken before. */
export async function insertReactions(
  tx: Database,
  rows: readonly (typeof reaction.$inferInsert)[],
): Promise<void> {
  for (const batch of batches(rows)) await tx.insert(reaction).values(batch);
}

/**
 * Adds reactions, with ids that were chosen before, from their rows as JSON: thousands of them take a
 * fraction of the time that parameters take.
 *
 * @param first the number of the first of them.
 * @param ids the groups and stellingen that the rows name by their place.
 */
export async function insertReactionsFromJson(
  tx: Database,
  dossierId: AuthorizedDossierId,
  about: {
    consultationId: string;
    first: number;
    createdBy: string | null;
    groupId: string | null;
  },
  ids: { groups: readonly (string | null)[]; statements: readonly (string | null)[] },
  json: string,
): Promise<void> {
  const { consultationId, first, createdBy, groupId } = about;
  const at = (of: readonly (string | null)[], place: SQL) =>
    sql`(${JSON.stringify(of)}::text::jsonb ->> ${place})::uuid`;
  await tx.execute(sql`
    insert into reaction (id, dossier_id, number, consultation_id, statement_id, kind, text, position,
      stakeholder_group_id, speaker, reply_to_id, passage_id, created_by)
    select id, ${dossierId}::uuid, ${first}::int + place - 1, ${consultationId}::uuid,
      ${at(ids.statements, sql`statement`)}, kind, words, position,
      coalesce(${at(ids.groups, sql`"group"`)}, ${groupId}::uuid), speaker, "replyTo", "passageId",
      ${createdBy}::uuid
    from rows from (jsonb_to_recordset(${json}::text::jsonb)
      as (id uuid, statement int, kind text, words text, position text, "group" int, speaker text,
        "replyTo" uuid, "passageId" uuid)) with ordinality
      as row(id, statement, kind, words, position, "group", speaker, "replyTo", "passageId", place)
    order by place`);
}

/** @throws NotFound when something a reaction would point at is not in this dossier. */
export async function requireParents(
  tx: Database,
  dossierId: AuthorizedDossierId,
  ids: {
    consultationId?: string;
    statementId?: string | null;
    groupId?: string | null;
    replyToId?: string | null;
  },
): Promise<void> {
  await requireIn(tx, dossierId, consultation, [ids.consultationId]);
  await requireIn(tx, dossierId, statement, [ids.statementId]);
  await requireIn(tx, dossierId, stakeholderGroup, [ids.groupId]);
  await requireIn(tx, dossierId, reaction, [ids.replyToId]);
}
