import type { ReactNode } from "react";
import styles from "./data-list.module.css";

/** Facts about one thing, as terms with their values. */
export function DataList({ children }: { children: ReactNode }) {
  return <dl className={styles.list}>{children}</dl>;
}

export function DataItem({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.item}>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}
