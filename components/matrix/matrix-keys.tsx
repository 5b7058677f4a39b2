"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { CELL_STEPS, neighbourOf } from "@/components/ui/cell-keys";

/**
 * Arrow keys from number to number, Esc closes the words and goes back to their cell. Without scripts each number is
 * the link that it is.
 *
 * @param open the cell whose words are shown, as its `data-cell` says it; the words are in `#woorden`.
 */
export function MatrixKeys({ open, children }: { open: string | null; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(open);

  useEffect(() => {
    const was = before.current;
    before.current = open;
    if (open === was) return;
    // Focus goes with what was asked: to the words, and back to where one was.
    if (open) box.current?.querySelector<HTMLElement>("#woorden")?.focus();
    else if (was) cellAt(box.current, was)?.focus();
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === "Escape") {
      const close = box.current?.querySelector<HTMLElement>("#woorden [data-close]");
      if (!close) return;
      event.preventDefault();
      close.click();
      return;
    }
    const step = CELL_STEPS[event.key];
    const cell = event.target instanceof HTMLElement && event.target.closest("[data-cell]");
    if (!step || !cell) return;
    const next = neighbourOf(box.current, cell, step);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the cells in it are links; it only listens to their keys.
    <div ref={box} onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}

function cellAt(box: HTMLElement | null, name: string): HTMLElement | null {
  return box?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(name)}"]`) ?? null;
}
