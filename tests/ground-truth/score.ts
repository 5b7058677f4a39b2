import fs from "node:fs";
import { Command } from "commander";
import { proposeSplit } from "@/domain/proposal/rules";
import { FLOOR_FILE, floorOf } from "./floor";
import { MEASURES, type Measure, measure, type Score, type Tally } from "./measure";
import { readTruth, type TruthFile } from "./read";

/** `npm run score`: what the proposal is worth on documents that were read by hand. */
function main(): void {
  const program = new Command("score")
    .description("Holds the proposal against documents that were read by hand.")
    .option("--set <set>", "only the documents of this set: dev or held")
    .option("--by-document", "a line for each document")
    .option("--wrong [document]", "each block without the right kind, of one document or of all")
    .option("--json", "everything, for a machine")
    .option("--keep", "keep today's totals as the floor that a test holds")
    .parse();
  const { set, byDocument, wrong, json, keep } = program.opts();
  if (set !== undefined && set !== "dev" && set !== "held") {
    program.error(`no such set: ${set}`, { exitCode: 2 });
  }
  const files = readTruth(set);
  const chosen =
    typeof wrong === "string" ? files.filter((file) => file.name.startsWith(wrong)) : files;
  if (chosen.length === 0) program.error(`no such document: ${wrong}`, { exitCode: 2 });
  const score = measure(chosen, (text) => proposeSplit(text));

  if (keep) {
    if (set || typeof wrong === "string") program.error("--keep is of all", { exitCode: 2 });
    fs.writeFileSync(FLOOR_FILE, `${JSON.stringify(floorOf(score), null, 2)}\n`);
  }
  if (json) print(JSON.stringify({ ...score, documents: byFile(chosen) }, null, 2));
  else if (wrong) print(wrongLines(score));
  else {
    print(totalLines(chosen, score));
    if (byDocument) print(documentLines(chosen));
    if (!set) {
      print("\nExact / acceptable / speakers found / speakers right, per set");
      for (const one of ["dev", "held"] as const) print(shortLine(one, readTruth(one)));
    }
  }
}

const print = (lines: string) => process.stdout.write(`${lines}\n`);

const percent = ({ right, of }: Tally): string =>
  of === 0 ? "    –" : `${((100 * right) / of).toFixed(1).padStart(5)}`;

function totalLines(files: readonly TruthFile[], score: Score): string {
  const documents = files.flatMap((file) => file.documents).length;
  const words = files.reduce((sum, file) => sum + file.text.split(/\s+/).filter(Boolean).length, 0);
  const lines = [
    `${files.length} files, ${documents} documents, ${words} words, ${score.judged.length} blocks`,
    "",
  ];
  for (const [name, meaning] of Object.entries(MEASURES)) {
    const tally = score.measures[name as Measure];
    lines.push(`${meaning.padEnd(48)} ${percent(tally)} %  ${tally.right}/${tally.of}`);
  }
  lines.push("", `${"kind".padEnd(14)} expected  recall   proposed  precision`);
  for (const [kind, { expected, found, proposed, right }] of Object.entries(score.kinds)) {
    lines.push(
      `${kind.padEnd(14)} ${String(expected).padStart(8)}  ${percent({ right: found, of: expected })} %  ` +
        `${String(proposed).padStart(8)}    ${percent({ right, of: proposed })} %`,
    );
  }
  lines.push("", "said to be sure  segments   exact  acceptable   said");
  for (const band of score.bands) {
    const { from, to, segments, exact, acceptable, confidence } = band;
    lines.push(
      `${from.toFixed(1)} – ${to.toFixed(1)}        ${String(segments).padStart(8)} ` +
        `${percent({ right: exact, of: segments })} %     ${percent({ right: acceptable, of: segments })} %  ` +
        `${(100 * confidence).toFixed(1).padStart(5)} %`,
    );
  }
  lines.push(`off by ${(100 * score.calibrationError).toFixed(1)} points on the mean`);
  return lines.join("\n");
}

function byFile(files: readonly TruthFile[]) {
  return files.map((file) => {
    const { measures } = measure([file], (text) => proposeSplit(text));
    return { name: file.name, set: file.set, shape: file.shape, measures };
  });
}

function documentLines(files: readonly TruthFile[]): string {
  const head = `\n${"document".padEnd(36)} set   blocks  exact  accept.  speakers found  right`;
  return [
    head,
    ...byFile(files).map(({ name, set, measures }) =>
      [
        name.padEnd(36),
        set.padEnd(5),
        String(measures.exact.of).padStart(6),
        percent(measures.exact),
        percent(measures.acceptable).padStart(8),
        percent(measures.speakersFound).padStart(15),
        percent(measures.speakersRight),
      ].join(" "),
    ),
  ].join("\n");
}

function shortLine(name: string, files: readonly TruthFile[]): string {
  const { measures } = measure(files, (text) => proposeSplit(text));
  const { exact, acceptable, speakersFound, speakersRight } = measures;
  return `${name.padEnd(5)} ${[exact, acceptable, speakersFound, speakersRight].map(percent).join("  ")}`;
}

function wrongLines(score: Score): string {
  return score.judged
    .filter(({ verdict }) => verdict !== "exact")
    .map(({ file, block, proposed, verdict }) => {
      const mark = verdict === "acceptable" ? "~" : "x";
      const words = [...block.text.replace(/\s+/g, " ")].slice(0, 80).join("");
      const said = proposed
        ? `${proposed.kind} (${proposed.reason}, ${proposed.confidence.toFixed(2)})`
        : "nothing";
      return `${mark} ${file.slice(0, 2)} ${[block.kind, ...block.acceptable].join("|")} ← ${said}: ${words}`;
    })
    .join("\n");
}

// Who pipes it into `head` has seen enough.
process.stdout.on("error", () => process.exit(0));
main();
