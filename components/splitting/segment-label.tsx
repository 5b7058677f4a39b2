import { useTranslations } from "next-intl";
import type { SegmentRow } from "@/domain/splitting/model";
import { KindBadge } from "./kind-badge";
import { toneOf } from "./kinds";
import styles from "./segment-row.module.css";

/** What a segment is, of which stelling, and who speaks. */
export function SegmentLabel({ segment, id }: { segment: SegmentRow; id?: string }) {
  const t = useTranslations("splitting");
  return (
    <span id={id} className={styles.label}>
      <KindBadge kind={segment.kind} />
      {segment.statement !== null && toneOf(segment.kind) !== "none" ? (
        <span className={styles.of}>
          {segment.kind === "statement"
            ? segment.statement
            : t("row.ofStatement", { number: segment.statement })}
        </span>
      ) : null}
      {segment.speaker ? <span className={styles.speaker}>{segment.speaker}</span> : null}
    </span>
  );
}
