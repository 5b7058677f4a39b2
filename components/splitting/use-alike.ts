"use client";

import { useMemo, useState } from "react";
import type { Alike } from "@/domain/splitting/model";

/** The patterns that were asked about in each part, for as long as the tab is there. */
const asked = new Map<string, Set<string>>();

/** An offer to do the same elsewhere: one at a time, and once per pattern. */
export function useAlike(partId: string, latest: Alike | null) {
  const [seen, setSeen] = useState<Alike | null>(null);
  const [offer, setOffer] = useState<Alike | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  if (latest !== seen) {
    setSeen(latest);
    const before = asked.get(partId) ?? new Set();
    const fresh = latest && !before.has(latest.pattern) ? latest : null;
    if (fresh) asked.set(partId, new Set([...before, fresh.pattern]));
    setOffer(fresh);
    setTicked(new Set(fresh?.matches.filter((one) => one.likely).map((one) => one.start)));
  }
  const becoming = useMemo(() => (offer ? ticked : new Set<number>()), [offer, ticked]);
  return {
    offer,
    ticked,
    /** Where something would change, to show beforehand. */
    becoming,
    close: () => setOffer(null),
    tick: (start: number) => {
      const next = new Set(ticked);
      if (!next.delete(start)) next.add(start);
      setTicked(next);
    },
  };
}
