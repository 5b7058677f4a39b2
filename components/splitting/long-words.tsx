import type { ReactNode } from "react";
import styles from "./long-words.module.css";

/** A title out of a document: it may hold words that are wider than a phone. */
export function LongWords({ children }: { children: ReactNode }) {
  return <span className={styles.words}>{children}</span>;
}
