import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { AuditEntry } from "@/db/audit";
import type { JobRequest } from "@/db/jobs";
import { roomMeeting, roomNote, stakeholderGroup } from "@/db/schema";
import { asOutsider } from "../dossiers/gate";
import { mayWrite } from "../dossiers/policy";
import { takeNumbers } from "../dossiers/rows";
import { command } from "../kernel/command";
import { Conflict, Invalid, NotFound } from "../kernel/errors";
import { requireIn } from "../kernel/rows";
import { actorAccountId, member, type ReaderScope } from "../kernel/scope";
import { erase, rewrite } from "../participation/commands/withdraw";
import { searchWrittenJob } from "../participation/jobs";
import { askedTexts, lockOnline } from "../participation/rows";
import { stateAt } from "../participation/rules";
import { toLeave } from "../publication/commands";
import type { HeldBackList } from "../publication/model";
import { changeReaction } from "../reactions/commands";
import { insertReactions, lockedReactions } from "../reactions/rows";
import { insertWritten } from "../sources/rows/written";
import {
  correctInput,
  meetingInput,
  noteInput,
  type Report,
  showInput,
  takeBackInput,
} from "./model";
import { consultationReport } from "./queries";
import { lockMeeting, lockNote, meetingNow, meetingOf } from "./rows";

/**
 * Starts a meeting in a room about an online consultation that is open: its screen shows the first stelling.
 *
 * @returns the id of the meeting; of the one that is going on when somebody started it already.
 * @throws NotFound; Invalid when one cannot react, or there is nothing to show.
 */
export const startMeeting = command({
  scope: member,
  action: "room.start",
  input: meetingInput,
  allow: mayWrite,
  find: lockOnline,
  run: async (tx, { dossierId }, { consultationId }, online) => {
    const now = new Date();
    const going = await meetingNow(tx, dossierId, consultationId);
    if (going) return { result: { meetingId: going.id }, audit: [] };
    if (stateAt(online, now.getTime()) !== "open") throw new Invalid("room.errors.notOpen");
    const [first] = await askedTexts(tx, consultationId);
    if (!first) throw new Invalid("room.errors.nothing");
    const meetingId = randomUUID();
    const startedAt = now.toISOString();
    await tx
      .insert(roomMeeting)
      .values({ id: meetingId, dossierId, consultationId, statementId: first.id, startedAt });
    return {
      result: { meetingId },
      audit: {
        entity: "consultation",
        entityId: consultationId,
        after: { meetingId, startedAt, statementId: first.id },
      },
    };
  },
});

/**
 * Shows a stelling on the screen, and what people think of it or not. Another stelling begins without: so nobody follows another.
 *
 * @throws NotFound for a stelling that is not put here; Invalid when no meeting is going on.
 */
export const showInRoom = command({
  scope: member,
  action: "room.show",
  input: showInput,
  allow: mayWrite,
  find: lockMeeting,
  run: async (tx, _scope, { consultationId, statementId, result }, meeting) => {
    const asked = await askedTexts(tx, consultationId);
    if (!asked.some(({ id }) => id === statementId)) throw new NotFound();
    const before = { statementId: meeting.statementId, resultShown: meeting.resultShown };
    const after = {
      statementId,
      resultShown: result === "yes" && statementId === meeting.statementId,
    };
    if (before.statementId === after.statementId && before.resultShown === after.resultShown) {
      return { result: {}, audit: [] };
    }
    await tx.update(roomMeeting).set(after).where(eq(roomMeeting.id, meeting.id));
    return {
      result: {},
      audit: { entity: "consultation", entityId: consultationId, before, after },
    };
  },
});

/** Ends the meeting: phones are led nowhere any more, and one goes on reacting as usual. @throws Invalid when none is going on. */
export const endMeeting = command({
  scope: member,
  action: "room.end",
  input: meetingInput,
  allow: mayWrite,
  find: lockMeeting,
  run: async (tx, _scope, { consultationId }, meeting) => {
    const endedAt = new Date().toISOString();
    await tx
      .update(roomMeeting)
      .set({ endedAt, resultShown: false })
      .where(eq(roomMeeting.id, meeting.id));
    return {
      result: {},
      audit: {
        entity: "consultation",
        entityId: consultationId,
        before: { endedAt: null },
        after: { meetingId: meeting.id, endedAt },
      },
    };
  },
});

/**
 * Writes down what was said in a meeting: the words become a source, a passage over all of it and a reaction, as what is sent
 * online. Also once the meeting is over, for what waited for a connection; under the same key it is done once.
 *
 * @throws NotFound for a meeting that is not there; Invalid for a stelling or group that was taken out, or is of elsewhere.
 */
export const noteInRoom = command({
  scope: member,
  action: "room.note",
  input: noteInput,
  allow: mayWrite,
  find: meetingOf,
  run: async (tx, scope, { statementId, kind, groupId, role, text, saidAt }, meeting) => {
    const { dossierId } = scope;
    const { consultationId } = meeting;
    // The browser that sends it keeps it: so it hears what to change, and not that there is no such page.
    await requireIn(tx, dossierId, stakeholderGroup, [groupId]).catch((error) => {
      throw error instanceof NotFound ? new Invalid("room.errors.groupGone") : error;
    });
    if (statementId !== null) {
      const asked = await askedTexts(tx, consultationId);
      if (!asked.some(({ id }) => id === statementId))
        throw new Invalid("room.errors.statementGone");
    }
    const number = await takeNumbers(tx, dossierId, "reaction");
    const [id, sourceId, passageId] = [randomUUID(), randomUUID(), randomUUID()];
    const written = { title: `Reactie R-${number}`, fileName: `reactie-R-${number}.txt`, text };
    const sources = await insertWritten(tx, dossierId, consultationId, [
      { sourceId, passageId, ...written },
    ]);
    const reaction = {
      ...{ id, dossierId, number, consultationId, statementId, kind, text, passageId },
      ...{ position: "none" as const, stakeholderGroupId: groupId, speaker: role },
      ...{ replyToId: null, createdBy: actorAccountId(scope.actor) },
    };
    await insertReactions(tx, [reaction]);
    await tx.insert(roomNote).values({
      reactionId: id,
      meetingId: meeting.id,
      sourceId,
      saidAt: withinMeeting(saidAt, meeting),
    });
    return {
      result: { reactionId: id, number },
      audit: [
        { entity: "reaction", entityId: id, after: { ...reaction, meetingId: meeting.id } },
        { entity: "source", entityId: sourceId, after: sources.get(sourceId) },
      ],
      jobs: [searchWrittenJob.request({ dossierId }, { afterSeconds: 2 })],
    };
  },
});

/** What the clock of a browser says, as far as it can be. */
function withinMeeting(saidAt: string, { startedAt }: { startedAt: string }): string {
  const at = Math.max(Date.parse(saidAt), Date.parse(startedAt));
  return new Date(Math.min(at, Date.now())).toISOString();
}

/**
 * Gives what was written down other words, another group, kind or role. The words become the next version of their source.
 *
 * @throws NotFound; Conflict when somebody changed it meanwhile.
 */
export const correctNote = command({
  scope: member,
  action: "room.correct",
  input: correctInput,
  allow: mayWrite,
  find: lockNote,
  run: async (tx, scope, { reactionId, lockVersion, text, role, ...rest }, note) => {
    const { dossierId } = scope;
    const [current] = await lockedReactions(tx, dossierId, [reactionId]);
    if (!current) throw new NotFound();
    if (current.lockVersion !== lockVersion) throw new Conflict("errors.stale", {}, current);
    const work = { at: "", audit: [] as AuditEntry[], jobs: [] as JobRequest[] };
    if (text !== current.text) {
      const said = { text, position: current.position };
      await rewrite(tx, scope, note, said, "Verbeterd door wie dit opschreef.", work);
      work.jobs.push(searchWrittenJob.request({ dossierId }, { afterSeconds: 2 }));
    }
    const [now] = await lockedReactions(tx, dossierId, [reactionId]);
    const differs =
      rest.kind !== current.kind ||
      rest.groupId !== current.stakeholderGroupId ||
      role !== current.speaker;
    if (differs) {
      await changeReaction.within(tx, scope, {
        ...{ id: reactionId, lockVersion: now?.lockVersion ?? 0, speaker: role ?? "" },
        ...{ statementId: current.statementId, ...rest },
      });
    }
    return { result: {}, audit: work.audit, jobs: work.jobs };
  },
});

/**
 * Takes back what was written down, with its words. Only as long as nothing rests on it.
 *
 * @throws NotFound; Conflict when somebody changed it meanwhile; Invalid once something rests on it.
 */
export const takeBackNote = command({
  scope: member,
  action: "room.takeBack",
  input: takeBackInput,
  allow: mayWrite,
  find: lockNote,
  run: async (tx, scope, { reactionId, lockVersion }, { sourceId }) => {
    const [current] = await lockedReactions(tx, scope.dossierId, [reactionId]);
    if (!current) throw new NotFound();
    if (current.lockVersion !== lockVersion) throw new Conflict("errors.stale", {}, current);
    const audit: AuditEntry[] = [];
    await tx.delete(roomNote).where(eq(roomNote.reactionId, reactionId));
    if (!(await erase(tx, scope, { reactionId, sourceId }, { audit }))) {
      throw new Invalid("room.errors.used");
    }
    return { result: {}, audit };
  },
});

/**
 * The report of a consultation as others read it, with what keeps it from going out as a file.
 *
 * @returns `held` is null when nothing is open, or when somebody answered for it.
 */
export function reportToLeave(
  scope: ReaderScope,
  consultationId: string,
): Promise<{ document: Report; held: HeldBackList | null }> {
  return toLeave(scope, () => consultationReport(asOutsider(scope), consultationId));
}
