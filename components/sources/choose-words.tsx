"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import type { FormAction } from "@/components/ui/form";
import { type ChosenWords, chosenIn } from "./chosen-words";
import styles from "./select-words.module.css";
import { WordsForm } from "./words-form";

/**
 * Choosing words by keyboard: the text in a read-only field, where Shift with the arrow keys
 * selects. Nothing selected means all of it, which also works without JavaScript.
 */
export function ChooseWords({
  text,
  start,
  traced = false,
  ...actions
}: {
  text: string;
  /** Code point at which the text begins in the version. */
  start: number;
  /** Whether the reader is already looking at what rests on all of the text. */
  traced?: boolean;
  sourceVersionId: string;
  slug: string;
  sourceId: string;
  /** Number of the version, when it is not the newest. */
  version?: number;
  quote?: FormAction;
}) {
  const t = useTranslations("sources.words");
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [chosen, setChosen] = useState<ChosenWords | null>(null);
  // A read-only field has no caret to select with by keyboard. So once the page runs the field has
  // one, and refuses every change instead.
  useEffect(() => {
    const element = field.current;
    if (!element) return;
    const refuse = (event: Event) => event.preventDefault();
    element.readOnly = false;
    element.addEventListener("beforeinput", refuse);
    return () => element.removeEventListener("beforeinput", refuse);
  }, []);

  const all = chosenIn(text, start, 0, text.length);
  const words = chosen ?? all;
  return (
    <div className={styles.chooser}>
      <label htmlFor={id} className={styles.label}>
        {t("fieldLabel")}
      </label>
      <p id={`${id}-hint`} className={styles.hint}>
        {t("fieldHint")}
      </p>
      <textarea
        ref={field}
        id={id}
        aria-readonly="true"
        inputMode="none"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        readOnly
        value={text}
        rows={6}
        className={styles.field}
        onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
          setChosen(chosenIn(text, start, selectionStart, selectionEnd))
        }
      />
      <p role="status" className={styles.hint}>
        {chosen ? t("someChosen", { count: chosen.end - chosen.start }) : t("allChosen")}
      </p>
      {words ? <WordsForm words={words} traced={traced && !chosen} {...actions} /> : null}
    </div>
  );
}
