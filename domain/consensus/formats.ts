import { CsvError, parse } from "csv-parse";
import { Invalid, TooLarge } from "../kernel/errors";
import type { VotePosition } from "./model";
import { inOneGroup, VoteCollector } from "./rules/votes";

/** Rows a file has at most. */
export const MAX_VOTE_ROWS = 5_000_000;
/** Statements times groups, each of which is a row of counts. */
const MAX_COUNTS = 1_000_000;
/** Characters of an id or the name of a group. */
const MAX_ID = 200;
/** Characters of a row: far above what the columns that are read can hold. */
const MAX_ROW = 1_000_000;
/** Characters in which the first row has to end. */
const MAX_HEADER = 100_000;

/** A file to read, piece by piece. */
export interface VoteFile {
  name: string;
  chunks: AsyncIterable<Uint8Array>;
}

/**
 * Reads votes in the columns in which Polis publishes them, by name and in any order; other columns are left
 * alone: `timestamp` (a number, or a moment as in ISO 8601), `comment-id`, `voter-id` and `vote`
 * (1 agrees, -1 disagrees, 0 passes). Commas, semicolons or tabs; UTF-8.
 *
 * @param groups In which group each participant is; null puts everybody in one group.
 * @throws Invalid or TooLarge `consensus.errors.*`, with the row (the head is row 1) and the column.
 */
export async function readVotes(
  file: VoteFile,
  groups: ReadonlyMap<string, string> | null,
): Promise<VoteCollector> {
  const collector = new VoteCollector(groups ? new Set(groups.values()) : []);
  const clock: Clock = { iso: null };
  const statements = new Set<string>();
  const width = groups ? Math.max(1, new Set(groups.values()).size) : 1;
  await readTable(file, ["timestamp", "comment-id", "voter-id", "vote"] as const, (cell, row) => {
    const vote = {
      at: momentOf(cell("timestamp"), clock, () => wrong(file, row, "timestamp", "badMoment")),
      statement: idOf(cell, "comment-id", file, row),
      participant: idOf(cell, "voter-id", file, row),
      position: POSITION_OF.get(cell("vote")) ?? wrong(file, row, "vote", "badVote"),
    };
    statements.add(vote.statement);
    if (statements.size * width > MAX_COUNTS) {
      throw new TooLarge("consensus.errors.tooManyCounts", { file: file.name, limit: MAX_COUNTS });
    }
    collector.add(
      groups ? { ...vote, group: groups.get(vote.participant) ?? null } : inOneGroup(vote),
    );
  });
  return collector;
}

/**
 * Reads in which group each participant is: columns `voter-id` and `group`, others are left alone. An empty
 * group is none.
 *
 * @throws Invalid or TooLarge `consensus.errors.*`; also for somebody in two groups.
 */
export async function readGroups(file: VoteFile): Promise<Map<string, string>> {
  const groups = new Map<string, string>();
  await readTable(file, ["voter-id", "group"] as const, (cell, row) => {
    const participant = idOf(cell, "voter-id", file, row);
    if (cell("group") === "") return;
    const group = idOf(cell, "group", file, row);
    const before = groups.get(participant);
    if (before !== undefined && before !== group) wrong(file, row, "group", "twoGroups");
    groups.set(participant, group);
  });
  return groups;
}

const POSITION_OF = new Map<string, VotePosition>(
  Object.entries({ "1": "agree", "+1": "agree", "1.0": "agree", "0": "pass", "0.0": "pass" }),
);
for (const written of ["-1", "-1.0", "−1"]) POSITION_OF.set(written, "disagree");

type Cell<Column extends string> = (column: Column) => string;

async function readTable<const Column extends string>(
  file: VoteFile,
  columns: readonly Column[],
  take: (cell: Cell<Column>, row: number) => void,
): Promise<void> {
  let failure: unknown;
  let parser: ReturnType<typeof parse> | null = null;
  let header = "";
  let row = 0;
  let places: Map<Column, number> | null = null;
  let cells: string[] = [];
  const cell: Cell<Column> = (column) => (cells[places?.get(column) ?? -1] ?? "").trim();
  const onRecord = (record: string[]): null => {
    row += 1;
    if (failure !== undefined) return null;
    try {
      cells = record;
      if (places === null) places = placesOf(record, columns, file);
      else if (row > MAX_VOTE_ROWS + 1) {
        const about = { file: file.name, limit: MAX_VOTE_ROWS };
        throw new TooLarge("consensus.errors.tooManyRows", about);
      } else if (record.some((one) => one !== "")) take(cell, row);
    } catch (error) {
      failure = error;
    }
    return null;
  };
  const write = async (text: string, last: boolean): Promise<void> => {
    if (parser === null) {
      header += text;
      const ended = /[\r\n]/.test(header) || last;
      if (!ended && header.length < MAX_HEADER) return;
      parser = parse({
        delimiter: delimiterOf(header.split(/[\r\n]/, 1)[0] ?? ""),
        relax_column_count: true,
        relax_quotes: true,
        record_delimiter: ["\r\n", "\n", "\r"],
        max_record_size: MAX_ROW,
        on_record: onRecord,
      });
      parser.on("error", (error) => {
        failure ??= error;
      });
      parser.resume();
      parser.write(header);
    } else if (text !== "") parser.write(text);
    if (last) await ended(parser);
    if (failure instanceof CsvError) {
      throw new Invalid("consensus.errors.notCsv", { file: file.name, row: row + 1 });
    }
    if (failure !== undefined) throw failure;
  };
  for await (const text of decoded(file)) await write(text, false);
  await write("", true);
  if (places === null) throw new Invalid("consensus.errors.empty", { file: file.name });
}

/** Ends a parser, and waits until it has said all that it has to say. */
function ended(parser: ReturnType<typeof parse>): Promise<void> {
  return new Promise((resolve) => {
    parser.once("end", resolve);
    parser.once("error", () => resolve());
    parser.once("close", resolve);
    parser.end();
  });
}

/** @throws Invalid when it is not UTF-8. */
async function* decoded({ name, chunks }: VoteFile): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new Invalid("consensus.errors.notUtf8", { file: name });
    throw error;
  }
}

/** The sign of which the first row has most. */
function delimiterOf(header: string): string {
  const count = (sign: string) => header.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function placesOf<Column extends string>(
  header: readonly string[],
  columns: readonly Column[],
  file: VoteFile,
): Map<Column, number> {
  const names = header.map((name) => name.trim().toLowerCase());
  return new Map(
    columns.map((column) => {
      const place = names.indexOf(column);
      const about = { file: file.name, column };
      if (place < 0) throw new Invalid("consensus.errors.noColumn", about);
      if (names.includes(column, place + 1)) throw new Invalid("consensus.errors.twice", about);
      return [column, place];
    }),
  );
}

/** Numbers, or moments: not both in one file, for then there is no order. */
interface Clock {
  iso: boolean | null;
}

function momentOf(written: string, clock: Clock, refuse: () => never): number {
  const iso = /^\d{4}-\d\d-\d\d(?:[T ]\d|$)/.test(written);
  clock.iso ??= iso;
  const at = iso ? Date.parse(written) : /^-?\d+(?:\.\d+)?$/.test(written) ? Number(written) : NaN;
  return clock.iso === iso && Number.isFinite(at) ? at : refuse();
}

function idOf<Column extends string>(
  cell: Cell<Column>,
  column: Column,
  file: VoteFile,
  row: number,
): string {
  const id = cell(column);
  if (id === "") wrong(file, row, column, "noValue");
  if (id.length > MAX_ID) wrong(file, row, column, "tooLong");
  return id;
}

function wrong(
  file: VoteFile,
  row: number,
  column: string,
  what: "noValue" | "tooLong" | "badMoment" | "badVote" | "twoGroups",
): never {
  throw new Invalid(`consensus.errors.${what}`, { file: file.name, row, column });
}
