import { cx } from "@/components/ui/cx";
import type { SegmentRow } from "@/domain/splitting/model";
import styles from "./segment-text.module.css";
import { piecesOf } from "./segment-words";

/** The words of a segment as they stand; what will be quoted stands out from its label. */
export function SegmentText({ segment }: { segment: SegmentRow }) {
  return piecesOf(segment).map((piece) => {
    const name = cx(piece.quoted ? undefined : styles.label);
    const words = piece.strong ? <strong>{piece.text}</strong> : piece.text;
    return (
      <span key={piece.at} className={name || undefined}>
        {piece.em ? <em className={styles.em}>{words}</em> : words}
      </span>
    );
  });
}
