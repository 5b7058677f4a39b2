"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { isTyping, useLetterKeys, usePageKeys } from "@/components/shell/keys";

/** What was looked at before: after a decision the focus goes to the next, and not on the first visit. */
let shownBefore: string | null = null;

/**
 * The queue and what is chosen of it. A letter presses the button that names it, with the focus in here and nowhere else:
 * what a letter does here others read, or do not.
 */
export function QueueKeys({
  about,
  className,
  children,
}: {
  /** The reaction that is chosen. */
  about: string | null;
  className: string;
  children: ReactNode;
}) {
  const t = useTranslations("moderation.keys");
  const letters = useLetterKeys();
  const box = useRef<HTMLDivElement>(null);
  usePageKeys(
    useMemo(
      () => [
        {
          title: t("title"),
          keys: [
            { name: t("place"), keys: ["p"] },
            { name: t("refuse"), keys: ["x"] },
            { name: t("split"), keys: ["s"] },
            { name: t("link"), keys: ["k"] },
            { name: t("apart"), keys: ["l"] },
            { name: t("next"), keys: ["n"] },
          ],
        },
      ],
      [t],
    ),
  );

  useEffect(() => {
    if (shownBefore !== null && shownBefore !== about) {
      document.getElementById("reactie")?.focus({ preventScroll: true });
    }
    shownBefore = about;
  }, [about]);

  useEffect(() => {
    const here = box.current;
    if (!letters || !here) return;
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event) || !/^[pxnskl]$/.test(event.key)) return;
      const at = here?.querySelector<HTMLElement>(`[data-key="${event.key}"]`);
      if (!at) return;
      event.preventDefault();
      const question = at.closest("details");
      if (!question) return at.click();
      question.open = true;
      question.querySelector<HTMLElement>("input[type=radio]")?.focus();
    }
    here.addEventListener("keydown", onKey);
    return () => here.removeEventListener("keydown", onKey);
  }, [letters]);

  return (
    <div ref={box} className={className}>
      {children}
    </div>
  );
}
