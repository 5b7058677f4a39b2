import type { ReactNode } from "react";
import styles from "./editions.module.css";

/** The form, and what it is about beside it. */
export function AdoptLayout({ children, beside }: { children: ReactNode; beside: ReactNode }) {
  return (
    <div className={styles.adopt}>
      <div className={styles.form}>{children}</div>
      <aside>{beside}</aside>
    </div>
  );
}
