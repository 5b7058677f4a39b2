import { eq } from "drizzle-orm";
import { z } from "zod";
import type { AuditEntry } from "@/db/audit";
import type { Database } from "@/db/client";
import type { JobRequest } from "@/db/jobs";
import { answer, draftAnswer } from "@/db/schema";
import type { Position } from "@/db/vocabulary";
import { command, scopeSuffices } from "../../kernel/command";
import { NotFound } from "../../kernel/errors";
import { type ParticipantScope, participant as participantKind } from "../../kernel/scope";
import {
  lockedReactions,
  type ReactionRow,
  removeReactions,
  rewriteReaction,
} from "../../reactions/rows";
import { boundParts, lockedPartsOf, redivide, unite } from "../../reactions/rows/parts";
import { locateSourceJob } from "../../sources/jobs";
import { lockSource } from "../../sources/rows";
import { eraseSource } from "../../sources/rows/erase";
import { newestVersion } from "../../sources/rows/versions";
import { rewriteWritten } from "../../sources/rows/written";
import {
  type AnswerRow,
  answersOf,
  dropAllFiles,
  dropFilesAt,
  isRestedOn,
  lockParticipant,
  onlineIn,
} from "../rows";

/** What stands in a reaction of which the words were taken back, and something rests on them. */
const WITHDRAWN = "[ingetrokken]";

/** Of whom the answers are: they themselves, or somebody whom they asked. */
type OfParticipant = Pick<ParticipantScope, "dossierId" | "participantId">;

/** A reaction that was written here, and the source that it was written in. */
type Written = Pick<AnswerRow, "reactionId" | "sourceId">;

/** What is done to the answers of one participant at one moment, and what must be said of it. */
export interface Sending {
  at: string;
  audit: AuditEntry[];
  jobs: JobRequest[];
}

/** Gives an answer other words or another position: a next version of what was written. */
export async function rewrite(
  tx: Database,
  scope: Pick<OfParticipant, "dossierId">,
  { reactionId, sourceId }: Written,
  said: { text: string; position: Position },
  note: string,
  { audit, jobs }: Sending,
  { gone = false } = {},
): Promise<void> {
  const { dossierId } = scope;
  const [found] = await lockedReactions(tx, dossierId, reactionId ? [reactionId] : []);
  if (!found || !sourceId) throw new NotFound();
  const parts = found.text === said.text ? [] : await lockedPartsOf(tx, found.id);
  const bound = await boundParts(tx, parts, { told: !gone });
  const reaction = bound.size === 0 ? await united(tx, found, parts, audit) : found;
  const source = await lockSource(tx, { dossierId }, { sourceId });
  const version = await rewriteWritten(tx, dossierId, source, { text: said.text, note });
  await rewriteReaction(tx, reaction, said);
  audit.push({
    entity: "reaction",
    entityId: reaction.id,
    before: { text: reaction.text, position: reaction.position },
    after: said,
  });
  if (bound.size > 0) {
    const { id: sourceVersionId } = await newestVersion(tx, sourceId);
    const now = gone ? { text: null, gone: said.text } : { text: said.text, sourceVersionId };
    audit.push(...(await redivide(tx, dossierId, reaction, parts, bound, now)));
  }
  if (!version) return;
  audit.push({ entity: "source", entityId: source.id, after: { ...version, note } });
  jobs.push(locateSourceJob.request({ dossierId, sourceId }));
}

/** A reaction of which the parts are no more, for the words that they were cut from are not either. */
async function united(
  tx: Database,
  whole: ReactionRow,
  parts: readonly ReactionRow[],
  audit: AuditEntry[],
): Promise<ReactionRow> {
  if (parts.length === 0) return whole;
  audit.push(...(await unite(tx, whole, parts)));
  return { ...whole, divided: null, lockVersion: whole.lockVersion + 1 };
}

/**
 * Takes an answer back. Its words are erased when nothing rests on them; else a next version says that they were taken
 * back, and what rests on them says *bron gewijzigd*. That it was given, and when, stays.
 */
export async function withdraw(
  tx: Database,
  scope: OfParticipant,
  before: AnswerRow,
  sending: Sending,
  note = "Ingetrokken door wie dit schreef.",
): Promise<boolean> {
  const { reactionId, sourceId } = before;
  if (!reactionId || !sourceId) throw new NotFound();
  const files = await dropFilesAt(tx, scope.participantId, before.statementId);
  const erased = await erase(tx, scope, { reactionId, sourceId }, sending);
  if (!erased) {
    const said = { text: WITHDRAWN, position: "none" as const };
    await rewrite(tx, scope, before, said, note, sending, { gone: true });
    for (const file of files) {
      sending.audit.push({
        entity: "reaction",
        entityId: reactionId,
        before: { file },
        after: { file: null },
      });
    }
  }
  await tx
    .update(answer)
    .set({ state: "withdrawn", worded: false, chosen: false, changedAt: sending.at })
    .where(eq(answer.id, before.id));
  return erased;
}

/** Erases a reaction with the source that it was written in. @returns whether it did: not when something rests on them. */
export async function erase(
  tx: Database,
  { dossierId }: Pick<OfParticipant, "dossierId">,
  { reactionId, sourceId }: { reactionId: string; sourceId: string },
  { audit }: Pick<Sending, "audit">,
): Promise<boolean> {
  const [whole] = await lockedReactions(tx, dossierId, [reactionId]);
  if (!whole) throw new NotFound();
  const parts = await lockedPartsOf(tx, reactionId);
  const source = await lockSource(tx, { dossierId }, { sourceId });
  if (await isRestedOn(tx, { reactionId, sourceId })) return false;
  const removed = await removeReactions(tx, [await united(tx, whole, parts, audit)]);
  const erased = await eraseSource(tx, sourceId);
  if (!erased) throw new Error("something rests on words on which nothing rests");
  const { title, byteSize, sha256 } = source;
  audit.push(
    ...removed.audit,
    ...removed.answers.map(({ id, replyToId }) => ({
      entity: "reaction" as const,
      entityId: id,
      before: { replyToId },
      after: { replyToId: null },
    })),
    {
      entity: "source",
      entityId: sourceId,
      before: { title, byteSize, sha256, texts: erased.texts },
      after: { removed: true },
    },
    ...erased.passages.map((id) => ({ entity: "passage" as const, entityId: id, before: {} })),
  );
  return true;
}

/**
 * Takes back all that a participant sent and did not take back before: after closing as well, for it is theirs as long as
 * their address works.
 *
 * @throws NotFound
 */
export const withdrawAnswers = command({
  scope: participantKind,
  action: "answer.withdraw",
  input: z.object({}),
  allow: scopeSuffices,
  find: lockParticipant,
  run: async (tx, scope) => {
    const online = await onlineIn(tx, scope.dossierId, scope.consultationId);
    if (!online) throw new NotFound();
    const sending: Sending = { at: new Date(scope.arrivedAt).toISOString(), audit: [], jobs: [] };
    const sent = await answersOf(tx, scope.participantId);
    const standing = sent.filter(({ state }) => state !== "withdrawn");
    for (const one of standing) await withdraw(tx, scope, one, sending);
    await dropAllFiles(tx, scope);
    await tx.delete(draftAnswer).where(eq(draftAnswer.participantId, scope.participantId));
    return { result: { count: standing.length }, audit: sending.audit, jobs: sending.jobs };
  },
});
