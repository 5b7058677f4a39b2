import { expect, test } from "vitest";
import type { SegmentRow } from "../model";
import { alikeTo } from "./alike";

let at = 0;
function row(text: string, fields: Partial<SegmentRow> = {}): SegmentRow {
  const start = at;
  at += text.length + 1;
  return {
    start,
    end: start + text.length,
    quoteStart: start,
    quoteEnd: start + text.length,
    text,
    kind: "remark",
    statement: null,
    speaker: null,
    replyTo: null,
    reason: "fitsAround",
    confidence: 0.5,
    decision: "open",
    irrelevantReason: null,
    groupName: null,
    groupId: null,
    position: null,
    alternatives: null,
    cue: null,
    ...fields,
  };
}

const wordsOf = (alike: ReturnType<typeof alikeTo>) =>
  alike?.matches.map(({ words, length, likely }) => [words.slice(0, length), likely]);

test("the same label comes first, also of another kind, which is doubtful", () => {
  const was = row("Voorstel: één vast nummer.");
  const same = row("- Voorstel: bel voor acht uur.");
  const other = row("Voorstel: minder wachten.", { kind: "reaction" });
  const alike = alikeTo(was, "advice", [was, same, row("Iets anders."), other]);
  expect(alike).toMatchObject({ shared: "label", kind: "advice", was: "remark" });
  expect(wordsOf(alike)).toEqual([
    ["Voorstel:", true],
    ["Voorstel:", false],
  ]);
});

test("the same first word, but never one that says nothing", () => {
  const was = row("Kijk naar wat het kind aankan.");
  const alike = alikeTo(was, "advice", [
    was,
    row("Kijk ook eens naar de tijden."),
    row("Zij kijken ernaar."),
  ]);
  expect(alike?.shared).toBe("opening");
  expect(wordsOf(alike)).toEqual([["Kijk", true]]);
  const common = row("De bus is laat.");
  expect(
    alikeTo(common, "concern", [common, row("Tussen beide."), row("De rit duurt lang.")]),
  ).toMatchObject({ shared: "place" });
});

test("the same speaker, unless it is X; items around it are never ticked", () => {
  const was = row("Dat duurt lang.", { speaker: "Schoolleider" });
  const far = row("Wij missen informatie.", { speaker: "Schoolleider" });
  const between = row("Goed idee.", { kind: "compliment" });
  expect(alikeTo(was, "concern", [was, between, far])).toMatchObject({
    shared: "speaker",
    matches: [{ start: far.start, likely: true }],
  });
  const x = row("Dat duurt lang.", { speaker: "X" });
  const alsoX = row("Wij missen informatie.", { speaker: "X" });
  expect(alikeTo(x, "concern", [x, alsoX])?.shared).toBe("place");
  expect(wordsOf(alikeTo(x, "concern", [x, alsoX]))).toEqual([["", false]]);
});

test("what a person decided, what is sure, and stellingen are left alone", () => {
  const was = row("Kijk naar de tijden.");
  const rows = [
    row("Kijk om je heen.", { reason: "byHand" }),
    row("Kijk vooruit.", { decision: "irrelevant" }),
    row("Kijk niet om.", { kind: "statement" }),
    row("Kijk dan.", { kind: "advice" }),
  ];
  expect(alikeTo(was, "advice", [was, ...rows])).toBeNull();
  const sure = row("Kijk eens aan.", { confidence: 0.95 });
  expect(wordsOf(alikeTo(was, "advice", [was, sure]))).toEqual([["Kijk", false]]);
});
