import { describe, expect, it } from "vitest";
import { checkRequirement } from "@/domain/checking/rules";
import { checkDocument } from "@/domain/checking/rules/document";
import { sliceCodePoints } from "@/domain/text/rules";
import { floorOf, measureChecks, readFloor } from "./measure";
import { parseSentence, readSentences } from "./read";

const sentences = readSentences();

describe("the marked sentences", () => {
  it("are many, half of them good, and of several kinds of contract", () => {
    const good = sentences.filter(({ places }) => places.length === 0).length;
    expect(sentences.length).toBeGreaterThanOrEqual(300);
    expect(good / sentences.length).toBeGreaterThan(0.4);
    expect(good / sentences.length).toBeLessThan(0.6);
    expect(new Set(sentences.map(({ text }) => text)).size).toBe(sentences.length);
  });

  it("say where each mark stands", () => {
    const { text, places } = parseSentence("🚌 Komt ⟦vagueFrequency|vaak⟧.");
    expect(text).toBe("🚌 Komt vaak.");
    expect(sliceCodePoints(text, places[0]?.start ?? 0, places[0]?.end)).toBe("vaak");
    expect(() => parseSentence("⟦vaag|vaak⟧")).toThrow(/no mark/);
  });
});

describe("the score", () => {
  const score = measureChecks(sentences, (text) => checkRequirement(text));

  it("is not worse than it was", () => {
    const today = floorOf(score);
    const worse = Object.entries(readFloor()).filter(([name, least]) => (today[name] ?? 0) < least);
    expect(worse.map(([name, least]) => `${name}: ${today[name]}, was ${least}`)).toEqual([]);
  });

  it("finds an error in at most two of a hundred good sentences", () => {
    expect(score.good.withError / score.good.sentences).toBeLessThanOrEqual(0.02);
  });

  it("counts a finding beside a mark of another rule as wrong", () => {
    const sentence = { file: "x", ...parseSentence("De coach komt ⟦vagueAmount|vaak⟧.") };
    const { all } = measureChecks([sentence], (text) => checkRequirement(text));
    expect(all).toEqual({ marks: 1, found: 0, finds: 1, right: 0 });
  });
});

it("500 requirements take less than a second", () => {
  const many = Array.from({ length: 500 }, (_, i) => ({
    name: `E-${i}`,
    text: `${sentences[i % sentences.length]?.text} (${i})`,
  }));
  // Time of this process alone, and the best of a few: what others on the machine take says nothing.
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 8 && best >= 1_000; round++) {
    const started = process.cpuUsage();
    checkDocument(many);
    const { user, system } = process.cpuUsage(started);
    best = Math.min(best, (user + system) / 1_000);
  }
  expect(best).toBeLessThan(1_000);
});
