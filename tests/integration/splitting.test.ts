import fs from "node:fs";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database, rowsOf } from "@/db/client";
import {
  audit,
  passage,
  reaction,
  segment,
  sourceBlock,
  sourcePart,
  sourceVersion,
  statement,
  statementOccurrence,
  statementPlace,
} from "@/db/schema";
import { addGroup } from "@/domain/groups/commands";
import { listGroups } from "@/domain/groups/queries";
import { Conflict, Forbidden, Invalid, NotFound } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { changeSegments, confirmPart, editPart, undoChange } from "@/domain/splitting/commands";
import { BARS, PAGE_SIZE, type SegmentChange } from "@/domain/splitting/model";
import {
  chaptersOf,
  confirmedPart,
  neighboursOf,
  openWorkbench,
  partsOfSource,
  previewConfirmation,
} from "@/domain/splitting/queries";
import { becomesNothing, isUnsure } from "@/domain/splitting/rules/sure";
import { CodePointIndex, codePointLength, isBlank, sliceCodePoints } from "@/domain/text/rules";
import { freshDatabase } from "../database";
import { asIfReader, dossierOf, memberOf } from "../factories/people";
import {
  changed,
  confirmed,
  type PartOnBench,
  partOf,
  partsOf,
  segmentsOf,
  segmentWith,
} from "../factories/splitting";
import { realSource, sourcesPresent } from "../sources";

freshDatabase();

const MINUTES = `# Bijeenkomst begeleiding op school

**Vergaderdatum:** 12 maart 2026

Stelling 1: *Een vaste begeleider per school is nodig.*

Toelichting op de stelling: nu wisselt de begeleider 🎒 ieder jaar.

Reactie:

- Een bekend gezicht geeft rust aan ouders.
- De vrijdagmiddag is nu **niet** bezet.

Vraag uit de zaal: Blijft de begeleider ook in de vakantie bereikbaar?

Gemeente: Dat regelen we met de aanbieder.

*Stelling 2: De begeleider komt ook thuis.* Ouders vinden dat soms spannend, maar het helpt wel.
`;

/** The text of a source as its blocks hold it. */
async function storedText(part: PartOnBench): Promise<string> {
  const db = await database();
  const blocks = await db
    .select({ before: sourceBlock.before, text: sourceBlock.text })
    .from(sourceBlock)
    .where(eq(sourceBlock.sourceVersionId, part.sourceVersionId))
    .orderBy(asc(sourceBlock.n));
  const [version] = await db
    .select({ trailing: sourceVersion.trailing })
    .from(sourceVersion)
    .where(eq(sourceVersion.id, part.sourceVersionId));
  return blocks.map((block) => block.before + block.text).join("") + (version?.trailing ?? "");
}

async function stretchOf(part: PartOnBench): Promise<{ start: number; end: number }> {
  const [row] = await (await database())
    .select({ start: sourcePart.start, end: sourcePart.end })
    .from(sourcePart)
    .where(eq(sourcePart.id, part.partId));
  if (!row) throw new Error("no part");
  return row;
}

/** No overlap, every word in one segment, each with its own text and a quote inside it. */
async function expectWhole(part: PartOnBench): Promise<void> {
  const text = await storedText(part);
  const index = new CodePointIndex(text);
  const slice = (start: number, end: number) =>
    text.slice(index.toUtf16(start), index.toUtf16(end));
  const stretch = await stretchOf(part);
  let at = stretch.start;
  for (const row of await segmentsOf(part)) {
    expect(row.start).toBeGreaterThanOrEqual(at);
    expect(isBlank(slice(at, row.start))).toBe(true);
    expect(row.text).toBe(slice(row.start, row.end));
    expect(row.quoteStart).toBeGreaterThanOrEqual(row.start);
    expect(row.quoteEnd).toBeLessThanOrEqual(row.end);
    expect(row.quoteEnd).toBeGreaterThan(row.quoteStart);
    at = row.end;
  }
  expect(isBlank(slice(at, stretch.end))).toBe(true);
}

async function lastAudit(scope: ReaderScope) {
  const [row] = await (await database())
    .select()
    .from(audit)
    .where(eq(audit.dossierId, scope.dossierId))
    .orderBy(desc(audit.n))
    .limit(1);
  return row;
}

async function offsetOf(part: PartOnBench, words: string): Promise<number> {
  const text = await storedText(part);
  return codePointLength(text.slice(0, text.indexOf(words)));
}

/** One change of each type that can be made on a fresh copy of the minutes. */
async function oneOfEach(part: PartOnBench, group: string | null = null): Promise<SegmentChange[]> {
  const listItem = await segmentWith(part, "bekend gezicht");
  const second = await segmentWith(part, "spannend");
  return [
    { type: "changeKind", starts: [listItem.start], kind: "advice" },
    { type: "moveToStatement", starts: [listItem.start], statement: 2 },
    { type: "setSpeaker", start: listItem.start, speaker: "Een ouder" },
    { type: "split", start: second.start, offset: await offsetOf(part, "maar het helpt") },
    { type: "joinWithNext", start: listItem.start },
    { type: "markIrrelevant", starts: [listItem.start], reason: "Staat elders ook." },
    { type: "accept", starts: [listItem.start, second.start] },
    { type: "acceptSure", bar: 80 },
    { type: "acceptRest" },
    { type: "setGroup", starts: [listItem.start, second.start], groupId: group },
    { type: "setDefaultGroup", groupId: group },
  ];
}

describe("who may not", () => {
  test("a reviewer cannot change, undo, edit or confirm; reading is allowed", async () => {
    const scope = await dossierOf();
    const part = await partOf(scope, { text: MINUTES });
    const reviewer = await memberOf(scope, "reviewer");
    const { partId, lockVersion } = part;
    const change: SegmentChange = { type: "acceptRest" };
    const edit = { partId, lockVersion, title: "Anders", kind: "meeting" as const };
    await expect(changeSegments(reviewer, { partId, lockVersion, change })).rejects.toThrow(
      Forbidden,
    );
    await expect(undoChange(reviewer, { partId, lockVersion })).rejects.toThrow(Forbidden);
    await expect(editPart(reviewer, edit)).rejects.toThrow(Forbidden);
    await expect(confirmPart(reviewer, { partId, lockVersion })).rejects.toThrow(Forbidden);
    const bench = await openWorkbench(reviewer, part.sourceId, 1);
    expect(bench.segments.length).toBeGreaterThan(5);
  });

  test("a stakeholder does not even read it", async () => {
    const scope = await dossierOf();
    const part = await partOf(scope, { text: MINUTES });
    const guest = asIfReader(await memberOf(scope, "stakeholder"));
    await expect(partsOfSource(guest, part.sourceId)).rejects.toThrow(Forbidden);
    await expect(openWorkbench(guest, part.sourceId, 1)).rejects.toThrow(Forbidden);
    await expect(previewConfirmation(guest, part.sourceId, 1)).rejects.toThrow(Forbidden);
    await expect(confirmedPart(guest, part.sourceId, 1)).rejects.toThrow(Forbidden);
    await expect(neighboursOf(guest, part.partId, [])).rejects.toThrow(Forbidden);
  });

  test("somebody of another dossier finds nothing", async () => {
    const scope = await dossierOf();
    const part = await partOf(scope, { text: MINUTES });
    const other = await dossierOf();
    const { partId, lockVersion } = part;
    const edit = { partId, lockVersion, title: "Anders", kind: "meeting" as const };
    for (const change of await oneOfEach(part)) {
      await expect(changeSegments(other, { partId, lockVersion, change })).rejects.toThrow(
        NotFound,
      );
    }
    await expect(undoChange(other, { partId, lockVersion })).rejects.toThrow(NotFound);
    await expect(editPart(other, edit)).rejects.toThrow(NotFound);
    await expect(confirmPart(other, { partId, lockVersion })).rejects.toThrow(NotFound);
    await expect(partsOfSource(other, part.sourceId)).rejects.toThrow(NotFound);
    await expect(openWorkbench(other, part.sourceId, 1)).rejects.toThrow(NotFound);
    await expect(openWorkbench(scope, part.sourceId, 9)).rejects.toThrow(NotFound);
    await expect(openWorkbench(scope, "geen-id", 1)).rejects.toThrow(NotFound);
    // In the middle of the part, where its author sees a neighbour on both sides.
    const middle = (await segmentsOf(part)).slice(2, 3);
    const around = await neighboursOf(scope, partId, middle);
    expect(around).toEqual({ before: expect.any(Number), after: expect.any(Number) });
    const none = await neighboursOf(other, partId, middle);
    expect(none).toEqual({ before: null, after: null });
  });

  test("a stelling or consultation of another dossier is not found, and nothing is made", async () => {
    const foreign = await dossierOf();
    const theirs = await confirmed(foreign, await partOf(foreign, { text: MINUTES }));
    const [their] = await (await database())
      .select({ id: statement.id })
      .from(statement)
      .where(eq(statement.dossierId, foreign.dossierId));
    const scope = await dossierOf();
    const part = await partOf(scope, { text: MINUTES });
    await expect(confirmed(scope, part, { consultationId: theirs.consultationId })).rejects.toThrow(
      NotFound,
    );
    await expect(
      confirmed(scope, part, { sameStatements: [{ number: 1, statementId: their?.id }] }),
    ).rejects.toThrow(NotFound);
    const db = await database();
    expect(await db.$count(reaction, eq(reaction.dossierId, scope.dossierId))).toBe(0);
  });
});

describe("changes", () => {
  test("each type of change is made, audited, and undone to exactly what stood there", async () => {
    const scope = await dossierOf();
    const part = await partOf(scope, { text: MINUTES });
    const fresh = await segmentsOf(part);
    const { id: group } = await addGroup(scope, { name: "Ouders", expected: true });
    for (const change of await oneOfEach(part, group)) {
      const patch = await changed(scope, part, change);
      expect(patch.steps[0]?.action).toBe(change.type);
      if (change.type === "setDefaultGroup") expect(patch.defaultGroupId).toBe(group);
      else expect(await segmentsOf(part)).not.toEqual(fresh);
      await expectWhole(part);
      const row = await lastAudit(scope);
      expect(row).toMatchObject({ action: "splitting.change", entity: "part" });
      expect(row?.beforeSha256).not.toBe(row?.afterSha256);
      const back = await undoChange(scope, part);
      part.lockVersion = back.lockVersion;
      expect(await segmentsOf(part), change.type).toEqual(fresh);
      expect((await lastAudit(scope))?.action).toBe("splitting.undo");
      expect(back.steps).toEqual([]);
    }
  });

  test("undo goes on, step by step, to the first", async () => {
    const scope = await dossierOf();
    const part = await partOf(scope, { text: MINUTES });
    const states = [await segmentsOf(part)];
    const { start } = await segmentWith(part, "bekend gezicht");
    const changes: SegmentChange[] = [
      { type: "changeKind", starts: [start], kind: "advice" },
      { type: "joinWithNext", start },
      { type: "acceptRest" },
      { type: "markIrrelevant", starts: [start], reason: "Dubbel." },
    ];
    for (const change of changes) {
      await changed(scope, part, change);
      states.push(await segmentsOf(part));
    }
    for (const state of states.slice(0, -1).reverse()) {
      part.lockVersion = (await undoChange(scope, part)).lockVersion;
      expect(await segmentsOf(part)).toEqual(state);
    }
    await expect(undoChange(scope, part)).rejects.toMatchObject({
      key: "splitting.errors.nothingToUndo",
    });
  });

  test("a stelling and its reaction on one line are split, with their own words", async () => {
    const scope = await dossierOf();
    const line = "*Stelling 7: Thuis helpen mag.* Ouders vinden dat 🙂 spannend.";
    const part = await partOf(scope, { text: `# Avond\n\n${line}\n` });
    let whole = await segmentWith(part, "Thuis helpen");
    if (whole.text !== line) {
      // The proposal splits it already: put it together again first.
      await changed(scope, part, { type: "joinWithNext", start: whole.start });
      whole = await segmentWith(part, "Thuis helpen");
    }
    expect(whole.text).toBe(line);
    const offset = await offsetOf(part, "Ouders");
    await changed(scope, part, { type: "split", start: whole.start, offset });
    const put = await segmentWith(part, "Thuis helpen");
    const said = await segmentWith(part, "spannend");
    expect([put.kind, put.statement, said.kind, said.statement]).toEqual([
      "statement",
      7,
      "reaction",
      7,
    ]);
    const text = await storedText(part);
    expect(sliceCodePoints(text, put.quoteStart, put.quoteEnd)).toBe("Thuis helpen mag.");
    expect(sliceCodePoints(text, said.quoteStart, said.quoteEnd)).toBe(
      "Ouders vinden dat 🙂 spannend.",
    );
  });

  test("a sentence broken by a page break is joined over it, and confirmed as one passage", async () => {
    const scope = await dossierOf();
    const text =
      "# Interview met een ouder\n\n- Het helpt dat er iemand is die.\n\n\n\nOns kind al kent en begrijpt.\n";
    const part = await partOf(scope, { text });
    const first = await segmentWith(part, "iemand is die");
    await changed(scope, part, { type: "joinWithNext", start: first.start });
    const joined = await segmentWith(part, "iemand is die");
    expect(joined.text).toContain("die.\n\n\n\nOns kind");
    await changed(scope, part, { type: "changeKind", starts: [joined.start], kind: "reaction" });
    const made = await confirmed(scope, part);
    expect(made.reactions).toBe(1);
    const [said] = await (await database())
      .select({ text: reaction.text, exact: passage.exact })
      .from(reaction)
      .innerJoin(passage, eq(passage.id, reaction.passageId))
      .where(eq(reaction.dossierId, scope.dossierId));
    expect(said).toEqual({
      text: "Het helpt dat er iemand is die. Ons kind al kent en begrijpt.",
      exact: "Het helpt dat er iemand is die.\n\n\n\nOns kind al kent en begrijpt.",
    });
  });

  test("a new stelling gets the next number; a renumbered one takes its reactions along", async () => {
    const scope = await dossierOf();
    const part = await partOf(scope, { text: MINUTES });
    const { start } = await segmentWith(part, "bekend gezicht");
    const patch = await changed(scope, part, {
      type: "changeKind",
      starts: [start],
      kind: "statement",
    });
    expect(patch.statements.map((one) => one.number)).toEqual([1, 2, 3]);
    const first = await segmentWith(part, "vaste begeleider");
    await changed(scope, part, { type: "moveToStatement", starts: [first.start], statement: 8 });
    const rows = await segmentsOf(part);
    expect(rows.some((row) => row.statement === 1)).toBe(false);
    expect((await segmentWith(part, "vrijdagmiddag")).statement).toBe(8);
    await expect(
      changed(scope, part, { type: "moveToStatement", starts: [first.start], statement: 2 }),
    ).rejects.toMatchObject({ key: "splitting.errors.numberTaken", params: { number: 2 } });
  });

  test("of two stellingen with one number only the one that was chosen gets another, with what is below it", async () => {
    const scope = await dossierOf();
    const part = await partOf(scope, {
      text: "# Avond\n\nStelling 1: De bus rijdt.\n\nOuder: Ja.\n\nStelling 1: De fiets is beter.\n\nSchool: Nee.\n",
    });
    const db = await database();
    // As minutes have it that count wrongly.
    await db.update(segment).set({ statement: 1 }).where(eq(segment.partId, part.partId));
    const { start } = await segmentWith(part, "fiets");
    await changed(scope, part, { type: "moveToStatement", starts: [start], statement: 2 });
    const numbers = async () =>
      Object.fromEntries(
        await Promise.all(
          ["bus", "Ja", "fiets", "Nee"].map(
            async (words) => [words, (await segmentWith(part, words)).statement] as const,
          ),
        ),
      );
    expect(await numbers()).toEqual({ bus: 1, Ja: 1, fiets: 2, Nee: 2 });
    part.lockVersion = (await undoChange(scope, part)).lockVersion;
    expect(await numbers()).toEqual({ bus: 1, Ja: 1, fiets: 1, Nee: 1 });
  });

  test("what a form asks at once is one act: stored whole or not at all, one entry in the log, undone as one", async () => {
    const scope = await dossierOf();
    const part = await partOf(scope, { text: MINUTES });
    const { id: groupId } = await addGroup(scope, { name: "Ouders", expected: true });
    const { partId, lockVersion } = part;
    const row = await segmentWith(part, "bekend gezicht");
    const starts = [row.start];
    const before = await segmentsOf(part);
    const entries = () => acts(scope);
    const first = await entries();
    const ask = (...also: SegmentChange[]) =>
      changeSegments(scope, {
        partId,
        lockVersion,
        change: { type: "changeKind", starts, kind: "concern" },
        also,
      });
    await expect(
      ask({ type: "setGroup", starts, groupId }, { type: "markIrrelevant", starts, reason: " " }),
    ).rejects.toThrow(Invalid);
    await expect(
      ask({ type: "setGroup", starts, groupId }, { type: "accept", starts: [row.start + 1] }),
    ).rejects.toThrow(NotFound);
    expect(await segmentsOf(part)).toEqual(before);
    const patch = await ask(
      // This one changes nothing by itself.
      { type: "moveToStatement", starts, statement: row.statement },
      { type: "setGroup", starts, groupId },
    );
    expect(patch.rows).toMatchObject([{ kind: "concern", groupId, statement: row.statement }]);
    expect(patch.steps).toHaveLength(1);
    expect(await entries()).toBe(first + 1);
    await undoChange(scope, { partId, lockVersion: patch.lockVersion });
    expect(await segmentsOf(part)).toEqual(before);
  });

  test("who changes the kind has looked; who changes the rest of what is open has not", async () => {
    const scope = await dossierOf();
    const part = await partOf(scope, { text: MINUTES });
    const { start } = await segmentWith(part, "bekend gezicht");
    await changed(scope, part, { type: "moveToStatement", starts: [start], statement: 2 });
    expect((await segmentWith(part, "bekend gezicht")).decision).toBe("open");
    await changed(scope, part, { type: "changeKind", starts: [start], kind: "concern" });
    await changed(scope, part, { type: "moveToStatement", starts: [start], statement: 1 });
    expect(await segmentWith(part, "bekend gezicht")).toMatchObject({
      decision: "accepted",
      kind: "concern",
      reason: "byHand",
    });
  });
});

/** Acts in the log of a dossier. */
async function acts({ dossierId }: { dossierId: string }): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    await database(),
    sql`select count(distinct act)::int as n from audit where dossier_id = ${dossierId}`,
  );
  return row?.n ?? 0;
}

describe("what cannot be", () => {
  test("leaving out asks for a reason", async () => {
    const scope = await dossierOf();
    const part = await partOf(scope, { text: MINUTES });
    const { start } = await segmentWith(part, "bekend gezicht");
    await expect(
      changed(scope, part, { type: "markIrrelevant", starts: [start], reason: "   " }),
    ).rejects.toSatisfy(
      (error) => error instanceof Invalid && error.fields["change.reason"] !== undefined,
    );
    expect((await segmentWith(part, "bekend gezicht")).decision).toBe("open");
  });

  test("no cut outside or on white space, no join at the end, no unknown segment or kind", async () => {
    const scope = await dossierOf();
    const part = await partOf(scope, { text: MINUTES });
    const { start, end } = await segmentWith(part, "bekend gezicht");
    const last = (await segmentsOf(part)).at(-1);
    const refused: [SegmentChange, typeof Invalid | typeof NotFound][] = [
      [{ type: "split", start, offset: start }, Invalid],
      [{ type: "split", start, offset: end + 5 }, Invalid],
      [{ type: "joinWithNext", start: last?.start ?? 0 }, Invalid],
      [{ type: "changeKind", starts: [start + 1], kind: "advice" }, NotFound],
      [{ type: "changeKind", starts: [start], kind: "mening" as "advice" }, Invalid],
      [{ type: "moveToStatement", starts: [start], statement: 0 }, Invalid],
      [{ type: "setSpeaker", start, speaker: "x".repeat(200) }, Invalid],
      [{ type: "accept", starts: [] }, Invalid],
    ];
    const before = await segmentsOf(part);
    for (const [change, error] of refused) {
      await expect(changed(scope, part, change), change.type).rejects.toThrow(error);
    }
    expect(await segmentsOf(part)).toEqual(before);
  });

  test("a second tab on an old version is told so, and nothing is lost or changed", async () => {
    const scope = await dossierOf();
    const part = await partOf(scope, { text: MINUTES });
    const old = { ...part };
    const { start } = await segmentWith(part, "bekend gezicht");
    await changed(scope, part, { type: "changeKind", starts: [start], kind: "advice" });
    const now = await segmentsOf(part);
    for (const work of [
      () => changed(scope, old, { type: "accept", starts: [start] }),
      () => undoChange(scope, old),
      () => editPart(scope, { ...old, title: "Anders", kind: "meeting" }),
      () => confirmPart(scope, old),
    ]) {
      await expect(work()).rejects.toSatisfy(
        (error) => error instanceof Conflict && error.key === "splitting.errors.stale",
      );
    }
    expect(await segmentsOf(part)).toEqual(now);
  });

  test("two changes at the same moment on one version: one wins, the other is told", async () => {
    const scope = await dossierOf();
    const part = await partOf(scope, { text: MINUTES });
    const { start } = await segmentWith(part, "bekend gezicht");
    const results = await Promise.allSettled([
      changed(scope, { ...part }, { type: "changeKind", starts: [start], kind: "advice" }),
      changed(scope, { ...part }, { type: "changeKind", starts: [start], kind: "concern" }),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

test("what was read about a document can be corrected; a wrong time or date cannot", async () => {
  const scope = await dossierOf();
  const part = await partOf(scope, { text: MINUTES });
  const { partId } = part;
  const good = { title: "Avond in de wijk", kind: "interview" as const, sector: "PO" };
  const { lockVersion } = await editPart(scope, {
    ...good,
    partId,
    lockVersion: part.lockVersion,
    heldOn: "2026-03-13",
    startsAt: "19:30",
  });
  expect(lockVersion).toBe(part.lockVersion + 1);
  const { parts } = await partsOfSource(scope, part.sourceId);
  expect(parts[0]).toMatchObject({ ...good, heldOn: "2026-03-13", startsAt: "19:30" });
  expect((await lastAudit(scope))?.action).toBe("part.edit");
  await expect(
    editPart(scope, { ...good, partId, lockVersion, startsAt: "25:00", heldOn: "2026-02-30" }),
  ).rejects.toSatisfy(
    (error) => error instanceof Invalid && "startsAt" in error.fields && "heldOn" in error.fields,
  );
});

describe("confirming", () => {
  test("while segments are open it says how many, and makes nothing", async () => {
    const scope = await dossierOf();
    const part = await partOf(scope, { text: MINUTES });
    const rows = await segmentsOf(part);
    await expect(confirmPart(scope, part)).rejects.toMatchObject({
      key: "splitting.errors.stillOpen",
      params: { count: rows.length },
    });
    expect(
      await (await database()).$count(statement, eq(statement.dossierId, scope.dossierId)),
    ).toBe(0);
  });

  test("makes stellingen with their explanation, and reactions with speaker, answer and words", async () => {
    const scope = await dossierOf();
    const part = await partOf(scope, { text: MINUTES });
    const left = await segmentWith(part, "vrijdagmiddag");
    await changed(scope, part, { type: "markIrrelevant", starts: [left.start], reason: "Dubbel." });
    const made = await confirmed(scope, part);
    expect(made).toMatchObject({ statements: 2, statementsAgain: 0, reactions: 4, irrelevant: 1 });
    const db = await database();
    const put = await db
      .select({
        number: statementOccurrence.number,
        text: statement.text,
        explanation: statement.explanation,
        exact: passage.exact,
      })
      .from(statementOccurrence)
      .innerJoin(statement, eq(statement.id, statementOccurrence.statementId))
      .innerJoin(statementPlace, eq(statementPlace.occurrenceId, statementOccurrence.id))
      .innerJoin(passage, eq(passage.id, statementPlace.passageId))
      .where(eq(statementOccurrence.consultationId, made.consultationId))
      .orderBy(asc(statementOccurrence.number));
    expect(put).toEqual([
      {
        number: 1,
        text: "Een vaste begeleider per school is nodig.",
        explanation: "nu wisselt de begeleider 🎒 ieder jaar.",
        exact: "Een vaste begeleider per school is nodig.",
      },
      {
        number: 2,
        text: "De begeleider komt ook thuis.",
        explanation: null,
        exact: "De begeleider komt ook thuis.",
      },
    ]);
    const said = await db
      .select()
      .from(reaction)
      .where(eq(reaction.consultationId, made.consultationId))
      .orderBy(asc(reaction.number));
    expect(said.map((row) => [row.number, row.kind])).toEqual([
      [1, "reaction"],
      [2, "question"],
      [3, "answer"],
      [4, "reaction"],
    ]);
    expect(said[2]).toMatchObject({ replyToId: said[1]?.id, speaker: "Gemeente" });
    expect(said.every((row) => row.passageId !== null && row.statementId !== null)).toBe(true);
    const rows = await db
      .select({ entity: audit.entity })
      .from(audit)
      .where(and(eq(audit.dossierId, scope.dossierId), eq(audit.action, "splitting.confirm")))
      .orderBy(asc(audit.n));
    expect(rows.map((row) => row.entity)).toEqual([
      "part",
      "consultation",
      "statement",
      "statement",
      ...Array(4).fill("reaction"),
    ]);
    expect(await confirmedPart(scope, part.sourceId, 1)).toMatchObject({
      statements: 2,
      reactions: 4,
      irrelevant: 1,
      nextPart: null,
    });
  });

  test("twice: the second is told, nothing is doubled, and the part no longer changes", async () => {
    const scope = await dossierOf();
    const part = await partOf(scope, { text: MINUTES });
    await changed(scope, part, { type: "acceptRest" });
    const results = await Promise.allSettled([confirmPart(scope, part), confirmPart(scope, part)]);
    const [refused] = results.filter((result) => result.status === "rejected");
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(refused?.reason).toMatchObject({ code: "conflict", key: "splitting.errors.confirmed" });
    const db = await database();
    expect(await db.$count(statement, eq(statement.dossierId, scope.dossierId))).toBe(2);
    expect(await db.$count(reaction, eq(reaction.dossierId, scope.dossierId))).toBe(5);
    const now = { ...part, lockVersion: part.lockVersion + 1 };
    const [row] = await segmentsOf(part);
    for (const work of [
      () => changed(scope, now, { type: "accept", starts: [row?.start ?? 0] }),
      () => undoChange(scope, now),
      () => editPart(scope, { ...now, title: "Anders", kind: "meeting" }),
    ]) {
      await expect(work()).rejects.toMatchObject({ key: "splitting.errors.confirmed" });
    }
  });

  test("the same stelling in a second meeting is offered, and stays one when chosen", async () => {
    const scope = await dossierOf();
    await confirmed(scope, await partOf(scope, { text: MINUTES }));
    const again = await partOf(scope, {
      text: MINUTES.replace("12 maart", "19 maart").replace(
        "vaste begeleider",
        "vaste  BEGELEIDER",
      ),
      fileName: "tweede.md",
    });
    const { statements } = await previewConfirmation(scope, again.sourceId, 1);
    expect(statements.map((one) => one.same.length)).toEqual([1, 1]);
    const made = await confirmed(scope, again, {
      sameStatements: [{ number: 1, statementId: statements[0]?.same[0]?.id }],
    });
    expect(made).toMatchObject({ statements: 1, statementsAgain: 1 });
    const db = await database();
    expect(await db.$count(statement, eq(statement.dossierId, scope.dossierId))).toBe(3);
    expect(
      await db.$count(statementOccurrence, eq(statementOccurrence.dossierId, scope.dossierId)),
    ).toBe(4);
  });

  test("of hundreds of nothings that look like input each is shown, and their number is right", async () => {
    const scope = await dossierOf();
    const part = await partOf(scope, {
      text: `# Avond\n\n${Array.from({ length: 260 }, (_, i) => `Bel de school: 010-1234${String(i).padStart(3, "0")}.`).join("\n\n")}\n`,
    });
    // As if the proposal had called them so.
    await (await database())
      .update(segment)
      .set({ kind: "procedural", reason: "contact", decision: "accepted" })
      .where(and(eq(segment.partId, part.partId), eq(segment.cue, "phone")));
    const pages = await Promise.all(
      [1, 2].map((page) => previewConfirmation(scope, part.sourceId, 1, page)),
    );
    expect(pages.map(({ doubts, pages }) => [doubts, pages])).toEqual([
      [260, 2],
      [260, 2],
    ]);
    expect(pages.map(({ doubtful }) => doubtful.length)).toEqual([250, 10]);
    expect(new Set(pages.flatMap((page) => page.doubtful.map(({ start }) => start))).size).toBe(
      260,
    );
    // What follows them is shown once.
    expect(pages.map(({ left }) => left.flatMap(({ rows }) => rows).length)).toEqual([0, 1]);
  });

  test("two files of one meeting: the second counts on in the chosen consultation", async () => {
    const scope = await dossierOf();
    const first = await confirmed(scope, await partOf(scope, { text: MINUTES }));
    const second = await partOf(scope, {
      text: MINUTES.replaceAll("begeleider", "conciërge"),
      fileName: "vervolg.md",
    });
    const made = await confirmed(scope, second, { consultationId: first.consultationId });
    expect(made.consultationId).toBe(first.consultationId);
    const numbers = await (await database())
      .select({ number: statementOccurrence.number })
      .from(statementOccurrence)
      .where(eq(statementOccurrence.consultationId, first.consultationId))
      .orderBy(asc(statementOccurrence.number));
    expect(numbers.map((row) => row.number)).toEqual([1, 2, 3, 4]);
  });

  test("reactions to a stelling that is not there are refused", async () => {
    const scope = await dossierOf();
    const part = await partOf(scope, { text: MINUTES });
    const put = await segmentWith(part, "vaste begeleider");
    const reason = "Is teruggetrokken.";
    await changed(scope, part, { type: "markIrrelevant", starts: [put.start], reason });
    await expect(confirmed(scope, part)).rejects.toMatchObject({
      key: "splitting.errors.noStatement",
      params: { number: 1 },
    });
  });

  test("an explanation that stands is kept, and one that was missing is taken over", async () => {
    const scope = await dossierOf();
    const explained = (words: string) =>
      `# Avond over begeleiding\n\nStelling 1: Eén begeleider per school.\n\n${words}Reactie:\n\n- Goed.\n`;
    const explanations = async () =>
      (
        await (
          await database()
        )
          .select({ explanation: statement.explanation })
          .from(statement)
          .where(eq(statement.dossierId, scope.dossierId))
      ).map((row) => row.explanation);
    await confirmed(scope, await partOf(scope, { text: explained("") }));
    expect(await explanations()).toEqual([null]);
    for (const [i, words] of ["Nu wisselt het ieder jaar.", "Heel anders."].entries()) {
      const part = await partOf(scope, {
        text: explained(`Toelichting op de stelling: ${words}\n\n`),
        fileName: `avond-${i}.md`,
      });
      const { statements } = await previewConfirmation(scope, part.sourceId, 1);
      const made = await confirmed(scope, part, {
        sameStatements: [{ number: 1, statementId: statements[0]?.same[0]?.id }],
      });
      expect(made).toMatchObject({ statements: 0, statementsAgain: 1 });
      expect(await explanations()).toEqual(["Nu wisselt het ieder jaar."]);
    }
  });

  test("what answered a segment that was joined to the one before it, answers the whole", async () => {
    const scope = await dossierOf();
    const part = await partOf(scope, {
      text: "# Avond\n\nVraag uit de zaal: Wie belt terug?\n\nVraag uit de zaal: En wanneer dan?\n\nGemeente: Wij bellen, nog dezelfde dag.\n",
    });
    const first = await segmentWith(part, "Wie belt");
    const second = await segmentWith(part, "wanneer");
    expect((await segmentWith(part, "dezelfde dag")).replyTo).toBe(second.start);
    await changed(scope, part, { type: "joinWithNext", start: first.start });
    expect((await segmentWith(part, "dezelfde dag")).replyTo).toBe(first.start);
    await confirmed(scope, part);
    const [question, answer] = await (await database())
      .select()
      .from(reaction)
      .where(eq(reaction.dossierId, scope.dossierId))
      .orderBy(asc(reaction.number));
    expect(question?.text).toContain("En wanneer dan?");
    expect(answer).toMatchObject({ kind: "answer", replyToId: question?.id });
  });

  test("thousands of segments are confirmed in a few statements", {
    timeout: 120_000,
  }, async () => {
    const scope = await dossierOf();
    const list = Array.from({ length: 2_000 }, (_, i) => `- Punt ${i + 1} van een lange avond.`);
    const part = await partOf(scope, { text: `# Interview met ouders\n\n${list.join("\n")}\n` });
    await changed(scope, part, { type: "acceptRest" });
    const made = await confirmPart(scope, part);
    expect(made.reactions).toBe(2_000);
    const bench = await openWorkbench(scope, part.sourceId, 1, { page: 3 });
    expect(bench.segments).toHaveLength(PAGE_SIZE);
    expect(bench.pages).toBe(Math.ceil(bench.listed / PAGE_SIZE));
    const around = await neighboursOf(scope, part.partId, bench.segments);
    expect(around.before).toBeLessThan(bench.segments[0]?.start ?? 0);
    expect(around.after).toBeGreaterThan(bench.segments.at(-1)?.start ?? 0);
  });
});

test("the first open segment is found on its page, and the filter shows only open ones", async () => {
  const scope = await dossierOf();
  const list = Array.from({ length: 300 }, (_, i) => `- Punt ${i + 1} van de avond.`);
  const part = await partOf(scope, { text: `# Interview met ouders\n\n${list.join("\n")}\n` });
  const rows = await segmentsOf(part);
  const starts = rows.slice(0, 250).map((row) => row.start);
  for (let from = 0; from < starts.length; from += PAGE_SIZE) {
    await changed(scope, part, { type: "accept", starts: starts.slice(from, from + PAGE_SIZE) });
  }
  const bench = await openWorkbench(scope, part.sourceId, 1, { focus: "firstOpen" });
  expect(bench.page).toBe(3);
  expect(bench.focus).toBe(rows[250]?.start);
  expect(bench.progress).toMatchObject({ total: rows.length, open: rows.length - 250 });
  const open = await openWorkbench(scope, part.sourceId, 1, { list: "open" });
  expect(open.segments.map((row) => row.start)).toEqual(rows.slice(250).map((row) => row.start));
});

describe("what is sure and what is not", () => {
  const DOUBTFUL = `# Avond over het vervoer

## Welkom

De voorzitter opent de avond.

Moeder van Sem: mijn zoon is drie keer te laat, bel mij op 06-12345678.

Stelling 1: *Een rit duurt kort.*

Reactie: Dat vinden wij ook.

Dat duurt nu erg lang.
`;

  test("lists, counts and what is taken over are the same in the database and in the rules", async () => {
    const scope = await dossierOf();
    const part = await partOf(scope, { text: `${DOUBTFUL}\n\n${MINUTES}` });
    const rows = await segmentsOf(part);
    for (const bar of BARS) {
      const unsure = rows.filter((row) => isUnsure(row, bar));
      const bench = await openWorkbench(scope, part.sourceId, 1, { list: "unsure", bar });
      expect(bench.starts).toEqual(unsure.map((row) => row.start));
      const sure = rows.filter((row) => !isUnsure(row, bar));
      const missed = sure.reduce((sum, row) => sum + (1 - row.confidence), 0);
      const wrong = Math.max(0, Math.ceil(missed - 1e-6));
      expect(bench.progress.sure.find((one) => one.bar === bar)).toEqual({
        ...{ bar, count: sure.length, wrong, unsure: unsure.length },
      });
      const chapters = await chaptersOf(scope, part.partId, bar);
      const [first] = chapters;
      const below = unsure.filter((row) => row.start >= (first?.start ?? 0));
      expect(chapters.reduce((sum, chapter) => sum + chapter.unsure, 0)).toBe(below.length);
    }
    const nothing = await openWorkbench(scope, part.sourceId, 1, { list: "nothing" });
    expect(nothing.starts).toEqual(rows.filter(becomesNothing).map((row) => row.start));
    expect(nothing.numbers).toEqual(
      nothing.segments.map((row) => rows.findIndex((one) => one.start === row.start) + 1),
    );
    await changed(scope, part, { type: "acceptSure", bar: 90 });
    const taken = (await segmentsOf(part)).filter((row) => row.decision === "accepted");
    expect(taken.map((row) => row.start)).toEqual(
      rows.filter((row) => !isUnsure(row, 90)).map((row) => row.start),
    );
  });

  test("a nothing with a telephone number is not taken over, and asks for a choice", async () => {
    const scope = await dossierOf();
    const part = await partOf(scope, { text: DOUBTFUL });
    const mother = await segmentWith(part, "Moeder van Sem");
    await changed(scope, part, { type: "changeKind", starts: [mother.start], kind: "reaction" });
    // As if the proposal had called it so.
    await (await database())
      .update(segment)
      .set({ kind: "procedural", reason: "contact", confidence: 1, decision: "open" })
      .where(eq(segment.start, mother.start));
    await changed(scope, part, { type: "acceptSure", bar: 80 });
    expect((await segmentWith(part, "Moeder van Sem")).decision).toBe("open");
    await changed(scope, part, { type: "acceptRest" });
    const preview = await previewConfirmation(scope, part.sourceId, 1);
    expect(preview.doubtful).toMatchObject([{ start: mother.start, cue: "phone" }]);
    expect(preview.something + preview.nothing).toBe(preview.progress.total);
    await expect(confirmPart(scope, part)).rejects.toMatchObject({
      key: "splitting.errors.choiceNeeded",
      params: { count: 1 },
    });
    await changed(scope, part, { type: "changeKind", starts: [mother.start], kind: "procedural" });
    const chosen = await previewConfirmation(scope, part.sourceId, 1);
    expect(chosen.doubtful).toEqual([]);
    expect(chosen.left.flatMap(({ rows }) => rows)).toContainEqual(
      expect.objectContaining({
        start: mother.start,
        by: expect.objectContaining({ name: expect.any(String) }),
      }),
    );
    await confirmPart(scope, part);
  });

  test("the group of a reaction: chosen, else by the name that was read, else that of the document", async () => {
    const scope = await dossierOf();
    const part = await partOf(scope, { text: MINUTES });
    const [parents, schools, all] = await Promise.all(
      ["Ouders", "Scholen", "Iedereen"].map((name) => addGroup(scope, { name, expected: true })),
    );
    const first = await segmentWith(part, "bekend gezicht");
    const second = await segmentWith(part, "vrijdagmiddag");
    await (await database())
      .update(segment)
      .set({ groupName: "scholen ", position: "agree" })
      .where(eq(segment.start, second.start));
    await changed(scope, part, { type: "setGroup", starts: [first.start], groupId: parents?.id });
    await changed(scope, part, { type: "setDefaultGroup", groupId: all?.id });
    await confirmed(scope, part);
    const made = await (await database())
      .select({
        text: reaction.text,
        group: reaction.stakeholderGroupId,
        position: reaction.position,
      })
      .from(reaction)
      .where(eq(reaction.dossierId, scope.dossierId));
    const of = (words: string) => made.find((row) => row.text.includes(words));
    expect(of("bekend gezicht")).toMatchObject({ group: parents?.id, position: "none" });
    expect(of("vrijdagmiddag")).toMatchObject({ group: schools?.id, position: "agree" });
    expect(of("bereikbaar")).toMatchObject({ group: all?.id });
  });

  test("names that were read become groups in the same act, each once, and only those that were chosen", async () => {
    const scope = await dossierOf();
    const part = await partOf(scope, { text: MINUTES });
    const first = await segmentWith(part, "bekend gezicht");
    const second = await segmentWith(part, "vrijdagmiddag");
    const inPart = eq(segment.partId, part.partId);
    const name = async (start: number, groupName: string) =>
      (await database())
        .update(segment)
        .set({ groupName })
        .where(and(inPart, eq(segment.start, start)));
    await (await database()).update(segment).set({ groupName: null }).where(inPart);
    await name(first.start, "schoolcoaches");
    await name(second.start, "de buren");
    const before = await previewConfirmation(scope, part.sourceId, part.n);
    expect(before.newGroups).toEqual([
      { name: "Schoolcoaches", reactions: 1 },
      { name: "De buren", reactions: 1 },
    ]);
    // Meanwhile somebody adds one of them: that is the one that is meant.
    const coaches = await addGroup(scope, { name: "schoolcoaches", expected: false });
    const rest = await addGroup(scope, { name: "Iedereen", expected: true });
    await confirmed(scope, part, {
      newGroups: ["Schoolcoaches", "De buren", "de Buren"],
      defaultGroupId: rest.id,
    });
    const groups = await listGroups(scope);
    expect(groups.map((group) => [group.name, group.expected])).toEqual([
      ["schoolcoaches", false],
      ["Iedereen", true],
      ["De buren", true],
    ]);
    expect(groups.find(({ id }) => id === coaches.id)?.reactions).toBe(1);
    expect(groups.find(({ name }) => name === "De buren")?.reactions).toBe(1);
    expect(groups.find(({ id }) => id === rest.id)?.reactions).toBe(before.reactions - 2);
  });

  test("a name that was not chosen makes no group, and a group of another dossier is not found", async () => {
    const scope = await dossierOf();
    const part = await partOf(scope, { text: MINUTES });
    const { start } = await segmentWith(part, "bekend gezicht");
    await (await database())
      .update(segment)
      .set({ groupName: "schoolcoaches" })
      .where(and(eq(segment.partId, part.partId), eq(segment.start, start)));
    const theirs = await addGroup(await dossierOf(), { name: "Ouders", expected: true });
    await changed(scope, part, { type: "acceptRest" });
    await expect(confirmed(scope, part, { defaultGroupId: theirs.id })).rejects.toThrow(NotFound);
    await confirmed(scope, part);
    expect(await listGroups(scope)).toEqual([]);
  });

  test("a group of another dossier is not found", async () => {
    const scope = await dossierOf();
    const part = await partOf(scope, { text: MINUTES });
    const theirs = await addGroup(await dossierOf(), { name: "Ouders", expected: true });
    const { start } = await segmentWith(part, "bekend gezicht");
    const changes: SegmentChange[] = [
      { type: "setGroup", starts: [start], groupId: theirs.id },
      { type: "setDefaultGroup", groupId: theirs.id },
    ];
    for (const change of changes) {
      await expect(changed(scope, part, change)).rejects.toThrow(NotFound);
    }
  });

  test("each time a stelling is put it keeps all of its own explanation", async () => {
    const scope = await dossierOf();
    const minutes = (explained: string) =>
      `# Avond\n\nStelling 1: *Een vaste begeleider is nodig.*\n\n${explained}\n\nReactie: Goed idee.\n`;
    const first = await partOf(scope, { text: minutes("Toelichting: nu wisselt het.") });
    await confirmed(scope, first);
    const second = await partOf(scope, {
      text: minutes("Toelichting: eerste deel.\n\nEn een tussenzin.\n\nToelichting: tweede deel."),
    });
    for (const row of await segmentsOf(second)) {
      if (/deel|tussenzin/.test(row.text)) {
        await changed(scope, second, {
          type: "changeKind",
          starts: [row.start],
          kind: "explanation",
        });
      }
    }
    const db = await database();
    const [known] = await db
      .select({ id: statement.id })
      .from(statement)
      .where(eq(statement.dossierId, scope.dossierId));
    await confirmed(scope, second, { sameStatements: [{ number: 1, statementId: known?.id }] });
    const put = await db
      .select({ explanation: statementOccurrence.explanation })
      .from(statementOccurrence)
      .where(eq(statementOccurrence.dossierId, scope.dossierId));
    expect(put.map((row) => row.explanation).sort()).toEqual([
      "eerste deel.\n\nEn een tussenzin.\n\ntweede deel.",
      "nu wisselt het.",
    ]);
  });
});

/** A small generator with a seed, so that a failing sequence can be run again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

test("after any sequence of changes every word is still in exactly one segment", {
  timeout: 120_000,
}, async () => {
  for (const seed of [1, 2, 3, 4]) {
    const scope = await dossierOf();
    const part = await partOf(scope, { text: MINUTES });
    const fresh = await segmentsOf(part);
    const roll = dice(seed);
    for (let i = 0; i < 40; i++) {
      const rows = await segmentsOf(part);
      const row = rows[roll(rows.length)];
      if (!row) throw new Error("no segments left");
      const { start, end } = row;
      const kinds = ["statement", "reaction", "answer", "heading", "explanation"] as const;
      const changes: SegmentChange[] = [
        { type: "split", start, offset: start + 1 + roll(end - start) },
        { type: "joinWithNext", start },
        { type: "changeKind", starts: [start], kind: kinds[roll(kinds.length)] ?? "remark" },
        { type: "moveToStatement", starts: [start], statement: roll(4) || null },
        { type: "setSpeaker", start, speaker: ["X", "Een ouder", ""][roll(3)] },
        { type: "markIrrelevant", starts: [start], reason: "Dubbel." },
        { type: "accept", starts: [start] },
        { type: "acceptRest" },
      ];
      const change = changes[roll(changes.length + 2)];
      try {
        if (change) await changed(scope, part, change);
        else part.lockVersion = (await undoChange(scope, part)).lockVersion;
      } catch (error) {
        // A refused change is fine here, as long as it changed nothing.
        if (!(error instanceof Invalid)) throw error;
      }
      await expectWhole(part);
    }
    for (;;) {
      try {
        part.lockVersion = (await undoChange(scope, part)).lockVersion;
      } catch (error) {
        if (error instanceof Invalid) break;
        throw error;
      }
    }
    expect(await segmentsOf(part), `seed ${seed}`).toEqual(fresh);
  }
});

test.runIf(sourcesPresent)(
  "the real minutes: both meetings put the first stelling, which becomes one put twice",
  async () => {
    const scope = await dossierOf();
    const text = fs.readFileSync(realSource("minutes"), "utf8");
    const [po, vo, interview] = await partsOf(scope, { text });
    if (!po || !vo || !interview) throw new Error("three documents were expected");
    const first = await confirmed(scope, po);
    expect(first.statements).toBe(3);
    const { statements } = await previewConfirmation(scope, vo.sourceId, vo.n);
    expect(statements.map((one) => one.same.length)).toEqual([1, 0]);
    const second = await confirmed(scope, vo, {
      sameStatements: statements.map(({ number, same }) => ({ number, statementId: same[0]?.id })),
    });
    expect(second).toMatchObject({ statements: 1, statementsAgain: 1 });
    expect((await confirmed(scope, interview)).statements).toBe(0);
    const db = await database();
    expect(await db.$count(statement, eq(statement.dossierId, scope.dossierId))).toBe(4);
    const [twice] = await db
      .select({ times: sql<number>`count(*)::int` })
      .from(statementOccurrence)
      .where(eq(statementOccurrence.dossierId, scope.dossierId))
      .groupBy(statementOccurrence.statementId)
      .orderBy(desc(sql`count(*)`))
      .limit(1);
    expect(twice?.times).toBe(2);
    const parts = await partsOf(scope, {
      text: `${text}\n\n- Nog een punt.`,
      fileName: "later.md",
    });
    for (const part of parts) await expectWhole(part);
  },
);

test("titles and words from minutes hold no signs that show nothing or turn words around", async () => {
  const scope = await dossierOf();
  const text =
    "# Ver\u202eslag\u200b\n\nStelling 1: Een\u00adbus \u2066rijdt.\n\nOuder: Goed\u202e idee.\n";
  const made = await confirmed(scope, await partOf(scope, { text }));
  const [row] = await rowsOf<{ title: string; statement: string; said: string }>(
    await database(),
    sql`select c.title, s.text as statement, r.text as said from consultation c
      join statement_occurrence o on o.consultation_id = c.id join statement s on s.id = o.statement_id
      join reaction r on r.consultation_id = c.id where c.id = ${made.consultationId}`,
  );
  expect(row).toEqual({ title: "Verslag", statement: "Eenbus rijdt.", said: "Goed idee." });
});
