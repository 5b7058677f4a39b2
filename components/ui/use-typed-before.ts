"use client";

import { useLayoutEffect, useState, useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * Keeps what somebody typed in a `textarea` before the scripts were there: when a page with words in it wakes up React
 * puts those words back over it. Taken down before that, put back after it.
 *
 * @param id of the field, as it stands in the page that came.
 */
export function useTypedBefore(id: string): void {
  // Not for a field that is drawn anew in a page that is awake: its words are meant.
  const wakes = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  const [typed] = useState(() => (wakes && typeof document === "object" ? typedIn(id) : null));
  useLayoutEffect(() => {
    const field = document.getElementById(id);
    if (!typed || !(field instanceof HTMLTextAreaElement) || field.value === typed.value) return;
    field.value = typed.value;
    if (field === document.activeElement) field.setSelectionRange(typed.start, typed.end);
    // Whoever counts or keeps the words knows of them from now on.
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }, [id, typed]);
}

function typedIn(id: string) {
  const field = document.getElementById(id);
  if (!(field instanceof HTMLTextAreaElement) || field.value === field.defaultValue) return null;
  return { value: field.value, start: field.selectionStart, end: field.selectionEnd };
}
