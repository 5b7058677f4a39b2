import styles from "./hint.module.css";

/** The letter that does the same, for who looks; the list of keys says it to everybody. */
export function Hint({ shown, letter }: { shown: boolean; letter: string }) {
  return shown ? (
    <span className={styles.hint} aria-hidden="true">
      {letter}
    </span>
  ) : null;
}
