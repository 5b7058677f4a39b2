import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database, rowsOf } from "@/db/client";
import { audit, dispositionVersion } from "@/db/schema";
import { coverage, gaps } from "@/domain/coverage/queries";
import { recordDisposition, takeBackDispositions } from "@/domain/dispositions/commands";
import {
  answeredReaction,
  besideIn,
  lastRecorded,
  ownReasons,
  similarReactions,
  workList,
} from "@/domain/dispositions/queries";
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
    ...{ reactionId, number, count: 1 },
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

test("what says the same is offered by its words, of the stelling or the kernwaarde, and only while it is to be answered", async () => {
  const scope = await dossierOf();
  const consultationId = await consultationIn(scope);
  const statementId = await statementIn(scope, { consultationId, number: "1" });
  const said = (text: string, about: string | null = statementId) =>
    reactionIn(scope, { text, consultationId, statementId: about });
  const one = await said("Een vaste chauffeur geeft rust in de bus, zegt o'Brien \\ ook.");
  const same = await said("De vaste chauffeurs geven rust.");
  const less = await said("In de bus is het vol.");
  await said("Niets daarvan.");
  const coded = await said("Vaste chauffeurs: rust!", null);
  await said("Vaste chauffeurs: ook rust!", null);
  await coreValueOf(scope, "Rust", { reactionIds: [one.id, coded.id] });
  const found = await similarReactions(scope, one.id);
  expect(found.map(({ number }) => number).sort()).toEqual(
    [same, less, coded].map((r) => r.number),
  );
  expect(found.at(-1)).toMatchObject({
    reactionId: less.id,
    lockVersion: 0,
    text: "In de bus is het vol.",
  });
  await recordDisposition(scope, { reactionId: same.id, lockVersion: 0, outcome: "noted" });
  expect((await similarReactions(scope, one.id)).map(({ reactionId }) => reactionId)).not.toContain(
    same.id,
  );
  expect(await similarReactions(await dossierOf(), one.id)).toEqual([]);
});

test("several are answered at once, each its own, with one reason that is changed here or with all", async () => {
  const scope = await dossierOf();
  const { id: requirementId } = await requirementOf(scope);
  const made = [await reactionIn(scope), await reactionIn(scope), await reactionIn(scope)];
  const [one, two, three] = made.map(({ id }) => id) as [string, string, string];
  const seen = (...ids: string[]) => ids.map((reactionId) => ({ reactionId, lockVersion: 0 }));
  const answer = { outcome: "partly" as const, requirementIds: [requirementId] };
  const result = await recordDisposition(scope, {
    ...{ reactionId: one, lockVersion: 0, ...answer, reason: "Een team kan wel." },
    also: seen(two, three),
  });
  expect(result).toMatchObject({ reactionId: one, count: 3 });
  const standing = async () =>
    Promise.all(
      [one, two, three].map(async (id) => (await answeredReaction(scope, id)).standing?.reason),
    );
  expect(await standing()).toEqual(Array(3).fill("Een team kan wel."));
  for (const { id } of made) {
    expect((await getReaction(scope, id)).requirements).toMatchObject([{ direct: true }]);
  }
  expect(
    (await answeredReaction(scope, two)).sharedWith.map(({ reactionId }) => reactionId),
  ).toEqual([one, three]);
  const change = (
    reactionId: string,
    lockVersion: number,
    reason: string,
    sharing?: "here" | "all",
  ) => recordDisposition(scope, { ...answer, reactionId, lockVersion, reason, sharing });
  expect(await fieldsOf(change(two, 1, "Anders."))).toEqual({
    sharing: "dispositions.errors.chooseSharing",
  });
  await change(two, 1, "Alleen deze.", "here");
  expect(await standing()).toEqual(["Een team kan wel.", "Alleen deze.", "Een team kan wel."]);
  expect((await answeredReaction(scope, two)).sharedWith).toEqual([]);
  await change(one, 1, "Allebei.", "all");
  expect(await standing()).toEqual(["Allebei.", "Alleen deze.", "Allebei."]);
  expect((await answeredReaction(scope, three)).sharedWith).toMatchObject([{ reactionId: one }]);
  // One act: it is taken back as one.
  const last = await lastRecorded(scope);
  expect(last?.reactions.map(({ reactionId }) => reactionId)).toEqual([one, three]);
  await takeBackDispositions(scope, { dispositions: last?.reactions ?? [] });
  expect(await standing()).toEqual(["Een team kan wel.", "Alleen deze.", "Een team kan wel."]);
  // The outcome of one is its own, and asks nothing of the others.
  await recordDisposition(scope, {
    ...{ reactionId: one, lockVersion: 3, outcome: "noted", reason: "Een team kan wel." },
  });
  expect((await answeredReaction(scope, three)).standing?.outcome).toBe("partly");
});

test("reasons of before come back with their outcome, the most used first, to who gave them and in their dossier", async () => {
  const scope = await dossierOf();
  const answer = async (
    outcome: string,
    reason: string,
    kind: "reaction" | "question" = "reaction",
  ) => {
    const { id: reactionId } = await reactionIn(scope, { kind });
    const given = { reactionId, lockVersion: 0, outcome, reason };
    await recordDisposition(scope, { ...given, place: "", requirementIds: [] } as never);
  };
  await answer("rejected", "Eén keer.");
  await answer("rejected", "Twee keer.");
  await answer("rejected", "Twee keer.");
  await answer("noted", "Dank u.");
  // An answer is of its own question.
  await answer("noted", "Ja, op dinsdag.", "question");
  expect(await ownReasons(scope)).toEqual([
    { outcome: "noted", reason: "Dank u." },
    { outcome: "rejected", reason: "Twee keer." },
    { outcome: "rejected", reason: "Eén keer." },
  ]);
  for (const reason of ["Drie.", "Vier."]) await answer("rejected", reason);
  const rejected = (await ownReasons(scope)).filter(({ outcome }) => outcome === "rejected");
  expect(rejected.map(({ reason }) => reason)).toEqual(["Twee keer.", "Vier.", "Drie."]);
  expect(await ownReasons(await memberOf(scope, "author"))).toEqual([]);
  expect(await ownReasons(await dossierOf())).toEqual([]);
});

test("of several none is answered when one of them cannot be", async () => {
  const scope = await dossierOf();
  const { id: reactionId } = await reactionIn(scope);
  const { id: question } = await reactionIn(scope, { kind: "question" });
  const { id: answered } = await reactionIn(scope);
  await recordDisposition(scope, { reactionId: answered, lockVersion: 0, outcome: "noted" });
  const also = (id: string) => ({ also: [{ reactionId: id, lockVersion: 0 }] });
  const seen = { reactionId, lockVersion: 0, outcome: "noted" } as const;
  expect(await fieldsOf(recordDisposition(scope, { ...seen, ...also(question) }))).toEqual({
    reason: "dispositions.errors.noAnswer",
  });
  // What stands there is of another reaction, and not shown beside what was typed for this one.
  await expect(recordDisposition(scope, { ...seen, ...also(answered) })).rejects.toMatchObject({
    key: "dispositions.errors.otherAnswered",
    params: { code: "R-3" },
    current: undefined,
  });
  const outside = await reactionIn(await dossierOf());
  await expect(recordDisposition(scope, { ...seen, ...also(outside.id) })).rejects.toThrow(
    NotFound,
  );
  expect((await answeredReaction(scope, reactionId)).history).toEqual([]);
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

test("walking through a list is reading it, over pages too, and it counts itself", async () => {
  const scope = await dossierOf();
  const consultationId = await consultationIn(scope);
  const statements = [
    await statementIn(scope, { consultationId, number: "2", text: "Tweede." }),
    await statementIn(scope, { consultationId, number: "1" }),
    null,
  ];
  const { id: requirementId } = await requirementOf(scope);
  for (let n = 0; n < 70; n++) {
    const { id: reactionId } = await reactionIn(scope, {
      ...{ consultationId, statementId: statements[n % 3] ?? null },
      ...{ text: `Reactie ${n}`, kind: n % 4 === 0 ? "question" : "remark" },
    });
    if (n % 5 === 0) await linkRequirement(scope, { requirementId, reactionId });
    if (n % 6 === 1) {
      const reason = "Dat is al zo.";
      await recordDisposition(scope, { reactionId, lockVersion: 0, outcome: "rejected", reason });
    }
  }
  const counts: number[] = [];
  for (const show of ["todo", "proposed", "questions", "all"] as const) {
    const read: string[] = [];
    for (let page = 1, pages = 1; page <= pages; page++) {
      const list = await workList(scope, { show, page }, null);
      pages = list.pages;
      const rows = list.groups.flatMap((group) => group.rows);
      for (const { id } of rows.slice(0, 1)) {
        // The page of a reaction is the one on which it stands.
        expect((await workList(scope, { show }, id)).page).toBe(page);
      }
      read.push(...rows.map(({ id }) => id));
      if (page === pages) expect(read).toHaveLength(list.total);
    }
    const walked: string[] = [];
    let beside = await besideIn(scope, { show }, null);
    expect(beside.previous).toBeNull();
    for (let at = beside.first; at && walked.length < read.length; at = beside.next) {
      beside = await besideIn(scope, { show }, at);
      expect(beside.previous).toBe(walked.at(-1) ?? null);
      walked.push(at);
    }
    expect(walked).toEqual(read);
    expect(beside.next).toBe(read[0]);
    counts.push(read.length);
  }
  const { withoutAnswer, proposed, questions, total } = (await coverage(scope)).dispositions;
  expect(counts).toEqual([withoutAnswer, proposed, questions, total]);
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
    [...((await othersReactions(await openConsultation(online.code), null))?.byStatement ?? [])],
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
