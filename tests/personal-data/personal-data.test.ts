import { describe, expect, it } from "vitest";
import { PERSONAL_DATA_KINDS } from "@/db/vocabulary";
import { findPersonalData } from "@/domain/privacy/rules";
import { sliceCodePoints } from "@/domain/text/rules";
import { floorOf, measurePersonal, readFloor } from "./measure";
import { parseMarked, readMarked } from "./read";

const documents = readMarked();

describe("the marked documents", () => {
  it("are many, and have every kind", () => {
    expect(documents.length).toBeGreaterThanOrEqual(25);
    const kinds = documents.flatMap(({ places }) => places).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(PERSONAL_DATA_KINDS));
    expect(kinds.filter((kind) => kind === "name").length).toBeGreaterThan(100);
    // Without anybody in them: only what looks like a name.
    expect(documents.filter(({ places }) => places.length === 0).length).toBeGreaterThanOrEqual(4);
  });

  it("say where each mark stands", () => {
    for (const { text, places } of documents) {
      for (const { start, end, text: words } of places) {
        expect(sliceCodePoints(text, start, end)).toBe(words);
      }
    }
  });

  it("are refused with a mark that is none", () => {
    expect(() => parseMarked("⟦naam|Jan⟧", "x")).toThrow(/no mark/);
    expect(() => parseMarked("⟦name⟧", "x")).toThrow(/no mark/);
    expect(() => parseMarked("⟦!name|Jan⟧", "x")).toThrow(/no mark/);
  });
});

describe("the score", () => {
  const score = measurePersonal(documents, findPersonalData);

  it("is not worse than it was", () => {
    const today = floorOf(score);
    const floor = readFloor();
    expect(Object.keys(today).sort()).toEqual(Object.keys(floor).sort());
    const worse = Object.entries(floor).filter(([name, least]) => (today[name] ?? 0) < least);
    expect(worse.map(([name, least]) => `${name}: ${today[name]}, was ${least}`)).toEqual([]);
  });

  it("is what was promised", () => {
    const { name } = score.kinds;
    expect(name.found / name.marks).toBeGreaterThanOrEqual(0.85);
    expect(score.all.right / score.all.finds).toBeGreaterThanOrEqual(0.8);
  });

  it("counts half a name as missed and as wrong", () => {
    const document = parseMarked("Gesproken met ⟦name|Jan de Boer⟧ en ⟦?name|Piet⟧.", "x");
    const half = { kind: "name", start: 14, end: 17, text: "Jan", confidence: 1 } as const;
    expect(measurePersonal([document], () => [half]).kinds.name).toEqual({
      marks: 1,
      found: 0,
      halves: 1,
      finds: 1,
      right: 0,
      exact: 0,
    });
    const whole = { ...half, end: 25, text: "Jan de Boer" };
    expect(measurePersonal([document], () => [whole]).kinds.name).toEqual({
      marks: 1,
      found: 1,
      halves: 0,
      finds: 1,
      right: 1,
      exact: 1,
    });
  });

  it("counts what only looks like personal data", () => {
    const document = parseMarked("In de ⟦!|Rozenstraat⟧ en in ⟦!|Mei⟧.", "x");
    const find = { kind: "name", start: 6, end: 11, text: "Rozen", confidence: 0.9 } as const;
    const score = measurePersonal([document], () => [find]);
    expect(score.traps).toEqual({ marks: 2, found: 1 });
    expect(score.trapped.map(({ place }) => place.text)).toEqual(["Rozenstraat"]);
  });
});
