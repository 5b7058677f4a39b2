import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database, rowsOf } from "@/db/client";
import { consultation, reaction, sourcePart } from "@/db/schema";
import { OUTCOMES, type Outcome } from "@/db/vocabulary";
import { administer } from "@/domain/accounts/gate";
import { addCoreValue, codeWith } from "@/domain/core-values/commands";
import { codingsOf, getCoreValue, listCoreValues } from "@/domain/core-values/queries";
import { GAP_LISTS } from "@/domain/coverage/model";
import { coverage, gaps, numbers } from "@/domain/coverage/queries";
import { countOfList, wrongSums } from "@/domain/coverage/rules";
import { recordDisposition, takeBackDispositions } from "@/domain/dispositions/commands";
import { workList } from "@/domain/dispositions/queries";
import { contentToFreeze } from "@/domain/editions/queries";
import { verifyEdition } from "@/domain/editions/rules";
import type { ReaderScope } from "@/domain/kernel/scope";
import type { MatrixKind } from "@/domain/matrix/model";
import { matrix } from "@/domain/matrix/queries";
import { flowCounts } from "@/domain/overview/queries";
import { flowOf } from "@/domain/overview/rules";
import { specificationDocument } from "@/domain/publication/queries";
import { getReaction, searchReactions } from "@/domain/reactions/queries";
import { removeSource } from "@/domain/removal/commands";
import { restingSeen } from "@/domain/removal/model";
import { sourceToRemove } from "@/domain/removal/queries";
import {
  carryWords,
  dropRequirement,
  setNoSourceReason,
  uncarryWords,
} from "@/domain/requirements/commands";
import { quotePassage } from "@/domain/sources/commands";
import type { RequirementTrace } from "@/domain/trace/model";
import {
  requirementsOnSource,
  requirementsOnSources,
  restsOn,
  traceOfRequirement,
} from "@/domain/trace/queries";
import { freshDatabase } from "../database";
import { consultationOf } from "../factories/consultations";
import { fileWith, HASH } from "../factories/editions";
import { dossierOf, person } from "../factories/people";
import { chapterOf } from "../factories/requirements";
import { sourceOf } from "../factories/sources";
import { groupOf, quotedReaction, requirementOf, uncode, unlinkAll } from "../factories/trace";

freshDatabase();

/** Two documents in one file; each line is 40 signs and the line end. */
const LINES = 14;
const text = Array.from(
  { length: LINES },
  (_, line) =>
    `${String.fromCharCode(65 + line)}${" woord woord woord woord woord woord woor".slice(0, 39)}`,
).join("\n\n");
const WIDTH = 42;
const lineAt = (line: number, from = 0, to = 40) => ({
  start: line * WIDTH + from,
  end: line * WIDTH + to,
});

async function fileWithTwoDocuments(scope: ReaderScope) {
  const source = await sourceOf(scope, { text, fileName: "twee.txt" });
  const first = await consultationOf(scope, { title: "Eerste", heldOn: "2026-03-01" });
  const second = await consultationOf(scope, { title: "Tweede", heldOn: "2026-03-02" });
  const db = await database();
  // As two confirmed documents leave it: the border is the beginning of the eighth line.
  const border = 7 * WIDTH;
  await db
    .update(sourcePart)
    .set({ end: border, consultationId: first, confirmedAt: new Date().toISOString() })
    .where(eq(sourcePart.sourceVersionId, source.sourceVersionId));
  await db.insert(sourcePart).values({
    dossierId: scope.dossierId,
    sourceVersionId: source.sourceVersionId,
    n: 2,
    start: border,
    end: source.text.length,
    title: "Tweede",
    kind: "meeting",
    consultationId: second,
    confirmedAt: new Date().toISOString(),
  });
  const quote = async (place: { start: number; end: number }) => {
    const exact = source.text.slice(place.start, place.end);
    const { sourceVersionId } = source;
    return (await quotePassage(scope, { sourceVersionId, ...place, exact })).passageId;
  };
  return { source, consultations: [first, second] as const, quote };
}

describe("a passage inside the words of a reaction, in a file with two documents", () => {
  test("is one word everywhere: same person, group, consultation and counts", async () => {
    const scope = await dossierOf();
    const { source, consultations, quote } = await fileWithTwoDocuments(scope);
    const groupId = await groupOf(scope, "Ouders");
    const said = await quotedReaction(scope, {
      consultationId: consultations[1],
      text: source.text.slice(lineAt(9).start, lineAt(9).end),
      speaker: "Ouder",
      stakeholderGroupId: groupId,
      passageId: await quote(lineAt(9)),
    });
    const part = await quote(lineAt(9, 6, 18));
    const words = source.text.slice(lineAt(9, 6, 18).start, lineAt(9, 6, 18).end);
    const value = await addCoreValue(scope, { name: "Rust", passageIds: [part] });
    const chapterId = await chapterOf(scope);
    const requirementId = await requirementOf(scope, chapterId, "Rust", {
      coreValueIds: [value.id],
      passageIds: [part],
    });

    // The page of the kernwaarde.
    expect(await getCoreValue(scope, value.id)).toMatchObject({
      words: 1,
      consultations: 1,
      groups: 1,
      byGroup: [{ id: groupId, words: 1 }],
      byConsultation: [{ id: consultations[1], words: 1 }],
    });
    expect((await codingsOf(scope, value.id)).rows).toMatchObject([
      { reactionId: said.id, text: words, speaker: "Ouder", groupName: "Ouders", counts: true },
    ]);
    // Down from the requirement, both ways of it.
    const trace = await traceOfRequirement(scope, requirementId);
    expect(trace.totals).toEqual({
      ...{ words: 1, coreValues: 1, consultations: 1, groups: 1 },
      carrying: 1,
    });
    expect(trace.branches).toHaveLength(2);
    for (const branch of trace.branches) {
      expect(branch).toMatchObject({ total: 1, consultations: 1, groups: 1 });
      expect(branch.words).toMatchObject([
        {
          reaction: { id: said.id, speaker: "Ouder", group: "Ouders" },
          consultation: { id: consultations[1] },
          passage: { exact: words },
        },
      ]);
    }
    // Up from the words.
    const up = await restsOn(scope, {
      sourceVersionId: source.sourceVersionId,
      ...lineAt(9, 8, 9),
    });
    expect(up.reactions.rows).toMatchObject([{ id: said.id }]);
    expect(up.coreValues.rows).toMatchObject([{ id: value.id }]);
    expect(up.requirements).toMatchObject([{ id: requirementId }]);
    // The reaction has the kernwaarde and the requirement.
    expect(await getReaction(scope, said.id)).toMatchObject({
      coreValues: [{ id: value.id }],
      requirements: [{ id: requirementId, direct: true }],
    });
    expect((await searchReactions(scope, { withoutCoreValue: true })).total).toBe(0);
    // The overview.
    const flow = await flowCounts(scope);
    const cell = { statementId: null, consultationId: consultations[1], count: 1 };
    expect(flow.codings).toEqual([{ ...cell, coreValueId: value.id }]);
    expect(flow.direct).toEqual([cell]);
    // Word.
    const [chapter] = (await specificationDocument(scope, { withNames: true })).chapters;
    const quoted = {
      quote: words,
      reaction: said.number,
      speaker: "Ouder",
      group: "Ouders",
      consultation: "Tweede",
    };
    expect(chapter?.requirements[0]).toMatchObject({
      words: [quoted],
      coreValues: [{ wordsTotal: 1, carrying: [quoted], words: [] }],
    });
    // The terminal.
    expect(await numbers(scope)).toMatchObject({
      "K-1.words": 1,
      "K-1.groups": 1,
      "K-1.consultations": 1,
      "E-1.1.words": 1,
      "E-1.1.groups": 1,
      "reactions.total": 1,
      "reactions.linked": 1,
      "reactions.withCoreValue": 1,
      "dispositions.withoutAnswer": 1,
      "dispositions.proposed": 1,
    });

    // The reaction coded as well: still one.
    await codeWith(scope, { coreValueId: value.id, reactionIds: [said.id] });
    expect(await getCoreValue(scope, value.id)).toMatchObject({ words: 1, groups: 1 });
    expect((await traceOfRequirement(scope, requirementId)).totals.words).toBe(1);
    expect((await codingsOf(scope, value.id)).rows.map((row) => row.counts).sort()).toEqual([
      false,
      true,
    ]);
  });

  test("twenty reactions with a kernwaarde that one requirement rests on are used by it, not named", async () => {
    const scope = await dossierOf();
    const consultationId = await consultationOf(scope);
    const reactionIds: string[] = [];
    for (let n = 0; n < 20; n++) {
      reactionIds.push((await quotedReaction(scope, { consultationId, text: `Reactie ${n}` })).id);
    }
    const value = await addCoreValue(scope, { name: "Rust", reactionIds });
    await requirementOf(scope, await chapterOf(scope), "Rust", { coreValueIds: [value.id] });
    expect((await coverage(scope)).reactions).toMatchObject({
      total: 20,
      linked: 0,
      viaCoreValue: 20,
    });
    // That a requirement rests on it is no answer to who said it.
    expect((await coverage(scope)).dispositions).toMatchObject({ withoutAnswer: 20, proposed: 0 });
  });
});

/* Random dossiers, held against the definitions as one would say them. */

interface Place {
  id: string;
  version: string;
  start: number;
  end: number;
}
interface Said {
  id: string;
  passageId: string | null;
  consultationId: string;
  groupId: string | null;
}
interface End {
  reactionId: string | null;
  passageId: string | null;
}

/** What is stored, read as plainly as can be. */
async function stored(scope: ReaderScope) {
  const db = await database();
  const of = scope.dossierId;
  const places = await rowsOf<Place>(
    db,
    sql`select id, source_version_id as version, start_cp as start, end_cp as "end" from passage
      where dossier_id = ${of}`,
  );
  const said = await rowsOf<Said>(
    db,
    sql`select id, passage_id as "passageId", consultation_id as "consultationId",
      stakeholder_group_id as "groupId" from reaction where dossier_id = ${of}`,
  );
  const codings = await rowsOf<End & { coreValueId: string }>(
    db,
    sql`select core_value_id as "coreValueId", reaction_id as "reactionId",
      passage_id as "passageId" from coding where dossier_id = ${of} and removed_at is null`,
  );
  const links = await rowsOf<
    End & { requirementId: string; coreValueId: string | null; dropped: boolean }
  >(
    db,
    sql`select l.requirement_id as "requirementId", l.core_value_id as "coreValueId",
      l.reaction_id as "reactionId", l.passage_id as "passageId",
      r.dropped_at is not null as dropped
      from requirement_link l join requirement r on r.id = l.requirement_id
      where l.dossier_id = ${of} and l.removed_at is null`,
  );
  const answers = await rowsOf<{ reactionId: string; outcome: Outcome; named: string[] }>(
    db,
    sql`select d.reaction_id as "reactionId", v.outcome, coalesce((
        select json_agg(q.requirement_id) from disposition_requirement q
        where q.disposition_id = d.id and q.n = v.n), '[]'::json) as named
      from disposition d join disposition_version v on v.disposition_id = d.id
      where d.dossier_id = ${of} and v.outcome is not null
        and v.n = (select max(w.n) from disposition_version w where w.disposition_id = d.id)`,
  );
  const carrying = await rowsOf<End & { requirementId: string; dropped: boolean }>(
    db,
    sql`select c.requirement_id as "requirementId", c.reaction_id as "reactionId",
      c.passage_id as "passageId", r.dropped_at is not null as dropped
      from carrying_word c join requirement r on r.id = c.requirement_id
      where c.dossier_id = ${of} and c.removed_at is null`,
  );
  return {
    places: new Map(places.map((place) => [place.id, place])),
    carrying,
    said,
    codings,
    links,
    answers,
  };
}
type Stored = Awaited<ReturnType<typeof stored>>;

/** The reactions an end is words of: itself; its own; or those it shares half of the shorter with. */
function reactionsOf({ places, said }: Stored, end: End): Said[] {
  if (end.reactionId) return said.filter((one) => one.id === end.reactionId);
  const own = said.filter((one) => one.passageId === end.passageId);
  if (own.length > 0) return own;
  const mine = places.get(end.passageId ?? "");
  return said.filter((one) => {
    const other = places.get(one.passageId ?? "");
    if (!mine || !other || mine.version !== other.version) return false;
    const shared = Math.min(mine.end, other.end) - Math.max(mine.start, other.start);
    return 2 * shared >= Math.min(mine.end - mine.start, other.end - other.start);
  });
}

/** The words of some ends: reactions, and loose stretches that no other one holds. */
function wordsOf(all: Stored, ends: readonly End[]) {
  const reactions = new Map<string, Said>();
  const loose = new Map<string, Place>();
  for (const end of ends) {
    const found = reactionsOf(all, end);
    for (const one of found) reactions.set(one.id, one);
    const place = all.places.get(end.passageId ?? "");
    if (found.length === 0 && place) loose.set(place.id, place);
  }
  const stretches = [...loose.values()];
  const outer = stretches.filter(
    (one) =>
      !stretches.some(
        (other) =>
          other !== one &&
          other.version === one.version &&
          other.start <= one.start &&
          other.end >= one.end,
      ),
  );
  return { reactions: [...reactions.values()], loose: outer };
}

/** Which words of a kernwaarde, given by its ends, carry a requirement: chosen, or linked to it as well. */
function carriedBy(all: Stored, requirementId: string, ends: readonly End[]): End[] {
  const { reactions, loose } = wordsOf(all, ends);
  const itself = wordsOf(
    all,
    all.links.filter((link) => link.requirementId === requirementId && link.coreValueId === null),
  );
  // What was chosen as loose words may be of a reaction since.
  const picked = all.carrying
    .filter((one) => one.requirementId === requirementId)
    .map((one) => wordsOf(all, [one]));
  const chosen = ({ reactionId, passageId }: Pick<End, "reactionId" | "passageId">) =>
    [itself, ...picked].some(
      (words) =>
        words.reactions.some(({ id }) => id === reactionId) ||
        words.loose.some(({ id }) => id === passageId),
    );
  return [
    ...reactions.map(({ id }) => ({ reactionId: id, passageId: null })),
    ...loose.map(({ id }) => ({ reactionId: null, passageId: id })),
  ].filter(chosen);
}

async function randomDossier(seed: number) {
  let state = seed;
  const below = (n: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % n;
  };
  const some = <T>(list: readonly T[], one = 3): T[] => list.filter(() => below(one) === 0);
  const scope = await dossierOf();
  const { source, consultations, quote } = await fileWithTwoDocuments(scope);
  await (await database())
    .update(consultation)
    .set({ kind: below(2) ? "information" : "interview" })
    .where(eq(consultation.id, consultations[0]));
  const groups = [await groupOf(scope, "Ouders"), await groupOf(scope, "Scholen", false, 2)];
  const passages: string[] = [];
  const quoteSome = async (many: number) => {
    for (let n = 0; n < many; n++) {
      const line = below(LINES);
      const from = below(20);
      const lines = below(5) === 0 ? 2 : 1;
      const end = Math.min(lineAt(line + lines - 1).end, source.text.length);
      const place = { start: lineAt(line).start + from, end: end - below(18) };
      passages.push(await quote(place));
    }
  };
  // Some words are quoted before somebody says whose they are, some after.
  await quoteSome(6);
  const reactions: string[] = [];
  for (let line = 0; line < LINES; line++) {
    if (below(3) === 0) continue;
    const { id } = await quotedReaction(scope, {
      consultationId: consultations[line < 7 ? 0 : 1],
      text: `Regel ${line}`,
      passageId: below(6) === 0 ? null : await quote(lineAt(line)),
      stakeholderGroupId: [null, ...groups][below(3)] ?? null,
    });
    reactions.push(id);
  }
  await quoteSome(8);
  const values: string[] = [];
  for (let n = 0; n < 4; n++) {
    const words = { reactionIds: some(reactions), passageIds: [...new Set(some(passages))] };
    values.push((await addCoreValue(scope, { name: `Waarde ${n}`, ...words })).id);
  }
  for (const value of some(values, 2)) {
    const [coded] = (await codingsOf(scope, value)).rows.filter((row) => row.reactionId !== null);
    const { codings } = await stored(scope);
    const own = codings.find((row) => row.coreValueId === value && row.reactionId);
    if (coded && own?.reactionId) await uncode(scope, value, own.reactionId);
  }
  const chapters = [
    await chapterOf(scope, { title: "Een" }),
    await chapterOf(scope, { title: "Twee" }),
  ];
  const requirements: string[] = [];
  for (let n = 0; n < 6; n++) {
    requirements.push(
      await requirementOf(scope, chapters[below(2)] ?? "", `Eis ${n}`, {
        coreValueIds: some(values),
        reactionIds: some(reactions, 5),
        passageIds: [...new Set(some(passages, 6))],
      }),
    );
  }
  // Before links and codings are taken away: then what was chosen holds no longer.
  for (const id of requirements) {
    const { branches } = await traceOfRequirement(scope, id);
    const words = branches.filter(({ coreValue }) => coreValue).flatMap((branch) => branch.words);
    for (const { reaction, passage } of some(words).slice(0, 3)) {
      const end = { reactionId: reaction?.id, passageId: reaction ? null : passage?.id };
      await carryWords(scope, { requirementId: id, ...end });
      const after = below(4);
      if (after === 0) await uncarryWords(scope, { requirementId: id, ...end });
      if (after === 1 && reaction) {
        for (const row of (await stored(scope)).codings) {
          if (row.reactionId === reaction.id) await uncode(scope, row.coreValueId, reaction.id);
        }
      }
    }
  }
  // Before links are taken away and requirements dropped: then what some answers say is no longer so.
  for (const reactionId of some(reactions, 2)) {
    const outcome = OUTCOMES[below(OUTCOMES.length)] ?? "noted";
    const answer = {
      outcome,
      reason: "Omdat.",
      place: "De wet",
      requirementIds: some(requirements),
    };
    const seen = { reactionId, lockVersion: 0 };
    const adopts = ["adopted", "partly"].includes(outcome) && answer.requirementIds.length === 0;
    await recordDisposition(scope, { ...answer, ...seen, ...(adopts ? { outcome: "noted" } : {}) });
    if (below(4) === 0) {
      await takeBackDispositions(scope, { dispositions: [{ reactionId, lockVersion: 1 }] });
    }
  }
  for (const id of some(requirements, 4)) await unlinkAll(scope, id);
  for (const id of some(requirements, 4)) {
    await setNoSourceReason(scope, { requirementId: id, reason: "Staat in de wet." });
  }
  for (const id of some(requirements, 5)) {
    await dropRequirement(scope, { requirementId: id, reason: "Dubbel" });
  }
  return { scope, source, values, requirements, chapters };
}

/** Removes a source, whatever rests on it. What nothing rests on goes; the rest must stay countable. */
/** The matrix says the same of a requirement as its trace, and its parts add up. */
async function holdsInMatrix(scope: ReaderScope, id: string, trace: RequirementTrace) {
  const rowOf = async (kind: MatrixKind) => {
    const row = (await matrix(scope, { kind })).rows.find((one) => one.id === id);
    if (!row) throw new Error("a requirement that stands is not in the matrix");
    return row;
  };
  const words = trace.branches.flatMap((branch) => branch.words);
  const ids = (of: (one: (typeof words)[number]) => boolean) =>
    new Set(words.filter(of).flatMap(({ reaction }) => reaction?.id ?? [])).size;
  const byValue = await rowOf("kernwaarden");
  expect(byValue.words).toBe(trace.totals.words);
  expect(byValue.direct).toBe(trace.branches.find(({ coreValue }) => !coreValue)?.total ?? 0);
  expect(byValue.cells).toEqual(
    Object.fromEntries(
      trace.branches.flatMap(({ coreValue, total }) => (coreValue ? [[coreValue.id, total]] : [])),
    ),
  );
  expect(byValue.carrying).toEqual(
    Object.fromEntries(
      trace.branches.flatMap(({ coreValue, carrying }) =>
        coreValue ? [[coreValue.id, carrying]] : [],
      ),
    ),
  );
  // A word is of one stelling and one group, if any, and of one consultation, if any.
  const sum = (cells: Record<string, number>) =>
    Object.values(cells).reduce((all, one) => all + one, 0);
  expect(sum((await rowOf("stellingen")).cells)).toBe(ids(({ statement }) => statement !== null));
  expect(sum((await rowOf("groepen")).cells)).toBe(ids(({ reaction }) => Boolean(reaction?.group)));
  const perConsultation = sum((await rowOf("consultaties")).cells);
  expect(perConsultation).toBeLessThanOrEqual(trace.totals.words);
  expect(perConsultation).toBeGreaterThanOrEqual(ids(({ reaction }) => reaction !== null));
}

async function removedOf(scope: ReaderScope, sourceId: string) {
  const manager = administer(await person({ kind: "administrator" }));
  const before = await stored(scope);
  const { title, resting } = await sourceToRemove(manager, scope.dossierId, sourceId);
  const seen = restingSeen(resting);
  await removeSource(manager, { sourceId, title, reason: "Verkeerd dossier", seen });
  const after = await stored(scope);
  // Nothing that a kernwaarde or a requirement is linked to is lost, and every place holds.
  expect(after.codings).toEqual(before.codings);
  expect(after.links).toEqual(before.links);
  for (const [id, place] of after.places) expect(before.places.get(id)).toEqual(place);
  expect(before.said.length - after.said.length).toBe(
    before.said.filter(({ passageId }) => passageId !== null).length - resting.staying,
  );
}

const people = async (scope: ReaderScope) => {
  const rows = await (await database())
    .select({ id: consultation.id, kind: consultation.kind })
    .from(consultation)
    .where(eq(consultation.dossierId, scope.dossierId));
  return new Set(rows.filter((row) => row.kind !== "information").map((row) => row.id));
};

/** The document a place begins in, as the file with two documents has it. */
const documentOf = (place: Place, [first, second]: readonly string[]) =>
  place.start < 7 * WIDTH ? first : second;

describe("every page's numbers add up to what is stored, in random dossiers", () => {
  const seeds = [11, 4_211, 77_773, 900_001, 31_415_926];
  test.each(
    seeds.flatMap((seed) => [
      { seed, removed: false },
      { seed, removed: true },
    ]),
  )("seed $seed, its source removed: $removed", async ({ seed, removed }) => {
    const { scope, source, values, requirements } = await randomDossier(seed);
    const parts = await (await database())
      .select({ consultationId: sourcePart.consultationId })
      .from(sourcePart)
      .where(eq(sourcePart.dossierId, scope.dossierId))
      .orderBy(sourcePart.n);
    const documents = parts.map((part) => part.consultationId ?? "");
    if (removed) await removedOf(scope, source.sourceId);
    const all = await stored(scope);
    const ofPeople = await people(scope);
    const countsOf = ({ reactions, loose }: ReturnType<typeof wordsOf>) => {
      const held = new Set([
        ...reactions.map((one) => one.consultationId),
        ...loose.map((one) => documentOf(one, documents) ?? ""),
      ]);
      return {
        words: reactions.length + loose.length,
        consultations: [...held].filter((id) => ofPeople.has(id)).length,
        groups: new Set(reactions.flatMap((one) => one.groupId ?? [])).size,
      };
    };
    const named = await numbers(scope);
    const endsOfValue = (id: string) => all.codings.filter((row) => row.coreValueId === id);
    const flow = await flowCounts(scope);
    const sum = (list: { count: number }[]) => list.reduce((total, { count }) => total + count, 0);

    // Kernwaarden: the list, the page, its rows, the overview, the terminal.
    const list = (await listCoreValues(scope, { sort: "number" })).rows;
    for (const [n, id] of values.entries()) {
      const expected = countsOf(wordsOf(all, endsOfValue(id)));
      expect(list.find((row) => row.id === id)).toMatchObject(expected);
      const page = await getCoreValue(scope, id);
      expect(page).toMatchObject(expected);
      for (const lines of [page.byConsultation, page.byGroup]) {
        expect(lines.reduce((total, line) => total + line.words, 0)).toBe(expected.words);
      }
      expect((await codingsOf(scope, id)).rows.filter((row) => row.counts)).toHaveLength(
        expected.words,
      );
      expect(sum(flow.codings.filter((row) => row.coreValueId === id))).toBe(expected.words);
      expect(named).toMatchObject({ [`K-${n + 1}.words`]: expected.words });
    }

    // Requirements: the trace down, Word, the terminal.
    const document = (await specificationDocument(scope)).chapters.flatMap((c) => c.requirements);
    let direct = 0;
    const under = new Map<string, Set<string>>();
    for (const id of requirements) {
      const links = all.links.filter((link) => link.requirementId === id);
      const throughValues = links.filter((link) => link.coreValueId !== null);
      const itself = links.filter((link) => link.coreValueId === null);
      const ends = [...throughValues.flatMap((l) => endsOfValue(l.coreValueId ?? "")), ...itself];
      const trace = await traceOfRequirement(scope, id);
      const expected = countsOf(wordsOf(all, ends));
      const carried = throughValues.map((l) =>
        carriedBy(all, id, endsOfValue(l.coreValueId ?? "")),
      );
      expect(trace.totals).toEqual({
        ...expected,
        coreValues: throughValues.length,
        carrying: countsOf(wordsOf(all, [...itself, ...carried.flat()])).words,
      });
      for (const branch of trace.branches) {
        const own = branch.coreValue ? endsOfValue(branch.coreValue.id) : itself;
        const { words, ...reach } = countsOf(wordsOf(all, own));
        const carrying = branch.coreValue ? carriedBy(all, id, own).length : words;
        expect(branch).toMatchObject({ total: words, ...reach, carrying });
        expect(branch.words).toHaveLength(words);
        // What carries it stands first.
        const chosen = branch.words.map(({ carries }) => carries);
        expect(chosen).toEqual(chosen.map((_, n) => n < carrying));
      }
      // Up again from each of its words: by the words themselves, and by the reaction.
      for (const words of trace.branches.flatMap((branch) => branch.words)) {
        if (words.passage) {
          const up = await restsOn(scope, words.passage);
          expect(up.requirements.map((one) => one.id)).toContain(id);
        }
        if (words.reaction && !trace.requirement.dropped) {
          under.set(words.reaction.id, (under.get(words.reaction.id) ?? new Set()).add(id));
        }
      }
      if (!trace.requirement.dropped) await holdsInMatrix(scope, id, trace);
      const inWord = document.find((one) => one.code === trace.requirement.code);
      expect(inWord?.words).toHaveLength(
        wordsOf(all, itself).reactions.length + wordsOf(all, itself).loose.length,
      );
      for (const value of inWord?.coreValues ?? []) {
        expect(value.wordsTotal).toBe(named[`K-${value.number}.words`]);
        const branch = trace.branches.find(({ via }) => via === `K-${value.number}`);
        expect(value.carrying).toHaveLength(branch?.carrying ?? 0);
        expect(value.carrying.length + value.words.length).toBe(value.wordsTotal);
      }
      const { code } = trace.requirement;
      expect(named).toMatchObject({
        [`${code}.words`]: expected.words,
        [`${code}.consultations`]: expected.consultations,
        [`${code}.groups`]: expected.groups,
      });
      if (!trace.requirement.dropped) direct += inWord?.words.length ?? 0;
    }
    for (const { id } of all.said) {
      const { requirements: resting, coreValues } = await getReaction(scope, id);
      expect(new Set(resting.map((one) => one.id))).toEqual(under.get(id) ?? new Set());
      const coded = all.codings.filter((row) => reactionsOf(all, row).some((one) => one.id === id));
      expect(new Set(coreValues.map((one) => one.id))).toEqual(
        new Set(coded.map((row) => row.coreValueId)),
      );
    }
    // Up from all words of the source: those with a word that stands in it.
    const onSource = new Set(
      requirements.filter((id) => {
        const links = all.links.filter((link) => link.requirementId === id && !link.dropped);
        const { reactions, loose } = wordsOf(
          all,
          links.flatMap((l): End[] => (l.coreValueId === null ? [l] : endsOfValue(l.coreValueId))),
        );
        return loose.length > 0 || reactions.some((one) => one.passageId !== null);
      }),
    );
    const resting = await requirementsOnSource(scope, source.sourceId);
    expect(new Set(resting.rows.map((row) => row.id))).toEqual(onSource);
    expect((await requirementsOnSources(scope, [source.sourceId])).get(source.sourceId) ?? 0).toBe(
      onSource.size,
    );

    expect(sum(flow.direct)).toBe(direct);
    expect(sum(flow.links.filter((link) => link.coreValueId === null))).toBe(direct);

    // What would be adopted: as many words, each where it stands, and answered as often.
    const content = await contentToFreeze(scope);
    expect(verifyEdition(fileWith(content), HASH)).toMatchObject({ state: "whole", count: 0 });
    expect(content.coreValues).toHaveLength(values.length);
    for (const { key, total } of content.coreValues) expect(total).toBe(named[`${key}.words`]);
    expect(content.requirements).toHaveLength(requirements.length);
    for (const one of content.requirements) {
      const inWord = document.find(({ code }) => code === one.key);
      expect(one.words).toHaveLength(inWord?.words.length ?? -1);
      expect(one.dropped).toBe(inWord?.dropped);
      expect(one.coreValues).toHaveLength(inWord?.coreValues.length ?? -1);
    }
    expect(content.reactions).toHaveLength(all.said.length);
    expect(content.reactions.filter(({ answer }) => answer)).toHaveLength(
      (await coverage(scope)).dispositions.answered,
    );

    // What became of the reactions: the page of gaps, the lists, publication, the terminal.
    const standing = all.links.filter((link) => !link.dropped);
    const usedValues = new Set(standing.flatMap((link) => link.coreValueId ?? []));
    const linked = new Set(
      wordsOf(
        all,
        standing.filter((link) => link.coreValueId === null),
      ).reactions.map((r) => r.id),
    );
    for (const { requirementId, coreValueId } of standing) {
      if (!coreValueId) continue;
      for (const end of carriedBy(all, requirementId, endsOfValue(coreValueId))) {
        if (end.reactionId) linked.add(end.reactionId);
      }
    }
    const codedBy = (id: string) =>
      all.codings.filter((row) => reactionsOf(all, row).some((one) => one.id === id));
    // Answered: somebody said so, and where it says that it was adopted a requirement that it names still stands on it.
    const outcomeOf = (id: string) => {
      const answer = all.answers.find((one) => one.reactionId === id);
      if (!answer || !["adopted", "partly"].includes(answer.outcome)) return answer?.outcome;
      const holds = standing.some(
        (link) => link.reactionId === id && answer.named.includes(link.requirementId),
      );
      return holds ? answer.outcome : undefined;
    };
    const outcomes = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0]));
    const counted = { linked: 0, viaCoreValue: 0, codedOnly: 0, answeredOnly: 0, unused: 0 };
    let withCoreValue = 0;
    let withoutAnswer = 0;
    let proposed = 0;
    for (const { id } of all.said) {
      const outcome = outcomeOf(id);
      if (outcome) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      else withoutAnswer += 1;
      if (!outcome && linked.has(id)) proposed += 1;
      const codings = codedBy(id);
      if (codings.length > 0) withCoreValue += 1;
      if (linked.has(id)) counted.linked += 1;
      else if (codings.some((row) => usedValues.has(row.coreValueId))) counted.viaCoreValue += 1;
      else if (outcome) counted.answeredOnly += 1;
      else if (codings.length > 0) counted.codedOnly += 1;
      else counted.unused += 1;
    }
    const shown = await coverage(scope);
    expect(shown.reactions).toMatchObject({
      ...counted,
      total: all.said.length,
      withCoreValue,
      withoutCoreValue: all.said.length - withCoreValue,
    });
    const answered = all.said.length - withoutAnswer;
    const total = all.said.length;
    expect(shown.dispositions).toEqual({
      ...outcomes,
      ...{ total, answered, withoutAnswer, proposed, questions: 0 },
    });
    // The list beside the work, by each of its filters.
    const listed = async (asked: Parameters<typeof workList>[1]) => {
      const { total, groups } = await workList(scope, asked, null);
      expect(groups.flatMap((group) => group.rows)).toHaveLength(total);
      return total;
    };
    expect(await listed({})).toBe(withoutAnswer);
    expect(await listed({ show: "proposed" })).toBe(proposed);
    expect(await listed({ show: "all" })).toBe(total);
    const found = async (filters: Parameters<typeof searchReactions>[1]) =>
      (await searchReactions(scope, filters)).total;
    expect(await found({ withoutAnswer: true })).toBe(withoutAnswer);
    for (const outcome of OUTCOMES) {
      expect(await listed({ outcome })).toBe(outcomes[outcome]);
      expect(await found({ outcome })).toBe(outcomes[outcome]);
    }
    expect((await searchReactions(scope, { withoutCoreValue: true })).total).toBe(
      all.said.length - withCoreValue,
    );
    const drawn = flowOf(flow, counted.unused).nodes.find(({ key }) => key === "coreValue-gap");
    expect(drawn?.count ?? 0).toBe(counted.unused);
    // Where each is looked at, all of them are found.
    if (flow.reactions.every((row) => row.open !== null)) {
      expect(flow.reactions.reduce((total, row) => total + (row.open ?? 0), 0)).toBe(
        counted.unused,
      );
    }
    expect(wrongSums(shown)).toEqual([]);
    for (const name of GAP_LISTS) {
      expect([name, (await gaps(scope, name)).total]).toEqual([name, countOfList(shown, name)]);
    }
    for (const [of, counts] of Object.entries(shown)) {
      for (const [name, value] of Object.entries(counts)) {
        if (typeof value === "number") expect(named[`${of}.${name}`]).toBe(value);
      }
    }
    expect(flow.chapters.reduce((total, one) => total + one.withoutSource, 0)).toBe(
      shown.requirements.withoutSource,
    );
    // Which words are whose is kept by the database itself: as the definition says.
    const kept = await rowsOf<{ passageId: string; reactionId: string }>(
      await database(),
      sql`select m.passage_id as "passageId", m.reaction_id as "reactionId"
        from passage_reaction m join reaction r on r.id = m.reaction_id
        where r.dossier_id = ${scope.dossierId}`,
    );
    const pairs = [...all.places.keys()].flatMap((passageId) =>
      reactionsOf(all, { passageId, reactionId: null }).map((one) => `${passageId} ${one.id}`),
    );
    expect(kept.map((row) => `${row.passageId} ${row.reactionId}`).sort()).toEqual(pairs.sort());
    const rows = await (await database())
      .select({ id: reaction.id })
      .from(reaction)
      .where(eq(reaction.dossierId, scope.dossierId));
    expect(rows).toHaveLength(all.said.length);
  });
});
