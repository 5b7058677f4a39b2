import { randomUUID } from "node:crypto";
import { and, eq, gte, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { giveWay } from "@/db/give-way";
import {
  bytesOf,
  dossier,
  passage,
  source,
  sourceBlock,
  sourceFile,
  sourcePart,
  sourceVersion,
} from "@/db/schema";
import type { Decision } from "@/db/vocabulary";
import { TIME_ZONE } from "../../kernel/dates";
import { batches } from "../../kernel/rows";
import { type AuthorizedDossierId, actorAccountId, type MemberScope } from "../../kernel/scope";
import type { KnownSource, Resting } from "../model";
import { locateLater } from "./versions";

export * from "./blocks";
export * from "./versions";

/**
 * Bytes of a file that go to the database at a time: the embedded one computes on the thread that answers
 * people, some 10 ms for this many.
 */
export const PIECE_BYTES = 256 * 1024;

/** Stores a whole file under the id that its source will have; one that came in piece by piece is there. */
export async function storeFile(tx: Database, sourceId: string, bytes: Uint8Array): Promise<void> {
  for (let at = 0, n = 1; at < bytes.length; at += PIECE_BYTES, n++) {
    await storePiece(tx, sourceId, n, bytes.subarray(at, at + PIECE_BYTES));
    await giveWay();
  }
}

/** Stores the `n`th piece of a file, from 1. */
export async function storePiece(
  tx: Database,
  sourceId: string,
  n: number,
  content: Uint8Array,
): Promise<void> {
  await tx.insert(sourceFile).values({ sourceId, n, content });
}

/** The pieces of a file in order, one at a time: whoever sends them on never has it whole. */
export async function* piecesOf(tx: Database, sourceId: string): AsyncGenerator<Uint8Array> {
  for (let n = 1; ; n++) {
    const [piece] = await tx
      .select({ content: bytesOf(sourceFile.content) })
      .from(sourceFile)
      .where(and(eq(sourceFile.sourceId, sourceId), eq(sourceFile.n, n)));
    if (!piece) return;
    yield piece.content;
    await giveWay();
  }
}

/** Removes the bytes of a file that is no source; of one that is, the database refuses it. */
export async function removeFile(tx: Database, sourceId: string): Promise<void> {
  await tx.delete(sourceFile).where(eq(sourceFile.sourceId, sourceId));
}

/** Of a source joined with its dossier: its original goes by itself, for its time has passed. */
export const isDue = and(
  isNull(source.destroyedAt),
  eq(source.state, "read"),
  sql`${source.keepUntil} < (now() at time zone ${TIME_ZONE}::text)::date`,
  eq(dossier.destroysOriginals, true),
  // What is archived is only read.
  isNull(dossier.archivedAt),
);

/** Of all dossiers the sources whose originals are due to go by themselves. */
export async function dueOriginals(
  db: Database,
): Promise<{ dossierId: string; sourceId: string }[]> {
  return db
    .select({ dossierId: source.dossierId, sourceId: source.id })
    .from(source)
    .innerJoin(dossier, eq(dossier.id, source.dossierId))
    .where(isDue);
}

/** Of a source: it was brought in, and not written in an online consultation. */
export const isDocument = isNull(source.writtenIn);

/** Whether something of a document on the workbench was decided in one of these ways. */
export const decided = (part: SQL, ...decisions: Decision[]) => sql`exists (select from segment g
  where g.part_id = ${part} and g.decision in (${sql.join(
    decisions.map((decision) => sql`${decision}`),
    sql`, `,
  )}))`;

/**
 * Whether a document, of which `columns` is the name in a query, is to be split or was. Information needs no
 * splitting until somebody begins with it.
 */
export const isToSplit = (columns: SQL) => sql`(${columns}.confirmed_at is not null
  or ${columns}.kind <> 'information' or ${decided(sql`${columns}.id`, "accepted", "irrelevant")})`;

/** What is to be done with a document `d`; see {@link SourceAct}. */
export const ACT_OF_DOCUMENT = sql`case
  when d.confirmed_at is not null or not ${isToSplit(sql`d`)} then 'read'
  when not ${decided(sql`d.id`, "accepted", "irrelevant")} then 'start'
  when ${decided(sql`d.id`, "open")} then 'continue'
  else 'confirm' end`;

export type NewSource = Omit<typeof source.$inferInsert, "dossierId" | "createdBy"> & {
  id: string;
  textKey: string;
  /** By which a source of an earlier Herleid is known. */
  textSha256: string;
};

/**
 * Adds a source, unless the dossier has the same bytes, or the same text in other bytes. Who adds it at the
 * same moment is waited for.
 *
 * @returns the source that was there already, and then nothing was added; else null.
 */
export async function addSource(
  tx: Database,
  scope: MemberScope,
  { textSha256, ...row }: NewSource,
): Promise<KnownSource | null> {
  const { dossierId } = scope;
  const find = async () => {
    const [known] = await tx
      .select({ id: source.id, title: source.title })
      .from(source)
      .where(and(eq(source.dossierId, dossierId), sameAs({ ...row, textSha256 })))
      .limit(1);
    return known;
  };
  const known = await find();
  if (known) return known;
  const [added] = await tx
    .insert(source)
    .values({ ...row, dossierId, createdBy: actorAccountId(scope.actor) })
    .onConflictDoNothing()
    .returning({ id: source.id });
  if (added) return null;
  const other = await find();
  if (!other) throw new Error("a source that is refused as known is not there");
  return other;
}

/** A document, that is: what somebody wrote here is nobody's file. */
const sameAs = (file: { sha256: string; textKey: string; textSha256: string }) =>
  and(
    isDocument,
    isNull(source.removedAt),
    or(eq(source.sha256, file.sha256), inArray(source.textKey, [file.textKey, file.textSha256])),
  );

/** A stretch of a source version, in code points. */
export interface Stretch {
  start: number;
  end: number;
}

/** A stretch as the key of a map. */
export const stretchKey = ({ start, end }: Stretch) => `${start}-${end}`;

/**
 * Exactly the text of a source version from `start`, where words must stand, to `end` (code points).
 */
export async function sourceText(
  tx: Database,
  sourceVersionId: string,
  start: number,
  end: number,
): Promise<string> {
  const [row] = await rowsOf<{ text: string | null }>(
    tx,
    sql`
      select substr(
        right(string_agg(before || text, '' order by n), max(end_cp) - min(start_cp)),
        ${start}::int - min(start_cp) + 1, ${end - start}::int) as text
      from ${sourceBlock}
      where source_version_id = ${sourceVersionId} and start_cp < ${end} and end_cp > ${start}
        -- From the block it begins in, so that a late part is not looked for from the beginning.
        and start_cp >= coalesce((
          select f.start_cp from source_block f
          where f.source_version_id = ${sourceVersionId} and f.start_cp <= ${start}
          order by f.start_cp desc limit 1), 0)`,
  );
  return row?.text ?? "";
}

/**
 * Makes passages of stretches between `from` and `to` of a source version, one per stretch: whoever
 * quoted the same words before made it already. The database checks that the words stand there.
 *
 * @returns their ids by {@link stretchKey}.
 */
export async function quoteStretches(
  tx: Database,
  dossierId: AuthorizedDossierId,
  place: { sourceVersionId: string; from: number; to: number; createdBy: string | null },
  stretches: readonly (Stretch & { exact: string })[],
): Promise<ReadonlyMap<string, string>> {
  const { sourceVersionId, from, to } = place;
  for (const batch of batches(stretches)) {
    const rows = batch.map(({ start, end, exact }) => ({
      passageId: randomUUID(),
      start,
      end,
      words: exact,
    }));
    await insertPassages(tx, dossierId, place, JSON.stringify(rows));
  }
  await locateLater(tx, dossierId, sourceVersionId);
  const rows = await tx
    .select({ id: passage.id, start: passage.start, end: passage.end })
    .from(passage)
    .where(
      and(
        eq(passage.sourceVersionId, sourceVersionId),
        gte(passage.start, from),
        lte(passage.end, to),
      ),
    );
  return new Map(rows.map((row) => [stretchKey(row), row.id]));
}

/** How much of each kind rests on the words of a source; what was taken away keeps its history, so it counts. */
export async function restingOn(tx: Database, sourceId: string): Promise<Resting> {
  const [row] = await rowsOf<Resting>(
    tx,
    sql`
      with quoted as (
        select p.id from passage p join source_version v on v.id = p.source_version_id
        where v.source_id = ${sourceId}::uuid
      )
      select
        (select count(*)::int from source_part p join source_version v on v.id = p.source_version_id
          where v.source_id = ${sourceId}::uuid and p.confirmed_at is not null) as documents,
        (select count(distinct occurrence_id)::int from statement_place
          where passage_id in (select id from quoted)
            or explanation_passage_id in (select id from quoted)) as statements,
        (select count(*)::int from reaction where passage_id in (select id from quoted)) as reactions,
        (select count(distinct core_value_id)::int from (
          select core_value_id from coding where passage_id in (select id from quoted)
          union all select id from core_value where example_passage_id in (select id from quoted)
        ) coded) as "coreValues",
        (select count(distinct requirement_id)::int from requirement_link
          where passage_id in (select id from quoted)) as requirements`,
  );
  if (!row) throw new Error("counting gave no row");
  return row;
}

/** Adds the text of a source, of which the blocks follow. @returns its id. */
export async function insertText(
  tx: Database,
  dossierId: AuthorizedDossierId,
  text: Pick<
    typeof sourceVersion.$inferInsert,
    "sourceId" | "characters" | "textSha256" | "normaliserVersion"
  >,
): Promise<string> {
  const [version] = await tx
    .insert(sourceVersion)
    .values({ ...text, trailing: "", dossierId, n: 1 })
    .returning({ id: sourceVersion.id });
  if (!version) throw new Error("insert returned no row");
  return version.id;
}

/** Adds blocks from their rows as JSON (see `BlockRow`). */
export async function insertBlocks(
  tx: Database,
  sourceVersionId: string,
  json: string,
): Promise<void> {
  await tx.execute(sql`
    insert into source_block (source_version_id, n, start_cp, end_cp, before, text, form, level)
    select ${sourceVersionId}::uuid, n, start, "end", before, text, form, level
    from jsonb_to_recordset(${json}::text::jsonb)
      as block(n int, start int, "end" int, before text, text text, form text, level int)`);
}

/** Says that a text is one document, all of which belongs to this consultation. */
export async function insertConfirmedPart(
  tx: Database,
  part: Omit<typeof sourcePart.$inferInsert, "n" | "start" | "confirmedAt">,
): Promise<void> {
  await tx
    .insert(sourcePart)
    .values({ ...part, n: 1, start: 0, confirmedAt: new Date().toISOString() });
}

/**
 * Adds passages, with ids that were chosen before, from their rows as JSON: a parameter for each field takes
 * far longer. Of a stretch that has one already none is added.
 */
export async function insertPassages(
  tx: Database,
  dossierId: AuthorizedDossierId,
  { sourceVersionId, createdBy }: { sourceVersionId: string; createdBy: string | null },
  json: string,
): Promise<void> {
  await tx.execute(sql`
    insert into passage (id, dossier_id, source_version_id, start_cp, end_cp, exact, created_by)
    select "passageId", ${dossierId}::uuid, ${sourceVersionId}::uuid, start, "end", words,
      ${createdBy}::uuid
    from jsonb_to_recordset(${json}::text::jsonb)
      as quoted("passageId" uuid, start int, "end" int, words text)
    on conflict do nothing`);
}
