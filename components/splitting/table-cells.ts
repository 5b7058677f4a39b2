import type { SegmentRow } from "@/domain/splitting/model";
import { piecesOf, type TextPiece } from "./segment-words";

const TABLE_LINE = /^[ \t]*\|.*\|[ \t]*$/;
const RULE = /^[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/;

/**
 * The cells of a segment that is written as rows of a table (`| a | b |`), each row with its pieces as they
 * stand; the line of dashes under a head is left out. Null when it is no table.
 */
export function cellsOf(segment: SegmentRow): TextPiece[][][] | null {
  const { text } = segment;
  const lines = text.split("\n");
  if (!lines.every((line) => TABLE_LINE.test(line))) return null;
  const pieces = piecesOf(segment);
  let at = 0;
  const rows: TextPiece[][][] = [];
  for (const line of lines) {
    if (!RULE.test(line)) rows.push(cellsIn(text, at, at + line.length, pieces));
    at += line.length + 1;
  }
  return rows;
}

function cellsIn(text: string, from: number, to: number, pieces: TextPiece[]): TextPiece[][] {
  const bars: number[] = [];
  for (let i = from; i < to; i++) if (text[i] === "|" && text[i - 1] !== "\\") bars.push(i);
  return bars.slice(0, -1).map((bar, i) => clipped(pieces, bar + 1, bars[i + 1] ?? to));
}

/** The pieces between two places, without the white space at the ends. */
function clipped(pieces: TextPiece[], from: number, to: number): TextPiece[] {
  const inside = pieces.flatMap((piece) => {
    const start = Math.max(piece.at, from);
    const words = piece.text.slice(start - piece.at, Math.max(0, to - piece.at));
    return words ? [{ ...piece, at: start, text: words.replaceAll("\\|", "|") }] : [];
  });
  const first = inside[0];
  const last = inside.at(-1);
  if (first) inside[0] = { ...first, text: first.text.trimStart() };
  if (last) inside[inside.length - 1] = { ...last, text: (inside.at(-1)?.text ?? "").trimEnd() };
  return inside;
}
