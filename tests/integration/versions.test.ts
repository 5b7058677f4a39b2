import { and, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database, rowsOf } from "@/db/client";
import { audit, sourceFile } from "@/db/schema";
import { administer } from "@/domain/accounts/gate";
import { verifyAudit } from "@/domain/audit/queries";
import { openDossierForJob } from "@/domain/dossiers/gate";
import { Conflict, Forbidden, Invalid, NotFound } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { specificationDocument } from "@/domain/publication/queries";
import { removeSource } from "@/domain/removal/commands";
import {
  adoptVersion,
  decideLocation,
  reviseSource,
  undecideLocation,
} from "@/domain/sources/commands";
import { locateSourceJob, reviseSourceJob } from "@/domain/sources/jobs";
import {
  changesIn,
  getSource,
  listBlocks,
  listSources,
  placeBesides,
  placeOfPassage,
  placesIn,
  versionsOf,
  versionText,
} from "@/domain/sources/queries";
import {
  codesOfPassages,
  quotedStretches,
  suspectAmong,
  suspectRequirements,
  suspectSums,
  traceOfRequirement,
} from "@/domain/trace/queries";
import { freshDatabase } from "../database";
import { consultationOf } from "../factories/consultations";
import { coreValueIn } from "../factories/core-values";
import { dossierOf, memberOf, person, SYSTEM } from "../factories/people";
import { linkOf, requirementOf } from "../factories/requirements";
import { passageOf, revised, SMALL_MINUTES, sourceOf } from "../factories/sources";
import { quotedReaction } from "../factories/trace";

freshDatabase();

const FACE = "Een bekend gezicht geeft rust aan ouders.";
const FRIDAY = "De vrijdagmiddag is nu **niet** bezet.";
const QUESTION = "Vraag uit de zaal: Blijft de begeleider ook in de vakantie bereikbaar?";
const signal = new AbortController().signal;

/** Three passages of which the first stays, the second changes and the third is gone. */
async function corrected() {
  const scope = await dossierOf();
  const imported = await sourceOf(scope);
  const ids = {
    face: await passageOf(scope, imported, FACE),
    friday: await passageOf(scope, imported, FRIDAY),
    question: await passageOf(scope, imported, QUESTION),
  };
  const requirement = await requirementOf(scope);
  await linkOf(scope, requirement.id, { passageId: ids.friday });
  const text = SMALL_MINUTES.replace(" **niet** bezet", " bezet")
    .replace(`${QUESTION}\n`, "")
    .replace("Reactie:", "De voorzitter opent.\n\nReactie:");
  const versionId = await revised(scope, imported.sourceId, text);
  return { scope, imported, ids, requirement, text, versionId, sourceId: imported.sourceId };
}

describe("a corrected text", () => {
  test("is the next version; the old one stays, and each passage is located in the new one", async () => {
    const { scope, imported, ids, requirement, text, versionId, sourceId } = await corrected();
    const { versions, open, revision } = await versionsOf(scope, sourceId);
    expect(revision).toBeNull();
    expect(versions.rows.map(({ n }) => n)).toEqual([2, 1]);
    expect(open).toBe(2);
    expect(versions.rows[0]).toMatchObject({
      id: versionId,
      fileName: "verbeterd.md",
      located: { exact: 1, moved: 0, proposed: 1, orphan: 1 },
    });
    expect((await versionText(scope, sourceId, 1)).text).toBe(imported.text);
    expect((await versionText(scope, sourceId, 2)).text).toBe(text);
    const [newest, old] = [await getSource(scope, sourceId), await getSource(scope, sourceId, 1)];
    expect([newest.n, newest.versionId, old.n]).toEqual([2, versionId, 1]);
    expect(newest.parts.map(({ title }) => title)).toEqual(old.parts.map(({ title }) => title));
    const blocks = (await listBlocks(scope, old, 1)).rows;
    expect(blocks.map((block) => block.text).join()).toContain(QUESTION);

    const places = await placesIn(scope, sourceId);
    expect(places).toMatchObject({ n: 2, open: 2, waiting: 0 });
    expect(places.rows.map((row) => [row.passageId, row.status, row.meaning])).toEqual([
      [ids.friday, "proposed", ["negation"]],
      [ids.question, "orphan", []],
    ]);
    // Named by the requirement that rests on it, with the words that stand there now.
    expect(places.rows.map(({ standing }) => standing)).toEqual([
      "De vrijdagmiddag is nu bezet.",
      "",
    ]);
    const [friday] = places.rows;
    if (!friday) throw new Error("nothing to decide on");
    const codes = await codesOfPassages(scope, [ids.friday, ids.question]);
    expect(codes.get(ids.friday)).toMatchObject({ kind: "requirement", code: requirement.code });
    const { others } = await placeBesides(scope, places, friday);
    expect(others).toMatchObject([
      { passageId: ids.question, status: "orphan", decided: false, now: null },
    ]);
    const face = await placeOfPassage(scope, sourceId, ids.face, null);
    expect(face.n).toBe(2);
    expect([...text].slice(face.start, face.end).join("")).toBe(FACE);
    // What is not decided stands in its own version.
    expect((await placeOfPassage(scope, sourceId, ids.friday, null)).n).toBe(1);
    await expect(placeOfPassage(scope, sourceId, ids.friday, 2)).rejects.toThrow(NotFound);
    expect(await verifyAudit(administer(SYSTEM))).toMatchObject({ faults: [], more: 0 });
  });

  test("marks what rests on changed words until somebody decides, in both versions", async () => {
    const { scope, ids, requirement, text, versionId, sourceId } = await corrected();
    const suspect = () => suspectAmong(scope, "requirement", [requirement.id]);
    expect([...(await suspect()).keys()]).toEqual([requirement.id]);
    const traced = await traceOfRequirement(scope, requirement.id);
    expect(traced.branches[0]?.words[0]?.passage).toMatchObject({
      exact: FRIDAY,
      suspect: true,
      version: 1,
      newest: 2,
    });
    expect((await suspectSums(scope)).changed).toMatchObject({
      requirements: 1,
      sources: [{ id: sourceId, passages: 2 }],
    });
    expect(await suspectRequirements(scope, sourceId)).toBe(1);

    await decideLocation(scope, { sourceId, passageId: ids.friday, versionId, decision: "same" });
    expect((await suspect()).size).toBe(0);
    expect(await suspectRequirements(scope, sourceId)).toBe(0);
    const place = await placeOfPassage(scope, sourceId, ids.friday, 2);
    expect([...text].slice(place.start, place.end).join("")).toBe("De vrijdagmiddag is nu bezet.");
    const stretches = await quotedStretches(scope, { sourceVersionId: versionId, ...place });
    expect(stretches.map(({ passageId }) => passageId)).toEqual([ids.friday]);
    // In the old version it stands where it stood.
    expect((await placeOfPassage(scope, sourceId, ids.friday, 1)).n).toBe(1);

    const inWord = async () =>
      (await specificationDocument(scope)).chapters.flatMap(({ requirements }) =>
        requirements.map((one) => one.suspect),
      );
    expect(await inWord()).toEqual([false]);
    await undecideLocation(scope, { sourceId, passageId: ids.friday });
    expect((await suspect()).size).toBe(1);
    expect(await inWord()).toEqual([true]);
    await decideLocation(scope, {
      sourceId,
      passageId: ids.friday,
      versionId,
      decision: "different",
    });
    expect((await suspect()).size).toBe(1);
    expect((await placesIn(scope, sourceId)).open).toBe(1);
    const rows = await (await database())
      .select({ action: audit.action })
      .from(audit)
      .where(and(eq(audit.dossierId, scope.dossierId), eq(audit.entityId, sourceId)));
    expect(rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["source.decide", "source.undecide", "source.locate"]),
    );
    expect(await verifyAudit(administer(SYSTEM))).toMatchObject({ faults: [], more: 0 });
  });

  test("takes words that somebody points out, once they stand there and once only", async () => {
    const { scope, ids, text, versionId, sourceId } = await corrected();
    const point = (words: string) =>
      decideLocation(scope, {
        sourceId,
        passageId: ids.question,
        versionId,
        decision: "elsewhere",
        words,
      });
    await expect(point("Dit staat er niet.")).rejects.toMatchObject({
      fields: { words: "sources.errors.wordsNotInVersion" },
    });
    await expect(point(" ")).rejects.toMatchObject({ fields: { words: "errors.field.required" } });
    await expect(point("nodig")).resolves.toBeDefined();
    await expect(point("begeleid")).rejects.toThrow(Invalid);
    await point("De voorzitter opent.\r\n");
    const place = await placeOfPassage(scope, sourceId, ids.question, 2);
    expect([...text].slice(place.start, place.end).join("")).toBe("De voorzitter opent.");
  });

  test("keeps what was decided for the version after it, as long as nothing changed again", async () => {
    const { scope, ids, text, versionId, sourceId } = await corrected();
    const decide = (passageId: string, decision: "same" | "different" | "gone") =>
      decideLocation(scope, { sourceId, passageId, versionId, decision });
    await decide(ids.friday, "different");
    await decide(ids.question, "gone");
    await revised(scope, sourceId, `${text}\nRondvraag: niemand.\n`, 2);
    const places = await placesIn(scope, sourceId);
    expect(places).toMatchObject({ n: 3, open: 0, counts: { exact: 2, orphan: 1 } });
    expect((await placeOfPassage(scope, sourceId, ids.friday, 3)).n).toBe(3);
    // It still means something else than what was quoted.
    expect((await suspectSums(scope)).changed.sources).toMatchObject([{ passages: 2 }]);
    await revised(scope, sourceId, SMALL_MINUTES, 3);
    // The words are back.
    expect(await placesIn(scope, sourceId)).toMatchObject({ n: 4, open: 0 });
    await expect(
      decideLocation(scope, { sourceId, passageId: ids.friday, versionId, decision: "same" }),
    ).rejects.toThrow(Conflict);
  });

  test("shows what changed, block by block", async () => {
    const { scope, sourceId } = await corrected();
    const { changes, total } = await changesIn(scope, sourceId, 2);
    expect(total).toBe(3);
    const changed = changes.filter((change) => change.type === "changed");
    expect(changed.map(({ before, after }) => [before?.text ?? null, after?.text ?? null])).toEqual(
      [
        [null, "De voorzitter opent."],
        [`- ${FRIDAY}`, "- De vrijdagmiddag is nu bezet."],
        [QUESTION, null],
      ],
    );
    await expect(changesIn(scope, sourceId, 3)).rejects.toThrow(NotFound);
  });
});

describe("bringing in a version", () => {
  test("is refused on an older one, twice at once, and with the same text", async () => {
    const { scope, sourceId, text } = await corrected();
    const bytes = new TextEncoder().encode(`${text}\nMeer.\n`);
    const input = { sourceId, base: 1, fileName: "x.md", bytes, note: "Meer" };
    await expect(reviseSource(scope, input)).rejects.toThrow(Conflict);
    await reviseSource(scope, { ...input, base: 2 });
    await expect(reviseSource(scope, { ...input, base: 2 })).rejects.toMatchObject({
      key: "sources.errors.revisionWaits",
    });
    const other = await sourceOf(scope, { text: "Een andere tekst, met woorden." });
    await revised(scope, other.sourceId, "Een andere tekst, met woorden.");
    expect(await versionsOf(scope, other.sourceId)).toMatchObject({
      versions: { rows: [{ n: 1 }] },
      revision: { state: "failed", failure: { key: "sources.failed.sameText" } },
    });
    // After that one can try again.
    await revised(scope, other.sourceId, "Een andere tekst, met andere woorden.");
    expect((await versionsOf(scope, other.sourceId)).versions.total).toBe(2);
  });

  test("says why a file cannot be read, and keeps the version that stands", async () => {
    const scope = await dossierOf();
    const { sourceId } = await sourceOf(scope);
    const { revisionId } = await reviseSource(scope, {
      sourceId,
      base: 1,
      fileName: "scan.pdf",
      bytes: new TextEncoder().encode("%PDF-1.4 niets"),
      note: "Verbeterd",
    });
    await reviseSourceJob.run({ dossierId: scope.dossierId, sourceId, revisionId }, signal);
    const { versions, revision } = await versionsOf(scope, sourceId);
    expect(versions.total).toBe(1);
    expect(revision).toMatchObject({ state: "failed", n: 2 });
  });

  test("many stand on pages, the newest first, and each page says what is open in the newest", async () => {
    const { scope, sourceId } = await corrected();
    await rowsOf(
      await database(),
      sql`
      insert into source_version (dossier_id, source_id, n, characters, "trailing", text_sha256, normaliser_version)
      select dossier_id, source_id, n + i, 0, '', text_sha256, normaliser_version
      from source_version, generate_series(1, 30) i where source_id = ${sourceId} and n = 2`,
    );
    const first = await versionsOf(scope, sourceId);
    expect(first.versions).toMatchObject({ total: 32, pages: 2 });
    expect(first.versions.rows.map(({ n }) => n)).toEqual(
      Array.from({ length: 25 }, (_, i) => 32 - i),
    );
    const last = await versionsOf(scope, sourceId, 2);
    expect(last.versions.rows.map(({ n }) => n)).toEqual([7, 6, 5, 4, 3, 2, 1]);
    // None was looked for in the newest.
    for (const { open, waiting } of [first, last])
      expect({ open, waiting }).toEqual({ open: 0, waiting: 3 });
  });

  test("is for authors of the dossier alone", async () => {
    const { scope, ids, versionId, sourceId } = await corrected();
    const acts = (as: ReaderScope) => [
      () =>
        reviseSource(as, {
          sourceId,
          base: 2,
          fileName: "x.md",
          bytes: new Uint8Array([65]),
          note: "n",
        }),
      () => decideLocation(as, { sourceId, passageId: ids.friday, versionId, decision: "gone" }),
      () => undecideLocation(as, { sourceId, passageId: ids.friday }),
      () =>
        adoptVersion(as, { sourceId, n: 2, adoptedOn: "2026-03-20", adoptedBy: "De aanwezigen" }),
    ];
    const reviewer = (await memberOf(scope, "reviewer")) as ReaderScope;
    for (const act of acts(reviewer)) await expect(act()).rejects.toThrow(Forbidden);
    for (const act of acts(await dossierOf())) await expect(act()).rejects.toThrow(NotFound);
  });

  test("leaves the list of sources, its documents and its numbers as they were", async () => {
    const scope = await dossierOf();
    const { sourceId } = await sourceOf(scope);
    const [before] = (await listSources(scope)).rows;
    await revised(scope, sourceId, SMALL_MINUTES.replace("rust", "houvast"));
    const [after] = (await listSources(scope)).rows;
    expect(after).toEqual(before);
  });

  test("finds what is quoted in an older version afterwards too", async () => {
    const { scope, imported, sourceId } = await corrected();
    const passageId = await passageOf(scope, imported, "**Vergaderdatum:** 12 maart 2026");
    expect((await placesIn(scope, sourceId)).waiting).toBe(1);
    await locateSourceJob.run({ dossierId: scope.dossierId, sourceId }, signal);
    expect((await placeOfPassage(scope, sourceId, passageId, 2)).n).toBe(2);
    await locateSourceJob.giveUp?.({ dossierId: scope.dossierId, sourceId });
  });
});

test("a version is adopted once, by its number, on a day that came", async () => {
  const { scope, sourceId, text } = await corrected();
  const adopt = (n: number, adoptedOn = "2026-03-20") =>
    adoptVersion(scope, { sourceId, n, adoptedOn, adoptedBy: "De aanwezigen" });
  expect((await getSource(scope, sourceId)).adopted).toBeNull();
  await expect(adopt(1)).rejects.toThrow(Conflict);
  await expect(adopt(2, "2999-01-01")).rejects.toMatchObject({
    fields: { adoptedOn: "sources.errors.adoptedLater" },
  });
  await adopt(2);
  expect((await getSource(scope, sourceId)).adopted).toEqual({
    n: 2,
    on: "2026-03-20",
    by: "De aanwezigen",
  });
  await revised(scope, sourceId, `${text}\nNaschrift.\n`, 2);
  expect(await getSource(scope, sourceId)).toMatchObject({ n: 3, adopted: { n: 2 } });
});

test("a source with versions can be removed when nothing rests on it, with all its files", async () => {
  const scope = await dossierOf();
  const { sourceId } = await sourceOf(scope);
  const versionId = await revised(scope, sourceId, SMALL_MINUTES.replace("rust", "houvast"));
  const manager = administer(await person({ kind: "administrator" }));
  await removeSource(manager, { sourceId, title: "Notulen", reason: "Vergissing" });
  const db = await database();
  expect(await db.$count(sourceFile, eq(sourceFile.sourceId, versionId))).toBe(0);
  await expect(getSource(scope, sourceId)).rejects.toThrow(NotFound);
});

test("a kernwaarde and a reaction say that their source changed too", async () => {
  const { scope, ids } = await corrected();
  const { id } = await coreValueIn(scope, { passageIds: [ids.question] });
  expect([...(await suspectAmong(scope, "coreValue", [id])).keys()]).toEqual([id]);
});

test("of a kernwaarde that was given to a part of a reaction only that part counts", async () => {
  const scope = await dossierOf();
  const [face, friday] = ["Een bekend gezicht geeft rust.", "De vrijdag is nu niet bezet."];
  const said = `Een ouder zegt dit: ${face} ${friday}`;
  const imported = await sourceOf(scope, { text: `# Verslag\n\n${said}\n` });
  const reaction = await quotedReaction(scope, {
    consultationId: await consultationOf(scope),
    text: said,
    passageId: await passageOf(scope, imported, said),
  });
  const coded = async (name: string, words: string) => {
    const passageIds = [await passageOf(scope, imported, words)];
    return (await coreValueIn(scope, { name, passageIds })).id;
  };
  const [calm, open] = [await coded("Rust", face), await coded("Bezet", friday)];
  const requirement = await requirementOf(scope);
  await linkOf(scope, requirement.id, { coreValueId: calm });
  const marked = async () => ({
    coreValues: [...(await suspectAmong(scope, "coreValue", [calm, open])).keys()],
    reactions: [...(await suspectAmong(scope, "reaction", [reaction.id])).keys()],
    requirements: [...(await suspectAmong(scope, "requirement", [requirement.id])).keys()],
  });
  await revised(scope, imported.sourceId, `# Verslag\n\n${said.replace(" niet", "")}\n`);
  // The words it was given to still stand there, whatever became of the rest of the reaction.
  expect(await marked()).toEqual({
    coreValues: [open],
    reactions: [reaction.id],
    requirements: [],
  });
  await revised(
    scope,
    imported.sourceId,
    `# Verslag\n\n${said.replace("geeft rust", "geeft geen rust")}\n`,
    2,
  );
  // And the other way round: one coded part is back, the other is not what it was.
  expect(await marked()).toEqual({
    coreValues: [calm],
    reactions: [reaction.id],
    requirements: [requirement.id],
  });
});

test("a job acts for its own dossier only", async () => {
  const { sourceId } = await corrected();
  const other = await dossierOf();
  const scope = await openDossierForJob({ type: "job", name: "t" }, other.dossierId);
  await expect(
    locateSourceJob.run({ dossierId: scope.dossierId, sourceId }, signal),
  ).resolves.toBeUndefined();
});
