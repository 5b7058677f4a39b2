import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database, rowsOf } from "@/db/client";
import { editionComparison } from "@/db/schema";
import { listConsultations } from "@/domain/consultations/queries";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { withdrawEdition } from "@/domain/editions/commands";
import { openBeside, openEdition, openEditionOfDossier } from "@/domain/editions/gate";
import { compareEditionsJob } from "@/domain/editions/jobs";
import {
  changesView,
  editionChanges,
  editionPage,
  publicEdition,
  sitePages,
  siteView,
} from "@/domain/editions/queries";
import { changesAtFirst } from "@/domain/editions/queries/changes";
import { dossiersToCompare, keptComparison, keptInShort } from "@/domain/editions/rows";
import { comparedNumber } from "@/domain/editions/rules/beside";
import { COMPARED_BY, compareContents, comparisonInShort } from "@/domain/editions/rules/changes";
import { Forbidden, NotFound } from "@/domain/kernel/errors";
import type { EditionScope, ReaderScope } from "@/domain/kernel/scope";
import { moderationQueue } from "@/domain/moderation/queries";
import { followed } from "@/domain/participation/queries";
import { consultationReport } from "@/domain/room/queries";
import { freshDatabase } from "../database";
import { ONLINE } from "../example/content";
import { publishExample } from "../example/editions";
import { loadExample, personOf } from "../example/load";
import { NOTES, ROUND, TAKING } from "../example/round";
import {
  adopted,
  fileOfEdition,
  publicDossier,
  published,
  revisedDossier,
  reworded,
} from "../factories/editions";
import { dossierOf } from "../factories/people";
import { requirementOf, tracedDossier } from "../factories/trace";

freshDatabase();

/** A job is not told to stop. */
const NEVER = new AbortController().signal;

/** Of editions that nobody outside may read. */
const SECRET = "kwartelnest";

let scope: ReaderScope;
let first: string;
let second: string;

beforeAll(async () => {
  scope = await dossierOf();
  ({ first, second } = await revisedDossier(scope));
}, 120_000);

describe("what differs is kept", () => {
  const rows = () =>
    database().then((db) =>
      rowsOf<{ edition: string; base: string; whole: string }>(
        db,
        sql`select e.major || '.' || e.minor as edition, b.major || '.' || b.minor as base, c.whole
          from edition_comparison c join edition e on e.id = c.edition_id join edition b on b.id = c.base_id
          where e.dossier_id = ${revised.dossierId} and e.id <> b.id order by 1, 2`,
      ),
    );
  let revised: ReaderScope;
  let numbers: { first: string; second: string };
  beforeAll(async () => {
    revised = await dossierOf();
    numbers = await revisedDossier(revised);
  }, 120_000);
  const compareNow = () => compareEditionsJob.run({ dossierId: revised.dossierId }, NEVER);
  const openOf = (number: string) => openEditionOfDossier(revised, number);

  test("after adopting, in the background, once, and it is what a page computes itself", async () => {
    const db = await database();
    expect(await rows()).toEqual([]);
    expect(await dossiersToCompare(db)).toContainEqual({ dossierId: revised.dossierId });
    await compareNow();
    await compareNow();
    const kept = await rows();
    expect(kept.map(({ edition, base }) => [edition, base])).toEqual([["0.2", "0.1"]]);
    expect(await dossiersToCompare(db)).not.toContainEqual({ dossierId: revised.dossierId });
    const was = await fileOfEdition(revised, numbers.first);
    const is = await fileOfEdition(revised, numbers.second);
    const computed = compareContents(was.content, is.content);
    expect(JSON.parse(kept[0]?.whole ?? "")).toEqual(computed);
    expect(await editionChanges(await openOf(numbers.second), await openOf(numbers.first))).toEqual(
      computed,
    );
    expect(await changesAtFirst(await openOf(numbers.second), await openOf(numbers.first))).toEqual(
      comparisonInShort(computed),
    );
  });

  test("the first page says what was kept, and compares nothing", async () => {
    const edition = await openOf(numbers.first);
    const pair = { editionId: edition.editionId, baseId: edition.editionId };
    const short = { sums: {}, reactions: 12_345, first: [] };
    await (await database())
      .insert(editionComparison)
      .values({ ...pair, rules: COMPARED_BY, short: JSON.stringify(short), whole: "{}" });
    expect(await changesAtFirst(edition, edition)).toEqual(short);
  });

  test("nobody changes it", async () => {
    const db = await database();
    await expect(db.update(editionComparison).set({ short: "{}" })).rejects.toThrow();
    await expect(db.delete(editionComparison)).rejects.toThrow();
  });

  test("of any two that somebody asks for, and anew by other rules", async () => {
    await editionChanges(await openOf(numbers.first), await openOf(numbers.second));
    expect((await rows()).map(({ edition, base }) => [edition, base])).toEqual([
      ["0.1", "0.2"],
      ["0.2", "0.1"],
    ]);
    const { editionId } = await openOf(numbers.second);
    const pair = { editionId, baseId: editionId };
    const db = await database();
    await db
      .insert(editionComparison)
      .values({ ...pair, rules: COMPARED_BY - 1, short: "{}", whole: "{}" });
    expect(await keptComparison(db, pair)).toBeNull();
    expect(await keptInShort(db, pair)).toBeNull();
  });

  test("with another one once the edition between was withdrawn", async () => {
    const third = await published(revised);
    await compareNow();
    expect((await rows()).map(({ edition, base }) => `${edition} ${base}`)).toContain("0.3 0.2");
    const { editionId } = await openOf(numbers.second);
    await withdrawEdition(revised, { editionId, reason: "Een fout." });
    await compareNow();
    expect(third.number).toBe("0.3");
    expect((await rows()).map(({ edition, base }) => `${edition} ${base}`)).toContain("0.3 0.1");
  });
});

const open = (number: string) => openEditionOfDossier(scope, number);

test("says what became of each requirement, why, and what gave occasion to it", async () => {
  const view = await changesView(await open(second), await open(first), { only: null, page: 1 });
  if (view.list.of !== "requirements") throw new Error("no requirements");
  const rows = view.list.rows.map(({ kind, is, was, reasons, gained, lost }) => ({
    ...{ kind, title: (is ?? was)?.title, reasons },
    gained: gained.quotes.map(({ text }) => text),
    lost: lost.quotes.length,
  }));
  expect(rows).toHaveLength(3);
  for (const row of [
    {
      ...{ kind: "changed", title: "Elke school heeft één begeleider", gained: [], lost: 0 },
      reasons: ["Een school vroeg erom."],
    },
    {
      ...{ kind: "added", title: "Proefrit vooraf", reasons: [], lost: 0 },
      gained: ["Kan de begeleider een proefrit doen?"],
    },
    {
      ...{ kind: "dropped", title: "Een loket in de buurt", gained: [], lost: 0 },
      reasons: ["Staat al in de wet."],
    },
  ]) {
    expect(rows).toContainEqual(row);
  }
  expect(view.sums).toEqual({
    ...{ before: 3, after: 3, unchanged: 1, changed: 1, moved: 0, origin: 0, dropped: 1, added: 1 },
    ...{ coreValues: 1, reactions: 2 },
  });
  // A kernwaarde that it rests on has one reaction more.
  const changed = view.list.rows.find(({ kind }) => kind === "changed");
  expect(changed?.grown.map(({ coreValue, gained }) => [coreValue.key, gained])).toEqual([
    ["K-1", 1],
  ]);
});

test("says which kernwaarden and which answers are others", async () => {
  const rows = async (only: "coreValues" | "reactions") =>
    (await changesView(await open(second), await open(first), { only, page: 1 })).list.rows;
  expect(await rows("coreValues")).toMatchObject([
    { kind: "changed", key: "K-1", gained: 1, lost: 0, is: { definition: "Elke dag dezelfde." } },
  ]);
  expect(await rows("reactions")).toMatchObject([
    { kind: "answered", key: "R-1", was: { answer: null }, is: { answer: { outcome: "noted" } } },
    { kind: "added", key: "R-3", was: null },
  ]);
});

test("the other way round it is the other way round", async () => {
  const there = await editionChanges(await open(second), await open(first));
  const back = await editionChanges(await open(first), await open(second));
  expect([back.sums.added, back.sums.dropped]).toEqual([there.sums.dropped, there.sums.added]);
  expect([back.before, back.after]).toEqual([there.after, there.before]);
});

test("what was said of a change before the first edition stands in none", async () => {
  const own = await dossierOf();
  const { requirementId } = await publicDossier(own);
  const reasons = async (number: string) =>
    (await fileOfEdition(own, number)).content.requirements.find(({ id }) => id === requirementId)
      ?.reasons;
  expect(await reasons("0.1")).toEqual([]);
  await reworded(own, requirementId, "Anders.", "Omdat het duidelijker is.");
  await published(own);
  expect(await reasons("0.2")).toEqual([{ version: 2, text: "Omdat het duidelijker is." }]);

  const early = await dossierOf();
  const id = await requirementOf(early, (await tracedDossier(early)).chapterId, "Vroeg", {});
  await reworded(early, id, "Nu zo.", `Geheim: ${SECRET}.`);
  const edition = await published(early);
  expect(JSON.stringify(await fileOfEdition(early, edition.number))).not.toContain(SECRET);
}, 60_000);

test("the demo shows a definitive edition with all answered, and a concept with gaps", async () => {
  const { slug } = await loadExample();
  await publishExample();
  // Once, however often the demo is started.
  await publishExample();
  const one = await openEdition(slug);
  const after = await openEdition(slug, "1.1");
  const { head, others } = await publicEdition(one);
  expect([head.number, head.kind]).toEqual(["1", "definitive"]);
  expect(others.map(({ number }) => number)).toEqual(["1.1", "0.1"]);
  expect(head.passedOver.map(({ blocker, count }) => [blocker, count])).toEqual([
    ["withoutApproval", 1],
  ]);
  const unanswered = async (of: EditionScope) =>
    (await editionPage(of, "reactions", { outcome: null, size: 10 })).total;
  expect([await unanswered(one), await unanswered(after)]).toEqual([0, 2]);
  expect((await editionChanges(after, one)).sums).toEqual({
    ...{ unchanged: 21, changed: 2, moved: 1, dropped: 1, origin: 0, added: 2 },
  });
}, 120_000);

test("the demo shows a round that is over with its results, and a queue of one that goes on", async () => {
  const { slug } = await loadExample();
  await publishExample();
  const author = await openDossierToRead(await personOf("author"), slug);
  const { rows: consultations } = await listConsultations(author);
  const [open, over] = [ONLINE, ROUND].map(
    ({ title }) => consultations.find((one) => one.title === title)?.id ?? "",
  );
  const round = await followed(author, over ?? "");
  // Of whom one was not placed, who counts nowhere.
  expect([round?.state, round?.people]).toEqual(["closed", TAKING.length - 1]);
  expect(round?.statements.map(({ positions }) => positions)).toEqual([
    { agree: 6, partly: 3, disagree: 3, none: 0 },
    { agree: 10, partly: 2, disagree: 0, none: 0 },
    { agree: 3, partly: 2, disagree: 4, none: 1 },
  ]);
  expect((await moderationQueue(author, over ?? "", { show: "refused" })).total).toBe(1);
  const report = await consultationReport(author, over ?? "");
  const said = report.parts.flatMap((part) => part.said.map(({ text }) => text));
  expect(said).toEqual(expect.arrayContaining(NOTES.map(({ text }) => text)));
  const waiting = await moderationQueue(author, open ?? "");
  expect(waiting.total).toBeGreaterThan(3);
  expect((await followed(author, open ?? ""))?.state).toBe("open");
}, 120_000);

describe("outside", () => {
  test("an edition is compared with those that were published, and by itself with the one before", async () => {
    const one = await openEdition(scope.slug, second);
    const beside = await openBeside(one);
    expect(beside?.editionId).toBe((await open(first)).editionId);
    expect(comparedNumber(await publicEdition(one))).toBe(first);
    expect(await openBeside(await openEdition(scope.slug, first))).toBeNull();
    // A later one too, when somebody asks for it.
    const later = await openBeside(await openEdition(scope.slug, first), second);
    expect(later?.editionId).toBe(one.editionId);
    for (const number of ["9", "0.9", "", "x", second]) {
      expect(await openBeside(one, number), number).toBeNull();
    }
  });

  test("never with one that was not published or was withdrawn, and of another dossier neither", async () => {
    const own = await dossierOf();
    const { requirementId } = await publicDossier(own);
    await reworded(own, requirementId, `Geheim ${SECRET}.`, `Omdat ${SECRET}.`);
    const hidden = await adopted(own);
    await reworded(own, requirementId, "Openbaar.", "Het was niet goed.");
    await published(own);
    const one = await openEdition(own.slug, "0.3");
    expect(await openBeside(one, hidden.number)).toBeNull();
    const beside = await openBeside(one);
    if (!beside) throw new Error("nothing beside it");
    const pages = await sitePages(one, beside);
    const changes = pages.filter(({ kind }) => kind === "changes");
    expect(changes.length).toBeGreaterThan(1);
    for (const page of changes) {
      const text = JSON.stringify(await siteView(one, page, beside));
      expect(text).not.toContain(`Geheim ${SECRET}`);
    }

    await withdrawEdition(own, { editionId: beside.editionId, reason: "Er stond iets verkeerd." });
    expect(await openBeside(one, "0.1")).toBeNull();
    expect(await openBeside(one)).toBeNull();
    expect(await openBeside(beside, "0.3")).toBeNull();
    expect(comparedNumber(await publicEdition(one))).toBeNull();

    const theirs = await openEdition(scope.slug, second);
    await expect(editionChanges(one, theirs)).rejects.toThrow(NotFound);
    const copied = { ...theirs } as EditionScope;
    await expect(editionChanges(await open(first), copied)).rejects.toThrow(Forbidden);
    // Also when it is known what differs between the two.
    await editionChanges(await open(second), await open(first));
    await expect(
      editionChanges(await open(second), { ...(await open(first)) } as EditionScope),
    ).rejects.toThrow(Forbidden);
  }, 60_000);

  test("a page that is not there is not found", async () => {
    const one = await openEdition(scope.slug, second);
    const beside = await openBeside(one);
    const page = { kind: "changes", base: first, only: null, page: 2 } as const;
    await expect(siteView(one, page, beside)).rejects.toThrow(NotFound);
    await expect(siteView(one, { ...page, page: 1 }, null)).rejects.toThrow(NotFound);
    await expect(siteView(one, { kind: "compare", from: null, to: null })).rejects.toThrow(
      NotFound,
    );
  });
});
