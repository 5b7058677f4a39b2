import { parseInput } from "../../kernel/command";
import { Forbidden } from "../../kernel/errors";
import type { ReaderScope } from "../../kernel/scope";
import { sheetTypeOf } from "../../sources/formats/sheet";
import type { SheetChoices, SheetFacts } from "../../sources/formats/sheet/model";
import type { Upload } from "../../sources/model";
import { type BulkCheck, type BulkInput, bulkChoices, type KnownRow } from "../model";
import { mayImportReactions } from "../policy";
import { knownRows } from "../queries";
import type { RowChoices } from "../rules/meanings";
import { type BulkAnswer, type BulkBatch, type BulkTask, type BulkText, readBulk } from "../task";
import { type BulkResult, type OnProgress, storeReactions } from "./store";

/** Does the heavy part: here, or in a process of its own. */
export type ReadBulk = (task: BulkTask, onBatch: (batch: BulkBatch) => void) => Promise<BulkAnswer>;

/** Here and now: for the terminal, where nobody else waits for this process. */
const readBulkHere: ReadBulk = (task, onBatch) => readBulk(task, onBatch);

/** What is in a spreadsheet. @throws as `readSheetTable`. */
export async function spreadsheetFacts(
  file: Upload,
  table: SheetChoices,
  read: ReadBulk = readBulkHere,
): Promise<SheetFacts> {
  const answer = await read({ ask: "facts", file, table }, () => {});
  if (answer.ask !== "facts") throw new Error("asked for facts and was given rows");
  return answer.facts;
}

/** What all rows of a spreadsheet would become, and what is wrong with them. @throws as `readSheetTable`. */
export async function checkSpreadsheet(
  file: Upload,
  choices: RowChoices,
  known: KnownRow[] = [],
  read: ReadBulk = readBulkHere,
): Promise<BulkCheck> {
  return (await rowsOf("check", file, choices, known, read)).check;
}

async function rowsOf(
  ask: "check" | "rows",
  file: Upload,
  choices: RowChoices,
  known: KnownRow[],
  read: ReadBulk,
): Promise<{ check: BulkCheck; text: BulkText; batches: BulkBatch[] }> {
  const batches: BulkBatch[] = [];
  const answer = await read({ ask, file, choices, known }, (batch) => batches.push(batch));
  if (answer.ask === "facts") throw new Error("asked for rows and was given facts");
  return { check: answer.check, text: answer.text, batches };
}

/** What came of an import: with problems nothing was stored, and `result` is null. */
export interface Imported {
  check: BulkCheck;
  result: BulkResult | null;
}

/**
 * Imports reactions from a spreadsheet, all of its rows or none.
 *
 * @throws Forbidden for who may not; as `readSheetTable` and `storeReactions`.
 */
export async function importReactions(
  scope: ReaderScope,
  work: { file: Upload & { title: string }; facts: SheetFacts; choices: BulkInput },
  { read = readBulkHere, onProgress }: { read?: ReadBulk; onProgress?: OnProgress } = {},
): Promise<Imported> {
  // Before anything is read: it takes seconds.
  if (!mayImportReactions(scope)) throw new Forbidden();
  const { file, facts } = work;
  const choices = parseInput(bulkChoices, work.choices);
  const consultationId = "id" in choices.consultation ? choices.consultation.id : null;
  const known = await knownRows(scope, consultationId);
  const { check, text, batches } = await rowsOf("rows", file, choices, known, read);
  if (check.problemCount > 0) return { check, result: null };
  const result = await storeReactions(scope, {
    file: { ...file, mediaType: sheetTypeOf(file.fileName) ?? "" },
    choices: work.choices,
    prepared: { check, text, batches, columns: facts.columns, knownRows: known.length },
    onProgress,
  });
  return { check, result };
}
