"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useMemo } from "react";
import { isTyping, useLetterKeys, usePageKeys } from "@/components/shell/keys";

/** Keys for the answers: a number presses its button, `n` goes on, `u` takes back. */
export function PlaceKeys({ laterHref }: { laterHref: string | null }) {
  const t = useTranslations("sources.places");
  const letters = useLetterKeys();
  const router = useRouter();
  usePageKeys(
    useMemo(
      () => [
        {
          title: t("title"),
          keys: [
            { name: t("same"), keys: ["1"] },
            { name: t("different"), keys: ["2"] },
            { name: t("elsewhere"), keys: ["3"] },
            { name: t("gone"), keys: ["4"] },
            { name: t("later"), keys: ["n"] },
            { name: t("takeBack"), keys: ["u"] },
          ],
        },
      ],
      [t],
    ),
  );

  useEffect(() => {
    if (!letters) return;
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event) || document.querySelector("dialog[open]")) return;
      if (event.key === "n" && laterHref) router.push(laterHref);
      else if (event.key === "3") {
        const words = document.querySelector<HTMLTextAreaElement>("textarea[name=words]");
        words?.closest("details")?.setAttribute("open", "");
        words?.focus();
      } else if (/^[124u]$/.test(event.key)) {
        document.querySelector<HTMLButtonElement>(`[data-answer="${event.key}"]`)?.click();
      } else return;
      event.preventDefault();
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [letters, router, laterHref]);
  return null;
}
