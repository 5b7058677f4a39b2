import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "@/db/canonical";
import { database, rowsOf } from "@/db/client";
import { edition, editionPart, requirement } from "@/db/schema";
import { recordDisposition } from "@/domain/dispositions/commands";
import {
  adoptEdition,
  editionToAdopt,
  publishEdition,
  withdrawEdition,
} from "@/domain/editions/commands";
import { openEdition } from "@/domain/editions/gate";
import type { EditionFile, ThingFault } from "@/domain/editions/model";
import {
  editionPage,
  editionPreview,
  editionThings,
  feedbackOn,
  listEditions,
  publicEdition,
} from "@/domain/editions/queries";
import {
  firstDifference,
  markedThing,
  sectionSum,
  verifyEdition,
  withChain,
} from "@/domain/editions/rules";
import { Conflict, Forbidden, Invalid, NotFound } from "@/domain/kernel/errors";
import { searchWrittenJob } from "@/domain/participation/jobs";
import {
  addRequirement,
  carryWords,
  renumberRequirements,
  saveRequirement,
} from "@/domain/requirements/commands";
import { bodyOfLines } from "@/domain/text/rich-text";
import { freshDatabase } from "../database";
import {
  adopted,
  DECISION,
  fileOfEdition,
  fileText,
  HASH,
  nothingInTheWay,
  personalDataReleased,
  published,
} from "../factories/editions";
import { onlineIn, sentIn } from "../factories/participation";
import { dossierOf, memberOf, person } from "../factories/people";
import { subjectsIn } from "../factories/personal-data";
import { consultationIn, reactionIn } from "../factories/reactions";
import { chapterOf, linkOf, requirementOf } from "../factories/requirements";
import { passageOf, sourceOf } from "../factories/sources";
import { quotedReaction, tracedDossier } from "../factories/trace";
import { scratchFolder } from "../processes";

freshDatabase();

async function traced() {
  const scope = await dossierOf(undefined, { subject: "Begeleiding van leerlingen." });
  const made = await tracedDossier(scope);
  await carryWords(scope, { requirementId: made.requirementId, reactionId: made.face.id });
  await recordDisposition(scope, {
    ...{ reactionId: made.friday.id, lockVersion: 0, outcome: "rejected", place: "" },
    ...{ reason: "Daar is geen geld voor.", requirementIds: [] },
  });
  return { scope, ...made };
}

test("an edition holds everything with its words, and is whole by itself", async () => {
  const { scope } = await traced();
  const { number, sha256 } = await adopted(scope);
  expect(number).toBe("0.1");
  const text = await fileText(scope, number);
  const file: EditionFile = JSON.parse(text);
  // Canonical: what is written again is the same, to the letter; and so is the file that is written twice.
  expect(canonicalJson(file)).toBe(text);
  expect(await fileText(scope, number)).toBe(text);
  const verdict = verifyEdition(file, HASH, sha256);
  expect(verdict).toMatchObject({ state: "whole", number: "0.1", sha256, faults: [], count: 0 });
  expect(verdict.checked.quotes).toBeGreaterThanOrEqual(3);

  const { content, edition } = file;
  expect(edition).toMatchObject({ ...DECISION, kind: "concept", previous: null, release: null });
  expect(edition.dossier).toMatchObject({
    slug: scope.slug,
    subject: "Begeleiding van leerlingen.",
  });
  expect(content.reactions).toMatchObject([
    {
      key: "R-1",
      consultation: "C-1",
      statement: "S-1",
      group: "G-1",
      text: "Een bekend gezicht 🙂 geeft rust",
      coreValues: ["K-1"],
      requirements: [],
      answer: null,
    },
    { key: "R-2", answer: { outcome: "rejected", reason: "Daar is geen geld voor." } },
  ]);
  expect(content.words).toMatchObject([
    { key: "K-1/1", reaction: "R-1", place: null, text: null },
    { key: "K-1/2", reaction: null, text: "Het loket in de bibliotheek" },
  ]);
  expect(content.coreValues).toMatchObject([{ key: "K-1", total: 2, requirements: ["E-1.1"] }]);
  expect(content.requirements).toMatchObject([
    { key: "E-1.1", chapter: "H-1", coreValues: ["K-1"], carriedBy: ["K-1/1"], words: [] },
  ]);
  expect(content.sources).toHaveLength(1);
  const face = content.blocks.find(({ text }) => text.includes("bekend gezicht"));
  expect(face?.quoted).toMatchObject([{ reaction: "R-1", coreValues: ["K-1"], requirements: [] }]);
  // Nobody who spoke is in it.
  expect(text).not.toContain('"speaker"');
});

test("names are replaced in the words, in the text of their source and wherever they were typed; every quotation still stands there", async () => {
  const scope = await dossierOf();
  const text = `# Verslag

Aanwezig: mevrouw Petra van Dongen en de heer Youssef Amrani.

- Petra van Dongen wil dat elke school één begeleider heeft. 🙂 Bel 06-12345678.
- Volgens Amrani is de vrijdagmiddag niet bezet.
`;
  const source = await sourceOf(scope, { text });
  const consultationId = await consultationIn(scope);
  const quote = (exact: string) => passageOf(scope, source, exact);
  await quotedReaction(scope, {
    consultationId,
    text: "Petra van Dongen wil dat elke school één begeleider heeft. 🙂 Bel 06-12345678.",
    passageId: await quote(
      "Petra van Dongen wil dat elke school één begeleider heeft. 🙂 Bel 06-12345678.",
    ),
  });
  // It begins in the middle of a name.
  const half = await quote("Dongen wil dat elke school");
  await requirementOf(scope, { title: "Wens van mevrouw Petra van Dongen", passageIds: [half] });
  await expect(adopted(scope)).rejects.toMatchObject({ key: "editions.errors.personalData" });
  await personalDataReleased(scope);
  const { number } = await adopted(scope);
  const written = await fileText(scope, number);
  for (const name of ["Petra", "Dongen", "Amrani", "Youssef", "12345678"]) {
    expect(written, name).not.toContain(name);
  }
  const file: EditionFile = JSON.parse(written);
  expect(verifyEdition(file, HASH)).toMatchObject({ state: "whole", count: 0 });
  expect(file.edition.release).toMatchObject({ reason: "Bekeken." });
  const [first] = file.content.requirements;
  expect(first?.words).toMatchObject([{ text: "[naam verwijderd] wil dat elke school" }]);
  expect(file.content.sources[0]?.replaced).toBeGreaterThanOrEqual(4);
});

describe("what was changed is found, and named", () => {
  const changes: Record<string, [change: (file: EditionFile) => void, fault: Partial<ThingFault>]> =
    {
      "a letter of a requirement": [
        (file) => {
          one(file.content.requirements).text += "!";
        },
        { section: "requirements", key: "E-1.1", field: "text", what: "field" },
      ],
      "an outcome": [
        (file) => {
          const { answer } = file.content.reactions[1] ?? {};
          if (answer) answer.outcome = "adopted";
        },
        { section: "reactions", key: "R-2", field: "answer", what: "field" },
      ],
      "a reaction taken out": [
        (file) => void file.content.reactions.pop(),
        { section: "reactions", what: "count" },
      ],
      "a requirement put in": [
        (file) => {
          const { marks: _marks, ...other } = one(file.content.requirements);
          file.content.requirements.push(markedThing({ ...other, key: "E-1.2" }, HASH));
        },
        { section: "requirements", what: "count" },
      ],
      "things in another order": [
        (file) => void file.content.reactions.reverse(),
        { section: "reactions", what: "sum" },
      ],
      "the text of a source": [
        (file) => {
          const block = file.content.blocks.find(({ text }) => text.includes("gezicht"));
          if (block) block.text = block.text.replace("gezicht", "gedicht");
        },
        { section: "reactions", key: "R-1", field: "text", what: "quote", at: 14 },
      ],
      "the place of a quotation": [
        (file) => {
          const place = file.content.words[1]?.place;
          if (place) place.start += 1;
        },
        { section: "words", key: "K-1/2", what: "quote" },
      ],
      "a link": [
        (file) => void one(file.content.requirements).coreValues.pop(),
        { section: "coreValues", key: "K-1", field: "requirements", what: "back" },
      ],
      "a link to nothing": [
        (file) => void one(file.content.requirements).coreValues.push("K-9"),
        { section: "requirements", key: "E-1.1", field: "coreValues", what: "link" },
      ],
      "words that carry it, which are none": [
        (file) => void one(file.content.requirements).carriedBy?.push("K-1/9"),
        { section: "requirements", key: "E-1.1", field: "carriedBy", what: "link" },
      ],
      "words that carry it, of another kernwaarde": [
        (file) => {
          const { marks: _marks, ...word } = one(file.content.words);
          file.content.words.push(markedThing({ ...word, key: "K-2/1" }, HASH));
          one(file.content.requirements).carriedBy?.push("K-2/1");
        },
        { section: "requirements", key: "E-1.1", field: "carriedBy", what: "link" },
      ],
      "who decided": [
        (file) => {
          file.edition.decidedBy = "De raad";
        },
        { field: "decidedBy", what: "head" },
      ],
      "the edition before it": [
        (file) => {
          file.edition.previous = { number: "1", sha256: "0".repeat(64) };
        },
        { field: "previous", what: "head" },
      ],
      "a field with the marks made anew": [
        (file) => {
          const { marks: _marks, ...thing } = one(file.content.requirements);
          file.content.requirements[0] = markedThing({ ...thing, title: "Anders" }, HASH);
        },
        { section: "requirements", what: "sum" },
      ],
      "a part with its sum made anew": [
        (file) => {
          const { marks: _marks, ...thing } = one(file.content.requirements);
          file.content.requirements[0] = markedThing({ ...thing, title: "Anders" }, HASH);
          const bodies = file.content.requirements.map((thing) => canonicalJson(thing));
          file.edition.sections.requirements = sectionSum(bodies, HASH);
          const { marks: _old, ...head } = file.edition;
          file.edition = markedThing(head, HASH);
        },
        { what: "kenmerk" },
      ],
    };
  for (const [name, [change, fault]] of Object.entries(changes)) {
    test(name, async () => {
      const { scope } = await traced();
      const { number } = await adopted(scope);
      const file = await fileOfEdition(scope, number);
      change(file);
      const verdict = verifyEdition(file, HASH);
      expect(verdict.state).toBe("changed");
      expect(verdict.faults).toContainEqual(expect.objectContaining(fault));
      // And by a program that shares nothing with ours, where there is one to run it: of the same thing.
      const changed = path.join(scratchFolder(), "changed.json");
      fs.writeFileSync(changed, JSON.stringify(file));
      const python = spawnSync("python3", ["docs/verify_edition.py", changed], {
        encoding: "utf8",
      });
      if (python.error) return;
      expect(python.stdout).toContain(`- ${fault.key ?? fault.section ?? "edition"}`);
      expect(python).toMatchObject({ status: 1, stderr: "" });
    });
  }

  test("an edition that was made anew as a whole, by what was published", async () => {
    const { scope } = await traced();
    const { number, sha256 } = await adopted(scope);
    const file = await fileOfEdition(scope, number);
    const { marks: _marks, ...head } = file.edition;
    const changed = { ...head, decidedBy: "De raad" };
    file.edition = markedThing(changed, HASH);
    file.sha256 = HASH(canonicalJson(changed));
    expect(verifyEdition(file, HASH).state).toBe("whole");
    expect(verifyEdition(file, HASH, sha256).faults).toEqual([{ what: "published" }]);
  });

  test("an edition whose log does not go on from the one before, here and by the other program", async () => {
    const { scope } = await traced();
    const first = await fileOfEdition(scope, (await adopted(scope)).number);
    const second = await fileOfEdition(scope, (await adopted(scope)).number);
    // Made anew as a whole, on a log that was made anew too.
    const { marks: _marks, ...head } = second.edition;
    const changed = { ...head, log: { ...head.log, rows: first.edition.log.rows } };
    const forged = {
      ...{ ...second, edition: markedThing(changed, HASH) },
      sha256: HASH(canonicalJson(changed)),
    };
    const faultsOf = (file: EditionFile) => {
      const verdicts = [first, file].map((one) => verifyEdition(one, HASH));
      expect(verdicts.map(({ state }) => state)).toEqual(["whole", "whole"]);
      withChain(verdicts);
      return verdicts.map(({ faults }) => faults);
    };
    expect(faultsOf(second)).toEqual([[], []]);
    expect(faultsOf(forged)).toEqual([[], [{ field: "log", what: "log" }]]);

    const folder = scratchFolder();
    const named = { first, second, forged };
    for (const [name, file] of Object.entries(named))
      fs.writeFileSync(path.join(folder, name), canonicalJson(file));
    const run = (name: keyof typeof named, before: keyof typeof named) =>
      spawnSync(
        "python3",
        ["docs/verify_edition.py", path.join(folder, name), path.join(folder, before)],
        { encoding: "utf8" },
      );
    const python = run("second", "first");
    if (python.error) return;
    expect(python.stdout).toContain("whole");
    expect(python.status).toBe(0);
    expect(run("forged", "first")).toMatchObject({
      status: 1,
      stdout: expect.stringContaining("- edition, log: does not go on"),
    });
    expect(run("first", "second")).toMatchObject({
      status: 1,
      stdout: expect.stringContaining("- edition, previous: is not the kenmerk"),
    });
  });

  test("what is no edition is said to be none, whatever it is", () => {
    for (const file of [
      null,
      1,
      "x",
      [],
      {},
      { format: "herleid-edition/1" },
      { format: "herleid-edition/1", sha256: "", content: {}, edition: { sections: {} } },
    ]) {
      expect(verifyEdition(file, HASH).state).toBe("unreadable");
    }
  });

  test("words that carry a requirement are a list of keys", async () => {
    const { scope } = await traced();
    const { number } = await adopted(scope);
    for (const carriedBy of [7, "K-1/1", [1], null]) {
      const file = await fileOfEdition(scope, number);
      Object.assign(one(file.content.requirements), { carriedBy });
      expect(verifyEdition(file, HASH).state).toBe("unreadable");
    }
  });

  test("the first sign that differs is counted in signs", () => {
    expect(firstDifference("a🙂b", "a🙂c")).toBe(3);
    expect(firstDifference("a", "ab")).toBe(2);
  });
});

describe("adopting", () => {
  test("nobody adopts a definitive edition in which they wrote, and it waits until nothing is in the way", async () => {
    const { scope } = await traced();
    const reviewer = await memberOf(scope, "reviewer");
    expect((await editionPreview(reviewer)).refused).toEqual({
      definitive: "blocked",
      concept: null,
    });
    await expect(adopted(reviewer, "definitive")).rejects.toMatchObject({
      key: "editions.errors.blocked",
    });
    await nothingInTheWay(scope);
    expect((await editionPreview(scope)).refused.definitive).toBe("own");
    await expect(adopted(scope, "definitive")).rejects.toMatchObject({
      key: "editions.errors.own",
    });
    const first = await adopted(reviewer, "definitive");
    expect(first.number).toBe("1");
    const { edition: head } = await fileOfEdition(scope, "1");
    expect(head.passedOver).toMatchObject([
      { blocker: "withoutAnswer", count: 1, reason: "Volgt uit de wet." },
      { blocker: "withoutApproval", count: 1, reason: "Volgt uit de wet." },
    ]);
  });

  test("a name that nobody knows of keeps it from being adopted, also by who cannot write it down", async () => {
    const scope = await dossierOf();
    await requirementOf(scope, { title: "Elke school" });
    const reviewer = await memberOf(scope, "reviewer");
    const { id: reactionId } = await reactionIn(scope);
    await recordDisposition(scope, {
      ...{ reactionId, lockVersion: 0, outcome: "noted", place: "", requirementIds: [] },
      reason: "Dat vond mevrouw Petra Ottens ook.",
    });
    await nothingInTheWay(scope);
    const { contentSha256 } = await editionPreview(reviewer);
    const input = { kind: "definitive" as const, contentSha256, ...DECISION };
    const refused = { key: "editions.errors.personalData" };
    await expect(adoptEdition(reviewer, input)).rejects.toMatchObject(refused);
    expect((await editionToAdopt(reviewer)).refused.definitive).toBe("personalData");
    expect(await listEditions(scope)).toEqual([]);
    // An author who looks has it kept, to be decided on.
    expect((await editionToAdopt(scope)).refused.concept).toBe("personalData");
    expect((await subjectsIn(scope)).map(({ name }) => name)).toEqual(["mevrouw Petra Ottens"]);
    await personalDataReleased(scope);
    // What is typed with the decision goes out too.
    const reason = "Willemijn Terpstra vroeg erom.";
    await expect(adopted(reviewer, "definitive", { reason })).rejects.toMatchObject(refused);
    const { number } = await adopted(reviewer, "definitive");
    expect(await fileText(scope, number)).not.toContain("Ottens");
  });

  test("what changed since it was seen is not adopted, and what is adopted does not change", async () => {
    const { scope, requirementId } = await traced();
    const { contentSha256 } = await editionPreview(scope);
    expect((await editionPreview(scope)).contentSha256).toBe(contentSha256);
    const first = await adoptEdition(scope, { kind: "concept", contentSha256, ...DECISION });
    await saveRequirement(scope, {
      ...{ requirementId, lockVersion: 1, title: "Elke school", kind: "mandatory" },
      ...{
        body: bodyOfLines("De opdrachtnemer zet twee begeleiders in."),
        explanation: "",
        evidence: "",
        verification: "",
        reason: "",
      },
    });
    await expect(
      adoptEdition(scope, { kind: "concept", contentSha256, ...DECISION }),
    ).rejects.toThrow(Conflict);
    const second = await adopted(scope);
    expect(second.number).toBe("0.2");
    const [before, after] = [await fileOfEdition(scope, "0.1"), await fileOfEdition(scope, "0.2")];
    expect(before.content.requirements[0]?.text).not.toContain("twee");
    expect(after.content.requirements[0]?.text).toContain("twee");
    expect(after.edition.previous).toEqual({ number: "0.1", sha256: first.sha256 });
    expect(after.edition.log.rows).toBeGreaterThan(before.edition.log.rows);
    const db = await database();
    const refused = { code: "23001" };
    await expect(
      db.update(edition).set({ head: "{}" }).where(eq(edition.id, first.id)),
    ).rejects.toMatchObject(refused);
    await expect(
      db.delete(editionPart).where(eq(editionPart.editionId, first.id)),
    ).rejects.toMatchObject(refused);
  });

  test("of two who adopt what they saw at the same moment one does, and the other is told", async () => {
    const { scope } = await traced();
    const { contentSha256, previous } = await editionPreview(scope);
    expect(previous).toBeNull();
    const input = { kind: "concept" as const, contentSha256, previous: "", ...DECISION };
    const tried = await Promise.allSettled([
      adoptEdition(scope, input),
      adoptEdition(scope, input),
    ]);
    expect(tried.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(tried.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { key: "editions.errors.overtaken" },
    });
    expect((await listEditions(scope)).map(({ number }) => number)).toEqual(["0.1"]);
    await adoptEdition(scope, { ...input, previous: "0.1" });
    expect(await listEditions(scope)).toHaveLength(2);
  });

  test("two programs that adopt at the same moment make two editions, one after the other", async () => {
    const { scope } = await traced();
    const { contentSha256 } = await editionPreview(scope);
    const input = { kind: "concept" as const, contentSha256, ...DECISION };
    const made = await Promise.all([adoptEdition(scope, input), adoptEdition(scope, input)]);
    expect(made.map(({ number }) => number).sort()).toEqual(["0.1", "0.2"]);
    const second = await fileOfEdition(scope, "0.2");
    expect(second.edition.previous?.sha256).toBe(
      made.find(({ number }) => number === "0.1")?.sha256,
    );
  });

  test("the same form sent twice adopts once", async () => {
    const { scope } = await traced();
    const { contentSha256 } = await editionPreview(scope);
    const input = { kind: "concept" as const, contentSha256, ...DECISION };
    const key = "6f1c1c5e-7d0a-4f56-9a55-3a1c8a5f1b11";
    const [one, two] = [
      await adoptEdition(scope, input, { key }),
      await adoptEdition(scope, input, { key }),
    ];
    expect(two).toEqual(one);
    expect(await listEditions(scope)).toHaveLength(1);
  });

  test("an empty dossier has nothing to adopt, and a decision needs who made it", async () => {
    const scope = await dossierOf();
    await expect(adopted(scope)).rejects.toMatchObject({ key: "editions.errors.empty" });
    await requirementOf(scope);
    await expect(adopted(scope, "concept", { decidedBy: " " })).rejects.toThrow(Invalid);
  });
});

describe("who reads it", () => {
  test("nobody from outside until it is published; then anybody, and that it was withdrawn and why", async () => {
    const { scope } = await traced();
    const { id, number, sha256 } = await adopted(scope);
    await expect(openEdition(scope.slug)).rejects.toThrow(NotFound);
    await expect(openEdition(scope.slug, number)).rejects.toThrow(NotFound);
    await publishEdition(scope, { editionId: id });
    await expect(publishEdition(scope, { editionId: id })).rejects.toThrow(Conflict);
    for (const asked of [undefined, number]) {
      const reader = await openEdition(scope.slug, asked);
      expect(await publicEdition(reader)).toMatchObject({
        sha256,
        withdrawn: null,
        newer: null,
        others: [],
      });
    }
    await expect(openEdition(scope.slug, "1")).rejects.toThrow(NotFound);
    for (const odd of ["", "0", "1.", "01", "1.0", "-1", "1e3", "0.1.1", "../0.1"]) {
      await expect(openEdition(scope.slug, odd), odd).rejects.toThrow(NotFound);
    }
    const reader = await openEdition(scope.slug);
    expect((await editionPage(reader, "reactions", { size: 1 })).total).toBe(2);
    expect(
      (await editionPage(reader, "reactions", { size: 9, outcome: "rejected" })).rows,
    ).toMatchObject([{ key: "R-2" }]);
    expect(
      (await editionPage(reader, "blocks", { size: 99, parent: "B-1" })).total,
    ).toBeGreaterThan(3);
    expect((await editionPage(reader, "requirements", { size: 9, search: "ELKE" })).total).toBe(1);
    expect(await editionThings(reader, "coreValues", ["K-1", "K-2"])).toMatchObject([
      { key: "K-1" },
    ]);
    expect((await editionPage(reader, "reactions", { size: 9, group: "G-1" })).total).toBe(1);
    expect((await editionPage(reader, "reactions", { size: 9, group: null })).total).toBe(1);
    expect((await editionPage(reader, "reactions", { size: 9, statement: "S-1" })).total).toBe(2);
    await withdrawEdition(scope, { editionId: id, reason: "Er stond een fout in." });
    expect((await publicEdition(reader)).withdrawn).toMatchObject({
      reason: "Er stond een fout in.",
    });
    await expect(withdrawEdition(scope, { editionId: id, reason: "Nog eens." })).rejects.toThrow(
      Conflict,
    );
  });

  test("an edition of another dossier is none, and a reviewer does not publish", async () => {
    const { scope } = await traced();
    const { id } = await adopted(scope);
    const other = await dossierOf();
    await expect(publishEdition(other, { editionId: id })).rejects.toThrow(NotFound);
    await expect(withdrawEdition(other, { editionId: id, reason: "x" })).rejects.toThrow(NotFound);
    const reviewer = await memberOf(scope, "reviewer");
    await expect(publishEdition(reviewer, { editionId: id })).rejects.toThrow(Forbidden);
    const stakeholder = await memberOf(scope, "stakeholder", await person({ kind: "guest" }));
    await expect(editionPreview(stakeholder as never)).rejects.toThrow(Forbidden);
    await expect(listEditions(stakeholder as never)).rejects.toThrow(Forbidden);
    expect(await listEditions(other)).toEqual([]);
  });

  test("a newer one that holds in its place is said, and a concept never is", async () => {
    const { scope } = await traced();
    await published(scope);
    await nothingInTheWay(scope);
    const reviewer = await memberOf(scope, "reviewer");
    const definitive = await adopted(reviewer, "definitive");
    const concept = await openEdition(scope.slug, "0.1");
    expect((await publicEdition(concept)).newer).toBeNull();
    await publishEdition(scope, { editionId: definitive.id });
    expect((await publicEdition(concept)).newer).toMatchObject({ number: "1" });
    await addRequirement(scope, {
      ...{
        title: "Nog een",
        kind: "preference",
        body: bodyOfLines("De inschrijver beschrijft zijn plan."),
      },
      chapterId: await chapterOf(scope),
    });
    await published(scope);
    expect((await openEdition(scope.slug)).editionId).toBe(definitive.id);
    expect(
      (await publicEdition(await openEdition(scope.slug))).others.map(({ number }) => number),
    ).toEqual(["1.1", "0.1"]);
    expect((await listEditions(scope)).map(({ number }) => number)).toEqual(["1.1", "1", "0.1"]);
  });
});

function one<T>([first]: readonly T[]): T {
  if (!first) throw new Error("there is none");
  return first;
}

test("codes are fixed from the first definitive edition on; what is added gets the next", async () => {
  const { scope, chapterId } = await traced();
  await requirementOf(scope, { chapterId });
  const reviewer = await memberOf(scope, "reviewer");
  await adopted(scope);
  expect(await renumberRequirements(scope, {})).toEqual({ changed: 0 });
  await nothingInTheWay(scope);
  await adopted(reviewer, "definitive");
  await expect(renumberRequirements(scope, {})).rejects.toMatchObject({
    key: "requirements.errors.codesFixed",
  });
  const db = await database();
  await expect(
    db.update(requirement).set({ code: "E-9.9" }).where(eq(requirement.dossierId, scope.dossierId)),
  ).rejects.toMatchObject({ code: "23001" });
  expect((await requirementOf(scope, { chapterId })).code).toBe("E-1.3");
});

test("the database itself refuses a definitive edition of who wrote in it", async () => {
  const { scope } = await traced();
  const { id } = await adopted(scope);
  const db = await database();
  const [row] = await db.select().from(edition).where(eq(edition.id, id));
  if (!row) throw new Error("there is none");
  const { id: _id, createdAt: _at, ...kept } = row;
  const definitive = { ...kept, kind: "definitive" as const, major: 1, minor: 0 };
  await expect(db.insert(edition).values(definitive)).rejects.toMatchObject({ code: "23514" });
});

test("a program that shares nothing with ours comes to the same, when there is one to run it", async () => {
  const { scope } = await traced();
  const { number, sha256 } = await adopted(scope);
  const folder = scratchFolder();
  const [whole, changed] = [path.join(folder, "edition.json"), path.join(folder, "changed.json")];
  const text = await fileText(scope, number);
  fs.writeFileSync(whole, text);
  fs.writeFileSync(changed, text.replace("geen geld", "geen gelt"));
  const python = spawnSync("python3", ["docs/verify_edition.py", whole, sha256], {
    encoding: "utf8",
  });
  // A bare machine has no Python: then this says nothing.
  if (python.error) return;
  expect(python.stdout).toContain(`kenmerk ${sha256}`);
  const ours = verifyEdition(JSON.parse(text), HASH).checked;
  expect(python.stdout).toContain(
    `${ours.things} things, ${ours.quotes} quotations and ${ours.links} links`,
  );
  expect(python.status).toBe(0);
  const found = spawnSync("python3", ["docs/verify_edition.py", changed], { encoding: "utf8" });
  expect(found.status).toBe(1);
  expect(found.stdout).toContain("- R-2, answer: is other than its mark says");
  const nothing = spawnSync("python3", ["docs/verify_edition.py", "package.json"], {
    encoding: "utf8",
  });
  expect(nothing).toMatchObject({ status: 1, stderr: "" });
});

describe("what was done with what somebody sent", () => {
  test("is read by them alone, once a definitive edition was published, and never of a draft", async () => {
    const scope = await dossierOf();
    const online = await onlineIn(scope, { moderation: "after" }, [
      "Stelling een",
      "Stelling twee",
    ]);
    const one = await sentIn(online, ["De bus komt te laat.", "Verbied het."]);
    const other = await sentIn(online, ["Een ander zei dit."]);
    await searchWrittenJob.run({ dossierId: scope.dossierId }, new AbortController().signal);
    const said = await rowsOf<{ id: string; text: string }>(
      await database(),
      sql`select id, text from reaction where dossier_id = ${scope.dossierId}`,
    );
    const idOf = (words: string) => {
      const found = said.find(({ text }) => text === words);
      if (!found) throw new Error(`${words} is not there`);
      return found.id;
    };
    const { id: requirementId, code } = await requirementOf(scope);
    await linkOf(scope, requirementId, { reactionId: idOf("De bus komt te laat.") });
    await recordDisposition(scope, {
      ...{
        reactionId: idOf("De bus komt te laat."),
        lockVersion: 0,
        outcome: "adopted",
        place: "",
      },
      ...{ reason: "Dat is nu een eis.", requirementIds: [requirementId] },
    });
    await recordDisposition(scope, {
      ...{ reactionId: idOf("Verbied het."), lockVersion: 0, outcome: "rejected", place: "" },
      ...{ reason: "Dat mag de gemeente niet.", requirementIds: [] },
    });
    expect(await feedbackOn(one.own)).toBeNull();
    await personalDataReleased(scope);
    // A concept says nothing to them.
    await published(scope);
    expect(await feedbackOn(one.own)).toBeNull();
    await nothingInTheWay(scope);
    const { id } = await adopted(await memberOf(scope, "reviewer"), "definitive");
    expect(await feedbackOn(one.own)).toBeNull();
    await publishEdition(scope, { editionId: id });
    const own = await feedbackOn(one.own);
    expect(own).toMatchObject({ slug: scope.slug, number: "1" });
    expect(own?.reactions).toMatchObject([
      {
        asked: "Stelling een",
        text: "De bus komt te laat.",
        answer: { outcome: "adopted", reason: "Dat is nu een eis." },
        requirements: [{ key: code }],
      },
      { text: "Verbied het.", answer: { outcome: "rejected" }, requirements: [] },
    ]);
    const theirs = await feedbackOn(other.own);
    expect(JSON.stringify(theirs)).not.toContain("De bus");
    expect(theirs?.reactions).toMatchObject([{ text: "Een ander zei dit.", answer: null }]);
    await withdrawEdition(scope, { editionId: id, reason: "Een fout." });
    expect(await feedbackOn(one.own)).toBeNull();
  });
});
