import fs from "node:fs";
import { Command, InvalidArgumentError } from "commander";
import { findPersonalData } from "@/domain/privacy/rules";
import { FLOOR_FILE, floorOf, type KindScore, measurePersonal, share } from "./measure";
import { readMarked } from "./read";

/** `npm run score:personal`: what is found of the personal data that was marked by hand. */
function main(): void {
  const program = new Command("score:personal")
    .description("Holds the finding of personal data against documents that were marked by hand.")
    .option("--only <range>", "only these documents: 83-98", rangeOf)
    .option("--wrong [document]", "what was missed and what was wrong, of one document or of all")
    .option("--json", "everything, for a machine")
    .option("--keep", "keep today's totals as the floor that a test holds")
    .parse();
  const { only, wrong, json, keep } = program.opts();
  const documents = readMarked().filter(
    ({ name }) =>
      (typeof wrong !== "string" || name.startsWith(wrong)) &&
      (only === undefined || isWithin(only, Number.parseInt(name, 10))),
  );
  if (documents.length === 0) program.error(`no such document: ${wrong}`, { exitCode: 2 });
  const score = measurePersonal(documents, findPersonalData);
  if (keep) {
    if (typeof wrong === "string" || only !== undefined)
      program.error("--keep is of all", { exitCode: 2 });
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
    for (const { document, place, find } of score.trapped) {
      print(
        `${document}: trap “${place.text}” as ${find.kind} “${find.text}” (${find.confidence})`,
      );
    }
    for (const { document, find } of score.wrong) {
      print(`${document}: wrong ${find.kind} “${find.text}” (${find.confidence})`);
    }
    return;
  }
  print(`${documents.length} documents\n`);
  print(line("kind", "marked", "found", "", "halves", "finds", "right", "", "exact"));
  for (const [kind, counts] of [...Object.entries(score.kinds), ["all", score.all] as const]) {
    print(lineOf(kind, counts));
  }
  const { traps } = score;
  print(
    `\ntraps: ${traps.marks}, found all the same: ${traps.found} (${percent(traps.found, traps.marks)})`,
  );
  print(`\n${line("as sure as", "finds", "said", "right")}`);
  for (const [i, { sure, right, count }] of score.sure.entries()) {
    if (count === 0) continue;
    print(line(`${i / 10}–${(i + 1) / 10}`, count, percent(sure, count), percent(right, count)));
  }
  print(`\nmean error of confidence: ${score.calibrationError.toFixed(3)}`);
}

/** "83-98" and "83". */
function rangeOf(words: string): [number, number] {
  const [, from, to] = /^(\d+)(?:-(\d+))?$/.exec(words) ?? [];
  if (from === undefined) throw new InvalidArgumentError("a number, or two with a dash");
  return [Number(from), Number(to ?? from)];
}

const isWithin = ([from, to]: [number, number], number: number): boolean =>
  number >= from && number <= to;

const lineOf = (kind: string, score: KindScore): string => {
  const { marks, found, halves, finds, right, exact } = score;
  const [of, ok] = [percent(found, marks), percent(right, finds)];
  return line(kind, marks, found, of, halves, finds, right, ok, exact);
};

const percent = (part: number, of: number): string => (of === 0 ? "–" : `${share(part, of)} %`);

function line(first: string, ...rest: (string | number)[]): string {
  return first.padEnd(20) + rest.map((one) => String(one).padStart(8)).join("");
}

function print(words: string): void {
  process.stdout.write(`${words}\n`);
}

main();
