import { z } from "zod";
import { database } from "@/db/client";
import { checkSpreadsheet } from "../bulk/commands";
import { BULK_SECONDS, spreadsheetApart } from "../bulk/jobs";
import { bulkDraft } from "../bulk/model";
import { knownMeaningsOf, knownRowsOf } from "../bulk/rows";
import { proposeChoices } from "../bulk/rules/meanings";
import { openDossierForJob } from "../dossiers/gate";
import { apart } from "../kernel/apart";
import { parseInput } from "../kernel/command";
import { uuid } from "../kernel/fields";
import { defineJob } from "../kernel/job";
import type { JobScope } from "../kernel/scope";
import { sheetTypeOf } from "../sources/formats/sheet";
import type { SheetFacts } from "../sources/formats/sheet/model";
import { READING_SECONDS } from "../sources/jobs";
import type { Progress, Upload } from "../sources/model";
import { piecesOf } from "../sources/rows";
import { titleOfFile } from "../sources/rules";
import {
  type DraftToRead,
  forgetDraft,
  giveUpInspecting,
  inspectDraft,
  noteProgress,
} from "./commands/inspect";
import { addReactionsOf } from "./commands/reactions";
import type { Found } from "./model";
import { dueDrafts } from "./rows";
import { summaryOfSheet } from "./rules";
import type { Inspected, InspectPart, InspectTask } from "./task";

const INSPECTOR: JobScope["actor"] = { type: "job", name: "achtergrondtaak: bestand bekijken" };

/** How often is written down how far it is, and looked whether it is still wanted. */
const NOTE_EVERY_MS = 500;

/** Looks what a draft will become, in a process of its own. */
export const inspectDraftJob = defineJob({
  queue: "upload.inspect",
  actor: INSPECTOR,
  data: z.object({ dossierId: uuid, uploadId: uuid, reading: z.int() }),
  retries: 2,
  seconds: READING_SECONDS + 60,
  atOnce: 2,
  run: async ({ dossierId, ...reading }, actor, signal) => {
    const scope = await openDossierForJob(actor, dossierId);
    await inspectDraft(scope, reading, async (file) => {
      const note = (progress: Progress | null) => noteProgress(scope, { ...reading, progress });
      const { inspected, attachments } = await inspectApart(file, signal, note);
      if ("found" in inspected) return { found: inspected.found, attachments };
      const found = await checkedSheet(scope, reading.uploadId, file, inspected.facts, signal);
      return { found, attachments };
    });
  },
  giveUp: async ({ dossierId, ...reading }, actor) => {
    await giveUpInspecting(await openDossierForJob(actor, dossierId), reading);
  },
});

/** Removes a draft that nobody added in time; also one of which the job was lost. */
export const forgetDraftJob = defineJob({
  queue: "upload.forget",
  actor: INSPECTOR,
  data: z.object({ dossierId: uuid, uploadId: uuid }),
  retries: 5,
  seconds: 60,
  due: dueDrafts,
  run: async ({ dossierId, uploadId }, actor) => {
    await forgetDraft(await openDossierForJob(actor, dossierId), { uploadId });
  },
});

/** @param note writes down how far it is, and says whether it is still wanted. */
async function inspectApart(
  { pieces, ...file }: DraftToRead,
  signal: AbortSignal,
  note: (progress: Progress | null) => Promise<boolean>,
): Promise<{ inspected: Inspected; attachments: Upload[] }> {
  const unwanted = new AbortController();
  const attachments: { fileName: string; pieces: Uint8Array[] }[] = [];
  let latest: Progress | null = null;
  let noting = false;
  const timer = setInterval(async () => {
    if (noting) return;
    noting = true;
    const progress = latest;
    latest = null;
    // A database that is away for a moment is no reason to stop.
    const wanted = await note(progress).catch(() => true);
    if (!wanted) unwanted.abort();
    noting = false;
  }, NOTE_EVERY_MS);
  try {
    const inspected = await apart<InspectTask, InspectPart, Inspected>(
      "domain/uploads/task.ts",
      file,
      (part) => {
        if ("progress" in part) latest = part.progress;
        else {
          attachments[part.attachment] ??= { fileName: part.fileName, pieces: [] };
          attachments[part.attachment]?.pieces.push(part.piece);
        }
      },
      {
        seconds: READING_SECONDS,
        signal: AbortSignal.any([signal, unwanted.signal]),
        pieces,
      },
    );
    return { inspected, attachments: attachments.map(whole) };
  } finally {
    clearInterval(timer);
  }
}

function whole({ fileName, pieces }: { fileName: string; pieces: Uint8Array[] }): Upload {
  return { fileName, bytes: new Uint8Array(Buffer.concat(pieces)) };
}

/** What the rows of a spreadsheet become, by what was chosen and what is proposed for the rest. */
async function checkedSheet(
  scope: JobScope,
  uploadId: string,
  { fileName, choices: { bulk = {} } }: DraftToRead,
  facts: SheetFacts,
  signal: AbortSignal,
): Promise<Found> {
  const db = await database();
  const chosen = bulk.consultation;
  const consultationId = chosen && "id" in chosen ? chosen.id : null;
  const meanings = await knownMeaningsOf(db, scope.dossierId, facts.columns, consultationId);
  const choices = proposeChoices(facts, meanings, parseInput(bulkDraft, bulk));
  const known = consultationId ? await knownRowsOf(db, scope.dossierId, consultationId) : [];
  const sheet = spreadsheetApart(fileName, () => piecesOf(db, uploadId), signal);
  const check = await checkSpreadsheet(sheet, choices, known);
  const summary = summaryOfSheet(sheetTypeOf(fileName) ?? "text/csv", titleOfFile(fileName), {
    facts,
    choices,
    check,
  });
  // Its text is made when its rows are: until then it is known by its bytes alone.
  return { ...summary, textKey: uploadId, textSha256: uploadId };
}

/** Writes the reactions of a spreadsheet into the dossier, for who asked for it. */
export const addReactionsJob = defineJob({
  queue: "upload.addReactions",
  actor: INSPECTOR,
  data: z.object({ dossierId: uuid, uploadId: uuid, accountId: uuid, reading: z.int() }),
  retries: 2,
  // Longer than reading may take, for storing tens of thousands of rows comes after it.
  seconds: BULK_SECONDS + 600,
  run: async ({ dossierId, accountId, ...reading }, actor, signal) => {
    const scope = await openDossierForJob(actor, dossierId);
    await addReactionsOf(scope, { ...reading, accountId }, (fileName, pieces) =>
      spreadsheetApart(fileName, pieces, signal),
    );
  },
  giveUp: async ({ dossierId, uploadId, reading }, actor) => {
    await giveUpInspecting(await openDossierForJob(actor, dossierId), { uploadId, reading });
  },
});
