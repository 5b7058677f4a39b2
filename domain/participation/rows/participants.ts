import { and, asc, eq, inArray, isNull, ne, notExists, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import {
  answer,
  draftAnswer,
  moderation,
  participant,
  reaction,
  stakeholderGroup,
} from "@/db/schema";
import type { Position } from "@/db/vocabulary";
import { Invalid, NotFound } from "../../kernel/errors";
import type { AuthorizedDossierId, ParticipantScope } from "../../kernel/scope";
import { restedOn } from "../../reactions/rows";
import { restingOn } from "../../sources/rows";
import type { Draft, OwnAnswers, SentAnswer } from "../model";
import { readNumber } from "../rules";
import { dropAllFiles, filesOf } from "./files";
import { courseIn } from "./online";

/** The participant themselves, locked: what they send twice at the same moment is sent one after the other. */
export async function lockParticipant(tx: Database, { participantId }: ParticipantScope) {
  const [found] = await tx
    .select()
    .from(participant)
    .where(eq(participant.id, participantId))
    .for("no key update");
  if (!found) throw new NotFound();
  return found;
}

/**
 * A participant of a consultation by the number on their receipt, locked.
 *
 * @throws Invalid on `number` for one that nobody there has.
 */
export async function lockByNumber(
  tx: Database,
  { dossierId }: { dossierId: AuthorizedDossierId },
  { consultationId, number }: { consultationId: string; number: string },
) {
  const [found] = await tx
    .select()
    .from(participant)
    .where(
      and(
        eq(participant.dossierId, dossierId),
        eq(participant.consultationId, consultationId),
        eq(participant.number, readNumber(number) ?? ""),
      ),
    )
    .for("no key update");
  if (!found) {
    throw new Invalid("errors.fields", {}, { number: "participation.errors.unknownNumber" });
  }
  return found;
}

/** What a participant wrote and did not send, in the order of the stellingen they were saved. */
export async function draftsOf(db: Database, participantId: string): Promise<Draft[]> {
  return db
    .select({
      statementId: draftAnswer.statementId,
      position: draftAnswer.position,
      text: draftAnswer.text,
      n: draftAnswer.n,
      savedAt: draftAnswer.savedAt,
      other: draftAnswer.other,
    })
    .from(draftAnswer)
    .where(eq(draftAnswer.participantId, participantId))
    .orderBy(asc(draftAnswer.savedAt), asc(draftAnswer.id));
}

/** The same of what is put now: of a stelling that was taken out, or is not shown any more, nothing is shown or sent. */
export async function draftsPutOf(
  db: Database,
  { dossierId, consultationId, participantId }: ParticipantScope,
): Promise<Draft[]> {
  const { ids, asksMissing } = await courseIn(db, dossierId, consultationId);
  return (await draftsOf(db, participantId)).filter(({ statementId }) =>
    statementId === null ? asksMissing : ids.includes(statementId),
  );
}

/** Of one answer, sent by them: its reaction and source as well. */
export interface AnswerRow extends SentAnswer {
  reactionId: string | null;
  sourceId: string | null;
  worded: boolean;
  refusedBefore: boolean | null;
}

/** What somebody chose. Who chose nothing has chosen nothing when they come back, though their reaction stands with `none`. */
export const chosenPosition = sql<Position | null>`case when ${answer.chosen}
  then ${reaction.position} else nullif(${reaction.position}, 'none') end`;

/** What a participant sent, with the words as they are now; of what was withdrawn there are none. */
export async function answersOf(db: Database, participantId: string): Promise<AnswerRow[]> {
  return db
    .select({
      id: answer.id,
      statementId: answer.statementId,
      asked: answer.asked,
      state: answer.state,
      sentAt: answer.sentAt,
      changedAt: answer.changedAt,
      reactionId: answer.reactionId,
      sourceId: answer.sourceId,
      worded: answer.worded,
      refusedBefore: answer.refusedBefore,
      refusal: sql<SentAnswer["refusal"]>`case when ${answer.state} = 'refused' then (
        select json_build_object('reason', m.reason, 'note', m.note) from ${moderation} m
        where m.reaction_id = ${answer.reactionId} order by m.n desc limit 1) end`,
      position: sql<
        SentAnswer["position"]
      >`case when ${answer.state} <> 'withdrawn' then ${chosenPosition} end`,
      text: sql<string>`case when ${answer.state} <> 'withdrawn' and ${answer.worded}
        then ${reaction.text} else '' end`,
    })
    .from(answer)
    .leftJoin(reaction, eq(reaction.id, answer.reactionId))
    .where(eq(answer.participantId, participantId))
    .orderBy(asc(answer.sentAt), asc(reaction.number), asc(answer.id));
}

/** Whether a participant sent an answer to this stelling (null: the question after them), and did not take it back. */
export async function hasSent(
  db: Database,
  participantId: string,
  statementId: string | null,
): Promise<boolean> {
  const [found] = await db
    .select({ id: answer.id })
    .from(answer)
    .where(
      and(
        eq(answer.participantId, participantId),
        statementId === null ? isNull(answer.statementId) : eq(answer.statementId, statementId),
        ne(answer.state, "withdrawn"),
      ),
    );
  return found !== undefined;
}

/**
 * Whether something rests on the words of an answer, so that they cannot be erased: also what was taken away since, for it
 * keeps its history, and that names them.
 */
export async function isRestedOn(
  db: Database,
  { reactionId, sourceId }: { reactionId: string; sourceId: string },
): Promise<boolean> {
  // Its parts are reactions too, and nothing rests on those by themselves.
  const { reactions: _made, ...other } = await restingOn(db, sourceId);
  if (Object.values(other).some((count) => count > 0)) return true;
  return (await restedOn(db, [reactionId])).length > 0;
}

/** How a reaction is called: R-12. */
export async function numberOfReaction(db: Database, id: string): Promise<number | null> {
  const [found] = await db
    .select({ number: reaction.number })
    .from(reaction)
    .where(eq(reaction.id, id));
  return found?.number ?? null;
}

/** @throws NotFound for a participant that is not there. */
export async function ownReceiptOf(db: Database, scope: ParticipantScope) {
  const [found] = await db
    .select({ number: participant.number, sentAt: participant.sentAt })
    .from(participant)
    .where(eq(participant.id, scope.participantId));
  if (!found) throw new NotFound();
  return found;
}

/** All of one participant. @throws NotFound */
export async function ownAnswersOf(db: Database, scope: ParticipantScope): Promise<OwnAnswers> {
  const [found] = await db
    .select({
      groupId: participant.stakeholderGroupId,
      group: stakeholderGroup.name,
      number: participant.number,
      sentAt: participant.sentAt,
    })
    .from(participant)
    .leftJoin(stakeholderGroup, eq(stakeholderGroup.id, participant.stakeholderGroupId))
    .where(eq(participant.id, scope.participantId));
  if (!found) throw new NotFound();
  const { groupId, group, ...own } = found;
  const answers = await answersOf(db, scope.participantId);
  return {
    ...own,
    group: groupId && group ? { id: groupId, name: group } : null,
    drafts: await draftsPutOf(db, scope),
    answers: answers.map(({ reactionId: _r, sourceId: _s, worded: _w, ...sent }) => sent),
    files: await filesOf(db, scope.participantId),
  };
}

/** No address has this as its hash: nobody finds a text of which the hash is what was thrown. */
const NO_ADDRESS = sql<string>`encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex')`;

/**
 * Forgets of a participant by which address they came back, and as whom they reacted, and what they did not send. Their number
 * stays, for it stands on a receipt.
 *
 * @returns how much was not sent.
 */
export async function forgetParticipant(tx: Database, participantId: string): Promise<number> {
  const drafts = await tx
    .delete(draftAnswer)
    .where(eq(draftAnswer.participantId, participantId))
    .returning({ id: draftAnswer.id });
  await tx
    .update(participant)
    .set({ addressSha256: NO_ADDRESS, stakeholderGroupId: null, forgottenAt: sql`now()` })
    .where(eq(participant.id, participantId));
  return drafts.length;
}

/**
 * Wipes what is kept of who reacted in a consultation: what was never sent, who never sent anything, the files that came with
 * reactions, and by which address somebody came back. What was sent stays, with its number, and is nobody's from then on.
 *
 * @returns how many of each.
 */
export async function wipeParticipants(
  tx: Database,
  consultationId: string,
): Promise<{ drafts: number; begun: number; addresses: number; files: number }> {
  const here = eq(participant.consultationId, consultationId);
  // Who is saving something just now is waited for, and who does after this is refused.
  await tx
    .select({ id: participant.id })
    .from(participant)
    .where(here)
    .orderBy(asc(participant.id))
    .for("update");
  const files = await dropAllFiles(tx, { consultationId });
  const drafts = await tx
    .delete(draftAnswer)
    .where(
      inArray(
        draftAnswer.participantId,
        tx.select({ id: participant.id }).from(participant).where(here),
      ),
    )
    .returning({ id: draftAnswer.id });
  const sent = tx
    .select({ one: sql`1` })
    .from(answer)
    .where(eq(answer.participantId, participant.id));
  const begun = await tx
    .delete(participant)
    .where(and(here, notExists(sent)))
    .returning({ id: participant.id });
  const addresses = await tx
    .update(participant)
    .set({ addressSha256: NO_ADDRESS })
    .where(here)
    .returning({ id: participant.id });
  return { drafts: drafts.length, begun: begun.length, addresses: addresses.length, files };
}

/** One draft of a participant, locked. */
export async function lockDraft(tx: Database, participantId: string, statementId: string | null) {
  const [found] = await tx
    .select()
    .from(draftAnswer)
    .where(
      and(
        eq(draftAnswer.participantId, participantId),
        statementId === null
          ? isNull(draftAnswer.statementId)
          : eq(draftAnswer.statementId, statementId),
      ),
    )
    .for("update");
  return found;
}
