import { randomUUID } from "node:crypto";
import { desc, sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { audit, stakeholderGroup } from "@/db/schema";
import { Conflict, Forbidden, Invalid, NotFound } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { addReaction, changeReaction, changeReactions } from "@/domain/reactions/commands";
import type { ReactionRow } from "@/domain/reactions/model";
import {
  filterOptions,
  getReaction,
  reactionOptions,
  searchReactions,
} from "@/domain/reactions/queries";
import { freshDatabase } from "../database";
import { coreValueIn } from "../factories/core-values";
import { dossierOf, memberOf } from "../factories/people";
import { consultationIn, passageIn, reactionIn, statementIn } from "../factories/reactions";
import { quotedReaction } from "../factories/trace";

freshDatabase();

const set = { kind: "advice", position: "agree", groupId: "", statementId: "" } as const;

async function groupIn(scope: ReaderScope, name = "Ouders"): Promise<string> {
  const [row] = await (await database())
    .insert(stakeholderGroup)
    .values({ dossierId: scope.dossierId, name, position: 1 })
    .returning({ id: stakeholderGroup.id });
  return row?.id ?? "";
}

/** A reaction as the splitting of minutes makes it: with a passage. */
async function fromMinutes(scope: ReaderScope, words: string) {
  const { passageId } = await passageIn(scope, words);
  const consultationId = await consultationIn(scope);
  const { id } = await quotedReaction(scope, {
    consultationId,
    text: words,
    passageId,
    speaker: "X",
  });
  return { id, passageId };
}

function shown(row: ReactionRow | undefined): string {
  return (row?.pieces ?? []).map((p) => (p.hit ? `[${p.text}]` : p.text)).join("");
}

async function audits(scope: ReaderScope, action: string) {
  return (await database())
    .select()
    .from(audit)
    .where(sql`${audit.dossierId} = ${scope.dossierId} and ${audit.action} = ${action}`)
    .orderBy(desc(audit.n));
}

test("a reviewer cannot add, change or group reactions", async () => {
  const scope = await dossierOf();
  const reviewer = await memberOf(scope, "reviewer");
  const { id } = await reactionIn(scope);
  await expect(reactionIn(reviewer, { consultationId: randomUUID() })).rejects.toThrow(Forbidden);
  await expect(changeReaction(reviewer, { id, lockVersion: 1, ...set })).rejects.toThrow(Forbidden);
  await expect(changeReactions(reviewer, { reactionIds: [id], groupId: null })).rejects.toThrow(
    Forbidden,
  );
});

test("a stranger finds no reaction, and a foreign parent does not exist", async () => {
  const scope = await dossierOf();
  const other = await dossierOf();
  const { id } = await reactionIn(scope);
  const { id: mine } = await reactionIn(other);
  await expect(getReaction(other, id)).rejects.toThrow(NotFound);
  await expect(getReaction(other, "r-12")).rejects.toThrow(NotFound);
  await expect(changeReaction(other, { id, lockVersion: 1, ...set })).rejects.toThrow(NotFound);
  await expect(changeReactions(other, { reactionIds: [mine, id], groupId: null })).rejects.toThrow(
    NotFound,
  );
  const foreign = {
    consultationId: await consultationIn(scope),
    statementId: await statementIn(scope),
    groupId: await groupIn(scope),
    replyToId: id,
  };
  for (const [field, value] of Object.entries(foreign)) {
    await expect(reactionIn(other, { [field]: value })).rejects.toThrow(NotFound);
  }
  await expect(
    changeReaction(other, { id: mine, lockVersion: 1, ...set, groupId: foreign.groupId }),
  ).rejects.toThrow(NotFound);
  expect((await searchReactions(other)).total).toBe(1);
});

test("a reaction without words or of an unknown kind is refused per field", async () => {
  const scope = await dossierOf();
  await expect(
    addReaction(scope, {
      consultationId: await consultationIn(scope),
      kind: "gossip" as "remark",
      text: "\n",
    }),
  ).rejects.toSatisfy(
    (error) =>
      error instanceof Invalid &&
      error.fields.text === "errors.field.required" &&
      error.fields.kind === "errors.field.choose",
  );
});

test("a group for nothing, or for too many at once, is refused", async () => {
  const scope = await dossierOf();
  const many = Array.from({ length: 101 }, () => randomUUID());
  await expect(changeReactions(scope, { reactionIds: [], groupId: "" })).rejects.toSatisfy(
    (error) =>
      error instanceof Invalid && error.fields.reactionIds === "reactions.errors.noneChosen",
  );
  await expect(changeReactions(scope, { reactionIds: many, groupId: "" })).rejects.toSatisfy(
    (error) => error instanceof Invalid && error.fields.reactionIds === "reactions.errors.tooMany",
  );
});

test("reactions get running numbers, and adding one writes its audit row", async () => {
  const scope = await dossierOf();
  expect((await reactionIn(scope)).number).toBe(1);
  const { id, number } = await reactionIn(scope, { speaker: "Ouder" });
  expect(number).toBe(2);
  expect(await getReaction(scope, id)).toMatchObject({
    number: 2,
    speaker: "Ouder",
    passage: null,
  });
  expect((await audits(scope, "reaction.add"))[0]).toMatchObject({ entityId: id });
});

test("words from minutes cannot be changed; what the reaction is can", async () => {
  const scope = await dossierOf();
  const { id } = await fromMinutes(scope, "De drempel moet laag zijn.");
  await expect(
    changeReaction(scope, { id, lockVersion: 1, ...set, text: "De drempel mag weg." }),
  ).rejects.toSatisfy(
    (error) => error instanceof Invalid && error.fields.text === "reactions.errors.quoted",
  );
  await changeReaction(scope, { id, lockVersion: 1, ...set, speaker: "Jan" });
  expect(await getReaction(scope, id)).toMatchObject({
    text: "De drempel moet laag zijn.",
    speaker: "Jan",
    kind: "advice",
    position: "agree",
    lockVersion: 2,
    passage: { exact: "De drempel moet laag zijn.", before: "Verslag. ", after: " Einde." },
  });
  expect(await audits(scope, "reaction.change")).toHaveLength(1);
});

test("words entered by hand can be corrected", async () => {
  const scope = await dossierOf();
  const { id } = await reactionIn(scope);
  const consultationId = await consultationIn(scope, { title: "Later" });
  await changeReaction(scope, {
    id,
    lockVersion: 1,
    ...set,
    text: "Beter.",
    speaker: "Leerkracht",
    consultationId,
  });
  expect(await getReaction(scope, id)).toMatchObject({
    text: "Beter.",
    speaker: "Leerkracht",
    consultationTitle: "Later",
  });
});

test("a save on an older version gets what stands now", async () => {
  const scope = await dossierOf();
  const { id } = await reactionIn(scope);
  await changeReaction(scope, { id, lockVersion: 1, ...set });
  await expect(
    changeReaction(scope, { id, lockVersion: 1, ...set, kind: "concern" }),
  ).rejects.toSatisfy(
    (error) => error instanceof Conflict && (error.current as { kind: string }).kind === "advice",
  );
});

test("a group is set on a selection; who had it already is left alone", async () => {
  const scope = await dossierOf();
  const groupId = await groupIn(scope);
  const one = await reactionIn(scope);
  const two = await reactionIn(scope, { groupId });
  const result = await changeReactions(scope, {
    reactionIds: [one.id, two.id, one.id],
    groupId,
  });
  expect(result).toEqual({ changed: 1 });
  expect(await getReaction(scope, one.id)).toMatchObject({ groupName: "Ouders", lockVersion: 2 });
  expect(await getReaction(scope, two.id)).toMatchObject({ lockVersion: 1 });
  expect(await audits(scope, "reaction.changeMany")).toMatchObject([{ entityId: one.id }]);
});

test("a reply stands in the thread of both", async () => {
  const scope = await dossierOf();
  const consultationId = await consultationIn(scope);
  const question = await reactionIn(scope, { consultationId, kind: "question" });
  const answer = await reactionIn(scope, {
    consultationId,
    kind: "answer",
    replyToId: question.id,
  });
  expect((await getReaction(scope, question.id)).replies).toMatchObject([{ id: answer.id }]);
  expect((await getReaction(scope, answer.id)).replyTo).toMatchObject({ id: question.id });
});

test("searching is Dutch, marks the words, and sorts the best first", async () => {
  const scope = await dossierOf();
  await reactionIn(scope, { text: "Ouders staan voorop, <b>ouders</b> eerst & altijd." });
  await reactionIn(scope, { text: "De schoolcoaches zijn bekend bij één ouder." });
  await reactionIn(scope, { text: "Het gebouw is te klein." });
  const hits = await searchReactions(scope, { search: "ouder" });
  expect(hits.rows.map(shown)).toEqual([
    "[Ouders] staan voorop, <b>[ouders]</b> eerst & altijd.",
    "De schoolcoaches zijn bekend bij één [ouder].",
  ]);
  expect((await searchReactions(scope, { search: "schoolcoach" })).rows.map(shown)).toEqual([
    "De [schoolcoaches] zijn bekend bij één ouder.",
  ]);
  expect((await searchReactions(scope, { search: "R-3" })).rows.map((row) => row.number)).toEqual([
    3,
  ]);
  expect((await searchReactions(scope, { search: "ouder -voorop" })).total).toBe(1);
  await reactionIn(scope, { text: "Het IB-overleg en de ouder-kindgroep helpen." });
  expect((await searchReactions(scope, { search: "ouder-kindgroep" })).rows.map(shown)).toEqual([
    "Het IB-overleg en de [ouder]-[kindgroep] helpen.",
  ]);
});

test("signs that mean something to a database do no harm in a search", async () => {
  const scope = await dossierOf();
  await reactionIn(scope, { text: "Iedere ouder telt, ook bij de IB'er." });
  for (const search of [
    "'",
    '"',
    "''",
    "%",
    "_",
    "\\",
    "*",
    ":*",
    "ouder:*",
    "' | 'x",
    "& |",
    "!",
    "((",
    "de",
    "<->",
    "ouder' || 'x",
    "\u{e000}",
    "'; drop table reaction; --",
    "ouder \\1",
    "😀",
    "$1",
    "a".repeat(5_000),
  ]) {
    await expect(searchReactions(scope, { search }), search).resolves.toBeDefined();
  }
  expect((await searchReactions(scope, { search: "IB'er" })).total).toBe(1);
  expect((await searchReactions(scope, { search: "%" })).total).toBe(0);
});

test("filters narrow, alone and together", async () => {
  const scope = await dossierOf();
  const groupId = await groupIn(scope);
  const consultationId = await consultationIn(scope);
  const statementId = await statementIn(scope, { consultationId });
  const { id: full } = await reactionIn(scope, {
    consultationId,
    statementId,
    groupId,
    kind: "concern",
    position: "disagree",
    text: "Te weinig tijd.",
  });
  await reactionIn(scope, { consultationId, groupId, kind: "advice" });
  await reactionIn(scope, { kind: "concern", text: "Te veel tijd." });
  const ids = async (filters: Parameters<typeof searchReactions>[1]) =>
    (await searchReactions(scope, filters)).rows.map((row) => row.number);
  expect(await ids({ consultationId })).toEqual([1, 2]);
  expect(await ids({ groupId })).toEqual([1, 2]);
  expect(await ids({ withoutGroup: true })).toEqual([3]);
  expect(await ids({ statementId })).toEqual([1]);
  expect(await ids({ withoutStatement: true })).toEqual([2, 3]);
  expect(await ids({ kind: "concern" })).toEqual([1, 3]);
  expect(await ids({ position: "disagree" })).toEqual([1]);
  expect(await ids({ kind: "concern", groupId, consultationId, search: "tijd" })).toEqual([1]);
  expect(await ids({ sort: "newest" })).toEqual([3, 2, 1]);
  await coreValueIn(scope, { reactionIds: [full] });
  expect(await ids({ withoutCoreValue: true })).toEqual([2, 3]);
  expect((await searchReactions(scope)).rows[0]).toMatchObject({
    groupName: "Ouders",
    statementNumber: 1,
    coreValues: [{ number: 1, name: "Bereikbaar" }],
  });
});

test("2,000 reactions: right totals on every page, by two statements", async () => {
  const scope = await dossierOf();
  const consultationId = await consultationIn(scope);
  const db = await database();
  await db.execute(sql`
    insert into reaction (dossier_id, number, consultation_id, kind, text)
    select ${scope.dossierId}::uuid, n, ${consultationId}::uuid, 'reaction',
      'Vraag ' || n || ' van een ouder'
    from generate_series(1, 2000) n`);
  const statements = vi.spyOn(db, "execute");
  const first = await searchReactions(scope, { search: "ouder" });
  expect(statements).toHaveBeenCalledTimes(2);
  statements.mockRestore();
  expect(first).toMatchObject({ total: 2000, page: 1, pages: 80 });
  expect(first.rows).toHaveLength(25);
  const last = await searchReactions(scope, { page: 999 });
  expect(last).toMatchObject({ total: 2000, page: 80 });
  expect(last.rows.at(-1)?.number).toBe(2000);
});

test("options give the numbers of a stelling in the order of its consultations", async () => {
  const scope = await dossierOf();
  const consultationId = await consultationIn(scope, { title: "Ouders" });
  await statementIn(scope, { consultationId, text: "Eerst dit.", number: "2" });
  expect(await reactionOptions(scope)).toMatchObject({
    consultations: [{ title: "Ouders", heldOn: "2026-03-12" }],
    statements: [{ text: "Eerst dit.", numbers: "2" }],
  });
});

test("of many stellingen those of one consultation are there to filter by, and the chosen one", async () => {
  const scope = await dossierOf();
  const parents = await consultationIn(scope, { title: "Ouders" });
  const schools = await consultationIn(scope, { title: "Scholen" });
  const first = await statementIn(scope, { consultationId: parents, text: "Eerst dit." });
  for (let n = 2; n <= 100; n += 1) {
    await statementIn(scope, { consultationId: schools, text: `Stelling ${n}.`, number: `${n}` });
  }
  const few = await filterOptions(scope, {});
  expect([few.statements.length, few.statementsOfOne]).toEqual([100, false]);
  const last = await statementIn(scope, { consultationId: schools, text: "De laatste." });
  const idsFor = async (filters: Parameters<typeof filterOptions>[1]) => {
    const { statements, statementsOfOne } = await filterOptions(scope, filters);
    expect(statementsOfOne).toBe(true);
    return statements.map(({ id }) => id);
  };
  expect(await idsFor({})).toEqual([]);
  expect(await idsFor({ consultationId: parents })).toEqual([first]);
  expect((await idsFor({ consultationId: parents, statementId: last })).sort()).toEqual(
    [first, last].sort(),
  );
  expect(await idsFor({ consultationId: schools })).toHaveLength(100);
});
