import { asc, eq, sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { type Database, database, openShared, rowsOf } from "@/db/client";
import { bulkRow, passage, reaction, sourceBlock, stakeholderGroup, statement } from "@/db/schema";
import { administer } from "@/domain/accounts/gate";
import { verifyAudit } from "@/domain/audit/queries";
import { importReactions, spreadsheetFacts, spreadsheetHere } from "@/domain/bulk/commands";
import { knownMeanings } from "@/domain/bulk/queries";
import { addConsultation } from "@/domain/consultations/commands";
import { listConsultations } from "@/domain/consultations/queries";
import { setMember } from "@/domain/dossiers/commands";
import { openDossierForJob } from "@/domain/dossiers/gate";
import { addGroup } from "@/domain/groups/commands";
import { listGroups } from "@/domain/groups/queries";
import { JOBS } from "@/domain/jobs/registry";
import { startWorker } from "@/domain/jobs/worker";
import { Conflict, DomainError, Forbidden, NotFound } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { READER } from "@/domain/sources/commands/read";
import { listSources, originalFile } from "@/domain/sources/queries";
import { dismissReactions, reopenPart } from "@/domain/splitting/commands";
import { confirmedPart, reopening } from "@/domain/splitting/queries";
import {
  addReactions,
  chooseColumns,
  dropAll,
  dropUpload,
  receiveUpload,
  stopReading,
} from "@/domain/uploads/commands";
import { addReactionsOf } from "@/domain/uploads/commands/reactions";
import { addReactionsJob, inspectDraftJob } from "@/domain/uploads/jobs";
import { getDraft, listDrafts } from "@/domain/uploads/queries";
import { freshDatabase } from "../database";
import { csvOf, importedInto, NEW_CONSULTATION, received, SMALL_SURVEY } from "../factories/bulk";
import { dossierOf, memberOf, SYSTEM } from "../factories/people";
import { statementIn } from "../factories/reactions";
import { bytesIn } from "../factories/sources";

freshDatabase();

async function reactionsOf({ dossierId }: ReaderScope) {
  return (await database())
    .select({
      number: reaction.number,
      text: reaction.text,
      kind: reaction.kind,
      position: reaction.position,
      speaker: reaction.speaker,
      exact: passage.exact,
      row: bulkRow.row,
      reference: bulkRow.reference,
      saidOn: bulkRow.saidOn,
    })
    .from(reaction)
    .innerJoin(passage, eq(passage.id, reaction.passageId))
    .innerJoin(bulkRow, eq(bulkRow.reactionId, reaction.id))
    .where(eq(reaction.dossierId, dossierId))
    .orderBy(asc(reaction.number));
}

test("each row becomes a reaction that quotes its own words, and its row can be read", async () => {
  const scope = await dossierOf();
  const { check, result } = await importedInto(scope, csvOf(SMALL_SURVEY));
  expect(check.problems).toEqual([]);
  expect(result?.sums).toMatchObject({ rows: 3, reactions: 3, added: 3, known: 0, changed: 0 });
  const late = "De bus komt vaak te laat.";
  const heard = "Wij horen niets, ook niet per telefoon.";
  const rest = { kind: "reaction", position: "none", speaker: null };
  expect(await reactionsOf(scope)).toEqual([
    { ...rest, number: 1, text: late, exact: late, row: 2, reference: "1", saidOn: "2026-03-04" },
    { ...rest, number: 2, text: heard, exact: heard, row: 3, reference: "2", saidOn: "2026-03-05" },
    { ...rest, number: 3, text: late, exact: late, row: 4, reference: "3", saidOn: "2026-03-04" },
  ]);
  expect((await listGroups(scope)).map(({ name, reactions }) => [name, reactions])).toEqual([
    ["Ouder", 2],
    ["School", 1],
  ]);
  const blocks = await (await database())
    .select({ text: sourceBlock.text })
    .from(sourceBlock)
    .orderBy(asc(sourceBlock.n));
  expect(blocks.map(({ text }) => text)).toEqual([
    "# Reacties uit uitvraag-scholen.csv",
    `${late}\nNummer: 1\nIk ben: ouder\nDatum: 4-3-2026\nRij 2`,
    `${heard}\nNummer: 2\nIk ben: school\nDatum: 5-3-2026\nRij 3`,
    `${late}\nNummer: 3\nIk ben: ouder\nDatum: 4-3-2026\nRij 4`,
  ]);
  expect((await listConsultations(scope)).rows).toMatchObject([
    { title: "Uitvraag scholen", kind: "survey", reactions: 3 },
  ]);
  expect((await listSources(scope)).rows).toMatchObject([{ documents: 1, confirmed: 1 }]);
  expect(await verifyAudit(administer(SYSTEM))).toMatchObject({ whole: true });
});

const LONGER = `${SMALL_SURVEY}4;De terugrit is rustig.;chauffeur;6-3-2026;5
`;

async function countsOf(scope: ReaderScope) {
  const [row] = await rowsOf<Record<string, number>>(
    await database(),
    sql`select (select count(*)::int from reaction where dossier_id = ${scope.dossierId}) as reactions,
      (select count(*)::int from source where dossier_id = ${scope.dossierId}) as sources,
      (select count(*)::int from passage where dossier_id = ${scope.dossierId}) as passages,
      (select count(*)::int from consultation where dossier_id = ${scope.dossierId}) as consultations,
      (select count(*)::int from stakeholder_group where dossier_id = ${scope.dossierId}) as groups,
      (select count(*)::int from audit where dossier_id = ${scope.dossierId}) as log`,
  );
  return row;
}

test("what is there already does not come in twice, and what is new does", async () => {
  const scope = await dossierOf();
  const { result: first } = await importedInto(scope, csvOf(SMALL_SURVEY));
  const there = { id: first?.consultationId ?? "" };
  const before = await countsOf(scope);

  // The same file, and the same rows in another file: nothing is new, so nothing is stored.
  for (const text of [SMALL_SURVEY, `${SMALL_SURVEY};;;;\n`]) {
    const { result } = await importedInto(scope, csvOf(text), there);
    expect(result).toMatchObject({ sourceId: null, sums: { added: 0, known: 3, changed: 0 } });
  }
  expect(await countsOf(scope)).toEqual(before);

  const { result: second } = await importedInto(scope, csvOf(LONGER), there);
  expect(second?.sums).toMatchObject({ reactions: 4, added: 1, known: 3, changed: 0 });
  expect((await reactionsOf(scope)).map(({ number, row }) => [number, row])).toEqual([
    [1, 2],
    [2, 3],
    [3, 4],
    [4, 5],
  ]);
  expect((await listSources(scope)).rows).toHaveLength(2);
});

test("a row that says something else now keeps the words it came with, and is named", async () => {
  const scope = await dossierOf();
  const { result: first } = await importedInto(scope, csvOf(SMALL_SURVEY));
  const there = { id: first?.consultationId ?? "" };
  const changed = LONGER.replace("Wij horen niets", "Wij horen nooit iets");
  const { result } = await importedInto(scope, csvOf(changed), there);
  expect(result?.sums).toMatchObject({ added: 1, known: 2, changed: 1, changedRows: [3] });
  expect((await reactionsOf(scope))[1]?.text).toBe("Wij horen niets, ook niet per telefoon.");
});

test("without numbers rows are known by their words, group and day, as often as they stand there", async () => {
  const scope = await dossierOf();
  const text = "Reactie;Groep\nTe laat.;ouder\nTe laat.;ouder\nTe laat.;school\n";
  const { result: first } = await importedInto(scope, csvOf(text));
  expect(first?.sums).toMatchObject({ added: 3 });
  const there = { id: first?.consultationId ?? "" };
  const { result } = await importedInto(
    scope,
    csvOf(`${text}Te laat.;ouder\nTe vroeg.;ouder\n`),
    there,
  );
  expect(result?.sums).toMatchObject({ reactions: 5, added: 2, known: 3 });
});

test("all or nothing: one cell that cannot be read keeps all rows out, and says where it stands", async () => {
  const scope = await dossierOf();
  const before = await countsOf(scope);
  const wrong = csvOf(LONGER.replace("5-3-2026", "31-02-2026"));
  const { check, result } = await importedInto(scope, wrong);
  expect(result).toBeNull();
  expect(check.problems).toEqual([
    { kind: "noSuchDay", row: 3, column: "Datum", value: "31-02-2026", role: "date" },
  ]);
  expect(await countsOf(scope)).toEqual(before);
  const emptied = await importedInto(scope, wrong, NEW_CONSULTATION, { leaveEmpty: ["date"] });
  expect(emptied.result?.sums).toMatchObject({ added: 4 });
  expect((await reactionsOf(scope)).map(({ saidOn }) => saidOn)).toEqual([
    "2026-03-04",
    null,
    "2026-03-04",
    "2026-03-06",
  ]);
});

test("one cell that cannot be read is left empty, by its row, and nothing that can be read is", async () => {
  const scope = await dossierOf();
  const wrong = csvOf(LONGER.replace("5-3-2026", "31-02-2026").replace("6-3-2026", "later"));
  const cell = (row: number) => ({ role: "date" as const, row });
  const half = await importedInto(scope, wrong, NEW_CONSULTATION, { emptyCells: [cell(3)] });
  expect(half.result).toBeNull();
  expect(half.check.problems).toMatchObject([{ kind: "noDate", row: 5, column: "Datum" }]);
  expect(half.check.emptied).toMatchObject([{ kind: "noSuchDay", row: 3, value: "31-02-2026" }]);
  const emptyCells = [2, 3, 5].map(cell);
  const { check, result } = await importedInto(scope, wrong, NEW_CONSULTATION, { emptyCells });
  expect(check.emptied.map(({ row }) => row)).toEqual([3, 5]);
  expect(result?.sums).toMatchObject({ added: 4 });
  expect((await reactionsOf(scope)).map(({ saidOn }) => saidOn)).toEqual([
    "2026-03-04",
    null,
    "2026-03-04",
    null,
  ]);
});

test("cut off halfway nothing is left, and it can be done again", async () => {
  const scope = await dossierOf();
  const before = await countsOf(scope);
  const cut = () => {
    throw new Error("cut off");
  };
  await expect(
    importedInto(scope, csvOf(LONGER), NEW_CONSULTATION, { onProgress: cut }),
  ).rejects.toThrow("cut off");
  expect(await countsOf(scope)).toEqual(before);
  const { result } = await importedInto(scope, csvOf(LONGER));
  expect(result?.sums.added).toBe(4);
  expect((await reactionsOf(scope)).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
});

test("a row takes as much after a thousand others as after ten", async () => {
  const scope = await dossierOf();
  const rows = Array.from({ length: 1_000 }, (_, i) => `${i};De bus kwam ${i} keer te laat.;ouder`);
  let inside: Database | undefined;
  const read: Promise<{ n: number }[]>[] = [];
  await importedInto(
    scope,
    csvOf(["Nummer;Uw reactie;Ik ben", ...rows].join("\n")),
    NEW_CONSULTATION,
    {
      finish: async (tx) => {
        inside = tx;
      },
      // Between two statements of the import: what was read in its transaction so far.
      onProgress: () => {
        if (!inside) return;
        read.push(
          rowsOf<{ n: number }>(
            inside,
            sql`select sum(seq_tup_read + idx_tup_fetch)::int as n from pg_stat_xact_user_tables
              where relname in ('passage', 'passage_reaction', 'reaction')`,
          ),
        );
      },
    },
  );
  const sums = (await Promise.all(read)).map(([row]) => row?.n ?? 0);
  const steps = sums.slice(1).map((sum, i) => sum - (sums[i] ?? 0));
  const early = steps.find((step) => step > 0) ?? 0;
  expect(early).toBeGreaterThan(0);
  expect(steps.at(-1)).toBeLessThan(3 * early);
});

test("two who import the same at the same moment bring it in once", async () => {
  const scope = await dossierOf();
  const { id } = await addConsultation(scope, { ...NEW_CONSULTATION, heldOn: null });
  const both = await Promise.allSettled([
    importedInto(scope, csvOf(LONGER), { id }),
    importedInto(scope, csvOf(LONGER), { id }),
  ]);
  // Who read before the other was done is refused; who read after that finds all of it known.
  const refused = both.filter((one) => one.status === "rejected");
  expect(refused.length).toBeLessThan(2);
  for (const { reason } of refused) expect(reason).toBeInstanceOf(Conflict);
  expect(await reactionsOf(scope)).toHaveLength(4);
});

test("columns and groups are known again in the next file, and can be changed", async () => {
  const scope = await dossierOf();
  const { id: parents } = await addGroup(scope, { name: "Ouders", expected: true });
  const text = "Wat vindt u?;Wie\nHet is te laat, elke dag weer, en niemand belt ons.;papa\n";
  await importedInto(scope, csvOf(text), NEW_CONSULTATION, {
    roles: [
      { index: 0, role: "words" },
      { index: 1, role: "group" },
    ],
    groups: [{ value: "papa", to: { id: parents } }],
  });
  const { columns } = await spreadsheetFacts(
    spreadsheetHere(csvOf(`${text}Anders, en ook weer heel lang.;papa\n`)),
    {},
  );
  const known = await knownMeanings(scope, columns, null);
  expect([...known.roles]).toEqual([
    ["wat vindt u?", "words"],
    ["wie", "group"],
  ]);
  expect([...known.groupsBefore]).toEqual([["papa", parents]]);
  const again = csvOf("Wie;Wat vindt u?\npapa;Iets nieuws.\npapa;En nog iets.\n");
  await importedInto(scope, again, { ...NEW_CONSULTATION, title: "Tweede" });
  expect((await listGroups(scope)).map(({ name, reactions }) => [name, reactions])).toEqual([
    ["Ouders", 3],
  ]);
});

test("groups, stellingen, positions and answers find their place", async () => {
  const scope = await dossierOf();
  const { id } = await addConsultation(scope, { ...NEW_CONSULTATION, heldOn: null });
  const statementId = await statementIn(scope, {
    text: "De bus rijdt op tijd.",
    consultationId: id,
  });
  await addGroup(scope, { name: "Scholen", expected: true });
  const text = `Reactie ID;Reactie op ID;Stelling;Sentiment;Reactie;Ik ben
7;;S-1;voor;Ja, meestal wel.;school
8;7;1;tegen;Bij ons nooit.;ouder
9;;De chauffeur belt vooraf.;neutraal;Dat weet ik niet.;
`;
  const { check } = await importedInto(scope, csvOf(text), { id });
  expect(check.problems).toEqual([]);
  const rows = await (await database())
    .select({
      number: reaction.number,
      position: reaction.position,
      statement: statement.text,
      mine: reaction.statementId,
      group: stakeholderGroup.name,
      replyTo: reaction.replyToId,
      id: reaction.id,
    })
    .from(reaction)
    .leftJoin(statement, eq(statement.id, reaction.statementId))
    .leftJoin(stakeholderGroup, eq(stakeholderGroup.id, reaction.stakeholderGroupId))
    .where(eq(reaction.dossierId, scope.dossierId))
    .orderBy(asc(reaction.number));
  expect(rows.map(({ position, statement: said, group }) => [position, said, group])).toEqual([
    ["agree", "De bus rijdt op tijd.", "Scholen"],
    ["disagree", "De bus rijdt op tijd.", "Ouder"],
    ["none", "De chauffeur belt vooraf.", null],
  ]);
  expect(rows[0]?.mine).toBe(statementId);
  expect(rows[1]?.replyTo).toBe(rows[0]?.id);
});

test("each column of words is a reaction of its own", async () => {
  const scope = await dossierOf();
  const text = `Nr.;Wat gaat er goed?;Wat kan er beter?
1;De chauffeurs zijn vriendelijk en kennen de kinderen bij naam.;De bus komt nooit op tijd en niemand belt daarover.
2;;Meer overleg met de school voordat het schooljaar begint.
3;;
`;
  const { check, result } = await importedInto(scope, csvOf(text));
  expect(check.sums).toMatchObject({ rows: 3, withoutWords: 1, reactions: 3, added: 3 });
  const found = await reactionsOf(scope);
  expect(found.map(({ row, reference }) => [row, reference])).toEqual([
    [2, "1 wat gaat er goed?"],
    [2, "1 wat kan er beter?"],
    [3, "2 wat kan er beter?"],
  ]);
  for (const { text: words, exact } of found) expect(exact).toBe(words);
  const there = { id: result?.consultationId ?? "" };
  const again = await importedInto(scope, csvOf(`${text}4;;\n`), there);
  expect(again.check.sums).toMatchObject({ added: 0, known: 3 });
});

test("who may not bring anything in is refused before the file is read", async () => {
  const author = await dossierOf();
  const sheet = {
    fileName: "a.csv",
    read: () => Promise.reject(new Error("it was read")),
  };
  for (const role of ["reviewer", "stakeholder"] as const) {
    const scope = (await memberOf(author, role)) as ReaderScope;
    const file = received(csvOf(SMALL_SURVEY));
    const work = { sheet, file, facts: { columns: [] }, choices: {} as never };
    await expect(importReactions(scope, work)).rejects.toThrow(Forbidden);
  }
});

test("a consultation, group or stelling of another dossier is not there", async () => {
  const [scope, other] = [await dossierOf(), await dossierOf()];
  const { id } = await addConsultation(other, { ...NEW_CONSULTATION, heldOn: null });
  const { id: groupId } = await addGroup(other, { name: "Ouders", expected: true });
  const statementId = await statementIn(other, { text: "Elders.", consultationId: id });
  const before = await countsOf(scope);
  await expect(importedInto(scope, csvOf(SMALL_SURVEY), { id })).rejects.toThrow(NotFound);
  await expect(
    importedInto(scope, csvOf(SMALL_SURVEY), NEW_CONSULTATION, { groupId }),
  ).rejects.toThrow(NotFound);
  for (const said of [
    { groups: [{ value: "ouder", to: { id: groupId } }] },
    { statements: [{ value: "1", to: { id: statementId } }] },
  ]) {
    await expect(importedInto(scope, csvOf(SMALL_SURVEY), NEW_CONSULTATION, said)).rejects.toThrow(
      NotFound,
    );
  }
  expect(await countsOf(scope)).toEqual(before);
});

/** A spreadsheet as a draft, looked at. */
async function draftOf(scope: ReaderScope, text: string) {
  const { bytes, fileName } = csvOf(text);
  await receiveUpload(scope, { fileName, bytes: piecesOfBytes(bytes), expected: bytes.length });
  const [draft] = await listDrafts(scope);
  if (!draft) throw new Error("there is no draft");
  await expect.poll(() => stateOf(scope, draft.id), PATIENCE).toBe("ready");
  return getDraft(scope, draft.id);
}

const PATIENCE = { timeout: 110_000, interval: 100 };

async function* piecesOfBytes(bytes: Uint8Array) {
  yield bytes;
}

async function working(): Promise<void> {
  const worker = await startWorker(await openShared(), JOBS, 0.5);
  onTestFinished(() => worker.stop());
}

const stateOf = (scope: ReaderScope, id: string) =>
  getDraft(scope, id).then(
    ({ state }) => state,
    () => "gone",
  );

test("a draft says what its rows become, is mended by a choice, and becomes reactions of who asked", async () => {
  const scope = await dossierOf();
  await working();
  const draft = await draftOf(scope, LONGER.replace("5-3-2026", "31-02-2026"));
  const { sheet } = draft.found ?? {};
  expect(sheet?.check.sums).toMatchObject({ rows: 4, reactions: 4, added: 4 });
  expect(sheet?.check.problems).toMatchObject([{ kind: "noSuchDay", row: 3, column: "Datum" }]);
  expect(sheet?.facts.text).toMatchObject({ delimiter: ";", encoding: "utf-8" });
  const { id: uploadId } = draft;

  // With the wrong row it comes back, with what is wrong; nothing was stored.
  const choices = {
    ...sheet?.choices,
    roles: sheet?.choices.roles ?? [],
    consultation: NEW_CONSULTATION,
  };
  await addReactions(scope, { uploadId, bulk: choices });
  await expect.poll(() => stateOf(scope, uploadId), PATIENCE).toBe("ready");
  expect(await countsOf(scope)).toMatchObject({ reactions: 0, sources: 0, consultations: 0 });

  const bulk = { ...choices, leaveEmpty: ["date" as const] };
  await chooseColumns(scope, { uploadId, bulk });
  await expect.poll(() => stateOf(scope, uploadId), PATIENCE).toBe("ready");
  const checked = (await getDraft(scope, uploadId)).found?.sheet?.check;
  expect(checked).toMatchObject({ problemCount: 0, unread: { date: 1 } });

  await addReactions(scope, { uploadId, bulk });
  // Pressed twice it is done once.
  await expect(addReactions(scope, { uploadId, bulk })).rejects.toThrow(DomainError);
  await expect.poll(() => stateOf(scope, uploadId), PATIENCE).toBe("gone");
  expect((await reactionsOf(scope)).map(({ row }) => row)).toEqual([2, 3, 4, 5]);
  // The draft is the source now, with the bytes that came in.
  const { pieces } = await originalFile(scope, uploadId);
  expect((await bytesIn(pieces)).toString()).toBe(LONGER.replace("5-3-2026", "31-02-2026"));
  const [act] = await rowsOf<{ actor: string | null }>(
    await database(),
    sql`select actor_id as actor from audit where entity_id = ${uploadId}`,
  );
  expect(act?.actor).toBe(scope.actor.type === "account" ? scope.actor.id : null);
});

test("who may not any more when the job comes to it, brings nothing in", async () => {
  const author = await dossierOf();
  const scope = (await memberOf(author, "author")) as ReaderScope;
  const { bytes, fileName } = csvOf(LONGER);
  await receiveUpload(scope, { fileName, bytes: piecesOfBytes(bytes), expected: bytes.length });
  const [draft] = await listDrafts(scope);
  const uploadId = draft?.id ?? "";
  const data = { dossierId: scope.dossierId, uploadId, reading: 1 };
  const { signal } = new AbortController();
  await inspectDraftJob.run(data, signal);
  const { sheet } = (await getDraft(scope, uploadId)).found ?? {};
  const bulk = { roles: sheet?.choices.roles ?? [], consultation: NEW_CONSULTATION };
  await addReactions(scope, { uploadId, bulk });
  const accountId = scope.actor.type === "account" ? scope.actor.id : "";
  await setMember(author, { accountId, role: "reviewer" });
  await addReactionsJob.run({ ...data, reading: 2, accountId }, signal);
  expect(await countsOf(author)).toMatchObject({ reactions: 0, sources: 0, consultations: 0 });
  expect(await stateOf(scope, uploadId)).toBe("failed");
});

test("a reaction from a spreadsheet is left out with a reason, and its row does not come in again", async () => {
  const scope = await dossierOf();
  await importedInto(scope, csvOf(SMALL_SURVEY));
  const rows = await (await database())
    .select({ id: reaction.id })
    .from(reaction)
    .where(eq(reaction.dossierId, scope.dossierId));
  const { consultationId } = await onlyPart(scope);
  const [first] = rows;
  await dismissReactions(scope, { reactionIds: [first?.id ?? ""], reason: "Dubbel." });
  const again = await importedInto(scope, csvOf(LONGER), { id: consultationId });
  expect(again.result?.sums).toMatchObject({ added: 1, known: 3 });
  expect(await verifyAudit(administer(SYSTEM))).toMatchObject({ whole: true });
});

test("a document of a spreadsheet says what it holds, and is not opened to be split", async () => {
  const scope = await dossierOf();
  await importedInto(scope, csvOf(SMALL_SURVEY));
  const { id: partId, lockVersion, sourceId } = await onlyPart(scope);
  expect(await confirmedPart(scope, sourceId, 1)).toMatchObject({ reactions: 3 });
  expect(await reopening(scope, sourceId, 1)).toBeNull();
  await expect(reopenPart(scope, { partId, lockVersion })).rejects.toMatchObject({
    key: "splitting.errors.neverSplit",
  });
  expect(await reactionsOf(scope)).toHaveLength(3);
});

test.each(["thrown away", "stopped"] as const)(
  "a spreadsheet that is %s while it is read brings nothing in",
  async (how) => {
    const scope = await dossierOf();
    const file = csvOf(LONGER);
    const { bytes, fileName } = file;
    await receiveUpload(scope, { fileName, bytes: piecesOfBytes(bytes), expected: bytes.length });
    const [draft] = await listDrafts(scope);
    const uploadId = draft?.id ?? "";
    const { signal } = new AbortController();
    await inspectDraftJob.run({ dossierId: scope.dossierId, uploadId, reading: 1 }, signal);
    const { sheet } = (await getDraft(scope, uploadId)).found ?? {};
    const bulk = { roles: sheet?.choices.roles ?? [], consultation: NEW_CONSULTATION };
    await addReactions(scope, { uploadId, bulk });
    const here = spreadsheetHere(file);
    await addReactionsOf(
      await openDossierForJob(READER, scope.dossierId),
      {
        uploadId,
        reading: 2,
        accountId: scope.actor.type === "account" ? scope.actor.id : "",
      },
      () => ({
        ...here,
        read: async (...asked) => {
          await (how === "stopped" ? stopReading : dropUpload)(scope, { uploadId }).catch(() => {});
          return here.read(...asked);
        },
      }),
    );
    expect(await countsOf(scope)).toMatchObject({ reactions: 0, sources: 0, consultations: 0 });
    // And what is left of it can be thrown away.
    await dropAll(scope, {});
    expect(await listDrafts(scope)).toEqual([]);
  },
);

async function onlyPart({ dossierId }: ReaderScope) {
  const [row] = await rowsOf<{
    id: string;
    lockVersion: number;
    sourceId: string;
    consultationId: string;
  }>(
    await database(),
    sql`select p.id, p.lock_version as "lockVersion", v.source_id as "sourceId",
        p.consultation_id as "consultationId"
      from source_part p join source_version v on v.id = p.source_version_id
      where p.dossier_id = ${dossierId}`,
  );
  if (!row) throw new Error("nothing was imported");
  return row;
}
