import { describe, expect, it } from "vitest";
import { sliceCodePoints } from "@/domain/text/rules";
import { parse, readTruth, truthFileNames } from "./read";

const files = readTruth();

describe("the annotated documents", () => {
  it("are all in the list, and the list names no other", () => {
    expect(files.map((file) => file.name).sort()).toEqual(truthFileNames());
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
