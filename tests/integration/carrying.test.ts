import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database, rowsOf } from "@/db/client";
import { removeCoding } from "@/domain/core-values/commands";
import { coverage } from "@/domain/coverage/queries";
import { specificationDocument } from "@/domain/publication/queries";
import { getReaction } from "@/domain/reactions/queries";
import { restedOn } from "@/domain/reactions/rows";
import {
  carryWords,
  dropRequirement,
  linkRequirement,
  uncarryWords,
  unlinkRequirement,
} from "@/domain/requirements/commands";
import { traceOfRequirement } from "@/domain/trace/queries";
import { freshDatabase } from "../database";
import { dossierOf } from "../factories/people";
import { passageOf } from "../factories/sources";
import { coreValueOf, quotedReaction, requirementOf, tracedDossier } from "../factories/trace";

freshDatabase();

async function filled() {
  const scope = await dossierOf();
  const made = await tracedDossier(scope);
  return { scope, ...made };
}

const branchOf = async (scope: Parameters<typeof traceOfRequirement>[0], id: string) => {
  const { branches, totals } = await traceOfRequirement(scope, id);
  const [branch] = branches;
  if (!branch) throw new Error("a requirement without herkomst");
  return { branch, totals };
};

test("of the words of a kernwaarde those that were chosen carry the requirement, and stand first", async () => {
  const { scope, requirementId, face, loosePassageId } = await filled();
  const before = await branchOf(scope, requirementId);
  expect(before.branch.carrying).toBe(0);
  expect(before.branch.words.map(({ carries }) => carries)).toEqual([false, false]);

  await carryWords(scope, { requirementId, passageId: loosePassageId });
  const loose = await branchOf(scope, requirementId);
  expect(loose.branch).toMatchObject({ total: 2, carrying: 1 });
  expect(loose.branch.words[0]).toMatchObject({ carries: true, reaction: null });

  await carryWords(scope, { requirementId, reactionId: face.id });
  // Once more is nothing more.
  await carryWords(scope, { requirementId, reactionId: face.id });
  expect((await branchOf(scope, requirementId)).totals).toMatchObject({ words: 2, carrying: 2 });

  await uncarryWords(scope, { requirementId, passageId: loosePassageId });
  const { branch } = await branchOf(scope, requirementId);
  expect(branch.words.map(({ carries, reaction }) => [carries, reaction?.id ?? null])).toEqual([
    [true, face.id],
    [false, null],
  ]);
  const [value] = (await specificationDocument(scope)).chapters
    .flatMap(({ requirements }) => requirements)
    .flatMap(({ coreValues }) => coreValues);
  expect(value?.carrying.map(({ reaction }) => reaction)).toEqual([1]);
  expect(value?.words.map(({ reaction }) => reaction)).toEqual([null]);
});

test("a reaction that carries a requirement is used in it, and no longer only by its kernwaarde", async () => {
  const { scope, requirementId, face } = await filled();
  const before = (await coverage(scope)).reactions;
  await carryWords(scope, { requirementId, reactionId: face.id });
  const after = (await coverage(scope)).reactions;
  expect(after).toEqual({
    ...before,
    linked: before.linked + 1,
    viaCoreValue: before.viaCoreValue - 1,
  });
  const { requirements } = await getReaction(scope, face.id);
  expect(requirements.map(({ id }) => id)).toContain(requirementId);
});

test("words carry a requirement as long as one of its kernwaarden has them", async () => {
  const { scope, requirementId, face } = await filled();
  await carryWords(scope, { requirementId, reactionId: face.id });
  const [link] = await rowsOf<{ id: string }>(
    await database(),
    sql`select id from live_link where requirement_id = ${requirementId}`,
  );
  await unlinkRequirement(scope, { linkId: link?.id ?? "" });
  const carried = async () =>
    (
      await rowsOf(
        await database(),
        sql`select requirement_id from live_carrying where requirement_id = ${requirementId}`,
      )
    ).length;
  expect(await carried()).toBe(0);
  // Linked again, also to another kernwaarde with the same words, they are what was chosen.
  const other = await coreValueOf(scope, "Rust in de klas", { reactionIds: [face.id] });
  await linkRequirement(scope, { requirementId, coreValueId: other.id });
  expect(await carried()).toBe(1);
});

test("what a requirement is linked to itself carries it wherever it is read", async () => {
  const { scope, requirementId, face } = await filled();
  await linkRequirement(scope, { requirementId, reactionId: face.id });
  const { branches, totals } = await traceOfRequirement(scope, requirementId, { propose: true });
  expect(totals).toMatchObject({ words: 2, carrying: 1 });
  expect(branches.map(({ via, carrying }) => [via, carrying])).toEqual([
    ["K-1", 1],
    ["rechtstreeks", 1],
  ]);
  expect(branches[0]?.words[0]).toMatchObject({ carries: true, linked: true, proposed: false });
});

test("loose words that become those of a reaction carry on as that reaction, and can be let go of", async () => {
  const { scope, requirementId, loosePassageId, consultationId } = await filled();
  await carryWords(scope, { requirementId, passageId: loosePassageId });
  const { id } = await quotedReaction(scope, {
    consultationId,
    text: "Het loket in de bibliotheek",
    passageId: loosePassageId,
  });
  const { branch } = await branchOf(scope, requirementId);
  expect(branch.words[0]).toMatchObject({ carries: true, reaction: { id } });
  expect((await coverage(scope)).reactions.linked).toBe(1);
  // By their passage they are chosen no more: they are of a reaction.
  await expect(
    carryWords(scope, { requirementId, passageId: loosePassageId }),
  ).rejects.toMatchObject({ key: "requirements.errors.notOfCoreValue" });
  await uncarryWords(scope, { requirementId, reactionId: id });
  expect((await branchOf(scope, requirementId)).branch.carrying).toBe(0);
});

test("a reaction that was chosen once is not removed, whatever was taken away since", async () => {
  const { scope, requirementId, friday, source } = await filled();
  const part = await passageOf(scope, source, "De vrijdagmiddag is");
  const value = await coreValueOf(scope, "Bezetting", { passageIds: [part] });
  await linkRequirement(scope, { requirementId, coreValueId: value.id });
  await carryWords(scope, { requirementId, reactionId: friday.id });
  await uncarryWords(scope, { requirementId, reactionId: friday.id });
  const [coding] = await rowsOf<{ id: string }>(
    await database(),
    sql`select id from live_coding where passage_id = ${part}`,
  );
  await removeCoding(scope, { codingId: coding?.id ?? "", reason: "Hoort er niet bij" });
  const { number } = friday;
  const rested = await (await database()).transaction((tx) => restedOn(tx as never, [friday.id]));
  expect(rested).toEqual([number]);
});

test("nothing of a requirement that was dropped is chosen", async () => {
  const { scope, requirementId, face } = await filled();
  await dropRequirement(scope, { requirementId, reason: "Dubbel" });
  for (const change of [carryWords, uncarryWords]) {
    await expect(change(scope, { requirementId, reactionId: face.id })).rejects.toMatchObject({
      key: "requirements.errors.dropped",
    });
  }
});

test("words of no kernwaarde of the requirement, of another dossier or of nothing are refused", async () => {
  const { scope, requirementId, chapterId, face, friday, loosePassageId } = await filled();
  const other = await filled();
  const bare = await requirementOf(scope, chapterId, "Zonder kernwaarde");
  for (const words of [
    { requirementId, reactionId: friday.id },
    { requirementId: bare, reactionId: face.id },
    { requirementId: bare, passageId: loosePassageId },
  ]) {
    await expect(carryWords(scope, words)).rejects.toMatchObject({
      key: "requirements.errors.notOfCoreValue",
    });
  }
  for (const words of [
    { requirementId, reactionId: other.face.id },
    { requirementId, passageId: other.loosePassageId },
    { requirementId: other.requirementId, reactionId: face.id },
    { requirementId, reactionId: "00000000-0000-4000-8000-000000000000" },
    { requirementId },
    { requirementId, reactionId: face.id, passageId: loosePassageId },
  ]) {
    await expect(carryWords(scope, words)).rejects.toThrow();
  }
  const [stored] = await rowsOf<{ n: number }>(
    await database(),
    sql`select count(*)::int as n from carrying_word where dossier_id = ${scope.dossierId}`,
  );
  expect(stored?.n).toBe(0);
});

test("at most three reactions of a kernwaarde are proposed, those that share most with the requirement", async () => {
  const { scope, requirementId, consultationId } = await filled();
  const said = [
    "Op elke school hoort één begeleider die de kinderen kent.",
    "Eén vaste begeleider voor elke school graag.",
    "Elke school wil één begeleider, en liefst altijd dezelfde.",
    "Een begeleider op elke school, daar gaat het ons om.",
    "Het gebouw is koud.",
  ];
  const reactions: string[] = [];
  for (const text of said) {
    reactions.push((await quotedReaction(scope, { consultationId, text })).id);
  }
  const more = await coreValueOf(scope, "Begeleiding dichtbij", { reactionIds: reactions });
  await linkRequirement(scope, { requirementId, coreValueId: more.id });
  const of = async () => {
    const { branches } = await traceOfRequirement(scope, requirementId, { propose: true });
    return branches.find(({ coreValue }) => coreValue?.id === more.id)?.words ?? [];
  };
  const proposed = (await of()).filter((one) => one.proposed);
  expect(proposed).toHaveLength(3);
  expect(proposed.map(({ reaction }) => reaction?.text)).not.toContain(said[4]);
  expect((await of()).slice(0, 3).every((one) => one.proposed)).toBe(true);
  // Nothing is chosen by itself, and what was chosen is not proposed.
  expect((await of()).every(({ carries }) => !carries)).toBe(true);
  const [first] = proposed;
  await carryWords(scope, { requirementId, reactionId: first?.reaction?.id });
  expect((await of()).find(({ carries }) => carries)?.proposed).toBe(false);
  // Who only reads is not asked to choose.
  const { branches } = await traceOfRequirement(scope, requirementId);
  expect(branches.flatMap(({ words }) => words).some((one) => one.proposed)).toBe(false);
});
