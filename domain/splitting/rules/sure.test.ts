import { expect, test } from "vitest";
import type { SegmentRow } from "../model";
import { becomesNothing, isUnsure, mayBeInput } from "./sure";

const row = (fields: Partial<SegmentRow>) =>
  ({
    kind: "reaction",
    decision: "open",
    reason: "fitsAround",
    confidence: 0.9,
    cue: null,
    ...fields,
  }) as SegmentRow;

test("on the bar is sure, a hair below it too for what is stored in four bytes", () => {
  expect(isUnsure(row({ confidence: 0.9 }), 90)).toBe(false);
  expect(isUnsure(row({ confidence: Math.fround(0.95) }), 95)).toBe(false);
  expect(isUnsure(row({ confidence: 0.89 }), 90)).toBe(true);
  expect(isUnsure(row({ confidence: 0.1, decision: "accepted" }), 80)).toBe(false);
});

test("a nothing that looks like input is never sure, until a person says what it is", () => {
  const nothing = row({ kind: "procedural", confidence: 1, cue: "phone" });
  expect(mayBeInput(nothing)).toBe(true);
  expect(isUnsure(nothing, 80)).toBe(true);
  expect(mayBeInput({ ...nothing, decision: "accepted" })).toBe(true);
  expect(mayBeInput({ ...nothing, reason: "byHand" })).toBe(false);
  expect(mayBeInput({ ...nothing, decision: "irrelevant" })).toBe(false);
  expect(mayBeInput({ ...nothing, kind: "reaction" })).toBe(false);
});

test("headings, the course of the meeting and what is left out become nothing", () => {
  expect(becomesNothing(row({ kind: "heading" }))).toBe(true);
  expect(becomesNothing(row({ decision: "irrelevant" }))).toBe(true);
  expect(becomesNothing(row({ kind: "explanation" }))).toBe(false);
});
