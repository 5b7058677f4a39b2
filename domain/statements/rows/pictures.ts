import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { sha256 } from "@/db/hash";
import { bytesOf, explanationPicture, statementOccurrence } from "@/db/schema";
import type { AuthorizedDossierId } from "../../kernel/scope";
import type { DrawnPicture } from "../formats";

/** Of the picture with an explanation what a page must know; null where there is none. */
export const SHOWN_PICTURE = {
  id: explanationPicture.id,
  alternative: explanationPicture.alternative,
  width: explanationPicture.width,
  height: explanationPicture.height,
};

/** What the log says of a picture. */
const SAID = {
  id: explanationPicture.id,
  alternative: explanationPicture.alternative,
  sha256: explanationPicture.sha256,
};

/** The picture of an occurrence, as the log says it. */
export async function pictureOf(tx: Database, occurrenceId: string) {
  const [found] = await tx
    .select(SAID)
    .from(explanationPicture)
    .where(eq(explanationPicture.occurrenceId, occurrenceId));
  return found ?? null;
}

/** Puts a picture with an explanation, in place of the one that was there. @returns what the log must say. */
export async function replacePicture(
  tx: Database,
  occurrenceId: string,
  { content, width, height }: DrawnPicture,
  alternative: string,
) {
  await dropPicture(tx, occurrenceId);
  const [made] = await tx
    .insert(explanationPicture)
    .values({
      occurrenceId,
      alternative,
      width,
      height,
      byteSize: content.length,
      sha256: sha256(content),
      content,
    })
    .returning(SAID);
  if (!made) throw new Error("a picture was not kept");
  return made;
}

/** Takes the picture of an explanation away. */
export async function dropPicture(tx: Database, occurrenceId: string): Promise<void> {
  await tx.delete(explanationPicture).where(eq(explanationPicture.occurrenceId, occurrenceId));
}

/** Gives the stellingen of a consultation the pictures that the same ones have in another. */
export async function copyPictures(tx: Database, fromId: string, toId: string): Promise<void> {
  await tx.execute(sql`insert into explanation_picture
      (occurrence_id, alternative, width, height, byte_size, sha256, content)
    select n.id, p.alternative, p.width, p.height, p.byte_size, p.sha256, p.content
    from explanation_picture p
    join statement_occurrence o on o.id = p.occurrence_id and o.consultation_id = ${fromId}::uuid
    join statement_occurrence n on n.statement_id = o.statement_id and n.consultation_id = ${toId}::uuid
    where n.explanation is not null`);
}

/**
 * The bytes of a picture of a consultation; null when there is none by this id.
 *
 * @param outside for who reads from outside: only where the explanation is shown there.
 */
export async function pictureBytes(
  db: Database,
  at: { dossierId: AuthorizedDossierId; consultationId: string },
  id: string,
  { outside }: { outside: boolean },
): Promise<Uint8Array | null> {
  const [found] = await db
    .select({ content: bytesOf(explanationPicture.content) })
    .from(explanationPicture)
    .innerJoin(statementOccurrence, eq(statementOccurrence.id, explanationPicture.occurrenceId))
    .where(
      and(
        eq(explanationPicture.id, id),
        eq(statementOccurrence.dossierId, at.dossierId),
        eq(statementOccurrence.consultationId, at.consultationId),
        isNotNull(statementOccurrence.explanation),
        outside ? eq(statementOccurrence.shownOutside, "explanation") : undefined,
      ),
    );
  return found?.content ?? null;
}
