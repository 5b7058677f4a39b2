import { command, scopeSuffices } from "../../kernel/command";
import { Invalid, NotFound } from "../../kernel/errors";
import { participant as participantKind } from "../../kernel/scope";
import { fileToKeep } from "../formats";
import {
  attachInput,
  MAX_ALL_FILES_BYTES,
  MAX_OWN_FILES_BYTES,
  MAX_OWN_FILES_MEGABYTES,
  removeFileInput,
} from "../model";
import {
  answersOf,
  askedIn,
  dropFilesAt,
  keepFile,
  lockParticipant,
  onlineIn,
  sizeOfFiles,
} from "../rows";
import { stateAt } from "../rules";

/**
 * Keeps a file with an answer of a participant, in place of one that they did not send yet. Like what they type nobody else
 * has it until they send, and the log says nothing of it.
 *
 * @throws NotFound for a stelling that was not put here; TooLarge; Invalid when no file may come with a reaction here, when
 *   it is over, for what it holds, and when there are too many already.
 */
export const attachFile = command({
  scope: participantKind,
  action: "answer.draft",
  input: attachInput,
  allow: scopeSuffices,
  first: async (_scope, { fileName, bytes }) => fileToKeep(fileName, bytes),
  find: lockParticipant,
  run: async (tx, scope, { statementId }, _own, file) => {
    const online = await onlineIn(tx, scope.dossierId, scope.consultationId);
    if (!online?.takesFiles) throw new Invalid("participation.errors.noFiles");
    if (stateAt(online, scope.arrivedAt) !== "open")
      throw new Invalid("participation.errors.closed");
    const asked =
      statementId === null
        ? online.missingQuestion !== null
        : (await askedIn(tx, scope.consultationId)).some(({ id }) => id === statementId);
    if (!asked) throw new NotFound();
    const { own, all } = await sizeOfFiles(tx, scope);
    if (own + file.content.length > MAX_OWN_FILES_BYTES) {
      throw new Invalid("participation.errors.ownFilesFull", { limit: MAX_OWN_FILES_MEGABYTES });
    }
    if (all + file.content.length > MAX_ALL_FILES_BYTES) {
      throw new Invalid("participation.errors.filesFull");
    }
    const id = await keepFile(tx, scope.participantId, statementId, file);
    return { result: { id }, audit: [] };
  },
});

/**
 * Takes the file with an answer away, sent or not: after closing as well, for it is theirs.
 *
 * @returns whether there was one that had been sent.
 */
export const removeFile = command({
  scope: participantKind,
  action: "answer.removeFile",
  input: removeFileInput,
  allow: scopeSuffices,
  find: lockParticipant,
  run: async (tx, scope, { statementId }) => {
    const gone = await dropFilesAt(tx, scope.participantId, statementId);
    const sent = (await answersOf(tx, scope.participantId)).find(
      (one) => one.statementId === statementId,
    );
    const audit = gone.flatMap((file) =>
      sent?.reactionId
        ? [
            {
              entity: "reaction" as const,
              entityId: sent.reactionId,
              before: { file },
              after: { file: null },
            },
          ]
        : [],
    );
    return { result: { sent: gone.length > 0 }, audit };
  },
});
