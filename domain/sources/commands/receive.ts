import { randomUUID } from "node:crypto";
import { and, eq, inArray, or } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { sha256 } from "@/db/hash";
import { source } from "@/db/schema";
import { command } from "../../kernel/command";
import { Conflict, NotFound } from "../../kernel/errors";
import { requiredText, uuid } from "../../kernel/fields";
import { actorAccountId, type MemberScope, member } from "../../kernel/scope";
import { readSourceJob } from "../jobs";
import { mayImportSources } from "../policy";
import { storeFile } from "../rows";
import { comparableText, decodeUpload } from "../rules";

/** A source that is in the dossier already: what a {@link Conflict} of `receiveSource` carries. */
export interface KnownSource {
  id: string;
  title: string;
}

/** A caller that reads the file itself has so long for it before a job does it instead. */
const SAFETY_NET_SECONDS = 120;

/**
 * Takes a file in: the original bytes, and a job that reads them. What can be told at once of a
 * file that will never be readable (its kind, size, encoding) is told at once.
 *
 * @throws Invalid or TooLarge when it cannot be read (see `decodeUpload`); Conflict with the
 *   {@link KnownSource} when the same bytes, or the same text in other bytes, are in the dossier already.
 *   Nothing is stored then.
 */
export const receiveSource = command({
  scope: member,
  action: "source.import",
  input: z.object({
    fileName: requiredText(200),
    bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array, "errors.field.required"),
    title: requiredText(200).optional(),
    /** The caller reads it at once; the job is there for when it cannot. */
    readByCaller: z.boolean().default(false),
  }),
  allow: mayImportSources,
  run: async (tx, scope, { readByCaller, ...file }) => {
    const { text, mediaType } = decodeUpload(file);
    const row = {
      title: file.title ?? titleOfFile(file.fileName),
      fileName: file.fileName,
      sha256: sha256(file.bytes),
    };
    // The file first: once it has a source it never changes again.
    const sourceId = randomUUID();
    await storeFile(tx, sourceId, file.bytes);
    await addSource(
      tx,
      scope,
      {
        ...row,
        id: sourceId,
        mediaType,
        textKey: sha256(comparableText(text)),
        byteSize: file.bytes.length,
      },
      sha256(text),
    );
    return {
      result: { sourceId, ...row },
      audit: { entity: "source", entityId: sourceId, after: row },
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

type NewSource = Omit<typeof source.$inferInsert, "dossierId"> & { textKey: string };

/**
 * @param textSha256 by which a source of an earlier Herleid is known.
 * @throws Conflict when the file or its text is known; who imports it at the same moment is waited for.
 */
async function addSource(
  tx: Database,
  scope: MemberScope,
  row: NewSource,
  textSha256: string,
): Promise<void> {
  const found = () => knownSource(tx, scope, row, textSha256);
  let known = await found();
  if (!known) {
    const [added] = await tx
      .insert(source)
      .values({ ...row, dossierId: scope.dossierId, createdBy: actorAccountId(scope.actor) })
      .onConflictDoNothing()
      .returning({ id: source.id });
    if (added) return;
    known = await found();
  }
  throw new Conflict<KnownSource>("sources.errors.known", { title: known?.title ?? "" }, known);
}

async function knownSource(
  tx: Database,
  scope: MemberScope,
  row: NewSource,
  textSha256: string,
): Promise<KnownSource | undefined> {
  const [known] = await tx
    .select({ id: source.id, title: source.title })
    .from(source)
    .where(
      and(
        eq(source.dossierId, scope.dossierId),
        or(eq(source.sha256, row.sha256), inArray(source.textKey, [row.textKey, textSha256])),
      ),
    )
    .limit(1);
  return known;
}

/** "notulen-po_2027.md" becomes "Notulen po 2027". */
function titleOfFile(fileName: string): string {
  const words = fileName
    .replace(/\.[^.]*$/, "")
    .replace(/[-_\s]+/g, " ")
    .trim();
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : fileName;
}
