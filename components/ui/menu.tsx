"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { cx } from "./cx";
import styles from "./menu.module.css";

/**
 * A menu that folds out under its button. It is a `<details>`, so it also opens without JavaScript;
 * with it, it closes when somebody goes elsewhere: Escape, a press beside it, a link in it, or Tab.
 */
export function Menu({
  label,
  summary,
  className,
  children,
}: {
  /** Name of the button. */
  label: string;
  /** What the button shows. */
  summary: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const menu = ref.current;
    if (!menu) return;
    const close = () => {
      menu.open = false;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !menu.open) return;
      close();
      menu.querySelector("summary")?.focus();
    };
    const onElsewhere = (event: Event) => {
      if (event.target instanceof Node && !menu.contains(event.target)) close();
    };
    const onChoice = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest("a, button")) close();
    };
    menu.addEventListener("keydown", onKey);
    menu.addEventListener("click", onChoice);
    document.addEventListener("pointerdown", onElsewhere);
    document.addEventListener("focusin", onElsewhere);
    return () => {
      menu.removeEventListener("keydown", onKey);
      menu.removeEventListener("click", onChoice);
      document.removeEventListener("pointerdown", onElsewhere);
      document.removeEventListener("focusin", onElsewhere);
    };
  }, []);
  return (
    <details ref={ref} className={cx(styles.menu, className)}>
      <summary className={styles.summary} aria-label={label}>
        {summary}
      </summary>
      <div className={styles.panel}>{children}</div>
    </details>
  );
}

/** Choices that belong together, under a heading when they need one. */
export function MenuGroup({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <div className={styles.group}>
      {title ? <p className={styles.title}>{title}</p> : null}
      <ul className={styles.list}>{children}</ul>
    </div>
  );
}

/** One choice: a link, or a small form with a button. */
export function MenuItem({ children }: { children: ReactNode }) {
  return <li className={styles.item}>{children}</li>;
}
