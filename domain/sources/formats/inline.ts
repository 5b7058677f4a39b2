/** How letters stand: bold, slanted, struck. */
export type Mark = "bold" | "slanted" | "struck";

const SIGNS: Record<Mark, string> = { bold: "**", slanted: "*", struck: "~~" };
/** Outermost first, so that the same look is always written the same. */
const ORDER: readonly Mark[] = ["struck", "bold", "slanted"];

interface Piece {
  words: string;
  marks: ReadonlySet<Mark>;
}

/** Words of one paragraph, heading, item or cell, gathered in pieces that each look one way. */
export class Inline {
  private pieces: Piece[] = [];

  /** @param words with white space as it counts: a line feed is a new line. */
  add(words: string, marks: ReadonlySet<Mark>): void {
    // White space carries no look: then the signs never stand against a space on the inside.
    for (const stretch of words.split(/(\s+)/)) {
      if (stretch !== "") this.pieces.push({ words: stretch, marks });
    }
  }

  /** Lines of Markdown, none of them blank, and forgets what was gathered. Every word of a heading is bold. */
  takeLines(heading = false): string[] {
    const pieces = heading ? this.pieces.map(lighter) : this.pieces;
    this.pieces = [];
    const lines: Piece[][] = [[]];
    for (const piece of pieces) {
      if (!isBlank(piece.words)) lines.at(-1)?.push(piece);
      else if (piece.words.includes("\n")) lines.push([]);
      else lines.at(-1)?.push(piece);
    }
    return lines.map((line) => written(trimmed(line))).filter((line) => line !== "");
  }
}

const lighter = ({ words, marks }: Piece): Piece => ({
  words,
  marks: new Set([...marks].filter((mark) => mark !== "bold")),
});

const isBlank = (words: string) => words.trim() === "";

function trimmed(line: Piece[]): Piece[] {
  let start = 0;
  let end = line.length;
  while (start < end && isBlank(line[start]?.words ?? "")) start++;
  while (end > start && isBlank(line[end - 1]?.words ?? "")) end--;
  return line.slice(start, end);
}

/** The pieces with signs around what stands out, properly one within another. */
function written(line: readonly Piece[]): string {
  let text = "";
  let open: Mark[] = [];
  let gap = "";
  for (const { words, marks } of line) {
    if (isBlank(words)) {
      gap += words;
      continue;
    }
    // Marks that end, and those opened within them, close before the gap; others open after it.
    const keep = open.findIndex((mark) => !marks.has(mark));
    const closing = keep === -1 ? [] : open.slice(keep);
    open = keep === -1 ? open : open.slice(0, keep);
    const opening = ORDER.filter((mark) => marks.has(mark) && !open.includes(mark));
    text += closing
      .reverse()
      .map((mark) => SIGNS[mark])
      .join("");
    text += joined(gap);
    text += opening.map((mark) => SIGNS[mark]).join("");
    open = [...open, ...opening];
    text += words;
    gap = "";
  }
  return (
    text +
    open
      .reverse()
      .map((mark) => SIGNS[mark])
      .join("")
  );
}

/** Spaces are one space; a tab stays, for it stands between columns. */
function joined(gap: string): string {
  if (gap === "") return "";
  if (gap.includes("\t")) return "\t";
  return /^[\u00a0\u202f\u2007]$/.test(gap) ? gap : " ";
}

const RAISED = new Map(
  [..."0123456789+-=()"].map((sign, i) => [sign, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾"[i] ?? sign]),
);
const LOWERED = new Map(
  [..."0123456789+-=()"].map((sign, i) => [sign, "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"[i] ?? sign]),
);

/** "2" as ² or ₂. Letters stay: raised ones stand in no word list and no search finds them. */
export function shifted(words: string, where: "raised" | "lowered"): string {
  const signs = where === "raised" ? RAISED : LOWERED;
  if (![...words.trim()].every((sign) => signs.has(sign))) return words;
  return [...words].map((sign) => signs.get(sign) ?? sign).join("");
}
