import type { ReactNode } from "react";
import { cx } from "./cx";
import styles from "./stack.module.css";

export type Gap = "xs" | "s" | "m" | "l" | "xl";

/** Things under each other with one distance between them; the only place where space is made. */
export function Stack({
  gap = "m",
  className,
  children,
}: {
  gap?: Gap;
  className?: string;
  children: ReactNode;
}) {
  return <div className={cx(styles.stack, styles[gap], className)}>{children}</div>;
}

/** Small things beside each other that wrap: badges, facts, buttons. */
export function Cluster({
  gap = "s",
  between = false,
  className,
  children,
}: {
  gap?: Gap;
  /** Push the first and the last to the edges. */
  between?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className={cx(styles.cluster, styles[gap], between && styles.between, className)}>
      {children}
    </div>
  );
}

/**
 * One reading column with a side column for where it came from. On a narrow screen the side column
 * comes below. Give `asideLabel` when the side column is a landmark of its own.
 */
export function Columns({
  aside,
  asideLabel,
  sticky = false,
  children,
}: {
  aside: ReactNode;
  asideLabel?: string;
  sticky?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={styles.columns}>
      <div className={styles.column}>{children}</div>
      {asideLabel ? (
        <section aria-label={asideLabel} className={cx(styles.column, sticky && styles.sticky)}>
          {aside}
        </section>
      ) : (
        <div className={cx(styles.column, sticky && styles.sticky)}>{aside}</div>
      )}
    </div>
  );
}

/** Cards in as many columns as fit; `min` is how narrow one may become. */
export function Grid({ min = "m", children }: { min?: "s" | "m" | "l"; children: ReactNode }) {
  return <div className={cx(styles.grid, styles[`min-${min}`])}>{children}</div>;
}

/** The width of a page with its side margins. */
export function Page({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={cx(styles.page, className)}>{children}</div>;
}
