import { z } from "zod";
import { database } from "@/db/client";
import { ORPHAN, type Placement } from "../anchoring/model";
import type { PlacingTask } from "../anchoring/task";
import { openDossierForJob } from "../dossiers/gate";
import { apart } from "../kernel/apart";
import { uuid } from "../kernel/fields";
import { defineJob } from "../kernel/job";
import type { JobScope } from "../kernel/scope";
import { keepFinds } from "../personal-data/commands";
import { unsearchedVersions } from "../personal-data/rows";
import type { PersonalFind } from "../privacy/model";
import { wasSearched } from "../redaction/rows";
import { locatePassages } from "./commands/locate";
import { destroyDueOriginal } from "./commands/originals";
import { type FileToRead, giveUpReading, READER, type Reading, readSource } from "./commands/read";
import { giveUpRevision, readRevision } from "./commands/revise";
import type { ReadFacts, RowBatch } from "./model";
import { dueOriginals, textOfVersion } from "./rows";
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

/** Reads a corrected file, which becomes the next version of its source. */
export const reviseSourceJob = defineJob({
  queue: "source.revise",
  actor: READER,
  data: z.object({ dossierId: uuid, sourceId: uuid, revisionId: uuid }),
  retries: 2,
  seconds: READING_SECONDS + 60,
  run: async ({ dossierId, ...revision }, actor, signal) => {
    const scope = await openDossierForJob(actor, dossierId);
    await readRevision(scope, revision, (file) => readApart(file, signal, { textOnly: true }));
  },
  giveUp: async ({ dossierId, ...revision }, actor) => {
    await giveUpRevision(await openDossierForJob(actor, dossierId), revision);
  },
});

/** Finds the passages of a source in its newest version; until then they say that their source changed. */
export const locateSourceJob = defineJob({
  queue: "source.locate",
  actor: { type: "job", name: "achtergrondtaak: passages terugzoeken" },
  data: z.object({ dossierId: uuid, sourceId: uuid }),
  retries: 5,
  seconds: READING_SECONDS,
  run: async ({ dossierId, sourceId }, actor, signal) => {
    const scope = await openDossierForJob(actor, dossierId);
    await locatePassages(scope, sourceId, (task) =>
      apart<PlacingTask, never, Placement[]>("domain/anchoring/task.ts", task, () => {}, {
        seconds: READING_SECONDS,
        signal,
      }),
    );
  },
  // Nothing was found, then: a person says where it is.
  giveUp: async ({ dossierId, sourceId }, actor) => {
    const scope = await openDossierForJob(actor, dossierId);
    await locatePassages(scope, sourceId, async ({ quotes }) => quotes.map(() => ORPHAN));
  },
});

/** Searches a text that came in before there was a search; until then nobody reads it who may not see names. */
export const searchSourceJob = defineJob({
  queue: "source.search",
  actor: { type: "job", name: "achtergrondtaak: persoonsgegevens zoeken" },
  data: z.object({ dossierId: uuid, sourceId: uuid, sourceVersionId: uuid }),
  retries: 5,
  seconds: READING_SECONDS,
  due: unsearchedVersions,
  run: async ({ dossierId, sourceId, sourceVersionId }, actor, signal) => {
    const scope = await openDossierForJob(actor, dossierId);
    const db = await database();
    if (await wasSearched(db, sourceVersionId)) return;
    const finds = await apart<{ text: string }, never, PersonalFind[]>(
      "domain/personal-data/task.ts",
      { text: await textOfVersion(db, sourceVersionId) },
      () => {},
      { seconds: READING_SECONDS, signal },
    );
    await keepFinds(scope, { sourceId, sourceVersionId, finds });
  },
});

async function readApart(
  { pieces, ...file }: FileToRead,
  signal: AbortSignal,
  more: Pick<ReadingTask, "textOnly"> = {},
): Promise<Reading> {
  const batches: RowBatch[] = [];
  const facts = await apart<ReadingTask, ReadingPart, ReadFacts>(
    "domain/sources/task.ts",
    { ...file, ...more },
    (part) => {
      if ("batch" in part) batches.push(part.batch);
    },
    { seconds: READING_SECONDS, signal, pieces },
  );
  return { batches, facts };
}
