import { eq } from "drizzle-orm";
import { expect, onTestFinished, test, vi } from "vitest";
import { database } from "@/db/client";
import { audit, invitation, mail } from "@/db/schema";
import { adoptEdition, publishEdition } from "@/domain/editions/commands";
import { editionPreview, toldOfEdition } from "@/domain/editions/queries";
import { sendInvitations, withdrawInvited } from "@/domain/invitations/commands";
import { queueInvitedJob } from "@/domain/invitations/jobs";
import { CODE_PLACE } from "@/domain/invitations/model";
import type { ReaderScope } from "@/domain/kernel/scope";
import { sendMailJob } from "@/domain/mail/jobs";
import { beginReacting, endOnline, saveDrafts, sendAnswers } from "@/domain/participation/commands";
import { openConsultation, openParticipant } from "@/domain/participation/gate";
import { searchWrittenJob } from "@/domain/participation/jobs";
import { freshDatabase } from "../database";
import { DECISION, nothingInTheWay, personalDataReleased } from "../factories/editions";
import { CODES, invitedIn } from "../factories/invitations";
import { type Online, onlineIn } from "../factories/participation";
import { dossierOf, memberOf } from "../factories/people";
import { requirementOf } from "../factories/requirements";
import { mailServer } from "../mail";

freshDatabase();

const NEVER = new AbortController().signal;
const PEOPLE = "ada@proef.example;Ada\nbo@proef.example;Bo\ncas@proef.example\ndik@proef.example";
const EDITION = "https://proef.example/openbaar/dossier/editie-1";

/** Sends what waits, as the worker does. */
async function worked({ dossierId }: ReaderScope, { consultationId }: Online): Promise<void> {
  await queueInvitedJob.run({ dossierId, consultationId }, NEVER);
  for (const { id } of await (await database()).select({ id: mail.id }).from(mail)) {
    await sendMailJob.run({ mailId: id }, NEVER);
  }
}

async function adopted(scope: ReaderScope, by: ReaderScope, kind: "concept" | "definitive") {
  await nothingInTheWay(scope);
  const { contentSha256 } = await editionPreview(by);
  return adoptEdition(by, { kind, contentSha256, ...DECISION });
}

test("all who were invited by mail are told once that an edition answers, whoever reacted", async () => {
  const server = await mailServer();
  for (const [name, value] of Object.entries(server.env)) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
  const scope = await dossierOf();
  const online = await onlineIn(scope, { moderation: "after" });
  const elsewhere = await onlineIn(scope);
  const { consultationId } = online;
  const { ids, codes } = await invitedIn(scope, consultationId, PEOPLE);
  // In a consultation that the edition answers nothing of, nobody is told.
  await invitedIn(scope, elsewhere.consultationId, "eva@proef.example");
  await sendInvitations(scope, {
    ...{ consultationId, ids: ids.slice(0, 3), language: "nl", page: CODES },
  });
  await sendInvitations(scope, {
    ...{ consultationId: elsewhere.consultationId, ids: undefined, language: "nl", page: CODES },
  });
  await worked(scope, online);
  const invited = server.received.length;
  expect(invited).toBe(3);

  const { address } = await beginReacting(await openConsultation(codes[0] ?? ""), { groupId: "" });
  const { own } = await openParticipant(address);
  const statementId = online.statements[0] ?? null;
  await saveDrafts(own, {
    answers: [{ statementId, position: "agree", text: "De bus komt te laat.", seen: 0 }],
  });
  await sendAnswers(own, {});
  await withdrawInvited(scope, { consultationId, ids: [ids[2] ?? ""] });
  await endOnline(scope, { consultationId, lockVersion: 3 });
  await searchWrittenJob.run({ dossierId: scope.dossierId }, NEVER);
  await requirementOf(scope);
  await personalDataReleased(scope);

  // A concept tells nobody anything.
  const reviewer = await memberOf(scope, "reviewer");
  const concept = await adopted(scope, reviewer, "concept");
  expect(await toldOfEdition(scope, concept.id)).toBe(0);
  const where = { page: `${CODES}${CODE_PLACE}/mijn`, edition: EDITION };
  expect(await publishEdition(scope, { editionId: concept.id, ...where })).toMatchObject({
    told: 0,
  });
  const first = await adopted(scope, reviewer, "definitive");
  expect(await toldOfEdition(scope, first.id)).toBe(2);
  expect(await publishEdition(scope, { editionId: first.id, ...where })).toMatchObject({ told: 2 });
  await worked(scope, online);
  await worked(scope, elsewhere);
  const told = server.received
    .slice(invited)
    .filter(({ mail: { subject } }) => /gedaan/.test(subject ?? ""));
  expect(told.map(({ to }) => to[0]).sort()).toEqual(["ada@proef.example", "bo@proef.example"]);
  // The words are the same for who reacted and who did not: each with their own address.
  const words = told.map(({ mail: { text = "" } }) => text);
  for (const text of words) expect(text).toContain(EDITION);
  expect(
    words.map((text) => codes.findIndex((code) => text.includes(`${CODES}${code}/mijn`))).sort(),
  ).toEqual([0, 1]);
  // The address of one's own works after closing.
  expect(await openParticipant(codes[0] ?? "")).toBeDefined();

  // Once: the next edition tells nobody again.
  const second = await adopted(scope, reviewer, "definitive");
  expect(await toldOfEdition(scope, second.id)).toBe(0);
  expect(await publishEdition(scope, { editionId: second.id, ...where })).toMatchObject({
    told: 0,
  });
  const rows = await (await database())
    .select()
    .from(invitation)
    .where(eq(invitation.consultationId, consultationId));
  expect(rows.filter(({ outcomeAt }) => outcomeAt !== null)).toHaveLength(2);
  const log = await (await database())
    .select()
    .from(audit)
    .where(eq(audit.dossierId, scope.dossierId));
  expect(JSON.stringify(log)).not.toContain("proef.example");
});
