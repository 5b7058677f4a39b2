import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database, rowsOf } from "@/db/client";
import { audit, dispositionVersion } from "@/db/schema";
import { coverage, gaps } from "@/domain/coverage/queries";
import { recordDisposition, takeBackDispositions } from "@/domain/dispositions/commands";
import { answeredReaction, besideIn, lastRecorded, workList } from "@/domain/dispositions/queries";
import { Conflict, Forbidden, Invalid, NotFound } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { openStakeholderPage, withdrawAnswers } from "@/domain/participation/commands";
import { openByCode, openConsultation } from "@/domain/participation/gate";
import { othersReactions, ownAnswers, stakeholderPage } from "@/domain/participation/queries";
import { specificationDocument } from "@/domain/publication/queries";
import { getReaction } from "@/domain/reactions/queries";
import {
  dropRequirement,
  linkRequirement,
  restoreRequirement,
  unlinkRequirement,
} from "@/domain/requirements/commands";
import { dismissReactions } from "@/domain/splitting/commands";
import { freshDatabase } from "../database";
import { onlineIn, sentIn } from "../factories/participation";
import { dossierOf, memberOf } from "../factories/people";
import { consultationIn, reactionIn, statementIn } from "../factories/reactions";
import { requirementOf } from "../factories/requirements";
import { coreValueOf, tracedDossier } from "../factories/trace";

freshDatabase();

const fieldsOf = (work: Promise<unknown>) =>
  work.then(
    () => "it was done",
    (error) => (error instanceof Invalid ? error.fields : error),
  );

test("each outcome asks for what it needs, and a question for its answer", async () => {
  const scope = await dossierOf();
  const { id: reactionId } = await reactionIn(scope);
  const { id: questionId } = await reactionIn(scope, { kind: "question" });
  const answer = (outcome: string, more: object = {}) =>
    fieldsOf(recordDisposition(scope, { reactionId, lockVersion: 0, outcome, ...more } as never));
  const requirement = { requirementIds: "dispositions.errors.noRequirement" };
  expect(await answer("adopted")).toEqual(requirement);
  expect(await answer("partly", { reason: "Een deel." })).toEqual(requirement);
  expect(await answer("rejected", { reason: "  " })).toEqual({
    reason: "dispositions.errors.noReason",
  });
  expect(await answer("outOfScope")).toEqual({ reason: "dispositions.errors.noReason" });
  expect(await answer("elsewhere", { reason: "Daar." })).toEqual({
    place: "dispositions.errors.noPlace",
  });
  expect(await answer("iets")).toEqual({ outcome: "errors.field.choose" });
  expect(await answer("noted", { requirementIds: ["x"] })).toHaveProperty("requirementIds.0");
  expect(
    await fieldsOf(
      recordDisposition(scope, { reactionId: questionId, lockVersion: 0, outcome: "noted" }),
    ),
  ).toEqual({ reason: "dispositions.errors.noAnswer" });
  expect(await answeredReaction(scope, reactionId)).toMatchObject({
    lockVersion: 0,
    answered: false,
    history: [],
  });

  // What does not belong to the outcome is not kept.
  const { id } = await requirementOf(scope);
  expect(await answer("noted", { place: "Artikel 7", requirementIds: [id] })).toBe("it was done");
  const { standing } = await answeredReaction(scope, reactionId);
  expect(standing).toMatchObject({ outcome: "noted", place: "", requirements: [] });
  expect((await getReaction(scope, reactionId)).requirements).toEqual([]);
});

test("what was adopted is linked to the reaction itself, by one act that stands in the log", async () => {
  const scope = await dossierOf();
  const { id: reactionId, number } = await reactionIn(scope);
  const one = await requirementOf(scope);
  const two = await requirementOf(scope, { title: "Tweede" });
  await linkRequirement(scope, { requirementId: one.id, reactionId });
  const logged = async () =>
    (
      await (
        await database()
      )
        .select({ action: audit.action })
        .from(audit)
        .where(eq(audit.dossierId, scope.dossierId))
    ).map(({ action }) => action);
  const before = await logged();
  const input = {
    reactionId,
    outcome: "partly" as const,
    reason: "Niet alles kon.",
    requirementIds: [one.id],
    // As somebody types it.
    requirementCodes: ` ${two.code.toLowerCase()}, `,
  };
  expect(await recordDisposition(scope, { ...input, lockVersion: 0 })).toEqual({
    reactionId,
    number,
  });
  // The second is new; the first was linked already.
  expect((await logged()).slice(before.length).sort()).toEqual([
    "disposition.record",
    "requirement.link",
  ]);
  expect((await getReaction(scope, reactionId)).requirements).toMatchObject([
    { id: one.id, direct: true },
    { id: two.id, direct: true },
  ]);
  // The same once more is nothing new.
  await recordDisposition(scope, { ...input, lockVersion: 1 });
  expect((await answeredReaction(scope, reactionId)).history).toHaveLength(1);
  expect(await logged()).toHaveLength(before.length + 2);

  // Taken back: its own link goes, the other stays; the history keeps both.
  expect(await lastRecorded(scope)).toEqual({
    reactions: [{ reactionId, number, lockVersion: 1 }],
  });
  await takeBackDispositions(scope, { dispositions: [{ reactionId, lockVersion: 1 }] });
  expect((await getReaction(scope, reactionId)).requirements).toMatchObject([{ id: one.id }]);
  const { standing, history, answered } = await answeredReaction(scope, reactionId);
  expect({ standing, answered }).toEqual({ standing: null, answered: false });
  expect(history).toMatchObject([
    { n: 2, outcome: null, takesBack: 1 },
    { n: 1, outcome: "partly", requirements: [{ code: one.code }, { code: two.code }] },
  ]);
  expect(await lastRecorded(scope)).toBeNull();
  await expect(
    takeBackDispositions(scope, { dispositions: [{ reactionId, lockVersion: 2 }] }),
  ).rejects.toThrow(NotFound);
});

test("an answer that is changed and taken back stands again as it was before", async () => {
  const scope = await dossierOf();
  const { id: reactionId } = await reactionIn(scope);
  const { id } = await requirementOf(scope);
  const seen = { reactionId, requirementIds: [id] };
  await recordDisposition(scope, { ...seen, lockVersion: 0, outcome: "adopted" });
  await recordDisposition(scope, {
    ...{ reactionId, lockVersion: 1 },
    ...{ outcome: "rejected", reason: "Toch niet." },
  });
  // The link is of who made it; only taking that act back takes it away.
  expect((await getReaction(scope, reactionId)).requirements).toHaveLength(1);
  await takeBackDispositions(scope, { dispositions: [{ reactionId, lockVersion: 2 }] });
  const again = await answeredReaction(scope, reactionId);
  expect(again).toMatchObject({ answered: true, lockVersion: 3 });
  expect(again.standing).toMatchObject({ outcome: "adopted", reason: "", takesBack: 2 });
  expect(again.history.map(({ outcome }) => outcome)).toEqual(["adopted", "rejected", "adopted"]);
  // What was said at one time never changes.
  await expect(
    (await database()).update(dispositionVersion).set({ reason: "Anders" }),
  ).rejects.toThrow();
});

test("who saves on an older answer is told what stands now, and nothing changes", async () => {
  const scope = await dossierOf();
  const { id: reactionId } = await reactionIn(scope);
  await recordDisposition(scope, { reactionId, lockVersion: 0, outcome: "noted" });
  const late = recordDisposition(scope, {
    ...{ reactionId, lockVersion: 0 },
    ...{ outcome: "rejected", reason: "Te laat." },
  });
  await expect(late).rejects.toThrow(Conflict);
  await late.catch((error) =>
    expect(error.current).toEqual({ lockVersion: 1, outcome: "noted", reason: "", place: "" }),
  );
  await expect(
    takeBackDispositions(scope, { dispositions: [{ reactionId, lockVersion: 7 }] }),
  ).rejects.toThrow(Conflict);
  expect((await answeredReaction(scope, reactionId)).standing?.outcome).toBe("noted");
  // Two at the same moment: one of them.
  const { id: other } = await reactionIn(scope);
  const both = await Promise.allSettled(
    (["noted", "rejected"] as const).map((outcome) =>
      recordDisposition(scope, { reactionId: other, lockVersion: 0, outcome, reason: "R" }),
    ),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("an answer counts as long as a requirement that it names stands on the reaction", async () => {
  const scope = await dossierOf();
  const { id: reactionId } = await reactionIn(scope);
  const { id: requirementId } = await requirementOf(scope);
  const { id: otherId } = await requirementOf(scope, { title: "Niet genoemd" });
  await linkRequirement(scope, { requirementId: otherId, reactionId });
  const seen = { reactionId, requirementIds: [requirementId] };
  await recordDisposition(scope, { ...seen, lockVersion: 0, outcome: "adopted" });
  const numbers = async () => (await coverage(scope)).dispositions;
  expect(await numbers()).toMatchObject({ adopted: 1, withoutAnswer: 0 });
  await dropRequirement(scope, { requirementId, reason: "Dubbel" });
  // That another one rests on it too is not what was said.
  expect(await numbers()).toMatchObject({ adopted: 0, withoutAnswer: 1, proposed: 1 });
  expect((await gaps(scope, "reacties-zonder-afweging")).rows).toMatchObject([{ id: reactionId }]);
  expect(await answeredReaction(scope, reactionId)).toMatchObject({
    answered: false,
    standing: { outcome: "adopted" },
  });
  await restoreRequirement(scope, { requirementId, reason: "Toch niet." });
  expect(await numbers()).toMatchObject({ adopted: 1, withoutAnswer: 0 });
  const [link] = await rowsOf<{ id: string }>(
    await database(),
    sql`select id from live_link where requirement_id = ${requirementId}`,
  );
  await unlinkRequirement(scope, { linkId: link?.id ?? "" });
  expect(await numbers()).toMatchObject({ adopted: 0, withoutAnswer: 1 });
  // The same answer once more links it again.
  await recordDisposition(scope, { ...seen, lockVersion: 1, outcome: "adopted" });
  expect(await numbers()).toMatchObject({ adopted: 1, withoutAnswer: 0 });
});

test("a requirement that was dropped, is elsewhere or has no such code is refused, and nothing is kept", async () => {
  const scope = await dossierOf();
  const { id: reactionId } = await reactionIn(scope);
  const foreign = await requirementOf(await dossierOf());
  const dropped = await requirementOf(scope);
  await dropRequirement(scope, { requirementId: dropped.id, reason: "Dubbel" });
  const seen = { reactionId, lockVersion: 0, outcome: "adopted" } as const;
  const record = (more: object) => fieldsOf(recordDisposition(scope, { ...seen, ...more }));
  expect(await record({ requirementIds: [dropped.id] })).toEqual({
    requirementIds: "dispositions.errors.dropped",
  });
  expect(await record({ requirementCodes: "E-99.9" })).toEqual({
    requirementCodes: "dispositions.errors.unknownCode",
  });
  expect(await record({ requirementIds: [foreign.id] })).toBeInstanceOf(NotFound);
  const outside = await reactionIn(await dossierOf());
  await expect(
    recordDisposition(scope, { ...seen, reactionId: outside.id, outcome: "noted" }),
  ).rejects.toThrow(NotFound);
  await expect(
    recordDisposition(await memberOf(scope, "reviewer"), { ...seen, outcome: "noted" }),
  ).rejects.toThrow(Forbidden);
  expect((await answeredReaction(scope, reactionId)).history).toEqual([]);
  expect((await getReaction(scope, reactionId)).requirements).toEqual([]);
});

test("a kernwaarde proposes nothing; a direct link does, and comes first", async () => {
  const scope = await dossierOf();
  const made = await tracedDossier(scope);
  const byValue = await answeredReaction(scope, made.face.id);
  expect(byValue.requirements).toMatchObject([
    { id: made.requirementId, direct: false, via: [made.value.number], named: false },
  ]);
  expect((await coverage(scope)).dispositions).toMatchObject({ proposed: 0 });
  const second = await requirementOf(scope, { title: "Zelf genoemd" });
  await linkRequirement(scope, { requirementId: second.id, reactionId: made.face.id });
  expect((await answeredReaction(scope, made.face.id)).requirements).toMatchObject([
    { id: second.id, direct: true, via: [] },
    { id: made.requirementId, direct: false },
  ]);
  expect((await coverage(scope)).dispositions).toMatchObject({ proposed: 1 });
});

test("the list goes by stelling, comes round, and ends at nothing", async () => {
  const scope = await dossierOf();
  const consultationId = await consultationIn(scope);
  // As they were put, and not as they came in.
  const second = await statementIn(scope, { consultationId, number: "2", text: "Tweede." });
  const first = await statementIn(scope, { consultationId, number: "1" });
  const said = async (statementId: string, text: string) =>
    (await reactionIn(scope, { consultationId, statementId, text })).id;
  const late = await said(second, "Bij de tweede");
  const one = await said(first, "Bij de eerste");
  const two = await said(first, "Ook bij de eerste");
  const list = await workList(scope, {}, null);
  expect(list.groups).toMatchObject([
    { statementId: first, numbers: "1", total: 2, open: 2, rows: [{ id: one }, { id: two }] },
    { statementId: second, numbers: "2", total: 1, open: 1, rows: [{ id: late }] },
  ]);
  expect(await besideIn(scope, {}, null)).toMatchObject({ first: one });
  expect(await besideIn(scope, {}, two)).toEqual({ first: one, previous: one, next: late });
  expect(await besideIn(scope, {}, late)).toMatchObject({ previous: two, next: one });
  await recordDisposition(scope, { reactionId: two, lockVersion: 0, outcome: "noted" });
  expect(await besideIn(scope, {}, two)).toMatchObject({ previous: one, next: late });
  // What was answered just now stays where it stood.
  const just = await workList(scope, { just: [two] }, null);
  expect(just.groups[0]).toMatchObject({ total: 2, open: 1 });
  expect(just.groups[0]?.rows).toMatchObject([
    { id: one, outcome: null },
    { id: two, outcome: "noted" },
  ]);
  for (const reactionId of [one, late]) {
    await recordDisposition(scope, { reactionId, lockVersion: 0, outcome: "noted" });
  }
  expect(await besideIn(scope, {}, late)).toEqual({ first: null, previous: null, next: null });
  expect((await workList(scope, {}, null)).total).toBe(0);
  expect((await workList(scope, { outcome: "noted" }, late)).total).toBe(3);
});

test("a reaction of which something came, if only an answer, leaves the lists and is not taken away", async () => {
  const scope = await dossierOf();
  const { id: reactionId } = await reactionIn(scope, { text: "gebeurt niet veel" });
  const coded = await reactionIn(scope);
  await coreValueOf(scope, "Rust", { reactionIds: [coded.id] });
  for (const id of [reactionId, coded.id]) {
    await recordDisposition(scope, { reactionId: id, lockVersion: 0, outcome: "noted" });
  }
  const counted = await coverage(scope);
  expect(counted.reactions).toMatchObject({ answeredOnly: 2, codedOnly: 0, unused: 0 });
  for (const list of ["reacties-niet-gecodeerd", "reacties-zonder-gebruik"] as const) {
    expect((await gaps(scope, list)).total).toBe(0);
  }
  await expect(
    dismissReactions(scope, { reactionIds: [reactionId], reason: "Niets" }),
  ).rejects.toThrow(/restedOn/);
});

test("nothing of an answer is read outside before it is adopted", async () => {
  const secret = "kwartelnest";
  const scope = await dossierOf();
  const { code: pageCode } = await openStakeholderPage(scope, {});
  const online = await onlineIn(scope, { othersShown: "afterOwn", moderation: "after" });
  const { own } = await sentIn(online, ["De bus is te laat."]);
  const [said] = await rowsOf<{ id: string }>(
    await database(),
    sql`select reaction_id as id from answer where participant_id = ${own.participantId}`,
  );
  const reactionId = said?.id ?? "";
  const requirement = await requirementOf(scope, { title: "Op tijd" });
  await recordDisposition(scope, {
    ...{ reactionId, lockVersion: 0, outcome: "partly", reason: `Want ${secret}.` },
    requirementIds: [requirement.id],
  });
  await recordDisposition(scope, {
    ...{ reactionId, lockVersion: 1, outcome: "elsewhere", reason: `Want ${secret}.` },
    place: `In ${secret}`,
  });
  const outside = JSON.stringify([
    await ownAnswers(own),
    [...((await othersReactions(await openConsultation(online.code), null)) ?? [])],
    await stakeholderPage(await openByCode(pageCode)),
    await specificationDocument(scope),
    await specificationDocument(scope, { withNames: true }),
  ]);
  expect(outside).toContain("De bus is te laat.");
  expect(outside).not.toContain(secret);
  for (const role of ["stakeholder"] as const) {
    const member = (await memberOf(scope, role)) as ReaderScope;
    await expect(answeredReaction(member, reactionId)).rejects.toThrow(Forbidden);
    await expect(workList(member, {}, null)).rejects.toThrow(Forbidden);
  }
  // They may still take back what they said; what was answered to it stays for who asks later.
  await withdrawAnswers(own, {});
  expect((await answeredReaction(scope, reactionId)).standing).toMatchObject({
    outcome: "elsewhere",
  });
});
