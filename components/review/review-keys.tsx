"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useMemo } from "react";
import { isTyping, useKeyHelp, useLetterKeys, usePageKeys } from "@/components/shell/keys";
import styles from "./review.module.css";

export const FORM_ID = "oordeel";

/** Which requirement the page was about before, so that after a verdict the focus goes to the next and not on the first visit. */
let shownBefore: string | null = null;

/** Keys for reviewing, and the line that names them. */
export function ReviewKeys({
  links,
  requirementId,
}: {
  links: { previous: string | null; next: string | null };
  requirementId: string;
}) {
  const t = useTranslations("review.keys");
  const letters = useLetterKeys();
  const showHelp = useKeyHelp();
  const router = useRouter();
  const keys = useMemo(
    () => [
      { name: t("nextPrevious"), keys: ["J", "K"] },
      { name: t("approve"), keys: ["A"] },
      { name: t("return"), keys: ["T"] },
      { name: t("check"), keys: ["N"] },
      { name: t("note"), keys: ["O"] },
      { name: t("changes"), keys: ["D"] },
      { name: t("undo"), keys: ["U"] },
      { name: t("leave"), keys: ["Esc"] },
    ],
    [t],
  );
  usePageKeys(useMemo(() => [{ title: t("title"), keys }], [t, keys]));

  useEffect(() => {
    if (shownBefore !== null && shownBefore !== requirementId) {
      document.getElementById("eis")?.focus({ preventScroll: true });
    }
    shownBefore = requirementId;
    const item = document.querySelector("nav [aria-current=true]")?.closest("li");
    const list = item?.closest("nav");
    if (!item || !list || list.scrollHeight <= list.clientHeight) return;
    list.scrollTop += item.getBoundingClientRect().top - list.getBoundingClientRect().top - 80;
  }, [requirementId]);

  const { previous, next } = links;
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const note = document.querySelector<HTMLTextAreaElement>("[data-note]");
      if (event.key === "Escape" && event.target === note) return note?.blur();
      if (!letters || isTyping(event)) return;
      const key = event.key.toLowerCase();
      const go = (href: string | null) => href && router.push(href, { scroll: false });
      if (key === "j") go(next);
      else if (key === "k") go(previous);
      // Sending back says why: first the words, then the key once more.
      else if (key === "o" || (key === "t" && !note?.value.trim())) note?.focus();
      else if (["a", "t", "n"].includes(key)) press(`[data-act="${key}"]`);
      else if (key === "u") press("[data-undo]");
      else if (key === "d") toggleChanges();
      else return;
      event.preventDefault();
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [letters, router, previous, next]);

  if (!letters) return null;
  return (
    <p className={styles.keyBar}>
      {keys.map(({ name, keys: of }) => (
        <span key={name}>
          {of.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}{" "}
          {name}
        </span>
      ))}
      <button type="button" onClick={showHelp} className={styles.allKeys}>
        {t("bar")} <kbd>?</kbd>
      </button>
    </p>
  );
}

const press = (selector: string) => document.querySelector<HTMLElement>(selector)?.click();

function toggleChanges() {
  const changes = document.querySelector<HTMLDetailsElement>("[data-changes]");
  if (changes) changes.open = !changes.open;
}
