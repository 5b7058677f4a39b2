"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Icon } from "./icon";
import styles from "./toast.module.css";

export type StatusMessage = {
  text: string;
  tone?: "ok" | "error";
  /** The page shows it already: this is only for who hears it. */
  quiet?: boolean;
  /** Something one may still do about it, such as undo. */
  action?: { label: string; run: () => void };
};

type Shown = StatusMessage & { id: number };

// One message at a time for the whole page, kept outside React so that any component can speak
// without a provider around it. Only event handlers write it, so the server never does.
let shown: Shown | null = null;
let count = 0;
const listeners = new Set<() => void>();

function show(next: Shown | null) {
  shown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Says that something was done. The message stays until the next one or until it is closed. */
function announce(message: StatusMessage | string) {
  count += 1;
  show({ ...(typeof message === "string" ? { text: message } : message), id: count });
}

function clearStatus() {
  show(null);
}

/** Speak through the page's `StatusRegion`. */
export function useStatus() {
  return { announce, clear: clearStatus };
}

/** The place where actions report: polite, at the bottom, once on a page. */
export function StatusRegion() {
  const t = useTranslations("ui.dialog");
  const message = useSyncExternalStore(
    subscribe,
    () => shown,
    () => null,
  );
  return (
    <div className={styles.region}>
      <div role="status" className={styles.live}>
        {message ? (
          <div key={message.id} className={message.quiet ? "visually-hidden" : styles.toast}>
            <Icon name={message.tone === "error" ? "warning" : "check"} />
            <span className={styles.text}>{message.text}</span>
            {message.action ? (
              <button
                type="button"
                className={styles.action}
                onClick={() => {
                  const run = message.action?.run;
                  clearStatus();
                  run?.();
                }}
              >
                {message.action.label}
              </button>
            ) : null}
            <button type="button" className={styles.close} onClick={clearStatus}>
              <Icon name="close" />
              <span className="visually-hidden">{t("close")}</span>
            </button>
          </div>
        ) : null}
      </div>
    </div>
  );
}
