"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import styles from "./table.module.css";

/** Scrolls sideways, and takes the keyboard focus only while there is something to scroll to. */
export function TableScroll({ label, children }: { label: string; children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  const [overflows, setOverflows] = useState(false);

  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    // One pixel of slack: rounding at fractional zoom is not overflow.
    const measure = () => setOverflows(box.scrollWidth > box.clientWidth + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    if (box.firstElementChild) observer.observe(box.firstElementChild);
    measure();
    return () => observer.disconnect();
  }, []);

  const region = overflows ? { role: "region", tabIndex: 0, "aria-label": label } : {};
  return (
    <div ref={ref} className={styles.scroll} {...region}>
      {children}
    </div>
  );
}
