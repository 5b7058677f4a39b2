import { expect, test } from "vitest";
import type { SegmentRow } from "../model";
import { outcomeOf, quoteOf } from "./outcome";

let at = 0;
/** Segments behind each other; `words` are quoted out of “- words”. */
function segment(words: string, fields: Partial<SegmentRow> = {}): SegmentRow {
  const text = `- ${words}`;
  const start = at;
  at += text.length + 1;
  return {
    start,
    end: start + text.length,
    quoteStart: start + 2,
    quoteEnd: start + text.length,
    text,
    kind: "reaction",
    statement: null,
    speaker: null,
    replyTo: null,
    reason: "byHand",
    confidence: 1,
    decision: "accepted",
    irrelevantReason: null,
    groupName: null,
    groupId: null,
    position: null,
    alternatives: null,
    cue: null,
    ...fields,
  };
}

test("stellingen come by number with their explanation, reactions in the order of the text", () => {
  const second = segment("Ook thuis.", { kind: "statement", statement: 2 });
  const first = segment("Eén begeleider.", { kind: "statement", statement: 1 });
  const why = segment("Nu wisselt het.", { kind: "explanation", statement: 1 });
  const more = segment("Ieder jaar.", { kind: "explanation", statement: 1 });
  const said = segment("Goed.", { statement: 2 });
  const asked = segment("Wanneer?", { kind: "question", decision: "open" });
  const heading = segment("Kop", { kind: "heading" });
  const gone = segment("Dubbel.", { decision: "irrelevant", statement: 9 });
  expect(outcomeOf([second, first, why, more, said, asked, heading, gone])).toEqual({
    statements: [
      { number: 1, segment: first, explanations: [why, more] },
      { number: 2, segment: second, explanations: [] },
    ],
    reactions: [
      { segment: said, kind: "reaction", statement: 2 },
      { segment: asked, kind: "question", statement: null },
    ],
    looseExplanations: 0,
    doubtful: [],
    irrelevant: 1,
    open: 1,
    problems: [],
  });
});

test("an explanation of no stelling becomes a remark", () => {
  const loose = segment("Dat zit zo.", { kind: "explanation" });
  expect(outcomeOf([loose])).toMatchObject({
    reactions: [{ segment: loose, kind: "remark", statement: null }],
    looseExplanations: 1,
    problems: [],
  });
});

test("what belongs to a stelling that is not there is named once, at its first", () => {
  const one = segment("Goed.", { statement: 3 });
  const two = segment("Niet goed.", { statement: 3 });
  const three = segment("Daarom.", { statement: 4, kind: "explanation" });
  expect(outcomeOf([one, two, three]).problems).toEqual([
    { type: "noStatement", number: 3, start: one.start },
    { type: "noStatement", number: 4, start: three.start },
  ]);
  const left = segment("Eén.", { kind: "statement", statement: 3, decision: "irrelevant" });
  expect(outcomeOf([left, one]).problems).toHaveLength(1);
});

test("one number for two stellingen is refused, unless they say the same", () => {
  const put = segment("Eén begeleider.", { kind: "statement", statement: 1 });
  const again = segment("eén  BEGELEIDER.", { kind: "statement", statement: 1 });
  const other = segment("Twee begeleiders.", { kind: "statement", statement: 1 });
  expect(outcomeOf([put, again]).problems).toEqual([]);
  expect(outcomeOf([put, again]).statements).toHaveLength(1);
  expect(outcomeOf([put, other]).problems).toEqual([
    { type: "twoStatements", number: 1, start: other.start },
  ]);
  const unnumbered = segment("Los.", { kind: "statement" });
  expect(outcomeOf([unnumbered])).toMatchObject({ statements: [], reactions: [], problems: [] });
});

test("what is quoted counts from the start of the segment", () => {
  segment("iets ervoor");
  expect(quoteOf(segment("Goed 🙂."))).toBe("Goed 🙂.");
});
