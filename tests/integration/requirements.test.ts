import { randomUUID } from "node:crypto";
import { and, asc, desc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { fingerprint } from "@/db/hash";
import { audit, type chapter, requirement, requirementLink, requirementVersion } from "@/db/schema";
import { addCoreValue } from "@/domain/core-values/commands";
import { Conflict, Forbidden, Invalid, NotFound } from "@/domain/kernel/errors";
import { actorName, type ReaderScope } from "@/domain/kernel/scope";
import { addReaction } from "@/domain/reactions/commands";
import {
  addChapter,
  addRequirement,
  addStandardChapters,
  changeChapter,
  dropRequirement,
  linkRequirement,
  moveChapter,
  moveRequirement,
  moveRequirements,
  removeChapter,
  renumberRequirements,
  restoreRequirement,
  saveRequirement,
  setNoSourceReason,
  unlinkRequirement,
} from "@/domain/requirements/commands";
import type { RequirementVersion } from "@/domain/requirements/model";
import {
  getRequirement,
  getVersion,
  listChapters,
  listRequirements,
  listVersions,
  searchForSource,
} from "@/domain/requirements/queries";
import { STANDARD_CHAPTERS } from "@/domain/requirements/rules/chapters";
import { quotePassage } from "@/domain/sources/commands";
import { bodyOfLines } from "@/domain/text/rich-text";
import { freshDatabase } from "../database";
import { consultationOf } from "../factories/consultations";
import { asIfReader, dossierOf, memberOf } from "../factories/people";
import { chapterOf, linkOf, requirementOf } from "../factories/requirements";
import { passageOf, sourceOf } from "../factories/sources";

freshDatabase();

const STRANGE = "00000000-0000-4000-8000-000000000000";

const content = (text = "De opdrachtnemer belt elke week.") => ({
  title: "Wekelijks contact",
  kind: "mandatory" as const,
  body: bodyOfLines(text),
  explanation: "",
  evidence: "",
  verification: "",
});

const coreValueOf = async (scope: ReaderScope, name = "Vast gezicht") =>
  (await addCoreValue(scope, { name, definition: "Steeds dezelfde begeleider." })).id;

const reactionOf = async (scope: ReaderScope, text: string) =>
  (
    await addReaction(scope, {
      consultationId: await consultationOf(scope),
      statementId: null,
      kind: "reaction",
      text,
      groupId: null,
      speaker: "Ouder",
      replyToId: null,
    })
  ).id;

/** The first row of the last act. */
async function lastAction(scope: ReaderScope) {
  const [row] = await (await database())
    .select({ action: audit.action, entity: audit.entity, entityId: audit.entityId })
    .from(audit)
    .where(and(eq(audit.dossierId, scope.dossierId), eq(audit.act, audit.n)))
    .orderBy(desc(audit.n))
    .limit(1);
  return row;
}

const auditRows = async (scope: ReaderScope) =>
  (await database()).$count(audit, eq(audit.dossierId, scope.dossierId));

const places = async (chapterId: string) =>
  (await database())
    .select({ id: requirement.id, position: requirement.position })
    .from(requirement)
    .where(eq(requirement.chapterId, chapterId))
    .orderBy(asc(requirement.position));

describe("who may not", () => {
  const id = STRANGE;
  const commands: [string, (scope: ReaderScope) => Promise<unknown>][] = [
    ["addChapter", (s) => addChapter(s, { title: "A" })],
    ["addStandardChapters", (s) => addStandardChapters(s, {})],
    ["changeChapter", (s) => changeChapter(s, { chapterId: id, lockVersion: 1, title: "A" })],
    ["moveChapter", (s) => moveChapter(s, { chapterId: id, direction: "up" })],
    ["removeChapter", (s) => removeChapter(s, { chapterId: id })],
    ["addRequirement", (s) => addRequirement(s, { chapterId: id, ...content() })],
    [
      "saveRequirement",
      (s) => saveRequirement(s, { requirementId: id, lockVersion: 1, ...content() }),
    ],
    ["moveRequirement", (s) => moveRequirement(s, { requirementId: id, direction: "up" })],
    ["moveRequirements", (s) => moveRequirements(s, { requirementIds: [id], chapterId: id })],
    ["dropRequirement", (s) => dropRequirement(s, { requirementId: id, reason: "Dubbel" })],
    ["restoreRequirement", (s) => restoreRequirement(s, { requirementId: id })],
    ["renumberRequirements", (s) => renumberRequirements(s, {})],
    ["linkRequirement", (s) => linkRequirement(s, { requirementId: id, coreValueId: id })],
    ["unlinkRequirement", (s) => unlinkRequirement(s, { linkId: id })],
    ["setNoSourceReason", (s) => setNoSourceReason(s, { requirementId: id, reason: "Wet" })],
  ];

  test.each(commands)("a reviewer and a stakeholder: %s", async (_name, run) => {
    const author = await dossierOf();
    await expect(run(await memberOf(author, "reviewer"))).rejects.toThrow(Forbidden);
    await expect(run(asIfReader(await memberOf(author, "stakeholder")))).rejects.toThrow(Forbidden);
  });

  test("an author of another dossier finds nothing, and changes nothing", async () => {
    const mine = await dossierOf();
    const stranger = await dossierOf();
    const chapterId = await chapterOf(mine);
    const { id } = await requirementOf(mine, { chapterId });
    const coreValueId = await coreValueOf(mine);
    const linkId = await linkOf(mine, id, { coreValueId });
    const theirs = await chapterOf(stranger);
    const { id: own } = await requirementOf(stranger, { chapterId: theirs });
    const attempts = [
      () => changeChapter(stranger, { chapterId, lockVersion: 1, title: "Van mij" }),
      () => moveChapter(stranger, { chapterId, direction: "up" }),
      () => moveChapter(stranger, { chapterId: theirs, beforeId: chapterId }),
      () => removeChapter(stranger, { chapterId }),
      () => addRequirement(stranger, { chapterId, ...content() }),
      () => addRequirement(stranger, { chapterId: theirs, ...content(), coreValueId }),
      () =>
        saveRequirement(stranger, { requirementId: id, lockVersion: 1, ...content(), reason: "x" }),
      () => moveRequirement(stranger, { requirementId: id, direction: "down" }),
      () => moveRequirement(stranger, { requirementId: own, chapterId, beforeId: null }),
      () => moveRequirement(stranger, { requirementId: own, chapterId: theirs, beforeId: id }),
      () => moveRequirements(stranger, { requirementIds: [own, id], chapterId: theirs }),
      () => moveRequirements(stranger, { requirementIds: [own], chapterId }),
      () => dropRequirement(stranger, { requirementId: id, reason: "x" }),
      () => restoreRequirement(stranger, { requirementId: id }),
      () => linkRequirement(stranger, { requirementId: id, coreValueId }),
      () => linkRequirement(stranger, { requirementId: own, coreValueId }),
      () => unlinkRequirement(stranger, { linkId }),
      () => setNoSourceReason(stranger, { requirementId: id, reason: "x" }),
      () => getRequirement(stranger, id),
      () => getVersion(stranger, id, 1),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow(NotFound);
    expect(await listVersions(stranger, id)).toEqual([]);
    expect((await listRequirements(stranger, { chapterId })).rows).toEqual([]);
    expect(await searchForSource(stranger, "begeleider")).toEqual({
      coreValues: [],
      reactions: [],
      words: [],
    });
    expect((await getRequirement(mine, id)).links.coreValues).toHaveLength(1);
    expect((await listRequirements(stranger)).total).toBe(1);
  });
});

describe("chapters", () => {
  test("an empty title and a title of a page are refused", async () => {
    const scope = await dossierOf();
    for (const title of ["", "  ", "a".repeat(200)]) {
      await expect(addChapter(scope, { title })).rejects.toSatisfy(
        (error) => error instanceof Invalid && "title" in error.fields,
      );
    }
    expect(await listChapters(scope)).toEqual([]);
  });

  test("are added, renamed, moved and taken away; their numbers stay 1, 2, 3", async () => {
    const scope = await dossierOf();
    const a = await chapterOf(scope, { title: "A" });
    expect(await lastAction(scope)).toMatchObject({ action: "chapter.add", entityId: a });
    const b = await chapterOf(scope, { title: "B" });
    const c = await chapterOf(scope, { title: "C" });
    await changeChapter(scope, { chapterId: b, lockVersion: 1, title: "B2", introduction: "Over" });
    expect(await lastAction(scope)).toMatchObject({ action: "chapter.change", entityId: b });
    const stale = changeChapter(scope, { chapterId: b, lockVersion: 1, title: "B3" });
    await expect(stale).rejects.toSatisfy(
      (error) =>
        error instanceof Conflict && (error.current as typeof chapter.$inferSelect).title === "B2",
    );
    const order = async () => (await listChapters(scope)).map((row) => row.title);
    await moveChapter(scope, { chapterId: c, direction: "up" });
    expect(await order()).toEqual(["A", "C", "B2"]);
    await moveChapter(scope, { chapterId: a, beforeId: null });
    expect(await order()).toEqual(["C", "B2", "A"]);
    expect(await moveChapter(scope, { chapterId: b, beforeId: c })).toEqual({ number: 1 });
    expect(await lastAction(scope)).toMatchObject({ action: "chapter.move", entityId: b });
    await moveChapter(scope, { chapterId: b, direction: "up" });
    expect(await order()).toEqual(["B2", "C", "A"]);
    await removeChapter(scope, { chapterId: c });
    expect(await lastAction(scope)).toMatchObject({ action: "chapter.remove", entityId: c });
    expect((await listChapters(scope)).map((row) => [row.title, row.number])).toEqual([
      ["B2", 1],
      ["A", 2],
    ]);
  });

  test("one that holds requirements stays, also when all of them were dropped", async () => {
    const scope = await dossierOf();
    const chapterId = await chapterOf(scope);
    const { id } = await requirementOf(scope, { chapterId });
    await dropRequirement(scope, { requirementId: id, reason: "Dubbel" });
    await expect(removeChapter(scope, { chapterId })).rejects.toThrow(
      "requirements.errors.chapterNotEmpty",
    );
  });

  test("the usual ones come once, also when pressed twice at a time", async () => {
    const scope = await dossierOf();
    const results = await Promise.allSettled([
      addStandardChapters(scope, {}),
      addStandardChapters(scope, {}),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await listChapters(scope)).toHaveLength(STANDARD_CHAPTERS.length);
    expect(await lastAction(scope)).toMatchObject({ action: "chapter.addStandard" });
  });
});

describe("a requirement", () => {
  test.each([
    ["title", { title: " " }],
    ["kind", { kind: "nice" as never }],
    ["body", { body: bodyOfLines("") }],
    ["body", { body: { type: "doc", content: [{ type: "script" }] } }],
    ["chapterId", { chapterId: "1; drop table requirement" }],
    ["explanation", { explanation: "a".repeat(6_000) }],
  ])("is refused for its %s", async (field, wrong) => {
    const scope = await dossierOf();
    const chapterId = await chapterOf(scope);
    await expect(addRequirement(scope, { chapterId, ...content(), ...wrong })).rejects.toSatisfy(
      (error) => error instanceof Invalid && field in error.fields,
    );
    expect((await listRequirements(scope)).total).toBe(0);
  });

  test("gets a code by kind and chapter, and a first version with its author", async () => {
    const scope = await dossierOf();
    const first = await chapterOf(scope);
    const second = await chapterOf(scope);
    expect((await requirementOf(scope, { chapterId: first })).code).toBe("E-1.1");
    expect((await requirementOf(scope, { chapterId: second, kind: "award" })).code).toBe("Gu-2.1");
    const coreValueId = await coreValueOf(scope);
    const added = await requirementOf(scope, {
      chapterId: second,
      kind: "preference",
      coreValueId,
    });
    expect(added.code).toBe("W-2.2");
    expect(await lastAction(scope)).toMatchObject({
      action: "requirement.add",
      entity: "requirement",
      entityId: added.id,
    });
    const view = await getRequirement(scope, added.id);
    expect(view).toMatchObject({
      code: "W-2.2",
      chapterNumber: 2,
      lockVersion: 1,
      version: { n: 1, author: actorName(scope.actor), reason: "" },
      links: { coreValues: [{ id: coreValueId, number: 1 }] },
      previous: { code: "Gu-2.1" },
      next: null,
    });
    // The last one moves away; its number is not given out again.
    await moveRequirement(scope, { requirementId: added.id, chapterId: first, beforeId: null });
    expect((await requirementOf(scope, { chapterId: second })).code).toBe("E-2.3");
  });

  test("added by many at a time, each gets a code and a place of its own", async () => {
    const scope = await dossierOf();
    const chapterId = await chapterOf(scope);
    const added = await Promise.all(
      Array.from({ length: 8 }, () => requirementOf(scope, { chapterId })),
    );
    expect(new Set(added.map((row) => row.code)).size).toBe(8);
    expect((await places(chapterId)).map((row) => row.position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe("saving", () => {
  test("makes the next version, keeps the old one and writes the audit row", async () => {
    const scope = await dossierOf();
    const { id } = await requirementOf(scope);
    const before = (await getRequirement(scope, id)).version;
    const saved = await saveRequirement(scope, {
      requirementId: id,
      lockVersion: 1,
      ...content("De opdrachtnemer belt elke maand."),
      reason: "Wekelijks bleek te veel.",
    });
    expect(saved).toEqual({ n: 2, changed: true });
    expect(await lastAction(scope)).toMatchObject({ action: "requirement.save", entityId: id });
    expect(await getVersion(scope, id, 1)).toEqual(before);
    const after = await getRequirement(scope, id);
    expect(after).toMatchObject({
      lockVersion: 2,
      version: { n: 2, reason: "Wekelijks bleek te veel.", title: "Wekelijks contact" },
    });
    expect(after.version.fingerprint).not.toBe(before.fingerprint);
    const rewrite = (await database())
      .update(requirementVersion)
      .set({ title: "Anders" })
      .where(eq(requirementVersion.requirementId, id));
    await expect(rewrite).rejects.toThrow();
  });

  test("the same words make no version, whatever version the form was opened on", async () => {
    const scope = await dossierOf();
    const { id } = await addRequirement(scope, {
      chapterId: await chapterOf(scope),
      ...content(),
    });
    for (const lockVersion of [1, 7]) {
      expect(
        await saveRequirement(scope, { requirementId: id, lockVersion, ...content() }),
      ).toEqual({ n: 1, changed: false });
    }
    expect(await listVersions(scope, id)).toHaveLength(1);
    expect(await lastAction(scope)).toMatchObject({ action: "requirement.add" });
  });

  test("a reason is asked and not demanded while nothing was approved or published", async () => {
    const scope = await dossierOf();
    const { id } = await requirementOf(scope);
    const save = { requirementId: id, lockVersion: 1, ...content() };
    expect(await saveRequirement(scope, save)).toEqual({ n: 2, changed: true });
    expect((await listVersions(scope, id)).map(({ reason }) => reason)).toEqual(["", ""]);
  });

  test("an older version put back is a new one with the old words, and the history stands", async () => {
    const scope = await dossierOf();
    const { id } = await requirementOf(scope);
    const first = await getVersion(scope, id, 1);
    await saveRequirement(scope, { requirementId: id, lockVersion: 1, ...content(), reason: "x" });
    const { n: _, ...old } = first;
    await saveRequirement(scope, {
      ...old,
      requirementId: id,
      lockVersion: 2,
      reason: "Versie 1 teruggezet",
    });
    const { version } = await getRequirement(scope, id);
    expect(version).toMatchObject({ n: 3, title: first.title, reason: "Versie 1 teruggezet" });
    expect(version.fingerprint).toBe(first.fingerprint);
    expect((await listVersions(scope, id)).map(({ n, event }) => [n, event])).toEqual([
      [3, "changed"],
      [2, "changed"],
      [1, "created"],
    ]);
  });

  test("points and weight are kept for the kinds that are scored, per version", async () => {
    const scope = await dossierOf();
    const { id } = await requirementOf(scope, { kind: "preference", score: "10", weight: "40" });
    const measured = async () => {
      const { version } = await getRequirement(scope, id);
      return [version.n, version.kind, version.score, version.weight];
    };
    expect(await measured()).toEqual([1, "preference", 10, null]);
    const base = { requirementId: id, ...content() };
    await saveRequirement(scope, { ...base, lockVersion: 1, kind: "award", score: 5, weight: 40 });
    expect(await measured()).toEqual([2, "award", 5, 40]);
    await saveRequirement(scope, { ...base, lockVersion: 2, kind: "award", score: 5, weight: 60 });
    expect(await measured()).toEqual([3, "award", 5, 60]);
    await saveRequirement(scope, {
      ...base,
      lockVersion: 3,
      kind: "mandatory",
      score: 5,
      weight: 60,
    });
    expect(await measured()).toEqual([4, "mandatory", null, null]);
    expect(await getVersion(scope, id, 1)).toMatchObject({ score: 10, weight: null });
    for (const wrong of ["0", "-1", "1,5", "1.5", "veel", "10001", {}]) {
      await expect(
        saveRequirement(scope, {
          ...base,
          lockVersion: 4,
          kind: "preference",
          score: wrong as string,
        }),
        String(wrong),
      ).rejects.toBeInstanceOf(Invalid);
    }
  });

  test("a first requirement makes its chapter, and keeps its kernwaarde and words", async () => {
    const scope = await dossierOf();
    const coreValueId = await coreValueOf(scope);
    const reactionId = await reactionOf(scope, "Steeds iemand anders.");
    const source = await sourceOf(scope, { text: "De bus rijdt op tijd.\n" });
    const passageId = await passageOf(scope, source, "rijdt op tijd");
    const asked = { title: "Eerste", kind: "mandatory" as const, body: bodyOfLines("Eén eis.") };
    await expect(addRequirement(scope, asked)).rejects.toSatisfy(
      (error) => error instanceof Invalid && error.fields.chapterId === "errors.field.choose",
    );
    expect(await listChapters(scope)).toEqual([]);
    const { id, code } = await addRequirement(scope, {
      ...asked,
      chapterTitle: "Algemene eisen",
      coreValueId,
      reactionIds: [reactionId, reactionId],
      passageIds: [passageId],
    });
    expect(code).toBe("E-1.1");
    expect(await listChapters(scope)).toMatchObject([{ title: "Algemene eisen", total: 1 }]);
    const { links } = await getRequirement(scope, id);
    expect(links.coreValues.map((link) => link.id)).toEqual([coreValueId]);
    expect(links.reactions.map((link) => link.id)).toEqual([reactionId]);
    expect(links.passages.map((link) => link.passageId)).toEqual([passageId]);

    // Words of another dossier: nothing of it is made.
    const other = await dossierOf();
    for (const foreign of [{ reactionIds: [reactionId] }, { passageIds: [passageId] }]) {
      await expect(
        addRequirement(other, { ...asked, ...foreign, chapterTitle: "Nieuw" }),
      ).rejects.toBeInstanceOf(NotFound);
    }
    expect(await listChapters(other)).toEqual([]);
  });

  test("on an old version is a conflict that carries what stands now", async () => {
    const scope = await dossierOf();
    const { id } = await requirementOf(scope);
    const save = (text: string) =>
      saveRequirement(scope, { requirementId: id, lockVersion: 1, ...content(text), reason: "x" });
    await save("Van de een.");
    await expect(save("Van de ander.")).rejects.toSatisfy(
      (error) =>
        error instanceof Conflict &&
        (error.current as RequirementVersion).bodyText === "Van de een." &&
        (error.current as RequirementVersion).n === 2,
    );
  });

  test("by two at a time: exactly one wins, the other gets the conflict", async () => {
    const scope = await dossierOf();
    const { id } = await requirementOf(scope);
    const results = await Promise.allSettled(
      ["Van de een.", "Van de ander."].map((text) =>
        saveRequirement(scope, {
          requirementId: id,
          lockVersion: 1,
          ...content(text),
          reason: "x",
        }),
      ),
    );
    const lost = results.filter((result) => result.status === "rejected");
    expect(lost).toHaveLength(1);
    expect(lost[0]?.reason).toBeInstanceOf(Conflict);
    expect(await listVersions(scope, id)).toHaveLength(2);
  });

  test("the fingerprint keeps the fields apart: words moved to another field change it", async () => {
    const scope = await dossierOf();
    const chapterId = await chapterOf(scope);
    const variants = [
      { title: "Contact elke week", explanation: "" },
      { title: "Contact", explanation: "elke week" },
      { title: "Contact", evidence: "elke week" },
      { title: "Contact", verification: "elke week" },
      { title: "Contact", explanation: 'elke","evidence":"week' },
      { title: "Contact", explanation: "elke", evidence: "week" },
      { title: "Contact elke week", kind: "preference" as const },
    ];
    for (const variant of variants) {
      await addRequirement(scope, { chapterId, ...content(), ...variant });
    }
    const rows = await (await database())
      .select({ fingerprint: requirementVersion.fingerprint })
      .from(requirementVersion)
      .where(eq(requirementVersion.dossierId, scope.dossierId));
    expect(new Set(rows.map((row) => row.fingerprint)).size).toBe(variants.length);
  });
});

describe("dropping", () => {
  test("keeps the requirement, its code and place; restoring takes it back", async () => {
    const scope = await dossierOf();
    const { id, code } = await requirementOf(scope);
    // A reason is asked, not demanded.
    const unexplained = await requirementOf(scope);
    await dropRequirement(scope, { requirementId: unexplained.id, reason: " " });
    const { version } = await getRequirement(scope, unexplained.id);
    expect([version.n, version.reason]).toEqual([2, ""]);
    await dropRequirement(scope, { requirementId: id, reason: "Staat al in de wet." });
    expect(await lastAction(scope)).toMatchObject({ action: "requirement.drop", entityId: id });
    const again = dropRequirement(scope, { requirementId: id, reason: "x" });
    await expect(again).rejects.toThrow(Conflict);
    const save = saveRequirement(scope, {
      requirementId: id,
      lockVersion: 2,
      ...content(),
      reason: "x",
    });
    await expect(save).rejects.toThrow("requirements.errors.dropped");
    const dropped = await getRequirement(scope, id);
    expect(dropped).toMatchObject({ code, version: { reason: "Staat al in de wet." } });
    expect(dropped.droppedAt).not.toBeNull();
    expect((await listChapters(scope))[0]).toMatchObject({
      total: 1,
      dropped: 1,
      withoutSource: 0,
    });
    await restoreRequirement(scope, { requirementId: id, reason: "Toch nodig." });
    expect(await lastAction(scope)).toMatchObject({ action: "requirement.restore", entityId: id });
    await expect(restoreRequirement(scope, { requirementId: id })).rejects.toThrow(Conflict);
    expect((await getRequirement(scope, id)).droppedAt).toBeNull();
    expect((await listVersions(scope, id)).map((row) => [row.n, row.event, row.reason])).toEqual([
      [3, "restored", "Toch nodig."],
      [2, "dropped", "Staat al in de wet."],
      [1, "created", ""],
    ]);
  });
});

describe("order", () => {
  async function threeIn(scope: ReaderScope) {
    const chapterId = await chapterOf(scope);
    const ids: string[] = [];
    for (let i = 0; i < 3; i += 1) ids.push((await requirementOf(scope, { chapterId })).id);
    return { chapterId, ids };
  }

  test("up, down, to a place and to another chapter; places stay 1, 2, 3 and codes stay", async () => {
    const scope = await dossierOf();
    const { chapterId, ids } = await threeIn(scope);
    const [a = "", b = "", c = ""] = ids;
    const other = await threeIn(scope);
    const order = async (id = chapterId) => {
      const rows = await places(id);
      expect(rows.map((row) => row.position)).toEqual(rows.map((_, index) => index + 1));
      return rows.map((row) => row.id);
    };
    await moveRequirement(scope, { requirementId: a, direction: "down" });
    expect(await lastAction(scope)).toMatchObject({ action: "requirement.move", entityId: a });
    expect(await order()).toEqual([b, a, c]);
    await moveRequirement(scope, { requirementId: b, direction: "up" });
    expect(await order()).toEqual([b, a, c]);
    await moveRequirement(scope, { requirementId: b, chapterId, beforeId: c });
    expect(await order()).toEqual([a, b, c]);
    await moveRequirement(scope, { requirementId: c, chapterId, beforeId: a });
    expect(await order()).toEqual([c, a, b]);
    await moveRequirement(scope, { requirementId: c, chapterId, beforeId: c });
    await moveRequirement(scope, { requirementId: c, chapterId, beforeId: null });
    expect(await order()).toEqual([a, b, c]);
    const moved = await moveRequirement(scope, {
      requirementId: b,
      chapterId: other.chapterId,
      beforeId: other.ids[1] ?? null,
    });
    expect(moved).toEqual({ chapterId: other.chapterId, position: 2, total: 4 });
    expect(await order()).toEqual([a, c]);
    expect(await order(other.chapterId)).toEqual([other.ids[0], b, ...other.ids.slice(1)]);
    expect((await getRequirement(scope, b)).code).toBe("E-1.2");
  });

  test("several go to the end of another chapter at once, or none of them", async () => {
    const scope = await dossierOf();
    const { chapterId, ids } = await threeIn(scope);
    const [a = "", b = "", c = ""] = ids;
    const other = await threeIn(scope);
    const [d = "", e = "", f = ""] = other.ids;
    const order = async (id: string) => {
      const rows = await places(id);
      expect(rows.map((row) => row.position)).toEqual(rows.map((_, index) => index + 1));
      return rows.map((row) => row.id);
    };
    const logged = await auditRows(scope);
    const to = { chapterId: other.chapterId };
    for (const [requirementIds, refusal] of [
      [[], "requirements.errors.noneChosen"],
      [Array.from({ length: 201 }, () => randomUUID()), "requirements.errors.tooManyChosen"],
      [["geen id"], "errors.fields"],
    ] as const) {
      await expect(
        moveRequirements(scope, { requirementIds: [...requirementIds], ...to }),
      ).rejects.toSatisfy((error) => error instanceof Invalid && error.key === refusal);
    }
    await expect(moveRequirements(scope, { requirementIds: [a, STRANGE], ...to })).rejects.toThrow(
      NotFound,
    );
    expect(await order(chapterId)).toEqual([a, b, c]);
    expect(await auditRows(scope)).toBe(logged);

    // One that stood there already goes to the end with the others; named twice is moved once.
    expect(await moveRequirements(scope, { requirementIds: [c, a, d, c], ...to })).toEqual({
      chapterId: other.chapterId,
      count: 3,
    });
    expect(await order(chapterId)).toEqual([b]);
    expect(await order(other.chapterId)).toEqual([e, f, c, a, d]);
    expect(await auditRows(scope)).toBe(logged + 3);
    const rows = await (await database())
      .select({ action: audit.action, entityId: audit.entityId, after: audit.afterSha256 })
      .from(audit)
      .where(eq(audit.dossierId, scope.dossierId))
      .orderBy(desc(audit.n))
      .limit(3);
    expect(rows.reverse()).toEqual(
      [c, a, d].map((entityId, index) => ({
        action: "requirement.move",
        entityId,
        after: fingerprint({ chapterId: other.chapterId, position: index + 3 }),
      })),
    );
    // Where they stand already nothing is written.
    await moveRequirements(scope, { requirementIds: [a, d], ...to });
    expect(await auditRows(scope)).toBe(logged + 3);
  });

  test("many moves at a time leave no gap and no double place", async () => {
    const scope = await dossierOf();
    const { chapterId, ids } = await threeIn(scope);
    const other = await threeIn(scope);
    await Promise.all(
      [...ids, ...other.ids, ...ids].map((requirementId, i) =>
        moveRequirement(
          scope,
          i % 2 === 0
            ? {
                requirementId,
                chapterId: i % 3 === 0 ? other.chapterId : chapterId,
                beforeId: null,
              }
            : { requirementId, direction: i % 3 === 0 ? "up" : "down" },
        ),
      ),
    );
    const all = [...(await places(chapterId)), ...(await places(other.chapterId))];
    expect(all).toHaveLength(6);
    for (const id of [chapterId, other.chapterId]) {
      const rows = await places(id);
      expect(rows.map((row) => row.position)).toEqual(rows.map((_, index) => index + 1));
    }
  });

  test("renumbering gives each the code of its kind and place, dropped ones too", async () => {
    const scope = await dossierOf();
    const { chapterId, ids } = await threeIn(scope);
    await chapterOf(scope);
    const last = await chapterOf(scope);
    const [a = "", b = "", c = ""] = ids;
    await moveRequirement(scope, { requirementId: a, chapterId: last, beforeId: null });
    await moveRequirement(scope, { requirementId: c, direction: "up" });
    await dropRequirement(scope, { requirementId: b, reason: "Dubbel" });
    await saveRequirement(scope, {
      requirementId: c,
      lockVersion: 1,
      ...content(),
      kind: "preference",
      reason: "Geen knock-out",
    });
    expect(await renumberRequirements(scope, {})).toEqual({ changed: 2 });
    expect(await lastAction(scope)).toMatchObject({ action: "requirement.renumber" });
    const codes = (await listRequirements(scope)).rows.map((row) => [row.id, row.code]);
    expect(codes).toEqual([
      [c, "W-1.1"],
      [b, "E-1.2"],
      [a, "E-3.1"],
    ]);
    expect(await renumberRequirements(scope, {})).toEqual({ changed: 0 });
    expect((await places(chapterId)).length).toBe(2);
  });
});

describe("where it comes from", () => {
  test("a kernwaarde, a reaction and words of a source, each once; taken away and put back", async () => {
    const scope = await dossierOf();
    const { id } = await requirementOf(scope);
    const coreValueId = await coreValueOf(scope);
    const reactionId = await reactionOf(scope, "Een vast gezicht geeft rust.");
    const source = await sourceOf(scope);
    const passageId = await passageOf(scope, source, "Een bekend gezicht geeft rust aan ouders.");
    const linkId = await linkOf(scope, id, { coreValueId });
    expect(await lastAction(scope)).toMatchObject({
      action: "requirement.link",
      entityId: linkId,
    });
    expect(await linkOf(scope, id, { coreValueId })).toBe(linkId);
    await linkOf(scope, id, { reactionId });
    await linkOf(scope, id, { passageId });
    const { links } = await getRequirement(scope, id);
    expect(links.coreValues).toMatchObject([{ linkId, id: coreValueId, name: "Vast gezicht" }]);
    expect(links.reactions).toMatchObject([
      { id: reactionId, text: "Een vast gezicht geeft rust.", speaker: "Ouder", passageId: null },
    ]);
    expect(links.passages).toMatchObject([
      { passageId, exact: "Een bekend gezicht geeft rust aan ouders.", sourceId: source.sourceId },
    ]);
    const [row] = (await listRequirements(scope)).rows;
    expect(row?.links).toEqual({ coreValues: 1, reactions: 1, passages: 1 });
    expect(await unlinkRequirement(scope, { linkId })).toEqual({
      requirementId: id,
      coreValueId,
      reactionId: null,
      passageId: null,
    });
    expect(await lastAction(scope)).toMatchObject({ action: "requirement.unlink" });
    // A second press finds it done, and the log says it once.
    const logged = await auditRows(scope);
    expect(await unlinkRequirement(scope, { linkId })).toMatchObject({ requirementId: id });
    expect(await auditRows(scope)).toBe(logged);
    await expect(unlinkRequirement(scope, { linkId: STRANGE })).rejects.toThrow(NotFound);
    expect((await getRequirement(scope, id)).links.coreValues).toEqual([]);
    expect(await linkOf(scope, id, { coreValueId })).not.toBe(linkId);
    const kept = await (await database())
      .select({ id: requirementLink.id })
      .from(requirementLink)
      .where(and(eq(requirementLink.requirementId, id)));
    expect(kept).toHaveLength(4);
  });

  test("none or two ends at a time is refused", async () => {
    const scope = await dossierOf();
    const { id } = await requirementOf(scope);
    const coreValueId = await coreValueOf(scope);
    for (const end of [{}, { coreValueId, reactionId: coreValueId }]) {
      await expect(linkRequirement(scope, { requirementId: id, ...end })).rejects.toThrow(Invalid);
    }
  });

  test("a reason instead of a source takes it off the list of those without", async () => {
    const scope = await dossierOf();
    const { id } = await requirementOf(scope);
    const open = async () => (await listRequirements(scope, { withoutSource: true })).total;
    expect(await open()).toBe(1);
    expect((await listChapters(scope))[0]?.withoutSource).toBe(1);
    await setNoSourceReason(scope, { requirementId: id, reason: "Volgt uit de Jeugdwet." });
    expect(await lastAction(scope)).toMatchObject({ action: "requirement.noSource", entityId: id });
    expect(await open()).toBe(0);
    expect((await getRequirement(scope, id)).noSourceReason).toBe("Volgt uit de Jeugdwet.");
    await setNoSourceReason(scope, { requirementId: id, reason: "" });
    expect(await open()).toBe(1);
  });

  test("searching finds by Dutch stems in all three, marks the words and knows what is linked", async () => {
    const scope = await dossierOf();
    const { id } = await requirementOf(scope);
    const coreValueId = await coreValueOf(scope, "Bekende gezichten");
    await linkOf(scope, id, { coreValueId });
    await reactionOf(scope, "Zo veel wisselende gezichten 🙂 werkt niet.");
    const source = await sourceOf(scope);
    const found = await searchForSource(scope, "gezicht", id);
    expect(found.coreValues).toMatchObject([{ id: coreValueId, linked: true }]);
    expect(found.reactions).toMatchObject([
      {
        linked: false,
        text: [
          { text: "Zo veel wisselende ", hit: false },
          { text: "gezichten", hit: true },
          { text: " 🙂 werkt niet.", hit: false },
        ],
      },
    ]);
    const [words] = found.words;
    expect(words?.sourceId).toBe(source.sourceId);
    const { passageId } = await quotePassage(scope, {
      sourceVersionId: words?.sourceVersionId ?? "",
      start: words?.start ?? 0,
      end: words?.end ?? 0,
      exact: (words?.exact ?? []).map((part) => part.text).join(""),
    });
    await linkOf(scope, id, { passageId });
    for (const odd of ["", "  ", "'", '"', "a & | ! (", "\0", "\\", "🙂"]) {
      await expect(searchForSource(scope, odd)).resolves.toBeDefined();
    }
  });
});

describe("reading", () => {
  test("a list filters by chapter, kind and words, and pages", async () => {
    const scope = await dossierOf();
    const first = await chapterOf(scope);
    const second = await chapterOf(scope);
    await requirementOf(scope, {
      chapterId: first,
      title: "Bereikbaarheid",
      text: "Elke werkdag.",
    });
    await requirementOf(scope, {
      chapterId: second,
      kind: "preference",
      text: "Ook in vakanties.",
    });
    await requirementOf(scope, { chapterId: second });
    const codes = async (filter: Parameters<typeof listRequirements>[1]) =>
      (await listRequirements(scope, filter)).rows.map((row) => row.code);
    expect(await codes({})).toEqual(["E-1.1", "W-2.1", "E-2.2"]);
    expect(await codes({ chapterId: second })).toEqual(["W-2.1", "E-2.2"]);
    expect(await codes({ kind: "preference" })).toEqual(["W-2.1"]);
    expect(await codes({ words: "werkdagen" })).toEqual(["E-1.1"]);
    expect(await codes({ words: "e-2" })).toEqual(["E-2.2"]);
    expect(await codes({ words: "%_'\\" })).toEqual([]);
    expect(await codes({ pageSize: 2, page: 2 })).toEqual(["E-2.2"]);
    const past = await listRequirements(scope, { pageSize: 2, page: 99 });
    expect(past).toMatchObject({ page: 2, pages: 2, total: 3 });
    const around = async (at: { code: string } | { chapter: number }) =>
      (await listRequirements(scope, { pageSize: 2, at })).rows.map((row) => row.code);
    expect(await around({ code: "E-2.2" })).toEqual(["E-2.2"]);
    expect(await around({ code: "W-2.1" })).toEqual(["E-1.1", "W-2.1"]);
    expect(await around({ chapter: 2 })).toEqual(["E-1.1", "W-2.1"]);
    // Past the end is the last page, and what is nowhere the first.
    expect(await around({ chapter: 9 })).toEqual(["E-2.2"]);
    expect(await around({ code: "E-9.9" })).toEqual(["E-1.1", "W-2.1"]);
    const [whole] = (await listRequirements(scope, { chapterId: first })).rows;
    expect(whole).toMatchObject({ body: bodyOfLines("Elke werkdag."), explanation: "", n: 1 });
  });
});
