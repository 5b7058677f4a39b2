import type { Command } from "commander";
import { z } from "zod";
import { MAX_QUOTES, type Placement, type Quote, quote } from "@/domain/anchoring/model";
import { place } from "@/domain/anchoring/place";
import { Invalid } from "@/domain/kernel/errors";
import { findPersonalData } from "@/domain/privacy/rules";
import { withoutFinds } from "@/domain/redaction/rules";
import { convert } from "@/domain/sources/formats";
import { CodePointIndex } from "@/domain/text/rules";
import { print, readFile, shorten, text } from "../terminal";

/** Longest piece of a quote on a line of the answer, in characters. */
const SHOWN = 70;

/** Adds `locate`: where quotes of one text stand in another. Stores nothing, and opens no database. */
export function addLocate(program: Command): void {
  program
    .command("locate")
    .description(text("locate.about"))
    .argument("<old>", text("locate.old"))
    .argument("<new>", text("locate.new"))
    .requiredOption("--quotes <file>", text("locate.quotes"))
    .option("--json", text("option.json"))
    .action(locate);
}

async function locate(
  before: string,
  after: string,
  { quotes: quotesFile, json }: { quotes: string; json?: boolean },
): Promise<void> {
  const quotes = quotesIn(quotesFile, readFile(quotesFile).bytes);
  const old = (await convert(readFile(before))).text;
  const now = (await convert(readFile(after))).text;
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
  const shown = withoutFinds(findPersonalData(old));
  placed.forEach((found, i) => {
    const { start, end } = quotes[i] as Quote;
    print(lineOf(found, shown(old.slice(index.toUtf16(start), index.toUtf16(end)))));
  });
  print(`\n${text("import.dryRunNote")}`);
}

function lineOf({ status, start, end, score }: Placement, exact: string): string {
  return text(`locate.line.${status}`, {
    words: shorten(exact, SHOWN),
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
