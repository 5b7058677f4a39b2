import type { ReactNode } from "react";
import { TraceShape, type TraceTone } from "./badge";
import styles from "./card.module.css";
import { cx } from "./cx";
import { Heading, type HeadingLevel } from "./heading";

/** A bounded thing on the page. A trace tone gives it the colour and shape of its step. */
export function Card({
  title,
  headingLevel = 2,
  actions,
  tone = "plain",
  id,
  children,
}: {
  title?: ReactNode;
  headingLevel?: HeadingLevel;
  actions?: ReactNode;
  tone?: "plain" | "quiet" | TraceTone;
  id?: string;
  children?: ReactNode;
}) {
  return (
    <div id={id} className={cx(styles.card, styles[tone])}>
      {title || actions ? (
        <div className={styles.top}>
          {title ? (
            <Heading level={headingLevel} className={styles.title}>
              {tone === "plain" || tone === "quiet" ? null : (
                <TraceShape tone={tone} className={styles.shape} />
              )}
              {title}
            </Heading>
          ) : null}
          {actions ? <div className={styles.actions}>{actions}</div> : null}
        </div>
      ) : null}
      {children ? <div className={styles.body}>{children}</div> : null}
    </div>
  );
}

/** A part of a page under its own heading; the heading names the region. */
export function Section({
  title,
  titleHidden = false,
  headingLevel = 2,
  id,
  lead,
  actions,
  children,
}: {
  title: ReactNode;
  /** The page shows already what this is; the heading is there for who hears it. */
  titleHidden?: boolean;
  headingLevel?: HeadingLevel;
  id: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={`${id}-title`} id={id} className={styles.section}>
      <div className={titleHidden ? "visually-hidden" : styles.top}>
        <div className={styles.words}>
          <Heading level={headingLevel} id={`${id}-title`}>
            {title}
          </Heading>
          {lead ? <div className={styles.lead}>{lead}</div> : null}
        </div>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
