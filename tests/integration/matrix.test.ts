import { readSheet } from "read-excel-file/node";
import { expect, test } from "vitest";
import { coverage } from "@/domain/coverage/queries";
import { formatDate } from "@/domain/kernel/dates";
import { NotFound } from "@/domain/kernel/errors";
import { matrixToLeave } from "@/domain/matrix/commands";
import { DIRECTLY, type MATRIX_KINDS } from "@/domain/matrix/model";
import { matrix, matrixCell, matrixSheets } from "@/domain/matrix/queries";
import { matrixSpreadsheet } from "@/domain/matrix/render/spreadsheet";
import { carryWords, dropRequirement, setNoSourceReason } from "@/domain/requirements/commands";
import { traceOfRequirement, traceTotals } from "@/domain/trace/queries";
import { sentencesIn } from "@/i18n/sentence";
import { freshDatabase } from "../database";
import { dossierOf, memberOf } from "../factories/people";
import { coreValueOf, requirementOf, tracedDossier } from "../factories/trace";

freshDatabase();

const UNKNOWN = "00000000-0000-4000-8000-000000000000";

/** A requirement with words both ways, one that is explained, one that is a gap and one that was dropped. */
async function filled() {
  const scope = await dossierOf();
  const made = await tracedDossier(scope);
  const both = await requirementOf(scope, made.chapterId, "De vrijdag is bezet", {
    coreValueIds: [made.value.id],
    reactionIds: [made.friday.id],
    passageIds: [made.loosePassageId],
  });
  const explained = await requirementOf(scope, made.chapterId, "Verklaring omtrent gedrag");
  await setNoSourceReason(scope, { requirementId: explained, reason: "Staat in de wet." });
  const gap = await requirementOf(scope, made.chapterId, "=1+1 voertuigen");
  const dropped = await requirementOf(scope, made.chapterId, "Vervallen eis", {
    coreValueIds: [made.value.id],
  });
  await dropRequirement(scope, { requirementId: dropped, reason: "Dubbel" });
  const unused = await coreValueOf(scope, "Leren van wat gebeurt");
  return { scope, ...made, both, explained, gap, dropped, unused };
}

test("each cell counts the words that its trace shows, and a word counts once in all", async () => {
  const { scope, value, requirementId, both, explained, gap, unused, friday } = await filled();
  const { rows, columns, total, columnsTotal } = await matrix(scope);
  expect(total).toBe(4);
  expect(
    rows.map(({ id, state, words, direct, cells }) => ({ id, state, words, direct, cells })),
  ).toEqual([
    { id: requirementId, state: "withSource", words: 2, direct: 0, cells: { [value.id]: 2 } },
    // The loose words are reached by the kernwaarde and directly: one word.
    { id: both, state: "withSource", words: 3, direct: 2, cells: { [value.id]: 2 } },
    { id: explained, state: "motivated", words: 0, direct: 0, cells: {} },
    { id: gap, state: "withoutSource", words: 0, direct: 0, cells: {} },
  ]);
  expect(columnsTotal).toBe(2);
  expect(columns).toMatchObject([
    { id: value.id, number: 1, gap: false, requirements: 2, words: 2 },
    { id: unused.id, number: 2, gap: true, requirements: 0, words: 0 },
  ]);
  const totals = await traceTotals(scope);
  for (const row of rows) expect(row.words).toBe(totals.get(row.id)?.words ?? 0);

  const cell = await matrixCell(scope, both, "kernwaarden", value.id);
  expect(cell).toMatchObject({ via: "K-1", total: 2 });
  expect(cell.words).toHaveLength(2);
  const direct = await matrixCell(scope, both, "kernwaarden", DIRECTLY);
  expect(direct).toMatchObject({ via: DIRECTLY, total: 2 });
  expect(direct.words.map(({ reaction }) => reaction?.id)).toContain(friday.id);
});

test("by stelling, group and consultation a word is in the column it is of", async () => {
  const { scope, both, statementId, groupId, consultationId, friday, face } = await filled();
  const cells = async (kind: (typeof MATRIX_KINDS)[number]) =>
    (await matrix(scope, { kind })).rows.find(({ id }) => id === both)?.cells;
  expect(await cells("stellingen")).toEqual({ [statementId]: 2 });
  expect(await cells("groepen")).toEqual({ [groupId]: 1 });
  // The loose words are of no document that was split.
  expect(await cells("consultaties")).toEqual({ [consultationId]: 2 });
  const cell = await matrixCell(scope, both, "stellingen", statementId);
  expect(cell).toMatchObject({ via: null, total: 2 });
  expect(cell.words.map(({ reaction }) => reaction?.id).sort()).toEqual(
    [face.id, friday.id].sort(),
  );
});

test("gaps are the requirements and kernwaarden that Verantwoording counts as such", async () => {
  const { scope, gap, unused, chapterId } = await filled();
  const gaps = await matrix(scope, { gaps: true });
  const numbers = await coverage(scope);
  expect(gaps.rows.map(({ id }) => id)).toEqual([gap]);
  expect(gaps.total).toBe(numbers.requirements.withoutSource);
  expect(gaps.columns.map(({ id }) => id)).toEqual([unused.id]);
  expect(gaps.columnsTotal).toBe(numbers.coreValues.withoutRequirement);
  expect((await matrix(scope, { chapterId })).total).toBe(4);
  for (const other of [UNKNOWN, "' or 1=1 --"]) {
    expect((await matrix(scope, { chapterId: other })).rows).toEqual([]);
  }
});

test("a cell that is not there is not found, nor what is of another dossier", async () => {
  const { scope, both, value, unused, explained } = await filled();
  const other = await filled();
  for (const [requirement, kind, column] of [
    [both, "kernwaarden", unused.id],
    [explained, "kernwaarden", DIRECTLY],
    [both, "groepen", UNKNOWN],
    [both, "stellingen", other.statementId],
    [both, "kernwaarden", other.value.id],
    [other.both, "kernwaarden", value.id],
    [other.both, "stellingen", other.statementId],
    ["E-1.1", "groepen", UNKNOWN],
    [both, "kernwaarden", "K-1"],
  ] as const) {
    await expect(matrixCell(scope, requirement, kind, column)).rejects.toThrow(NotFound);
  }
});

test("the spreadsheet has every requirement that stands, every kernwaarde and every word, as text", async () => {
  const { scope, both, face } = await filled();
  await carryWords(scope, { requirementId: both, reactionId: face.id });
  const { document, held } = await matrixToLeave(scope);
  expect(held).toBeNull();
  const bytes = await matrixSpreadsheet(document, {
    text: sentencesIn("nl"),
    date: (value) => formatDate(value, "nl"),
  });
  const sheet = (name: string) => readSheet(bytes, name);
  const grid = await sheet("Matrix");
  expect(grid[0]).toEqual([
    ...["Hoofdstuk", "Eis", "Titel", "Herkomst", "Uitspraken", "Rechtstreeks"],
    ...["K-1 Vast gezicht", "K-2 Leren van wat gebeurt", "Uitleg zonder herkomst"],
  ]);
  expect(grid.slice(1).map((row) => row.slice(2))).toEqual([
    ["Elke school heeft één begeleider", "met herkomst", 2, 0, 2, null, null],
    ["De vrijdag is bezet", "met herkomst", 3, 2, 2, null, null],
    [
      "Verklaring omtrent gedrag",
      "gemotiveerd zonder herkomst",
      0,
      0,
      null,
      null,
      "Staat in de wet.",
    ],
    // Begins as a formula, and is text.
    ["=1+1 voertuigen", "zonder herkomst", 0, 0, null, null, null],
  ]);
  expect((await sheet("Kernwaarden")).slice(1)).toEqual([
    ["K-1", "Vast gezicht", 2, 2],
    ["K-2", "Leren van wat gebeurt", 0, "geen eis"],
  ]);
  const words = (await sheet("Uitspraken")).slice(1);
  const trace = await traceOfRequirement(scope, both);
  expect(words).toHaveLength(trace.branches.reduce((sum, { total }) => sum + total, 0));
  // What an empty cell says is nothing.
  const text = (cell: unknown) => cell ?? "";
  expect(words.map((row) => row.slice(0, 4).map(text))).toEqual([
    ["K-1", "E-1.1, E-1.2", "E-1.2", "R-1"],
    // It is linked to these itself as well.
    ["K-1", "E-1.1, E-1.2", "E-1.2", "woorden uit de bron"],
    ["rechtstreeks", "E-1.2", "E-1.2", "R-2"],
    ["rechtstreeks", "E-1.2", "E-1.2", "woorden uit de bron"],
  ]);
});

test("a reviewer reads the matrix as who writes it", async () => {
  const { scope, both } = await filled();
  const reviewer = await memberOf(scope, "reviewer");
  const rows = (await matrix(reviewer as never)).rows.map(({ id }) => id);
  expect(rows).toContain(both);
  expect((await matrixSheets(reviewer as never)).requirements).toHaveLength(4);
});
