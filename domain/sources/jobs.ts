import { z } from "zod";
import { openDossierForJob } from "../dossiers/gate";
import { apart } from "../kernel/apart";
import { uuid } from "../kernel/fields";
import { defineJob } from "../kernel/job";
import type { JobScope } from "../kernel/scope";
import { destroyDueOriginal } from "./commands/originals";
import { type FileToRead, giveUpReading, READER, type Reading, readSource } from "./commands/read";
import type { ReadFacts, RowBatch } from "./model";
import { dueOriginals } from "./rows";
import type { ReadingPart, ReadingTask } from "./task";

/** Time for reading one file: thirty times what the largest takes on a machine of its own. */
export const READING_SECONDS = 90;

/** Reads a source that was received, in a process of its own. */
export const readSourceJob = defineJob({
  queue: "source.read",
  actor: READER,
  data: z.object({ dossierId: uuid, sourceId: uuid }),
  retries: 2,
  // Longer than reading may take, for storing comes after it.
  seconds: READING_SECONDS + 60,
  atOnce: 2,
  run: async ({ dossierId, sourceId }, actor, signal) => {
    const scope = await openDossierForJob(actor, dossierId);
    await readSource(scope, sourceId, (file) => readApart(file, signal));
  },
  giveUp: async ({ dossierId, sourceId }, actor) => {
    await giveUpReading(await openDossierForJob(actor, dossierId), sourceId);
  },
});

/** Who destroys originals whose time has passed, in the audit. */
const DESTROYER: JobScope["actor"] = {
  type: "job",
  name: "achtergrondtaak: originelen vernietigen",
};

/** Destroys the original of a source whose time has passed, in a dossier that wants that. */
export const destroyOriginalJob = defineJob({
  queue: "source.destroyOriginal",
  actor: DESTROYER,
  data: z.object({ dossierId: uuid, sourceId: uuid }),
  retries: 5,
  seconds: 60,
  due: dueOriginals,
  run: async ({ dossierId, sourceId }, actor) => {
    await destroyDueOriginal(await openDossierForJob(actor, dossierId), { sourceId });
  },
});

async function readApart({ pieces, ...file }: FileToRead, signal: AbortSignal): Promise<Reading> {
  const batches: RowBatch[] = [];
  const facts = await apart<ReadingTask, ReadingPart, ReadFacts>(
    "domain/sources/task.ts",
    file,
    (part) => {
      if ("batch" in part) batches.push(part.batch);
    },
    { seconds: READING_SECONDS, signal, pieces },
  );
  return { batches, facts };
}
