import { asc, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database, rowsOf } from "@/db/client";
import { reaction, statement, statementOccurrence } from "@/db/schema";
import { administer } from "@/domain/accounts/gate";
import { verifyAudit } from "@/domain/audit/queries";
import { codeWith } from "@/domain/core-values/commands";
import { addGroup } from "@/domain/groups/commands";
import { Conflict, Invalid } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { changeReaction } from "@/domain/reactions/commands";
import {
  confirmPart,
  dismissReactions,
  recutReactions,
  reopenPart,
} from "@/domain/splitting/commands";
import {
  cutOfReaction,
  previewConfirmation,
  reactionsMade,
  reopening,
} from "@/domain/splitting/queries";
import { putStatement, takeOutStatement } from "@/domain/statements/commands";
import { freshDatabase } from "../database";
import { coreValueIn } from "../factories/core-values";
import { dossierOf } from "../factories/people";
import { consultationIn, reactionIn, statementIn } from "../factories/reactions";
import {
  changed,
  confirmed,
  type PartOnBench,
  partOf,
  segmentsOf,
  segmentWith,
} from "../factories/splitting";

freshDatabase();

const MINUTES = `# Bijeenkomst ouders

Stelling 1: *Een vaste begeleider per school is nodig.*

Ouder: Een bekend gezicht geeft rust. Wisselen is slecht voor kinderen.

School: Dat vinden wij ook.

Vraag: Blijft dat in de vakantie zo?

Antwoord: Dat regelen we met de aanbieder.

# Sluiting

De koffie was lekker.
`;

async function confirmedPart(
  scope: ReaderScope,
): Promise<PartOnBench & { made: Awaited<ReturnType<typeof confirmPart>> }> {
  const part = await partOf(scope, { text: MINUTES });
  const made = await confirmed(scope, part);
  part.lockVersion += 1;
  return { ...part, made };
}

async function reactionsOf(scope: ReaderScope) {
  return (await database())
    .select()
    .from(reaction)
    .where(eq(reaction.dossierId, scope.dossierId))
    .orderBy(asc(reaction.number));
}

const saying = async (scope: ReaderScope, words: string) => {
  const found = (await reactionsOf(scope)).find(({ text }) => text.includes(words));
  if (!found) throw new Error(`no reaction says "${words}"`);
  return found;
};

/** Whatever was taken away and made anew: the log says all of it. */
async function expectWholeLog() {
  expect((await verifyAudit(administer({ type: "system", name: "test" }))).faults).toEqual([]);
}

test("a confirmed document opens again, and is confirmed anew with other codes", async () => {
  const scope = await dossierOf();
  const part = await confirmedPart(scope);
  const before = await reactionsOf(scope);
  const { id } = await saying(scope, "Dat vinden wij ook");
  const { id: groupId } = await addGroup(scope, { name: "Scholen", expected: true });
  await changeReaction(scope, {
    id,
    lockVersion: 1,
    kind: "advice",
    position: "agree",
    groupId,
    statementId: "",
    speaker: "Schoolleider",
  });
  expect(await reopening(scope, part.sourceId, part.n)).toMatchObject({
    reactions: before.length,
    statements: 1,
    changed: 1,
    held: [],
  });
  await reopenPart(scope, part);
  expect(await reactionsOf(scope)).toEqual([]);
  expect(await (await database()).$count(statement, eq(statement.dossierId, scope.dossierId))).toBe(
    0,
  );
  expect(await segmentWith(part, "Dat vinden wij ook")).toMatchObject({
    kind: "advice",
    speaker: "Schoolleider",
    groupId,
    position: "agree",
  });
  await expect(reopenPart(scope, part)).rejects.toThrow(Conflict);
  part.lockVersion += 1;
  // Confirmed where it was, unless somebody says otherwise.
  const preview = await previewConfirmation(scope, part.sourceId, part.n);
  expect(preview.part.consultationId).toBe(part.made.consultationId);
  await confirmPart(scope, { ...part, consultationId: part.made.consultationId });
  const after = await reactionsOf(scope);
  expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
  expect(after[0]?.number).toBe((before.at(-1)?.number ?? 0) + 1);
  expect(new Set(after.map(({ consultationId }) => consultationId))).toEqual(
    new Set([part.made.consultationId]),
  );
  await expectWholeLog();
});

test("what something rests on stays, and so does all of its document", async () => {
  const scope = await dossierOf();
  const part = await confirmedPart(scope);
  const rows = await reactionsOf(scope);
  const held = await saying(scope, "bekend gezicht");
  const { id: coreValueId } = await coreValueIn(scope);
  await codeWith(scope, { coreValueId, reactionIds: [held.id] });
  expect((await reopening(scope, part.sourceId, part.n))?.held).toEqual([
    { id: held.id, number: held.number },
  ]);
  expect(await cutOfReaction(scope, held.id)).toMatchObject({ held: true });
  const segments = await segmentsOf(part);
  const all = await reactionsOf(scope);
  const refused = async (work: Promise<unknown>) =>
    expect(work).rejects.toMatchObject({
      key: "reactions.errors.restedOn",
      params: { codes: `R-${held.number}` },
    });
  await refused(reopenPart(scope, part));
  await refused(
    dismissReactions(scope, { reactionIds: rows.map(({ id }) => id), reason: "Koffie" }),
  );
  const { start } = await segmentWith(part, "bekend gezicht");
  const offset = String(start + 40);
  await refused(
    recutReactions(scope, { ...part, change: { type: "split", start: String(start), offset } }),
  );
  expect(await reactionsOf(scope)).toEqual(all);
  expect(await segmentsOf(part)).toEqual(segments);
});

test("a reaction is cut in two, and put together again, without losing what was known of it", async () => {
  const scope = await dossierOf();
  const part = await confirmedPart(scope);
  const whole = await saying(scope, "bekend gezicht");
  const groupless = { lockVersion: 1, kind: "concern", position: "agree", groupId: "" } as const;
  await changeReaction(scope, { ...groupless, id: whole.id, statementId: whole.statementId });
  const segment = await segmentWith(part, "bekend gezicht");
  const offset =
    segment.start + [...segment.text.slice(0, segment.text.indexOf("Wisselen"))].length;
  const { reactionIds } = await recutReactions(scope, {
    ...part,
    change: { type: "split", start: String(segment.start), offset: String(offset) },
  });
  part.lockVersion += 1;
  const halves = (await reactionsOf(scope)).filter(({ id }) => reactionIds.includes(id));
  expect(halves.map(({ text }) => text)).toEqual([
    "Een bekend gezicht geeft rust.",
    "Wisselen is slecht voor kinderen.",
  ]);
  for (const half of halves) {
    expect(half).toMatchObject({
      kind: "concern",
      position: "agree",
      statementId: whole.statementId,
    });
    expect(half.number).toBeGreaterThan(whole.number);
  }
  expect(await (await database()).$count(reaction, eq(reaction.id, whole.id))).toBe(0);
  const again = await recutReactions(scope, {
    ...part,
    change: { type: "joinWithNext", start: String(segment.start) },
  });
  const joined = await saying(scope, "bekend gezicht");
  expect(joined).toMatchObject({
    id: again.reactionIds[0],
    text: whole.text,
    kind: "concern",
    position: "agree",
  });
  await expectWholeLog();
});

test("an answer goes on answering a question that was cut; of one left out it answers nothing", async () => {
  const scope = await dossierOf();
  const part = await confirmedPart(scope);
  const question = await saying(scope, "in de vakantie");
  expect((await saying(scope, "met de aanbieder")).replyToId).toBe(question.id);
  const segment = await segmentWith(part, "in de vakantie");
  const offset =
    segment.start + [...segment.text.slice(0, segment.text.indexOf("in de vakantie"))].length;
  const { reactionIds } = await recutReactions(scope, {
    ...part,
    change: { type: "split", start: String(segment.start), offset: String(offset) },
  });
  expect((await saying(scope, "met de aanbieder")).replyToId).toBe(reactionIds[0]);
  await dismissReactions(scope, { reactionIds, reason: "Staat elders ook." });
  expect((await saying(scope, "met de aanbieder")).replyToId).toBeNull();
  await expectWholeLog();
});

test("what is of no importance is left out with the reason, and can be taken in after all", async () => {
  const scope = await dossierOf();
  const part = await confirmedPart(scope);
  const { id } = await saying(scope, "Dat vinden wij ook");
  const byHand = await reactionIn(scope, { consultationId: part.made.consultationId });
  expect(
    await dismissReactions(scope, { reactionIds: [id, byHand.id], reason: "Dubbel." }),
  ).toEqual({ dismissed: 2 });
  part.lockVersion += 1;
  const segment = await segmentWith(part, "Dat vinden wij ook");
  expect(segment).toMatchObject({ decision: "irrelevant", irrelevantReason: "Dubbel." });
  const [left] = await rowsOf<{ n: number }>(
    await database(),
    sql`select count(*)::int as n from passage_reaction where reaction_id = ${id}`,
  );
  expect(left?.n).toBe(0);
  const start = String(segment.start);
  await recutReactions(scope, { ...part, change: { type: "takeIn", start, kind: "advice" } });
  expect(await saying(scope, "Dat vinden wij ook")).toMatchObject({ kind: "advice" });
  part.lockVersion += 1;
  const made = await reactionsMade(scope, part.sourceId, part.n);
  expect([...made.keys()]).toContain(segment.start);
  await expect(
    recutReactions(scope, { ...part, change: { type: "takeIn", start, kind: "advice" } }),
  ).rejects.toThrow(Invalid);
  await expectWholeLog();
});

test("no words of a reaction become nothing by being cut, also what a label makes an explanation", async () => {
  const scope = await dossierOf();
  const text = `# Bijeenkomst ouders\n\nOuder: Er moet meer toezicht komen. Toelichting: nu staat er niemand.\n\nSchool: Dat vinden wij ook.\n`;
  const part = await partOf(scope, { text });
  const { start: from } = await segmentWith(part, "toezicht");
  await changed(scope, part, { type: "changeKind", starts: [from], kind: "reaction" });
  await confirmed(scope, part);
  part.lockVersion += 1;
  const segment = await segmentWith(part, "toezicht");
  const at = [...segment.text.slice(0, segment.text.indexOf("Toelichting"))].length;
  const { reactionIds } = await recutReactions(scope, {
    ...part,
    change: { type: "split", start: String(segment.start), offset: String(segment.start + at) },
  });
  expect(reactionIds).toHaveLength(2);
  expect(await saying(scope, "nu staat er niemand")).toMatchObject({ kind: "remark" });
  part.lockVersion += 1;
  // Joined onto a heading it would be no reaction any more.
  const { start } = await segmentWith(part, "# Bijeenkomst");
  const before = await reactionsOf(scope);
  await expect(
    recutReactions(scope, { ...part, change: { type: "joinWithNext", start: String(start) } }),
  ).rejects.toMatchObject({ key: "splitting.errors.wordsLost" });
  expect(await reactionsOf(scope)).toEqual(before);
  await expectWholeLog();
});

test("a stelling is not cut behind its own back, and an old page changes nothing", async () => {
  const scope = await dossierOf();
  const part = await confirmedPart(scope);
  const { start } = await segmentWith(part, "vaste begeleider");
  const change = { type: "joinWithNext", start: String(start) };
  await expect(recutReactions(scope, { ...part, change })).rejects.toMatchObject({
    key: "splitting.errors.reopenFirst",
  });
  await expect(recutReactions(scope, { ...part, lockVersion: 1, change })).rejects.toThrow(
    Conflict,
  );
});

test("a stelling is put in one more consultation by hand, and taken out while nobody reacted there", async () => {
  const scope = await dossierOf();
  const part = await confirmedPart(scope);
  const consultationId = await consultationIn(scope);
  const taken = await statementIn(scope, { consultationId });
  const [own] = await (await database())
    .select()
    .from(statementOccurrence)
    .where(eq(statementOccurrence.consultationId, part.made.consultationId));
  const statementId = own?.statementId ?? "";
  expect(await putStatement(scope, { statementId, consultationId, number: "" })).toMatchObject({
    number: 2,
  });
  await expect(putStatement(scope, { statementId, consultationId })).rejects.toThrow(Invalid);
  await expect(
    putStatement(scope, {
      statementId: taken,
      consultationId: part.made.consultationId,
      number: "1",
    }),
  ).rejects.toMatchObject({ fields: { number: "statements.errors.numberTaken" } });
  const { id } = await reactionIn(scope, { consultationId, statementId });
  await expect(takeOutStatement(scope, { statementId, consultationId })).rejects.toMatchObject({
    key: "statements.errors.reactedTo",
  });
  await dismissReactions(scope, { reactionIds: [id], reason: "Per ongeluk." });
  await takeOutStatement(scope, { statementId, consultationId });
  await expect(
    takeOutStatement(scope, { statementId, consultationId: part.made.consultationId }),
  ).rejects.toMatchObject({ key: "statements.errors.inMinutes" });
  await expectWholeLog();
});
