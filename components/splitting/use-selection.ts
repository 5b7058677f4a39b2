"use client";

import { useCallback, useEffect, useState } from "react";

/** What was chosen in each part, for as long as the tab is there: other pages and lists keep it. */
const kept = new Map<string, ReadonlySet<number>>();
const NONE: ReadonlySet<number> = new Set();

export interface Selection {
  chosen: ReadonlySet<number>;
  toggle: (start: number) => void;
  /** Adds these. */
  add: (starts: readonly number[]) => void;
  clear: () => void;
}

/** The segments of a part that are chosen together, by where they begin. */
export function useSelection(partId: string): Selection {
  // Empty at first, as the server draws it.
  const [chosen, setChosen] = useState(NONE);
  useEffect(() => setChosen(kept.get(partId) ?? NONE), [partId]);
  const set = useCallback(
    (to: (now: ReadonlySet<number>) => ReadonlySet<number>) => {
      const next = to(kept.get(partId) ?? NONE);
      kept.set(partId, next);
      setChosen(next);
    },
    [partId],
  );
  const toggle = useCallback(
    (start: number) =>
      set((now) => {
        const next = new Set(now);
        if (!next.delete(start)) next.add(start);
        return next;
      }),
    [set],
  );
  const add = useCallback(
    (starts: readonly number[]) => set((now) => new Set([...now, ...starts])),
    [set],
  );
  const clear = useCallback(() => set(() => NONE), [set]);
  return { chosen, toggle, add, clear };
}
