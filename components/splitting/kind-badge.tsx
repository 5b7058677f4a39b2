import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TraceShape } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import type { SegmentKind } from "@/db/vocabulary";
import styles from "./kind-badge.module.css";
import { toneOf } from "./kinds";

/** The kind of a segment: colour, shape and word. */
export function KindBadge({
  kind,
  quiet = false,
  unsure = false,
  children,
}: {
  kind: SegmentKind;
  /** Only the shape has colour. */
  quiet?: boolean;
  unsure?: boolean;
  /** Its number. */
  children?: ReactNode;
}) {
  const kinds = useTranslations("kinds");
  const tone = toneOf(kind);
  return (
    <span className={cx(styles.badge, styles[tone], quiet && styles.quiet)}>
      {tone === "none" ? null : (
        <TraceShape
          tone={tone === "statement" || tone === "explanation" ? "statement" : "reaction"}
          className={tone === "explanation" || tone === "question" ? styles.hollow : undefined}
        />
      )}
      {kinds(`input.${kind}`)}
      {children !== undefined && children !== null ? <> {children}</> : null}
      {unsure ? <span aria-hidden="true">?</span> : null}
    </span>
  );
}
