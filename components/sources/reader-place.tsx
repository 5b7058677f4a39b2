"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

/** Where in a text one is: first what is on the page, and from then on the block one reads. */
export function ReaderPlace({
  range,
  blocks,
  paper,
}: {
  /** What is on the page. */
  range: string;
  /** In the whole text. */
  blocks: number;
  /** The number of the page on paper with which this page begins; null without pages. */
  paper: number | null;
}) {
  const t = useTranslations("sources.reader");
  const [now, setNow] = useState<{ n: number; page: number | null } | null>(null);

  useEffect(() => {
    let waiting = 0;
    function look() {
      waiting = 0;
      // A little below the bar: that is where one reads.
      const line = 120;
      let page = paper;
      let n: number | null = null;
      for (const block of document.querySelectorAll<HTMLElement>("[data-block]:not([hidden])")) {
        if (n !== null && block.getBoundingClientRect().top > line) break;
        n = Number(block.dataset.block);
        if (block.dataset.paper) page = Number(block.dataset.paper);
      }
      setNow((before) =>
        n === null || (before?.n === n && before.page === page) ? before : { n, page },
      );
    }
    function scrolled() {
      waiting ||= requestAnimationFrame(look);
    }
    window.addEventListener("scroll", scrolled, { passive: true });
    return () => {
      window.removeEventListener("scroll", scrolled);
      cancelAnimationFrame(waiting);
    };
  }, [paper]);

  if (!now) return range;
  return now.page === null
    ? t("now", { n: now.n, total: blocks })
    : t("nowPaper", { n: now.n, total: blocks, page: now.page });
}
