import type { SegmentKind } from "@/db/vocabulary";
import { isNothing } from "@/domain/proposal/model";

/** The letter that chooses a kind on the workbench; none is used for anything else there. */
export const KIND_KEYS: Record<SegmentKind, string> = {
  heading: "h",
  statement: "t",
  explanation: "l",
  reaction: "r",
  question: "v",
  answer: "w",
  advice: "d",
  concern: "z",
  expectation: "e",
  compliment: "c",
  remark: "o",
  action: "i",
  decision: "b",
  task: "y",
  exclusion: "q",
  agreement: "f",
  procedural: "p",
};

/** The kind a letter chooses. */
export function kindOfKey(key: string): SegmentKind | undefined {
  return (Object.keys(KIND_KEYS) as SegmentKind[]).find((kind) => KIND_KEYS[kind] === key);
}

export type KindTone = "statement" | "explanation" | "reaction" | "question" | "none";

/** The colour family of a kind: what it will become. Each also has its own word and shape. */
export function toneOf(kind: SegmentKind): KindTone {
  if (kind === "statement" || kind === "explanation") return kind;
  if (isNothing(kind)) return "none";
  return kind === "question" || kind === "answer" ? "question" : "reaction";
}

/** How sure the proposal is, as people say it. */
export function certaintyOf(confidence: number): "high" | "middle" | "low" {
  if (confidence >= 0.85) return "high";
  return confidence >= 0.65 ? "middle" : "low";
}
