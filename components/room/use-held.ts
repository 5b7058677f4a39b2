"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useAccount } from "@/components/ui/account";
import { forgetWords, keepWords, placeOf, readKept } from "@/components/ui/kept-words";
import { type Draft, EMPTY, type Held, heldOf, type Line } from "./waiting";

/** What was typed and the server does not have yet: on the screen and in this browser, until it does. */
export function useHeld() {
  const account = useAccount();
  const path = usePathname();
  const place = placeOf(account ?? "", path, "room.lines");
  const [{ lines, draft }, setHeld] = useState<Held>({ lines: [], draft: EMPTY });
  const [loaded, setLoaded] = useState(false);
  const [kept, setKept] = useState(true);
  const typedBefore = useRef(false);
  useEffect(() => {
    const fields = readKept(place)?.fields.held;
    if (typeof fields === "string" && !typedBefore.current) setHeld(heldOf(fields));
    setLoaded(true);
  }, [place]);
  useEffect(() => {
    if (!loaded) return;
    if (lines.length === 0 && draft.text === "") {
      forgetWords(place);
      setKept(true);
    } else setKept(keepWords(place, { held: JSON.stringify({ lines, draft }) }));
  }, [loaded, place, lines, draft]);
  return {
    lines,
    draft,
    loaded,
    /** Whether this browser keeps it. */
    kept,
    setLines: (change: (lines: Line[]) => Line[]) =>
      setHeld((held) => ({ ...held, lines: change(held.lines) })),
    setDraft: (change: Partial<Draft>) => {
      typedBefore.current = true;
      setHeld((held) => ({ ...held, draft: { ...held.draft, ...change } }));
    },
  };
}
