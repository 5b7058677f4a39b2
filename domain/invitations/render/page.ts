import { readFileSync } from "node:fs";
import path from "node:path";
import PDFDocument from "pdfkit";

/** Points. A4 is 595 by 842; the window of an envelope is at the left. */
export const LEFT = 70;
export const WIDTH = 455;

export const INK = "#1b2733";
export const MUTED = "#4a5866";
export const LINE = "#12305a";

type Weight = 400 | 700;
const WEIGHTS: readonly Weight[] = [400, 700];
/** A font of the web comes in parts: letters that the first does not have are in the second. */
const PARTS = ["latin", "latin-ext"] as const;

const FONTS = path.join(
  /*turbopackIgnore: true*/ process.cwd(),
  "node_modules/@fontsource/noto-sans/files",
);

const nameOf = (part: (typeof PARTS)[number], weight: Weight) => `${part} ${weight}`;

/** A stretch of text in one weight. */
export interface Run {
  text: string;
  bold?: boolean;
}

/** Letters on paper: words of any Latin script, line by line. */
export class Paper {
  readonly pdf: PDFKit.PDFDocument;
  /** The first line that is free, from the top. */
  y = 0;
  /** Lines below this go onto a next page, which `turn` begins. */
  bottom = Number.POSITIVE_INFINITY;
  turn: () => void = () => {};
  /** Letters say the same: what was measured once is known. */
  private readonly widths = new Map<string, number>();
  private readonly signs = new Map<string, boolean>();

  constructor(about: { title: string; author: string; language: string }) {
    this.pdf = new PDFDocument({
      size: "A4",
      margin: 0,
      autoFirstPage: false,
      info: { Title: about.title, Author: about.author },
      lang: about.language,
      pdfVersion: "1.7",
      tagged: true,
      displayTitle: true,
    });
    for (const weight of WEIGHTS) {
      for (const part of PARTS) {
        const file = `noto-sans-${part}-${weight}-normal.woff`;
        this.pdf.registerFont(nameOf(part, weight), readFileSync(path.join(FONTS, file)));
      }
    }
  }

  /** All of it as bytes. */
  async bytes(): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    const ended = new Promise<void>((resolve, reject) => {
      this.pdf.on("data", (part: Uint8Array) => parts.push(part));
      this.pdf.once("end", resolve);
      this.pdf.once("error", reject);
    });
    this.pdf.end();
    await ended;
    return new Uint8Array(Buffer.concat(parts));
  }

  newPage(): void {
    this.pdf.addPage();
    this.y = 0;
  }

  /** Words that belong together for who has a letter read aloud. */
  private tagged(tag: string, draw: () => void): void {
    this.pdf.addStructure(this.pdf.struct(tag, {}, draw));
  }

  /**
   * Writes a paragraph from `y` on, broken at spaces, and puts `y` below it. What does not fit on the page goes on on the
   * next.
   */
  paragraph(
    runs: readonly Run[],
    {
      x = LEFT,
      width = WIDTH,
      size = 11,
      color = INK,
      leading = 1.5,
      gap = 8,
      tag = "P",
    }: {
      x?: number;
      width?: number;
      size?: number;
      color?: string;
      leading?: number;
      gap?: number;
      tag?: string;
    } = {},
  ): void {
    const lines = this.broken(runs, width, size);
    while (lines.length > 0) {
      const room = () => Math.floor((this.bottom - this.y) / (size * leading));
      // No single line at the foot of a page.
      if (room() < Math.min(2, lines.length)) this.turn();
      const here = lines.splice(0, Math.max(1, room()));
      this.tagged(tag, () => this.draw(here, { x, size, color, leading }));
    }
    this.y += gap;
  }

  private draw(
    lines: readonly Piece[][],
    { x, size, color, leading }: { x: number; size: number; color: string; leading: number },
  ): void {
    for (const line of lines) {
      let at = x;
      for (const piece of joined(line)) {
        this.pdf
          .font(piece.font)
          .fontSize(size)
          .fillColor(color)
          .text(piece.text, at, this.y, { lineBreak: false });
        at += piece.width;
      }
      this.y += size * leading;
    }
  }

  private broken(runs: readonly Run[], width: number, size: number): Piece[][] {
    const lines: Piece[][] = [[]];
    let used = 0;
    for (const { text, bold } of runs) {
      for (const word of text.split(/(\n|(?<=\s)(?=\S))/).filter((one) => one !== "")) {
        if (word === "\n") {
          lines.push([]);
          used = 0;
          continue;
        }
        for (const part of this.fitting(word, bold ? 700 : 400, width, size)) {
          const wide = part.reduce((sum, piece) => sum + piece.width, 0);
          // The space after the last word takes no room.
          const last = part.at(-1);
          const bare =
            wide - (last ? last.width - this.wide(last.text.trimEnd(), last.font, size) : 0);
          if (used > 0 && used + bare > width) {
            lines.push([]);
            used = 0;
          }
          lines.at(-1)?.push(...part);
          used += wide;
        }
      }
    }
    return lines;
  }

  /** A word in pieces by font; one that is wider than a line is cut. */
  private fitting(word: string, weight: Weight, width: number, size: number): Piece[][] {
    const pieces = this.byFont(word, weight, size);
    if (pieces.reduce((sum, { width: wide }) => sum + wide, 0) <= width) return [pieces];
    const half = Math.ceil([...word].length / 2);
    const signs = [...word];
    return [signs.slice(0, half), signs.slice(half)].flatMap((part) =>
      this.fitting(part.join(""), weight, width, size),
    );
  }

  private byFont(word: string, weight: Weight, size: number): Piece[] {
    const pieces: { text: string; font: string }[] = [];
    for (const sign of word) {
      const known = PARTS.find((part) => this.has(nameOf(part, weight), sign));
      const font = nameOf(known ?? "latin", weight);
      const last = pieces.at(-1);
      if (last?.font === font) last.text += sign;
      else pieces.push({ text: sign, font });
    }
    return pieces.map((piece) => ({ ...piece, width: this.wide(piece.text, piece.font, size) }));
  }

  private wide(text: string, font: string, size: number): number {
    const key = `${font} ${size} ${text}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known;
    const width = this.pdf.font(font).fontSize(size).widthOfString(text);
    this.widths.set(key, width);
    return width;
  }

  private has(font: string, sign: string): boolean {
    const key = `${font} ${sign}`;
    const known = this.signs.get(key);
    if (known !== undefined) return known;
    this.pdf.font(font);
    const { _font: now } = this.pdf as unknown as {
      _font: { font: { hasGlyphForCodePoint(code: number): boolean } };
    };
    const has = now.font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0);
    this.signs.set(key, has);
    return has;
  }
}

interface Piece {
  text: string;
  font: string;
  width: number;
}

/** Pieces of one font after each other, as one: drawing is what takes the time. */
function joined(line: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of line) {
    const last = out.at(-1);
    if (last?.font === piece.font) {
      last.text += piece.text;
      last.width += piece.width;
    } else out.push({ ...piece });
  }
  return out;
}
