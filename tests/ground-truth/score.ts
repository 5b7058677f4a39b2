import fs from "node:fs";
import { Command } from "commander";
import { proposeSplit } from "@/domain/proposal/rules";
import { FLOOR_FILE, floorOf } from "./floor";
import { measure } from "./measure";
import {
  byFile,
  documentLines,
  print,
  shortLine,
  speakerLines,
  totalLines,
  wrongLines,
} from "./print";
import { readTruth } from "./read";

const propose = (text: string) => proposeSplit(text);

/** `npm run score`: what the proposal is worth on documents that were read by hand. */
function main(): void {
  const program = new Command("score")
    .description("Holds the proposal against documents that were read by hand.")
    .option("--set <set>", "only the documents of this set: dev or held")
    .option("--by-document", "a line for each document")
    .option("--wrong [document]", "each block without the right kind, of one document or of all")
    .option("--speakers", "each block whose speaker is wrong or missing")
    .option("--json", "everything, for a machine")
    .option("--keep", "keep today's totals as the floor that a test holds")
    .parse();
  const { set, byDocument, wrong, speakers, json, keep } = program.opts();
  if (set !== undefined && set !== "dev" && set !== "held") {
    program.error(`no such set: ${set}`, { exitCode: 2 });
  }
  const files = readTruth(set);
  const chosen =
    typeof wrong === "string" ? files.filter((file) => file.name.startsWith(wrong)) : files;
  if (chosen.length === 0) program.error(`no such document: ${wrong}`, { exitCode: 2 });
  const score = measure(chosen, propose);

  if (keep) {
    if (set || typeof wrong === "string") program.error("--keep is of all", { exitCode: 2 });
    fs.writeFileSync(FLOOR_FILE, `${JSON.stringify(floorOf(score), null, 2)}\n`);
  }
  if (json) print(JSON.stringify({ ...score, documents: byFile(chosen, propose) }, null, 2));
  else if (wrong) print(wrongLines(score));
  else if (speakers) print(speakerLines(score));
  else {
    print(totalLines(chosen, score));
    if (byDocument) print(documentLines(chosen, propose));
    if (!set) {
      print("\nExact / acceptable / speakers found / speakers right, per set");
      for (const one of ["dev", "held"] as const) print(shortLine(one, readTruth(one), propose));
    }
  }
}

// Who pipes it into `head` has seen enough.
process.stdout.on("error", () => process.exit(0));
main();
