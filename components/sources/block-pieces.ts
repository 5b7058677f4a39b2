import type { SourceBlock } from "@/domain/text/model";
import { CodePointIndex, type InlineToken, inlineMarkup } from "@/domain/text/rules";

/** Words to mark in a text; code points in the text of the version. */
export interface MarkedRange {
  start: number;
  end: number;
  /** How far up the way something rests on them. `focus` is what the reader came for. */
  level: "input" | "coreValue" | "requirement" | "focus";
  /** Codes of what rests on them. */
  title: string;
}

/** A stretch of a block that looks the same all along. All pieces together are its text. */
export interface BlockPiece {
  /** UTF-16 offset in the text of the block: its place, and a key. */
  at: number;
  text: string;
  /** A marker (`**`, `- `, `##`): stays in the page, unseen, so that offsets remain true. */
  hidden: boolean;
  strong: boolean;
  em: boolean;
  mark: MarkedRange | null;
  /** Belongs to what the reader came for. */
  focus: boolean;
}

type Block = Pick<SourceBlock, "start" | "text" | "form">;

const LEVELS = ["input", "coreValue", "requirement"] as const;

const HEADING_MARKS = /^#{1,6}[ \t\u00a0]+/;
const UNDERLINE = /\n[^\S\n]*(?:=+|-+)\s*$/;
/** Bullets are drawn by the style; numbers carry meaning and stay. */
const BULLET = /^[-*+•·▪◦‣●○∙\uf0b7–—][\s\u00a0]+/;

/** The text of a block as it is shown: emphasis for its markers, and the marked words apart. */
export function blockPieces(block: Block, ranges: readonly MarkedRange[]): BlockPiece[] {
  const { text } = block;
  const index = new CodePointIndex(text);
  const marks = ranges
    .filter((range) => range.start < block.start + index.length && range.end > block.start)
    .map((range) => ({
      range,
      from: index.toUtf16(Math.max(0, range.start - block.start)),
      to: index.toUtf16(Math.min(index.length, range.end - block.start)),
    }));
  const edges = [...new Set(marks.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  return tokensOf(block).flatMap((token) => {
    const cuts = [token.start, ...edges.filter((e) => e > token.start && e < token.end), token.end];
    return cuts.slice(0, -1).map((from, i) => {
      const to = cuts[i + 1] ?? token.end;
      const over = marks.filter((mark) => mark.from <= from && mark.to >= to);
      return {
        at: from,
        text: text.slice(from, to),
        hidden: token.type === "marker",
        strong: token.strong,
        em: token.em,
        mark: highest(over.map((mark) => mark.range)),
        focus: over.some((mark) => mark.range.level === "focus"),
      };
    });
  });
}

/** One mark for words on which several things rest: the furthest level, and all codes. */
function highest(ranges: MarkedRange[]): MarkedRange | null {
  const resting = ranges.filter((range) => range.level !== "focus");
  const [first] = resting;
  if (!first) return null;
  const level = LEVELS.findLast((one) => resting.some((range) => range.level === one));
  const title = [...new Set(resting.map((range) => range.title))].join(" · ");
  return { ...first, level: level ?? first.level, title };
}

function tokensOf({ text, form }: Block): InlineToken[] {
  const lead = form === "heading" ? HEADING_MARKS : form === "listItem" ? BULLET : null;
  const from = lead?.exec(text)?.[0].length ?? 0;
  const to = (form === "heading" ? UNDERLINE.exec(text)?.index : undefined) ?? text.length;
  const marker = { type: "marker", strong: false, em: false } as const;
  const inner = inlineMarkup(text.slice(from, to)).map((token) => ({
    ...token,
    start: token.start + from,
    end: token.end + from,
  }));
  return [
    ...(from > 0 ? [{ start: 0, end: from, ...marker }] : []),
    ...inner,
    ...(to < text.length ? [{ start: to, end: text.length, ...marker }] : []),
  ];
}

/** Lines at least this long were broken by a program and may flow; shorter ones are meant. */
const WRAPPED = 60;

/** Whether line ends in a block carry meaning, such as in a list of names. */
export function keepsLines(text: string): boolean {
  return text
    .split("\n")
    .slice(0, -1)
    .some((line) => line.length < WRAPPED);
}
