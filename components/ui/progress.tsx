import type { ReactNode } from "react";
import styles from "./progress.module.css";

/** How far something is, of a known total. The label carries the numbers in words. */
export function Meter({
  value,
  max,
  label,
  labelHidden = false,
}: {
  value: number;
  max: number;
  label: string;
  labelHidden?: boolean;
}) {
  return (
    <div className={styles.box}>
      {labelHidden ? null : (
        <span className={styles.label} aria-hidden="true">
          {label}
        </span>
      )}
      <progress
        className={styles.bar}
        value={Math.min(value, max)}
        max={max || 1}
        aria-label={label}
      />
    </div>
  );
}

/** Long work of which nobody knows how long; or with `value` and `max`, how far it is. */
export function ProgressBar({
  label,
  value,
  max = 100,
  children,
}: {
  label: string;
  value?: number;
  max?: number;
  children?: ReactNode;
}) {
  return (
    <div className={styles.box}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      <progress className={styles.bar} aria-label={label} value={value} max={max} />
      {children}
    </div>
  );
}
