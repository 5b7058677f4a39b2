import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { proposeSplit } from "@/domain/proposal/rules";
import { sliceCodePoints } from "@/domain/text/rules";
import { FLOOR_FILE, floorOf } from "./floor";
import { measure } from "./measure";
import { parse, readTruth, TRUTH_KINDS, truthFileNames } from "./read";

const files = readTruth();
const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean).length;

describe("the annotated documents", () => {
  it("are all in the list, and the list names no other", () => {
    expect(files.map((file) => file.name).sort()).toEqual(truthFileNames());
  });

  it("are many, of many shapes, and as long as documents are", () => {
    expect(new Set(files.map((file) => file.shape)).size).toBeGreaterThanOrEqual(20);
    expect(files.reduce((sum, file) => sum + wordsIn(file.text), 0)).toBeGreaterThan(10_000);
    for (const file of files) {
      expect(wordsIn(file.text), file.name).toBeGreaterThanOrEqual(150);
      expect(wordsIn(file.text), file.name).toBeLessThanOrEqual(900);
    }
  });

  it("have every kind in both sets, which are halves", () => {
    const [dev, held] = [readTruth("dev"), readTruth("held")];
    expect(Math.abs(dev.length - held.length)).toBeLessThanOrEqual(1);
    for (const set of [dev, held]) {
      const blocks = set.flatMap((file) => file.documents).flatMap((found) => found.blocks);
      expect(new Set(blocks.map((block) => block.kind))).toEqual(new Set(TRUTH_KINDS));
    }
  });

  it.each(files.map((file) => [file.name, file] as const))("%s is covered by blocks", (_, file) => {
    const blocks = file.documents.flatMap((document) => document.blocks);
    let at = 0;
    for (const block of blocks) {
      expect(block.start).toBeGreaterThanOrEqual(at);
      expect(sliceCodePoints(file.text, at, block.start).trim()).toBe("");
      expect(sliceCodePoints(file.text, block.start, block.end)).toBe(block.text);
      expect(block.acceptable).not.toContain(block.kind);
      at = block.end;
    }
    expect(sliceCodePoints(file.text, at).trim()).toBe("");
  });
});

describe("a mark", () => {
  const opening = '⟦⟦document kind=meeting title="Verslag"⟧⟧\n';

  it("is taken out, and what it says is kept", () => {
    const read = parse(
      `${opening}⟦question speaker="Anke|A."⟧Anke: mag dat?\n⟦answer|remark maybe=Piet⟧Ja 😀\n\n`,
      "x",
    );
    expect(read.text).toBe("Anke: mag dat?\nJa 😀\n\n");
    expect(read.documents[0]).toMatchObject({
      title: "Verslag",
      kind: "meeting",
      start: 0,
      end: 19,
    });
    expect(read.documents[0]?.blocks).toMatchObject([
      { kind: "question", speaker: "Anke", speakers: ["Anke", "A."], start: 0, end: 14 },
      { kind: "answer", acceptable: ["remark"], speaker: null, speakers: ["Piet"], replyTo: 0 },
    ]);
  });

  it.each([
    ["⟦remark⟧ ⟦remark⟧x", /empty block/],
    ["x ⟦remark⟧y", /words before/],
    ["⟦remark who=x⟧y", /means nothing/],
    ["⟦remark speaker=x y⟧z", /cannot read/],
    ["⟦remark⟧y ⟦", /not one/],
  ])("that is wrong is refused: %s", (words, message) => {
    expect(() => parse(opening + words, "x")).toThrow(message);
  });
});

describe("the score", () => {
  const propose = (text: string) => proposeSplit(text);

  it("is not worse than it was", () => {
    const floor: Record<string, number> = JSON.parse(fs.readFileSync(FLOOR_FILE, "utf8"));
    const today = floorOf(measure(files, propose));
    expect(Object.keys(today).sort()).toEqual(Object.keys(floor).sort());
    const worse = Object.entries(floor).filter(([name, least]) => (today[name] ?? 0) < least);
    expect(worse.map(([name, least]) => `${name}: ${today[name]}, was ${least}`)).toEqual([]);
  });
});
