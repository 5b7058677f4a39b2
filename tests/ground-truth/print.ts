import type { SplitProposal } from "@/domain/proposal/model";
import { isOneOf, MEASURES, type Measure, measure, type Score, type Tally } from "./measure";
import type { TruthBlock, TruthFile } from "./read";

/** What the score says, as lines for people. */

export const print = (lines: string) => process.stdout.write(`${lines}\n`);

const percent = ({ right, of }: Tally): string =>
  of === 0 ? "    –" : `${((100 * right) / of).toFixed(1).padStart(5)}`;

export function totalLines(files: readonly TruthFile[], score: Score): string {
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

/** What a text is proposed to be. */
export type Propose = (text: string) => SplitProposal;

export function byFile(files: readonly TruthFile[], propose: Propose) {
  return files.map((file) => {
    const { measures } = measure([file], propose);
    return { name: file.name, set: file.set, shape: file.shape, measures };
  });
}

export function documentLines(files: readonly TruthFile[], propose: Propose): string {
  const head = `\n${"document".padEnd(36)} set   blocks  exact  accept.  speakers found  right`;
  return [
    head,
    ...byFile(files, propose).map(({ name, set, measures }) =>
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

export function shortLine(name: string, files: readonly TruthFile[], propose: Propose): string {
  const { measures } = measure(files, propose);
  const { exact, acceptable, speakersFound, speakersRight } = measures;
  return `${name.padEnd(5)} ${[exact, acceptable, speakersFound, speakersRight].map(percent).join("  ")}`;
}

export function wrongLines(score: Score): string {
  return score.judged
    .filter(({ verdict }) => verdict !== "exact")
    .map(({ file, block, proposed, verdict }) => {
      const mark = verdict === "acceptable" ? "~" : "x";
      const said = proposed
        ? `${proposed.kind} (${proposed.reason}, ${proposed.confidence.toFixed(2)})`
        : "nothing";
      return `${mark} ${numberOf(file)} ${[block.kind, ...block.acceptable].join("|")} ← ${said}: ${startOf(block)}`;
    })
    .join("\n");
}

/** Each block for which somebody is proposed who does not speak (x), or nobody although somebody does (-). */
export function speakerLines(score: Score): string {
  return score.judged
    .flatMap(({ file, block, proposed }) => {
      const said = proposed?.speaker ?? null;
      if (isOneOf(said, block.speakers) || (said === null && block.speaker === null)) return [];
      const right = block.speaker ?? (block.speakers.length > 0 ? "(in general)" : "nobody");
      const kind = `${block.kind} as ${proposed?.kind ?? "nothing"}`;
      return [
        `${said === null ? "-" : "x"} ${numberOf(file)} ${right} ← ${said ?? "nobody"} (${kind}): ${startOf(block)}`,
      ];
    })
    .join("\n");
}

/** "07" of "07-schriftelijke-vragen.txt". */
const numberOf = (file: string): string => file.split("-", 1)[0] ?? "";

const startOf = (block: TruthBlock): string =>
  [...block.text.replace(/\s+/g, " ")].slice(0, 80).join("");
