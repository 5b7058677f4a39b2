import { Fragment } from "react";
import { Mark } from "@/components/ui/text";
import type { TextPiece } from "@/domain/text/model";

/** Text with the hits of a search marked. */
export function Marked({ pieces }: { pieces: TextPiece[] }) {
  return pieces.map((piece, index) => {
    const Piece = piece.hit ? Mark : Fragment;
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have nothing but their place
    return <Piece key={index}>{piece.text}</Piece>;
  });
}
