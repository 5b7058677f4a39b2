import { createHash } from "node:crypto";
import { giveWay } from "@/db/give-way";
import type { MemberScope } from "../../kernel/scope";
import { PIECE_BYTES } from "../../sources/rows";
import { addPiece, dropUpload, finishUpload, startUpload } from "./send";

/** Longest name that is kept, in UTF-16 units; of a longer one the ending stays. */
const MAX_NAME = 200;

/**
 * Takes in a file as it comes, piece by piece, as a draft of who sends it. One that is cut off on the way leaves
 * nothing.
 *
 * @throws as the commands it is made of, and what reading `bytes` throws.
 */
export async function receiveUpload(
  scope: MemberScope,
  file: {
    fileName: string;
    title?: string;
    bytes: AsyncIterable<Uint8Array>;
    /** Bytes, as far as that was said beforehand. */
    expected?: number;
  },
): Promise<{ uploadId: string }> {
  const { title, expected } = file;
  const { uploadId } = await startUpload(scope, {
    fileName: clipped(file.fileName),
    title,
    expected,
  });
  try {
    const hash = createHash("sha256");
    let n = 0;
    for await (const content of inPieces(file.bytes)) {
      hash.update(content);
      await addPiece(scope, { uploadId, n: ++n, content });
      await giveWay();
    }
    return await finishUpload(scope, { uploadId, sha256: hash.digest("hex") });
  } catch (error) {
    // What cannot be removed now, because the database is away, is within a day.
    await dropUpload(scope, { uploadId }).catch(() => {});
    throw error;
  }
}

/** The same bytes in pieces of one size, whatever they come in. */
async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + PIECE_BYTES - size);
      held.push(part);
      size += part.length;
      at += part.length;
      if (size < PIECE_BYTES) continue;
      yield Buffer.concat(held);
      held = [];
      size = 0;
    }
  }
  if (size > 0) yield Buffer.concat(held);
}

function clipped(fileName: string): string {
  if (fileName.length <= MAX_NAME) return fileName;
  const ending = /\.[^.]{1,10}$/.exec(fileName)?.[0] ?? "";
  return fileName.slice(0, MAX_NAME - ending.length) + ending;
}
