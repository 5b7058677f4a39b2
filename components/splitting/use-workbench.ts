"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { useStatus } from "@/components/ui/toast";
import type {
  Progress,
  SegmentChange,
  SegmentPatch,
  SegmentRow,
  StatementChoice,
  UndoableStep,
} from "@/domain/splitting/model";

/** What a server action of the workbench answers. */
export type ChangeResult =
  | { status: "done"; patch: SegmentPatch }
  | { status: "error"; message: string; stale: boolean };

export interface WorkbenchActions {
  change: (input: {
    partId: string;
    lockVersion: number;
    change: SegmentChange;
  }) => Promise<ChangeResult>;
  undo: (input: { partId: string; lockVersion: number }) => Promise<ChangeResult>;
}

export interface WorkbenchData {
  partId: string;
  lockVersion: number;
  segments: SegmentRow[];
  progress: Progress;
  statements: StatementChoice[];
  undo: UndoableStep | null;
  /** Starts of the segments right before and after this page, in the same list. */
  before: number | null;
  after: number | null;
}

interface Shown {
  rows: SegmentRow[];
  progress: Progress;
  statements: StatementChoice[];
  undo: UndoableStep | null;
}

/** The newest version of a part seen in this tab: going back must not show an older page. */
const newest = new Map<string, number>();

/**
 * The state of a page of the workbench. A change shows at once and is sent in turn, each on the
 * version that the one before it left; what the server answers is the truth. When one is refused,
 * what was lined up behind it is dropped and the page is fetched again.
 */
export function useWorkbench(
  data: WorkbenchData,
  actions: WorkbenchActions,
  /** The sentence for a change that never arrived. */
  offline: string,
) {
  const router = useRouter();
  const { announce } = useStatus();
  const [seen, setSeen] = useState(data);
  const [shown, setShown] = useState<Shown>(() => shownOf(data));
  const [busy, setBusy] = useState(0);
  const version = useRef(data.lockVersion);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const generation = useRef(0);
  /** Per segment how many changes are still on their way. */
  const waiting = useRef(new Map<number, number>());

  if (data !== seen) {
    setSeen(data);
    setShown(shownOf(data));
  }
  useEffect(() => {
    if (data.lockVersion < (newest.get(data.partId) ?? 0)) router.refresh();
    else version.current = data.lockVersion;
  }, [data, router]);

  const unsent = busy > 0;
  useEffect(() => {
    if (!unsent) return;
    // Closing the tab now would leave changes behind: the browser asks first.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsent]);

  const send = useCallback(
    (work: (lockVersion: number) => Promise<ChangeResult>, starts: number[]) => {
      const mine = generation.current;
      const count = (by: number) => {
        for (const start of starts) {
          waiting.current.set(start, (waiting.current.get(start) ?? 0) + by);
        }
      };
      count(1);
      setBusy((n) => n + 1);
      const run = async (): Promise<SegmentPatch | null> => {
        try {
          if (mine !== generation.current) return null;
          const result = await work(version.current);
          count(-1);
          if (result.status === "error") {
            generation.current += 1;
            waiting.current.clear();
            announce({ text: result.message, tone: "error" });
            router.refresh();
            return null;
          }
          version.current = result.patch.lockVersion;
          newest.set(data.partId, result.patch.lockVersion);
          setShown((now) => merged(now, result.patch, waiting.current, data));
          return result.patch;
        } catch (error) {
          // The connection was lost: what the page says may not be what is stored.
          generation.current += 1;
          waiting.current.clear();
          announce({ text: offline, tone: "error" });
          router.refresh();
          throw error;
        } finally {
          setBusy((n) => n - 1);
        }
      };
      const next = line.current.then(run, run);
      line.current = next.catch(() => {});
      return next;
    },
    [data, offline, router, announce],
  );

  const change = useCallback(
    (wanted: SegmentChange) => {
      setShown((now) => predicted(now, wanted));
      return send(
        (lockVersion) => actions.change({ partId: data.partId, lockVersion, change: wanted }),
        startsOf(wanted),
      );
    },
    [actions, data.partId, send],
  );

  const takeBack = useCallback(
    () => send((lockVersion) => actions.undo({ partId: data.partId, lockVersion }), []),
    [actions, data.partId, send],
  );

  /** When all changes have arrived: leaving the page before would leave them behind. */
  const settled = useCallback(() => line.current, []);

  return { ...shown, busy: unsent, change, takeBack, settled };
}

function shownOf({ segments, progress, statements, undo }: WorkbenchData): Shown {
  return { rows: segments, progress, statements, undo };
}

function startsOf(change: SegmentChange): number[] {
  if (change.type === "accept") return change.starts;
  return change.type === "acceptRest" ? [] : [change.start];
}

/** What the page will look like, before the server has said so. Cuts and joins wait for it. */
function predicted(now: Shown, change: SegmentChange): Shown {
  const starts = new Set(startsOf(change));
  const rows = now.rows.map((row) => {
    if (change.type === "acceptRest") {
      return row.decision === "open" ? { ...row, decision: "accepted" as const } : row;
    }
    return starts.has(row.start) ? predictedRow(row, change) : row;
  });
  const open = (list: SegmentRow[]) => list.filter((row) => row.decision === "open").length;
  const difference = open(rows) - open(now.rows);
  const left = change.type === "acceptRest" ? 0 : now.progress.open + difference;
  return { ...now, rows, progress: { ...now.progress, open: left } };
}

function predictedRow(row: SegmentRow, change: SegmentChange): SegmentRow {
  const corrected = {
    ...row,
    reason: "byHand" as const,
    confidence: 1,
    decision: row.decision === "accepted" ? row.decision : ("open" as const),
    irrelevantReason: null,
  };
  switch (change.type) {
    case "accept":
      return { ...row, decision: "accepted", irrelevantReason: null };
    case "changeKind":
      return { ...corrected, kind: change.kind };
    case "moveToStatement":
      return { ...corrected, statement: change.statement };
    case "setSpeaker":
      return { ...corrected, speaker: change.speaker || null };
    case "markIrrelevant":
      return { ...row, decision: "irrelevant", irrelevantReason: change.reason };
    default:
      return row;
  }
}

function merged(
  now: Shown,
  patch: SegmentPatch,
  waiting: ReadonlyMap<number, number>,
  { before, after }: WorkbenchData,
): Shown {
  const gone = new Set(patch.removed);
  const fresh = new Map(
    patch.rows
      .filter((row) => (waiting.get(row.start) ?? 0) <= 0)
      .map((row) => [row.start, row] as const),
  );
  const decided = new Set(patch.decided?.starts);
  const kept = now.rows
    .filter((row) => !gone.has(row.start))
    .map((row) => {
      const replaced = fresh.get(row.start) ?? row;
      fresh.delete(row.start);
      return patch.decided && decided.has(row.start)
        ? { ...replaced, decision: patch.decided.decision }
        : replaced;
    });
  const here = new Set(kept.map((row) => row.start));
  const added = [...fresh.values()].filter(
    (row) =>
      !here.has(row.start) &&
      row.start > (before ?? -1) &&
      row.start < (after ?? Number.POSITIVE_INFINITY),
  );
  const rows = added.length ? [...kept, ...added].sort((a, b) => a.start - b.start) : kept;
  return { rows, progress: patch.progress, statements: patch.statements, undo: patch.undo };
}
