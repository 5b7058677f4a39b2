import path from "node:path";
import type { Command } from "commander";
import { z } from "zod";
import { MAX_QUOTES, type Placement, type Quote, quote } from "@/domain/anchoring/model";
import { place } from "@/domain/anchoring/place";
import { Invalid } from "@/domain/kernel/errors";
import { convert } from "@/domain/sources/formats";
import { CodePointIndex } from "@/domain/text/rules";
import { sentence } from "@/i18n/sentence";

/** How this program reads a file and prints. */
interface Tools {
  read: (file: string) => Uint8Array;
  print: (line: string) => void;
}

/** Longest piece of a quote on a line of the answer, in characters. */
const SHOWN = 70;

/** Adds `locate`: where quotes of one text stand in another. Stores nothing, and opens no database. */
export function addLocate(program: Command, tools: Tools): void {
  program
    .command("locate")
    .description(sentence("cli.herleid.locate.about"))
    .argument("<old>", sentence("cli.herleid.locate.old"))
    .argument("<new>", sentence("cli.herleid.locate.new"))
    .requiredOption("--quotes <file>", sentence("cli.herleid.locate.quotes"))
    .option("--json", sentence("cli.herleid.option.json"))
    .action((before: string, after: string, said: { quotes: string; json?: boolean }) =>
      locate(before, after, said, tools),
    );
}

async function locate(
  before: string,
  after: string,
  { quotes: quotesFile, json }: { quotes: string; json?: boolean },
  { read, print }: Tools,
): Promise<void> {
  const text = async (file: string) =>
    (await convert({ fileName: path.basename(file), bytes: read(file) })).text;
  const quotes = quotesIn(quotesFile, read(quotesFile));
  const old = await text(before);
  const now = await text(after);
  const { length } = new CodePointIndex(old);
  const outside = quotes.findIndex(({ start, end }) => end <= start || end > length);
  if (outside >= 0) {
    const params = { file: before, n: outside + 1, length };
    throw new Invalid("cli.errors.quoteOutside", params);
  }
  const placed = place(old, now, quotes);
  if (json) {
    // Exactly these four: what may have changed its meaning is for who decides, in the app.
    const rows = placed.map(({ status, start, end, score }) => ({ status, start, end, score }));
    print(JSON.stringify(rows));
    return;
  }
  const index = new CodePointIndex(old);
  placed.forEach((found, i) => {
    const { start, end } = quotes[i] as Quote;
    print(lineOf(found, old.slice(index.toUtf16(start), index.toUtf16(end))));
  });
  print(`\n${sentence("cli.herleid.import.dryRunNote")}`);
}

function lineOf({ status, start, end, score }: Placement, exact: string): string {
  const words = exact.replace(/\s+/g, " ");
  return sentence(`cli.herleid.locate.line.${status}`, {
    words: words.length > SHOWN ? `${words.slice(0, SHOWN - 1)}…` : words,
    start: start ?? 0,
    end: end ?? 0,
    score: score.toFixed(2),
  });
}

/** @throws Invalid when it is no list of quotes, or too long a one. */
function quotesIn(file: string, bytes: Uint8Array): Quote[] {
  try {
    return z
      .array(quote)
      .max(MAX_QUOTES)
      .parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    throw new Invalid("cli.errors.notQuotes", { file, limit: MAX_QUOTES });
  }
}
