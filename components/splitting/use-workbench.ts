"use client";

import { usePathname, useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { useAccount } from "@/components/ui/account";
import type { Trouble } from "@/components/ui/form-state";
import { forgetWords, keepWords, placeOf, readKept } from "@/components/ui/kept-words";
import { submissionKey } from "@/components/ui/submission-key";
import { useStatus } from "@/components/ui/toast";
import { troubleOf } from "@/components/ui/trouble";
import type {
  Alike,
  GroupChoice,
  Progress,
  SegmentChange,
  SegmentPatch,
  SegmentRow,
  StatementChoice,
  UndoableStep,
} from "@/domain/splitting/model";
import { predicted, startsOf } from "./predicted";

/** What a server action of the workbench answers. */
export type ChangeResult =
  | { status: "done"; patch: SegmentPatch }
  | { status: "error"; message: string; stale: boolean };

export interface WorkbenchActions {
  change: (
    input: { partId: string; lockVersion: number; change: SegmentChange },
    key: string,
  ) => Promise<ChangeResult>;
  undo: (input: { partId: string; lockVersion: number }, key: string) => Promise<ChangeResult>;
}

/** One step that is on its way; without a change it takes the latest one back. */
interface Step {
  change: SegmentChange | null;
  /** By which the server tells it from the next, also when it is sent again. */
  key: string;
  /** The version it was sent on; of a step that still waits there is none. */
  lockVersion?: number;
}

export interface WorkbenchData {
  partId: string;
  lockVersion: number;
  segments: SegmentRow[];
  progress: Progress;
  statements: StatementChoice[];
  groups: GroupChoice[];
  defaultGroupId: string | null;
  /** The latest steps that can be taken back, the newest first. */
  steps: UndoableStep[];
  /** Starts of the segments right before and after this page, in the same list. */
  before: number | null;
  after: number | null;
}

/** What is on the screen: what the server said last, with what was asked of it since. */
export interface Shown {
  rows: SegmentRow[];
  progress: Progress;
  statements: StatementChoice[];
  defaultGroupId: string | null;
  steps: UndoableStep[];
  /** Others like the one that was corrected last. */
  alike: Alike | null;
}

/** The newest version of a part seen in this tab: going back must not show an older page. */
const newest = new Map<string, number>();

/**
 * The state of a page of the workbench. A change shows at once and is sent in turn, each on the
 * version that the one before it left; what the server answers is the truth. When one is refused,
 * what was lined up behind it is dropped and the page is fetched again. When no answer comes, all wait
 * until somebody sends them again, and are kept in this browser meanwhile.
 */
export function useWorkbench(data: WorkbenchData, actions: WorkbenchActions) {
  const router = useRouter();
  const { announce } = useStatus();
  const [seen, setSeen] = useState(data);
  const [shown, setShown] = useState<Shown>(() => shownOf(data));
  const [busy, setBusy] = useState(0);
  const version = useRef(data.lockVersion);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const generation = useRef(0);
  const steps = useRef<Step[]>([]);
  const again = useRef<() => void>(undefined);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [left, setLeft] = useState<Step[]>([]);
  const account = useAccount();
  const pathname = usePathname();
  const place = account ? placeOf(account, pathname, "workbench", data.partId) : null;
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

  // From an earlier visit: somebody has to say what must become of them.
  useEffect(() => {
    const kept = place ? stepsIn(readKept(place)?.fields.steps) : [];
    if (steps.current.length === 0) setLeft(kept);
  }, [place]);

  const unsent = busy > 0;
  useEffect(() => {
    if (!unsent || trouble) return;
    // Closing the tab now would leave changes behind: the browser asks first.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsent, trouble]);

  const keepSteps = useCallback(() => {
    if (place) keepWords(place, { steps: JSON.stringify(steps.current) });
  }, [place]);
  const forgetSteps = useCallback(() => {
    steps.current = [];
    if (place) forgetWords(place);
  }, [place]);

  const send = useCallback(
    (wanted: SegmentChange | null, before?: Step) => {
      const step: Step = before ?? { change: wanted, key: submissionKey() };
      const starts = wanted ? startsOf(wanted) : [];
      steps.current.push(step);
      if (again.current) keepSteps();
      /** Sends it until there is an answer; whatever happens meanwhile, it is done once. */
      const answered = async (): Promise<ChangeResult> => {
        step.lockVersion ??= version.current;
        const { key, lockVersion } = step;
        for (;;) {
          try {
            const at = { partId: data.partId, lockVersion };
            return await (wanted
              ? actions.change({ ...at, change: wanted }, key)
              : actions.undo(at, key));
          } catch (error) {
            setTrouble(troubleOf(error).trouble);
            keepSteps();
            await new Promise<void>((resolve) => {
              again.current = resolve;
            });
            again.current = undefined;
            setTrouble(null);
          }
        }
      };
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
          const result = await answered();
          count(-1);
          steps.current = steps.current.filter((one) => one !== step);
          if (steps.current.length === 0) forgetSteps();
          if (result.status === "error") {
            forgetSteps();
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
          // The page makes way for another, such as "no access".
          generation.current += 1;
          waiting.current.clear();
          throw error;
        } finally {
          setBusy((n) => n - 1);
        }
      };
      const next = line.current.then(run, run);
      line.current = next.catch(() => {});
      return next;
    },
    [data, actions, router, announce, keepSteps, forgetSteps],
  );

  const change = useCallback(
    (wanted: SegmentChange) => {
      setShown((now) => predicted(now, wanted));
      return send(wanted);
    },
    [send],
  );

  const takeBack = useCallback(() => send(null), [send]);

  const unsentSteps = {
    trouble,
    count: trouble ? busy : left.length,
    /** Sends what waits, or what an earlier visit left behind. */
    sendAgain: () => {
      if (again.current) return again.current();
      setLeft([]);
      for (const step of left) {
        const { change: wanted } = step;
        if (wanted) setShown((now) => predicted(now, wanted));
        send(wanted, step);
      }
    },
    /** Lets go of what an earlier visit left behind. */
    discard: () => {
      setLeft([]);
      forgetSteps();
    },
  };

  /** When all changes have arrived: leaving the page before would leave them behind. */
  const settled = useCallback(() => line.current, []);

  return { ...shown, busy: unsent, change, takeBack, settled, unsent: unsentSteps };
}

/** The steps that were kept; what cannot be read counts as none, and the server judges the rest. */
function stepsIn(kept: unknown): Step[] {
  try {
    const steps: unknown = JSON.parse(typeof kept === "string" ? kept : "[]");
    return Array.isArray(steps) ? (steps as Step[]) : [];
  } catch {
    return [];
  }
}

function shownOf(data: WorkbenchData): Shown {
  const { segments, progress, statements, defaultGroupId, steps } = data;
  return { rows: segments, progress, statements, defaultGroupId, steps, alike: null };
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
  const { progress, statements, defaultGroupId, steps, alike } = patch;
  return { rows, progress, statements, defaultGroupId, steps, alike };
}
