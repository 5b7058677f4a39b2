import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { passedOver } from "@/db/schema";
import type { Blocker } from "@/db/vocabulary";
import { addGroup } from "@/domain/groups/commands";
import { Conflict, Forbidden, Invalid, NotFound } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { searchLeaving } from "@/domain/personal-data/commands";
import {
  documentToLeave,
  passOver,
  releasePersonalData,
  withdrawPassing,
  withdrawRelease,
} from "@/domain/publication/commands";
import { heldBack, readiness } from "@/domain/publication/queries";
import { stateSums } from "@/domain/publication/rules";
import { dropRequirement, saveRequirement } from "@/domain/requirements/commands";
import { approveRequirement, sendToReview } from "@/domain/review/commands";
import { bodyOfLines } from "@/domain/text/rich-text";
import { freshDatabase } from "../database";
import { approverOf, dossierOf, memberOf } from "../factories/people";
import { reactionIn } from "../factories/reactions";
import { linkOf, requirementOf } from "../factories/requirements";
import { passageOf, revised, SMALL_MINUTES, sourceOf } from "../factories/sources";

freshDatabase();

const FRIDAY = "De vrijdagmiddag is nu **niet** bezet.";

async function rowOf(scope: ReaderScope, blocker: Blocker) {
  const row = (await readiness(scope)).blockers.find((one) => one.blocker === blocker);
  if (!row) throw new Error(`${blocker} is not there`);
  return row;
}

async function pass(scope: ReaderScope, blocker: Blocker, reason = "Volgt uit de wet.") {
  const { key } = await rowOf(scope, blocker);
  return passOver(scope, { blocker, key, reason });
}

test("an empty dossier has nothing in the way, and what is open is named with its number", async () => {
  const scope = await dossierOf();
  expect(stateSums(await readiness(scope))).toEqual({ open: 0, passed: 0, clear: 5 });
  const { id, code } = await requirementOf(scope);
  const reaction = await reactionIn(scope);
  await addGroup(scope, { name: "Chauffeurs", expected: true });
  const found = await readiness(scope);
  expect(stateSums(found)).toEqual({ open: 3, passed: 0, clear: 2 });
  expect(found).toMatchObject({ silentGroups: 1, expectedGroups: 1, changedSources: [] });
  expect(found.blockers).toMatchObject([
    { blocker: "withoutSource", count: 1, of: 1, state: "open", first: [{ id, code }] },
    { blocker: "withoutAnswer", count: 1, of: 1, state: "open", first: [{ id: reaction.id }] },
    { blocker: "withoutApproval", count: 1, of: 1, state: "open", first: [{ id, code }] },
    { blocker: "suspect", count: 0, of: 1, state: "clear", first: [] },
  ]);
});

test("what is passed over holds for what was seen: less of it too, but nothing else", async () => {
  const scope = await dossierOf();
  const one = await requirementOf(scope);
  const two = await requirementOf(scope);
  const seen = (await rowOf(scope, "withoutSource")).key;
  await pass(scope, "withoutSource");
  expect(await rowOf(scope, "withoutSource")).toMatchObject({
    state: "passed",
    passing: { count: 2, reason: "Volgt uit de wet." },
  });
  // One of them gets a source: the rest is still what was seen.
  const reaction = await reactionIn(scope);
  await linkOf(scope, one.id, { reactionId: reaction.id });
  expect(await rowOf(scope, "withoutSource")).toMatchObject({ state: "passed", count: 1 });
  // Other words are another requirement than the one that was seen.
  await saveRequirement(scope, {
    ...{ requirementId: two.id, lockVersion: 1, title: "Op tijd", kind: "mandatory" },
    ...{ body: bodyOfLines("De bus komt."), explanation: "", evidence: "", verification: "" },
    reason: "Beter.",
  });
  expect(await rowOf(scope, "withoutSource")).toMatchObject({
    ...{ state: "open", count: 1 },
    passing: { reason: "Volgt uit de wet." },
  });
  await expect(
    passOver(scope, { blocker: "withoutSource", key: seen, reason: "Ja." }),
  ).rejects.toThrow(Conflict);
  await pass(scope, "withoutSource", "Ook zo.");
  expect((await rowOf(scope, "withoutSource")).passing?.reason).toBe("Ook zo.");
  // One more, and it is asked again.
  await requirementOf(scope);
  expect((await rowOf(scope, "withoutSource")).state).toBe("open");
  // Of all that was said each stays, and one stands.
  const rows = await (await database())
    .select()
    .from(passedOver)
    .where(and(eq(passedOver.dossierId, scope.dossierId)));
  expect(rows.map(({ reason, withdrawnAt }) => [reason, withdrawnAt === null]).sort()).toEqual([
    ["Ook zo.", true],
    ["Volgt uit de wet.", false],
  ]);
});

test("it is taken back once, by who writes, and nothing open is not passed over", async () => {
  const scope = await dossierOf();
  await reactionIn(scope);
  const reviewer = await memberOf(scope, "reviewer");
  const { key } = await rowOf(reviewer, "withoutAnswer");
  const asked = { blocker: "withoutAnswer" as const, key, reason: "Komt later." };
  await expect(passOver(reviewer, asked)).rejects.toThrow(Forbidden);
  await expect(passOver(scope, { ...asked, reason: " " })).rejects.toThrow(Invalid);
  const { passingId } = await passOver(scope, asked);
  const elsewhere = await dossierOf();
  await expect(withdrawPassing(elsewhere, { passingId })).rejects.toThrow(NotFound);
  await expect(withdrawPassing(reviewer, { passingId })).rejects.toThrow(Forbidden);
  expect((await rowOf(reviewer, "withoutAnswer")).state).toBe("passed");
  await withdrawPassing(scope, { passingId });
  expect(await rowOf(scope, "withoutAnswer")).toMatchObject({ state: "open", passing: null });
  await expect(withdrawPassing(scope, { passingId })).rejects.toThrow(Conflict);
  await expect(pass(scope, "withoutSource")).rejects.toThrow(
    "publication.readiness.errors.nothing",
  );
});

test("a requirement is in the way until it is approved in every role, and again when its words change", async () => {
  const scope = await dossierOf();
  const { id: requirementId, code } = await requirementOf(scope);
  const [lawyer, others] = [
    await approverOf(scope, ["legal"]),
    await approverOf(scope, ["content", "procurement"]),
  ];
  await sendToReview(scope, { requirementId });
  await approveRequirement(lawyer, { requirementId, n: 1 });
  expect(await rowOf(scope, "withoutApproval")).toMatchObject({
    ...{ state: "open", count: 1, of: 1 },
    first: [{ id: requirementId, code }],
  });
  await approveRequirement(others, { requirementId, n: 1 });
  expect(await rowOf(scope, "withoutApproval")).toMatchObject({ state: "clear", first: [] });
  await saveRequirement(scope, {
    ...{ requirementId, lockVersion: 1, title: "Op tijd", kind: "mandatory" },
    ...{ body: bodyOfLines("De bus komt."), explanation: "", evidence: "", verification: "" },
    reason: "Beter.",
  });
  await pass(scope, "withoutApproval", "De jurist is met vakantie.");
  expect((await rowOf(scope, "withoutApproval")).state).toBe("passed");
});

test("a requirement on changed words is in the way until somebody decided, and again when other words change", async () => {
  const scope = await dossierOf();
  const imported = await sourceOf(scope);
  const passageId = await passageOf(scope, imported, FRIDAY);
  const { id: requirementId, code } = await requirementOf(scope);
  await linkOf(scope, requirementId, { passageId });
  const text = SMALL_MINUTES.replace(" **niet** bezet", " bezet");
  await revised(scope, imported.sourceId, text);
  expect(await readiness(scope)).toMatchObject({ changedSources: [{ id: imported.sourceId }] });
  expect(await rowOf(scope, "suspect")).toMatchObject({
    count: 1,
    state: "open",
    first: [{ code }],
  });
  await pass(scope, "suspect");
  expect((await rowOf(scope, "suspect")).state).toBe("passed");
  await revised(scope, imported.sourceId, `${text}\nNog een zin.\n`, 2);
  expect((await rowOf(scope, "suspect")).state).toBe("open");
  await dropRequirement(scope, { requirementId, reason: "Weg." });
  expect(await rowOf(scope, "suspect")).toMatchObject({ count: 0, state: "clear" });
});

test("who answered for open personal data takes that back, and it keeps things in again", async () => {
  const scope = await dossierOf();
  await requirementOf(scope);
  await searchLeaving(scope, { title: "Mevrouw Ottens belt." });
  const held = await heldBack(scope);
  const key = held?.key ?? "";
  const reason = "De raad wacht.";
  expect(stateSums(await readiness(scope)).open).toBe(3);
  await expect(withdrawRelease(scope, { key })).rejects.toThrow(Conflict);
  await releasePersonalData(scope, { key, reason });
  const { personalData, ...rest } = await readiness(scope);
  expect(personalData).toMatchObject({ held: { open: 1, released: true }, release: { reason } });
  expect(stateSums({ personalData, ...rest })).toMatchObject({ open: 2, passed: 1 });
  expect((await documentToLeave(scope, {})).held).toBeNull();
  await withdrawRelease(scope, { key });
  expect((await readiness(scope)).personalData.release).toBeNull();
  expect((await documentToLeave(scope, {})).held?.open).toBe(1);
});
