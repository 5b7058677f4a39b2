import {
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import { scanBlocks } from "@/domain/text/blocks";
import { inlineMarkup } from "@/domain/text/rules";

/** A stretch of a block that looks one way. */
interface Stretch {
  words: string;
  strong: boolean;
  em: boolean;
  strike: boolean;
}

/** A block as somebody would make it in a word processor: without the signs of Markdown. */
interface Piece {
  form: "heading" | "paragraph" | "bullet" | "number" | "table";
  level: number;
  /** The number of an item. */
  number: number;
  /** By line. */
  lines: Stretch[][];
  rows: Stretch[][][];
}

const RULE = /^\|[\s:|-]+$/;

function piecesOf(markdown: string): Piece[] {
  const pieces: Piece[] = [];
  for (const block of scanBlocks(markdown)) {
    const text = markdown.slice(block.start, block.end);
    const piece = { level: block.level, number: 0, lines: [], rows: [] };
    if (block.form === "tableRow") {
      if (RULE.test(text)) continue;
      const cells = text.replace(/^\||\|$/g, "").split("|");
      const row = cells.map((cell) => stretchesOf(cell.trim()));
      const before = pieces.at(-1);
      if (before?.form === "table") before.rows.push(row);
      else pieces.push({ ...piece, form: "table", rows: [row] });
    } else if (block.form === "heading") {
      const words = text.replace(/^#+\s+|\n[=-]+$/g, "");
      pieces.push({ ...piece, form: "heading", lines: linesOf(words) });
    } else if (block.form === "listItem" && /^[-*+] /.test(text)) {
      pieces.push({ ...piece, form: "bullet", lines: linesOf(text.slice(2)) });
    } else if (block.form === "listItem" && /^\d+\. /.test(text)) {
      const number = Number.parseInt(text, 10);
      const words = text.replace(/^\d+\. /, "");
      pieces.push({ ...piece, form: "number", number, lines: linesOf(words) });
    } else {
      pieces.push({ ...piece, form: "paragraph", lines: linesOf(text) });
    }
  }
  return pieces;
}

const linesOf = (text: string) => text.split("\n").map((line) => stretchesOf(line.trim()));

function stretchesOf(line: string): Stretch[] {
  return inlineMarkup(line)
    .filter(({ type }) => type === "text")
    .map(({ start, end, strong, em, strike }) => ({
      words: line.slice(start, end),
      strong,
      em,
      strike,
    }));
}

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** The Markdown as a Word file: headings by their style, lists by automatic numbers, letters bold and slanted. */
export async function asDocx(markdown: string): Promise<Uint8Array> {
  let list = 0;
  let expected = 0;
  const starts: number[] = [];
  const children = piecesOf(markdown).map((piece) => {
    const runs = runsOf(piece.lines);
    if (piece.form === "heading") {
      return new Paragraph({ children: runs, heading: HEADINGS[piece.level - 1] });
    }
    if (piece.form === "bullet") {
      return new Paragraph({ children: runs, bullet: { level: piece.level - 1 } });
    }
    if (piece.form === "number") {
      if (piece.number !== expected) {
        list++;
        starts.push(piece.number);
      }
      expected = piece.number + 1;
      const numbering = { reference: `list${list}`, level: 0 };
      return new Paragraph({ children: runs, numbering });
    }
    if (piece.form === "table") return tableOf(piece.rows);
    return new Paragraph({ children: runs });
  });
  const config = starts.map((start, i) => ({
    reference: `list${i + 1}`,
    levels: [{ level: 0, format: LevelFormat.DECIMAL, text: "%1.", start }],
  }));
  const document = new Document({ numbering: { config }, sections: [{ children }] });
  return new Uint8Array(await Packer.toBuffer(document));
}

function runsOf(lines: Stretch[][]): ParagraphChild[] {
  return lines.flatMap((line, i) =>
    line.map(
      ({ words, strong, em, strike }, j) =>
        new TextRun({
          text: words,
          bold: strong,
          italics: em,
          strike,
          ...(i > 0 && j === 0 ? { break: 1 } : {}),
        }),
    ),
  );
}

function tableOf(rows: Stretch[][][]): Table {
  return new Table({
    rows: rows.map(
      (cells, i) =>
        new TableRow({
          tableHeader: i === 0,
          children: cells.map(
            (cell) => new TableCell({ children: [new Paragraph({ children: runsOf([cell]) })] }),
          ),
        }),
    ),
  });
}

/** The Markdown as a page of HTML. */
export function asHtml(markdown: string): Uint8Array {
  const html: string[] = [];
  const open: string[] = [];
  const close = (depth: number) => {
    while (open.length > depth) html.push(`</li></${open.pop()}>`);
  };
  for (const piece of piecesOf(markdown)) {
    const words = piece.lines.map(htmlOf).join("<br>\n");
    if (piece.form === "bullet" || piece.form === "number") {
      const tag = piece.form === "bullet" ? "ul" : "ol";
      close(piece.level);
      if (open.length === piece.level && open.at(-1) !== tag) close(piece.level - 1);
      if (open.length === piece.level) html.push("</li>");
      while (open.length < piece.level) {
        open.push(tag);
        html.push(`<${tag}>`);
      }
      html.push(tag === "ol" ? `<li value="${piece.number}">${words}` : `<li>${words}`);
      continue;
    }
    close(0);
    if (piece.form === "heading") html.push(`<h${piece.level}>${words}</h${piece.level}>`);
    else if (piece.form === "table") html.push(htmlTable(piece.rows));
    else html.push(`<p>${words}</p>`);
  }
  close(0);
  const page = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Verslag</title></head>\n<body>\n${html.join("\n")}\n</body></html>`;
  return new TextEncoder().encode(page);
}

function htmlOf(line: Stretch[]): string {
  return line
    .map(({ words, strong, em, strike }) => {
      let html = words.replace(/&/g, "&amp;").replace(/</g, "&lt;");
      if (em) html = `<em>${html}</em>`;
      if (strong) html = `<strong>${html}</strong>`;
      return strike ? `<s>${html}</s>` : html;
    })
    .join("");
}

function htmlTable(rows: Stretch[][][]): string {
  const lines = rows.map((cells, i) => {
    const tag = i === 0 ? "th" : "td";
    return `<tr>${cells.map((cell) => `<${tag}>${htmlOf(cell)}</${tag}>`).join("")}</tr>`;
  });
  return `<table>${lines.join("\n")}</table>`;
}

/** The Markdown as plain text from an older program: no bold, wrapped nowhere, Windows line ends and encoding. */
export function asText(markdown: string): Uint8Array {
  const lines = piecesOf(markdown).map((piece) => {
    const words = piece.lines
      .map((line) => line.map((stretch) => stretch.words).join(""))
      .join("\r\n");
    if (piece.form === "bullet") return `${"  ".repeat(piece.level - 1)}- ${words}`;
    if (piece.form === "number") return `${piece.number}. ${words}`;
    if (piece.form !== "table") return words;
    return piece.rows
      .map((cells) => cells.map((cell) => cell.map((s) => s.words).join("")).join("\t"))
      .join("\r\n");
  });
  const text = lines.join("\r\n\r\n");
  return Uint8Array.from(text, (sign) => OFFICE[sign] ?? sign.charCodeAt(0) & 0xff);
}

const OFFICE: Record<string, number> = {
  "€": 0x80,
  "…": 0x85,
  "‘": 0x91,
  "’": 0x92,
  "“": 0x93,
  "”": 0x94,
  "•": 0x95,
  "–": 0x96,
  "—": 0x97,
};
