import type { SegmentRow } from "@/domain/splitting/model";
import { trimRange } from "@/domain/text/rules";
import { piecesOf, type TextPiece } from "./segment-words";

/** A row that was cut between its cells has a bar at one end only. */
const TABLE_LINE = /^[ \t]*\||\|[ \t]*$/;
const RULE = /^[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/;

/**
 * The cells of a segment that is written as rows of a table (`| a | b |`), each row with its pieces as they
 * stand; the line of dashes under a head has none. Null when it is no table.
 */
export function cellsOf(segment: SegmentRow): TextPiece[][][] | null {
  const { text } = segment;
  const lines = text.split("\n");
  if (!lines.every((line) => TABLE_LINE.test(line))) return null;
  const pieces = piecesOf(segment);
  let at = 0;
  const rows: TextPiece[][][] = [];
  for (const line of lines) {
    if (RULE.test(line)) rows.push([]);
    else rows.push(cellsIn(text, at, at + line.length, pieces));
    at += line.length + 1;
  }
  return rows;
}

function cellsIn(text: string, from: number, to: number, pieces: TextPiece[]): TextPiece[][] {
  const line = text.slice(from, to);
  const bars: number[] = [];
  if (!line.trimStart().startsWith("|")) bars.push(from - 1);
  for (let i = from; i < to; i++) if (text[i] === "|" && text[i - 1] !== "\\") bars.push(i);
  if (!line.trimEnd().endsWith("|")) bars.push(to);
  return bars.slice(0, -1).map((bar, i) => {
    const cell = trimRange(text, bar + 1, bars[i + 1] ?? to);
    return clipped(pieces, cell.start, cell.end);
  });
}

/** The pieces between two places. */
function clipped(pieces: TextPiece[], from: number, to: number): TextPiece[] {
  return pieces.flatMap((piece) => {
    const at = Math.max(piece.at, from);
    const words = piece.text.slice(at - piece.at, Math.max(0, to - piece.at));
    return words ? [{ ...piece, at, text: words.replaceAll("\\|", "|") }] : [];
  });
}
