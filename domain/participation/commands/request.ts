import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { stakeholderGroup } from "@/db/schema";
import { maySeeNames, mayWrite } from "../../dossiers/policy";
import { command } from "../../kernel/command";
import { type MemberScope, member } from "../../kernel/scope";
import { searchWrittenJob } from "../jobs";
import { type KeptAnswer, type KeptOf, removalInput, requestInput } from "../model";
import {
  answersOf,
  draftsOf,
  dropAllFiles,
  fileOfReaction,
  filesOf,
  forgetParticipant,
  isRestedOn,
  lockByNumber,
  numberOfReaction,
} from "../rows";
import { type Sending, withdraw } from "./withdraw";

const mayHelp = (scope: MemberScope) => mayWrite(scope) && maySeeNames(scope);

/**
 * Looks up what is kept of a participant who asks for it, by the number on their receipt. Of what they did not send nobody
 * reads the words. That somebody looked is in the log, without the number: no row there says whose an answer is.
 *
 * @throws Forbidden; Invalid on `number` for one that nobody there has.
 */
export const viewParticipant = command({
  scope: member,
  action: "participant.view",
  input: requestInput,
  allow: mayHelp,
  find: lockByNumber,
  run: async (tx, { dossierId }, { consultationId }, found) => {
    const answers: KeptAnswer[] = [];
    for (const { reactionId, sourceId, ...sent } of await answersOf(tx, found.id)) {
      const { asked, state, position, text, sentAt } = sent;
      const there = state !== "withdrawn" && reactionId !== null && sourceId !== null;
      answers.push({
        ...{ asked, state, position, text, sentAt, reactionId },
        reactionNumber: reactionId === null ? null : await numberOfReaction(tx, reactionId),
        used: there && (await isRestedOn(tx, { reactionId, sourceId })),
        file: there ? await fileOfReaction(tx, dossierId, reactionId) : null,
      });
    }
    const result: KeptOf = {
      number: found.number,
      group: await groupName(tx, found.stakeholderGroupId),
      begunAt: found.createdAt,
      sentAt: found.sentAt,
      answers,
      drafts: (await draftsOf(tx, found.id)).length,
      unsentFiles: (await filesOf(tx, found.id)).filter(({ sent }) => !sent).length,
      forgottenAt: found.forgottenAt,
    };
    return {
      result,
      audit: { entity: "consultation", entityId: consultationId, after: { viewed: 1 } },
    };
  },
});

async function groupName(tx: Database, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const [found] = await tx
    .select({ name: stakeholderGroup.name })
    .from(stakeholderGroup)
    .where(eq(stakeholderGroup.id, id));
  return found?.name ?? null;
}

/**
 * Removes what is kept of a participant who asks for it: as if they had withdrawn it themselves, and their own address, as whom
 * they reacted, files and what they did not send besides. Words on which something rests say that they were taken back. The
 * number and the dates stay.
 *
 * @returns how many answers were taken back, and how many of those could not be erased.
 * @throws Forbidden; Invalid on `number` for one that nobody there has.
 */
export const removeParticipant = command({
  scope: member,
  action: "participant.remove",
  input: removalInput,
  allow: mayHelp,
  find: lockByNumber,
  run: async (tx, { dossierId }, { consultationId, reason }, { id: participantId }) => {
    const sending: Sending = { at: new Date().toISOString(), audit: [], jobs: [] };
    const standing = (await answersOf(tx, participantId)).filter(
      ({ state }) => state !== "withdrawn",
    );
    const note = "Verwijderd op verzoek van wie dit schreef.";
    let kept = 0;
    for (const one of standing) {
      const erased = await withdraw(tx, { dossierId, participantId }, one, sending, note);
      if (!erased) kept += 1;
    }
    const files = await dropAllFiles(tx, { participantId });
    const drafts = await forgetParticipant(tx, participantId);
    if (sending.audit.length > 0) {
      sending.jobs.push(searchWrittenJob.request({ dossierId }, { afterSeconds: 2 }));
    }
    return {
      result: { answers: standing.length, kept },
      audit: [
        {
          entity: "consultation",
          entityId: consultationId,
          after: { removed: { answers: standing.length, kept, drafts, files }, reason },
        },
        ...sending.audit,
      ],
      jobs: sending.jobs,
    };
  },
});
