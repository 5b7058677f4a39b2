"use client";

import { useEffect, useRef, useState } from "react";
import styles from "./places.module.css";

interface Line {
  join: string;
  path: string;
  /** Where it ends when there is nothing on the other side. */
  open?: { x: number; y: number };
}

/**
 * Lines from what stands on one side to where it stands on the other, thick for the passage. They say nothing that the
 * words do not, so nobody hears of them; without room between the sides there are none.
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
    // Each side scrolls by itself; that does not bubble.
    sides.addEventListener("scroll", draw, { capture: true, passive: true });
    return () => {
      size.disconnect();
      sides.removeEventListener("scroll", draw, { capture: true });
    };
  }, []);
  return (
    <svg ref={picture} className={styles.lines} aria-hidden="true" focusable="false">
      {lines.map(({ join, path, open }) => (
        <g
          key={join}
          className={open ? styles.openEnd : join === "place" ? styles.place : undefined}
        >
          <path d={path} />
          {open ? <circle cx={open.x} cy={open.y} r={5} /> : null}
        </g>
      ))}
    </svg>
  );
}

/** What is in view on both sides, joined; in pixels of the picture. */
function linesIn(svg: SVGSVGElement, sides: HTMLElement): Line[] {
  const frame = svg.getBoundingClientRect();
  if (frame.width === 0) return [];
  const [left, right] = sides.querySelectorAll<HTMLElement>("section");
  const ends = (side: HTMLElement | undefined) =>
    new Map(
      [...(side?.querySelectorAll<HTMLElement>("[data-join]") ?? [])].map((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return [element.dataset.join ?? "", Math.round((top + bottom) / 2 - frame.top)];
      }),
    );
  const inView = (y: number) => y >= 0 && y <= frame.height;
  const there = ends(right);
  const width = Math.round(frame.width);
  return [...ends(left)].flatMap(([join, from]): Line[] => {
    const to = there.get(join);
    if (!inView(from)) return [];
    if (to === undefined) {
      const x = Math.round(width / 2);
      return [{ join, path: `M0 ${from}H${x - 5}`, open: { x, y: from } }];
    }
    if (!inView(to)) return [];
    const bend = Math.round(width / 2);
    return [{ join, path: `M0 ${from}C${bend} ${from} ${bend} ${to} ${width} ${to}` }];
  });
}
