import { CsvError, parse } from "csv-parse/sync";
import { Invalid, TooLarge } from "../../../kernel/errors";
import { decodeBytes, sampleOf } from "./charset";
import {
  DELIMITERS,
  type Delimiter,
  type Grid,
  MAX_ROWS,
  type SheetChoices,
  type SheetRow,
} from "./model";

/** Records by which is told what stands between the cells. */
const SAMPLE_RECORDS = 60;
const SAMPLE_CHARACTERS = 200_000;
/** Largest record: far above what the cells of one may hold, so that its limit is named and not this. */
const MAX_RECORD = 8_000_000;

const DIALECT = {
  // Quotes in the middle of a cell are text; a file may have line ends of several programs.
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: false,
  record_delimiter: ["\r\n", "\n", "\r"],
  max_record_size: MAX_RECORD,
};

/**
 * Reads text with separators. A row has the number a spreadsheet program would give it: of records, for
 * a cell may hold several lines.
 *
 * @throws Invalid `bulk.errors.openQuote` ({row}); TooLarge `bulk.errors.tooManyRows`.
 */
export function readSeparated(fileName: string, bytes: Uint8Array, choices: SheetChoices): Grid {
  const { text, encoding } = decodeBytes(bytes, fileName, choices.encoding);
  // "sep=;" is said to the program and not shown as a row.
  const said = /^sep=([;,\t|])\r?\n?/i.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  const delimiter = choices.delimiter ?? (said?.[1] as Delimiter | undefined) ?? delimiterOf(body);
  const rows: SheetRow[] = [];
  let n = 0;
  try {
    parse(body, {
      ...DIALECT,
      delimiter,
      on_record: (cells: string[]) => {
        n += 1;
        if (cells.some((cell) => cell.trim() !== "")) rows.push({ n, cells });
        if (rows.length > MAX_ROWS + 1) {
          throw new TooLarge("bulk.errors.tooManyRows", { fileName, limit: MAX_ROWS });
        }
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Invalid("bulk.errors.openQuote", { fileName, row: n + 1 });
  }
  return {
    sheet: null,
    sheets: [],
    rows,
    text: { encoding, delimiter, sample: encoding === "utf-8" ? null : sampleOf(body) },
    merges: [],
    remarks: [],
  };
}

/** The separator by which most records have equally many cells, and of those the one that gives most. */
function delimiterOf(text: string): Delimiter {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  let best: { delimiter: Delimiter; share: number; cells: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const counts = cellCounts(sample, delimiter);
    const { cells, records } = commonest(counts);
    if (cells < 2) continue;
    const share = records / counts.length;
    const better =
      best === null || share > best.share + 0.1 || (share > best.share - 0.1 && cells > best.cells);
    if (better) best = { delimiter, share, cells };
  }
  return best?.delimiter ?? ";";
}

function cellCounts(sample: string, delimiter: Delimiter): number[] {
  const counts: number[] = [];
  try {
    parse(sample, {
      ...DIALECT,
      delimiter,
      to: SAMPLE_RECORDS,
      on_record: (cells: string[]) => {
        if (cells.length > 1 || cells[0] !== "") counts.push(cells.length);
        return null;
      },
    });
  } catch {
    // By the wrong separator, or where the sample was cut, a quote may stay open.
  }
  return counts;
}

function commonest(counts: readonly number[]): { cells: number; records: number } {
  const times = new Map<number, number>();
  for (const cells of counts) times.set(cells, (times.get(cells) ?? 0) + 1);
  let best = { cells: 0, records: 0 };
  for (const [cells, records] of times) {
    if (records > best.records) best = { cells, records };
  }
  return best;
}
