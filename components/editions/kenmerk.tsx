import styles from "./editions.module.css";

/** Hexadecimals of the short form. */
const SHORT = 12;

/** The hash of an edition in groups; `whole` has all of it. */
export function Kenmerk({ sha256, whole = false }: { sha256: string; whole?: boolean }) {
  // In groups, so that two people can read them to each other.
  const groups = whole ? sha256.match(/.{1,8}/g) : sha256.slice(0, SHORT).match(/.{1,4}/g);
  return <code className={styles.kenmerk}>{groups?.join(" ")}</code>;
}
