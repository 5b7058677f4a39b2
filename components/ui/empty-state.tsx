import type { ReactNode } from "react";
import styles from "./empty-state.module.css";
import { Heading, type HeadingLevel } from "./heading";

/** Stands where a list will be, says what comes here and what to do to fill it. */
export function EmptyState({
  title,
  headingLevel = 2,
  action,
  children,
}: {
  title: ReactNode;
  headingLevel?: HeadingLevel;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <svg
        className={styles.picture}
        viewBox="0 0 132 24"
        width="132"
        height="24"
        fill="none"
        aria-hidden="true"
        focusable="false"
      >
        <path className={styles.line} d="M20 12h18M56 12h18M93 12h18" />
        <rect className={styles.statement} x="4" y="5" width="14" height="14" rx="2" />
        <circle className={styles.reaction} cx="47" cy="12" r="7.5" />
        <path className={styles.coreValue} d="m83.5 3.5 8.5 8.5-8.5 8.5L75 12Z" />
        <path className={styles.requirement} d="m120 3.5 7.5 4.25v8.5L120 20.5l-7.5-4.25v-8.5Z" />
      </svg>
      <Heading level={headingLevel} className={styles.title}>
        {title}
      </Heading>
      <div className={styles.body}>{children}</div>
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  );
}
