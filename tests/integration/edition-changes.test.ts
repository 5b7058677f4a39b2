import { beforeAll, describe, expect, test } from "vitest";
import { listConsultations } from "@/domain/consultations/queries";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { withdrawEdition } from "@/domain/editions/commands";
import { openBeside, openEdition, openEditionOfDossier } from "@/domain/editions/gate";
import {
  changesView,
  editionChanges,
  editionPage,
  publicEdition,
  sitePages,
  siteView,
} from "@/domain/editions/queries";
import { comparedNumber } from "@/domain/editions/rules/beside";
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

/** Of editions that nobody outside may read. */
const SECRET = "kwartelnest";

let scope: ReaderScope;
let first: string;
let second: string;

beforeAll(async () => {
  scope = await dossierOf();
  ({ first, second } = await revisedDossier(scope));
}, 120_000);

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
