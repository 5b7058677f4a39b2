import { asc, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database, rowsOf } from "@/db/client";
import { reaction, sourcePart, sourceVersion, statement, statementOccurrence } from "@/db/schema";
import { administer } from "@/domain/accounts/gate";
import { verifyAudit } from "@/domain/audit/queries";
import { consultationContents, listConsultations } from "@/domain/consultations/queries";
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
  openWorkbench,
  partsOfSource,
  previewConfirmation,
  reactionsMade,
  reopening,
} from "@/domain/splitting/queries";
import {
  changeStatement,
  explainStatement,
  putStatement,
  showOutside,
  takeOutStatement,
} from "@/domain/statements/commands";
import { getStatement, listStatements, outsideView } from "@/domain/statements/queries";
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

const SHARED = "Een vaste begeleider per school is nodig.";
const ON_TUESDAY = `# Bijeenkomst ouders

Stelling 3.1: *${SHARED}*

Toelichting: het gaat om rust.

Ouder: Een bekend gezicht geeft rust.

Stelling 3.2: *De begeleider komt ook thuis.*

Ouder: Thuis hoeft niet.
`;
const ON_THURSDAY = `# Bijeenkomst ouders, vervolg

Stelling A: *${SHARED}*

Toelichting: nu wisselt hij ieder jaar.

School: Dat vinden wij ook.

Leerling: Ik wil altijd dezelfde.
`;

/** Two documents confirmed into one consultation; both put the same stelling. */
async function twoDocuments(scope: ReaderScope) {
  const first = await partOf(scope, { text: ON_TUESDAY, fileName: "dinsdag.md" });
  const { consultationId } = await confirmed(scope, first);
  first.lockVersion += 1;
  const second = await partOf(scope, { text: ON_THURSDAY, fileName: "donderdag.md" });
  const again = async (part: PartOnBench) => {
    const { statements } = await previewConfirmation(scope, part.sourceId, part.n);
    const sameStatements = statements.map(({ number, same }) => ({
      number,
      statementId: same[0]?.id ?? null,
    }));
    await confirmed(scope, part, { consultationId, sameStatements });
    part.lockVersion += 1;
  };
  await again(second);
  const reopened = async (part: PartOnBench) => {
    const said = await reopening(scope, part.sourceId, part.n);
    await reopenPart(scope, part);
    part.lockVersion += 1;
    return said;
  };
  return { first, second, consultationId, again, reopened };
}

/** What the pages say of a consultation: its stellingen and their places, and what was said. */
async function pagesOf(scope: ReaderScope, consultationId: string) {
  const contents = await consultationContents(scope, consultationId);
  const [row] = (await listConsultations(scope)).rows;
  expect(row).toMatchObject({ id: consultationId, statements: contents.statements.length });
  const said = await reactionsOf(scope);
  expect(contents.reactionsByKind.reduce((sum, { count }) => sum + count, 0)).toBe(said.length);
  const statements = [];
  for (const { statementId, number, reactions } of contents.statements) {
    const { text, counts, occurrences } = await getStatement(scope, statementId);
    expect(counts.total).toBe(reactions);
    const listed = (await listStatements(scope)).rows.find(({ id }) => id === statementId);
    expect(listed?.counts.total).toBe(reactions);
    statements.push({
      number,
      text,
      reactions,
      put: occurrences.map(({ explanation, places }) => ({
        explanation,
        places: places.map(({ label, passage, explanationPassage }) => ({
          label,
          source: passage.sourceTitle,
          exact: passage.exact,
          explained: explanationPassage?.exact,
        })),
      })),
    });
  }
  return {
    statements,
    said: said
      .map(({ text, kind, position, stakeholderGroupId, speaker, statementId }) => ({
        text,
        kind,
        position,
        stakeholderGroupId,
        speaker,
        statement: contents.statements.find((one) => one.statementId === statementId)?.number,
      }))
      .sort((one, other) => (one.text < other.text ? -1 : 1)),
  };
}

test("two documents of one consultation that put the same stelling are each opened and confirmed again, and nothing is lost", async () => {
  const scope = await dossierOf();
  const { first, second, consultationId, again, reopened } = await twoDocuments(scope);
  const { id: groupId } = await addGroup(scope, { name: "Scholen", expected: true });
  const { id, statementId } = await saying(scope, "Dat vinden wij ook");
  await changeReaction(scope, {
    id,
    lockVersion: 1,
    kind: "advice",
    position: "agree",
    groupId,
    statementId,
    speaker: "School",
  });
  // Taken in in the second document it stands under the stelling that the first put too.
  const student = await saying(scope, "altijd dezelfde");
  await dismissReactions(scope, { reactionIds: [student.id], reason: "Dubbel." });
  second.lockVersion += 1;
  const start = String((await segmentWith(second, "altijd dezelfde")).start);
  const takeIn = { type: "takeIn", start, kind: "reaction" };
  await recutReactions(scope, { ...second, change: takeIn });
  second.lockVersion += 1;
  expect(await saying(scope, "altijd dezelfde")).toMatchObject({ statementId });

  const whole = await pagesOf(scope, consultationId);
  const places = [
    { label: "3.1", source: "Dinsdag", exact: SHARED, explained: "het gaat om rust." },
    { label: "A", source: "Donderdag", exact: SHARED, explained: "nu wisselt hij ieder jaar." },
  ];
  const explained = ["het gaat om rust.", "nu wisselt hij ieder jaar."];
  const [shared, own] = whole.statements;
  expect(shared).toMatchObject({ text: SHARED, reactions: 3 });
  expect(shared?.put[0]?.places.toSorted((a, b) => (a.source < b.source ? -1 : 1))).toEqual(places);
  expect(shared?.put[0]?.explanation?.split("\n\n").toSorted()).toEqual(explained);
  expect(own).toMatchObject({ reactions: 1 });

  expect(await reopened(first)).toMatchObject({
    reactions: 2,
    statements: 1,
    staying: 1,
    rewritten: [],
  });
  const open = await pagesOf(scope, consultationId);
  expect(open.statements).toEqual([
    { ...shared, reactions: 2, put: [{ explanation: explained[1], places: [places[1]] }] },
  ]);
  expect(open.said).toEqual(whole.said.filter(({ text }) => /ook|dezelfde/.test(text)));
  await again(first);
  expect(await pagesOf(scope, consultationId)).toEqual(whole);

  expect(await reopened(second)).toMatchObject({ reactions: 2, statements: 0, staying: 1 });
  const without = await pagesOf(scope, consultationId);
  expect(without.statements).toEqual([
    { ...shared, reactions: 1, put: [{ explanation: explained[0], places: [places[0]] }] },
    own,
  ]);
  await again(second);
  expect(await pagesOf(scope, consultationId)).toEqual(whole);
  await reopened(first);
  await reopened(second);
  expect(await pagesOf(scope, consultationId)).toEqual({ statements: [], said: [] });
  await again(first);
  await again(second);
  expect(await pagesOf(scope, consultationId)).toEqual(whole);
  await expectWholeLog();
});

test("what was rewritten of a stelling stays while another document puts it, and is known again by its words", async () => {
  const scope = await dossierOf();
  const { first, second, consultationId, again, reopened } = await twoDocuments(scope);
  const [shared] = (await consultationContents(scope, consultationId)).statements;
  const statementId = shared?.statementId ?? "";
  const { lockVersion, explanation } = await getStatement(scope, statementId);
  const words = { text: "Elke school houdt één begeleider.", explanation };
  await changeStatement(scope, { id: statementId, lockVersion, ...words });
  const put = { statementId, consultationId };
  await explainStatement(scope, { ...put, lockVersion: lockVersion + 1, explanation: "Kort." });
  await expect(
    explainStatement(scope, { ...put, lockVersion: lockVersion + 1, explanation: "Anders." }),
  ).rejects.toMatchObject({ current: { explanation: "Kort." } });
  await reopened(first);
  await again(first);
  const [after] = (await consultationContents(scope, consultationId)).statements;
  expect(after).toMatchObject({ statementId, text: words.text, reactions: 3 });
  const [place] = (await getStatement(scope, statementId)).occurrences;
  // What only came now stands under it; the words that were explained before do not come back.
  expect(place?.explanation).toMatch(/^Kort\./);
  expect(place?.places).toHaveLength(2);
  await reopened(second);
  await again(second);
  await expectWholeLog();
});

test("opening again says which stellingen lose what somebody wrote, and which are seen outside", async () => {
  const scope = await dossierOf();
  const part = await confirmedPart(scope);
  const { consultationId } = part.made;
  expect(await reopening(scope, part.sourceId, part.n)).toMatchObject({ rewritten: [], shown: 0 });
  const { seen } = await outsideView(scope, consultationId);
  await showOutside(scope, { consultationId, shown: "statement", seen });
  const [put] = (await consultationContents(scope, consultationId)).statements;
  const id = put?.statementId ?? "";
  await explainStatement(scope, {
    statementId: id,
    consultationId,
    lockVersion: 1,
    explanation: "Het gaat om rust.",
  });
  expect(await reopening(scope, part.sourceId, part.n)).toMatchObject({
    statements: 1,
    rewritten: [{ id, text: put?.text }],
    shown: 1,
  });
});

test("a stelling that somebody put there, or to which somebody else reacted, stays where it was put", async () => {
  const scope = await dossierOf();
  const text = `# Avond\n\nStelling 1: *${SHARED}*\n\nOuder: Goed idee.\n`;
  const byHand = await statementIn(scope, { text: SHARED });
  const [{ consultationId } = { consultationId: "" }] = (await getStatement(scope, byHand))
    .occurrences;
  const part = await partOf(scope, { text });
  const sameStatements = [{ number: 1, statementId: byHand }];
  await confirmed(scope, part, { consultationId, sameStatements });
  part.lockVersion += 1;
  await expect(takeOutStatement(scope, { statementId: byHand, consultationId })).rejects.toThrow(
    Invalid,
  );
  await reopenPart(scope, part);
  expect((await getStatement(scope, byHand)).occurrences).toMatchObject([{ places: [] }]);
  await takeOutStatement(scope, { statementId: byHand, consultationId });

  const other = await confirmedPart(scope);
  const [put] = (await consultationContents(scope, other.made.consultationId)).statements;
  const statementId = put?.statementId ?? "";
  await reactionIn(scope, { consultationId: other.made.consultationId, statementId });
  await reopenPart(scope, other);
  expect((await consultationContents(scope, other.made.consultationId)).statements).toMatchObject([
    { statementId, reactions: 1 },
  ]);
  await expectWholeLog();
});

test("a document of an older version of its source keeps what it became, and is no more on the workbench", async () => {
  const scope = await dossierOf();
  const part = await confirmedPart(scope);
  const db = await database();
  const [old] = await db
    .select()
    .from(sourceVersion)
    .where(eq(sourceVersion.id, part.sourceVersionId));
  if (!old) throw new Error("the source has no text");
  const [version] = await db
    .insert(sourceVersion)
    .values({ ...old, id: undefined, n: 2 })
    .returning({ id: sourceVersion.id });
  const { id } = await saying(scope, "bekend gezicht");
  // As long as no documents are found in the new text, those of the old one are worked on.
  expect((await openWorkbench(scope, part.sourceId, 1)).part.id).toBe(part.partId);
  const [row] = await db.select().from(sourcePart).where(eq(sourcePart.id, part.partId));
  if (!row || !version) throw new Error("the part or the version is not there");
  const { consultationId: _, ...fields } = row;
  const [now] = await db
    .insert(sourcePart)
    .values({ ...fields, id: undefined, sourceVersionId: version.id, confirmedAt: null })
    .returning({ id: sourcePart.id });
  expect(await openWorkbench(scope, part.sourceId, 1)).toMatchObject({
    part: { id: now?.id },
    parts: 1,
  });
  expect((await partsOfSource(scope, part.sourceId)).parts.map(({ id }) => id)).toEqual([now?.id]);
  expect(await cutOfReaction(scope, id)).toMatchObject({ partId: part.partId });
});
