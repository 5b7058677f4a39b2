import { randomUUID } from "node:crypto";
import { asc, eq, inArray, sql } from "drizzle-orm";
import type { AuditEntry } from "@/db/audit";
import { type Database, rowsOf } from "@/db/client";
import { passage, reaction } from "@/db/schema";
import { takeNumbers } from "../../dossiers/rows";
import type { AuthorizedDossierId } from "../../kernel/scope";
import { quoteStretches, stretchKey } from "../../sources/rows";
import type { RestingOnReaction } from "../model";
import { partsIn, type Stretch } from "../rules";
import {
  answersMoved,
  insertReactions,
  moveAnswer,
  type ReactionRow,
  removeReactions,
  rewriteReaction,
} from "./index";

/** What stands in a part of which the words are no more in what its sender wrote, and something rests on it. */
const CHANGED = "[gewijzigd]";

/** The parts of a reaction, locked, in the order of its words. */
export async function lockedPartsOf(tx: Database, wholeId: string): Promise<ReactionRow[]> {
  return tx
    .select()
    .from(reaction)
    .where(eq(reaction.partOfId, wholeId))
    .orderBy(asc(reaction.number))
    .for("update");
}

/** What rests on a reaction or on some of its words now, by what it is called. */
export async function restingNow(db: Database, reactionId: string): Promise<RestingOnReaction> {
  const [found] = await rowsOf<RestingOnReaction>(
    db,
    sql`with words as (select passage_id from passage_reaction where reaction_id = ${reactionId}::uuid),
      codings as (
        select core_value_id from coding where removed_at is null
          and (reaction_id = ${reactionId}::uuid or passage_id in (select passage_id from words))
        union select id from core_value where example_passage_id in (select passage_id from words)),
      links as (
        select requirement_id from requirement_link where removed_at is null
          and (reaction_id = ${reactionId}::uuid or passage_id in (select passage_id from words)))
      select
        (select coalesce(json_agg(json_build_object('id', v.id, 'name', v.name) order by v.number), '[]')
          from core_value v where v.id in (select core_value_id from codings)) as "coreValues",
        (select coalesce(json_agg(json_build_object('id', q.id, 'code', q.code) order by q.code), '[]')
          from requirement q where q.id in (select requirement_id from links)) as requirements,
        exists (select from disposition where reaction_id = ${reactionId}::uuid and outcome is not null) as answered`,
  );
  if (!found) throw new Error("looking gave no row");
  return found;
}

/**
 * Of some parts those that stay whatever happens: something rests on them, or ever did.
 *
 * @param told also those of which a definitive edition tells.
 */
export async function boundParts(
  tx: Database,
  parts: readonly Pick<ReactionRow, "id">[],
  { told }: { told: boolean },
): Promise<ReadonlySet<string>> {
  if (parts.length === 0) return new Set();
  const ids = parts.map(({ id }) => id);
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`with part as (select id, dossier_id, number from reaction where ${inArray(reaction.id, ids)}),
      words as (select reaction_id, passage_id from passage_reaction where reaction_id in (select id from part))
      select id from part where id in (
        select reaction_id from coding where reaction_id in (select id from part)
        union select reaction_id from requirement_link where reaction_id in (select id from part)
        union select reaction_id from carrying_word where reaction_id in (select id from part)
        union select reaction_id from disposition where reaction_id in (select id from part)
        union select w.reaction_id from words w join coding c on c.passage_id = w.passage_id and c.removed_at is null
        union select w.reaction_id from words w join requirement_link l on l.passage_id = w.passage_id
          and l.removed_at is null)
      or (${told}::boolean and exists (select from edition e join edition_part p on p.edition_id = e.id and p.section = 'reactions'
        where e.dossier_id = part.dossier_id and e.kind = 'definitive' and p.key = 'R-' || part.number))`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Adds parts of a locked reaction: stretches of a version of its source. @returns what the log says of them. */
async function addParts(
  tx: Database,
  dossierId: AuthorizedDossierId,
  whole: ReactionRow,
  sourceVersionId: string,
  stretches: readonly Stretch[],
  createdBy: string | null,
): Promise<{ ids: string[]; audit: AuditEntry[] }> {
  if (stretches.length === 0) return { ids: [], audit: [] };
  const to = Math.max(...stretches.map(({ end }) => end));
  const place = { sourceVersionId, from: 0, to, createdBy };
  const passages = await quoteStretches(tx, dossierId, place, stretches);
  const first = await takeNumbers(tx, dossierId, "reaction", stretches.length);
  const rows = stretches.map((stretch, i) => ({
    id: randomUUID(),
    dossierId,
    number: first + i,
    consultationId: whole.consultationId,
    statementId: whole.statementId,
    kind: whole.kind,
    text: stretch.exact,
    position: "none" as const,
    stakeholderGroupId: whole.stakeholderGroupId,
    speaker: whole.speaker,
    replyToId: whole.replyToId,
    passageId: passages.get(stretchKey(stretch)) ?? null,
    createdBy,
  }));
  await insertReactions(tx, rows);
  const ids = rows.map(({ id }) => id);
  await tx
    .update(reaction)
    .set({ partOfId: whole.id, held: whole.held })
    .where(inArray(reaction.id, ids));
  return {
    ids,
    audit: rows.map((row) => ({
      entity: "reaction",
      entityId: row.id,
      after: { ...row, partOfId: whole.id },
    })),
  };
}

/**
 * Divides a locked reaction into parts that count in its place. What it is, and what its sender chose, stays with it. Answers to
 * it answer the first part.
 *
 * @param sourceVersionId the version of which all the words are its text.
 * @returns the ids of the parts, in the order of the words, and what the log says.
 */
export async function divide(
  tx: Database,
  dossierId: AuthorizedDossierId,
  whole: ReactionRow,
  sourceVersionId: string,
  stretches: readonly Stretch[],
  createdBy: string | null,
): Promise<{ ids: string[]; audit: AuditEntry[] }> {
  await tx
    .update(reaction)
    .set({ divided: true, lockVersion: whole.lockVersion + 1 })
    .where(eq(reaction.id, whole.id));
  const { ids, audit } = await addParts(
    tx,
    dossierId,
    whole,
    sourceVersionId,
    stretches,
    createdBy,
  );
  const [first = null] = ids;
  const answers = await answersTo(tx, [whole.id]);
  for (const { id } of answers) await moveAnswer(tx, id, first);
  return {
    ids,
    audit: [
      {
        entity: "reaction",
        entityId: whole.id,
        before: { divided: null },
        after: { divided: true },
      },
      ...audit,
      ...answersMoved(answers, () => first),
    ],
  };
}

/**
 * Makes a locked reaction whole again: its parts, locked too, are no more. Answers to them answer the whole.
 *
 * @returns what the log says. @throws Invalid when something rests on one.
 */
export async function unite(
  tx: Database,
  whole: ReactionRow,
  parts: readonly ReactionRow[],
): Promise<AuditEntry[]> {
  const { audit, answers } = await removeReactions(tx, parts);
  for (const { id } of answers) await moveAnswer(tx, id, whole.id);
  await tx
    .update(reaction)
    .set({ divided: null, lockVersion: whole.lockVersion + 1 })
    .where(eq(reaction.id, whole.id));
  return [
    ...audit,
    ...answersMoved(answers, () => whole.id),
    {
      entity: "reaction",
      entityId: whole.id,
      before: { divided: true },
      after: { divided: null },
    },
  ];
}

/**
 * What becomes of parts on which something rests when the words they were cut from are others now. A part of which the words still
 * stand stays, and has them again when they come back; another keeps what rests on it and says that it changed. Words that are in none become parts; parts on which
 * nothing rests are no more.
 *
 * @param text what its sender says now; null when they took it back: then `gone` stands in what stays.
 */
export async function redivide(
  tx: Database,
  dossierId: AuthorizedDossierId,
  whole: ReactionRow,
  parts: readonly ReactionRow[],
  bound: ReadonlySet<string>,
  now: { text: string; sourceVersionId: string } | { text: null; gone: string },
): Promise<AuditEntry[]> {
  const staying = parts.filter(({ id }) => bound.has(id));
  const [heir] = staying;
  if (!heir) throw new Error("nothing rests on any part");
  const loose = parts.filter(({ id }) => !bound.has(id));
  const { audit, answers } = await removeReactions(tx, loose);
  for (const { id } of answers) await moveAnswer(tx, id, heir.id);
  audit.push(...answersMoved(answers, () => heir.id));
  const words = await wordsOf(tx, staying);
  const { kept, others } =
    now.text === null ? { kept: new Set<number>(), others: [] } : partsIn(now.text, words);
  for (const [i, part] of staying.entries()) {
    const text = now.text === null ? now.gone : kept.has(i) ? (words[i] ?? part.text) : CHANGED;
    if (part.text === text) continue;
    await rewriteReaction(tx, part, { text, position: "none" });
    audit.push({
      entity: "reaction",
      entityId: part.id,
      before: { text: part.text },
      after: { text },
    });
  }
  if (now.text !== null) {
    audit.push(...(await addParts(tx, dossierId, whole, now.sourceVersionId, others, null)).audit);
  }
  return audit;
}

/** Of each part the words it was made of, also when it says by now that they changed. */
async function wordsOf(tx: Database, parts: readonly ReactionRow[]): Promise<string[]> {
  const rows = await tx
    .select({ id: passage.id, exact: passage.exact })
    .from(passage)
    .where(
      inArray(
        passage.id,
        parts.flatMap(({ passageId }) => passageId ?? []),
      ),
    );
  const exact = new Map(rows.map((row) => [row.id, row.exact]));
  return parts.map(({ passageId, text }) => exact.get(passageId ?? "") ?? text);
}

/** The reactions that answer one of these, locked. */
async function answersTo(
  tx: Database,
  ids: readonly string[],
): Promise<{ id: string; replyToId: string }[]> {
  return tx
    .select({ id: reaction.id, replyToId: sql<string>`${reaction.replyToId}` })
    .from(reaction)
    .where(inArray(reaction.replyToId, [...ids]))
    .orderBy(asc(reaction.number))
    .for("update");
}
