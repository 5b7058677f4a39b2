import { sha256 } from "@/db/hash";
import type { Task } from "../kernel/apart";
import { storable } from "../kernel/fields";
import { findPersonalData } from "../privacy/rules";
import type { ProposedDocument } from "../proposal/model";
import { proposeSplit } from "../proposal/rules";
import { toBlocks } from "../text/blocks";
import { codePointLength } from "../text/rules";
import { convert } from "./formats";
import type { ReadingChoices } from "./formats/model";
import {
  NORMALISER_VERSION,
  type Progress,
  type ReadFacts,
  type RowBatch,
  type Upload,
} from "./model";
import { comparableText } from "./rules";

/**
 * Rows in one batch. Sending would allow for 2,000; but the embedded database computes on the
 * thread that answers people, some 15 ms for 75 blocks with their Dutch words.
 */
const ROWS_PER_BATCH = 75;
/** Characters of JSON in one batch: that time goes by the words, and rows can be long. */
const JSON_PER_BATCH = 20_000;

/** What a process of its own is told of a file; its bytes come beside it. */
export interface ReadingTask {
  fileName: string;
  choices: ReadingChoices;
  /** Without a proposal to split it: it is a next version of what was split. */
  textOnly?: boolean;
}

/** What it says while it reads: rows, or how far it is. */
export type ReadingPart = { batch: RowBatch } | { progress: Progress };

/**
 * Reads a file: its text in numbered blocks, and the proposal to split it in documents and
 * segments, as rows for the database. Pure, and heavy: some 1.5 s for 5 MB.
 *
 * @throws Invalid or TooLarge, as `convert` and `proposeSplit`.
 */
export async function* readFile(
  file: Upload,
  choices: ReadingChoices = {},
  progress?: (done: number, total: number) => void,
  textOnly = false,
): AsyncGenerator<RowBatch, ReadFacts> {
  const { text, mediaType, pages, remarks } = await convert(file, choices, progress);
  const { blocks, trailing } = toBlocks(text);
  yield* batches("blocks", blocks);
  const { characters, documents } = textOnly
    ? { characters: codePointLength(text), documents: [] }
    : proposeSplit(text, { fileName: file.fileName });
  const parts = documents.map(({ segments: _segments, statements: _statements, ...part }, i) => ({
    ...part,
    title: storable(part.title),
    id: crypto.randomUUID(),
    n: i + 1,
  }));
  yield* batches("parts", parts);
  yield* batches(
    "segments",
    documents.flatMap((document, i) => segmentRows(document, parts[i]?.id ?? "")),
  );
  yield* batches("finds", findPersonalData(text));
  return {
    mediaType,
    characters,
    trailing,
    textSha256: sha256(text),
    textKey: sha256(comparableText(text)),
    normaliserVersion: NORMALISER_VERSION,
    pages: pages.length > 0 ? pages : null,
    remarks: remarks.length > 0 ? remarks : null,
    blocks: blocks.length,
    documents: documents.length,
  };
}

function segmentRows({ segments }: ProposedDocument, partId: string): object[] {
  const starts = new Map(segments.map(({ n, start }) => [n, start]));
  return segments.map(({ replyTo, ...segment }) => ({
    ...segment,
    partId,
    replyTo: replyTo === null ? null : (starts.get(replyTo) ?? null),
  }));
}

function* batches(table: RowBatch["table"], rows: readonly object[]): Generator<RowBatch, void> {
  let batch: string[] = [];
  let size = 0;
  for (const row of rows) {
    const json = JSON.stringify(row);
    const full = batch.length === ROWS_PER_BATCH || size + json.length > JSON_PER_BATCH;
    if (full && batch.length > 0) {
      yield { table, json: `[${batch.join(",")}]` };
      batch = [];
      size = 0;
    }
    batch.push(json);
    size += json.length;
  }
  if (batch.length > 0) yield { table, json: `[${batch.join(",")}]` };
}

/** The same in a process of its own: see `apart`. */
const task: Task<ReadingTask, ReadingPart, ReadFacts> = async (
  { fileName, choices, textOnly },
  send,
  bytes,
) => {
  const say = (done: number, total: number) => void send({ progress: { done, total } });
  const reading = readFile({ fileName, bytes }, choices, say, textOnly);
  let step = await reading.next();
  for (; !step.done; step = await reading.next()) await send({ batch: step.value });
  return step.value;
};
export default task;
