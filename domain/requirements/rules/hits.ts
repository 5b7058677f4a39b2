import type { MarkedWords } from "../model";

/** Signs that stand in no text (private use), to find the hits back in what the database marked. */
export const HIT_START = "\uE000";
export const HIT_END = "\uE001";

/** Text with marks around its hits, in parts. */
export function markedWords(text: string): MarkedWords {
  const parts: MarkedWords = [];
  for (const [index, piece] of text.split(HIT_START).entries()) {
    const end = index === 0 ? 0 : piece.indexOf(HIT_END);
    if (index > 0 && end > 0) parts.push({ text: piece.slice(0, end), hit: true });
    const rest = index === 0 ? piece : piece.slice(end + 1);
    if (rest) parts.push({ text: rest, hit: false });
  }
  return parts;
}

/** Code points from the first hit; nothing found is the beginning. */
export function hitIn(parts: MarkedWords): { start: number; end: number } {
  let at = 0;
  for (const { text, hit } of parts) {
    const length = [...text].length;
    if (hit) return { start: at, end: at + length };
    at += length;
  }
  return { start: 0, end: 0 };
}
