import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { AuditEntry } from "@/db/audit";
import { database } from "@/db/client";
import { giveWay } from "@/db/give-way";
import { sha256 } from "@/db/hash";
import { sourceRevision, sourceVersion } from "@/db/schema";
import { command, scopeSuffices } from "../../kernel/command";
import { Conflict, Invalid, NotFound } from "../../kernel/errors";
import { lockVersion, requiredText, uuid } from "../../kernel/fields";
import { actorAccountId, type JobScope, job, member } from "../../kernel/scope";
import { storeFinds } from "../../personal-data/rows";
import type { PersonalFind } from "../../privacy/model";
import { locateSourceJob, reviseSourceJob } from "../jobs";
import { type Failure, MAX_FILE_BYTES } from "../model";
import { mayImportSources } from "../policy";
import { insertBlocks, lockSource, newestVersion, piecesOf, storeFile } from "../rows";
import { type FileToRead, failureOf, type Reading } from "./read";

/**
 * Takes in a corrected file or text of a source, and a job that makes it the next version. The version that
 * stands now stays as it is, and all that rests on it stays where it was.
 *
 * @throws NotFound; Conflict when somebody else made a newer version since `base`; Invalid when another one is
 *   still being read.
 */
export const reviseSource = command({
  scope: member,
  action: "source.revise",
  input: z.object({
    sourceId: uuid,
    /** The number of the version that was corrected. */
    base: lockVersion,
    fileName: requiredText(200),
    bytes: z
      .custom<Uint8Array>((value) => value instanceof Uint8Array, "errors.field.required")
      .refine((bytes) => bytes.length > 0 && bytes.length <= MAX_FILE_BYTES),
    note: requiredText(500),
  }),
  allow: mayImportSources,
  find: lockSource,
  run: async (tx, scope, { sourceId, base, fileName, bytes, note }, found) => {
    if (found.state !== "read") throw new NotFound();
    const newest = await newestVersion(tx, sourceId);
    if (newest.n !== base) throw new Conflict("sources.errors.newerVersion", { n: newest.n });
    const id = randomUUID();
    const said = { n: newest.n + 1, fileName, sha256: sha256(bytes), note };
    const [made] = await tx
      .insert(sourceRevision)
      .values({
        ...said,
        id,
        sourceId,
        dossierId: scope.dossierId,
        byteSize: bytes.length,
        createdBy: actorAccountId(scope.actor),
      })
      .onConflictDoNothing()
      .returning({ id: sourceRevision.id });
    if (!made) throw new Invalid("sources.errors.revisionWaits");
    await storeFile(tx, id, bytes);
    return {
      result: { revisionId: id },
      audit: { entity: "source", entityId: sourceId, after: said },
      jobs: [reviseSourceJob.request({ dossierId: scope.dossierId, sourceId, revisionId: id })],
    };
  },
});

const ids = z.object({ sourceId: uuid, revisionId: uuid });

const unread = (scope: JobScope, { sourceId, revisionId }: z.output<typeof ids>) =>
  and(
    eq(sourceRevision.id, revisionId),
    eq(sourceRevision.sourceId, sourceId),
    eq(sourceRevision.dossierId, scope.dossierId),
    inArray(sourceRevision.state, ["waiting", "reading"]),
  );

/** Says that it is being read; null when there is nothing to read. */
const startRevision = command({
  scope: job,
  action: "source.revise",
  input: ids,
  allow: scopeSuffices,
  run: async (tx, scope, input) => {
    const [begun] = await tx
      .update(sourceRevision)
      .set({ state: "reading" })
      .where(unread(scope, input))
      .returning({ fileName: sourceRevision.fileName });
    return { result: begun ?? null, audit: [] };
  },
});

/** Stores the text as the next version, and has all passages looked for in it. */
const storeRevision = command({
  scope: job,
  action: "source.revised",
  input: ids.extend({ reading: z.custom<Reading>() }),
  allow: scopeSuffices,
  find: lockSource,
  run: async (tx, scope, { sourceId, revisionId, reading: { batches, facts } }) => {
    const newest = await newestVersion(tx, sourceId);
    const same = newest.textSha256 === facts.textSha256;
    const failure: Failure | null = same ? { key: "sources.failed.sameText", params: {} } : null;
    const [read] = await tx
      .update(sourceRevision)
      .set({
        state: failure ? "failed" : "read",
        failure: failure?.key,
        failureParams: failure?.params,
      })
      .where(unread(scope, { sourceId, revisionId }))
      .returning({ n: sourceRevision.n, state: sourceRevision.state });
    if (!read) return { result: {}, audit: [] };
    const { n, state } = read;
    const { characters, trailing, textSha256, normaliserVersion, pages } = facts;
    let renamed: AuditEntry[] = [];
    if (!failure) {
      await tx.insert(sourceVersion).values({
        id: revisionId,
        dossierId: scope.dossierId,
        sourceId,
        n,
        characters,
        trailing,
        textSha256,
        normaliserVersion,
        pages,
      });
      const finds: PersonalFind[] = [];
      for (const { table, json } of batches) {
        if (table === "blocks") await insertBlocks(tx, revisionId, json);
        if (table === "finds") finds.push(...(JSON.parse(json) as PersonalFind[]));
        await giveWay();
      }
      renamed = (await storeFinds(tx, scope.dossierId, revisionId, finds)) ?? [];
    }
    return {
      result: {},
      audit: [
        { entity: "source", entityId: sourceId, after: { n, state, textSha256 } },
        ...renamed,
      ],
      jobs: failure ? [] : [locateSourceJob.request({ dossierId: scope.dossierId, sourceId })],
    };
  },
});

const failRevision = command({
  scope: job,
  action: "source.reviseFailed",
  input: ids.extend({ failure: z.custom<Failure>() }),
  allow: scopeSuffices,
  run: async (tx, scope, { failure, ...input }) => {
    const [failed] = await tx
      .update(sourceRevision)
      .set({ state: "failed", failure: failure.key, failureParams: failure.params })
      .where(unread(scope, input))
      .returning({ n: sourceRevision.n, failure: sourceRevision.failure });
    return {
      result: {},
      audit: failed ? { entity: "source", entityId: input.sourceId, after: failed } : [],
    };
  },
});

/**
 * Reads a corrected file and stores it as the next version, or why it cannot be.
 *
 * @param read does the heavy part, in a process of its own.
 */
export async function readRevision(
  scope: JobScope,
  revision: z.output<typeof ids>,
  read: (file: FileToRead) => Promise<Reading>,
): Promise<void> {
  const begun = await startRevision(scope, revision);
  if (!begun) return;
  const { fileName } = begun;
  const pieces = piecesOf(await database(), revision.revisionId);
  let reading: Reading;
  try {
    reading = await read({ fileName, choices: {}, pieces });
  } catch (error) {
    const failure = failureOf(error, fileName);
    if (!failure) throw error;
    await failRevision(scope, { ...revision, failure });
    return;
  }
  await storeRevision(scope, { ...revision, reading });
}

/** Gives up on one that failed each time it was tried. */
export async function giveUpRevision(
  scope: JobScope,
  revision: z.output<typeof ids>,
): Promise<void> {
  const failure = { key: "sources.failed.gaveUp", params: {} };
  await failRevision(scope, { ...revision, failure });
}
