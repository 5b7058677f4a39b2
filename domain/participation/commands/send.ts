import { randomUUID } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { AuditEntry } from "@/db/audit";
import { type Database, database } from "@/db/client";
import type { JobRequest } from "@/db/jobs";
import { answer, draftAnswer, participant } from "@/db/schema";
import type { Position } from "@/db/vocabulary";
import { takeNumbers } from "../../dossiers/rows";
import { command, scopeSuffices } from "../../kernel/command";
import { Invalid, NotFound } from "../../kernel/errors";
import { type ParticipantScope, participant as participantKind } from "../../kernel/scope";
import {
  insertReactions,
  lockedReactions,
  removeReactions,
  rewriteReaction,
} from "../../reactions/rows";
import { locateSourceJob } from "../../sources/jobs";
import { lockSource } from "../../sources/rows";
import { eraseSource } from "../../sources/rows/erase";
import { insertWritten, rewriteWritten } from "../../sources/rows/written";
import { searchWrittenJob } from "../jobs";
import type { Draft } from "../model";
import {
  type AnswerRow,
  answersOf,
  askedIn,
  draftsOf,
  isRestedOn,
  lockParticipant,
  type OnlineRow,
  onlineIn,
} from "../rows";
import { isEmpty, isSame, stateAt, tooLongBy } from "../rules";

/** What stands in a reaction of which the words were taken back, and something rests on them. */
const WITHDRAWN = "[ingetrokken]";

/** What a position is called where nobody chose other words: it is the text of an answer without words. */
const CALLED: Record<Position, string> = {
  agree: "Eens",
  partly: "Deels eens",
  disagree: "Oneens",
  none: "Geen mening",
};

/** A receipt: the same for who sends the same twice. */
export interface Receipt {
  number: string;
  sentAt: string;
}

const receiptOf = (number: string, sentAt: string): Receipt => ({
  number,
  sentAt: new Date(sentAt).toISOString(),
});

/**
 * Sends what a participant kept: each answer becomes the text of a source of its own, one passage over all of it and
 * a reaction; an answer that was sent before gets a next version, and one that was emptied is withdrawn. All or nothing,
 * and who sends nothing new gets the receipt they had. Whether it was in time is told by when it arrived.
 *
 * @throws Invalid after closing, and when an answer is too long or stands in two ways: it is all kept then.
 */
export const sendAnswers = command({
  scope: participantKind,
  action: "answer.send",
  input: z.object({}),
  allow: scopeSuffices,
  // A number of a reaction is held until its transaction is kept: here that is at once, and nobody waits.
  first: async (scope) => {
    const db = await database();
    const drafts = await draftsOf(db, scope.participantId);
    if (drafts.length === 0) return { first: 0, count: 0 };
    // Nobody uses up numbers with what cannot be sent.
    refuseUnsendable(await onlineIn(db, scope.dossierId, scope.consultationId), drafts, scope);
    const count = drafts.length;
    return { first: await takeNumbers(db, scope.dossierId, "reaction", count), count };
  },
  find: lockParticipant,
  run: async (tx, scope, _input, own, numbers) => {
    const drafts = await draftsOf(tx, scope.participantId);
    const online = await onlineIn(tx, scope.dossierId, scope.consultationId);
    if (drafts.length === 0 && own.sentAt !== null) {
      return { result: receiptOf(own.number, own.sentAt), audit: [] };
    }
    refuseUnsendable(online, drafts, scope);
    if (drafts.every(isEmpty) && own.sentAt === null) {
      throw new Invalid("participation.errors.nothing");
    }
    const work = await sendingOf(tx, scope, online, drafts, numbers);
    const sentAt = own.sentAt ?? work.at;
    await tx.update(participant).set({ sentAt }).where(eq(participant.id, scope.participantId));
    await tx.delete(draftAnswer).where(eq(draftAnswer.participantId, scope.participantId));
    return { result: receiptOf(own.number, sentAt), audit: work.audit, jobs: work.jobs };
  },
});

/** @throws NotFound; Invalid after closing, and while an answer is too long or stands in two ways. */
function refuseUnsendable(
  online: OnlineRow | null,
  drafts: readonly Draft[],
  { arrivedAt }: ParticipantScope,
): asserts online is OnlineRow {
  if (!online) throw new NotFound();
  if (stateAt(online, arrivedAt) !== "open") throw new Invalid("participation.errors.closed");
  const cannot = drafts.some(
    ({ text, other }) => other !== null || tooLongBy(text, online.maxLength) > 0,
  );
  if (cannot) throw new Invalid("participation.errors.checkFirst");
}

interface Sending {
  at: string;
  audit: AuditEntry[];
  jobs: JobRequest[];
}

async function sendingOf(
  tx: Database,
  scope: ParticipantScope,
  online: OnlineRow,
  drafts: readonly Draft[],
  numbers: { first: number; count: number },
): Promise<Sending> {
  const sending: Sending = { at: new Date(scope.arrivedAt).toISOString(), audit: [], jobs: [] };
  const sent = await answersOf(tx, scope.participantId);
  const fresh: { draft: Draft; before: AnswerRow | undefined }[] = [];
  for (const draft of drafts) {
    const before = sent.find(({ statementId }) => statementId === draft.statementId);
    const stands = before !== undefined && before.state !== "withdrawn";
    if (stands && isEmpty(draft)) await withdraw(tx, scope, before, sending);
    else if (stands) {
      if (!isSame(before, draft)) await change(tx, scope, online, before, draft, sending);
    } else if (!isEmpty(draft)) fresh.push({ draft, before });
  }
  if (fresh.length > 0) await add(tx, scope, online, fresh, numbers, sending);
  if (sending.audit.length > 0) {
    sending.jobs.push(
      searchWrittenJob.request({ dossierId: scope.dossierId }, { afterSeconds: 2 }),
    );
  }
  return sending;
}

/** The words of an answer; of one without words its position as it was called. */
function wordsOf({ text, position }: Draft, online: OnlineRow): string {
  const called = position ?? "none";
  return text || online.positionWords?.[called] || CALLED[called];
}

async function add(
  tx: Database,
  scope: ParticipantScope,
  online: OnlineRow,
  fresh: readonly { draft: Draft; before: AnswerRow | undefined }[],
  numbers: { first: number; count: number },
  { at, audit }: Sending,
): Promise<void> {
  const { dossierId, consultationId, participantId } = scope;
  // What was kept since the numbers were taken needs some more.
  const more = fresh.length - numbers.count;
  const rest = more > 0 ? await takeNumbers(tx, dossierId, "reaction", more) : 0;
  const [own] = await tx
    .select({ groupId: participant.stakeholderGroupId })
    .from(participant)
    .where(eq(participant.id, participantId));
  const asked = new Map<string | null, string>([[null, online.missingQuestion ?? ""]]);
  for (const { id, text } of await askedIn(tx, consultationId)) asked.set(id, text);
  const rows = fresh.map(({ draft, before }, i) => {
    const number = i < numbers.count ? numbers.first + i : rest + i - numbers.count;
    const ids = { reactionId: randomUUID(), sourceId: randomUUID(), passageId: randomUUID() };
    return { ...ids, draft, before, number, words: wordsOf(draft, online) };
  });
  const sources = await insertWritten(
    tx,
    dossierId,
    consultationId,
    rows.map(({ sourceId, passageId, number, words }) => ({
      sourceId,
      passageId,
      title: `Reactie R-${number}`,
      fileName: `reactie-R-${number}.txt`,
      text: words,
    })),
  );
  const reactions = rows.map(({ reactionId, passageId, draft, number, words }) => ({
    id: reactionId,
    dossierId,
    number,
    consultationId,
    statementId: draft.statementId,
    kind: draft.statementId === null ? ("remark" as const) : ("reaction" as const),
    text: words,
    position: draft.position ?? ("none" as const),
    stakeholderGroupId: own?.groupId ?? null,
    speaker: null,
    replyToId: null,
    passageId,
    createdBy: null,
  }));
  await insertReactions(tx, reactions);
  const state = online.moderation === "before" ? ("waiting" as const) : ("placed" as const);
  const given = rows.map(({ reactionId, sourceId, draft }) => ({
    dossierId,
    consultationId,
    participantId,
    statementId: draft.statementId,
    asked: asked.get(draft.statementId) ?? "",
    reactionId,
    sourceId,
    worded: draft.text !== "",
    state,
    sentAt: at,
  }));
  // One that was withdrawn and is given again.
  const again = rows.flatMap(({ before }) => (before ? [before.id] : []));
  if (again.length > 0) await tx.delete(answer).where(inArray(answer.id, again));
  await tx.insert(answer).values(given);
  for (const [i, { sourceId, reactionId }] of rows.entries()) {
    audit.push(
      { entity: "reaction", entityId: reactionId, after: reactions[i] },
      { entity: "source", entityId: sourceId, after: sources.get(sourceId) },
    );
  }
}

/** Gives an answer that was sent other words or another position: a next version of what was written. */
async function change(
  tx: Database,
  scope: ParticipantScope,
  online: OnlineRow,
  before: AnswerRow,
  draft: Draft,
  sending: Sending,
): Promise<void> {
  const said = { text: wordsOf(draft, online), position: draft.position ?? ("none" as const) };
  await rewrite(tx, scope, before, said, "Gewijzigd door wie dit schreef.", sending);
  const state = online.moderation === "before" ? "waiting" : "placed";
  await tx
    .update(answer)
    .set({ state, worded: draft.text !== "", changedAt: sending.at })
    .where(eq(answer.id, before.id));
}

async function rewrite(
  tx: Database,
  scope: ParticipantScope,
  { reactionId, sourceId }: AnswerRow,
  said: { text: string; position: Position },
  note: string,
  { audit, jobs }: Sending,
): Promise<void> {
  const { dossierId } = scope;
  const [reaction] = await lockedReactions(tx, dossierId, reactionId ? [reactionId] : []);
  if (!reaction || !sourceId) throw new NotFound();
  const source = await lockSource(tx, { dossierId }, { sourceId });
  const version = await rewriteWritten(tx, dossierId, source, { text: said.text, note });
  await rewriteReaction(tx, reaction, said);
  audit.push({
    entity: "reaction",
    entityId: reaction.id,
    before: { text: reaction.text, position: reaction.position },
    after: said,
  });
  if (!version) return;
  audit.push({ entity: "source", entityId: source.id, after: { ...version, note } });
  jobs.push(locateSourceJob.request({ dossierId, sourceId }));
}

/**
 * Takes an answer back. Its words are erased when nothing rests on them; else a next version says that they were taken
 * back, and what rests on them says *bron gewijzigd*. That it was given, and when, stays.
 */
async function withdraw(
  tx: Database,
  scope: ParticipantScope,
  before: AnswerRow,
  sending: Sending,
): Promise<void> {
  const { reactionId, sourceId } = before;
  if (!reactionId || !sourceId) throw new NotFound();
  const erased = await erase(tx, scope, { reactionId, sourceId }, sending);
  if (!erased) {
    const said = { text: WITHDRAWN, position: "none" as const };
    await rewrite(tx, scope, before, said, "Ingetrokken door wie dit schreef.", sending);
  }
  await tx
    .update(answer)
    .set({ state: "withdrawn", worded: false, changedAt: sending.at })
    .where(eq(answer.id, before.id));
}

async function erase(
  tx: Database,
  { dossierId }: ParticipantScope,
  { reactionId, sourceId }: { reactionId: string; sourceId: string },
  { audit }: Sending,
): Promise<boolean> {
  const reactions = await lockedReactions(tx, dossierId, [reactionId]);
  const source = await lockSource(tx, { dossierId }, { sourceId });
  if (await isRestedOn(tx, { reactionId, sourceId })) return false;
  const removed = await removeReactions(tx, reactions);
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
    await tx.delete(draftAnswer).where(eq(draftAnswer.participantId, scope.participantId));
    return { result: { count: standing.length }, audit: sending.audit, jobs: sending.jobs };
  },
});
