import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { sha256 } from "@/db/hash";
import { source } from "@/db/schema";
import { command } from "../../kernel/command";
import { Conflict, NotFound } from "../../kernel/errors";
import { requiredText, uuid } from "../../kernel/fields";
import { member } from "../../kernel/scope";
import { readSourceJob } from "../jobs";
import type { ReadFacts } from "../model";
import { mayImportSources } from "../policy";
import { addSource, storeFile } from "../rows";
import { titleOfFile } from "../rules";

/** A caller that reads the file itself has so long for it before a job does it instead. */
const SAFETY_NET_SECONDS = 120;

/**
 * Takes a file in that is known to be readable: the original bytes, and a job that reads them.
 *
 * @throws Conflict with the {@link KnownSource} when the same bytes, or the same text in other bytes, are in
 *   the dossier already. Nothing is stored then.
 */
export const receiveSource = command({
  scope: member,
  action: "source.import",
  input: z.object({
    fileName: requiredText(200),
    bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array, "errors.field.required"),
    title: requiredText(200).optional(),
    /** What reading it found. */
    facts: z.custom<Pick<ReadFacts, "mediaType" | "textKey" | "textSha256">>(Boolean),
    /** The caller reads it at once; the job is there for when it cannot. */
    readByCaller: z.boolean().default(false),
  }),
  allow: mayImportSources,
  run: async (tx, scope, { readByCaller, facts, fileName, bytes, title }) => {
    // The file first: once it has a source it never changes again.
    const sourceId = randomUUID();
    await storeFile(tx, sourceId, bytes);
    const said = { title: title ?? titleOfFile(fileName), fileName, sha256: sha256(bytes) };
    const row = { ...said, ...facts, id: sourceId, byteSize: bytes.length };
    const known = await addSource(tx, scope, row);
    if (known) throw new Conflict("sources.errors.known", { title: known.title }, known);
    return {
      result: { sourceId, ...said },
      audit: { entity: "source", entityId: sourceId, after: said },
      jobs: [
        readSourceJob.request(
          { dossierId: scope.dossierId, sourceId },
          readByCaller ? { afterSeconds: SAFETY_NET_SECONDS } : undefined,
        ),
      ],
    };
  },
});

/**
 * Has a source read again that could not be read.
 *
 * @throws NotFound for one of another dossier, and for one that is not waiting for this.
 */
export const readAgain = command({
  scope: member,
  action: "source.readAgain",
  input: z.object({ sourceId: uuid }),
  allow: mayImportSources,
  run: async (tx, scope, { sourceId }) => {
    const [again] = await tx
      .update(source)
      .set({ state: "waiting", failure: null, failureParams: null })
      .where(
        and(
          eq(source.id, sourceId),
          eq(source.dossierId, scope.dossierId),
          eq(source.state, "failed"),
        ),
      )
      .returning({ state: source.state });
    if (!again) throw new NotFound();
    return {
      result: {},
      audit: {
        entity: "source",
        entityId: sourceId,
        before: { state: "failed" },
        after: again,
      },
      jobs: [readSourceJob.request({ dossierId: scope.dossierId, sourceId })],
    };
  },
});
