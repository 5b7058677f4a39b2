import { eq, sql } from "drizzle-orm";
import { extractText } from "unpdf";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { database, rowsOf } from "@/db/client";
import { sha256 } from "@/db/hash";
import { answer, audit, invitation, mail, participant } from "@/db/schema";
import { administer } from "@/domain/accounts/gate";
import { verifyAudit } from "@/domain/audit/queries";
import {
  addInvited,
  printLetters,
  remindInvited,
  sendInvitations,
  withdrawInvited,
} from "@/domain/invitations/commands";
import { queueInvitedJob, tendInvitedJob } from "@/domain/invitations/jobs";
import { listInvitations, previewList } from "@/domain/invitations/queries";
import { lettersPdf } from "@/domain/invitations/render/letters";
import { NotFound } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { sendMailJob } from "@/domain/mail/jobs";
import {
  beginReacting,
  changeOnline,
  endOnline,
  saveDrafts,
  sendAnswers,
} from "@/domain/participation/commands";
import { openConsultation, openParticipant } from "@/domain/participation/gate";
import { consultationOverview, ownAnswers } from "@/domain/participation/queries";
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
    expect(await addInvited(scope, { ...asked, list: PEOPLE })).toEqual({ added: 3, known: 0 });
    const more = `${PEOPLE}\ndik@proef.example`;
    expect(await previewList(scope, { ...asked, list: more })).toMatchObject({
      known: 3,
      fresh: [{ email: "dik@proef.example", group: expect.stringContaining("Ouders") }],
    });
    expect(await addInvited(scope, { ...asked, list: more })).toEqual({ added: 1, known: 3 });
    expect((await listInvitations(scope, online.consultationId)).totals.groups).toEqual([
      { name: expect.stringContaining("Ouders"), count: 4 },
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
    const shown = rows.map(({ remindedAt, reminderFailed, reacted, mail: state }) => ({
      reminded: remindedAt !== null,
      reminderFailed,
      reacted,
      state,
    }));
    expect(new Set(shown.map((one) => JSON.stringify(one))).size).toBe(1);
    await expect(remindInvited(scope, mailed(consultationId))).rejects.toThrow();
  });

  test("a withdrawn invitation stops at once: its code, its participant, and a mail that waits", async () => {
    const server = await mailServer();
    settings(server.env);
    const { scope, online } = await held();
    const { consultationId } = online;
    const { ids, codes } = await invitedIn(scope, consultationId, PEOPLE);
    await sendInvitations(scope, mailed(consultationId));
    await queueInvitedJob.run({ dossierId: scope.dossierId, consultationId }, NEVER);
    const { own, address } = await reacts(codes[0] ?? "", online, "Dit blijft staan.");
    await withdrawInvited(scope, { consultationId, ids });
    for (const code of codes) await expect(openConsultation(code)).rejects.toThrow(NotFound);
    await expect(openParticipant(address)).rejects.toThrow(NotFound);
    const open = await openConsultation(online.code);
    await expect(openParticipant(address, open)).rejects.toThrow(NotFound);
    await worked(scope, online);
    expect(server.received).toEqual([]);
    expect((await ownAnswers(own)).answers).toMatchObject([{ text: "Dit blijft staan." }]);
    expect((await listInvitations(scope, consultationId)).totals.withdrawn).toBe(3);
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

  test("nothing in the tables leads from an invitation to what was written, once the day is over", async () => {
    const { scope, online } = await held();
    const list = Array.from({ length: 6 }, (_, i) => `p${i}@proef.example`).join("\n");
    const { codes } = await invitedIn(scope, online.consultationId, list);
    for (const code of codes.slice(0, 4)) await reacts(code, online, "Iets.");
    await tended(scope, online);
    const db = await database();
    const after = await db.select().from(invitation);
    // Known inside, so that nobody is reminded; not shown, for they are few.
    expect(after.filter(({ reacted }) => reacted)).toHaveLength(4);
    expect(after.filter(({ reacted, sealedCode }) => reacted && sealedCode !== null)).toEqual([]);
    expect((await listInvitations(scope, online.consultationId)).totals.reacted).toBe(0);
    const people = JSON.stringify(await db.select().from(participant));
    for (const row of after) {
      expect(people).not.toContain(row.id);
      expect(people).not.toContain(row.codeSha256);
    }
    for (const code of codes.slice(0, 4)) expect(people).toContain(sha256(code));
    await reacts(codes[4] ?? "", online, "Iets.");
    await tended(scope, online);
    expect((await listInvitations(scope, online.consultationId)).totals.reacted).toBe(5);
    // Who reacted goes on with their link all the same.
    await openConsultation(codes[0] ?? "");
  });
});

test("a letter has the code and the name of one person, and none is made of who was withdrawn", async () => {
  const { scope, online } = await held();
  const { consultationId } = online;
  const list = ';Şükran Yıldız;;"Plein 1, 0000 AA Stad"\n;Bo Verborgen';
  const { ids, codes } = await invitedIn(scope, consultationId, list);
  await withdrawInvited(scope, { consultationId, ids: ids.slice(1) });
  const { words, letters } = await printLetters(scope, { consultationId, groupId: "" });
  expect(letters).toEqual([
    { to: ["Şükran Yıldız", "Plein 1", "0000 AA Stad"], name: "Şükran Yıldız", code: codes[0] },
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
  expect((await listInvitations(scope, consultationId)).rows[0]).toMatchObject({ reacted: true });
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
  expect(totals.reacted).toBe(1);
  const [entry] = await rowsOf<{ actor: string; after: string }>(
    db,
    sql`select actor_name as actor, entity_id as after from audit where action = 'invitation.forget'`,
  );
  expect(entry).toMatchObject({ actor: "achtergrondtaak: uitnodigingen", after: consultationId });
  const kept = await db
    .select({ state: answer.state })
    .from(answer)
    .where(eq(answer.consultationId, consultationId));
  expect(kept).toEqual([{ state: "waiting" }]);
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
