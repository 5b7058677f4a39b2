import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { sha256 } from "@/db/hash";
import { draftAnswer, participant, stakeholderGroup } from "@/db/schema";
import { spelled } from "../../dossiers/rules";
import { command, scopeSuffices } from "../../kernel/command";
import { Invalid, NotFound } from "../../kernel/errors";
import { requireIn } from "../../kernel/rows";
import {
  consulted,
  type ParticipantScope,
  participant as participantKind,
} from "../../kernel/scope";
import { beginInput, draftsInput, type Typed } from "../model";
import { courseIn, hasSent, lockDraft, lockParticipant, onlineIn } from "../rows";
import { isEmpty, isSame, receiptNumber, stateAt } from "../rules";
import { OWN_ADDRESS_SIGNS } from "../rules/address";

/** Numbers that are tried until one is free: of two taken ones nobody has ever heard. */
const TRIES = 5;

/**
 * Begins to react: gives somebody a random identity, and the address that only they have. It is told once, here; only
 * its hash is kept. Nothing is known of who it is, and until something is sent nothing is counted.
 *
 * @throws Invalid when one cannot react now; NotFound for a group of another dossier.
 */
export const beginReacting = command({
  scope: consulted,
  action: "answer.draft",
  input: beginInput,
  allow: scopeSuffices,
  run: async (tx, scope, { groupId }) => {
    const { dossierId, consultationId, groupId: ofAddress, invited, withdrawn, code } = scope;
    const online = await onlineIn(tx, dossierId, consultationId);
    if (!online || withdrawn || stateAt(online, Date.now()) !== "open") {
      throw new Invalid("participation.errors.notOpen");
    }
    const stakeholderGroupId = ofAddress ?? groupId;
    await requireIn(tx, dossierId, stakeholderGroup, [stakeholderGroupId]);
    // Who was invited has their address already: begun on two devices they are one person.
    const address = invited ? code : spelled(new Uint8Array(randomBytes(OWN_ADDRESS_SIGNS)));
    const addressSha256 = sha256(address);
    for (let tried = 0; tried < TRIES; tried++) {
      const [made] = await tx
        .insert(participant)
        .values({
          dossierId,
          consultationId,
          stakeholderGroupId,
          addressSha256,
          number: receiptNumber(new Uint8Array(randomBytes(6))),
        })
        .onConflictDoNothing()
        .returning({ id: participant.id });
      const [begun] = made
        ? [made]
        : await tx
            .select({ id: participant.id })
            .from(participant)
            .where(eq(participant.addressSha256, addressSha256));
      if (begun) return { result: { address, participantId: begun.id }, audit: [] };
    }
    throw new Error("no number was free");
  },
});

/**
 * Says as whom somebody reacts, before they sent anything. Where their invitation or their address says it, that holds.
 *
 * @throws NotFound for a group of another dossier; Invalid afterwards.
 */
export const chooseGroup = command({
  scope: participantKind,
  action: "answer.draft",
  input: beginInput,
  allow: scopeSuffices,
  find: lockParticipant,
  run: async (tx, scope, { groupId }, own) => {
    if (own.sentAt !== null) throw new Invalid("participation.errors.groupSent");
    const stakeholderGroupId = scope.groupId ?? groupId;
    await requireIn(tx, scope.dossierId, stakeholderGroup, [stakeholderGroupId]);
    await tx
      .update(participant)
      .set({ stakeholderGroupId })
      .where(eq(participant.id, scope.participantId));
    return { result: {}, audit: [] };
  },
});

/**
 * Keeps what somebody typed or chose, to be sent later: nobody else reads it, and the log says nothing of it. Kept
 * after closing as well, so that nothing is lost, until what is kept of who reacted was wiped. What is kept last stands; when another window had saved something
 * else meanwhile that stays beside it until one of both is chosen.
 *
 * @returns what is kept now of each answer, the places where two windows differ, by the id of the stelling (null: the question
 *   after them), and what decides where they go on: when they sent something (ISO, null for never), how many signs an answer
 *   may have, and the course.
 * @throws NotFound for a stelling that was not put here; Invalid after wiping, and when their invitation was withdrawn.
 */
export const saveDrafts = command({
  scope: participantKind,
  action: "answer.draft",
  input: draftsInput,
  allow: scopeSuffices,
  find: lockParticipant,
  run: async (tx, scope, { answers }, { sentAt }) => {
    const found = await courseIn(tx, scope.dossierId, scope.consultationId);
    const { ids, asksMissing, maxLength, wipedAt, hasGroups } = found;
    if (scope.withdrawn) throw new Invalid("participation.errors.withdrawn");
    // Nothing would ever take it away again.
    if (wipedAt !== null) throw new Invalid("participation.errors.wiped");
    const asked = new Set<string | null>(asksMissing ? [...ids, null] : ids);
    const kept: Kept[] = [];
    for (const { seen, ...typed } of answers) {
      if (!asked.has(typed.statementId)) throw new NotFound();
      kept.push(await keep(tx, scope, typed, seen));
    }
    const differs = kept.filter((one) => one.differs).map(({ statementId }) => statementId);
    const course = { questions: asked.size, chooses: hasGroups && scope.groupId === null };
    return { result: { kept, differs, sentAt, maxLength, course }, audit: [] };
  },
});

/** What is kept of an answer: how often it was saved, and when last (ISO); 0 and null for nothing. */
interface Kept {
  statementId: string | null;
  n: number;
  savedAt: string | null;
  /** Whether another window had saved something else. */
  differs: boolean;
}

/** Keeps one draft. */
async function keep(
  tx: Database,
  { participantId }: ParticipantScope,
  { statementId, position, text }: Typed,
  seen: number,
): Promise<Kept> {
  const current = await lockDraft(tx, participantId, statementId);
  const now = { position, text, savedAt: new Date().toISOString() };
  if (!current) {
    const nothing = { statementId, n: 0, savedAt: null, differs: false };
    // Who empties what they sent takes it away: that is kept, or the words would come back.
    const says = !isEmpty(now) || (await hasSent(tx, participantId, statementId));
    if (seen === 0 && !says) return nothing;
    const [made] = await tx
      .insert(draftAnswer)
      .values({ ...now, participantId, statementId })
      .returning({ n: draftAnswer.n });
    return { ...nothing, n: made?.n ?? 0, savedAt: now.savedAt };
  }
  const chosen = current.n === seen;
  if (isSame(current, now) && (current.other === null || !chosen)) {
    const { n, savedAt, other } = current;
    return { statementId, n, savedAt, differs: other !== null };
  }
  // What was there and was not looked at is not written over.
  const other =
    chosen || isEmpty(current) ? null : { position: current.position, text: current.text };
  const n = current.n + 1;
  await tx
    .update(draftAnswer)
    .set({ ...now, n, other })
    .where(eq(draftAnswer.id, current.id));
  return { statementId, n, savedAt: now.savedAt, differs: other !== null };
}
