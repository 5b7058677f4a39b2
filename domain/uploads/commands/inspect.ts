import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { database } from "@/db/client";
import { giveWay } from "@/db/give-way";
import { sha256 } from "@/db/hash";
import type { JobRequest } from "@/db/jobs";
import { upload } from "@/db/schema";
import { command, scopeSuffices } from "../../kernel/command";
import { requiredText, uuid } from "../../kernel/fields";
import { type JobScope, job } from "../../kernel/scope";
import { type FileToRead, failureOf } from "../../sources/commands/read";
import type { Failure, Progress, Upload } from "../../sources/model";
import { PIECE_BYTES, piecesOf, storePiece } from "../../sources/rows";
import { forgetDraftJob, inspectDraftJob } from "../jobs";
import { DRAFT_HOURS, type DraftChoices, type Found, MAX_ATTACHMENTS } from "../model";
import { currentReading, hasRoom, type Reading, removeDraft, removeHalves } from "../rows";

/** One reading of a draft: what was chosen since makes it another. */
const READING = { uploadId: uuid, reading: z.int() };

const startInspecting = command({
  scope: job,
  action: "upload.draft",
  input: z.object(READING),
  allow: scopeSuffices,
  run: async (tx, scope, input) => {
    const [begun] = await tx
      .update(upload)
      .set({ state: "reading", readingSince: sql`now()`, progress: null })
      .where(currentReading(scope, input))
      .returning();
    // Of a try that was cut off.
    if (begun) await removeHalves(tx, input.uploadId);
    return { result: begun ?? null, audit: [] };
  },
});

/** Writes down how far it is. @returns whether it is still wanted: not stopped, and not chosen otherwise. */
export const noteProgress = command({
  scope: job,
  action: "upload.draft",
  input: z.object({ ...READING, progress: z.custom<Progress | null>() }),
  allow: scopeSuffices,
  run: async (tx, scope, { progress, ...reading }) => {
    const [there] = progress
      ? await tx
          .update(upload)
          .set({ progress })
          .where(currentReading(scope, reading))
          .returning({ id: upload.id })
      : await tx.select({ id: upload.id }).from(upload).where(currentReading(scope, reading));
    return { result: there !== undefined, audit: [] };
  },
});

/** Begins a draft for a file that came with another, of the same person. */
const startAttachment = command({
  scope: job,
  action: "upload.draft",
  input: z.object({ ...READING, fileName: requiredText(200), byteSize: z.int() }),
  allow: scopeSuffices,
  run: async (tx, scope, { fileName, byteSize, ...reading }) => {
    const [parent] = await tx
      .select()
      .from(upload)
      .where(currentReading(scope, reading))
      .for("update");
    // What came with what came with it is not opened: a mail in a mail in a mail has no end.
    if (!parent || parent.parentId) return { result: null, audit: [] };
    if (!(await hasRoom(tx, parent.accountId, byteSize))) return { result: null, audit: [] };
    const [begun] = await tx
      .insert(upload)
      .values({
        dossierId: parent.dossierId,
        accountId: parent.accountId,
        fileName,
        byteSize,
        parentId: parent.id,
        attachedTo: parent.fileName,
      })
      .returning({ id: upload.id });
    return {
      result: begun ?? null,
      audit: [],
      jobs: begun
        ? [
            forgetDraftJob.request(
              { dossierId: scope.dossierId, uploadId: begun.id },
              { afterSeconds: DRAFT_HOURS * 3600 },
            ),
          ]
        : [],
    };
  },
});

const storeAttachmentPiece = command({
  scope: job,
  action: "upload.draft",
  input: z.object({ uploadId: uuid, n: z.int(), content: z.custom<Uint8Array>() }),
  allow: scopeSuffices,
  run: async (tx, scope, { uploadId, n, content }) => {
    const [there] = await tx
      .select({ id: upload.id })
      .from(upload)
      .where(
        and(
          eq(upload.id, uploadId),
          eq(upload.dossierId, scope.dossierId),
          eq(upload.state, "receiving"),
        ),
      )
      .for("update");
    if (there) await storePiece(tx, uploadId, n, content);
    return { result: {}, audit: [] };
  },
});

/** Stores what a draft will become; what came with it is a draft of its own from then on. */
const storeFound = command({
  scope: job,
  action: "upload.draft",
  input: z.object({
    ...READING,
    found: z.custom<Found>(),
    attached: z.array(z.object({ id: uuid, sha256: z.string() })),
  }),
  allow: scopeSuffices,
  run: async (tx, scope, { found, attached, ...reading }) => {
    const [stored] = await tx
      .update(upload)
      .set({ state: "ready", found, mediaType: found.mediaType, progress: null })
      .where(currentReading(scope, reading))
      .returning({ id: upload.id });
    const jobs: JobRequest[] = [];
    for (const { id, sha256 } of stored ? attached : []) {
      await tx
        .update(upload)
        .set({ state: "waiting", reading: 1, sha256 })
        .where(and(eq(upload.id, id), eq(upload.state, "receiving")));
      jobs.push(inspectDraftJob.request({ dossierId: scope.dossierId, uploadId: id, reading: 1 }));
    }
    return { result: {}, audit: [], jobs };
  },
});

export const failInspecting = command({
  scope: job,
  action: "upload.draft",
  input: z.object({ ...READING, failure: z.custom<Failure>() }),
  allow: scopeSuffices,
  run: async (tx, scope, { failure, ...reading }) => {
    await tx
      .update(upload)
      .set({
        state: "failed",
        failure: failure.key,
        failureParams: failure.params,
        progress: null,
      })
      .where(currentReading(scope, reading));
    return { result: {}, audit: [] };
  },
});

/** A draft as it is given to who reads it. */
export interface DraftToRead extends FileToRead {
  choices: DraftChoices;
}

/** What looking at a file gave: what it will become, and the files that came with it. */
export interface Inspection {
  found: Found;
  attachments: Upload[];
}

/**
 * Looks what a draft will become, and stores that, or why it cannot be read. Nothing happens when the reading
 * is not wanted any more.
 *
 * @param inspect does the heavy part: in a process of its own.
 * @throws what may be tried again: a database that is away, work that was cut off.
 */
export async function inspectDraft(
  scope: JobScope,
  reading: Reading,
  inspect: (file: DraftToRead) => Promise<Inspection>,
): Promise<void> {
  const begun = await startInspecting(scope, reading);
  if (!begun) return;
  const { fileName } = begun;
  const pieces = piecesOf(await database(), reading.uploadId);
  let inspection: Inspection;
  try {
    const choices = begun.choices as DraftChoices;
    inspection = await inspect({ fileName, choices, pieces });
  } catch (error) {
    const failure = failureOf(error, fileName);
    if (!failure) throw error;
    await failInspecting(scope, { ...reading, failure });
    return;
  }
  const { found, attachments } = inspection;
  // Read once more, because something else was chosen, it brings no new files.
  const attached = begun.found ? [] : await storeAttachments(scope, reading, attachments);
  await storeFound(scope, { ...reading, found, attached });
}

async function storeAttachments(scope: JobScope, reading: Reading, files: readonly Upload[]) {
  const attached: { id: string; sha256: string }[] = [];
  for (const { fileName, bytes } of files.slice(0, MAX_ATTACHMENTS)) {
    const byteSize = bytes.length;
    const begun = await startAttachment(scope, { ...reading, fileName, byteSize });
    if (!begun) break;
    for (let at = 0, n = 1; at < byteSize; at += PIECE_BYTES, n++) {
      const content = bytes.subarray(at, at + PIECE_BYTES);
      await storeAttachmentPiece(scope, { uploadId: begun.id, n, content });
      await giveWay();
    }
    attached.push({ id: begun.id, sha256: sha256(bytes) });
  }
  return attached;
}

/** Gives up on a draft that failed each time it was tried. */
export async function giveUpInspecting(scope: JobScope, reading: Reading): Promise<void> {
  await failInspecting(scope, {
    ...reading,
    failure: { key: "sources.failed.gaveUp", params: {} },
  });
}

/** Removes a draft that nobody added in time. */
export const forgetDraft = command({
  scope: job,
  action: "upload.draft",
  input: z.object({ uploadId: uuid }),
  allow: scopeSuffices,
  run: async (tx, scope, { uploadId }) => {
    const [found] = await tx
      .select({ id: upload.id })
      .from(upload)
      .where(and(eq(upload.id, uploadId), eq(upload.dossierId, scope.dossierId)))
      .for("update");
    if (found) await removeDraft(tx, uploadId);
    return { result: {}, audit: [] };
  },
});
