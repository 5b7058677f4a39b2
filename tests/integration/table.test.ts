import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { audit } from "@/db/schema";
import { Conflict, Invalid, NotFound } from "@/domain/kernel/errors";
import {
  changeFields,
  draftRequirement,
  dropRequirement,
  setNoSourceReason,
} from "@/domain/requirements/commands";
import { getRequirement } from "@/domain/requirements/queries";
import { sendToReview } from "@/domain/review/commands";
import { applyChange, proposeChange, undoChange } from "@/domain/table/commands";
import { changePlan, requirementTable } from "@/domain/table/queries";
import { bodyOfLines } from "@/domain/text/rich-text";
import { freshDatabase } from "../database";
import { dossierOf, memberOf } from "../factories/people";
import { chapterOf, requirementOf } from "../factories/requirements";
import { tracedDossier } from "../factories/trace";

freshDatabase();

const rowsIn = async (dossierId: string) =>
  (await database())
    .select({ action: audit.action })
    .from(audit)
    .where(eq(audit.dossierId, dossierId))
    .orderBy(asc(audit.n));

const codes = ({ rows }: { rows: { code: string }[] }) => rows.map(({ code }) => code);

async function filled() {
  const scope = await dossierOf();
  const traced = await tracedDossier(scope);
  const chapterId = await chapterOf(scope, { title: "Vervoer" });
  const made = [];
  for (let i = 1; i <= 11; i += 1) {
    made.push(
      await requirementOf(scope, {
        chapterId,
        title: i === 3 ? "Áéen begeleider" : `Rit ${i}`,
        kind: i === 2 ? "preference" : "mandatory",
        text: `De opdrachtnemer rijdt rit ${i} op tijd.`,
      }),
    );
  }
  const [first, second, third] = made as unknown as [
    { id: string },
    { id: string },
    { id: string },
  ];
  await setNoSourceReason(scope, { requirementId: first.id, reason: "Staat in de wet." });
  await dropRequirement(scope, { requirementId: second.id, reason: "Dubbel" });
  await sendToReview(scope, { requirementId: third.id });
  return { scope, chapterId, traced, first, second, third };
}

test("the table has every requirement, and a filter leaves those that it names", async () => {
  const { scope, chapterId, traced, first, second, third } = await filled();
  const whole = await requirementTable(scope);
  expect(whole).toMatchObject({ total: 12, all: 12, page: 1, pages: 1 });
  expect(whole.rows[0]).toMatchObject({ id: traced.requirementId, links: { coreValues: 1 } });
  expect(await requirementTable(scope, { chapterId })).toMatchObject({ total: 11, all: 12 });
  const ids = async (filter: Parameters<typeof requirementTable>[1]) =>
    (await requirementTable(scope, filter)).rows.map(({ id }) => id);
  expect(await ids({ chapterId: "nergens" })).toEqual([]);
  expect(await ids({ kind: "preference" })).toEqual([second.id]);
  expect(await ids({ state: "dropped" })).toEqual([second.id]);
  expect(await ids({ state: "review" })).toEqual([third.id]);
  expect(await ids({ state: "draft" })).toHaveLength(10);
  // Neither the one with words, nor the one that is explained, nor the one that was dropped.
  const without = await ids({ withoutSource: true });
  expect(without).toHaveLength(9);
  expect(without).not.toContain(first.id);
  expect(await ids({ search: "begeleider", chapterId })).toEqual([third.id]);
  expect(await ids({ findings: "any", search: "zorgvuldig" })).toEqual([]);
});

test("findings narrow it as the list of findings has them", async () => {
  const { scope, chapterId } = await filled();
  const { id } = await requirementOf(scope, {
    chapterId,
    text: "De opdrachtnemer zorgt voor adequate begeleiding.",
  });
  const found = async (findings: "any" | "fout" | "let op" | "tip") =>
    (await requirementTable(scope, { findings, search: "adequate" })).rows.map((row) => row.id);
  expect(await found("any")).toEqual([id]);
  const bySeverity = await Promise.all((["fout", "let op", "tip"] as const).map(found));
  expect(bySeverity.flat()).toContain(id);
});

test("it is put in order by what is asked, and numbers in codes count as numbers", async () => {
  const { scope, chapterId, second, third } = await filled();
  const byCode = codes(await requirementTable(scope, { chapterId, sort: "code" }));
  const [letters] = byCode[0]?.split("-") ?? [];
  expect(byCode.indexOf(`${letters}-2.11`)).toBe(byCode.indexOf(`${letters}-2.10`) + 1);
  expect(byCode.indexOf(`${letters}-2.10`)).toBe(byCode.indexOf(`${letters}-2.9`) + 1);
  const titles = async (down: boolean) =>
    (await requirementTable(scope, { chapterId, sort: "title", down })).rows.map(
      (row) => row.title,
    );
  expect((await titles(false))[0]).toBe("Áéen begeleider");
  expect((await titles(true)).at(-1)).toBe("Áéen begeleider");
  const first = async (filter: Parameters<typeof requirementTable>[1]) =>
    (await requirementTable(scope, filter)).rows[0];
  expect(await first({ sort: "sources", down: true })).toMatchObject({ links: { coreValues: 1 } });
  expect((await first({ sort: "kind", down: true, chapterId }))?.id).toBe(second.id);
  const byState = await requirementTable(scope, { sort: "status", chapterId });
  expect(byState.rows.at(-1)?.id).toBe(second.id);
  expect(byState.rows.at(-2)?.id).toBe(third.id);
  expect(codes(await requirementTable(scope, { down: true }))).toEqual(
    codes(await requirementTable(scope)).reverse(),
  );
});

test("pages hold each requirement once", async () => {
  const scope = await dossierOf();
  const chapterId = await chapterOf(scope);
  for (let i = 0; i < 53; i += 1) await requirementOf(scope, { chapterId, title: "Gelijk" });
  for (const sort of [undefined, "title", "sources", "changed"] as const) {
    const pages = await Promise.all([1, 2].map((page) => requirementTable(scope, { sort, page })));
    expect(new Set(pages.flatMap(codes)).size).toBe(53);
    expect(pages[1]?.rows).toHaveLength(3);
  }
});

test("a field is saved as a version on top of what others changed in other fields", async () => {
  const scope = await dossierOf();
  const { id: requirementId } = await requirementOf(scope);
  const change = (lockVersion: number, fields: Record<string, unknown>) =>
    changeFields(scope, { requirementId, lockVersion, fields, reason: "" });
  expect(await change(1, { evidence: "Een rooster." })).toEqual({ n: 2, changed: true });
  // On the version before: another field goes with it, the same one does not.
  expect(await change(1, { verification: "Steekproef." })).toEqual({ n: 3, changed: true });
  await expect(change(1, { evidence: "Een plan." })).rejects.toBeInstanceOf(Conflict);
  // Who wants what stands already is in nobody's way.
  expect(await change(1, { evidence: "Een rooster." })).toEqual({ n: 3, changed: false });
  const { version } = await getRequirement(scope, requirementId);
  expect(version).toMatchObject({ n: 3, evidence: "Een rooster.", verification: "Steekproef." });
  await expect(change(3, { kind: "onzin" })).rejects.toBeInstanceOf(Invalid);
  await expect(change(3, { title: "" })).rejects.toBeInstanceOf(Invalid);
});

test("points go with a kind that is not scored", async () => {
  const scope = await dossierOf();
  const { id: requirementId } = await requirementOf(scope, { kind: "preference", score: 10 });
  const change = (lockVersion: number, fields: Record<string, unknown>) =>
    changeFields(scope, { requirementId, lockVersion, fields, reason: "" });
  await change(1, { score: "20" });
  expect((await getRequirement(scope, requirementId)).version.score).toBe(20);
  await change(2, { kind: "mandatory" });
  expect((await getRequirement(scope, requirementId)).version).toMatchObject({
    kind: "mandatory",
    score: null,
  });
});

describe("many at once", () => {
  async function three() {
    const scope = await dossierOf();
    const [from, to] = [await chapterOf(scope), await chapterOf(scope, { title: "Ander" })];
    const made = [];
    for (const title of ["Een", "Twee", "Drie", "Vier"]) {
      made.push((await requirementOf(scope, { chapterId: from, title })).id);
    }
    return { scope, from, to, ids: made as [string, string, string, string] };
  }
  const order = async (scope: Parameters<typeof requirementTable>[0], chapterId: string) =>
    (await requirementTable(scope, { chapterId })).rows.map(({ title }) => title);

  test("what changes is shown first, is done as one act, and is taken back as one", async () => {
    const { scope, from, to, ids } = await three();
    const [one, two, three_, four] = ids;
    await dropRequirement(scope, { requirementId: four, reason: "Dubbel" });
    await changeFields(scope, {
      ...{ requirementId: two, lockVersion: 1, reason: "" },
      fields: { evidence: "Rooster." },
    });
    const { id } = await proposeChange(scope, {
      requirementIds: [three_, one, two, four],
      kind: "preference",
      evidence: "Rooster.",
      chapterId: to,
      reason: "Na overleg",
    });
    const plan = await changePlan(scope, id);
    expect(plan).toMatchObject({ done: null, undone: false, rows: { total: 3 } });
    expect(plan.rows.rows[1]).toMatchObject({
      requirementId: two,
      changes: [
        { field: "kind", before: "mandatory", after: "preference" },
        { field: "chapter", before: "1. Eisen aan de dienstverlening", after: "2. Ander" },
      ],
      passed: [{ field: "evidence", why: "same" }],
    });
    expect(plan.passed.rows).toMatchObject([
      { requirementId: four, passed: [{ field: null, why: "dropped" }] },
    ]);
    // Nothing changed yet.
    expect(await order(scope, from)).toEqual(["Een", "Twee", "Drie", "Vier"]);

    const logged = await rowsIn(scope.dossierId);
    expect(await applyChange(scope, { changeId: id, seen: plan.seen })).toEqual({ count: 3 });
    // The same once more does nothing.
    expect(await applyChange(scope, { changeId: id, seen: plan.seen })).toEqual({ count: 3 });
    expect((await rowsIn(scope.dossierId)).slice(logged.length).map((row) => row.action)).toEqual([
      ...["requirement.move", "requirement.move", "requirement.move"],
      ...["requirement.save", "requirement.save", "requirement.save"],
    ]);
    expect(await order(scope, to)).toEqual(["Een", "Twee", "Drie"]);
    expect((await getRequirement(scope, one)).version).toMatchObject({
      ...{ n: 2, kind: "preference", evidence: "Rooster.", reason: "Na overleg" },
    });
    expect(await changePlan(scope, id)).toMatchObject({ done: 3, undone: false });

    // One that was changed since stays.
    await changeFields(scope, {
      ...{ requirementId: three_, lockVersion: 2, reason: "" },
      fields: { title: "Drie en meer" },
    });
    expect(await undoChange(scope, { changeId: id })).toEqual({ undone: 2, left: 1 });
    expect(await order(scope, from)).toEqual(["Een", "Twee", "Vier"]);
    expect(await order(scope, to)).toEqual(["Drie en meer"]);
    expect((await getRequirement(scope, one)).version).toMatchObject({
      ...{ n: 3, kind: "mandatory", evidence: "" },
    });
    await expect(undoChange(scope, { changeId: id })).rejects.toBeInstanceOf(Conflict);
  });

  test("places come back as they were", async () => {
    const { scope, from, to, ids } = await three();
    const requirementIds = [ids[3], ids[0], ids[2]];
    const { id } = await proposeChange(scope, { requirementIds, chapterId: to });
    const { seen } = await changePlan(scope, id);
    await applyChange(scope, { changeId: id, seen });
    expect(await order(scope, from)).toEqual(["Twee"]);
    expect(await undoChange(scope, { changeId: id })).toEqual({ undone: 3, left: 0 });
    expect(await order(scope, from)).toEqual(["Een", "Twee", "Drie", "Vier"]);
  });

  test("what changed meanwhile is shown anew, and nothing is done", async () => {
    const { scope, ids } = await three();
    const requirementIds = [ids[0], ids[1]];
    const { id } = await proposeChange(scope, { requirementIds, evidence: "Plan." });
    const { seen } = await changePlan(scope, id);
    await changeFields(scope, {
      ...{ requirementId: ids[0], lockVersion: 1, reason: "" },
      fields: { evidence: "Rooster." },
    });
    const refused = applyChange(scope, { changeId: id, seen });
    await expect(refused).rejects.toBeInstanceOf(Conflict);
    const anew = await changePlan(scope, id);
    expect(anew.passed.rows).toMatchObject([
      { requirementId: ids[0], passed: [{ field: "evidence", why: "changed", now: "Rooster." }] },
    ]);
    await applyChange(scope, { changeId: id, seen: anew.seen });
    expect((await getRequirement(scope, ids[0])).version.evidence).toBe("Rooster.");
    expect((await getRequirement(scope, ids[1])).version.evidence).toBe("Plan.");
  });

  test("who writes in one is named, and it is left alone", async () => {
    const { scope, ids } = await three();
    const other = await memberOf(scope, "author");
    await draftRequirement(other, {
      ...{ requirementId: ids[0], base: 1, title: "Een", kind: "mandatory" },
      ...{ body: bodyOfLines("Half."), explanation: "" },
    });
    const requirementIds = [ids[0], ids[1]];
    const { id } = await proposeChange(scope, { requirementIds, kind: "performance" });
    expect(await changePlan(scope, id)).toMatchObject({
      rows: { total: 1 },
      passed: { total: 1, rows: [{ requirementId: ids[0], passed: [{ why: "writing" }] }] },
    });
    // Another's is another's.
    await expect(changePlan(other, id)).rejects.toBeInstanceOf(NotFound);
  });

  test("many are sent to review, dropped and taken in again", async () => {
    const { scope, ids } = await three();
    const act = async (which: "review" | "drop" | "restore", requirementIds: string[]) => {
      const { id } = await proposeChange(scope, { requirementIds, act: which });
      const { seen } = await changePlan(scope, id);
      await applyChange(scope, { changeId: id, seen });
      return id;
    };
    const states = async () =>
      (await requirementTable(scope)).rows.map(({ review }) => review?.state);
    await act("review", [ids[0], ids[1]]);
    expect(await states()).toEqual(["review", "review", "draft", "draft"]);
    const dropped = await act("drop", [ids[2], ids[3]]);
    expect(await states()).toEqual(["review", "review", undefined, undefined]);
    await undoChange(scope, { changeId: dropped });
    expect(await states()).toEqual(["review", "review", "draft", "draft"]);
    await act("drop", [ids[2]]);
    const back = await act("restore", [ids[2], ids[3]]);
    expect(await changePlan(scope, back)).toMatchObject({ done: 1 });
    await undoChange(scope, { changeId: back });
    expect((await states())[2]).toBeUndefined();
  });

  test("nothing, too many and what is elsewhere is refused", async () => {
    const { scope, ids } = await three();
    const elsewhere = await requirementOf(await dossierOf());
    await expect(proposeChange(scope, { requirementIds: [] })).rejects.toBeInstanceOf(Invalid);
    await expect(proposeChange(scope, { requirementIds: [ids[0]] })).rejects.toBeInstanceOf(
      Invalid,
    );
    const stranger = { requirementIds: [ids[0], elsewhere.id], kind: "award" as const };
    await expect(proposeChange(scope, stranger)).rejects.toBeInstanceOf(NotFound);
  });
});
