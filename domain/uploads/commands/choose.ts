import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { upload } from "@/db/schema";
import { bulkDraft } from "../../bulk/model";
import { command } from "../../kernel/command";
import { says } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { type MemberScope, member } from "../../kernel/scope";
import { ENCODINGS } from "../../sources/formats/model";
import { inspectDraftJob } from "../jobs";
import type { DraftChoices } from "../model";
import { maySendFiles } from "../policy";
import { isAdding, lockDraft, type UploadRow } from "../rows";

/** Chooses what a file leaves open. It is read again when that makes a difference. @throws NotFound */
export const chooseReading = command({
  scope: member,
  action: "upload.draft",
  input: z.object({
    uploadId: uuid,
    trackedChanges: z.enum(["with", "without"], says("errors.field.invalid")).optional(),
    /** Empty for the one that was recognised. */
    encoding: z.enum(["", ...ENCODINGS], says("errors.field.invalid")).optional(),
  }),
  allow: maySendFiles,
  find: (tx, scope, { uploadId }) => lockDraft(tx, scope, uploadId),
  run: async (tx, scope, { trackedChanges, encoding }, draft) => {
    const choices: DraftChoices = { ...draft.choices };
    if (trackedChanges) choices.trackedChanges = trackedChanges;
    if (encoding) choices.encoding = encoding;
    if (encoding === "") delete choices.encoding;
    const same = JSON.stringify(choices) === JSON.stringify(draft.choices);
    if (same || draft.state === "receiving" || isAdding(draft)) return { result: {}, audit: [] };
    return readAgain(tx, scope, draft, choices);
  },
});

/** Chooses what is made of a spreadsheet; it is looked at again. @throws NotFound */
export const chooseColumns = command({
  scope: member,
  action: "upload.draft",
  input: z.object({ uploadId: uuid, bulk: bulkDraft }),
  allow: maySendFiles,
  find: (tx, scope, { uploadId }) => lockDraft(tx, scope, uploadId),
  run: async (tx, scope, { bulk }, draft) => {
    if (draft.state === "receiving" || isAdding(draft)) return { result: {}, audit: [] };
    return readAgain(tx, scope, draft, { ...draft.choices, bulk });
  },
});

/** Stops reading a draft: it stays, and can be read again or taken away. */
export const stopReading = command({
  scope: member,
  action: "upload.draft",
  input: z.object({ uploadId: uuid }),
  allow: maySendFiles,
  find: (tx, scope, { uploadId }) => lockDraft(tx, scope, uploadId),
  run: async (tx, _scope, { uploadId }, draft) => {
    if (draft.state === "waiting" || draft.state === "reading") {
      // Whoever reads it finds that this reading does not count any more.
      await tx
        .update(upload)
        .set({
          state: "failed",
          failure: "uploads.failed.stopped",
          failureParams: {},
          progress: null,
          reading: draft.reading + 1,
        })
        .where(eq(upload.id, uploadId));
    }
    return { result: {}, audit: [] };
  },
});

/** Has a draft read again that was stopped or could not be read. */
export const readDraftAgain = command({
  scope: member,
  action: "upload.draft",
  input: z.object({ uploadId: uuid }),
  allow: maySendFiles,
  find: (tx, scope, { uploadId }) => lockDraft(tx, scope, uploadId),
  run: async (tx, scope, _input, draft) => {
    if (draft.state !== "failed") return { result: {}, audit: [] };
    return readAgain(tx, scope, draft, { ...draft.choices, adding: undefined });
  },
});

async function readAgain(
  tx: Database,
  scope: MemberScope,
  draft: UploadRow,
  choices: DraftChoices,
) {
  const reading = draft.reading + 1;
  await tx
    .update(upload)
    .set({
      state: "waiting",
      reading,
      choices: { ...choices },
      progress: null,
      readingSince: null,
      failure: null,
      failureParams: null,
    })
    .where(eq(upload.id, draft.id));
  const job = { dossierId: scope.dossierId, uploadId: draft.id, reading };
  return { result: {}, audit: [], jobs: [inspectDraftJob.request(job)] };
}
