import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database, rowsOf } from "@/db/client";
import { reaction } from "@/db/schema";
import { administer } from "@/domain/accounts/gate";
import { verifyAudit } from "@/domain/audit/queries";
import { addCoreValue, codeWith } from "@/domain/core-values/commands";
import { listCoreValues } from "@/domain/core-values/queries";
import { numbers } from "@/domain/coverage/queries";
import { recordDisposition } from "@/domain/dispositions/commands";
import { workList } from "@/domain/dispositions/queries";
import { Conflict, Invalid, NotFound } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { divideReaction, placeReactions, uniteReaction } from "@/domain/moderation/commands";
import {
  dividedReaction,
  divisibleReaction,
  heldReaction,
  moderatedReaction,
  moderationQueue,
} from "@/domain/moderation/queries";
import { saveDrafts, sendAnswers, withdrawAnswers } from "@/domain/participation/commands";
import { openConsultation } from "@/domain/participation/gate";
import { searchWrittenJob } from "@/domain/participation/jobs";
import {
  consultationOverview,
  followed,
  othersReactions,
  ownAnswers,
} from "@/domain/participation/queries";
import { addReaction, changeReaction, changeReactions } from "@/domain/reactions/commands";
import { getReaction, searchReactions } from "@/domain/reactions/queries";
import { locateSourceJob } from "@/domain/sources/jobs";
import { dismissReactions } from "@/domain/splitting/commands";
import { getStatement } from "@/domain/statements/queries";
import { suspectAmong } from "@/domain/trace/queries";
import { freshDatabase } from "../database";
import { adopted, fileOfEdition } from "../factories/editions";
import { refuseIn } from "../factories/moderation";
import { onlineIn, participantIn, sentIn } from "../factories/participation";
import { dossierOf, memberOf, SYSTEM } from "../factories/people";
import { chapterOf, requirementOf } from "../factories/requirements";

freshDatabase();

const WORDS = "De bus is laat. De school ligt ver. Wie betaalt dat?";
const PARTS = ["De bus is laat.", "De school ligt ver.", "Wie betaalt dat?"];

const whole = async () => (await verifyAudit(administer(SYSTEM))).faults;

async function idOf({ dossierId }: ReaderScope, words: string): Promise<string> {
  const [found] = await (await database())
    .select({ id: reaction.id })
    .from(reaction)
    .where(and(eq(reaction.dossierId, dossierId), eq(reaction.text, words)));
  return found?.id ?? "";
}

/** Divides a reaction before each of its sentences. */
async function divided(scope: ReaderScope, reactionId: string): Promise<string[]> {
  const found = await divisibleReaction(scope, reactionId);
  if (!found) throw new Error("it cannot be divided");
  const { consultationId, seen, pieces } = found;
  const cuts = pieces.slice(1).map(({ start }) => String(start));
  return (await divideReaction(scope, { consultationId, seen, cuts })).reactionIds;
}

async function inParts(settings: Record<string, string> = {}) {
  const scope = await dossierOf();
  const online = await onlineIn(scope, { others: "afterOwn", ...settings });
  const sender = await sentIn(online, [WORDS]);
  const reader = await sentIn(online, ["Ik lees mee."]);
  await searchWrittenJob.run({ dossierId: scope.dossierId }, new AbortController().signal);
  const wholeId = await idOf(scope, WORDS);
  return { scope, online, sender, reader, wholeId };
}

const texts = async (scope: ReaderScope) =>
  (await searchReactions(scope, { sort: "number" })).rows.map(({ pieces }) =>
    pieces.map(({ text }) => text).join(""),
  );

/** What somebody sends in place of what they sent to the first stelling. */
async function sends(
  { sender, online }: Awaited<ReturnType<typeof inParts>>,
  text: string,
  position: "agree" | "disagree" = "agree",
) {
  const statementId = online.statements[0] ?? "";
  await saveDrafts(sender.own, { answers: [{ statementId, position, text, seen: 0 }] });
  await sendAnswers(sender.own, {});
}

test("nobody chooses a position for who sent it, alone or among others", async () => {
  const { scope, wholeId } = await inParts();
  const row = await getReaction(scope, wholeId);
  const sorted = { kind: "concern", groupId: null, statementId: row.statementId } as const;
  const change = (more: object) =>
    changeReaction(scope, { id: wholeId, lockVersion: row.lockVersion, ...sorted, ...more });
  const refused = { fields: { position: "reactions.errors.sentPosition" } };
  for (const position of ["disagree", "none"] as const) {
    await expect(change({ position })).rejects.toMatchObject(refused);
    await expect(
      changeReactions(scope, { reactionIds: [wholeId], position }),
    ).rejects.toMatchObject(refused);
  }
  await change({});
  expect(await getReaction(scope, wholeId)).toMatchObject({ kind: "concern", position: "agree" });
  // Nor at another stelling than where they chose it.
  const other = { statementId: null };
  await expect(
    changeReaction(scope, { id: wholeId, lockVersion: row.lockVersion + 1, ...sorted, ...other }),
  ).rejects.toMatchObject({ fields: { statementId: "reactions.errors.sentStatement" } });
  await expect(changeReactions(scope, { reactionIds: [wholeId], ...other })).rejects.toMatchObject({
    fields: { statementId: "reactions.errors.sentStatement" },
  });
});

test("nobody says for who sent it as whom they did, nor moves that they have no opinion", async () => {
  const scope = await dossierOf();
  const online = await onlineIn(scope);
  const [first = "", second = ""] = online.statements;
  const { own } = await participantIn({ code: online.groupCode });
  const none = {
    statementId: first,
    position: "none" as const,
    text: "Ik weet het niet.",
    seen: 0,
  };
  await saveDrafts(own, { answers: [none] });
  await sendAnswers(own, {});
  const { rows } = await searchReactions(scope);
  const row = await getReaction(scope, rows[0]?.id ?? "");
  const { id, lockVersion } = row;
  const asSent = { kind: "concern", groupId: online.groupId, statementId: first } as const;
  for (const [wish, fields] of [
    [{ groupId: null }, { groupId: "reactions.errors.sentGroup" }],
    [{ statementId: second }, { statementId: "reactions.errors.sentStatement" }],
  ] as const) {
    await expect(
      changeReaction(scope, { id, lockVersion, ...asSent, ...wish }),
    ).rejects.toMatchObject({ fields });
    await expect(changeReactions(scope, { reactionIds: [id], ...wish })).rejects.toMatchObject({
      fields,
    });
  }
  await changeReaction(scope, { id, lockVersion, ...asSent });
  expect(await getReaction(scope, id)).toMatchObject({ kind: "concern" });
});

test("an edition says of a part what was chosen with the whole, and of which it is one", async () => {
  const { scope, wholeId } = await inParts();
  const { number } = await getReaction(scope, wholeId);
  await divided(scope, wholeId);
  await requirementOf(scope, { chapterId: await chapterOf(scope) });
  const { content } = await fileOfEdition(scope, (await adopted(scope)).number);
  expect(content.reactions.map(({ text, position, partOf }) => [text, position, partOf])).toEqual([
    ["Ik lees mee.", "agree", undefined],
    ...PARTS.map((text) => [text, "agree", `R-${number}`]),
  ]);
});

test("the words of what counts by its parts are coded as those of the parts", async () => {
  const { scope, wholeId } = await inParts();
  const [row] = await rowsOf<{ passageId: string }>(
    await database(),
    sql`select passage_id as "passageId" from reaction where id = ${wholeId}`,
  );
  const ids = await divided(scope, wholeId);
  await addCoreValue(scope, { name: "Alles", passageIds: [row?.passageId ?? ""] });
  expect(
    (
      await rowsOf<{ id: string }>(
        await database(),
        sql`select reaction_id as id from coded_once where dossier_id = ${scope.dossierId}`,
      )
    )
      .map(({ id }) => id)
      .sort(),
  ).toEqual([...ids].sort());
});

test("its parts count in its place, and what its sender chose once", async () => {
  const { scope, online, sender, reader, wholeId } = await inParts();
  const statementId = online.statements[0] ?? "";
  expect((await numbers(scope))["reactions.total"]).toBe(2);
  const ids = await divided(scope, wholeId);
  expect(ids).toHaveLength(3);
  expect(await texts(scope)).toEqual(["Ik lees mee.", ...PARTS]);
  expect((await numbers(scope))["reactions.total"]).toBe(4);
  expect((await getStatement(scope, statementId)).counts).toMatchObject({
    total: 4,
    positions: { agree: 2 },
  });
  expect(await consultationOverview(scope, online.consultationId)).toMatchObject({
    answers: 2,
    participants: 2,
  });
  // Who follows it counts people, and reads what they sent.
  const follows = await followed(scope, online.consultationId);
  expect(follows).toMatchObject({ answers: 2, people: 2 });
  expect(follows?.statements[0]).toMatchObject({ total: 2, positions: { agree: 2 } });
  expect(follows?.latest.map(({ text }) => text).sort()).toEqual([WORDS, "Ik lees mee."].sort());
  expect((await workList(scope, { show: "todo" }, null)).total).toBe(4);
  // Found by what its sender chose, by its parts.
  expect((await searchReactions(scope, { position: "agree" })).total).toBe(4);
  expect((await searchReactions(scope, { position: "none" })).total).toBe(0);

  // Lineage, both ways; the whole has no page of its own as a reaction.
  const of = await dividedReaction(await memberOf(scope, "reviewer"), wholeId);
  expect(of).toMatchObject({ text: WORDS, position: "agree", bound: [] });
  expect(of?.parts.map(({ id, text }) => [id, text])).toEqual(ids.map((id, i) => [id, PARTS[i]]));
  expect(await getReaction(scope, ids[1] ?? "")).toMatchObject({
    text: PARTS[1],
    position: "none",
    online: true,
    partOf: { id: wholeId, position: "agree", nth: 2, of: 3 },
  });
  await expect(getReaction(scope, wholeId)).rejects.toBeInstanceOf(NotFound);

  // Its sender and others read it whole.
  expect((await ownAnswers(sender.own)).answers).toMatchObject([{ text: WORDS, state: "placed" }]);
  const others = await othersReactions(await openConsultation(online.code), reader.own);
  expect(others?.byStatement.get(statementId)?.map(({ text }) => text)).toEqual([WORDS]);
  expect(await whole()).toEqual([]);
});

test("a part is coded, sorted and answered by itself, and has no position", async () => {
  const { scope, online, wholeId } = await inParts();
  const [first = "", second = "", third = ""] = await divided(scope, wholeId);
  const { id: coreValueId } = await addCoreValue(scope, { name: "Rust" });
  await codeWith(scope, { coreValueId, reactionIds: [second] });
  expect((await listCoreValues(scope)).rows[0]).toMatchObject({ words: 1 });
  await recordDisposition(scope, {
    ...{ reactionId: third, lockVersion: 0, outcome: "noted", reason: "Dat zoeken wij uit." },
  });
  expect((await workList(scope, { show: "todo" }, null)).total).toBe(3);
  const facts = { id: first, lockVersion: 1, kind: "concern" as const, groupId: "" };
  const other = online.statements[1] ?? "";
  await changeReaction(scope, { ...facts, position: "none", statementId: other });
  // What its sender chose stays with what it was chosen to.
  expect((await getStatement(scope, other)).counts).toMatchObject({ total: 1, positions: {} });
  const positioned = { ...facts, lockVersion: 2, position: "agree" as const, statementId: "" };
  await expect(changeReaction(scope, positioned)).rejects.toBeInstanceOf(Invalid);
  await expect(
    changeReactions(scope, { reactionIds: [first], position: "agree" }),
  ).rejects.toBeInstanceOf(Invalid);
  // Nor is it leant on as a whole any more.
  await expect(codeWith(scope, { coreValueId, reactionIds: [wholeId] })).rejects.toBeInstanceOf(
    NotFound,
  );
  // What was sent online is not left out without its sender knowing.
  const dismissing = dismissReactions(scope, { reactionIds: [first], reason: "Dubbel" });
  await expect(dismissing).rejects.toMatchObject({ key: "reactions.errors.sentOnline" });
  expect(await whole()).toEqual([]);
});

test("it is whole again as long as nothing rests on a part, nor ever did", async () => {
  const { scope, wholeId } = await inParts();
  const before = await numbers(scope);
  const [first = "", second = ""] = await divided(scope, wholeId);
  const { id: replyId } = await addReaction(scope, {
    consultationId: (await getReaction(scope, first)).consultationId,
    ...{ kind: "answer", text: "Dat is bekend.", replyToId: second },
  });
  await uniteReaction(scope, { reactionId: wholeId });
  expect(await texts(scope)).toEqual([WORDS, "Ik lees mee.", "Dat is bekend."]);
  expect((await getReaction(scope, replyId)).replyTo).toMatchObject({ id: wholeId });
  await expect(uniteReaction(scope, { reactionId: wholeId })).rejects.toBeInstanceOf(NotFound);
  expect((await numbers(scope))["reactions.total"]).toBe((before["reactions.total"] ?? 0) + 1);
  // Its words are its own again: what is coded of them counts as of it.
  const { id: coreValueId } = await addCoreValue(scope, { name: "Rust" });
  const [row] = (await searchReactions(scope, { sort: "number" })).rows;
  await codeWith(scope, { coreValueId, passageIds: [row?.passageId ?? ""] });
  expect((await getReaction(scope, wholeId)).coreValues).toHaveLength(1);
  // Then it is not divided.
  const found = await divisibleReaction(scope, wholeId);
  expect(found?.resting).toMatchObject({ coreValues: [{ name: "Rust" }], answered: false });
  await expect(divided(scope, wholeId)).rejects.toMatchObject({
    key: "moderation.errors.restedOn",
  });
  expect(await whole()).toEqual([]);
});

test("something that rests on a part keeps it, and says which", async () => {
  const { scope, wholeId } = await inParts();
  const [, second = ""] = await divided(scope, wholeId);
  const { number } = await getReaction(scope, second);
  const { id: coreValueId } = await addCoreValue(scope, { name: "Rust" });
  await codeWith(scope, { coreValueId, reactionIds: [second] });
  expect((await dividedReaction(scope, wholeId))?.bound).toEqual([number]);
  await expect(uniteReaction(scope, { reactionId: wholeId })).rejects.toMatchObject({
    key: "moderation.errors.partsRestedOn",
    params: { count: 1, codes: `R-${number}` },
  });
});

test("it is divided as it was read, once, and only into parts that say something", async () => {
  const { scope, online, wholeId } = await inParts();
  const { consultationId } = online;
  const found = await divisibleReaction(scope, wholeId);
  const seen = found?.seen ?? "";
  const cut = (cuts: string[], read = seen) =>
    divideReaction(scope, { consultationId, seen: read, cuts });
  await expect(cut(["52"])).rejects.toMatchObject({
    fields: { cuts: "moderation.errors.noParts" },
  });
  await expect(cut([])).rejects.toBeInstanceOf(Invalid);
  await expect(cut(["16"], `${wholeId}@9`)).rejects.toBeInstanceOf(Conflict);
  await cut(["16"]);
  await expect(cut(["16"])).rejects.toBeInstanceOf(Conflict);
  await expect(cut(["16"], `${wholeId}@2`)).rejects.toBeInstanceOf(Conflict);
  expect(await divisibleReaction(scope, wholeId)).toBeNull();
});

test("it is not divided within a name", async () => {
  const scope = await dossierOf();
  const online = await onlineIn(scope);
  const text = "Eerst dit. Mevrouw Noor Veldzicht belde.";
  await sentIn(online, [text]);
  await searchWrittenJob.run({ dossierId: scope.dossierId }, new AbortController().signal);
  const found = await divisibleReaction(scope, await idOf(scope, text));
  if (!found) throw new Error("it cannot be divided");
  const { consultationId, seen, pieces } = found;
  expect(pieces.map(({ start }) => start)).toEqual([0, 11]);
  const within = String(text.indexOf("Veldzicht"));
  await expect(
    divideReaction(scope, { consultationId, seen, cuts: ["11", within] }),
  ).rejects.toMatchObject({ fields: { cuts: "moderation.errors.cutsPersonal" } });
  expect(
    (await divideReaction(scope, { consultationId, seen, cuts: ["11"] })).reactionIds,
  ).toHaveLength(2);
});

test("what waits is divided too, and its parts count when it is placed and go when it is not", async () => {
  const { scope, online, wholeId } = await inParts({ moderation: "before" });
  const { consultationId } = online;
  const ids = await divided(scope, wholeId);
  expect((await searchReactions(scope)).total).toBe(0);
  expect(await heldReaction(scope, ids[0] ?? "")).toMatchObject({ waits: true, wholeId });
  expect(await dividedReaction(scope, wholeId)).toBeNull();
  expect((await moderatedReaction(scope, consultationId, wholeId))?.parts).toHaveLength(3);
  const { rows } = await moderationQueue(scope, consultationId);
  // As one: what was sent.
  expect(rows.map(({ text }) => text)).toEqual([WORDS, "Ik lees mee."]);
  await placeReactions(scope, { consultationId, seen: rows.map(({ seen }) => seen) });
  expect(await texts(scope)).toEqual(["Ik lees mee.", ...PARTS]);
  await refuseIn(scope, consultationId, "De bus");
  expect(await texts(scope)).toEqual(["Ik lees mee."]);
  expect(await heldReaction(scope, ids[1] ?? "")).toMatchObject({ waits: false, wholeId });
  expect(await divisibleReaction(scope, wholeId)).toBeNull();
  expect(await whole()).toEqual([]);
});

test("who says it otherwise has one reaction again, and another choice changes no part", async () => {
  const here = await inParts();
  const { scope, online, wholeId } = here;
  const ids = await divided(scope, wholeId);
  await sends(here, WORDS, "disagree");
  expect(await texts(scope)).toEqual(["Ik lees mee.", ...PARTS]);
  expect((await getStatement(scope, online.statements[0] ?? "")).counts.positions).toEqual({
    agree: 1,
    disagree: 1,
  });
  await sends(here, "Alles is opgelost.", "disagree");
  expect(await texts(scope)).toEqual(["Alles is opgelost.", "Ik lees mee."]);
  await expect(getReaction(scope, ids[0] ?? "")).rejects.toBeInstanceOf(NotFound);
  expect((await getReaction(scope, wholeId)).partOf).toBeNull();
  // And is divided anew, in the words of now.
  await sends(here, "De bus rijdt nu. Dank daarvoor.", "disagree");
  await divided(scope, wholeId);
  expect(await texts(scope)).toEqual(["Ik lees mee.", "De bus rijdt nu.", "Dank daarvoor."]);
  expect(await whole()).toEqual([]);
});

test("of other words what something rests on stays and says so, and what is new is a part", async () => {
  const here = await inParts();
  const { scope, wholeId } = here;
  const [first = "", second = ""] = await divided(scope, wholeId);
  const { id: coreValueId } = await addCoreValue(scope, { name: "Rust" });
  await codeWith(scope, { coreValueId, reactionIds: [first, second] });
  await sends(here, "De school ligt ver. En verder niets.");
  expect(await texts(scope)).toEqual([
    "Ik lees mee.",
    "[gewijzigd]",
    "De school ligt ver.",
    "En verder niets.",
  ]);
  const sourceId = (await getReaction(scope, first)).passage?.sourceId ?? "";
  await locateSourceJob.run({ dossierId: scope.dossierId, sourceId }, new AbortController().signal);
  const marks = await suspectAmong(scope, "reaction", [first, second]);
  expect(marks.get(first)).toBeTruthy();
  expect((await dividedReaction(scope, wholeId))?.text).toBe(
    "De school ligt ver. En verder niets.",
  );
  // Inside other words they are no words of a part; written again they are what they were.
  await sends(here, "Wij zeggen niet: xDe school ligt ver.");
  expect(await texts(scope)).toEqual([
    ...["Ik lees mee.", "[gewijzigd]", "[gewijzigd]", "Wij zeggen niet: xDe school ligt ver."],
  ]);
  await sends(here, "Wie betaalt dat? De school ligt ver. De bus is laat.");
  expect(await texts(scope)).toEqual([
    ...["Ik lees mee.", "De bus is laat.", "De school ligt ver.", "Wie betaalt dat?"],
  ]);
  expect(await whole()).toEqual([]);
});

test("who takes it back erases it with its parts, but for what something rests on", async () => {
  const here = await inParts();
  const { scope, online, sender, wholeId } = here;
  await divided(scope, wholeId);
  await withdrawAnswers(sender.own, {});
  expect(await texts(scope)).toEqual(["Ik lees mee."]);
  expect(await idOf(scope, WORDS)).toBe("");
  await sends(here, WORDS);
  const again = await idOf(scope, WORDS);
  const [first = ""] = await divided(scope, again);
  const { id: coreValueId } = await addCoreValue(scope, { name: "Rust" });
  await codeWith(scope, { coreValueId, reactionIds: [first] });
  await withdrawAnswers(sender.own, {});
  expect(await texts(scope)).toEqual(["Ik lees mee.", "[ingetrokken]"]);
  expect((await ownAnswers(sender.own)).answers).toMatchObject([{ state: "withdrawn", text: "" }]);
  expect(await consultationOverview(scope, online.consultationId)).toMatchObject({ answers: 1 });
  expect(await whole()).toEqual([]);
});
