import { useId } from "react";
import { cx } from "@/components/ui/cx";
import { POSITIONS, type Position } from "@/db/vocabulary";
import type { Thought } from "@/domain/participation/model";
import styles from "./position-bar.module.css";

/** A drawn bar in units of its own, which the page scales, and how high the numbers in it are; 0 for none. */
const SIZES = {
  /** A line of a table, with its numbers beside it. */
  row: { wide: 240, high: 22, digits: 0, gap: 1, round: 0 },
  /** Beside what is written down in a room. */
  beside: { wide: 240, high: 30, digits: 15, gap: 1, round: 2 },
  /** On the screen in a room. */
  screen: { wide: 1_000, high: 84, digits: 40, gap: 4, round: 6 },
};
export type BarSize = keyof typeof SIZES;

/** What people think of a stelling; whoever shows it says the same in words or numbers. */
export function PositionBar({
  positions,
  total,
  size = "row",
}: Pick<Thought, "positions" | "total"> & { size?: BarSize }) {
  const hatch = useId();
  const { wide, high, digits, gap, round } = SIZES[size];
  // The lines of the hatch are as far apart as the bar is high, whatever it is scaled to.
  const scale = high / SIZES.row.high;
  let x = 0;
  return (
    <svg
      viewBox={`0 0 ${wide} ${high}`}
      className={cx(styles.bar, size === "row" && styles.row)}
      aria-hidden="true"
    >
      <defs>
        <pattern
          id={hatch}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform={`scale(${scale})`}
        >
          <path className={styles.hatch} d="M-1 1 1-1M0 6 6 0M5 7 7 5" />
        </pattern>
      </defs>
      {POSITIONS.map((one) => {
        const width = (positions[one] / total) * wide;
        const from = x;
        x += width;
        if (width === 0) return null;
        const box = { x: from, width: Math.max(gap, width - gap), height: high, rx: round };
        return (
          <g key={one}>
            <rect {...box} className={styles[one]} />
            {one === "partly" ? <rect {...box} fill={`url(#${hatch})`} /> : null}
            {digits === 0 ? null : (
              <text
                x={from + width / 2 - gap / 2}
                y={high / 2}
                className={cx(styles.digits, styles[one])}
                fontSize={digits}
                dominantBaseline="central"
                textAnchor="middle"
              >
                {positions[one]}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** Which colour stands for which position, for who sees them. */
export function PositionKey({
  called,
  className,
}: {
  called: (position: Position) => string;
  className?: string;
}) {
  return (
    <p className={cx(styles.key, className)} aria-hidden="true">
      {POSITIONS.map((one) => (
        <span key={one}>
          <i className={cx(styles.swatch, styles[one])} /> {called(one)}
        </span>
      ))}
    </p>
  );
}
