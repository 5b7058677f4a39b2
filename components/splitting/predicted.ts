import type { Bar, SegmentChange, SegmentRow } from "@/domain/splitting/model";
import { becomesNothing, isUnsure } from "@/domain/splitting/rules/sure";
import type { Shown } from "./use-workbench";

/** The segments a change is about; none when it does not name them. */
export function startsOf(change: SegmentChange): number[] {
  if ("starts" in change) return change.starts;
  return "start" in change ? [change.start] : [];
}

/** What the page will look like, before the server has said so. Cuts and joins wait for it. */
export function predicted(now: Shown, change: SegmentChange): Shown {
  if (change.type === "setDefaultGroup") {
    return { ...now, defaultGroupId: change.groupId || null, alike: null };
  }
  const starts = new Set(startsOf(change));
  const rows = now.rows.map((row) => {
    if (change.type === "acceptRest" || change.type === "acceptSure") {
      const sure = change.type === "acceptRest" || !isUnsure(row, change.bar);
      return sure && row.decision === "open" ? { ...row, decision: "accepted" as const } : row;
    }
    return starts.has(row.start) ? predictedRow(row, change) : row;
  });
  return { ...now, rows, progress: counted(now, rows), alike: null };
}

/** The counts of the part as they move with the rows of this page. */
function counted({ progress, rows: was }: Shown, is: SegmentRow[]): Shown["progress"] {
  const moved = (counts: (row: SegmentRow) => boolean) =>
    is.filter(counts).length - was.filter(counts).length;
  const isOpen = (row: SegmentRow) => row.decision === "open";
  const isSure = (bar: Bar) => (row: SegmentRow) => isOpen(row) && !isUnsure(row, bar);
  return {
    ...progress,
    open: progress.open + moved(isOpen),
    nothing: progress.nothing + moved(becomesNothing),
    sure: progress.sure.map((one) => ({
      ...one,
      count: one.count + moved(isSure(one.bar)),
      unsure: one.unsure + moved((row) => isUnsure(row, one.bar)),
    })),
  };
}

function predictedRow(row: SegmentRow, change: SegmentChange): SegmentRow {
  const corrected = {
    ...row,
    reason: "byHand" as const,
    confidence: 1,
    decision: row.decision === "accepted" ? row.decision : ("open" as const),
    irrelevantReason: null,
    alternatives: null,
  };
  switch (change.type) {
    case "accept":
      return { ...row, decision: "accepted", irrelevantReason: null };
    case "changeKind":
      return { ...corrected, kind: change.kind, decision: "accepted" };
    case "moveToStatement":
      return row.kind === "statement" && change.starts.length > 1
        ? row
        : { ...corrected, statement: change.statement };
    case "setSpeaker":
      return { ...corrected, speaker: change.speaker || null };
    case "setGroup":
      return { ...row, groupId: change.groupId || null };
    case "markIrrelevant":
      return { ...row, decision: "irrelevant", irrelevantReason: change.reason };
    default:
      return row;
  }
}
