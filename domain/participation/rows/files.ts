import { type AnyColumn, and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { sha256 } from "@/db/hash";
import { answer, answerFile, participant } from "@/db/schema";
import type { AuthorizedDossierId } from "../../kernel/scope";
import { removeFile, storeFile } from "../../sources/rows";
import type { FileToKeep } from "../formats";
import type { AnswerFile, OwnFile } from "../model";

const FILE = {
  id: answerFile.id,
  fileName: answerFile.fileName,
  kind: answerFile.kind,
  byteSize: answerFile.byteSize,
};

/** The files of a participant, sent or not. */
export async function filesOf(db: Database, participantId: string): Promise<OwnFile[]> {
  return db
    .select({ ...FILE, statementId: answerFile.statementId, sent: answerFile.sent })
    .from(answerFile)
    .where(eq(answerFile.participantId, participantId))
    .orderBy(asc(answerFile.createdAt), asc(answerFile.id));
}

/** Of a stelling; null for the question after them. */
export const sameStatement = (column: AnyColumn, statementId: string | null) =>
  statementId === null ? isNull(column) : eq(column, statementId);

const at = (participantId: string, statementId: string | null) =>
  and(
    eq(answerFile.participantId, participantId),
    sameStatement(answerFile.statementId, statementId),
  );

/** Keeps a file with an answer, to be sent later, in place of another one that was not sent. @returns its id. */
export async function keepFile(
  tx: Database,
  participantId: string,
  statementId: string | null,
  { content, ...file }: FileToKeep,
): Promise<string> {
  await dropFiles(tx, and(at(participantId, statementId), eq(answerFile.sent, false)));
  const [made] = await tx
    .insert(answerFile)
    .values({
      ...file,
      participantId,
      statementId,
      byteSize: content.length,
      sha256: sha256(content),
    })
    .returning({ id: answerFile.id });
  if (!made) throw new Error("a file was not kept");
  await storeFile(tx, made.id, content);
  return made.id;
}

/** Bytes that the files of a participant take, and those of the whole consultation. */
export async function sizeOfFiles(
  db: Database,
  { participantId, consultationId }: { participantId: string; consultationId: string },
): Promise<{ own: number; all: number }> {
  const [sizes] = await rowsOf<{ own: number; all: number }>(
    db,
    sql`select coalesce(sum(f.byte_size) filter (where p.id = ${participantId}::uuid), 0)::float8 as own,
        coalesce(sum(f.byte_size), 0)::float8 as all
      from answer_file f join participant p on p.id = f.participant_id
      where p.consultation_id = ${consultationId}::uuid`,
  );
  return sizes ?? { own: 0, all: 0 };
}

/** What the log says of a file that was sent: never what it is called. */
type SaidFile = Pick<typeof answerFile.$inferSelect, "kind" | "byteSize" | "sha256">;

/** Makes the files that are kept the ones that were sent. @returns what the log must say, by stelling. */
export async function sendFiles(
  tx: Database,
  participantId: string,
  only?: { statementId: string | null },
): Promise<{ statementId: string | null; before: SaidFile | null; after: SaidFile }[]> {
  const all = await tx
    .select()
    .from(answerFile)
    .where(
      only ? at(participantId, only.statementId) : eq(answerFile.participantId, participantId),
    );
  const said = ({ kind, byteSize, sha256: hash }: SaidFile) => ({ kind, byteSize, sha256: hash });
  const sent: { statementId: string | null; before: SaidFile | null; after: SaidFile }[] = [];
  for (const file of all.filter((one) => !one.sent)) {
    const before = all.find((one) => one.sent && one.statementId === file.statementId);
    if (before) await dropFiles(tx, eq(answerFile.id, before.id));
    await tx.update(answerFile).set({ sent: true }).where(eq(answerFile.id, file.id));
    sent.push({
      statementId: file.statementId,
      before: before ? said(before) : null,
      after: said(file),
    });
  }
  return sent;
}

/** Removes the files with an answer. @returns those that were sent. */
export async function dropFilesAt(
  tx: Database,
  participantId: string,
  statementId: string | null,
): Promise<SaidFile[]> {
  return dropFiles(tx, at(participantId, statementId));
}

/** Removes all files of a participant, or (`consultationId`) of everybody in a consultation. @returns how many. */
export async function dropAllFiles(
  tx: Database,
  of: { participantId: string } | { consultationId: string },
): Promise<number> {
  const whose =
    "participantId" in of
      ? eq(answerFile.participantId, of.participantId)
      : inArray(
          answerFile.participantId,
          tx
            .select({ id: participant.id })
            .from(participant)
            .where(eq(participant.consultationId, of.consultationId)),
        );
  return (await removed(tx, whose)).length;
}

async function dropFiles(tx: Database, where: SQL | undefined): Promise<SaidFile[]> {
  return (await removed(tx, where)).flatMap(({ sent, kind, byteSize, sha256: hash }) =>
    sent ? [{ kind, byteSize, sha256: hash }] : [],
  );
}

async function removed(tx: Database, where: SQL | undefined) {
  const gone = await tx.delete(answerFile).where(where).returning();
  for (const { id } of gone) await removeFile(tx, id);
  return gone;
}

/** The file that came with a reaction of the dossier, once it was sent; null for none. */
export async function fileOfReaction(
  db: Database,
  dossierId: AuthorizedDossierId,
  reactionId: string,
): Promise<AnswerFile | null> {
  const [found] = await db
    .select(FILE)
    .from(answer)
    .innerJoin(
      answerFile,
      and(
        eq(answerFile.participantId, answer.participantId),
        sql`${answerFile.statementId} is not distinct from ${answer.statementId}`,
        eq(answerFile.sent, true),
      ),
    )
    .where(and(eq(answer.dossierId, dossierId), eq(answer.reactionId, reactionId)));
  return found ?? null;
}
