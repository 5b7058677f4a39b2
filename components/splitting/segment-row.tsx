"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, memo, type ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import type { SegmentRow as Segment } from "@/domain/splitting/model";
import { toneOf } from "./kinds";
import { SegmentLabel } from "./segment-label";
import styles from "./segment-row.module.css";
import { SegmentText } from "./segment-text";

/** The id of a segment on the page: links and the keyboard find it by this. */
export const rowId = (start: number) => `blok-${start}`;

export interface RowEvents {
  onKey: (event: KeyboardEvent<HTMLDivElement>, start: number) => void;
  onChoose: (start: number) => void;
  onLink: (start: number | null) => void;
}

/**
 * One segment in the minutes: its words as they stand, its label, and whether it was looked at.
 * `children` takes the place of the words while a cut is chosen; `controls` stand below it.
 */
export const SegmentRow = memo(function SegmentRow({
  segment,
  index,
  active,
  linked,
  readOnly,
  events,
  href,
  children,
  controls,
}: {
  segment: Segment;
  /** Place in the whole list, from 1. */
  index: number;
  active: boolean;
  linked: boolean;
  readOnly: boolean;
  events: RowEvents;
  /** Address of the page with the forms for this segment, for a browser without JavaScript. */
  href: string;
  children?: ReactNode;
  controls?: ReactNode;
}) {
  const t = useTranslations("splitting");
  const id = rowId(segment.start);
  const heading = segment.kind === "heading" && segment.decision !== "irrelevant";
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of the grid, see Workbench
    <div
      id={id}
      role="row"
      aria-rowindex={index}
      aria-selected={active}
      aria-labelledby={`${id}-label ${id}-state ${id}-words`}
      tabIndex={active ? 0 : -1}
      className={cx(
        styles.row,
        styles[toneOf(segment.kind)],
        styles[segment.decision],
        active && styles.active,
        linked && styles.linked,
      )}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget) events.onKey(event, segment.start);
      }}
      onClick={() => events.onChoose(segment.start)}
      onPointerEnter={() => events.onLink(segment.start)}
      onPointerLeave={() => events.onLink(null)}
    >
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the row has the focus, its only cell never */}
      <div role="gridcell" className={styles.cell}>
        <div className={styles.top}>
          <SegmentLabel segment={segment} id={`${id}-label`} />
          <span id={`${id}-state`} className={styles.state}>
            {segment.decision === "accepted" ? <Icon name="check" /> : null}
            {t(`decision.${segment.decision}`)}
          </span>
        </div>
        {children ?? (
          <p id={`${id}-words`} className={cx(styles.words, heading && styles.heading)}>
            <SegmentText segment={segment} />
          </p>
        )}
        {segment.decision === "irrelevant" ? (
          <p className={styles.why}>
            {t("row.irrelevantBecause", { reason: segment.irrelevantReason ?? "" })}
          </p>
        ) : null}
        {readOnly ? null : (
          <noscript>
            <a href={href}>{t("row.edit")}</a>
          </noscript>
        )}
        {controls}
      </div>
    </div>
  );
});
