"use client";

import { usePathname } from "next/navigation";
import {
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { SUBMISSION_KEY } from "@/domain/kernel/submission";
import { useAccount } from "./account";
import {
  FORGOTTEN,
  fieldsIn,
  forgetWords,
  type KeptFields,
  type KeptWords,
  keepWords,
  placeOf,
  readKept,
} from "./kept-words";

/** Milliseconds of quiet before words are kept. */
const QUIET_MS = 400;

/** Differ with every page, and are nobody's words. */
const NOT_WORDS = new Set([SUBMISSION_KEY, "lockVersion", "base"]);

/**
 * Keeps what is typed in a form until it is stored, and gives it back when the form is opened again.
 * A form without a name keeps nothing.
 */
export function useKeptWords(
  form: RefObject<HTMLFormElement | null>,
  name: string | null,
  of: string | undefined,
) {
  const account = useAccount();
  const pathname = usePathname();
  const place = account && name ? placeOf(account, pathname, name, of) : null;
  const [restored, setRestored] = useState<KeptWords | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const typed = useRef(false);

  /** Keeps the form as it stands now, when somebody typed in it. */
  function keep() {
    clearTimeout(timer.current);
    if (!place || !form.current || !typed.current) return;
    setTooLarge(!keepWords(place, fieldsIn(form.current)));
  }
  const keepOnLeaving = useEffectEvent(keep);
  const wouldBeLost = useEffectEvent(() => tooLarge && typed.current);

  useEffect(() => {
    if (!place || !form.current) return;
    const kept = readKept(place);
    if (!kept) return;
    if (sameWords(kept.fields, fieldsIn(form.current))) return forgetWords(place);
    typed.current = true;
    setRestored(kept);
    // Words that came back may not stay behind a fold.
    for (let at = form.current.closest("details"); at; at = foldAround(at)) at.open = true;
  }, [place, form]);

  // Before React takes the form away: going to another page of ours is leaving too.
  useLayoutEffect(() => {
    const leaving = (event: Event) => {
      keepOnLeaving();
      if (event.type === "beforeunload" && wouldBeLost()) event.preventDefault();
    };
    const events = ["beforeunload", "pagehide", "visibilitychange"];
    for (const type of events) window.addEventListener(type, leaving);
    const forgotten = () => {
      clearTimeout(timer.current);
      typed.current = false;
    };
    window.addEventListener(FORGOTTEN, forgotten);
    return () => {
      keepOnLeaving();
      for (const type of events) window.removeEventListener(type, leaving);
      window.removeEventListener(FORGOTTEN, forgotten);
    };
  }, []);

  return {
    /** What came back; the fields must be drawn anew with it. */
    restored,
    /** Too large to keep: it only stands on the page. */
    tooLarge,
    keep,
    onInput: () => {
      typed.current = true;
      clearTimeout(timer.current);
      timer.current = setTimeout(keep, QUIET_MS);
    },
    /** It is stored, or nobody wants it any more. */
    forget: () => {
      clearTimeout(timer.current);
      typed.current = false;
      if (place) forgetWords(place);
      setTooLarge(false);
    },
    /** Draws the fields as they were without what came back. */
    takeOff: () => setRestored(null),
  };
}

function foldAround(fold: HTMLDetailsElement): HTMLDetailsElement | null {
  return fold.parentElement?.closest("details") ?? null;
}

/** Whether both say the same: then there is nothing to give back. */
function sameWords(kept: KeptFields, shown: KeptFields): boolean {
  return Object.entries(kept).every(
    ([name, value]) => NOT_WORDS.has(name) || plain(value) === plain(shown[name]),
  );
}

function plain(value: string | string[] | undefined): string {
  return JSON.stringify([value ?? ""].flat().map((one) => one.replace(/\r\n?/g, "\n")));
}
