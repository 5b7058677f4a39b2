"use client";

import { useSyncExternalStore } from "react";

/** How far what is being written is. */
export type Saved = "typing" | "kept" | "saved" | "offline" | "signedOut" | "refused" | "stale";

export interface WritingState {
  saved: Saved;
  /** Of the requirement. */
  code: string;
  /** Clock time, of what was kept. */
  at?: string;
  /** Why it was refused. */
  message?: string;
}

// One text is written at a time, and the bar above the document stands outside of it: kept outside React. Only event
// handlers and effects write it, so the server never does.
let shown: WritingState | null = null;
const listeners = new Set<() => void>();

export function setWritingState(next: WritingState | null): void {
  if (JSON.stringify(next) === JSON.stringify(shown)) return;
  shown = next;
  for (const listener of listeners) listener();
}

/** How far the text is that is written now, or was last. */
export function useWritingState(): WritingState | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    () => shown,
    () => null,
  );
}
