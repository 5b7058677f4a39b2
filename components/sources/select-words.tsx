"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import type { FormAction } from "@/components/ui/form";
import { ChooseWords } from "./choose-words";
import { type ChosenWords, chosenInPage, type PageBlock, readBlock } from "./chosen-words";
import styles from "./select-words.module.css";
import { WordsForm } from "./words-form";

/** Pause after which a selection that is being dragged counts, in milliseconds. */
const SETTLED = 200;

/**
 * Makes the text inside it selectable for work: select words by mouse or touch and a bar says
 * what can be done with them; "choose words" at a block opens a field for the keyboard. Without
 * JavaScript the text reads the same and "choose words" leads to a page that does it.
 */
export function SelectWords({
  sourceVersionId,
  slug,
  sourceId,
  version,
  quote,
  children,
}: {
  sourceVersionId: string;
  slug: string;
  sourceId: string;
  /** Number of the version, when it is not the newest. */
  version?: number;
  /** Left out for who may only read. */
  quote?: FormAction;
  children: ReactNode;
}) {
  const t = useTranslations("sources.words");
  const text = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLElement>(null);
  const [words, setWords] = useState<ChosenWords | null>(null);
  const [block, setBlock] = useState<PageBlock | null>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    function settle() {
      const selection = document.getSelection();
      const container = text.current;
      if (!selection || !container || bar.current?.contains(document.activeElement)) return;
      const range = selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
      const inText = range && !range.collapsed && range.intersectsNode(container);
      setWords(inText ? chosenInPage(container, range) : null);
    }
    function changed() {
      clearTimeout(timer);
      timer = setTimeout(settle, SETTLED);
    }
    document.addEventListener("selectionchange", changed);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", changed);
    };
  }, []);

  useEffect(() => {
    const container = text.current;
    if (!container) return;
    function choose(event: MouseEvent) {
      const target = event.target instanceof Element ? event.target : null;
      const link = target?.closest("a[data-choose]");
      const at = link?.closest<HTMLElement>("[data-block]");
      // A new tab or window still gets the page.
      if (!at || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      setBlock(readBlock(at));
    }
    container.addEventListener("click", choose);
    return () => container.removeEventListener("click", choose);
  }, []);

  const actions = { sourceVersionId, slug, sourceId, version, quote };
  return (
    <>
      <div ref={text}>{children}</div>
      <p role="status" className="visually-hidden">
        {words ? t("barOpened") : ""}
      </p>
      {words && !block ? (
        <section ref={bar} aria-label={t("barLabel")} className={styles.bar}>
          <div className={styles.inner}>
            <WordsForm words={words} {...actions} />
          </div>
        </section>
      ) : null}
      <Dialog
        open={block !== null}
        onClose={() => setBlock(null)}
        title={t("dialogTitle", { n: block?.n ?? 0 })}
        wide
      >
        {block ? <ChooseWords text={block.text} start={block.start} {...actions} /> : null}
      </Dialog>
    </>
  );
}
