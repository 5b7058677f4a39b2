"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { PARAMETERS } from "@/components/addresses";
import { TextLink } from "@/components/ui/link";
import styles from "./selection-bar.module.css";

/**
 * Stands at the bottom of a form with boxes named `reactie`: how many are ticked, a box that
 * ticks them all, and what one can do with them. Without JavaScript the box is a link to the same
 * page with all of them ticked.
 */
export function SelectionBar({
  label,
  all,
  allHref,
  chosen,
  children,
}: {
  label: string;
  all: string;
  allHref: string;
  /** What stands before the number, such as "Gekozen". */
  chosen: string;
  children: ReactNode;
}) {
  const bar = useRef<HTMLFieldSetElement>(null);
  // Null until the page runs.
  const [count, setCount] = useState<{ ticked: number; of: number } | null>(null);

  // After every render: another page of the list brings other boxes.
  useEffect(() => {
    const form = bar.current?.form;
    if (!form) return;
    const recount = () => {
      const boxes = boxesOf(form);
      const now = { ticked: boxes.filter((box) => box.checked).length, of: boxes.length };
      setCount((last) => (last?.ticked === now.ticked && last.of === now.of ? last : now));
    };
    form.addEventListener("change", recount);
    recount();
    return () => form.removeEventListener("change", recount);
  });

  function tickAll(ticked: boolean) {
    const form = bar.current?.form;
    if (!form) return;
    const boxes = boxesOf(form);
    for (const box of boxes) box.checked = ticked;
    setCount({ ticked: ticked ? boxes.length : 0, of: boxes.length });
  }

  return (
    <fieldset ref={bar} className={styles.bar}>
      <legend className="visually-hidden">{label}</legend>
      {count ? (
        <label className={styles.all}>
          <input
            type="checkbox"
            checked={count.of > 0 && count.ticked === count.of}
            onChange={(event) => tickAll(event.currentTarget.checked)}
          />
          {all}
        </label>
      ) : (
        <TextLink href={allHref} className={styles.all}>
          {all}
        </TextLink>
      )}
      <span role="status" className={styles.count}>
        {count ? `${chosen}: ${count.ticked}` : ""}
      </span>
      <div className={styles.actions}>{children}</div>
    </fieldset>
  );
}

function boxesOf(form: HTMLFormElement): HTMLInputElement[] {
  return [
    ...form.querySelectorAll<HTMLInputElement>(
      `input[type="checkbox"][name="${PARAMETERS.reaction}"]`,
    ),
  ];
}
