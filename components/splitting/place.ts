"use client";

import { useSyncExternalStore } from "react";
import type { SegmentRow as Segment } from "@/domain/splitting/model";

const wide = "(min-width: 60rem)";

/** Null on the server; then whether there is room for two columns. */
export function useWide(): boolean | null {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(wide);
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => window.matchMedia(wide).matches,
    () => null,
  );
}

/** The segment that stands where a vanished one stood. */
export function nearest(rows: readonly Segment[], start: number | null): Segment | undefined {
  if (start === null) return rows[0];
  return rows.findLast((row) => row.start <= start) ?? rows[0];
}
