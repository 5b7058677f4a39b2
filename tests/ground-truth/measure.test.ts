import { describe, expect, it } from "vitest";
import type { ProposedSegment, SplitProposal } from "@/domain/proposal/model";
import { MEASURES, type Measure, measure } from "./measure";
import { parse, readTruth, type TruthFile } from "./read";

/** A number for each label of a stelling, as a proposal has to give one. */
function numbersOf(file: TruthFile): Map<string, number> {
  const labels = file.documents
    .flatMap((document) => document.blocks)
    .flatMap(({ statement }) => (statement === null ? [] : [statement]));
  return new Map(
    [...new Set(labels)].map((label, i) => [label, /^\d+$/.test(label) ? Number(label) : 100 + i]),
  );
}

/** A proposal that says exactly what was read, each segment changed by `change`. */
function proposalOf(
  file: TruthFile,
  change: (segment: ProposedSegment) => Partial<ProposedSegment> = () => ({}),
): SplitProposal {
  const numbers = numbersOf(file);
  let first = 1;
  const documents = file.documents.map((document) => {
    const segments = document.blocks.map((block, i): ProposedSegment => {
      const said = {
        n: first + i,
        start: block.start,
        end: block.end,
        text: block.text,
        quoteStart: block.start,
        quoteEnd: block.end,
        kind: block.kind as ProposedSegment["kind"],
        statement: block.statement === null ? null : (numbers.get(block.statement) ?? null),
        speaker: block.speaker,
        group: block.group,
        position: block.position,
        reason: "byHand" as const,
        confidence: 1,
        alternatives: [],
        replyTo: block.replyTo === null ? null : first + block.replyTo,
      };
      return { ...said, ...change(said) };
    });
    first += segments.length;
    return { ...document, group: null, statements: [], segments };
  });
  return { characters: file.text.length, documents, unplaced: [] };
}

const share = (score: ReturnType<typeof measure>, name: Measure) =>
  score.measures[name].right / score.measures[name].of;

describe("what is measured", () => {
  const files = readTruth();
  const byText = new Map(files.map((file) => [file.text, file]));
  const scoreOf = (change?: Parameters<typeof proposalOf>[1]) =>
    measure(files, (text) => proposalOf(byText.get(text) as TruthFile, change));

  it("is all right for who proposes exactly what was read", () => {
    const score = scoreOf();
    const notAll = Object.keys(MEASURES).filter((name) => share(score, name as Measure) !== 1);
    expect(notAll).toEqual([]);
    expect(score.calibrationError).toBe(0);
    for (const [kind, { expected, found, proposed, right }] of Object.entries(score.kinds)) {
      expect([kind, found, right, proposed]).toEqual([kind, expected, expected, expected]);
    }
  });

  it("counts against who calls everything a remark, and is sure of it", () => {
    const score = scoreOf(() => ({ kind: "remark", replyTo: null }));
    const { expected, found, proposed, right } = score.kinds.remark ?? {};
    expect([found, right]).toEqual([expected, expected]);
    expect(proposed).toBe(score.judged.length);
    expect(share(score, "exact")).toBeLessThan(0.1);
    expect(share(score, "acceptable")).toBeGreaterThan(share(score, "exact"));
    expect(share(score, "replies")).toBe(0);
    expect(score.calibrationError).toBeGreaterThan(0.7);
  });

  it("counts a speaker too many against those proposed, not against those found", () => {
    const score = scoreOf(({ speaker }) => ({ speaker: speaker ?? "Voorstel" }));
    expect(share(score, "speakersFound")).toBe(1);
    expect(share(score, "speakersRight")).toBeLessThan(0.5);
  });
});

describe("a block and its proposal", () => {
  const { text, documents } = parse(
    `⟦⟦document kind=meeting title="Verslag"⟧⟧
⟦procedural⟧| Nr | Vraag |
⟦question⟧| 1 | Mag een elektrische bus ook? |
⟦concern|reaction speaker="De heer Bos"⟧De heer Bos vreest van niet.`,
    "x",
  );
  const file = { name: "01-x.md", set: "dev", shape: "x", text, documents } as TruthFile;
  const segment = (words: string, more: Partial<ProposedSegment>): ProposedSegment => ({
    n: 1,
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
    text: words,
    quoteStart: 0,
    quoteEnd: 0,
    kind: "remark",
    statement: null,
    speaker: null,
    group: null,
    position: null,
    reason: "byHand",
    confidence: 0.6,
    alternatives: [],
    replyTo: null,
    ...more,
  });
  const scoreOf = (segments: ProposedSegment[]) =>
    measure([file], () => ({
      characters: text.length,
      documents: [
        { ...documents[0], group: null, statements: [], segments },
      ] as SplitProposal["documents"],
      unplaced: [],
    }));

  it("are those that share most", () => {
    const score = scoreOf([
      segment("| Nr | Vraag |\n| 1 | Mag", { kind: "procedural" }),
      segment("een elektrische bus ook? |", { kind: "question" }),
      segment("De heer Bos vreest van niet.", { kind: "reaction", speaker: "de heer bos" }),
    ]);
    expect(score.judged.map(({ verdict }) => verdict)).toEqual(["exact", "exact", "acceptable"]);
    expect(score.measures.speakersFound).toEqual({ right: 1, of: 1 });
    expect(score.measures.boundaries).toEqual({ right: 1, of: 3 });
    expect(score.bands.map((band) => band.segments)).toEqual([0, 3, 0, 0]);
    expect(score.bands[1]).toMatchObject({ exact: 2, acceptable: 3 });
  });

  it("begin and end at the same words, whatever bars and numbers stand around them", () => {
    const score = scoreOf([segment("Mag een elektrische bus ook?", { kind: "question" })]);
    expect(score.measures.boundaries).toEqual({ right: 1, of: 3 });
    expect(score.judged.map(({ verdict }) => verdict)).toEqual(["wrong", "exact", "wrong"]);
  });
});
