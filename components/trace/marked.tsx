import { Mark } from "@/components/ui/text";
import type { MarkedText } from "@/domain/trace/model";

/** Text in which the hits of a search are marked. */
export function Marked({ pieces }: { pieces: MarkedText }) {
  return pieces.map((piece, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have nothing but their place
    piece.hit ? <Mark key={index}>{piece.text}</Mark> : <span key={index}>{piece.text}</span>,
  );
}
