import type { ReactNode } from "react";
import { cx } from "./cx";
import styles from "./text.module.css";

/** A paragraph; `lead` opens a page, `small` and `muted` are for what is less important. */
export function Paragraph({
  lead,
  small,
  muted,
  id,
  className,
  children,
}: {
  lead?: boolean;
  small?: boolean;
  muted?: boolean;
  id?: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <p
      id={id}
      className={cx(
        "utrecht-paragraph",
        styles.paragraph,
        lead && styles.lead,
        small && styles.small,
        muted && styles.muted,
        className,
      )}
    >
      {children}
    </p>
  );
}

/** Words of somebody else, exactly as they stand, with where they stand. */
export function Quote({
  source,
  cite,
  children,
}: {
  source?: ReactNode;
  cite?: string;
  children: ReactNode;
}) {
  return (
    <figure className={styles.figure}>
      <blockquote className={styles.quote} cite={cite}>
        {children}
      </blockquote>
      {source ? <figcaption className={styles.source}>{source}</figcaption> : null}
    </figure>
  );
}

/** Words that matter here: a passage in its source, a hit of a search. */
export function Mark({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <mark id={id} className={cx("utrecht-mark", styles.mark)}>
      {children}
    </mark>
  );
}

/** Gives rendered rich text its margins, lists and tables. */
export function RichText({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={cx("rich-text", styles.rich, className)}>{children}</div>;
}

/** The display code of a requirement or statement, such as E-2.1. */
export function CodeTag({ children }: { children: ReactNode }) {
  return <span className={styles.code}>{children}</span>;
}
