import { z } from "zod";
import { openDossierForJob } from "../dossiers/gate";
import { apart } from "../kernel/apart";
import { uuid } from "../kernel/fields";
import { defineJob } from "../kernel/job";
import type { JobScope } from "../kernel/scope";
import type { FileToRead } from "../sources/commands/read";
import { READING_SECONDS } from "../sources/jobs";
import type { Progress, Upload } from "../sources/model";
import type { ReadingTask } from "../sources/task";
import {
  forgetDraft,
  giveUpInspecting,
  type Inspection,
  inspectDraft,
  noteProgress,
} from "./commands/inspect";
import type { Found } from "./model";
import type { InspectPart } from "./task";

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
    await inspectDraft(scope, reading, (file) =>
      inspectApart(file, signal, (progress) => noteProgress(scope, { ...reading, progress })),
    );
  },
  giveUp: async ({ dossierId, ...reading }, actor) => {
    await giveUpInspecting(await openDossierForJob(actor, dossierId), reading);
  },
});

/** Removes a draft that nobody added in time. */
export const forgetDraftJob = defineJob({
  queue: "upload.forget",
  actor: INSPECTOR,
  data: z.object({ dossierId: uuid, uploadId: uuid }),
  retries: 5,
  seconds: 60,
  run: async ({ dossierId, uploadId }, actor) => {
    await forgetDraft(await openDossierForJob(actor, dossierId), { uploadId });
  },
});

/** @param note writes down how far it is, and says whether it is still wanted. */
async function inspectApart(
  { pieces, ...file }: FileToRead,
  signal: AbortSignal,
  note: (progress: Progress | null) => Promise<boolean>,
): Promise<Inspection> {
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
    const found = await apart<ReadingTask, InspectPart, Found>(
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
    return { found, attachments: attachments.map(whole) };
  } finally {
    clearInterval(timer);
  }
}

function whole({ fileName, pieces }: { fileName: string; pieces: Uint8Array[] }): Upload {
  return { fileName, bytes: new Uint8Array(Buffer.concat(pieces)) };
}
