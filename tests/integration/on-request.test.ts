import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database, rowsOf } from "@/db/client";
import { audit, participant } from "@/db/schema";
import { administer } from "@/domain/accounts/gate";
import { verifyAudit } from "@/domain/audit/queries";
import { addCoreValue } from "@/domain/core-values/commands";
import { Forbidden, NotFound } from "@/domain/kernel/errors";
import {
  attachFile,
  removeParticipant,
  saveDrafts,
  sendAnswers,
  viewParticipant,
} from "@/domain/participation/commands";
import { openParticipant } from "@/domain/participation/gate";
import { searchWrittenJob } from "@/domain/participation/jobs";
import { getReaction } from "@/domain/reactions/queries";
import { freshDatabase } from "../database";
import { pdfFile } from "../factories/answer-files";
import { onlineIn, participantIn, sentIn, typed } from "../factories/participation";
import { dossierOf, memberOf, SYSTEM } from "../factories/people";

freshDatabase();

const whole = async () => (await verifyAudit(administer(SYSTEM))).faults;
const REASON = "Op verzoek, telefonisch.";

/** Somebody who sent two reactions and a file, on one of which something rests, and typed more. */
async function somebody() {
  const scope = await dossierOf();
  const online = await onlineIn(scope, { takesFiles: "yes" });
  const { consultationId, statements } = online;
  const { own, address } = await participantIn({ code: online.groupCode });
  await typed(own, online, ["Mijn geheime kwartelnest.", "De bus komt te laat."]);
  const file = { fileName: "brief van Jan.pdf", bytes: pdfFile() };
  await attachFile(own, { statementId: statements[0] ?? "", ...file });
  const { number } = await sendAnswers(own, {});
  const of = { consultationId, number };
  const [, used] = (await viewParticipant(scope, of)).answers;
  await addCoreValue(scope, { name: "Op tijd", reactionIds: [used?.reactionId ?? ""] });
  await saveDrafts(own, {
    answers: [{ statementId: null, position: null, text: "Ongezonden slaapzak.", seen: 0 }],
  });
  return { scope, online, own, address, of };
}

test("who asks by the number on their receipt is shown all that is kept, and what rests on it", async () => {
  const { scope, online, of } = await somebody();
  const other = await sentIn(online, ["Van een ander."]);
  // As somebody reads it out.
  const typedNumber = ` ${of.number.toLowerCase().replace("-", " ")} `;
  const kept = await viewParticipant(scope, { ...of, number: typedNumber });
  expect(kept).toMatchObject({ number: of.number, drafts: 1, unsentFiles: 0, forgottenAt: null });
  expect(kept.group).toMatch(/^Ouders/);
  expect(kept.answers).toMatchObject([
    {
      ...{ text: "Mijn geheime kwartelnest.", position: "agree", state: "placed", used: false },
      file: { fileName: "brief van Jan.pdf" },
    },
    { text: "De bus komt te laat.", used: true, file: null },
  ]);
  expect(kept.answers.map(({ reactionNumber }) => reactionNumber)).toEqual([1, 2]);
  // Of what was not sent nobody reads the words, and nothing of others is in it.
  expect(JSON.stringify(kept)).not.toMatch(/slaapzak|Van een ander/);
  expect(other.number).not.toBe(of.number);
  // That somebody looked is in the log, and not at whom.
  const rows = await (await database())
    .select()
    .from(audit)
    .where(eq(audit.action, "participant.view"));
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(of.number);
  expect(await whole()).toEqual([]);
});

test("removing erases the words, and says that they were taken back where something rests on them", async () => {
  const { scope, online, own, address, of } = await somebody();
  const other = await sentIn(online, ["Van een ander."]);
  const before = await viewParticipant(scope, of);
  expect(await removeParticipant(scope, { ...of, reason: REASON })).toEqual({
    answers: 2,
    kept: 1,
  });
  const [left] = await rowsOf<{ words: number; files: number; drafts: number }>(
    await database(),
    sql`select (select count(*) from source_block b join source_version v on v.id = b.source_version_id
          where b.text like '%kwartelnest%' and v.dossier_id = ${scope.dossierId})::int
        + (select count(*) from reaction
          where text like '%kwartelnest%' and dossier_id = ${scope.dossierId})::int as words,
      (select count(*)::int from answer_file where participant_id = ${own.participantId}) as files,
      (select count(*)::int from draft_answer where participant_id = ${own.participantId}) as drafts`,
  );
  expect(left).toEqual({ words: 0, files: 0, drafts: 0 });
  const [, used] = before.answers;
  const now = await getReaction(scope, used?.reactionId ?? "");
  expect(now).toMatchObject({ text: "[ingetrokken]", position: "none" });
  // Their address leads nowhere any more; the number says what became of it.
  await expect(openParticipant(address)).rejects.toThrow(NotFound);
  const after = await viewParticipant(scope, of);
  expect(after).toMatchObject({ number: of.number, group: null, drafts: 0 });
  expect(after.forgottenAt).not.toBeNull();
  expect(after.answers.map(({ state, text }) => [state, text])).toEqual([
    ["withdrawn", ""],
    ["withdrawn", ""],
  ]);
  // Nothing of anybody else is gone, and once more does nothing more.
  expect((await viewParticipant(scope, { ...of, number: other.number })).answers).toMatchObject([
    { text: "Van een ander.", state: "placed" },
  ]);
  expect(await removeParticipant(scope, { ...of, reason: REASON })).toEqual({
    answers: 0,
    kept: 0,
  });
  expect(await whole()).toEqual([]);
});

test("pressed twice it is done once, with one reason in the log", async () => {
  const { scope, of } = await somebody();
  const asked = { ...of, reason: REASON };
  const first = await removeParticipant(scope, asked, { key: "een" });
  expect(await removeParticipant(scope, asked, { key: "een" })).toEqual(first);
  const rows = await (await database())
    .select()
    .from(audit)
    .where(eq(audit.action, "participant.remove"));
  const own = rows.filter(({ entityId }) => entityId === of.consultationId);
  expect(own).toHaveLength(1);
});

test("a number that is not of that consultation finds nobody, and needs a reason to be removed", async () => {
  const { scope, of } = await somebody();
  const elsewhere = await dossierOf();
  const there = await onlineIn(elsewhere);
  await searchWrittenJob.run({ dossierId: scope.dossierId }, new AbortController().signal);
  const unknown = { fields: { number: "participation.errors.unknownNumber" } };
  for (const number of ["AAAA-AA", "x", "%", "'", of.number.slice(0, 5)]) {
    await expect(viewParticipant(scope, { ...of, number })).rejects.toMatchObject(unknown);
  }
  const wrong = { number: of.number, consultationId: there.consultationId };
  for (const asker of [scope, elsewhere]) {
    await expect(viewParticipant(asker, wrong)).rejects.toMatchObject(unknown);
    await expect(removeParticipant(asker, { ...wrong, reason: REASON })).rejects.toMatchObject(
      unknown,
    );
  }
  await expect(viewParticipant(elsewhere, of)).rejects.toMatchObject(unknown);
  await expect(removeParticipant(elsewhere, { ...of, reason: REASON })).rejects.toMatchObject(
    unknown,
  );
  await expect(removeParticipant(scope, { ...of, reason: " " })).rejects.toMatchObject({
    fields: { reason: "errors.field.required" },
  });
  for (const role of ["reviewer", "stakeholder"] as const) {
    const other = await memberOf(scope, role);
    await expect(viewParticipant(other, of)).rejects.toThrow(Forbidden);
    await expect(removeParticipant(other, { ...of, reason: REASON })).rejects.toThrow(Forbidden);
  }
  const [row] = await (await database())
    .select({ forgottenAt: participant.forgottenAt })
    .from(participant)
    .where(eq(participant.number, of.number));
  expect(row).toEqual({ forgottenAt: null });
});
