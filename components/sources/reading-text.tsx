"use client";

import { Fragment } from "react";
import { columnShares, type TextMark } from "@/components/text/text-pieces";
import type { BlockRow } from "@/domain/sources/model";
import { paperPage } from "@/domain/sources/rules/pages";
import { isRule } from "@/domain/text/signs";
import type { Beside, Level } from "./beside";
import styles from "./reading.module.css";
import { ReadingBlock } from "./reading-block";
import { headingTags, inRuns } from "./runs";

/** Code points in the text. */
export type Place = { start: number; end: number };

/** Words on which something rests. */
export interface RestingWords extends Place {
  level: Level;
  /** The codes of what that is. */
  title: string;
}

/**
 * The text of a source in numbered blocks, with what rests on it beside each. For the browser as well, where it
 * does nothing: so a page brings its text along as such, and not once more as elements.
 */
export function ReadingText({
  blocks,
  paper,
  resting: words,
  beside,
  hits,
  focus,
  slug,
  sourceId,
  version,
}: {
  blocks: BlockRow[];
  /** Where the pages on paper begin. */
  paper: number[] | null;
  resting: readonly RestingWords[];
  beside: readonly Beside[];
  /** Words that were searched. */
  hits: Place[];
  /** The words the reader came for. */
  focus: Place | null;
  slug: string;
  sourceId: string;
  /** Number of the version, when it is not the newest. */
  version?: number;
}) {
  const resting = words.map(
    ({ start, end, level, title }): TextMark => ({
      start,
      end,
      as: "mark",
      // Of several on the same words the furthest is seen: the classes stand in that order.
      className: styles[`on-${level}`],
      title,
      anchor: `passage-${start}`,
    }),
  );
  const found = hits.map((hit): TextMark => ({ ...hit, as: "mark", className: styles.hit }));
  const wanted: TextMark[] = focus
    ? [{ ...focus, as: "mark", className: styles.focus, anchor: "citaat" }]
    : [];
  const headings = headingTags(blocks);
  const papers = papersOf(blocks, paper);
  const besideOf = new Map(beside.map((one) => [one.n, one]));
  // Words broken off at the end of the page before have their anchor here as well.
  const anchor = focus ? blocks.find((block) => block.end > focus.start)?.n : undefined;
  return (
    <div className={styles.text}>
      {inRuns(blocks).map((group) => {
        const [first] = group;
        const columns =
          first?.form === "tableRow" ? columnShares(group.map((row) => row.text)) : undefined;
        const shown = group.map((block, i) => {
          // Only what touches the block: otherwise a page costs blocks × marks.
          const here = (
            marks: readonly TextMark[],
            anchored = (mark: TextMark) => mark.start >= block.start,
          ) =>
            marks
              .filter((mark) => mark.start < block.end && mark.end > block.start)
              .map((mark) => (anchored(mark) ? mark : { ...mark, anchor: undefined }));
          return (
            <ReadingBlock
              key={block.n}
              block={block}
              marks={[...here(resting), ...here(found), ...here(wanted, () => block.n === anchor)]}
              beside={besideOf.get(block.n)}
              heading={headings.get(block.n)}
              columns={columns}
              head={isRule(group[i + 1]?.text ?? "")}
              paperPage={papers.get(block.n) ?? null}
              slug={slug}
              sourceId={sourceId}
              version={version}
            />
          );
        });
        return first?.form === "listItem" ? (
          <ul key={first.n} className={styles.list}>
            {shown}
          </ul>
        ) : (
          <Fragment key={first?.n}>{shown}</Fragment>
        );
      })}
    </div>
  );
}

/** The number of the page on paper by the block with which, or in which, it begins. */
function papersOf(blocks: BlockRow[], paper: number[] | null): Map<number, number> {
  const pages = new Map<number, number>();
  let last: number | null = null;
  for (const block of blocks) {
    const page = paperPage(paper, block.end - 1);
    if (page !== null && page !== last) pages.set(block.n, page);
    last = page;
  }
  return pages;
}
