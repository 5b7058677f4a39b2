import { and, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { upload } from "@/db/schema";
import { Forbidden, NotFound } from "../kernel/errors";
import { actorAccountId, type JobScope, type MemberScope } from "../kernel/scope";
import { removeFile } from "../sources/rows";
import { DRAFT_HOURS, MAX_DRAFT_BYTES, MAX_DRAFTS } from "./model";

export type UploadRow = typeof upload.$inferSelect;

/** Whose drafts they are. @throws Forbidden for who has no account. */
export function ownerOf(scope: MemberScope): string {
  const id = actorAccountId(scope.actor);
  if (!id) throw new Forbidden();
  return id;
}

/** Only one's own drafts, in this dossier. */
export const ownDrafts = (scope: MemberScope): SQL | undefined =>
  and(eq(upload.dossierId, scope.dossierId), eq(upload.accountId, ownerOf(scope)));

/** One reading of a draft: what was chosen since makes it another. */
export interface Reading {
  uploadId: string;
  reading: number;
}

/** The draft, as long as this reading of it is wanted. */
export const currentReading = (scope: JobScope, { uploadId, reading }: Reading) =>
  and(
    eq(upload.id, uploadId),
    eq(upload.dossierId, scope.dossierId),
    eq(upload.reading, reading),
    inArray(upload.state, ["waiting", "reading"]),
  );

/** A draft of one's own, locked. @throws NotFound also for somebody else's. */
export async function lockDraft(
  tx: Database,
  scope: MemberScope,
  uploadId: string,
): Promise<UploadRow> {
  const [found] = await tx
    .select()
    .from(upload)
    .where(and(eq(upload.id, uploadId), ownDrafts(scope)))
    .for("update");
  if (!found) throw new NotFound();
  return found;
}

/** Removes a draft with its bytes, and with what was to come with it and is not whole. */
export async function removeDraft(tx: Database, uploadId: string): Promise<void> {
  await removeHalves(tx, uploadId);
  await tx.delete(upload).where(eq(upload.id, uploadId));
  await removeFile(tx, uploadId);
}

/** Removes the files that came with a draft as far as they were cut off on their way. */
export async function removeHalves(tx: Database, parentId: string): Promise<void> {
  const halves = await tx
    .delete(upload)
    .where(and(eq(upload.parentId, parentId), eq(upload.state, "receiving")))
    .returning({ id: upload.id });
  for (const { id } of halves) await removeFile(tx, id);
}

const isForgotten = lt(upload.createdAt, sql`now() - make_interval(hours => ${DRAFT_HOURS}::int)`);

/** Of all dossiers the drafts that nobody added in time. */
export async function dueDrafts(db: Database): Promise<{ dossierId: string; uploadId: string }[]> {
  return db
    .select({ dossierId: upload.dossierId, uploadId: upload.id })
    .from(upload)
    .where(isForgotten);
}

/** How much somebody sent without adding it, over all dossiers. */
export async function sentBy(
  tx: Database,
  accountId: string,
): Promise<{ files: number; bytes: number }> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`drafts:${accountId}`}, 0))`,
  );
  const [row] = await rowsOf<{ files: number; bytes: number }>(
    tx,
    sql`select count(*)::int as files, coalesce(sum(byte_size), 0)::float8 as bytes
      from ${upload} where account_id = ${accountId}`,
  );
  return row ?? { files: 0, bytes: 0 };
}

/** Whether somebody may have one more draft, of so many bytes. Who sends more at the same moment waits. */
export async function hasRoom(tx: Database, accountId: string, bytes: number): Promise<boolean> {
  const sent = await sentBy(tx, accountId);
  return sent.files < MAX_DRAFTS && sent.bytes + bytes <= MAX_DRAFT_BYTES;
}

/** Whether its reactions are on their way into the dossier. */
export const isAdding = ({ state, choices }: Pick<UploadRow, "state" | "choices">) =>
  choices.adding === true && (state === "waiting" || state === "reading");
