import type { Outcome } from "@/db/vocabulary";
import styles from "./outcome-shape.module.css";

/** The shape of an outcome: in ink only, and never without its word. */
export function OutcomeShape({ outcome }: { outcome: Outcome }) {
  return (
    <svg
      className={styles.shape}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      {outcome === "adopted" ? <circle cx="8" cy="8" r="6.2" className={styles.full} /> : null}
      {outcome === "partly" ? (
        <>
          <circle cx="8" cy="8" r="6" />
          <path d="M8 2a6 6 0 0 0 0 12Z" className={styles.full} />
        </>
      ) : null}
      {outcome === "rejected" ? <circle cx="8" cy="8" r="6" /> : null}
      {outcome === "elsewhere" ? <path d="M2 8h11M9 4l4.2 4L9 12" /> : null}
      {outcome === "outOfScope" ? <circle cx="8" cy="8" r="6" className={styles.dashed} /> : null}
      {outcome === "noted" ? <path d="M2.2 2.8h11.6v8H8L4.8 13.6v-2.8H2.2Z" /> : null}
    </svg>
  );
}
