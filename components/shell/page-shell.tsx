import type { ReactNode } from "react";
import styles from "./page-shell.module.css";

/**
 * The main part of every page. Its parts stand under each other with one distance, as wide as the
 * page; a `PageHead` runs from edge to edge.
 */
export function PageShell({ children }: { children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className={styles.main}>
      {children}
    </main>
  );
}
