import { cx } from "@/components/ui/cx";
import type { SegmentRow } from "@/domain/splitting/model";
import styles from "./segment-text.module.css";
import { piecesOf, type TextPiece } from "./segment-words";
import { cellsOf } from "./table-cells";

/** The words of a segment as they stand; what will be quoted stands out from its label. */
export function SegmentText({ segment }: { segment: SegmentRow }) {
  const rows = cellsOf(segment);
  if (!rows) return <Pieces pieces={piecesOf(segment)} />;
  return rows.map((cells, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one segment never change places
    <span key={i} className={styles.cells}>
      {cells.map((pieces, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nor do the cells
        <span key={n} className={styles.cell}>
          <Pieces pieces={pieces} />{" "}
        </span>
      ))}
    </span>
  ));
}

function Pieces({ pieces }: { pieces: TextPiece[] }) {
  return pieces.map((piece) => {
    const name = cx(piece.quoted ? undefined : styles.label);
    const words = piece.strong ? <strong>{piece.text}</strong> : piece.text;
    return (
      <span key={piece.at} className={name || undefined}>
        {piece.em ? <em className={styles.em}>{words}</em> : words}
      </span>
    );
  });
}
