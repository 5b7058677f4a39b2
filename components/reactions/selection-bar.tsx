"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { PARAMETERS } from "@/components/addresses";
import { useAccount } from "@/components/ui/account";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { MAX_SELECTION } from "@/domain/reactions/model";
import { keepChosen, placeOfChosen, readChosen } from "./chosen-reactions";
import styles from "./selection-bar.module.css";

/** What is chosen, and how many boxes of this page are. */
interface Chosen {
  ids: string[];
  elsewhere: string[];
  ticked: number;
  of: number;
  /** More were ticked than can be used at once. */
  full: boolean;
}

/**
 * Stands at the bottom of a form with boxes: how many are ticked, a box that
 * ticks them all, and what one can do with them. What is ticked stays so on other pages of the list
 * and under other filters, and comes along in the form. Without JavaScript the box is a link to the
 * same page with all of them ticked, and only those of the page count.
 */
export function SelectionBar({
  slug,
  allHref,
  what = "reaction",
  label,
  max = MAX_SELECTION,
  children,
}: {
  slug: string;
  allHref: string;
  /** What is ticked; the boxes are named by it. */
  what?: "reaction" | "requirement";
  /** What one hears of it: with the chosen reactions. */
  label?: string;
  /** So many at once. */
  max?: number;
  children: ReactNode;
}) {
  const t = useTranslations("ui.selection");
  const place = placeOfChosen(useAccount(), slug, what);
  const name = PARAMETERS[what];
  const bar = useRef<HTMLFieldSetElement>(null);
  // Null until the page runs.
  const [chosen, setChosen] = useState<Chosen | null>(null);

  /** Takes over what the boxes of this page say; the others stay as they were kept. */
  function take(boxes: HTMLInputElement[], ids: Set<string>) {
    let full = false;
    for (const box of boxes) {
      if (!box.checked) ids.delete(box.value);
      else if (ids.has(box.value) || ids.size < max) ids.add(box.value);
      else {
        box.checked = false;
        full = true;
      }
    }
    const here = new Set(boxes.map((box) => box.value));
    const now: Chosen = {
      ids: [...ids],
      elsewhere: [...ids].filter((id) => !here.has(id)),
      ticked: boxes.filter((box) => box.checked).length,
      of: boxes.length,
      full,
    };
    keepChosen(place, now.ids);
    setChosen((last) => (JSON.stringify(last) === JSON.stringify(now) ? last : now));
  }

  // After every render: another page of the list brings other boxes.
  useEffect(() => {
    const form = bar.current?.form;
    if (!form) return;
    const boxes = boxesOf(form, name);
    const kept = new Set(readChosen(place));
    const fresh = boxes.some((box) => kept.has(box.value) && !box.checked);
    for (const box of boxes) if (kept.has(box.value)) box.checked = true;
    if (fresh || chosen?.full !== true) take(boxes, kept);
    // Of a box that stands outside its form the event does not pass it.
    const change = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement) || target.form !== form) return;
      take(boxesOf(form, name), new Set(readChosen(place)));
    };
    document.addEventListener("change", change);
    return () => document.removeEventListener("change", change);
  });

  function tick(ticked: boolean) {
    const form = bar.current?.form;
    if (!form) return;
    const boxes = boxesOf(form, name);
    for (const box of boxes) box.checked = ticked;
    take(boxes, new Set(readChosen(place)));
  }

  function letGo() {
    keepChosen(place, []);
    tick(false);
  }

  return (
    <fieldset ref={bar} className={styles.bar}>
      <legend className="visually-hidden">{label ?? t("label")}</legend>
      {chosen ? (
        <label className={styles.all}>
          <input
            type="checkbox"
            checked={chosen.of > 0 && chosen.ticked === chosen.of}
            onChange={(event) => tick(event.currentTarget.checked)}
          />
          {t("all")}
        </label>
      ) : (
        <TextLink href={allHref} className={styles.all}>
          {t("all")}
        </TextLink>
      )}
      <span role="status" className={styles.count}>
        {chosen ? t("count", { count: chosen.ids.length, elsewhere: chosen.elsewhere.length }) : ""}
        {chosen?.full ? ` ${t("full", { max })}` : ""}
      </span>
      {chosen && chosen.ids.length > 0 ? (
        <Button size="small" variant="subtle" onClick={letGo}>
          {t("letGo")}
        </Button>
      ) : null}
      {chosen?.elsewhere.map((id) => (
        <input key={id} type="hidden" name={name} value={id} />
      ))}
      <div className={styles.actions}>{children}</div>
    </fieldset>
  );
}

/** The boxes of a form; they may stand outside it and name it. */
function boxesOf(form: HTMLFormElement, name: string): HTMLInputElement[] {
  return [...form.elements].filter(
    (one): one is HTMLInputElement =>
      one instanceof HTMLInputElement && one.type === "checkbox" && one.name === name,
  );
}
