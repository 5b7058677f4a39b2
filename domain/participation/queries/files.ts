import { database } from "@/db/client";
import { maySeeNames } from "../../dossiers/policy";
import { Forbidden, NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import { piecesOf } from "../../sources/rows";
import type { AnswerFile } from "../model";
import { fileOfReaction } from "../rows";

/**
 * The file that came with a reaction. In a file nothing can be replaced, so only who may see names knows of it.
 *
 * @returns null for none, and for who may not see it.
 */
export const reactionFile = query(
  reader,
  async (scope: ReaderScope, reactionId: string): Promise<AnswerFile | null> =>
    maySeeNames(scope) && uuid.safeParse(reactionId).success
      ? fileOfReaction(await database(), scope.dossierId, reactionId)
      : null,
);

/** The same with its bytes, in pieces. @throws Forbidden for who may not see names; NotFound */
export const reactionFileBytes = query(
  reader,
  async (
    scope: ReaderScope,
    reactionId: string,
  ): Promise<AnswerFile & { pieces: AsyncIterable<Uint8Array> }> => {
    if (!maySeeNames(scope)) throw new Forbidden();
    if (!uuid.safeParse(reactionId).success) throw new NotFound();
    const db = await database();
    const file = await fileOfReaction(db, scope.dossierId, reactionId);
    if (!file) throw new NotFound();
    return { ...file, pieces: piecesOf(db, file.id) };
  },
);
