import { eq, sql } from "drizzle-orm";
import sharp from "sharp";
import { expect, test } from "vitest";
import { database, rowsOf } from "@/db/client";
import {
  answer,
  answerFile,
  audit,
  onlineConsultation,
  participant,
  sourceFile,
} from "@/db/schema";
import { administer } from "@/domain/accounts/gate";
import { verifyAudit } from "@/domain/audit/queries";
import { addCoreValue } from "@/domain/core-values/commands";
import { Forbidden, type Invalid, NotFound } from "@/domain/kernel/errors";
import type { ParticipantScope, ReaderScope } from "@/domain/kernel/scope";
import {
  attachFile,
  changeOnline,
  copyOnline,
  endOnline,
  removeFile,
  sendAnswers,
  withdrawAnswers,
} from "@/domain/participation/commands";
import { openConsultation, openParticipant } from "@/domain/participation/gate";
import { searchWrittenJob, wipeConsultationJob } from "@/domain/participation/jobs";
import { MAX_FILE_BYTES } from "@/domain/participation/model";
import {
  consultationOverview,
  consultationPage,
  othersReactions,
  ownAnswers,
  reactionFile,
  reactionFileBytes,
} from "@/domain/participation/queries";
import { freshDatabase } from "../database";
import { pdfFile, wordFile } from "../factories/answer-files";
import { type Online, onlineIn, participantIn, SETTINGS, typed } from "../factories/participation";
import { dossierOf, memberOf, SYSTEM } from "../factories/people";
import { photo } from "../factories/pictures";

freshDatabase();

const whole = async () => (await verifyAudit(administer(SYSTEM))).faults;
const openTo = (scope: ReaderScope) => onlineIn(scope, { takesFiles: "yes" });
const pdf = { fileName: "brief.pdf", bytes: pdfFile() };

const attach = (
  own: ParticipantScope,
  { statements }: Online,
  file: { fileName: string; bytes: Uint8Array } = pdf,
  n = 0,
) => attachFile(own, { statementId: statements[n] ?? null, ...file });

/** Somebody who sent a reaction with a file. */
async function sentWithFile(scope: ReaderScope, file = pdf) {
  // What was written is searched before another consultation opens.
  await searchWrittenJob.run({ dossierId: scope.dossierId }, new AbortController().signal);
  const online = await openTo(scope);
  const { own } = await participantIn(online);
  await typed(own, online, ["Zie de brief."]);
  await attach(own, online, file);
  await sendAnswers(own, {});
  return { online, own, reactionId: await reactionOf(own) };
}

async function reactionOf(own: ParticipantScope): Promise<string> {
  const [row] = await (await database())
    .select({ id: answer.reactionId })
    .from(answer)
    .where(eq(answer.participantId, own.participantId));
  return row?.id ?? "";
}

/** Files that are kept of somebody, and whose bytes are there. */
async function kept(own: ParticipantScope) {
  return (await database())
    .select({ name: answerFile.fileName, sent: answerFile.sent, bytes: sourceFile.sourceId })
    .from(answerFile)
    .leftJoin(sourceFile, eq(sourceFile.sourceId, answerFile.id))
    .where(eq(answerFile.participantId, own.participantId));
}

async function bytesOf(scope: ReaderScope, reactionId: string): Promise<Buffer> {
  const { pieces } = await reactionFileBytes(scope, reactionId);
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(piece);
  return Buffer.concat(parts);
}

const refused = async (promise: Promise<unknown>) => {
  const error = (await promise.catch((thrown: unknown) => thrown)) as Invalid;
  return JSON.stringify([error.key, error.fields ?? {}]);
};

test("a file is the participant's alone until they send, and then its author's too", async () => {
  const scope = await dossierOf();
  const online = await openTo(scope);
  const { own } = await participantIn(online);
  await attach(own, online);
  await typed(own, online, ["Zie de brief."]);
  expect((await ownAnswers(own)).files).toMatchObject([{ fileName: "brief.pdf", sent: false }]);
  await sendAnswers(own, {});
  const reactionId = await reactionOf(own);
  expect((await ownAnswers(own)).files).toMatchObject([{ fileName: "brief.pdf", sent: true }]);
  expect(await reactionFile(scope, reactionId)).toMatchObject({
    fileName: "brief.pdf",
    kind: "pdf",
  });
  expect(await bytesOf(scope, reactionId)).toEqual(Buffer.from(pdf.bytes));
  expect(await whole()).toEqual([]);
  // The log says that, and never what it is called: a name of a file may be that of a person.
  const rows = await (await database()).select().from(audit).where(eq(audit.entityId, reactionId));
  expect(rows.length).toBe(2);
  expect(JSON.stringify(rows)).not.toContain("brief");
});

test("one that was not sent is nobody else's, also when the answer itself was", async () => {
  const scope = await dossierOf();
  const online = await openTo(scope);
  const { own } = await participantIn(online);
  await typed(own, online, ["Eerst zonder."]);
  await sendAnswers(own, {});
  const reactionId = await reactionOf(own);
  await attach(own, online);
  expect(await reactionFile(scope, reactionId)).toBeNull();
  await expect(reactionFileBytes(scope, reactionId)).rejects.toThrow(NotFound);
  // With nothing else to send, it is sent.
  const { number } = await sendAnswers(own, {});
  expect(number).toBe((await ownAnswers(own)).number);
  expect(await reactionFile(scope, reactionId)).not.toBeNull();
  // Another one stands beside it until it is sent, and then in its place.
  await attach(own, online, { fileName: "nieuw.docx", bytes: await wordFile() });
  expect(await reactionFile(scope, reactionId)).toMatchObject({ kind: "pdf" });
  await sendAnswers(own, {});
  expect(await reactionFile(scope, reactionId)).toMatchObject({ fileName: "nieuw.docx" });
  expect(await kept(own)).toHaveLength(1);
  expect(await whole()).toEqual([]);
});

test("only who may see names reads it: in a file nothing is replaced", async () => {
  const scope = await dossierOf();
  const { online, own, reactionId } = await sentWithFile(scope);
  for (const role of ["reviewer", "stakeholder"] as const) {
    const other = (await memberOf(scope, role)) as ReaderScope;
    const said = await reactionFile(other, reactionId).catch(() => null);
    expect(said, role).toBeNull();
    await expect(reactionFileBytes(other, reactionId), role).rejects.toThrow(Forbidden);
  }
  const stranger = await dossierOf();
  expect(await reactionFile(stranger, reactionId)).toBeNull();
  await expect(reactionFileBytes(stranger, reactionId)).rejects.toThrow(NotFound);
  for (const wrong of ["x", "", own.participantId]) {
    await expect(reactionFileBytes(scope, wrong)).rejects.toThrow(NotFound);
  }
  // Nor does anybody who reacts, wherever.
  const at = await openConsultation(online.code);
  expect(JSON.stringify(await consultationPage(at))).not.toContain("brief.pdf");
  expect(JSON.stringify([...((await othersReactions(at, own))?.byStatement ?? [])])).not.toContain(
    "brief.pdf",
  );
  const { own: other } = await participantIn(online);
  expect((await ownAnswers(other)).files).toEqual([]);
});

test("what it is, is told by what it holds, and what does something by itself is refused", async () => {
  const scope = await dossierOf();
  const online = await openTo(scope);
  const { own } = await participantIn(online);
  const text = (words: string) => new TextEncoder().encode(words);
  const external =
    '<Relationship Type="http://x/attachedTemplate" Target="http://boos.example/a.dotm" TargetMode="External"/>';
  const wrong: [string, Uint8Array, string][] = [
    ["brief.pdf", text("<html><script>alert(1)</script></html>"), "fileKind"],
    ["foto.svg", text("<svg xmlns='http://www.w3.org/2000/svg'/>"), "fileKind"],
    ["brief.pdf", text("MZ\u0000\u0000"), "fileKind"],
    ["lijst.csv", text("a;b"), "fileKind"],
    ["leeg.pdf", new Uint8Array(), "fileKind"],
    ["brief.pdf", pdfFile("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), "fileActive"],
    ["brief.pdf", pdfFile("/AA << /S /J#53 >>"), "fileActive"],
    ["brief.pdf", pdfFile("/A << /S /Launch >>"), "fileActive"],
    ["brief.pdf", pdfFile("/Names << /EmbeddedFiles 3 0 R >>"), "fileActive"],
    ["brief.docx", await wordFile({ "word/vbaProject.bin": "x" }), "fileActive"],
    ["brief.docx", await wordFile({ "word/embeddings/oleObject1.bin": "x" }), "fileActive"],
    ["brief.docx", await wordFile({ "word/activeX/activeX1.xml": "x" }), "fileActive"],
    ["brief.docx", await wordFile({ "word/_rels/settings.xml.rels": external }), "fileActive"],
    ["groot.pdf", new Uint8Array(MAX_FILE_BYTES + 1), "fileTooLarge"],
  ];
  for (const [fileName, bytes, why] of wrong) {
    const said = await refused(attach(own, online, { fileName, bytes }));
    expect(said, `${fileName} ${why}`).toContain(`participation.errors.${why}`);
  }
  expect(await kept(own)).toEqual([]);
  // What is only called otherwise gets the ending of what it is.
  const ownDisk = external.replace(
    "http://boos.example/a.dotm",
    "file:///C:\\Sjablonen\\brief.dotx",
  );
  const local = await wordFile({ "word/_rels/settings.xml.rels": ownDisk });
  await attach(own, online, { fileName: "../../brief.exe", bytes: local });
  expect(await kept(own)).toMatchObject([{ name: "brief.docx" }]);
});

test("of a photo only the image is kept", async () => {
  const scope = await dossierOf();
  const { reactionId } = await sentWithFile(scope, { fileName: "IMG_1.JPG", bytes: await photo() });
  expect(await reactionFile(scope, reactionId)).toMatchObject({
    fileName: "IMG_1.webp",
    kind: "picture",
  });
  const bytes = await bytesOf(scope, reactionId);
  expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  expect(bytes.includes("Kwartelnest")).toBe(false);
});

test("only where its author allows it, while it is open, at what is asked there", async () => {
  const scope = await dossierOf();
  const closed = await onlineIn(scope);
  const { own: without } = await participantIn(closed);
  expect(await refused(attach(without, closed))).toContain("noFiles");
  const online = await openTo(scope);
  const { own, address } = await participantIn(online);
  await expect(
    attachFile(own, { ...pdf, statementId: closed.statements[0] ?? "" }),
  ).rejects.toThrow(NotFound);
  await attachFile(own, { ...pdf, statementId: null });
  const { lockVersion } = (await consultationOverview(scope, online.consultationId)) ?? {};
  await endOnline(scope, { consultationId: online.consultationId, lockVersion: lockVersion ?? 0 });
  expect(await refused(attach((await openParticipant(address)).own, online))).toContain("closed");
  // It is still theirs to take away.
  expect(await removeFile(own, { statementId: null })).toEqual({ sent: false });
  expect(await kept(own)).toEqual([]);
});

test("a file alone is no reaction: it waits until something is said with it", async () => {
  const scope = await dossierOf();
  const online = await openTo(scope);
  const { own } = await participantIn(online);
  await attach(own, online);
  expect(await refused(sendAnswers(own, {}))).toContain("nothing");
  await typed(own, online, [null, "Iets anders."]);
  expect(await refused(sendAnswers(own, {}))).toContain("checkFirst");
  expect((await ownAnswers(own)).drafts).toHaveLength(1);
  await typed(own, online, ["Zie de brief."]);
  await sendAnswers(own, {});
  expect((await ownAnswers(own)).files).toMatchObject([{ sent: true }]);
});

test("sent twice by one press it is one file, and as much as fits is kept", async () => {
  const scope = await dossierOf();
  const online = await openTo(scope);
  const { own } = await participantIn(online);
  const asked = { statementId: online.statements[0] ?? "", ...pdf };
  const first = await attachFile(own, asked, { key: "een" });
  expect(await attachFile(own, asked, { key: "een" })).toEqual(first);
  await attach(own, online, { fileName: "b.pdf", bytes: pdfFile("/B 1") });
  expect(await kept(own)).toMatchObject([{ name: "b.pdf" }]);
  // Two at the same moment are one after the other.
  await Promise.all([attach(own, online), attach(own, online)]);
  expect(await kept(own)).toHaveLength(1);
  const db = await database();
  await db.update(answerFile).set({ byteSize: 20 * 1024 * 1024 - 10 });
  expect(await refused(attach(own, online, pdf, 1))).toContain("ownFilesFull");
});

test("it goes with what is taken back, by itself, and after the term", async () => {
  const scope = await dossierOf();
  const first = await sentWithFile(scope);
  await withdrawAnswers(first.own, {});
  expect(await kept(first.own)).toEqual([]);

  // Also where the words cannot be erased, for something rests on them.
  const used = await sentWithFile(scope);
  await addCoreValue(scope, { name: "Op tijd", reactionIds: [used.reactionId] });
  await withdrawAnswers(used.own, {});
  expect(await reactionFile(scope, used.reactionId)).toBeNull();

  const alone = await sentWithFile(scope);
  expect(await removeFile(alone.own, { statementId: alone.online.statements[0] ?? "" })).toEqual({
    sent: true,
  });
  expect(await reactionFile(scope, alone.reactionId)).toBeNull();
  expect((await ownAnswers(alone.own)).answers).toMatchObject([{ text: "Zie de brief." }]);

  const over = await sentWithFile(scope);
  const { consultationId } = over.online;
  const unsent = await participantIn(over.online);
  await attach(unsent.own, over.online);
  const db = await database();
  const past = "2026-01-01T12:00:00Z";
  await db
    .update(onlineConsultation)
    .set({ closesAt: past, endedAt: past })
    .where(eq(onlineConsultation.consultationId, consultationId));
  await wipeConsultationJob.run(
    { dossierId: scope.dossierId, consultationId },
    new AbortController().signal,
  );
  const [left] = await rowsOf<{ n: number; bytes: number }>(
    db,
    sql`select (select count(*)::int from answer_file f join participant p on p.id = f.participant_id
          where p.consultation_id = ${consultationId}) as n,
        (select count(*)::int from source_file f where not exists (select from source s where s.id = f.source_id)
          and not exists (select from source_version v where v.id = f.source_id)
          and not exists (select from answer_file a where a.id = f.source_id)) as bytes`,
  );
  expect(left).toEqual({ n: 0, bytes: 0 });
  expect(await reactionFile(scope, over.reactionId)).toBeNull();
  const people = await db
    .select()
    .from(participant)
    .where(eq(participant.consultationId, consultationId));
  expect(people).toHaveLength(1);
  expect(await whole()).toEqual([]);
});

test("the choice goes along when a consultation is copied, and files stay where they are", async () => {
  const scope = await dossierOf();
  const { online, reactionId } = await sentWithFile(scope);
  const { consultationId } = online;
  const copy = await copyOnline(scope, { consultationId, title: "Nog eens" });
  expect(await consultationOverview(scope, copy.id)).toMatchObject({ takesFiles: true });
  // Who allows no more files keeps those that came.
  const { lockVersion = 0 } = (await consultationOverview(scope, consultationId)) ?? {};
  await changeOnline(scope, { ...SETTINGS, consultationId, lockVersion });
  expect(await consultationOverview(scope, consultationId)).toMatchObject({ takesFiles: false });
  expect(await reactionFile(scope, reactionId)).not.toBeNull();
});
