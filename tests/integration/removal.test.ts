import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database, rowsOf } from "@/db/client";
import { audit, reaction, sourcePart } from "@/db/schema";
import { administer } from "@/domain/accounts/gate";
import { verifyAudit } from "@/domain/audit/queries";
import { getConsultation } from "@/domain/consultations/queries";
import { codeWith, removeCoding } from "@/domain/core-values/commands";
import { codingsOf } from "@/domain/core-values/queries";
import { startRound } from "@/domain/corrections/commands";
import { coverage } from "@/domain/coverage/queries";
import { formatDate } from "@/domain/kernel/dates";
import { Conflict, Forbidden, Invalid, NotFound } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { documentToLeave } from "@/domain/publication/commands";
import { specificationDocument } from "@/domain/publication/queries";
import { wordDocument } from "@/domain/publication/render/word/document";
import { searchReactions } from "@/domain/reactions/queries";
import { removeSource } from "@/domain/removal/commands";
import { isRestedOn, restingSeen } from "@/domain/removal/model";
import { sourceToRemove } from "@/domain/removal/queries";
import { searchForSource } from "@/domain/requirements/queries";
import {
  adoptVersion,
  importSource,
  keepOriginal,
  quotePassage,
  reviseSource,
} from "@/domain/sources/commands";
import {
  getSource,
  listBlocks,
  listSources,
  managedSources,
  originalFile,
  placeOfPassage,
  receivedSource,
} from "@/domain/sources/queries";
import { dismissReactions, recutReactions, reopenPart } from "@/domain/splitting/commands";
import { listStatements } from "@/domain/statements/queries";
import { suspectAmong, suspectSums, traceOfRequirement } from "@/domain/trace/queries";
import { sentencesIn } from "@/i18n/sentence";
import { unpacked } from "@/tests/tells";
import { freshDatabase } from "../database";
import { csvOf, importedInto, NEW_CONSULTATION, SMALL_SURVEY } from "../factories/bulk";
import { coreValueIn } from "../factories/core-values";
import { OPEN_UNTIL } from "../factories/corrections";
import { onlineIn, sentIn } from "../factories/participation";
import { dossierOf, memberOf, person } from "../factories/people";
import { subjectsIn } from "../factories/personal-data";
import { chapterOf } from "../factories/requirements";
import { bytesIn, fileOf, passageOf, revised } from "../factories/sources";
import { confirmed, type PartOnBench, partOf } from "../factories/splitting";
import { requirementOf } from "../factories/trace";

freshDatabase();

const reason = "Hoort bij een ander dossier";
let made = 0;

/** Minutes with a word of their own, on which nothing rests. */
function minutesWith(secret: string): string {
  return `# Bijeenkomst begeleiding 🙂

**Vergaderdatum:** 12 maart 2026

Stelling 1: *Een vaste begeleider per school is nodig.*

Marleen Ottens: Een bekend gezicht geeft rust aan Sem Bos.

Pim de Groot: De vrijdagmiddag is nu niet bezet, zegt ${secret}.

Stelling 2: *De begeleider belt elke week.*

Joris Hofstra: Elke week is te vaak, vindt ${secret} ook.
`;
}

const asManager = async () => administer(await person({ kind: "administrator" }));

/** Minutes of three reactions; on the first rest a kernwaarde and by that, and itself, a requirement. */
async function restedOnMinutes() {
  const scope = await dossierOf();
  const secret = `Koekoeksbloem${++made}x`;
  const text = minutesWith(secret);
  const part = await partOf(scope, { text, fileName: "bijeenkomst.md" });
  const { consultationId } = await confirmed(scope, part);
  const said = await reactionsIn(scope);
  const held = said.find(({ text }) => text.includes("bekend gezicht"));
  if (!held) throw new Error("no such reaction");
  const { id: coreValueId } = await coreValueIn(scope, { name: "Rust", reactionIds: [held.id] });
  const requirementId = await requirementOf(scope, await chapterOf(scope), "Rust", {
    coreValueIds: [coreValueId],
    reactionIds: [held.id],
  });
  return { scope, part, text, secret, consultationId, said, held, coreValueId, requirementId };
}

/** The reactions of a dossier with their words, in order. */
async function reactionsIn(scope: ReaderScope) {
  return (await database())
    .select({ id: reaction.id, text: reaction.text })
    .from(reaction)
    .where(eq(reaction.dossierId, scope.dossierId))
    .orderBy(reaction.number);
}

/** Removes a source having seen all that rests on it. */
async function removed(scope: ReaderScope, sourceId: string) {
  const manager = await asManager();
  const { title, resting } = await sourceToRemove(manager, scope.dossierId, sourceId);
  await removeSource(manager, { sourceId, title, reason, seen: restingSeen(resting) });
  return { manager, resting };
}

/** Whether words stand anywhere in the database. */
async function standsAnywhere(words: string): Promise<string[]> {
  const db = await database();
  const tables = await rowsOf<{ name: string }>(
    db,
    sql`select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await rowsOf<{ n: number }>(
      db,
      sql`select count(*)::int as n from ${sql.identifier(name)} t where strpos(t::text, ${words}) > 0`,
    );
    if (row && row.n > 0) found.push(name);
  }
  return found;
}

async function stateOf(sourceId: string) {
  const [row] = await rowsOf<Record<string, number>>(
    await database(),
    sql`select (select count(*)::int from source where id = ${sourceId}::uuid) as sources,
      (select count(*)::int from source_file where source_id = ${sourceId}::uuid) as files,
      (select count(*)::int from segment g join source_part p on p.id = g.part_id
        join source_version v on v.id = p.source_version_id where v.source_id = ${sourceId}::uuid) as segments`,
  );
  return row;
}

describe("a source on which something rests", () => {
  test("says what rests on it, and what has no other words", async () => {
    const { scope, part, coreValueId } = await restedOnMinutes();
    const manager = await asManager();
    const { resting } = await sourceToRemove(manager, scope.dossierId, part.sourceId);
    expect(resting).toEqual({
      documents: 1,
      statements: 2,
      reactions: 3,
      staying: 1,
      passages: 0,
      codings: 1,
      coreValues: 1,
      requirements: 1,
      coreValuesLeft: ["K-1"],
      requirementsLeft: ["E-1.1"],
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    // With words elsewhere neither is left without.
    const other = await partOf(scope, { text: "Rust is fijn.", fileName: "anders.txt" });
    const passageId = await passageOf(scope, { ...other, text: "Rust is fijn." }, "Rust is fijn.");
    await codeWith(scope, { coreValueId, passageIds: [passageId] });
    expect((await sourceToRemove(manager, scope.dossierId, part.sourceId)).resting).toMatchObject({
      coreValuesLeft: [],
      requirementsLeft: [],
    });
    expect((await sourceToRemove(manager, scope.dossierId, other.sourceId)).resting).toMatchObject({
      passages: 1,
      coreValues: 1,
      requirements: 1,
      coreValuesLeft: [],
      requirementsLeft: [],
    });
  });

  test("goes but for those words, which stay where they stood; all that rests on them says so", async () => {
    const { scope, part, secret, said, held, coreValueId, requirementId } = await restedOnMinutes();
    const before = await traceOfRequirement(scope, requirementId);
    const quoted = before.branches[0]?.words[0]?.passage;
    if (!quoted) throw new Error("no words");
    expect(await standsAnywhere(secret)).not.toEqual([]);

    const { manager } = await removed(scope, part.sourceId);

    // All else is gone, wherever it stood.
    expect(await standsAnywhere(secret)).toEqual([]);
    expect(await stateOf(part.sourceId)).toEqual({ sources: 1, files: 0, segments: 0 });
    expect((await searchReactions(scope, {})).rows.map(({ id }) => id)).toEqual([held.id]);
    expect((await listStatements(scope)).rows.map(({ text }) => text)).toEqual([
      "Een vaste begeleider per school is nodig.",
    ]);
    // It stands in no list, and its page says when, by whom and why.
    expect((await listSources(scope)).rows).toEqual([]);
    expect((await coverage(scope)).sources).toEqual({ total: 0, withoutParts: 0 });
    expect((await managedSources(manager, scope.dossierId)).rows).toEqual([]);
    expect(await receivedSource(scope, part.sourceId)).toMatchObject({
      state: "removed",
      removed: { reason, by: expect.any(String), at: expect.any(String) },
    });
    expect(await bytesIn((await originalFile(scope, part.sourceId)).pieces)).toHaveLength(0);
    const source = await getSource(scope, part.sourceId);
    const blocks = (await listBlocks(scope, source, 1)).rows;
    expect(blocks.map(({ text }) => text.trim()).filter(Boolean)).toEqual([
      "Een vaste begeleider per school is nodig.",
      held.text,
    ]);

    // The trace lands on the same words at the same place, without what stood around them.
    const after = await traceOfRequirement(scope, requirementId);
    expect(after.totals).toEqual(before.totals);
    expect(before.sources).toMatchObject([{ removed: false, kept: true }]);
    expect(after.sources).toMatchObject([{ removed: true, kept: false }]);
    const words = after.branches[0]?.words[0]?.passage;
    expect(words).toMatchObject({
      id: quoted.id,
      exact: quoted.exact,
      start: quoted.start,
      end: quoted.end,
      firstBlock: quoted.firstBlock,
      removed: true,
      suspect: false,
    });
    expect(`${words?.before}${words?.after}`.trim()).not.toMatch(/\p{L}{3}.*Pim|Stelling/u);
    expect(await placeOfPassage(scope, part.sourceId, quoted.id, null)).toMatchObject({
      start: quoted.start,
      end: quoted.end,
    });
    // Everything says *bron verwijderd*, and nothing says *bron gewijzigd*.
    const marks = { changed: false, removed: true };
    for (const [kind, id] of [
      ["requirement", requirementId],
      ["coreValue", coreValueId],
      ["reaction", held.id],
      ["passage", quoted.id],
    ] as const) {
      expect(await suspectAmong(scope, kind, [id])).toEqual(new Map([[id, marks]]));
    }
    expect(await suspectSums(scope)).toMatchObject({
      changed: { requirements: 0, coreValues: 0, reactions: 0, sources: [] },
      removed: { requirements: 1, coreValues: 1, reactions: 1, sources: [{ id: part.sourceId }] },
    });
    const specification = await specificationDocument(scope);
    expect(specification.chapters[0]?.requirements[0]).toMatchObject({
      suspect: false,
      sourceRemoved: true,
      coreValues: [{ wordsTotal: 1 }],
    });
    expect(specification.sources).toMatchObject([{ removedAt: expect.any(String) }]);
    // The words can no more be chosen for something else.
    expect((await searchForSource(scope, "gezicht", requirementId)).words).toEqual([]);

    // The log is whole, and says what went and why.
    const { faults } = await verifyAudit(manager);
    expect(faults.filter(({ chain }) => chain === scope.dossierId)).toEqual([]);
    const rows = await (await database())
      .select()
      .from(audit)
      .where(eq(audit.action, "source.remove"))
      .orderBy(audit.n);
    const own = rows.filter(({ dossierId }) => dossierId === scope.dossierId);
    expect(own[0]).toMatchObject({ entity: "source", entityId: part.sourceId, words: { reason } });
    const gone = said.filter(({ id }) => id !== held.id).map(({ id }) => id);
    expect(own.filter((row) => row.entity === "reaction").map((row) => row.entityId)).toEqual(gone);
  });

  test("others read the words that stay without the names in them", async () => {
    const { scope, part, requirementId } = await restedOnMinutes();
    const reviewer = (await memberOf(scope, "reviewer")) as ReaderScope;
    await removed(scope, part.sourceId);
    const seen = JSON.stringify([
      await traceOfRequirement(reviewer, requirementId),
      await specificationDocument(scope, { withNames: true }),
      (await searchReactions(reviewer, {})).rows,
      (await listBlocks(reviewer, await getSource(reviewer, part.sourceId), 1)).rows,
    ]);
    expect(seen).not.toMatch(/Sem|Bos\b|Ottens|Marleen/);
    expect(seen).toContain("[naam verwijderd]");
    // Who stood only in what went is known no more.
    const known = (await subjectsIn(scope)).map(({ name }) => name);
    expect(known).toContain("Marleen Ottens");
    expect(known).not.toContain("Joris Hofstra");
  });

  test("nothing more is done to it, and the same file may come in again", async () => {
    const { scope, part, text, held } = await restedOnMinutes();
    const [{ lockVersion } = { lockVersion: 0 }] = await (await database())
      .select({ lockVersion: sourcePart.lockVersion })
      .from(sourcePart)
      .where(eq(sourcePart.id, part.partId));
    await removed(scope, part.sourceId);
    const { sourceId, partId } = part;
    const place = await placeOfHeld(scope, part);
    const refused: (() => Promise<unknown>)[] = [
      () => keepOriginal(scope, { sourceId, keepUntil: "2031-01-01" }),
      () => reviseSource(scope, { ...fileOf("Anders.", "b.md"), sourceId, base: 1, note: "N" }),
      () => quotePassage(scope, place),
      () =>
        adoptVersion(scope, { sourceId, n: 1, adoptedOn: "2026-03-20", adoptedBy: "Wie er was" }),
      () => startRound(scope, { sourceId, n: 1, closesOn: OPEN_UNTIL }),
    ];
    for (const act of refused) {
      await expect(act()).rejects.toMatchObject({ key: "sources.errors.removed" });
    }
    await expect(reopenPart(scope, { partId, lockVersion })).rejects.toThrow(Invalid);
    await expect(
      dismissReactions(scope, { reactionIds: [held.id], reason: "Dubbel" }),
    ).rejects.toThrow(Invalid);
    const cut = { partId, lockVersion, change: { type: "join", start: place.start } } as const;
    await expect(recutReactions(scope, cut as never)).rejects.toThrow();
    const again = await importSource(scope, fileOf(text, "bijeenkomst.md"));
    expect(again.sourceId).not.toBe(sourceId);
    expect((await listSources(scope)).rows.map(({ id }) => id)).toEqual([again.sourceId]);
  });

  test("what was taken away again has a history, so its words stay", async () => {
    const { scope, part, held, coreValueId } = await restedOnMinutes();
    const [coding] = (await codingsOf(scope, coreValueId)).rows;
    await removeCoding(scope, { codingId: coding?.id ?? "", reason: "Vergissing" });
    const { resting } = await removed(scope, part.sourceId);
    expect(resting).toMatchObject({ staying: 1, codings: 0, coreValues: 0 });
    expect((await searchReactions(scope, {})).rows.map(({ id }) => id)).toEqual([held.id]);
  });

  test("also of a few words of a reaction that were coded once", async () => {
    const { scope, part, text, said, coreValueId } = await restedOnMinutes();
    const second = said.find(({ text }) => text.includes("vrijdagmiddag"));
    const passageId = await passageOf(scope, { ...part, text }, "niet bezet");
    await codeWith(scope, { coreValueId, passageIds: [passageId] });
    const { rows } = await codingsOf(scope, coreValueId);
    const coding = rows.find((row) => row.passageId === passageId);
    await removeCoding(scope, { codingId: coding?.id ?? "", reason: "Vergissing" });
    const { resting } = await removed(scope, part.sourceId);
    const left = (await searchReactions(scope, {})).rows.map(({ id }) => id);
    expect(left).toContain(second?.id);
    expect(left).toHaveLength(resting.staying);
  });

  test("of a corrected text the words stay in each version in which they stand", async () => {
    const { scope, part, text, secret, requirementId, held } = await restedOnMinutes();
    await revised(scope, part.sourceId, `De voorzitter opent, met ${secret}.\n\n${text}`);
    const [trace] = (await traceOfRequirement(scope, requirementId)).branches;
    const passageId = trace?.words[0]?.passage?.id ?? "";
    const places = async () =>
      Promise.all([1, 2].map((n) => placeOfPassage(scope, part.sourceId, passageId, n)));
    const before = await places();
    await removed(scope, part.sourceId);
    expect(await places()).toEqual(before);
    expect(await standsAnywhere(secret)).toEqual([]);
    for (const n of [1, 2]) {
      const version = await getSource(scope, part.sourceId, n);
      const { rows } = await listBlocks(scope, version, 1);
      expect(rows.some(({ text }) => text.includes(held.text))).toBe(true);
    }
    expect((await suspectSums(scope)).changed.sources).toEqual([]);
  });
});

describe("removing it", () => {
  test("is refused without what was seen, with what is no longer so, twice, and for who may not", async () => {
    const { scope, part, coreValueId, said } = await restedOnMinutes();
    const { sourceId } = part;
    const manager = await asManager();
    const { title, resting } = await sourceToRemove(manager, scope.dossierId, sourceId);
    const seen = restingSeen(resting);
    await expect(removeSource(manager, { sourceId, title, reason })).rejects.toMatchObject({
      key: "sources.errors.restedOn",
    });
    const wrong = removeSource(manager, { sourceId, title: "Anders", reason, seen });
    await expect(wrong).rejects.toMatchObject({ fields: { title: "sources.errors.otherTitle" } });
    await expect(removeSource(manager, { sourceId, title, reason: " ", seen })).rejects.toThrow(
      Invalid,
    );
    const second = said.find(({ text }) => text.includes("vrijdagmiddag"));
    await codeWith(scope, { coreValueId, reactionIds: [second?.id ?? ""] });
    await expect(removeSource(manager, { sourceId, title, reason, seen })).rejects.toThrow(
      Conflict,
    );
    expect(await stateOf(sourceId)).toMatchObject({ sources: 1, files: 1 });
    // As many as before, but another; and another kernwaarde left without words.
    const counted = await sourceToRemove(manager, scope.dossierId, sourceId);
    const third = said.find(({ text }) => text.includes("te vaak"));
    const { rows } = await codingsOf(scope, coreValueId);
    const coded = rows.find((row) => row.reactionId === second?.id);
    await removeCoding(scope, { codingId: coded?.id ?? "", reason: "Vergissing" });
    await codeWith(scope, { coreValueId, reactionIds: [third?.id ?? ""] });
    const swapped = await sourceToRemove(manager, scope.dossierId, sourceId);
    expect(swapped.resting.codings).toBe(counted.resting.codings);
    const stale = { sourceId, title, reason, seen: restingSeen(counted.resting) };
    await expect(removeSource(manager, stale)).rejects.toThrow(Conflict);
    for (const other of [scope, await memberOf(scope, "reviewer")]) {
      const asked = removeSource(other as never, { sourceId, title, reason, seen });
      await expect(asked).rejects.toThrow(Forbidden);
    }
    const elsewhere = (await dossierOf()).dossierId;
    await expect(sourceToRemove(manager, elsewhere, sourceId)).rejects.toThrow(NotFound);
    await removed(scope, sourceId);
    const again = removeSource(manager, { sourceId, title, reason, seen });
    await expect(again).rejects.toThrow(NotFound);
    await expect(sourceToRemove(manager, scope.dossierId, sourceId)).rejects.toThrow(NotFound);
    const none = removeSource(manager, { sourceId: randomUUID(), title, reason, seen });
    await expect(none).rejects.toThrow(NotFound);
  });

  test("what people wrote online is for them to take back", async () => {
    const online = await onlineIn(await dossierOf());
    await sentIn(online, ["Rust is fijn."]);
    const [written] = await rowsOf<{ id: string; title: string }>(
      await database(),
      sql`select id, title from source where written_in = ${online.consultationId}::uuid`,
    );
    const asked = { sourceId: written?.id ?? "", title: written?.title ?? "", reason };
    await expect(removeSource(await asManager(), asked)).rejects.toThrow(NotFound);
  });

  test("takes confirmed minutes on which nothing was built whole, and leaves their consultation", async () => {
    const scope = await dossierOf();
    const secret = `Koekoeksbloem${++made}x`;
    const part = await partOf(scope, { text: minutesWith(secret) });
    const { consultationId } = await confirmed(scope, part);
    const { manager, resting } = await removed(scope, part.sourceId);
    expect(isRestedOn(resting)).toBe(true);
    expect(await stateOf(part.sourceId)).toEqual({ sources: 0, files: 0, segments: 0 });
    expect(await standsAnywhere(secret)).toEqual([]);
    expect((await searchReactions(scope, {})).rows).toEqual([]);
    expect((await listStatements(scope)).rows).toEqual([]);
    expect((await getConsultation(scope, consultationId)).id).toBe(consultationId);
    expect((await suspectSums(scope)).removed.sources).toEqual([]);
    const { faults } = await verifyAudit(manager);
    expect(faults.filter(({ chain }) => chain === scope.dossierId)).toEqual([]);
  });

  test("a spreadsheet that was removed comes in again with all its rows", async () => {
    const scope = await dossierOf();
    const first = await importedInto(scope, csvOf(SMALL_SURVEY), NEW_CONSULTATION);
    const total = (await searchReactions(scope, {})).total;
    expect(total).toBeGreaterThan(0);
    const consultationId = first.result?.consultationId ?? "";
    await removed(scope, first.result?.sourceId ?? "");
    expect((await searchReactions(scope, {})).total).toBe(0);
    await importedInto(scope, csvOf(SMALL_SURVEY), { id: consultationId });
    expect((await searchReactions(scope, {})).total).toBe(total);
  });
});

/** The first words that stay of a source, as one would quote them. */
async function placeOfHeld(scope: ReaderScope, part: PartOnBench) {
  const { rows } = await listBlocks(scope, await getSource(scope, part.sourceId), 1);
  const block = rows.find(({ text }) => text.trim() !== "");
  if (!block) throw new Error("nothing is left");
  const exact = block.text.trim();
  const start = block.start + [...block.text.slice(0, block.text.indexOf(exact))].length;
  const end = start + [...exact].length;
  return { sourceVersionId: part.sourceVersionId, start, end, exact };
}

test("the Word file says which requirement rests on a removed source, and has no other word of it", async () => {
  const { scope, part, secret } = await restedOnMinutes();
  const other = await partOf(scope, { text: minutesWith("een ander"), fileName: "ander.md" });
  await confirmed(scope, other);
  const [kept] = (await reactionsIn(scope)).filter(({ text }) => text.includes("een ander"));
  await requirementOf(scope, await chapterOf(scope, { title: "Bellen" }), "Elke week bellen", {
    reactionIds: [kept?.id ?? ""],
  });
  const fileOfNow = async () => {
    const { document } = await documentToLeave(scope, { withNames: true });
    const date = (day: string) => formatDate(day, "nl");
    const bytes = await wordDocument(document, { text: sentencesIn("nl"), date });
    const sent = await unpacked(bytes);
    return { sent, read: sent.replace(/<\/w:p>/g, "\n").replace(/<[^>]*>/g, "") };
  };
  const before = await fileOfNow();
  expect(before.read).not.toMatch(/bron verwijderd/i);
  expect(before.read).toContain("bijeenkomst.md");
  await removed(scope, part.sourceId);

  const { sent, read } = await fileOfNow();
  const says = "Bron verwijderd: woorden waar deze eis op rust";
  expect(read.split(says)).toHaveLength(2);
  // At the one that rests on it, which keeps its words; the other says nothing.
  const numbers = read.slice(0, read.indexOf(says)).match(/E-\d\.\d/g);
  expect(numbers?.at(-1)).toBe("E-1.1");
  expect(read.indexOf("E-2.1", read.indexOf(says))).toBeGreaterThan(0);
  expect(read).toContain("“Een bekend gezicht geeft rust");
  expect(read.match(/\(bron verwijderd\)/g)).toHaveLength(1);
  expect(sent).not.toContain(secret);
});
