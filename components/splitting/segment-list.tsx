import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import type { SegmentRow } from "@/domain/splitting/model";
import { toneOf } from "./kinds";
import { SegmentLabel } from "./segment-label";
import list from "./segment-list.module.css";
import styles from "./segment-row.module.css";
import { SegmentText } from "./segment-text";
import { cellsOf } from "./table-cells";

/** The segments of a part to read: of a confirmed one, or for who may not change it. */
export function SegmentList({ segments, numbers }: { segments: SegmentRow[]; numbers: number[] }) {
  const t = useTranslations("splitting");
  return (
    <ol className={list.list}>
      {segments.map((segment, i) => (
        <li
          key={segment.start}
          id={`blok-${segment.start}`}
          className={cx(
            list.row,
            styles.row,
            styles[toneOf(segment.kind)],
            styles[segment.decision],
            cellsOf(segment) && styles.tableRow,
          )}
        >
          <div className={styles.cell}>
            <span className={styles.number}>{numbers[i]}</span>
            <div className={styles.what}>
              <SegmentLabel segment={segment} unsure={false} />
            </div>
            <div className={styles.text}>
              <p className={cx(styles.words, segment.kind === "heading" && styles.heading)}>
                <SegmentText segment={segment} />
              </p>
              {segment.decision === "irrelevant" ? (
                <p className={styles.why}>
                  {t("row.irrelevantBecause", { reason: segment.irrelevantReason ?? "" })}
                </p>
              ) : null}
            </div>
            <span className={styles.state}>
              {segment.decision === "accepted" ? <Icon name="check" /> : null}
              <span className="visually-hidden">{t(`decision.${segment.decision}`)}</span>
            </span>
          </div>
        </li>
      ))}
    </ol>
  );
}
