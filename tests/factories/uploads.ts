import type { ReaderScope } from "@/domain/kernel/scope";
import { receiveUpload } from "@/domain/uploads/commands";
import { inspectDraftJob } from "@/domain/uploads/jobs";
import { listDrafts } from "@/domain/uploads/queries";

/** Bytes as they come over the network: in chunks of no size in particular. */
export async function* arriving(bytes: Uint8Array, chunk = 60_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
}

/** A file that somebody sent, not looked at yet. */
export async function sentBy(
  scope: ReaderScope,
  text: string | Uint8Array,
  fileName = "notulen.md",
): Promise<string> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const { uploadId } = await receiveUpload(scope, { fileName, bytes: arriving(bytes) });
  return uploadId;
}

/** The job that looks what a draft will become, done here and now. */
export async function inspected(scope: ReaderScope, uploadId: string, reading = 1): Promise<void> {
  const job = { dossierId: scope.dossierId, uploadId, reading };
  await inspectDraftJob.run(job, new AbortController().signal);
}

/** A draft that is ready to be added. */
export async function draftOf(scope: ReaderScope, text: string, fileName?: string) {
  const uploadId = await sentBy(scope, text, fileName);
  await inspected(scope, uploadId);
  return uploadId;
}

/** One's own draft as the page has it. */
export async function draftIn(scope: ReaderScope, uploadId: string) {
  return (await listDrafts(scope)).find(({ id }) => id === uploadId);
}
