import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { database } from "@/db/client";
import { upload } from "@/db/schema";
import { importReactions } from "../../bulk/commands";
import type { Spreadsheet } from "../../bulk/commands/import";
import { type BulkInput, bulkChoices } from "../../bulk/model";
import { openDossierForAsker } from "../../dossiers/gate";
import { command, scopeSuffices } from "../../kernel/command";
import { Conflict, Invalid } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { type JobScope, job, member } from "../../kernel/scope";
import { failureOf } from "../../sources/commands/read";
import { piecesOf } from "../../sources/rows";
import { titleOfFile } from "../../sources/rules";
import { addReactionsJob, inspectDraftJob } from "../jobs";
import type { Found } from "../model";
import { maySendFiles } from "../policy";
import { currentReading, lockDraft, ownerOf, type Reading } from "../rows";
import { failInspecting, noteProgress } from "./inspect";

/**
 * Has the reactions of a spreadsheet written into the dossier, in the background: all rows or none.
 *
 * @throws NotFound for a draft that is not there; Invalid when it is no spreadsheet, or is being read;
 *   Conflict when that is asked already.
 */
export const addReactions = command({
  scope: member,
  action: "upload.draft",
  input: z.object({ uploadId: uuid, bulk: bulkChoices }),
  allow: maySendFiles,
  find: (tx, scope, { uploadId }) => lockDraft(tx, scope, uploadId),
  run: async (tx, scope, { uploadId, bulk }, draft) => {
    if (draft.choices.adding === true && draft.state !== "failed") {
      throw new Conflict("bulk.errors.adding");
    }
    if (draft.state !== "ready" || !(draft.found as Found | null)?.sheet) {
      throw new Invalid("bulk.errors.notReady");
    }
    const reading = draft.reading + 1;
    await tx
      .update(upload)
      .set({
        state: "reading",
        reading,
        readingSince: sql`now()`,
        progress: null,
        choices: { ...draft.choices, bulk, adding: true },
      })
      .where(eq(upload.id, uploadId));
    const { dossierId } = scope;
    const accountId = ownerOf(scope);
    const request = addReactionsJob.request({ dossierId, uploadId, reading, accountId });
    return { result: {}, audit: [], jobs: [request] };
  },
});

/** Has a draft looked at again, because not all of its rows can be written. */
const lookAgain = command({
  scope: job,
  action: "upload.draft",
  input: z.object({ uploadId: uuid, reading: z.int() }),
  allow: scopeSuffices,
  run: async (tx, scope, input) => {
    const [again] = await tx
      .update(upload)
      .set({
        state: "waiting",
        reading: input.reading + 1,
        progress: null,
        choices: sql`${upload.choices} - 'adding'`,
      })
      .where(currentReading(scope, input))
      .returning({ reading: upload.reading });
    const request = { dossierId: scope.dossierId, uploadId: input.uploadId };
    return {
      result: {},
      audit: [],
      jobs: again ? [inspectDraftJob.request({ ...request, ...again })] : [],
    };
  },
});

/**
 * Writes the reactions of a draft into the dossier, for who asked for it, and takes the draft away in the
 * same transaction. What keeps them out is written down with the draft.
 *
 * @throws what may be tried again: a database that is away, work that was cut off.
 */
export async function addReactionsOf(
  scope: JobScope,
  { accountId, ...reading }: Reading & { accountId: string },
  sheetOf: (fileName: string, pieces: () => AsyncIterable<Uint8Array>) => Spreadsheet,
): Promise<void> {
  const db = await database();
  const [draft] = await db.select().from(upload).where(currentReading(scope, reading));
  const facts = (draft?.found as Found | null)?.sheet?.facts;
  if (!draft?.sha256 || !facts) return;
  const { id, fileName, sha256, byteSize, title } = draft;
  let noting = false;
  try {
    const asker = await openDossierForAsker(accountId, scope.dossierId);
    const { result } = await importReactions(
      asker,
      {
        sheet: sheetOf(fileName, () => piecesOf(db, id)),
        file: { id, title: title ?? titleOfFile(fileName), sha256, byteSize },
        facts,
        choices: draft.choices.bulk as BulkInput,
      },
      {
        // Not waited for: the embedded database answers it only when all has been written.
        onProgress: (done, total) => {
          if (noting) return;
          noting = true;
          noteProgress(scope, { ...reading, progress: { done, total } })
            .catch(() => {})
            .finally(() => {
              noting = false;
            });
        },
        finish: async (tx) => {
          const [wanted] = await tx
            .delete(upload)
            .where(and(eq(upload.id, id), currentReading(scope, reading)))
            .returning({ id: upload.id });
          // Stopped or thrown away meanwhile: then none of it is written.
          if (!wanted) throw new Conflict("bulk.errors.notReady");
        },
      },
    );
    if (!result?.sourceId) await lookAgain(scope, reading);
  } catch (error) {
    const failure = failureOf(error, fileName);
    if (!failure) throw error;
    await failInspecting(scope, { ...reading, failure });
  }
}
