import { expect, test } from "vitest";
import { codeWith } from "@/domain/core-values/commands";
import { getCoreValue } from "@/domain/core-values/queries";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { Forbidden, NotFound } from "@/domain/kernel/errors";
import { specificationDocument } from "@/domain/publication/queries";
import { getReaction } from "@/domain/reactions/queries";
import { addChapter, dropRequirement, setNoSourceReason } from "@/domain/requirements/commands";
import { importSource } from "@/domain/sources/commands";
import { traceOfRequirement } from "@/domain/trace/queries";
import { freshDatabase } from "../database";
import { dossierOf, memberOf, person } from "../factories/people";
import { passageOf, sourceOf } from "../factories/sources";
import {
  coreValueOf,
  quotedReaction,
  requirementOf,
  tracedDossier,
  uncode,
  unlinkAll,
} from "../factories/trace";
import { makePdf, PdfPage } from "../pdf";

freshDatabase();

const UNKNOWN = "00000000-0000-4000-8000-000000000000";

test("a stranger does not get through the gate, a stakeholder may not read", async () => {
  const scope = await dossierOf();
  await expect(openDossierToRead(await person(), scope.slug)).rejects.toThrow(NotFound);
  const stakeholder = await memberOf(scope, "stakeholder");
  await expect(openDossierToRead(stakeholder.actor, scope.slug)).rejects.toThrow(Forbidden);
});

test("what is of another dossier, unknown or no id at all is not found", async () => {
  const mine = await dossierOf();
  const other = await tracedDossier(await dossierOf());
  for (const id of [other.requirementId, UNKNOWN, "E-2.1", "' or 1=1 --", ""]) {
    await expect(traceOfRequirement(mine, id)).rejects.toThrow(NotFound);
  }
});

test("a requirement is traced down to the exact words with what stands around them", async () => {
  const scope = await dossierOf();
  const made = await tracedDossier(scope);
  const trace = await traceOfRequirement(scope, made.requirementId);

  expect(trace.requirement).toMatchObject({
    title: "Elke school heeft één begeleider",
    chapter: "Begeleiding",
    kind: "mandatory",
    version: 1,
    dropped: false,
    noSourceReason: null,
  });
  expect(trace.totals).toEqual({
    ...{ words: 2, coreValues: 1, consultations: 1, groups: 1 },
    carrying: 0,
  });
  expect(trace.branches).toHaveLength(1);
  const [branch] = trace.branches;
  expect(branch).toMatchObject({
    via: "K-1",
    coreValue: { id: made.value.id, number: 1, name: "Vast gezicht" },
    total: 2,
    page: 1,
    pages: 1,
  });

  const said = branch?.words.find((words) => words.reaction);
  expect(said?.reaction).toEqual({
    id: made.face.id,
    number: 1,
    kind: "reaction",
    position: "agree",
    text: "Een bekend gezicht 🙂 geeft rust",
    speaker: "X",
    group: "Schoolcoaches",
  });
  expect(said?.statement).toEqual({
    id: made.statementId,
    number: 1,
    text: "Een vaste begeleider per school is nodig.",
  });
  expect(said?.consultation).toMatchObject({ id: made.consultationId, heldOn: "2026-03-12" });

  // Offsets are code points: the emoji before the end counts as one.
  const passage = said?.passage;
  const points = [...made.source.text];
  expect(passage).toMatchObject({ sourceId: made.source.sourceId, moreBefore: false });
  expect(points.slice(passage?.start, passage?.end).join("")).toBe(passage?.exact);
  const around = `${passage?.before}${passage?.exact}${passage?.after}`;
  expect(made.source.text).toContain(around);
  expect(passage?.before.endsWith("- ")).toBe(true);
  expect(passage?.after.startsWith(" aan ouders en leerlingen.")).toBe(true);
  expect(passage?.firstBlock).toBe(3);

  const loose = branch?.words.find((words) => !words.reaction);
  expect(loose?.passage?.exact).toBe("Het loket in de bibliotheek");
  expect(trace.sources).toHaveLength(1);
  expect(trace.sources[0]).toMatchObject({ title: "Notulen 12 maart", version: 1 });
  expect(trace.sources[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test("direct links make a branch of their own, and a kernwaarde without words an empty one", async () => {
  const scope = await dossierOf();
  const made = await tracedDossier(scope);
  const hollow = await coreValueOf(scope, "Nabij");
  const id = await requirementOf(scope, made.chapterId, "Bereikbaar op vrijdag", {
    coreValueIds: [hollow.id],
    reactionIds: [made.friday.id],
    passageIds: [made.loosePassageId],
  });
  const trace = await traceOfRequirement(scope, id);
  expect(trace.branches.map((branch) => [branch.via, branch.total])).toEqual([
    ["K-2", 0],
    ["rechtstreeks", 2],
  ]);
  expect(trace.branches[1]?.words.map((words) => words.passage?.exact)).toEqual([
    "De vrijdagmiddag is nu niet bezet",
    "Het loket in de bibliotheek",
  ]);
  expect(trace.totals).toMatchObject({ words: 2, coreValues: 1 });
});

test("codings and links that were taken away do not count", async () => {
  const scope = await dossierOf();
  const made = await tracedDossier(scope);
  await uncode(scope, made.value.id, made.face.id);
  const trace = await traceOfRequirement(scope, made.requirementId);
  expect(trace.totals.words).toBe(1);
  expect((await getReaction(scope, made.face.id)).requirements).toEqual([]);
  await unlinkAll(scope, made.requirementId);
  expect((await traceOfRequirement(scope, made.requirementId)).branches).toEqual([]);
  expect((await getCoreValue(scope, made.value.id)).requirements).toEqual([]);
});

test("a requirement without a source shows its reason, and a dropped one still its trace", async () => {
  const scope = await dossierOf();
  const made = await tracedDossier(scope);
  const bare = await requirementOf(scope, made.chapterId, "Verklaring omtrent gedrag");
  await setNoSourceReason(scope, { requirementId: bare, reason: "Staat in de wet." });
  const trace = await traceOfRequirement(scope, bare);
  expect(trace.branches).toEqual([]);
  expect(trace.requirement.noSourceReason).toBe("Staat in de wet.");

  await dropRequirement(scope, { requirementId: made.requirementId, reason: "Dubbel" });
  const dropped = await traceOfRequirement(scope, made.requirementId);
  expect(dropped.requirement.dropped).toBe(true);
  expect(dropped.totals.words).toBe(2);
});

test("a branch with many words is paged, with the total beside it", async () => {
  const scope = await dossierOf();
  const made = await tracedDossier(scope);
  const ids: string[] = [];
  for (let i = 0; i < 120; i++) {
    const { id } = await quotedReaction(scope, {
      consultationId: made.consultationId,
      text: `Reactie nummer ${i}`,
    });
    ids.push(id);
  }
  for (const half of [ids.slice(0, 60), ids.slice(60)]) {
    await codeWith(scope, { coreValueId: made.value.id, reactionIds: half, passageIds: [] });
  }
  const all = await traceOfRequirement(scope, made.requirementId);
  expect(all.branches[0]).toMatchObject({ total: 122, pages: 5 });
  expect(all.branches[0]?.words).toHaveLength(25);
  const second = await traceOfRequirement(scope, made.requirementId, { via: "K-1", page: 2 });
  expect(second.branches[0]).toMatchObject({ total: 122, page: 2, pages: 2 });
  expect(second.branches[0]?.words).toHaveLength(22);
  const first = await traceOfRequirement(scope, made.requirementId, { via: "K-1" });
  const seen = new Set(
    [...(first.branches[0]?.words ?? []), ...(second.branches[0]?.words ?? [])].map(
      (words) => words.reaction?.id ?? words.passage?.id,
    ),
  );
  expect(seen.size).toBe(122);
  await expect(traceOfRequirement(scope, made.requirementId, { via: "K-9" })).rejects.toThrow(
    NotFound,
  );
});

test("the words shown are those the passage says, wherever in a long source it stands", async () => {
  const scope = await dossierOf();
  const text = Array.from({ length: 80 }, (_, i) => `Alinea ${i} over begeleiding — é 😀.`).join(
    "\n\n",
  );
  const source = await sourceOf(scope, { text });
  const passageId = await passageOf(
    scope,
    source,
    "Alinea 40 over begeleiding — é 😀.\n\nAlinea 41",
  );
  const { id: chapterId } = await addChapter(scope, { title: "Begeleiding" });
  const id = await requirementOf(scope, chapterId, "Eis", { passageIds: [passageId] });
  const passage = (await traceOfRequirement(scope, id)).branches[0]?.words[0]?.passage;
  expect(passage).toMatchObject({
    firstBlock: 41,
    lastBlock: 42,
    moreBefore: true,
    moreAfter: true,
  });
  expect(source.text).toContain(`${passage?.before}${passage?.exact}${passage?.after}`);
  expect(passage?.before.length).toBeGreaterThan(80);
});

test("words from a document on paper say on which page they stand", async () => {
  const scope = await dossierOf();
  const page = (words: string) => new PdfPage().text(70, 100, words);
  const text = "Reactie: een vaste chauffeur.\n\nVraag: wie rijdt er?";
  const bytes = makePdf(text.split("\n\n").map(page));
  const { sourceVersionId } = await importSource(scope, { fileName: "notulen.pdf", bytes });
  const source = { sourceVersionId, text };
  const chapter = await addChapter(scope, { title: "Vervoer" });
  const requirementId = await requirementOf(scope, chapter.id, "Wie rijdt", {
    passageIds: [
      await passageOf(scope, source, "vaste"),
      await passageOf(scope, source, "wie rijdt er"),
      await passageOf(scope, source, "chauffeur.\n\nVraag"),
      // And one of a text without pages.
      await passageOf(scope, await sourceOf(scope), "bekend gezicht"),
    ],
  });
  const { branches } = await traceOfRequirement(scope, requirementId);
  const pages = branches.flatMap(({ words }) =>
    words.map(({ passage }) => [passage?.exact, passage?.paper]),
  );
  expect(Object.fromEntries(pages)).toEqual({
    vaste: { first: 1, last: 1 },
    "wie rijdt er": { first: 2, last: 2 },
    "chauffeur.\n\nVraag": { first: 1, last: 2 },
    "bekend gezicht": null,
  });
  const [said] = (await specificationDocument(scope)).chapters;
  expect(said?.requirements[0]?.words.map(({ quote, paper }) => [quote, paper])).toEqual(
    expect.arrayContaining([["wie rijdt er", { first: 2, last: 2 }]]),
  );
});
