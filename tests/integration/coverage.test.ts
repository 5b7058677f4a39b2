import { expect, test } from "vitest";
import type { Coverage, GapList } from "@/domain/coverage/model";
import { GAP_LISTS } from "@/domain/coverage/model";
import { coverage, gapFilters, gaps } from "@/domain/coverage/queries";
import { countOfList, wrongSums } from "@/domain/coverage/rules";
import type { ReaderScope } from "@/domain/kernel/scope";
import { flowCounts, overviewFacts } from "@/domain/overview/queries";
import { flowOf } from "@/domain/overview/rules";
import { addChapter, dropRequirement, setNoSourceReason } from "@/domain/requirements/commands";
import { freshDatabase } from "../database";
import { consultationOf } from "../factories/consultations";
import { dossierOf } from "../factories/people";
import {
  coreValueOf,
  groupOf,
  quotedReaction,
  requirementOf,
  statementOf,
  tracedDossier,
  uncode,
  unlinkAll,
} from "../factories/trace";

freshDatabase();

/** The sums add up, and every list has as many rows as the coverage counts. */
async function addsUp(scope: ReaderScope): Promise<Coverage> {
  const counted = await coverage(scope);
  expect(wrongSums(counted)).toEqual([]);
  for (const list of GAP_LISTS) {
    expect([list, (await gaps(scope, list)).total]).toEqual([list, countOfList(counted, list)]);
  }
  return counted;
}

test("an empty dossier counts nothing, and another dossier's rows are not counted", async () => {
  await tracedDossier(await dossierOf());
  const empty = await addsUp(await dossierOf());
  expect(new Set(Object.values(empty.reactions))).toEqual(new Set([0]));
  expect(empty.sources.total).toBe(0);
  expect(empty.workbench.next).toBeNull();
});

test("what is used, used by a kernwaarde, only coded and neither are parts of all reactions", async () => {
  const scope = await dossierOf();
  const made = await tracedDossier(scope);
  const third = await quotedReaction(scope, {
    consultationId: made.consultationId,
    text: "Bel op vrijdag terug",
  });
  await coreValueOf(scope, "Bereikbaar", { reactionIds: [third.id] });
  const counted = await addsUp(scope);
  expect(counted.reactions).toEqual({
    total: 3,
    linked: 0,
    viaCoreValue: 1,
    codedOnly: 1,
    answeredOnly: 0,
    unused: 1,
    withCoreValue: 2,
    withoutCoreValue: 1,
    withoutGroup: 2,
  });
  expect(counted.coreValues).toEqual({
    total: 2,
    withRequirement: 1,
    withoutRequirement: 1,
    withoutWords: 0,
  });
  expect((await gaps(scope, "reacties-niet-gecodeerd")).rows).toMatchObject([
    { id: made.friday.id, code: "R-2", text: "De vrijdagmiddag is nu niet bezet", group: null },
  ]);
  expect((await gaps(scope, "reacties-zonder-gebruik")).rows).toMatchObject([{ id: third.id }]);
});

test("a direct link uses a reaction; taking links and codings away frees it again", async () => {
  const scope = await dossierOf();
  const made = await tracedDossier(scope);
  const direct = await requirementOf(scope, made.chapterId, "Vrijdag bezet", {
    reactionIds: [made.friday.id],
  });
  expect((await addsUp(scope)).reactions).toMatchObject({
    linked: 1,
    viaCoreValue: 1,
    unused: 0,
    withoutCoreValue: 1,
  });
  await unlinkAll(scope, direct);
  const freed = await addsUp(scope);
  expect(freed.reactions).toMatchObject({ linked: 0, viaCoreValue: 1, unused: 1 });
  expect(freed.requirements).toMatchObject({ total: 2, withSource: 1, withoutSource: 1 });
  await uncode(scope, made.value.id, made.face.id);
  expect((await addsUp(scope)).reactions).toMatchObject({
    linked: 0,
    viaCoreValue: 0,
    codedOnly: 0,
    unused: 2,
  });
});

test("a dropped requirement counts apart and holds nothing up; a motivated one is no gap", async () => {
  const scope = await dossierOf();
  const made = await tracedDossier(scope);
  const bare = await requirementOf(scope, made.chapterId, "Verklaring omtrent gedrag");
  await setNoSourceReason(scope, { requirementId: bare, reason: "Staat in de wet." });
  expect((await addsUp(scope)).requirements).toEqual({
    total: 2,
    withSource: 1,
    motivated: 1,
    withoutSource: 0,
    dropped: 0,
  });
  expect((await gaps(scope, "eisen-gemotiveerd")).rows[0]).toMatchObject({
    id: bare,
    reason: "Staat in de wet.",
    place: "Begeleiding",
  });
  await dropRequirement(scope, { requirementId: made.requirementId, reason: "Dubbel" });
  const dropped = await addsUp(scope);
  expect(dropped.requirements).toMatchObject({ total: 1, dropped: 1, withSource: 0 });
  expect(dropped.reactions).toMatchObject({ linked: 0, viaCoreValue: 0, codedOnly: 1 });
  expect(dropped.coreValues.withoutRequirement).toBe(1);
});

test("silent groups, stellingen and consultations are named; an information sheet is not missed", async () => {
  const scope = await dossierOf();
  const made = await tracedDossier(scope);
  await groupOf(scope, "Ouders");
  await groupOf(scope, "Leveranciers", false);
  await statementOf(scope, {
    consultationId: made.consultationId,
    number: 2,
    text: "Stelling twee",
  });
  await consultationOf(scope, { title: "Interview CJG", kind: "interview" });
  await consultationOf(scope, { title: "Informatieblad", kind: "information" });
  const counted = await addsUp(scope);
  expect(counted.groups).toEqual({ expected: 2, heard: 1, silent: 1 });
  expect(counted.statements).toEqual({ total: 2, withReactions: 1, withoutReactions: 1 });
  expect(counted.consultations).toEqual({ total: 2, withReactions: 1, withoutReactions: 1 });
  const named = async (list: GapList) => (await gaps(scope, list)).rows.map((row) => row.text);
  expect(await named("groepen-zonder-inbreng")).toEqual(["Ouders"]);
  expect(await named("stellingen-zonder-reacties")).toEqual(["Stelling twee"]);
  expect(await named("consultaties-zonder-reacties")).toEqual(["Interview CJG"]);
  const facts = await overviewFacts(scope);
  expect(facts.groups.map((group) => [group.name, group.reactions])).toContainEqual([
    "Schoolcoaches",
    1,
  ]);
});

test("lists are paged and filtered; a strange filter or page finds nothing or the last", async () => {
  const scope = await dossierOf();
  const made = await tracedDossier(scope);
  for (let i = 0; i < 30; i++) {
    await quotedReaction(scope, {
      consultationId: made.consultationId,
      text: `Reactie ${i}`,
      stakeholderGroupId: i < 4 ? made.groupId : null,
    });
  }
  const list = "reacties-niet-gecodeerd";
  expect(await gaps(scope, list, {}, 2)).toMatchObject({ total: 31, page: 2, pages: 2 });
  expect((await gaps(scope, list, {}, 99)).rows).toHaveLength(6);
  expect((await gaps(scope, list, { groupId: made.groupId })).total).toBe(4);
  expect((await gaps(scope, list, { consultationId: "' or 1=1" })).total).toBe(0);
  const filters = await gapFilters(scope);
  expect(filters.groups).toEqual([{ id: made.groupId, name: "Schoolcoaches" }]);
  expect(filters.consultations.map(({ id }) => id)).toEqual([made.consultationId]);
});

test("at random data the sums add up and the picture loses nothing", async () => {
  const scope = await dossierOf();
  let seed = 20_261_121;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const pick = <T>(list: T[]) => list[random(list.length)] as T;
  const consultations = [await consultationOf(scope), await consultationOf(scope, { title: "VO" })];
  const groups = [await groupOf(scope, "A"), await groupOf(scope, "B", true, 2), null];
  const statements: (string | null)[] = [null];
  for (let i = 0; i < 4; i++) {
    statements.push(
      await statementOf(scope, {
        consultationId: pick(consultations),
        number: i + 1,
        text: `S ${i}`,
      }),
    );
  }
  const reactions: string[] = [];
  for (let i = 0; i < 40; i++) {
    const { id } = await quotedReaction(scope, {
      consultationId: pick(consultations),
      statementId: pick(statements),
      stakeholderGroupId: pick(groups),
      text: `Reactie ${i}`,
    });
    reactions.push(id);
  }
  const some = (list: string[], odds: number) => list.filter(() => random(odds) === 0);
  const values: string[] = [];
  for (let i = 0; i < 6; i++) {
    const reactionIds = some(reactions, 6);
    values.push((await coreValueOf(scope, `Waarde ${i}`, { reactionIds })).id);
    if (reactionIds[0] && random(2)) await uncode(scope, values[i] ?? "", reactionIds[0]);
  }
  const chapters = [
    await addChapter(scope, { title: "Een" }),
    await addChapter(scope, { title: "Twee" }),
  ];
  for (let i = 0; i < 15; i++) {
    const id = await requirementOf(scope, pick(chapters).id, `Eis ${i}`, {
      coreValueIds: some(values, 4),
      reactionIds: some(reactions, 20),
    });
    if (random(5) === 0) await setNoSourceReason(scope, { requirementId: id, reason: "Wet" });
    if (random(5) === 0) await dropRequirement(scope, { requirementId: id, reason: "Dubbel" });
    if (random(5) === 0) await unlinkAll(scope, id);
  }
  const counted = await addsUp(scope);

  const flow = flowOf(await flowCounts(scope), counted.reactions.unused, 3);
  const sum = (list: { count: number }[]) => list.reduce((total, { count }) => total + count, 0);
  const nodes = (column: string) => flow.nodes.filter((node) => node.column === column);
  expect(sum(nodes("reaction").filter((node) => node.kind !== "words"))).toBe(40);
  expect(sum(nodes("statement"))).toBe(40);
  expect(flow.nodes.find((node) => node.key === "coreValue-gap")?.count ?? 0).toBe(
    counted.reactions.unused,
  );
  const chaptersDrawn = nodes("requirement").filter((node) => node.kind !== "gap");
  expect(sum(chaptersDrawn)).toBe(counted.requirements.total);
  expect(chaptersDrawn.reduce((total, node) => total + node.missing, 0)).toBe(
    counted.requirements.withoutSource,
  );
  const drawn = new Set(flow.nodes.map((node) => node.key));
  for (const band of flow.bands)
    expect([drawn.has(band.from), drawn.has(band.to)]).toEqual([true, true]);
});

test("groups of reactions too small to be drawn are drawn together, with all that is coded in them", async () => {
  const scope = await dossierOf();
  const consultationId = await consultationOf(scope);
  const reactionIds: string[] = [];
  const statements: string[] = [];
  for (let i = 0; i < 12; i++) {
    const put = { consultationId, number: i + 1, text: `Stelling ${i}` };
    const statementId = await statementOf(scope, put);
    statements.push(statementId);
    // The first is larger, so that it is drawn on its own whatever the order.
    for (let n = 0; n < (i === 0 ? 3 : 1); n++) {
      const text = `Reactie ${i} ${n}`;
      reactionIds.push((await quotedReaction(scope, { consultationId, statementId, text })).id);
    }
  }
  const all = await coreValueOf(scope, "Van allen", { reactionIds });
  const one = await coreValueOf(scope, "Van de laatste", { reactionIds: reactionIds.slice(-1) });
  // What leads nowhere is drawn with what it is of, and of the small ones together as well.
  const gone = [statements[0], statements[10], statements[11]];
  for (const statementId of gone) {
    await quotedReaction(scope, { consultationId, statementId, text: `Nergens ${statementId}` });
  }
  const { unused } = (await coverage(scope)).reactions;
  expect(unused).toBe(3);
  const flow = flowOf(await flowCounts(scope), unused);
  const gaps = flow.bands.filter(({ to }) => to === "coreValue-gap");
  expect(gaps.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  expect(flow.nodes.find(({ key }) => key === "coreValue-gap")).toMatchObject({ count: 3 });
  const bandsTo = (id: string) =>
    flow.bands.filter(({ to }) => to === `coreValue-${id}`).sort((a, b) => b.count - a.count);
  expect(bandsTo(all.id).map(({ count }) => count)).toEqual([4, 3, 1, 1, 1, 1, 1, 1, 1]);
  expect(bandsTo(all.id)[0]?.from).toBe("reaction-rest");
  expect(bandsTo(one.id).map(({ count }) => count)).toEqual([1]);
});
