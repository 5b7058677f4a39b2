import { eq } from "drizzle-orm";
import type { AuditEntry } from "@/db/audit";
import { type Database, database } from "@/db/client";
import { explanationPicture } from "@/db/schema";
import { lockedConsultation } from "../../consultations/rows";
import { mayWrite } from "../../dossiers/policy";
import { command } from "../../kernel/command";
import { Invalid, NotFound } from "../../kernel/errors";
import { type AuthorizedDossierId, member } from "../../kernel/scope";
import { addedOutside } from "../../personal-data/commands";
import { drawPicture } from "../formats";
import { removedPicture, sentPicture } from "../model";
import { lockedStatement, shownOf } from "../rows";
import { dropPicture, pictureOf, replacePicture } from "../rows/pictures";
import { occurrenceOf } from "../rows/places";

/**
 * Puts a picture with the explanation of a stelling in an online consultation, in place of the one that was there; without
 * a file the one that is there gets another alternative text. What is kept is drawn anew from what was sent.
 *
 * @returns its id. @throws NotFound when the stelling was not put there; TooLarge; Invalid when it is no picture, when there
 *   is none to describe, without an explanation, and in a consultation that is not held online.
 */
export const setPicture = command({
  scope: member,
  action: "statement.picture",
  input: sentPicture,
  allow: mayWrite,
  first: async (scope, { statementId, alternative, bytes }) => {
    const drawn = bytes ? await drawPicture(bytes) : null;
    const before = await shownOf(await database(), scope.dossierId, statementId);
    if (before) await addedOutside(scope, [alternative], before);
    return drawn;
  },
  find: (tx, scope, asked) => onlineOccurrence(tx, scope.dossierId, asked),
  run: async (tx, _scope, { statementId, consultationId, alternative }, put, drawn) => {
    if (put.explanation === null) throw new Invalid("statements.errors.unexplained");
    const before = await pictureOf(tx, put.id);
    if (!drawn && !before) {
      throw new Invalid("errors.fields", {}, { file: "statements.errors.choosePicture" });
    }
    const after = drawn
      ? await replacePicture(tx, put.id, drawn, alternative)
      : { ...before, alternative };
    if (!drawn) {
      await tx
        .update(explanationPicture)
        .set({ alternative })
        .where(eq(explanationPicture.occurrenceId, put.id));
    }
    return {
      result: { id: after.id ?? "" },
      audit: said(statementId, consultationId, before, after),
    };
  },
});

/**
 * Takes the picture with an explanation away: it is nowhere any more.
 *
 * @throws NotFound when there is none.
 */
export const removePicture = command({
  scope: member,
  action: "statement.removePicture",
  input: removedPicture,
  allow: mayWrite,
  find: (tx, scope, asked) => onlineOccurrence(tx, scope.dossierId, asked),
  run: async (tx, _scope, { statementId, consultationId }, put) => {
    const before = await pictureOf(tx, put.id);
    if (!before) throw new NotFound();
    await dropPicture(tx, put.id);
    return { result: {}, audit: said(statementId, consultationId, before, null) };
  },
});

/** A stelling as it was put in an online consultation, locked. @throws NotFound; Invalid for another consultation */
async function onlineOccurrence(
  tx: Database,
  dossierId: AuthorizedDossierId,
  { statementId, consultationId }: { statementId: string; consultationId: string },
) {
  await lockedStatement(tx, dossierId, statementId);
  const { kind } = await lockedConsultation(tx, dossierId, consultationId);
  if (kind !== "online") throw new Invalid("statements.errors.notOnline");
  return occurrenceOf(tx, statementId, consultationId);
}

const said = (
  statementId: string,
  consultationId: string,
  before: object | null,
  after: object | null,
): AuditEntry => ({
  entity: "statement",
  entityId: statementId,
  before: { consultationId, picture: before },
  after: { consultationId, picture: after },
});
