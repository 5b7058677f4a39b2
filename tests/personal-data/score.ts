import fs from "node:fs";
import { Command } from "commander";
import { findPersonalData } from "@/domain/privacy/rules";
import { FLOOR_FILE, floorOf, type KindScore, measurePersonal, share } from "./measure";
import { readMarked } from "./read";

/** `npm run score:personal`: what is found of the personal data that was marked by hand. */
function main(): void {
  const program = new Command("score:personal")
    .description("Holds the finding of personal data against documents that were marked by hand.")
    .option("--wrong [document]", "what was missed and what was wrong, of one document or of all")
    .option("--json", "everything, for a machine")
    .option("--keep", "keep today's totals as the floor that a test holds")
    .parse();
  const { wrong, json, keep } = program.opts();
  const documents = readMarked().filter(
    ({ name }) => typeof wrong !== "string" || name.startsWith(wrong),
  );
  if (documents.length === 0) program.error(`no such document: ${wrong}`, { exitCode: 2 });
  const score = measurePersonal(documents, findPersonalData);
  if (keep) {
    if (typeof wrong === "string") program.error("--keep is of all", { exitCode: 2 });
    fs.writeFileSync(FLOOR_FILE, `${JSON.stringify(floorOf(score), null, 2)}\n`);
  }
  if (json) {
    print(JSON.stringify(score, null, 2));
    return;
  }
  if (wrong) {
    for (const { document, place } of score.missed) {
      print(`${document}: missed ${place.kind} “${place.text}”`);
    }
    for (const { document, find } of score.wrong) {
      print(`${document}: wrong ${find.kind} “${find.text}” (${find.confidence})`);
    }
    return;
  }
  print(`${documents.length} documents\n`);
  print(line("kind", "marked", "found", "", "finds", "right", "", "exact"));
  for (const [kind, counts] of [...Object.entries(score.kinds), ["all", score.all] as const]) {
    print(lineOf(kind, counts));
  }
  print(`\nmean error of confidence: ${score.calibrationError.toFixed(3)}`);
}

const lineOf = (kind: string, { marks, found, finds, right, exact }: KindScore): string =>
  line(kind, marks, found, percent(found, marks), finds, right, percent(right, finds), exact);

const percent = (part: number, of: number): string => (of === 0 ? "–" : `${share(part, of)} %`);

function line(first: string, ...rest: (string | number)[]): string {
  return first.padEnd(20) + rest.map((one) => String(one).padStart(8)).join("");
}

function print(words: string): void {
  process.stdout.write(`${words}\n`);
}

main();
