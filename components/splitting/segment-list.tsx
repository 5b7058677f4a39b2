import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import type { SegmentRow } from "@/domain/splitting/model";
import { toneOf } from "./kinds";
import { SegmentLabel } from "./segment-label";
import list from "./segment-list.module.css";
import styles from "./segment-row.module.css";
import { SegmentText } from "./segment-text";

/** The segments of a part to read: of a confirmed one, or for who may not change it. */
export function SegmentList({ segments }: { segments: SegmentRow[] }) {
  const t = useTranslations("splitting");
  return (
    <ol className={list.list}>
      {segments.map((segment) => (
        <li
          key={segment.start}
          id={`blok-${segment.start}`}
          className={cx(
            list.row,
            styles.row,
            styles[toneOf(segment.kind)],
            styles[segment.decision],
          )}
        >
          <div className={styles.cell}>
            <div className={styles.top}>
              <SegmentLabel segment={segment} />
              <span className={styles.state}>{t(`decision.${segment.decision}`)}</span>
            </div>
            <p className={styles.words}>
              <SegmentText segment={segment} />
            </p>
            {segment.decision === "irrelevant" ? (
              <p className={styles.why}>
                {t("row.irrelevantBecause", { reason: segment.irrelevantReason ?? "" })}
              </p>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
