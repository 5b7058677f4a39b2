import { POSITIONS } from "@/db/vocabulary";
import type { Thought } from "@/domain/participation/model";
import styles from "./position-bar.module.css";

/** Units of a drawn bar; the page scales it. */
const WIDE = 240;
const HIGH = 22;

/** What people think of a stelling; whoever shows it says the same in words or numbers. */
export function PositionBar({ positions, total }: Thought) {
  let x = 0;
  return (
    <svg viewBox={`0 0 ${WIDE} ${HIGH}`} className={styles.bar} aria-hidden="true">
      <defs>
        <pattern id="deels" width="6" height="6" patternUnits="userSpaceOnUse">
          <path className={styles.hatch} d="M-1 1 1-1M0 6 6 0M5 7 7 5" />
        </pattern>
      </defs>
      {POSITIONS.map((one) => {
        const width = (positions[one] / total) * WIDE;
        const from = x;
        x += width;
        if (width === 0) return null;
        const box = { x: from, width: Math.max(1, width - 1), height: HIGH };
        return (
          <g key={one}>
            <rect {...box} className={styles[one]} />
            {one === "partly" ? <rect {...box} fill="url(#deels)" /> : null}
          </g>
        );
      })}
    </svg>
  );
}
