import { and, eq, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { upload } from "@/db/schema";
import { command } from "../../kernel/command";
import { Invalid, NotFound, TooLarge } from "../../kernel/errors";
import { nullableText, requiredText, uuid } from "../../kernel/fields";
import { member } from "../../kernel/scope";
import { MAX_FILE_BYTES, MAX_FILE_MEGABYTES } from "../../sources/model";
import { storePiece } from "../../sources/rows";
import { forgetDraftJob, inspectDraftJob } from "../jobs";
import { DRAFT_HOURS, MAX_DRAFT_BYTES, MAX_DRAFTS } from "../model";
import { maySendFiles } from "../policy";
import { hasRoom, lockDraft, ownDrafts, ownerOf, removeDraft, sentBy } from "../rows";

/** A file that takes longer to come in than this was cut off. */
const CUT_OFF_AFTER = sql`now() - interval '1 hour'`;

/**
 * Begins to take a file in: a draft of who sends it, which nobody else sees and of which the log of the
 * dossier says nothing until it is added. Its bytes follow by `addPiece`, and then `finishUpload`.
 *
 * @throws Invalid `uploads.errors.full` when somebody has sent too much without adding it.
 */
export const startUpload = command({
  scope: member,
  action: "upload.draft",
  input: z.object({
    fileName: requiredText(200),
    title: nullableText(200),
    /** Bytes, as far as that was said beforehand. */
    expected: z.int().min(0).default(0),
  }),
  allow: maySendFiles,
  run: async (tx, scope, { fileName, title, expected }) => {
    const accountId = ownerOf(scope);
    const stale = await tx
      .select({ id: upload.id })
      .from(upload)
      .where(
        and(ownDrafts(scope), eq(upload.state, "receiving"), lt(upload.createdAt, CUT_OFF_AFTER)),
      );
    for (const { id } of stale) await removeDraft(tx, id);
    if (expected > MAX_FILE_BYTES) {
      throw new TooLarge("sources.errors.tooLarge", { fileName, limit: MAX_FILE_MEGABYTES });
    }
    if (!(await hasRoom(tx, accountId, expected))) {
      throw new Invalid("uploads.errors.full", { files: MAX_DRAFTS });
    }
    const [begun] = await tx
      .insert(upload)
      .values({ dossierId: scope.dossierId, accountId, fileName, title })
      .returning({ id: upload.id });
    if (!begun) throw new Error("insert returned no row");
    return {
      result: { uploadId: begun.id },
      audit: [],
      jobs: [
        forgetDraftJob.request(
          { dossierId: scope.dossierId, uploadId: begun.id },
          { afterSeconds: DRAFT_HOURS * 3600 },
        ),
      ],
    };
  },
});

/** Stores the `n`th piece of a file, from 1. @throws TooLarge as soon as it is more than it may be. */
export const addPiece = command({
  scope: member,
  action: "upload.draft",
  input: z.object({
    uploadId: uuid,
    n: z.int().min(1),
    content: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  }),
  allow: maySendFiles,
  find: (tx, scope, { uploadId }) => lockDraft(tx, scope, uploadId),
  run: async (tx, _scope, { uploadId, n, content }, draft) => {
    if (draft.state !== "receiving") throw new NotFound();
    const byteSize = draft.byteSize + content.length;
    if (byteSize > MAX_FILE_BYTES) {
      const { fileName } = draft;
      throw new TooLarge("sources.errors.tooLarge", { fileName, limit: MAX_FILE_MEGABYTES });
    }
    // What is said of a file beforehand is no bound, and several may come in at once.
    if ((await sentBy(tx, draft.accountId)).bytes + content.length > MAX_DRAFT_BYTES) {
      throw new Invalid("uploads.errors.full", { files: MAX_DRAFTS });
    }
    await storePiece(tx, uploadId, n, content);
    await tx.update(upload).set({ byteSize }).where(eq(upload.id, uploadId));
    return { result: {}, audit: [] };
  },
});

/** Says that all of a file is there, and has it looked at. `sha256` is that of all its bytes. */
export const finishUpload = command({
  scope: member,
  action: "upload.draft",
  input: z.object({ uploadId: uuid, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  allow: maySendFiles,
  find: (tx, scope, { uploadId }) => lockDraft(tx, scope, uploadId),
  run: async (tx, scope, { uploadId, sha256 }, draft) => {
    if (draft.state !== "receiving") throw new NotFound();
    await tx
      .update(upload)
      .set({ state: "waiting", sha256, reading: 1 })
      .where(eq(upload.id, uploadId));
    return {
      result: { uploadId },
      audit: [],
      jobs: [inspectDraftJob.request({ dossierId: scope.dossierId, uploadId, reading: 1 })],
    };
  },
});

/** Takes a draft away. One that is gone already, or was added, is left as it is. */
export const dropUpload = command({
  scope: member,
  action: "upload.draft",
  input: z.object({ uploadId: uuid }),
  allow: maySendFiles,
  find: (tx, scope, { uploadId }) => lockDraft(tx, scope, uploadId),
  run: async (tx, _scope, { uploadId }) => {
    await removeDraft(tx, uploadId);
    return { result: {}, audit: [] };
  },
});

/** Takes all one's drafts in this dossier away. */
export const dropAll = command({
  scope: member,
  action: "upload.draft",
  input: z.object({}),
  allow: maySendFiles,
  run: async (tx, scope) => {
    const drafts = await tx
      .select({ id: upload.id })
      .from(upload)
      .where(ownDrafts(scope))
      .for("update");
    for (const { id } of drafts) await removeDraft(tx, id);
    return { result: {}, audit: [] };
  },
});
