import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { passage, reaction } from "@/db/schema";
import { codingsOf, getCoreValue } from "@/domain/core-values/queries";
import { GAP_LISTS } from "@/domain/coverage/model";
import { coverage, gapFilters, gaps } from "@/domain/coverage/queries";
import { NotFound } from "@/domain/kernel/errors";
import { flowCounts, overviewFacts } from "@/domain/overview/queries";
import { addMilestone } from "@/domain/planning/commands";
import { specificationDocument } from "@/domain/publication/queries";
import { addReaction } from "@/domain/reactions/commands";
import {
  linkRequirement,
  setNoSourceReason,
  unlinkRequirement,
} from "@/domain/requirements/commands";
import { getRequirement } from "@/domain/requirements/queries";
import { confirmPart } from "@/domain/splitting/commands";
import { openWorkbench } from "@/domain/splitting/queries";
import { freshDatabase } from "../database";
import { consultationOf } from "../factories/consultations";
import { dossierOf } from "../factories/people";
import { chapterOf, linkOf } from "../factories/requirements";
import { passageOf } from "../factories/sources";
import { changed, confirmed, partOf, partsOf, segmentsOf } from "../factories/splitting";
import { coreValueOf, groupOf, requirementOf, tracedDossier } from "../factories/trace";

freshDatabase();

describe("the border of a dossier", () => {
  test("a requirement of another dossier is linked to nothing, nor anything of it to ours", async () => {
    const [scope, foreign] = [await dossierOf(), await dossierOf()];
    const [ours, theirs] = [await tracedDossier(scope), await tracedDossier(foreign)];
    const ends = (of: typeof ours) => [
      { coreValueId: of.value.id },
      { reactionId: of.friday.id },
      { passageId: of.loosePassageId },
    ];
    const before = await getRequirement(foreign, theirs.requirementId);
    for (const end of [...ends(ours), ...ends(theirs)]) {
      const link = { requirementId: theirs.requirementId, ...end };
      await expect(linkRequirement(scope, link)).rejects.toThrow(NotFound);
    }
    for (const end of ends(theirs)) {
      const link = { requirementId: ours.requirementId, ...end };
      await expect(linkRequirement(scope, link)).rejects.toThrow(NotFound);
    }
    const linkId = await linkOf(foreign, theirs.requirementId, { reactionId: theirs.friday.id });
    await expect(unlinkRequirement(scope, { linkId })).rejects.toThrow(NotFound);
    await expect(
      setNoSourceReason(scope, { requirementId: theirs.requirementId, reason: "Niet van ons." }),
    ).rejects.toThrow(NotFound);
    await unlinkRequirement(foreign, { linkId });
    expect(await getRequirement(foreign, theirs.requirementId)).toEqual(before);
  });

  test("what another dossier holds changes nothing of what this one shows", async () => {
    const scope = await dossierOf();
    const made = await tracedDossier(scope);
    await addMilestone(scope, { title: "Gunning", onDate: "2999-01-01" });
    await requirementOf(scope, made.chapterId, "Vrijdag bezet", {
      reactionIds: [made.friday.id],
      passageIds: [made.loosePassageId],
    });
    const shown = async () => ({
      facts: await overviewFacts(scope),
      flow: await flowCounts(scope),
      coverage: await coverage(scope),
      gaps: await Promise.all(GAP_LISTS.map((list) => gaps(scope, list))),
      filters: await gapFilters(scope),
      coreValue: await getCoreValue(scope, made.value.id),
      codings: await codingsOf(scope, made.value.id),
      document: { ...(await specificationDocument(scope)), madeAt: "" },
    });
    const before = await shown();
    expect(before.facts.groups).toMatchObject([{ name: "Schoolcoaches", reactions: 1 }]);
    expect(before.facts.milestones).toHaveLength(1);

    const other = await dossierOf();
    const theirs = await tracedDossier(other);
    await groupOf(other, "Ouders van een ander", true, 2);
    await addMilestone(other, { title: "Van een ander", onDate: "2999-01-01" });
    await coreValueOf(other, "Van een ander", { reactionIds: [theirs.friday.id] });
    await requirementOf(other, theirs.chapterId, "Van een ander", {
      reactionIds: [theirs.friday.id],
      passageIds: [theirs.loosePassageId],
    });
    expect(await shown()).toEqual(before);
  });
});

const TWO_DOCUMENTS = `# Consultatiebijeenkomst basisonderwijs

**Vergaderdatum:** 12 maart 2026

Stelling 1: Eén begeleider per school.

Reactie:

- Een bekend gezicht geeft rust, op elke school.

# Consultatiebijeenkomst voortgezet onderwijs

**Vergaderdatum:** 19 maart 2026

Stelling 1: De begeleider komt ook thuis.

Reactie:

- De vrijdagmiddag is nu niet bezet, ook niet thuis.
`;

describe("the border of a document in a file with two", () => {
  async function twoDocuments() {
    const scope = await dossierOf();
    const parts = await partsOf(scope, { text: TWO_DOCUMENTS });
    const [first, second] = parts;
    if (!first || !second || parts.length > 2) throw new Error("two documents were expected");
    return { scope, first, second };
  }

  test("each has its own segments, and makes its own consultation of them", async () => {
    const { scope, first, second } = await twoDocuments();
    const border = TWO_DOCUMENTS.indexOf("# Consultatiebijeenkomst voortgezet");
    for (const { end } of await segmentsOf(first)) expect(end).toBeLessThanOrEqual(border);
    for (const { start } of await segmentsOf(second)) expect(start).toBeGreaterThanOrEqual(border);
    const shown = await openWorkbench(scope, first.sourceId, 1);
    expect(shown.segments.map((row) => row.start)).toEqual(
      (await segmentsOf(first)).map((row) => row.start),
    );
    const one = await confirmed(scope, first);
    expect(one).toMatchObject({ statements: 1, reactions: 1 });
    // The second is still as it was, and makes a consultation of its own.
    expect((await segmentsOf(second)).every((row) => row.decision === "open")).toBe(true);
    const two = await confirmed(scope, second);
    expect(two).toMatchObject({ statements: 1, reactions: 1 });
    const rows = await (await database())
      .select({
        consultationId: reaction.consultationId,
        text: reaction.text,
        exact: passage.exact,
      })
      .from(reaction)
      .innerJoin(passage, eq(passage.id, reaction.passageId))
      .where(eq(reaction.dossierId, scope.dossierId))
      .orderBy(asc(reaction.number));
    const [face, friday] = [
      "Een bekend gezicht geeft rust, op elke school.",
      "De vrijdagmiddag is nu niet bezet, ook niet thuis.",
    ];
    expect(rows).toEqual([
      { consultationId: one.consultationId, text: face, exact: face },
      { consultationId: two.consultationId, text: friday, exact: friday },
    ]);
  });

  test("loose words count for the document they stand in, once", async () => {
    const { scope, first, second } = await twoDocuments();
    const { consultationId: primary } = await confirmed(scope, first);
    const { consultationId: secondary } = await confirmed(scope, second);
    const source = { sourceVersionId: first.sourceVersionId, text: TWO_DOCUMENTS };
    const passageIds = [
      await passageOf(scope, source, "12 maart 2026"),
      await passageOf(scope, source, "19 maart 2026"),
      // Inside a reaction of the second document.
      await passageOf(scope, source, "nu niet bezet"),
    ];
    const { id } = await coreValueOf(scope, "Vast gezicht", { passageIds });
    const value = await getCoreValue(scope, id);
    expect(value).toMatchObject({ words: 3, consultations: 2 });
    expect(value.byConsultation).toMatchObject([
      { id: primary, words: 1 },
      { id: secondary, words: 2 },
    ]);
    const { rows, total } = await codingsOf(scope, id);
    expect(total).toBe(3);
    expect(rows.map((row) => [row.text, row.consultationId]).sort()).toEqual([
      ["12 maart 2026", primary],
      ["19 maart 2026", secondary],
      ["nu niet bezet", secondary],
    ]);

    await requirementOf(scope, await chapterOf(scope), "Op grond van beide", { passageIds });
    const { chapters } = await specificationDocument(scope);
    const words = chapters[0]?.requirements.find(
      (one) => one.title === "Op grond van beide",
    )?.words;
    expect(words?.map((one) => [one.quote, one.heldOn]).sort()).toEqual([
      ["12 maart 2026", "2026-03-12"],
      ["19 maart 2026", "2026-03-19"],
      ["nu niet bezet", "2026-03-19"],
    ]);
  });
});

test("who quotes, adds a reaction and confirms at once all come through, and words find their reaction", async () => {
  const scope = await dossierOf();
  const text = Array.from(
    { length: 12 },
    (_, n) => `- Ouder ${n}: het loket is op dag ${n} niet goed te vinden voor ons.`,
  ).join("\n");
  const part = await partOf(scope, { text: `# Bijeenkomst\n\n${text}\n` });
  await changed(scope, part, { type: "acceptRest" });
  const consultationId = await consultationOf(scope, { title: "Bestaand" });
  const words = Array.from({ length: 12 }, (_, n) => `dag ${n} niet goed`);
  const whole = { ...part, text: `# Bijeenkomst\n\n${text}\n` };
  const [passages] = await Promise.all([
    Promise.all(words.map((exact) => passageOf(scope, whole, exact))),
    confirmPart(scope, { ...part, consultationId }),
    ...words.map((said) => addReaction(scope, { consultationId, kind: "reaction", text: said })),
  ]);
  const { id } = await coreValueOf(scope, "Vindbaar", { passageIds: passages });
  const { rows } = await codingsOf(scope, id);
  expect(rows.map((row) => row.reactionId !== null)).toEqual(words.map(() => true));
});
