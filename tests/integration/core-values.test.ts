import { randomUUID } from "node:crypto";
import { desc, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { audit, stakeholderGroup } from "@/db/schema";
import {
  addCoreValue,
  changeCoreValue,
  codeWith,
  removeCoding,
  restoreCoding,
  setExample,
} from "@/domain/core-values/commands";
import {
  chosenWords,
  codingsOf,
  coreValueOptions,
  getCoreValue,
  listCoreValues,
} from "@/domain/core-values/queries";
import { isCommonGround, silentGroups } from "@/domain/core-values/rules";
import { Conflict, Forbidden, Invalid, NotFound } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { quotePassage } from "@/domain/sources/commands";
import { freshDatabase } from "../database";
import { coreValueIn } from "../factories/core-values";
import { dossierOf, memberOf } from "../factories/people";
import { consultationIn, passageIn, reactionIn } from "../factories/reactions";
import { quotedReaction } from "../factories/trace";

freshDatabase();

const wording = { name: "Rust", definition: "", rule: "" };

async function groupsIn(scope: ReaderScope, ...names: string[]): Promise<string[]> {
  const rows = await (await database())
    .insert(stakeholderGroup)
    .values(names.map((name, position) => ({ dossierId: scope.dossierId, name, position })))
    .returning({ id: stakeholderGroup.id });
  return rows.map((row) => row.id);
}

async function audits(scope: ReaderScope, action: string) {
  return (await database())
    .select()
    .from(audit)
    .where(sql`${audit.dossierId} = ${scope.dossierId} and ${audit.action} = ${action}`)
    .orderBy(desc(audit.n));
}

async function firstCoding(scope: ReaderScope, id: string): Promise<string> {
  return (await codingsOf(scope, id)).rows[0]?.id ?? "";
}

test("a reviewer cannot change anything about kernwaarden", async () => {
  const scope = await dossierOf();
  const reviewer = await memberOf(scope, "reviewer");
  const { id } = await coreValueIn(scope);
  const codingId = await firstCoding(scope, id);
  for (const attempt of [
    () => addCoreValue(reviewer, wording),
    () => codeWith(reviewer, { coreValueId: id, reactionIds: [randomUUID()] }),
    () => changeCoreValue(reviewer, { id, lockVersion: 1, ...wording, reason: "Beter" }),
    () => setExample(reviewer, { id, passageId: null }),
    () => removeCoding(reviewer, { codingId, reason: "Hoort er niet bij" }),
    () => restoreCoding(reviewer, { codingId }),
  ]) {
    await expect(attempt()).rejects.toThrow(Forbidden);
  }
});

test("a stranger finds nothing, and foreign words or kernwaarden do not exist", async () => {
  const scope = await dossierOf();
  const other = await dossierOf();
  const { id } = await coreValueIn(scope);
  const codingId = await firstCoding(scope, id);
  const foreign = await reactionIn(scope);
  const { passageId } = await passageIn(scope, "Hier staat het.");
  const mine = await coreValueIn(other);
  const own = await reactionIn(other);
  await expect(getCoreValue(other, id)).rejects.toThrow(NotFound);
  await expect(getCoreValue(other, "k-1")).rejects.toThrow(NotFound);
  for (const attempt of [
    () => addCoreValue(other, { ...wording, reactionIds: [foreign.id] }),
    () => addCoreValue(other, { ...wording, passageIds: [passageId] }),
    () => codeWith(other, { coreValueId: id, reactionIds: [own.id] }),
    () => codeWith(other, { coreValueId: mine.id, passageIds: [passageId] }),
    () => changeCoreValue(other, { id, lockVersion: 1, ...wording, reason: "Beter" }),
    () => setExample(other, { id, passageId: null }),
    () => setExample(other, { id: mine.id, passageId }),
    () => removeCoding(other, { codingId, reason: "Weg" }),
    () => restoreCoding(other, { codingId }),
  ]) {
    await expect(attempt()).rejects.toThrow(NotFound);
  }
  expect(await chosenWords(other, [foreign.id], [passageId])).toEqual([]);
  expect((await listCoreValues(other)).rows.map((row) => row.id)).toEqual([mine.id]);
});

test("a kernwaarde is changed without a reason, and an older wording is put back", async () => {
  const scope = await dossierOf();
  const { id } = await coreValueIn(scope);
  const first = (await getCoreValue(scope, id)).versions.at(-1);
  if (!first) throw new Error("a kernwaarde has a version");
  const { name, definition, rule } = first;
  await changeCoreValue(scope, { id, lockVersion: 1, ...wording, name: "Anders", reason: "" });
  const back = { id, lockVersion: 2, name, definition, rule, reason: "Versie 1 teruggezet" };
  await changeCoreValue(scope, back);
  const now = await getCoreValue(scope, id);
  expect(now).toMatchObject({ name, definition, rule, lockVersion: 3 });
  expect(now.versions.map(({ n, reason }) => [n, reason])).toEqual([
    [3, "Versie 1 teruggezet"],
    [2, null],
    [1, null],
  ]);
});

test("no name, or nothing chosen is refused per field", async () => {
  const scope = await dossierOf();
  const { id } = await coreValueIn(scope);
  await expect(addCoreValue(scope, { ...wording, name: "" })).rejects.toSatisfy(
    (error) => error instanceof Invalid && error.fields.name === "errors.field.required",
  );
  await expect(codeWith(scope, { coreValueId: id })).rejects.toSatisfy(
    (error) => error instanceof Invalid && error.fields.form === "coreValues.errors.noneChosen",
  );
  await expect(codeWith(scope, { coreValueId: "" })).rejects.toSatisfy(
    (error) => error instanceof Invalid && error.fields.coreValueId === "coreValues.errors.choose",
  );
  await expect(
    codeWith(scope, {
      coreValueId: id,
      reactionIds: Array.from({ length: 101 }, () => randomUUID()),
    }),
  ).rejects.toThrow(Invalid);
});

test("a name is taken whatever its capitals, for a new one and for a change", async () => {
  const scope = await dossierOf();
  await coreValueIn(scope, { name: "Bereikbaar" });
  const { id } = await coreValueIn(scope, { name: "Rust" });
  const taken = (error: unknown) =>
    error instanceof Invalid && error.fields.name === "coreValues.errors.nameTaken";
  await expect(coreValueIn(scope, { name: " BEREIKBAAR " })).rejects.toSatisfy(taken);
  for (const name of [
    "Rust\u200b",
    "\ufeffrust",
    "Ru\u00adst",
    "\u202eRust",
    "Ｒust",
    "ru\u200dst",
  ]) {
    await expect(coreValueIn(scope, { name })).rejects.toSatisfy(taken);
  }
  await coreValueIn(scope, { name: "Één  lijn" });
  await expect(coreValueIn(scope, { name: "e\u0301e\u0301n\u00a0LIJN" })).rejects.toSatisfy(taken);
  await expect(
    changeCoreValue(scope, { id, lockVersion: 1, ...wording, name: "bereikbaar", reason: "Zo" }),
  ).rejects.toSatisfy(taken);
  await changeCoreValue(scope, { id, lockVersion: 1, ...wording, name: "RUST", reason: "Zo" });
  await changeCoreValue(scope, {
    id,
    lockVersion: 2,
    ...wording,
    name: "Rust en tijd",
    reason: "Zo",
  });
  await coreValueIn(scope, { name: "Rust" });
  await coreValueIn(await dossierOf(), { name: "Bereikbaar" });
});

test("making one codes its words and writes an audit row for each", async () => {
  const scope = await dossierOf();
  const one = await reactionIn(scope);
  const { passageId } = await passageIn(scope, "Altijd een vast gezicht.");
  const made = await coreValueIn(scope, {
    name: "Een vast gezicht",
    reactionIds: [one.id, one.id],
    passageIds: [passageId],
  });
  expect(made).toMatchObject({ number: 1, added: 2 });
  expect(await getCoreValue(scope, made.id)).toMatchObject({
    name: "Een vast gezicht",
    words: 2,
    versions: [{ n: 1, reason: null }],
  });
  const rows = await audits(scope, "coreValue.add");
  expect(rows.map((row) => row.entity).sort()).toEqual(["coding", "coding", "coreValue"]);
});

test("coding more skips what was coded, and counts it", async () => {
  const scope = await dossierOf();
  const one = await reactionIn(scope);
  const two = await reactionIn(scope);
  const { id } = await coreValueIn(scope, { reactionIds: [one.id] });
  const result = await codeWith(scope, { coreValueId: id, reactionIds: [one.id, two.id] });
  expect(result).toEqual({ added: 1, already: 1 });
  expect(await audits(scope, "coreValue.code")).toHaveLength(1);
});

test("a passage that is exactly a reaction counts as that reaction, once", async () => {
  const scope = await dossierOf();
  const { passageId } = await passageIn(scope, "Altijd een vast gezicht.");
  const one = await quotedReaction(scope, {
    consultationId: await consultationIn(scope),
    text: "Altijd een vast gezicht.",
    passageId,
  });
  const { id } = await coreValueIn(scope, { passageIds: [passageId] });
  expect((await codingsOf(scope, id)).rows).toMatchObject([
    { reactionId: one.id, passageId, blockNumber: 1, consultationTitle: "Bijeenkomst met scholen" },
  ]);
  const again = await codeWith(scope, {
    coreValueId: id,
    reactionIds: [one.id],
    passageIds: [passageId],
  });
  expect(again).toEqual({ added: 0, already: 1 });
});

test("words inside a reaction count for its group and consultation", async () => {
  const scope = await dossierOf();
  const [groupId = ""] = await groupsIn(scope, "Ouders");
  const whole = "De drempel moet laag zijn, zeggen wij.";
  const { passageId, sourceVersionId } = await passageIn(scope, whole);
  const one = await quotedReaction(scope, {
    consultationId: await consultationIn(scope),
    text: whole,
    stakeholderGroupId: groupId,
    passageId,
  });
  const part = await quotePassage(scope, {
    sourceVersionId,
    start: 9,
    end: 19,
    exact: "De drempel",
  });
  const { id } = await coreValueIn(scope, { passageIds: [part.passageId] });
  expect((await codingsOf(scope, id)).rows).toMatchObject([
    { text: "De drempel", reactionId: one.id, groupName: "Ouders", counts: true },
  ]);
  expect(await getCoreValue(scope, id)).toMatchObject({ groups: 1, consultations: 1 });
});

test("spread counts consultations and groups, and names the silent ones", async () => {
  const scope = await dossierOf();
  const [parents, schools] = await groupsIn(scope, "Ouders", "Scholen", "Artsen");
  const consultationId = await consultationIn(scope, { title: "Eerste" });
  const reactionIds = [];
  for (const overrides of [
    { groupId: parents, consultationId },
    { groupId: parents, consultationId },
    { groupId: schools },
    {},
  ]) {
    reactionIds.push((await reactionIn(scope, overrides)).id);
  }
  const wide = await coreValueIn(scope, { name: "Breed", reactionIds });
  const narrow = await coreValueIn(scope, { name: "Smal" });
  const { rows, total } = await listCoreValues(scope);
  expect(total).toBe(2);
  expect(rows).toMatchObject([
    { id: wide.id, words: 4, consultations: 3, groups: 2, requirements: 0 },
    { id: narrow.id, words: 1, consultations: 1, groups: 0 },
  ]);
  expect(rows.map(isCommonGround)).toEqual([true, false]);
  const byNumber = await listCoreValues(scope, { sort: "number" });
  expect(byNumber.rows.map((row) => row.number)).toEqual([1, 2]);
  const detail = await getCoreValue(scope, wide.id);
  expect(detail.byGroup.map((line) => [line.name, line.words])).toEqual([
    ["Ouders", 2],
    ["Scholen", 1],
    [null, 1],
    ["Artsen", 0],
  ]);
  expect(silentGroups(detail.byGroup).map((line) => line.name)).toEqual(["Artsen"]);
  expect(detail.byConsultation.reduce((sum, line) => sum + line.words, 0)).toBe(4);
});

test("a change makes a version with its reason; without a difference nothing is stored", async () => {
  const scope = await dossierOf();
  const { id } = await coreValueIn(scope);
  const before = await getCoreValue(scope, id);
  const same = { name: before.name, definition: before.definition, rule: before.rule };
  await changeCoreValue(scope, { id, lockVersion: 1, ...same, reason: "Zomaar" });
  expect((await getCoreValue(scope, id)).lockVersion).toBe(1);
  await changeCoreValue(scope, { id, lockVersion: 1, ...same, name: "Vindbaar", reason: "Beter" });
  expect(await getCoreValue(scope, id)).toMatchObject({
    name: "Vindbaar",
    lockVersion: 2,
    versions: [
      { n: 2, name: "Vindbaar", reason: "Beter" },
      { n: 1, name: "Bereikbaar" },
    ],
  });
  expect(await audits(scope, "coreValue.change")).toHaveLength(1);
  await expect(
    changeCoreValue(scope, { id, lockVersion: 1, ...same, reason: "Laat" }),
  ).rejects.toSatisfy(
    (error) => error instanceof Conflict && (error.current as { name: string }).name === "Vindbaar",
  );
});

test("a coding taken away stays in the history and can be put back", async () => {
  const scope = await dossierOf();
  const { id } = await coreValueIn(scope);
  const codingId = await firstCoding(scope, id);
  await removeCoding(scope, { codingId, reason: "Gaat over iets anders" });
  const without = await getCoreValue(scope, id);
  expect(without).toMatchObject({
    words: 0,
    removed: [{ id: codingId, removedReason: "Gaat over iets anders" }],
  });
  await expect(removeCoding(scope, { codingId, reason: "Nog eens" })).rejects.toThrow(Invalid);
  await restoreCoding(scope, { codingId });
  expect(await getCoreValue(scope, id)).toMatchObject({ words: 1, removed: [] });
  await expect(restoreCoding(scope, { codingId })).rejects.toSatisfy(
    (error) => error instanceof Invalid && error.key === "coreValues.errors.alreadyCoded",
  );
  expect(await audits(scope, "coding.remove")).toHaveLength(1);
  expect(await audits(scope, "coding.restore")).toHaveLength(1);
});

test("an example is one of its own passages, and goes when its words are taken away", async () => {
  const scope = await dossierOf();
  const { passageId } = await passageIn(scope, "Altijd een vast gezicht.");
  const stray = await passageIn(scope, "Iets heel anders.");
  const { id } = await coreValueIn(scope, { passageIds: [passageId] });
  await expect(setExample(scope, { id, passageId: stray.passageId })).rejects.toThrow(NotFound);
  await setExample(scope, { id, passageId });
  expect((await getCoreValue(scope, id)).example).toMatchObject({
    exact: "Altijd een vast gezicht.",
  });
  expect((await getCoreValue(scope, id)).lockVersion).toBe(1);
  expect(await audits(scope, "coreValue.setExample")).toHaveLength(1);
  // A reason is asked, not demanded.
  await removeCoding(scope, { codingId: await firstCoding(scope, id), reason: " " });
  expect((await getCoreValue(scope, id)).example).toBeNull();
});

test("options are found by a part of the name or by the definition", async () => {
  const scope = await dossierOf();
  await coreValueIn(scope, { name: "Een vast gezicht", definition: "Steeds dezelfde persoon." });
  await coreValueIn(scope, { name: "Rust", definition: "Tijd om te praten. 100% zeker." });
  const names = async (search?: string) =>
    (await coreValueOptions(scope, search)).map((option) => option.name);
  expect(await names()).toEqual(["Een vast gezicht", "Rust"]);
  expect(await names("GEZ")).toEqual(["Een vast gezicht"]);
  expect(await names("personen")).toEqual(["Een vast gezicht"]);
  expect(await names("%")).toEqual([]);
  expect(await names("'")).toEqual([]);
});
