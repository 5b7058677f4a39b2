import fs from "node:fs";
import { Command } from "commander";
import { RULE_IDS } from "@/domain/checking/model";
import { checkRequirement } from "@/domain/checking/rules";
import { sliceCodePoints } from "@/domain/text/rules";
import { FLOOR_FILE, floorOf, measureChecks, type RuleScore, share } from "./measure";
import { readSentences } from "./read";

/** `npm run score:requirements`: how good the checker is on sentences that were marked by hand. */
function main(): void {
  const program = new Command("score:requirements")
    .description("Holds the checker of requirements against sentences that were marked by hand.")
    .option("--only <file>", "only the files whose name begins so")
    .option("--wrong", "what was missed and what was wrong")
    .option("--json", "everything, for a machine")
    .option("--keep", "keep today's totals as the floor that a test holds")
    .parse();
  const { only, wrong, json, keep } = program.opts();
  const sentences = readSentences().filter(({ file }) => !only || file.startsWith(only));
  if (sentences.length === 0) program.error(`no such file: ${only}`, { exitCode: 2 });
  if (keep && only) program.error("--keep is of all", { exitCode: 2 });
  const score = measureChecks(sentences, (text) => checkRequirement(text));
  if (keep) fs.writeFileSync(FLOOR_FILE, `${JSON.stringify(floorOf(score), null, 2)}\n`);
  if (json) {
    print(JSON.stringify(score, null, 2));
    return;
  }
  if (wrong) {
    for (const { sentence, place } of score.missed) {
      const words = sliceCodePoints(sentence.text, place.start, place.end);
      print(`missed ${place.rule} “${words}”: ${sentence.text}`);
    }
    for (const { sentence, finding } of score.wrong) {
      print(`wrong ${finding.rule} “${finding.params.words}”: ${sentence.text}`);
    }
    return;
  }
  print(line("rule", "marked", "found", "recall", "finds", "right", "precision"));
  for (const rule of RULE_IDS) {
    const counts = score.rules[rule];
    if (counts) print(lineOf(rule, counts));
  }
  print(lineOf("all", score.all));
  const { good, bad } = score;
  print(
    `\ngood sentences: ${good.sentences}, with an error: ${good.withError} (${percent(good.withError, good.sentences)}), with any finding: ${good.withAny}`,
  );
  print(
    `bad sentences: ${bad.sentences}, with a finding: ${bad.found} (${percent(bad.found, bad.sentences)})`,
  );
}

const lineOf = (name: string, { marks, found, finds, right }: RuleScore): string =>
  line(name, marks, found, percent(found, marks), finds, right, percent(right, finds));

const percent = (part: number, of: number): string => (of === 0 ? "–" : `${share(part, of)} %`);

function line(first: string, ...rest: (string | number)[]): string {
  return first.padEnd(22) + rest.map((one) => String(one).padStart(10)).join("");
}

function print(words: string): void {
  process.stdout.write(`${words}\n`);
}

main();
