import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { z } from "zod";
import { type Database, database } from "@/db/client";
import { answer, draftAnswer, participant } from "@/db/schema";
import type { AnswerState, Position } from "@/db/vocabulary";
import { takeNumbers } from "../../dossiers/rows";
import { command, scopeSuffices } from "../../kernel/command";
import { Invalid, NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { type ParticipantScope, participant as participantKind } from "../../kernel/scope";
import { insertReactions } from "../../reactions/rows";
import { insertWritten } from "../../sources/rows/written";
import { searchWrittenJob } from "../jobs";
import type { Draft } from "../model";
import {
  type AnswerRow,
  answersOf,
  askedTexts,
  draftsPutOf,
  filesOf,
  lockParticipant,
  type OnlineRow,
  onlineIn,
  sendFiles,
} from "../rows";
import { filesAlone, isEmpty, isSame, stateAt, tooLongBy } from "../rules";
import { rewrite, type Sending, withdraw } from "./withdraw";

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
 * @throws Invalid after closing, when their invitation was withdrawn, and when an answer is too long or stands in two ways: it is all kept then.
 */
export const sendAnswers = command({
  scope: participantKind,
  action: "answer.send",
  input: z.object({
    /** Of one stelling only (null: the question after them), by its id; what else is kept stays kept. */
    only: z.object({ statementId: uuid.nullable() }).optional(),
  }),
  allow: scopeSuffices,
  // A number of a reaction is held until its transaction is kept: here that is at once, and nobody waits.
  first: async (scope, { only }) => {
    const db = await database();
    const drafts = ofOnly(await draftsPutOf(db, scope), only);
    if (drafts.length === 0) return { first: 0, count: 0 };
    // Nobody uses up numbers with what cannot be sent.
    const online = await onlineIn(db, scope.dossierId, scope.consultationId);
    refuseUnsendable(online, drafts, scope);
    await refuseFilesAlone(db, scope, drafts, only);
    const count = drafts.length;
    return { first: await takeNumbers(db, scope.dossierId, "reaction", count), count };
  },
  find: lockParticipant,
  run: async (tx, scope, { only }, own, numbers) => {
    const drafts = ofOnly(await draftsPutOf(tx, scope), only);
    const online = await onlineIn(tx, scope.dossierId, scope.consultationId);
    const files = ofOnly(await filesOf(tx, scope.participantId), only);
    if (drafts.length === 0 && own.sentAt !== null && files.every(({ sent }) => sent)) {
      return { result: receiptOf(own.number, own.sentAt), audit: [] };
    }
    refuseUnsendable(online, drafts, scope);
    if (drafts.every(isEmpty) && own.sentAt === null) {
      throw new Invalid("participation.errors.nothing");
    }
    await refuseFilesAlone(tx, scope, drafts, only);
    const work = await sendingOf(tx, scope, online, drafts, numbers, only);
    const sentAt = own.sentAt ?? work.at;
    await tx.update(participant).set({ sentAt }).where(eq(participant.id, scope.participantId));
    const ids = drafts.flatMap(({ statementId }) => statementId ?? []);
    const about = [
      ids.length > 0 ? inArray(draftAnswer.statementId, ids) : undefined,
      ids.length < drafts.length ? isNull(draftAnswer.statementId) : undefined,
    ];
    const theirs = eq(draftAnswer.participantId, scope.participantId);
    if (drafts.length > 0) await tx.delete(draftAnswer).where(and(theirs, or(...about)));
    return { result: receiptOf(own.number, sentAt), audit: work.audit, jobs: work.jobs };
  },
});

type Only = { statementId: string | null } | undefined;

/** What is about the one stelling that is sent; all when all is. */
const ofOnly = <T extends { statementId: string | null }>(all: readonly T[], only: Only): T[] =>
  all.filter((one) => only === undefined || one.statementId === only.statementId);

/** @throws NotFound; Invalid after closing, and while an answer is too long or stands in two ways. */
function refuseUnsendable(
  online: OnlineRow | null,
  drafts: readonly Draft[],
  { arrivedAt, withdrawn }: ParticipantScope,
): asserts online is OnlineRow {
  if (!online) throw new NotFound();
  if (withdrawn) throw new Invalid("participation.errors.withdrawn");
  if (stateAt(online, arrivedAt) !== "open") throw new Invalid("participation.errors.closed");
  const cannot = drafts.some(
    ({ text, other }) => other !== null || tooLongBy(text, online.maxLength) > 0,
  );
  if (cannot) throw new Invalid("participation.errors.checkFirst");
}

/** @throws Invalid for a file with which nothing was said. */
async function refuseFilesAlone(
  db: Database,
  { participantId }: ParticipantScope,
  drafts: readonly Draft[],
  only: Only,
): Promise<void> {
  const files = ofOnly(await filesOf(db, participantId), only);
  if (files.every(({ sent }) => sent)) return;
  if (filesAlone(files, drafts, await answersOf(db, participantId)).length > 0) {
    throw new Invalid("participation.errors.checkFirst");
  }
}

async function sendingOf(
  tx: Database,
  scope: ParticipantScope,
  online: OnlineRow,
  drafts: readonly Draft[],
  numbers: { first: number; count: number },
  only: Only,
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
  await attach(tx, scope, sending, only);
  if (sending.audit.length > 0) {
    sending.jobs.push(
      searchWrittenJob.request({ dossierId: scope.dossierId }, { afterSeconds: 2 }),
    );
  }
  return sending;
}

/** Sends the files that were kept along with the answers they came with. */
async function attach(
  tx: Database,
  { participantId }: ParticipantScope,
  { audit }: Sending,
  only: Only,
): Promise<void> {
  const sent = await sendFiles(tx, participantId, only);
  if (sent.length === 0) return;
  const answers = await answersOf(tx, participantId);
  for (const { statementId, before, after } of sent) {
    const to = answers.find((one) => one.statementId === statementId);
    if (!to?.reactionId) throw new Error("a file was sent with nothing");
    audit.push({
      entity: "reaction",
      entityId: to.reactionId,
      before: { file: before },
      after: { file: after },
    });
  }
}

/** The words of an answer; of one without words its position as it was called. */
function wordsOf({ text, position }: Draft, online: OnlineRow): string {
  const called = position ?? "none";
  return text || online.positionWords?.[called] || CALLED[called];
}

/**
 * Whether an answer is placed at once. One without words says nothing that anybody has to read first; words in place of what
 * waits, or was not placed, are looked at also where others are not.
 */
function stateOf(
  { moderation }: OnlineRow,
  { text }: Draft,
  before: Pick<AnswerRow, "state" | "refusedBefore"> | undefined,
): AnswerState {
  const looked = moderation === "before" || before?.state === "waiting" || before?.refusedBefore;
  return looked && text !== "" ? "waiting" : "placed";
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
  for (const { id, text } of await askedTexts(tx, consultationId)) asked.set(id, text);
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
  const given = rows.map(({ reactionId, sourceId, draft, before }) => ({
    dossierId,
    consultationId,
    participantId,
    statementId: draft.statementId,
    asked: asked.get(draft.statementId) ?? "",
    reactionId,
    sourceId,
    worded: draft.text !== "",
    chosen: draft.position !== null,
    state: stateOf(online, draft, before),
    refusedBefore: before?.refusedBefore ?? null,
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
  await tx
    .update(answer)
    .set({
      state: stateOf(online, draft, before),
      worded: draft.text !== "",
      chosen: draft.position !== null,
      changedAt: sending.at,
    })
    .where(eq(answer.id, before.id));
}
