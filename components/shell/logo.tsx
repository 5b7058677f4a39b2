import styles from "./logo.module.css";

/**
 * The mark: a small h drawn as a way with four stops, for stelling, reactie, kernwaarde and eis.
 * Decoration; the name stands beside it.
 */
export function Logo({ className }: { className?: string }) {
  return (
    <svg
      className={className}
      viewBox="0 0 40 40"
      width="40"
      height="40"
      fill="none"
      aria-hidden="true"
      focusable="false"
    >
      <path className={styles.way} d="M9 7v26M9 25c0-6.6 4.2-10.5 11-10.5S31 18.4 31 25v8" />
      <rect className={styles.statement} x="4.8" y="2.8" width="8.4" height="8.4" rx="1.8" />
      <circle className={styles.reaction} cx="9" cy="33" r="4.6" />
      <path className={styles.coreValue} d="m20.5 8.8 5.7 5.7-5.7 5.7-5.7-5.7Z" />
      <path className={styles.requirement} d="m31 27.9 4.5 2.6v5L31 38.1l-4.5-2.6v-5Z" />
    </svg>
  );
}
