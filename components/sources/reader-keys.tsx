"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef } from "react";
import { isTyping, useLetterKeys, usePageKeys } from "@/components/shell/keys";
import { useStatus } from "@/components/ui/toast";

/** Addresses of what lies beyond the page; null when there is nothing. */
export interface Beyond {
  passageBefore: string | null;
  passageAfter: string | null;
  hitBefore: string | null;
  hitAfter: string | null;
}

/** Keys for going through a text: from passage to passage, and from one hit of a search to the next. */
export function ReaderKeys({ passageBefore, passageAfter, hitBefore, hitAfter }: Beyond) {
  const t = useTranslations("sources.reader");
  const letters = useLetterKeys();
  const router = useRouter();
  const { announce } = useStatus();
  /** Where one came by keyboard; the focus may have gone elsewhere since. */
  const at = useRef<Element | null>(null);
  usePageKeys(
    useMemo(
      () => [
        {
          title: t("title"),
          keys: [
            { name: t("next"), keys: ["j", "]"] },
            { name: t("previous"), keys: ["k", "["] },
            { name: t("nextHit"), keys: ["n"] },
            { name: t("previousHit"), keys: ["p"] },
          ],
        },
      ],
      [t],
    ),
  );

  useEffect(() => {
    if (!letters) return;
    function step(forward: boolean) {
      const marks = [...document.querySelectorAll<HTMLElement>("[data-words] mark[tabindex]")];
      const next = nextOf(marks, at.current, forward);
      if (next) {
        at.current = next;
        next.scrollIntoView({ block: "center" });
        next.focus({ preventScroll: true });
        return;
      }
      const beyond = forward ? passageAfter : passageBefore;
      if (beyond) router.push(beyond);
      else announce(forward ? t("last") : t("first"));
    }
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event) || document.querySelector("dialog[open]")) return;
      const go = { n: hitAfter, p: hitBefore }[event.key];
      if (go) router.push(go);
      else if (event.key === "j" || event.key === "]") step(true);
      else if (event.key === "k" || event.key === "[") step(false);
      else return;
      event.preventDefault();
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [letters, router, announce, t, passageBefore, passageAfter, hitBefore, hitAfter]);
  return null;
}

/** The mark after or before one; where there is none, the first below or above the middle of the window. */
function nextOf(
  marks: HTMLElement[],
  at: Element | null,
  forward: boolean,
): HTMLElement | undefined {
  const focused = marks.find((mark) => mark === document.activeElement || mark === at);
  if (focused) return marks[marks.indexOf(focused) + (forward ? 1 : -1)];
  const middle = window.innerHeight / 2;
  const below = marks.findIndex((mark) => mark.getBoundingClientRect().top > middle);
  if (forward) return below < 0 ? undefined : marks[below];
  return below < 0 ? marks.at(-1) : marks[below - 1];
}
