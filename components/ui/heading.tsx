import type { ReactNode } from "react";
import { cx } from "./cx";
import styles from "./heading.module.css";
import { Icon } from "./icon";
import { TextLink } from "./link";

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
  back,
  title,
  lead,
  actions,
  eyebrow,
}: {
  /** The page this one belongs to. */
  back?: { href: string; label: ReactNode };
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  eyebrow?: ReactNode;
}) {
  return (
    <header className={styles.title}>
      <div className={styles.words}>
        {back ? (
          <p className={styles.back}>
            <TextLink href={back.href}>
              <Icon name="chevron-left" />
              {back.label}
            </TextLink>
          </p>
        ) : null}
        {eyebrow ? <p className={styles.eyebrow}>{eyebrow}</p> : null}
        <Heading level={1}>{title}</Heading>
        {lead ? <div className={styles.lead}>{lead}</div> : null}
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </header>
  );
}
