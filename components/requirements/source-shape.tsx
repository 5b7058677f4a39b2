import { TraceShape } from "@/components/ui/badge";
import styles from "./source-shape.module.css";

/** The shape of what a requirement comes from; quoted words are a stroke of the marker. */
export function SourceShape({ kind }: { kind: "coreValue" | "reaction" | "passage" }) {
  if (kind !== "passage") return <TraceShape tone={kind} />;
  return (
    <svg
      className={styles.mark}
      viewBox="0 0 14 10"
      width="14"
      height="10"
      aria-hidden="true"
      focusable="false"
    >
      <rect x=".5" y="1.500" width="13" height="7" rx="1.500" />
    </svg>
  );
}
