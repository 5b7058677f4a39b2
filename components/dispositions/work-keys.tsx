"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useMemo } from "react";
import { isTyping, useKeyHelp, useLetterKeys, usePageKeys } from "@/components/shell/keys";
import { FORM_ID } from "./form-id";
import styles from "./work.module.css";

/** Which reaction the page was about before, so that after an answer the focus goes to the next and not on the first visit. */
let shownBefore: string | null = null;

/** Keys for answering, and the bar that names them. */
export function WorkKeys({
  links,
  reactionId,
}: {
  links: { previous: string | null; next: string | null };
  reactionId: string;
}) {
  const t = useTranslations("dispositions.keys");
  const letters = useLetterKeys();
  const showHelp = useKeyHelp();
  const router = useRouter();
  const keys = useMemo(
    () => [
      { name: t("nextPrevious"), keys: ["J", "K"] },
      { name: t("outcome"), keys: ["1", "–", "6"] },
      { name: t("standard"), keys: ["A", "–", "C"] },
      { name: t("reason"), keys: ["R"] },
      { name: t("requirement"), keys: ["E"] },
      { name: t("similar"), keys: ["S"] },
      { name: t("skip"), keys: ["O"] },
      { name: t("record"), keys: ["Ctrl Enter"] },
      { name: t("undo"), keys: ["U"] },
      { name: t("leave"), keys: ["Esc"] },
    ],
    [t],
  );
  usePageKeys(useMemo(() => [{ title: t("title"), keys }], [t, keys]));

  useEffect(() => {
    if (shownBefore !== null && shownBefore !== reactionId) {
      document.getElementById("reactie")?.focus({ preventScroll: true });
    }
    shownBefore = reactionId;
    const item = document.querySelector("nav [aria-current=true]")?.closest("li");
    const list = item?.closest("nav");
    if (!item || !list || list.scrollHeight <= list.clientHeight) return;
    list.scrollTop += item.getBoundingClientRect().top - list.getBoundingClientRect().top - 80;
  }, [reactionId]);

  const { previous, next } = links;
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
      const form = document.getElementById(FORM_ID);
      if (!(form instanceof HTMLFormElement)) return;
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        return form.requestSubmit();
      }
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const at = event.target;
      if (event.key === "Escape" && at instanceof HTMLElement && form.contains(at)) {
        return isWriting(event) ? at.blur() : undefined;
      }
      if (!letters || isWriting(event)) return;
      const key = event.key.toLowerCase();
      const go = (href: string | null) => href && router.push(href, { scroll: false });
      if (key === "j" || key === "o") go(next);
      else if (key === "k") go(previous);
      else if (key === "r") focusOn(form, "[data-reason]");
      else if (key === "e") focusOn(form, "[data-requirement]");
      else if (key === "s") focusOn(form, "[data-similar]");
      else if (key === "u") document.querySelector<HTMLElement>("[data-undo]")?.click();
      else if (/^[abc]$/.test(key))
        form.querySelector<HTMLElement>(`[data-standard="${key}"]`)?.click();
      else if (/^[1-6]$/.test(key)) focusOn(form, `[data-outcome="${key}"]`, true);
      else return;
      event.preventDefault();
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [letters, router, previous, next]);

  if (!letters) return null;
  return (
    <div className={styles.keyBar}>
      {keys.map(({ name, keys: of }) => (
        <span key={name}>
          {of.map((key) => (key === "–" ? " – " : <kbd key={key}>{key}</kbd>))} {name}
        </span>
      ))}
      <button type="button" onClick={showHelp} className={styles.allKeys}>
        {t("bar")} <kbd>?</kbd>
      </button>
    </div>
  );
}

function focusOn(form: HTMLElement, selector: string, press = false) {
  const field = form.querySelector<HTMLElement>(selector);
  field?.focus();
  if (press) field?.click();
}

/** A box to tick and a choice take no letters. */
function isWriting(event: KeyboardEvent): boolean {
  const at = event.target;
  if (at instanceof HTMLInputElement && /^(?:radio|checkbox)$/.test(at.type)) return false;
  return isTyping(event);
}
