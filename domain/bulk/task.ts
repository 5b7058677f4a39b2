import { sha256 } from "@/db/hash";
import { nameKey } from "@/db/name-key";
import type { Task } from "../kernel/apart";
import { factsOf, readSheetTable } from "../sources/formats/sheet";
import type { SheetChoices, SheetFacts } from "../sources/formats/sheet/model";
import { NORMALISER_VERSION } from "../sources/model";
import { comparableText } from "../sources/rules";
import { codePointLength } from "../text/rules";
import type { BulkCheck, BulkChoices, KnownRow, RowChoices } from "./model";
import { readRows } from "./rules/rows";

/** What is asked: only what is in it, or what becomes of each of its rows. */
export type BulkTask =
  | { ask: "facts"; fileName: string; table: SheetChoices }
  | {
      ask: "check" | "rows";
      fileName: string;
      choices: RowChoices;
      known: KnownRow[];
    };

/** Rows for the database as JSON, in the order in which they are stored. */
export interface BulkBatch {
  table: "blocks" | "reactions";
  count: number;
  json: string;
}

/** What is known of the text that the rows stand in. */
export interface BulkText {
  characters: number;
  textSha256: string;
  textKey: string;
  normaliserVersion: number;
  blocks: number;
}

export type BulkAnswer =
  | { ask: "facts"; facts: SheetFacts }
  | { ask: "check" | "rows"; check: BulkCheck; text: BulkText };

/**
 * Rows in one statement: the embedded database computes on the thread that answers people, and these
 * take it some 15 ms.
 */
const BLOCKS_PER_BATCH = 75;
const REACTIONS_PER_BATCH = 25;

/**
 * Reads a spreadsheet: what is in it, or what its rows become. Pure, and heavy: some seconds for 20,000
 * rows. Rows are only handed over when nothing is wrong with any.
 *
 * @throws Invalid or TooLarge, as `readSheetTable`.
 */
export async function readBulk(
  task: BulkTask,
  bytes: Uint8Array,
  send: (batch: BulkBatch) => Promise<void> | void,
): Promise<BulkAnswer> {
  const { fileName } = task;
  if (task.ask === "facts") {
    return { ask: "facts", facts: factsOf(await readSheetTable({ fileName, bytes }, task.table)) };
  }
  const { choices, known } = task;
  const table = await readSheetTable({ fileName, bytes }, choices.table);
  const { check, blocks, rows, text } = readRows({
    title: `Reacties uit ${fileName}`,
    table,
    roles: new Map(choices.roles.flatMap(({ index, role }) => (role ? [[index, role]] : []))),
    groups: places(choices.groups),
    statements: places(choices.statements),
    leaveEmpty: choices.leaveEmpty,
    emptyCells: choices.emptyCells,
    known,
    hash: sha256,
    id: () => crypto.randomUUID(),
  });
  if (task.ask === "rows" && check.problemCount === 0) {
    for (const part of pieces(blocks, BLOCKS_PER_BATCH)) {
      await send({ table: "blocks", count: part.length, json: JSON.stringify(part) });
    }
    for (const part of pieces(rows, REACTIONS_PER_BATCH)) {
      await send({ table: "reactions", count: part.length, json: JSON.stringify(part) });
    }
  }
  return {
    ask: task.ask,
    check,
    text: {
      characters: codePointLength(text),
      textSha256: sha256(text),
      textKey: sha256(comparableText(text)),
      normaliserVersion: NORMALISER_VERSION,
      blocks: blocks.length,
    },
  };
}

function places(meanings: BulkChoices["groups"]): Map<string, number | null> {
  return new Map(meanings.map(({ value, to }, i) => [nameKey(value), to === null ? null : i]));
}

function* pieces<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}

/** The task of the process of its own. */
const task: Task<BulkTask, BulkBatch, BulkAnswer> = async (input, send, bytes) =>
  readBulk(input, bytes, send);
export default task;
