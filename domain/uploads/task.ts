import { sha256 } from "@/db/hash";
import type { Task } from "../kernel/apart";
import { proposeSplit } from "../proposal/rules";
import { convert } from "../sources/formats";
import type { Progress } from "../sources/model";
import { comparableText } from "../sources/rules";
import type { ReadingTask } from "../sources/task";
import { toBlocks } from "../text/blocks";
import type { Found } from "./model";
import { summaryOf } from "./rules";

/** Bytes of an attachment in one message. */
const PIECE = 512 * 1024;

/** How far it is, or a piece of a file that came with it: the `attachment`th, from 0. */
export type InspectPart =
  | { progress: Progress }
  | { attachment: number; fileName: string; piece: Uint8Array };

/** Looks what a file will become, in a process of its own: see `apart`. */
const task: Task<ReadingTask, InspectPart, Found> = async ({ fileName, choices }, send, bytes) => {
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
  return { ...summary, textKey: sha256(comparableText(text)), textSha256: sha256(text) };
};
export default task;
