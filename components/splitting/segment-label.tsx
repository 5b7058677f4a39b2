import { useTranslations } from "next-intl";
import type { SegmentRow } from "@/domain/splitting/model";
import { KindBadge } from "./kind-badge";
import { toneOf } from "./kinds";
import styles from "./segment-row.module.css";

/** What a segment is, of which stelling, and who speaks; the sure ones in grey. */
export function SegmentLabel({
  segment,
  unsure,
  id,
}: {
  segment: SegmentRow;
  unsure: boolean;
  id?: string;
}) {
  const t = useTranslations("splitting");
  const { kind, statement, speaker } = segment;
  return (
    <span id={id} className={styles.label}>
      <KindBadge kind={kind} quiet={!unsure && kind !== "statement"} unsure={unsure}>
        {kind === "statement" && statement !== null ? statement : null}
      </KindBadge>
      {statement !== null && kind !== "statement" && toneOf(kind) !== "none" ? (
        <span className={styles.of}>{t("row.ofStatement", { number: statement })}</span>
      ) : null}
      {speaker ? <span className={styles.speaker}>{speaker}</span> : null}
    </span>
  );
}
