import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { AuditEntry } from "@/db/audit";
import { type Database, rowsOf } from "@/db/client";
import { consultation, reaction, stakeholderGroup, statement } from "@/db/schema";
import type { Position } from "@/db/vocabulary";
import { Invalid, NotFound } from "../../kernel/errors";
import { batches, requireIn } from "../../kernel/rows";
import type { AuthorizedDossierId } from "../../kernel/scope";

/** A reaction as it is added, with its id and a number that was taken before. */
export type NewReaction = Pick<
  ReactionRow,
  | "id"
  | "dossierId"
  | "number"
  | "consultationId"
  | "statementId"
  | "kind"
  | "text"
  | "position"
  | "stakeholderGroupId"
  | "speaker"
  | "replyToId"
  | "passageId"
  | "createdBy"
>;

/**
 * Adds reactions in this order, thousands at a time if need be. From JSON: a parameter for each field of each
 * takes several times as long.
 */
export async function insertReactions(tx: Database, rows: readonly NewReaction[]): Promise<void> {
  for (const batch of batches(rows)) {
    await tx.execute(sql`
      insert into reaction (id, dossier_id, number, consultation_id, statement_id, kind, text, position,
        stakeholder_group_id, speaker, reply_to_id, passage_id, created_by)
      select id, "dossierId", number, "consultationId", "statementId", kind, text, position,
        "stakeholderGroupId", speaker, "replyToId", "passageId", "createdBy"
      from jsonb_to_recordset(${JSON.stringify(batch)}::text::jsonb) as row(id uuid, "dossierId" uuid,
        number int, "consultationId" uuid, "statementId" uuid, kind text, text text, position text,
        "stakeholderGroupId" uuid, speaker text, "replyToId" uuid, "passageId" uuid, "createdBy" uuid)`);
  }
}

/**
 * Adds reactions of one consultation, with ids that were chosen before, from their rows as JSON.
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
  await requireHeard(tx, dossierId, [ids.replyToId]);
}

/**
 * What others lean on must be a reaction of this dossier that counts: one that waits for who keeps order, was not
 * placed, or counts by its parts, does not exist for them. Ids that are null or absent point at nothing.
 *
 * @throws NotFound when one of them is not there.
 */
export async function requireHeard(
  tx: Database,
  dossierId: AuthorizedDossierId,
  ids: readonly (string | null | undefined)[],
): Promise<void> {
  const wanted = [...new Set(ids.filter((id): id is string => Boolean(id)))];
  for (const some of batches(wanted)) {
    const found = await tx
      .select({ id: reaction.id })
      .from(reaction)
      .where(
        and(
          eq(reaction.dossierId, dossierId),
          inArray(reaction.id, some),
          isNull(reaction.held),
          isNull(reaction.divided),
        ),
      )
      // So that nobody divides it, or holds it back, before what leans on it is kept.
      .for("key share");
    if (found.length < some.length) throw new NotFound();
  }
}

export type ReactionRow = typeof reaction.$inferSelect;

/** Reactions of this dossier, locked, in order of their number. @throws NotFound when one is not there. */
export async function lockedReactions(
  tx: Database,
  dossierId: AuthorizedDossierId,
  ids: readonly string[],
): Promise<ReactionRow[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select()
    .from(reaction)
    .where(and(eq(reaction.dossierId, dossierId), inArray(reaction.id, [...ids])))
    .orderBy(asc(reaction.number))
    .for("update");
  if (rows.length < new Set(ids).size) throw new NotFound();
  return rows;
}

/**
 * Throws when somebody would choose a position for who sent it, or put that at another stelling: of what was sent online the
 * position is what its sender chose there, and a part of it has none.
 *
 * @param wishes what the reactions get; what is left out stays as it is.
 * @throws Invalid
 */
export async function requireAsSent(
  tx: Database,
  rows: readonly ReactionRow[],
  wishes: {
    position?: Position | undefined;
    statementId?: string | null | undefined;
    stakeholderGroupId?: string | null | undefined;
  },
): Promise<void> {
  const differs = (name: "position" | "statementId" | "stakeholderGroupId") =>
    rows.filter((row) => wishes[name] !== undefined && row[name] !== wishes[name]);
  if (await someSent(tx, differs("stakeholderGroupId"))) {
    throw new Invalid("errors.fields", {}, { groupId: "reactions.errors.sentGroup" });
  }
  const chosen = differs("position");
  if (chosen.some(({ partOfId }) => partOfId)) {
    throw new Invalid("errors.fields", {}, { position: "reactions.errors.partPosition" });
  }
  if (await someSent(tx, chosen)) {
    throw new Invalid("errors.fields", {}, { position: "reactions.errors.sentPosition" });
  }
  if (await someChosen(tx, differs("statementId"))) {
    throw new Invalid("errors.fields", {}, { statementId: "reactions.errors.sentStatement" });
  }
}

/** Whether with one of them somebody chose a position, online: also that they have none. */
async function someChosen(tx: Database, rows: readonly ReactionRow[]): Promise<boolean> {
  if (rows.length === 0) return false;
  const ids = rows.map(({ id }) => id);
  const chosen = await rowsOf(
    tx,
    sql`select a.id from answer a where a.chosen and ${inArray(sql`a.reaction_id`, ids)} limit 1`,
  );
  return chosen.length > 0;
}

/** Whether one of them was sent online. */
async function someSent(tx: Database, rows: readonly ReactionRow[]): Promise<boolean> {
  const passages = rows.flatMap(({ passageId }) => passageId ?? []);
  if (passages.length === 0) return false;
  const [sent] = await rowsOf(
    tx,
    sql`select p.id from passage p join source_version v on v.id = p.source_version_id
      join source s on s.id = v.source_id
      where s.written_in is not null and ${inArray(sql`p.id`, passages)}
        -- What was said in a room and written down has no sender who chose.
        and not exists (select from room_note n where n.source_id = s.id) limit 1`,
  );
  return sent !== undefined;
}

/** Reactions in a message that says which ones cannot go. */
const NAMED = 5;

/**
 * What rests on reactions, or on their parts: a kernwaarde or a requirement, on the whole or on some of the words, or an *afweging*. What was
 * taken away from one keeps its history, so it counts. The history of some of the words names those, which stay in their source.
 *
 * @param everOnWords also counts what once rested on some of the words: for when the source goes too.
 */
export async function restedOn(
  tx: Database,
  ids: readonly string[],
  { everOnWords = false } = {},
): Promise<number[]> {
  // Not by the views: what rests on a reaction that is held rests on it still.
  const standing = everOnWords ? sql`true` : sql`removed_at is null`;
  const found = await Promise.all(
    batches(ids).map((some) =>
      rowsOf<{ number: number }>(
        tx,
        sql`
          with chosen as (
            select id, id as whole from reaction where ${inArray(reaction.id, some)}
            union all
            select id, part_of_id from reaction where ${inArray(reaction.partOfId, some)}),
          words as (
            select reaction_id, passage_id from passage_reaction
            where reaction_id in (select id from chosen)),
          rested as (
            select reaction_id from coding where reaction_id in (select id from chosen)
            union select reaction_id from requirement_link where reaction_id in (select id from chosen)
            union select reaction_id from carrying_word where reaction_id in (select id from chosen)
            union select reaction_id from disposition where reaction_id in (select id from chosen)
            union select w.reaction_id from words w join coding c on c.passage_id = w.passage_id and ${standing}
            union select w.reaction_id from words w join requirement_link l on l.passage_id = w.passage_id
              and ${standing})
          select number from reaction where id in (
            select whole from chosen where id in (select reaction_id from rested))`,
      ),
    ),
  );
  return found
    .flat()
    .map(({ number }) => number)
    .sort((a, b) => a - b);
}

/** Whether one of these was sent online, or is a part of what was. */
export async function isSentOnline(tx: Database, ids: readonly string[]): Promise<boolean> {
  const [found] = await rowsOf<{ id: string }>(
    tx,
    sql`select reaction.id from reaction
      join passage q on q.id = reaction.passage_id
      join source_version v on v.id = q.source_version_id
      join source s on s.id = v.source_id and s.written_in is not null
      where ${inArray(reaction.id, [...ids])} limit 1`,
  );
  return found !== undefined;
}

/** The reactions that are words of a source, locked, and those of them on which nothing rests or ever did. */
export async function reactionsWithin(
  tx: Database,
  sourceId: string,
): Promise<{ all: ReactionRow[]; free: ReactionRow[] }> {
  const all = await tx
    .select()
    .from(reaction)
    .where(
      sql`${reaction.passageId} in (select p.id from passage p
        join source_version v on v.id = p.source_version_id where v.source_id = ${sourceId}::uuid)`,
    )
    .orderBy(asc(reaction.number))
    .for("update");
  const held = new Set(
    await restedOn(
      tx,
      all.map(({ id }) => id),
      { everOnWords: true },
    ),
  );
  return { all, free: all.filter(({ number }) => !held.has(number)) };
}

/**
 * Takes locked reactions away of which nothing is left to rest on. Their words stay in the source, and
 * what they were in the log. Answers to them answer nothing any more.
 *
 * @returns what the log must say of each, and the answers that were let go.
 * @throws Invalid `reactions.errors.restedOn` ({count, codes}) when something rests on one of them.
 */
export async function removeReactions(
  tx: Database,
  rows: readonly ReactionRow[],
): Promise<{ audit: AuditEntry[]; answers: { id: string; replyToId: string }[] }> {
  const ids = rows.map(({ id }) => id);
  const held = await restedOn(tx, ids);
  if (held.length > 0) {
    const named = held.slice(0, NAMED).map((number) => `R-${number}`);
    throw new Invalid("reactions.errors.restedOn", {
      count: held.length,
      codes: [...named, ...(held.length > NAMED ? ["…"] : [])].join(", "),
    });
  }
  const answers: { id: string; replyToId: string }[] = [];
  for (const some of batches(ids)) {
    const asked = await tx
      .select({ id: reaction.id, replyToId: sql<string>`${reaction.replyToId}` })
      .from(reaction)
      .where(inArray(reaction.replyToId, some))
      .for("update");
    answers.push(...asked);
    await tx
      .update(reaction)
      .set({ replyToId: null })
      .where(
        inArray(
          reaction.id,
          asked.map(({ id }) => id),
        ),
      );
  }
  // Whose words a passage holds is forgotten by the database itself; see `forget_words`.
  for (const some of batches(ids)) await tx.delete(reaction).where(inArray(reaction.id, some));
  const gone = new Set(ids);
  const left = answers.filter(({ id }) => !gone.has(id));
  return {
    audit: rows.map(({ words: _words, ...row }) => ({
      entity: "reaction" as const,
      entityId: row.id,
      before: row,
      after: { removed: true },
    })),
    answers: left,
  };
}

/** Gives a locked reaction what who wrote it says now. The words it had first stay where it was made. */
export async function rewriteReaction(
  tx: Database,
  { id, lockVersion }: Pick<ReactionRow, "id" | "lockVersion">,
  said: Pick<ReactionRow, "text" | "position">,
): Promise<void> {
  await tx
    .update(reaction)
    .set({ ...said, lockVersion: lockVersion + 1 })
    .where(eq(reaction.id, id));
}

/** Says what an answer answers now; null for nothing any more. */
export async function moveAnswer(
  tx: Database,
  id: string,
  replyToId: string | null,
): Promise<void> {
  await tx.update(reaction).set({ replyToId }).where(eq(reaction.id, id));
}

/** What the log says of answers that now answer something else, or nothing. */
export function answersMoved(
  answers: readonly { id: string; replyToId: string }[],
  to: (id: string) => string | null,
): AuditEntry[] {
  return answers.map(({ id, replyToId }) => ({
    entity: "reaction",
    entityId: id,
    before: { replyToId },
    after: { replyToId: to(replyToId) },
  }));
}
