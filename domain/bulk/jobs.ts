import { apart } from "../kernel/apart";
import type { Spreadsheet } from "./commands/import";
import type { BulkAnswer, BulkBatch, BulkTask } from "./task";

/** Time for reading one spreadsheet: thirty times what the largest takes on a machine of its own. */
export const BULK_SECONDS = 120;

/** A spreadsheet that is read in a process of its own, as often as it is asked for. */
export function spreadsheetApart(
  fileName: string,
  pieces: () => AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Spreadsheet {
  return {
    fileName,
    read: (task, onBatch) =>
      apart<BulkTask, BulkBatch, BulkAnswer>("domain/bulk/task.ts", task, onBatch, {
        seconds: BULK_SECONDS,
        megabytes: 1_024,
        signal,
        pieces: pieces(),
      }),
  };
}
