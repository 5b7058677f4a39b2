import { eq, sql } from "drizzle-orm";
import { extractText } from "unpdf";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { database, rowsOf } from "@/db/client";
import { sha256 } from "@/db/hash";
import {
  answer,
  audit,
  draftAnswer,
  invitation,
  mail,
  onlineConsultation,
  participant,
} from "@/db/schema";
import { administer } from "@/domain/accounts/gate";
import { verifyAudit } from "@/domain/audit/queries";
import { addGroup } from "@/domain/groups/commands";
import {
  addInvited,
  printLetters,
  remindInvited,
  sendInvitations,
  withdrawInvited,
} from "@/domain/invitations/commands";
import { queueInvitedJob, tendInvitedJob } from "@/domain/invitations/jobs";
import { MAX_INVITED } from "@/domain/invitations/model";
import {
  invitationWords,
  listInvitations,
  mailable,
  previewList,
} from "@/domain/invitations/queries";
import { lettersPdf } from "@/domain/invitations/render/letters";
import { NotFound } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { sendMailJob } from "@/domain/mail/jobs";
import { listMails } from "@/domain/mail/queries";
import { contentsOf } from "@/domain/mail/rows";
import {
  beginReacting,
  changeOnline,
  chooseGroup,
  endOnline,
  saveDrafts,
  sendAnswers,
  withdrawAnswers,
} from "@/domain/participation/commands";
import { openConsultation, openParticipant } from "@/domain/participation/gate";
import { consultationOverview, consultationPage, ownAnswers } from "@/domain/participation/queries";
import { groupsOf } from "@/domain/participation/rows";
import { sentencesIn } from "@/i18n/sentence";
import { freshDatabase } from "../database";
import { CODES, invitedIn } from "../factories/invitations";
import { type Online, onlineIn, SETTINGS } from "../factories/participation";
import { dossierOf, SYSTEM } from "../factories/people";
import { mailServer } from "../mail";

freshDatabase();

beforeEach(async () => {
  const db = await database();
  await db.delete(mail);
  await db.delete(invitation);
  await db.execute(sql`delete from pgboss.job`);
});

const ADA = "ada@proef.example";
const PEOPLE = `${ADA};Ada Geheim\nbo@proef.example;Bo Verborgen\ncas@proef.example`;
const NEVER = new AbortController().signal;

async function held(): Promise<{ scope: ReaderScope; online: Online }> {
  const scope = await dossierOf();
  return { scope, online: await onlineIn(scope) };
}

/** Sends what waits, as the worker does. */
async function worked(scope: ReaderScope, { consultationId }: Online): Promise<void> {
  await queueInvitedJob.run({ dossierId: scope.dossierId, consultationId }, NEVER);
  for (const { id } of await (await database()).select({ id: mail.id }).from(mail)) {
    await sendMailJob.run({ mailId: id }, NEVER);
  }
}

const tended = async (scope: ReaderScope, { consultationId }: Online) => {
  await (await database()).execute(sql`update invitation set tended_on = '2026-01-01'`);
  await tendInvitedJob.run({ dossierId: scope.dossierId, consultationId }, NEVER);
};

function settings(env: Record<string, string>) {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
}

const mailed = (consultationId: string, ids?: string[]) => ({
  consultationId,
  ids,
  language: "nl" as const,
  page: CODES,
});

/** Somebody who was invited reacts by their code. */
async function reacts(code: string, { statements }: Online, text: string) {
  const { address } = await beginReacting(await openConsultation(code), { groupId: "" });
  const { own } = await openParticipant(address);
  const statementId = statements[0] ?? null;
  await saveDrafts(own, { answers: [{ statementId, position: "agree", text, seen: 0 }] });
  await sendAnswers(own, {});
  return { own, address };
}

describe("a list of people", () => {
  test("is taken in whole or not at all, and once however often it comes", async () => {
    const { scope, online } = await held();
    const asked = { consultationId: online.consultationId, groupId: online.groupId };
    const wrong = `${PEOPLE}\ngeen adres`;
    const preview = await previewList(scope, { ...asked, list: wrong });
    expect(preview.faults).toMatchObject([{ line: 4, fault: "email" }]);
    await expect(addInvited(scope, { ...asked, list: wrong })).rejects.toMatchObject({
      fields: { list: "invitations.errors.lines" },
    });
    const none = await listInvitations(scope, online.consultationId);
    expect(none.totals.total).toBe(0);
    expect(await addInvited(scope, { ...asked, list: PEOPLE })).toEqual({
      added: 3,
      known: 0,
      moved: 0,
    });
    const more = `${PEOPLE}\ndik@proef.example`;
    expect(await previewList(scope, { ...asked, list: more })).toMatchObject({
      known: 3,
      fresh: [{ email: "dik@proef.example", group: expect.stringContaining("Ouders") }],
    });
    expect(await addInvited(scope, { ...asked, list: more })).toEqual({
      added: 1,
      known: 3,
      moved: 0,
    });
    expect((await listInvitations(scope, online.consultationId)).totals.groups).toEqual([
      { id: expect.any(String), name: expect.stringContaining("Ouders"), count: 4, reacted: 0 },
    ]);
    const found = await listInvitations(scope, online.consultationId, { search: "verborg" });
    expect(found.rows.map(({ person }) => person?.name)).toEqual(["Bo Verborgen"]);
  });

  test("who is in it stands nowhere to be read: not in the tables, and not in the log", async () => {
    const { scope, online } = await held();
    await invitedIn(scope, online.consultationId, PEOPLE);
    const db = await database();
    const rows = await db.select().from(invitation);
    const log = await db.select().from(audit).where(eq(audit.dossierId, scope.dossierId));
    expect(rows).toHaveLength(3);
    expect(JSON.stringify([rows, log])).not.toMatch(/proef\.example|Geheim|Verborgen/);
    // With another key nobody reads it, or finds by trying who is in it.
    vi.stubEnv("NEXTAUTH_SECRET", "another-secret-for-the-tests-on-this-machine");
    onTestFinished(() => void vi.unstubAllEnvs());
    const { rows: unread } = await listInvitations(scope, online.consultationId);
    expect(unread.map(({ person }) => person)).toEqual([null, null, null]);
    const tried = await previewList(scope, {
      consultationId: online.consultationId,
      list: PEOPLE,
      groupId: "",
    });
    expect(tried.known).toBe(0);
  });
});

describe("mails", () => {
  test("go out once, each with an address of its own, and what is refused says so", async () => {
    const server = await mailServer({ refused: { cas: 550 } });
    settings(server.env);
    const { scope, online } = await held();
    const { consultationId } = online;
    const { ids, codes } = await invitedIn(scope, consultationId, PEOPLE);
    await sendInvitations(scope, mailed(consultationId));
    await worked(scope, online);
    await worked(scope, online);
    expect(server.received.map(({ to }) => to[0]).sort()).toEqual([ADA, "bo@proef.example"]);
    for (const { mail: sent, raw } of server.received) {
      expect(sent.text).toContain(CODES);
      expect(codes.filter((code) => sent.text?.includes(code))).toHaveLength(1);
      expect(sent.html).toContain("Waarom krijgt u deze mail?");
      expect(raw).not.toContain("cas@");
    }
    const { rows, totals } = await listInvitations(scope, consultationId, { show: "failed" });
    expect(rows).toMatchObject([{ mail: "failed", reason: "address" }]);
    expect(totals).toMatchObject({ failed: 1, unsent: 0 });
    // Nobody is left, and who has the mail does not get it again.
    await expect(sendInvitations(scope, mailed(consultationId))).rejects.toThrow();
    await expect(sendInvitations(scope, mailed(consultationId, ids.slice(0, 1)))).rejects.toThrow();
    // The address was right after all: the same mail goes once more.
    await server.close();
    const again = await mailServer({ port: server.port });
    await sendInvitations(scope, mailed(consultationId, ids));
    await worked(scope, online);
    expect(again.received.map(({ to }) => to[0])).toEqual(["cas@proef.example"]);
  });

  test("remind once, and only who did not react; who that is shows nowhere", async () => {
    const server = await mailServer();
    settings(server.env);
    const { scope, online } = await held();
    const { consultationId } = online;
    const { codes } = await invitedIn(scope, consultationId, PEOPLE);
    await sendInvitations(scope, mailed(consultationId));
    await worked(scope, online);
    await reacts(codes[0] ?? "", online, "Ik reageerde.");
    server.received.length = 0;
    expect(await remindInvited(scope, mailed(consultationId))).toEqual({ count: 3 });
    await worked(scope, online);
    expect(server.received.map(({ to }) => to[0]).sort()).toEqual([
      "bo@proef.example",
      "cas@proef.example",
    ]);
    expect(server.received[0]?.mail.subject).toContain("Herinnering");
    const { rows } = await listInvitations(scope, consultationId);
    const shown = rows.map(({ remindedAt, reacted, mail: state }) => ({
      reminded: remindedAt !== null,
      reacted,
      state,
    }));
    expect(new Set(shown.map((one) => JSON.stringify(one))).size).toBe(1);
    await expect(remindInvited(scope, mailed(consultationId))).rejects.toThrow();
  });

  test("keep no address and no code: those are asked just before one goes, of what is so then", async () => {
    const server = await mailServer();
    settings(server.env);
    const { scope, online } = await held();
    const { consultationId } = online;
    const { ids, codes } = await invitedIn(scope, consultationId, PEOPLE);
    await sendInvitations(scope, mailed(consultationId));
    await queueInvitedJob.run({ dossierId: scope.dossierId, consultationId }, NEVER);
    const db = await database();
    for (const row of await db.select().from(mail)) {
      const kept = JSON.stringify(contentsOf(row.id, row.sealed));
      for (const secret of [...codes, "proef.example;", ADA, "Geheim"]) {
        expect(kept).not.toContain(secret);
      }
    }
    const { rows } = await listMails(administer(SYSTEM));
    expect(rows).toHaveLength(3);
    expect(rows.every(({ to, elsewhere }) => to === null && elsewhere)).toBe(true);
    // The end moves, one is withdrawn past the mails, and the code of one is wiped.
    const closesAt = "2031-05-06T10:00:00.000Z";
    await db.update(onlineConsultation).set({ closesAt });
    await withdrawInvited(scope, { consultationId, ids: ids.slice(1, 2) });
    await db
      .update(invitation)
      .set({ sealedCode: null })
      .where(eq(invitation.id, ids[2] ?? ""));
    await worked(scope, online);
    expect(server.received.map(({ to }) => to[0])).toEqual([ADA]);
    expect(server.received[0]?.mail.text).toContain("6 mei");
    expect(await db.$count(mail)).toBe(1);
  });

  test("are not sent after the end, and can be asked again when it is later", async () => {
    const server = await mailServer();
    settings(server.env);
    const { scope, online } = await held();
    const { consultationId } = online;
    const { ids } = await invitedIn(scope, consultationId, PEOPLE);
    const db = await database();
    const end = (endedAt: string | null) => db.update(onlineConsultation).set({ endedAt });
    await sendInvitations(scope, mailed(consultationId));
    await end(new Date().toISOString());
    await worked(scope, online);
    // None was made: they stand as who was never invited.
    expect(await db.$count(mail)).toBe(0);
    expect((await listInvitations(scope, consultationId)).totals).toMatchObject({ unsent: 3 });
    await end(null);
    await sendInvitations(scope, mailed(consultationId));
    await queueInvitedJob.run({ dossierId: scope.dossierId, consultationId }, NEVER);
    await end(new Date().toISOString());
    await worked(scope, online);
    expect(server.received).toEqual([]);
    const { rows } = await listInvitations(scope, consultationId, { show: "failed" });
    expect(rows.map(({ reason }) => reason)).toEqual(["tooLate", "tooLate", "tooLate"]);
    await end(null);
    await sendInvitations(scope, mailed(consultationId, ids));
    await worked(scope, online);
    expect(server.received).toHaveLength(3);
    await remindInvited(scope, mailed(consultationId));
    await end(new Date().toISOString());
    await worked(scope, online);
    await end(null);
    expect(await mailable(scope, consultationId, { template: "reminder", ids: [] })).toBe(3);
    expect(await remindInvited(scope, mailed(consultationId))).toEqual({ count: 3 });
  });

  test("remind nobody who reacted while the reminder waited", async () => {
    const server = await mailServer();
    settings(server.env);
    const { scope, online } = await held();
    const { consultationId } = online;
    const { codes } = await invitedIn(scope, consultationId, PEOPLE);
    await sendInvitations(scope, mailed(consultationId));
    await worked(scope, online);
    server.received.length = 0;
    await remindInvited(scope, mailed(consultationId));
    await queueInvitedJob.run({ dossierId: scope.dossierId, consultationId }, NEVER);
    await reacts(codes[0] ?? "", online, "Net op tijd.");
    await worked(scope, online);
    expect(server.received.map(({ to }) => to[0]).sort()).toEqual([
      "bo@proef.example",
      "cas@proef.example",
    ]);
  });

  test("and letters say nothing that the pages replace", async () => {
    const server = await mailServer();
    settings(server.env);
    const { scope, online } = await held();
    const { consultationId } = online;
    await (await database())
      .update(onlineConsultation)
      .set({ introduction: "Bel Marleen Ottens, de projectleider, op 06-12345678." });
    await invitedIn(scope, consultationId, PEOPLE);
    const page = await consultationPage(await openConsultation(online.code));
    expect(page.introduction).not.toMatch(/Ottens|12345678/);
    await sendInvitations(scope, mailed(consultationId, undefined));
    await worked(scope, online);
    expect(server.received).toHaveLength(3);
    for (const { raw, mail: sent } of server.received) {
      expect(`${raw} ${sent.text} ${sent.html}`).not.toMatch(/Ottens|12345678/);
    }
    const { rows } = await listInvitations(scope, consultationId);
    const ids = rows.map(({ id }) => id);
    const { words } = await printLetters(scope, { consultationId, ids, groupId: "" });
    expect(words.introduction).toBe(page.introduction);
    expect((await invitationWords(scope, consultationId)).introduction).toBe(page.introduction);
  });

  test("of who was withdrawn do not go, and their code opens nothing but what they sent", async () => {
    const server = await mailServer();
    settings(server.env);
    const { scope, online } = await held();
    const { consultationId } = online;
    const { ids, codes } = await invitedIn(scope, consultationId, PEOPLE);
    await sendInvitations(scope, mailed(consultationId));
    await queueInvitedJob.run({ dossierId: scope.dossierId, consultationId }, NEVER);
    const [sent = "", begun = "", never = ""] = codes;
    const { own, address } = await reacts(sent, online, "Dit blijft staan.");
    await beginReacting(await openConsultation(begun), { groupId: "" });
    await withdrawInvited(scope, { consultationId, ids });
    for (const code of [begun, never]) {
      await expect(openConsultation(code)).rejects.toThrow(NotFound);
      await expect(openParticipant(code)).rejects.toThrow(NotFound);
    }
    const open = await openConsultation(online.code);
    await expect(openParticipant(address, open)).rejects.toThrow(NotFound);
    await worked(scope, online);
    expect(server.received).toEqual([]);
    expect((await ownAnswers(own)).answers).toMatchObject([{ text: "Dit blijft staan." }]);
    expect((await listInvitations(scope, consultationId)).totals.withdrawn).toBe(3);
    // What they sent they read and take back, and no more.
    const at = await openConsultation(sent);
    expect(await consultationPage(at)).toMatchObject({ state: "closed", withdrawn: true });
    const theirs = (await openParticipant(sent, at)).own;
    await expect(beginReacting(at, { groupId: "" })).rejects.toThrow();
    const [statementId = null] = online.statements;
    const change = { statementId, position: "agree" as const, text: "Anders.", seen: 0 };
    await expect(saveDrafts(theirs, { answers: [change] })).rejects.toMatchObject({
      key: "participation.errors.withdrawn",
    });
    const kept = { participantId: theirs.participantId, statementId, text: "Van daarvoor." };
    await (await database()).insert(draftAnswer).values(kept);
    await expect(sendAnswers(theirs, {})).rejects.toMatchObject({
      key: "participation.errors.withdrawn",
    });
    expect(await withdrawAnswers(theirs, {})).toEqual({ count: 1 });
    // And they can be invited again, as somebody else.
    expect(await invitedIn(scope, consultationId, PEOPLE)).toMatchObject({
      codes: expect.arrayContaining([expect.stringMatching(/^[a-z2-9]/)]),
    });
    expect((await listInvitations(scope, consultationId)).totals).toMatchObject({
      total: 6,
      withdrawn: 3,
    });
  });
});

describe("who comes by a code", () => {
  test("is the same person on every device, of the group that is known", async () => {
    const { scope, online } = await held();
    const { codes } = await invitedIn(scope, online.consultationId, ADA, online.groupId);
    const [code = ""] = codes;
    const at = await openConsultation(code.toUpperCase());
    expect(at).toMatchObject({ invited: true, groupId: online.groupId });
    const [one, other] = await Promise.all([
      beginReacting(at, { groupId: "" }),
      beginReacting(await openConsultation(code), { groupId: "" }),
    ]);
    expect(other).toEqual(one);
    const { own } = await openParticipant(code);
    expect((await ownAnswers(own)).group?.id).toBe(online.groupId);
  });

  test("is let in where only who is invited may react, and nobody else is", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope, { admits: "invited" });
    const { codes } = await invitedIn(scope, online.consultationId, ADA);
    expect(online.code).not.toBe("");
    for (const code of [online.code, online.groupCode]) {
      await expect(openConsultation(code)).rejects.toThrow(NotFound);
    }
    await reacts(codes[0] ?? "", online, "Ik mag dit.");
    // It can be opened to everybody later, and not the other way around.
    const change = async (admits: "anyone" | "invited") => {
      const { consultationId } = online;
      const overview = await consultationOverview(scope, consultationId);
      const lockVersion = overview?.lockVersion ?? 0;
      return changeOnline(scope, { ...SETTINGS, consultationId, lockVersion, admits });
    };
    await change("anyone");
    await openConsultation(online.code);
    await expect(change("invited")).rejects.toMatchObject({
      fields: { admits: "participation.errors.narrower" },
    });
  });

  test("cannot say another group than they were invited as", async () => {
    const { scope, online } = await held();
    const { codes } = await invitedIn(scope, online.consultationId, ADA, online.groupId);
    const [code = ""] = codes;
    const { id } = await addGroup(scope, { name: `Scholen ${code.slice(0, 4)}` });
    await beginReacting(await openConsultation(code), { groupId: id });
    const { own } = await openParticipant(code);
    expect((await ownAnswers(own)).group?.id).toBe(online.groupId);
    await chooseGroup(own, { groupId: id });
    expect((await ownAnswers(own)).group?.id).toBe(online.groupId);
  });

  test("is shown to have reacted with four others of their group, and until then nothing tells it", async () => {
    const { scope, online } = await held();
    const { consultationId } = online;
    const school = await addGroup(scope, { name: "Scholen apart" });
    const parents = Array.from({ length: 6 }, (_, i) => `;Ouder ${i}`).join("\n");
    await invitedIn(scope, consultationId, parents, online.groupId);
    const { ids, codes } = await invitedIn(scope, consultationId, ";De school", school.id);
    const [schoolId = "", schoolCode = ""] = [ids[6], codes[6]];
    for (const code of codes.slice(0, 4)) await reacts(code, online, "Iets.");
    await reacts(schoolCode, online, "Van de enige school.");
    await tended(scope, online);
    const db = await database();
    const reacted = async () =>
      (await listInvitations(scope, consultationId)).rows
        .filter((row) => row.reacted)
        .map(({ person }) => person?.name);
    // Five reacted, and no five of one group.
    expect(await reacted()).toEqual([]);
    const before = await db.select().from(invitation);
    expect(before.filter((row) => row.reacted || row.sealedCode === null)).toEqual([]);
    // Of who reacted a letter is made as of everybody.
    for (const id of ids) {
      const { letters } = await printLetters(scope, { consultationId, ids: [id], groupId: "" });
      expect(letters).toHaveLength(1);
    }
    await reacts(codes[4] ?? "", online, "Iets.");
    await tended(scope, online);
    expect(await reacted()).toEqual(["Ouder 0", "Ouder 1", "Ouder 2", "Ouder 3", "Ouder 4"]);
    const after = await db.select().from(invitation);
    expect(after.filter(({ sealedCode }) => sealedCode === null)).toHaveLength(5);
    const people = JSON.stringify(await db.select().from(participant));
    for (const row of after) {
      expect(people).not.toContain(row.id);
      expect(people).not.toContain(row.codeSha256);
    }
    for (const code of codes.slice(0, 5)) expect(people).toContain(sha256(code));
    // One more, and the only school, after closing as well.
    await reacts(codes[5] ?? "", online, "Iets.");
    await db.update(onlineConsultation).set({ endedAt: new Date().toISOString() });
    await tended(scope, online);
    expect(await reacted()).toHaveLength(5);
    expect(
      (await listInvitations(scope, consultationId, { show: "silent" })).rows.map(({ id }) => id),
    ).toContain(schoolId);
    // Who reacted goes on with their link all the same.
    await openConsultation(codes[0] ?? "");
  });
});

test("a letter is no mail: who got one can still be mailed", async () => {
  const server = await mailServer();
  settings(server.env);
  const { scope, online } = await held();
  const { consultationId } = online;
  const { ids } = await invitedIn(scope, consultationId, PEOPLE);
  await printLetters(scope, { consultationId, ids: ids.slice(0, 1), groupId: "" });
  const { rows, totals } = await listInvitations(scope, consultationId);
  expect(rows[0]).toMatchObject({ askedAt: null, letterAt: expect.any(String), mail: null });
  expect(totals).toMatchObject({ unsent: 2, silent: 1 });
  expect(await mailable(scope, consultationId, { template: "invitation", ids: [] })).toBe(2);
  await sendInvitations(scope, mailed(consultationId, ids));
  await worked(scope, online);
  expect(server.received).toHaveLength(3);
});

test("a list that comes again with another group moves who is there, and only what was looked at is done", async () => {
  const { scope, online } = await held();
  const { consultationId, groupId } = online;
  await invitedIn(scope, consultationId, PEOPLE);
  const { name } = (await groupsOf(await database(), scope.dossierId)).find(
    ({ id }) => id === groupId,
  ) ?? { name: "" };
  const asked = { consultationId, groupId: "", list: `${ADA};Ada Geheim;${name}` };
  const looked = await previewList(scope, asked);
  expect(looked).toMatchObject({ known: 1, fresh: [], moved: [{ email: ADA, group: name }] });
  await expect(
    addInvited(scope, { ...asked, list: "dik@proef.example", seen: looked.seen }),
  ).rejects.toMatchObject({ fields: { list: "invitations.errors.listChanged" } });
  expect(await addInvited(scope, { ...asked, seen: looked.seen })).toEqual({
    added: 0,
    known: 1,
    moved: 1,
  });
  const { rows, total } = await listInvitations(scope, consultationId);
  expect(total).toBe(3);
  expect(rows.map(({ group }) => group)).toEqual([name, null, null]);
  // Who has a group keeps it where a list names none.
  expect(await previewList(scope, { ...asked, list: ADA })).toMatchObject({ moved: [] });
  // What cannot be done is not promised.
  const many = Array.from({ length: MAX_INVITED - 2 }, (_, i) => `m${i}@proef.example`).join("\n");
  await expect(previewList(scope, { ...asked, list: many })).rejects.toMatchObject({
    fields: { list: "invitations.errors.tooMany" },
  });
  await (await database()).update(onlineConsultation).set({ endedAt: new Date().toISOString() });
  await expect(previewList(scope, asked)).rejects.toMatchObject({
    key: "invitations.errors.closed",
  });
});

test("nobody is kept longer than a letter told them, and nobody vanishes while it is prepared", async () => {
  const { scope, online } = await held();
  const { consultationId } = online;
  const { ids } = await invitedIn(scope, consultationId, PEOPLE);
  const db = await database();
  const ends = (closesAt: string | null) => db.update(onlineConsultation).set({ closesAt });
  await ends("2030-03-01T10:00:00.000Z");
  const { letters } = await printLetters(scope, {
    consultationId,
    ids: ids.slice(0, 1),
    groupId: "",
  });
  expect(letters[0]?.keptUntil).toBe("2030-03-29");
  await ends("2031-03-01T10:00:00.000Z");
  const again = await printLetters(scope, { consultationId, ids, groupId: "" });
  expect(again.letters.map(({ keptUntil }) => keptUntil).sort()).toEqual([
    "2030-03-29",
    "2031-03-29",
    "2031-03-29",
  ]);
  await db
    .update(invitation)
    .set({ keptUntil: "2026-01-01" })
    .where(eq(invitation.id, ids[0] ?? ""));
  await db.update(invitation).set({ createdAt: "2025-01-01T00:00:00.000Z" });
  await tended(scope, online);
  const kept = async () =>
    (await db.select().from(invitation)).filter(({ sealed }) => sealed !== null).length;
  expect(await kept()).toBe(2);
  await db.update(invitation).set({ keptUntil: null });
  await ends(null);
  await tended(scope, online);
  expect(await kept()).toBe(2);
  expect((await invitationWords(scope, consultationId)).closesAt).toBeNull();
});

test("a letter has the code and the name of one person, and none is made of who was withdrawn", async () => {
  const { scope, online } = await held();
  const { consultationId } = online;
  const list = ';Şükran Yıldız;;"Plein 1, 0000 AA Stad"\n;Bo Verborgen';
  const { ids, codes } = await invitedIn(scope, consultationId, list);
  await withdrawInvited(scope, { consultationId, ids: ids.slice(1) });
  const { words, letters } = await printLetters(scope, { consultationId, groupId: "" });
  expect(letters).toEqual([
    {
      to: ["Şükran Yıldız", "Plein 1", "0000 AA Stad"],
      name: "Şükran Yıldız",
      code: codes[0],
      keptUntil: expect.stringMatching(/^\d{4}-/),
    },
  ]);
  const bytes = await lettersPdf(
    words,
    letters.map((letter) => ({ ...letter, address: `${CODES}${letter.code}` })),
    { say: sentencesIn("nl"), site: "proef.example/inbreng", language: "nl" },
  );
  const { text } = await extractText(bytes, { mergePages: true });
  expect(text).toContain("Şükran Yıldız");
  expect(text).toContain((codes[0] ?? "").toUpperCase());
  expect(text).toContain("proef.example/inbreng");
  const group = await printLetters(scope, { consultationId, groupId: online.groupId });
  expect(group.letters).toMatchObject([{ code: online.groupCode, name: "" }]);
  expect((await listInvitations(scope, consultationId)).totals.unsent).toBe(0);
});

test("after the term nobody can say any more who was invited, and the log says that it was done", async () => {
  const { scope, online } = await held();
  const { consultationId } = online;
  const { codes } = await invitedIn(scope, consultationId, PEOPLE);
  await reacts(codes[0] ?? "", online, "Dit blijft.");
  await endOnline(scope, { consultationId, lockVersion: 3 });
  const db = await database();
  await tended(scope, online);
  // One of a group is never shown to have reacted.
  expect((await listInvitations(scope, consultationId)).rows[0]).toMatchObject({ reacted: false });
  await db.execute(sql`update online_consultation set ended_at = now() - interval '29 days',
    answer_by = null where consultation_id = ${consultationId}`);
  // What a person did to a clock is no act of anybody: the log is not asked of it.
  const due = await tendInvitedJob.due?.(db);
  expect(due).toEqual([]);
  await tended(scope, online);
  const rows = await db.select().from(invitation);
  expect(rows).toHaveLength(3);
  for (const row of rows) {
    expect(row).toMatchObject({ sealed: null, personKey: null, sealedCode: null });
  }
  const { rows: listed, totals } = await listInvitations(scope, consultationId);
  expect(listed.map(({ person }) => person)).toEqual([null, null, null]);
  expect(totals.reacted).toBe(0);
  const [entry] = await rowsOf<{ actor: string; after: string }>(
    db,
    sql`select actor_name as actor, entity_id as after from audit
      where action = 'invitation.forget' and entity_id = ${consultationId}`,
  );
  expect(entry).toMatchObject({ actor: "achtergrondtaak: uitnodigingen", after: consultationId });
  const kept = await db
    .select({ state: answer.state })
    .from(answer)
    .where(eq(answer.consultationId, consultationId));
  expect(kept).toEqual([{ state: "placed" }]);
});

test("the log of all of it is whole", async () => {
  const { scope, online } = await held();
  const { consultationId } = online;
  const { ids } = await invitedIn(scope, consultationId, PEOPLE);
  await sendInvitations(scope, mailed(consultationId));
  await printLetters(scope, { consultationId, ids, groupId: "" });
  await withdrawInvited(scope, { consultationId, ids });
  const { faults } = await verifyAudit(administer(SYSTEM));
  expect(faults).toEqual([]);
});
