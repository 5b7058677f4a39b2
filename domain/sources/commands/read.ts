import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { type Database, database } from "@/db/client";
import { giveWay } from "@/db/give-way";
import { source, sourceVersion } from "@/db/schema";
import { ApartError } from "../../kernel/apart";
import { command, scopeSuffices } from "../../kernel/command";
import { DomainError, NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { type JobScope, job } from "../../kernel/scope";
import { storeFinds } from "../../personal-data/rows";
import type { PersonalFind } from "../../privacy/model";
import type { ReadingChoices } from "../formats/model";
import type { Failure, ReadFacts, RowBatch } from "../model";
import { insertBlocks, piecesOf } from "../rows";

/** Who reads sources, in the audit. */
export const READER: JobScope["actor"] = { type: "job", name: "achtergrondtaak: bron lezen" };

/** What came out of reading a file. */
export interface Reading {
  batches: RowBatch[];
  facts: ReadFacts;
}

/** A file as it is given to who reads it: its bytes one piece after another. */
export interface FileToRead {
  fileName: string;
  choices: ReadingChoices;
  pieces: AsyncIterable<Uint8Array>;
}

export interface StoredReading {
  sourceVersionId: string;
  blocks: number;
  documents: number;
}

const unread = (scope: JobScope, sourceId: string) =>
  and(
    eq(source.id, sourceId),
    eq(source.dossierId, scope.dossierId),
    inArray(source.state, ["waiting", "reading"]),
  );

/** Says that a source is being read, and what its file is called; null when there is nothing to read. */
const startReading = command({
  scope: job,
  action: "source.startReading",
  input: z.object({ sourceId: uuid }),
  allow: scopeSuffices,
  run: async (tx, scope, { sourceId }) => {
    const [begun] = await tx
      .update(source)
      .set({ state: "reading" })
      .where(unread(scope, sourceId))
      .returning({ fileName: source.fileName, choices: source.choices });
    // How far the work is says nothing of what anybody did: what comes out of it is audited.
    return { result: begun ?? null, audit: [] };
  },
});

/**
 * Stores what reading gave: the immutable text in numbered blocks, and the proposal to split it.
 * A source that has been read in the meantime keeps what it has.
 */
const storeReading = command({
  scope: job,
  action: "source.read",
  input: z.object({ sourceId: uuid, reading: z.custom<Reading>() }),
  allow: scopeSuffices,
  run: async (tx, scope, { sourceId, reading: { batches, facts } }) => {
    const { blocks, documents, mediaType: _type, textKey: _key, remarks, ...about } = facts;
    const [found] = await tx
      .select({ state: source.state })
      .from(source)
      .where(and(eq(source.id, sourceId), eq(source.dossierId, scope.dossierId)))
      .for("update");
    if (!found) throw new NotFound();
    if (found.state === "read") {
      const [there] = await tx
        .select({ id: sourceVersion.id })
        .from(sourceVersion)
        .where(eq(sourceVersion.sourceId, sourceId));
      if (!there) throw new Error("a source that was read has no text");
      return { result: { sourceVersionId: there.id, blocks, documents }, audit: [] };
    }
    const [version] = await tx
      .insert(sourceVersion)
      .values({ ...about, dossierId: scope.dossierId, sourceId, n: 1 })
      .returning({ id: sourceVersion.id });
    if (!version) throw new Error("insert returned no row");
    const finds: PersonalFind[] = [];
    for (const batch of batches) {
      // All at once: a person is known by the fullest way the name is written.
      if (batch.table === "finds") finds.push(...(JSON.parse(batch.json) as PersonalFind[]));
      else await insertRows(tx, { ...batch, table: batch.table }, scope, version.id);
      // The embedded database never gives way by itself: others would wait for all of it.
      await giveWay();
    }
    const renamed = await storeFinds(tx, scope.dossierId, version.id, finds);
    const [after] = await tx
      .update(source)
      .set({ state: "read", failure: null, failureParams: null, remarks })
      .where(eq(source.id, sourceId))
      .returning({ state: source.state });
    return {
      result: { sourceVersionId: version.id, blocks, documents },
      audit: [
        {
          entity: "source",
          entityId: sourceId,
          before: found,
          after: {
            ...after,
            textSha256: about.textSha256,
            normaliserVersion: about.normaliserVersion,
          },
        },
        ...(renamed ?? []),
      ],
    };
  },
});

async function insertRows(
  tx: Database,
  { table, json }: { table: "blocks" | "parts" | "segments"; json: string },
  scope: JobScope,
  versionId: string,
): Promise<void> {
  if (table === "blocks") await insertBlocks(tx, versionId, json);
  else await tx.execute(insertOf({ table, json }, scope, versionId));
}

function insertOf(
  { table, json }: { table: "parts" | "segments"; json: string },
  scope: JobScope,
  versionId: string,
): SQL {
  const rows = sql`jsonb_to_recordset(${json}::text::jsonb)`;
  switch (table) {
    case "parts":
      return sql`
        insert into source_part (id, dossier_id, source_version_id, n, start_cp, end_cp, title, kind,
          held_on, starts_at, sector)
        select id, ${scope.dossierId}::uuid, ${versionId}::uuid, n, start, "end", title, kind, date,
          time, sector
        from ${rows} as part(id uuid, n int, start int, "end" int, title text, kind text, date date,
          time text, sector text)`;
    case "segments":
      return sql`
        insert into segment (part_id, start_cp, end_cp, quote_start_cp, quote_end_cp, text, kind,
          statement, speaker, reply_to_cp, reason, confidence, alternatives, group_name, "position")
        select "partId", start, "end", "quoteStart", "quoteEnd", text, kind, statement, speaker,
          "replyTo", reason, confidence, alternatives, "group", "position"
        from ${rows} as segment("partId" uuid, start int, "end" int, "quoteStart" int,
          "quoteEnd" int, text text, kind text, statement int, speaker text, "replyTo" int,
          reason text, confidence real, alternatives jsonb, "group" text, "position" text)`;
  }
}

/** Writes down why a source could not be read; one that was read in the meantime stays so. */
const failReading = command({
  scope: job,
  action: "source.readFailed",
  input: z.object({ sourceId: uuid, failure: z.custom<Failure>() }),
  allow: scopeSuffices,
  run: async (tx, scope, { sourceId, failure }) => {
    const [failed] = await tx
      .update(source)
      .set({ state: "failed", failure: failure.key, failureParams: failure.params })
      .where(unread(scope, sourceId))
      .returning({ state: source.state, failure: source.failure });
    return {
      result: {},
      audit: failed ? { entity: "source", entityId: sourceId, after: failed } : [],
    };
  },
});

/**
 * Reads a source and stores its text, or why it cannot be read.
 *
 * @param read does the heavy part: here, or in a process of its own.
 * @returns null when there was nothing to read, or it could not be read.
 * @throws what may be tried again: a database that is away, work that was cut off.
 */
export async function readSource(
  scope: JobScope,
  sourceId: string,
  read: (file: FileToRead) => Promise<Reading>,
): Promise<StoredReading | null> {
  const begun = await startReading(scope, { sourceId });
  if (!begun) return null;
  const file = {
    fileName: begun.fileName,
    choices: (begun.choices ?? {}) as ReadingChoices,
    pieces: piecesOf(await database(), sourceId),
  };
  let reading: Reading;
  try {
    reading = await read(file);
  } catch (error) {
    const failure = failureOf(error, file.fileName);
    if (!failure) throw error;
    await failReading(scope, { sourceId, failure });
    return null;
  }
  return storeReading(scope, { sourceId, reading });
}

/** Why it cannot be read however often one tries, or null when trying again may help. */
export function failureOf(error: unknown, fileName: string): Failure | null {
  if (error instanceof DomainError) return { key: error.key, params: error.params };
  if (!(error instanceof ApartError)) return null;
  if (error.reason === "outOfMemory")
    return { key: "sources.failed.tooHeavy", params: { fileName } };
  if (error.reason === "tooLong") return { key: "sources.failed.tooLong", params: { fileName } };
  return null;
}

/** Gives up on a source that failed each time it was tried. */
export async function giveUpReading(scope: JobScope, sourceId: string): Promise<void> {
  await failReading(scope, { sourceId, failure: { key: "sources.failed.gaveUp", params: {} } });
}
