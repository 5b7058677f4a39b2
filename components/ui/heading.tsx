import type { ReactNode } from "react";
import { cx } from "./cx";
import styles from "./heading.module.css";

export type HeadingLevel = 1 | 2 | 3 | 4;

/** A heading; the level is its place in the page, never only its size. */
export function Heading({
  level,
  id,
  className,
  children,
}: {
  level: HeadingLevel;
  id?: string;
  className?: string;
  children: ReactNode;
}) {
  const Tag = `h${level}` as const;
  return (
    <Tag id={id} className={cx(`utrecht-heading-${level}`, styles.heading, className)}>
      {children}
    </Tag>
  );
}

/** The one `h1` of a page, with what the page is for (`lead`) and what one can do here. */
export function PageTitle({
  title,
  lead,
  actions,
  eyebrow,
}: {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  eyebrow?: ReactNode;
}) {
  return (
    <header className={styles.title}>
      <div className={styles.words}>
        {eyebrow ? <p className={styles.eyebrow}>{eyebrow}</p> : null}
        <Heading level={1}>{title}</Heading>
        {lead ? <div className={styles.lead}>{lead}</div> : null}
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </header>
  );
}
