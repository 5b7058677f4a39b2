import { isNothing } from "@/domain/proposal/model";
import type { Bar, Progress, SegmentRow } from "@/domain/splitting/model";

/** How sure a proposal is, and what that asks of a person. The queries say the same in SQL. */

/** Becomes nothing when it is confirmed as it stands. */
export function becomesNothing(row: Pick<SegmentRow, "kind" | "decision">): boolean {
  return row.decision === "irrelevant" || isNothing(row.kind);
}

/** A nothing whose words look like input, and of which no person said what it is. */
export function mayBeInput(row: SegmentRow): boolean {
  return (
    isNothing(row.kind) &&
    row.cue !== null &&
    row.reason !== "byHand" &&
    row.decision !== "irrelevant"
  );
}

/** Open and not to be taken over unseen at this bar, in percent. */
export function isUnsure(row: SegmentRow, bar: Bar): boolean {
  return row.decision === "open" && (!reaches(row, bar) || mayBeInput(row));
}

/** Sureness is stored in four bytes: a hair below the bar is on it. */
function reaches({ confidence }: SegmentRow, bar: Bar): boolean {
  return confidence * 100 > bar - 1e-4;
}

/** What taking over at this bar is about. */
export function sureAt(progress: Progress, bar: Bar): Progress["sure"][number] {
  return progress.sure.find((one) => one.bar === bar) ?? { bar, count: 0, wrong: 0, unsure: 0 };
}
