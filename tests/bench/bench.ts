import os from "node:os";
import { Command } from "commander";
import { dossierOf } from "../factories/people";
import type { Size } from "./contents";
import { type BenchDatabase, benchDatabase } from "./database";
import { measurePages, type PageMeasurement, pageAddresses } from "./pages";
import { benchPublished, PUBLISHED, PUBLISHED_QUICK, publishedTable } from "./published";
import { benchReacting, reactingTable } from "./reacting";
import { benchServed, servedTable } from "./reacting-served";
import { benchSize, FULL, QUICK, type SizeResult } from "./run";
import { serveBare, serveProduct } from "./serving";
import { markdownOf, ms, pagesTable, tableOf } from "./table";
import { benchWaiting, WAITING, WAITING_QUICK, type WaitingSize, waitingTable } from "./waiting";

/**
 * `npm run bench`: what the actions of the product cost in dossiers of growing size, beside the
 * bare work under them in the same run, and its pages over HTTP. Nothing passes or fails: see docs/speed.md.
 */
async function main(): Promise<void> {
  const program = new Command("bench")
    .description("Measures the actions of the product in dossiers of growing size.")
    .option("--quick", "small sizes and few runs: to see that it works")
    .option("--size <requirements>", "only the size with this many requirements")
    .option("--no-pages", "the actions alone, without a running server")
    .option("--reacting", "only people who react online at the same time")
    .option("--waiting", "only how long others wait while large files come in")
    .option(
      "--published",
      "only a published edition: adopting, checking, and its pages beside files",
    )
    .option("--markdown", "tables in Markdown")
    .parse();
  const { quick, size: only, markdown, pages, reacting, waiting, published } = program.opts();
  if (reacting) return measureReacting();
  if (waiting) return measureWaiting(quick ? WAITING_QUICK : WAITING);
  if (published) return measurePublished(quick ? PUBLISHED_QUICK : PUBLISHED);
  const plan = quick ? QUICK : FULL;
  const sizes = plan.sizes.filter((size) => !only || String(size.requirements) === only);
  if (sizes.length === 0) program.error(`no such size: ${only}`, { exitCode: 2 });

  const results: SizeResult[] = [];
  /** Pages of the largest size over their reach. */
  const over: string[] = [];
  for (const size of sizes) {
    const database = await benchDatabase();
    // A terminal and npm both pass a signal on: the second must not cut off the clearing up.
    let stopping = false;
    const stop = () => {
      if (stopping) return;
      stopping = true;
      void database.close().finally(() => process.exit(130));
    };
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
    try {
      if (results.length === 0) print(header(database.engine));
      const result = await benchSize(plan, size, progress);
      progress("");
      print(titleOf(result));
      print((markdown ? markdownOf : tableOf)(result, results.at(-1)));
      results.push(result);
      if (!pages) continue;
      const addresses = await pageAddresses(result);
      const product = await serveProduct(await database.release());
      try {
        const measured = await measurePages(product, addresses, plan.runs, progress);
        progress("");
        over.splice(0, over.length, ...overIn(measured));
        print(`\n${pagesTable(measured, await bare(plan.runs), markdown)}`);
      } finally {
        await product.stop();
      }
    } finally {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
      await database.close();
    }
  }
  await measureReacting();
  print(footer(results, over));
}

/** Each in a database of its own, so that it does not matter what else was measured. */
async function measureReacting(): Promise<void> {
  const inOwn = async (work: (database: BenchDatabase) => Promise<string>) => {
    const database = await benchDatabase();
    try {
      print(await work(database));
      return database.engine;
    } finally {
      await database.close();
    }
  };
  const engine = await inOwn(async ({ engine }) => {
    print(header(engine));
    return reactingTable(await benchReacting(await dossierOf()));
  });
  // The embedded database belongs to one process.
  for (const servers of engine === "embedded" ? [1] : [1, 2]) {
    await inOwn(async (database) => servedTable(await benchServed(database, servers)));
  }
}

async function measurePublished(size: Size): Promise<void> {
  const database = await benchDatabase();
  try {
    print(header(database.engine));
    print(publishedTable(await benchPublished(database, size, progress)));
  } finally {
    await database.close();
  }
}

async function measureWaiting(size: WaitingSize): Promise<void> {
  const databases = [await benchDatabase(), await benchDatabase()] as const;
  try {
    print(header(databases[0].engine));
    print(waitingTable(await benchWaiting(databases, size)));
  } finally {
    for (const database of databases) await database.close();
  }
}

function header(engine: string): string {
  const cpu = os.cpus()[0]?.model.trim() ?? "unknown processor";
  const which = engine === "embedded" ? "embedded database (PGlite)" : "PostgreSQL server";
  return `Herleid bench · ${which} · Node ${process.versions.node} · ${os.availableParallelism()} cores (${cpu})`;
}

function titleOf({ contents, building, databaseBytes }: SizeResult): string {
  const count = (n: number) => n.toLocaleString("en");
  return (
    `\n${count(contents.requirements)} requirements, ${count(contents.reactions)} reactions, ` +
    `${count(contents.coreValues)} kernwaarden, ${count(contents.statements)} stellingen, ` +
    `${count(contents.consultations)} consultations ` +
    `(built in ${ms(building)}; database ${Math.round(databaseBytes / 1e6)} MB at the end)\n`
  );
}

/** Measured beside each size: what the machine does meanwhile slows both down. */
async function bare(runs: number): Promise<PageMeasurement> {
  const server = await serveBare();
  try {
    const page = { name: "(bare page of the framework)", address: "/", session: null };
    const [measured] = await measurePages(server, [page], runs);
    if (!measured) throw new Error("nothing was measured");
    return measured;
  } finally {
    await server.stop();
  }
}

const overIn = (rows: { name: string; over: unknown[] }[]) =>
  rows.filter((row) => row.over.length > 0).map((row) => row.name);

function footer(results: SizeResult[], pages: string[]): string {
  const over = [...overIn(results.at(-1)?.measurements ?? []), ...pages];
  return [
    "\nmedian, min–max: of the action, after one run to warm up. bare: the least that must be done",
    "for it, in the same run. ratio: action over bare. sent: the result as JSON, or the file.",
    "A page: until its first byte and until its last, over HTTP; HTML as read, sent with gzip.",
    "growth: median against the size before. reach: from the design; OVER when it is exceeded.",
    over.length === 0
      ? "\nAt the largest size nothing exceeds its reach."
      : `\nAt the largest size OVER: ${over.join("; ")}.`,
  ].join("\n");
}

function progress(step: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${step ? `… ${step}` : ""}`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
