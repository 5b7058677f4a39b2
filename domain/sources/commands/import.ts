import { openDossierForJob } from "../../dossiers/gate";
import type { MemberScope } from "../../kernel/scope";
import type { Upload } from "../model";
import { readFile } from "../task";
import { READER, type Reading, readSource } from "./read";
import { receiveSource } from "./receive";

/**
 * Receives a file and reads it here and now: for the terminal, where nobody else waits for this
 * process. When it is cut off in between, a job reads the source after all.
 *
 * @throws as `receiveSource`, and what `readFile` throws: then the source stays, and says why.
 */
export async function importSource(scope: MemberScope, upload: Upload & { title?: string }) {
  const received = await receiveSource(scope, { ...upload, readByCaller: true });
  let refused: unknown;
  const read = await readSource(
    await openDossierForJob(READER, scope.dossierId),
    received.sourceId,
    (file) =>
      readHere(file).catch((error) => {
        refused = error;
        throw error;
      }),
  );
  if (!read) throw refused ?? new Error(`source ${received.sourceId} was read by somebody else`);
  return { ...received, ...read };
}

async function readHere(file: Upload): Promise<Reading> {
  const batches: Reading["batches"] = [];
  const reading = readFile(file);
  let step = reading.next();
  for (; !step.done; step = reading.next()) batches.push(step.value);
  return { batches, facts: step.value };
}
