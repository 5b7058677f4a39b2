import { sha256 } from "@/db/hash";
import type { Task } from "../kernel/apart";
import { proposeSplit } from "../proposal/rules";
import { convert } from "../sources/formats";
import { factsOf, isSpreadsheet, readSheetTable } from "../sources/formats/sheet";
import type { SheetFacts } from "../sources/formats/sheet/model";
import type { Progress } from "../sources/model";
import { comparableText } from "../sources/rules";
import type { ReadingTask } from "../sources/task";
import { toBlocks } from "../text/blocks";
import type { DraftChoices, Found } from "./model";
import { summaryOf } from "./rules";

/** Bytes of an attachment in one message. */
const PIECE = 512 * 1024;

/** What it is told of a file; its bytes come beside it. */
export interface InspectTask extends ReadingTask {
  choices: DraftChoices;
}

/** How far it is, or a piece of a file that came with it: the `attachment`th, from 0. */
export type InspectPart =
  | { progress: Progress }
  | { attachment: number; fileName: string; piece: Uint8Array };

/** What a file will become; or, of a spreadsheet, what is in it: what it becomes depends on the dossier. */
export type Inspected = { found: Found } | { facts: SheetFacts };

/** Looks what a file will become, in a process of its own: see `apart`. */
const task: Task<InspectTask, InspectPart, Inspected> = async (
  { fileName, choices },
  send,
  bytes,
) => {
  if (isSpreadsheet({ fileName, bytes })) {
    return { facts: factsOf(await readSheetTable({ fileName, bytes }, choices.bulk?.table)) };
  }
  const converted = await convert({ fileName, bytes }, choices, (done, total) => {
    void send({ progress: { done, total } });
  });
  const { text, attachments } = converted;
  const proposal = proposeSplit(text, { fileName });
  const summary = summaryOf(converted, toBlocks(text).blocks.length, proposal);
  for (const [n, file] of attachments.entries()) {
    for (let at = 0; at < file.bytes.length; at += PIECE) {
      const piece = file.bytes.slice(at, at + PIECE);
      await send({ attachment: n, fileName: file.fileName, piece });
    }
  }
  const hashes = { textKey: sha256(comparableText(text)), textSha256: sha256(text) };
  return { found: { ...summary, ...hashes } };
};
export default task;
