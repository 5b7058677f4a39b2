"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from "react";
import { Button, ButtonGroup } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import type { SegmentRow } from "@/domain/splitting/model";
import { likelyCut, wordsOf } from "./segment-words";
import styles from "./split-place.module.css";

/** Words that are read out on either side of the cut. */
const READ_OUT = 5;

/**
 * Chooses the place of a cut between two words: with the arrow keys (Up and Down go by sentence),
 * or by tapping a word. Enter cuts, Escape goes back.
 */
export function SplitPlace({
  segment,
  onSplit,
  onCancel,
}: {
  segment: SegmentRow;
  onSplit: (offset: number) => void;
  onCancel: () => void;
}) {
  const t = useTranslations("splitting.split");
  const words = useMemo(() => wordsOf(segment), [segment]);
  const [at, setAt] = useState(() => likelyCut(words));
  const slider = useRef<HTMLDivElement>(null);
  useEffect(() => slider.current?.focus(), []);

  const last = words.length - 1;
  const move = (to: number) => setAt(Math.min(last, Math.max(1, to)));
  const cut = () => {
    const word = words[at];
    if (word) onSplit(word.offset);
  };
  const part = (from: number, to: number) =>
    words
      .slice(Math.max(0, from), to)
      .map((word) => word.text)
      .join(" ");

  function onKeyDown(event: KeyboardEvent) {
    const bySentence = (step: 1 | -1) => {
      for (let i = at + step; i > 0 && i <= last; i += step) if (words[i]?.opens) return i;
      return step > 0 ? last : 1;
    };
    const actions = new Map([
      ["ArrowLeft", () => move(at - 1)],
      ["ArrowRight", () => move(at + 1)],
      ["ArrowUp", () => move(bySentence(-1))],
      ["ArrowDown", () => move(bySentence(1))],
      ["Home", () => move(1)],
      ["End", () => move(last)],
      ["Enter", cut],
      ["Escape", onCancel],
    ]);
    const action = actions.get(event.key);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  }

  function onClick(event: MouseEvent) {
    event.stopPropagation();
    const word = (event.target as HTMLElement).closest<HTMLElement>("[data-word]");
    if (!word) return;
    const box = word.getBoundingClientRect();
    // The half of the word that was touched says on which side of it the cut falls.
    const after = event.clientX > box.left + box.width / 2 ? 1 : 0;
    move(Number(word.dataset.word) + after);
  }

  return (
    <div className={styles.box}>
      <p className={styles.hint}>{t("hint")}</p>
      <div
        ref={slider}
        role="slider"
        tabIndex={0}
        aria-label={t("label")}
        aria-valuemin={1}
        aria-valuemax={Math.max(1, last)}
        aria-valuenow={at}
        aria-valuetext={t("between", {
          before: part(at - READ_OUT, at),
          after: part(at, at + READ_OUT),
        })}
        className={styles.words}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        {words.map((word, i) => (
          <span
            key={word.offset}
            data-word={i}
            className={cx(i < at ? styles.first : styles.second, i === at && styles.cut)}
          >
            {word.text}{" "}
          </span>
        ))}
      </div>
      <ButtonGroup>
        <Button
          variant="primary"
          size="small"
          onClick={(event) => {
            event.stopPropagation();
            cut();
          }}
        >
          {t("here")}
        </Button>
        <Button
          size="small"
          onClick={(event) => {
            event.stopPropagation();
            onCancel();
          }}
        >
          {t("cancel")}
        </Button>
      </ButtonGroup>
    </div>
  );
}
