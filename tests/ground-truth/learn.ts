import fs from "node:fs";
import path from "node:path";
import { SEGMENT_KINDS, type SegmentKind } from "@/db/vocabulary";
import { SURENESS, sureOf } from "@/domain/proposal/rules/evidence";
import { proposeSplit, readDocuments } from "@/domain/proposal/rules/propose";
import {
  afterName,
  aloneFor,
  marginals,
  type Piece,
  type Weights,
} from "@/domain/proposal/rules/sequence";
import { piecesOf } from "@/domain/proposal/rules/weigh";
import { CodePointIndex } from "@/domain/text/rules";
import { measure } from "./measure";
import { documentLines, print, shortLine, totalLines, wrongLines } from "./print";
import { readTruth, type TruthBlock, type TruthFile } from "./read";
import { sectionsOf } from "./sections";

/**
 * `npm run learn`: learns the weights of `domain/proposal/weights.json` from the annotated set, and
 * says how well they do on documents that were left out of the learning, each in its turn. Each section
 * by itself is a document too: people also bring in one page. The result is the same each time: nothing is
 * drawn by chance.
 */

const WEIGHTS = path.join(import.meta.dirname, "../../domain/proposal/weights.json");
/** What is seen in fewer pieces than this says more about them than about documents. */
const SEEN = Number(process.env.SEEN ?? 3);
const ROUNDS = 30;
/** A word that comes in fewer files than this belongs to their subject. */
const IN_FILES = Number(process.env.IN_FILES ?? 5);
/** How strongly weights are held near nothing (the variance of their prior). */
const VARIANCE = Number(process.env.VARIANCE ?? 0.02);
const STEP = 0.1;
/** How much a rule is trusted before anything was learned. */
const TRUST = Number(process.env.TRUST ?? 6);

interface Example {
  file: string;
  pieces: Piece[];
  evidence: (readonly string[])[];
  /** The right kind of each. */
  kinds: SegmentKind[];
}

function examplesOf(file: TruthFile): Example[] {
  const index = new CodePointIndex(file.text);
  const blocks = file.documents.flatMap((document) => document.blocks);
  return readDocuments(file.text, file.name).map(({ range, drafts }) => {
    const right = drafts.map(({ unit }) =>
      mostOf(blocks, index.toCodePoint(unit.start), index.toCodePoint(unit.end)),
    );
    const pieces = piecesOf(range, drafts);
    return {
      file: file.name,
      pieces,
      evidence: pieces.map((piece) => piece.evidence()),
      kinds: right.map((block, i) => block?.kind ?? drafts[i]?.kind ?? "remark"),
    };
  });
}

function mostOf(blocks: readonly TruthBlock[], start: number, end: number) {
  let best: TruthBlock | undefined;
  let most = 0;
  for (const block of blocks) {
    const shared = Math.min(end, block.end) - Math.max(start, block.start);
    if (shared > most) [best, most] = [block, shared];
  }
  return best;
}

/** Learns by stochastic gradient ascent (AdaGrad) on the conditional likelihood. */
function learn(examples: readonly Example[]): Weights {
  const seen = new Map<string, number>();
  const files = new Map<string, Set<string>>();
  for (const { evidence, file } of examples)
    for (const names of evidence)
      for (const name of names) {
        seen.set(name, (seen.get(name) ?? 0) + 1);
        if (name.startsWith("word:")) files.set(name, (files.get(name) ?? new Set()).add(file));
      }
  const names = [...seen]
    .filter(([name, times]) => times >= SEEN && (files.get(name)?.size ?? IN_FILES) >= IN_FILES)
    .map(([name]) => name);
  const places = new Map(names.map((name, i) => [name, i * K]));
  const own = new Rows(names.length * K);
  // Until examples say otherwise, what the rules make of a piece is what it is.
  for (const [k, kind] of SEGMENT_KINDS.entries()) {
    for (const [band, confidence] of [0, ...SURENESS].entries()) {
      const place = places.get(sureOf(kind, confidence));
      if (place !== undefined) own.expect(place + k, (TRUST * band) / SURENESS.length);
    }
  }
  const after = new Rows(2 * K * K);
  const count = examples.reduce((sum, { pieces }) => sum + pieces.length, 0);
  const prepared = examples.map((example) => ({
    ...example,
    at: example.evidence.map((names) =>
      names.map((name) => places.get(name) ?? -1).filter((place) => place >= 0),
    ),
    right: example.kinds.map((kind) => SEGMENT_KINDS.indexOf(kind)),
  }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const { pieces, at, right } of prepared) {
      const apart = Float64Array.from({ length: K * K }, (_, jk) => after.value(jk));
      const listed = apart.map((value, jk) => value + after.value(K * K + jk));
      const alone = new Float64Array(pieces.length * K);
      for (const [i, piece] of pieces.entries()) {
        alone.set(aloneFor(piece), i * K);
        for (const place of at[i] ?? []) {
          for (let k = 0; k < K; k++) {
            alone[i * K + k] = (alone[i * K + k] ?? 0) + own.value(place + k);
          }
        }
      }
      const sameList = pieces.map((piece) => piece.sameList);
      const { each, pair } = marginals(alone, sameList, { apart, listed });
      for (const [i, piece] of pieces.entries()) {
        // What may be one kind only teaches nothing about itself.
        if (piece.only === null) {
          for (let k = 0; k < K; k++) {
            const slope = (k === right[i] ? 1 : 0) - (each[i * K + k] ?? 0);
            if (Math.abs(slope) > 1e-4) for (const place of at[i] ?? []) own.add(place + k, slope);
          }
        }
        if (i === 0) continue;
        const seenPair = (right[i - 1] ?? 0) * K + (right[i] ?? 0);
        after.add(seenPair, 1);
        if (piece.sameList) after.add(K * K + seenPair, 1);
        for (let j = 0; j < K; j++) {
          for (let k = 0; k < K; k++) {
            const likely = pair(i, j, k);
            if (likely < 1e-4) continue;
            after.add(j * K + k, -likely);
            if (piece.sameList) after.add(K * K + j * K + k, -likely);
          }
        }
      }
      const share = pieces.length / count / VARIANCE;
      own.step(share);
      after.step(share);
    }
  }
  const rowOf = (rows: Rows, place: number) =>
    Object.fromEntries(
      SEGMENT_KINDS.map((kind, k) => [kind, Math.round(rows.value(place + k) * 100) / 100])
        .filter(([, value]) => Math.abs(Number(value)) >= 0.05)
        .sort(),
    );
  const filled = (rows: [string, object][]) =>
    Object.fromEntries(
      rows.filter(([, row]) => Object.keys(row).length > 0).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return {
    evidence: filled([...places].map(([name, place]) => [name, rowOf(own, place)])),
    after: filled(
      SEGMENT_KINDS.flatMap((kind, j): [string, object][] => [
        [afterName(kind, false), rowOf(after, j * K)],
        [afterName(kind, true), rowOf(after, K * K + j * K)],
      ]),
    ),
  };
}

const K = SEGMENT_KINDS.length;

/** Weights with their slopes and the steps they took. */
class Rows {
  private readonly values: Float64Array;
  private readonly slopes: Float64Array;
  private readonly walked: Float64Array;
  private readonly expected: Float64Array;
  private readonly touched = new Set<number>();

  constructor(size: number) {
    this.values = new Float64Array(size);
    this.slopes = new Float64Array(size);
    this.expected = new Float64Array(size);
    this.walked = new Float64Array(size).fill(1e-6);
  }

  /** Where a weight is held near, and begins. */
  expect(at: number, value: number): void {
    this.expected[at] = value;
    this.values[at] = value;
  }

  value(at: number): number {
    return this.values[at] ?? 0;
  }

  add(at: number, slope: number): void {
    this.slopes[at] = (this.slopes[at] ?? 0) + slope;
    this.touched.add(at);
  }

  /** Walks along the slopes, held back towards nothing; then forgets them. */
  step(hold: number): void {
    for (const at of this.touched) {
      const slope = (this.slopes[at] ?? 0) - (this.value(at) - (this.expected[at] ?? 0)) * hold;
      this.walked[at] = (this.walked[at] ?? 0) + slope * slope;
      this.values[at] = this.value(at) + (STEP * slope) / Math.sqrt(this.walked[at] ?? 1);
      this.slopes[at] = 0;
    }
    this.touched.clear();
  }
}

const files = readTruth();
const examples = files.map((file) => [file, ...sectionsOf(file)].flatMap(examplesOf));
const folds = Number(process.env.FOLDS ?? 4);
if (!process.argv.includes("--only-learn")) {
  const byText = new Map<string, Weights>();
  for (let fold = 0; fold < folds; fold++) {
    const weights = learn(examples.filter((_, j) => j % folds !== fold).flat());
    for (const [j, file] of files.entries()) if (j % folds === fold) byText.set(file.text, weights);
  }
  const leftOut = (text: string) => proposeSplit(text, { weights: byText.get(text) });
  print(`Each left out of the learning: ${totalLines(files, measure(files, leftOut))}`);
  const sections = files.flatMap((file) => {
    const found = sectionsOf(file);
    for (const { text } of found) byText.set(text, byText.get(file.text) as Weights);
    return found;
  });
  print(`Their sections by themselves, the same: ${shortLine("", sections, leftOut).trim()}`);
  if (process.argv.includes("--by-document")) print(documentLines(files, leftOut));
  if (process.argv.includes("--wrong")) print(wrongLines(measure(files, leftOut)));
}
fs.writeFileSync(WEIGHTS, written(learn(examples.flat())));

/** As JSON with a line for each name, so that a change of one can be seen. */
function written(weights: Weights): string {
  const part = (rows: object) =>
    Object.entries(rows)
      .map(([name, row]) => `${JSON.stringify(name)}: ${JSON.stringify(row)}`)
      .join(",\n");
  return `{"evidence": {\n${part(weights.evidence)}\n},\n"after": {\n${part(weights.after)}\n}}\n`;
}
