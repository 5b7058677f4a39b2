import { goneIn } from "@/db/errors";
import { openDossierForJob } from "../../dossiers/gate";
import { Forbidden, Unavailable } from "../../kernel/errors";
import { type MemberScope, member, proves } from "../../kernel/scope";
import type { ReadingChoices } from "../formats/model";
import type { Upload } from "../model";
import { mayImportSources } from "../policy";
import { readFile } from "../task";
import { READER, type Reading, readSource } from "./read";
import { receiveSource } from "./receive";

/**
 * Reads a file here and now and stores it with its text: for the terminal, where nobody else waits for this
 * process. When it is cut off in between, a job reads the source after all.
 *
 * @throws what `readFile` and `receiveSource` throw: then nothing is stored. Unavailable as perhaps done when
 *   the database went away after that: the file is kept, and its text as well or later.
 */
export async function importSource(
  scope: MemberScope,
  { title, ...file }: Upload & { title?: string },
  choices?: ReadingChoices,
) {
  // Before the work, and not only before it is stored.
  if (!proves(member, scope) || !mayImportSources(scope)) throw new Forbidden();
  const reading = await readHere(file, choices);
  const received = await receiveSource(scope, {
    ...file,
    title,
    facts: reading.facts,
    readByCaller: true,
  });
  try {
    const job = await openDossierForJob(READER, scope.dossierId);
    const stored = await readSource(job, received.sourceId, async () => reading);
    if (!stored) throw new Error(`source ${received.sourceId} was read by somebody else`);
    return { ...received, ...stored };
  } catch (error) {
    const away = goneIn(error) || error instanceof Unavailable;
    throw away ? new Unavailable("errors.perhapsSaved", true) : error;
  }
}

async function readHere(file: Upload, choices?: ReadingChoices): Promise<Reading> {
  const batches: Reading["batches"] = [];
  const reading = readFile(file, choices);
  let step = await reading.next();
  for (; !step.done; step = await reading.next()) batches.push(step.value);
  return { batches, facts: step.value };
}
