"use client";

import { useEffect, useRef, useState } from "react";
import styles from "./places.module.css";

interface Line {
  join: string;
  path: string;
  /** What became of the passage that stands there; none for a block that stayed as it was. */
  kind?: string;
  /** Where it ends when there is nothing on the other side. */
  open?: { x: number; y: number };
}

/**
 * Lines from what stands on one side to where it stands on the other: thick for the passage, dashed for one that moved.
 * They say nothing that the words do not, so nobody hears of them; without room between the sides there are none.
 */
export function PlaceLines() {
  const picture = useRef<SVGSVGElement>(null);
  const [lines, setLines] = useState<Line[]>([]);
  useEffect(() => {
    const svg = picture.current;
    const sides = svg?.parentElement;
    if (!svg || !sides) return;
    const draw = () => setLines(linesIn(svg, sides));
    draw();
    const size = new ResizeObserver(draw);
    size.observe(sides);
    return () => size.disconnect();
  }, []);
  return (
    <svg ref={picture} className={styles.lines} aria-hidden="true" focusable="false">
      {lines.map(({ join, path, open, kind }) => (
        <g key={join} className={open ? styles.openEnd : styles[`${kind}Line`]}>
          <path d={path} />
          {open ? <circle cx={open.x} cy={open.y} r={5} /> : null}
        </g>
      ))}
    </svg>
  );
}

/** What stands on both sides, joined; in pixels of the picture. */
function linesIn(svg: SVGSVGElement, sides: HTMLElement): Line[] {
  const frame = svg.getBoundingClientRect();
  if (frame.width === 0) return [];
  const [left, right] = sides.querySelectorAll<HTMLElement>("section");
  const ends = (side: HTMLElement | undefined) =>
    new Map(
      [...(side?.querySelectorAll<HTMLElement>("[data-join]") ?? [])].map((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        const y = Math.round((top + bottom) / 2 - frame.top);
        return [element.dataset.join ?? "", { y, kind: element.dataset.line }] as const;
      }),
    );
  const there = ends(right);
  const width = Math.round(frame.width);
  const half = Math.round(width / 2);
  return [...ends(left)].flatMap(([join, { y: from, kind }]): Line[] => {
    const to = there.get(join)?.y;
    if (to !== undefined) {
      return [{ join, kind, path: `M0 ${from}C${half} ${from} ${half} ${to} ${width} ${to}` }];
    }
    // What moved may stand far from here.
    if (kind !== "orphan") return [];
    return [{ join, kind, path: `M0 ${from}H${half - 5}`, open: { x: half, y: from } }];
  });
}
