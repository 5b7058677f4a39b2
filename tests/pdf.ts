/** A page of a PDF in the making: what is drawn on it, in the order it is drawn. */
export class PdfPage {
  readonly drawn: string[] = [];

  /** @param x from the left. @param y from the top, both in points, of the first letter's foot. */
  text(x: number, y: number, words: string, look: Look = {}): this {
    const { size = 11, font = "F1", mode = 0, angle = 0, spacing = 0, colour = "0 0 0" } = look;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)].map((part) => part.toFixed(4));
    this.drawn.push(
      `q ${colour} rg BT /${font} ${size} Tf ${mode} Tr ${spacing} Tc ` +
        `${cos} ${sin} ${-Number(sin)} ${cos} ${x} ${HEIGHT - y} Tm ${literal(words)} Tj ET Q`,
    );
    return this;
  }

  /** Lines below each other, the first at `y`; `leading` apart, in points. */
  lines(
    x: number,
    y: number,
    lines: readonly string[],
    look: Look & { leading?: number } = {},
  ): this {
    const leading = look.leading ?? 14;
    for (const [i, line] of lines.entries()) this.text(x, y + i * leading, line, look);
    return this;
  }

  /** A straight line that is drawn. */
  rule(x: number, y: number, toX: number, toY: number): this {
    this.drawn.push(`0.5 w ${x} ${HEIGHT - y} m ${toX} ${HEIGHT - toY} l S`);
    return this;
  }

  /** A grey picture of two by two dots over the whole page, as a scanner makes it. */
  picture(): this {
    this.drawn.push(`q 595 0 0 842 0 0 cm /Im Do Q`);
    return this;
  }
}

export interface Look {
  size?: number;
  /** F1 upright, F2 bold, F3 slanted, F4 does not say which letters its shapes are. */
  font?: "F1" | "F2" | "F3" | "F4";
  /** 3 is without ink. */
  mode?: number;
  /** In radians, anticlockwise. */
  angle?: number;
  /** Extra room between letters, in points. */
  spacing?: number;
  colour?: string;
}

const HEIGHT = 842;

function literal(words: string): string {
  const bytes = Buffer.from(words.replaceAll("–", "\u0096").replaceAll("•", "\u0095"), "latin1");
  return `<${bytes.toString("hex")}>`;
}

export interface PdfExtras {
  /** Goes into the catalogue of the document, as it is written in the file. */
  catalogue?: string;
  /** Whole objects, from number 20 on. */
  objects?: Record<number, string>;
  /** Goes into the trailer. */
  trailer?: string;
  /** Of each page, as it is written in the file. */
  page?: string;
}

/** A PDF of A4 pages with the fonts that every reader has. */
export function makePdf(pages: readonly PdfPage[], extras: PdfExtras = {}): Uint8Array {
  const font = (name: string, more = "/Encoding /WinAnsiEncoding") =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} ${more} >>`;
  const cmap =
    "1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <7E> <E020> endbfrange";
  const first = 100;
  const objects = new Map<number, string>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${extras.catalogue ?? ""} >>`],
    [
      2,
      `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${first + 2 * i} 0 R`).join(" ")}] >>`,
    ],
    [3, font("Helvetica")],
    [4, font("Helvetica-Bold")],
    [5, font("Helvetica-Oblique")],
    [6, font("ABCDEF+Odd", "/ToUnicode 8 0 R")],
    [
      8,
      `<< /Length ${cmap.length} >>
stream
${cmap}
endstream`,
    ],
    [
      7,
      "<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray " +
        "/BitsPerComponent 8 /Length 4 >>\nstream\n@@@@\nendstream",
    ],
    ...Object.entries(extras.objects ?? {}).map(([n, body]) => [Number(n), body] as const),
  ]);
  for (const [i, page] of pages.entries()) {
    const content = page.drawn.join("\n");
    objects.set(
      first + 2 * i,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${first + 2 * i + 1} 0 R ` +
        "/Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R /F4 6 0 R >> /XObject << /Im 7 0 R >> >> " +
        `${extras.page ?? ""} >>`,
    );
    objects.set(
      first + 2 * i + 1,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  let file = "%PDF-1.7\n";
  const places: string[] = [];
  for (const [n, body] of [...objects].sort((a, b) => a[0] - b[0])) {
    places.push(`${n} 1\n${String(file.length).padStart(10, "0")} 00000 n \n`);
    file += `${n} 0 obj\n${body}\nendobj\n`;
  }
  const start = file.length;
  file += `xref\n${places.join("")}trailer\n<< /Size ${first + 2 * pages.length} /Root 1 0 R ${extras.trailer ?? ""} >>\n`;
  return new Uint8Array(Buffer.from(`${file}startxref\n${start}\n%%EOF\n`, "latin1"));
}
