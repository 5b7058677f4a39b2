import { useTranslations } from "next-intl";
import { TraceShape } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import type { SegmentKind } from "@/db/vocabulary";
import styles from "./kind-badge.module.css";
import { toneOf } from "./kinds";

/** The kind of a segment: colour, shape and word. */
export function KindBadge({ kind, id }: { kind: SegmentKind; id?: string }) {
  const kinds = useTranslations("kinds");
  const tone = toneOf(kind);
  return (
    <span id={id} className={cx(styles.badge, styles[tone])}>
      {tone === "none" ? null : (
        <TraceShape
          tone={tone === "statement" || tone === "explanation" ? "statement" : "reaction"}
          className={tone === "explanation" || tone === "question" ? styles.hollow : undefined}
        />
      )}
      {kinds(`input.${kind}`)}
    </span>
  );
}
