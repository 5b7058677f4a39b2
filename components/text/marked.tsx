import { Fragment } from "react";
import { Mark } from "@/components/ui/text";
import type { TextPiece } from "@/domain/text/model";
import { Cells } from "./words";

/** Text with the hits of a search marked, and the cells of a table apart. */
export function Marked({ pieces }: { pieces: TextPiece[] }) {
  return pieces.map((piece, index) => {
    const Piece = piece.hit ? Mark : Fragment;
    const around = { before: index > 0, after: index < pieces.length - 1 };
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have nothing but their place
      <Piece key={index}>
        <Cells text={piece.text} around={around} />
      </Piece>
    );
  });
}
