"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type MouseEvent, memo, type ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import type { SegmentKind } from "@/db/vocabulary";
import type { SegmentRow as Segment } from "@/domain/splitting/model";
import { BENCH_FORM } from "./forms-id";
import { Hint } from "./hint";
import { KindBadge } from "./kind-badge";
import { KIND_KEYS, toneOf } from "./kinds";
import { SegmentLabel } from "./segment-label";
import styles from "./segment-row.module.css";
import { SegmentText } from "./segment-text";
import { cellsOf } from "./table-cells";

/** The id of a segment on the page: links and the keyboard find it by this. */
export const rowId = (start: number) => `blok-${start}`;

export interface RowEvents {
  onKey: (event: KeyboardEvent<HTMLDivElement>, start: number) => void;
  /** `upTo`: everything between this one and the one that had the focus. */
  onChoose: (start: number, upTo: boolean) => void;
  onPick: (start: number, upTo: boolean) => void;
  onKind: (start: number, kind: SegmentKind) => void;
  onOther: (start: number) => void;
  onLink: (start: number | null) => void;
}

/**
 * One segment in the minutes: its number, what it is, its words as they stand, and whether it was looked
 * at. One that is unsure says why and offers its likeliest kinds. `children` takes the place of the words
 * while a cut is chosen.
 */
export const SegmentRow = memo(function SegmentRow({
  segment,
  number,
  index,
  active,
  chosen,
  linked,
  unsure,
  becomes,
  group,
  hints,
  running,
  events,
  href,
  children,
}: {
  segment: Segment;
  /** Place in the part, from 1. */
  number: number;
  /** Place in the list, from 1. */
  index: number;
  active: boolean;
  /** One of those that are chosen together. */
  chosen: boolean;
  linked: boolean;
  unsure: boolean;
  /** The kind it would get by doing the same as elsewhere. */
  becomes: SegmentKind | null;
  /** Name of the group whose words they are. */
  group: string | null;
  /** Show the letter that does the same beside each choice. */
  hints: boolean;
  /** The list has keys of its own; without scripts each control in it is reached by Tab. */
  running: boolean;
  events: RowEvents;
  /** Address of the page with the forms for this segment, for a browser without JavaScript. */
  href: string;
  children?: ReactNode;
}) {
  const t = useTranslations("splitting");
  const id = rowId(segment.start);
  const { start } = segment;
  const tab = active || !running ? 0 : -1;
  const heading = segment.kind === "heading" && segment.decision !== "irrelevant";
  const state = unsure ? "unsure" : segment.decision;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of the grid, see Workbench
    <div
      id={id}
      role="row"
      aria-rowindex={index}
      aria-selected={chosen}
      aria-labelledby={`${id}-label ${id}-state ${id}-words`}
      tabIndex={active ? 0 : -1}
      className={cx(
        styles.row,
        styles[toneOf(segment.kind)],
        styles[state],
        cellsOf(segment) && styles.tableRow,
        active && styles.active,
        chosen && styles.chosen,
        linked && styles.linked,
        becomes && styles.becoming,
      )}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget) events.onKey(event, start);
      }}
      onClick={(event) => events.onChoose(start, event.shiftKey)}
      onPointerEnter={() => events.onLink(start)}
      onPointerLeave={() => events.onLink(null)}
    >
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the row has the focus, its only cell never */}
      <div role="gridcell" className={styles.cell}>
        <span className={styles.number} aria-hidden="true">
          {number}
        </span>
        <div className={styles.what}>
          <SegmentLabel segment={segment} unsure={unsure} id={`${id}-label`} />
          {group ? <span className={styles.of}>{group}</span> : null}
        </div>
        <div className={styles.text}>
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
          {becomes ? (
            <p className={styles.becomes}>
              {t.rich("row.becomes", {
                kind: () => <KindBadge kind={becomes} />,
              })}
            </p>
          ) : null}
          {unsure && !children ? <Choices {...{ segment, tab, hints, events, href }} /> : null}
          <noscript>
            <a href={href}>{t("row.edit")}</a>
          </noscript>
        </div>
        <span className={styles.state}>
          <span id={`${id}-state`} className="visually-hidden">
            {t(`decision.${state}`)}
          </span>
          {segment.decision === "accepted" ? <Icon name="check" /> : null}
          {unsure ? (
            <span className={styles.mark} aria-hidden="true">
              ?
            </span>
          ) : null}
          <input
            type="checkbox"
            name="starts"
            value={start}
            form={BENCH_FORM}
            checked={chosen}
            tabIndex={running ? -1 : undefined}
            aria-label={t("row.pick", { number })}
            className={styles.pick}
            onClick={(event: MouseEvent) => {
              event.stopPropagation();
              events.onPick(start, event.shiftKey);
            }}
            onChange={() => {}}
          />
        </span>
      </div>
    </div>
  );
});

/** Why a segment is unsure and its likeliest kinds: the first is what Enter takes. */
function Choices({
  segment,
  tab,
  hints,
  events,
  href,
}: {
  segment: Segment;
  /** Whether Tab comes by. */
  tab: 0 | -1;
  hints: boolean;
  events: RowEvents;
  href: string;
}) {
  const t = useTranslations("splitting");
  const kinds = useTranslations("kinds");
  const choices = [
    { kind: segment.kind, p: segment.confidence },
    ...(segment.alternatives ?? []).filter(({ kind }) => kind !== segment.kind),
  ];
  return (
    <div className={styles.choices}>
      <span className={styles.reason}>
        {segment.cue && toneOf(segment.kind) === "none"
          ? t(`cue.${segment.cue}`)
          : t(`reasons.${segment.reason}`)}
      </span>
      {choices.map(({ kind, p }, i) => (
        <button
          key={kind}
          type="submit"
          form={BENCH_FORM}
          name="choice"
          value={`${segment.start}:${kind}`}
          tabIndex={tab}
          className={cx(styles.choice, i === 0 && styles.first)}
          onClick={(event) => {
            event.preventDefault();
            event.stopPropagation();
            events.onKind(segment.start, kind);
          }}
        >
          {kinds(`input.${kind}`)} <small>{t("row.percent", { p })}</small>
          <Hint shown={hints} letter={KIND_KEYS[kind]} />
        </button>
      ))}
      <a
        href={href}
        tabIndex={tab}
        className={styles.other}
        onClick={(event) => {
          event.preventDefault();
          event.stopPropagation();
          events.onOther(segment.start);
        }}
      >
        {t("row.other")}
      </a>
    </div>
  );
}
