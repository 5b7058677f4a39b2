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
  const [elsewhere, setElsewhere] = useState(false);
  const [taking, setTaking] = useState(0);
  const typedBefore = useRef(false);
  // One window writes at a time: two that hold the same line would each send it.
  useEffect(() => {
    const begin = () => {
      const fields = readKept(place)?.fields.held;
      // Who takes over has what the other window left, and nothing of what it had itself: that may be sent since.
      if (taking > 0) setHeld(heldOf(typeof fields === "string" ? fields : undefined));
      else if (typeof fields === "string" && !typedBefore.current) setHeld(heldOf(fields));
      setElsewhere(false);
      setLoaded(true);
    };
    // Not everywhere is there such a turn.
    if (!navigator.locks) return begin();
    let leave = () => {};
    let gone = false;
    const ask = () =>
      navigator.locks
        .request(place, taking > 0 ? { steal: true } : { ifAvailable: true }, (turn) => {
          if (gone) return;
          if (!turn) return setElsewhere(true);
          begin();
          return new Promise<void>((resolve) => {
            leave = resolve;
          });
        })
        .catch(() => {
          // Another window took the turn.
          if (gone) return;
          setLoaded(false);
          setElsewhere(true);
        });
    // A moment later: what is put on the page twice in a row would stand in its own way.
    const timer = setTimeout(ask, 0);
    return () => {
      gone = true;
      clearTimeout(timer);
      leave();
    };
  }, [place, taking]);
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
    /** Whether notes are taken in another window of this browser; here one can take over. */
    elsewhere,
    takeOver: () => setTaking((n) => n + 1),
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
