import os from "node:os";
import { Command } from "commander";
import { benchDatabase } from "./database";
import { benchSize, FULL, QUICK, type SizeResult } from "./run";
import { markdownOf, ms, tableOf } from "./table";

/**
 * `npm run bench`: what the actions of the product cost in dossiers of growing size, beside the
 * bare work under them in the same run. Nothing passes or fails: see docs/speed.md.
 */
async function main(): Promise<void> {
  const program = new Command("bench")
    .description("Measures the actions of the product in dossiers of growing size.")
    .option("--quick", "small sizes and few runs: to see that it works")
    .option("--size <requirements>", "only the size with this many requirements")
    .option("--markdown", "tables in Markdown")
    .parse();
  const { quick, size: only, markdown } = program.opts();
  const plan = quick ? QUICK : FULL;
  const sizes = plan.sizes.filter((size) => !only || String(size.requirements) === only);
  if (sizes.length === 0) program.error(`no such size: ${only}`, { exitCode: 2 });

  const results: SizeResult[] = [];
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
    } finally {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
      await database.close();
    }
  }
  print(footer(results));
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

function footer(results: SizeResult[]): string {
  const last = results.at(-1);
  const over = last?.measurements.filter((row) => row.over.length > 0) ?? [];
  return [
    "\nmedian, min–max: of the action, after one run to warm up. bare: the least that must be done",
    "for it, in the same run. ratio: action over bare. sent: the result as JSON, or the file.",
    "growth: median against the size before. reach: from the design; OVER when it is exceeded.",
    over.length === 0
      ? "\nAt the largest size nothing exceeds its reach."
      : `\nAt the largest size OVER: ${over.map((row) => row.name).join("; ")}.`,
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
