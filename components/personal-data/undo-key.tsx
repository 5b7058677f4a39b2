"use client";

import { useEffect } from "react";
import { useLetterKeys } from "@/components/shell/keys";
import { isWriting } from "./work-keys";

/** The key that presses the button to take the last decision back, wherever that stands. */
export function UndoKey() {
  const letters = useLetterKeys();
  useEffect(() => {
    if (!letters) return;
    function onKey(event: KeyboardEvent) {
      if (event.key !== "u" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || isWriting(event)) return;
      if (document.querySelector("dialog[open]")) return;
      document.querySelector<HTMLButtonElement>("[data-answer=u]")?.click();
      event.preventDefault();
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [letters]);
  return null;
}
