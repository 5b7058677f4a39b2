"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useMemo } from "react";
import { isTyping, useLetterKeys, usePageKeys } from "@/components/shell/keys";

/** Whom the page was about before, so that after a decision the focus goes to the next and not on the first visit. */
let shownBefore: string | null = null;

/** Keys for deciding: a number chooses, Enter does it, `n` skips. */
export function WorkKeys({
  nextHref,
  formId,
  subjectId,
}: {
  nextHref: string | null;
  formId: string;
  subjectId: string;
}) {
  const t = useTranslations("personalData");
  const letters = useLetterKeys();
  const router = useRouter();
  usePageKeys(
    useMemo(
      () => [
        {
          title: t("keys.title"),
          keys: [
            { name: t("choice.role"), keys: ["1"] },
            { name: t("choice.code").replace(/:$/, ""), keys: ["2"] },
            { name: t("choice.keep"), keys: ["3"] },
            { name: t("choice.none"), keys: ["4"] },
            { name: t("keys.enter"), keys: ["Enter"] },
            { name: t("skip"), keys: ["n"] },
            { name: t("takeBackKey"), keys: ["u"] },
          ],
        },
      ],
      [t],
    ),
  );

  useEffect(() => {
    if (shownBefore !== null && shownBefore !== subjectId) {
      document.getElementById("wie")?.focus({ preventScroll: true });
    }
    shownBefore = subjectId;
    const item = document.querySelector("nav [aria-current=true]")?.closest("li");
    const list = item?.closest("nav");
    if (!item || !list || list.scrollHeight <= list.clientHeight) return;
    list.scrollTop += item.getBoundingClientRect().top - list.getBoundingClientRect().top - 60;
  }, [subjectId]);

  useEffect(() => {
    if (!letters) return;
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (document.querySelector("dialog[open]") || isWriting(event)) return;
      const form = document.getElementById(formId);
      if (event.key === "Enter") {
        const at = event.target;
        // A button, a link and a field do their own work.
        if (!(form instanceof HTMLFormElement)) return;
        if (at instanceof HTMLElement && at.closest("a, button, summary, input, select")) return;
        form.requestSubmit();
      } else if (event.key === "n" && nextHref) router.push(nextHref, { scroll: false });
      else if (/^[1-4]$/.test(event.key) && form) choose(form, event.key);
      else return;
      event.preventDefault();
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [letters, router, nextHref, formId]);
  return null;
}

/** Chooses one of the four, and goes to what there is to fill in. */
function choose(form: HTMLElement, key: string) {
  const radio = form.querySelector<HTMLInputElement>(`[data-answer="${key}"]`);
  radio?.click();
  const field = radio?.parentElement?.querySelector<HTMLInputElement>("input[type=text]");
  (field ?? radio)?.focus();
  field?.select();
}

/** A box to tick and a choice take no letters. */
export function isWriting(event: KeyboardEvent): boolean {
  const at = event.target;
  if (at instanceof HTMLInputElement && /^(?:radio|checkbox)$/.test(at.type)) return false;
  return isTyping(event);
}
