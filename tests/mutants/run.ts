/**
 * Changes the pure parts one small thing at a time, and looks whether a test notices:
 *
 *   npm run test:mutants                                        everything
 *   npm run test:mutants -- domain/text domain/proposal/rules/units.ts    what stands under these paths
 *
 * Prints each change that nobody noticed and a score per feature (noticed changes of all changes, in
 * percent); exits with 1 when a feature stays under the reach. Results are kept in `.cache/mutants`,
 * so that a second run tries only what changed.
 */
import fs from "node:fs";
import path from "node:path";
import { Stryker } from "@stryker-mutator/core";

type MutantResult = Awaited<ReturnType<Stryker["runMutationTest"]>>[number];

/** Percentage of the changes that must be noticed, for each feature. */
const REACH = 85;
const CACHE = ".cache/mutants";

const PURE = [
  /^domain\/(text|proposal)\//,
  /^domain\/.*\/(rules|policy|model)\.ts$/,
  /^domain\/.*\/rules\//,
  /^components\/overview\/layout\.ts$/,
];
/** Words for people, in which there is nothing to get wrong. */
const WORDS = /^domain\/requirements\/rules\/chapters\.ts$/;

interface Score {
  feature: string;
  noticed: number;
  survived: number;
  untested: number;
}

const asked = process.argv.slice(2).map((arg) => path.posix.normalize(arg).replace(/\/$/, ""));
const features = new Map<string, string[]>();
for (const file of pureFiles()) {
  features.set(featureOf(file), [...(features.get(featureOf(file)) ?? []), file]);
}
const scores: Score[] = [];
for (const [feature, files] of features) scores.push(await tried(feature, files));
print(scores);
if (scores.length === 0) throw new Error(`No pure file stands under ${asked.join(", ")}.`);
process.exit(scores.every((score) => percentage(score) >= REACH) ? 0 : 1);

/** The files to change, under the paths that were asked for. */
function pureFiles(): string[] {
  return ["domain", "components"]
    .flatMap((top) =>
      fs
        .readdirSync(top, { recursive: true, encoding: "utf8" })
        .map((file) => path.posix.join(top, file)),
    )
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .filter((file) => PURE.some((pattern) => pattern.test(file)) && !WORDS.test(file))
    .filter(
      (file) =>
        asked.length === 0 || asked.some((under) => file === under || file.startsWith(`${under}/`)),
    )
    .sort();
}

/** `domain/text`, `components/overview`. */
function featureOf(file: string): string {
  return file.split("/").slice(0, 2).join("/");
}

async function tried(feature: string, files: string[]): Promise<Score> {
  const name = feature.replace("/", "-");
  forgetUnnoticed(`${CACHE}/${name}.json`);
  const stryker = new Stryker({
    mutate: files,
    incrementalFile: `${CACHE}/${name}.json`,
    jsonReporter: { fileName: `${CACHE}/${name}-report.json` },
    htmlReporter: { fileName: `${CACHE}/${name}.html` },
  });
  const mutants = (await stryker.runMutationTest()).filter((mutant) =>
    files.includes(relative(mutant)),
  );
  // Stryker does not even count the changes when no test loads the files.
  if (mutants.length === 0) console.log(`${feature}: nothing to change, or no test loads it`);
  for (const mutant of mutants) if (unnoticed(mutant)) console.log(sentence(mutant));
  const count = (...statuses: string[]) =>
    mutants.filter(({ status }) => statuses.includes(status)).length;
  return {
    feature,
    noticed: count("Killed", "Timeout", "RuntimeError"),
    survived: count("Survived"),
    untested: count("NoCoverage"),
  };
}

/**
 * Leaves only what was noticed in the results of an earlier run. Stryker does not see that a new test
 * covers what runs while a module loads, and would go on saying that nothing does.
 */
function forgetUnnoticed(file: string): void {
  if (!fs.existsSync(file)) return;
  const known = JSON.parse(fs.readFileSync(file, "utf8")) as {
    files: Record<string, { mutants: MutantResult[] }>;
  };
  for (const one of Object.values(known.files)) {
    one.mutants = one.mutants.filter((mutant) => !unnoticed(mutant));
  }
  fs.writeFileSync(file, JSON.stringify(known));
}

function unnoticed({ status }: Pick<MutantResult, "status">): boolean {
  return status === "Survived" || status === "NoCoverage";
}

function relative({ fileName }: MutantResult): string {
  return path.relative(process.cwd(), fileName).split(path.sep).join("/");
}

/** `domain/text/rules.ts:12:8 Survived: a < b → a <= b` */
function sentence(mutant: MutantResult): string {
  const { start, end } = mutant.location;
  const lines = fs
    .readFileSync(mutant.fileName, "utf8")
    .split("\n")
    .slice(start.line - 1, end.line);
  const last = lines.length - 1;
  lines[last] = lines[last]?.slice(0, end.column - 1) ?? "";
  lines[0] = lines[0]?.slice(start.column - 1) ?? "";
  const short = (text: string) => {
    const line = text.replace(/\s+/g, " ").trim();
    return line.length > 90 ? `${line.slice(0, 60)} … ${line.slice(-25)}` : line;
  };
  const place = `${relative(mutant)}:${start.line}:${start.column}`;
  return `${place} ${mutant.status}: ${short(lines.join("\n"))} → ${short(mutant.replacement ?? "")}`;
}

function percentage({ noticed, survived, untested }: Score): number {
  const all = noticed + survived + untested;
  return all === 0 ? 100 : (100 * noticed) / all;
}

function print(rows: Score[]): void {
  const all: Score = { feature: "together", noticed: 0, survived: 0, untested: 0 };
  for (const row of rows) {
    all.noticed += row.noticed;
    all.survived += row.survived;
    all.untested += row.untested;
  }
  console.log("\nfeature                 noticed  survived  untested   score");
  for (const row of [...rows, all]) {
    const numbers = [row.noticed, row.survived, row.untested]
      .map((n) => String(n).padStart(9))
      .join(" ");
    console.log(
      `${row.feature.padEnd(21)} ${numbers}  ${percentage(row).toFixed(1).padStart(5)} %`,
    );
  }
}
