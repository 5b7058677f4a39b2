import { sql } from "drizzle-orm";
import JSZip from "jszip";
import { describe, expect, test } from "vitest";
import { database, rowsOf } from "@/db/client";
import { Conflict, Invalid, NotFound } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { endOnline, saveDrafts, sendAnswers } from "@/domain/participation/commands";
import { openConsultation } from "@/domain/participation/gate";
import { searchWrittenJob } from "@/domain/participation/jobs";
import { consultationOverview, followed, ownAnswers } from "@/domain/participation/queries";
import { changeReaction } from "@/domain/reactions/commands";
import { getReaction } from "@/domain/reactions/queries";
import {
  correctNote,
  endMeeting,
  noteInRoom,
  reportToLeave,
  showInRoom,
  startMeeting,
  takeBackNote,
} from "@/domain/room/commands";
import {
  consultationReport,
  notesOf,
  reportFile,
  roomScreen,
  shownInRoom,
} from "@/domain/room/queries";
import { showOutside, takeOutStatement } from "@/domain/statements/commands";
import { outsideOf } from "@/domain/statements/rows";
import { sentencesIn } from "@/i18n/sentence";
import { freshDatabase } from "../database";
import { coreValueIn } from "../factories/core-values";
import { type Online, onlineIn, participantIn, sentIn } from "../factories/participation";
import { dossierOf, memberOf } from "../factories/people";
import { notedIn, roomIn, said } from "../factories/room";

freshDatabase();

const byGroup = (online: Online) => ({ code: online.groupCode, statements: online.statements });
const screenOf = async (scope: ReaderScope, { consultationId }: Pick<Online, "consultationId">) => {
  const found = await roomScreen(scope, consultationId);
  if (!found) throw new Error("nobody prepares it");
  return found;
};
const search = (scope: ReaderScope) =>
  searchWrittenJob.run({ dossierId: scope.dossierId }, new AbortController().signal);

describe("the screen", () => {
  test("a meeting shows one stelling at a time, and its result only when somebody shows it", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope);
    const { consultationId } = online;
    const [first = "", second = ""] = online.statements;
    const at = await openConsultation(online.code);
    expect(await shownInRoom(at)).toBeNull();
    await expect(
      showInRoom(scope, { consultationId, statementId: first, result: "yes" }),
    ).rejects.toBeInstanceOf(Invalid);
    const { meetingId } = await startMeeting(scope, { consultationId });
    // Whoever presses it too gets the one that is going on.
    expect(await startMeeting(scope, { consultationId })).toEqual({ meetingId });
    expect(await screenOf(scope, online)).toMatchObject({
      shown: 0,
      resultShown: false,
      code: online.code,
    });
    await showInRoom(scope, { consultationId, statementId: first, result: "yes" });
    expect(await screenOf(scope, online)).toMatchObject({ shown: 0, resultShown: true });
    // The next one is hidden at first, whatever was asked.
    await showInRoom(scope, { consultationId, statementId: second, result: "yes" });
    expect(await screenOf(scope, online)).toMatchObject({ shown: 1, resultShown: false });
    expect(await shownInRoom(at)).toBe(2);
    const elsewhere = await onlineIn(scope);
    await expect(
      showInRoom(scope, {
        consultationId,
        statementId: elsewhere.statements[0] ?? "",
        result: "no",
      }),
    ).rejects.toBeInstanceOf(NotFound);
    await endMeeting(scope, { consultationId });
    expect(await shownInRoom(at)).toBeNull();
    expect((await screenOf(scope, online)).meeting).toBeNull();
  });

  test("nobody begins one about what is closed", async () => {
    const scope = await dossierOf();
    const { consultationId } = await onlineIn(scope);
    const now = await consultationOverview(scope, consultationId);
    await endOnline(scope, { consultationId, lockVersion: now?.lockVersion ?? 0 });
    await expect(startMeeting(scope, { consultationId })).rejects.toBeInstanceOf(Invalid);
  });

  test("a group of a few is counted with others, and of few people nothing is said of what they think", async () => {
    const scope = await dossierOf();
    const room = await roomIn(scope);
    for (let n = 0; n < 3; n++) await sentIn(room, ["Zonder groep."]);
    const few = await screenOf(scope, room);
    expect(few).toMatchObject({ voted: 3, results: [{ people: 3, positions: null }] });
    for (let n = 0; n < 5; n++) await sentIn(byGroup(room), ["Van de groep."]);
    const enough = await screenOf(scope, room);
    // Three and five would tell of the three: together they are eight.
    expect(enough.results).toHaveLength(1);
    expect(enough.results[0]).toMatchObject({ people: 8, positions: { agree: 8, partly: 0 } });
    // The same as is followed.
    const all = await followed(scope, room.consultationId);
    expect(all?.statements[0]).toMatchObject({ total: enough.voted, positions: { agree: 8 } });
  });
});

describe("what is written down", () => {
  test("it becomes a reaction with its words in a source, once for each key, and counts as no vote", async () => {
    const scope = await dossierOf();
    const room = await roomIn(scope);
    const line = said(room, "Bij een crisis ben ik weg.", {
      groupId: room.groupId,
      role: "kleine school",
    });
    const first = await noteInRoom(scope, line, { key: "een-regel-van-de-zaal" });
    expect(await noteInRoom(scope, line, { key: "een-regel-van-de-zaal" })).toEqual(first);
    const [one, ...rest] = await notesOf(scope, room.meetingId);
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ number: first.number, role: "kleine school", text: line.text });
    const reaction = await getReaction(scope, first.reactionId);
    expect(reaction.passage?.exact).toBe(line.text);
    expect((await screenOf(scope, room)).voted).toBe(0);
    expect(await followed(scope, room.consultationId)).toMatchObject({ people: 0, answers: 0 });
    // Like any other: who works on it says what it stands for.
    await changeReaction(scope, {
      id: first.reactionId,
      lockVersion: 1,
      kind: "reaction",
      position: "partly",
      groupId: room.groupId,
      statementId: room.statements[0] ?? "",
    });
  });

  test("what waited for a connection is taken in after the meeting, and nothing of elsewhere", async () => {
    const scope = await dossierOf();
    const room = await roomIn(scope);
    const elsewhere = await onlineIn(scope);
    await endMeeting(scope, { consultationId: room.consultationId });
    await notedIn(scope, room, "Dit kwam later.", { saidAt: "2001-01-01T00:00:00.000Z" });
    const [late] = await notesOf(scope, room.meetingId);
    // A clock that is wrong says nothing of before the meeting.
    expect(Date.parse(late?.saidAt ?? "")).toBeGreaterThan(Date.now() - 60_000);
    const other = await dossierOf();
    await expect(notedIn(other, room, "Vreemd.")).rejects.toBeInstanceOf(NotFound);
    await expect(
      notedIn(scope, room, "Vreemd.", { statementId: elsewhere.statements[0] }),
    ).rejects.toMatchObject({ key: "room.errors.statementGone" });
    await expect(
      notedIn(scope, room, "Vreemd.", { groupId: (await onlineIn(other)).groupId }),
    ).rejects.toMatchObject({ key: "room.errors.groupGone" });
  });

  test("correcting makes a next version, taking back erases what nothing rests on", async () => {
    const scope = await dossierOf();
    const room = await roomIn(scope);
    const { reactionId } = await notedIn(scope, room, "De buss is te laat.");
    const better = {
      reactionId,
      lockVersion: 1,
      kind: "question" as const,
      groupId: room.groupId,
      role: "ouder",
      text: "De bus is te laat.",
    };
    await correctNote(scope, better);
    const [note] = await notesOf(scope, room.meetingId);
    expect(note).toMatchObject({ kind: "question", role: "ouder", text: "De bus is te laat." });
    await expect(correctNote(scope, better)).rejects.toBeInstanceOf(Conflict);
    const versions = await rowsOf<{ n: number }>(
      await database(),
      sql`select v.n from room_note r join source_version v on v.source_id = r.source_id
        where r.reaction_id = ${reactionId}::uuid order by v.n`,
    );
    expect(versions.map(({ n }) => n)).toEqual([1, 2]);
    // A colleague's page that shows the line as it was takes nothing away.
    const stale = takeBackNote(scope, { reactionId, lockVersion: 1 });
    await expect(stale).rejects.toBeInstanceOf(Conflict);
    await takeBackNote(scope, { reactionId, lockVersion: note?.lockVersion ?? 0 });
    expect(await notesOf(scope, room.meetingId)).toEqual([]);
    await expect(getReaction(scope, reactionId)).rejects.toBeInstanceOf(NotFound);
    const used = await notedIn(scope, room, "Hier rust iets op.");
    await coreValueIn(scope, { reactionIds: [used.reactionId] });
    await expect(takeBackNote(scope, { ...used, lockVersion: 1 })).rejects.toBeInstanceOf(Invalid);
    expect(await notesOf(scope, room.meetingId)).toHaveLength(1);
  });
});

describe("the report", () => {
  test("it has what people think and said by stelling, as others read it, and is a Word document", async () => {
    const scope = await dossierOf();
    const room = await roomIn(scope);
    for (let n = 0; n < 6; n++) await sentIn(byGroup(room), [`Online ${n}.`]);
    await notedIn(scope, room, "Wie rijdt er dan?", { kind: "question", role: "leraar" });
    await notedIn(scope, room, "De chauffeur kent de weg.");
    await search(scope);
    const { document, held } = await reportToLeave(scope, room.consultationId);
    expect(held).toBeNull();
    expect(document.people).toBe(6);
    const [first] = document.parts;
    expect(first?.results[0]).toMatchObject({ people: 6, positions: { agree: 6 } });
    expect(first?.said.filter(({ inRoom }) => inRoom).map(({ text }) => text)).toEqual([
      "Wie rijdt er dan?",
      "De chauffeur kent de weg.",
    ]);
    const bytes = await reportFile(document, sentencesIn("nl"));
    const zip = await JSZip.loadAsync(bytes);
    const words = (await zip.file("word/document.xml")?.async("string")) ?? "";
    for (const part of [
      "De bus komt op tijd.",
      "Wie rijdt er dan?",
      "Vragen",
      "CONCEPT",
      "Online 3.",
    ]) {
      expect(words.toLowerCase()).toContain(part.toLowerCase());
    }
  });

  test("a stelling that is not shown any more stays in it with its votes, and none is counted at one that was taken out", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope, {}, ["Een.", "Twee.", "Drie."]);
    const { consultationId, statements } = online;
    const [first = "", second = "", third = ""] = statements;
    // Somebody is busy with the first when it is taken out: they send the rest, and nothing unseen.
    const busy = await participantIn(online);
    const say = (statementId: string, text: string) => ({
      statementId,
      position: "agree" as const,
      text,
      seen: 0,
    });
    await saveDrafts(busy.own, { answers: [say(first, "Bij een."), say(second, "Bij twee.")] });
    await takeOutStatement(scope, { statementId: first, consultationId });
    expect((await ownAnswers(busy.own)).drafts).toHaveLength(1);
    await sendAnswers(busy.own, {});
    const rest = { code: online.code, statements: [second, third] };
    for (let i = 0; i < 4; i++) await sentIn(rest, [`Twee ${i}.`, `Drie ${i}.`]);
    await search(scope);
    const counted = async () => {
      const report = await consultationReport(scope, consultationId);
      const live = await followed(scope, consultationId);
      return {
        report: report.parts.map(({ statement, people, said: words }) => [
          ...[statement?.number, people, words.length],
        ]),
        followed: live?.statements.map(({ number, total, answers }) => [number, total, answers]),
      };
    };
    // Their numbers are their places again, on the screen as in the lists.
    const before = {
      report: [
        [1, 5, 5],
        [2, 4, 4],
        [undefined, 0, 0],
      ],
      followed: [
        [1, 5, 5],
        [2, 4, 4],
      ],
    };
    expect(await counted()).toEqual(before);
    const room = await screenOf(scope, online);
    expect(room.statements.map(({ number, text }) => [number, text])).toEqual([
      ...[
        [1, "Twee."],
        [2, "Drie."],
      ],
    ]);
    const { seen } = await outsideOf(await database(), scope.dossierId, consultationId);
    await showOutside(scope, { consultationId, shown: "nothing", seen });
    expect(await counted()).toEqual(before);
  });

  test("what may be personal data keeps it from going out, and who may not see names reads none", async () => {
    const scope = await dossierOf();
    const room = await roomIn(scope);
    await notedIn(scope, room, "Bel mij op 06 12345678, zegt mevrouw Marleen Ottens.");
    await search(scope);
    const { held } = await reportToLeave(scope, room.consultationId);
    expect(held?.open).toBeGreaterThan(0);
    const reviewer = await memberOf(scope, "reviewer");
    const notes = JSON.stringify(await notesOf(reviewer, room.meetingId));
    expect(notes).not.toContain("Ottens");
    expect(notes).not.toContain("12345678");
  });
});
