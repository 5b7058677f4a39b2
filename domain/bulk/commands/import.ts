import type { Database } from "@/db/client";
import { parseInput } from "../../kernel/command";
import { Forbidden } from "../../kernel/errors";
import { proves, type ReaderScope, reader } from "../../kernel/scope";
import { sheetTypeOf } from "../../sources/formats/sheet";
import type { SheetChoices, SheetFacts } from "../../sources/formats/sheet/model";
import type { Upload } from "../../sources/model";
import {
  type BulkCheck,
  type BulkInput,
  bulkChoices,
  type KnownRow,
  type RowChoices,
} from "../model";
import { mayImportReactions } from "../policy";
import { knownRows } from "../queries";
import { type BulkAnswer, type BulkBatch, type BulkTask, type BulkText, readBulk } from "../task";
import { type BulkResult, type OnProgress, storeReactions } from "./store";

/** Does the heavy part: here, or in a process of its own. */
export type ReadBulk = (task: BulkTask, onBatch: (batch: BulkBatch) => void) => Promise<BulkAnswer>;

/** A spreadsheet with how it is read. */
export interface Spreadsheet {
  fileName: string;
  read: ReadBulk;
}

/** Here and now: for the terminal, where nobody else waits for this process. */
export function spreadsheetHere({ fileName, bytes }: Upload): Spreadsheet {
  return { fileName, read: (task, onBatch) => readBulk(task, bytes, onBatch) };
}

/** What is in a spreadsheet. @throws as `readSheetTable`. */
export async function spreadsheetFacts(
  { fileName, read }: Spreadsheet,
  table: SheetChoices,
): Promise<SheetFacts> {
  const answer = await read({ ask: "facts", fileName, table }, () => {});
  if (answer.ask !== "facts") throw new Error("asked for facts and was given rows");
  return answer.facts;
}

/** What all rows of a spreadsheet would become, and what is wrong with them. @throws as `readSheetTable`. */
export async function checkSpreadsheet(
  sheet: Spreadsheet,
  choices: RowChoices,
  known: KnownRow[] = [],
): Promise<BulkCheck> {
  return (await rowsOf("check", sheet, choices, known)).check;
}

async function rowsOf(
  ask: "check" | "rows",
  { fileName, read }: Spreadsheet,
  choices: RowChoices,
  known: KnownRow[],
): Promise<{ check: BulkCheck; text: BulkText; batches: BulkBatch[] }> {
  const batches: BulkBatch[] = [];
  const answer = await read({ ask, fileName, choices, known }, (batch) => batches.push(batch));
  if (answer.ask === "facts") throw new Error("asked for rows and was given facts");
  return { check: answer.check, text: answer.text, batches };
}

/** A file to import: its bytes, or the id of the draft that has them. */
export type FileToImport = Parameters<typeof storeReactions>[1]["file"];

/** What came of an import: with problems nothing was stored, and `result` is null. */
export interface Imported {
  check: BulkCheck;
  result: BulkResult | null;
}

/**
 * Imports reactions from a spreadsheet, all of its rows or none.
 *
 * @param finish what goes with it in the same transaction.
 * @throws Forbidden for who may not; as `readSheetTable` and `storeReactions`.
 */
export async function importReactions(
  scope: ReaderScope,
  work: {
    sheet: Spreadsheet;
    file: Omit<FileToImport, "fileName" | "mediaType">;
    facts: Pick<SheetFacts, "columns">;
    choices: BulkInput;
  },
  {
    onProgress,
    finish,
  }: { onProgress?: OnProgress; finish?: (tx: Database) => Promise<void> } = {},
): Promise<Imported> {
  // Before anything is read: it takes seconds.
  if (!proves(reader, scope) || !mayImportReactions(scope)) throw new Forbidden();
  const { sheet, file, facts } = work;
  const choices = parseInput(bulkChoices, work.choices);
  const consultationId = "id" in choices.consultation ? choices.consultation.id : null;
  const known = await knownRows(scope, consultationId);
  const { check, text, batches } = await rowsOf("rows", sheet, choices, known);
  if (check.problemCount > 0) return { check, result: null };
  const { fileName } = sheet;
  const result = await storeReactions(scope, {
    file: { ...file, fileName, mediaType: sheetTypeOf(fileName) ?? "" },
    choices: work.choices,
    prepared: { check, text, batches, columns: facts.columns, knownRows: known.length },
    onProgress,
    finish,
  });
  return { check, result };
}
