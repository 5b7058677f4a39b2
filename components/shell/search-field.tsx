"use client";

import Form from "next/form";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { PARAMETERS } from "@/components/addresses";
import { Icon } from "@/components/ui/icon";
import styles from "./search-field.module.css";

/**
 * The search field of a dossier, in the bar. `action` is the search page; a code typed here leads
 * on to the thing itself. Ctrl+K comes here from anywhere, or to the page where there is no room.
 */
export function SearchField({ action }: { action: string }) {
  const t = useTranslations("shell.search");
  const input = useRef<HTMLInputElement>(null);
  const router = useRouter();
  // On the page with the results the field says what they are of.
  const words = useSearchParams().get(PARAMETERS.search);
  const shown = usePathname() === action ? (words ?? "") : "";

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      // In a text with links Ctrl+K makes one; what is open over the page keeps the keyboard.
      if (event.key.toLowerCase() !== "k" || event.defaultPrevented) return;
      if (document.querySelector("dialog[open]")) return;
      event.preventDefault();
      if (!input.current?.checkVisibility()) return router.push(action);
      input.current.focus();
      input.current.select();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [action, router]);

  return (
    <search>
      <Form action={action} className={styles.form}>
        <input type="hidden" name={PARAMETERS.jump} value="ja" />
        <input
          key={shown}
          ref={input}
          type="search"
          name={PARAMETERS.search}
          defaultValue={shown}
          aria-label={t("label")}
          placeholder={t("placeholder")}
          aria-keyshortcuts="Control+K"
          autoComplete="off"
          maxLength={200}
          className={styles.input}
        />
        <span className={styles.key} aria-hidden="true">
          Ctrl K
        </span>
        <button type="submit" className={styles.go}>
          <Icon name="search" />
          <span className="visually-hidden">{t("submit")}</span>
        </button>
      </Form>
    </search>
  );
}
